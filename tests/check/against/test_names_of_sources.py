"""Names of a draft are held against those of its sources: a slip is found, and right names and namesakes are left alone.

A block of ``names.txt`` has the text of a source and drafts.  A line ``bad RULE`` has the words that are found fault with
between « and », and, after ``->``, what should stand there; ``good`` is a draft without a finding on a name.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from factcli.check import check_against
from factcli.check.against.checking import SourceChecker
from factcli.check.against.combining import without_names_of
from factcli.check.checker import Checker
from factcli.model.facts import Fact, Quantity

BLOCKS = (Path(__file__).parent / "names.txt").read_text("utf-8").split("\n\n")


class Case(NamedTuple):
    """A draft and its source: the finding expected as rule, words and suggestion, None for none."""

    source: str
    draft: str
    expected: tuple[str, str, str | None] | None


def cases() -> list[Case]:
    lines = [[line.partition(": ")[::2] for line in block.strip().splitlines()] for block in BLOCKS]
    return [case(rows[0][1], kind, text) for rows in lines for kind, text in rows[1:]]


def case(source: str, kind: str, text: str) -> Case:
    if kind == "good":
        return Case(source, text, None)
    draft, _, right = text.partition(" -> ")
    wrong = draft[draft.index("«") + 1 : draft.index("»")]
    return Case(source, draft.replace("«", "").replace("»", ""), (kind.split()[1], wrong, right or None))


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.expected and case.expected[0]}: {case.draft[:60]}")
def test_a_wrong_name_is_found_and_nothing_else(case: Case) -> None:
    findings = check_against(case.draft, [case.source])

    found = [(str(each.reason), each.surface, each.suggestion) for each in findings if "name" in each.reason]
    assert found == ([case.expected] if case.expected else [])


def test_the_place_of_the_right_name_is_shown() -> None:
    source = "Wool prices fell.\n\nThe mill of Marguerite Delvaux closed."

    finding = check_against("The mill of Marguerite Delvaus closed.", [source])[0]

    assert finding.message == "Marguerite Delvaus: the source has “Marguerite Delvaux”"
    assert finding.evidence is not None
    assert (finding.evidence.source, finding.evidence.locator) == ("source 1", "paragraph 2")
    assert finding.evidence.sentence == "The mill of Marguerite Delvaux closed."
    assert source[slice(*finding.evidence.span)] == "Marguerite Delvaux"


def test_a_name_that_one_source_has_is_right() -> None:
    sources = ["The mill of Marguerite Delvaux closed.", "Marguerite Delvaus, a potter, bought the mill."]

    assert check_against("The mill was bought by Marguerite Delvaus.", sources) == []


def test_a_name_that_the_store_or_a_source_has_is_not_a_slip_of_the_other() -> None:
    mill = "The mill of Marguerite Delvaux closed."
    fact = Fact(id="mill", kind="figure", statement="Marguerite Delvaus ran 7 mills.", value=Quantity(None, "mill"))
    store, sources = Checker([fact]), SourceChecker([mill])
    draft = "Marguerite Delvaus ran the mill."

    assert [str(each.reason) for each in sources.check(draft)] == ["name-spelling"]
    assert list(without_names_of(store.names, sources.check(draft))) == []
    assert [str(each.reason) for each in store.check(mill)] == ["name-spelling"]
    assert list(without_names_of(sources.names, store.check(mill))) == []
