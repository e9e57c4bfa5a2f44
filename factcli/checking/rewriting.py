"""The right value in the draft's own style: "US$8m" becomes "US$7m", "on 17 July" "on 18 July"."""

# ruff: noqa: SIM905 - word tables read best as prose
from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from factcli import units
from factcli.compare_quotes import words_of
from factcli.edtf import EdtfDate
from factcli.model import Quantity, Quotation

if TYPE_CHECKING:
    from factcli.model import Mention, Value

_NUMERAL = re.compile(r"\d{1,3}(?:[, \u00a0\u202f]\d{3})++(?:\.\d+)?|\d++(?:\.\d++)?")
_SCALE = re.compile(r"\s?-?(?P<scale>thousand|million|billion|trillion|mn|bn|tn|[kmb])(?![a-z])", re.IGNORECASE)
_SCALES = {
    "thousand": 3,
    "k": 3,
    "million": 6,
    "mn": 6,
    "m": 6,
    "billion": 9,
    "bn": 9,
    "b": 9,
    "trillion": 12,
    "tn": 12,
}
_SIGNS = {"USD": ("US$", "$"), "EUR": ("€",), "GBP": ("£",), "JPY": ("¥",)}
_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SPELLED = re.compile(
    rf"\b(?:(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_ONES[1:10])}))?|{'|'.join(_ONES)})\b", re.IGNORECASE
)
_MONTHS = "January February March April May June July August September October November December".split()
_MONTH = re.compile(r"\b(?:" + "|".join(f"{month[:3]}(?:{month[3:]}|t)?" for month in _MONTHS) + r")\b(?P<dot>\.)?")
_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")
_DAY = re.compile(r"(?<!\d)[0-3]?\d(?P<suffix>st|nd|rd|th)?(?![\d:])")
_ISO = re.compile(r"\d{4}-\d{2}(?:-\d{2})?")
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b,?\s?", re.IGNORECASE)
_MOST_DIGITS = 4


def rewrite(mention: Mention, right: Value) -> str | None:
    """The surface of ``mention`` with the value ``right``; None where its style leaves no safe way to say it."""
    if isinstance(right, Quantity) and isinstance(mention.value, Quantity):
        return _figure(mention, mention.value, right)
    if isinstance(right, EdtfDate) and isinstance(mention.value, EdtfDate):
        return _date(mention.surface, right)
    if isinstance(right, Quotation) and isinstance(mention.value, Quotation):
        return _quote(mention.surface, mention.value.text, right.text)
    return None


def _figure(mention: Mention, draft: Quantity, right: Quantity) -> str | None:
    amount = _in_unit_of(right, draft)
    if amount is None or draft.amount is None or draft.comparator not in {"=", "~"}:
        return None
    surface = mention.surface
    if draft.unit != right.unit and right.dimension == "money":
        surface = _with_sign(surface, right.unit) or ""
    numeral = _NUMERAL.search(surface)
    if numeral:
        return _with_numeral(surface, numeral, amount, draft)
    spelled = _SPELLED.search(surface)
    return _with_spelled(surface, spelled, amount) if spelled else None


def _in_unit_of(right: Quantity, draft: Quantity) -> Decimal | None:
    """The right amount in the unit of the draft; None where there is no way from one to the other."""
    if right.amount is None:
        return None
    if right.dimension != draft.dimension or right.dimension in {"money", "count", "number"}:
        same_kind = {right.dimension, draft.dimension} <= {"count", "number"} or right.dimension == draft.dimension
        return right.amount if same_kind else None
    zero, one = (units.to_base(Decimal(number), draft.unit)[0] for number in (0, 1))
    return (units.to_base(right.amount, right.unit)[0] - zero) / (one - zero)


def _with_sign(surface: str, unit: str | None) -> str | None:
    """The surface with the sign of another currency; None where it is spelled out."""
    signs = _SIGNS.get(unit or "")
    found = next((sign for row in _SIGNS.values() for sign in row if sign in surface), None)
    return surface.replace(found, signs[0]) if signs and found else None


def _with_numeral(surface: str, numeral: re.Match[str], amount: Decimal, draft: Quantity) -> str | None:
    scale = _SCALE.match(surface, numeral.end())
    is_scaled = scale is not None and abs(draft.amount or Decimal(0)) >= 1000  # noqa: PLR2004 - "8 m" is a length
    power = _SCALES[scale["scale"].lower()] if scale and is_scaled else 0
    shown = _shown(amount.scaleb(-power), numeral[0])
    return surface[: numeral.start()] + shown + surface[numeral.end() :] if shown else None


def _shown(amount: Decimal, like: str) -> str | None:
    """The amount with as many decimals as it needs, or as were written, and grouped as the draft groups."""
    places = len(like.partition(".")[2])
    if amount.normalize().as_tuple().digits.__len__() > _MOST_DIGITS and amount != amount.to_integral_value():
        amount = amount.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    text = f"{amount:,f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    separator = next((mark for mark in like if mark in ", \u00a0\u202f"), "," if abs(amount) >= 10_000 else "")  # noqa: PLR2004
    return text.replace(",", separator)


def _with_spelled(surface: str, spelled: re.Match[str], amount: Decimal) -> str | None:
    words = _spell(amount)
    if words is None or _SCALE.match(surface, spelled.end()):
        return None
    words = words.capitalize() if spelled[0][0].isupper() else words
    return surface[: spelled.start()] + words + surface[spelled.end() :]


def _spell(amount: Decimal) -> str | None:
    """A whole number below a thousand in words, or in digits from a hundred on."""
    if amount != amount.to_integral_value() or not 0 <= amount < 1000:  # noqa: PLR2004 - what is spelled in prose
        return None
    number = int(amount)
    if number < len(_ONES):
        return _ONES[number]
    if number < 100:  # noqa: PLR2004 - two digits
        tens, ones = divmod(number, 10)
        return _TENS[tens - 2] + (f"-{_ONES[ones]}" if ones else "")
    return str(number)


def _date(surface: str, right: EdtfDate) -> str | None:
    if right.is_interval:
        ends = [right.text.partition("/")[0], right.text.partition("/")[2]]
        years = _YEAR.findall(surface)
        if len(years) == 2 and all(_YEAR.fullmatch(end) for end in ends):  # noqa: PLR2004 - a span of years
            first, second = _YEAR.finditer(surface)
            return (
                surface[: first.start()]
                + ends[0]
                + surface[first.end() : second.start()]
                + ends[1]
                + surface[second.end() :]
            )
        return None
    year, month, day = (*right.text.rstrip("~?%").split("-"), "", "")[:3]
    if _ISO.fullmatch(surface):
        return right.text[: len(surface)] if len(right.text) >= len(surface) else None
    return _date_in_words(surface, year, month, day)


def _date_in_words(surface: str, year: str, month: str, day: str) -> str | None:
    named, years = list(_MONTH.finditer(surface)), list(_YEAR.finditer(surface))
    days = [match for match in _DAY.finditer(surface) if not any(y.start() <= match.start() < y.end() for y in years)]
    if (
        max(len(named), len(years), len(days)) > 1
        or (days and not day)
        or (named and not month)
        or not (named or years)
    ):
        return None
    changes = [(match, year) for match in years if "X" not in year]
    changes += [(match, _month_like(match[0], int(month))) for match in named if int(month) <= len(_MONTHS)]
    changes += [(match, _day_like(match, int(day))) for match in days]
    for match, text in sorted(changes, key=lambda change: -change[0].start()):
        surface = surface[: match.start()] + text + surface[match.end() :]
    return _WEEKDAY.sub("", surface)


def _month_like(written: str, month: int) -> str:
    name = _MONTHS[month - 1]
    is_short = len(written.rstrip(".")) == 3 and written not in {"May", "May."}  # noqa: PLR2004 - Jan, Feb
    return name[:3] + ("." if written.endswith(".") else "") if is_short else name


def _day_like(match: re.Match[str], day: int) -> str:
    if not match["suffix"]:
        return str(day)
    teens = 10 <= day % 100 <= 20  # noqa: PLR2004 - eleventh to thirteenth
    return f"{day}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"


def _quote(surface: str, draft: str, stored: str) -> str | None:
    """The stored words in the draft's marks, where the draft quotes the whole without an ellipsis or a bracket."""
    if (
        any(mark in draft for mark in ("…", "...", "["))
        or abs(len(words_of(draft)) - len(words_of(stored))) > _MOST_DIGITS
    ):
        return None
    return surface.replace(draft, stored) if draft in surface else None
