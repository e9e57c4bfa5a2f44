"""``fact names`` lists the names of a store, and ``fact check`` finds those that a draft misspells or mistakes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factcli.curation.validate import validate_store

if TYPE_CHECKING:
    from running import Run

ROSE = {
    "kind": "quote",
    "statement": "The breeder spoke of roses.",
    "subject": "roses",
    "value": {"text": "A rose wants wind", "speaker": "Marguerite Delvaux", "role": "gardener of Lomar Abbey"},
    "references": [{"source": "s", "locator": "page 3"}],
}
THORN = ROSE | {"value": {"text": "A thorn is a leaf", "speaker": "Marguerite Delvaux"}}
BOOK = {"s": {"type": "book", "title": "Roses"}}


def store_of(*facts: dict[str, object]) -> bytes:
    table = {f"fact-{number}": fact for number, fact in enumerate(facts)}
    return json.dumps({"facts": table, "sources": BOOK}, indent=2).encode()


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "facts.json"
    path.write_bytes(store_of(ROSE, THORN))
    return path


def test_names_come_with_their_offices_and_the_number_of_facts(piped: Run, store: Path) -> None:
    answer = json.loads(piped("names", "--format", "json", store=store).out)

    assert answer["names"][0] == {"name": "Marguerite Delvaux", "facts": "2", "roles": "gardener of Lomar Abbey"}
    assert piped("names", "wind", "--count", store=store).out == "1\n"
    nothing = piped("names", "nosuchword", store=store)
    assert (nothing.status, nothing.err) == (1, "fact: nothing found for: nosuchword\n")


def test_names_that_have_a_word_of_the_query_come_first(piped: Run, store: Path) -> None:
    store.write_bytes(store_of(ROSE | {"statement": "Ada Holm bred roses.", "subject": "Ada Holm"}))

    assert piped("names", "--fields", "name", store=store).out.splitlines() == ["Ada Holm", "Marguerite Delvaux"]
    assert piped("names", "delvaux", "--fields", "name", store=store).out.splitlines()[0] == "Marguerite Delvaux"


def test_a_query_without_names_says_so_with_words_like_it(piped: Run, store: Path) -> None:
    assert piped("names", "Delvuax", store=store).err == "fact: nothing found for: Delvuax; did you mean: Delvaux?\n"


def test_the_name_of_a_place_is_shown_with_its_article(piped: Run, store: Path) -> None:
    places = ("El Salvador", "Los Angeles", "La Paz")
    store.write_bytes(
        store_of(*(ROSE | {"statement": f"It bloomed in {place}.", "subject": place} for place in places))
    )

    shown = piped("names", "--fields", "name", store=store).out.splitlines()

    assert shown == ["Marguerite Delvaux", "El Salvador", "La Paz", "Los Angeles"]


def test_a_name_is_shown_with_its_initials_and_particles(piped: Run, store: Path) -> None:
    speakers = ("P. J. van der Velden", "Fergal Ó Dubh", "Tariq al-Hosn")
    store.write_bytes(store_of(*(ROSE | {"value": {"text": f"A rose {name}", "speaker": name}} for name in speakers)))

    assert piped("names", "--fields", "name", store=store).out.splitlines() == sorted(speakers)


def test_two_names_that_look_like_one_are_a_warning(piped: Run, store: Path) -> None:
    slip = THORN | {"value": {"text": "A thorn is a leaf", "speaker": "Marguerite Delvaus"}}
    store.write_bytes(store_of(ROSE, THORN, slip))

    done = piped("names", store=store)

    assert (
        done.err
        == "fact: warning: the name 'Marguerite Delvaus' of 'fact-2' is like 'Marguerite Delvaux' of 'fact-0'\n"
    )
    assert done.status == 0


@pytest.mark.parametrize(
    ("speaker", "aliases", "rules"),
    [
        ("Marguerite Delvaus", [], ["two-spellings"]),
        ("Margerite Delvaux", [], ["two-spellings"]),
        ("Marguerite Delvaus", ["Marguerite Delvaux"], []),
        ("M. Delvaux", [], []),
        ("Maggie Delvaux", [], []),
        ("Marianne Delvaux", [], []),
        ("Marguerite Delcourt", [], []),
    ],
)
def test_a_store_spells_a_name_in_one_way(speaker: str, aliases: list[str], rules: list[str]) -> None:
    other = THORN | {"value": {"text": "A thorn is a leaf", "speaker": speaker}, "aliases": aliases}

    problems = validate_store(store_of(ROSE, THORN, other), Path("facts.json")).problems

    assert [problem.rule for problem in problems if problem.rule != "duplicate"] == rules


def test_a_misspelt_name_is_mended_and_another_office_is_not(piped: Run, store: Path, tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text("Roses grow for **Marguerite Delvaus**.\n\nThe prioress and nurse Marguerite Delvaux prunes.\n")

    found = piped("check", str(draft), "--fix", store=store)

    assert "Marguerite Delvaux**." in draft.read_text()
    assert found.status in {0, 1}


def test_a_note_on_a_name_does_not_fail_a_check(piped: Run, store: Path, tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text("A street is called after Marguerite Delvaus.\n")

    found = piped("check", str(draft), store=store)

    assert "note: Marguerite Delvaus: the store has “Marguerite Delvaux” (Roses) [name-alike]" in found.out
    assert found.status == 0


def test_a_rule_for_names_is_turned_off(piped: Run, store: Path, tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text("The roses of Marguerite Delvaus grow in Ghent.\n")

    assert "[name-spelling]" in piped("check", str(draft), store=store).out
    assert piped("check", str(draft), "--rule-off", "name-spelling", store=store).status != 1


def test_the_spelling_of_the_store_is_right_where_a_draft_has_two(piped: Run, store: Path, tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text("Marguerite Delvaus bred roses. A rose of Marguerite Delvaux wants wind.\n")

    found = json.loads(piped("check", str(draft), "--format", "json", store=store).out)["findings"]

    assert [(each["surface"], each["reason"]) for each in found] == [("Marguerite Delvaus", "name-spelling")]
