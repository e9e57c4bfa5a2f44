"""A store is looked through for what its fields alone cannot show."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from factcli.curation import validate
from factcli.curation.validate import Validation, validate_file, validate_store
from factcli.curation.validation_rules import ABOUT, RULES
from factcli.errors import StoreError
from factcli.store.file import Snapshot, read_store_file

SHIPPED = Path(__file__).parents[2] / "facts.json"
SOURCES = {"s": {"type": "book", "title": "T"}}
FIGURE = {
    "kind": "figure",
    "statement": "The bridge is 1,200 metres long.",
    "subject": "Ouse bridge",
    "value": {"amount": "1200", "unit": "m"},
    "references": [{"source": "s", "locator": "page 3"}],
}
QUOTE = FIGURE | {"kind": "quote", "statement": "He praised it.", "value": {"text": "a fine bridge"}}
DATE = FIGURE | {"kind": "date", "statement": "It opened in July 1931.", "value": {"edtf": "1931-07"}}


def validated(*facts: dict[str, Any], sources: dict[str, Any] | None = None, **more: dict[str, Any]) -> Validation:
    table = {f"fact-{number}": fact for number, fact in enumerate(facts)} | more
    content = {"facts": table, "sources": SOURCES if sources is None else sources}
    return validate_store(json.dumps(content, indent=2).encode(), Path("facts.json"))


def test_the_curated_store_is_sound() -> None:
    assert validate_store(SHIPPED.read_bytes(), SHIPPED).problems == []


@pytest.mark.parametrize(("unit", "surface", "rules"), [("try", "1,200 tries", []), ("try", "1,200 try", ["unit"])])
def test_a_noun_that_the_source_counts_is_not_a_currency(unit: str, surface: str, rules: list[str]) -> None:
    reference = {"source": "s", "locator": "page 3", "surface": surface}
    fact = FIGURE | {"value": {"amount": "1200", "unit": unit}, "statement": f"{surface}.", "references": [reference]}

    assert [problem.rule for problem in validated(fact).problems if problem.rule == "unit"] == rules


@pytest.mark.parametrize("fact", [FIGURE, QUOTE, DATE])
def test_a_sound_fact_has_no_problem(fact: dict[str, Any]) -> None:
    assert validated(fact).problems == []


@pytest.mark.parametrize(
    ("rule", "change"),
    [
        ("schema", {"value": {"amount": 1200}}),
        ("schema", {"as_of": "2019-13"}),
        ("schema", {"statement": ""}),
        ("unit", {"value": {"amount": "1200", "unit": "metres"}}),
        ("unit", {"value": {"amount": "1200", "unit": "XQQ"}, "statement": "It cost 1,200."}),
        ("rank", {"value": {"amount": "2.5", "unit": "rank"}, "statement": "It is one of the longest."}),
        ("rank", {"value": {"amount": "0", "unit": "rank"}, "statement": "It is one of the longest."}),
        ("plural-unit", {"value": {"amount": "1200", "unit": "soldiers"}, "statement": "It has many."}),
        ("no-source", {"references": [{"source": "s"}, {"source": "nowhere"}]}),
        ("no-reference", {"references": []}),
        ("no-successor", {"rank": "deprecated", "superseded_by": "nowhere"}),
        ("circle", {"rank": "deprecated", "superseded_by": "fact-0"}),
        ("unexplained", {"rank": "deprecated"}),
        ("other-figure", {"value": {"amount": "1300", "unit": "m"}}),
        ("other-figure", {"value": {"amount": "12", "unit": "km"}}),
    ],
)
def test_each_rule_finds_what_it_is_for(rule: str, change: dict[str, Any]) -> None:
    rules = {problem.rule for problem in validated(FIGURE | change).problems}

    assert rule in rules
    assert rules <= {rule, "uncited"}


def test_ids_sources_and_quotes_have_rules_too() -> None:
    assert [each.rule for each in validated(**{"Big Id": FIGURE}).problems] == ["id"]
    assert [each.id for each in validated(FIGURE, sources={**SOURCES, "t": SOURCES["s"]}).problems] == ["t"]
    assert [each.rule for each in validated(QUOTE | {"references": [{"source": "s"}]}).problems] == ["no-locator"]
    assert [each.rule for each in validated(DATE | {"value": {"edtf": "1932-07"}}).problems] == ["other-figure"]
    assert [each.rule for each in validated(FIGURE | {"superseded_by": "fact-1"}, DATE).problems] == ["not-deprecated"]


@pytest.mark.parametrize(
    ("field", "found"),
    [
        ({"issued": "2000-13-45"}, ["issued"]),
        ({"issued": "last Tuesday"}, ["issued"]),
        ({"issued": 2019}, []),
        ({"issued": [2019]}, ["issued"]),
        ({"issued": "2019-07"}, []),
        ({"issued": "2019~/2020"}, []),
        ({"issued": {"date-parts": [[2019, 7]]}}, []),
        ({"issued": None}, []),
        ({"type": "nonsense"}, ["source-type"]),
        ({"type": "article-journal"}, []),
    ],
)
def test_the_date_of_a_source_is_edtf_and_its_type_one_of_csl(field: dict[str, Any], found: list[str]) -> None:
    problems = validated(FIGURE, sources={"s": SOURCES["s"] | field}).problems

    assert [problem.rule for problem in problems] == found


def test_facts_that_contradict_one_another_are_found() -> None:
    other = FIGURE | {"statement": "The bridge is 1,300 metres long.", "value": {"amount": "1300", "unit": "m"}}

    found = validated(FIGURE, other).problems

    assert [(each.id, each.rule) for each in found] == [("fact-1", "contradiction")]
    assert "'fact-0' says 1,200 m" in found[0].message


@pytest.mark.parametrize(
    "other",
    [
        {"subject": "Trent bridge"},
        {"statement": "The hulls of 1,300 metres of barges were towed."},
        {"as_of": "1931"},
        {"rank": "deprecated", "reason": "r"},
        {"value": {"amount": "1.3", "unit": "km", "per": "hour"}},
    ],
)
def test_another_measure_time_or_subject_is_no_contradiction(other: dict[str, Any]) -> None:
    first = FIGURE | {"as_of": "2019"}
    value = {"amount": "1300", "unit": "m"}

    found = validated(
        first, FIGURE | {"statement": "The bridge is 1,300 metres long.", "value": value} | other
    ).problems

    assert "contradiction" not in {each.rule for each in found}


@pytest.mark.parametrize("fact", [FIGURE, QUOTE, DATE])
def test_a_fact_that_is_there_twice_is_found(fact: dict[str, Any]) -> None:
    assert [each.rule for each in validated(fact, fact).problems] == ["duplicate"]


def test_a_circle_is_reported_once_and_in_time() -> None:
    ring = [
        FIGURE | {"subject": f"Bridge {number}", "rank": "deprecated", "superseded_by": f"fact-{(number + 1) % 2000}"}
        for number in range(2000)
    ]

    assert [each.rule for each in validated(*ring).problems] == ["circle"]


def test_what_cannot_be_read_does_not_hide_the_rest_nor_dangle() -> None:
    found = validated(
        FIGURE, DATE | {"kind": "day"}, FIGURE | {"rank": "deprecated", "superseded_by": "fact-1"}
    ).problems

    assert [(each.id, each.rule) for each in found] == [("fact-1", "schema")]


def test_a_problem_stands_where_its_value_stands() -> None:
    validation = validated(FIGURE | {"value": {"amount": "1200", "unit": "metres"}})
    start, end = validation.problems[0].span

    assert validation.document.source[start:end] == '"metres"'


@pytest.mark.parametrize(
    ("change", "shown"),
    [
        ({"references": [{"source": "s"}, {"source": "nowhere"}]}, '"nowhere"'),
        ({"references": [{"source": "s"}, {"locator": "page 3"}]}, '{"locator": "page 3"}'),
        ({"references": []}, "[]"),
        ({"value": {"amount": "1200", "unit": "m", "quantum": 1}}, "1"),
    ],
)
def test_a_problem_stands_at_the_value_or_at_the_nearest_that_is_there(change: dict[str, Any], shown: str) -> None:
    validation = validated(FIGURE | change)
    start, end = next(each.span for each in validation.problems if each.rule != "uncited")

    assert " ".join(validation.document.source[start:end].split()).replace("{ ", "{").replace(" }", "}") == shown


def test_a_problem_of_a_whole_entry_or_of_a_field_that_it_lacks_stands_at_its_key() -> None:
    lacking = {name: value for name, value in FIGURE.items() if name not in {"value", "references"}}
    validation = validated(FIGURE, FIGURE, lacking)
    shown = {validation.document.source[start:end] for (start, end), *_ in validation.problems}

    assert shown == {'"fact-1"', '"fact-2"'}


def test_a_problem_stands_where_its_value_stands_behind_a_byte_order_mark_too() -> None:
    content = json.dumps({"facts": {"x": FIGURE | {"kind": "day"}}, "sources": SOURCES}, indent=2)
    validation = validate_store(b"\xef\xbb\xbf" + content.encode(), Path("facts.json"))
    start, end = validation.problems[0].span

    assert validation.document.source[start:end] == '"day"'


def test_what_is_no_store_is_refused() -> None:
    with pytest.raises(StoreError):
        validate_store(b'{"facts": {', Path("facts.json"))


def flawed_store(folder: Path) -> Path:
    """A store of twelve bridges, each with a wrong statement and a duplicate, and of a broken fact."""
    bridges = [FIGURE | {"subject": f"Bridge {name}", "value": {"amount": "1300", "unit": "m"}} for name in range(12)]
    table = {f"fact-{number}": fact for number, fact in enumerate([*bridges, *bridges, {"kind": "figure"}])}
    path = folder / "facts.json"
    path.write_text(json.dumps({"facts": table, "sources": SOURCES}), "utf-8")
    return path


def test_two_processes_find_what_one_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(validate, "_LARGE_BYTES", 0)
    path = flawed_store(tmp_path)

    assert validate_file(path).problems == validate_store(path.read_bytes(), path).problems


def test_a_store_is_checked_by_one_process_if_the_other_has_read_another_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(validate, "_LARGE_BYTES", 0)
    path = flawed_store(tmp_path)
    in_parent = os.getpid()

    def read(place: Path) -> Snapshot:
        return read_store_file(place) if os.getpid() == in_parent else Snapshot.of(b'{"facts": {}, "sources": {}}')

    monkeypatch.setattr(validate, "read_store_file", read)

    assert validate_file(path).problems == validate_store(path.read_bytes(), path).problems


def test_every_rule_says_what_it_is_about() -> None:
    assert ABOUT.keys() == RULES.keys() | {"schema"}
    assert not [about for about in ABOUT.values() if not about.endswith(".")]


def test_a_sentence_that_states_two_figures_contradicts_neither() -> None:
    statement = "The storm killed 12 people and injured more than 350."
    one = FIGURE | {"subject": "Storm Ada", "statement": statement, "value": {"amount": "12", "unit": "person"}}
    other = one | {"value": {"amount": "350", "unit": "person", "comparator": ">"}}

    assert "contradiction" not in {each.rule for each in validated(one, other).problems}


def test_a_noun_that_has_no_singular_of_its_own_is_no_plural() -> None:
    injured = FIGURE | {"statement": "The storm left 12 injured.", "value": {"amount": "12", "unit": "injured"}}

    assert "plural-unit" not in {each.rule for each in validated(injured).problems}
