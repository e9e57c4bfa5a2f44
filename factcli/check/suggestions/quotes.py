"""Quoted words as they were said, with as much of the draft as is right: its marks, its stops, its line ends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from factcli.check.compare.quotes import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = re.compile(r"\S++")
_CUT = re.compile(r"…|\.\s?\.|\[")
_STOPS = ".,;:!?"
# A passage that begins or ends this many words earlier or later than the quote is another passage.
_MOST_WORDS_APART = 4
# Where fewer of the words stay, they were said in another order, or elsewhere.
_LEAST_KEPT = 0.6


class _Step(NamedTuple):
    """A run of words of the draft, and the corresponding run of the quote."""

    is_same: bool
    draft: list[re.Match[str]]
    stored: list[str]


def rewrite_quote(surface: str, stored: str) -> Iterator[str]:
    """The ways to quote ``stored`` in place of ``surface``; none where the draft leaves words out or puts words in."""
    if _CUT.search(surface):
        return
    steps = _steps(surface, stored)
    kept = sum(len(step.draft) for step in steps if step.is_same)
    if kept >= _LEAST_KEPT * len(surface.split()):
        yield _word_by_word(surface, steps)
    if abs(len(words_of(surface)) - len(words_of(stored))) <= _MOST_WORDS_APART:
        yield _like(surface, stored)


def _word_by_word(surface: str, steps: list[_Step]) -> str:
    """The draft's words with those put right that differ; what was said before and after them is left out."""
    for step in reversed(steps):
        if not step.is_same:
            surface = _put_in(surface, step)
    return surface


def _put_in(surface: str, step: _Step) -> str:
    words = " ".join(step.stored)
    start, end = step.draft[0].start(), step.draft[-1].end()
    if not words:
        # The blank goes with the words.
        return surface[:start].rstrip() + surface[end:] if start else surface[end:].lstrip()
    right = _like(surface[start:end], words) if end == len(surface) else _with_capital(surface[start:end], words)
    return surface[:start] + right + surface[end:]


def _steps(surface: str, stored: str) -> list[_Step]:
    """How the draft's words become those that were said, from the first that both share to the last.

    Words that only the quote has are inserted next to a word of the draft.
    """
    # Only words that differ need a library to say where.
    from rapidfuzz.distance import Indel

    draft, said = list(_WORD.finditer(surface)), stored.split()
    steps: list[_Step] = []
    for code in Indel.opcodes([_plain(word[0]) for word in draft], list(map(_plain, said))):
        written, right = draft[code.src_start : code.src_end], said[code.dest_start : code.dest_end]
        if steps and not steps[-1].is_same and code.tag != "equal":
            steps[-1] = _Step(is_same=False, draft=steps[-1].draft + written, stored=steps[-1].stored + right)
        else:
            steps.append(_Step(code.tag == "equal", written, right))
    return _anchored(steps)


def _anchored(steps: list[_Step]) -> list[_Step]:
    """The steps, each attached to a word of the draft, and at either edge no more words than the draft has."""
    anchored: list[_Step] = []
    for number, step in enumerate(steps):
        if step.draft:
            anchored.append(_within_edges(step, is_first=number == 0, is_last=number == len(steps) - 1))
        elif 0 < number < len(steps) - 1:
            before = anchored[-1].draft[-1]
            anchored.append(_Step(is_same=False, draft=[before], stored=[before[0], *step.stored]))
    return anchored


def _within_edges(step: _Step, *, is_first: bool, is_last: bool) -> _Step:
    if step.is_same or is_first == is_last:
        return step
    size = len(step.draft)
    return step._replace(stored=step.stored[-size:] if is_first else step.stored[:size])


def _plain(word: str) -> str:
    return " ".join(words_of(word)) or word


def _like(draft: str, words: str) -> str:
    """The words with the capital and the stop at the end that the draft has."""
    return _with_capital(draft, words.rstrip(_STOPS) + draft[len(draft.rstrip(_STOPS)) :])


def _with_capital(draft: str, words: str) -> str:
    is_same_word = words_of(draft)[:1] == words_of(words)[:1] and draft[:1].casefold() == words[:1].casefold()
    return draft[:1] + words[1:] if is_same_word else words
