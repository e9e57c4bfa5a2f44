"""What the headings of a text say that its figures are about: its title and sections, not bylines, days and aspects."""

from __future__ import annotations

import pytest

from factcli.documents import parse_document
from factcli.extract.naming.title_case import is_title_case
from factcli.extract.proposing.date_line import is_line_of_day
from factcli.extract.proposing.proposals import iter_proposals

_QUIET = "The yard was quiet on Monday and nobody of the crew would say a word about what had gone on there. " * 3


def subjects(text: str, name: str = "a.md") -> list[str | None]:
    return [each.fact.subject for each in iter_proposals(parse_document(text, name=name))]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        # An aspect is one of what is above it.
        ("# Lomar bridge\n\nBuilt of iron.\n\n## Length\n\nThe deck measures 310 m.", "Lomar bridge"),
        ("# Lomar bridge\n\nBuilt of iron.\n\n## Cost\n\nIt cost £31m.", "Lomar bridge"),
        ("# Lomar bridge\n\nBuilt of iron.\n\n## Early years\n\nSome 3,100 workers were hired.", "Lomar bridge"),
        ("# Bridges\n\nIron.\n\n## Lomar bridge\n\n### Length\n\nThe deck measures 310 m.", "Lomar bridge"),
        ("# Lomar - Our history\n\n## History\n\nSome 3,100 workers were hired.", "Lomar"),
        # What is no aspect is the subject itself.
        ("# Trees\n\nThey grow.\n\n## Oak\n\nThe trunk measures 31 m.", "Oak"),
    ],
)
def test_the_innermost_heading_that_names_something_is_the_subject(text: str, subject: str) -> None:
    assert subjects(text) == [subject]


@pytest.mark.parametrize(
    ("title", "subject"),
    [
        # Capitals of a title are those of names where the text has them too.
        ("How Lomar Foods Built A £500 Million Bakery\n\nThe bread of Lomar Foods is white.", "Lomar Foods"),
        ("Lomar Expands To Third Town\n\nThe head of Lomar was pleased.", "Lomar"),
        ("World's Biggest Bakery Closes", "workers hired"),
        ("The Ouse Bridge, at Last\n\nIt is the Ouse bridge of which they spoke.", "Ouse Bridge"),
        ("How A Baker Built A £500 Million Empire", "workers hired"),
        # A headline that opens with no name is not a subject.
        ("Workers hired as bakery grows fast", "workers hired"),
        ("Two bakers killed in Vestby flood", "Vestby flood"),
        ("Night trains and sleep: a trial", "Night trains and sleep"),
        ("'Black Loaf' Heading into Record Territory\n\nThe film 'Black Loaf' was made in May.", "Black Loaf"),
        # Who wrote the text and when it came out are no headings.
        ("Lomar Foods to close bakery\n\nBy Ana Ruiz and Bo Tamm", "Lomar Foods"),
        ("Lomar Foods to close bakery\n\nBy Ana Ruiz\n\nPublished: May 3, 2018", "Lomar Foods"),
        ("Lomar Foods to close bakery\n\nUpdated 3 May 2018, 09:40 GMT", "Lomar Foods"),
        ("Lomar Foods to close bakery\n\n3 May 2018", "Lomar Foods"),
    ],
)
@pytest.mark.parametrize(("name", "mark"), [("a.md", "# "), ("a.txt", "")])
def test_a_title_gives_the_name_that_it_is_about(name: str, mark: str, title: str, subject: str) -> None:
    text = f"{mark}{title}\n\n{_QUIET}\n\nSome 3,100 workers were hired."

    assert subjects(text, name)[-1] == subject


@pytest.mark.parametrize("line", ["Flood of 3 May 2018", "3 May 2018 at Orla", "Published accounts", "31 boats"])
def test_a_line_that_has_more_than_a_day_is_a_heading(line: str) -> None:
    assert not is_line_of_day(line)


@pytest.mark.parametrize(
    "line",
    [
        "Lomar expands to Vestby",
        "Bo Tamm wins Player of the Year award - Lomar",
        "LOMAR GROWS TO VESTBY",
        "Ana Ruiz",
        "Lomar Grew. It Won.",
    ],
)
def test_names_capitals_and_sentences_are_not_title_case(line: str) -> None:
    assert not is_title_case(line)
