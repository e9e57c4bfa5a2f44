"""What tests share: a cache of their own, the shipped store, and the installed command in a pipe and on a terminal."""

from __future__ import annotations

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parent.parent
FACT = str(Path(sys.executable).with_name("fact"))


class Ended(NamedTuple):
    """What a run of the command left: its exit status and what it printed."""

    status: int
    out: str
    err: str


Run = Callable[..., Ended]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden files with what is printed now")


@pytest.fixture(autouse=True)
def _own_world(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees the cache, the store or the terminal of the one who runs it."""
    for variable in ("FACTCLI_STORE", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "PYTHONIOENCODING"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))
    monkeypatch.setenv("TERM", "xterm-256color")


@pytest.fixture
def shipped_store() -> Path:
    """The curated facts.json of this project."""
    return ROOT / "facts.json"


@pytest.fixture
def piped(shipped_store: Path) -> Run:
    """Run ``fact`` on the shipped store with its output in a pipe."""

    def run(
        *arguments: str,
        store: Path | None = shipped_store,
        cwd: Path | None = None,
        typed: bytes = b"",
        **environment: str,
    ) -> Ended:
        named = ["--store", str(store)] if store else []
        ended = subprocess.run(
            [FACT, *named, *arguments],
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

    What is ``typed`` arrives there too, as terminals echo it.
    """

    def run(
        *arguments: str,
        columns: int = 80,
        store: Path | None = shipped_store,
        typed: bytes = b"",
        **environment: str,
    ) -> Ended:
        primary, secondary = pty.openpty()
        fcntl.ioctl(secondary, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
        command = [FACT, *(["--store", str(store)] if store else []), *arguments]
        process = subprocess.Popen(
            command, env=os.environ | environment, stdin=secondary, stdout=secondary, stderr=secondary
        )
        os.close(secondary)
        os.write(primary, typed)
        printed = _read_all(primary)
        os.close(primary)
        return Ended(process.wait(), printed.decode().replace("\r\n", "\n"), "")

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


def _read_all(descriptor: int) -> bytes:
    """Everything from a pseudo-terminal, whose end is an error on Linux."""
    parts = []
    try:
        while part := os.read(descriptor, 65536):
            parts.append(part)
    except OSError:
        pass
    return b"".join(parts)
