"""Two spellings of one English word are the same word of a name; other words that are alike are not."""

from __future__ import annotations

from collections import Counter

import pytest

from factcli.check.names_of_facts.spelling import is_same
from factcli.english.naming.names import TWO_SPELLINGS


@pytest.mark.parametrize(
    ("one", "other"),
    [("Harbour", "Harbor"), ("Theatre", "theater"), ("Organisation", "Organization"), ("Realise", "Realize")],
)
def test_two_spellings_are_one_word(one: str, other: str) -> None:
    assert is_same(one, other)
    assert is_same(other, one)


@pytest.mark.parametrize(
    ("one", "other"), [("Harbour", "Harbours"), ("Tire", "Fire"), ("Grey", "Grew"), ("Wise", "Wiz")]
)
def test_other_words_are_not(one: str, other: str) -> None:
    assert not is_same(one, other)
    assert not is_same(other, one)


def test_a_word_stands_in_one_row_of_spellings() -> None:
    assert [word for word, rows in Counter(word for row in TWO_SPELLINGS for word in row).items() if rows > 1] == []
