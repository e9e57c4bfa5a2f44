"""Figures as a writer prints them: ``US$7 million``, ``50,000 ha``, ``85 people``, in the style of a house."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, NamedTuple

from factcli import units
from factcli.english.nouns import is_plural, plural
from factcli.units.measures import DIMENSIONS, NAMES

if TYPE_CHECKING:
    from factcli.model.facts import Quantity

Scales = Literal["words", "letters", "digits"]

_HEDGES = {"=": "", "~": "about ", ">": "more than ", ">=": "at least ", "<": "less than ", "<=": "up to "}
_CURRENCY_SIGNS = {
    "USD": "US$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹", "AUD": "A$", "CAD": "C$", "NZD": "NZ$",
    "HKD": "HK$", "SGD": "S$", "BRL": "R$", "KRW": "₩", "ILS": "₪", "NGN": "₦", "UAH": "₴", "VND": "₫", "TRY": "₺",
}  # fmt: skip
_CLOSE_UNITS = frozenset({"%", "°", "′", "″"})
# Units of measure whose symbol prose does not use, or only in tables.
_SPELT_OUT = frozenset({"mi", "ft", "in", "yd", "nmi", "h", "min", "s", "pp", "ly", "bbl", "kn"})
# The largest scale first: its power of ten, its word, its letters, the most decimals that are read at a glance.
_SCALES = ((12, "trillion", "tn", 3), (9, "billion", "bn", 3), (6, "million", "m", 2))
# A figure with more places than this is printed as a power of ten.
_LONGEST_FIGURE = 40
_SHORT_SCALE = re.compile(r"\d ?(?:mn?|bn?|tn)\b")
_MANY_DIGITS = re.compile(r"\d{7}|\d[,.'’ \u00a0\u2009\u202f]\d{3}[,.'’ \u00a0\u2009\u202f]\d{3}")
_VOWEL_SOUNDS = ("a", "e", "i", "o", "u", "hour")
_SILENT_VOWELS = ("uni", "use", "eu", "one")


class FigureStyle(NamedTuple):
    """How a house prints figures: the scales of large ones, and what sets thousands apart.

    ``scales`` is ``words`` for US$7 million, ``letters`` for US$7m, ``digits`` for US$7,000,000.
    """

    scales: Scales = "words"
    thousands: str = ","


STANDARD = FigureStyle()


def style_of(surface: str) -> FigureStyle:
    """The style in which a writer printed a figure, so that another one beside it can be printed alike.

    >>> style_of("US$9m").scales, style_of("US$9,000,000").scales, style_of("9 people").scales
    ('letters', 'digits', 'words')
    """
    if _MANY_DIGITS.search(surface):
        return FigureStyle("digits")
    return FigureStyle("letters" if _SHORT_SCALE.search(surface) else "words")


def quantity_in_words(quantity: Quantity, style: FigureStyle = STANDARD) -> str:
    """A quantity with its hedge, sign or unit, and what it is counted per: ``up to 3,000 soldiers a year``; ``2nd``."""
    if quantity.is_rank and quantity.amount is not None:
        return _HEDGES[quantity.comparator] + ordinal(quantity.amount)
    if quantity.lower is not None and quantity.upper is not None and quantity.amount is None:
        figure = _range(quantity.lower, quantity.upper, style)
    else:
        figure = scaled(quantity.amount or Decimal(0), style)
    rate = _rate(quantity.per) if quantity.per else ""
    return f"{_HEDGES[quantity.comparator]}{_with_unit(figure, quantity.unit)}{rate}"


def ordinal(amount: Decimal) -> str:
    """The amount as a place in an order: ``2nd``, ``1,011th``."""
    is_teen = amount % 100 in (11, 12, 13)
    return f"{amount:,f}{'th' if is_teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(int(amount % 10), 'th')}"


def scaled(amount: Decimal, style: FigureStyle = STANDARD) -> str:
    """The exact amount with its scale, ``7 million``; with thousands set apart where it has too many decimals."""
    scale = _scale_of(amount, style)
    if scale is None:
        return grouped(amount, style.thousands)
    return f"{_within(amount, scale[0])}{_named(scale, style)}"


def grouped(amount: Decimal, thousands: str = ",") -> str:
    """The amount with thousands set apart: ``50,000``."""
    if abs(amount.adjusted()) > _LONGEST_FIGURE:
        return str(amount)
    return f"{amount:,f}".replace(",", thousands)


def _scale_of(amount: Decimal, style: FigureStyle) -> tuple[int, str, str, int] | None:
    """The largest scale in which the amount has few decimals; None for none."""
    if style.scales == "digits" or abs(amount.adjusted()) > _LONGEST_FIGURE:
        return None
    fitting = (scale for scale in _SCALES if amount.adjusted() >= scale[0])
    largest = next(fitting, None)
    return largest if largest and _decimals(amount, largest[0]) <= largest[3] else None


def _decimals(amount: Decimal, power: int) -> int:
    exponent = amount.scaleb(-power).normalize().as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0


def _within(amount: Decimal, power: int) -> str:
    return f"{amount.scaleb(-power).normalize():,f}"


def _named(scale: tuple[int, str, str, int], style: FigureStyle) -> str:
    _, word, letters, _ = scale
    return letters if style.scales == "letters" else f" {word}"


def _range(lower: Decimal, upper: Decimal, style: FigureStyle) -> str:
    """Both ends, with one scale for both where they have the same: ``5–7 million``."""
    scale, other = _scale_of(upper, style), _scale_of(lower, style)
    if scale is None or scale != other:
        in_digits = style._replace(scales="digits")
        return f"{scaled(lower, in_digits)}–{scaled(upper, in_digits)}"
    return f"{_within(lower, scale[0])}–{_within(upper, scale[0])}{_named(scale, style)}"


def _with_unit(figure: str, unit: str | None) -> str:
    if unit is None:
        return figure
    if unit in _CURRENCY_SIGNS:
        return f"-{_CURRENCY_SIGNS[unit]}{figure[1:]}" if figure.startswith("-") else f"{_CURRENCY_SIGNS[unit]}{figure}"
    if unit in _CLOSE_UNITS:
        return figure + unit
    if units.dimension_of(unit) == "money":
        return f"{unit} {figure}" if unit.isupper() else f"{figure} {unit}"
    return f"{figure} {_unit_in_words(unit, is_one=figure in ('1', '-1'))}"


def _unit_in_words(unit: str, *, is_one: bool) -> str:
    """The unit after an amount: a noun in its number, the symbol of a measure as it is."""
    if unit in DIMENSIONS:
        names = NAMES[unit]
        if unit not in names and unit not in _SPELT_OUT:
            return unit
        name = unit if unit in names else names[0]
        return name if is_one else units.plural(name)
    return unit if is_one else _plural_of_phrase(unit)


def _plural_of_phrase(noun: str) -> str:
    """The plural of a noun that is counted, of its last word if it has several; a symbol or name stays."""
    last = noun.rpartition(" ")[2]
    if not (last.isalpha() and last.islower()) or is_plural(last):
        return noun
    return noun.removesuffix(last) + plural(last)


def _rate(per: str) -> str:
    """What a rate is counted per: ``a year``, ``an hour``, ``per 100,000 people``, ``per km``."""
    amount, _, noun = per.partition(" ")
    if noun and amount.isdecimal():
        return f" per {_with_unit(scaled(Decimal(amount)), noun)}"
    name = _unit_in_words(per, is_one=True)
    if per not in DIMENSIONS or (name == per and per not in NAMES[per]):
        return f" per {name}"
    is_vowel = name.startswith(_VOWEL_SOUNDS) and not name.startswith(_SILENT_VOWELS)
    return f" {'an' if is_vowel else 'a'} {name}"
