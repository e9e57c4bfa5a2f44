"""When a fact is to be looked at again: its ``review``, a date or a period, comes in; a day goes out."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from factcli.errors import FactcliError
from factcli.model.edtf import EdtfError, parse_edtf

if TYPE_CHECKING:
    from factcli.model.edtf import Day
    from factcli.model.facts import Fact

_PERIOD = re.compile(
    r"(?P<count>[1-9][0-9]{0,3}) ?(?P<unit>d|w|m|y)(?:(?<=d)ays?|(?<=w)eeks?|(?<=m)onths?|(?<=y)ears?)?"
)
_DAYS = {"d": 1, "w": 7}
_MONTHS = {"m": 1, "y": 12}
_MONTHS_OF_A_YEAR = 12


class Period(NamedTuple):
    """A length of time in days and calendar months."""

    days: int = 0
    months: int = 0

    def after(self, day: date) -> date:
        """The day that is so long after ``day``; the last day of a month that is too short."""
        return self._moved(day, 1)

    def before(self, day: date) -> date:
        """The day that is so long before ``day``."""
        return self._moved(day, -1)

    def _moved(self, day: date, sign: int) -> date:
        year, month = divmod(day.year * _MONTHS_OF_A_YEAR + day.month - 1 + sign * self.months, _MONTHS_OF_A_YEAR)
        if not MINYEAR <= year < MAXYEAR:
            return date.max if sign > 0 else date.min
        moved = date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
        try:
            return moved + timedelta(days=sign * self.days)
        except OverflowError:
            return date.max if sign > 0 else date.min


def today() -> date:
    """The day on the calendar of whoever runs the command."""
    from datetime import datetime

    return datetime.now().astimezone().date()


def parse_period(text: str) -> Period:
    """A period as it is typed (``90d``, ``6 months``, ``1y``); raises :class:`FactcliError`.

    >>> parse_period("1y").after(date(2024, 2, 29))
    datetime.date(2025, 2, 28)
    """
    match = _PERIOD.fullmatch(text.strip().lower())
    if match is None:
        raise FactcliError(f"'{text}' is not a period", hint="write 90d, 6 months or 1y")
    count, unit = int(match["count"]), match["unit"]
    return Period(count * _DAYS.get(unit, 0), count * _MONTHS.get(unit, 0))


def checked_review(text: str) -> str:
    """The text, if it is a date or a period; raises :class:`FactcliError`."""
    try:
        _review_day(text)
    except EdtfError:
        try:
            parse_period(text)
        except FactcliError as error:
            hint = "write 2027-01-31, 2027-01, 90d, 6 months or 1y"
            raise FactcliError(f"'{text}' is neither a date nor a period", hint=hint) from error
    return text


def due_day(fact: Fact) -> date | None:
    """The day from which a fact is due for review; None if never, or if a period has nothing to be counted from."""
    if fact.review is None or fact.rank == "deprecated":
        return None
    try:
        return _review_day(fact.review)
    except EdtfError:
        held = held_on(fact)
        return parse_period(fact.review).after(held) if held else None


def held_on(fact: Fact) -> date | None:
    """The last day of a fact's ``as_of``; None without one, or where it is not a day of this calendar."""
    return _as_date(fact.as_of.latest) if fact.as_of else None


def is_due(fact: Fact, day: date) -> bool:
    """Whether a fact is due for review on that day."""
    due = due_day(fact)
    return due is not None and due <= day


def _review_day(text: str) -> date | None:
    return _as_date(parse_edtf(text).earliest)


def _as_date(day: Day | None) -> date | None:
    return date(*day) if day and MINYEAR <= day.year <= MAXYEAR else None
