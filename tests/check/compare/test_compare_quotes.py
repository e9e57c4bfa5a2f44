"""Quotes as a draft may cut them, and as it may not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcli.check.compare.quotes import align, compare_quotations
from factcli.check.compare.who_said import speakers_differ
from factcli.model.facts import Quotation

SAID = "We will not build the harbour before the river is clean, and nobody in this room doesn't know it."

FORGIVEN = [
    ("verbatim", SAID),
    ("without its full stop", SAID.rstrip(".")),
    ("with a comma at its end", SAID.rstrip(".") + ","),
    ("a part", "build the harbour before the river is clean"),
    ("a part with a capital", "Nobody in this room doesn't know it"),
    ("typographic marks", "nobody in this room doesn’t know it"),
    ("an ellipsis", "We will not build the harbour … and nobody in this room doesn't know it"),
    ("three points", "We will not build the harbour ... and nobody in this room doesn't know it"),
    ("an ellipsis in brackets", "We will not build [...] before the river is clean"),
    ("an insertion", "We will not build [it] before the river is clean"),
    ("an insertion that adds", "before the river [Lud] is clean"),
]
CHANGED = [
    ("negation-changed", "We will build the harbour before the river is clean"),
    ("word-changed", "We will not build the airport before the river is clean"),
    ("word-changed", "They will not build the harbour before the river is clean"),
    ("word-changed", "will not build the harbour before the river is dry"),
    ("word-changed", "nobody in this house doesn't know it"),
    ("word-changed", "and nobody in this room doesn't know that"),
    ("word-added", "We will certainly not build the harbour before the river is clean"),
    ("word-dropped", "We will not build the harbour before the is clean"),
    ("ellipsis-turns-sense", "We will … build the harbour before the river is clean"),
    ("order-changed", "before the river is clean We will not build the harbour"),
]
NO_QUOTE_OF_HIS = [
    ("other words", "Trade between the two islands has never been better"),
    ("two words", "the river"),
    ("function words", "and in this"),
    ("nothing", "…"),
]


@pytest.mark.parametrize("draft", [row[1] for row in FORGIVEN], ids=[row[0] for row in FORGIVEN])
def test_what_newspapers_may_do_to_a_quote_is_forgiven(draft: str) -> None:
    assert align(draft, SAID).holds is True


@pytest.mark.parametrize(("reason", "draft"), CHANGED)
def test_a_changed_quote_is_contradicted_with_what_was_changed(reason: str, draft: str) -> None:
    outcome = align(draft, SAID)

    assert (outcome.holds, outcome.reason) == (False, reason)


@pytest.mark.parametrize("draft", [row[1] for row in NO_QUOTE_OF_HIS], ids=[row[0] for row in NO_QUOTE_OF_HIS])
def test_words_that_are_not_his_say_nothing(draft: str) -> None:
    assert align(draft, SAID).holds is None


def test_a_changed_number_is_named() -> None:
    outcome = align("the fleet has 45,500 ships in all", "The fleet has 45,000 ships in all.")

    assert outcome.reason == "number-changed"
    assert outcome.differences == (("45,500", "45,000"),)


def test_brackets_with_figures_that_were_printed_are_no_insertion() -> None:
    printed = "Yield was 4.2 t [3.9-4.6] on the upper field in both years."

    assert align("Yield was 4.2 t [3.9-4.6] on the upper field", printed).holds is True
    assert align("Yield was 4.2 t [3.1-4.6] on the upper field", printed).holds is False


def test_the_words_that_differ_are_shown() -> None:
    outcome = align("We will not build the airport before the river is clean", SAID)

    assert outcome.differences == (("airport", "harbour"),)


def test_the_words_of_one_in_the_mouth_of_another_are_contradicted() -> None:
    outcome = compare_quotations(Quotation(SAID, "Ana Silva"), Quotation(SAID, "Jorge Ruiz"))

    assert (outcome.holds, outcome.reason) == (False, "other-speaker")


@pytest.mark.parametrize("speaker", [None, "Silva", "Minister Ana Silva", "the minister"])
def test_a_speaker_named_in_another_way_is_the_same(speaker: str | None) -> None:
    assert compare_quotations(Quotation(SAID, speaker), Quotation(SAID, "Ana Silva")).holds is True


@given(st.text(max_size=300), st.text(max_size=300))
def test_any_two_texts_can_be_aligned(draft: str, stored: str) -> None:
    assert align(draft, stored).holds in (True, False, None)


@pytest.mark.parametrize(
    ("draft", "stored"),
    [("Southcom", "US Southern Command"), ("Mr Moreno", "Lenín Moreno"), ("UN", "United Nations"), ("EU", "European Union"),
     ("US Southern Command", "Southcom"), (None, "Mike Pompeo"), ("Mike Pompeo", None)],
)  # fmt: skip
def test_a_speaker_by_a_short_name_is_the_same(draft: str | None, stored: str | None) -> None:
    assert not speakers_differ(draft, stored)


@pytest.mark.parametrize(
    ("draft", "stored"),
    [
        ("Maduro", "Lenín Moreno"),
        ("Pompeo", "Marcelo Ebrard"),
        ("Moscow", "Mexican Foreign Ministry"),
        ("M", "Lenín Moreno"),
    ],
)
def test_another_speaker_is_another_one(draft: str, stored: str) -> None:
    assert speakers_differ(draft, stored)
