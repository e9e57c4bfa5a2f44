"""Match quotation marks: a text -> the stretches between the marks that belong together.

Marks are matched like brackets on a stack, so that one forgotten mark costs one quotation and not the rest of the text.
"""

# ruff: noqa: RUF001 - typographic marks are what is read here
from __future__ import annotations

import re
from typing import NamedTuple

from factcli.mentions.patterns import late_pattern
from factcli.model.facts import Span

# Every mark that may open or close a quotation, the apostrophes of "rock 'n' roll", and the ends of paragraphs.
_TOKEN = re.compile(r"""['’]n['’]|[“”„«»‘’‚"']|``|\n(?=[^\S\n]{0,40}+\n)""")
# The mark that closes -> the marks that it may close.
_OPENERS = {
    "”": ("“", "„", "”"),
    "“": ("„",),
    "»": ("«", "»"),
    "«": ("»",),
    "’": ("‘", "‚"),
    "‘": ("‚",),
    '"': ('"',),
    "'": ("'",),
    "''": ("``",),
}
_DIRECTED = frozenset({"“", "„", "«", "‚", "``"})
_SINGLE = frozenset("‘’‚'")
# They open too, where nothing waits for them: German books print »so«, Swedes and Finns ”so”.
_EITHER_WAY = frozenset("”»")
_BEFORE_OPENING = frozenset("([{–—-/“„«‘\"'")
# Clipped words begin with an apostrophe: '90s, 'tis, 'em.
_CLIPPED = late_pattern(r"(?:\d\ds?|tis|twas|em|til|cause|cos|round|bout|ere|neath|tween)\b", re.IGNORECASE)
# A plural possessive or a dropped g before a lower-case word: the end of a quotation only if no better one comes.
_DOUBTFUL_END = late_pattern(r"(?<=[sSzn])['’][^\S\n](?=[a-z])")
_REOPENING = late_pattern(r"""\s{1,80}+([“‘'"«„]|``)""")
_LINE_START = late_pattern(r"\n[^\S\n]{0,40}+$")
# Where paragraphs of a quotation were joined on one line: "“One. “Two.”".
_SENTENCE_START = late_pattern(r"[.!?…] {1,2}$")


class _Open(NamedTuple):
    mark: str
    at: int
    doubtful_end: int | None = None


class _OpenMarks:
    """The marks that wait for the one that closes them, the latest of each kind at hand."""

    def __init__(self) -> None:
        self.stack: list[_Open] = []
        self._places: dict[str, list[int]] = {}

    def push(self, mark: str, at: int) -> None:
        self._places.setdefault(mark, []).append(len(self.stack))
        self.stack.append(_Open(mark, at))

    def latest(self, closer: str) -> int | None:
        """The place on the stack of the latest mark that ``closer`` may close."""
        places = [self._places[mark][-1] for mark in _OPENERS.get(closer, ()) if self._places.get(mark)]
        return max(places, default=None)

    def close(self, place: int) -> _Open:
        """Take the mark at ``place`` off the stack with all that was opened within and never closed."""
        while True:
            opened = self.stack.pop()
            self._places[opened.mark].pop()
            if len(self.stack) == place:
                return opened

    def doubt(self, place: int, end: int) -> None:
        """Remember ``end`` for the mark at ``place``, should no better end come."""
        opened = self.stack[place]
        self.stack[place] = opened if opened.doubtful_end else opened._replace(doubtful_end=end)

    def give_up(self) -> list[Span]:
        """Forget all marks; what is left of them are the doubtful ends."""
        pairs = [Span(mark.at, mark.doubtful_end) for mark in self.stack if mark.doubtful_end]
        self.stack.clear()
        self._places.clear()
        return pairs


def quoted_spans(text: str) -> list[Span]:
    """The outermost stretches between matching quotation marks, marks included, in order.

    Apostrophes, feet and inches are not marks.  A stretch ends with its paragraph unless the next one opens it again.
    """
    return _outermost(_pairs(text))


def _pairs(text: str) -> list[Span]:
    pairs: list[Span] = []
    opened = _OpenMarks()
    for match in _TOKEN.finditer(text):
        mark, at = match[0], match.start()
        if mark == "\n":
            if opened.stack and not _goes_on(text, at, opened.stack[0].mark):
                pairs += opened.give_up()
        elif not _is_apostrophe(text, mark, at):
            pairs += _read_mark(text, mark, at, opened)
    return pairs + opened.give_up()


def _read_mark(text: str, mark: str, at: int, opened: _OpenMarks) -> list[Span]:
    """What the mark closes, if anything; else it may open."""
    if mark == "'" and text.startswith("''", at):
        mark = "''"
    place = opened.latest(mark)
    if place is not None and _closes(text, mark, at):
        if mark in _SINGLE and _DOUBTFUL_END.match(text, at):
            opened.doubt(place, at + 1)
            return []
        return [Span(_close(text, place, at + len(mark), opened).at, at + len(mark))]
    if _opens(text, mark, at) and not _opens_again(text, mark, at, opened):
        opened.push(mark, at)
    return []


def _close(text: str, place: int, end: int, opened: _OpenMarks) -> _Open:
    """Close the mark at ``place``; the marks that it opens again end there too, if nothing else closes them."""
    closed = later = opened.close(place)
    for number in range(place - 1, -1, -1):
        entry = opened.stack[number]
        if entry.doubtful_end or entry.mark != later.mark or not _opens_a_sentence(text, later):
            break
        opened.doubt(number, end)
        later = entry
    return closed


def _opens_a_sentence(text: str, entry: _Open) -> bool:
    is_double = entry.mark in {"“", '"'} and text[entry.at + 1 : entry.at + 2].isupper()
    return is_double and bool(_SENTENCE_START.search(text, max(entry.at - 3, 0), entry.at))


def _outermost(pairs: list[Span]) -> list[Span]:
    spans: list[Span] = []
    for pair in sorted(pairs):
        if not spans or pair.start >= spans[-1].end:
            spans.append(pair)
    return spans


def _neighbours(text: str, at: int, length: int = 1) -> tuple[str, str]:
    return text[at - 1 : at] if at else "", text[at + length : at + length + 1]


def _is_apostrophe(text: str, mark: str, at: int) -> bool:
    if mark not in _SINGLE:
        return len(mark) == len("'n'")
    before, after = _neighbours(text, at)
    if before.isalnum():
        return after.isalnum()
    return bool(_CLIPPED.match(text, at + 1))


def _closes(text: str, mark: str, at: int) -> bool:
    """Whether a mark that may close something does so here: it does not lean on the word after it."""
    before, after = _neighbours(text, at, len(mark))
    if mark in _SINGLE:
        return not before.isspace() and not after.isalnum()
    is_free = before.isspace() or before in _BEFORE_OPENING
    if mark in _EITHER_WAY:
        return not (is_free and after.isalnum())
    return not (is_free and bool(after.strip()) and not _is_closing(after))


def _opens(text: str, mark: str, at: int) -> bool:
    if mark in _DIRECTED:
        return True
    if mark not in {"‘", '"', "'"} | _EITHER_WAY:
        return False
    before, after = _neighbours(text, at)
    free = not before or before.isspace() or before in _BEFORE_OPENING
    return bool(after) and free and (mark == '"' or not after.isspace())


def _is_closing(character: str) -> bool:
    return character in ".,;:!?)]}”»’"


def _goes_on(text: str, at: int, mark: str) -> bool:
    """Whether the paragraph after the blank line at ``at`` begins by opening ``mark`` again."""
    match = _REOPENING.match(text, at)
    return match is not None and match[1] == mark


def _opens_again(text: str, mark: str, at: int, opened: _OpenMarks) -> bool:
    """Whether the mark only repeats, at the head of a line, one that is still open."""
    is_first = bool(_LINE_START.search(text, max(at - 41, 0), at))
    return is_first and any(entry.mark == mark for entry in opened.stack[:1])
