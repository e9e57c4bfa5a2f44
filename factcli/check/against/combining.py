"""What a store says of a draft and what its sources say: the better evidence for each mention."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Protocol

from factcli.check.reasons import Reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcli.check.findings import Finding
    from factcli.check.reasons import Verdict
    from factcli.model.facts import Span

# The graver of two errors is shown; a store is curated, so that its error comes before a confirmation by a source.
_OF_STORE: dict[Verdict, int] = {"contradicted": 7, "outdated": 6, "confirmed": 5, "unknown": 0}
_OF_SOURCES: dict[Verdict, int] = {"confirmed": 4, "contradicted": 3, "unsupported": 2, "unknown": 1}


_MISNAMED = frozenset({Reason.NAME_SPELLING, Reason.NAME_FIRST, Reason.NAME_ALIKE, Reason.SPELT_TWO_WAYS})


class WrittenNames(Protocol):
    """The names that a store or sources have."""

    def has(self, surface: str) -> bool:
        """Whether a name is among them as it is written."""


def without_names_of(names: WrittenNames, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, but for those on names that other evidence has as they are written."""
    return (each for each in findings if each.reason not in _MISNAMED or not names.has(each.surface))


def combined(of_store: Iterable[Finding], of_sources: Iterable[Finding]) -> Iterator[Finding]:
    """The findings of both in the order of the draft; of two about the same words only the better one.

    Both come in the order of the draft.
    """
    waiting = deque(of_sources)
    for finding in of_store:
        while waiting and waiting[0].span.end <= finding.span.start:
            yield waiting.popleft()
        over = [other for other in waiting if _are_alike(other.span, finding.span)]
        rank = _OF_STORE[finding.verdict]
        if all(rank > _OF_SOURCES[other.verdict] for other in over):
            for other in over:
                waiting.remove(other)
            yield finding
    yield from waiting


def _are_alike(left: Span, right: Span) -> bool:
    """Whether two stretches are about the same words: each is at least half of the other."""
    shared = min(left.end, right.end) - max(left.start, right.start)
    return 2 * shared >= max(left.end - left.start, right.end - right.start)
