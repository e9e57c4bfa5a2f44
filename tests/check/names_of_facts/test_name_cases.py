"""Each rule for names of facts: the slip is found, and right names, namesakes, relatives and variants are left alone.

A block of a case file has the facts of a store and texts.  A line ``fact`` has a statement and, after bars, what
``name = value`` says of it; a line ``bad`` has the words that are found fault with between « and », and, after ``->``,
what should stand there; a line ``note`` is a bad one that is only noted; ``good`` is a text without a finding.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest

from factcli.check import check_text
from factcli.model.edtf import EdtfDate
from factcli.model.facts import Fact, Quantity, Quotation
from factcli.store import FactStore

FOLDER = Path(__file__).parent / "cases"


class Case(NamedTuple):
    """A text against a store: the finding expected as rule, words and suggestion, None for none."""

    facts: tuple[Fact, ...]
    text: str
    expected: tuple[str, str, str | None] | None


def cases() -> list[Case]:
    return [
        case
        for path in sorted(FOLDER.glob("*.txt"))
        for block in path.read_text("utf-8").split("\n\n")
        for case in cases_of(path.stem, block.splitlines())
    ]


def cases_of(rule: str, lines: list[str]) -> list[Case]:
    kinds = [line.partition(": ")[::2] for line in lines if line]
    facts = tuple(fact(f"fact-{number}", text) for number, (kind, text) in enumerate(kinds) if kind == "fact")
    return [case(rule, kind, text, facts) for kind, text in kinds if kind != "fact"]


def case(rule: str, kind: str, text: str, facts: tuple[Fact, ...]) -> Case:
    if kind == "good":
        return Case(facts, text, None)
    text, _, right = text.partition(" -> ")
    wrong = text[text.index("«") + 1 : text.index("»")]
    found = "name-alike" if kind == "note" else rule
    return Case(facts, text.replace("«", "").replace("»", ""), (found, wrong, right or None))


def fact(id_: str, line: str) -> Fact:
    statement, *rest = line.split(" | ")
    said = dict(part.split(" = ", 1) for part in rest)
    speaker = said.get("speaker")
    return Fact(
        id=id_,
        kind="quote" if speaker else "figure",
        statement=statement,
        value=Quotation("A thing never said.", speaker, said.get("role")) if speaker else Quantity(Decimal(7), "thing"),
        subject=said.get("subject"),
        aliases=tuple(said.get("aliases", "").split("; ")) if "aliases" in said else (),
        keywords=tuple(said.get("keywords", "").split("; ")) if "keywords" in said else (),
        as_of=EdtfDate(said["as_of"]) if "as_of" in said else None,
        rank="deprecated" if "until" in said else "normal",
        reason=said.get("until"),
    )


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.expected and case.expected[0]}: {case.text[:60]}")
def test_a_wrong_name_is_found_and_nothing_else(case: Case) -> None:
    findings = [each for each in check_text(case.text, case.facts) if each.verdict != "unknown"]

    found = [(str(each.reason), each.surface, each.suggestion) for each in findings if "name" in each.reason]
    assert found == ([case.expected] if case.expected else [])


def test_what_a_draft_has_often_is_only_noted() -> None:
    lutes = fact("lutes", "Ana Quiroga repaired 5 lutes. | subject = Ana Quiroga | keywords = lutes; strings")
    sentence = "Ana Quirroga repairs lutes. "

    few, often = check_text(sentence * 3, [lutes]), check_text(sentence * 4, [lutes])

    assert [str(each.reason) for each in few] == ["name-spelling"] * 3
    assert [(str(each.reason), each.suggestion) for each in often] == [("name-alike", None)] * 4


def test_an_office_that_was_right_once_is_outdated() -> None:
    now = fact("a", "Nora Sand spoke. | speaker = Nora Sand | role = governor of West Arden")
    before = fact("b", "Nora Sand spoke. | speaker = Nora Sand | role = senator for West Arden | until = She left.")

    found = check_text("Senator Nora Sand dug a well.", [now, before])

    assert [(each.verdict, str(each.reason), each.surface) for each in found] == [("outdated", "name-role", "Senator")]


@pytest.mark.parametrize(("published", "rules"), [(None, ["name-role"]), (2013, ["name-role"]), (2024, [])])
def test_an_office_of_another_time_says_nothing(published: int | None, rules: list[str]) -> None:
    facts = [fact("a", "Nora Sand spoke. | speaker = Nora Sand | role = governor of West Arden | as_of = 2012")]

    found = check_text("Senator Nora Sand dug.", facts, published=dt.date(published, 5, 1) if published else None)

    assert [str(each.reason) for each in found] == rules


def test_a_store_and_a_list_of_facts_know_the_same_names(tmp_path: Path) -> None:
    facts = [fact("roses", "Marguerite Delvaux bred 14 roses. | subject = Marguerite Delvaux | keywords = nursery")]
    others = [
        msgspec.structs.replace(
            facts[0], id=f"other-{n}", statement=f"Rose {n} has thorns.", subject=f"Rose {n}", keywords=()
        )
        for n in range(2_100)
    ]
    store = FactStore.create(tmp_path / "facts.json")
    store.insert_all([*others, *facts])
    text = "A rose from the nursery was bred by Marguerite Delvaus."

    assert [str(each.reason) for each in check_text(text, store)] == ["name-spelling"]
    assert [str(each.reason) for each in check_text(text, [*others, *facts])] == ["name-spelling"]
