"""An origin of a trusted store comes in; what is measured there now goes out as text.

The only module that runs what a store says.  Only ``fact refresh`` imports it.
"""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import sqlite3
import subprocess
import threading
import time
from collections import deque
from contextlib import closing, suppress
from typing import IO, TYPE_CHECKING, Any, NoReturn

from factcli.curation.refresh.origins import cell_of, check_origin, steps_of
from factcli.documents.files import decode_text, read_bytes
from factcli.documents.limits import LARGEST_FILE
from factcli.errors import FactcliError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from factcli.store.schema import Raw

PATIENCE_SECONDS = 60
"""The time after which a command, or an SQL query, is stopped."""
_LONGEST_OUTPUT = 64 * 1024
_LONGEST_SHOWN = 200
_PIECE = 4096
_MOST_PIECES = 16
_LARGEST_CELL = 1024**2
_STEPS_BETWEEN_CHECKS = 100_000
_READING = (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE)


def measured(origin: Raw, folder: Path) -> str:
    """The text at an origin, stripped; ``folder`` is that of the store.

    Raises :class:`FactcliError` for a command that fails, prints too much or takes too long, and for a place that is
    not there.
    """
    check_origin(origin)
    if "command" in origin:
        return _run(origin["command"], folder)
    path = folder / origin["file"]
    form = next(name for name in _READERS if name in origin)
    return _READERS[form](path, origin[form]).strip()


def _run(command: list[str], folder: Path) -> str:
    """What a command prints, run in the folder of the store without a shell."""
    pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "bufsize": 0}
    try:
        process = subprocess.Popen(command, cwd=folder, start_new_session=True, **pipes)  # type: ignore[call-overload] # noqa: S603 - the user trusts it
    except OSError as error:
        raise FactcliError(f"cannot run '{command[0]}': {error.strerror or error}", hint="check the path") from error
    with process:
        try:
            out, err = _printed(process)
        except BaseException as error:
            _kill(process)
            if isinstance(error, subprocess.TimeoutExpired):
                _refuse(command, f"did not end within {PATIENCE_SECONDS} seconds")
            raise
    if len(out) > _LONGEST_OUTPUT:
        _refuse(command, "printed more than one value")
    if process.returncode:
        last = err.decode("utf-8", "replace").strip().rpartition("\n")[2][:_LONGEST_SHOWN]
        _refuse(command, f"exited with status {process.returncode}{f': {last}' if last else ''}")
    return decode_text(out, name=f"the output of '{command[0]}'").strip()


def _printed(process: subprocess.Popen[bytes]) -> tuple[bytes, bytes]:
    """What a command prints, and the end of its errors; it is stopped once it prints too much.

    Raises :class:`subprocess.TimeoutExpired`, also while something that it started still has its output open.
    """
    until = time.monotonic() + PATIENCE_SECONDS
    out: list[bytes] = []
    err: deque[bytes] = deque(maxlen=_MOST_PIECES)
    readers = [
        threading.Thread(target=_read_value, args=(process, out), daemon=True),
        threading.Thread(target=lambda: err.extend(_pieces(process.stderr)), daemon=True),
    ]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join(max(0, until - time.monotonic()))
    process.wait(max(0, until - time.monotonic()))
    if any(reader.is_alive() for reader in readers):
        raise subprocess.TimeoutExpired(process.args, PATIENCE_SECONDS)
    return b"".join(out), b"".join(err)


def _read_value(process: subprocess.Popen[bytes], out: list[bytes]) -> None:
    size = 0
    for piece in _pieces(process.stdout):
        out.append(piece)
        size += len(piece)
        if size > _LONGEST_OUTPUT:
            _kill(process)
            return


def _pieces(stream: IO[bytes] | None) -> Iterator[bytes]:
    while stream and (piece := stream.read(_PIECE)):
        yield piece


def _kill(process: subprocess.Popen[bytes]) -> None:
    """Stop a command with all that it started."""
    with suppress(OSError):
        os.killpg(process.pid, signal.SIGKILL) if hasattr(os, "killpg") else process.kill()


def _refuse(command: list[str], what: str) -> NoReturn:
    raise FactcliError(f"the command '{command[0]}' {what}", hint="run it by itself")


def _json_value(path: Path, place: str) -> str:
    try:
        value: Any = json.loads(_text(path), parse_float=str, parse_int=str)
        for step in steps_of(place):
            value = _within(value, step)
    except LookupError as error:
        raise FactcliError(f"{path}: nothing at {place}", hint="check the path in the file") from error
    except (ValueError, RecursionError) as error:
        raise FactcliError(f"{path}: not valid JSON", hint="check the file") from error
    if not isinstance(value, str):
        raise FactcliError(f"{path}: {place} is not a single value", hint="name a number or a text in it")
    return value


def _within(value: Any, step: str | int) -> Any:  # noqa: ANN401 - JSON
    """The member of an object, or item of a list; raises LookupError where there is none."""
    match value, step:
        case (dict(), str()) | (list(), int()):
            return value[step]
    raise LookupError(step)


def _csv_value(path: Path, place: str) -> str:
    row, column = cell_of(place)
    text = _text(path)
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    csv.field_size_limit(_LARGEST_CELL)
    try:
        for number, cells in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)):
            if number == row and column < len(cells):
                return cells[column]
    except csv.Error as error:
        raise FactcliError(f"{path}: not valid CSV: {error}", hint="check the file") from error
    raise FactcliError(f"{path}: there is no cell {place}", hint="rows count from 1, the header too")


def _sql_value(path: Path, query: str) -> str:
    if not path.is_file():
        raise FactcliError(f"{path}: no such file", hint="check the path")
    until = time.monotonic() + PATIENCE_SECONDS
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            # The file is not ours: what its views and tables would call is not called, and no value is huge.
            connection.execute("PRAGMA trusted_schema = OFF")
            connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LARGEST_CELL)
            connection.set_authorizer(lambda action, *_: _SQL_OK if action in _READING else sqlite3.SQLITE_DENY)
            connection.set_progress_handler(lambda: time.monotonic() > until, _STEPS_BETWEEN_CHECKS)
            rows = connection.execute(query).fetchmany(2)
    except (sqlite3.Error, sqlite3.Warning) as error:
        raise FactcliError(f"{path}: {error}", hint="the query may only select") from error
    if len(rows) != 1 or len(rows[0]) != 1 or rows[0][0] is None:
        raise FactcliError(f"{path}: the query does not select a single value", hint="select one column of one row")
    return str(rows[0][0])


_SQL_OK = sqlite3.SQLITE_OK
_READERS = {"path": _json_value, "cell": _csv_value, "sql": _sql_value}


def _text(path: Path) -> str:
    return decode_text(read_bytes(path, LARGEST_FILE), name=str(path))
