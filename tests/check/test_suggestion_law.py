"""A suggestion put in, read again, says what the fact says, with nothing left over beside it; else there is none."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from factcli.check import check_text
from factcli.check.compare.quantities import compare
from factcli.mentions import find_mentions
from factcli.model.edtf import EdtfDate
from factcli.model.facts import Fact, Quantity, Quotation
from factcli.model.formatting import MONTHS

if TYPE_CHECKING:
    from factcli.check import Finding
    from factcli.model.facts import FactKind, Value

FAULTS = {"contradicted", "outdated"}
SAID = "the old ferry will sail again before the first snow falls on the islands"


def fact_of(statement: str, value: Value | None = None) -> Fact:
    value = value or next(mention.value for mention in find_mentions(statement) if mention.kind != "quote")
    kind: FactKind = "figure" if isinstance(value, Quantity) else "date" if isinstance(value, EdtfDate) else "quote"
    return Fact(id=f"f{abs(hash(statement))}", kind=kind, statement=statement, value=value, subject="Lomar ferry")


def put_in(draft: str, finding: Finding) -> str:
    return f"{draft[: finding.span.start]}{finding.suggestion}{draft[finding.span.end :]}"


def put_all_in(draft: str, findings: list[Finding]) -> str:
    for finding in reversed([each for each in findings if each.suggestion]):
        draft = put_in(draft, finding)
    return draft


def faults_of(draft: str, facts: list[Fact]) -> list[Finding]:
    return [finding for finding in check_text(draft, facts) if finding.verdict in FAULTS]


def mended(draft: str, facts: list[Fact]) -> str | None:
    """The draft with its one suggestion put in, None where there is none."""
    suggested = [finding for finding in faults_of(draft, facts) if finding.suggestion]
    return put_all_in(draft, suggested) if suggested else None


FIGURES = [
    ("Twelve experts inspected the Lomar ferry.", "Two dozen experts inspected the Lomar ferry.", "Twelve experts"),
    ("602 people work on the Lomar ferry.", "Six hundred people work on the Lomar ferry.", "602 people"),
    ("3 million people use the Lomar ferry.", "3 billion people use the Lomar ferry.", "3 million people"),
    ("The Lomar ferry has 50,000 hectares.", "The Lomar ferry has 50,000 acres.", "50,000 hectares"),
    ("The Lomar ferry has 12,500 seats.", "The Lomar ferry has 12'700 seats.", "12'500 seats"),
    ("The Lomar ferry has 50,000 hectares.", "The Lomar ferry has 80,000 acres.", "124,000 acres"),
    ("The Lomar ferry sailed on 18 July 2019.", "The Lomar ferry sailed on Wednesday 17 July 2019.", "Thursday 18 July 2019"),
    ("The Lomar ferry cost US$7 million.", "The Lomar ferry cost 7 million euros.", "US$7 million"),
    ("The Lomar ferry made 40 to 60 trips.", "The Lomar ferry made 20 to 30 trips.", "40 to 60 trips"),
    ("The Lomar ferry made its 24th voyage.", "The Lomar ferry made its 41st voyage.", "24th"),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "draft", "suggestion"), FIGURES, ids=[row[2] for row in FIGURES])
def test_what_is_suggested_is_the_whole_amount_in_a_natural_form(statement: str, draft: str, suggestion: str) -> None:
    (fault,) = faults_of(draft, [fact_of(statement)])

    assert fault.suggestion == suggestion
    assert not faults_of(put_in(draft, fault), [fact_of(statement)])


NOT_SAFE = {
    "a second part of the amount": ("The Lomar ferry ran 3 years.", "The Lomar ferry ran 2 years, 4 months."),
    "a mark that groups digits": ("The Lomar ferry has 12,500 seats.", "The Lomar ferry has 12`700 seats."),
    "a weekday beside the date": ("The Lomar ferry sank on 18 July 2019.", "The Lomar ferry sank on 17 July 2019, a Wednesday."),
    "a period beside the sum": ("The Lomar ferry costs US$7 million a year.", "The Lomar ferry costs US$7 million a month."),
    "a bound": ("The Lomar ferry has 85 seats.", "The Lomar ferry has more than 90 seats."),
    "a date before another": ("The Lomar ferry was built in 1915.", "The Lomar ferry was built before 1910."),
    "a figure in a quote": ("The Lomar ferry has 85 seats.", 'Ann Lee said "the Lomar ferry has 87 seats and a bar".'),
}  # fmt: skip


@pytest.mark.parametrize(("statement", "draft"), NOT_SAFE.values(), ids=NOT_SAFE)
def test_what_would_leave_something_beside_it_is_not_suggested(statement: str, draft: str) -> None:
    findings = check_text(draft, [fact_of(statement)])

    assert [finding.suggestion for finding in findings] == [None] * len(findings)


QUOTES = [
    ("the old ferry will sail again after the first snow falls", "the old ferry will sail again before the first snow falls"),
    ("The old ferry will sail again after the first snow.", "The old ferry will sail again before the first snow."),
    ("the old ferry will not sail again before the first snow", "the old ferry will sail again before the first snow"),
    ("the ferry will sail again before the first snow", "the old ferry will sail again before the first snow"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "right"), QUOTES)
@pytest.mark.parametrize("frame", ['Ana Silva said: "{}"', "“{}”, said Ana Silva of the Lomar ferry.", '"{}" He left.'])
def test_a_quote_is_put_right_within_its_marks(frame: str, written: str, right: str) -> None:
    fact = fact_of("Ana Silva spoke of the Lomar ferry.", Quotation(SAID, "Ana Silva"))

    assert mended(frame.format(written), [fact]) in {frame.format(right), None}
    assert mended(f'Ana Silva said: "{written}"', [fact]) == f'Ana Silva said: "{right}"'


SEATS = fact_of("The Lomar ferry has 85 seats.")
CABINS = fact_of("The Lomar ferry has 12 cabins.")


def test_two_suggestions_of_one_sentence_hold_alone_and_together() -> None:
    draft = "The Lomar ferry has 87 seats and two dozen cabins."

    faults = faults_of(draft, [SEATS, CABINS])
    after = put_all_in(draft, faults)

    assert [fault.suggestion for fault in faults] == ["85 seats", "twelve cabins"]
    assert not faults_of(after, [SEATS, CABINS])
    assert [len(faults_of(put_in(draft, fault), [SEATS, CABINS])) for fault in faults] == [1, 1]


def test_a_sentence_of_many_faults_is_read_again_a_bounded_number_of_times() -> None:
    draft = "The Lomar ferry has " + " and ".join(f"{number} seats" for number in range(100, 180)) + "."

    suggested = [finding for finding in check_text(draft, [SEATS]) if finding.suggestion]

    assert len(suggested) <= 16


# Made-up drafts: a true figure in the fact's sentence, a false one in the draft's, in any spelling.

ONES = ["two", "three", "five", "six", "seven", "eight", "nine", "twelve", "fifteen", "twenty", "forty", "ninety"]
SCALES = ["thousand", "million", "billion", "hundred", "dozen"]
digits = st.integers(1, 10**10).map(str) | st.integers(1, 999).map(str)
grouped = st.integers(1, 10**9).map(lambda number: f"{number:,}")
decimals = st.decimals("0.1", "999", places=1).map(str)
numerals = digits | grouped | decimals | grouped.map(lambda text: text.replace(",", "'"))
scaled = st.builds("{} {}".format, st.integers(1, 999) | decimals, st.sampled_from(SCALES[:3]))
spelled = st.sampled_from(ONES) | st.builds("{} {}".format, st.sampled_from(ONES), st.sampled_from(SCALES))
articles = st.sampled_from(["a dozen", "half a million", "a hundred", "two and a half million", "one and a half", "1½"])
amounts = numerals | scaled | spelled | articles
hedged = st.builds("{}{}".format, st.sampled_from(["", "", "about ", "nearly ", "some ", "more than "]), amounts)
ranged = st.builds("{}{}{}".format, amounts, st.sampled_from([" to ", "–", "-", " or "]), amounts)
written = amounts | hedged | ranged

people = written.map("{} passengers".format)
money = st.builds(
    str.format, st.sampled_from(["${}", "US${}", "€{}", "{} euros", "{} dollars", "£{}m", "${}bn"]), written
)
UNITS = [
    "km",
    "miles",
    "metres",
    "-mile",
    "hectares",
    "acres",
    "ha",
    "tonnes",
    "kg",
    "hours",
    "minutes",
    "days",
    "%",
    "°C",
]
measures = st.builds("{}{}{}".format, written, st.sampled_from([" ", " ", ""]), st.sampled_from(UNITS))
compounds = st.builds(
    "{} hours{}{} minutes".format,
    st.integers(1, 30),
    st.sampled_from([", ", " and ", " ", ", and "]),
    st.integers(1, 59),
)
figures = people | money | measures | compounds
frames = st.sampled_from(["The Lomar ferry took {} last year.", "{} were on the Lomar ferry.", "(The Lomar ferry: {})"])


def value_said(surface: str) -> Value:
    found = [mention for mention in find_mentions(surface) if mention.kind != "quote"]
    assume(len(found) == 1 and found[0].surface == surface)
    return found[0].value


def obeys_the_law(draft: str, fact: Fact) -> None:
    """Each suggestion alone, and all of them, leave one mention of the right value and nothing else changed."""
    before = check_text(draft, [fact])
    for finding in (each for each in before if each.suggestion):
        after = check_text(put_in(draft, finding), [fact])
        there = [each for each in after if each.span.start == finding.span.start]
        assert [each.surface for each in there] == [finding.suggestion]
        assert there[0].verdict not in FAULTS
        says_right(put_in(draft, finding), there[0], fact.value)
        assert outside(after, there[0]) == outside(before, finding)
    remaining = faults_of(put_all_in(draft, before), [fact])
    assert len(remaining) <= len([each for each in before if each.verdict in FAULTS and not each.suggestion])


def outside(findings: list[Finding], finding: Finding) -> list[str]:
    first, last = finding.span
    return [each.surface for each in findings if each.span.end <= first or last <= each.span.start]


def says_right(text: str, finding: Finding, right: Value) -> None:
    value = next(mention.value for mention in find_mentions(text) if mention.span == finding.span)
    if isinstance(right, Quantity) and {"count", "number"} >= {right.dimension}:
        assert isinstance(value, Quantity)
        value, right = (Quantity(q.amount, None, q.lower, q.upper, quantum=q.quantum) for q in (value, right))
    assert compare(value, right).holds


@settings(deadline=None, max_examples=150)
@given(true=figures, false=figures, frame=frames)
def test_a_figure_put_in_is_that_of_the_fact(true: str, false: str, frame: str) -> None:
    fact = fact_of(f"The Lomar ferry took {true} last year.", value_said(true))

    obeys_the_law(frame.format(false), fact)


@settings(deadline=None, max_examples=150)
@given(true=amounts, false=written, unit=st.sampled_from([" passengers", " euros", " miles", " hours", "%"]))
def test_a_figure_of_the_same_unit_put_in_is_that_of_the_fact(true: str, false: str, unit: str) -> None:
    fact = fact_of(f"The Lomar ferry took {true}{unit} last year.", value_said(true + unit))

    obeys_the_law(f"The Lomar ferry took {false}{unit} last year.", fact)


days = st.dates(date(1900, 1, 1), date(2030, 12, 31))
DAY_FORMS = [
    "{0.day} {month} {0.year}", "{month} {0.day}, {0.year}", "{month} {0.day}", "the {0.day}th of {month}", "{0.year}",
    "{weekday}, {0.day} {month} {0.year}", "{weekday} {month} {0.day}", "{short} {0.day} {month} {0.year}", "{0}",
    "{0.day:02}/{0.month:02}/{0.year}", "{0.month}/{0.day}/{0.year}", "{month} {0.year}", "{0.year}-{next}", "{month}",
    "{0.day} to {later} {month} {0.year}", "{0.day} {month} {0.year}, a {weekday}", "{0.day}.{0.month}.{0.year}",
]  # fmt: skip


def shown(form: str, day: date) -> str:
    weekday = f"{day:%A}"
    return form.format(
        day, month=MONTHS[day.month - 1], weekday=weekday, short=weekday[:3], next=day.year + 1, later=day.day + 2
    )


@settings(deadline=None, max_examples=150)
@given(true=days, apart=st.integers(-400, 400), form=st.sampled_from(DAY_FORMS), frame=st.sampled_from([
    "The Lomar ferry first sailed on {}.", "{}: the Lomar ferry first sailed.", "The Lomar ferry ({}) first sailed.",
]))  # fmt: skip
def test_a_date_put_in_is_that_of_the_fact(true: date, apart: int, form: str, frame: str) -> None:
    fact = fact_of(f"The Lomar ferry first sailed on {shown(DAY_FORMS[0], true)}.", EdtfDate(true.isoformat()))

    obeys_the_law(frame.format(shown(form, true + timedelta(apart))), fact)


WORDS = [*SAID.split(), "not", "never", "Lomar", "[the]", "…", "snow,", "87", "people"]


@settings(deadline=None, max_examples=150)
@given(data=st.data(), marks=st.sampled_from(['"{}"', "“{}”", "“{},”", "‘{}’"]))
def test_a_quote_put_in_is_what_was_said(data: st.DataObject, marks: str) -> None:
    fact = fact_of("Ana Silva spoke of the Lomar ferry.", Quotation(SAID, "Ana Silva"))
    words = SAID.split()[data.draw(st.integers(0, 4)) :]
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(words) - 1))
        words[at : at + data.draw(st.integers(0, 1))] = data.draw(st.lists(st.sampled_from(WORDS), max_size=2))
        assume(words)

    obeys_the_law(f"Of the Lomar ferry Ana Silva said {marks.format(' '.join(words))}.", fact)
