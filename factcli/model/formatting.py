"""Values as words: as a writer prints them (``US$7 million``, ``18 July 2019``) and as a script reads them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcli.english.calendar import MONTH_NAMES
from factcli.english.number_names import ORDINAL_NAMES
from factcli.errors import FactcliError
from factcli.model.edtf import EdtfDate, parse_edtf
from factcli.model.facts import Fact, Quantity, Quotation, Value
from factcli.model.figure_style import STANDARD, FigureStyle, grouped, ordinal, quantity_in_words

if TYPE_CHECKING:
    from decimal import Decimal

MONTHS = tuple(map(str.capitalize, MONTH_NAMES))
# EDTF codes for parts of a year that have a name of their own.
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_QUARTERS = {"33": "Q1", "34": "Q2", "35": "Q3", "36": "Q4"}
_ORDINAL = re.compile(rf"\b(?:\d+(?:st|nd|rd|th)|{'|'.join(ORDINAL_NAMES[1:11])})\b")
# A figure with more places than this is printed as a power of ten.
_LONGEST_FIGURE = 40


def fact_in_words(fact: Fact, style: FigureStyle = STANDARD) -> str:
    """The value of a fact as a writer prints it; as an ordinal where its source has one (``25th anniversary``)."""
    value = fact.value
    surface = fact.references[0].surface if fact.references else None
    if isinstance(value, Quantity) and value.amount is not None and surface and _ORDINAL.search(surface):
        return " ".join(filter(None, (ordinal(value.amount), None if value.is_rank else value.unit)))
    return value_in_words(value, style)


def value_in_words(value: Value, style: FigureStyle = STANDARD) -> str:
    """``value`` as a writer prints it: ``US$7 million``, ``50,000 ha``, ``18 July 2019``, ``“stronger than ever”``."""
    if isinstance(value, Quantity):
        return quantity_in_words(value, style)
    if isinstance(value, EdtfDate):
        return date_in_words(value)
    return f"“{value.text}”"


def counted(number: int, noun: str) -> str:
    """A number of things, named by a noun in the singular: ``1 fact``, ``2,000 facts``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def without_noun(surface: str, value: Value) -> str:
    """A figure without what it counts: the ``12`` of "12 experts"; any other as it is written."""
    if isinstance(value, Quantity) and value.dimension in {"count", "number"} and value.amount is not None:
        return grouped(value.amount)
    return surface


def plain_value(value: Value) -> str:
    """``value`` as a script reads it: ``7000000 USD``, ``2019-07-18``, the bare words of a quote."""
    if isinstance(value, Quantity):
        return _plain_quantity(value)
    return value.text if isinstance(value, Quotation) else str(value)


def date_in_words(date: EdtfDate) -> str:
    """An EDTF date in words: ``18 July 2019``, ``2007–2015``, ``summer 2019``, ``about 1960``."""
    if not date.is_interval:
        return _point_in_words(str(date))
    begin, _, end = str(date).partition("/")
    if begin in ("", ".."):
        return f"until {_point_in_words(end)}"
    if end in ("", ".."):
        return f"since {_point_in_words(begin)}"
    return _span_in_words(begin, end)


def edtf_in_words(text: str | None) -> str:
    """A date of a record in words; unchanged if it is not valid EDTF, empty for None."""
    try:
        return date_in_words(parse_edtf(text)) if text else ""
    except FactcliError:
        return text or ""


def _plain_quantity(quantity: Quantity) -> str:
    comparator = "" if quantity.comparator == "=" else quantity.comparator
    if quantity.amount is None:
        figure = f"{plain_amount(quantity.lower)}..{plain_amount(quantity.upper)}"
    else:
        figure = plain_amount(quantity.amount)
    rate = f"/{quantity.per}" if quantity.per else ""
    return f"{comparator}{figure}{f' {quantity.unit}' if quantity.unit else ''}{rate}"


def plain_amount(amount: Decimal | None) -> str:
    """The digits of an amount without grouping, empty for None: ``7000000``."""
    if amount is None:
        return ""
    return str(amount) if abs(amount.adjusted()) > _LONGEST_FIGURE else f"{amount:f}"


def _point_in_words(point: str) -> str:
    bare = point.rstrip("?~%")
    doubt = "about " if point.endswith(("~", "%")) else "perhaps " if point.endswith("?") else ""
    year, month, day = [*bare.lstrip("-").split("-"), "", ""][:3]
    year = _year_before_christ(year) if bare.startswith("-") else _year_in_words(year)
    return doubt + " ".join(part for part in (day.lstrip("0").replace("XX", ""), _month_in_words(month), year) if part)


def _year_in_words(year: str) -> str:
    if year == "XXXX":
        return ""
    if year.endswith("XX"):
        return f"{year[:2]}00s"
    return f"{year[:3]}0s" if year.endswith("X") else year.removeprefix("Y").lstrip("0") or "0"


def _year_before_christ(digits: str) -> str:
    """A negative EDTF year: -0043 is 44 BC, because 0000 is 1 BC."""
    return f"{int(digits) + 1} BC" if digits.isdigit() else f"-{digits}"


def _month_in_words(month: str) -> str:
    if month in ("", "XX"):
        return ""
    named = _SEASONS.get(month) or _QUARTERS.get(month)
    return named or (MONTHS[int(month) - 1] if 1 <= int(month) <= len(MONTHS) else "")


def _span_in_words(begin: str, end: str) -> str:
    first, last = _point_in_words(begin), _point_in_words(end)
    if begin.count("-") == end.count("-") == 2 and begin[:7] == end[:7]:  # noqa: PLR2004 - two days of one month
        return f"{first.split(' ', 1)[0]}–{last}"
    dash = "–" if " " not in first + last else " – "
    return f"{first}{dash}{last}"
