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
    "laws": [
        "Article 17(2)(c) covers it.", "Section 12(3) applies", "Section 12 applies.", "See section 922(g)(1).",
        "under 922(g)(1)", "Under 18 U.S.C. § 2252 it is.", "17 CFR § 240.10", "45 CFR 164.512(b)", "88 Cal.App.3d 412, 419",
        "347 U.S. 483", "982 F.3d 12", "12 F. Supp. 2d 117, 119", "98 S. Ct. 12", "[2019] UKSC 41", "[2012] EWHC 100",
        "Regulation (EU) 2021/782 binds carriers.", "Directive 2014/65/EU", "Directive (EU) 2019/1937 was passed",
        "Decision 2010/87/EU", "Regulation (EC) No 1049/2001", "Pub. L. 107-56", "Rule 10b-5(a)", "s 12(a)",
    ],
    "lists of references": [
        "sections 5 and 6", "See sections 5, 6 and 7.", "chapters 3 and 4 cover costs", "pages 12–15", "pp. 12-15",
        "Articles 5(1) and 6(2)", "§§ 5-7", "Figures 2 and 3", "Tables 1–3 show this", "paragraphs 3 to 7",
        "page 12–15", "footnotes 5, 7 and 9", "see section 5 or 6.", "verses 3–5", "flights 93 and 175",
        "sections 5.1 and 5.2 say so",
    ],
    "halves of words": [
        "a quarter-final", "a half-time lead", "a half-life", "A half-brother came", "a quarter-back", "a half-marathon",
        "a half-hearted try", "the half-mast flag", "a third-party app", "a tenth-grade pupil", "a half-moon",
    ],
    "coordinates": [
        "at 32° 34’S", "51°30′N", "40.7128° N, 74.0060° W", "51° 30′ 12″ N", "51°30'12\"N", "(N 51° 30′)", "at 5° W.",
    ],
    "names with a century": ["20th Century Fox", "21st Century Fox"],
    "addresses": [
        "https://example.org/2019/07/18?id=5", "www.example.org/5-things", "http://10.0.0.1:8080/x", "192.168.0.1",
        "write to agent99@example.org", "see report-2019.pdf", "open data_2.csv", "#metoo2", "@user123",
        "file:///tmp/1.txt", "10.0.0.1", "3.11.7", "example2.py",
    ],
    "clock times": [
        "at 10:30", "at 10:30am", "at 5pm", "at 5 p.m.", "at 5.30 pm", "at 17:45:10", "at 0930 GMT", "at 11 a.m. sharp",
        "until 1830 local time", "from 1830 to 2000 GMT", "at 0915 AEST", "at 1400 Eastern time", "1200-1400 UTC",
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
    "not readable": ["٣٤٥", "1e999999999", "1" * 60, "\x00", "\ud800", "²", "1.2.3.4.5", "1a2b3c", "2^x", "2^10^3"],
}  # fmt: skip


@pytest.mark.parametrize("text", [text for texts in NO_FIGURES.values() for text in texts])
def test_no_figure_is_read_where_none_is_stated(text: str) -> None:
    assert [mention.surface for mention in find_mentions(text) if mention.kind not in {"date", "quote"}] == []


FIGURES = {
    "section 5 has 12 pages": ["12 pages"],
    "on page 5 and 6 people came": ["6 people"],
    "on pages 12 and 15, 40 people are named": ["40 people"],
    "chapters 3 and 4, 12% longer": ["12%"],
    "a half-mile and a quarter-inch": ["a half-mile", "a quarter-inch"],
    "a half-point cut": ["a half-point"],
    "a half-million people": ["a half-million people"],
    "a half-hour": ["a half-hour"],
    "an angle of 32°": ["32°"],
    "at 25 °C": ["25 °C"],
    "It has 12 (or more) eggs": ["12"],
    "12 U.S. troops died": ["12 U.S. troops"],
    "3 St. Louis firms": ["3"],
}


@pytest.mark.parametrize(("text", "surfaces"), FIGURES.items())
def test_a_figure_beside_a_reference_is_read(text: str, surfaces: list[str]) -> None:
    assert [mention.surface for mention in find_mentions(text)] == surfaces
