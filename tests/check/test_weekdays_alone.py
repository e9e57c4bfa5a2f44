"""A weekday alone, where the day of publication is known: which day it is, and what the facts say of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from factcli.check import check_text
from factcli.mentions import find_mentions
from factcli.model.facts import Fact, Reference

if TYPE_CHECKING:
    from factcli.check import Finding

# A Friday.
PUBLISHED = date(2018, 7, 20)


def fact(id_: str, subject: str, statement: str) -> Fact:
    mention = find_mentions(statement)[-1]
    references = (Reference("gazette", surface=mention.surface),)
    return Fact(id=id_, kind="date", statement=statement, value=mention.value, subject=subject, references=references)


FACTS = [
    fact("bridge", "Orra bridge", "The Orra bridge was closed on 17 July 2018."),
    fact("council", "Lomar council", "The Lomar council met on 19 July 2018."),
    fact("fair", "Brae fair", "The Brae fair opens on 25 July 2018."),
    fact("mill", "Marl mill", "The Marl mill was closed on 3 July 2012."),
    fact("vote", "Kell", "Kell elected its mayor in July 2018."),
]

CASES = [
    ("The Orra bridge was closed on Tuesday.", "confirmed"),
    ("The Orra bridge was closed on Wednesday.", "contradicted"),
    ("The Orra bridge was closed last Wednesday.", "contradicted"),
    ("On Monday the Orra bridge was closed.", "contradicted"),
    ("The Orra bridge was closed Monday.", "contradicted"),
    ("The Orra bridge was closed on Tuesday night.", "confirmed"),
    ("The Orra bridge will be closed on Wednesday.", "unknown"),
    ("The Lomar council met on Thursday.", "confirmed"),
    ("The Lomar council met on Wednesday.", "contradicted"),
    ("The Lomar council met yesterday.", "confirmed"),
    ("The Lomar council will meet on Tuesday.", "unknown"),
    ("The Brae fair will open on Wednesday.", "confirmed"),
    ("The Brae fair will open on Thursday.", "contradicted"),
    ("The Marl mill was closed on Tuesday.", "unknown"),
    ("The Marl mill was closed on Wednesday.", "unknown"),
    ("The Thal bridge was closed on Wednesday.", "unknown"),
    ("Ana Silva crossed the Orra bridge on Wednesday.", "unknown"),
]
UNREAD = [
    "The Orra bridge is closed on Mondays.",
    "The Lomar council meets on Monday.",
    "Wednesday's closure of the Orra bridge came late.",
]


def checked(draft: str, published: date | None = PUBLISHED) -> list[Finding]:
    return [each for each in check_text(draft, FACTS, published=published) if each.surface != "Silva"]


@pytest.mark.parametrize(("draft", "verdict"), CASES)
def test_a_weekday_is_the_nearest_one_that_its_verb_allows(draft: str, verdict: str) -> None:
    (found,) = checked(draft)

    assert found.verdict == verdict


@pytest.mark.parametrize("draft", UNREAD)
def test_what_comes_round_or_has_no_verb_of_its_own_is_no_date(draft: str) -> None:
    assert checked(draft) == []


def test_without_a_day_of_publication_a_weekday_says_nothing() -> None:
    assert checked("The Orra bridge was closed on Wednesday.", None) == []


def test_the_message_says_which_day_was_read_and_the_suggestion_is_the_right_weekday() -> None:
    (found,) = checked("The Orra bridge was closed on Wednesday.")

    assert found.message == (
        "Wednesday: the store has 17 July 2018 (gazette); read as 18 July 2018, from the day of publication"
    )
    assert found.suggestion == "Tuesday"


@pytest.mark.parametrize(
    ("day", "verdict"), [("11 July", "unknown"), ("13 July", "contradicted"), ("3 July", "unknown")]
)
def test_a_weekday_of_another_week_is_left_alone_and_nothing_is_suggested_for_it(day: str, verdict: str) -> None:
    earlier = fact("bridge", "Orra bridge", f"The Orra bridge was closed on {day} 2018.")
    (found,) = check_text("The Orra bridge was closed on Wednesday.", [earlier], published=PUBLISHED)

    assert found.verdict == verdict
    assert found.suggestion is None
