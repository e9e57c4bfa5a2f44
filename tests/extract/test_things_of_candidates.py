"""Things without a name of their own: a text introduces them in words, and its figures are of them."""

from __future__ import annotations

import pytest

from factcli.documents import parse_document
from factcli.extract.proposing.proposals import iter_proposals
from factcli.model.facts import Fact


def last_fact(text: str) -> Fact:
    return [proposal.fact for proposal in iter_proposals(parse_document(text, name="x.md"))][-1]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        # What "the barge" means.
        ("Divers found a grain barge near Lomar. The barge is 31 metres long.", "grain barge near Lomar"),
        ("Divers found a 300-year-old grain barge. The barge, built of oak, is 31 metres long.", "grain barge"),
        ("Nurses read a study of 4,100 Chilean sleepers. The study cost £3m.", "study of Chilean sleepers"),
        # What a sentence opens with.
        ("The tram to Orla Hill will close, after losses of £310,000.", "tram to Orla Hill"),
        ("The museum in Vestby has 31 boats.", "museum in Vestby"),
        # What a heading opens with.
        (
            "# Tram between Lomar and Orla Hill stops\n\nThe service carried 3,100 passengers.",
            "tram between Lomar and Orla Hill",
        ),
        # What has a name beside it.
        ("The barge, the Red Heron, was built at Lomar and cost £3m.", "Red Heron"),
        # Bodies whose name the text shortens.
        ("Orla Ceramics grew. Orla has 310 workers.", "Orla Ceramics"),
        (
            "Waits grow at Deer General\n\nDeer General Hospital is full. Deer General has 31 beds.",
            "Deer General Hospital",
        ),
        # A name without the word that opens the sentence.
        ("Lost Haugen letters fill 31 boxes. Ana Haugen died.", "Ana Haugen"),
        # What "it" means, be it called as a person is.
        ("Vestby Transit lost riders. It lost £3m.", "Vestby Transit"),
        # The thing that is sold somewhere.
        ("A seascape by Greta Haugen was sold at auction in Vestby for £3m.", "seascape by Greta Haugen"),
        ("VESTBY (Kurier) - A cargo plane carried 38 tonnes of flowers over Lomar.", "cargo plane"),
        # Where it lies comes between, and what opens the title is no name.
        ("Lomar Mill Museum reopened. The museum, beside Lomar harbour, has 31 boats.", "Lomar Mill Museum"),
        (
            "Milling museum reopens\n\nThe Lomar Milling Museum is open. The Lomar Milling Museum has a cafe. Visitors will pay £31.",
            "Lomar Milling Museum",
        ),
        ("LOMAR, July 9, 2027 (Kurier) - Ship maker Orla posted a profit of 4 trillion won.", "Orla"),
        ("The pier was bought for the town by the Lomar Museum, which owns 31 boats.", "Lomar Museum"),
        # Who somebody is, and from where, comes between.
        ("Bo Tamm, 58, of Mill Lane, Vestby, made 143 calls.", "Bo Tamm"),
    ],
)
def test_the_subject_is_the_thing_that_the_text_tells_of(text: str, subject: str) -> None:
    assert last_fact(text).subject == subject


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        # Two of a kind.
        ("Divers found a grain barge and a coal barge at Lomar. The barge has 31 oars.", "oars"),
        # People, sums and times are no things.
        ("A young baker from Vestby came. The baker of Lomar sold 31 boats.", "Lomar"),
        ("The population of Lomar is 3,100 people.", "Lomar"),
        ("The price in Lomar rose to £31.", "Lomar"),
        # Where a town has its club's name, the town is meant.
        ("Orla City won. In Orla 310 workers left.", "Orla"),
        ("Chilean Motors grew. The Chilean has 31 boats.", "boats"),
    ],
)
def test_no_thing_is_made_of_what_is_none(text: str, subject: str) -> None:
    assert subject in (last_fact(text).subject or "")


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        (
            "Divers found a grain barge. The barge, built of oak, is 31 metres long.",
            "The grain barge, built of oak, is 31 metres long.",
        ),
        ("The Reed Party won. The party has 31 seats.", "The Reed Party has 31 seats."),
        ("Vestby Court met. The charity, Lomar Rescue, has 31 boats.", "The charity, Lomar Rescue, has 31 boats."),
        ("Reed Airways grew. The airline has 31 jets.", "Reed Airways has 31 jets."),
    ],
)
def test_a_statement_says_which_thing_is_meant(text: str, statement: str) -> None:
    assert last_fact(text).statement == statement


@pytest.mark.parametrize(
    ("text", "identifiers"),
    [
        ("Lomar has 412 beds, of which 37 were closed.", ["lomar-beds", "lomar-beds-closed"]),
        ("Vestby School will close next year after its roll fell to 41 children.", ["vestby-school-roll"]),
        ("Bo Tamm, who was in debt, was ordered to repay £96,000.", ["bo-tamm-repayment"]),
        ("Lomar Mills made a loss of £3m on revenue of £31m.", ["lomar-mills-loss", "lomar-mills-revenue"]),
        ("Lomar sold 61% of its seats.", ["lomar-seats"]),
        ("The road of Lomar has had 14 fatal crashes since 2018.", ["lomar-crashes"]),
        (
            "Lomar handled 812,000 boxes in 2026, 9% fewer than the year before.",
            ["lomar-boxes-2026", "lomar-boxes-change"],
        ),
        ("Orla Air sold 3% more than last year.", ["orla-air-change"]),
        ("The Reed mill had losses of £410,000 in two years.", ["reed-mill-losses"]),
    ],
)
def test_what_is_measured_is_said_by_the_words_of_its_own_clause(text: str, identifiers: list[str]) -> None:
    assert [proposal.fact.id for proposal in iter_proposals(parse_document(text, name="x.md"))] == identifiers
