"""One of something, as "a" or "an" says: "an hour and a half", "more than a year", "a kilogram", "a dollar"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.english.amounts import FALLEN
from factcli.mentions.amounts.amount import Amount, plain_amount, with_half
from factcli.mentions.amounts.money import amount_of, currency_after
from factcli.mentions.amounts.numerals import POWERS, Numeral
from factcli.mentions.amounts.quantities import measure_after

if TYPE_CHECKING:
    from factcli.mentions.amounts.money import Currency
    from factcli.mentions.lexer import Tokens


def article_amount_at(tokens: Tokens, index: int, *, is_hedged: bool) -> Amount | None:
    """One of something, as "a" or "an" at ``index`` says: "an hour and a half", "more than a year", "a kilogram"."""
    numeral = Numeral(index, index + 1, POWERS[0], POWERS[0], in_words=True)
    currency = currency_after(tokens, numeral)
    if currency is not None:
        return _one_coin(tokens, numeral, currency, is_hedged=is_hedged)
    measure = measure_after(tokens, numeral)
    if measure is None:
        return None
    whole = numeral._replace(after=measure.after)
    halved = with_half(tokens, whole)
    if (
        halved is not whole
        or (is_hedged and not _is_compared(tokens, whole.after))
        or _is_weighed(tokens, measure.unit, measure.after)
    ):
        return plain_amount(halved, measure.unit)
    return None


def one_measured(tokens: Tokens, index: int) -> Amount | None:
    """One of the unit of measure that the article at ``index`` stands before; None if none does."""
    numeral = Numeral(index, index + 1, POWERS[0], POWERS[0], in_words=True)
    measure = measure_after(tokens, numeral)
    return None if measure is None else plain_amount(numeral._replace(after=measure.after), measure.unit)


def _is_compared(tokens: Tokens, index: int) -> bool:
    """Whether a year is not a length of time but another one: "more than a year earlier"."""
    return tokens.words[index] in {"earlier", "before", "ago", "later"}


def _is_weighed(tokens: Tokens, unit: str, after: int) -> bool:
    behind = tokens.words[after]
    if unit in {"ft", "in", "mi"}:
        return behind == "of" and tokens.words[after + 1] in FALLEN  # "an inch of rain"
    return unit in {"kg", "g", "L", "gal", "lb", "oz"} and (behind == "of" or not behind[:1].isalnum())


def _one_coin(tokens: Tokens, numeral: Numeral, currency: Currency, *, is_hedged: bool) -> Amount | None:
    if tokens.words[currency.border][:1].isalnum() and not is_hedged:
        return None
    value = amount_of(numeral.value, currency)
    return plain_amount(numeral._replace(after=currency.border, value=value), currency.unit)._replace(
        is_part=currency.parts > 1
    )
