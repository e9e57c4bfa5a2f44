"""Plain text is all prose: its paragraphs, headings and places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcli.documents import parse_document
from factcli.model.facts import Span

ARTICLE = "The Title\n\nOne sentence. Another\nline.\n\n  • A section\n \nLast words."


def test_short_lines_without_a_full_stop_are_headings() -> None:
    document = parse_document(ARTICLE, name="article.txt")

    paragraphs = [document.text[start:end] for start, end in document.paragraphs]
    headings = [document.text[slice(*heading.span)] for heading in document.headings]

    assert headings == ["The Title", "• A section"]
    assert paragraphs == ["One sentence. Another\nline.", "Last words."]
    assert document.title == "The Title"


def test_a_single_line_is_a_paragraph_and_no_heading() -> None:
    document = parse_document("It rained in 2019", name="note.txt")

    assert (len(document.paragraphs), len(document.headings), document.title) == (1, 0, None)


def test_a_line_end_of_windows_is_not_a_blank_line() -> None:
    document = parse_document("One line\r\nand more.\r\n\r\nLast.\r\n", name="a.txt")

    assert [document.text[start:end] for start, end in document.paragraphs] == [
        "One line\r\nand more.",
        "Last.",
    ]


LONG = "The old bridge over the river Ouse carried 412 trains a day in 2019."


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("headline", ["The bridge", "Trains of 2019", "Bridge carries 412 trains"])
def test_a_headline_without_a_blank_line_is_a_heading(headline: str, end: str) -> None:
    source = f"{headline}{end}{LONG}{end}More."
    document = parse_document(source, name="a.txt")
    at = document.text.index("412 trains a day")

    assert document.title == headline
    assert [document.text[start:end] for start, end in document.paragraphs] == [f"{LONG}{end}More."]
    assert document.place(at).line == 2
    assert document.source_span(Span(at, at + 3)) == (source.index("412 trains a"), source.index("412 trains a") + 3)


NO_HEADLINES = {
    "a wrapped line": "It has been known for years that the\nOuse bridge carried 412 trains a day in 2019.\n",
    "a short line that goes on": f"In the year of\n{LONG}",
    "a small letter after it": "The bridge\nover the river Ouse carried 412 trains a day in the year 2019.",
    "an address": "Ouse Bridge\nRiver Lane 4\nYork",
    "no sentence": "The bridge\nThe old bridge over the river Ouse and its 412 trains a day",
    "a salutation": f"Dear readers,\n{LONG}",
    "an item": f"- The bridge\n{LONG}",
}


@pytest.mark.parametrize("text", NO_HEADLINES.values(), ids=NO_HEADLINES)
def test_other_first_lines_are_prose(text: str) -> None:
    document = parse_document(text, name="a.txt")

    assert (document.text, document.offsets, len(document.headings)) == (text, None, 0)


@given(st.text(st.sampled_from("ab \n\r\t.é\U0001f600"), max_size=60))
def test_a_place_is_the_line_and_column_that_an_editor_shows(text: str) -> None:
    document = parse_document(text, name="note.txt")

    places = [document.place(offset)[:2] for offset in range(len(text))]

    lines = enumerate(text.splitlines(keepends=True), start=1)
    assert places == [(number, column) for number, line in lines for column in range(1, len(line) + 1)]


@given(st.text(st.sampled_from("ab \n\r\t."), max_size=60))
def test_every_word_is_in_a_paragraph_or_a_heading(text: str) -> None:
    document = parse_document(text, name="note.txt")
    spans = sorted([*document.paragraphs, *(heading.span for heading in document.headings)])

    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())
