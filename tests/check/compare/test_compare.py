"""Tables of claims and facts, and the laws that hold for every value."""

# ruff: noqa: FBT001 - the truth values are what the tables state
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcli.check.compare.dates import compare_dates, may_include, weekday_differs
from factcli.check.compare.quantities import agrees, compare, same_noun
from factcli.model.edtf import EdtfDate
from factcli.model.facts import Comparator, Quantity, Quotation, Value

YES, NO, OPEN = True, False, None


def figure(
    amount: str,
    unit: str | None = None,
    *,
    quantum: str | float | None = None,
    comparator: Comparator = "=",
    per: str | None = None,
) -> Quantity:
    return Quantity(
        Decimal(amount), unit, comparator=comparator, quantum=None if quantum is None else Decimal(quantum), per=per
    )


def span(lower: int, upper: int, unit: str | None = None) -> Quantity:
    return Quantity(None, unit, lower=Decimal(lower), upper=Decimal(upper))


EXACT = figure("8804190", "person", quantum=1)
SIDE = figure("85", "person", quantum=1)

QUANTITIES = [
    ("the same", figure("85", "person"), SIDE, YES, "same"),
    ("another value", figure("87", "person", quantum=1), SIDE, NO, "other-value"),
    ("rounded to the scale word", figure("8.8e6", "person", quantum="1e5"), EXACT, YES, "rounded"),
    ("rounded the wrong way", figure("8.9e6", "person", quantum="1e5"), EXACT, NO, "wrong-rounding"),
    ("half rounds up", figure("3", quantum=1), figure("2.5", quantum="0.1"), OPEN, "coarse-rounding"),
    ("half never rounds down", figure("88", "%", quantum=1), figure("88.5", "%", quantum="0.1"), NO, "wrong-rounding"),
    ("half rounds up to the next", figure("89", "%", quantum=1), figure("88.5", "%", quantum="0.1"), YES, "rounded"),
    ("round thousands", figure("50000", quantum=10000), figure("49870", quantum=10), YES, "rounded"),
    ("a round figure far from the exact one", figure("50000", quantum=10000), figure("46100"), OPEN, "coarse-rounding"),
    ("small numbers are counted", figure("90", "person", quantum=10), SIDE, NO, "other-value"),
    ("twenty is not twelve rounded", figure("2e4", quantum="1e4"), figure("12345", quantum=1), NO, "other-value"),
    ("a mile too far", figure("30", "mile", quantum=10), figure("21", "mile", quantum=1), NO, "other-value"),
    ("about", figure("90", "person", quantum=10, comparator="~"), SIDE, YES, "rounded"),
    ("about, but too far", figure("120", "person", quantum=10, comparator="~"), SIDE, NO, "other-value"),
    ("finer than the fact", EXACT, figure("8.8e6", "person", quantum="1e5"), OPEN, "finer-than-the-fact"),
    ("more than", figure("80", "person", comparator=">"), SIDE, YES, "bound-holds"),
    ("fewer than", figure("80", "person", comparator="<"), SIDE, NO, "bound-fails"),
    ("more than the very number", figure("85", "person", comparator=">"), SIDE, NO, "bound-fails"),
    ("at least the very number", figure("85", "person", comparator=">="), SIDE, YES, "bound-holds"),
    ("the same bound", figure("950", comparator=">"), figure("950", comparator=">"), YES, "bound-holds"),
    ("a bound of the fact", figure("900", comparator=">"), figure("950", comparator=">"), YES, "bound-holds"),
    ("a little over the bound of the fact", figure("960"), figure("950", comparator=">"), OPEN, "fact-is-a-bound"),
    ("below the bound of the fact", figure("900"), figure("950", comparator=">"), NO, "outside-the-bound"),
    ("another unit", figure("500", "km²", quantum=100), figure("50000", "ha", quantum=10000), YES, "same"),
    ("rounded in another unit", figure("28", "mi", quantum=1), figure("45", "km", quantum=1), YES, "rounded"),
    ("wrong in another unit", figure("45", "mi", quantum=1), figure("45", "km", quantum=1), NO, "other-value"),
    ("another dimension", figure("45", "kg"), figure("45", "km"), OPEN, "other-unit"),
    ("another currency", figure("7e6", "EUR"), figure("7e6", "USD"), NO, "other-currency"),
    ("a currency without its country", figure("7e6", "franc"), figure("7e6", "CHF"), YES, "same"),
    ("another sum of it", figure("7.1e6", "DKK"), figure("7e6", "krone"), NO, "other-value"),
    ("a sign for three currencies", figure("7e6", "kr"), figure("7e6", "SEK"), YES, "same"),
    ("a franc is not a krone", figure("7e6", "franc"), figure("7e6", "NOK"), NO, "other-currency"),
    ("francs of two countries", figure("7e6", "BEF"), figure("7e6", "CHF"), NO, "other-currency"),
    ("a currency with one country", figure("7e6", "USD"), figure("7e6", "CAD"), NO, "other-currency"),
    ("perhaps an exchange", figure("6.2e6", "EUR"), figure("7e6", "USD"), OPEN, "other-currency"),
    ("percent and a fraction", figure("0.5"), figure("50", "%", quantum=1), YES, "same"),
    ("percent and points", figure("11", "percentage point"), figure("11", "%"), NO, "percent-or-points"),
    ("lives and people", figure("85", "life"), SIDE, YES, "same"),
    ("injured and dead", figure("85", "injured"), figure("85", "dead"), OPEN, "other-noun"),
    ("a rate and a total", figure("2e9", "USD"), figure("2e9", "USD", per="year"), OPEN, "other-rate"),
    ("a range around it", span(80, 90, "person"), SIDE, YES, "range-holds"),
    ("a range beside it", span(90, 95, "person"), SIDE, NO, "outside-the-range"),
    ("a number in the range of the fact", figure("7"), span(5, 10), OPEN, "inside-the-range"),
    ("a number beside the range of the fact", figure("12"), span(5, 10), NO, "outside-the-range"),
    ("the same range", span(5, 10), span(5, 10), YES, "same"),
    ("ranges that overlap", span(5, 12), span(7, 15), NO, "other-range"),
    ("a range that ends later", span(5, 15), span(5, 10), NO, "other-range"),
    ("a range that begins later", span(7, 10), span(5, 10), NO, "other-range"),
    ("a wider range", span(4, 12), span(5, 10), YES, "range-holds"),
    ("more than, against a range", figure("4", comparator=">"), span(5, 10), YES, "range-holds"),
    ("gain and loss", figure("-5", "%", quantum=1), figure("5", "%", quantum=1), NO, "other-value"),
]


@pytest.mark.parametrize(
    ("claim", "fact", "holds", "reason"), [row[1:] for row in QUANTITIES], ids=[row[0] for row in QUANTITIES]
)
def test_a_claimed_figure_against_a_fact(claim: Value, fact: Value, holds: bool | None, reason: str) -> None:
    assert compare(claim, fact) == (holds, reason)


DATES = [
    ("2019-07-18", "2019-07-18", YES),
    ("2019-07", "2019-07-18", YES),
    ("2019", "2019-07-18", YES),
    ("XXXX-07-18", "2019-07-18", YES),
    ("2019-07-18", "XXXX-07-18", YES),
    ("XXXX-07-18", "XXXX-07-18", YES),
    ("XXXX-07-18", "XXXX-07-19", NO),
    ("XXXX-07", "XXXX-07-19", YES),
    ("2019-07-19", "XXXX-07-18", NO),
    ("2019", "XXXX-07-18", OPEN),
    ("2019-07-18", "2019-07", OPEN),
    ("2019-07-19", "2019-07-18", NO),
    ("2019-08", "2019-07-18", NO),
    ("2018", "2019-07-18", NO),
    ("2019-07-20/2019-07-21", "2019-07-20", YES),
    ("2007/2015", "2007/2015", YES),
    ("2007/2017", "2007/2015", NO),
    ("2010", "2007/2015", OPEN),
    ("2016/..", "2019", YES),
    ("../2015", "2019", NO),
    ("../XXXX-03-11", "XXXX-03-10", YES),
    ("XXXX-03-11/..", "2020-03-10", NO),
    ("2016", "2016/..", YES),
    ("2015", "2016/..", NO),
    ("2018", "2016/..", OPEN),
    ("2016~", "2017", OPEN),
    ("2013~", "2017", NO),
    ("1990/1999", "1994-05", YES),
    ("2019-22", "2019-07", YES),
]


@pytest.mark.parametrize(("claim", "fact", "holds"), DATES)
def test_a_claimed_date_against_a_fact(claim: str, fact: str, holds: bool | None) -> None:
    assert agrees(EdtfDate(claim), EdtfDate(fact)) is holds


@pytest.mark.parametrize(
    ("surface", "date", "differs"),
    [
        ("Thursday 18 July 2019", "2019-07-18", False),
        ("Friday, 18 July 2019", "2019-07-18", True),
        ("Friday 18 July", "XXXX-07-18", False),
        ("18 July 2019", "2019-07-18", False),
    ],
)
def test_a_weekday_must_be_that_of_the_day(surface: str, date: str, differs: bool) -> None:
    assert weekday_differs(surface, EdtfDate(date)) is differs


def test_values_of_different_kinds_are_not_compared() -> None:
    assert compare(EdtfDate("2019"), figure("2019")) == (None, "other-kind")


def test_lives_and_victims_are_counted_alike_but_not_the_injured() -> None:
    assert same_noun("life", "victim")
    assert not same_noun("injured", "victim")


amounts = st.decimals("0.001", "1e12", places=3)
quantums = st.sampled_from([None, Decimal("0.1"), Decimal(1), Decimal(1000)])
unit_names = st.sampled_from([None, "person", "USD", "km", "ha", "%"])
exact_quantities = st.builds(Quantity, amounts, unit_names, quantum=quantums)
quantities = st.builds(
    Quantity, amounts, unit_names, comparator=st.sampled_from(["=", "~", "<=", ">="]), quantum=quantums
)
days = st.dates().map(lambda day: EdtfDate(day.isoformat()))


@given(quantities)
def test_every_quantity_agrees_with_itself(quantity: Quantity) -> None:
    assert agrees(quantity, quantity) is True


@given(days)
def test_every_date_agrees_with_itself(date: EdtfDate) -> None:
    assert agrees(date, date) is True


@given(exact_quantities, st.decimals("0.1", "1000", places=1))
def test_more_than_something_smaller_holds_and_fewer_than_it_does_not(fact: Quantity, less: Decimal) -> None:
    smaller = fact.amount - less

    assert agrees(Quantity(smaller, fact.unit, comparator=">"), fact) is True
    assert agrees(Quantity(smaller, fact.unit, comparator="<"), fact) is False


@given(exact_quantities)
def test_about_never_contradicts_what_holds_exactly(fact: Quantity) -> None:
    assert agrees(Quantity(fact.amount, fact.unit, comparator="~", quantum=fact.quantum), fact) is True


@given(st.text(alphabet="abcdefgh ", min_size=3))
def test_a_quote_agrees_with_itself_or_says_nothing(text: str) -> None:
    assert agrees(Quotation(text), Quotation(text)) is not False


def test_the_end_of_february_is_compared_in_any_year() -> None:
    assert agrees(EdtfDate("XXXX-02-21~/XXXX-02-29~"), EdtfDate("2019-06-01")) is False


def degrees(amount: str, unit: str, *, is_difference: bool) -> Quantity:
    return Quantity(Decimal(amount), unit, quantum=Decimal("0.1"), is_difference=is_difference)


@pytest.mark.parametrize(
    ("claim", "fact", "holds"),
    [
        (degrees("7.2", "°F", is_difference=True), degrees("4", "°C", is_difference=True), True),
        (degrees("7.2", "°F", is_difference=True), degrees("4", "°C", is_difference=False), True),
        (degrees("39.2", "°F", is_difference=True), degrees("4", "°C", is_difference=True), False),
        (degrees("39.2", "°F", is_difference=False), degrees("4", "°C", is_difference=False), True),
    ],
)
def test_a_difference_of_temperatures_is_compared_without_their_zeros(
    claim: Quantity, fact: Quantity, *, holds: bool
) -> None:
    assert agrees(claim, fact) is holds


def test_day_without_its_year_is_not_in_a_year_before_christ() -> None:
    assert compare_dates(EdtfDate("XXXX-04-19"), EdtfDate("-0299")).holds is None


def test_span_without_a_year_that_ends_in_the_year_after_is_not_within_any_other() -> None:
    assert compare_dates(EdtfDate("XXXX-07-10/XXXX-07-20"), EdtfDate("XXXX-12-30/XXXX-01-02")).holds is False


_DATES_OF_ALL_KINDS = (
    "2019", "2019-07", "2019-07-18", "2019-12-31", "2019-22", "201X", "19XX", "-0299", "2019~", "2018-12/2019-02",
    "2007/2015", "2010/2019", "1997~/1999~", "2019-11/2020-02", "2018-07-18/2019-07-20", "/2019",
    "XXXX-07", "XXXX-07-18", "XXXX-02-29", "XXXX-24", "XXXX-07-10/XXXX-07-20", "XXXX-12-30/XXXX-01-02",
    "XXXX-11/XXXX-02", "XXXX-01/XXXX-12", "XXXX-01-02", "XXXX-07-11~/XXXX-07-20~",
)  # fmt: skip


@pytest.mark.parametrize("claim", _DATES_OF_ALL_KINDS)
def test_date_that_another_holds_or_an_end_of_it_may_be_included(claim: str) -> None:
    ours = EdtfDate(claim)
    for text in _DATES_OF_ALL_KINDS:
        for stated in filter(None, (text, *text.split("/"))):
            if compare_dates(ours, EdtfDate(stated)).holds or ours.covers(EdtfDate(stated)):
                assert may_include(ours, EdtfDate(text)), text


def test_dates_that_are_apart_cannot_include_each_other() -> None:
    apart = [("2019", "2018-12"), ("2018-12", "XXXX-11-30"), ("XXXX-07", "1998"), ("1990/1999", "2003/2005")]

    assert not any(may_include(EdtfDate(one), EdtfDate(other)) for one, other in apart)
