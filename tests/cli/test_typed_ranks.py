"""A fact that holds a rank, on the command line: typed as a writer types it, and shown as a writer prints it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from running import Run


@pytest.fixture
def store(tmp_path: Path) -> Path:
    def fact(statement: str, amount: str, unit: str) -> dict[str, object]:
        value = {"amount": amount, "unit": unit}
        return {"kind": "figure", "statement": statement, "value": value, "references": [{"source": "gazette"}]}

    facts = {
        "lorries": fact("Lomar has 2 fire engines.", "2", "fire engine"),
        "fire": fact("The Marl fire was the second-deadliest in the country's history.", "2", "rank"),
        "lake": fact("Lake Orra is the third-largest lake of Venda.", "3", "rank"),
    }
    path = tmp_path / "facts.json"
    sources = {"gazette": {"type": "book", "title": "Gazette"}}
    path.write_text(json.dumps({"facts": facts, "sources": sources}), "utf-8")
    return path


@pytest.mark.parametrize(
    "query", ["second-deadliest", "second deadliest", "2nd-deadliest", "2nd marl", "unit:rank marl"]
)
def test_a_rank_is_found_as_it_is_typed(piped: Run, store: Path, query: str) -> None:
    assert piped("find", query, "--fields", "id", store=store).out == "fire\n"


@pytest.mark.parametrize("query", ["third-deadliest", "second-largest", "4th"])
def test_another_rank_or_order_is_not_found(piped: Run, store: Path, query: str) -> None:
    assert piped("find", query, store=store).status == 1


def test_an_ordinal_finds_ranks_before_counts(piped: Run, store: Path) -> None:
    assert piped("2nd", "--fields", "id", store=store).out.split() == ["fire", "lorries"]


def test_a_rank_is_shown_as_an_ordinal_and_given_to_scripts_as_a_number(piped: Run, store: Path) -> None:
    assert "2nd" in piped("show", "fire", "--format", "table", store=store).out
    assert piped("show", "fire", "--field", "amount", store=store).out == "2\n"


def test_a_rank_can_be_added_and_validated(piped: Run, store: Path) -> None:
    added = piped(
        "add", "song", "--kind", "figure", "--statement", "Blue Tide reached No. 4 on the Venda chart.",
        "--amount", "4", "--unit", "rank", "--source", "gazette", store=store,
    )  # fmt: skip

    assert added.status == 0
    assert piped("validate", store=store).status == 0
    assert "4th" in piped("show", "song", "--format", "table", store=store).out


def test_extract_proposes_a_rank_for_a_superlative_after_an_ordinal(piped: Run, tmp_path: Path) -> None:
    source = tmp_path / "source.txt"
    source.write_text("The Marl fire was the second-deadliest in Venda. It was the third fire of the week.\n", "utf-8")
    found = json.loads(piped("extract", str(source), "--format", "json").out)["facts"].values()

    units = [fact["value"].get("unit") for fact in found]

    assert units == ["rank"]
