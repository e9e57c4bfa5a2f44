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
        ("Lomar Mills reported a 31.4% decline in sales of rye.", ["lomar-mills-sales-decline"]),
        ("Lomar Mills raised £3m from its bakers.", ["lomar-mills-funds-raised"]),
        ("The Orla index ended up 31.25 points at 7,410, or 0.4%.", ["orla-index-change", "orla-index-share"]),
        ("The Orla index was up 31.2 points, or 0.71%, at 4,419.", ["orla-index-change", "orla-index-change-2"]),
        ("Exports of Lomar Mills sank in June from the year before by 14% in yuan terms.",
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
         ["lomar-council-spending", "lomar-council-spending-slips"]),
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
        # A share is called by what those do who are one, or by who they are.
        ("Of the bakers, 28% use rye.", ["bakers-use-rye"]),
        (("A survey of 1,300 bakers by Orla Polls suggests 51% are closely following the flour debate,"
         " while 10% are avoiding news of it altogether."),
         ["orla-polls-survey-bakers", "orla-polls-survey-following-flour-debate", "orla-polls-survey-avoiding-news"]),
        ("A poll by Orla Polls found that 48% back the harbour tax and 31% oppose it. Some 21% said they were undecided.",
         ["orla-polls-poll-back-harbour-tax", "orla-polls-poll-oppose", "orla-polls-poll-undecided"]),
        ("An Orla Polls survey found 62% of farmers wanted a new vet and 27% had not sold cattle last year.",
         ["orla-polls-survey-wanted-new-vet", "orla-polls-survey-not-sold-cattle"]),
        (("An Orla Polls survey asked them. While a narrow majority - 54% - of those asked put the harbour first,"
         " the figures for millers (13%) and flour buyers (16%) were low."),
         ["orla-polls-survey-put-harbour", "orla-polls-survey-millers", "orla-polls-survey-flour-buyers"]),
        # A share of which no more is said is one of what the share before it is.
        ("The fat limit of Lomar Mills is set at 6.2% but when it reached 5.7% the dairy applied to raise it to 8%.",
         ["lomar-mills-fat-limit", "lomar-mills-fat-limit-dairy-applied", "lomar-mills-fat-limit-2"]),
        ("Growth at Lomar Mills slowed to 0.4% in spring from 0.6% in late 2015.",
         ["lomar-mills-growth", "lomar-mills-growth-2015"]),
        # What a sum is in or for is nearer than what another sum of the sentence is.
        ("Ana Ruiz is to get £1.4m in wages, £310,000 in pension contributions and £2.5m a year in bonuses.",
         ["ana-ruiz-wages", "ana-ruiz-pension-contributions", "ana-ruiz-bonuses"]),
        ("Lomar Mills only had to meet 8% of heating costs.", ["lomar-mills-heating-costs"]),
        # What rose stands before an aside, and what is told in one is of another figure.
        ("The grain deficit of Lomar Mills - what it buys less what it sells - has grown 19% to £3.1bn.",
         ["lomar-mills-grain-deficit-change", "lomar-mills-grain-deficit"]),
        ("The stock of Lomar Mills, which was floated in an offering, is now trading at less than $14.",
         ["lomar-mills-price"]),
        ("Losses at Lomar Mills more than doubled to almost £337m.", ["lomar-mills-losses"]),
        # The whole of a count may open its sentence.
        ("Out of the 122 schools in Vestby, 80 have been closed because of the snow.", ["vestby-schools"]),
        # The price stands after "for", whatever noun comes before it.
        ("Lomar Mills sells rye in its shops for £3.80.", ["lomar-mills-price"]),
        ("The crown of Lomar Mills weakened, dipping 0.7%.", ["lomar-mills-crown-change"]),
        # An event of a day is called by its own word.
        ("Ana Ruiz joined the board of Lomar Mills on 4 May 2012.", ["ana-ruiz-joined"]),
        ("Ana Ruiz was killed at the house in Crown Mill on 19 February 2014.", ["ana-ruiz-death"]),
    ],
)  # fmt: skip
def test_a_figure_is_called_by_what_it_measures(text: str, ids_of_figures: list[str]) -> None:
    assert ids(text) == ids_of_figures
