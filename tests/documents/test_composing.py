"""Letters that are written as several characters are one in the text, and have their places in the file."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcli.documents import parse_document
from factcli.model.facts import Span

PROSE = "Café Müller in Ōsaka sold 40 crêpes, 각 of ṩweet “naïveté”."


def decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.tex", "a.rst"])
def test_letters_are_composed(name: str) -> None:
    document = parse_document(f"{decomposed(PROSE)}\n", name=name)

    assert PROSE.removesuffix(".") in document.text


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_each_word_keeps_its_place(name: str) -> None:
    source = decomposed(f"# Über\n\n**Müller** sold 40 crêpes &amp; é.\n\n{PROSE}\n")
    document = parse_document(source, name=name)

    for word in ("Müller", "crêpes", "Ōsaka", "40", "naïveté"):
        at = document.text.rindex(word)
        span = document.source_span(Span(at, at + len(word)))
        assert source[span.start : span.end] == decomposed(word)


def test_paragraphs_and_headings_shift_too() -> None:
    document = parse_document(decomposed("# Über é\n\nMüller é.\n\nThe é end.\n"), name="a.md")

    assert [document.text[start:end] for start, end in document.paragraphs] == ["Müller é.", "The é end."]
    assert document.title == "Über é"


@given(st.text(st.sampled_from("aée\u0301\u0308 \n*ᄀ각1́"), max_size=40), st.sampled_from(["a.txt", "a.md"]))
def test_a_place_is_the_one_of_the_text_as_it_was(text: str, name: str) -> None:
    document = parse_document(text, name=name)
    places = [document.place(offset).offset for offset in range(len(document.text))]

    assert places == sorted(places)
    for at, letter in enumerate(document.text):
        span = document.source_span(Span(at, at + 1))
        if letter.isalpha():
            printed = unicodedata.normalize("NFC", text[span.start : span.end].replace("*", ""))
            assert printed.startswith(unicodedata.normalize("NFC", letter)[0])


def test_a_text_that_is_composed_is_not_copied() -> None:
    assert parse_document(PROSE, name="a.txt").offsets is None
