"""What the checker says of sentences that newspapers would write, beside small stores of many fields."""

from __future__ import annotations

from functools import cache
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

import pytest
from marked_drafts import MarkedDraft, read_marked_drafts

from factcli.check import Checker

FAULTS = {"contradicted", "outdated"}
# Of 209 errors this many must be found, and of 165 right figures this many confirmed.
LEAST_FOUND, LEAST_CONFIRMED = 198, 135


class Verdicts(NamedTuple):
    """What is said of the figure that a sentence of a kind means, and of the rest of it."""

    kind: str
    draft: str
    meant: set[str]
    rest: set[str]


@cache
def checked() -> list[Verdicts]:
    stores = groupby(read_marked_drafts(Path(__file__).with_name("desks.md")), attrgetter("facts"))
    return [verdicts(Checker(facts), sentence) for facts, sentences in stores for sentence in sentences]


def verdicts(checker: Checker, sentence: MarkedDraft) -> Verdicts:
    said = Verdicts(sentence.verdict, sentence.draft, set(), set())
    for finding in checker.check(sentence.draft):
        is_meant = finding.span.start < sentence.end and sentence.start < finding.span.end
        (said.meant if is_meant else said.rest).add(finding.verdict)
    return said


def test_most_errors_are_found_and_most_right_figures_confirmed() -> None:
    found = [said for said in checked() if said.kind == "wrong" and said.meant & FAULTS]
    confirmed = [said for said in checked() if said.kind == "right" and "confirmed" in said.meant]

    assert len(found) >= LEAST_FOUND
    assert len(confirmed) >= LEAST_CONFIRMED


@pytest.mark.parametrize("kind", ["wrong", "other"])
def test_what_no_fact_says_is_not_confirmed(kind: str) -> None:
    assert [said.draft for said in checked() if said.kind == kind and "confirmed" in said.meant] == []


@pytest.mark.parametrize("kind", ["right", "other"])
def test_what_is_right_or_unknown_is_not_called_wrong(kind: str) -> None:
    assert [said.draft for said in checked() if said.kind == kind and said.meant & FAULTS] == []


def test_nothing_but_the_error_is_called_wrong() -> None:
    assert [said.draft for said in checked() if said.rest & FAULTS] == []
