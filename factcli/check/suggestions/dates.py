"""A date in the form of another: "Wednesday, July 17th" for 18 July 2019 becomes "Thursday, July 18th"."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from factcli.english.calendar import WEEKDAY_NAMES
from factcli.model.edtf import days_in_month
from factcli.model.formatting import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.model.edtf import EdtfDate

_MONTH = re.compile(r"\b(?:" + "|".join(f"{month[:3]}(?:{month[3:]}|t)?" for month in MONTHS) + r")\b(?P<dot>\.)?")
_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")
_DAY = re.compile(r"(?<!\d)[0-3]?\d(?P<suffix>st|nd|rd|th)?(?![\d:])")
_ISO = re.compile(r"\d{4}-\d{2}(?:-\d{2})?")
_NUMERIC = re.compile(r"(?P<first>\d{1,2})(?P<mark>[./-])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4})")
_WEEKDAYS = tuple(map(str.capitalize, WEEKDAY_NAMES))
_WEEKDAY = re.compile(
    rf"\b(?P<name>{'|'.join(_WEEKDAYS)}|Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b(?P<gap>\.?,?\s?)", re.IGNORECASE
)
_SHORT = 3

_Change = tuple[re.Match[str], str]


class _Parts(NamedTuple):
    """Where a date in words names its parts."""

    months: list[re.Match[str]]
    years: list[re.Match[str]]
    days: list[re.Match[str]]

    @property
    def counts(self) -> tuple[int, int, int]:
        """How many months, years and days are named."""
        return len(self.months), len(self.years), len(self.days)


def rewrite_date(surface: str, draft: EdtfDate, right: EdtfDate) -> Iterator[str]:
    """The ways to say ``right`` in the form in which ``surface`` says ``draft``; none where the form cannot hold it."""
    if right.is_interval:
        begin, _, end = right.text.partition("/")
        yield from _span(surface, begin, end)
        return
    year, month, day = _split(right.text)
    if _ISO.fullmatch(surface) and len(right.text) >= len(surface):
        yield right.text[: len(surface)]
    elif numeric := _NUMERIC.fullmatch(surface):
        yield from _numeric(numeric, _split(draft.text), (year, month, day))
    else:
        yield from _in_words(surface, year, month, day)


def _split(text: str) -> tuple[str, str, str]:
    year, month, day = (*text.rstrip("~?%").split("-"), "", "")[:3]
    return year, month, day


def _span(surface: str, begin: str, end: str) -> Iterator[str]:
    """Two years, or two days of one month, in place of two others."""
    parts, (first, last) = _parts(surface), (_split(begin), _split(end))
    if parts.counts == (0, 2, 0) and _YEAR.fullmatch(begin) and _YEAR.fullmatch(end):
        yield _changed(surface, list(zip(parts.years, (begin, end), strict=True)))
    elif parts.counts in {(1, 0, 2), (1, 1, 2)} and first[:2] == last[:2] and first[2] and last[2]:
        year, month, _ = first
        days = [(match, _day_like(match, int(day))) for match, day in zip(parts.days, (first[2], last[2]), strict=True)]
        yield _changed(surface, [*days, *_months_and_years(parts, year, month)])


def _numeric(written: re.Match[str], draft: tuple[str, str, str], right: tuple[str, str, str]) -> Iterator[str]:
    """``17/07/2019`` -> ``18/07/2019``: in the order in which the draft was read, with its zeros."""
    (_, _, draft_day), (year, month, day) = draft, right
    if not (draft_day and day):
        return
    is_day_first = int(written["first"]) == int(draft_day)
    is_padded = len(written["first"]) == len(written["second"]) == 2  # noqa: PLR2004 - two digits
    ordered = (day, month) if is_day_first else (month, day)
    shown = ordered if is_padded else tuple(part.lstrip("0") for part in ordered)
    yield written["mark"].join((*shown, year))


def _in_words(surface: str, year: str, month: str, day: str) -> Iterator[str]:
    parts = _parts(surface)
    months, years, days = parts.counts
    if _WEEKDAY.fullmatch(surface) and (named := _weekday(year, month, day)):
        # Whether it is the one of that week is known when the sentence is read again.
        yield _with_weekday(surface, named)
        return
    if max(parts.counts) > 1 or not (months or years) or (days and not day) or (months and not month):
        return
    changes = [*_months_and_years(parts, year, month), *((match, _day_like(match, int(day))) for match in parts.days)]
    yield _with_weekday(_changed(surface, changes), _weekday(year, month, day))


def _parts(surface: str) -> _Parts:
    years = list(_YEAR.finditer(surface))
    inside = [range(*match.span()) for match in years]
    days = [match for match in _DAY.finditer(surface) if not any(match.start() in year for year in inside)]
    return _Parts(list(_MONTH.finditer(surface)), years, days)


def _months_and_years(parts: _Parts, year: str, month: str) -> list[_Change]:
    changes = [(match, year) for match in parts.years if "X" not in year]
    is_month = month.isdigit() and 1 <= int(month) <= len(MONTHS)
    return changes + [(match, _month_like(match[0], int(month))) for match in parts.months if is_month]


def _changed(surface: str, changes: list[_Change]) -> str:
    for match, text in sorted(changes, key=lambda change: -change[0].start()):
        surface = surface[: match.start()] + text + surface[match.end() :]
    return surface


def _month_like(written: str, month: int) -> str:
    name = MONTHS[month - 1]
    is_short = len(written.rstrip(".")) == _SHORT and written not in {"May", "May."}
    return name[:_SHORT] + ("." if written.endswith(".") else "") if is_short else name


def _day_like(match: re.Match[str], day: int) -> str:
    return f"{day}{ending_of(day)}" if match["suffix"] else str(day)


def ending_of(number: int) -> str:
    """What follows the digits of a rank or a day: ``st``, ``nd``, ``rd`` or ``th``."""
    is_teen = 10 <= number % 100 <= 20  # noqa: PLR2004 - eleventh to thirteenth
    return "th" if is_teen else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _weekday(year: str, month: str, day: str) -> str | None:
    """The name of the day, None where it is not known."""
    if not (year.isdigit() and month.isdigit() and day.isdigit()) or not 1 <= int(year) <= date.max.year:
        return None
    if not 1 <= int(month) <= len(MONTHS) or not 1 <= int(day) <= days_in_month(int(year), int(month)):
        return None
    return _WEEKDAYS[date(int(year), int(month), int(day)).weekday()]


def _with_weekday(surface: str, right: str | None) -> str:
    """The date with the weekday that it was, or without one."""
    if right is None:
        return _WEEKDAY.sub("", surface)
    return _WEEKDAY.sub(lambda match: _weekday_like(match["name"], right) + match["gap"], surface)


def _weekday_like(written: str, name: str) -> str:
    shown = name if written.lower().endswith("day") else name[:_SHORT]
    return shown.upper() if written.isupper() else shown
