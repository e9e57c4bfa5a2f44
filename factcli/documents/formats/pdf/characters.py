"""The characters of a page of a PDF with their places: the text that PDFium gives for a page comes in.

PDFium is asked only for the places that are needed: each is a call, and a page has thousands of characters.
"""

from __future__ import annotations

import math
from ctypes import byref, c_double
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

# PDFium marks a hyphen at the end of a line with one of these, depending on its version and on what it is asked for.
LINE_END_HYPHENS = "\x02\ufffe"
# The sine of the angle of a line that is seen as level.
_LEVEL = 0.1


class Box(NamedTuple):
    """The edges of what is drawn on a page, whose lower left corner is 0, 0."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        """From the bottom to the top."""
        return self.top - self.bottom

    def joined(self, other: Box) -> Box:
        """The box around both."""
        return Box(
            min(self.left, other.left),
            min(self.bottom, other.bottom),
            max(self.right, other.right),
            max(self.top, other.top),
        )

    def is_beside(self, other: Box) -> bool:
        """Whether both are in one line: more than half of the lower one is at the height of the other."""
        common = min(self.top, other.top) - max(self.bottom, other.bottom)
        return common > min(self.height, other.height) / 2


class PageCharacters:
    """The places of the characters of ``text``, which is that of a page; by their offsets in it."""

    def __init__(self, page: PdfTextPage, text: str) -> None:
        self._page = page
        self._text = text

    @cached_property
    def _numbers(self) -> dict[int, int]:
        """PDFium's number of each character that is not a blank; empty where the text and the page differ."""
        stored = self._page.get_text_range()
        if len(stored) != self._page.count_chars():
            return {}
        offsets = [offset for offset, character in enumerate(self._text) if _is_drawn(character)]
        numbers = [number for number, character in enumerate(stored) if _is_drawn(character)]
        is_same = list(map(self._text.__getitem__, offsets)) == list(map(stored.__getitem__, numbers))
        return dict(zip(offsets, numbers, strict=True)) if is_same else {}

    def is_known(self, offset: int) -> bool:
        """Whether the character at ``offset`` has a place; a blank has none."""
        return offset in self._numbers

    def is_turned(self, offset: int) -> bool:
        """Whether the character is on a line that is not level, or its place is not known."""
        from pypdfium2.raw import FPDFText_GetCharAngle

        number = self._numbers.get(offset)
        return number is None or abs(math.sin(FPDFText_GetCharAngle(self._page, number))) > _LEVEL

    def line_box(self, offset: int) -> Box:
        """The character with the height of its font, which all characters of a line have in common."""
        from pypdfium2.raw import FS_RECTF, FPDFText_GetLooseCharBox

        box = FS_RECTF()
        FPDFText_GetLooseCharBox(self._page, self._numbers[offset], byref(box))
        return Box(box.left, box.bottom, box.right, box.top)

    def ink_bottom(self, offset: int) -> float:
        """The lowest point that is drawn of the character."""
        from pypdfium2.raw import FPDFText_GetCharBox

        left, right, bottom, top = c_double(), c_double(), c_double(), c_double()
        number = self._numbers[offset]
        FPDFText_GetCharBox(self._page, number, byref(left), byref(right), byref(bottom), byref(top))
        return bottom.value

    def baseline(self, offset: int) -> float:
        """The height of the line on which the character stands."""
        from pypdfium2.raw import FPDFText_GetCharOrigin

        across, up = c_double(), c_double()
        FPDFText_GetCharOrigin(self._page, self._numbers[offset], byref(across), byref(up))
        return up.value


def _is_drawn(character: str) -> bool:
    return not character.isspace() and character not in LINE_END_HYPHENS
