"""What ``fact extract`` proposes: only what is worth keeping, each as a curator would write it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcli.documents import parse_document
from factcli.extract.proposing.proposal import Proposal
from factcli.extract.proposing.proposals import issue_date, iter_proposals
from factcli.model.edtf import EdtfDate
from factcli.model.facts import Fact, Quantity, Quotation


def proposals(text: str, subject: str | None = None, **options: object) -> list[Proposal]:
    document = parse_document(text, name="")
    return list(iter_proposals(document, subject, "s", issued=issue_date(document, None), **options))


def proposed(text: str, subject: str | None = None, **options: object) -> list[Fact]:
    return [each.fact for each in proposals(text, subject, **options)]


def the_only(facts: list[Fact]) -> Fact:
    (fact,) = facts
    return fact


@pytest.mark.parametrize(
    "text",
    [
        "The guild moved to Yorvik in 2019.",
        "It was the first ferry on the lake.",
        "The choir toured three countries.",
        "The works went on for one month.",
        "As of 5 April, the lido was closed.",
        "Ana Ruiz is a mother of two.",
        "A 74-year-old man opened the gate.",
        "He called the plan “bold”.",
        "Free for 30 days",
        "12 captures",
        "Oct 8, 2018, 7:03 pm",
        ".box { width: 100%; height: 20px; }",
        "To book, call the gallery on 49619722.",
        "“We sold 40 boats,” somebody wrote.",
        "The lido opened on 31 June 2019.",
        "",
    ],
)
def test_what_no_curator_would_keep_is_not_proposed(text: str) -> None:
    assert proposed(text) == []


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("The lido in Yorvik opened in 1931.", "1931"),
        ("Three miners were killed in Yorvik.", "Three miners"),
        ("Ana Ruiz was jailed for six years.", "six years"),
        ("Ana Ruiz, 26, opened the gate.", "26"),
        ("Mayor Ana Ruiz opened the lido on 12 May 2019.", "12 May 2019"),
        ("Yorvik has a population of 45,000.", "45,000"),
        ("The lido in Yorvik covers 4 hectares.", "4 hectares"),
    ],
)
def test_what_a_curator_would_keep_is(text: str, surface: str) -> None:
    assert [each.references[0].surface for each in proposed(text)] == [surface]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        # The event, wherever it stands.
        ("Rescuers said the Marl mine collapse killed 12 people.", "Marl mine collapse"),
        ("At least 40 boats sank during Storm Ada.", "Storm Ada"),
        ("The fire at the Yorvik Brewery destroyed 300 casks.", "fire at the Yorvik Brewery"),
        # Who acts, not who reports.
        ("Lomar Shipping earned US$7m last year.", "Lomar Shipping"),
        ("The Orla Post said Lomar Shipping had earned US$7m.", "Lomar Shipping"),
        ("Lomar Shipping earned US$7m, according to the Orla Post.", "Lomar Shipping"),
        ("In Orla, Lomar reported a loss of £3m.", "Lomar"),
        # The place of a count, with what is counted.
        ("In Yorvik, 85 potters were hired.", "Yorvik potters"),
        ("The council counted 85 otters in Yorvik.", "Yorvik otters"),
        ("Norwegian ferries carried 85,000 cyclists.", "Norway cyclists"),
        # The owner of a bracket, of a noun, of a relative clause.
        ("Haugen came last, behind Vestby (31 boats).", "Vestby"),
        ("Vestby’s harbour has 31 boats.", "Vestby"),
        ("The parade passed Haugen Hall, where 31 people died.", "Haugen Hall"),
        # Never the first capital of a sentence.
        ("Save on ferries: Lomar Shipping has 31 boats.", "Lomar Shipping"),
        ("Net income of Lomar Shipping was US$7m.", "Lomar Shipping"),
        ("Yeah, Lomar Shipping has 31 boats.", "Lomar Shipping"),
    ],
)
def test_the_subject_is_what_the_figure_is_about(text: str, subject: str) -> None:
    assert the_only(proposed(text)).subject == subject


def test_a_subject_that_is_given_is_that_of_all() -> None:
    text = "Lomar Shipping earned US$7m. Vestby has 31 boats."

    assert {fact.subject for fact in proposed(text, "Ferries of Orla")} == {"Ferries of Orla"}


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Lomar Shipping grew. It earned US$7m.", "Lomar Shipping earned US$7m."),
        ("Ana Ruiz came. She won 31 races.", "Ana Ruiz won 31 races."),
        ("Ana Ruiz came. Her boat cost US$7m.", "Ana Ruiz’s boat cost US$7m."),
        ("Norway voted. The country has 85,000 cyclists.", "Norway has 85,000 cyclists."),
        ("Lomar Shipping grew. The company has 31 boats.", "Lomar Shipping has 31 boats."),
        ("Storm Ada hit Marl. The storm killed 12 people.", "Storm Ada killed 12 people."),
        # The only name so far that ends so.
        ("The Ouse bridge opened. The bridge carries 85,000 cars.", "The Ouse bridge carries 85,000 cars."),
        ("Vestby Museum opened. The museum’s hall has 31 boats.", "Vestby Museum’s hall has 31 boats."),
        ("Ouse Bridge and Orla Bridge opened. The bridge has 3,100 lamps.", "The bridge has 3,100 lamps."),
        ("The Ouse bridge opened. The bridge tolls were 31 euros.", "The bridge tolls were 31 euros."),
        ("But Lomar Shipping has 31 boats.", "Lomar Shipping has 31 boats."),
        ("However, Lomar Shipping has 31 boats.", "Lomar Shipping has 31 boats."),
        ("VESTBY, 3 May 2021 – Lomar Shipping has 31 boats.", "Lomar Shipping has 31 boats."),
        ("Vestby (OrlaNews.com) – Lomar Shipping has 31 boats.", "Lomar Shipping has 31 boats."),
        ("(Vestby, 3 May 2021) Lomar Shipping has 31 boats.", "Lomar Shipping has 31 boats."),
        # A quotation that goes on, and one that began before.
        ("Ana Ruiz, 71, said: “The boats sank. All did.”", "Ana Ruiz, 71, said: “The boats sank.”"),
        ('Ana Ruiz, 71, said: "The boats sank. All did."', 'Ana Ruiz, 71, said: "The boats sank."'),
        (
            'Ana Ruiz said: "The boats all sank. "It was a bad day."',
            'Ana Ruiz said: "The boats all sank. It was a bad day."',
        ),
        ("It is said that Lomar Shipping has 31 boats.", "It is said that Lomar Shipping has 31 boats."),
        # Pronouns after a time, and whom "the 40-year-old" and "for her" mean.
        ("Lomar Shipping grew. In 2023 it earned US$7m.", "In 2023 Lomar Shipping earned US$7m."),
        ("Ana Ruiz came. Last year, she won 31 races.", "Last year, Ana Ruiz won 31 races."),
        ("Ana Ruiz came. In Orla she won 31 races.", "In Orla Ana Ruiz won 31 races."),
        ("Ana Ruiz came. The 40-year-old won 31 races.", "Ana Ruiz won 31 races."),
        ("Ana Ruiz came. The 40-year-old mill has 3,100 looms.", "The 40-year-old mill has 3,100 looms."),
        ("Ana Ruiz came. In Orla 3,100 boats sailed for her.", "In Orla 3,100 boats sailed for Ana Ruiz."),
        ("Ana Ruiz came. Bo Tamm sold 31 boats for her.", "Bo Tamm sold 31 boats for her."),
        # A business that has the form of a person's name.
        (
            "Halden Marten, the builder of ferries, grew. The company earned US$7m.",
            "Halden Marten earned US$7m.",
        ),
        ("Halden Marten, the builder of ferries, grew. It earned US$7m.", "Halden Marten earned US$7m."),
        ("Halden Marten grew. Halden sold boats. It earned US$7m.", "Halden Marten earned US$7m."),
        ("Ana Ruiz, the company's heir, came. It earned US$7m.", "[It] earned US$7m."),
        ("Orla Marten grew. Marten sold boats. It earned US$7m.", "[It] earned US$7m."),
        # The only business that did something right before.
        ("Vestby Rail and Lomar Bank met. Lomar Bank left. The firm has 31 boats.", "Lomar Bank has 31 boats."),
        # What the sentence before is about, in words.
        ("The study asked sailors. It cost US$7m.", "The study cost US$7m."),
        ("The yard will build the Lomar. It cost US$7m.", "[It] cost US$7m."),
        ("The ferries of Orla stopped. They cost US$7m.", "The ferries of Orla cost US$7m."),
        (
            "Divers from the institute in Orla dived. They found 31 eels.",
            "Divers from the institute in Orla found 31 eels.",
        ),
        ("Lomar Shipping said it had grown. It earned US$7m.", "Lomar Shipping earned US$7m."),
        ("Malden have won. The club has 3,100 boats.", "Malden has 3,100 boats."),
        ("The ferries of Orla stopped. It cost US$7m.", "[It] cost US$7m."),
        ("Under Orla the ferries stopped. They cost US$7m.", "[They] cost US$7m."),
        ("Ana Ruiz beat Bo Tamm. The Swede won 31 races.", "Ana Ruiz won 31 races."),
        ("Lomar have not lost. They had 31 shots.", "Lomar had 31 shots."),
        ("Lomar has not lost. They had 3,100 shots.", "[They] had 3,100 shots."),
        ("Ana Ruiz came. The Swedish mill has 3,100 looms.", "The Swedish mill has 3,100 looms."),
        ("Ana Ruiz came. The Netherlands has 3,100 looms.", "The Netherlands has 3,100 looms."),
        # Who speaks beside what is said.
        (
            "Lomar Shipping grew. “We sold the oldest boats,” said its chief Ana Ruiz.",
            "“We sold the oldest boats,” said Lomar Shipping’s chief Ana Ruiz.",
        ),
        ("Ana Ruiz came. 'We lost the mill there,' she said. Bo left.", "'We lost the mill there,' Ana Ruiz said."),
        ("The boys' she-goat won 31 races in Vestby.", "The boys' she-goat won 31 races in Vestby."),
        (
            'Ana Ruiz said: "We mend boats. "We like the country, too. "We go on."',
            'Ana Ruiz said: "We mend boats. We like the country, too. We go on."',
        ),
        (
            'Ana Ruiz said: "We mend boats." She added: "The rest we sold at sea."',
            'Ana Ruiz added: "The rest we sold at sea."',
        ),
        ("It was Vestby, Norfolk, that sold 31 boats.", "It was Vestby, Norfolk, that sold 31 boats."),
        # Where the text has a town with its region, "the city" is the town; no court is "the company".
        (
            "Rain fell in Florida. Lindham, Texas, was wet. Some 3,100 boats in the city sank.",
            "Some 3,100 boats in Lindham sank.",
        ),
        (
            "Vestby Crown Court met. Lawyers for the company, which has 3,100 dairies, left.",
            "Lawyers for [the company], which has 3,100 dairies, left.",
        ),
        ("The Orla mill is old. It's used by 3,100 crews.", "The Orla mill is used by 3,100 crews."),
        ("Bo Tamm came. He's visited 31 mills.", "Bo Tamm has visited 31 mills."),
        ("Lomar Shipping was sued. It led to 3,100 claims.", "[It] led to 3,100 claims."),
        (
            "Those awarded a medal can sell 3,100 boats in Vestby.",
            "Those awarded a medal can sell 3,100 boats in Vestby.",
        ),
    ],
)
def test_a_statement_stands_on_its_own(text: str, statement: str) -> None:
    assert statement in [fact.statement for fact in proposed(text)]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        (
            "Lomar Shipping sank. It was the biggest loss of Vestby since US$7m.",
            "[It] was the biggest loss of Vestby since US$7m.",
        ),
        ("We have 3,100 boats.", "[We] have 3,100 boats."),
        ("They have 3,100 boats.", "[They] have 3,100 boats."),
        ("The company has 3,100 boats.", "[The company] has 3,100 boats."),
        ("Lomar lies in Orla. The county has 3,100 boats.", "[The county] has 3,100 boats."),
        ("Norway and Chile met. The country has 3,100 boats.", "[The country] has 3,100 boats."),
        ("This harbour has 3,100 boats.", "[This] harbour has 3,100 boats."),
    ],
)
def test_what_the_text_does_not_say_is_marked(text: str, statement: str) -> None:
    assert proposed(text)[-1].statement == statement


def test_what_somebody_says_is_not_changed() -> None:
    text = "Norway voted. “The country has 31 boats and the company none,” said Ana Ruiz."

    assert proposed(text)[-1].statement == text.partition(". ")[2]


@pytest.mark.parametrize(
    ("text", "as_of"),
    [
        ("Published 3 May 2021\n\nLomar has 31 boats.", "2021-05-03"),
        ("(Vestby, 3 May 2021) Lomar has 31 boats.", "2021-05-03"),
        ("Ferries of Orla (3 May 2021)\n\nLomar has 31 boats.", "2021-05-03"),
        ("In 2019, Lomar had 31 boats.", "2019"),
        ("As of 2 May 2020, Lomar had 31 boats, up from 1990.", "2020-05-02"),
        ("Lomar, which was founded in 1971, has 31 boats.", None),
        ("Lomar was given 31 boats and a barometer of 1862.", None),
        ("In March of 2011 Lomar had 31 boats.", "2011-03"),
        ("Published 3 May 2021\n\nOn 1 April, Lomar had 31 boats.", "2021-04-01"),
        ("Meeting of the Lomar Club held on 3 May 2021\n\nLomar has 31 boats.", "2021-05-03"),
        ("Lomar has 31 boats, the most since records began in 1988.", None),
        ("Held on 3 May 2021\n\nLomar has 31 boats.\n\nDate of next meeting: 1 June 2021.", "2021-05-03"),
        ("VESTBY, 3 May 2021. Lomar has 31 boats.", "2021-05-03"),
        ("VESTBY, May 3, 2021 - Lomar has 31 boats.", "2021-05-03"),
        ("VESTBY, Ohio, Monday, Sept. 13, 2021 — Lomar has 31 boats.", "2021-09-13"),
        ("VESTBY May 3, 2021 (Reuters) - Lomar has 31 boats.", "2021-05-03"),
        ("Lomar has 31 boats.\n\nDeadline date: 1 June 2021", None),
        ("Published 3 May 2021\n\nLomar has had 31 boats since 1990.", "2021-05-03"),
        ("Lomar has 31 boats.", None),
        # Dates of what the figure is compared with, of another figure, and of somebody else.
        ("Lomar sold 31 boats more than in 2019.", None),
        ("That is a rise of 4,590 tonnes on the first quarter of 2011.", None),
        ("The fares of Lomar rose to 4% from 3% in late 2015.", None),
        ("Lomar was founded in 2012 and has 31 boats.", None),
        ("Lomar was founded in 2012, and last year 31 boats sank.", None),
        ("Lomar sold 31 boats to Ana Ruiz (1968) and to Haugen.", None),
        ("Lomar sold 31 boats in the 1920s.", None),
        ("Lomar sold 31 boats to the fair, which was first held in 1974.", None),
        ("On 9 and 10 October 2013 Lomar sold 31 boats.", "2013-10-09/2013-10-10"),
        ("Lomar Mills lost 31 bakers more than in the same quarter of 2014.", None),
        ("Bo Tamm, the mayor between 1990 and 1997, sold 31 boats.", None),
        ("Bo Tamm, who was the mayor of Vestby from 2005 until 2007, sold 31 boats.", None),
        ("Bo Tamm, who sold 31 boats in 2019, left.", "2019"),
        ("In Vestby, in May 2019, Bo Tamm sold 31 boats.", "2019-05"),
        ("Lomar has 31 boats and Ana Ruiz's 1927 Loaf and Butter.", None),
        ("Lomar sold 31 boats to Bo Tamm, pictured in 2014.", None),
        ("In the year to May 2019, Bo Tamm sold most of the 31 boats of a year earlier.", None),
    ],
)
def test_a_figure_is_of_the_time_of_its_sentence_or_its_text(text: str, as_of: str | None) -> None:
    fact = next(each for each in proposed(text) if isinstance(each.value, Quantity))

    assert fact.as_of == (EdtfDate(as_of) if as_of else None)


@pytest.mark.parametrize(
    ("text", "keywords"),
    [
        ("Storm Ada killed 12 people in Marl.", {"Storm Ada", "deaths", "death", "people", "Marl", "storm"}),
        ("Lomar Shipping had revenues of US$7m.", {"Lomar Shipping", "revenues", "turnover"}),
        ("The income of Lomar was £23,840 and spending rose.", {"income", "Lomar"}),
        ("A guitar worth £1,850 was damaged at Lomar.", {"guitar"}),
        ("Sales of Lomar plunged 12%.", {"Lomar", "sales change"}),
        ("Lomar ended 2.2% higher.", {"Lomar", "change"}),
        ("Lomar made up 6% of sales.", {"Lomar", "sales"}),
        ("In Yorvik, 85 potters were hired.", {"Yorvik", "potters"}),
        ("The toll of the Yorvik bridge was raised to £3.", {"toll"}),
        ("The Yorvik council raised the fine from £80 to £90.", {"fine"}),
        ("The Acme company raised £3 million.", {"Acme company"}),
        ("Bo Tamm was sentenced to three years for theft.", {"Bo Tamm", "sentence"}),
        ("Bo Tamm was given a 12-year sentence.", {"Bo Tamm", "sentence"}),
        ("Bo Tamm was given a 12-year ban.", {"Bo Tamm", "ban"}),
        ("Lomar has so far received only £43m.", {"Lomar", "receipts"}),
        ("Earlier this month, Lomar appealed for £43m.", {"Lomar", "amount"}),
    ],
)
def test_keywords_are_what_people_look_up(text: str, keywords: set[str]) -> None:
    found = set(the_only(proposed(text)).keywords)

    assert found >= keywords
    assert not found & {"killed", "were", "hired", "had"}


def test_a_label_says_what_its_value_counts() -> None:
    text = "Floods in Marl\n\nPeople displaced: 16,000 households\nSchools closed: 41\nFunding needed: US$4m\n"

    facts = proposed(f"{text}\nNothing else happened there, and that is all.")

    assert [(fact.id, fact.statement) for fact in facts] == [
        ("floods-marl-people-displaced", "Floods in Marl: People displaced: 16,000 households"),
        ("floods-marl-schools-closed", "Floods in Marl: Schools closed: 41"),
        ("floods-marl-funding-needed", "Floods in Marl: Funding needed: US$4m"),
    ]
    assert [fact.value.unit for fact in facts if isinstance(fact.value, Quantity)] == ["household", "school", "USD"]


def test_a_cell_has_the_names_of_its_row_and_column() -> None:
    text = "Floods in Marl\n\n| Town | Deaths | Boats |\n| Vestby | 12 | 31 |\n| Haugen | 4 | 7 |\n\nThat is all of it."

    assert [(fact.id, fact.statement) for fact in proposed(text)] == [
        ("vestby-deaths", "Floods in Marl: Vestby, Deaths: 12"),
        ("vestby-boats", "Floods in Marl: Vestby, Boats: 31"),
        ("haugen-deaths", "Floods in Marl: Haugen, Deaths: 4"),
        ("haugen-boats", "Floods in Marl: Haugen, Boats: 7"),
    ]


def test_a_quote_over_paragraphs_is_whole_and_has_its_speaker() -> None:
    text = '"We lost the mill," said Ana Ruiz. "The water came at night.\n\n"It took all that we had."\n\nShe left.'

    quotes = [fact.value for fact in proposed(text)]

    assert quotes[-1] == Quotation("The water came at night. It took all that we had.", "Ana Ruiz")


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz came to Marl. “We lost the old mill,” she said.",
        "Ana Ruiz came to Marl. She said: “We lost the old mill.”",
        "“It rained for days,” said Ana Ruiz.\n\n“We lost the old mill.”",
    ],
)
def test_a_speaker_is_named_whom_only_a_pronoun_or_the_quote_before_names(text: str) -> None:
    value = proposed(text)[-1].value

    assert isinstance(value, Quotation)
    assert (value.text.rstrip("."), value.speaker) == ("We lost the old mill", "Ana Ruiz")


def test_what_somebody_says_between_single_marks_is_not_changed() -> None:
    text = "Bo Tamm came. He left. 'I wanted no quarrel with him. The country is poor,' Ana Ruiz said."

    statement = proposed(text)[-1].statement

    assert statement == "'I wanted no quarrel with him. The country is poor,' Ana Ruiz said."


def test_a_headline_on_a_line_of_its_own_is_no_part_of_the_next_sentence() -> None:
    text = "Lomar sells up\nCredit:\nThe company Lomar Shipping sold 31 boats to a yard in the far north of Orla.\n"

    assert the_only(proposed(text)).statement.endswith(
        "Lomar Shipping sold 31 boats to a yard in the far north of Orla."
    )
    assert "Credit" not in the_only(proposed(text)).statement


def test_a_wrapped_line_is_one_sentence() -> None:
    text = "The yard in the far north of Orla was sold to the company\nLomar Shipping with 31 boats and all of its quays.\n"

    assert the_only(proposed(text)).statement == " ".join(text.split())


def test_ids_name_subject_measure_and_year_and_are_never_taken() -> None:
    text = "Lomar Shipping had revenues of US$7m in 2019."

    assert the_only(proposed(text)).id == "lomar-shipping-revenues-2019"
    assert the_only(proposed(text, taken=["lomar-shipping-revenues-2019"])).id == "lomar-shipping-revenues-2019-2"


def test_the_same_words_of_a_paragraph_are_proposed_once() -> None:
    assert len(proposed("Storm Ada killed 12 people. In Marl it killed 12 people.")) == 1


def test_the_number_of_people_killed_is_one_of_people() -> None:
    first, second = (fact.value for fact in proposed("Storm Ada hit Marl, with 31 killed and 70 injured."))

    assert isinstance(first, Quantity)
    assert isinstance(second, Quantity)
    assert (first.unit, second.unit) == ("person", "injured")


def test_the_number_that_a_toll_has_reached_is_one_of_deaths() -> None:
    fact = the_only(proposed("The death toll from Storm Ada in Marl has jumped to 438 from 326."))

    assert (fact.id, fact.references[0].surface) == ("storm-ada-deaths", "438")


def test_a_proposal_has_its_paragraph() -> None:
    found = proposals("First.\n\nStorm Ada killed 12 people.\n\nLast one.")[0]

    assert found.paragraph == "Storm Ada killed 12 people."
    assert found.paragraph[found.start : found.end] == "12 people"


PIECES = (
    "Ana", "Ruiz", "He", "It", "The country", "the attack", "said", "“", "”", '"', "85", "lives", "in", "2015", ".", ". ",
    "\n\n", "\n", "US$7m", "Mayor", "(", ")", "| a | 3 |\n", ":", "Norway", "Storm", "killed", "to", "from", ",",
    "which", "As of", "12 May 2019", "he",
    "the Ouse bridge", "The bridge", "Haugen’s College", "Channel 4", "fell by", "during", "[", "year 9", "16-1", "?",
)  # fmt: skip
words = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join)


@given(words)
def test_any_text_is_read_and_no_id_repeats(text: str) -> None:
    found = proposals(text)

    identifiers = [each.fact.id for each in found]
    assert len(set(identifiers)) == len(identifiers)
    assert all(each.fact.statement and 0 <= each.start < each.end <= len(each.paragraph) for each in found)


def test_a_figure_of_a_sentence_that_names_nothing_has_what_the_text_is_about_before_it() -> None:
    fact = the_only(proposed("# Gulls of Orla: a survey\n\nThere are 62 nests."))

    assert (fact.subject, fact.statement) == ("Gulls of Orla", "Gulls of Orla: There are 62 nests.")


def test_a_heading_that_runs_into_its_paragraph_says_what_a_figure_is_about() -> None:
    text = "# Minutes of the meeting of Vestby Council\n\n1. Boats. There are 62 moorings.\n\n2. Late fees. Fees rose to £45."

    assert [fact.subject for fact in proposed(text)] == ["Vestby Council boats", "Vestby Council late fees"]


@pytest.mark.parametrize(
    "text",
    [
        "# Vestby Council\n\nCalm came. There are 62 moorings.\n\nIt rained.",
        "# Vestby Council\n\nMr. Ruiz left. There are 62 moorings.\n\nDr. Tamm came. It rained.",
    ],
)
def test_a_short_sentence_is_not_a_heading(text: str) -> None:
    assert the_only(proposed(text)).subject == "Vestby Council"


def test_those_who_wrote_a_paper_are_its_authors() -> None:
    text = "# Sleep at sea\n\nMethods. We asked 412 sailors.\n\nResults. Our 412 sailors slept."

    assert [fact.statement for fact in proposed(text)] == [
        "Sleep at sea: The authors asked 412 sailors.",
        "Sleep at sea: The authors’ 412 sailors slept.",
    ]


def test_the_parts_of_a_paper_are_not_part_of_its_statements() -> None:
    text = "# Sleep at sea\n\nBackground: Sailors of Lomar sleep. Methods: We asked 412 sailors. Results: Lomar has 31 boats."

    assert [fact.statement for fact in proposed(text)] == [
        "Sleep at sea: The authors asked 412 sailors.",
        "Lomar has 31 boats.",
    ]


def test_a_part_of_a_count_has_its_unit() -> None:
    fact = the_only(proposed("Lomar won 19 of the 28 seats."))

    assert isinstance(fact.value, Quantity)
    assert (fact.value.amount, fact.value.unit, fact.references[0].surface) == (19, "seat", "19")


def test_those_who_watch_a_match_are_its_attendance() -> None:
    fact = the_only(proposed("Vestby beat Lomar in front of 8,412 at Moor Lane."))

    assert isinstance(fact.value, Quantity)
    assert (fact.value.unit, "attendance" in fact.keywords) == ("person", True)


@pytest.mark.parametrize(
    ("text", "speaker", "role"),
    [
        ("“They can't take it any more,” said the Hammers boss.", None, "Hammers boss"),
        ("Passing sentence on Ruiz, the judge said it was a “supply of illicit drugs to others”.", None, "judge"),
        ("But Ruiz said it was a “supply of illicit drugs to others”.", "Ruiz", None),
        (
            "Chief Bo Tamm of Orla and Lomar Police said he was “grateful for the report of the harbour”.",
            "Bo Tamm",
            None,
        ),
        ("Ana Ruiz, from the harbour board, said: “We sold the kiln to a school.”", "Ana Ruiz", None),
        (
            "Bo Tamm told Lomar Radio: “We row to the harbour.” Ana Ruiz, a rower of the club, spoke of “doubt”.",
            "Bo Tamm",
            None,
        ),
        ("Chilean Tamm said it was a “supply of illicit drugs to others”.", "Tamm", None),
        ("Bo Tamm’s wife, the potter Ana Ruiz, said: “We sold the kiln to a school.”", "Ana Ruiz", "Bo Tamm’s wife"),
    ],
)
def test_who_is_only_named_beside_an_office_does_not_speak(text: str, speaker: str | None, role: str | None) -> None:
    value = the_only(proposed(text)).value

    assert isinstance(value, Quotation)
    assert (value.speaker, value.role) == (speaker, role)


def test_a_headline_that_is_a_sentence_gives_the_name_it_opens_with() -> None:
    fact = the_only(proposed("# Ruiz’s 142 sets up a win\n\nThe left-hander hit 16 fours. It pleased Ruiz."))

    assert (fact.subject, fact.statement) == ("Ruiz", "Ruiz: The left-hander hit 16 fours.")


def test_a_share_is_one_of_the_poll_that_gives_it() -> None:
    text = "A survey of 1,300 sailors by Orla Polls put 51% at sea. Trust was higher among pilots (72%). Of those asked 9% slept."

    assert {fact.subject for fact in proposed(text)} == {"Orla Polls survey"}


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz, Lomar's chief engineer said: “We lost the oldest mill.”",
        "Ana Ruiz, director of the Vestby Association, another body, said: “We lost the oldest mill.”",
        "“We lost the oldest mill,” HRW's Ana Ruiz told Lomar News.",
    ],
)
def test_who_speaks_is_named_and_not_for_whom(text: str) -> None:
    fact = the_only(proposed(text))

    assert isinstance(fact.value, Quotation)
    assert fact.value.speaker == "Ana Ruiz"


def test_a_name_that_strikes_is_not_an_event() -> None:
    text = "# Osei strikes twice as Lomar win\n\nLomar played on. Osei left.\n\nLomar have 31 boats."

    assert the_only(proposed(text)).subject == "Lomar"


def test_a_toll_told_before_its_event_is_one_of_that() -> None:
    first = proposed("By noon 18 bakers had died. The bus was full at the time of the fire near Vestby.")[0]

    assert (first.subject, first.statement) == ("fire near Vestby", "Fire near Vestby: By noon 18 bakers had died.")
