"""A large store is read by a second process, and nobody can tell but by the clock."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from factcli.errors import StoreError
from factcli.index import FactIndex
from factcli.index.build.rows import row_of
from factcli.index.freshness import index_path


@pytest.fixture
def store(tmp_path: Path, shipped_store: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("factcli.index.large.row_maker._LARGE_BYTES", 0)
    monkeypatch.setattr("factcli.index.large.row_maker._ROWS_OF_A_BATCH", 7)
    path = tmp_path / "facts.json"
    path.write_bytes(shipped_store.read_bytes())
    return path


def everything(store: Path) -> object:
    index = FactIndex.at(str(store))
    blocks = index._rows("SELECT * FROM blocks")  # noqa: SLF001 - what an update goes by
    return index.search(""), index.words_starting("", 10_000), index.sources(), blocks


def rebuilt_in_one_process(store: Path) -> object:
    Path(index_path(str(store))).unlink()
    with pytest.MonkeyPatch.context() as patch:
        patch.delattr(os, "fork")
        return everything(store)


def test_two_processes_make_the_index_that_one_would_make(store: Path) -> None:
    assert everything(store) == rebuilt_in_one_process(store)


def test_sources_that_turn_out_otherwise_make_the_rows_anew(store: Path) -> None:
    content = json.loads(store.read_text("utf-8"))
    store.write_text(json.dumps(content | {"other": {"sources": {}}}), encoding="utf-8")

    assert everything(store) == rebuilt_in_one_process(store)


def test_the_defects_of_a_large_store_are_told(store: Path) -> None:
    store.write_text(store.read_text("utf-8").replace('"kind": "date"', '"kind": "data"', 1), encoding="utf-8")

    with pytest.raises(StoreError, match="kind"):
        FactIndex.at(str(store))


def test_a_second_process_that_dies_is_done_without(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parent = os.getpid()
    monkeypatch.setattr(
        "factcli.index.large.row_maker.row_of", lambda *fact: row_of(*fact) if os.getpid() == parent else os._exit(9)
    )

    assert everything(store) == rebuilt_in_one_process(store)


def test_progress_is_told_through_both_processes(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcli.index.build.reader._REPORT_EVERY", 10)
    told: list[tuple[int, int]] = []
    FactIndex.at(str(store), lambda *steps: told.append(steps))

    assert told == sorted(told, key=lambda steps: steps[0] / steps[1])
    assert len(told) > 3
