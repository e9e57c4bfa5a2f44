"""Superscripts of a PDF: the text of a page comes in; it goes out with powers as such, and without marks of notes.

A PDF does not say what a superscript is; the place of a character does: "vessels2" has a 2 above the line.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from factcli.documents.raised import LONGEST_BASE, raised

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.documents.formats.pdf.characters import Box, PageCharacters

_WORD = re.compile(r"(?<!\S)(?:[^\s\d]{0,40}+\d\S{0,40}+|\S{1,40}[†‡§])")
_LONGEST_GAP = 20
# Parts of the height of a line: how far the ink of a superscript is above the line, and which font is as large.
_LEAST_RISE, _MOST_RISE, _SAME_SIZE = 0.15, 0.9, 0.93
_INSIDE, _MARKS = ",;-–—−+", "[]()†‡§"
_ISOTOPE = re.compile(r"[A-Z][a-z]?(?![a-z])")


class Superscript(NamedTuple):
    """A superscript: where it begins and ends in the text, and what it is read as."""

    start: int
    end: int
    printed: str


def find_superscripts(text: str, characters: PageCharacters) -> Iterator[Superscript]:
    """The superscripts in the text of a page, in order."""
    for word in _WORD.finditer(text):
        high = _raised_offsets(text, word, characters)
        start = next((offset for offset in range(*word.span()) if offset in high), word.end())
        end = start
        while end < word.end() and (end in high or text[end] in _INSIDE):
            end += 1
        while end > start and end - 1 not in high:
            end -= 1
        if start < end and not _is_part(text, start, end):
            yield _printed(text, start, end)


def _is_part(text: str, start: int, end: int) -> bool:
    """Whether what is raised is the upper number of a fraction, or that of an isotope: "¹⁴C"."""
    leads = not start or text[start - 1].isspace()
    return text[end : end + 3].lstrip("\r\n").startswith(("/", "⁄")) or (leads and bool(_ISOTOPE.match(text, end)))


def _printed(text: str, start: int, end: int) -> Superscript:
    """A superscript with what it is read as; one that PDFium puts on a line of its own is taken back."""
    begin, after = _before(text, start, "\r\n"), _after(text, end)
    printed = raised(text[max(begin - LONGEST_BASE, 0) : begin], text[start:end])
    if begin < start and "\n" in text[end:after]:
        return Superscript(begin, after, f"{printed} ")
    return Superscript(start, end, printed)


def _before(text: str, place: int, blanks: str | None = None) -> int:
    """Where the blanks before a place begin; only a few are looked at."""
    near = text[max(place - _LONGEST_GAP, 0) : place]
    return place - len(near) + len(near.rstrip(blanks))


def _after(text: str, place: int) -> int:
    """Where the blanks after a place end."""
    near = text[place : place + _LONGEST_GAP]
    return place + len(near) - len(near.lstrip())


def _raised_offsets(text: str, word: re.Match[str], characters: PageCharacters) -> set[int]:
    """The offsets of the characters of a word that are above the line of the largest in it or beside it."""
    placed = list(_in_line(text, word, characters))
    height = max((box.height for _, box in placed), default=0.0)
    base = next((offset for offset, box in placed if box.height >= _SAME_SIZE * height), None)
    if base is None or len(placed) <= 1 or _is_turned([box for _, box in placed]):
        return set()
    line = characters.baseline(base)
    within = (offset for offset, _ in placed if word.start() <= offset < word.end())
    lettered = (offset for offset in within if text[offset].isalnum() or text[offset] in _MARKS)
    rises = {offset: (characters.ink_bottom(offset) - line) / height for offset in lettered}
    return {offset for offset, rise in rises.items() if _LEAST_RISE < rise < _MOST_RISE}


def _in_line(text: str, word: re.Match[str], characters: PageCharacters) -> Iterator[tuple[int, Box]]:
    """The characters of a word with their places, and those right before and after it in the same line."""
    boxes = {offset: characters.line_box(offset) for offset in range(*word.span()) if characters.is_known(offset)}
    if not boxes:
        return
    first, last = boxes[min(boxes)], boxes[max(boxes)]
    before, after = _before(text, word.start()) - 1, _after(text, word.end())
    if characters.is_known(before) and _is_next_to(box := characters.line_box(before), first):
        yield before, box
    yield from boxes.items()
    if characters.is_known(after) and _is_next_to(last, box := characters.line_box(after)):
        yield after, box


def _is_next_to(one: Box, other: Box) -> bool:
    """Whether another character comes next in the same line."""
    return one.is_beside(other) and abs(other.left - one.right) < max(one.height, other.height)


def _is_turned(boxes: list[Box]) -> bool:
    """Whether characters are not written from left to right."""
    return any(after.left <= before.left for before, after in pairwise(boxes))
