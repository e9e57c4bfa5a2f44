"""Which lines of a draft are new: the draft as it was read against the file that a revision of git has."""

from __future__ import annotations

import os
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from rapidfuzz.distance import LCSseq

from factcli.documents import DocumentError, decode_document
from factcli.documents.document import LINE_END
from factcli.documents.known_formats import TEXT_SUFFIXES
from factcli.documents.limits import LARGEST_FILE
from factcli.drafts.repository import ChangesError, Revision, find_root

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from factcli.documents import Document

# What `git diff` takes for the same file under another name.
_LEAST_ALIKE = 0.5
# So many files that are gone are looked at to find the old name of a new one, and together so many bytes.
_MOST_GONE = 400
_LARGEST_GONE = 64 * 1024 * 1024
# Comparing two texts takes memory by the product of their lines: 64 MB for this.
_LARGEST_PRODUCT = 500_000_000
_LFS = b"version https://git-lfs.github.com/spec/"


class Changes:
    """What has changed since a revision, for the drafts of any repository."""

    def __init__(self, revision: str) -> None:
        self._revision = revision
        self._read: dict[str, Revision] = {}
        self._gone: dict[tuple[str, str], list[str]] = {}

    def changed_lines(self, document: Document) -> Callable[[int], bool]:
        """Whether a line (from 1) of a draft that was read from a file has changed; all have in a new file.

        A line of a Word file is a paragraph.  A file that has another name now is compared with its old self; ends of
        lines and encodings do not count.  Raises :class:`ChangesError` for what :class:`Revision` does.
        """
        path = os.path.realpath(document.name)
        revision = self._at(path)
        place = os.path.relpath(path, revision.top).replace(os.sep, "/")
        before = self._before(revision, place, document)
        if before is None:
            return lambda _: True
        changed = set(new_lines(_lines(before), _lines(document.source)))
        return changed.__contains__

    def _at(self, path: str) -> Revision:
        root = find_root(os.path.dirname(path))  # noqa: PTH120 - a plain path
        if root not in self._read:
            self._read[root] = Revision(root, self._revision)
        return self._read[root]

    def _before(self, revision: Revision, place: str, document: Document) -> str | None:
        """The text of the draft as it was; None where it was not there."""
        if place in revision.files:
            (data,) = revision.read([revision.files[place]], LARGEST_FILE)
            return _text(_readable(data, document.name), document.name)
        key = (revision.top, _kind(place))
        if key not in self._gone:
            self._gone[key] = list(_gone_files(revision, _kind(place)))
        return _most_alike(self._gone[key], document.source)


def new_lines(before: Sequence[str], after: Sequence[str]) -> Iterator[int]:
    """The numbers (from 1) of the lines of ``after`` that a shortest edit of ``before`` puts in.

    >>> list(new_lines(["one", "two"], ["zero", "one", "2"]))
    [1, 3]
    """
    start = _shared(before, after)
    end = _shared(before[start:][::-1], after[start:][::-1])
    numbers: dict[str, int] = {}
    old, new = (
        [numbers.setdefault(line, len(numbers)) for line in lines[start : len(lines) - end]]
        for lines in (before, after)
    )
    if len(old) * len(new) > _LARGEST_PRODUCT:
        known = Counter(old)
        yield from (start + at for at, line in enumerate(new, 1) if not _taken(known, line))
        return
    for step in LCSseq.opcodes(old, new):
        if step.tag != "equal":
            yield from range(start + step.dest_start + 1, start + step.dest_end + 1)


def _shared(left: Sequence[str], right: Sequence[str]) -> int:
    """How many lines both begin with."""
    pairs = enumerate(zip(left, right, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(left), len(right)))


def _taken(known: Counter[int], line: int) -> bool:
    """Whether an old line like this one was left, which is none any more."""
    known[line] -= 1
    return known[line] >= 0


def _gone_files(revision: Revision, kind: str) -> Iterator[str]:
    """The texts of the files of a kind that have left their places, as far as they are few and small enough."""
    gone = {
        path: name
        for path, name in revision.files.items()
        if _kind(path) == kind and not os.path.lexists(os.path.join(revision.top, path))  # noqa: PTH118 - a plain path
    }
    few = dict(islice(gone.items(), _MOST_GONE))
    for path, data in zip(few, revision.read(few.values(), _LARGEST_GONE), strict=True):
        if data:
            yield _text(data, path)


def _most_alike(texts: Iterable[str], after: str) -> str | None:
    """The text that shares most with ``after``; None where no one shares enough to be its old self."""
    now = Counter(_lines(after))
    alike = max(((_alike(Counter(_lines(text)), now), text) for text in texts), default=(0.0, ""))
    return alike[1] if alike[0] >= _LEAST_ALIKE else None


def _alike(before: Counter[str], after: Counter[str]) -> float:
    """How much of the larger of two texts is in the other too, by the length of their lines."""
    shared, *both = (sum(len(line) * count for line, count in each.items()) for each in (before & after, before, after))
    return shared / max(*both, 1)


def _lines(text: str) -> list[str]:
    return LINE_END.split(text)


def _kind(path: str) -> str:
    """What a file may be renamed from: a text that is a draft from any other, each other file from its own like."""
    suffix = os.path.splitext(path)[1].lower()  # noqa: PTH122 - a plain path
    return "text" if suffix in TEXT_SUFFIXES else suffix


def _readable(data: bytes | None, name: str) -> bytes:
    if data is None:
        what = f"its old text is not in this clone, or larger than {LARGEST_FILE // 1024**2} MiB"
        raise ChangesError(f"{name}: {what}", hint="check without --since, or fetch it: git fetch --refetch")
    if data.startswith(_LFS):
        raise ChangesError(f"{name}: is kept by Git LFS, which --since does not run", hint="check without --since")
    return data


def _text(data: bytes, name: str) -> str:
    """The text of a file as it was; of one that is none, what can be read of it."""
    try:
        return decode_document(data, name=name).source
    except DocumentError:
        return data.decode("utf-8", "replace")
