"""Explain the findings of a line: a review and a line in, each finding there with how it came about, out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcli.check.checker import Setting
from factcli.check.explaining.explain import explain
from factcli.model.facts import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from factcli.check import Checker
    from factcli.check.explaining.explanation import Explanation
    from factcli.documents import Document
    from factcli.drafts.review import PlacedFinding
    from factcli.model.facts import Mention


class ExplainedFinding(NamedTuple):
    """A finding with its explanation, which names and what a draft says against itself do not have."""

    finding: PlacedFinding
    explanation: Explanation | None


def explain_findings(
    document: Document,
    findings: Iterable[PlacedFinding],
    checker: Checker,
    mentions: Iterable[Mention],
    published: date | None = None,
) -> Iterator[ExplainedFinding]:
    """The findings, each with the explanation of the mention that it is about; ``mentions`` are those of the draft.

    ``findings`` are near one another: what lies between them is read again.
    """
    wanted = list(findings)
    if not wanted:
        return
    place = Span(_text_offset(document, min(each.start.offset for each in wanted)), 0)
    place = Span(place.start, max(_text_offset(document, max(each.end.offset for each in wanted)), place.start + 1))
    explained = explain(checker, document.text, mentions, place, Setting.of(published, document.headings))
    found = {document.source_span(each.span): each for each in explained}
    for each in wanted:
        yield ExplainedFinding(each, found.get(Span(each.start.offset, each.end.offset)))


def _text_offset(document: Document, offset: int) -> int:
    """The first offset of the text whose place in the source is not before ``offset``."""
    low, high = 0, len(document.text)
    while low < high:
        middle = (low + high) // 2
        if document.place(middle).offset < offset:
            low = middle + 1
        else:
            high = middle
    return low
