"""What is proposed as a fact: one candidate for each figure, date and quote, with the sentence that states it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from growth import grows_in_step
from hypothesis import example, given
from hypothesis import strategies as st

from factcli.extract import extract_facts
from factcli.model.edtf import EdtfDate
from factcli.model.facts import Fact, Quotation

ARTICLE = """\
Please accept our cookies to read on.

New Bridge Opens in Yorvik

Mayor Ana Ruiz opened the Ouse bridge in Yorvik on 12 May. It cost US$7m and carries 20,000 cars a day. Ruiz called \
it “a gift to the city”.

  • Delays

She said that work had begun in January 2015. Bo Li (2007-2015), her predecessor, had promised “a bridge for all”. \
According to Li, 85 workers were hired.
"""


def the_only(facts: list[Fact]) -> Fact:
    (fact,) = facts
    return fact


def test_each_figure_date_and_quote_is_a_candidate() -> None:
    surfaces = [fact.references[0].surface for fact in extract_facts(ARTICLE)]

    assert surfaces == [
        "12 May",
        "US$7m",
        "20,000 cars",
        "a gift to the city",
        "January 2015",
        "2007-2015",
        "a bridge for all",
        "85 workers",
    ]


def test_a_candidate_carries_all_that_a_store_asks_for() -> None:
    fact = extract_facts("The Amia bombing in Buenos Aires claimed 85 lives.", source="an-article")[0]

    assert (fact.id, fact.kind, fact.subject) == (
        "amia-bombing-buenos-deaths",
        "figure",
        "Amia bombing in Buenos Aires",
    )
    assert fact.statement == "The Amia bombing in Buenos Aires claimed 85 lives."
    assert fact.keywords[:2] == ("Amia bombing in Buenos Aires", "deaths")
    assert {"lives", "bombing"} <= set(fact.keywords)
    assert fact.references[0].source == "an-article"
    assert (fact.references[0].locator, fact.references[0].surface) == ("paragraph 1", "85 lives")


def test_paragraphs_are_counted_from_the_title_on_and_without_headings() -> None:
    locators = [fact.references[0].locator for fact in extract_facts(ARTICLE)]

    assert locators == ["paragraph 1"] * 4 + ["paragraph 2"] * 4


def test_a_subject_that_is_given_is_that_of_all_facts() -> None:
    assert {fact.subject for fact in extract_facts(ARTICLE, subject="Ouse bridge")} == {"Ouse bridge"}


def test_the_subject_stands_for_a_pronoun_at_the_head_of_a_statement() -> None:
    facts = extract_facts("It opened in 2010. Its length is 450 m. It is said that 85 workers built it.", "Ouse bridge")

    assert [fact.statement for fact in facts] == [
        "Ouse bridge opened in 2010.",
        "Ouse bridge’s length is 450 m.",
        "It is said that 85 workers built it.",
    ]


def test_a_pronoun_stands_for_the_subject_of_the_sentence_before() -> None:
    fact = the_only(extract_facts("Ana Ruiz opened the bridge. She had 85 guests."))

    assert (fact.subject, fact.statement) == ("Ana Ruiz", "Ana Ruiz had 85 guests.")


def test_a_pronoun_reaches_over_paragraphs_and_crossheads() -> None:
    text = "Ana Ruiz opened it.\n\nShe had 85 guests.\n\nA heading\n\nShe had 86 guests."

    assert [fact.statement for fact in extract_facts(text)] == ["Ana Ruiz had 85 guests.", "Ana Ruiz had 86 guests."]


def test_a_quotation_that_nobody_says_has_no_speaker_in_its_statement() -> None:
    (fact,) = extract_facts("“It rains in Yorvik.\n\n“It pours.”")

    assert fact.statement == "“It rains in Yorvik. It pours.”"


def test_a_pronoun_that_nobody_comes_before_is_marked() -> None:
    assert the_only(extract_facts("She had 85 guests.")).statement == "[She] had 85 guests."


def test_a_speaker_has_full_name_and_office() -> None:
    facts = extract_facts("Mayor Ana Ruiz came. Ruiz said “it rains”. She said “it pours”.")

    assert [fact.value for fact in facts] == [
        Quotation("it rains", "Ana Ruiz", "Mayor"),
        Quotation("it pours", "Ana Ruiz", "Mayor"),
    ]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("In 2018, she signed with Acme Records.", None),
        ("In Yorvik, 85 workers were hired.", "Yorvik workers"),
        ("The population of Yorvik is 85,000.", "Yorvik"),
        ("Shortly before Ruiz’s visit, Li paid US$7m.", "Li"),
        ("Ruiz’s visit cost US$7m.", "Ruiz’s visit"),
        ("Days earlier the US paid Salman Ruiz US$7m.", "US payment"),
        ("The US paid US$7m.", "US payment"),
    ],
)
def test_the_subject_is_a_name_that_hangs_on_nothing(text: str, subject: str | None) -> None:
    assert {fact.subject for fact in extract_facts(text)} == {subject}


def test_two_people_of_one_surname_are_not_confused() -> None:
    (fact,) = extract_facts("Ana Ruiz and Eva Ruiz came. Ruiz said “it rains”.")

    assert fact.value == Quotation("it rains", "Ruiz")


def test_a_bracket_behind_a_name_is_about_that_name() -> None:
    assert the_only(extract_facts("Ana Ruiz praised Bo Li (2007-2015).")).subject == "Bo Li"


def test_a_quotation_of_two_sentences_is_stated_by_both() -> None:
    assert the_only(extract_facts("“It rains. It pours,” said Bo Li.")).statement == "“It rains. It pours,” said Bo Li."


@pytest.mark.parametrize("issued", ["2018", "2018-12", "2019-01-05", "2018-12-30/2019-01-05"])
def test_a_date_without_a_year_is_of_the_time_of_the_text(issued: str) -> None:
    fact = the_only(extract_facts("Ana Ruiz left on 30 December.", issued=EdtfDate(issued)))

    assert (fact.value, fact.references[0].surface) == (EdtfDate("2018-12-30"), "30 December")
    assert fact.note == "The source prints no year: it is taken from the day of its publication."


def test_without_a_day_of_publication_the_year_stays_open() -> None:
    assert the_only(extract_facts("Ana Ruiz left on 30 December.")).value == EdtfDate("XXXX-12-30")


def test_the_date_of_a_figure_is_kept_with_it() -> None:
    _, figure = extract_facts("As of 3 May 2020, Yorvik had 85 cases.")

    assert (figure.value.amount, figure.as_of) == (Decimal(85), EdtfDate("2020-05-03"))


def test_an_ordinal_within_a_name_is_no_candidate() -> None:
    assert extract_facts("He spoke of the Safe Third Country deal.") == []


def test_ids_are_readable_ascii_and_unique() -> None:
    facts = extract_facts("Nicolás Ño met 85 men. Nicolás Ño met 86 men. Nicolás Ño met 87 men.")

    assert [fact.id for fact in facts] == ["nicolas-no-men", "nicolas-no-men-2", "nicolas-no-men-3"]


@pytest.mark.parametrize("text", ["", "  \n\n ", "No figure at all.", "\n\n85 nations\n\n"])
def test_any_text_is_read(text: str) -> None:
    assert len(extract_facts(text)) == text.count("85")


def test_long_ids_are_unique_too() -> None:
    text = "Bartholomew Featherstonehaugh-Cholmondeley said “extraordinarily incomprehensible characteristics”. "

    identifiers = [fact.id for fact in extract_facts(text * 12)]

    assert len(set(identifiers)) == len(identifiers)


@pytest.mark.parametrize(
    "unit",
    ["1 dog ", "“a” said X, ", "A Ruiz ", "It 5. ", "X (2007-2015) ", "5 May 2012 ", "\n\n5 dogs", "as of 2019 "],
)
def test_the_work_of_reading_grows_with_the_text_and_not_with_its_square(unit: str) -> None:
    assert grows_in_step(extract_facts, unit)


words = st.lists(
    st.sampled_from(
        [
            "Ana Ruiz",
            "He",
            "It",
            "said",
            "“",
            "”",
            "85",
            "lives",
            "in",
            "2015",
            ".",
            ". ",
            "\n\n",
            "US$7m",
            "the",
            "Mayor",
        ]
    ),
    max_size=40,
).map(" ".join)


@given(words)
@example("Ana Ruiz “ said . He ”")
def test_a_surface_stands_in_the_text(text: str) -> None:
    printed = " ".join(text.split())

    assert [fact.id for fact in extract_facts(text) if (fact.references[0].surface or "") not in printed] == []


@given(words)
def test_ids_never_repeat(text: str) -> None:
    identifiers = [fact.id for fact in extract_facts(text)]

    assert len(set(identifiers)) == len(identifiers)


def test_a_day_that_no_calendar_has_is_no_candidate() -> None:
    assert extract_facts("The lido opened on 31 June 2019.") == []
