"""What the checker says of sentences that newspapers would write about the article of the shipped store."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from factcli.check import Checker
from factcli.store import FactStore

STORE = Path(__file__).parents[2] / "facts.json"
FAULTS = {"contradicted", "outdated"}
# Of the errors, this many must be found.
LEAST_FOUND = 26


class Sentence(NamedTuple):
    """A sentence; the figure meant is ``text[start:end]``."""

    kind: str
    text: str
    start: int
    end: int


def read_sentences() -> list[Sentence]:
    lines = Path(__file__).with_name("newsroom.md").read_text("utf-8").splitlines()
    found = []
    for kind, marked in (line.split(" | ") for line in lines if " | " in line):
        match = re.search(r"\[(.+?)\]", marked)
        assert match
        found.append(Sentence(kind, marked.replace("[", "").replace("]", ""), match.start(), match.end() - 2))
    return found


SENTENCES = read_sentences()


@cache
def checker() -> Checker:
    return Checker(FactStore.open(STORE))


def verdicts(sentence: Sentence) -> tuple[set[str], set[str]]:
    """What is said of the figure that is meant, and of the rest of the sentence."""
    meant, rest = set(), set()
    for finding in checker().check(sentence.text):
        is_meant = finding.span.start < sentence.end and sentence.start < finding.span.end
        (meant if is_meant else rest).add(finding.verdict)
    return meant, rest


def of_kind(*kinds: str) -> list[Sentence]:
    return [sentence for sentence in SENTENCES if sentence.kind in kinds]


def test_nearly_all_errors_are_found() -> None:
    found = [sentence for sentence in of_kind("wrong") if verdicts(sentence)[0] & FAULTS]

    assert len(found) >= LEAST_FOUND


@pytest.mark.parametrize("sentence", of_kind("wrong"), ids=lambda sentence: sentence.text)
def test_an_error_is_not_confirmed(sentence: Sentence) -> None:
    meant, rest = verdicts(sentence)

    assert "confirmed" not in meant
    assert not rest & FAULTS


@pytest.mark.parametrize("sentence", of_kind("right", "other"), ids=lambda sentence: sentence.text)
def test_what_is_right_or_unknown_is_not_called_wrong(sentence: Sentence) -> None:
    meant, rest = verdicts(sentence)

    assert not (meant | rest) & FAULTS


@pytest.mark.parametrize("sentence", of_kind("other"), ids=lambda sentence: sentence.text)
def test_what_no_fact_says_is_not_confirmed(sentence: Sentence) -> None:
    assert "confirmed" not in verdicts(sentence)[0]
