"""What the checker says of summaries, against the facts that are extracted from the articles they are of."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factcli.check import Checker
from factcli.extract import extract_facts

LINES = Path(__file__).with_name("retold.md").read_text("utf-8").splitlines()
# By line: the article that stands last before it, and what is told of it.
ARTICLE = "article: "
KINDS = {"right": {"confirmed"}, "other": {"unknown"}}


def cases() -> list[tuple[Checker, str, str]]:
    found, checker = [], None
    for line in LINES:
        if line.startswith(ARTICLE):
            checker = Checker(extract_facts(line.removeprefix(ARTICLE)))
        kind, _, marked = line.partition(": ")
        if kind in KINDS and checker:
            found.append((checker, kind, marked))
    return found


CASES = cases()


@pytest.mark.parametrize(("checker", "kind", "marked"), CASES, ids=[marked for _, _, marked in CASES])
def test_only_a_figure_of_what_the_sentence_tells_is_confirmed(checker: Checker, kind: str, marked: str) -> None:
    draft = marked.replace("[", "").replace("]", "")
    meant = set(re.findall(r"\[(.+?)\]", marked))

    findings = [finding for finding in checker.check(draft) if any(word in finding.surface for word in meant)]

    assert {finding.verdict for finding in findings} == KINDS[kind]
