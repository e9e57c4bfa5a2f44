"""The negative corpus: digits and number words that state no figure."""

from __future__ import annotations

import pytest

from factcli.mentions import find_mentions

NO_FIGURES = {
    "identifiers": [
        "a Sukhoi SU-30 Flanker", "a US Navy EP-3 plane", "Covid-19", "the G20", "flight MH370", "an Airbus A380",
        "a Ka-52", "an AK-47", "M23 rebels", "the EU-27", "a B-52", "H1N1", "a 4K screen", "a 5G network", "a 3D film",
        "MP3 files", "CO2", "the F-16s", "a Su-24", "vitamin B12", "an R2D2 toy", "the S-400", "the 737-Max",
        "ISO9001", "the X1 Carbon", "PM2.5", "the 4x4", "SHA256", "UTF-8", "24703L-202", "the Y2K bug", "an 11a form",
    ],
    "names": [
        "a Boeing 737", "a Boeing 737 Max", "the FTSE 100", "an iPhone 11 handset", "in the Six Nations", "the Five Star Movement", "a Twenty20 match", "at 10 Downing Street", "Route 66", "the iPhone 11", "Flight 93", "Apollo 11", "Windows 10",
        "Downing Street, No. 10", "Channel 4", "Area 51", "the Airbus 320", "Highway 101", "Room 12", "Gate 4",
        "Chanel No 5", "Formula 1", "Psalm 23",
    ],
    "references": [
        "page 12", "pp. 12", "p. 4", "chapter 3", "section 3.2.1", "article 14", "Article 50", "figure 2", "table 7",
        "step 3", "version 2", "version 2.0.1", "v2.1", "v1.2.3", "release 1.1.3", "question 9", "resolution 2231",
        "paragraph 2", "volume 3", "part 2", "the note[4]", "the note [12]", "issue #12", "§ 7", "phase 3", "line 12",
    ],
    "addresses": [
        "https://example.org/2019/07/18?id=5", "www.example.org/5-things", "http://10.0.0.1:8080/x", "192.168.0.1",
        "write to agent99@example.org", "see report-2019.pdf", "open data_2.csv", "#metoo2", "@user123",
        "file:///tmp/1.txt", "10.0.0.1", "3.11.7", "example2.py",
    ],
    "clock times": [
        "at 10:30", "at 10:30am", "at 5pm", "at 5 p.m.", "at 5.30 pm", "at 17:45:10", "at 0930 GMT", "at 11 a.m. sharp",
        "by 9 am", "from 9:00", "at 1800 local time", "at 12 noon", "at 8 o'clock",
    ],
    "telephone numbers": [
        "call 555-123-4567", "call +1-212-555-0100", "call +44 20 7946 0958", "call 020-7946-0958", "agent 007",
    ],
    "list numbers": ["1. Bread", "2) Milk", "(3) Eggs", "Needed:\n1. bread\n2. milk", "  4. tea"],
    "scores of a formation": ["a 4-4-2 formation", "a 4-2-3-1"],
    "fixed words": [
        "a 24/7 service", "the 9/11 attacks", "at first", "first-class", "the First Lady", "a Third World country", "a safe Third Country deal", "first aid", "second-hand",
        "a split second", "one of the best", "no one came", "this one", "one another", "one day he will leave",
        "dozens of boats", "hundreds of people", "thousands more", "millions", "several people", "a few", "many",
        "first-hand", "second nature", "the third-rate copy", "for a second", "once", "twice", "One never knows.", "One day, he said.", "she will be back one day",
    ],
    "no quantity": ["a dollar bill", "a year ago", "a pound dog", "the pound fell", "a foot in the door", "per cent"],
    "not readable": ["٣٤٥", "1e999999999", "1" * 60, "\x00", "\ud800", "²", "1.2.3.4.5", "1a2b3c", "2^10"],
}  # fmt: skip


@pytest.mark.parametrize("text", [text for texts in NO_FIGURES.values() for text in texts])
def test_no_figure_is_read_where_none_is_stated(text: str) -> None:
    assert [mention.surface for mention in find_mentions(text) if mention.kind not in {"date", "quote"}] == []
