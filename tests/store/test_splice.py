"""Writing a changed store: what changed is written, what did not keeps its bytes."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcli.errors import StoreError
from factcli.store import splice as storesplice
from factcli.store.file import Snapshot
from factcli.store.parse import parse_store
from factcli.store.splice import (
    EMPTY_STORE,
    Members,
    encoded,
    read_tables,
    render_json,
    render_store,
    splice,
    spliced,
    stream_json,
)

if TYPE_CHECKING:
    from factcli.store.scanner import StoreText

STORE = """{ "version" : 1.10,
  "facts": {
    "a": {"amount": 1.50, "big": 123456789012345678901234567890, "zero": -0, "far": 1e999},
    "b": {
        "text":   "caf\\u00e9"
    } ,
    "c": {"tags": []}
  },
  "sources": {},
  "empty": { }
}"""

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=5)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)
documents = st.dictionaries(texts, values, max_size=3)
tables = st.dictionaries(st.sampled_from("abcdefgh"), documents, max_size=6)
stores = st.dictionaries(st.sampled_from(["table", "other", "third"]), tables, max_size=3)
layouts = st.sampled_from([{"indent": 2}, {"indent": "\t"}, {"separators": (",", ":")}, {}, {"ensure_ascii": False}])


def parsed(text: str) -> StoreText:
    return parse_store(Snapshot.of(text.encode()), Path("facts.json"))


def edited(**tables: Any) -> str:  # noqa: ANN401 - JSON
    source = parsed(STORE)
    return splice(source, read_tables(source) | tables)


@given(stores, layouts)
def test_what_nobody_changed_is_written_as_it_was_read(store: dict[str, Any], layout: dict[str, Any]) -> None:
    source = parsed(json.dumps(store, **layout))

    assert splice(source, read_tables(source)) == source.text
    assert splice(source, store) == source.text


@given(stores, stores, layouts)
def test_what_is_written_is_what_is_read(before: dict[str, Any], after: dict[str, Any], layout: dict[str, Any]) -> None:
    text = splice(parsed(json.dumps(before, **layout)), after)

    assert json.loads(text) == after
    assert list(json.loads(text)) == list(after)


@given(tables, tables, layouts)
def test_entries_that_did_not_change_keep_their_bytes(
    before: dict[str, Any], new: dict[str, Any], layout: dict[str, Any]
) -> None:
    source = parsed(json.dumps({"table": before}, **layout))
    written = parsed(splice(source, {"table": before | new}))

    kept = before.keys() - new.keys()

    assert slices(written, kept) == slices(source, kept)


def slices(source: StoreText, keys: set[str]) -> dict[str, str]:
    entries = source.tables.get("table", [])
    return {entry.key: source.text[entry.start : entry.end] for entry in entries if entry.key in keys}


def test_an_added_entry_comes_after_the_others_in_two_space_json() -> None:
    source = parsed(STORE)
    tables = read_tables(source)
    tables["facts"]["d"] = {"x": ["é", {"y": None}]}

    assert splice(source, tables) == STORE.replace(
        '"c": {"tags": []}',
        '"c": {"tags": []},\n'
        '    "d": {\n      "x": [\n        "é",\n        {\n          "y": null\n        }\n      ]\n    }',
    )


def test_a_changed_entry_keeps_the_text_of_its_numbers() -> None:
    source = parsed(STORE)
    tables = read_tables(source)
    tables["facts"]["a"]["new"] = True

    assert splice(source, tables) == STORE.replace(
        '{"amount": 1.50, "big": 123456789012345678901234567890, "zero": -0, "far": 1e999}',
        '{\n      "amount": 1.50,\n      "big": 123456789012345678901234567890,\n      "zero": -0,\n'
        '      "far": 1e999,\n      "new": true\n    }',
    )


def test_an_entry_that_was_only_looked_at_keeps_its_bytes() -> None:
    source = parsed(STORE)
    tables = read_tables(source)

    assert dict(tables["facts"]["b"]) == {"text": "café"}
    assert splice(source, tables) == STORE


@pytest.mark.parametrize(
    ("removed", "before", "after"),
    [
        ("a", '"a": {"amount": 1.50, "big": 123456789012345678901234567890, "zero": -0, "far": 1e999},\n    ', ""),
        ("b", '"b": {\n        "text":   "caf\\u00e9"\n    } ,\n    ', ""),
        ("c", ' ,\n    "c": {"tags": []}', ""),
    ],
)
def test_a_removed_entry_takes_its_comma_along(removed: str, before: str, after: str) -> None:
    source = parsed(STORE)
    tables = read_tables(source)
    del tables["facts"][removed]

    text = splice(source, tables)

    assert json.loads(text)["facts"].keys() == {"a", "b", "c"} - {removed}
    assert " ".join(text.split()).replace(" ,", ",") == " ".join(STORE.replace(before, after).split()).replace(
        " ,", ","
    )


def test_a_table_that_is_emptied_is_an_empty_object() -> None:
    assert '"facts": {},' in edited(facts={})


def test_the_first_entry_of_an_empty_table_opens_a_line() -> None:
    assert '"sources": {\n    "s": {}\n  },' in edited(sources={"s": {}})


def test_what_is_beside_the_tables_can_be_changed_too() -> None:
    assert edited(version=2).startswith('{ "version" : 2,')


def test_a_table_may_become_something_else() -> None:
    assert '"facts": [],' in edited(facts=[])


def test_lines_end_as_they_do_in_the_file() -> None:
    source = parsed(EMPTY_STORE.decode().replace("\n", "\r\n"))

    assert splice(source, {"facts": {"a": {"x": 1}}, "sources": {}}).replace("\r\n", "").count("\n") == 0


def test_entries_of_another_reading_are_compared_by_what_they_hold() -> None:
    assert splice(parsed(STORE), read_tables(parsed(STORE))) == STORE


def test_a_document_is_a_mapping_that_can_be_changed() -> None:
    document = read_tables(parsed(STORE))["facts"]["c"]

    document["x"] = 1
    del document["tags"]

    assert len(document) == 1
    assert repr(document) == "{'x': 1}"


@given(values)
def test_json_is_laid_out_as_python_lays_it_out(value: object) -> None:
    assert render_json(value) == json.dumps(value, ensure_ascii=False, indent=2)


def test_tuples_and_numbers_as_keys_are_written_as_lists_and_texts() -> None:
    assert json.loads(render_json({1: (1, 2)})) == {"1": [1, 2]}


@pytest.mark.parametrize("number", [math.nan, math.inf])
def test_a_number_that_json_does_not_have_is_refused(number: float) -> None:
    with pytest.raises(ValueError, match="is not valid JSON"):
        render_json([number])


@pytest.mark.parametrize("value", [{1, 2}, object(), b"x"])
def test_a_value_that_json_does_not_have_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="is not JSON serializable"):
        render_json(value)


def test_numbers_are_kept_apart_by_their_text() -> None:
    source = parsed('{"a": 1.10, "b": 1.100}')
    first, second = (source.value(member) for member in source.members)

    assert first != second
    assert first == 1.1
    assert hash(first) == hash(1.1)


def test_a_number_of_many_digits_is_kept() -> None:
    digits = "9" * 32_000
    source = parsed(f'{{"table": {{"a": {{"n": {digits}}}}}}}')
    tables = read_tables(source)
    tables["table"]["a"]["m"] = 1

    assert f'"n": {digits},' in splice(source, tables)


# In pieces: a large store is not in memory more often than it must be.

PIECES = st.sampled_from([1, 2, 7, 1 << 20])


@given(stores, stores, PIECES)
def test_the_bytes_of_a_changed_store_are_those_of_its_text(
    store: dict[str, Any], change: dict[str, Any], piece: int
) -> None:
    source = parsed(json.dumps(store, ensure_ascii=False))
    data = read_tables(source) | change

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(storesplice, "_PIECE", piece)
        written = spliced(source, data, Path("facts.json"))

    assert written == splice(source, data).encode()


def test_half_a_character_in_any_piece_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storesplice, "_PIECE", 2)

    with pytest.raises(StoreError, match=r"'\\ud800' cannot be written as UTF-8"):
        encoded(["abcd\ud800e"], Path("facts.json"))


@given(stores, values)
def test_a_stream_of_json_is_that_of_the_whole(store: dict[str, Any], value: Any) -> None:  # noqa: ANN401 - JSON
    members = Members((name, Members(table.items())) for name, table in store.items())

    streamed = "".join(stream_json(Members([("store", members), ("items", iter([value, [value]])), ("one", value)])))

    whole = {"store": store, "items": [value, [value]], "one": value}
    assert streamed == json.dumps(whole, ensure_ascii=False, indent=2)


@given(stores, layouts)
def test_a_store_is_laid_out_entry_by_entry_as_it_is_whole(store: dict[str, Any], layout: dict[str, Any]) -> None:
    source = parsed(json.dumps(store, **layout))

    assert "".join(render_store(source)) == render_json(read_tables(source)) + "\n"


def test_numbers_keep_their_writing_when_a_store_is_laid_out() -> None:
    assert '"zero": -0' in "".join(render_store(parsed(STORE)))
    assert json.loads("".join(render_store(parsed(STORE)))) == json.loads(STORE)
