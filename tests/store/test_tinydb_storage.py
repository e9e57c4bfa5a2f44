"""TinyDB on the safe storage: what TinyDB promises holds, and nobody's facts get lost."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from tinydb import TinyDB, where
from tinydb.middlewares import CachingMiddleware
from tinydb.operations import increment
from tinydb.storages import MemoryStorage
from tinydb.table import Document, Table

from factcli.curation.undo import undo
from factcli.errors import StoreError
from factcli.store.tinydb_storage import SafeStorage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DOCUMENT = {"none": None, "int": 42, "float": 3.5, "list": ["a", {"b": [True]}], "text": "caf\u00e9 \U0001f600"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "facts.json"


@pytest.fixture
def database(path: Path) -> TinyDB:
    return TinyDB(path, storage=SafeStorage)


@pytest.fixture
def table(database: TinyDB) -> Table:
    return database.table("things")


def test_a_document_is_read_as_it_was_written(table: Table) -> None:
    number = table.insert(DOCUMENT)

    assert table.get(doc_id=number) == DOCUMENT


def test_another_reader_finds_what_was_written(table: Table, path: Path) -> None:
    table.insert_multiple([{"n": 1}, {"n": 2}])

    assert TinyDB(path, storage=SafeStorage).table("things").all() == [{"n": 1}, {"n": 2}]


def test_reading_makes_no_file(database: TinyDB, path: Path) -> None:
    assert database.all() == []
    assert database.tables() == set()
    assert not path.exists()


def test_a_storage_without_a_file_holds_nothing(path: Path) -> None:
    assert SafeStorage(path).read() is None


OPERATIONS: dict[str, Callable[[Any], object]] = {
    "insert": lambda table: table.insert({"n": 9}),
    "update": lambda table: table.update({"n": 7}, where("n") == 2),
    "update by an operation": lambda table: table.update(increment("n"), where("n") == 2),
    "update by id": lambda table: table.update({"m": 7}, doc_ids=[1, 3]),
    "update all": lambda table: table.update({"m": 7}),
    "upsert what is there": lambda table: table.upsert({"n": 2, "m": 1}, where("n") == 2),
    "upsert what is not there": lambda table: table.upsert({"n": 5}, where("n") == 5),
    "remove": lambda table: table.remove(where("n") == 2),
    "remove by id": lambda table: table.remove(doc_ids=[1]),
    "truncate": lambda table: table.truncate(),
    "search in what lies deeper": lambda table: table.search(where("deep").a == 1),
}


@pytest.mark.parametrize("operation", OPERATIONS.values(), ids=OPERATIONS.keys())
def test_an_operation_does_what_it_does_in_tinydb(operation: Callable[[Any], object], table: Table) -> None:
    plain = TinyDB(storage=MemoryStorage).table("things")
    documents = [{"n": 1}, {"n": 2, "deep": {"a": 1}}, {"n": 3}]
    plain.insert_multiple(documents)
    table.insert_multiple(documents)

    assert operation(table) == operation(plain)
    assert table.all() == plain.all()
    assert [document.doc_id for document in table] == [document.doc_id for document in plain]


def test_tables_are_dropped(database: TinyDB, path: Path) -> None:
    database.insert({"n": 1})
    database.table("other").insert({"n": 2})

    database.drop_table("other")

    assert database.tables() == {"_default"}

    database.drop_tables()

    assert json.loads(path.read_text()) == {}


def test_a_document_keeps_its_place_when_it_changes(table: Table, path: Path) -> None:
    table.insert_multiple([{"n": 1}, {"n": 2}, {"n": 3}])
    before = path.read_text()

    table.update({"n": 7}, doc_ids=[2])

    assert path.read_text() == before.replace('"n": 2', '"n": 7')


def test_a_document_that_is_not_json_changes_nothing(table: Table, path: Path) -> None:
    table.insert({"n": 1})
    before = path.read_bytes()

    with pytest.raises(TypeError, match="set is not JSON serializable"):
        table.insert({"n": {1, 2}})
    with pytest.raises(ValueError, match="is not valid JSON"):
        table.insert({"n": float("nan")})

    assert path.read_bytes() == before


def test_a_document_with_half_a_character_changes_nothing(table: Table, path: Path) -> None:
    table.insert({"n": 1})
    before = path.read_bytes()

    with pytest.raises(StoreError, match="cannot be written as UTF-8"):
        table.insert({"n": "\ud800"})

    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"null", b"[]", b'{"a": 1, "a": 2}', b'{"things": {}} rest'])
def test_a_file_that_cannot_be_read_is_not_written_over(content: bytes, table: Table, path: Path) -> None:
    path.write_bytes(content)

    with pytest.raises(StoreError):
        table.insert({"n": 1})
    with pytest.raises(StoreError):
        SafeStorage(path).write({})

    assert path.read_bytes() == content


def test_a_failed_read_is_no_leave_to_write(path: Path) -> None:
    storage = SafeStorage(path)
    storage.write({"things": {"1": {"n": 1}}})
    path.write_bytes(b"{")

    with pytest.raises(StoreError):
        storage.read()
    with pytest.raises(StoreError):
        storage.write({})

    assert path.read_bytes() == b"{"


def test_a_failed_read_does_not_hide_what_another_program_wrote(database: TinyDB, path: Path) -> None:
    storage = SafeStorage(path)
    database.insert({"n": 1})
    tables = storage.read()
    database.insert({"n": 2})
    theirs = path.read_bytes()
    path.write_bytes(b"{")
    with pytest.raises(StoreError, match="unexpected end of file"):
        storage.read()
    path.write_bytes(theirs)

    with pytest.raises(StoreError, match="was changed by another program"):
        storage.write(tables or {})

    assert path.read_bytes() == theirs


def test_what_broke_since_it_was_written_is_not_written_over(path: Path) -> None:
    storage = SafeStorage(path)
    storage.write({"things": {"1": {"n": 1}}})
    path.write_bytes(b"{")

    with pytest.raises(StoreError, match="was changed by another program"):
        storage.write({})

    assert path.read_bytes() == b"{"


def test_what_another_program_wrote_since_is_not_written_over(database: TinyDB, path: Path) -> None:
    storage = SafeStorage(path)
    database.insert({"n": 1})
    tables = storage.read()
    database.insert({"n": 2})

    with pytest.raises(StoreError, match="was changed by another program"):
        storage.write(tables or {})

    assert [document["n"] for document in database] == [1, 2]


def test_a_storage_that_never_read_writes_only_what_changes(path: Path) -> None:
    path.write_text('{"facts": {"a": {"n":1}}, "mine": 1}\n', "utf-8")

    SafeStorage(path).write({"facts": {"a": {"n": 1}, "b": {"n": 2}}, "mine": 1})

    assert '"a": {"n":1}' in path.read_text("utf-8")
    assert json.loads(path.read_text("utf-8"))["facts"]["b"] == {"n": 2}


def test_a_storage_that_wrote_may_write_again(path: Path) -> None:
    storage = SafeStorage(path)

    storage.write({"things": {"1": {"n": 1}}})
    storage.write({"things": {"1": {"n": 1}, "2": {"n": 2}}})

    assert json.loads(path.read_text()) == {"things": {"1": {"n": 1}, "2": {"n": 2}}}


def test_a_storage_that_wrote_sees_that_somebody_else_did_too(path: Path) -> None:
    storage = SafeStorage(path)
    storage.write({"things": {"1": {"n": 1}}})
    TinyDB(path, storage=SafeStorage).insert({"theirs": True})

    with pytest.raises(StoreError, match="was changed by another program"):
        storage.write({"things": {}})


def test_the_caching_middleware_writes_when_it_is_closed(path: Path) -> None:
    with TinyDB(path, storage=CachingMiddleware(SafeStorage)) as database:
        database.insert_multiple([{"n": number} for number in range(5)])

    assert len(TinyDB(path, storage=SafeStorage)) == 5


def test_a_document_that_is_already_there_is_not_replaced(table: Table) -> None:
    table.insert(Document({"n": 1}, 7))

    with pytest.raises(ValueError, match="already exists"):
        table.insert(Document({"n": 2}, 7))

    assert table.all() == [{"n": 1}]


def test_half_of_a_surrogate_pair_is_reported_with_the_path_and_what_is_wrong(path: Path) -> None:
    with pytest.raises(StoreError) as caught:
        SafeStorage(path).write({"things": {"1": {"n": "\ud800"}}})

    assert str(path) in caught.value.lines()[0]
    assert caught.value.hint == "a lone surrogate is not a valid character"


def test_a_second_write_keeps_the_layout_of_what_it_does_not_change(path: Path) -> None:
    path.write_text('{"things": {"1": {"n":   1.50}}, "other": {}}')
    storage = SafeStorage(path)
    tables = storage.read() or {}

    storage.write(tables | {"other": {"1": {"n": 2}}})
    storage.write(tables | {"other": {"1": {"n": 3}}})

    assert '"n":   1.50' in path.read_text()
    assert json.loads(path.read_text())["other"] == {"1": {"n": 3}}


def test_a_file_that_cannot_be_read_is_reported_with_its_path(path: Path) -> None:
    path.write_bytes(b"{")

    with pytest.raises(StoreError) as caught:
        SafeStorage(path).read()

    assert caught.value.lines()[0].startswith(f"{path}:1:")


def test_of_two_writers_with_the_same_number_the_second_is_refused(table: Table, path: Path) -> None:
    other = TinyDB(path, storage=SafeStorage).table("things")
    numbers = [table.insert({}), other.insert({"theirs": True})]

    with pytest.raises(ValueError, match="already exists"):
        table.insert({})

    assert numbers == [1, 2]
    assert table.get(doc_id=2) == {"theirs": True}


def test_undo_takes_back_what_tinydb_wrote(table: Table, path: Path) -> None:
    table.insert({"n": 1})
    before = path.read_bytes()
    table.insert({"n": 2})

    assert undo(str(path)).what == "changed the store with TinyDB"
    assert path.read_bytes() == before
