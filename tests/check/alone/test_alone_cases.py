"""Each rule of a draft by itself: the flaw is found in the bad text, and in neither its twin nor the trap.

A line of a case file is ``bad``, ``twin`` or ``trap`` and a text, in which ``\\n`` is a line end; in a bad text the words
that are found fault with stand between « and ».
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from factcli.check import check_alone

FOLDER = Path(__file__).parent / "cases"


class Case(NamedTuple):
    """A text of a case file: the rule, and the words that it finds fault with, None where it must be silent."""

    rule: str
    text: str
    flaw: str | None


def cases() -> list[Case]:
    return [
        case(path.stem, line) for path in sorted(FOLDER.glob("*.txt")) for line in path.read_text("utf-8").splitlines()
    ]


def case(rule: str, line: str) -> Case:
    role, _, text = line.partition(": ")
    text = text.replace("\\n", "\n")
    flaw = text[text.index("«") + 1 : text.index("»")] if role == "bad" else None
    return Case(rule, text.replace("«", "").replace("»", ""), flaw)


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.rule}: {case.text[:60]}")
def test_a_contradiction_is_found_and_nothing_else(case: Case) -> None:
    findings = check_alone(case.text)

    found = [(str(finding.reason), finding.surface) for finding in findings]
    assert found == ([(case.rule, case.flaw)] if case.flaw else [])
