"""What proposals are about: whom "he" means, whose name it is, and what to call a figure that no name is given for."""

from __future__ import annotations

import pytest

from factcli.documents import parse_document
from factcli.extract.proposing.proposals import iter_proposals
from factcli.model.facts import Fact, Quotation


def last(text: str) -> Fact:
    return [each.fact for each in iter_proposals(parse_document(text, name=""))][-1]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        # By his last name alone, where the text has the whole of it.
        ("Ana Ruiz came. Ruiz was pleased with Bo Tamm. She won 31 races.", "Ana Ruiz won 31 races."),
        ("Haugen beat Bo Tamm. He won 31 races. Carl Haugen left.", "Carl Haugen won 31 races."),
        # Who a pronoun of the sentence before is stays whom it means.
        ("Ana Ruiz came. She is accused of hiding Bo Tamm. She owns 31 boats.", "Ana Ruiz owns 31 boats."),
        ("Bo Tamm came. The 30-year-old from Vestby rowed. She won 3,100 races.", "[She] won 3,100 races."),
        ("Bo Tamm came. The Norwegian rowed. She won 3,100 races.", "Bo Tamm won 3,100 races."),
        ("The law of Orla Justice was passed. He owns 3,100 boats.", "[He] owns 3,100 boats."),
        # Who she is the sentence before may not name.
        ("Ana Ruiz met a woman. She owns 3,100 boats.", "[She] owns 3,100 boats."),
        ("Ana Ruiz said Bo Tamm had left. He owns 3,100 boats.", "[He] owns 3,100 boats."),
        ("Ana Ruiz said Lomar had grown. She owns 31 boats.", "Ana Ruiz owns 31 boats."),
        ("Ana Ruiz came when he called her. She owns 3,100 boats.", "[She] owns 3,100 boats."),
        ("Vestby MP Ana Ruiz came. She owns 31 boats.", "Ana Ruiz owns 31 boats."),
        ("Lomar Shipping dismissed Bo Tamm. He owns 31 boats.", "Bo Tamm owns 31 boats."),
        # A title, or the pronoun before, says who is "she".
        ("Bo Tamm came. Mr Tamm rowed. She won 3,100 races.", "[She] won 3,100 races."),
        ("Bo Tamm came. He rowed. She won 3,100 races.", "[She] won 3,100 races."),
        ("Tove rowed at the World Cups. He won 3,100 races.", "[He] won 3,100 races."),
        ("Dame Ana Ruiz came. But she told Mr Tamm to row. She won 31 races.", "Ana Ruiz won 31 races."),
    ],
)
def test_a_pronoun_is_given_the_name_of_whoever_acts(text: str, statement: str) -> None:
    facts = [each.fact.statement for each in iter_proposals(parse_document(text, name=""))]

    assert statement in facts


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We lost the old mill,” said Ch Insp Ana Ruiz.", "Ana Ruiz"),
        ("“We lost the old mill,” said curator Ana Ruiz.", "Ana Ruiz"),
        ("“We lost the old mill,” said the Reverend Dr Ana Ruiz.", "Ana Ruiz"),
        ("“We lost the old mill,” said Vestby-born Ana Ruiz.", "Ana Ruiz"),
        ("“We lost the old mill,” said Cllr Ruiz. Ana Ruiz left.", "Ana Ruiz"),
        ("“We lost the old mill,” said Orla Director-General Ana Ruiz.", "Ana Ruiz"),
        ("“We lost the old mill,” said Ana Ruiz-General.", "Ana Ruiz-General"),
        ("“We lost the old mill,” said Vestby MP Ana Ruiz.", "Ana Ruiz"),
        ("“We lost the old mill,” said PM Ana Ruiz.", "Ana Ruiz"),
        ("“We lost the old mill,” said New Zealander Ruiz.", "Ruiz"),
        ("“We lost the old mill,” said Ana Ruiz from Lomar Shipping.", "Ana Ruiz"),
        ("“It rained,” said Ana Ruiz. Bo Ruiz left. “We lost the old mill,” Ruiz said.", "Ana Ruiz"),
        ("“We lost the old mill,” said Lomar Shipping senior tide table editor Ana Ruiz.", "Ana Ruiz"),
    ],
)
def test_a_speaker_is_called_by_name_without_a_rank(text: str, speaker: str) -> None:
    value = last(text).value

    assert isinstance(value, Quotation)
    assert value.speaker == speaker


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        # Names that have a possessive or a number in them.
        ("Haugen's College has 31 boats.", "Haugen's College"),
        ("Lomar 24 was late. Lomar 24 has borrowed £3m.", "Lomar 24"),
        ("Lomar made a Â£6bn plan.", "Lomar"),
        ("American Ruiz left. Ruiz sold boats. American Ruiz has 31 boats.", "Ruiz"),
        ("The Lomar 60 was up 2%.", "Lomar 60"),
        ("In Lomar 60 were hurt.", "Lomar injured"),
        ("Minutes of the Vestby Society were read. Minutes of the Vestby Society have 31 pages.", "Vestby Society"),
        ("Annual Meeting of the Vestby Society. The Vestby Society has 31 pages.", "Vestby Society"),
        ("Lomar, which is listed in Vestby, said it would save £3m.", "Lomar"),
        # Without what somebody is by nation, where a given name follows.
        ("Chilean Ana Ruiz, 31, rowed.", "Ana Ruiz"),
        ("The Chilean Orla Bank has 31 boats.", "Chilean Orla Bank"),
        # Whose figures they are does not say what they are of.
        (
            "According to the latest figures from Lomar Office, the average price of a boat is £3m.",
            "average price of a boat",
        ),
        # What fell, of a country.
        ("Chilean shares fell by nearly 8%.", "Chile shares change"),
        ("Chilean house prices fell by nearly 8%.", "Chile house prices change"),
        ("The Lomar was last seen at 09.40 GMT with 31 boats.", "Lomar"),
        ("“We lost the old mill,” said Orla Director-General Ana Ruiz.", "Ana Ruiz"),
        # Who is only told of it.
        ("Divers told the Lomar Post that 31 boats of Vestby sank.", "Vestby"),
        # Two figures that "and" joins.
        ("The Lomar, a ferry that seats 199 passengers and 31 lorries, left Vestby.", "Lomar"),
        ("The sales of Lomar rose 12% to US$7m.", "Lomar"),
        # Who has a thing with a name, and who is named after the verb.
        ("Orla's Vestby index closed up 2%.", "Vestby"),
        ("Shares in Lomar closed down 2% after Vestby's offer.", "Lomar shares change"),
        ("The Lomar-built ferries of Vestby have 31 boats.", "Vestby"),
        # What goes up, under an auxiliary verb.
        ("Sales of tin boats have fallen by about 16% since Orla voted.", "sales of tin boats"),
        # Who was told, where somebody is of, and whom one beats by.
        ("Orla Court was told that Lomar owed US$7m.", "Lomar"),
        ("Ana Ruiz, 58, of Deer Road in Vestby, sold 31 boats.", "Ana Ruiz"),
        ("Lomar beat Vestby by 87 runs.", "Lomar"),
        # Who only says what a figure is.
        ("Lomar Shipping grew. Lomar Shipping hired. Ruiz estimated that the mill has 3,100 boats.", "Lomar Shipping"),
        # Joined clauses have a subject each.
        ("Vestby was calm and Lomar Shipping sold 31 boats.", "Lomar Shipping"),
        ("A late tap-in by Ruiz meant Lomar had 31 boats.", "Lomar"),
        ("Lomar sold 40% of the lake's boats.", "Lomar"),
        # A name beside the noun that is counted.
        ("The police watched 29 Orla ports.", "Orla"),
        ("Lomar has 31 Orla ferries.", "Lomar"),
        # The reporter, where the figure is of "it".
        ("Lomar said it was cutting investment by £7bn.", "Lomar"),
        ("Ana Ruiz said that it would take weeks to replace 85% of the salmon nets.", "salmon nets"),
        # An event that only says when.
        ("The Lusitania sank with 1,200 people during World War One.", "Lusitania"),
        # Who gives a figure is not what it is about.
        ("The Orla figures showed that ice cream sales rose by 4%.", "ice cream sales"),
        ("Boat prices fell by 0.5%, the Orla Office data showed.", "boat prices"),
        # What no name is given for is called by its own words.
        ("Average weekly fares increased by 2.1%.", "average weekly fares"),
        ("The number of people on night ferries fell to 883,000.", "people on night ferries"),
        ("That was 40% of the lake's wooden boats.", "wooden boats"),
        ("Some 11 million moorings are in use.", "moorings"),
        ("It was said that more than 4,000 swans had moulted.", "swans"),
    ],
)
def test_the_subject_is_a_whole_name_or_the_words_for_what_is_measured(text: str, subject: str) -> None:
    assert last(text).subject == subject


def test_who_only_tells_a_figure_is_not_what_it_is_about() -> None:
    text = "Lomar Office grew. Lomar Office hired. Lomar Office left. Lomar Office found that tin prices rose to £31m."

    assert last(text).subject == "tin prices"


def test_a_caption_that_is_repeated_is_proposed_once() -> None:
    text = "Lomar has 31 boats.\n\nIt rained.\n\nLomar has 31 boats."

    assert len(list(iter_proposals(parse_document(text, name="")))) == 1


def test_a_name_that_the_text_has_once_is_not_carried_on() -> None:
    text = "Fares rose ahead of the Orla Cup. Vestby was calm. Haugen slept. Average fares increased by 2.1%."

    assert last(text).subject == "average fares"


def test_the_name_that_a_text_is_about_is_carried_on() -> None:
    text = "Lomar Shipping grew. Lomar Shipping sold boats. Lomar Shipping hired. Net income was US$7m."

    assert last(text).subject == "Lomar Shipping"


@pytest.mark.parametrize(
    "text",
    [
        "The storm came ahead of the Orla election. Vestby was calm. Seven mills of Vestby made 4,000 looms.",
        "Fares rose before the vote in Orla. Vestby was calm. The mills of Vestby made 4,000 looms.",
    ],
)
def test_an_event_that_is_mentioned_once_is_not_what_a_text_is_about(text: str) -> None:
    assert last(text).subject == "Vestby"


@pytest.mark.parametrize(
    ("text", "subject", "statement"),
    [
        (
            "The port of Orla is shut. Fishing in Orla is worse. Bo Tamm fled Orla. Some 4,000 boats are idle.",
            "Orla",
            "Orla: Some 4,000 boats are idle.",
        ),
        (
            "Ferries to Peru are late. Fishing in Peru is worse. Bo Tamm fled Peru. The conflict has sunk 4,000 boats.",
            "Peru conflict",
            "The conflict has sunk 4,000 boats.",
        ),
        (
            "Ferries to Peru are late. Fishing in Peru is worse. Peru has tolls. Some 4,000 boats are idle.",
            "Peru boats",
            "Peru: Some 4,000 boats are idle.",
        ),
        (
            "Ferries to Peru are late. Fishing in Peru is worse. Peru has tolls. 4,000 boats are idle, Bo Tamm said.",
            "Peru boats",
            "Peru: 4,000 boats are idle, Bo Tamm said.",
        ),
    ],
)
def test_what_names_nothing_is_about_the_country_or_place_that_the_text_is_about(
    text: str, subject: str, statement: str
) -> None:
    fact = last(text)

    assert (fact.subject, fact.statement) == (subject, statement)


@pytest.mark.parametrize(
    "text",
    [
        # As much is said of another country.
        "Ferries to Peru and Chile are late. Peru and Chile sell fish. Peru and Chile pay. Some 4,000 boats are idle.",
        # What is of a country may be anywhere.
        "The US Navy came. US troops dug. US ships left. Some 4,000 boats are idle.",
        "Welsh ferries are late. Fishing in Welsh bays is worse. Bo Tamm fled Welsh ports. Some 4,000 boats are idle.",
        "Ferries to Peru are late. Some 4,000 boats are idle.",
    ],
)
def test_a_country_that_is_named_beside_others_or_in_passing_is_not_carried_on(text: str) -> None:
    assert last(text).subject == "boats"


def test_a_speaking_body_is_meant_by_it() -> None:
    text = "Lomar said so. At the start of this month it sold 31 boats. The company is old. Bo Tamm left Lomar. Lomar grew."

    assert "At the start of this month Lomar sold 31 boats." in [
        each.fact.statement for each in iter_proposals(parse_document(text, name=""))
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "role"),
    [
        ('Ms Tamm told Ms Ruiz: "We lost the old mill." Kaja Tamm KC left.', "Kaja Tamm", None),
        ("Mayor Ana Ruiz came. Ms Ruiz left. “We lost the old mill,” the mayor said.", "Ana Ruiz", "mayor"),
        ("Mayor Ana Ruiz met Mayor Bo Tamm. “We lost the old mill,” the mayor said.", None, "mayor"),
        ("Mayor Ana Ruiz came. “We lost the old mill,” a mayor said.", None, "mayor"),
        ('Ana Ruiz, harbour commander in Vestby said: "We lost the old mill."', "Ana Ruiz", None),
        ('A spokesman for a mill in Vestby said: "We lost the old mill."', None, "spokesman for a mill in Vestby"),
        (
            'The harbour board came. A spokesperson said: "We lost the old mill."',
            None,
            "spokesperson for the harbour board",
        ),
        ('Bo Tamm, baker, came. "We lost the old mill," added Tamm.', "Bo Tamm", None),
    ],
)
def test_a_speaker_is_named_as_elsewhere_and_is_not_where_he_speaks(
    text: str, speaker: str | None, role: str | None
) -> None:
    values = [each.fact.value for each in iter_proposals(parse_document(text, name=""))]

    assert [(value.speaker, value.role) for value in values if isinstance(value, Quotation)] == [(speaker, role)]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Speaking in Vestby, Bo Tamm said that Lomar Shipping had sold 31 boats.", "Lomar Shipping"),
        ("On Tuesday, Bo Tamm, from Mill Lane in Vestby, sold 15 boats.", "Bo Tamm"),
        ("Ana Ruiz, manager of Vestby, admitted 15 charges.", "Ana Ruiz"),
        ("After a fall at Vestby, manager Ana Ruiz added 14 boats.", "Ana Ruiz"),
        ("Lindham, Norfolk, sold 31 boats.", "Lindham"),
        ("It was Lindham, Norfolk, that sold 31 boats.", "Lindham"),
        ("Heat output in Vestby was 418 GWh in 2019, a rise of 12% from 2018.", "Vestby rise"),
    ],
)
def test_what_only_says_where_somebody_is_is_not_the_subject(text: str, subject: str) -> None:
    assert last(text).subject == subject


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Lomar Rowing are five points clear of Vestby.", "points lead"),
        ("Lomar Rowing are 14 points adrift of Vestby.", "points deficit"),
        ("Lomar Rowing have 14 points.", "points"),
        ("Two storms dumped more than 2ft of snow in Vestby.", "snow"),
        ("Lomar Shipping lost 31kg (68lb) of saffron.", "saffron"),
        ("Lomar Shipping sold a boat with a length of 31m.", "length"),
        ("Some parts of Vestby hit -26C.", "temperature"),
        ("In Vestby 31 people have died and 300 are missing.", "missing people"),
    ],
)
def test_the_measure_is_what_is_weighed_led_by_or_told_in_the_same_clause(text: str, measure: str) -> None:
    assert measure in last(text).keywords


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        # "And" is part of a name of which neither word stands by itself.
        ("Haugen and Vale University sold 31 boats.", "Haugen and Vale University"),
        ("Haugen left. Haugen and Vale University sold 31 boats.", "Vale University"),
        ("Norway and Vale University sold 31 boats.", "Vale University"),
        ("The Orla Watch, a UK-based group, said 26 soldiers were killed in Vestby.", "Vestby deaths"),
        ("Two goals by Bo Tamm beat Vestby.", "Bo Tamm"),
        ("Peru: In 2001 four old mills of the Lomar Shipping kind had 31 boats.", "Peru boats"),
        ("Lomar Shipping continued selling 31 boats.", "Lomar Shipping"),
    ],
)
def test_a_subject_is_whole_and_the_one_that_the_grammar_gives(text: str, subject: str) -> None:
    assert last(text).subject == subject


@pytest.mark.parametrize(
    "text",
    [
        "Bo Tamm, 69, was named the best baker of Vestby in 1974.",
        "Lomar Rowing, who came to Euro 2016 with 31 boats, won.",
    ],
)
def test_an_age_is_of_the_day_of_its_text_and_the_year_of_a_name_dates_nothing(text: str) -> None:
    assert last(text).as_of is None


@pytest.mark.parametrize(
    ("text", "speaker", "role"),
    [
        ('Ana Ruiz met Wang Yi. Mr Wang said: "We lost the old mill."', "Wang Yi", None),
        ('Vestby MP Ana Ruiz came. "We lost the old mill," said the Labour MP.', "Ana Ruiz", "Labour MP"),
        ('Lomar Rowing said the captain would play "a large part in the whole of the year".', "Lomar Rowing", None),
    ],
)
def test_who_speaks_is_whom_the_text_means(text: str, speaker: str, role: str | None) -> None:
    value = last(text).value

    assert isinstance(value, Quotation)
    assert (value.speaker, value.role) == (speaker, role)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ana Ruiz came to the mill. Ana, 31, rowed.", "Ana Ruiz"),
        ("Ana Ruiz met Ana Tamm. Ana, 31, rowed.", "Ana"),
        ("Bo Tamm’s best friend Ana Ruiz weighs 52kg.", "Ana Ruiz"),
    ],
)
def test_a_first_name_is_that_of_the_only_person_who_has_it(text: str, name: str) -> None:
    assert last(text).subject == name


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        # What a name does with a figure is not one of an event beside it.
        ("The Lomar library bought 3,100 maps after the Vestby flood.", "Lomar library"),
        ("After the Vestby fire, Lomar Bakery sold 3,100 loaves.", "Lomar Bakery"),
        ("Bo Tamm, who survived the Vestby crash, owns 31 boats.", "Bo Tamm"),
        ("Lomar Choir, which won the Vestby festival, has 31 singers.", "Lomar Choir"),
        ("When the Vestby flood came, Lomar Bakery had 31 ovens.", "Lomar Bakery"),
        ("The Vestby flood killed 31 people and cut off Lomar.", "Vestby flood"),
        ("Lomar Farm lost 310 sheep in the Vestby flood.", "Vestby flood"),
        ("The largest Vestby flood in memory killed 31 people.", "Vestby flood"),
        ("The Vestby concert hall seats 3,100 people.", "Vestby concert hall"),
        # Nor of a name in an aside about another.
        ("Ana Ruiz, whose father Bo Tamm built the mill, owns 31 boats.", "Ana Ruiz"),
        ("Ana Ruiz may rest, but her bakery, Loaf, last month raised $31m.", "Loaf"),
        ("Ana Ruiz, a baker whose bread is known, was third with £31m.", "Ana Ruiz"),
        ("Second in the list of Vestby is Ana Ruiz, with sales of £31m.", "Ana Ruiz"),
        ("The Lomar index rose, with Vestby Foods down 6%.", "Vestby Foods"),
        ("Lomar Foods – one of the few mills in Vestby that make rye bread – sold 3,100 loaves.", "Lomar Foods"),
        ("Lomar Foods - which left out Carl Tamm for Bo Tamm - sold 3,100 loaves.", "Lomar Foods"),
        ("Lomar lost oars to Ana Ruiz and Bo Tamm, and went down by 31 runs.", "Lomar"),
        ("First to row was 19-year-old Lomar striker Bo Tamm.", "Bo Tamm"),
        ("Carl Tamm, 24, an Orla native who plays as Lomar, won 31 cups.", "Carl Tamm"),
        ("The Bankruptcy and Vestby Court heard that Bo Tamm, who has a home in Orla, owed £31m.", "Bo Tamm"),
        # Works are called by their whole title.
        ('Orla Films said "Beauty and the Bread" took £31m.', "Beauty and the Bread"),
        ("The next was 'The Last Loaf' with £31m.", "The Last Loaf"),
        ("With the best of them leaving for Vestby, some 310 boats were idle.", "boats"),
        ("Lomar would join Orla and Vestby using trains that carry 310 people.", "Lomar"),
        ("The Vestby Baker's Committee has 31 members.", "Vestby Baker's Committee"),
        # The whole name, without what somebody does.
        ("Baker Carl Ruiz sold 4,100 loaves.", "Carl Ruiz"),
        ("Choirmaster Ruth Tamm sang 31 psalms.", "Ruth Tamm"),
        ("In May Carl Ruiz came. Ruiz owns 31 boats.", "Carl Ruiz"),
        ("Zorin Ruiz came. Ruiz owns 31 boats.", "Zorin Ruiz"),
        ("Liberal Ana-Maria Ruiz came. Ruiz owns 31 boats.", "Ana-Maria Ruiz"),
        ("Carl Tamm wins a cup\n\nAda Tamm saw Carl Tamm row.\n\nTamm owns 31 boats.", "Carl Tamm"),
        ("Zorin Ruiz came. Zorin owns 31 boats.", "Zorin Ruiz"),
        ("Orla Bank came. Bank Street has 31 boats.", "Bank Street"),
        ("Baker Street sold 31 houses.", "Baker Street"),
        # Who says it of himself.
        ("Ana Ruiz came. Tamm said he had sold 31 boats.", "Tamm"),
        # A load is of the ship, and not of what is loaded.
        ("The Lomar has 200 tonnes of Orlatin and 56 tonnes of cotton.", "Lomar"),
        ("Bags seized by Lomar Police had 2,700 doses of Orlatin and 100 g of tin.", "Lomar Police"),
        # A place beside a day is where it happened.
        ("Bo Tamm visited the Vestby Hospital on 3 November 2010.", "Bo Tamm"),
        # The seller, and not the market.
        ("Lomar's sales in Norway, its third market, declined 1% in May.", "Lomar"),
        ("Ann Ruiz, a Green spokeswoman for parks and planning, claimed that Vestby had grown by 1%.", "Vestby"),
        ("It was Vestby, Norfolk, that had the lowest temperature: -37C.", "Vestby"),
        # Who is somebody of the person before.
        ("Bo Tamm came. His best friend Ana Ruiz, 24, from Vestby, weighed 95kg.", "Ana Ruiz"),
        # A body with what it is for.
        ("Transport for Vestby said it would save £50m a year.", "Transport for Vestby"),
        ("The Department of Rye and Climate Change said it would save £50m.", "Department of Rye and Climate Change"),
        ("The Office of Rye and Lomar came. Lomar sold 31 boats.", "Lomar"),
        (
            "To show what Lomar can do for you, here is a tale of one of the bakers: Orla Rye had a 37% increase in sales.",
            "Orla Rye",
        ),
        # What somebody has is named before it.
        ("Lomar has 11 medals to Orla's two.", "Lomar"),
        # Whose data they are.
        ("Data obtained by Radio Orla showed 15% of dairy posts were vacant.", "dairy posts"),
        # What something of it is older than.
        ("Divers found 26 coins, three of which pre-date the war in Norway.", "coins"),
        # A body that has an event in its name.
        ("Norway's National Flood Reduction Board says 160 people died in Vestby.", "Vestby deaths"),
        # The name that a figure leads to.
        ("The 31km Lomar canal was dug by monks.", "Lomar canal"),
        # Who of a country has a share.
        ("Norwegian forces only had to meet 8% of the cost in Vestby.", "Norwegian forces"),
        # An index is not a label.
        ("The old Nasdaq rose 31 points.", "Nasdaq"),
    ],
)
def test_the_subject_is_whose_the_figure_is_in_its_own_clause(text: str, subject: str) -> None:
    assert last(text).subject == subject


_LOMAR = " Lomar said it saw slow progress. Lomar has cut jobs. Lomar's head is glad, and the bank agreed."


@pytest.mark.parametrize(
    ("sentence", "subject", "statement"),
    [
        ("The bank lost £337m.", "Lomar", "Lomar lost £337m."),
        ("Revenues dipped to £6.1bn.", "Lomar", "Lomar: Revenues dipped to £6.1bn."),
        # Not what somebody else has.
        ("The ferry has 3,100 seats.", "seats", "The ferry has 3,100 seats."),
        ("Orla Foods lost £337m.", "Orla Foods", "Orla Foods lost £337m."),
    ],
)
def test_the_bank_may_be_named_later(sentence: str, subject: str, statement: str) -> None:
    fact = next(iter_proposals(parse_document(sentence + _LOMAR, name=""))).fact

    assert (fact.subject, fact.statement) == (subject, statement)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("A spokesman for Lomar Rail said: “We lost the old mill.”", "Lomar Rail"),
        ("A Lomar Rail spokeswoman said: “We lost the old mill.”", "Lomar Rail"),
        ("A Department for Rails spokeswoman said: “We lost the old mill.”", "Department for Rails"),
        ("A spokesman for the local bakers said it was “a loss to the old town”.", "the local bakers"),
        ("The Bank of Vestby came. “We lost the old mill,” the central bank said.", "Bank of Vestby"),
        ("The harbour board came. A spokesperson said: “We lost the old mill.”", "the harbour board"),
        ("“We lost the old mill,” the central bank said.", "central bank"),
        ("“We lost the old mill,” said Ana Ruiz at the summit in Vestby.", "Ana Ruiz"),
        ("“We lost the old mill,” Ms Ruiz said after the Vestby fire.", "Ruiz"),
        ("The fire in Vestby went on. “We lost the old mill,” a mother said.", "fire in Vestby"),
    ],
)
def test_a_quotation_of_nobody_named_is_of_the_body_spoken_for_or_what_the_text_is_about(
    text: str, subject: str
) -> None:
    assert last(text).subject == subject


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Ana Ruiz came. In Vestby that summer she sold 31 boats.", "In Vestby that summer Ana Ruiz sold 31 boats."),
        ("Bo Tamm came. Once in Vestby, his boats cost £31m.", "Once in Vestby, Bo Tamm’s boats cost £31m."),
        # Not where it may be somebody else.
        ("Bo Tamm came. In Vestby the baker said he had 31 boats.", "In Vestby the baker said he had 31 boats."),
        ("Bo Tamm came. Carla-Ann had 31 boats when he died.", "Carla-Ann had 31 boats when he died."),
        ("Bo Tamm came. In May Carl Ruiz said he had 31 boats.", "In May Carl Ruiz said he had 31 boats."),
        (
            "Bo Tamm came. The boats of Orla are “hard to put into a table”, he says.",
            "The boats of Orla are “hard to put into a table”, Bo Tamm says.",
        ),
        # Times of the text stand by themselves, and "it" of a cleft is nobody.
        ("Lomar grew. This year, 31 boats of Lomar sank.", "This year, 31 boats of Lomar sank."),
        ("Lomar grew. It's the price of tin that cost Lomar £31m.", "It's the price of tin that cost Lomar £31m."),
    ],
)
def test_a_pronoun_within_a_sentence_that_names_nobody_is_given_its_name(text: str, statement: str) -> None:
    assert last(text).statement == statement
