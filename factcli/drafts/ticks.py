"""Ticks of a desk: what people have checked by hand, kept in a JSON file and carried over by sentence.

A claim is known by its words and its sentence, blanks aside: it stays ticked when lines are wrapped anew or move, and
is no longer ticked when a word of its sentence changes.
"""

from __future__ import annotations

import os
from array import array
from bisect import bisect_right
from collections import Counter
from heapq import merge
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from factcli.documents.files import read_bytes
from factcli.documents.limits import LARGEST_FILE
from factcli.english.sentences import iter_sentences
from factcli.errors import FactcliError
from factcli.escaping import safe_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from factcli.documents import Document
    from factcli.drafts.review import PlacedFinding, Review
    from factcli.model.facts import Span

_VERSION = 1
# A text without full stops is one sentence: only so much of it is compared, on both sides of the words.
_MOST_CONTEXT = 300


class ClaimKey(NamedTuple):
    """What is ticked: words and their sentence, with single blanks.

    ``occurrence`` counts from 1 where a sentence or its words are repeated.
    """

    sentence: str
    words: str
    occurrence: int


class DeskTick(msgspec.Struct, frozen=True, omit_defaults=True):
    """A claim that somebody has checked: who (``by``) and the day (``on``), as they were typed."""

    sentence: str
    words: str
    occurrence: int = 1
    by: str = ""
    on: str = ""

    @property
    def claim(self) -> ClaimKey:
        """The claim that is ticked."""
        return ClaimKey(self.sentence, self.words, self.occurrence)


class MarkedFinding(NamedTuple):
    """A finding of a draft, the claim that it is about, and its tick.

    ``claim`` is None where the finding before is about the same words, and for a problem with a waiver.
    """

    finding: PlacedFinding
    claim: ClaimKey | None
    tick: DeskTick | None


class TicksError(FactcliError):
    """A file of ticks that cannot be read."""


class _File(msgspec.Struct):
    version: int
    drafts: dict[str, list[DeskTick]]


class Ticks:
    """The ticks of one file, by draft."""

    def __init__(self, drafts: Mapping[str, Mapping[ClaimKey, DeskTick]]) -> None:
        self._drafts = drafts

    @classmethod
    def read(cls, path: Path) -> Ticks:
        """The ticks in the file at ``path``; raises :class:`FactcliError`."""
        hint = "save it with the button of a page that fact check DRAFT --format html wrote"
        try:
            file = msgspec.json.decode(read_bytes(path, LARGEST_FILE), type=_File)
        except (msgspec.DecodeError, RecursionError) as error:
            raise TicksError(f"{path}: not a file of ticks: {error}", hint=hint) from error
        if file.version != _VERSION:
            raise TicksError(f"{path}: unknown version {file.version} of a file of ticks", hint="update factcli")
        return cls({name: {tick.claim: tick for tick in ticks} for name, ticks in file.drafts.items()})

    def of(self, draft: str) -> Mapping[ClaimKey, DeskTick]:
        """The ticks of a draft: those under its path, else under its file name."""
        name = safe_text(draft)
        by_file_name = {os.path.basename(path): ticks for path, ticks in self._drafts.items()}  # noqa: PTH119 - any path
        return self._drafts.get(name, by_file_name.get(os.path.basename(name), {}))  # noqa: PTH119 - any path

    def of_only(self, draft: str) -> Ticks:
        """The ticks for a check of one draft alone; those of the only draft of the file if it was renamed.

        >>> Ticks({"v1.md": {}}).of_only("v2.md").of("v2.md")
        {}
        """
        is_renamed = len(self._drafts) == 1 and not self.of(draft)
        return Ticks({safe_text(draft): each for each in self._drafts.values()}) if is_renamed else self

    def carried(self, review: Review) -> tuple[int, int]:
        """How many ticks of a draft still hold, and how many there are."""
        ticks = self.of(review.document.name)
        held = sum(1 for each in marked(review, self) if each.claim and each.tick)
        return held, len(ticks)


def marked(review: Review, ticks: Ticks | None = None) -> Iterator[MarkedFinding]:
    """The findings of a draft in order, waived ones too, each with its claim and tick.

    What is unknown is left out where another finding is about the same words.
    """
    known = ticks.of(review.document.name) if ticks else {}
    claims = _ClaimReader(review.document)
    for finding in _decided(merge(review.findings, review.waived, key=attrgetter("start.offset"))):
        claim, is_repeated = claims.read(finding.span) if finding.span else (None, False)
        tick = known.get(claim) if claim else None
        yield MarkedFinding(finding, None if is_repeated else claim, tick)


def _decided(findings: Iterable[PlacedFinding]) -> Iterator[PlacedFinding]:
    """The findings without those that are unknown where another one is about the same words."""
    for _, group in groupby(findings, key=attrgetter("start.offset")):
        here = list(group)
        decided = {finding.span for finding in here if finding.verdict != "unknown"}
        yield from (each for each in here if each.verdict != "unknown" or each.span not in decided)


class _ClaimReader:
    """Reads the claims of a draft, whose spans are given in order."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._starts, self._ends = array("I"), array("I")
        for sentence in iter_sentences(self._text):
            self._starts.append(sentence.start)
            self._ends.append(sentence.end)
        self._met: Counter[tuple[str, str]] = Counter()
        self._here: dict[Span, ClaimKey] = {}

    def read(self, span: Span) -> tuple[ClaimKey, bool]:
        """The claim at a span, and whether it was read before."""
        if span in self._here:
            return self._here[span], True
        if any(other.start != span.start for other in self._here):
            self._here.clear()
        known = self._sentence(span), _blanked(self._text[span.start : min(span.end, span.start + _MOST_CONTEXT)])
        self._met[known] += 1
        claim = self._here[span] = ClaimKey(*known, self._met[known])
        return claim, False

    def _sentence(self, span: Span) -> str:
        number = bisect_right(self._starts, span.start) - 1
        start = max(self._starts[number], span.start - _MOST_CONTEXT)
        return _blanked(self._text[start : min(self._ends[number], span.start + 2 * _MOST_CONTEXT)])


def _blanked(text: str) -> str:
    r"""The text with single blanks, and without what no JSON of a browser could carry.

    >>> _blanked("two\n words")
    'two words'
    """
    return safe_text(" ".join(text.split()))
