"""Split prose into sentences: a text -> the spans of its sentences, without the blanks between them.

An abbreviation, an initial or a decimal does not end a sentence; a blank line, a list mark or a row of a table does.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcli.english.calendar import CALENDAR_ABBREVIATIONS
from factcli.english.function_words import SENTENCE_OPENERS
from factcli.english.people import ABBREVIATED_TITLES
from factcli.english.rows import word_set
from factcli.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

# What may end a sentence: a stop with the marks that close after it, an empty line, or a line that opens a list item
# or a row.
_END = re.compile(
    r"""(?P<stop>[.!?…]++)["'”’»)\]]*+(?=\s|$)"""
    r"|(?P<gap>\n(?=[^\S\n]{0,40}+(?:\n|\||[-*•‣+–][^\S\n]|\#{1,6}[^\S\n]|\d{1,3}[.)][^\S\n])))",
)
_NEXT = re.compile(r"""\s*+["'“‘«(\[„]*+(?P<word>\S?[\w’']*+)""")
_LAST_WORD = re.compile(r"[^\W_](?:[\w&’'-]|\.(?=\w))*+$")

# Before a name or a number: the stop belongs to the word whatever comes next.
_TITLES = ABBREVIATED_TITLES | word_set("""
    amb atty no nos vs cf ca approx fig figs vol vols pp eq art sec ch ed eds e.g i.e viz al mt ft
    """)
# These may also close a sentence: what follows decides.
_ABBREVIATIONS = CALENDAR_ABBREVIATIONS | word_set("""
    inc ltd co corp plc llc bros dept univ assn est etc a.m p.m am pm u.s u.k u.n e.u d.c ph.d m.d b.a m.a a.d b.c
    """)
_LONGEST_WORD = 24


def split_sentences(text: str) -> list[Span]:
    """The spans of the sentences of ``text`` in order; blank stretches belong to none.

    >>> [text[s.start:s.end] for text in ["Mr. Li paid $1.5m. He left."] for s in split_sentences(text)]
    ['Mr. Li paid $1.5m.', 'He left.']
    """
    return list(iter_sentences(text))


def iter_sentences(text: str) -> Iterator[Span]:
    """The spans as :func:`split_sentences` gives them, one after another."""
    start = 0
    for end in _ends(text):
        span = _stripped(text, start, end)
        if span:
            yield span
        start = end


def _ends(text: str) -> Iterator[int]:
    for match in _END.finditer(text):
        if match["gap"] is not None or _closes(text, match):
            yield match.end()
    yield len(text)


def _stripped(text: str, start: int, end: int) -> Span | None:
    part = text[start:end]
    left = start + len(part) - len(part.lstrip())
    return Span(left, start + len(part.rstrip())) if left < end else None


def _closes(text: str, match: re.Match[str]) -> bool:
    """Whether the stop ends its sentence, by the word before it and the word after it."""
    following = _NEXT.match(text, match.end())
    word = following["word"] if following else ""
    if not word:
        return True
    if word[0].islower():
        return False
    if match["stop"] != ".":
        return True
    return not _is_inside_name(text, match.start(), word)


def _is_inside_name(text: str, stop: int, following: str) -> bool:
    """Whether the full stop at ``stop`` belongs to the word before it, as in "Mr. Li", "J. Li", "Dec. 3"."""
    before = _LAST_WORD.search(text, max(stop - _LONGEST_WORD, 0), stop)
    if not before:
        return False
    word = before[0].lower()
    if word.isdigit():
        return not text[max(before.start() - _LONGEST_WORD, 0) : before.start()].rpartition("\n")[2].strip()
    if word in _TITLES:
        return word not in {"no", "art", "ed", "fig"} or following[0].isdigit()
    if word in _ABBREVIATIONS or (len(word) == 1 and before[0].isupper()):
        return following.lower() not in SENTENCE_OPENERS
    return False
