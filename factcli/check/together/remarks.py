"""What a message adds to a verdict: figures that are swapped, slips of scale, and which day a weekday is."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

from factcli.check.compare.quantities import compare
from factcli.check.verdicts import Judgement
from factcli.check.weighing.value_slips import is_slip_of_scale
from factcli.model.edtf import EdtfDate
from factcli.model.facts import Quantity
from factcli.model.figure_style import grouped
from factcli.model.formatting import date_in_words, without_noun
from factcli.units import to_base

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

    from factcli.check.quotations import QuoteJudgement
    from factcli.model.facts import Mention, Value

_POWERS = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_SCALE = re.compile(
    r"(?:\b|(?<=\d))"
    r"(?:(?P<thousand>thousand)|(?P<million>million|mn?)|(?P<billion>billion|bn)|(?P<trillion>trillion|tn))\b",
    re.IGNORECASE,
)
_LEAST_FACTOR = 10


def remarks(judged: Iterable[Judgement | QuoteJudgement]) -> dict[Mention, str]:
    """For each figure of a sentence that needs one, what is said after its verdict."""
    figures = (each for each in judged if isinstance(each, Judgement))
    wrong = [each for each in figures if each.verdict == "contradicted" and each.alignment]
    said = {each.mention: note for each in wrong if (note := _slip_of_scale(each) or _day_meant(each))}
    for first, second in combinations(wrong, 2):
        if _is_swapped(first, second):
            pair = " and ".join(without_noun(each.mention.surface, each.mention.value) for each in (first, second))
            note = f"{pair} are swapped"
            said |= {first.mention: note, second.mention: note}
    return said


def _is_swapped(first: Judgement, second: Judgement) -> bool:
    """Whether each of two figures is what the other's fact states."""
    one, other = first.alignment, second.alignment
    if one is None or other is None or one.known is other.known:
        return False
    here, there = one.claim.value, other.claim.value
    return bool(here != there and compare(here, other.figure.value).holds and compare(there, one.figure.value).holds)


def _slip_of_scale(judgement: Judgement) -> str:
    """Name a slip: ``1,000 times too much: billion for million``; empty where it is none."""
    if judgement.alignment is None:
        return ""
    claim, fact = judgement.alignment.claim.value, judgement.alignment.figure.value
    here, there = _base(claim), _base(fact)
    if not is_slip_of_scale(claim, fact) or not here or not there or here * there < 0:
        return ""
    factor, is_more = max(here / there, there / here), abs(here) > abs(there)
    if factor < _LEAST_FACTOR or factor.normalize().as_tuple().digits != (1,):
        return ""
    named = " for ".join(_scales(judgement.mention.surface, int(factor.adjusted()), is_more=is_more))
    return f"{grouped(factor.normalize())} times too {'much' if is_more else 'little'}{f': {named}' if named else ''}"


def _day_meant(judgement: Judgement) -> str:
    """Which day a date is that the day of publication decides: ``Tuesday``; empty where it says so itself."""
    mention = judgement.mention
    if not isinstance(mention.value, EdtfDate) or any(map(str.isdigit, mention.surface)):
        return ""
    is_day = mention.value.precision == "day" and not mention.value.is_interval and not mention.value.is_yearless
    return f"read as {date_in_words(mention.value)}, from the day of publication" if is_day else ""


def _base(value: Value) -> Decimal | None:
    """The amount in the base unit of its dimension."""
    if not isinstance(value, Quantity) or value.amount is None:
        return None
    return value.amount if value.dimension in {"count", "number"} else to_base(value.amount, value.unit)[0]


def _scales(surface: str, power: int, *, is_more: bool) -> Iterator[str]:
    """The scale word that was written, and the one that would be right; nothing where there is none."""
    match = _SCALE.search(surface)
    if match and match.lastgroup:
        written = _POWERS[match.lastgroup]
        right = written - power if is_more else written + power
        if right in _POWERS.values():
            yield match.lastgroup
            yield next(name for name, each in _POWERS.items() if each == right)
