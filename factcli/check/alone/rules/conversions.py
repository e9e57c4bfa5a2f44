"""Conversions in brackets: "500 acres (302 hectares)", "6ft 2in (1.98m)"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcli import units
from factcli.check.alone.disagreements import Disagreement
from factcli.check.alone.exchange_rates import rates_of
from factcli.check.alone.intervals import Interval, digits, ends_of, unit_of, written
from factcli.check.alone.templates import AMOUNT, RANGE, matches
from factcli.check.reasons import Reason
from factcli.mentions.patterns import late_pattern
from factcli.model.facts import Quantity
from factcli.units.factors import OFFSETS
from factcli.units.namesakes import CONVERTED, LOOSE, NAMESAKES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.check.alone.exchange_rates import Pair
    from factcli.check.alone.reading import Reading
    from factcli.model.facts import Mention

_EITHER = f"[{AMOUNT}{RANGE}]"
# Only words that still describe the amount before them may come between: "30 miles long (48 km)".
_PAIR = late_pattern(
    rf"(?P<first>{_EITHER})(?:[ -](?:long|wide|tall|high|deep|away|across|in (?:length|width|height|depth"
    r"|diameter|area)"
    rf"|of [a-z]{{2,15}}+))?+ ?[(\[](?P<second>{_EITHER})(?=[)\]])"
)
_OR = late_pattern(rf"(?P<first>{_EITHER}), or (?P<second>{_EITHER})(?=[,.;)]|$)")
# "The £200,000 fee (€230,000)": what is priced stands between two sums.
_PRICED = late_pattern(
    rf"(?P<first>{AMOUNT})(?: (?!and\b|or\b)[a-z-]{{2,15}}+){{0,3}} \((?P<second>{AMOUNT})(?=\)| at )"
)
# Who writes a multiple of five has rounded freely.
_FREELY_ROUNDED = Decimal("0.085")
_DEGREES = Decimal(1)
_BOILING, _OVEN_SLACK = Decimal(373), Decimal(7)
_SLACK = Decimal("0.01")


def find_wrong_conversions(reading: Reading) -> Iterator[Disagreement]:
    """The amounts in brackets that are not the amount before them in another unit."""
    exchanged = []
    for template in reading.templates:
        if "(" in template or "[" in template or ", or " in template:
            for match in (*matches(_PAIR, template), *matches(_OR, template), *matches(_PRICED, template)):
                first, second = template.group(match, "first"), template.group(match, "second")
                if _are_currencies(first, second):
                    exchanged.append((first, second))
                elif _may_be_compared(first, second) and not _agree(first, second):
                    yield Disagreement(Reason.WRONG_CONVERSION, second.span, first.span, _working(first, second))
    if exchanged:
        yield from _wrong_exchanges(exchanged, rates_of(reading))


def _wrong_exchanges(pairs: list[tuple[Mention, Mention]], rates: dict[Pair, Interval]) -> Iterator[Disagreement]:
    """The sums in brackets that are not the sum before them at the rate that the text gives."""
    for first, second in pairs:
        units = unit_of(first) or "", unit_of(second) or ""
        rate, is_base = rates.get(units), units in rates
        price = rate or rates.get(units[::-1])
        small, large = (first, second) if is_base else (second, first)
        here, there = written(small), written(large)
        if price and here and there:
            exchanged = Interval(here.low * price.low, here.high * price.high)
            if not exchanged.meets(there.widened(there.high * _SLACK)):
                words = f"at {digits((price.low + price.high) / 2)} {unit_of(large)} to 1 {unit_of(small)}"
                working = f"{first.surface} is not {second.surface} {words}"
                yield Disagreement(Reason.WRONG_CONVERSION, second.span, first.span, working)


def _are_currencies(first: Mention, second: Mention) -> bool:
    return unit_of(first) != unit_of(second) and all(
        isinstance(each.value, Quantity) and each.value.dimension == "money" for each in (first, second)
    )


def _may_be_compared(first: Mention, second: Mention) -> bool:
    here, there = first.value, second.value
    if not isinstance(here, Quantity) or not isinstance(there, Quantity):
        return False
    if here.unit == there.unit or here.per != there.per or {here.unit, there.unit} & LOOSE:
        return False
    return here.dimension == there.dimension and here.dimension in CONVERTED and _is_long_enough(here, there)


def _is_long_enough(here: Quantity, there: Quantity) -> bool:
    """Whether both have a factor to the base."""
    return units.to_base(Decimal(1), here.unit)[1] == units.to_base(Decimal(1), there.unit)[1]


def _agree(first: Mention, second: Mention) -> bool:
    """Whether some reading of the two is the same, or nothing certain can be said."""
    here, there = _ends(first), _ends(second)
    if here is None or there is None or len(here) != len(there):
        return True
    pairs = [(one, other) for one in _sizes(unit_of(first)) for other in _sizes(unit_of(second))]
    return any(
        all(_meet(mine, one, its, other, is_difference) for mine, its in zip(here, there, strict=True))
        for one, other in pairs
        for is_difference in ((False, True) if one in OFFSETS or other in OFFSETS else (False,))
    )


def _sizes(unit: str | None) -> tuple[str, ...]:
    return (unit or "", *NAMESAKES.get(unit or "", ()))


def _meet(mine: Interval, unit: str, its: Interval, other: str, is_difference: bool) -> bool:  # noqa: FBT001 - private
    here, there = _based(mine, unit, is_difference), _based(its, other, is_difference)
    slack = _oven_slack(mine, its, here) if unit in OFFSETS else abs(here.high) * _SLACK
    return here.widened(slack).meets(there)


def _oven_slack(mine: Interval, its: Interval, here: Interval) -> Decimal:
    """How far two temperatures may lie apart: cooks call 180 °C 350 °F."""
    are_round = all((each.low + each.high) / 2 % 5 == 0 for each in (mine, its))
    return _OVEN_SLACK if are_round and here.low > _BOILING else Decimal(0)


def _based(interval: Interval, unit: str, is_difference: bool) -> Interval:  # noqa: FBT001 - private
    zero = units.to_base(Decimal(0), unit)[0] if is_difference else Decimal(0)
    return Interval(*(units.to_base(end, unit)[0] - zero for end in interval))


def _ends(mention: Mention) -> list[Interval] | None:
    """What the amount, or both ends of the range, can mean."""
    both, alone = ends_of(mention), written(mention)
    ends = list(both or ([alone] if alone else []))
    if isinstance(mention.value, Quantity) and mention.value.dimension == "temperature":
        return [end.widened(_DEGREES) for end in ends] or None
    return [_loosened(end) for end in ends] or None


def _loosened(interval: Interval) -> Interval:
    middle = (interval.low + interval.high) / 2
    written_out = middle.normalize().as_tuple()
    is_free = middle % 5 == 0 or written_out.digits[-1:] == (5,)
    step = 5 * Decimal(1).scaleb(int(written_out.exponent))
    reach = min(abs(middle) * _FREELY_ROUNDED, step) if is_free else Decimal(0)
    return Interval(min(interval.low, middle - reach), max(interval.high, middle + reach))


def _working(first: Mention, second: Mention) -> str:
    unit = unit_of(second) or ""
    converted = [digits(_converted(end, first, second), _places(end, first, second)) for end in _amounts(first)]
    return f"{first.surface} is {' to '.join(converted)} {unit}"


def _amounts(mention: Mention) -> list[Decimal]:
    value = mention.value
    assert isinstance(value, Quantity)  # noqa: S101 - only amounts are compared
    return [end for end in (value.amount, value.lower, value.upper) if end is not None]


def _converted(amount: Decimal, first: Mention, second: Mention) -> Decimal:
    unit = unit_of(second)
    base = units.to_base(amount, unit_of(first))[0]
    zero, one = (units.to_base(Decimal(number), unit)[0] for number in (0, 1))
    return (base - zero) / (one - zero)


def _places(amount: Decimal, first: Mention, second: Mention) -> int:
    """How many decimals show three digits."""
    return max(0, 2 - abs(_converted(amount, first, second)).adjusted())
