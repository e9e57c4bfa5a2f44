"""The output folder of a local run: findings in atomic parts, rejected records and the manifest.

A part is written under a hidden name and flushed, then recorded in the manifest, then renamed.  So every part with its
final name is in the manifest, and a file that is not in the manifest does not belong to this run and is left alone.  A
resumed run starts after the last recorded record.
"""

from __future__ import annotations

import json
import os
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import msgspec

from factcli.archive.batch import Answer, ArchiveError
from factcli.archive.folder import (
    FINDINGS,
    LOCK,
    MANIFEST,
    NEW_FOLDER,
    REJECTED,
    append,
    check_contents,
    cut,
    held,
    is_empty,
    is_file,
    is_folder,
    temporary,
)
from factcli.archive.manifest import Done, Manifest
from factcli.archive.result_rows import FindingRow, RejectedRow, json_line
from factcli.store.file import flush, flush_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    # Writes findings to a new file, and reads them back.
    _Codec = tuple[Callable[[Path, Iterable[FindingRow]], None], Callable[[Path], Iterator[FindingRow]]]

_PART_NAME = re.compile(r"part-\d{5,12}\.(?:jsonl|parquet)")
_REJECTED_BEGINS = b'{"place": '
_AGAIN = "delete this folder, and run the command again"


@contextmanager
def opened_output(folder: Path, run: dict[str, Any], form: str) -> Iterator[OutputFolder]:
    """Begin a run in ``folder``, or resume one; ``run`` holds its parameters.

    Raises :class:`ArchiveError` if the folder holds anything else.
    """
    codec = _codec(form)
    check_contents(folder)
    manifest = Manifest(folder / MANIFEST, run)
    is_new = manifest.done is None
    if is_new:
        _begin(folder, manifest)
    elif not is_folder(folder / FINDINGS):
        raise ArchiveError(f"{folder / FINDINGS}: no such folder", hint=_AGAIN)
    with held(folder / FINDINGS) as findings:
        output = OutputFolder(folder, findings, manifest, form, codec)
        if not is_new:
            output.resume()
        yield output


class OutputFolder:
    """The output folder of one run, new or resumed."""

    def __init__(self, folder: Path, findings: Path, manifest: Manifest, form: str, codec: _Codec) -> None:
        self._folder = folder
        self._findings = findings
        self._manifest = manifest
        self._form = form
        self._write_rows, self._read_rows = codec

    @property
    def done(self) -> Done:
        """The totals so far."""
        return self._manifest.done or Done()

    def add(self, answer: Answer) -> None:
        """Write the results of the next records as a part, flushed to the disk."""
        done = self.done
        part = self._part(done.parts)
        unfinished = self._write_part(part, answer.findings) if answer.findings else None
        lines = "".join(map(json_line, answer.rejected)).encode()
        append(self._folder / REJECTED, lines)
        self._manifest.add(_plus(done, answer, len(lines)))
        if unfinished:
            _name(unfinished, part)

    def findings(self) -> Iterator[FindingRow]:
        """The findings of all parts in archive order; raises :class:`ArchiveError` for a damaged part."""
        read = 0
        for part in map(self._part, range(self.done.parts)):
            for row in self._rows_of(part):
                read += 1
                yield row
        if read != self.done.findings:
            what = f"{self._findings}: expected {self.done.findings:,} findings, found {read:,}"
            raise ArchiveError(what, hint=_AGAIN)

    def _rows_of(self, part: Path) -> Iterator[FindingRow]:
        read = 0
        try:
            for row in self._read_rows(part):
                yield msgspec.convert(row, FindingRow)
                read += 1
        except (ValueError, TypeError, RecursionError) as error:
            raise ArchiveError(f"{part}:{read + 1}:1: damaged", hint=_AGAIN) from error

    def resume(self) -> None:
        """Finish the write that was interrupted, and check the parts."""
        self._cut_rejected()
        self._name_last()
        temporary(self._part(self.done.parts))
        self._check_parts()

    def _cut_rejected(self) -> None:
        """Truncate rejected.jsonl to the recorded size; raises if what follows was not written by a run."""
        path, counted = self._folder / REJECTED, self.done.rejected_bytes
        size = path.stat().st_size if is_file(path) else -1
        if size < counted:
            raise ArchiveError(f"{path}: truncated", hint=_AGAIN)
        if size > counted:
            with path.open("rb") as file:
                file.seek(counted)
                if not all(map(_is_rejected, file)):
                    raise ArchiveError(f"{path}: contains lines not written by fact archive", hint=NEW_FOLDER)
            cut(path, counted)

    def _name_last(self) -> None:
        """Rename the last recorded part if the run was interrupted before that."""
        if self.done.parts:
            last = self._part(self.done.parts - 1)
            unfinished = last.with_name(f".{last.name}")
            if is_file(unfinished):
                _name(unfinished, last)

    def _check_parts(self) -> None:
        """Raise :class:`ArchiveError` unless the parts match the manifest."""
        counted = {self._part(number) for number in range(self.done.parts)}
        for part in sorted(counted):
            if not is_file(part):
                raise ArchiveError(f"{part}: missing", hint=_AGAIN)
        for path in sorted(self._findings.iterdir()):
            if path not in counted and _PART_NAME.fullmatch(path.name):
                raise ArchiveError(f"{path}: not part of this run", hint="move it to another folder")

    def _part(self, number: int) -> Path:
        return self._findings / f"part-{number:05}.{self._form}"

    def _write_part(self, part: Path, rows: tuple[FindingRow, ...]) -> Path:
        unfinished = temporary(part)
        self._write_rows(unfinished, rows)
        with unfinished.open("rb") as file:
            flush(file.fileno())
        flush_folder(part.parent)
        return unfinished


def _begin(folder: Path, manifest: Manifest) -> None:
    """Start a run in a new or empty folder, or in one left by a run that had not yet written its manifest."""
    others = {path.name for path in folder.iterdir()} - {FINDINGS, REJECTED, MANIFEST, LOCK}
    if others or not (is_empty(folder / FINDINGS) and is_empty(folder / REJECTED)):
        raise ArchiveError(f"{folder}: the folder contains other files", hint=NEW_FOLDER)
    (folder / FINDINGS).mkdir(exist_ok=True)
    append(folder / REJECTED, b"")
    manifest.begin()


def _name(unfinished: Path, part: Path) -> None:
    """Rename a part to its final name; raises :class:`ArchiveError` if the name is taken."""
    if os.path.lexists(part):
        raise ArchiveError(f"{part}: not part of this run", hint="move it to another folder")
    unfinished.rename(part)
    flush_folder(part.parent)


def _plus(done: Done, answer: Answer, rejected_bytes: int) -> Done:
    return Done(
        done.parts + bool(answer.findings),
        done.findings + len(answer.findings),
        done.checked + answer.checked,
        done.skipped + answer.skipped,
        done.rejected + len(answer.rejected),
        done.rejected_bytes + rejected_bytes,
        done.summary.plus(answer.summary),
    )


def _is_rejected(line: bytes) -> bool:
    """Whether a line of rejected.jsonl was written by a run, completely or in part."""
    if not line.endswith(b"\n"):
        return line.startswith(_REJECTED_BEGINS) or _REJECTED_BEGINS.startswith(line)
    try:
        return json_line(RejectedRow(**json.loads(line))).encode() == line
    except (ValueError, TypeError, RecursionError):
        return False


def _write_jsonl(path: Path, rows: Iterable[FindingRow]) -> None:
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.writelines(map(json_line, rows))


def _read_jsonl(path: Path) -> Iterator[FindingRow]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield FindingRow(**json.loads(line))


def _codec(form: str) -> _Codec:
    """The functions that write and read findings in a format; raises :class:`ArchiveError` if pyarrow is missing."""
    if form == "parquet":
        from factcli.archive import parquet

        return parquet.write_rows, parquet.read_rows
    return _write_jsonl, _read_jsonl
