"""What the figure of a candidate is called: a noun for what is measured, in its id and keywords."""

from __future__ import annotations

import pytest

from factcli.documents import parse_document
from factcli.extract.proposing.proposals import iter_proposals


def ids(text: str) -> list[str]:
    return [each.fact.id for each in iter_proposals(parse_document(text, name=""), None, "s")]


@pytest.mark.parametrize(
    ("text", "ids_of_figures"),
    [
        # A change is not the level that it led to.
        ("Bread revenue at Lomar Mills rose £3m to £301m.",
         ["lomar-mills-bread-revenue-change", "lomar-mills-bread-revenue"]),
        ("Lending by Lomar Mills was up 14% to £14.9bn.", ["lending-lomar-mills-change", "lending-lomar-mills"]),
        ("Income at Lomar Mills increased by £3.4m to £62m.", ["lomar-mills-income-change", "lomar-mills-income"]),
        ("Shares in Lomar Mills have risen more than 80% since May.", ["lomar-mills-shares-change"]),
        ("Shares in Lomar Mills, the baker, dropped 4%.", ["lomar-mills-shares-change"]),
        ("Lomar Mills reported a 26.3% decline in sales of rye.", ["lomar-mills-sales-decline"]),
        ("Lomar Mills raised £3m from its bakers.", ["lomar-mills-funds-raised"]),
        ("The Orla index closed up 42.67 points at 18,096, or 0.4%.", ["orla-index-change", "orla-index-share"]),
        ("The Orla index was up 31.2 points, or 0.71%, at 4,419.", ["orla-index-change", "orla-index-change-2"]),
        ("Exports of Lomar Mills fell in March from a year ago by 14% in yuan terms.",
         ["lomar-mills-exports-change"]),
        ("The Orla index shed 0.68%.", ["orla-index-change"]),
        ("Lomar College has 21 fewer teachers than in May.", ["lomar-college-teachers-change"]),
        # The noun that a sum stands before is what it is the sum of.
        ("The £19.8m pre-tax loss of Lomar Mills was due to flour.", ["lomar-mills-loss"]),
        ("Lomar Mills put in an opening £21.5m bid for the quarry.", ["lomar-mills-bid"]),
        ("Lomar Mills announced a $25 million (about £17 million) renovation project.",
         ["lomar-mills-renovation-project"]),
        ("Lomar Mills signed a contract worth almost £3.7m.", ["lomar-mills-contract"]),
        # Where no noun says it, the verb does.
        ("Ana Ruiz bought the quarry for £1.7m.", ["ana-ruiz-price"]),
        ("Lomar Council was awarded £500,000.", ["lomar-council-award"]),
        ("Lomar Council has contributed £5m to the pier.", ["lomar-council-contribution"]),
        ("Lomar Council was fined £9,000.", ["lomar-council-fine"]),
        ("Ana Ruiz was banned for 16 months.", ["ana-ruiz-ban"]),
        # A second figure is of the measure of the first.
        ("Lomar Council spent £32m on piers and £29m on slips.",
         ["lomar-council-spending", "lomar-council-spending-2"]),
        ("The profit of Orla Shipping was £1.5bn in May, and in June it was £8.4bn.",
         ["orla-shipping-profit", "orla-shipping-profit-2"]),
        ("Lomar Council spent £32m on piers; Vestby Council got £29m.",
         ["lomar-council-spending", "vestby-council-amount"]),
        # Neither a verb nor the noun of another phrase says what a length, weight or time is of.
        ("Lomar Mills has a tower that is 40 metres high.", ["lomar-mills-height"]),
        ("Lomar Council found it quicker to mend the 50-mile wall.", ["lomar-council-length"]),
        ("The ferry of Orla Shipping opens onto a 2,000 square foot deck.", ["orla-shipping-area"]),
        ("Figures of the Lomar Institute show that the average contribution of bakers is 3%.",
         ["figures-lomar-institute-average-contribution"]),
    ],
)  # fmt: skip
def test_a_figure_is_called_by_what_it_measures(text: str, ids_of_figures: list[str]) -> None:
    assert ids(text) == ids_of_figures
