"""A figure in the style of another: "US$8m" for 7,250,000 becomes "US$7.25m", "two dozen experts" "twelve experts".

What is replaced is the whole amount with its scale words ("two dozen", "3 billion", "half a million"), and what is
measured where that is what is wrong.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from factcli.check.compare.quantities import compare_amounts
from factcli.check.suggestions import units as measured
from factcli.check.suggestions.dates import ending_of
from factcli.check.suggestions.numbers import AMOUNT, amounts_like, in_figures_and_words, rounded_to, spelled
from factcli.english.number_names import ORDINAL_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcli.model.facts import MentionKind, Quantity

_PLAIN = frozenset({"count", "number"})
_SHARES = frozenset({"percent", "percentage point"})
_ORDINAL = re.compile(r"(?<![\d,])(?P<digits>\d[\d,]*+)(?:st|nd|rd|th)\b")
_RANKS = (*ORDINAL_NAMES[1:], "twentieth")
_RANK = re.compile(rf"\b(?:{'|'.join(_RANKS)})\b", re.IGNORECASE)
_ENDS = 2
_MINUS = ("-", "−")
# A converted amount is as exact as the one it came from, and never further from it than this share.
_CONVERTED_SHARE = Decimal("0.01")
_MOST_DIGITS = 9


def rewrite_figure(surface: str, kind: MentionKind, draft: Quantity, right: Quantity) -> Iterator[str]:
    """The ways to say ``right`` in the form in which ``surface`` says ``draft``."""
    found = [_without_unit(match, draft) for match in AMOUNT.finditer(surface)]
    if kind == "ordinal":
        yield from _ranks(surface, right)
    elif draft.is_range or right.is_range:
        yield from _ranges(surface, found, draft, right)
    elif draft.amount is None or right.amount is None or draft.comparator not in {"=", "~"}:
        return
    elif len(found) == 1:
        yield from _plain_ways(surface, found[0], draft, right)
    elif found:
        yield from _compound_ways(surface, found, draft, right)


def _without_unit(match: re.Match[str], draft: Quantity) -> tuple[int, int]:
    """The stretch of an amount: the letter of "8 m" is a scale only where the draft's amount is as large."""
    start, end = match.span()
    is_scale = abs(draft.amount or draft.upper or Decimal(0)) >= 1000  # noqa: PLR2004 - "8 m" is a length
    return start, end if not match["letter"] or is_scale else match.start("letter")


def _plain_ways(surface: str, at: tuple[int, int], draft: Quantity, right: Quantity) -> Iterator[str]:
    start, end = at
    before, written, after = surface[:start], surface[start:end], surface[end:]
    for unit in measured.ways_to_name(before, after, draft, right) if draft.unit != right.unit else ():
        if right.dimension == "money":
            yield from (f"{unit.before}{shown}" for shown in _after_sign(written, _amount(right), draft))
        elif _is_wrong_unit(draft, right):
            yield unit.before + written + unit.after
    for amount in _in_unit_of(right, draft):
        unsigned = abs(amount) if before.endswith(_MINUS) and amount < 0 else amount
        for shown in amounts_like(written, unsigned, draft):
            yield before + shown + measured.with_number(after, draft.unit, shown)


def _after_sign(written: str, amount: Decimal, draft: Quantity) -> Iterator[str]:
    """The amount after the sign of a currency, where words are not possible."""
    if written[0].isdigit():
        yield from amounts_like(written, amount, draft)
    else:
        yield from in_figures_and_words(amount)


def _is_wrong_unit(draft: Quantity, right: Quantity) -> bool:
    """Whether the number is right, and what it measures is not."""
    if draft.unit == right.unit or {draft.dimension, right.dimension} & _PLAIN:
        return False
    is_like = draft.dimension == right.dimension or {draft.dimension, right.dimension} <= _SHARES
    return is_like and bool(compare_amounts(draft, right).holds)


def _in_unit_of(right: Quantity, draft: Quantity) -> Iterator[Decimal]:
    """The right amount in the unit of the draft, as exact as it is known; nothing if it cannot be converted."""
    amount = _amount(right)
    if right.unit == draft.unit or {right.dimension, draft.dimension} <= _PLAIN:
        yield amount
    elif right.dimension == draft.dimension and right.dimension not in _PLAIN | {"money"}:
        is_difference = right.is_difference or draft.is_difference
        yield _as_exact(measured.converted(amount, right.unit, draft.unit, is_difference=is_difference), right)


def _as_exact(converted: Decimal, right: Quantity) -> Decimal:
    """The converted amount with no fewer digits than the right one, and as many more as keep it as near."""
    amount = _amount(right)
    if not converted or not amount:
        return converted
    share = min((right.quantum or Decimal(0)) / 2 / abs(amount) or _CONVERTED_SHARE, _CONVERTED_SHARE)
    digits = len(amount.normalize().as_tuple().digits)
    for places in range(digits, _MOST_DIGITS):
        rounded = rounded_to(converted, places)
        if abs(rounded - converted) <= share * abs(converted):
            return rounded
    return rounded_to(converted, max(digits, _MOST_DIGITS))


def _amount(quantity: Quantity) -> Decimal:
    return quantity.amount or Decimal(0)


def _ranks(surface: str, right: Quantity) -> Iterator[str]:
    """``24th`` -> ``25th``, ``second`` -> ``third``."""
    amount = _amount(right)
    if amount != amount.to_integral_value() or amount < 1:
        return
    number, word, digits = int(amount), _RANK.search(surface), _ORDINAL.search(surface)
    if word and number <= len(_RANKS):
        yield surface[: word.start()] + spelled(_RANKS[number - 1], word[0]) + surface[word.end() :]
    found = word or digits
    if found:
        yield surface[: found.start()] + f"{number}{ending_of(number)}" + surface[found.end() :]


def _ranges(surface: str, found: Sequence[tuple[int, int]], draft: Quantity, right: Quantity) -> Iterator[str]:
    """``20 to 30 cranes`` -> ``40 to 60 cranes``, where both are ranges of the same."""
    ends = [right.lower, right.upper]
    is_like = draft.unit == right.unit or {draft.dimension, right.dimension} <= _PLAIN
    if len(found) != _ENDS or not (draft.is_range and right.is_range and is_like):
        return
    (begin, end), (again, last) = found
    for shown in _both(surface, found, ends, draft):
        yield surface[:begin] + shown[0] + surface[end:again] + shown[1] + surface[last:]


def _both(
    surface: str, found: Sequence[tuple[int, int]], ends: Sequence[Decimal | None], draft: Quantity
) -> Iterator[tuple[str, str]]:
    """The two ends of a range, each in the style of its place."""
    places = zip(found, ends, (draft.lower, draft.upper), strict=True)
    first, last = (
        list(amounts_like(surface[slice(*at)], end or Decimal(0), draft, draft_amount=was)) for at, end, was in places
    )
    yield from zip(first, last, strict=False)


def _compound_ways(surface: str, found: Sequence[tuple[int, int]], draft: Quantity, right: Quantity) -> Iterator[str]:
    """``2 hours 41 minutes`` -> ``2 hours 47 minutes``; where that is not even, what the fact says."""
    if draft.dimension != right.dimension or right.dimension in _PLAIN:
        return
    parts = measured.read_parts(surface, found)
    if parts:
        yield from measured.split_among(parts, _amount(right), right.unit)
    if right.unit == draft.unit or right.dimension != "money":
        yield measured.in_words(right)
