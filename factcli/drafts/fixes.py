"""Apply suggestions to a draft with the smallest possible edits; every other byte stays as it is."""

from __future__ import annotations

import os
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from factcli.documents.document import DocumentError
from factcli.documents.files import MARKED_ENCODINGS
from factcli.documents.known_formats import is_binary
from factcli.escaping import safe_text
from factcli.model.facts import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from io import FileIO
    from pathlib import Path

    from factcli.check import Finding
    from factcli.documents import Document

_ENCODINGS = ((b"", "utf-8"), *((mark, encoding) for mark, encoding in MARKED_ENCODINGS if encoding))
_MARKUP = frozenset("*_`[]\\~&|")


class SourceEdit(NamedTuple):
    """A span of a draft's source, and its replacement."""

    span: Span
    text: str


def edit_of(document: Document, finding: Finding) -> SourceEdit | None:
    """The smallest edit of the source that applies the finding's suggestion.

    None if there is no suggestion, if the changed words are interrupted by markup in the source, or if the new text
    would add markup, control characters or a comment.
    """
    if finding.suggestion is None or finding.suggestion == finding.surface:
        return None
    first, last, text = _narrowed(finding.surface, finding.suggestion)
    prose = Span(finding.span.start + first, finding.span.start + last)
    source = document.source_span(prose)
    if document.source[slice(*source)] != document.text[slice(*prose)]:
        return None
    is_plain = safe_text(text, keep="\n") == text and "<" not in text
    # In Markdown, some characters in the words of a fact would become markup.
    is_markup = document.offsets is not None and not _MARKUP.isdisjoint(text)
    return SourceEdit(source, text) if is_plain and not is_markup else None


def chosen_edits(edits: Iterable[SourceEdit]) -> list[SourceEdit]:
    """The edits in order, without those that overlap an earlier one."""
    chosen: list[SourceEdit] = []
    for edit in sorted(edits):
        if not chosen or edit.span.start >= chosen[-1].span.end:
            chosen.append(edit)
    return chosen


def apply_edits(source: str, edits: Iterable[SourceEdit]) -> str:
    """``source`` with the edits applied; they must be in order and not overlap."""
    parts, at = [], 0
    for edit in edits:
        parts += [source[at : edit.span.start], edit.text]
        at = edit.span.end
    return "".join([*parts, source[at:]])


def write_fixes(path: Path, document: Document, edits: Iterable[SourceEdit]) -> None:
    """Apply the edits to the file that ``document`` was read from, atomically and in its encoding.

    Raises :class:`FactcliError` if the file is not text, has changed since it was read, or cannot be written.
    """
    # Imported here: a check that writes nothing does not need it.
    from factcli.store.file import rewrite_file

    def rewrite(before: bytes) -> bytes:
        mark, encoding = _encoding(before, document, path)
        return mark + apply_edits(document.source, edits).encode(encoding)

    if path.stat().st_nlink > 1:
        _overwrite(path, rewrite)
    else:
        rewrite_file(path, rewrite)


def _overwrite(path: Path, rewrite: Callable[[bytes], bytes]) -> None:
    """Write into a file that has more names (hard links), which a new file in its place would part from it."""
    try:
        with path.open("r+b", buffering=0) as file:
            before = file.read()
            after = rewrite(before)
            try:
                _fill(file, after)
            except OSError:
                _fill(file, before)
                raise
    except OSError as error:
        raise DocumentError(str(path), f"cannot be written: {error.strerror}", hint="check the path") from error


def _fill(file: FileIO, data: bytes) -> None:
    """Make ``data`` the content of an open file, on the disk."""
    file.seek(0)
    rest = memoryview(data)
    while rest:
        rest = rest[file.write(rest) :]
    file.truncate()
    os.fsync(file.fileno())


def _narrowed(surface: str, suggestion: str) -> tuple[int, int, str]:
    """The part of ``surface`` that must change: start and end of a non-empty span, and its replacement."""
    first = _shared_start(surface, suggestion)
    same_end = _shared_start(surface[first:][::-1], suggestion[first:][::-1])
    last = len(surface) - same_end
    if first == last:
        # A pure insertion includes a neighbouring character, which decides its side of any markup.
        first, last = (first - 1, last) if first else (first, last + 1)
        same_end = len(surface) - last
    return first, last, suggestion[first : len(suggestion) - same_end]


def _shared_start(left: str, right: str) -> int:
    """The length of the common prefix."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(left, right, strict=False)))


def _encoding(data: bytes, document: Document, path: Path) -> tuple[bytes, str]:
    """The byte order mark and the encoding with which the source encodes to exactly these bytes."""
    if is_binary(document.name):
        raise DocumentError(
            str(path), "cannot be fixed, as it is not text", hint="apply the suggestions in its program"
        )
    for mark, encoding in _ENCODINGS:
        if data == mark + document.source.encode(encoding, "surrogatepass"):
            return mark, encoding
    raise DocumentError(
        str(path), "cannot be fixed", hint="--fix changes text files that have not changed since they were read"
    )
