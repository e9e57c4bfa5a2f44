"""The order in which a line is read: its characters with their places on the page come in, its text goes out.

A page has its characters where they are seen.  In Hebrew and Arabic a line is read from right to left, but its numbers
and its words in Latin letters from left to right (Unicode Standard Annex 9).
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from factcli.mentions.patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LETTERS = r"\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_RIGHT_TO_LEFT = late_pattern(rf"[{_LETTERS}]")
# What is read from left to right within such a line: a number with its sign, or Latin words with all between them.
_RUN = late_pattern(
    rf"[A-Za-zÀ-ɏ](?:[^{_LETTERS}()\[\]]{{0,200}}[A-Za-zÀ-ɏ\d])?"
    r"|[$€£₪]?\d{1,30}(?:[-.,:/\u066b\u066c]\d{1,30}){0,10}[%°]?"
)
_MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")
_HALF = 0.5
# A gap that is wider than this part of a line's height is between two words.
_GAP_OF_WORDS = 0.12


class Placed(NamedTuple):
    """A character, and where its edges are on the page, whose lower left corner is 0, 0."""

    character: str
    left: float
    right: float
    bottom: float
    top: float

    def is_level_with(self, other: Placed) -> bool:
        """Whether two characters may be in one line: one is beside the other, or, on a page that is turned, below."""
        return (self.left < other.right and other.left < self.right) or (
            self.bottom < other.top and other.bottom < self.top
        )


def has_right_to_left(text: str) -> bool:
    """Whether a text has letters of a script that is written from right to left."""
    return _RIGHT_TO_LEFT.search(text) is not None


def read_line(characters: Sequence[Placed]) -> str | None:
    """The text of a line that is mostly written from right to left; None for any other line.

    >>> read_line([Placed(letter, at, at + 1, 0, 1) for at, letter in enumerate("12 גבא")])
    'אבג 12'
    """
    letters = [each.character for each in characters if each.character.isalpha()]
    if not letters or sum(map(has_right_to_left, letters)) < _HALF * len(letters):
        return None
    drawn = [each for each in characters if each.character != " " or each.right > each.left]
    # The characters of a ligature have one place, and are in the order in which they are read.
    from_left = sorted(enumerate(drawn), key=lambda each: (each[1].left, -each[0]))
    return _reversed("".join(_as_seen([each for _, each in from_left])))


def _as_seen(characters: Sequence[Placed]) -> Iterator[str]:
    """The characters from left to right, with a blank in each gap between words."""
    before: Placed | None = None
    for each in characters:
        gap = each.left - before.right if before else 0.0
        if before and gap > _GAP_OF_WORDS * (each.top - each.bottom) and " " not in {before.character, each.character}:
            yield " "
        yield _plain(each.character)
        before = each


def _plain(character: str) -> str:
    """The letters of an Arabic letter in one of its shapes, from left to right; any other as it is."""
    is_shape = has_right_to_left(character) and "ARABIC" in unicodedata.name(character, "")
    return unicodedata.normalize("NFKC", character)[::-1] if is_shape else character


def _reversed(seen: str) -> str:
    """A line as it is seen, from right to left but for the runs in it that are read from left to right."""
    parts: list[str] = []
    at = 0
    for run in _RUN.finditer(seen):
        parts += (seen[at : run.start()][::-1].translate(_MIRRORED), run[0])
        at = run.end()
    parts.append(seen[at:][::-1].translate(_MIRRORED))
    return "".join(reversed(parts))
