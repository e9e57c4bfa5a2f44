"""Edits of a draft -> a unified diff, made from the edits themselves: comparing the texts could take too long."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from factcli.documents.document import LINE_END
from factcli.drafts.fixes import SourceEdit, apply_edits
from factcli.escaping import safe_text
from factcli.model.facts import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcli.documents import Document

_CONTEXT = 3


class _Change(NamedTuple):
    """Lines ``first`` to ``last`` (from 1) of the draft, and what they become."""

    first: int
    last: int
    new: list[str]


def render_diff(document: Document, edits: Iterable[SourceEdit]) -> Iterator[str]:
    """The edits, in order and apart from one another, as a unified diff that ``git apply`` takes.

    Control characters but tabs and a line's end are shown escaped.
    """
    old = _lines(document.source)
    name = safe_text(document.name)
    head = f"--- a/{name}\n+++ b/{name}\n"
    shift = 0
    for hunk in _hunks(_changes(document, old, edits)):
        first, last = max(1, hunk[0].first - _CONTEXT), min(len(old), hunk[-1].last + _CONTEXT)
        grown = sum(len(change.new) - (change.last - change.first + 1) for change in hunk)
        count = last - first + 1
        yield f"{head}@@ -{first},{count} +{first + shift},{count + grown} @@\n"
        yield from _body(old, hunk, first, last)
        head, shift = "", shift + grown


def _changes(document: Document, old: Sequence[str], edits: Iterable[SourceEdit]) -> Iterator[_Change]:
    """What the edits make of the lines that they touch; those that touch one line are one change."""
    together: list[SourceEdit] = []
    last = 0
    for edit in edits:
        if together and document.source_place(edit.span.start).line > last:
            yield _change(document, old, together)
            together = []
        together.append(edit)
        last = document.source_place(edit.span.end).line
    if together:
        yield _change(document, old, together)


def _change(document: Document, old: Sequence[str], edits: Sequence[SourceEdit]) -> _Change:
    first, last = document.source_place(edits[0].span.start).line, document.source_place(edits[-1].span.end).line
    start = document.line_span(first).start
    moved = (SourceEdit(Span(edit.span.start - start, edit.span.end - start), edit.text) for edit in edits)
    return _Change(first, last, _lines(apply_edits("".join(old[first - 1 : last]), moved)))


def _hunks(changes: Iterable[_Change]) -> Iterator[list[_Change]]:
    """Changes whose context meets, together."""
    hunk: list[_Change] = []
    for change in changes:
        if hunk and change.first - hunk[-1].last > 2 * _CONTEXT:
            yield hunk
            hunk = []
        hunk.append(change)
    if hunk:
        yield hunk


def _body(old: Sequence[str], hunk: Iterable[_Change], first: int, last: int) -> Iterator[str]:
    at = first
    for change in hunk:
        yield from (_marked(" ", line) for line in old[at - 1 : change.first - 1])
        yield from (_marked("-", line) for line in old[change.first - 1 : change.last])
        yield from (_marked("+", line) for line in change.new)
        at = change.last + 1
    yield from (_marked(" ", line) for line in old[at - 1 : last])


def _marked(mark: str, line: str) -> str:
    if line.endswith("\n"):
        words = line.removesuffix("\n").removesuffix("\r")
        return mark + safe_text(words, keep="\t") + line[len(words) :]
    # A carriage return alone does not end a line for programs that read diffs.
    return mark + safe_text(line, keep="\t") + "\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    """The lines with their ends."""
    ends = [0, *(match.end() for match in LINE_END.finditer(text)), len(text)]
    return [text[start:end] for start, end in pairwise(ends) if start < end]
