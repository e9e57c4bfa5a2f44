"""A change of a store is one step on one file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcli.curation.format import lay_out
from factcli.curation.transaction import SOURCES, Change, Tables, change_store
from factcli.curation.undo import undo
from factcli.errors import FactcliError
from factcli.store.file import digest_of
from factcli.store.splice import EMPTY_STORE

if TYPE_CHECKING:
    from pathlib import Path

SOURCE = {"type": "book", "title": "Tides"}


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    files = [tmp_path / "one.json", tmp_path / "two.json"]
    for path in files:
        path.write_bytes(EMPTY_STORE)
    return files


@pytest.fixture
def link(files: list[Path], tmp_path: Path) -> Path:
    link = tmp_path / "facts.json"
    link.symlink_to(files[0])
    return link


def switch(link: Path, target: Path) -> None:
    link.unlink()
    link.symlink_to(target)


def test_a_link_that_is_switched_during_a_change_does_not_move_the_change(files: list[Path], link: Path) -> None:
    def change(content: Tables) -> list[Change]:
        switch(link, files[1])
        content.put(SOURCES, "tides", SOURCE)
        return [Change("add", "tides")]

    change_store(str(link), change)

    assert b"tides" in files[0].read_bytes()
    assert files[1].read_bytes() == EMPTY_STORE
    assert link.resolve() == files[1]
    undo(str(files[0]))
    assert files[0].read_bytes() == EMPTY_STORE


def test_an_error_names_the_link_that_the_user_named(files: list[Path], link: Path) -> None:
    files[0].write_bytes(b"{")

    with pytest.raises(FactcliError) as told:
        change_store(str(link), lambda _: [])

    assert told.value.lines()[0].startswith(f"{link}:1:2: ")


def test_an_error_of_the_file_itself_names_the_link_too(files: list[Path], link: Path) -> None:
    files[0].chmod(0o444)

    with pytest.raises(FactcliError) as told:
        change_store(str(link), add)

    assert told.value.lines()[0].startswith(f"{link}: is read-only")


def add(content: Tables) -> list[Change]:
    content.put(SOURCES, "tides", SOURCE)
    return [Change("add", "tides")]


def test_a_file_that_became_a_link_while_it_was_locked_stays_as_it_is(files: list[Path]) -> None:
    def change(content: Tables) -> list[Change]:
        files[0].unlink()
        files[0].symlink_to(files[1])
        return add(content)

    with pytest.raises(FactcliError, match="was changed by another program"):
        change_store(str(files[0]), change)

    assert files[0].is_symlink()
    assert files[1].read_bytes() == EMPTY_STORE


def test_a_link_that_is_switched_while_a_store_is_formatted_moves_nothing(
    files: list[Path], link: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def digest_and_switch(data: bytes) -> str:
        switch(link, files[1])
        return digest_of(data)

    files[0].write_bytes(b'{"facts": {}}')
    monkeypatch.setattr("factcli.curation.format.digest_of", digest_and_switch)

    assert lay_out(str(link))
    assert files[0].read_bytes() == b'{\n  "facts": {}\n}\n'
    assert files[1].read_bytes() == EMPTY_STORE
