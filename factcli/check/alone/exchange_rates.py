"""Rates of exchange that a text gives: "€1.10 to the pound" -> what a pound is in euros."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from factcli.check.alone.intervals import Interval, amount_of, unit_of, written
from factcli.check.alone.templates import AMOUNT, matches
from factcli.mentions.patterns import late_pattern
from factcli.model.facts import Quantity
from factcli.units import money_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.check.alone.reading import Reading
    from factcli.check.alone.templates import Template
    from factcli.model.facts import Mention

# The currencies of a rate: what is priced, and in what.
Pair = tuple[str, str]

_TO_THE = late_pattern(
    rf"(?P<rate>{AMOUNT}) (?:to|per|for|against) (?:the |an? |one |each |every )?(?P<base>[a-z]{{3,12}}(?: "
    rf"[a-z]{{3,12}})?)\b"
)
_IS = late_pattern(rf"(?P<one>{AMOUNT}) ?(?:=|is|was|to|equals|(?:is |was )?worth|buys|bought) ?(?P<rate>{AMOUNT})")
_AT = late_pattern(
    rf"\bthe (?P<quoted>[a-z]{{3,12}}) (?:is |was |stood |stands |trading |trades |traded )?at (?P<rate>{AMOUNT}) "
    r"(?:to|per|against) the (?P<base>[a-z]{3,12})\b"
)
_EXCHANGE = late_pattern(r"\b(?:rates?|exchanged?|sterling|currency|converted)\b")
_SLACK = 200


def rates_of(reading: Reading) -> dict[Pair, Interval]:
    """The rates that the text gives, each way round; none of two currencies that it gives in two ways."""
    found: dict[Pair, set[Interval]] = defaultdict(set)
    for template in reading.templates:
        for base, quoted, rate in _rates(template):
            found[base, quoted].add(rate)
    return {pair: rate for pair, (rate, *others) in found.items() if not others and pair[::-1] not in found}


def _rates(template: Template) -> Iterator[tuple[str, str, Interval]]:
    for match in matches(_TO_THE, template):
        base, rate = _currency(match["base"]), template.group(match, "rate")
        if base and not _may_be_weight(base, rate, template.words):
            yield from _rate(base, rate)
    for match in matches(_AT, template):
        base, quoted = _currency(match["base"]), _currency(match["quoted"])
        price = written(template.group(match, "rate"))
        if base and quoted and price and price.low > 0:
            yield base, quoted, price.widened(price.high / _SLACK)
    for match in matches(_IS, template):
        one = template.group(match, "one")
        if _is_money(one) and amount_of(one) == 1:
            yield from _rate(unit_of(one) or "", template.group(match, "rate"))


def _rate(base: str, mention: Mention) -> Iterator[tuple[str, str, Interval]]:
    rate, unit = written(mention), unit_of(mention)
    if _is_money(mention) and rate and rate.low > 0 and unit and unit != base:
        yield base, unit, rate.widened(rate.high / _SLACK)


def _may_be_weight(base: str, rate: Mention, words: str) -> bool:
    """Whether dollars "to the pound" may be the price of a pound of something."""
    return base == "GBP" and (unit_of(rate) or "").endswith("D") and not _EXCHANGE.search(words)


def _is_money(mention: Mention) -> bool:
    return isinstance(mention.value, Quantity) and mention.value.dimension == "money"


def _currency(words: str) -> str | None:
    """The currency that one or two words name: "pound", "pound sterling", "pound was"."""
    names = money_names()
    return names.get(words) or names.get(words.split(maxsplit=1)[0])
