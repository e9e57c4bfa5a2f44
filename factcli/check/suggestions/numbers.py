"""An amount in the style of another: digits, "3 million", "8.5bn", words, with the draft's grouping and capital."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from factcli.english.number_names import CARDINAL_NAMES, TEN_NAMES
from factcli.english.numbers import MANY_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.model.facts import Quantity

# The families of scale words and signs; one may be replaced by another of the same family.
_FAMILIES: tuple[dict[str, int], ...] = (
    {"thousand": 3, "million": 6, "billion": 9, "trillion": 12},
    {"k": 3, "m": 6, "bn": 9, "tn": 12},
    {"k": 3, "mn": 6, "bn": 9, "tn": 12},
    {"k": 3, "m": 6, "b": 9, "tn": 12},
)
_SCALES = {name: power for family in _FAMILIES for name, power in family.items()}

_GROUPED = r"\d{1,3}(?:[,'’ \u00a0\u202f]\d{3})++(?!\d)(?:\.\d++)?"
_NUMERAL = rf"(?:{_GROUPED}|\d++(?:,\d{{2,3}})*+(?:\.\d++)?)"
_FRACTION = r"(?:\s?[¼½¾⅓⅔]|(?:\s|-)\d{1,2}/\d{1,2}(?!\d))"
_NUMBER_WORD = rf"(?:{'|'.join((*TEN_NAMES, *sorted(CARDINAL_NAMES, key=len, reverse=True)))})"
_MANY_WORD = rf"(?:{'|'.join(MANY_NAMES)})s?"
_LINK = r"(?:\s|-)(?:and(?:\s|-))?(?:an?\s)?"
_TOKEN = (
    rf"(?:(?<![\d.,]){_NUMERAL}{_FRACTION}?+|[¼½¾⅓⅔]|(?<![^\W\d_])(?:{_NUMBER_WORD}|{_MANY_WORD}|half|quarter)(?!\w))"
)
AMOUNT = re.compile(
    rf"(?:(?<!\w)(?:half\s)?an?\s(?={_MANY_WORD}(?!\w)))?{_TOKEN}(?:{_LINK}{_TOKEN}){{0,12}}+"
    r"(?P<letter>\s?-?(?:mn|bn|tn|[kmb])(?![a-z]))?",
    re.IGNORECASE,
)
"""An amount with all of its words: "8", "two dozen", "3 billion", "half a million", "six hundred and two", "1½"."""
_SCALED = re.compile(
    rf"(?P<numeral>{_NUMERAL})(?P<gap>\s?-?)(?P<scale>{'|'.join(sorted(_SCALES, key=len, reverse=True))})(?![a-z])",
    re.IGNORECASE,
)
_MOST_DIGITS = 4
_GROUPED_FROM = 10_000
_LEAST_ROUNDED = 3
_IN_WORDS_FROM = 1_000_000


def amounts_like(
    written: str, amount: Decimal, draft: Quantity, *, draft_amount: Decimal | None = None
) -> Iterator[str]:
    """The ways to write ``amount`` in the style of ``written``, the nearest to it first.

    ``draft_amount`` is what was written, where it is not the amount of the draft but an end of its range.
    """
    was = draft_amount if draft_amount is not None else draft.amount or Decimal(0)
    scaled = _SCALED.fullmatch(written)
    if scaled and abs(was) >= 1000:  # noqa: PLR2004 - "8 m" is a length
        yield from _scaled_ways(scaled, amount)
    elif not written[0].isdigit():
        yield from (spelled(words, written) for words in _in_words(amount))
    elif not written[-1].isdigit():
        yield from in_figures_and_words(amount)
    like = written if re.fullmatch(_NUMERAL, written) else ""
    if like and abs(was) < _IN_WORDS_FROM <= abs(amount) and _is_short(amount):
        yield from in_figures_and_words(amount)
    yield from _digits(amount, like)


def _scaled_ways(written: re.Match[str], amount: Decimal) -> Iterator[str]:
    """With the scale of the draft, or with another of its family where that says a number that one reads."""
    own = written["scale"].lower()
    family = next(row for row in _FAMILIES if own in row)
    is_part = _is_plain(written["numeral"]) and Decimal(written["numeral"].replace(",", "")) < 1
    for name in sorted(family, key=lambda name: (name != own, -family[name])):
        number = amount.scaleb(-family[name])
        if _is_readable(number, is_part=is_part) if name == own else _is_natural(number, family[name]):
            shown = written["scale"] if name == own else spelled(name, written["scale"])
            yield from (f"{digits}{written['gap']}{shown}" for digits in _digits(number, written["numeral"]))


def _is_readable(number: Decimal, *, is_part: bool) -> bool:
    """Whether a writer would use this number of millions; tenths only where the draft has a part too."""
    return (Decimal("0.1") if is_part else 1) <= abs(number) < 1000  # noqa: PLR2004 - "999 million"


def _is_natural(number: Decimal, power: int) -> bool:
    """Whether one would change to this scale: not for "3.48 thousand"."""
    return _is_readable(number, is_part=False) and (power > 3 or number == number.to_integral_value())  # noqa: PLR2004


def _is_short(amount: Decimal) -> bool:
    return len(amount.normalize().as_tuple().digits) <= _LEAST_ROUNDED


def _is_plain(numeral: str) -> bool:
    return numeral.replace(",", "").replace(".", "", 1).isdigit()


def _digits(amount: Decimal, like: str) -> Iterator[str]:
    """In digits: as exact as the draft where all digits are too many, then with three digits, then with all."""
    is_long = len(amount.normalize().as_tuple().digits) > _MOST_DIGITS and amount != amount.to_integral_value()
    if is_long:
        places = len(like.partition(".")[2])
        yield _grouped(amount.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP), like)
        yield _grouped(rounded_to(amount, _LEAST_ROUNDED), like)
    yield _grouped(amount, like)


def _grouped(amount: Decimal, like: str) -> str:
    """The digits, grouped as the draft groups, without zeros that say nothing."""
    text = f"{amount:,f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    separator = next((mark for mark in like if mark in ", \u00a0\u202f'’"), "," if abs(amount) >= _GROUPED_FROM else "")
    return text.replace(",", separator)


def rounded_to(amount: Decimal, digits: int) -> Decimal:
    """The amount rounded to this many significant digits, halves away from zero."""
    return amount.quantize(Decimal(1).scaleb(amount.adjusted() - digits + 1), ROUND_HALF_UP) if amount else amount


def spelled(words: str, like: str) -> str:
    """The words with the capitals of ``like``."""
    if like.isupper() and len(like) > 1:
        return words.upper()
    return words[0].upper() + words[1:] if like[0].isupper() else words


def _in_words(amount: Decimal) -> Iterator[str]:
    """In words, where that is short: up to ninety-nine, and whole hundreds, thousands, millions or billions."""
    whole = _below_a_hundred(amount)
    if whole:
        yield whole
        return
    for name, power in (("hundred", 2), *_FAMILIES[0].items()):
        count = _below_a_hundred(amount.scaleb(-power)) if power != 2 or abs(amount) < 1000 else None  # noqa: PLR2004
        if count and count != "zero":
            yield f"{count} {name}"
            return
    yield from in_figures_and_words(amount)


def in_figures_and_words(amount: Decimal) -> Iterator[str]:
    """``3.4 million``: from a million on, where few digits are all."""
    for name, power in reversed(_FAMILIES[0].items()):
        number = amount.scaleb(-power)
        if power > 3 and 1 <= abs(number) < 1000:  # noqa: PLR2004 - not "3.4 thousand", nor "3,400 million"
            yield from (f"{digits} {name}" for digits in _digits(number, ""))


def _below_a_hundred(amount: Decimal) -> str | None:
    if amount != amount.to_integral_value() or not 0 <= amount < 100:  # noqa: PLR2004 - what is spelled in prose
        return None
    number = int(amount)
    if number < len(CARDINAL_NAMES):
        return CARDINAL_NAMES[number]
    tens, ones = divmod(number, 10)
    return TEN_NAMES[tens - 2] + (f"-{CARDINAL_NAMES[ones]}" if ones else "")
