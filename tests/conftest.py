"""What tests share: a cache of their own, the shipped store, and the installed command in a pipe and on a terminal."""

from __future__ import annotations

import contextlib
import fcntl
import gc
import itertools
import os
import pty
import struct
import subprocess
import sys
import tempfile
import termios
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

import pytest
from running import FACT, ROOT, STREAMS, Ended, Run, forked, use_streams

from factcli.cli import progress
from factcli.cli.main import run as run_command


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden files with what is printed now")


def pytest_sessionstart() -> None:
    """Spare the collector what is made while tests are collected: nearly all of it stays."""
    gc.disable()


def pytest_collection_finish() -> None:
    gc.freeze()
    gc.enable()


@pytest.fixture(scope="session")
def worlds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder for each test, which most tests never make: to make and remove thousands takes time."""
    folder = tmp_path_factory.mktemp("worlds")
    return (folder / str(number) for number in itertools.count())


@pytest.fixture(autouse=True)
def _own_world(worlds: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees the cache, the store or the terminal of the one who runs it."""
    for variable in (
        "FACTCLI_STORE",
        "NO_COLOR",
        "FORCE_COLOR",
        "COLUMNS",
        "LINES",
        "PYTHONIOENCODING",
        "PAGER",
        "FACTCLI_PAGER",
    ):
        monkeypatch.delenv(variable, raising=False)
    world = next(worlds)
    monkeypatch.setenv("XDG_CACHE_HOME", str(world / "cache"))
    monkeypatch.setenv("XDG_DATA_HOME", str(world / "data"))
    monkeypatch.setenv("TERM", "xterm-256color")


@pytest.fixture
def shipped_store() -> Path:
    """The curated facts.json of this project."""
    return ROOT / "facts.json"


@pytest.fixture
def piped(shipped_store: Path) -> Run:
    """Run ``fact`` on the shipped store with its output in a pipe.

    It runs in this process, which spares the start of an interpreter; ``spawned`` is for tests of the process itself.
    """

    def run(
        *arguments: str,
        store: Path | None = shipped_store,
        cwd: Path | None = None,
        typed: bytes = b"",
        **environment: str,
    ) -> Ended:
        with contextlib.ExitStack() as stack:
            patch = stack.enter_context(pytest.MonkeyPatch.context())
            patch.chdir(cwd or Path.cwd())
            for name, value in environment.items():
                patch.setenv(name, value)
            encoding = environment.get("PYTHONIOENCODING", "utf-8")
            streams = [stack.enter_context(_redirected(number, *each, encoding)) for number, each in enumerate(STREAMS)]
            streams[0].write(typed)
            streams[0].seek(0)
            status = run_command([*_named(store), *arguments])
            return Ended(status, *(_written(number, file) for number, file in enumerate(streams) if number))

    return run


@pytest.fixture
def spawned(shipped_store: Path) -> Run:
    """Run ``fact`` like ``piped``, in a process of its own."""

    def run(
        *arguments: str,
        store: Path | None = shipped_store,
        cwd: Path | None = None,
        typed: bytes = b"",
        **environment: str,
    ) -> Ended:
        ended = subprocess.run(
            [FACT, *_named(store), *arguments],
            env=os.environ | environment,
            cwd=cwd,
            capture_output=True,
            input=typed,
            check=False,
        )
        return Ended(ended.returncode, ended.stdout.decode(), ended.stderr.decode())

    return run


@pytest.fixture
def on_terminal(shipped_store: Path) -> Run:
    """Run ``fact`` on the shipped store on a pseudo-terminal so many columns wide; both streams arrive in ``out``.

    What is ``typed`` arrives there too, as terminals echo it.  A progress bar appears after ``patience``, in seconds;
    unless a test wants one, that is never, however slow the machine is.
    """

    def run(
        *arguments: str,
        columns: int = 80,
        store: Path | None = shipped_store,
        typed: bytes = b"",
        patience: str = "inf",
        **environment: str,
    ) -> Ended:
        primary, secondary = pty.openpty()
        fcntl.ioctl(secondary, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
        line = [*_named(store), *arguments]
        child = forked(lambda: _run_on_terminal(secondary, line, float(patience), environment))
        os.close(secondary)
        os.write(primary, typed)
        printed = _read_all(primary)
        os.close(primary)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        return Ended(status, printed.decode().replace("\r\n", "\n"), "")

    return run


@pytest.fixture
def own_store(tmp_path: Path, shipped_store: Path) -> Path:
    """A copy of the curated store, to be changed."""
    path = tmp_path / "facts.json"
    path.write_bytes(shipped_store.read_bytes())
    return path


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with the golden file of this name, or rewrite the file with ``--update-golden``."""

    def compare(name: str, text: str) -> None:
        path = Path(__file__).parent / "golden" / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text("utf-8")

    return compare


def _named(store: Path | None) -> list[str]:
    """The option that names a store."""
    return ["--store", str(store)] if store else []


@contextlib.contextmanager
def _redirected(number: int, name: str, mode: str, encoding: str) -> Iterator[IO[bytes]]:
    """A file in the place of a standard stream, for Python and for the processes that are started meanwhile."""
    with tempfile.TemporaryFile() as file:
        saved = os.dup(number)
        os.dup2(file.fileno(), number)
        try:
            with pytest.MonkeyPatch.context() as patch, open(number, mode, encoding=encoding, closefd=False) as stream:
                patch.setattr(sys, name, stream)
                yield file
        finally:
            os.dup2(saved, number)
            os.close(saved)


def _run_on_terminal(terminal: int, line: list[str], patience: float, environment: dict[str, str]) -> int:
    """Run ``fact`` in this process, whose streams are a terminal."""
    os.environ.update(environment)
    use_streams(terminal, terminal, terminal)
    progress._PATIENCE_SECONDS = patience  # noqa: SLF001 - no option says it
    return run_command(line)


def _written(number: int, file: IO[bytes]) -> str:
    """What was written to a redirected stream; the bytes of a database are written out."""
    (sys.stdout if number == 1 else sys.stderr).flush()
    file.seek(0)
    return file.read().decode(errors="backslashreplace")


def _read_all(descriptor: int) -> bytes:
    """Everything from a pseudo-terminal, whose end is an error on Linux."""
    parts = []
    try:
        while part := os.read(descriptor, 65536):
            parts.append(part)
    except OSError:
        pass
    return b"".join(parts)
