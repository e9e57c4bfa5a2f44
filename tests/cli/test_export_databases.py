"""Stores as databases: SQLite with a full-text table, and Parquet, read back by the libraries that others use."""

from __future__ import annotations

import json
import sqlite3
import subprocess
from typing import TYPE_CHECKING

import pytest
from running import FACT

from factcli.errors import FactcliError
from factcli.exchange.databases import write_sqlite
from factcli.store import FactStore

if TYPE_CHECKING:
    from pathlib import Path

    from running import Run

LAKE = {"kind": "figure", "statement": "The lake is 0.1 km\u202e long.", "value": {"amount": "0.10", "unit": "km"}}


@pytest.fixture
def exported(shipped_store: Path, tmp_path: Path) -> Path:
    """The shipped store as SQLite."""
    return export(shipped_store, tmp_path, "sqlite")


def export(store: Path, folder: Path, form: str, *query: str) -> Path:
    target = folder / f"facts.{form}"
    with target.open("wb") as file:
        line = [FACT, "export", *query, "--format", form, "--store", str(store)]
        assert subprocess.run(line, stdout=file, check=False).returncode == 0
    return target


def rows(database: Path, statement: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(database)
    try:
        return connection.execute(statement).fetchall()
    finally:
        connection.close()


def test_every_fact_source_and_reference_is_a_row(exported: Path, shipped_store: Path) -> None:
    store = FactStore(shipped_store)
    cited = sum(len(fact.references) for fact in store)

    assert rows(exported, "SELECT count(*) FROM facts") == [(len(store),)]
    assert rows(exported, "SELECT count(*) FROM references_") == [(cited,)]
    assert rows(exported, "SELECT title FROM sources")[0][0].startswith("Pompeo Tour")
    assert rows(exported, "PRAGMA integrity_check") == [("ok",)]
    assert rows(exported, "PRAGMA foreign_key_check") == []


def test_words_are_found_by_their_stems(exported: Path) -> None:
    found = rows(
        exported, "SELECT id FROM facts JOIN facts_fts ON facts.rowid = facts_fts.rowid WHERE facts_fts MATCH 'rewards'"
    )

    assert ("salman-reward",) in found


def test_other_programs_find_the_full_text_table_by_its_declaration(exported: Path) -> None:
    [[declared]] = rows(exported, "SELECT sql FROM sqlite_master WHERE name = 'facts_fts'")

    assert 'content="facts"' in declared


@pytest.mark.parametrize("form", ["sqlite", "parquet"])
def test_figures_are_texts_as_in_the_store(tmp_path: Path, form: str) -> None:
    (tmp_path / "facts.json").write_text(json.dumps({"facts": {"lake": LAKE}}), "utf-8")
    database = export(tmp_path / "facts.json", tmp_path, form)

    if form == "sqlite":
        [row] = rows(database, "SELECT amount, unit, statement, speaker FROM facts")
    else:
        parquet = pytest.importorskip("pyarrow.parquet")
        [record] = parquet.read_table(database).to_pylist()
        row = tuple(record[name] for name in ("amount", "unit", "statement", "speaker"))
    assert row == ("0.10", "km", LAKE["statement"], None)


def test_a_query_chooses_the_facts(shipped_store: Path, tmp_path: Path) -> None:
    database = export(shipped_store, tmp_path, "sqlite", "kind:quote")

    assert rows(database, "SELECT DISTINCT kind FROM facts") == [("quote",)]


@pytest.mark.parametrize("form", ["sqlite", "parquet"])
def test_a_database_is_not_written_to_a_terminal(on_terminal: Run, form: str) -> None:
    ended = on_terminal("export", "--format", form)

    assert ended.status == 2
    assert f"fact export --format {form} > facts.{form}" in " ".join(ended.out.split())


def test_a_database_that_cannot_be_written_is_an_error_of_one_line(tmp_path: Path) -> None:
    with pytest.raises(FactcliError, match=r"^the database cannot be written: unable to open database file$"):
        write_sqlite(tmp_path / "missing" / "facts", [], {})
