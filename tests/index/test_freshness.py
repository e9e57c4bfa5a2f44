"""The index never answers from an older store, and never prevents an answer."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcli.errors import StoreError
from factcli.index import FactIndex
from factcli.index.freshness import checksum, index_path


def write(path: Path, **amounts: int) -> None:
    facts = {
        id_: {
            "kind": "figure",
            "statement": f"There are {amount} things of {id_}.",
            "keywords": [id_],
            "value": {"amount": str(amount), "unit": "thing"},
            "references": [{"source": "book"}],
        }
        for id_, amount in amounts.items()
    }
    sources = {"book": {"type": "book", "title": "A book"}}
    path.write_text(json.dumps({"facts": facts, "sources": sources}, indent=2), encoding="utf-8")


@pytest.fixture(autouse=True)
def _small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcli.index.build.blocks._FACTS_OF_A_BLOCK", 2)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "facts.json"
    write(path, apples=10, pears=20)
    return path


def values(store: Path, query: str = "") -> list[str]:
    return sorted(hit.value for hit in FactIndex.at(str(store)).search(query))


def test_a_changed_store_is_answered_from(store: Path) -> None:
    values(store)
    write(store, apples=11, pears=20)

    assert values(store) == ["11 thing", "20 thing"]


@pytest.mark.parametrize("amount", range(30, 60))
def test_a_change_of_the_same_size_and_time_is_noticed(store: Path, amount: int) -> None:
    values(store)
    before = store.stat()
    write(store, apples=amount, pears=20)
    os.utime(store, ns=(before.st_atime_ns, before.st_mtime_ns))

    assert store.stat().st_size == before.st_size
    assert values(store, "apples") == [f"{amount} thing"]


def test_a_changed_store_is_compared_by_its_digest_once(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    values(store)
    asked: list[str] = []

    def digest(path: str) -> str:
        asked.append(path)
        return "another"

    monkeypatch.setattr("factcli.index.freshness.digest_of", digest)
    write(store, apples=11, pears=20)

    assert FactIndex.fresh(str(store)) is None
    assert FactIndex.fresh(str(store)) is None
    assert asked == [str(store)]
    assert values(store) == ["11 thing", "20 thing"]


def test_only_what_changed_is_indexed_anew(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from factcli.index.build import builder as build

    values(store)
    added: list[str] = []
    keep: Callable[..., None] = build._add  # noqa: SLF001 - the step that indexes one fact
    monkeypatch.setattr(
        build, "_add", lambda connection, number, row: (added.append(row.id), keep(connection, number, row))
    )
    write(store, apples=10, pears=21, plums=5)
    found = values(store)

    assert (found, added) == (["10 thing", "21 thing", "5 thing"], ["pears", "plums"])


def test_a_removed_fact_is_gone(store: Path) -> None:
    values(store)
    write(store, pears=20)

    assert values(store) == ["20 thing"]
    assert values(store, "apples") == []


def test_words_of_a_removed_fact_are_no_longer_suggested(store: Path) -> None:
    from factcli.query.parse import parse_query

    values(store)
    write(store, pears=20)

    assert FactIndex.at(str(store)).suggestions(parse_query("aples")) == []


@pytest.mark.parametrize(
    "damage",
    [
        lambda path: path.unlink(),
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(os.urandom(5000)),
        lambda path: path.write_bytes(path.read_bytes()[:5000]),
        lambda path: path.write_bytes(path.read_bytes()[:2000] + os.urandom(20000)),
        lambda path: sqlite3.connect(path).execute("PRAGMA user_version = 999").connection.close(),
        lambda path: sqlite3.connect(path).execute("PRAGMA application_id = 7").connection.close(),
        lambda path: sqlite3.connect(path).execute("DROP TABLE terms").connection.close(),
    ],
    ids=["deleted", "empty", "random", "half", "torn", "future", "foreign", "without its terms"],
)
def test_a_damaged_index_is_made_anew(store: Path, damage: Callable[[Path], object]) -> None:
    values(store)
    damage(Path(index_path(str(store))))

    assert values(store, "apples") == ["10 thing"]
    assert values(store, "apples") == ["10 thing"]


def test_a_cache_that_is_no_folder_changes_no_answer(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))

    assert values(store, "apples") == ["10 thing"]


def test_builders_at_once_all_have_the_answer(store: Path) -> None:
    command = [sys.executable, "-m", "factcli", "--store", str(store), "apples", "--fields", "value"]
    builders = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(6)]
    answers = [builder.communicate()[0] for builder in builders]

    assert answers == [b"10 thing\n"] * 6


def test_a_builder_leaves_no_draft_behind(store: Path) -> None:
    values(store)
    write(store, apples=12)
    values(store)

    place = Path(index_path(str(store)))
    assert {path.name for path in place.parent.iterdir()} == {place.name + end for end in ("", ".seal", ".lock")}


def test_a_store_that_broke_is_not_answered_from_its_old_index(store: Path) -> None:
    values(store)
    store.write_text("{", encoding="utf-8")

    with pytest.raises(StoreError):
        values(store)


def test_reading_changes_no_store(store: Path) -> None:
    before = store.read_bytes(), store.stat().st_mtime_ns
    values(store)

    assert (store.read_bytes(), store.stat().st_mtime_ns) == before
    assert [path.name for path in store.parent.iterdir()] == ["facts.json"]


def edited(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text("utf-8").replace(old, new), encoding="utf-8")


def test_a_changed_source_changes_its_facts(store: Path) -> None:
    values(store)
    edited(store, "A book", "Another book")

    assert {hit.source for hit in FactIndex.at(str(store)).search("")} == {"Another book"}


def test_a_source_that_comes_later_is_known_to_the_facts_that_cite_it(store: Path) -> None:
    edited(store, '"book": {', '"paper": {')
    values(store)
    edited(store, '"sources": {', '"sources": {"book": {"type": "book", "title": "A book"},')

    assert {hit.source for hit in FactIndex.at(str(store)).search("")} == {"A book"}


@pytest.mark.parametrize("decoy", ['"sources": {}', '"sources": {"book": {"type": "book", "title": "Another"}}'])
def test_only_the_table_of_sources_is_taken_for_it(store: Path, decoy: str) -> None:
    edited(store, '{"facts"', '{"facts"')
    content = json.loads(store.read_text("utf-8"))
    store.write_text(json.dumps(content | {"other": json.loads(f"{{{decoy}}}")}), encoding="utf-8")

    assert {hit.source for hit in FactIndex.at(str(store)).search("")} == {"A book"}


def test_sources_may_stand_before_their_facts(store: Path) -> None:
    content = json.loads(store.read_text("utf-8"))
    store.write_text(json.dumps(dict(reversed(content.items()))), encoding="utf-8")

    assert {hit.source for hit in FactIndex.at(str(store)).search("")} == {"A book"}


def test_a_defect_behind_unchanged_facts_is_told(store: Path) -> None:
    values(store)
    edited(store, '"pears": {', '"apples": {')

    with pytest.raises(StoreError, match="duplicate key"):
        values(store)


def test_an_id_that_stands_in_two_blocks_is_told(store: Path) -> None:
    write(store, apples=1, pears=2, plums=3, figs=4)
    values(store)
    edited(store, '"figs": {', '"apples": {')

    with pytest.raises(StoreError, match="duplicate key"):
        values(store)


def test_a_block_that_stands_twice_is_told(store: Path) -> None:
    write(store, apples=1, pears=2, plums=3)
    values(store)
    text = store.read_text("utf-8")
    begin, end = text.index('"apples": {'), text.index('"plums": {')
    store.write_text(text[:end] + text[begin:end] + text[end:], encoding="utf-8")

    with pytest.raises(StoreError, match="duplicate key"):
        values(store)


def test_facts_may_change_places(store: Path) -> None:
    write(store, apples=1, pears=2, plums=3, figs=4, kiwis=5)
    values(store)
    write(store, kiwis=5, plums=3, figs=4, apples=1, pears=7)

    assert values(store) == ["1 thing", "3 thing", "4 thing", "5 thing", "7 thing"]


def test_a_number_of_a_field_of_ones_own_is_kept_as_it_is_written(store: Path) -> None:
    edited(store, '"kind": "figure",', '"kind": "figure", "weight": 1.10,')

    assert '"weight":1.10' in FactIndex.at(str(store)).search("apples")[0].record


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 3)), min_size=2, max_size=4))
def test_an_index_brought_up_to_date_answers_as_one_made_anew(store: Path, versions: list[dict[str, int]]) -> None:
    for version in versions:
        write(store, **version)
        updated = everything(FactIndex.at(str(store)))
        Path(index_path(str(store))).unlink()

        assert updated == everything(FactIndex.at(str(store)))
        write(store, **versions[0])
        values(store)


def everything(index: FactIndex) -> object:
    found = index.search("")
    return sorted(hit[1:] for hit in found), index.words_starting("", 1000), index.count("things"), index.sources()


@pytest.mark.parametrize(
    ("data", "hashed"), [(b"", 0xCBF29CE484222325), (b"a", 0xAF63DC4C8601EC8C), (b"foobar", 0x85944171F73967E8)]
)
def test_the_name_of_an_index_is_hashed_as_the_rfc_has_it(data: bytes, hashed: int) -> None:
    assert checksum(data) == hashed
