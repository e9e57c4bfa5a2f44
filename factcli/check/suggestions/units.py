"""The unit beside an amount of a draft: read, named otherwise, or made singular or plural."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from factcli import units
from factcli.english.nouns import plural
from factcli.model.facts import Quantity
from factcli.model.figure_style import grouped
from factcli.model.formatting import value_in_words
from factcli.units.measures import NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ONE = frozenset({"1", "one", "One"})
_BLANKS = " \u00a0\u202f-"
_PART = re.compile(r"(?P<name>[\s-]?[^\s,]++)(?P<link>.*)", re.DOTALL)


class Beside(NamedTuple):
    """The text before and after an amount."""

    before: str
    after: str


class Part(NamedTuple):
    """A part of a compound: of "2 hours and 41 minutes" the unit, its name with the blank, and what links the next."""

    unit: str
    name: str
    link: str


def ways_to_name(before: str, after: str, draft: Quantity, right: Quantity) -> Iterator[Beside]:
    """The ways to name the unit of ``right`` where the draft names its own before or after the amount."""
    if right.unit is None:
        return
    if right.dimension == "money":
        named = before.strip() or after.strip(_BLANKS)
        if units.parse_unit(named) == draft.unit and not (before.strip() and after.strip()):
            yield Beside(value_in_words(Quantity(Decimal(1), right.unit)).replace("1", ""), "")
        return
    name = after.strip(_BLANKS)
    if units.parse_unit(name) != draft.unit:
        return
    gap = after[: len(after) - len(after.lstrip(_BLANKS))]
    yield from (Beside(before, text) for text in _named_after(name, gap, right.unit))


def _named_after(name: str, gap: str, unit: str) -> Iterator[str]:
    named = NAMES.get(unit, ())
    if name in units.symbols() and name.lower() not in units.names() and unit != "pp":
        yield gap + unit if unit != "%" else unit
    for each in named[:1]:
        yield f"{gap or ' '}{each if '-' in gap else units.plural(each)}"


def with_number(after: str, unit: str | None, shown: str) -> str:
    """The text after the amount, its last word singular after a one and plural after any other amount."""
    head, space, word = after.rpartition(" ")
    if unit is None or not space:
        return after
    is_one = shown in _ONE
    for single, many in _forms(unit):
        if is_one and word.lower() == many and many != single:
            return f"{head} {_cased(single, word)}"
        if not is_one and word.lower() == single:
            return f"{head} {_cased(many, word)}"
    return after


def _cased(form: str, like: str) -> str:
    return form.capitalize() if like[:1].isupper() else form


def _forms(unit: str) -> Iterator[tuple[str, str]]:
    if units.dimension_of(unit) == "count":
        last = unit.rpartition(" ")[2]
        yield last, plural(last)
    for name in NAMES.get(unit, ()):
        yield name, units.plural(name)


def converted(amount: Decimal, unit: str | None, other: str | None, *, is_difference: bool = False) -> Decimal:
    """The amount in another unit of the same dimension."""
    zero, one = (units.to_base(Decimal(number), other, is_difference=is_difference)[0] for number in (0, 1))
    return (units.to_base(amount, unit, is_difference=is_difference)[0] - zero) / (one - zero)


def read_parts(surface: str, found: Sequence[tuple[int, int]]) -> list[Part]:
    """The amounts of a compound with their units, the largest first; empty where it is not one."""
    ends = [start for start, _ in found[1:]] + [len(surface)]
    parts = [_part(surface[stop:end]) for (_, stop), end in zip(found, ends, strict=True)]
    named = [part for part in parts if part]
    return named if len(named) == len(found) and not surface[: found[0][0]].strip() else []


def _part(after: str) -> Part | None:
    match = _PART.match(after)
    unit = units.parse_unit(match["name"].strip(_BLANKS)) if match else None
    return Part(unit, match["name"], match["link"]) if match and unit else None


def split_among(parts: Sequence[Part], amount: Decimal, unit: str | None) -> Iterator[str]:
    """The amount in the same units, if it divides evenly; parts that are zero are left out."""
    least = converted(amount, unit, parts[-1].unit)
    if least != least.to_integral_value() or least < 0:
        return
    text, link = "", ""
    for part in parts:
        count, least = divmod(least, converted(Decimal(1), part.unit, parts[-1].unit))
        if count:
            text += f"{link if text else ''}{count:f}{with_number(part.name, part.unit, f'{count:f}')}"
            link = part.link
    if text:
        yield text


def in_words(quantity: Quantity) -> str:
    """The quantity with the name of its unit: ``3 hours``."""
    if quantity.amount is None or not NAMES.get(quantity.unit or ""):
        return value_in_words(quantity)
    name = NAMES[quantity.unit or ""][0]
    return f"{grouped(quantity.amount)} {name if quantity.amount == 1 else units.plural(name)}"
