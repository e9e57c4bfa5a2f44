"""Whether a figure of a draft is all that is said of its value, or would leave something beside it when it is replaced.

A text, the mentions of a sentence and one of them come in: "2 hours" of "2 hours, 41 minutes" is not alone, nor is the
"500 people" of "12'500 people", or a date beside its weekday.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcli import units
from factcli.english.calendar import WEEKDAYS
from factcli.english.number_names import CARDINAL_NAMES, TEN_NAMES
from factcli.english.numbers import MANY_NAMES, PART_NAMES
from factcli.model.facts import Quantity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcli.model.facts import Mention

# Units that are given in two parts: "2 hours, 41 minutes", "5 feet and 3 inches".
_COMPOUND = frozenset({"duration", "length", "mass", "angle", "volume", "money"})
_RANGE_GAP = re.compile(r"\s*+(?:to|or|[-–—/])\s*+")
_COMPOUND_GAP = re.compile(r"[\s,]*+(?:and|&)?\s*+")
_GLUED_BEFORE = re.compile(r"(?:\w|[$€£¥₹]|\d[^\s\w]{1,4}|\d\s?[/–—×x])$")
_GLUED_AFTER = re.compile(r"(?:[^\W_]|[%‰°€£¥]|[^\s\w]{1,4}\d|\s?[/×]\s?\d)")
_NUMBER_WORD = rf"(?:(?:{'|'.join((*MANY_NAMES, *PART_NAMES))})s?|{'|'.join((*CARDINAL_NAMES[1:11], *TEN_NAMES))})"
_COUNTED_BEFORE = re.compile(rf"(?<!\w){_NUMBER_WORD}(?:\s|-|\sa\s)$", re.IGNORECASE)
_COUNTED_AFTER = re.compile(rf"(?:\s|-)(?:{_NUMBER_WORD}|and\s(?:a\s)?(?:half|quarter))(?!\w)", re.IGNORECASE)
_WEEKDAY = rf"(?:{'|'.join(sorted(WEEKDAYS, key=len, reverse=True))})\.?"
_WEEKDAY_BEFORE = re.compile(rf"(?<!\w){_WEEKDAY}[\s,(–-]{{1,3}}(?:the\s)?$", re.IGNORECASE)
_WEEKDAY_AFTER = re.compile(rf"[\s,(–-]{{1,3}}(?:a\s)?{_WEEKDAY}(?!\w)", re.IGNORECASE)
_NEAR = 20
_LONGEST_CURRENCY, _MOST_CURRENCY_WORDS = 40, 3


def is_alone(mention: Mention, text: str, mentions: Iterable[Mention]) -> bool:
    """Whether replacing ``mention`` would leave no part of its value behind; ``mentions`` are those of its sentence."""
    if mention.kind == "quote":
        return True
    start, end = mention.span
    before, after = text[max(start - _NEAR, 0) : start], text[end : end + _NEAR]
    is_named_again = mention.kind == "money" and _names_currency(text[end : end + _LONGEST_CURRENCY])
    if is_named_again or _GLUED_BEFORE.search(before) or _GLUED_AFTER.match(after):
        return False
    if any(other.kind == "quote" and other.span.overlaps(mention.span) for other in mentions):
        # What somebody is quoted with is not a figure of the writer's.
        return False
    if any(_is_other_part(text, mention, other) for other in mentions):
        return False
    if mention.kind == "date":
        return not _WEEKDAY_BEFORE.search(before) and not _WEEKDAY_AFTER.match(after)
    return not _COUNTED_BEFORE.search(before) and not _COUNTED_AFTER.match(after)


def _names_currency(after: str) -> bool:
    """Whether the currency follows a sum that has it already: "£7m pounds", "$8 million US dollars"."""
    words = after.lower().replace(".", "").split()[:_MOST_CURRENCY_WORDS]
    names = units.money_names()
    return after[:1] == " " and any(" ".join(words[:size]) in names for size in range(1, len(words) + 1))


def _is_other_part(text: str, mention: Mention, other: Mention) -> bool:
    """Whether both are ends of one range, "80 or 90 people", or parts of one amount, "2 hours, 41 minutes"."""
    first, second = sorted((mention, other), key=lambda each: each.span)
    if first is second:
        return False
    between = text[first.span.end : second.span.start]
    return bool(_RANGE_GAP.fullmatch(between) or (_COMPOUND_GAP.fullmatch(between) and _are_compound(first, second)))


def _are_compound(first: Mention, second: Mention) -> bool:
    one, two = first.value, second.value
    if not isinstance(one, Quantity) or not isinstance(two, Quantity):
        return False
    return one.dimension == two.dimension and one.dimension in _COMPOUND and one.unit != two.unit
