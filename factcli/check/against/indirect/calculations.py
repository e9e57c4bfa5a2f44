"""What a figure may be calculated from, by the words around it: two amounts come in, what they give goes out."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from factcli.check.against.likeness import Likeness, family_of, in_base, is_fraction, likeness
from factcli.check.deriving.elapsed import fit_of_duration
from factcli.english.reckoning.rising import APART, FALLING, LASTING, REST, RISING, TAKEN_TOGETHER
from factcli.mentions.amounts.numerals import is_integral
from factcli.model.edtf import EdtfDate
from factcli.model.facts import Quantity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factcli.check.passages import Figure, Passage
    from factcli.model.facts import Span, Value

# So many words before a figure, or after it, may say how it was calculated.
_WORDS_AROUND = 5
_NEAR = 4
_HUNDRED = Decimal(100)
# "£1,450 over budget"
_PAST_A_MARK = (["over"], ["under"], ["beyond"])
_POINTS = frozenset({"pp", "point"})
_PERCENT = ("percent", None)
# "0.3 degrees warmer" has no scale.
_DEGREES = ("°", "temperature")

_LENGTHS = frozenset({"year", "month", "week", "day"})
# "At fourteen she was apprenticed."
_AT_AGE = (["at"], ["aged"], ["age"])
_OLDEST = 120
# Two days of a year that is not told: no leap year.
_SOME_YEAR = "2001"

HOW = RISING | FALLING | APART | LASTING
"""Words that say how a figure was calculated, not what it measures."""


class Calculation(NamedTuple):
    """What gives a figure, in words: "€212 million less €187.5 million"; and where, None where the draft has both."""

    words: str
    source: int | None = None
    span: Span | None = None


class Way(NamedTuple):
    """A calculation with two amounts, the greater first: its words, and what it gives."""

    words: str
    result: Callable[[Decimal, Decimal], Decimal]


_LESS = Way("{greater} less {smaller}", lambda greater, smaller: greater - smaller)
_PLUS = Way("{greater} plus {smaller}", lambda greater, smaller: greater + smaller)
_RISE = Way("{smaller} to {greater}", lambda greater, smaller: (greater - smaller) / smaller)
_FALL = Way("{greater} to {smaller}", lambda greater, smaller: (greater - smaller) / greater)
_SHARE = Way("{smaller} of {greater}", lambda greater, smaller: smaller / greater)
_TIMES = Way("{greater} over {smaller}", lambda greater, smaller: greater / smaller)


def ways_of(figure: Figure, passage: Passage) -> list[Way]:
    """The calculations that the words around a figure claim; "length of time" is none of them."""
    value = figure.value
    if not isinstance(value, Quantity) or value.amount is None or figure.mention.kind == "ordinal":
        return []
    before, after = _words_around(figure, passage)
    return list((_ways_of_share if is_share(value) else _ways_of_amount)(value, before, after))


def _words_around(figure: Figure, passage: Passage) -> tuple[list[str], list[str]]:
    span = figure.mention.span
    before = [word.text for word in passage.words if word.end <= span.start]
    after = [word.text for word in passage.words if word.start >= span.end]
    if before[-1:] == ["than"]:
        before = before[:-2]  # "more than half" tells of no rise
    reach = 2 * _WORDS_AROUND if before[-1:] == ["from"] else _WORDS_AROUND
    return before[-reach:], after[:_WORDS_AROUND]


def _ways_of_share(value: Quantity, before: list[str], after: list[str]) -> Iterator[Way]:
    near = {*before, *after}
    if near & (RISING | APART):
        yield _RISE
    if near & (FALLING | APART):
        yield _FALL
    if near & TAKEN_TOGETHER:
        yield _PLUS
    if value.unit != "%" or "of" in [*before, *after[:2]] or before[-1:] in (["or"], ["("], [","]):
        yield _SHARE


def _ways_of_amount(value: Quantity, before: list[str], after: list[str]) -> Iterator[Way]:
    near = {*before, *after}
    if value.unit == "time":
        yield _TIMES
    if before[-1:] == ["from"] and near & FALLING:
        yield _PLUS  # "down from 3,555", where 640 fewer are left
    if near & (RISING | FALLING | APART | REST) or before[-1:] == ["by"] or after[:1] in _PAST_A_MARK:
        yield _LESS
    if near & TAKEN_TOGETHER or ":" in after:
        yield _PLUS


def is_share(value: Quantity) -> bool:
    """Whether an amount is a part of another: in per cent, or a fraction."""
    return value.unit == "%" or is_fraction(value)


def calculated(claim: Quantity, way: Way, one: Value, other: Value) -> tuple[Quantity, Quantity] | None:
    """The greater and the smaller of two values, if they give the claim that way; None where they do not."""
    amounts = _amounts_of(one, other)
    if amounts is None:
        return None
    (most, greater), (least, smaller) = amounts
    if not least:
        return None
    if way in {_RISE, _FALL} and greater.unit == "%":
        return None
    result = way.result(most, least)
    if way is _PLUS and greater.unit == "%":
        result /= _HUNDRED
    if is_share(claim):
        fits = _is_share_of(claim, result)
    elif way is _TIMES:
        fits = likeness(claim, Quantity(result, claim.unit, quantum=Decimal(0))) is not None
    else:
        fits = _are_of_kind(claim, greater) and _is_amount_of(claim, result, greater)
    return (greater, smaller) if fits else None


def _amounts_of(one: Value, other: Value) -> list[tuple[Decimal, Quantity]] | None:
    """Two amounts of one family in its base unit, the greater first; None where they cannot be reckoned with."""
    found = [each for each in (one, other) if isinstance(each, Quantity) and each.amount is not None]
    if len(found) < len((one, other)):
        return None
    if len({is_fraction(each) for each in found}) > 1:
        return None
    if _are_temperatures(found):
        based = [(each.amount or Decimal(0), each) for each in found]
    elif any(each.dimension == "number" for each in found):
        # A unit is often said once: "of the 5.4 km, 4.1 have been dug".
        unit = next((each for each in found if each.dimension != "number"), found[0])
        based = [(in_base(each.amount, unit) or Decimal(0), each) for each in found]
    elif family_of(found[0]) == family_of(found[1]):
        based = [(in_base(each.amount, each) or Decimal(0), each) for each in found]
    else:
        return None
    if any(amount < 0 for amount, _ in based):
        return None
    return sorted(based, key=lambda each: -each[0])


def _are_temperatures(found: list[Quantity]) -> bool:
    return all(each.dimension == "temperature" for each in found) and found[0].unit == found[1].unit


def _are_of_kind(claim: Quantity, operand: Quantity) -> bool:
    """Whether the claim may be a sum or difference of such amounts; shares in per cent are points apart."""
    if (claim.unit in _POINTS and family_of(operand) == _PERCENT) or (claim.unit, operand.dimension) == _DEGREES:
        return True
    return claim.unit is None or family_of(claim) == family_of(operand)


def _is_amount_of(claim: Quantity, result: Decimal, operand: Quantity) -> bool:
    # The unit may be said once, of another amount: "to 14.2 million tonnes, from 13.6 million".
    measured = claim if claim.unit else operand
    one = Decimal(1) if measured.unit in _POINTS | {"°C", "°F", "°"} else in_base(Decimal(1), measured)
    if not one or result <= 0:
        return False
    stated = Quantity(result / one, claim.unit, quantum=Decimal(is_integral(result)))
    return likeness(claim, stated) in {Likeness.SAME, Likeness.COARSE}


def gives(claim: Quantity, result: Decimal, unit: str | None) -> bool:
    """Whether a result in a unit is the claim, as far as the claim shows it; one without a unit is of any."""
    plain = Quantity(claim.amount, claim.unit, quantum=claim.quantum, comparator=claim.comparator)
    exact = Quantity(result, unit if claim.unit else None, quantum=Decimal(is_integral(result)))
    return likeness(plain, exact) == Likeness.SAME


def _is_share_of(claim: Quantity, result: Decimal) -> bool:
    bare = claim if claim.unit == "%" else msgspec.structs.replace(claim, unit=None)
    return likeness(bare, Quantity(result * _HUNDRED, "%", quantum=Decimal(0))) in {Likeness.SAME, Likeness.COARSE}


def elapsed(claim: Quantity, one: Value, other: Value) -> bool:
    """Whether it is as long from one date to the other as the claim says."""
    if not (isinstance(one, EdtfDate) and isinstance(other, EdtfDate)) or claim.amount is None:
        return False
    if one.is_yearless and other.is_yearless:
        one, other = (EdtfDate(each.text.replace("XXXX", _SOME_YEAR)) for each in (one, other))
    fits = (_fit(claim, *pair) for pair in ((one, other), (other, one)))
    return any(fits)


def _fit(claim: Quantity, begin: EdtfDate, end: EdtfDate) -> bool:
    is_hedged = claim.comparator != "="
    fit = fit_of_duration(claim.amount or Decimal(0), claim.unit or "", begin, end, is_hedged=is_hedged)
    is_half = not is_integral(claim.amount or Decimal(0))
    return fit is not None and (fit.holds is True or (is_half and fit.holds is None))


def length_of_time(figure: Figure, passage: Passage) -> Quantity | None:
    """The figure, if the words around it say that it is how long something took, or how old somebody was."""
    value = figure.value
    if not isinstance(value, Quantity) or value.amount is None:
        return None
    before, after = _words_around(figure, passage)
    near = [*before[-_NEAR:], *figure.mention.surface.split(), *after[:_NEAR]]
    if value.unit in _LENGTHS and not LASTING.isdisjoint(near):
        return value
    is_age = value.dimension == "number" and before[-1:] in _AT_AGE and value.amount <= _OLDEST
    is_age = is_age and not any(word.is_capital for word in passage.words if word.start == figure.mention.span.end + 1)
    return msgspec.structs.replace(value, unit="year") if is_age else None
