"""The folder of a run on this machine: findings in parts that are whole or not there, and what is done so far.

A part is written beside its place, flushed and renamed; then one line of the manifest says how many records are done.
Whatever is not in the manifest does not count: a run that goes on begins behind the last record that does.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from factcli.archive.examine import Answer, ArchiveError
from factcli.archive.rows import FindingRow, json_line
from factcli.drafts.review import Summary
from factcli.storefile import flush, flush_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

FINDINGS, REJECTED, MANIFEST = "findings", "rejected.jsonl", "manifest.jsonl"
OUTPUT_FORMS = ("jsonl", "parquet")


class Done(NamedTuple):
    """What the manifest counts: records of the archive from its first on, and what became of them."""

    parts: int = 0
    checked: int = 0
    skipped: int = 0
    rejected: int = 0
    rejected_bytes: int = 0
    summary: Summary = Summary()

    @property
    def records(self) -> int:
        """How many records of the archive are done."""
        return self.checked + self.skipped + self.rejected


class Ledger:
    """The folder of one run, which may have been begun before."""

    def __init__(self, folder: Path, run: dict[str, Any], form: str) -> None:
        """``run`` says what is asked of what; raises :class:`ArchiveError` where the folder holds something else."""
        self._folder = folder
        self._form = form
        self._write_rows, self._read_rows = _codec(form)
        self.done = self._opened(run)

    def add(self, answer: Answer) -> None:
        """Write what the next records came to as a part; when this returns, it is on the disk."""
        if answer.findings:
            self._write_part(answer.findings)
        lines = "".join(map(json_line, answer.rejected)).encode()
        _append(self._folder / REJECTED, lines)
        done = self.done
        self.done = Done(
            done.parts + bool(answer.findings),
            done.checked + answer.checked,
            done.skipped + answer.skipped,
            done.rejected + len(answer.rejected),
            done.rejected_bytes + len(lines),
            done.summary.plus(answer.summary),
        )
        _append(self._folder / MANIFEST, _line(self.done))

    def findings(self) -> Iterator[FindingRow]:
        """The findings of all parts, in the order of the archive."""
        for number in range(self.done.parts):
            yield from self._read_rows(self._part(number))

    def _opened(self, run: dict[str, Any]) -> Done:
        manifest = self._folder / MANIFEST
        lines = manifest.read_bytes().splitlines(keepends=True) if manifest.exists() else []
        # A line without its end was being written when the run ended.
        whole = [line for line in lines if line.endswith(b"\n")]
        if not whole:
            self._begin(run)
            return Done()
        _check_same(self._folder, json.loads(whole[0]), run)
        done = msgspec.json.decode(whole[-1], type=Done) if len(whole) > 1 else Done()
        _cut(manifest, sum(map(len, whole)))
        _cut(self._folder / REJECTED, done.rejected_bytes)
        counted = set(map(self._part, range(done.parts)))
        for part in (self._folder / FINDINGS).iterdir():
            if part not in counted:
                part.unlink()
        return done

    def _begin(self, run: dict[str, Any]) -> None:
        """Begin a run in a new folder, or where one ended before its manifest was there."""
        folder, findings = self._folder, self._folder / FINDINGS
        others = {path.name for path in folder.iterdir()} - {FINDINGS, REJECTED, MANIFEST} if folder.is_dir() else set()
        if others or (findings.is_dir() and any(findings.iterdir())):
            raise ArchiveError(f"{folder}: is a folder with other things in it", hint="name a new folder")
        findings.mkdir(parents=True, exist_ok=True)
        (folder / REJECTED).write_bytes(b"")
        (folder / MANIFEST).write_bytes(b"")
        _append(folder / MANIFEST, _line(run))

    def _part(self, number: int) -> Path:
        return self._folder / FINDINGS / f"part-{number:05}.{self._form}"

    def _write_part(self, rows: tuple[FindingRow, ...]) -> None:
        part = self._part(self.done.parts)
        unfinished = part.with_name(f".{part.name}")
        self._write_rows(unfinished, rows)
        with unfinished.open("rb") as file:
            flush(file.fileno())
        unfinished.replace(part)
        flush_folder(part.parent)


def _check_same(folder: Path, known: dict[str, Any], run: dict[str, Any]) -> None:
    """Raise :class:`ArchiveError` unless the run in the folder asked the same of the same."""
    differing = [name for name in run if json.loads(json.dumps(run[name])) != known.get(name)]
    if differing:
        what = f"{folder}: was begun with another {' and another '.join(differing)}"
        raise ArchiveError(what, hint="name a new folder, or delete this one")


def _line(content: object) -> bytes:
    return msgspec.json.encode(content) + b"\n"


def _append(path: Path, data: bytes) -> None:
    with path.open("ab") as file:
        file.write(data)
        file.flush()
        flush(file.fileno())


def _cut(path: Path, size: int) -> None:
    with path.open("r+b") as file:
        file.truncate(size)


def _write_jsonl(path: Path, rows: Iterable[FindingRow]) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(map(json_line, rows))


def _read_jsonl(path: Path) -> Iterator[FindingRow]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield FindingRow(**json.loads(line))


def _codec(form: str) -> tuple[Callable[[Path, Iterable[FindingRow]], None], Callable[[Path], Iterator[FindingRow]]]:
    """How findings of a form are written and read; raises :class:`ArchiveError` where what it takes is missing."""
    if form == "parquet":
        from factcli.archive import parquet

        return parquet.write_rows, parquet.read_rows
    return _write_jsonl, _read_jsonl
