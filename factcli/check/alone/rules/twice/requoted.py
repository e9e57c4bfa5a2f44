"""A phrase quoted in two ways: "a fair bargain", and then the phrase "a fair deal"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from factcli.check.alone.disagreements import Disagreement
from factcli.check.reasons import Reason
from factcli.mentions.patterns import late_pattern
from factcli.model.facts import Quotation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.check.alone.reading import Reading
    from factcli.model.facts import Mention

_AGAIN = late_pattern(
    r"\b(?:the|this|that|his|her|their) (?:phrase|words?|expression|term|remark|comment|description|claim),? $",
    re.IGNORECASE,
)
_OTHERS = late_pattern(
    r"\b(?:rival|opponent|another|others?|instead|rather|not|but|critics?|earlier|before|had called|replied"
    r"|changed|than)\b",
    re.IGNORECASE,
)
_MARKS = late_pattern(r"[^\w\s]")
_FEWEST_WORDS, _MOST_WORDS = 3, 12
_FEWEST_SURE, _MOST_SURE = 6, 40
_REACH = 400


def find_quotes_in_two_ways(reading: Reading) -> Iterator[Disagreement]:
    """The phrases that the text takes up again with one other word."""
    yield from _long_ones(reading)
    for first, again in pairwise(reading.quotes):
        text = reading.text
        before = text[max(0, again.span.start - 40) : again.span.start].rstrip("\"'“‘")
        if again.span.start - first.span.end > _REACH or not _AGAIN.search(before):
            continue
        is_long = _FEWEST_WORDS <= len(_plain(again)) <= _MOST_WORDS
        if is_long and _differ_in_one(first, again) and not _is_of_others(text, first, again):
            yield Disagreement(Reason.QUOTED_TWO_WAYS, again.span, first.span, f"quoted before as “{_words_of(first)}”")


def _long_ones(reading: Reading) -> Iterator[Disagreement]:
    """Find a sentence that is quoted twice, with one other word."""
    known: dict[tuple[int, bool, tuple[str, ...]], Mention] = {}
    for quote in reading.quotes:
        words = _plain(quote)
        if not _FEWEST_SURE <= len(words) <= _MOST_SURE:
            continue
        # With one other word, either half is the same.
        half = len(words) // 2
        keys = [(len(words), False, tuple(words[:half])), (len(words), True, tuple(words[half:]))]
        first = next((known[key] for key in keys if key in known and _differ_in_one(known[key], quote)), None)
        if first:
            yield Disagreement(Reason.QUOTED_TWO_WAYS, quote.span, first.span, f"quoted before as “{_words_of(first)}”")
        known |= dict.fromkeys(keys, quote)


def _plain(quote: Mention) -> list[str]:
    return _MARKS.sub("", _words_of(quote).lower()).split()


def _is_of_others(text: str, first: Mention, again: Mention) -> bool:
    """Whether the words between the quotes, or after them, give one of them to somebody else."""
    after = text[again.span.end : again.span.end + 30]
    return bool(_OTHERS.search(text, first.span.end, again.span.start)) or "another" in after


def _words_of(quote: Mention) -> str:
    return quote.value.text if isinstance(quote.value, Quotation) else quote.surface


def _differ_in_one(first: Mention, again: Mention) -> bool:
    here, there = _plain(first), _plain(again)
    return len(here) == len(there) and sum(mine != its for mine, its in zip(here, there, strict=True)) == 1
