"""Values of tables and labelled lines are checked by their headers: the cases of tables.md, and how they are told."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING, NamedTuple

import pytest
from marked_drafts import fact_stated

from factcli.check import Checker
from factcli.check.explaining.explain import explain
from factcli.check.incremental import Rechecker
from factcli.documents import parse_document
from factcli.mentions import find_mentions
from factcli.model.facts import Fact, Mention, Quantity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.check import Finding


class Case(NamedTuple):
    """A draft beside a store, and a verdict for each value that is named."""

    facts: tuple[Fact, ...]
    name: str
    draft: str
    verdicts: tuple[tuple[str, str], ...]


def stated(statement: str) -> Mention:
    """The value that a statement is the fact of: its last figure, but for the year of one."""
    mentions = find_mentions(statement)
    figures = [each for each in mentions if isinstance(each.value, Quantity)]
    return figures[-1] if figures else mentions[-1]


def read_cases() -> Iterator[Case]:
    for block in Path(__file__).with_name("tables.md").read_text("utf-8").split("\n## ")[1:]:
        store, *drafts = block.split("\ndraft: ")
        lines = [line.removeprefix("fact: ") for line in store.splitlines()[1:]]
        facts = tuple(fact_stated(number, line, stated(line.split(" | ")[1])) for number, line in enumerate(lines))
        for draft in drafts:
            name, *rest = draft.splitlines()
            text = dedent("\n".join(line for line in rest if line.startswith("    ") or not line))
            verdicts = tuple(tuple(line.split(" ", 1)) for line in rest if line and not line.startswith("    "))
            yield Case(facts, name, text.strip("\n") + "\n", verdicts)  # type: ignore[arg-type]


CASES = list(read_cases())


def findings(case: Case) -> list[Finding]:
    return Checker(case.facts).check(parse_document(case.draft, name="draft.md").text)


def named(name: str) -> Case:
    return next(case for case in CASES if case.name == name)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_headers_decide_what_a_value_is(case: Case) -> None:
    found = iter(findings(case))
    verdicts = [next((each.verdict for each in found if each.surface == value), "") for _, value in case.verdicts]

    assert verdicts == [verdict for verdict, _ in case.verdicts]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_draft_that_is_checked_again_gives_the_same(case: Case) -> None:
    text = parse_document(case.draft, name="draft.md").text
    again = Rechecker(Checker(case.facts))
    again.check(text.replace("Brae", "Orra"))

    assert again.check(text) == Checker(case.facts).check(text)


def test_the_message_has_the_words_of_the_headers() -> None:
    found = findings(named("towns in columns"))[0]

    assert found.message == "24,300 (Lomar, Population): the store has 23,400 (gazette)"
    assert found.suggestion == "23,400"


def test_exchanged_columns_are_called_swapped() -> None:
    messages = [each.message for each in findings(named("a row of the ferry"))]

    assert all(message.endswith("; 300 and 85 are swapped") for message in messages)


def test_a_value_whose_unit_is_in_the_header_is_not_replaced() -> None:
    suggestions = [each.suggestion for each in findings(named("wrong ones with units"))]

    assert suggestions == [None, None, "3 May 1999"]


def test_a_table_of_html_is_read_as_one_of_markdown() -> None:
    case = named("towns in columns")
    html = (
        "<html><body><table><tr><th></th><th>Lomar</th><th>Brell</th></tr>"
        "<tr><th>Population</th><td>24,300</td><td>71,900</td></tr></table></body></html>"
    )
    found = Checker(case.facts).check(parse_document(html, name="draft.html").text)

    assert [each.verdict for each in found] == ["contradicted", "confirmed"]


def test_an_explanation_shows_the_headers_and_the_sentence_that_they_make() -> None:
    case = named("towns in columns")
    text = parse_document(case.draft, name="draft.md").text
    at = text.index("24,300")
    (told,) = explain(Checker(case.facts), text, find_mentions(text), Span(at, at + 6))
    slots = {slot.name: slot.words for slot in told.slots}

    assert (slots["headers"], slots["says"]) == ("Lomar, Population", "The population of Lomar was 24,300.")
    assert told.considered[0].verdict == "contradicted"


def test_a_row_far_below_its_header_has_that_header() -> None:
    rows = "".join(f"| Kork {number} | {number},000 |\n" for number in range(1, 400))
    draft = f"| Town | Population |\n|---|---|\n{rows}| Lomar | 24,300 |\n"
    found = Checker(named("rounded").facts).check(parse_document(draft, name="draft.md").text)

    assert [each.surface for each in found if each.verdict == "contradicted"] == ["24,300"]
