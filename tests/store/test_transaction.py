"""A change of a store is one step on one file: it is locked, read once, and looked at once more before the rename."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from itertools import cycle
from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace

from factcli.curation.format import format_store
from factcli.curation.undo import undo
from factcli.errors import FactcliError
from factcli.model import EdtfDate, Fact, Source
from factcli.store import FactStore
from factcli.store import file as storefile
from factcli.store.parse import parse_store
from factcli.store.splice import EMPTY_STORE
from factcli.store.tinydb_storage import SafeStorage
from factcli.store.transaction import SOURCES, Change, Tables, change_store

if TYPE_CHECKING:
    from pathlib import Path

    from factcli.store.file import Snapshot
    from factcli.store.scanner import StoreText

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

    with pytest.raises(FactcliError) as raised:
        change_store(str(link), lambda _: [])

    assert raised.value.lines()[0].startswith(f"{link}:1:2: ")


def test_an_error_of_the_file_itself_names_the_link_too(files: list[Path], link: Path) -> None:
    files[0].chmod(0o444)

    with pytest.raises(FactcliError) as raised:
        change_store(str(link), add)

    assert raised.value.lines()[0].startswith(f"{link}: is read-only")


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
    def parse_and_switch(content: Snapshot, path: Path) -> StoreText:
        switch(link, files[1])
        return parse_store(content, path)

    files[0].write_bytes(b'{"facts": {}}')
    monkeypatch.setattr("factcli.curation.format.parse_store", parse_and_switch)

    assert format_store(str(link))
    assert files[0].read_bytes() == b'{\n  "facts": {}\n}\n'
    assert files[1].read_bytes() == EMPTY_STORE


FACT = Fact(id="dike", kind="date", statement="The dike was closed in 1932.", value=EdtfDate("1932"))


def set_title(tables: Tables) -> list[Change]:
    tables.put(SOURCES, "tides", SOURCE | {"title": "Tides and currents"})
    return [Change("change", "source tides")]


def format_again(path: Path) -> None:
    path.write_bytes(b'{"facts": {}}')
    assert format_store(str(path))


WRITES: dict[str, Callable[[Path], object]] = {
    "a change": lambda path: change_store(path, set_title),
    "an insert": lambda path: FactStore(path).insert(FACT),
    "a layout": format_again,
    "tinydb": lambda path: SafeStorage(path).write({"facts": {}, "mine": 1}),
    "an undo": lambda path: undo(str(path)),
}


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES.keys())
def test_the_file_is_read_and_hashed_once_and_looked_at_once_more(
    write: Callable[[Path], object], files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    change_store(files[0], add)
    opened: list[str | Path] = []
    hashed: list[bytes] = []
    monkeypatch.setattr(os, "open", noting(os.open, opened))
    monkeypatch.setattr(storefile, "sha256", noting(storefile.sha256, hashed))

    write(files[0])

    assert [os.path.basename(each) for each in opened].count(files[0].name) == 2  # noqa: PTH119 - a text or a path
    assert len(hashed) == len(set(hashed)) == 2
    assert files[0].read_bytes() == hashed[-1]


def noting(function: Callable[..., Any], notes: list[Any]) -> Callable[..., Any]:
    """The function, which also notes what it is first called with."""

    def call(first: object, *rest: object, **named: object) -> object:
        notes.append(first)
        return function(first, *rest, **named)

    return call


FACT_STORE_WRITES: dict[str, Callable[[FactStore], None]] = {
    "added dike: 1932": lambda store: store.insert(FACT),
    "added one: 1932, and 1 more": lambda store: store.insert_all([replace(FACT, id="one"), replace(FACT, id="two")]),
    "added source tides: Tides": lambda store: store.insert_source(Source("tides", "book", "Tides")),
    "changed old: 1933": lambda store: store.replace(replace(FACT, id="old", value=EdtfDate("1933"))),
    "removed old: 1932": lambda store: store.remove("old"),
}


@pytest.mark.parametrize("what", FACT_STORE_WRITES)
def test_undo_takes_back_what_a_fact_store_wrote(what: str, tmp_path: Path) -> None:
    store = FactStore.create(tmp_path / "facts.json")
    store.insert(replace(FACT, id="old"))
    before = store.path.read_bytes()

    FACT_STORE_WRITES[what](store)

    assert store.path.read_bytes() != before
    assert undo(str(store.path)).what == what
    assert store.path.read_bytes() == before


def test_a_store_that_was_created_is_removed_by_undo(tmp_path: Path) -> None:
    store = FactStore.create(tmp_path / "facts.json")

    assert undo(str(store.path)).is_gone
    assert not store.path.exists()


def test_a_replacement_that_changes_nothing_is_not_a_change(tmp_path: Path) -> None:
    store = FactStore.create(tmp_path / "facts.json")
    store.insert(FACT)

    store.replace(FACT)

    assert undo(str(store.path)).what == "added dike: 1932"


def test_threads_lose_nothing(tmp_path: Path) -> None:
    store = FactStore.create(tmp_path / "facts.json")
    facts = [replace(FACT, id=f"dike-{number}") for number in range(8)]
    threads = [threading.Thread(target=store.insert, args=[fact]) for fact in facts]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]

    assert sorted(fact.id for fact in FactStore.open(store.path)) == [fact.id for fact in facts]


def insert_acknowledged(path: Path, name: int, acknowledged: int) -> None:
    for number in range(25):
        with suppress(FactcliError):
            FactStore(path).insert(replace(FACT, id=f"{name}-{number}"))
            os.write(acknowledged, bytes([name, number]))


def switch_for_ever(link: Path, targets: list[Path]) -> None:
    """Let the link lead to the one and the other file in turn, until this process is killed."""
    new = link.with_name("new-link")
    for target in cycle(targets):
        new.symlink_to(target)
        new.replace(link)


def start(action: Callable[[], None]) -> int:
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        action()
        status = 0
    finally:
        os._exit(status)


def test_processes_lose_nothing_while_the_link_to_the_store_is_switched(files: list[Path], link: Path) -> None:
    reading, writing = os.pipe()
    switcher = start(lambda: switch_for_ever(link, files))
    writers = [start(lambda name=name: insert_acknowledged(link, name, writing)) for name in range(4)]  # type: ignore[misc]
    assert [os.waitpid(writer, 0)[1] for writer in writers] == [0] * 4
    os.kill(switcher, signal.SIGKILL)
    os.waitpid(switcher, 0)
    os.close(writing)

    with os.fdopen(reading, "rb") as pipe:
        acknowledged = {f"{name}-{number}" for name, number in pairs(pipe.read())}

    assert len(acknowledged) > 10
    assert acknowledged <= {fact.id for path in files for fact in FactStore.open(path)}


def pairs(data: bytes) -> zip[tuple[int, int]]:
    return zip(data[::2], data[1::2], strict=True)
