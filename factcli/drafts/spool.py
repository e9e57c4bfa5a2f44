"""Collect the findings of a draft in order; those of a large draft spill to a temporary file."""

from __future__ import annotations

import sys
from collections.abc import Collection
from functools import cached_property
from heapq import merge
from itertools import chain
from operator import attrgetter
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from factcli.drafts.review import PlacedFinding
    from factcli.model.facts import Fact

_PLACE = attrgetter("start.offset")
# How many findings are kept in memory, and written and read at once.
_MOST_IN_MEMORY = 4_000


class Spool:
    """Collects findings; spills to an anonymous temporary file above the memory limit."""

    def __init__(self) -> None:
        self._latest: list[PlacedFinding] = []
        self._facts: dict[int, Fact] = {}
        self._runs: list[list[int]] = []
        self._most = _MOST_IN_MEMORY
        self._last = 0

    def add(self, finding: PlacedFinding) -> None:
        """Keep a finding."""
        self._latest.append(finding)
        if len(self._latest) >= self._most:
            self._spill()

    def in_order(self, more: Iterable[PlacedFinding]) -> Collection[PlacedFinding]:
        """All findings and ``more`` in the order of the draft; a tuple if they fit in memory."""
        if not self._runs:
            return tuple(sorted([*self._latest, *more], key=_PLACE))
        return SpooledFindings(self, sorted(more, key=_PLACE))

    def read(self) -> Iterator[PlacedFinding]:
        """The findings in the order of the draft."""
        runs = (chain.from_iterable(map(self._part, run)) for run in self._runs)
        return merge(*runs, sorted(self._latest, key=_PLACE), key=_PLACE)

    @cached_property
    def _file(self) -> IO[bytes]:
        # Only a large draft needs a file.
        import tempfile
        from weakref import finalize

        file = tempfile.TemporaryFile()  # noqa: SIM115 - it lives as long as its findings
        finalize(self, file.close)
        return file

    def _spill(self) -> None:
        """Move the findings in memory to the file; if the disk is full, keep all in memory.

        They go on with the run of those before them, or begin another one: what a draft says of itself comes last.
        """
        import pickle

        self._latest.sort(key=_PLACE)
        for finding in self._latest:
            if finding.fact:
                self._facts[id(finding.fact)] = finding.fact
        light = [finding._replace(fact=None) for finding in self._latest]
        facts = [id(finding.fact) if finding.fact else None for finding in self._latest]
        try:
            place = self._file.seek(0, 2)
            pickle.dump((light, facts), self._file)
        except OSError:
            self._most = sys.maxsize
        else:
            if not self._runs or self._latest[0].start.offset < self._last:
                self._runs.append([])
            self._runs[-1].append(place)
            self._last = self._latest[-1].start.offset
            self._latest = []

    def _part(self, place: int) -> Iterator[PlacedFinding]:
        import pickle

        self._file.seek(place)
        light, facts = pickle.load(self._file)  # noqa: S301 - only this process can have written it
        for finding, fact in zip(light, facts, strict=True):
            yield finding._replace(fact=self._facts[fact]) if fact else finding


class SpooledFindings(Collection["PlacedFinding"]):
    """The findings of a large draft, read from the file on each iteration."""

    def __init__(self, spool: Spool, more: list[PlacedFinding], *hidden: Container[str]) -> None:
        """Findings whose verdict is in one of ``hidden`` are left out."""
        self._spool = spool
        self._more = more
        self._hidden = hidden

    def __iter__(self) -> Iterator[PlacedFinding]:
        every = merge(self._spool.read(), self._more, key=_PLACE)
        return (each for each in every if not any(each.verdict in hidden for hidden in self._hidden))

    def __len__(self) -> int:
        return self._count

    def __contains__(self, finding: object) -> bool:
        return any(each == finding for each in self)

    def without(self, verdicts: Container[str]) -> SpooledFindings:
        """The same findings without those of these verdicts."""
        return SpooledFindings(self._spool, self._more, *self._hidden, verdicts)

    @cached_property
    def _count(self) -> int:
        return sum(1 for _ in self)
