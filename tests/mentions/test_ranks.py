"""Places in an order, told from numbers and ordinals that name: each text with the figures in it."""

from __future__ import annotations

import pytest

from factcli.mentions import find_mentions

RANKS = {
    "The song reached number 17.": [("17", "17")],
    "The song peaked at No. 3 in the UK.": [("3", "3")],
    "She is the world No. 4.": [("4", "4")],
    "He was ranked No 12 in the world.": [("12", "12")],
    "It is the third-largest bank in Peru.": [("third", "3")],
    "It is the third largest bank in Peru.": [("third", "3")],
    "It was the second-deadliest fire of the year.": [("second", "2")],
    "The fourth-busiest port.": [("fourth", "4")],
    "The country's 10th-most-populous city.": [("10th", "10")],
    "The 10th most populous city.": [("10th", "10")],
    "ranked 4th of 180 countries": [("4th", "4"), ("180 countries", "180")],
    "ranked fourth": [("fourth", "4")],
    "It ranks 23rd.": [("23rd", "23")],
    "It ranked 23 out of 180.": [("23", "23"), ("180", "180")],
    "It came in at #7.": [("7", "7")],
    "A top ten hit.": [("ten", "10")],
    "It entered the top 10.": [("10", "10")],
    "The top five teams advance.": [("five teams", "5")],
    "a top-20 finish": [("20", "20")],
    "She finished third.": [("third", "3")],
    "He came 12th in the marathon.": [("12th", "12")],
    "They placed second.": [("second", "2")],
    "Sweden was in fifth place.": [("fifth", "5")],
    "fifth-place Leeds": [("fifth", "5")],
    "She took third place.": [("third", "3")],
    "Their third season ended.": [("third", "3")],
    "the second-biggest city": [("second", "2")],
    "second most common cause": [("second", "2")],
    "third-quarter profit": [("third", "3")],
    "first-half goals": [("first", "1")],
    "the second-longest-serving judge": [("second", "2")],
    "the joint-third best result": [("third", "3")],
    "ranked joint 4th": [("4th", "4")],
    "ranks among the top 3": [("3", "3")],
    "spent six weeks at number one": [("six weeks", "6"), ("one", "1")],
    "charted at number 34": [("34", "34")],
    "hit #1 on the chart": [("1", "1")],
    "the 3rd largest": [("3rd", "3")],
    "It is 3rd in the table.": [("3rd", "3")],
    "the five largest banks": [("five largest banks", "5")],
    "fifth worst on record": [("fifth", "5")],
    "its third worst quarter": [("third", "3")],
    "the eleventh-oldest club": [("eleventh", "11")],
    "reached number one": [("one", "1")],
    "It stayed at No. 1 for six weeks.": [("1", "1"), ("six weeks", "6")],
    "Did he win? No. 40 people left.": [("40 people", "40")],
    "The world number two lost.": [("two", "2")],
    "It was a number one hit.": [("one", "1")],
    "It was the band's number-one single.": [("one", "1")],
    "The No. 2 seed lost.": [("2", "2")],
    "The number three seed won.": [("three", "3")],
    "Their number 1 song is old.": [("1", "1")],
}
NAMES = [
    "20th Century Fox made it.",
    "The Third Reich fell.",
    "The Second World War ended.",
    "the Third Avenue bridge",
    "the Fourth Amendment",
    "No. 10 Downing Street",
    "number 10 Downing Street",
    "Bus number 17 was late.",
    "Room No. 3 is closed.",
    "Platform number 4",
    "Player number 7 scored.",
    "Symphony No. 5",
    "Chanel No. 5",
    "Sonata number 2 in C",
    "a number of people",
    "The number 17 is prime.",
    "telephone number 555",
    "In number 17, section 3",
    "the No. 1 reason",
    "a number one priority",
    "the number of hits",
    "sixth-generation iPhone",
    "third-party software",
    "second-hand car",
    "first-class",
    "Grade 3 listed",
    "fixed in #123",
    "See issue #12 of the list.",
]


@pytest.mark.parametrize("text", RANKS)
def test_a_rank_is_read_as_its_place(text: str) -> None:
    assert [(each.surface, str(each.value.amount)) for each in find_mentions(text)] == RANKS[text]


@pytest.mark.parametrize("text", NAMES)
def test_what_a_number_or_an_ordinal_names_is_no_figure(text: str) -> None:
    assert find_mentions(text) == []
