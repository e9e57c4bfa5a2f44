"""What people type, and what is found for it: ids, beginnings of words, questions, other scripts, slips."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from running import Run


def fact(statement: str, **more: object) -> dict[str, object]:
    value = {"amount": "40", "unit": "boat"}
    return {"kind": "figure", "statement": statement, "value": value, "references": [{"source": "almanac"}], **more}


FACTS = {
    "fleet": fact("The fleet of Oslo had 40 boats in 2018.", as_of="2018"),
    "fleet-today": fact("The fleet of Oslo has 40 boats.", as_of="2024-05"),
    "fleet-always": fact("A fleet of 40 boats has been at Bergen since 2015.", as_of="2015/.."),
    "yard": fact("The U.S. yard built 40 boats.", subject="Shipyard"),
    "kanto": fact("日本の首都圏の人口は約四千万人。"),
    "sunk": fact("The storm killed 40 sailors.", subject="Storm of Skagen"),
    "storm-day": fact("The storm of Skagen came at night.", kind="date", value={"edtf": "1902-01-18"}),
}
SOURCES = {"almanac": {"type": "book", "title": "Almanac of Herring"}}


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    path = tmp_path / "facts.json"
    path.write_text(json.dumps({"facts": FACTS, "sources": SOURCES}, ensure_ascii=False), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("fleet-today", ["fleet-today"]),
        ("FLEET-TODAY", ["fleet-today"]),
        ("fleet-today storm-day", ["fleet-today", "storm-day"]),
        ("skag*", ["storm-day", "sunk"]),
        ("skag", ["storm-day", "sunk"]),
        ("Skagen's", ["storm-day", "sunk"]),
        ("US yard", ["yard"]),
        ("U.S.", ["yard"]),
        ("首都圏", ["kanto"]),
        ("人口", ["kanto"]),
        ("世界", []),
        ("how many were killed in the storm", ["sunk"]),
        ("how many died in Skagen", ["sunk"]),
        ("what day was the storm", ["storm-day", "sunk"]),
        ("herring", sorted(FACTS)),
        ("40%", []),
        ("€40", []),
        ("boat NOT herring", ["fleet", "fleet-always", "fleet-today", "kanto", "sunk", "yard"]),
        ("as-of:2018", ["fleet", "fleet-always"]),
        ("as-of:2024-05 oslo", ["fleet-today"]),
        ("as-of:1902", ["storm-day"]),
    ],
)
def test_what_is_typed_is_found(piped: Run, harbour: Path, typed: str, found: list[str]) -> None:
    shown = piped("find", typed, "--fields", "id", "--sort", "id", store=harbour).out.splitlines()

    assert shown == found
    assert piped("find", typed, "--count", store=harbour).out == f"{len(found)}\n"


def test_the_answer_to_a_question_comes_first(piped: Run, harbour: Path) -> None:
    first = piped("what day was the storm", "--fields", "id", "--limit", "1", store=harbour).out

    assert first == "storm-day\n"


def test_what_only_a_title_has_is_found_by_its_qualifier_or_alone(piped: Run, harbour: Path) -> None:
    assert piped("source:herring", "--count", store=harbour).out == f"{len(FACTS)}\n"
    assert piped("oslo herring", "--count", store=harbour).out == "2\n"


def test_a_run_of_letters_is_marked_within_a_longer_one(piped: Run, harbour: Path) -> None:
    shown = piped("人口", "--format", "table", "--color", "always", store=harbour).out

    assert "\x1b[1;35m人口\x1b" in shown


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("speker:moreno", "'speker:' is not a qualifier; did you mean speaker:; known qualifiers: as-of:, date:, id:"),
        ("kind:quotes", "no fact has kind:quotes; did you mean kind:quote; known values: figure, date, quote"),
        ("rank:best", "known values: preferred, normal, deprecated"),
        ("unit:boats", "did you mean unit:boat; known values: boat"),
        ("source:almanack", "did you mean source:almanac; known values: almanac"),
    ],
)
def test_a_wrong_qualifier_or_value_says_which_there_are(piped: Run, harbour: Path, typed: str, said: str) -> None:
    ended = piped("find", typed, store=harbour)

    assert ended.status == 1
    assert said in ended.err


@pytest.mark.parametrize("command", [("find",), ("keywords",), ("timeline",), ("export",), ()])
@pytest.mark.parametrize("typed", ["value:>abc", "date:2019-99"])
def test_a_figure_or_date_that_cannot_be_read_is_an_error(
    piped: Run, harbour: Path, command: tuple[str, ...], typed: str
) -> None:
    ended = piped(*command, typed, store=harbour)

    assert (ended.status, ended.out) == (2, "")
    assert ended.err.startswith(f"fact: error: '{typed}' cannot be read as a ")
    assert ended.err.count("\n") == 1


@pytest.mark.parametrize("typed", ["https://example.org", "12:30", "oslo:", "::"])
def test_other_colons_are_not_called_qualifiers(piped: Run, harbour: Path, typed: str) -> None:
    assert "known qualifiers" not in piped("find", typed, store=harbour).err


@pytest.mark.parametrize(("word", "meant"), [("list", "`fact find` lists all facts"), ("config", ".factcli.toml")])
def test_a_word_that_other_programs_have_as_a_command_says_so(piped: Run, word: str, meant: str) -> None:
    assert meant in piped(word, store=None).err
    assert "is not a command" not in piped("find", word).err


def test_as_of_is_an_option_too(piped: Run, harbour: Path) -> None:
    shown = piped("find", "oslo", "--as-of", "2018", "--fields", "id", store=harbour)
    wrong = piped("find", "oslo", "--as-of", "soon", store=harbour)

    assert shown.out == "fleet\n"
    assert (wrong.status, wrong.err.count("\n")) == (2, 1)
    assert "invalid date 'soon'" in wrong.err
