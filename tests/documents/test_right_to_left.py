"""The characters of a line come in as they are seen from left to right; the line as it is read goes out."""

from __future__ import annotations

import pytest

from factcli.documents.right_to_left import Placed, read_line

ALEF, BET, GIMEL = "\u05d0", "\u05d1", "\u05d2"
WORD, SEEN = ALEF + BET + GIMEL, GIMEL + BET + ALEF


def seen(text: str) -> list[Placed]:
    return [Placed(character, at, at + 1, 0, 1) for at, character in enumerate(text)]


@pytest.mark.parametrize(
    ("line", "read"),
    [
        (f"12,450 {SEEN}", f"{WORD} 12,450"),
        (f"2023 2024 {SEEN}", f"{WORD} 2024 2023"),
        (f".3.5% {SEEN}", f"{WORD} 3.5%."),
        (f"%3.5 {SEEN}", f"{WORD} 3.5%"),
        (f"$40 {SEEN}", f"{WORD} $40"),
        (f"18-3-2031 {SEEN}", f"{WORD} 18-3-2031"),
        (f"{SEEN} (64) {SEEN}", f"{WORD} (64) {WORD}"),
        (f"{SEEN} Old Quay {SEEN} {SEEN}", f"{WORD} {WORD} Old Quay {WORD}"),
        (f"{SEEN} A380-800 {SEEN}", f"{WORD} A380-800 {WORD}"),
        (f"\u0661\u066c\u0662\u0668 {SEEN}", f"{WORD} \u0661\u066c\u0662\u0668"),
    ],
)
def test_figures_and_latin_words_of_a_line_are_read_from_left_to_right(line: str, read: str) -> None:
    assert read_line(seen(line)) == read


@pytest.mark.parametrize("line", ["It rose to 12,450.", "12,450", "", f"The letter {ALEF} is the first."])
def test_other_lines_are_left_as_they_are(line: str) -> None:
    assert read_line(seen(line)) is None


def test_order_is_that_of_the_page_whatever_the_order_of_the_file() -> None:
    line = seen(f"90 {SEEN}")

    assert read_line([*line[2:], *line[:2]]) == f"{WORD} 90"


def test_a_gap_is_a_blank() -> None:
    line = [Placed(ALEF, 9, 10, 0, 1), Placed(BET, 8, 9, 0, 1), Placed("7", 6, 7, 0, 1)]

    assert read_line(line) == f"{ALEF}{BET} 7"


def test_letters_of_a_ligature_have_one_place() -> None:
    lam, alef = "\u0644", "\u0627"

    assert read_line([Placed(lam, 5, 6, 0, 1), Placed(alef, 5, 6, 0, 1), Placed(lam, 4, 5, 0, 1)]) == lam + alef + lam


def test_shapes_of_arabic_letters_are_the_letters() -> None:
    assert read_line(seen("\ufee1\ufefc\ufeb3")) == "\u0633\u0644\u0627\u0645"
