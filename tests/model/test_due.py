"""A review is a date or a period, and says from which day a fact is to be looked at again."""

from __future__ import annotations

from datetime import date

import pytest

from factcli.errors import FactcliError
from factcli.model.due import checked_review, due_day, is_due, parse_period
from factcli.model.edtf import EdtfDate
from factcli.model.facts import Fact, Quantity

DAYS = [
    ("2027-03-01", None, date(2027, 3, 1)),
    ("2027-03", None, date(2027, 3, 1)),
    ("2027", "2019", date(2027, 1, 1)),
    ("1y", "2025-06-30", date(2026, 6, 30)),
    ("6 months", "2025-08-31", date(2026, 2, 28)),
    ("1 month", "2024-01-31", date(2024, 2, 29)),
    ("2w", "2025-12-25", date(2026, 1, 8)),
    ("90 days", "2025-01", date(2025, 5, 1)),
    ("1y", "2020/2023", date(2024, 12, 31)),
    ("1y", None, None),
    ("1y", "XXXX-07-18", None),
    ("1y", "2020/..", None),
    ("9999y", "2020", date.max),
    ("1y", "-0044", None),
]


def fact(review: str | None, as_of: str | None = None, **fields: object) -> Fact:
    held = EdtfDate(as_of) if as_of else None
    return Fact(id="x", kind="figure", statement="S.", value=Quantity(None), review=review, as_of=held, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(("review", "as_of", "expected"), DAYS)
def test_the_day_from_which_a_fact_is_due(review: str, as_of: str | None, expected: date | None) -> None:
    assert due_day(fact(review, as_of)) == expected


@pytest.mark.parametrize(
    "text", ["soon", "1", "y", "0d", "1.5y", "12345d", "1 fortnight", "2027-13", "", "1y" * 5000, "+1y", "१y"]
)
def test_what_is_neither_a_date_nor_a_period_is_refused(text: str) -> None:
    with pytest.raises(FactcliError, match="is neither a date nor a period"):
        checked_review(text)


def test_a_fact_without_review_and_a_deprecated_one_are_never_due() -> None:
    assert not is_due(fact(None, "1990"), date(2026, 1, 1))
    assert not is_due(fact("2020", rank="deprecated"), date(2026, 1, 1))


def test_a_period_is_counted_back_too() -> None:
    assert parse_period("1y").before(date(2024, 2, 29)) == date(2023, 2, 28)
