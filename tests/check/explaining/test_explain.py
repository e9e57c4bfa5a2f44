"""What an explanation says: how a figure was read, and what decided on each fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from factcli.check import Checker
from factcli.check.explaining.explain import MOST_SHOWN, explain
from factcli.extract import extract_facts
from factcli.mentions import find_mentions
from factcli.model.facts import Fact, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcli.check.explaining.explanation import Considered, Explanation

FERRY = "The Brae ferry carried 1,240 passengers in 2014."


def facts_of(*statements: str, subject: str = "Brae ferry") -> list[Fact]:
    found = [fact for statement in statements for fact in extract_facts(statement, subject=subject)]
    return [msgspec.structs.replace(fact, id=f"f{number}", subject=subject) for number, fact in enumerate(found)]


def explained(draft: str, facts: Iterable[Fact], words: str = "") -> list[Explanation]:
    at = draft.index(words) if words else 0
    place = Span(at, at + len(words)) if words else Span(0, len(draft))
    return list(explain(Checker(facts), draft, find_mentions(draft), place))


def slots(of: Explanation | Considered) -> dict[str, str]:
    return {slot.name: slot.words for slot in of.slots}


def test_a_figure_is_told_slot_by_slot() -> None:
    (figure, date) = explained("The Brae ferry carried more than 1,300 passengers in Lomar in 2014.", [])

    assert slots(figure) == {
        "value": "1,300",
        "bound": "more than",
        "unit": "passenger",
        "noun": "passenger",
        "measure": "aboard, passengers year",
        "subject": "Brae ferry",
        "verb": "carried",
        "place": "Lomar",
        "time": "2014",
    }
    assert slots(date)["value"] == "2014"


def test_a_slot_that_the_sentence_does_not_fill_is_left_out() -> None:
    (figure,) = explained("It weighed 12 kg.", [])

    assert slots(figure) == {"value": "12", "unit": "kg", "verb": "weighed", "measure": "mass"}


def test_what_is_denied_planned_or_a_rate_is_said() -> None:
    (denied, planned) = explained("The club did not sell 40 seats. The club will sell 60 seats a day.", [])

    assert slots(denied)["said to be"] == "denied"
    assert slots(planned)["said to be"] == "planned or expected"
    assert slots(planned)["per"] == "day"


def test_a_fact_that_was_held_against_it_has_its_slots_and_its_sum() -> None:
    explanation = explained("The Brae ferry carried 1,420 passengers in 2014.", facts_of(FERRY), "1,420")[0]
    considered = explanation.considered[0]

    assert (considered.verdict, considered.reason, considered.decider) == ("contradicted", "other-value", "weight")
    assert slots(considered)["value"] == "1,240"
    assert slots(considered)["about"] == "Brae ferry"
    assert considered.total > considered.least
    assert abs(sum(each.weight for each in considered.evidence) - considered.total) < 0.1


def test_evidence_comes_with_the_weightiest_first() -> None:
    explanation = explained("The Brae ferry carried 1,420 passengers in 2014.", facts_of(FERRY), "1,420")[0]
    weights = [abs(each.weight) for each in explanation.considered[0].evidence]

    assert weights == sorted(weights, reverse=True)


def test_a_rule_that_decides_is_named_before_others_that_speak_against_it() -> None:
    facts = facts_of("The deficit of the Brae ferry was $14 million.")
    explanation = explained("The debt of the Brae ferry was $19 million.", facts, "$19")[0]
    considered = explanation.considered[0]

    assert (considered.verdict, considered.decider) == ("unknown", "rule")
    assert considered.rules[0] == considered.reason


def test_two_values_that_cannot_be_compared_decide_alone() -> None:
    facts = facts_of("The Brae ferry made about 3,000 trips.")
    explanation = explained("The Brae ferry made 3,100 trips.", facts, "3,100")[0]

    assert explanation.considered[0].decider == "values"
    assert explanation.considered[0].reason == "fact-is-approximate"


def test_only_the_likeliest_facts_are_shown_and_the_rest_counted() -> None:
    facts = facts_of(*(f"In 20{year} the Brae ferry carried {year},240 passengers." for year in range(10, 20)))
    figures = [fact for fact in facts if fact.kind == "figure"]
    explanation = explained("The Brae ferry carried 31,000 passengers.", figures)[0]

    assert len(explanation.considered) == MOST_SHOWN
    assert explanation.further == len(figures) - MOST_SHOWN


def test_only_the_mentions_of_the_place_are_explained() -> None:
    draft = "It has 3 decks. It has 4 masts. It has 5 boats."

    assert [slots(each)["value"] for each in explained(draft, [], "4 masts")] == ["4"]


def test_a_sentence_before_the_place_says_what_it_is_about() -> None:
    facts = [*facts_of(FERRY), *facts_of("The Orra mill made 900 bales.", subject="Orra mill")]
    alone = explained("It carried 1,420 passengers.", facts)[0]
    after = explained("The Brae ferry is old. It carried 1,420 passengers.", facts, "1,420")[0]

    assert alone.considered[0].verdict == "unknown"
    assert after.considered[0].verdict == "contradicted"


def quoted(text: str, speaker: str) -> list[Fact]:
    return [msgspec.structs.replace(fact, id="q") for fact in extract_facts(f"“{text},” said {speaker}.")]


def test_a_quote_shows_its_words_its_speaker_and_the_nearest_quote() -> None:
    facts = quoted("The harbour will never be closed to fishermen", "Ana Silva")
    (quote,) = explained("“The harbour will always be closed to fishermen,” said Ana Silva.", facts)

    assert slots(quote) == {"words": "“The harbour will always be closed to fishermen”", "speaker": "Ana Silva"}
    assert quote.considered[0].verdict == "contradicted"
    assert slots(quote.considered[0])["speaker"] == "Ana Silva"


def test_right_words_in_another_mouth_are_told_apart_from_changed_words() -> None:
    facts = quoted("The harbour will never be closed to fishermen", "Ana Silva")
    (quote,) = explained("“The harbour will never be closed to fishermen,” said Tom Reyes.", facts)

    assert quote.considered[0].reason == "other-speaker"


def test_a_quote_without_words_of_the_facts_has_none_to_show() -> None:
    facts = quoted("The harbour will never be closed to fishermen", "Ana Silva")
    (quote,) = explained("“We have nothing more to say about bread,” said Tom Reyes.", facts)

    assert (quote.considered, quote.further) == ((), 1)
