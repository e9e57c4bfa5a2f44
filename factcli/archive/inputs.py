"""Find and read an archive: paths in, records out, streamed from files of one format.

At most one line, row group or document is in memory at a time.
"""

from __future__ import annotations

import gzip
import io
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, cast

from factcli.archive.batch import ArchiveError
from factcli.archive.csv_rows import read_rows
from factcli.archive.input_records import COLUMNS, Record, check_columns
from factcli.documents.files import open_without_blocking
from factcli.documents.known_formats import DRAFT_SUFFIXES
from factcli.documents.limits import LARGEST_FILE
from factcli.drafts.paths import is_hidden

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

# The formats of archives, by file name suffix.
FORMS = {
    "jsonl": (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz"),
    "csv": (".csv", ".csv.gz"),
    "parquet": (".parquet",),
    "text": tuple(sorted(DRAFT_SUFFIXES)),
}
_GZIP_SUFFIX = ".gz"
# A longer line is skipped in pieces and rejected.
LARGEST_LINE = LARGEST_FILE
_PIECE = 64 * 1024
_LONGEST_REASON = 200


class InputFile(NamedTuple):
    """A file of an archive; ``name`` is its path relative to the given folder, ``changed`` its mtime in nanoseconds."""

    path: Path
    name: str
    size: int
    changed: int = 0


class Read(NamedTuple):
    """A record, and the number of bytes read up to its end."""

    record: Record
    position: int


class Archive(NamedTuple):
    """The files of an archive, all in the format ``form``."""

    form: str
    files: tuple[InputFile, ...]

    @property
    def size(self) -> int:
        """The total size of the files in bytes."""
        return sum(file.size for file in self.files)

    def records(self) -> Iterator[Read]:
        """The records of all files, always in the same order; positions accumulate across files."""
        before = 0
        for file in self.files:
            for record, position in _read(self.form, file):
                yield Read(record, before + min(position, file.size))
            before += file.size


def find_archive(named: Iterable[str], form: str | None = None, output: Path | None = None) -> Archive:
    """Find the files at the given paths and in the given folders; raises :class:`ArchiveError` if there are none.

    ``form`` is one of ``FORMS``; without it the format is detected from the file names.  The folder ``output``, where
    the findings go, is left out of the folders that hold it.
    """
    named = list(named)
    if "" in named:
        raise ArchiveError("the path of an input is empty", hint="name a file or a folder")
    files = [file for name in named for file in _files_at(Path(name), form, output)]
    forms = sorted({found_form for file in files if (found_form := form or form_of(file.name))})
    if not forms:
        raise ArchiveError(f"{', '.join(named)}: no documents found", hint=f"an archive is {_known_forms()}")
    if len(forms) > 1:
        raise ArchiveError(f"mixed file formats: {', '.join(forms)}", hint="choose one with --input-format")
    return Archive(forms[0], tuple(sorted(file for file in files if form or form_of(file.name))))


def form_of(name: str) -> str | None:
    """The format of an archive file, detected from its suffix; None if unknown."""
    return next((form for form, ends in FORMS.items() if name.lower().endswith(ends)), None)


def _files_at(path: Path, form: str | None, output: Path | None) -> Iterator[InputFile]:
    if os.path.isdir(path):  # noqa: PTH112 - never raises
        ends = FORMS[form] if form else tuple(end for ends in FORMS.values() for end in ends)
        yield from (_input_file(found, found.relative_to(path).as_posix()) for found in _walk(path, ends, output))
    elif os.path.isfile(path):  # noqa: PTH113 - never raises
        yield _input_file(path, path.name)
    elif path.exists():
        raise ArchiveError(f"{path}: not a file or folder", hint="write it to a file first, and pass the file")
    else:
        raise ArchiveError(f"{path}: no such file or folder", hint="check the path")


def _walk(folder: Path, ends: tuple[str, ...], output: Path | None) -> Iterator[Path]:
    left_out = os.path.realpath(output) if output else None
    for place, folders, files in os.walk(folder, onerror=_refuse):
        known = [name for name in folders if not is_hidden(name)]
        folders[:] = [name for name in known if os.path.realpath(Path(place, name)) != left_out]
        yield from (Path(place, name) for name in files if not is_hidden(name) and name.lower().endswith(ends))


def _refuse(error: OSError) -> None:
    raise ArchiveError(f"{error.filename}: {error.strerror}", hint="allow reading it, or name the other folders")


def _input_file(path: Path, name: str) -> InputFile:
    """The file at ``path``; anything but a regular file has size 0 and is rejected when it is read."""
    # A file name may hold bytes that are not UTF-8; JSON and Parquet cannot.
    name = name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    try:
        status = path.stat()
    except OSError:
        return InputFile(path, name, 0)
    size = status.st_size if stat.S_ISREG(status.st_mode) else 0
    return InputFile(path, name, size, status.st_mtime_ns)


def _known_forms() -> str:
    return "a folder of text files, or files ending in " + ", ".join(ends[0] for ends in list(FORMS.values())[:-1])


def _read(form: str, file: InputFile) -> Iterator[Read]:
    """The records of a file; if reading fails, the last record carries the reason."""
    try:
        yield from _READERS[form](file)
    except ArchiveError:
        raise
    # gzip, zlib and pyarrow each raise their own exceptions for a broken file.
    except Exception as error:  # noqa: BLE001 - one file must not end a run of hours
        yield Read(Record(file.name, f"cannot be read further: {_first_line(error)}"), file.size)


def _first_line(error: Exception) -> str:
    """The first line of an error message, shortened to the limit."""
    text = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return text.partition("\n")[0][:_LONGEST_REASON]


def _read_lines(file: InputFile) -> Iterator[Read]:
    """The lines of a JSON Lines file; a line over the size limit is skipped and rejected."""
    with _opened(file) as raw:
        for number, line in enumerate(_lines(_unpacked(file, raw)), start=1):
            if line.strip():
                content = line if len(line) <= LARGEST_LINE else f"the line is larger than {LARGEST_LINE:,} bytes"
                yield Read(Record(f"{file.name}:{number}", content), raw.tell())


def _lines(data: BinaryIO) -> Iterator[bytes]:
    while line := data.readline(LARGEST_LINE + 1):
        yield line
        while line and not line.endswith(b"\n"):
            line = data.readline(_PIECE)


def _opened(file: InputFile) -> BinaryIO:
    """Open the file without blocking on a pipe or device; raises :class:`OSError` for anything but a regular file."""
    opened = open_without_blocking(file.path)
    if not stat.S_ISREG(os.fstat(opened.fileno()).st_mode):
        opened.close()
        raise OSError("not a regular file")
    return opened


def _read_csv(file: InputFile) -> Iterator[Read]:
    with _opened(file) as raw:
        # Bytes that are not UTF-8 become surrogates, so that only the document that holds them is rejected.
        text = io.TextIOWrapper(_unpacked(file, raw), "utf-8-sig", errors="surrogateescape", newline="")
        rows = read_rows(text)
        columns = _columns(next(rows, (1, []))[1])
        for line, cells in rows:
            yield Read(Record(f"{file.name}:{line}", _fields(columns, cells)), raw.tell())


def _columns(cells: list[str] | str) -> list[str]:
    """The names of the columns; raises :class:`ValueError` if the header is invalid."""
    if isinstance(cells, str):
        raise ValueError(f"invalid header: {cells}")  # noqa: TRY004 - the value is wrong, not the type
    check_columns(cells)
    return cells


def _fields(columns: list[str], cells: list[str] | str) -> dict[str, str] | str:
    """The non-empty cells by column (``text`` may be empty), or the reason why the row cannot be read."""
    if isinstance(cells, str):
        return cells
    if len(cells) != len(columns):
        return f"expected {len(columns)} cells, found {len(cells)}"
    named = zip(columns, cells, strict=True)
    return {name: cell for name, cell in named if name in COLUMNS and (cell or name == "text")}


def _read_parquet(file: InputFile) -> Iterator[Read]:
    from factcli.archive.parquet import read_columns

    with _opened(file) as raw:
        for number, (fields, share) in enumerate(read_columns(raw, COLUMNS), start=1):
            yield Read(Record(f"{file.name}:{number}", fields), int(file.size * share))


def _read_file(file: InputFile) -> Iterator[Read]:
    yield Read(Record(file.name, file.path, file.name), file.size)


def _unpacked(file: InputFile, raw: BinaryIO) -> BinaryIO:
    is_packed = file.name.lower().endswith(_GZIP_SUFFIX)
    return cast("BinaryIO", gzip.GzipFile(fileobj=raw)) if is_packed else raw


_READERS: dict[str, Callable[[InputFile], Iterator[Read]]] = {
    "jsonl": _read_lines,
    "csv": _read_csv,
    "parquet": _read_parquet,
    "text": _read_file,
}
