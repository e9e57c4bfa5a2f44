"""Where sentences begin and end."""

from __future__ import annotations

import pytest
from growth import grows_too_fast
from hypothesis import given
from hypothesis import strategies as st

from factcli.english.sentences import split_sentences


@pytest.mark.parametrize(
    "sentences",
    [
        ["It rained.", "It poured!", "Did it?", "Yes…", "No."],
        ["Mr. Li met Dr. Ann Lee.", "They paid $1.5m."],
        ["J. R. Lee left the U.S. Treasury.", "He wrote."],
        ["They left the U.S.", "The end."],
        ["On Dec. 3 it snowed at No. 5 Hill St. Petersburg."],
        ["He said no.", "Nobody heard."],
        ["“It rained.”", "“It poured!” she said.", "(It did.)", "Yes."],
        ["It was e.g. rain, i.e. water, etc. and hail."],
        ["See www.example.org for v1.2.3 of it.", "Done."],
        ["It rained at 3 p.m. on Monday.", "It stopped at 4 p.m.", "The sun came."],
        ["It grew by 5.", "1,000 left."],
        ["It opened in 2010.", "2011 was worse."],
    ],
)
def test_sentences_end_at_their_stop_and_not_within_an_abbreviation(sentences: list[str]) -> None:
    text = " ".join(sentences)

    assert [text[span.start : span.end] for span in split_sentences(text)] == sentences


def test_a_heading_and_list_items_are_sentences_of_their_own() -> None:
    text = "The heading\n\nIt rained\nand poured\n- one\n- two\n1. Three\n2. Four"

    parts = [text[span.start : span.end] for span in split_sentences(text)]

    assert parts == ["The heading", "It rained\nand poured", "- one", "- two", "1. Three", "2. Four"]


def test_each_row_of_a_table_is_a_sentence() -> None:
    text = "Trains\n| Line | Trains |\n|---|---|\n  | North | 412 |\n\nIt is a|b\nor not."

    parts = [text[span.start : span.end] for span in split_sentences(text)]

    assert parts == ["Trains", "| Line | Trains |", "|---|---|", "| North | 412 |", "It is a|b\nor not."]


@given(st.text(st.sampled_from("aA1. \n!?…\"”’'(-éU.S"), max_size=80))
def test_every_word_lies_in_exactly_one_sentence(text: str) -> None:
    spans = split_sentences(text)

    assert "".join("".join(text[span.start : span.end].split()) for span in spans) == "".join(text.split())


@pytest.mark.parametrize("unit", [".", ". ", "a.", "A. ", " ", "\n", '."', "\n\n", "\t\n", "1.\n"])
def test_the_time_of_splitting_grows_with_the_text_and_not_with_its_square(unit: str) -> None:
    assert not grows_too_fast(split_sentences, unit * (6_000 // len(unit)))
