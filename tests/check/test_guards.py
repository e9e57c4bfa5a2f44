"""Each guard applies to the pair of sentences that it is for, with its own name as the reason.

The first sentence is the fact's, the second the draft's; the last column is the guard that must leave it unknown.
"""

from decimal import Decimal

import pytest
from msgspec.structs import replace

from factcli.check import Checker, Finding
from factcli.check.guards import AGREEMENT, DIFFERENCE
from factcli.mentions import find_mentions
from factcli.model.edtf import EdtfDate
from factcli.model.facts import Fact, Quantity, Reference


def fact_of(statement: str, subject: str | None, at: int = -1) -> Fact:
    """The fact that the last (or ``at``-th) figure of ``statement`` states."""
    mention = find_mentions(statement)[at]
    kind = "date" if isinstance(mention.value, EdtfDate) else "figure"
    reference = Reference("gazette", surface=mention.surface)
    return Fact(id="f", kind=kind, statement=statement, value=mention.value, subject=subject, references=(reference,))


OTHER = fact_of("Mount Aru is 2,100 m high.", "Mount Aru")

BLOCKED = [
    ("subject-not-named", "The fire killed 40 people.", "Quay fire", "A ferry sank and killed 50 people."),
    ("other-event", "Ana Silva was born in 1950.", "Ana Silva", "Ana Silva died in 1990."),
    ("opposite-role", "The quay fire killed 40 people.", "Quay fire", "The quay fire injured 60 people."),
    ("denial", "The quay fire killed 40 people.", "Quay fire", "The quay fire did not kill 60 people."),
    ("other-name", "The quay fire killed 40 people.", "Quay fire", "The quay fire killed 60 people in Bresk."),
    ("other-person", "Ana Silva met the mayor in 2015.", "Ana Silva", "Ana Silva's deputy met the mayor in 2018."),
    ("other-edition", "Ana Silva won the vote in 2015.", "Ana Silva", "Ana Silva won the 2019 election vote."),
    (
        "other-stage",
        "The quay works hired 40 people.",
        "Quay works",
        "In the first year the quay works hired 60 people.",
    ),
    ("only-a-stage", "Ana Silva opened her second season.", "Ana Silva", "Ana Silva opened her third season."),
    ("other-scope", "The song sold 40,000 copies in Lomar.", "Song", "The song sold 90,000 copies worldwide."),
    ("part-of-a-total", "The quay works hired 40 people.", "Quay works", "The quay works hired 60 of the people."),
    ("part-of-a-name", "Lomar held the Harbour Fair in 2015.", "Lomar", "Lomar held the 2019 Harbour Fair."),
    ("other-noun", "The quay works planted 4,000 trees.", "Quay works", "The quay works planted 5 gardens."),
    ("near-words-unknown", "The quay works hired 40 people.", "Quay works", "The quay works welcomed 60 dogs."),
    ("other-time", "In 2015 the quay works hired 40 people.", "Quay works", "In 2019 the quay works hired 60 people."),
]


def check(statement: str, subject: str, draft: str, *without: str) -> list[Finding]:
    return Checker([fact_of(statement, subject), OTHER], without=without).check(draft)


@pytest.mark.parametrize(("guard", "statement", "subject", "draft"), BLOCKED, ids=[row[0] for row in BLOCKED])
def test_a_guard_leaves_unknown_what_it_is_for(guard: str, statement: str, subject: str, draft: str) -> None:
    findings = check(statement, subject, draft)

    assert {finding.verdict for finding in findings} <= {"unknown", "confirmed"}
    assert guard in {finding.reason for finding in findings}


def test_a_sentence_about_somebody_else_is_foreign_to_facts_of_one_subject() -> None:
    (finding,) = Checker([fact_of("The storm at Lomar killed 40 people.", "Storm at Lomar")]).check(
        "Bresk lost 50 people."
    )

    assert finding.reason == "foreign-subject"


@pytest.mark.parametrize("guard", sorted(DIFFERENCE))
def test_a_guard_that_is_switched_off_is_no_reason(guard: str) -> None:
    drafts = " ".join(draft for *_, draft in BLOCKED)

    findings = Checker([fact_of("The quay fire killed 40 people.", "Quay fire")], without=[guard]).check(drafts)

    assert guard not in {finding.reason for finding in findings} - {"part-of-a-name"}


def test_what_keeps_an_agreement_open_also_keeps_a_difference_open() -> None:
    assert AGREEMENT.keys() <= DIFFERENCE.keys()


@pytest.mark.parametrize(
    ("statement", "draft"),
    [
        ("The quay fire killed 40 people.", "The quay fire killed 60 people."),
        ("The quay fire killed 40 people.", "The quay fire claimed 60 lives."),
        ("The quay fire killed 40 people.", "Fewer than 30 people died in the quay fire."),
        ("The quay fire broke out on 3 May 2015.", "The quay fire broke out on 4 May."),
        ("The quay fire broke out on 3 May 2015.", "The quay fire broke out after 2015."),
    ],
)
def test_what_no_gate_explains_is_contradicted(statement: str, draft: str) -> None:
    (finding,) = check(statement, "Quay fire", draft)

    assert finding.verdict == "contradicted"


def test_a_number_after_a_label_is_not_the_entry_of_a_list() -> None:
    fact = replace(fact_of("Ostby, population: 1,780", "Ostby"), keywords=("inhabitant", "people"))

    (finding,) = Checker([fact]).check("Ostby, population: 1,708")

    assert finding.verdict == "contradicted"


def test_a_fact_whose_statement_does_not_say_its_figure_is_found_by_its_keywords() -> None:
    fact = Fact(
        id="f",
        kind="figure",
        statement="The quay fire cost lives.",
        value=Quantity(Decimal(40), "person"),
        subject="Quay fire",
        keywords=("killed", "dead"),
    )

    (finding,) = Checker([fact, OTHER]).check("The quay fire killed 60 people.")

    assert finding.verdict == "contradicted"


def test_a_fact_of_what_is_planned_is_not_held_against_what_there_is() -> None:
    planned = "Eight islands of Skerry will have ferries of two decks in 2031."
    islands, decks = (replace(fact_of(planned, "Skerry", at), id=str(at)) for at in range(2))
    checker = Checker([islands, decks, OTHER])

    has, plans = (
        checker.check(draft)[0].verdict
        for draft in ("Skerry has 15 islands, and each has its own ferries.", planned.replace("Eight", "Six"))
    )

    assert (has, plans) == ("unknown", "contradicted")


def test_a_number_that_may_be_a_year_is_not_held_against_another() -> None:
    fact = fact_of("Distribution of global rhodium demand by application 2017", "Distribution")

    (year,) = Checker([fact]).check("Distribution of rhodium use by end use 2012")

    assert (year.verdict, year.reason) == ("unknown", "bare-year")


BESIDE = "The quay fire burned 40 boats of Lomar (27 of them new) and 31 sheds of the yard."


@pytest.mark.parametrize(
    "draft",
    [
        BESIDE,
        "The quay fire burned 40 boats of Lomar (27 of them new).",
        "The quay fire burned boats and 31 sheds of the yard.",
    ],
)
def test_another_figure_of_the_statement_does_not_contradict_it(draft: str) -> None:
    findings = Checker([fact_of(BESIDE, "Quay fire", 0), OTHER]).check(draft)

    assert {finding.verdict for finding in findings} <= {"confirmed", "unknown"}


@pytest.mark.parametrize(
    "draft",
    ["The quay fire burned 31 boats of Lomar.", "The quay fire burned 27 boats.", "The quay fire burned 41 boats."],
)
def test_another_figure_of_the_statement_in_the_place_of_its_own_is_contradicted(draft: str) -> None:
    findings = Checker([fact_of(BESIDE, "Quay fire", 0), OTHER]).check(draft)

    assert [finding.verdict for finding in findings] == ["contradicted"]
