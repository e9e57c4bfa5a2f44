"""A draft by itself: the shape of its findings, whatever the text, and where they are shown."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcli.check import check_alone
from factcli.check.alone import draft_reader

if TYPE_CHECKING:
    from pathlib import Path

    from running import Run

SUM = "We sold 12 cakes, 14 pies and three tarts, a total of 31."
PIECES = (
    "rose", " fell", " from", " to", " 100", " £1,200", " 40 per cent", "%", " of", " the", " (", ")", ", ", ". ", " and",
    " a total of", "born", " died", " in", " 1990", " aged", " 31 June 2020", "Monday ", "Ada Holm ", "Ada Hohm ", "| 3 |\n",
    "\n\n", "\ue000", "İ", " halved", ": ", "n = ", " 12 men", '"a b c" ', " mean", " ranged", " 3-1", "# ", "- x\n",
)  # fmt: skip


def test_a_finding_names_both_places_and_the_working() -> None:
    [finding] = check_alone(f"It was a fair day.\n{SUM}")

    assert (finding.verdict, str(finding.reason), finding.surface) == ("contradicted", "wrong-sum", "31")
    assert finding.message == "31: 12 + 14 + 3 = 29, not 31"
    assert finding.evidence is not None
    assert (finding.evidence.source, finding.evidence.locator, finding.evidence.sentence) == (None, "line 2", SUM)


def test_what_the_calendar_decides_has_no_other_place() -> None:
    [finding] = check_alone("It opens on 31 June 2024.")

    assert finding.evidence is None
    assert finding.message == "31 June 2024: June has 30 days: 30 June or 1 July"


def test_both_repairs_of_a_weekday_are_told() -> None:
    [finding] = check_alone("It is on Tuesday 18 July 2019.")

    assert finding.message.endswith("18 July 2019 was a Thursday: Thursday 18 July 2019, or Tuesday 16 July 2019")


@pytest.mark.parametrize(
    ("published", "found"), [(None, []), (date(2019, 7, 20), ["Sunday 18 July"]), (date(2020, 7, 20), [])]
)
def test_a_date_without_a_year_is_of_the_time_of_publication(published: date | None, found: list[str]) -> None:
    findings = check_alone("It is on Sunday 18 July in the barn.", published=published)

    assert [finding.surface for finding in findings] == found


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_spans_are_those_of_the_surfaces_and_come_in_order(text: str) -> None:
    findings = check_alone(text)

    assert all(text[finding.span.start : finding.span.end] == finding.surface for finding in findings)
    assert [finding.span for finding in findings] == sorted(finding.span for finding in findings)
    assert all(finding.evidence.sentence in text for finding in findings if finding.evidence)


def test_a_long_text_is_read_in_parts_with_the_same_findings(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "\n\n".join([SUM, "Nothing is counted here, nor dated."] * 40)
    whole = check_alone(text)

    monkeypatch.setattr(draft_reader, "_PART", 400)

    assert check_alone(text) == whole
    assert len(whole) == 40


def test_a_draft_is_checked_by_itself_beside_an_empty_store(piped: Run, tmp_path: Path) -> None:
    (tmp_path / "facts.json").write_text('{"facts": {}, "sources": {}}\n')
    (tmp_path / "draft.md").write_text(f"# A fair\n\n{SUM}\n")

    ended = piped("--store", "facts.json", "check", "draft.md", cwd=tmp_path)

    assert ended.status == 1
    assert ended.out == "draft.md:3:55: error: 31: 12 + 14 + 3 = 29, not 31 [wrong-sum]\n"


def test_a_draft_that_only_checks_by_itself_says_so(piped: Run, tmp_path: Path) -> None:
    (tmp_path / "facts.json").write_text('{"facts": {}, "sources": {}}\n')
    (tmp_path / "draft.md").write_text("They sold 12 cakes.\n")

    ended = piped("--store", "facts.json", "check", "draft.md", cwd=tmp_path)

    assert ended.status == 0
    assert "the store has no fact about its one mention; checked by itself alone" in ended.err


def test_a_rule_can_be_turned_off_or_given_a_level(piped: Run, tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text(f"{SUM}\n")
    off = piped("check", "draft.md", "--rule-off", "wrong-sum", cwd=tmp_path)
    (tmp_path / ".factcli.toml").write_text('[levels]\nwrong-sum = "note"\n')

    levelled = piped("check", "draft.md", cwd=tmp_path)

    assert (off.status, off.out) == (0, "")
    assert (levelled.status, levelled.out[:21]) == (0, "draft.md:1:55: note: ")


def test_a_waiver_covers_it(piped: Run, tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text(f"{SUM} <!-- fact-ignore: as they counted -->\n")

    assert piped("check", "draft.md", cwd=tmp_path).out == ""


TWO_LINES = "Ada Kowalczyk ran it.\nLater Ada Kowalczky left.\n"


def test_the_other_line_is_named_where_only_a_line_is_shown(piped: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TWO_LINES)

    ended = piped("check", "a.txt", cwd=tmp_path)

    assert ended.out == "a.txt:2:7: error: Ada Kowalczky: spelt “Ada Kowalczyk” elsewhere (line 1) [spelt-two-ways]\n"


def test_json_has_the_other_place(piped: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TWO_LINES)

    [finding] = json.loads(piped("check", "a.txt", "--format", "json", cwd=tmp_path).out)["findings"]

    assert finding["evidence"] == {
        "source": None,
        "locator": "line 1",
        "start": 0,
        "end": 13,
        "sentence": "Ada Kowalczyk ran it.",
    }


def test_sarif_and_reviewdog_have_the_other_place(piped: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TWO_LINES)

    log = json.loads(piped("check", "a.txt", "--format", "sarif", cwd=tmp_path).out)
    diagnostic = json.loads(piped("check", "a.txt", "--format", "rdjsonl", cwd=tmp_path).out)

    [related] = log["runs"][0]["results"][0]["relatedLocations"]
    assert related["physicalLocation"]["region"] == {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 14}
    assert diagnostic["relatedLocations"][0]["location"]["range"]["start"] == {"line": 1, "column": 1}


def test_the_report_shows_the_other_sentence(piped: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TWO_LINES)

    assert "= line 1: Ada Kowalczyk ran it." in piped("check", "a.txt", "--format", "report", cwd=tmp_path).out
