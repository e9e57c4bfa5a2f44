"""Percentages of a whole: "bus (47%), rail (30%) and bicycle (11%); the remaining 9%"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from factcli.check.alone.disagreements import Disagreement
from factcli.check.alone.intervals import amount_of, digits, unit_of
from factcli.check.alone.templates import PERCENT
from factcli.check.reasons import Reason
from factcli.mentions.patterns import late_pattern
from factcli.model.facts import Quantity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.check.alone.reading import Reading
    from factcli.check.alone.templates import Template
    from factcli.model.facts import Mention

# "The remaining 9%", "the rest, 9%", "9% were undecided": only the first two say that nothing else is left.
_REST = late_pattern(
    rf"\b(?:(?:the |a )?remaining {PERCENT}|(?:the )?(?:rest|remainder)(?: \(|, (?:or )?|, about )?{PERCENT}"
    rf"|(?:the )?(?:rest|remainder) \({PERCENT}\)|{PERCENT}(?:, |\) )?(?:making|made) up the (?:rest|remainder))"
)
_ONE_EACH = late_pattern(
    r"\b(?:one|a single) (?:reason|answer|option|choice|vote|response|favourite|favorite|box|category|candidate)\b"
    r"|\b(?:mutually exclusive|add(?:s|ed)? up to 100)\b"
)
# Answers that exclude each other.
_EXCLUSIVE = late_pattern(
    r"\byes\b.*\bno\b|\bno\b.*\byes\b|\bfor\b.*\bagainst\b|\bin favou?r\b.*\bagainst\b|\bagree\b.*\bdisagree", re.DOTALL
)
_BOTH_SEXES = late_pattern(
    rf"{PERCENT} (?:were |are |was )?(?:men|male|boys)\b.{{0,20}}{PERCENT} (?:were |are )?(?:women|female|girls)\b"
)
# A whole that is given by its parts.
_PARTS = late_pattern(
    r"\b(?:holds?|mix|made up of|composed of|composition|comes from|(?:is|was|are|were) spent on|goes "
    r"(?:to|on)|consists? of|contains|comprises?|blend|breakdown|portfolio"
    r"|(?:classified|categori[sz]ed|graded|rated|described) as|by (?:region|age"
    r"|sector|type"
    r"|country|source|party|product|channel)|split|divided)\b"
)
# Percentages of something else, or of parts of each other.
_OTHERWISE = late_pattern(
    rf"\b(?:(?:from|to) {PERCENT}|"
    r"(?:of (?:that|those|them|whom|which|these|it)|(?<!made )up|down|rose|fell|compared|than|increase[ds]?"
    r"|decrease[ds]?"
    r"|growth|margin|more than one|several|year|interval|including|among|discount|about|around|nearly|almost"
    r"|roughly|over|under|rate|turnout|each of|per year|both)\b)"
)
_LEAST = 3
_ALL = 100


def find_wrong_shares_of_all(reading: Reading) -> Iterator[Disagreement]:
    """The lists of percentages that are said to be all, and are not 100 together."""
    before: Template | None = None
    for template in reading.templates:
        if template.words.count(PERCENT) > 1:
            yield from _of_sentence(reading, template, before)
        before = template


def _of_sentence(reading: Reading, template: Template, before: Template | None) -> Iterator[Disagreement]:
    shares = [mention for mention in template.mentions if mention.kind == "percent"]
    amounts = [amount_of(share) for share in shares if unit_of(share) == "%"]
    if len(amounts) != len(shares) or None in amounts or _OTHERWISE.search(template.words.replace("one reason", "")):
        return
    reach = sum((_quantum(share) for share in shares), Decimal(0)) / 2 + Decimal("0.5")
    together = sum((amount for amount in amounts if amount is not None), Decimal(0))
    says_all = _says_all(reading, template, shares, before, together)
    if says_all and abs(together - _ALL) > reach:
        yield _flaw(shares, together)


def _quantum(share: Mention) -> Decimal:
    return share.value.quantum or Decimal(1) if isinstance(share.value, Quantity) else Decimal(1)


def _says_all(
    reading: Reading, template: Template, shares: list[Mention], before: Template | None, together: Decimal
) -> bool:
    """Whether the list is said to be whole; one that is short of 100 may go on from the sentence before."""
    if _REST.search(template.words):
        is_first = before is None or PERCENT not in before
        return together > _ALL or (is_first and len(shares) >= _LEAST)
    is_of_both = len(shares) == 2 and _BOTH_SEXES.search(template.words)  # noqa: PLR2004 - of two groups
    if together > _ALL and (is_of_both or _EXCLUSIVE.search(template.words)):
        return True
    if together > _ALL and len(shares) >= _LEAST and _PARTS.search(template.words):
        return True
    is_list = len(shares) >= _LEAST and ":" in template
    return is_list and together > _ALL and bool(_ONE_EACH.search(_around(reading, template)))


def _around(reading: Reading, template: Template) -> str:
    return reading.text[max(0, template.span.start - 200) : template.span.end].lower()


def _flaw(shares: list[Mention], together: Decimal) -> Disagreement:
    sum_ = " + ".join(digits(amount) for share in shares if (amount := amount_of(share)) is not None)
    other = Span(shares[0].span.start, shares[-2].span.end)
    return Disagreement(Reason.SHARES_OF_ALL, shares[-1].span, other, f"{sum_} = {digits(together)} %, not 100 %")
