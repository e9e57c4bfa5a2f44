"""One of something, as "a" or "an" says: "an hour and a half", "more than a year", "a kilogram", "a dollar"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.english.amounts import FALLEN
from factcli.english.function_words import FUNCTION_WORDS
from factcli.english.marks import HYPHENS
from factcli.english.numbers import AFTER_PARTS, ARTICLES, NUMBER_WORDS
from factcli.mentions.amounts.amount import Amount, plain_amount
from factcli.mentions.amounts.money import amount_of, currency_after
from factcli.mentions.amounts.numerals import ONE, POWERS, Numeral
from factcli.mentions.amounts.quantities import measure_after, with_half

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


def noun_and_a_half(tokens: Tokens, half: int, floor: int) -> Amount | None:
    """One and a half of what has no unit, whose "half" is at ``half``: "by a length and a half"."""
    words, first = tokens.words, half - 4
    is_said = first >= floor and words[half - 2 : half] == ["and", "a"] and words[first] in {"a", "an", "one"}
    noun, behind = words[half - 3], words[half + 1]
    if not is_said or not noun.isalpha() or noun in FUNCTION_WORDS | NUMBER_WORDS:
        return None
    if behind.isalpha() and behind not in FUNCTION_WORDS | AFTER_PARTS | {"long", "ago"}:
        return None  # "a win and a half century"
    if behind in HYPHENS or (behind == "of" and words[half + 2] in FUNCTION_WORDS | ARTICLES):
        return None  # "a car and a half of the fee"
    numeral = Numeral(first, half + 1, ONE + ONE / 2, None, in_words=True)
    return plain_amount(numeral, noun)


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
    is_idiom = tokens.words[currency.border - 1] == "cent"  # "not worth a cent"
    if (is_idiom or tokens.words[currency.border][:1].isalnum()) and not is_hedged:
        return None
    value = amount_of(numeral.value, currency)
    return plain_amount(numeral._replace(after=currency.border, value=value), currency.unit)._replace(
        is_part=currency.parts > 1
    )
