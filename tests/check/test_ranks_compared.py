"""Ranks compare with ranks of the same order only: a fact, a draft, and the verdict on the rank in the draft."""

from __future__ import annotations

import pytest

from factcli.check import check_text
from factcli.extract import extract_facts

PAIRS = [
    (
        "Blue Tide is the No. 1 single of Ana Silva in Venda.",
        "The first single of Ana Silva was sung in Venda.",
        "unknown",
    ),
    ("Lake Orra is the third-largest lake in Venda.", "Lake Orra is the fourth-largest lake in Venda.", "contradicted"),
    ("Lake Orra is the third-largest lake in Venda.", "Lake Orra is the third-largest lake in Venda.", "confirmed"),
    ("Lake Orra is the third-largest lake in Venda.", "Lake Orra is the fourth-deepest lake in Venda.", "unknown"),
    ("Lake Orra is the third-largest lake in Venda.", "Lake Orra is the third-deepest lake in Venda.", "unknown"),
    ("Lake Orra is the third-largest lake in Venda.", "Lake Orra is the third biggest lake in Venda.", "confirmed"),
    (
        "The fire of Marl was the second-deadliest in the country's history.",
        "The fire of Marl was the third-deadliest in the country's history.",
        "contradicted",
    ),
    (
        "The song Blue Tide peaked at number 17 on the Venda chart.",
        "The song Blue Tide reached No. 17 on the Venda chart.",
        "confirmed",
    ),
    (
        "The song Blue Tide peaked at number 17 on the Venda chart.",
        "The song Blue Tide peaked at No. 12 on the Venda chart.",
        "contradicted",
    ),
    (
        "Ana Silva ranked 4th in the 2015 world list of judges.",
        "Ana Silva ranked fifth in the 2015 world list of judges.",
        "contradicted",
    ),
    ("Ana Silva ranked 4th in the 2015 world list of judges.", "Ana Silva began her fifth term as a judge.", "unknown"),
    (
        "Port Varo is the tenth most populous city of Venda.",
        "Port Varo is the 10th-most-populous city of Venda.",
        "confirmed",
    ),
    (
        "Port Varo is the tenth most populous city of Venda.",
        "Port Varo is the 12th-most-populous city of Venda.",
        "contradicted",
    ),
    (
        "Port Varo is the tenth most populous city of Venda.",
        "Port Varo is the 12th-most-visited city of Venda.",
        "unknown",
    ),
    (
        "The film Harbour Lights was in its third season when the studio closed.",
        "Harbour Lights was the second-longest series of the studio.",
        "unknown",
    ),
    (
        "Marl United finished third in the league in 2012.",
        "Marl United came second in the league in 2012.",
        "contradicted",
    ),
]


@pytest.mark.parametrize(("fact", "draft", "verdict"), PAIRS)
def test_a_rank_is_held_against_a_rank_of_the_same_order(fact: str, draft: str, verdict: str) -> None:
    rank = check_text(draft, extract_facts(fact))[0]

    assert rank.verdict == verdict
