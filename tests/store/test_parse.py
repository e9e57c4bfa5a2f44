"""Reading a store strictly: each way in which a file can be broken is refused with its place, and nothing changes."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from broken_stores import BROKEN, FACT, GOOD, Broken
from hypothesis import given
from hypothesis import strategies as st

from factcli.errors import StoreError
from factcli.store import FactStore
from factcli.store.file import Snapshot
from factcli.store.parse import parse_store


@pytest.fixture(params=BROKEN.values(), ids=BROKEN.keys())
def broken(request: pytest.FixtureRequest) -> Broken:
    return request.param  # type: ignore[no-any-return] # pytest does not know


def test_a_broken_store_is_refused_with_its_place_and_stays_as_it_is(broken: Broken, tmp_path: Path) -> None:
    path = tmp_path / "facts.json"
    path.write_bytes(broken.content)

    with pytest.raises(StoreError) as caught:
        FactStore.open(path)

    assert caught.value.lines()[0].startswith(f"{path}:{broken.place}: {broken.what}")
    assert caught.value.hint
    assert path.read_bytes() == broken.content
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo], ids=["folder", "FIFO"])
def test_what_is_not_a_file_is_refused(make: object, tmp_path: Path) -> None:
    path = tmp_path / "facts.json"
    make(path)  # type: ignore[operator] # pytest does not know

    with pytest.raises(StoreError, match="is not a regular file"):
        FactStore.open(path)


def test_a_device_is_refused() -> None:
    with pytest.raises(StoreError, match="is not a regular file"):
        FactStore.open("/dev/null")


def test_all_defects_of_a_file_are_reported_in_one_go(tmp_path: Path) -> None:
    path = tmp_path / "facts.json"
    path.write_text(
        """{"facts": {
  "a": {"kind": "date", "statement": "", "value": {"edtf": "1931"}},
  "b": [],
  "b": {"kind": "figure", "statement": "Much.", "value": {"amount": Infinity}}},
"sources": {"s": {"type": "book", "type": "article"}}}"""
    )

    with pytest.raises(StoreError) as caught:
        FactStore.open(path)

    assert caught.value.lines() == [
        f"{path}:2:38: $.facts.a.statement: must not be empty",
        f"{path}:3:8: $.facts.b: must be an object",
        f"{path}:4:3: $.facts.b: duplicate key",
        f"{path}:4:69: $.facts.b.value.amount: NaN and Infinity are not valid JSON",
        f"{path}:5:43: $.sources.s.type: duplicate key. Hint: correct it in an editor",
    ]


@pytest.mark.parametrize(
    "content",
    [
        "{}",
        '{"facts": {}}',
        '{"facts": {}, "_default": {"1": {"a": [{"b": [[]]}]}}, "version": 3}',
        '{ "facts":{ "a":' + FACT + " } }",
        GOOD.replace("\n", "\r\n"),
        GOOD.replace("It", r"\ud83d\ude00"),
        GOOD.replace("}}", '}, "extra": [' + "[]," * 80 + '"]]"' + "]}"),
    ],
)
def test_a_sound_store_is_read_however_it_is_laid_out(content: str, tmp_path: Path) -> None:
    source = parse_store(Snapshot.of(content.encode()), tmp_path)

    assert {member.key: source.value(member) for member in source.members} == json.loads(content)


def test_a_byte_order_mark_is_read_with_a_note(tmp_path: Path) -> None:
    path = tmp_path / "facts.json"
    path.write_text(GOOD, "utf-8-sig")

    store = FactStore.open(path)

    assert [fact.id for fact in store] == ["dam"]
    assert store.notes == ("begins with a byte order mark",)


def test_a_byte_order_mark_takes_no_column(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as caught:
        parse_store(Snapshot.of(b"\xef\xbb\xbf[]"), tmp_path)

    assert caught.value.defects[0].column == 1


@given(st.binary(max_size=40) | st.text(alphabet='{}[],:" \\\n0.-eaNtrufls', max_size=40).map(str.encode))
def test_whatever_the_bytes_are_they_are_read_or_refused(data: bytes) -> None:
    reading = reads(data)

    assert reading in (True, False)


def reads(data: bytes) -> bool:
    """Whether the bytes are read as a store; what else may happen but a StoreError comes through."""
    try:
        parse_store(Snapshot.of(data), Path("facts.json"))
    except StoreError:
        return False
    return True


@given(st.dictionaries(st.text(max_size=4), st.recursive(st.none() | st.text(), st.lists, max_leaves=5), max_size=4))
def test_what_json_writes_is_read_alike(members: dict[str, object]) -> None:
    content = json.dumps(members).encode()

    assert reads(content) == (not {"facts", "sources"} & members.keys() and is_text(members))


def is_text(value: object) -> bool:
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True
