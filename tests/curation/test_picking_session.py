"""A session of picking without a screen: duplicates, typed values, and what is remembered."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from factcli.curation.picking.duplicates import find_duplicate
from factcli.curation.picking.remembered import citation_key
from factcli.curation.picking.session import Candidate, PickingSession
from factcli.curation.picking.typed_fields import typed_field, with_field
from factcli.errors import FactcliError
from factcli.model.edtf import EdtfDate
from factcli.model.facts import Fact, Quantity, Quotation
from factcli.store.location import user_store

SOURCES = {"s": {"type": "book", "title": "The Mill Guide"}}


def raw(amount: str = "4", surface: str = "four sails") -> dict[str, Any]:
    return {
        "kind": "figure",
        "statement": f"Marl mill has {amount} sails.",
        "subject": "Marl mill",
        "value": {"amount": amount, "unit": "sail"},
        "references": [{"source": "s", "locator": "paragraph 1", "surface": surface}],
    }


def session(store: Path, *raws: dict[str, Any], again: bool = False) -> PickingSession:
    candidates = [Candidate(f"mill-{number}", each, citation_key(each)) for number, each in enumerate(raws)]
    return PickingSession(str(store), candidates, SOURCES, again=again)


def figure(amount: int, unit: str, statement: str, subject: str = "Storm Ada", as_of: str | None = None) -> Fact:
    return Fact(
        id="x", kind="figure", statement=statement, value=Quantity(Decimal(amount), unit), subject=subject,
        as_of=EdtfDate(as_of) if as_of else None,
    )  # fmt: skip


KILLED = figure(85, "person", "Storm Ada killed 85 people.", as_of="2021-05-03")


@pytest.mark.parametrize(
    ("candidate", "is_equal"),
    [
        (figure(85, "person", "The storm claimed the lives of 85 people.", "Storm Ada", "2021"), True),
        (figure(87, "life", "87 lives were lost, the dead of Storm Ada.", "Storm Ada", "2021-06"), False),
    ],
)
def test_a_fact_that_is_said_again_or_otherwise_is_found(candidate: Fact, is_equal: bool) -> None:  # noqa: FBT001 - a case
    found = find_duplicate(candidate, [KILLED])

    assert found
    assert found.is_equal is is_equal


@pytest.mark.parametrize(
    "candidate",
    [
        figure(85, "house", "Storm Ada destroyed 85 houses."),
        figure(87, "person", "Storm Ada killed 87 people.", "Storm Ada", "1998"),
        figure(87, "person", "The ferry carried 87 people.", "Ferry of Orla"),
        Fact(id="x", kind="date", statement="Storm Ada came in 2021.", value=EdtfDate("2021"), subject="Storm Ada"),
    ],
)
def test_another_unit_year_subject_or_kind_is_no_duplicate(candidate: Fact) -> None:
    assert find_duplicate(candidate, [KILLED]) is None


def test_a_quote_is_the_same_whatever_its_marks() -> None:
    one = Fact(id="x", kind="quote", statement="S.", value=Quotation("We lost the mill", "Ana Ruiz"))
    other = Fact(id="y", kind="quote", statement="S.", value=Quotation("We lost the mill.", "Ana Ruiz"))

    assert find_duplicate(one, [other])


@pytest.mark.parametrize(
    ("value", "typed", "stored"),
    [
        (
            {"amount": "4", "unit": "sail", "quantum": "1"},
            "about 5 sails",
            {"amount": "5", "unit": "sail", "comparator": "~"},
        ),
        ({"amount": "4", "unit": "sail"}, "5", {"amount": "5", "unit": "sail"}),
        ({"amount": "4", "unit": "sail"}, "US$7m", {"amount": "7000000", "unit": "USD"}),
    ],
)
def test_a_figure_is_typed_as_a_writer_prints_it(value: dict[str, str], typed: str, stored: dict[str, str]) -> None:
    assert with_field(raw() | {"value": value}, "value", typed)["value"] == stored


@pytest.mark.parametrize("typed", ["2019-05-12", "12 May 2019"])
def test_a_date_is_typed_as_edtf_or_as_printed(typed: str) -> None:
    date = raw() | {"kind": "date", "value": {"edtf": "2018"}}

    assert with_field(date, "value", typed)["value"] == {"edtf": "2019-05-12"}
    assert typed_field(date, "value") == "2018"


@pytest.mark.parametrize(("name", "typed"), [("value", ""), ("statement", " "), ("as_of", "banana")])
def test_what_is_not_valid_is_refused(name: str, typed: str) -> None:
    with pytest.raises(FactcliError):
        with_field(raw(), name, typed)


@pytest.mark.parametrize("id_", ["", "a mill", "mill-0"])
def test_an_id_without_spaces_is_asked_for_that_is_free(tmp_path: Path, id_: str) -> None:
    picking = session(tmp_path / "facts.json", raw(), raw("6", "six floors"))
    picking.add(picking.candidates[0])

    with pytest.raises(FactcliError):
        picking.edit(picking.candidates[1], "id", id_)


def test_an_edit_that_is_undone_in_the_store_is_still_remembered(tmp_path: Path) -> None:
    store = tmp_path / "facts.json"
    picking = session(store, raw())
    picking.edit(picking.candidates[0], "subject", "The old mill")
    picking.add(picking.candidates[0])
    picking.undo()

    assert session(store, raw()).candidates[0].subject == "The old mill"


def test_candidates_without_printed_words_are_told_apart_by_what_they_say(tmp_path: Path) -> None:
    one, other = raw("4"), raw("6")
    for each in (one, other):
        del each["references"][0]["surface"]
    picking = session(tmp_path / "facts.json", one, other)
    picking.pass_over(picking.candidates[0])

    assert [each.state for each in session(tmp_path / "facts.json", one, other).candidates] == ["passed", "open"]


def test_a_file_of_decisions_that_is_damaged_is_begun_anew(tmp_path: Path) -> None:
    picking = session(tmp_path / "facts.json", raw())
    picking.pass_over(picking.candidates[0])
    for path in (Path(user_store()).parent / "picks").iterdir():
        path.write_text(json.dumps({"passed": 3}), "utf-8")

    assert session(tmp_path / "facts.json", raw()).candidates[0].state == "open"


def test_an_invalid_candidate_of_a_subject_adds_none_of_it(tmp_path: Path) -> None:
    picking = session(tmp_path / "facts.json", raw(), raw("6", "six floors") | {"kind": "date"})

    with pytest.raises(FactcliError):
        picking.add(*picking.of_subject(picking.candidates[0]))

    assert not (tmp_path / "facts.json").exists()
    assert [each.state for each in picking.candidates] == ["open", "open"]
