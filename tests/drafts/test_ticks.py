"""Ticks of a desk hold for the next version of a draft, sentence by sentence."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factcli.check import Checker
from factcli.documents import parse_document
from factcli.drafts.review import Review, review_document
from factcli.drafts.ticks import ClaimKey, DeskTick, Ticks, marked
from factcli.errors import FactcliError

if TYPE_CHECKING:
    from running import Run

FIRST = "The lighthouse at Skerrin is 41 metres tall. It was lit in 1871, and 3 keepers lived there."
HEIGHT = "The lighthouse at Skerrin is 41 metres tall."


def reviewed(text: str, name: str = "draft.md") -> Review:
    return review_document(parse_document(text, name=name), Checker([]))


def claims(text: str, name: str = "draft.md") -> list[ClaimKey]:
    return [each.claim for each in marked(reviewed(text, name)) if each.claim]


def ticked(text: str, ticks: Ticks, name: str = "draft.md") -> list[str]:
    return [each.claim.words for each in marked(reviewed(text, name), ticks) if each.claim and each.tick]


def ticks_on(text: str, *names: str) -> Ticks:
    """Everything ticked in drafts of these names with the same text."""
    every = {claim: DeskTick(*claim, by="AB", on="2026-05-04") for claim in claims(text)}
    return Ticks(dict.fromkeys(names or ("draft.md",), every))


def test_a_claim_is_words_and_their_sentence() -> None:
    assert claims(FIRST)[0] == ClaimKey(HEIGHT, "41 metres", 1)


def test_ticks_hold_when_lines_are_wrapped_anew_and_markup_is_added() -> None:
    second = "# Lights\n\nThe lighthouse at *Skerrin*\nis **41 metres** tall. It was lit in 1871, and\n3 keepers lived there.\n"

    assert ticked(second, ticks_on(FIRST)) == ["41 metres", "1871", "3 keepers"]


def test_the_ticks_of_a_sentence_are_lost_when_a_word_of_it_changes() -> None:
    second = FIRST.replace("3 keepers", "4 keepers")

    assert ticked(second, ticks_on(FIRST)) == ["41 metres"]
    assert ticks_on(FIRST).carried(reviewed(second)) == (1, 3)


def test_the_same_words_twice_are_two_claims() -> None:
    twice = f"{HEIGHT} From 41 metres one sees 41 metres of wall.\n\n{HEIGHT}"

    assert [claim.occurrence for claim in claims(twice)] == [1, 1, 2, 2]
    assert ticked(twice, Ticks({"draft.md": {ClaimKey(HEIGHT, "41 metres", 2): DeskTick(HEIGHT, "41 metres", 2)}})) == [
        "41 metres"
    ]


def test_two_findings_on_the_same_words_are_one_claim() -> None:
    review = reviewed("Sales at the mill rose from 80 to 100, up 30 per cent.")
    verdicts = [(each.finding.surface, each.finding.verdict) for each in marked(review)]

    assert ("30 per cent", "contradicted") in verdicts
    assert ("30 per cent", "unknown") not in verdicts


def test_only_so_much_of_a_text_without_full_stops_is_a_sentence() -> None:
    [claim] = claims(f"{'word ' * 400}41 metres {'word ' * 400}")

    assert len(claim.sentence) < 1_000


@pytest.mark.parametrize(
    ("drafts", "name", "is_ticked"),
    [
        (["draft.md"], "draft.md", True),
        (["desk/draft.md", "other.md"], "draft.md", True),
        (["draft-1.md"], "draft-2.md", False),
    ],
)
def test_ticks_are_of_a_draft_by_path_then_by_file_name(drafts: list[str], name: str, *, is_ticked: bool) -> None:
    assert bool(ticked(FIRST, ticks_on(FIRST, *drafts), name)) == is_ticked


def test_one_draft_that_was_renamed_keeps_its_ticks() -> None:
    assert ticked(FIRST, ticks_on(FIRST, "draft-1.md").of_only("draft-2.md"), "draft-2.md")
    assert not ticked(FIRST, ticks_on(FIRST, "one.md", "two.md").of_only("three.md"), "three.md")


def test_the_ticks_of_one_draft_are_not_those_of_others(piped: Run, tmp_path: Path) -> None:
    for name in ("one.md", "two.md"):
        (tmp_path / name).write_text(FIRST)
    every = [dict(zip(("sentence", "words", "occurrence"), claim, strict=True)) for claim in claims(FIRST)]
    (tmp_path / "ticks.json").write_text(json.dumps({"version": 1, "drafts": {"two.md": every}}))

    ended = piped("check", "one.md", "two.md", "--ticks", "ticks.json", cwd=tmp_path)

    assert "fact: ticks.json: 3 of 3 ticks carried over\n" in ended.err


def test_the_command_says_how_many_ticks_are_carried_over(piped: Run, tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text(FIRST.replace("lit", "first lit"))
    every = [dict(zip(("sentence", "words", "occurrence"), claim, strict=True)) for claim in claims(FIRST)]
    (tmp_path / "ticks.json").write_text(json.dumps({"version": 1, "drafts": {"draft.md": every}}))

    ended = piped("check", "draft.md", "--ticks", "ticks.json", cwd=tmp_path)

    assert "fact: ticks.json: 1 of 3 ticks carried over; 2 no longer hold: their sentences changed\n" in ended.err


def test_a_tick_changes_no_verdict(piped: Run, tmp_path: Path) -> None:
    wrong = "The Amia bombing killed 87 people."
    (tmp_path / "draft.md").write_text(wrong)
    tick = {"sentence": wrong, "words": "87 people", "by": "AB"}
    (tmp_path / "ticks.json").write_text(json.dumps({"version": 1, "drafts": {"draft.md": [tick]}}))

    ended = piped("check", "draft.md", "--ticks", "ticks.json", cwd=tmp_path)

    assert (ended.status, "1 of 1 tick carried over" in ended.err) == (1, True)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (b"", "not a file of ticks"),
        (b"[]", "not a file of ticks"),
        (b'{"version": 1, "drafts": {"a": [{"sentence": 5, "words": ""}]}}', "not a file of ticks"),
        (b'{"version": 2, "drafts": {}}', "unknown version 2"),
        (b'{"version": 1, "drafts": {}, "x": ' + b"[" * 100_000, "not a file of ticks"),
        (b"\xff\xfe", "not a file of ticks"),
    ],
)
def test_what_is_not_a_file_of_ticks_is_refused(tmp_path: Path, text: bytes, what: str) -> None:
    path = tmp_path / "ticks.json"
    path.write_bytes(text)

    with pytest.raises(FactcliError, match=what):
        Ticks.read(path)


def test_a_missing_file_of_ticks_is_an_error(piped: Run, tmp_path: Path) -> None:
    ended = piped("check", "-", "--ticks", "none.json", cwd=tmp_path, typed=b"It has 5 km.")

    assert (ended.status, ended.out) == (2, "")
    assert ended.err.startswith("fact: error: none.json: ")
