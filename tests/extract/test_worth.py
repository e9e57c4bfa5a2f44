"""Which figures and quotes ``fact extract`` leaves out, and which of the same form it keeps."""

from __future__ import annotations

import pytest

from factcli.documents import parse_document
from factcli.extract.proposing.proposals import iter_proposals


def surfaces(text: str) -> list[str]:
    return [each.fact.references[0].surface for each in iter_proposals(parse_document(text, name=""))]


@pytest.mark.parametrize(
    "text",
    [
        # The number of a class, a programme or a section.
        "Haugen College lets Year 9 pupils row.",
        "The Lomar 700 trains replace those of Vestby.",
        "The ferry moors at berth 12 daily.",
        "The court used a section 60 order in Yorvik.",
        "Haugen College has 237 year 9 pupils.",
        # The score of a match, and the figures of a bowler.
        "Vestby were 16-1 when it rained.",
        "Ana Ruiz had a spell of 4-8.",
        "The lock at Vestby has a rating of 3/5.",
        # How long or in how many tries something was done.
        "Vestby scored 175 in 19 overs.",
        "Ana Ruiz needed just 17 from 58 balls.",
        "Vestby lost none of their previous 24 games.",
        "Ana Ruiz made 36 off 30 balls.",
        "Vestby won nine of their past 10 regattas.",
        # What belongs to the name of a race, and how far a ball flew.
        "Ana Ruiz of Vestby won the 50m freestyle.",
        "Vestby scored from a 25-yard shot by Ana Ruiz.",
        # How often, and how many others.
        "The dogs of Vestby bit Ana Ruiz five times.",
        "About 10 others were opened in Vestby.",
        # Who did it, and of whom another clause tells.
        "Vestby mourned after two gunmen killed it.",
        "Ana Ruiz had three children when she died.",
        # A question, and times of which nobody says what happened then.
        "Are there 70,000 boats in Vestby?",
        "Vestby was called the pearl of Orla in the 1970s and 1980s.",
        "The ferries of Vestby are part of the 21st century.",
        # A stretch of the report's own time.
        "Vestby led for the last 10 minutes.",
        "The lake at Vestby froze in the first three months.",
        "Ana Ruiz left two minutes after the ferry had docked last week.",
        "The bells of Vestby rang for the remaining two years.",
        # Of which sort a thing is.
        "Drivers in Vestby sleep in 60-tonne trucks.",
        "Lomar Shipping printed a 600-page manual.",
        "Lomar Shipping printed a 2.6 million-word manual.",
        "Vestby Band remained a three-piece.",
        "Vestby suffered a 10-wicket defeat.",
        # An age.
        "Ana Ruiz married at 25.",
        # A limit, where a ball was hit from, a forecast, and of which time a thing is.
        "Vestby has wells shallower than 15 m.",
        "Ana Ruiz shot low inside the post from 20 yards.",
        "Lomar was below forecasts of a rise of 8%.",
        "Vestby revived the 19th-century memoir.",
        # Part of a name, an earlier value, an age that is a limit, and a sentence that begins within what is said.
        "Lawyers for 802 Works left Vestby.",
        "The sales of Lomar were down from £11,050.",
        "In Vestby hedges older than 50 years held birds.",
        # How sure another figure is, a day without a year, and the day of the next meeting.
        "The dose of Vestby Clinic was safe (95% CI).",
        "Lomar called the 8 June election in Vestby.",
        "The Vestby fair ended in April.",
        "Vestby Council\n\nDate of next meeting: 5 March 2024.",
        # What may be, what is needed and what somebody hopes for.
        "Lomar Shipping could sell 31 boats next year.",
        "The tunnel at Vestby might cost US$7m.",
        "A further 40 boats may be hauled ashore in Vestby.",
        "Lomar Shipping needs £3m for a dock.",
        "Lomar Shipping would need another 31 boats.",
        "Replacing the lock would cost Vestby between £60,000 and £75,000.",
        "Vestby Museum needs another 31 volunteers.",
        "Lomar Shipping hopes to sell 31 boats a year.",
        "Vestby wants to plant 4,000 oaks.",
        "Vestby wants 25% of the flats.",
        "If confirmed, the drug may save Orla 40,000 lives.",
        "Haugen's College should get 400 books.",
        # Words between marks that nobody would quote.
        "Ana Ruiz said she was at “the heart of” it.",
        "Lomar said it had paid “some years ago”.",
        "Ana Ruiz called it “seriously misguided logic”.",
        "Ana Ruiz said the target was “plucked from nowhere”.",
        # Where a place is, beside it; whom the text counted before.
        "Haugen moved to Vestby, about 45 miles (72km) south of Lomar, in spring.",
        "The two men were killed in Lomar.",
        "About 87 percent of them are women.",
        "Ana Ruiz, a mother of 11, rows.",
        "“Old mill burns in Vestby,” is the headline of the Vestby Herald.",
        "Lomar Shipping read the books, which had come by the end of April 2014.",
    ],
)
def test_what_passes_by_is_not_proposed(text: str) -> None:
    assert surfaces(text) == []


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("In Yorvik 85 potters were hired.", "85 potters"),
        ("Lomar Shipping has 31 boats.", "31 boats"),
        ("Last year 31 boats sank off Vestby.", "31 boats"),
        ("In the district 31 boats of Orla sank.", "31 boats"),
        ("The bridge at Vestby was closed for 12 days.", "12 days"),
        ("Ana Ruiz was given a four-year sentence.", "four-year"),
        ("Ana Ruiz was jailed for six years in Vestby.", "six years"),
        ("The tunnel at Vestby is a 1.8-mile bore.", "1.8-mile"),
        ("Between 40 and 60 boats sank off Vestby.", "40 and 60 boats"),
        ("The Vestby election will take place on 8 June 2021.", "8 June 2021"),
        ("Ana Ruiz opened the Ouse bridge on 12 May.", "12 May"),
        # What somebody announced, what there is room for, and what did not come about.
        ("The council of Vestby said it would spend £3m on the lock.", "£3m"),
        ("The hall in Vestby could hold 400 people.", "400 people"),
        ("Ana Ruiz could not sell 31 boats.", "31 boats"),
        ("In May Lomar Shipping sold 31 boats.", "31 boats"),
        ("Lomar Shipping, which may close, has 31 boats.", "31 boats"),
        ("The mill in Vestby needs 300 tonnes of grain a day.", "300 tonnes"),
        ("Vestby wanted a lock and built 31 boats.", "31 boats"),
        ("Orla has 5.6 million people who need help.", "5.6 million people"),
        ("Lomar Shipping plans to hire 40 people in Vestby.", "40 people"),
        ("Ana Ruiz said: “We lost the mill.”", "We lost the mill."),
        ("Ana Ruiz said that “nobody will be spared”.", "nobody will be spared"),
        ("Fire killed at least three people in Vestby.", "three people"),
        ("Vestby played 31 games.", "31 games"),
        ("Orla plans a rise from 17.5% to 20%.", "20%"),
        ("The mill of Vestby opened in the 1970s.", "the 1970s"),
        ("Ana Ruiz called it “the worst winter that I have ever seen”.", "the worst winter that I have ever seen"),
        ("Vestby is 45 miles south of Lomar.", "45 miles"),
        ("Two men were killed in Lomar.", "Two men"),
        ("The 31 men were killed in Lomar.", "31 men"),
    ],
)
def test_what_has_the_same_form_and_is_a_fact_is(text: str, surface: str) -> None:
    assert surfaces(text) == [surface]


@pytest.mark.parametrize(
    "text",
    [
        "Lomar Shipping sells the cabin for £25,000 (or $41,500).",
        "Lomar Shipping sells the cabin for £25,000 (about $41,500).",
        "Lomar Shipping sells the cabin for £25,000 ($41,500; €30,000).",
    ],
)
def test_a_sum_in_another_currency_in_brackets_is_proposed_once(text: str) -> None:
    assert surfaces(text) == ["£25,000"]


def test_a_second_sum_in_brackets_in_the_same_currency_is_another_one() -> None:
    assert surfaces("Lomar Shipping earned £25,000 (£12,000 in May).") == ["£25,000", "£12,000"]


@pytest.mark.parametrize("marks", ["“”", '""'])
def test_figures_in_speech_that_nobody_is_named_for_are_not_proposed(marks: str) -> None:
    opening, closing = marks

    assert surfaces(f"{opening}The mill burned, and 40 looms of Lomar Shipping with it.{closing}") == []


# Sentences that name nothing, so that the text is longer than what somebody types.
_FILLER = "It rained all night, and the road to the coast was shut. " * 6


@pytest.mark.parametrize(
    "sentence",
    [
        "Some 60 divers searched the site.",
        "Twenty were airlifted to hospital.",
        "The groups say 30% are not registered.",
        "There are 38 MPs.",
        "It opened in 1931.",
        "It sank in 6,175ft of water.",
        "Some went on a two-day mission.",
    ],
)
def test_a_minor_figure_of_which_an_article_does_not_say_what_it_is_of_is_not_proposed(sentence: str) -> None:
    assert surfaces(_FILLER + sentence) == []


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        (_FILLER + "Some 60 divers searched Vestby.", "60 divers"),
        (_FILLER + "Some 11 million moorings are in use.", "11 million moorings"),
        (_FILLER + "Twelve divers were killed.", "Twelve divers"),
        (_FILLER + "It totalled just under £122m.", "£122m"),
        ("Some 60 divers searched the site.", "60 divers"),
    ],
)
def test_one_that_is_named_or_large_is_and_any_of_a_short_text(text: str, surface: str) -> None:
    assert surfaces(text) == [surface]


@pytest.mark.parametrize(
    "sentence",
    [
        "He died in 1931.",
        "In May, she sold 31 boats.",
        "It had a price of £300,000.",
        "“He was keen to row and to win,” said Ana Ruiz.",
        "“That will show whether it can live,” said Ana Ruiz.",
        "“He is well known to the wardens of the lake and we like the way in which he rows on it,” said Ana Ruiz.",
        "“His career as a rower has been so long and so full of medals,” said Ana Ruiz.",
        "“We still have hope,” said Ana Ruiz.",
        "“We are keen to row and to win,” said Ana Ruiz.",
        "“The alternatives are very bad,” said Ana Ruiz.",
        "“I was carrying some crates last week and it hurt my neck,” said Ana Ruiz.",
        "Ana Ruiz said it was “the end of an age”.",
    ],
)
def test_what_does_not_say_of_whom_it_is_is_not_proposed(sentence: str) -> None:
    assert surfaces(_FILLER + sentence) == []


@pytest.mark.parametrize(
    ("sentence", "surface"),
    [
        ("He owns 3.1 million boats.", "3.1 million boats"),
        ("He killed 31 people.", "31 people"),
        ("“This mill has stood well in all the storms,” said Ana Ruiz.", "This mill has stood well in all the storms,"),
        ("“That mill of Bo Tamm will go,” said Ana Ruiz.", "That mill of Bo Tamm will go,"),
        (
            "“We are keen to win the regatta with this crew,” said Ana Ruiz.",
            "We are keen to win the regatta with this crew,",
        ),
        (
            "“They will lose Bo Tamm to the wardens of the lake,” said Ana Ruiz.",
            "They will lose Bo Tamm to the wardens of the lake,",
        ),
        ("“We will lose 40 of them,” said Ana Ruiz.", "We will lose 40 of them,"),
    ],
)
def test_what_is_large_a_toll_or_names_somebody_is(sentence: str, surface: str) -> None:
    assert surface in surfaces(_FILLER + sentence)


@pytest.mark.parametrize(
    ("sentence", "surfaces_of_it"),
    [
        # What it was before is of another time, which it does not say.
        ("Revenues of Lomar Mills dipped to £6.1bn from £6.4bn.", ["£6.1bn"]),
        ("The Orla index sank to 47.2 in June, from 48.6 the month before.", ["47.2"]),
        ("Orla had 298,000 guests, a rise on the 210,000 guests of the year before.", ["298,000 guests"]),
        ("Profits of Lomar Mills fell to £1.8bn from £1.9bn in 2015.", ["£1.8bn", "£1.9bn"]),
        # The day on which so many died is that of the toll.
        ("In Vestby 1,200 people were killed when the Orla was sunk on 7 May 1915.", ["1,200 people"]),
        ("A 115-year-old Vestby woman is in the care of Lomar.", []),
        ("In Vestby banks take the old 500 crown note of Orla.", []),
        ("Lomar said it would save £50m as it tries to save £4.2bn.", ["£50m"]),
        ("The ferry of Lomar lies in the Orla, 45 miles northwest of Vestby.", []),
    ],
)
def test_what_another_figure_says_already_is_not_proposed(sentence: str, surfaces_of_it: list[str]) -> None:
    assert surfaces(sentence) == surfaces_of_it
