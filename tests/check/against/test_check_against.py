"""A draft and its sources come in; each figure, date and quote is confirmed, contradicted, unsupported or unknown."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import pytest

from factcli.check import check_against

if TYPE_CHECKING:
    from factcli.check import Finding

CASES = [json.loads(line) for line in (Path(__file__).parent / "cases.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("case", CASES, ids=[case["kind"] for case in CASES])
def test_verdict_of_each_mention_of_the_draft(case: dict[str, Any]) -> None:
    findings = check_against(case["draft"], [case["source"]])

    assert [f"{finding.surface}: {finding.verdict}" for finding in findings] == case["findings"]


def only(findings: list[Finding]) -> Finding:
    assert len(findings) == 1
    return findings[0]


def test_evidence_is_the_sentence_of_the_source_with_its_place() -> None:
    source = "A first paragraph.\n\nThe dam holds 40 million cubic metres. It was built in stages."

    evidence = only(check_against("The dam holds 40 million cubic metres.", [source])).evidence

    assert evidence is not None
    assert evidence.sentence == "The dam holds 40 million cubic metres."
    assert evidence.locator == "paragraph 2"
    assert source[evidence.span.start : evidence.span.end] == "40 million cubic metres"


def test_best_of_several_sources_decides() -> None:
    sources = ["The club has 310 members.", "The club, founded by sailors, has 305 members."]

    finding = only(check_against("The club has 305 members.", sources))

    assert (finding.verdict, finding.evidence and finding.evidence.source) == ("confirmed", "source 2")


_DAM = '"The dam will hold for a century," Ana Ruiz told the council.'


def test_the_comma_that_ends_a_quote_is_not_of_its_message() -> None:
    draft = 'The dam "will hold for a century," said Ana Ruiz.'

    finding = only(check_against(draft, ['"It will hold for a century," Ana Ruiz told the council.']))

    assert finding.message.startswith("will hold for a century: ")


def test_a_changed_word_of_a_quote_is_told_with_that_of_the_source() -> None:
    finding = only(check_against('"The dam will leak for a century," Ana Ruiz said.', [_DAM]))

    assert finding.message.endswith("a word of the quote differs from the source's: 'leak' where the source has 'hold'")


def test_calculation_that_gives_a_figure_is_shown_with_its_sentence() -> None:
    source = "The mill has 12 silos. Its harvest of oats rose from 90 to 120 tonnes."

    finding = only(check_against("The harvest of oats rose by a third.", [source]))

    assert finding.message == "a third: no source states it, but 90 t to 120 t gives it"
    assert finding.evidence is not None
    assert finding.evidence.sentence == "Its harvest of oats rose from 90 to 120 tonnes."


def test_a_cell_is_shown_with_its_row_and_column() -> None:
    source = "Takings (£ million)\n\n| Theatre | Tickets | Bar |\n|---|---|---|\n| Lyric | 4.6 | 1.9 |"

    evidence = only(check_against("The Lyric took £4.6 million.", [source])).evidence

    assert evidence is not None
    assert evidence.sentence == "Lyric, Tickets: 4.6"
    assert source[slice(*evidence.span)] == "4.6"


def test_nothing_is_confirmed_without_sources() -> None:
    assert only(check_against("The club has 305 members.", [])).verdict == "unsupported"
    assert check_against("", ["The club has 305 members."]) == []


@pytest.mark.parametrize("draft_form", ["NFC", "NFD"])
@pytest.mark.parametrize("source_form", ["NFC", "NFD"])
def test_accents_written_apart_are_the_same(
    draft_form: Literal["NFC", "NFD"], source_form: Literal["NFC", "NFD"]
) -> None:
    source = unicodedata.normalize(source_form, "“Le café était très beau ce jour,” said José Muñoz to 30 guests.")
    draft = unicodedata.normalize(draft_form, "“Le café était très laid ce jour,” José Muñoz told 30 guests.")

    findings = check_against(draft, [source])

    assert [(each.verdict, str(each.reason)) for each in findings] == [
        ("contradicted", "word-changed"),
        ("confirmed", "stated"),
    ]
    assert all(draft[slice(*each.span)] == each.surface for each in findings)


@pytest.mark.parametrize(
    "draft", ["The store held 12 boxes.", "Of the 40 boxes, 12 went.", "In all, 12 pins were sold."]
)
def test_values_of_more_digits_than_decimals_reckon_with_are_no_error(draft: str) -> None:
    huge = "90,000,000,000,000,000,000"

    assert check_against(draft, [f"It has {huge} boxes of {huge} pins. It had 40 boxes, {huge} pins and {huge} lids."])
