"""Facts that grow old: what is due is listed, and warned of where it confirms a draft."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from running import Run


def fact(statement: str, amount: str, unit: str, **fields: str) -> dict[str, object]:
    return {"kind": "figure", "statement": statement, "subject": "Selby library", "value": {"amount": amount, "unit": unit},
            "references": [{"source": "s"}], **fields}  # fmt: skip


@pytest.fixture
def library(tmp_path: Path) -> Path:
    facts = {
        "books": fact("Selby library holds 41,000 books.", "41000", "book", as_of="2019-03", review="1y"),
        "readers": fact("Selby library has 900 readers.", "900", "reader", as_of="2018", review="2099-01"),
        "desks": fact("Selby library has 30 desks.", "30", "desk", review="2020-05-04"),
        "lamps": fact("Selby library has 12 lamps.", "12", "lamp", review="1y"),
        "stairs": fact("Selby library has 19 stairs.", "19", "stair"),
    }
    path = tmp_path / "facts.json"
    path.write_text(json.dumps({"facts": facts, "sources": {"s": {"type": "report", "title": "Annals"}}}), "utf-8")
    return path


def test_what_is_due_is_listed_the_longest_first(piped: Run, library: Path) -> None:
    ended = piped("stale", "--fields", "id,due", store=library)

    assert (ended.status, ended.out) == (0, "books\t2020-03-31\ndesks\t2020-05-04\n")


def test_what_is_older_than_a_period_is_listed_too(piped: Run, library: Path) -> None:
    ended = piped("stale", "readers", "--older", "1y", "--fields", "id,due,as_of", store=library)

    assert ended.out == "readers\t2099-01-01\t2018\n"


def test_nothing_is_due_before_its_day(piped: Run, library: Path) -> None:
    ended = piped("stale", "--on", "2020-03-30", store=library)

    assert ended == (1, "", "fact: nothing is due for review\n")


def test_a_wrong_period_is_an_error(piped: Run, library: Path) -> None:
    ended = piped("stale", "--older", "banana", store=library)

    assert ended.status == 2
    assert "'banana' is not a period; write 90d, 6 months or 1y" in ended.err


def test_a_review_is_set_and_checked(piped: Run, library: Path) -> None:
    assert piped("set", "stairs", "review=6 months", "as-of=2026", store=library).status == 0
    assert json.loads(library.read_text("utf-8"))["facts"]["stairs"]["review"] == "6 months"
    wrong = piped("set", "stairs", "review=soon", store=library)
    assert wrong.status == 2
    assert "$.facts.stairs.review: 'soon' is neither a date nor a period" in wrong.err
    assert wrong.err.endswith(". Hint: correct it; nothing was written\n")


def test_validate_warns_of_what_is_due(piped: Run, library: Path) -> None:
    problems = [
        line.split(": ", 1)[1] for line in piped("validate", store=library).out.splitlines() if "review" in line
    ]

    assert problems == [
        "warning: the fact has been due for review since 2020-03-31 [due]",
        "warning: the fact has been due for review since 2020-05-04 [due]",
        "warning: '1y' needs an as_of to be counted from [undated-review]",
    ]


DRAFT = "Selby library holds 41,000 books. It has 19 stairs.\n\nSelby library holds 41,000 books.\n"


def test_a_draft_that_a_due_fact_confirms_is_warned_of_once(piped: Run, library: Path, tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text(DRAFT, "utf-8")

    ended = piped("check", "draft.md", store=library, cwd=tmp_path)

    said = "as in the store, in a fact that has been due for review since 2020-03-31"
    assert (ended.status, ended.out) == (0, f"draft.md:1:21: warning: 41,000 books: {said} [due-for-review]\n")


def test_the_warning_is_turned_off_as_any_rule(piped: Run, library: Path, tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text(DRAFT, "utf-8")

    assert piped("check", "draft.md", "--rule-off", "due-for-review", store=library, cwd=tmp_path).out == ""


@pytest.mark.parametrize("form", ["json", "jsonl", "sarif", "rdjsonl", "github", "gitlab"])
def test_the_warning_is_in_every_form(piped: Run, library: Path, tmp_path: Path, form: str) -> None:
    (tmp_path / "draft.md").write_text(DRAFT, "utf-8")

    ended = piped("check", "draft.md", "--format", form, store=library, cwd=tmp_path)

    assert ended.status == 0
    assert "2020-03-31" in ended.out


def test_a_wrong_figure_is_no_warning_of_age(piped: Run, library: Path, tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text("Selby library holds 14,000 books.\n", "utf-8")

    ended = piped("check", "draft.md", store=library, cwd=tmp_path)

    assert "due-for-review" not in ended.out
    assert ended.status == 1
