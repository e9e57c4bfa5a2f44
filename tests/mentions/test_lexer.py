"""The lexer: how a text falls into tokens, and what of it no reader may look into."""

from __future__ import annotations

import pytest

from factcli.mentions.lexer import MARGIN, Tokens, lex


def tokens_of(text: str) -> Tokens:
    (tokens,) = lex(text)
    return tokens


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("US$7.5m", ["us", "$", "7", ".", "5", "m"]),
        ("500 km²", ["500", "km²"]),
        ("2½", ["2", "½"]),
        ("a 12-year-old", ["a", "12", "-", "year", "-", "old"]),
        ("country's", ["country", "'", "s"]),
        ("naïve Ünder Москва", ["naïve", "ünder", "москва"]),
        ("25th", ["25", "th"]),
        ("a_b", ["a", "_", "b"]),
    ],
)
def test_a_text_falls_into_words_digits_and_signs(text: str, words: list[str]) -> None:
    tokens = tokens_of(text)

    assert tokens.words[: tokens.count] == words


def test_offsets_are_those_of_the_text_even_where_lower_case_is_longer() -> None:
    text = "İİİ 5 km"

    tokens = tokens_of(text)

    assert tokens.surface(1, 3) == "5 km"


def test_the_columns_end_in_empty_words() -> None:
    tokens = tokens_of("one")

    assert tokens.words[tokens.count :] == [""] * MARGIN
    assert tokens.words[-1] == ""


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/2019?a=5",
        "desk42@example.org",
        "report-2019.pdf",
        "#top10",
        "@agent99",
        "www.example.org/5",
    ],
)
def test_addresses_and_file_names_are_hidden(text: str) -> None:
    tokens = tokens_of(text)

    assert set(tokens.words) == {""}


def test_an_empty_text_has_no_tokens() -> None:
    assert list(lex("")) == []


def test_a_long_text_is_cut_at_a_line() -> None:
    line = "One line of text that is not so long.\n"

    blocks = list(lex(line * 10_000))

    assert len(blocks) > 1
    assert {tokens.text[tokens.starts[0]] for tokens in blocks} == {"O"}


def test_glued_is_false_before_a_space_and_outside_of_the_text() -> None:
    tokens = tokens_of("5km 6")

    assert [tokens.glued(index) for index in range(4)] == [False, True, False, False]
