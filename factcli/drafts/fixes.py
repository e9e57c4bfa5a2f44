"""Suggestions -> the draft with them applied: the smallest changes, and every other byte as it was."""

from __future__ import annotations

import codecs
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from factcli.documents.document import DocumentError
from factcli.escaping import safe_text
from factcli.model.facts import Span

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from factcli.check import Finding
    from factcli.documents import Document

_ENCODINGS = (
    (b"", "utf-8"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MARKUP = frozenset("*_`[]\\~&|")


class Edit(NamedTuple):
    """A stretch of a draft's source, and the text to put in its place."""

    span: Span
    text: str


def edit_of(document: Document, finding: Finding) -> Edit | None:
    """The smallest change of the source that makes the finding's suggestion.

    None where there is no suggestion, where what changes is not one stretch of the source (markup stands in it), or
    where the new text would bring in control characters or a comment.
    """
    if finding.suggestion is None or finding.suggestion == finding.surface:
        return None
    first, last, text = _narrowed(finding.surface, finding.suggestion)
    prose = Span(finding.span.start + first, finding.span.start + last)
    source = document.source_span(prose)
    if document.source[slice(*source)] != document.text[slice(*prose)]:
        return None
    is_plain = safe_text(text, keep="\n") == text and "<" not in text
    # In Markdown, a mark that came with the words of a fact would be read as markup.
    is_markup = document.offsets is not None and not _MARKUP.isdisjoint(text)
    return Edit(source, text) if is_plain and not is_markup else None


def chosen_edits(edits: Iterable[Edit]) -> list[Edit]:
    """The edits that do not overlap an earlier one, in order."""
    chosen: list[Edit] = []
    for edit in sorted(edits):
        if not chosen or edit.span.start >= chosen[-1].span.end:
            chosen.append(edit)
    return chosen


def mended(source: str, edits: Iterable[Edit]) -> str:
    """``source`` with the edits made, which come in order and do not overlap."""
    parts, at = [], 0
    for edit in edits:
        parts += [source[at : edit.span.start], edit.text]
        at = edit.span.end
    return "".join([*parts, source[at:]])


def write_mended(path: Path, document: Document, edits: Iterable[Edit]) -> None:
    """Make the edits in the file that ``document`` was read from, in one step, in its encoding.

    Raises :class:`FactcliError` where the file is no text, has changed since it was read, or cannot be written.
    """
    # A check that writes nothing has no time for these.
    from factcli.store.file import rewrite_file

    def rewrite(before: bytes) -> bytes:
        mark, encoding = _encoding(before, document, path)
        return mark + mended(document.source, edits).encode(encoding)

    rewrite_file(path, rewrite)


def _narrowed(surface: str, suggestion: str) -> tuple[int, int, str]:
    """Where ``surface`` must change: begin and end of a stretch that is not empty, and its new text."""
    first = _shared_start(surface, suggestion)
    same_end = _shared_start(surface[first:][::-1], suggestion[first:][::-1])
    last = len(surface) - same_end
    if first == last:
        # What is only put in stands beside a character of the prose, on its side of any markup.
        first, last = (first - 1, last) if first else (first, last + 1)
        same_end = len(surface) - last
    return first, last, suggestion[first : len(suggestion) - same_end]


def _shared_start(left: str, right: str) -> int:
    """How many characters both texts begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(left, right, strict=False)))


def _encoding(data: bytes, document: Document, path: Path) -> tuple[bytes, str]:
    """The byte order mark and the encoding in which the source is just these bytes."""
    for mark, encoding in _ENCODINGS:
        if data == mark + document.source.encode(encoding, "surrogatepass"):
            return mark, encoding
    raise DocumentError(str(path), "cannot be mended", hint="--fix writes plain text and Markdown that did not change")
