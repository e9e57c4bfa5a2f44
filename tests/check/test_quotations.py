"""Quotations of a draft against quotes of a store, in texts that try to mislead: the verdict, and sometimes the reason."""

from __future__ import annotations

import pytest

from factcli.check import check_text
from factcli.model.facts import Fact, Quotation

SAID = [
    ("Lee Park", "We will not sell the harbour to anyone before the river is clean", "harbour sale"),
    ("Ana Ruiz", "a reckless gamble with public money", "harbour sale"),
    ("Naomi Ito", "The search was plainly unreasonable", "Marl v Orell"),
    ("Omar Haddad", "There is no evidence that the vaccine harms the heart", "vaccine trial"),
    ("Ellen Brandt", "The market never sleeps and neither do our auditors", "Orell audit"),
    ("Tunde Okoye", "a fair race", "Varo marathon"),
    ("Jorge Silva", "The bridge will open in spring, and the tunnel will follow a year later", "Lud bridge"),
    ("Grain Ministry of Venda", "Exports of grain will resume on Monday", "grain exports"),
    ("Bo Li", "our hands were tied by the old contract", "Varo stadium"),
    ("Ines Kato", "Of the old crew there are none. We honour the men who rowed out in every storm", "Pell lifeboat"),
    ("Ines Kato", "He was just a very patient man", "Pell coxswain"),
    ("Ines Kato", "For a day it felt like the sea had gone", "Pell harbour"),
]
FACTS = [
    Fact(
        id=f"said-{number}",
        kind="quote",
        statement=f"{speaker} said: “{text}”",
        value=Quotation(text, speaker),
        subject=subject,
    )
    for number, (speaker, text, subject) in enumerate(SAID)
]
DRAFTS = [
    ("Ana Ruiz called the harbour sale “a careless gamble with public money”.", "contradicted"),
    ("Naomi Ito ruled that “the search was plainly reasonable”.", "contradicted"),
    ("Tunde Okoye called it “a foul race”.", "contradicted"),
    ("Ana Ruiz called it “a reckless gamble”.", "confirmed"),
    ("Ana Ruiz called it “a reckless bet with public money”.", "contradicted"),
    ("Bo Li said “our feet were tied by the old contract”.", "contradicted"),
    ("Jorge Silva spoke of “a fair race”.", "unknown"),
    ("Voters wanted “a fair deal”.", "unknown"),
    ("Ellen Brandt said it was “a fair race” for all banks.", "unknown"),
    ("Lee Park said he would “sell the harbour to anyone before the river is clean”.", "contradicted"),
    ("Lee Park said he would not “sell the harbour to anyone before the river is clean”.", "confirmed"),
    ("Lee Park ruled out plans to “sell the harbour to anyone before the river is clean”.", "confirmed"),
    ("Omar Haddad said there was “evidence that the vaccine harms the heart”.", "contradicted"),
    ("Omar Haddad said there was no “evidence that the vaccine harms the heart”.", "confirmed"),
    ("Ellen Brandt said the market “sleeps and neither do our auditors”.", "contradicted"),
    ("Lee Park: “We will ... sell the harbour to anyone”", "contradicted"),
    ("“The search was plainly unreasonable.” — Naomi Ito", "confirmed"),
    ("“The search was plainly unreasonable” (Judge Naomi Ito).", "confirmed"),
    ("As Naomi Ito put it, “the search was plainly unreasonable”.", "confirmed"),
    ("“The search was plainly unreasonable”, Tom Reyes growled.", "contradicted"),
    ("Tom Reyes: “The search was plainly unreasonable.”", "contradicted"),
    ("> The search was plainly unreasonable.\n> — Tom Reyes", "contradicted"),
    (
        "Jorge Silva said: “The bridge will open in spring, and the tunnel will follow a year later, if the weather holds.”",
        "confirmed",
    ),
    (
        "Jorge Silva said: “We are late, but the bridge will open in spring, and the tunnel will follow a year later.”",
        "confirmed",
    ),
    ("Ana Ruiz said: “Exports of grain will resume on Monday.”", "unknown"),
    ("Ellen Brandt called the sale “a reckless gamble with public money”.", "contradicted"),
    ("“A reckless gamble with public money”, in the words of Lee Park.", "contradicted"),
    ("“A reckless gamble with public money”, in the words of Ana Ruiz.", "confirmed"),
    ("The sale was called “a reckless gamble with public money”.", "confirmed"),
    ("Critics said the sale was “a reckless gamble with public money”.", "confirmed"),
    ("Lee Park said it was “the end of the day”.", "unknown"),
    ("The “old contract” was signed.", "unknown"),
    ("Omar Haddad said “no comment”.", "unknown"),
    ("Lee Park said he would sell “before the river is clean”.", "confirmed"),
    ("Tunde Okoye spoke of “a fair wind”.", "unknown"),
    (
        "Jorge Silva said: “I do not think the bridge will open in spring, and the tunnel will follow a year later.”",
        "unknown",
    ),
    ("Jorge Silva said: “We are late this time. The bridge will open in spring, and the tunnel”.", "confirmed"),
    ("Jorge Silva said: “The tunnel will follow a year later and the bridge will open in spring.”", "contradicted"),
    ("Venda said: “Exports of grain will resume on Monday.”", "confirmed"),
    ("Tom Reyes said the sale was “a careless gamble with public money”.", "unknown"),
    ("Ines Kato said: “We honour the men who rowed out in every storm.”", "confirmed"),
    ("Ines Kato said: “He was always a very cheerful man.”", "unknown"),
    ("Ines Kato said: “He was just a very impatient man.”", "contradicted"),
    ("Ines Kato spoke of a “sea-like” calm.", "unknown"),
]


@pytest.mark.parametrize(("draft", "verdict"), DRAFTS)
def test_a_quotation_gets_its_verdict(draft: str, verdict: str) -> None:
    (finding,) = check_text(draft, FACTS)

    assert finding.verdict == verdict


@pytest.mark.parametrize(
    ("draft", "reason"),
    [
        ("Lee Park said he would “sell the harbour to anyone before the river is clean”.", "cut-turns-sense"),
        ("Ellen Brandt called the sale “a reckless gamble with public money”.", "other-speaker"),
        ("Ana Ruiz called it “a careless gamble with public money”.", "word-changed"),
        ("Ana Ruiz said: “Exports of grain will resume on Monday.”", "other-speaker"),
        (
            "Jorge Silva said: “The bridge will open in spring, and the tunnel will follow a year later, if all goes well.”",
            "longer-quote",
        ),
    ],
)
def test_the_reason_says_what_is_wrong(draft: str, reason: str) -> None:
    assert check_text(draft, FACTS)[0].reason == reason


def test_a_misattributed_quote_names_both_speakers() -> None:
    (finding,) = check_text("Ellen Brandt called the sale “a reckless gamble with public money”.", FACTS)

    assert "said by Ana Ruiz, not Ellen Brandt" in finding.message
