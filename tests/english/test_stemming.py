"""Words that mean the same have one stem; words that only look alike do not."""

import pytest

from factcli.english.stemming import find_words, fold, meaning

SAME = [
    ("victims", "died"),
    ("lives", "killed"),
    ("earned", "grosses"),
    ("soldiers", "troops"),
    ("cities", "city"),
    ("planting", "planted"),
    ("rated", "rating"),
    ("hired", "recruitment"),
    ("stopped", "stopping"),
    ("Galápagos", "galapagos"),
]
OTHER = [
    ("injured", "killed"),
    ("hired", "fired"),
    ("import", "export"),
    ("winter", "wine"),
    ("news", "new"),
    ("king", "kin"),
]


@pytest.mark.parametrize(("left", "right"), SAME)
def test_words_that_mean_the_same_are_one(left: str, right: str) -> None:
    assert meaning(left.lower()) == meaning(right.lower())


@pytest.mark.parametrize(("left", "right"), OTHER)
def test_words_that_mean_something_else_stay_apart(left: str, right: str) -> None:
    assert meaning(left) != meaning(right)


@pytest.mark.parametrize(
    ("written", "folded"), [("Nicolás", "nicolas"), ("U.K.", "uk"), ("Macri's", "macri"), ("Macri’s", "macri")]
)
def test_a_name_is_the_same_however_it_is_marked(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_words_know_where_they_stand_in_the_whole_text() -> None:
    text = "Rain. The U.K. harvest fell."

    assert [text[word.start : word.end] for word in find_words(text, 6)] == ["The", "U.K.", "harvest", "fell", "."]


def test_two_words_that_mean_one_are_read_as_one() -> None:
    tested, positive = find_words("tested positive")

    assert tested.stem == meaning("case")
    assert not positive.is_content


def test_a_small_word_in_a_title_says_what_the_text_is_about() -> None:
    *_, off, _ = find_words("the film Fly Off again")

    assert off.is_content
