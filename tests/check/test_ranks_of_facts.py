"""A fact that holds a rank (`{"amount": "2", "unit": "rank"}`) beside drafts: only a rank of the same order decides."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factcli.check import Checker, check_text
from factcli.model.facts import Fact, Quantity, Reference


def rank(id_: str, amount: int, subject: str, statement: str) -> Fact:
    value = Quantity(Decimal(amount), "rank")
    references = (Reference("gazette"),)
    return Fact(id=id_, kind="figure", statement=statement, subject=subject, value=value, references=references)


FACTS = [
    rank(
        "blaze", 2, "Marl fire", "The Marl fire, which destroyed 2 mills, was the second-deadliest in Venda's history."
    ),
    rank("bridge", 4, "Corrin Bridge", "The Corrin Bridge is the fourth-longest suspension bridge in Europe."),
    rank("album", 1, "Blue Tide", "Blue Tide reached number one on the Venda album chart."),
    rank("quake", 1, "Helm quake", "The Helm quake was the deadliest quake in Venda's history."),
    rank("port", 7, "Port Varo", "Only six ports of Venda handle more containers than Port Varo."),
    rank("jump", 3, "Ana Silva", "Ana Silva finished third in the long jump at the Lomar Games."),
]

PAIRS = [
    ("The Marl fire was the second-deadliest in the history of Venda.", "second", "confirmed"),
    ("The Marl fire was the 2nd-deadliest in Venda's history.", "2nd", "confirmed"),
    ("The Marl fire was the third-deadliest in Venda's history.", "third", "contradicted"),
    ("The Marl fire was the third-costliest in Venda's history.", "third", "unknown"),
    ("The Marl fire was the second-costliest in Venda's history.", "second", "unknown"),
    ("The Marl fire destroyed 3 mills.", "3", "unknown"),
    ("The Marl fire destroyed 2 mills.", "2", "unknown"),
    ("The Marl fire was the third in a week.", "third", "unknown"),
    ("The second Marl fire broke out in May.", "second", "unknown"),
    ("The Corrin Bridge is the fifth-longest suspension bridge in Europe.", "fifth", "contradicted"),
    ("The Corrin Bridge is the fourth longest suspension bridge in Europe.", "fourth", "confirmed"),
    ("The Corrin Bridge is the ninth-longest suspension bridge in the world.", "ninth", "unknown"),
    ("The Corrin Bridge is the fifth-highest suspension bridge in Europe.", "fifth", "unknown"),
    ("The Corrin Bridge has 4 lanes.", "4", "unknown"),
    ("Blue Tide reached number two on the Venda album chart.", "two", "contradicted"),
    ("Blue Tide reached No. 1 on the Venda album chart.", "1", "confirmed"),
    ("Blue Tide is the second album of Ana Silva.", "second", "unknown"),
    ("Port Varo is the seventh-busiest container port of Venda.", "seventh", "confirmed"),
    ("Port Varo is the eighth-busiest container port in the world.", "eighth", "unknown"),
    ("Port Varo handles 7 containers an hour.", "7", "unknown"),
    ("Ana Silva finished second in the long jump at the Lomar Games.", "second", "contradicted"),
    ("Ana Silva came third in the long jump at the Lomar Games.", "third", "confirmed"),
    ("Ana Silva finished second in the high jump at the Lomar Games.", "second", "unknown"),
    ("Ana Silva made her fifth start at the Lomar Games.", "fifth", "unknown"),
]


@pytest.mark.parametrize(("draft", "words", "verdict"), PAIRS)
def test_a_rank_is_decided_by_a_rank_of_the_same_order_alone(draft: str, words: str, verdict: str) -> None:
    at = draft.index(words)
    found = [each for each in Checker(FACTS).check(draft) if each.span.start <= at < each.span.end]

    assert [each.verdict for each in found] == [verdict]


def test_the_message_names_the_rank_as_a_writer_does_and_the_suggestion_fits_the_draft() -> None:
    (found,) = check_text("The Marl fire was the third-deadliest in Venda's history.", FACTS)

    assert found.message == "third: the store has 2nd (gazette)"
    assert found.suggestion == "second"


SUPERLATIVES = [
    ("The Marl fire was the deadliest in the history of Venda.", "deadliest", "contradicted"),
    ("The Marl fire, the deadliest in Venda's history, raged on.", "deadliest", "contradicted"),
    ("The Marl fire was nearly the deadliest in Venda's history.", "deadliest", "unknown"),
    ("The Marl fire was one of the deadliest in Venda's history.", "deadliest", "unknown"),
    ("The Marl fire was not the deadliest in Venda's history.", "deadliest", "unknown"),
    ("The Marl fire was the deadliest in Venda since 1990.", "deadliest", "unknown"),
    ("The Marl fire was the deadliest in Venda's history until 2004.", "deadliest", "unknown"),
    ("The Marl fire was the costliest in Venda's history.", "costliest", "unknown"),
    ("The Marl fire was the deadliest in Lomar's history.", "deadliest", "unknown"),
    ("The Marl fire destroyed the largest mill in Venda's history.", "largest", "unknown"),
    ("After the Marl fire came the deadliest flood in Venda's history.", "deadliest", "unknown"),
    ("The Helm quake was the deadliest in Venda's history.", "deadliest", "confirmed"),
    ("The Helm quake was the deadliest in the world.", "deadliest", "unknown"),
    ("The Helm quake was the strongest quake in Venda's history.", "strongest", "unknown"),
    ("Relief reached the deadliest spot of the Helm quake in Venda.", "deadliest", "unknown"),
    ("The Corrin Bridge is the longest suspension bridge in Europe.", "longest", "contradicted"),
    ("The Corrin Bridge is the longest bridge in Europe.", "longest", "unknown"),
    ("The Corrin Bridge is the longest suspension bridge.", "longest", "unknown"),
]


@pytest.mark.parametrize(("draft", "words", "verdict"), SUPERLATIVES)
def test_a_superlative_is_the_first_place_in_the_scope_that_a_fact_has(draft: str, words: str, verdict: str) -> None:
    said = {each.surface: each.verdict for each in Checker(FACTS).check(draft)}

    assert said.get(words, "unknown") == verdict


def test_a_wrong_superlative_is_told_the_place_of_the_fact() -> None:
    (finding,) = Checker(FACTS).check("The Marl fire was the deadliest in Venda's history.")

    assert finding.message == "deadliest: the store has 2nd (gazette)"
