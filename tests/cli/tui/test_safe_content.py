"""Foreign text on a screen: what is longer than anybody reads there is cut, so that each key is answered at once."""

from __future__ import annotations

import pytest

pytest.importorskip("textual")

from factcli.cli.tui.safe_content import beginning, passage, shown


def test_a_text_of_a_few_pages_is_shown_whole() -> None:
    assert shown("a" * 10_000).plain == "a" * 10_000


def test_a_text_of_many_pages_is_cut_and_the_rest_is_counted() -> None:
    assert shown("a" * 10_000 + "b" * 90_000).plain == "a" * 10_000 + " ... (90,000 more characters)"


def test_each_text_of_a_record_is_cut() -> None:
    record = {"id": "lamp", "aliases": ["a", "b" * 12], "value": {"text": "c" * 11}, "rank": None}

    assert beginning(record, 10) == {
        "id": "lamp",
        "aliases": ["a", "b" * 10 + " ... (2 more characters)"],
        "value": {"text": "c" * 10 + " ... (1 more characters)"},
        "rank": None,
    }


def test_what_stands_next_to_the_words_of_a_passage_is_kept() -> None:
    text = passage("x" * 90_000 + "before ", "the words", " after").plain

    assert text.endswith("before the words after")
    assert len(text) < 11_000
