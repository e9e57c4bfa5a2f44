"""A temporary folder ends with its block; what a killed process left is removed later, and nothing else is."""

from __future__ import annotations

import os
import tempfile
import time
from typing import TYPE_CHECKING

import pytest

from factcli.store.temporary import temporary_folder

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def parent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def left_by_a_killed_process() -> None:
    child = os.fork()
    if child == 0:
        with temporary_folder() as folder:
            (folder / "facts").write_bytes(b"half")
            os._exit(0)
    os.waitpid(child, 0)


def age(parent: Path) -> None:
    for path in parent.iterdir():
        os.utime(path, (time.time() - 7200,) * 2)


def test_it_is_removed_after_its_block(parent: Path) -> None:
    with temporary_folder() as folder:
        (folder / "facts").write_bytes(b"whole")

    assert list(parent.iterdir()) == []


def test_what_a_killed_process_left_is_removed_after_an_hour(parent: Path) -> None:
    left_by_a_killed_process()
    with temporary_folder():
        pass
    young = len(list(parent.iterdir()))
    age(parent)
    with temporary_folder():
        pass

    assert (young, list(parent.iterdir())) == (1, [])


def test_one_that_is_in_use_is_kept_however_old(parent: Path) -> None:
    with temporary_folder() as folder:
        (folder / "facts").write_bytes(b"mine")
        age(parent)
        with temporary_folder():
            pass

        assert (folder / "facts").read_bytes() == b"mine"


def test_what_others_have_there_is_kept(parent: Path) -> None:
    (parent / "factcli-notes").mkdir()
    (parent / "factcli-notes" / "mine").write_bytes(b"mine")
    (parent / "factcli-file").write_bytes(b"mine")
    (parent / "factcli-link").symlink_to(parent / "factcli-notes")
    age(parent)
    with temporary_folder():
        pass

    assert sorted(path.name for path in parent.rglob("*")) == ["factcli-file", "factcli-link", "factcli-notes", "mine"]
