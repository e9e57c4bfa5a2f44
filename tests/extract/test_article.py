"""The article that the curated store was made from: what is curated is proposed, and little else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from factcli.extract import extract_facts
from factcli.model.edtf import EdtfDate
from factcli.model.facts import Fact, Quantity, Quotation
from factcli.store import FactStore

ROOT = Path(__file__).parent.parent.parent
# Facts that the article does not print but implies: "days earlier", "three months from now", "the previous decade".
IMPLIED = {
    "salman-sanctions-date",
    "argentina-election-date",
    "nisman-planned-accusation",
    "galapagos-airport-permission",
    "ebrard-el-salvador-announcement",
    "pompeo-bukele-visit",
    "el-salvador-critical-government-years",
    "bukele-recruitment-revision",
    "padrino-aircraft-tweet",
}


def article() -> Path | None:
    named = os.environ.get("FACTCLI_SOURCE_TEXT")
    return Path(named) if named else next(iter(sorted((ROOT.parent / "shared" / "source").glob("*.txt"))), None)


@pytest.fixture(scope="module")
def candidates() -> list[Fact]:
    path = article()
    if path is None:
        pytest.skip("the article is not at hand; FACTCLI_SOURCE_TEXT may name its file")
    return extract_facts(path.read_text("utf-8"))


@pytest.fixture(scope="module")
def curated() -> list[Fact]:
    return FactStore.open(ROOT / "facts.json").facts()


def states(candidate: Fact, fact: Fact) -> bool:
    """Whether the candidate has the value of the fact, from the same paragraph."""
    return candidate.references[0].locator == fact.references[0].locator and same_value(candidate, fact)


def same_value(candidate: Fact, fact: Fact) -> bool:
    found, value = candidate.value, fact.value
    if isinstance(found, Quotation) and isinstance(value, Quotation):
        return found.text == value.text
    if isinstance(found, EdtfDate) and isinstance(value, EdtfDate):
        return found.text.replace("XXXX", "2019") == value.text
    is_figure = isinstance(found, Quantity) and isinstance(value, Quantity)
    return is_figure and found.amount == value.amount and (found.unit == value.unit or is_counted(found))


def is_counted(quantity: Quantity) -> bool:
    """Whether the curator is free to name otherwise what is counted: lives are persons."""
    return quantity.dimension in {"count", "number"}


def test_every_printed_fact_is_proposed(candidates: list[Fact], curated: list[Fact]) -> None:
    proposed = {fact.id for fact in curated if any(states(candidate, fact) for candidate in candidates)}

    assert {fact.id for fact in curated} - proposed == IMPLIED


def test_at_most_one_candidate_in_ten_is_spurious(candidates: list[Fact], curated: list[Fact]) -> None:
    spurious = [candidate.id for candidate in candidates if not any(states(candidate, fact) for fact in curated)]

    assert len(spurious) <= len(candidates) / 10


def test_named_speakers_are_those_of_the_curator(candidates: list[Fact], curated: list[Fact]) -> None:
    speakers = {candidate.value.text: candidate.value.speaker for candidate in candidates if candidate.kind == "quote"}
    curated_speakers = {fact.value.text: fact.value.speaker for fact in curated if fact.kind == "quote"}

    named = {
        text: speaker.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'") for text, speaker in speakers.items() if speaker
    }
    wrong = {text: speaker for text, speaker in named.items() if speaker != curated_speakers[text]}

    assert not wrong
