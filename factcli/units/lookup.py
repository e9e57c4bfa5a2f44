"""Units of money and measure: what a unit measures, how it converts, and how writers spell it.

The rows are in ``factcli.units.measures`` and ``factcli.units.currencies``; this module only looks them up.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from factcli.units import currencies, measures
from factcli.units.currencies import ISO_4217, MONEY_NAMES
from factcli.units.factors import FACTORS, OFFSETS
from factcli.units.measures import DIMENSIONS


def dimension_of(unit: str | None) -> str:
    """What ``unit`` measures: ``money``, ``length``, ...; ``count`` for a counted noun, ``number`` for None."""
    if unit is None:
        return "number"
    if unit in DIMENSIONS:
        return DIMENSIONS[unit]
    return "money" if unit in ISO_4217 or unit in MONEY_NAMES or unit == "BTC" else "count"


def to_base(amount: Decimal, unit: str | None, *, is_difference: bool = False) -> tuple[Decimal, str | None]:
    """The amount in the base unit of its dimension, with that unit: 500 km² is 500 000 000 m².

    Temperatures are read as points of their scale, 0 °C is 273.15 K, unless they are a difference of two.  Money and
    counted nouns have no base: they come back as they are.
    """
    if unit is None or unit not in FACTORS:
        return amount, unit
    shifted = amount + Decimal(OFFSETS[unit]) if unit in OFFSETS and not is_difference else amount
    return shifted * Decimal(FACTORS[unit]), measures.BASES[DIMENSIONS[unit]]


def parse_unit(name: str) -> str | None:
    """The canonical unit of any name, sign or symbol that a writer may type; None if it names no unit known here.

    >>> parse_unit("square kilometres"), parse_unit("km2"), parse_unit("euros"), parse_unit("soldier")
    ('km²', 'km²', 'EUR', None)
    """
    typed = " ".join(name.split())
    lowered = typed.lower()
    return (
        symbols().get(typed)
        or (typed.upper() if typed.upper() in ISO_4217 else None)
        or money_names().get(lowered)
        or names().get(lowered)
        or currencies.SIGNS.get(lowered)
        or symbols().get(lowered)
        or (lowered if lowered in MONEY_NAMES else None)
    )


@cache
def symbols() -> dict[str, str]:
    """Every spelling of every symbol of measure, as cased, with its canonical unit."""
    found = {spelling: unit for unit, others in measures.SYMBOLS.items() for spelling in (unit, *others)}
    for short, word in (("sq ", "square "), ("cu ", "cubic ")):
        found |= {word + symbol.removeprefix(short): unit for symbol, unit in found.items() if symbol.startswith(short)}
    return found


@cache
def names() -> dict[str, str]:
    """Every name of every unit of measure, in lower case, singular and plural, with its canonical unit."""
    singulars = {name: unit for unit, named in measures.NAMES.items() for name in named}
    singulars |= {f"{degree} {name}": unit for name, unit in measures.SCALES.items() for degree in ("degree", "deg")}
    for part, variant in measures.VARIANTS:
        singulars |= {name.replace(part, variant): unit for name, unit in singulars.items() if part in name}
    return singulars | {plural(name): unit for name, unit in singulars.items()}


@cache
def money_names() -> dict[str, str]:
    """Every name of every currency, in lower case, singular and plural, with its unit."""
    found = {name: name for name in MONEY_NAMES} | currencies.PLAIN
    for code, (adjectives, noun) in currencies.NAMED.items():
        found |= {f"{currencies.TWO_WORDS.get(word, word)} {noun}": code for word in adjectives.split()}
        if noun not in found:
            found[noun] = code
    found |= {name.replace("ruble", "rouble"): unit for name, unit in found.items() if "ruble" in name}
    return found | {form: unit for name, unit in found.items() for form in (f"{name}s", _money_plural(name))}


def may_be_one_currency(left: str | None, right: str | None) -> bool:
    """Whether one is the name of a currency without its country, and the other has that name: "franc" and CHF."""
    return _is_called(left, right) or _is_called(right, left)


def _is_called(code: str | None, name: str | None) -> bool:
    noun = currencies.NAMED.get(code or "", ("", ""))[1]
    return name in MONEY_NAMES and (noun == name or (name == "kr" and noun in {"krone", "krona"}))


def plural(name: str) -> str:
    """The plural of a unit's name: "square mile" has "square miles", "metre per second" has "metres per second"."""
    head, separator, rest = _split_head(name)
    before, space, noun = head.rpartition(" ")
    return before + space + measures.IRREGULAR_PLURALS.get(noun, f"{noun}s") + separator + rest


def _split_head(name: str) -> tuple[str, str, str]:
    for separator in (" per ", " a ", " an ", " to the ", "-per-"):
        head, found, rest = name.partition(separator)
        if found and head not in {"", "per"}:
            return head, found, rest
    if name.startswith("degree "):
        head, found, rest = name.partition(" ")
        return head, found, rest
    return name, "", ""


def _money_plural(name: str) -> str:
    if name in currencies.IRREGULAR_PLURALS:
        return currencies.IRREGULAR_PLURALS[name]
    before, space, noun = name.rpartition(" ")
    return before + space + currencies.IRREGULAR_PLURALS.get(noun, f"{noun}s")
