"""One figure from one trigger: the number, its money or measure or noun, and what it is a rate of."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from factcli import units
from factcli.english.amounts import NO_SECOND_BEFORE
from factcli.english.calendar import WEEKDAYS
from factcli.english.function_words import FUNCTION_WORDS
from factcli.english.marks import BEFORE_MINUS, HYPHENS, MINUS
from factcli.english.nouns import DEEDS, MODIFIERS_BEFORE, ONE_NOUNS, is_plural
from factcli.english.numbers import ARTICLES, HALVED, HALVES, PARTS, SCALES, TENS, VULGAR
from factcli.mentions.amounts.durations import is_some_day, time_at
from factcli.mentions.amounts.exponents import negative_power
from factcli.mentions.amounts.grouping import regrouped
from factcli.mentions.amounts.hedges import hedge_after
from factcli.mentions.amounts.identifiers import (
    end_of_unread,
    ends_title,
    is_name,
    is_named_by_number,
    starts_sentence,
)
from factcli.mentions.amounts.letter_scales import with_letter_scale, with_smaller_scale
from factcli.mentions.amounts.margins import end_of_margin, with_margin
from factcli.mentions.amounts.money import (
    amount_of,
    currency_after,
    currency_before,
    is_booked_in_brackets,
    with_brackets,
)
from factcli.mentions.amounts.nouns import (
    attributive_noun,
    counted_noun,
    goes_on_as_word,
    is_hyphenated_code,
    is_of_something,
    is_share,
    is_vague,
    noun_past_measure,
)
from factcli.mentions.amounts.number_words import add_words, read_words
from factcli.mentions.amounts.numerals import POWERS, Numeral, quantum_of, read_digits, read_vulgar
from factcli.mentions.amounts.quantities import MOST_FRAMES, Measured, compound_of, height_at, measure_after, with_half
from factcli.mentions.amounts.rates import rate_after
from factcli.mentions.ordinals import names_by_digits
from factcli.mentions.phrases import SymbolLexicon
from factcli.mentions.ranks import names_by_rank
from factcli.units.measures import ABBREVIATED_RATES

if TYPE_CHECKING:
    from factcli.mentions.lexer import Tokens
    from factcli.model.facts import MentionKind

_KINDS: dict[str, MentionKind] = {
    "money": "money",
    "percent": "percent",
    "percentage point": "percent",
    "number": "number",
}
_ABBREVIATED_RATES = SymbolLexicon(ABBREVIATED_RATES)


class Amount(NamedTuple):
    """A figure from token ``first`` to before ``after``; its number alone, without a noun, to before ``number_after``.

    ``resume`` is after what belongs to it without being printed as part of it, the "a year" of a rate.  ``scale`` is
    what a scale word multiplied by.  ``is_prefixed`` says that a currency comes before the number, ``is_part`` that
    it was given in cents or pence, ``is_weak`` that it is a bare "one", a figure only as part of a longer one.
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
        whole = _whole_at(tokens, index)
        if whole is not None:
            return whole
        if end_of_unread(tokens, index, floor) is not None:
            return None
    numeral = _number_at(tokens, index, floor)
    if numeral is not None and _is_named(tokens, numeral):
        return None
    if numeral is not None and numeral.kind == "ordinal":
        numeral = _seconds(tokens, numeral)
    if numeral is None:
        return _half_measure(tokens, index) if tokens.words[index] in HALVES else None
    if numeral.kind == "ordinal":
        return Amount(numeral.first, numeral.after, numeral.after, numeral.value, numeral.quantum, kind="ordinal")
    return regrouped(tokens, index, _composed(tokens, numeral, floor))


def _is_named(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether a number is part of a name or of a longer word, or the day of some month: "Monday the 13th"."""
    if numeral.in_words and (_is_titled(tokens, numeral) or _is_compound(tokens, numeral)):
        return True
    before = numeral.first - 1 - (tokens.words[numeral.first - 1] == "the")
    is_day = tokens.words[before] in WEEKDAYS and tokens.is_capitalised(before)
    return numeral.kind == "ordinal" and (is_day or names_by_digits(tokens, numeral.after))


def _whole_at(tokens: Tokens, index: int) -> Amount | None:
    """A height or a time of several parts that starts with the digits at ``index``: 6'2", 5m 30s."""
    height = height_at(tokens, index)
    if height is not None:
        return Amount(index, height[1], height[1], height[0], Decimal(1), "in", "quantity")
    time = time_at(tokens, index)
    return time and Amount(index, time.after, time.after, time.value, time.quantum, time.unit, "quantity")


def _seconds(tokens: Tokens, numeral: Numeral) -> Numeral:
    """The number of seconds that an ordinal after an article is: "a one hundred second video"."""
    last = numeral.after - 1
    before, behind = tokens.words[last - 1], tokens.words[numeral.after]
    is_number = before in SCALES or before in TENS
    if tokens.words[last] != "second" or not is_number or tokens.words[numeral.first - 1] not in ARTICLES:
        return numeral
    if not behind.isalpha() or behind in NO_SECOND_BEFORE or behind in FUNCTION_WORDS:
        return numeral
    value = numeral.value - 2
    return numeral._replace(after=last, value=value, quantum=quantum_of(value), kind="cardinal")


def _half_measure(tokens: Tokens, index: int) -> Amount | None:
    """Half or a quarter of a unit: "half hour", "quarter-mile"; a half-year is a period of accounts."""
    value = POWERS[0] / PARTS[tokens.words[index]]
    after = index + 1
    if tokens.words[index - 1] in HYPHENS and tokens.glued(index):
        return None  # "scrum-half Day"
    if tokens.words[after] in HYPHENS and is_plural(tokens.words[after + 1]):
        return None  # "half-centuries from Root and Brook"
    if tokens.words[after] == "of" and tokens.words[after + 1] in ARTICLES:
        after += 2  # "quarter of an hour"
    if tokens.words[after] == "point":
        return plain_amount(Numeral(index, after + 1, value, None, in_words=True), "point")  # "by a quarter point"
    measure = measure_after(tokens, Numeral(index, after, value, None, in_words=True))
    if measure is None or measure.unit in {"year", "month"}:
        return None
    return plain_amount(Numeral(index, measure.after, value, None, in_words=True), measure.unit)


def _is_titled(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether a number in words is part of a name: "the Six Nations", "Twenty20"."""
    after = numeral.after
    if (tokens.glued(after) and tokens.words[after].isdigit()) or is_named_by_number(tokens, numeral.first):
        return True
    if not tokens.is_capitalised(numeral.first) or starts_sentence(tokens, numeral.first):
        return False
    return tokens.is_capitalised(after) or ends_title(tokens, numeral.first, after)


def _is_compound(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether "a half" or "a quarter" begins another word: "a quarter-final", but not "a half-mile"."""
    words, after = tokens.words, numeral.after
    if words[numeral.first] not in ARTICLES or words[after - 1] not in PARTS:
        return False
    if words[after] not in HYPHENS or not (tokens.glued(after) and tokens.glued(after + 1)):
        return False
    return words[after + 1] not in HALVED and measure_after(tokens, numeral) is None


def money_at(tokens: Tokens, index: int, unit: str) -> Amount | None:
    """The amount of money whose number starts at ``index``, of a ``unit`` that was said before: the "3m" of "$2-3m"."""
    numeral = None if end_of_unread(tokens, index, index) else _number_at(tokens, index, index)
    if numeral is None or numeral.kind == "ordinal":
        return None
    amount = plain_amount(_scaled(tokens, numeral, is_money=True), unit)
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
        if before.border > floor and is_booked_in_brackets(tokens, before.border, numeral.after):
            numeral = numeral._replace(after=numeral.after + 1, value=-numeral.value)
            before = before._replace(border=before.border - 1)
        numeral = _scaled(tokens, numeral, is_money=True)
        first = _with_sign(tokens, before.border, floor)
        value = -numeral.value if first < before.border else numeral.value
        amount = plain_amount(numeral._replace(value=value), before.unit)._replace(first=first, is_prefixed=True)
        return _finished(tokens, amount)
    numeral = _scaled(tokens, numeral, is_money=False)
    rate = _ABBREVIATED_RATES.longest(tokens, numeral.after)
    if rate is not None and (rate[0][0] != "frame" or numeral.value <= MOST_FRAMES):
        (unit, per), after = rate
        return plain_amount(numeral._replace(after=after), unit)._replace(per=per)
    currency = currency_after(tokens, _before_whole(tokens, numeral))
    if currency is not None:
        scaled = add_words(tokens, numeral._replace(after=currency.border)) if numeral.scale == 1 else numeral
        after = max(currency.border, scaled.after)
        amount = plain_amount(scaled._replace(after=after, value=amount_of(scaled.value, currency)), currency.unit)
        quantum = amount.quantum and amount_of(amount.quantum, currency)
        return _finished(tokens, amount._replace(quantum=quantum, is_part=currency.parts > 1))
    return _measured(tokens, numeral, floor) or _counted(tokens, numeral, floor)


def _before_whole(tokens: Tokens, numeral: Numeral) -> Numeral:
    """A fraction up to the coin that it is a part of: "a tenth of a cent"; any other number as it is."""
    of, article, whole = tokens.words[numeral.after : numeral.after + 3]
    is_part = numeral.kind == "fraction" and of == "of" and article == "a" and whole not in {"pound", "mark"}
    return numeral._replace(after=numeral.after + 2) if is_part else numeral


def _scaled(tokens: Tokens, numeral: Numeral, *, is_money: bool) -> Numeral:
    """The number with the letters and words after it that multiply it."""
    return with_smaller_scale(tokens, add_words(tokens, with_letter_scale(tokens, numeral, is_money=is_money)))


def plain_amount(numeral: Numeral, unit: str | None) -> Amount:
    """The figure that a number of ``unit`` is, or a bare number without one."""
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
    """The index of the minus before a currency: "-$5m", "minus £3m", "(−$3.5bn)", "net: − £3m"."""
    before = index - 1
    if before < floor:
        return index
    word, further = tokens.words[before], tokens.words[before - 1]
    if word in {"minus", "negative"}:
        return before
    if word not in {"-", MINUS}:
        return index
    if not tokens.glued(index):
        return before if word == MINUS and (further in BEFORE_MINUS or further == ":") else index
    return index if tokens.glued(before) and further not in {"(", "[", ":", "="} else before


def _measured(tokens: Tokens, numeral: Numeral, floor: int) -> Amount | None:
    measure = measure_after(tokens, numeral) or _measure_of_part(tokens, numeral)
    if measure is None or (measure.after <= numeral.after + 1 and negative_power(tokens, numeral.after)):
        return None
    if is_some_day(tokens, numeral, measure):
        return None  # "one day he will"
    numeral = numeral._replace(after=measure.after)
    if is_name(tokens, numeral.first, floor, bare=False):
        return None
    return _finished(tokens, plain_amount(with_half(tokens, numeral), measure.unit))


def _measure_of_part(tokens: Tokens, numeral: Numeral) -> Measured | None:
    """The unit that a fraction is a part of: "a third of a cup", "three tenths of a second"."""
    if numeral.kind == "fraction" and tokens.words[numeral.after] == "point" and numeral.in_words:
        return Measured("point", numeral.after + 1)  # "half a point"
    after = numeral.after + (tokens.words[numeral.after] == "of")
    is_part = numeral.kind == "fraction" and (after > numeral.after or numeral.value < 1)
    if not is_part or tokens.words[after] not in {"a", "an", "one"}:
        return None
    if tokens.words[after + 1] == "point":
        return Measured("point", after + 2)  # "three-tenths of a point"
    measure = measure_after(tokens, numeral._replace(after=after + 1))
    return measure if measure and measure.unit not in {"lb", "st"} else None


def _counted(tokens: Tokens, numeral: Numeral, floor: int) -> Amount | None:
    """A number with the noun that it counts, or a bare number; None where it is part of a name or a code."""
    after = numeral.after
    hedge = hedge_after(tokens, after)
    if tokens.glued(after) and not numeral.in_words and not hedge and goes_on_as_word(tokens, after):
        return None
    if is_of_something(tokens, numeral):
        return None
    noun = counted_noun(tokens, hedge[1] if hedge else after, one=numeral.value == 1)
    if names_by_rank(tokens, numeral.first) or is_share(tokens, numeral):
        noun = None
    elif noun is None and numeral.value > 1:
        noun = attributive_noun(tokens, numeral.first, after) or noun_past_measure(tokens, after)
    is_grouped = tokens.words[numeral.first + 1] == "," and numeral.after > numeral.first + 1
    is_bare = noun is None and tokens.words[after] not in DEEDS and not is_grouped
    if is_name(tokens, numeral.first, floor, bare=is_bare) or tokens.words[numeral.first - 1] == "per":
        return None
    if numeral.in_words and numeral.value == 1 and (noun is None or noun.unit not in ONE_NOUNS):
        return plain_amount(numeral, None)._replace(is_weak=True)
    if noun is None:
        return (
            None
            if is_hyphenated_code(tokens, after) or is_vague(tokens, numeral)
            else _finished(tokens, plain_amount(numeral, None))
        )
    modifiers = (*_modifiers_before(tokens, numeral.first), *noun.modifiers)
    counted = plain_amount(numeral._replace(after=noun.after), noun.unit)
    return _finished(tokens, counted._replace(modifiers=modifiers, number_after=after))


def _modifiers_before(tokens: Tokens, index: int) -> tuple[str, ...]:
    before = index - 1
    return (tokens.surface(before, index),) if tokens.words[before] in MODIFIERS_BEFORE else ()


def _finished(tokens: Tokens, amount: Amount) -> Amount:
    """The amount with what it is a rate of."""
    rate = rate_after(tokens, amount.after)
    if rate is None:
        end = end_of_margin(tokens, amount.after)
        return amount if end == amount.resume else amount._replace(resume=end)
    per, after = rate
    unit = compound_of(amount.unit, per)
    if unit is not None:
        return amount._replace(unit=unit, after=after, resume=end_of_margin(tokens, after))
    return amount._replace(per=per, resume=after)
