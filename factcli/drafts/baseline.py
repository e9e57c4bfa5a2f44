"""A baseline: findings of old drafts come in and are kept in a file; later checks report only what is not in it.

A finding is known by its draft, rule, fact and words, so that it stays known when lines move; each counts once, so that
the same slip made again is new.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from factcli.documents.files import read_bytes
from factcli.documents.limits import LARGEST_FILE
from factcli.drafts.review import FAILING
from factcli.errors import FactcliError
from factcli.escaping import safe_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcli.drafts.review import PlacedFinding

_VERSION = 1


class BaselineError(FactcliError):
    """A baseline that cannot be read."""


class KnownFinding(NamedTuple):
    """What identifies a finding from one check to the next; ``path`` is relative to the folder of the baseline."""

    path: str
    reason: str
    fact: str
    surface: str

    @classmethod
    def of(cls, finding: PlacedFinding, folder: str = "") -> KnownFinding:
        """The identity of a finding, its path as seen from ``folder``."""
        path = Path(os.path.relpath(finding.path, folder)).as_posix() if folder else finding.path
        return cls(path, finding.reason, finding.fact.id if finding.fact else "", finding.surface)


class _File(msgspec.Struct):
    version: int
    findings: list[KnownFinding]


class Baseline:
    """The findings that a project lives with; each is taken as often as it was written down."""

    def __init__(self, folder: str, known: Iterable[KnownFinding]) -> None:
        self._folder = folder
        self._left = Counter(known)

    @classmethod
    def read(cls, path: Path) -> Baseline:
        """The baseline at ``path``; raises :class:`FactcliError`."""
        if not path.exists():
            hint = f"write it with: fact check ... --baseline {path} --write-baseline"
            raise BaselineError(f"{path}: no such file", hint=hint)
        file = _decoded(path, read_bytes(path, LARGEST_FILE))
        return cls(os.path.dirname(os.path.abspath(path)), file.findings)  # noqa: PTH100, PTH120 - a draft may be a link

    def takes(self, finding: PlacedFinding) -> bool:
        """Whether the finding is known, and has not been met yet as often as the baseline has it."""
        known = KnownFinding.of(finding, self._folder)
        if finding.verdict not in FAILING or not self._left[known]:
            return False
        self._left[known] -= 1
        return True


def _decoded(path: Path, data: bytes) -> _File:
    try:
        file = msgspec.json.decode(data, type=_File)
    except (msgspec.DecodeError, RecursionError) as error:
        raise BaselineError(f"{path}: not a baseline: {error}", hint="name another file, or remove it") from error
    if file.version != _VERSION:
        raise BaselineError(f"{path}: unknown version {file.version} of a baseline", hint="update factcli")
    return file


def write_baseline(path: Path, findings: Iterable[PlacedFinding]) -> int:
    """Write what fails a check to ``path`` in one step, and return how many.

    A file that is not a baseline is never replaced.  Raises :class:`FactcliError`.
    """
    from factcli.store.file import locked

    folder = os.path.dirname(os.path.abspath(path))  # noqa: PTH100, PTH120 - a draft may be a link
    known = sorted(KnownFinding.of(each, folder) for each in findings if each.fails)
    lines = ",\n".join(f"    {json.dumps(each, ensure_ascii=False)}" for each in known)
    text = f'{{\n  "version": {_VERSION},\n  "findings": [\n{lines}\n  ]\n}}\n'
    with locked(path) as file:
        before = file.read()
        if before and before.data:
            _decoded(path, before.data)
        file.replace(safe_json(text).encode(), expected=before)
    return len(known)


def fingerprints(findings: Iterable[PlacedFinding]) -> Iterator[tuple[PlacedFinding, str]]:
    """Each finding with a text of 64 letters that stays the same while it does, and is that of no other."""
    met: Counter[KnownFinding] = Counter()
    for finding in findings:
        known = KnownFinding.of(finding)
        met[known] += 1
        yield finding, sha256(repr((*known, met[known])).encode("utf-8", "surrogatepass")).hexdigest()
