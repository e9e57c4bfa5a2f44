"""One figure from one trigger: the number, its money or measure or noun, and what it is a rate of."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from factcli import units
from factcli.english.marks import HYPHENS
from factcli.english.nouns import DEEDS, MODIFIERS_BEFORE, ONE_NOUNS, PEOPLE, is_plural
from factcli.english.numbers import LETTER_SCALES, MONEY_SCALES, PARTS, VULGAR
from factcli.mentions.amounts.grouping import regrouped
from factcli.mentions.amounts.hedges import hedge_after
from factcli.mentions.amounts.identifiers import end_of_unread, is_name, starts_sentence
from factcli.mentions.amounts.margins import end_of_margin, with_margin
from factcli.mentions.amounts.money import amount_of, currency_after, currency_before, is_spaced_scale, with_brackets
from factcli.mentions.amounts.nouns import counted_noun
from factcli.mentions.amounts.number_words import add_words, read_words
from factcli.mentions.amounts.numerals import POWERS, Numeral, read_digits, read_vulgar
from factcli.mentions.amounts.quantities import height_at, measure_after
from factcli.mentions.amounts.rates import rate_after
from factcli.mentions.phrases import SymbolLexicon

if TYPE_CHECKING:
    from factcli.mentions.amounts.money import Currency
    from factcli.mentions.lexer import Tokens
    from factcli.model.facts import MentionKind

_SCALES_OF_MONEY = frozenset({"m", "b", *MONEY_SCALES})
_KINDS: dict[str, MentionKind] = {
    "money": "money",
    "percent": "percent",
    "percentage point": "percent",
    "number": "number",
}
_ABBREVIATED_RATES = SymbolLexicon(
    {
        "b/d": ("bbl", "day"),
        "bpd": ("bbl", "day"),
        "bbl/d": ("bbl", "day"),
        "boe/d": ("boe", "day"),
        "tpd": ("t", "day"),
    }
)
# "4K" is the resolution of a picture.
_RESOLUTIONS = frozenset({2, 4, 8})


class Amount(NamedTuple):
    """A figure from token ``first`` to before ``after``.

    ``resume`` is after what belongs to it without being printed as part of it, the "a year" of a rate.  ``scale`` is
    what a scale word multiplied by.  ``is_prefixed`` says that a currency comes before the number, ``is_part`` that
    it was given in cents or pence, ``is_weak`` that it is a bare "one", which is a figure only as part of a longer one.
    ``number_after`` is after the number alone, without the noun that it counts.
    """

    first: int
    after: int
    resume: int
    value: Decimal
    quantum: Decimal | None
    unit: str | None = None
    kind: MentionKind = "number"
    scale: Decimal = Decimal(1)
    per: str | None = None
    modifiers: tuple[str, ...] = ()
    in_words: bool = False
    is_prefixed: bool = False
    is_part: bool = False
    is_weak: bool = False
    number_after: int = 0


def amount_at(tokens: Tokens, index: int, floor: int) -> Amount | None:
    """The figure whose number starts at token ``index``; None if there is none.

    A sign, an article or a currency before the number belongs to it, but nothing from before ``floor``.
    """
    if tokens.words[index][:1].isdigit():
        height = height_at(tokens, index)
        if height is not None:
            return Amount(index, height[1], height[1], height[0], Decimal(1), "in", "quantity")
        if end_of_unread(tokens, index, floor) is not None:
            return None
    numeral = _number_at(tokens, index, floor)
    if numeral is not None and numeral.in_words and _is_titled(tokens, numeral):
        return None
    if numeral is None:
        return _half_measure(tokens, index) if tokens.words[index] in {"half", "quarter"} else None
    if numeral.kind == "ordinal":
        return Amount(numeral.first, numeral.after, numeral.after, numeral.value, numeral.quantum, kind="ordinal")
    return regrouped(tokens, index, _composed(tokens, numeral, floor))


def _half_measure(tokens: Tokens, index: int) -> Amount | None:
    """Half or a quarter of a unit: "half hour", "quarter-mile"; a half-year is a period of accounts."""
    value = POWERS[0] / PARTS[tokens.words[index]]
    measure = measure_after(tokens, Numeral(index, index + 1, value, None, in_words=True))
    if measure is None or measure.unit in {"year", "month"}:
        return None
    return _amount(Numeral(index, measure.after, value, None, in_words=True), measure.unit)


def _is_titled(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether a number in words is part of a name: "the Six Nations", "Twenty20"."""
    after = numeral.after
    if tokens.glued(after) and tokens.words[after].isdigit():
        return True
    capitals = tokens.is_capitalised(numeral.first) and tokens.is_capitalised(after)
    return capitals and not starts_sentence(tokens, numeral.first)


def money_at(tokens: Tokens, index: int, unit: str) -> Amount | None:
    """The amount of money whose number starts at ``index``, of a ``unit`` that was said before: the "3m" of "$2-3m"."""
    numeral = None if end_of_unread(tokens, index, index) else _number_at(tokens, index, index)
    if numeral is None or numeral.kind == "ordinal":
        return None
    amount = _amount(add_words(tokens, _with_letter_scale(tokens, numeral, is_money=True)), unit)
    stands_alone = currency_after(tokens, numeral) is None and not _is_measured(tokens, amount.after)
    return _finished(tokens, amount) if stands_alone else None


def _is_measured(tokens: Tokens, index: int) -> bool:
    return measure_after(tokens, Numeral(index, index, POWERS[0], None)) is not None


def _number_at(tokens: Tokens, index: int, floor: int) -> Numeral | None:
    word = tokens.words[index]
    if word[:1].isdigit():
        return read_digits(tokens, index, floor)
    return read_vulgar(tokens, index, floor) if word in VULGAR else read_words(tokens, index, floor)


def _composed(tokens: Tokens, numeral: Numeral, floor: int) -> Amount | None:
    numeral = with_brackets(tokens, with_margin(tokens, numeral), floor)
    before = currency_before(tokens, numeral.first, floor)
    if before is not None:
        numeral = add_words(tokens, _with_letter_scale(tokens, numeral, is_money=True))
        first = _with_sign(tokens, before.border, floor)
        value = -numeral.value if first < before.border else numeral.value
        amount = _amount(numeral._replace(value=value), before.unit)._replace(first=first, is_prefixed=True)
        return _finished(tokens, amount)
    numeral = add_words(tokens, _with_letter_scale(tokens, numeral, is_money=False))
    rate = _ABBREVIATED_RATES.longest(tokens, numeral.after)
    if rate is not None:
        (unit, per), after = rate
        return _amount(numeral._replace(after=after), unit)._replace(per=per)
    currency = currency_after(tokens, numeral)
    if currency is not None:
        scaled = add_words(tokens, numeral._replace(after=currency.border)) if numeral.scale == 1 else numeral
        after = max(currency.border, scaled.after)
        amount = _amount(scaled._replace(after=after, value=amount_of(scaled.value, currency)), currency.unit)
        quantum = amount.quantum and amount_of(amount.quantum, currency)
        return _finished(tokens, amount._replace(quantum=quantum, is_part=currency.parts > 1))
    return _measured(tokens, numeral, floor) or _counted(tokens, numeral, floor)


def _amount(numeral: Numeral, unit: str | None) -> Amount:
    return Amount(
        first=numeral.first,
        after=numeral.after,
        resume=numeral.after,
        value=numeral.value,
        quantum=numeral.quantum,
        unit=unit,
        kind=_KINDS.get(units.dimension_of(unit), "quantity"),
        scale=numeral.scale,
        in_words=numeral.in_words,
        number_after=numeral.after,
    )


def _with_sign(tokens: Tokens, index: int, floor: int) -> int:
    """The index of the minus before a currency sign: "-$5m"."""
    before = index - 1
    if before >= floor and tokens.words[before] in {"-", "−"} and tokens.glued(index) and not tokens.glued(before):
        return before
    return index


def _with_letter_scale(tokens: Tokens, numeral: Numeral, *, is_money: bool) -> Numeral:
    """The number times the letters that are glued to it: 7m, 2bn, 10k."""
    index = numeral.after
    letters = tokens.words[index]
    exponent = LETTER_SCALES.get(letters) or MONEY_SCALES.get(letters)
    if exponent is None or numeral.in_words or (tokens.glued(index + 1) and tokens.words[index + 1].isalnum()):
        return numeral
    scaled = numeral.scaled(exponent, index + 1)
    if not tokens.glued(index) and letters != "k" and not is_spaced_scale(tokens, letters, scaled, is_money=is_money):
        return numeral
    return scaled if _is_scale(tokens, numeral, scaled, is_money=is_money) else numeral


def _is_scale(tokens: Tokens, numeral: Numeral, scaled: Numeral, *, is_money: bool) -> bool:
    """Whether the letters after a number are a scale: "£3m" and "3m people" are, "a 3m wall" is not."""
    index = numeral.after
    letters, is_capital = tokens.words[index], tokens.is_capitalised(index)
    if letters == "k":
        if not tokens.glued(index):
            return not tokens.words[index + 1][:1].isalnum()
        return is_money or not (is_capital and numeral.value in _RESOLUTIONS)
    if is_money or letters not in _SCALES_OF_MONEY or currency_after(tokens, scaled) is not None:
        # "$5T-shirts"
        return not (letters == "t" and tokens.words[index + 1] in HYPHENS and tokens.words[index + 2][:5] == "shirt")
    if letters in MONEY_SCALES:
        return False
    if letters == "b":
        return numeral.value != numeral.value.to_integral_value()
    return is_capital or _is_of_many(tokens, scaled)


def _is_of_many(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether what comes after "3m" or "3m to 5m" comes in millions: people, goods, another measure."""
    index = numeral.after
    behind = tokens.words[index]
    if behind in HYPHENS and tokens.words[index + 1] == "strong":
        return True
    if behind in DEEDS or (is_plural(behind) and tokens.is_capitalised(index)):
        return True  # "1.4m Venezuelans", "4.5m had left"
    return _counts_people(tokens, index) or measure_after(tokens, numeral) is not None


def _counts_people(tokens: Tokens, index: int) -> bool:
    """Whether people, or goods that come in millions, are among the next words of the clause."""
    for word in tokens.words[index : index + 5]:
        if word in PEOPLE:
            return True
        if not word.isalnum() and word not in HYPHENS:
            return False
    return False


def _measured(tokens: Tokens, numeral: Numeral, floor: int) -> Amount | None:
    measure = measure_after(tokens, numeral)
    if measure is None:
        return None
    if numeral.in_words and numeral.value == 1 and measure.unit == "day" and tokens.words[numeral.after] == "day":
        return None  # "one day he will"
    numeral = numeral._replace(after=measure.after)
    if is_name(tokens, numeral.first, floor, bare=False):
        return None
    return _finished(tokens, _amount(_with_half(tokens, numeral), measure.unit))


def _with_half(tokens: Tokens, numeral: Numeral) -> Numeral:
    """A measured number with "and a half" after its unit: "an hour and a half"."""
    index = numeral.after
    if tokens.words[index] != "and":
        return numeral
    index += 2 if tokens.words[index + 1] == "a" else 1
    if tokens.words[index] != "half" or tokens.words[index + 1] in {"a", "an", "of", "the"}:
        return numeral
    return numeral._replace(after=index + 1, value=numeral.value + Decimal("0.5"), quantum=None)


def _counted(tokens: Tokens, numeral: Numeral, floor: int) -> Amount | None:
    """A number with the noun that it counts, or a bare number; None where it is part of a name or a code."""
    after = numeral.after
    if (
        tokens.glued(after)
        and not numeral.in_words
        and (tokens.words[after][:1].isalpha() or tokens.words[after] == "^")
    ):
        return None
    hedge = hedge_after(tokens, after)
    noun = counted_noun(tokens, hedge[1] if hedge else after, one=numeral.value == 1)
    if tokens.words[numeral.first - 1] == "magnitude":
        noun = None
    is_bare = noun is None and tokens.words[after] not in DEEDS and tokens.words[numeral.first + 1] != ","
    if is_name(tokens, numeral.first, floor, bare=is_bare) or tokens.words[numeral.first - 1] == "per":
        return None
    if numeral.in_words and numeral.value == 1 and (noun is None or noun.unit not in ONE_NOUNS):
        return _amount(numeral, None)._replace(is_weak=True)
    if noun is None:
        return None if _is_hyphenated_code(tokens, after) else _finished(tokens, _amount(numeral, None))
    modifiers = (*_modifiers_before(tokens, numeral.first), *noun.modifiers)
    counted = _amount(numeral._replace(after=noun.after), noun.unit)
    return _finished(tokens, counted._replace(modifiers=modifiers, number_after=after))


def _is_hyphenated_code(tokens: Tokens, index: int) -> bool:
    """Whether a hyphen and a capital go on with the number: "3-D", "737-Max"."""
    return (
        tokens.words[index] in HYPHENS
        and tokens.glued(index)
        and tokens.glued(index + 1)
        and tokens.words[index + 1].isalpha()
        and (tokens.is_capitalised(index + 1) or len(tokens.words[index + 1]) == 1)
        and not tokens.words[index + 1].isdigit()
    )


def _modifiers_before(tokens: Tokens, index: int) -> tuple[str, ...]:
    before = index - 1
    return (tokens.surface(before, index),) if tokens.words[before] in MODIFIERS_BEFORE else ()


def _finished(tokens: Tokens, amount: Amount) -> Amount:
    """The amount with what it is a rate of."""
    rate = rate_after(tokens, amount.after)
    if rate is None:
        return amount._replace(resume=end_of_margin(tokens, amount.after))
    return amount._replace(per=rate[0], resume=rate[1])


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
    with_half = _with_half(tokens, whole)
    if (
        with_half is not whole
        or (is_hedged and not _is_compared(tokens, whole.after))
        or _is_weighed(tokens, measure.unit, measure.after)
    ):
        return _amount(with_half, measure.unit)
    return None


def _is_compared(tokens: Tokens, index: int) -> bool:
    """Whether a year is not a length of time but another one: "more than a year earlier"."""
    return tokens.words[index] in {"earlier", "before", "ago", "later"}


def _is_weighed(tokens: Tokens, unit: str, after: int) -> bool:
    behind = tokens.words[after]
    return unit in {"kg", "g", "L", "gal", "lb", "oz"} and (behind == "of" or not behind[:1].isalnum())


def _one_coin(tokens: Tokens, numeral: Numeral, currency: Currency, *, is_hedged: bool) -> Amount | None:
    if tokens.words[currency.border][:1].isalnum() and not is_hedged:
        return None
    value = amount_of(numeral.value, currency)
    return _amount(numeral._replace(after=currency.border, value=value), currency.unit)._replace(
        is_part=currency.parts > 1
    )
