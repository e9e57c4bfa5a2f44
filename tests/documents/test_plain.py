"""Plain text is all prose: its paragraphs, headings and places."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcli.documents import parse_document

ARTICLE = "The Title\n\nOne sentence. Another\nline.\n\n  • A section\n \nLast words."


def test_short_lines_without_a_full_stop_are_headings() -> None:
    document = parse_document(ARTICLE, name="article.txt")

    paragraphs = [(document.text[span.start : span.end], heading) for span, heading in document.paragraphs]
    headings = [document.text[span.start : span.end] for span in document.headings]

    assert headings == ["The Title", "• A section"]
    assert paragraphs == [("One sentence. Another\nline.", "The Title"), ("Last words.", "A section")]
    assert document.title == "The Title"


def test_a_single_line_is_a_paragraph_and_no_heading() -> None:
    document = parse_document("It rained in 2019", name="note.txt")

    assert (len(document.paragraphs), len(document.headings), document.title) == (1, 0, None)


@given(st.text(st.sampled_from("ab \n\r\t.é\U0001f600"), max_size=60))
def test_a_place_is_the_line_and_column_that_an_editor_shows(text: str) -> None:
    document = parse_document(text, name="note.txt")

    places = [document.place(offset)[:2] for offset in range(len(text))]

    lines = enumerate(text.splitlines(keepends=True), start=1)
    assert places == [(number, column) for number, line in lines for column in range(1, len(line) + 1)]


@given(st.text(st.sampled_from("ab \n\r\t."), max_size=60))
def test_every_word_is_in_a_paragraph_or_a_heading(text: str) -> None:
    document = parse_document(text, name="note.txt")
    spans = sorted([*(paragraph.span for paragraph in document.paragraphs), *document.headings])

    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())
