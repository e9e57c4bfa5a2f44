"""Letters after a number that multiply it: "7m", "2bn", "10k"; or that are a unit: "a 3m wall", "77 K"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.english.amounts import CHANGES, LENGTHS, REACHING
from factcli.english.function_words import FUNCTION_WORDS
from factcli.english.marks import HYPHENS
from factcli.english.nouns import DEEDS, IN_MILLIONS, IN_MILLIONS_AFTER, NEVER_MEASURED, PLAYED, TALLIES, is_plural
from factcli.english.numbers import LETTER_SCALES, MONEY_SCALES
from factcli.mentions.amounts.money import currency_after, is_spaced_scale, is_stopped_scale
from factcli.mentions.amounts.number_words import add_words
from factcli.mentions.amounts.numerals import POWERS, integral, quantum_of, read_digits
from factcli.mentions.amounts.quantities import measure_after
from factcli.mentions.runs import is_run
from factcli.mentions.temperatures import is_kelvin
from factcli.units.currencies import SIGNS

if TYPE_CHECKING:
    from factcli.mentions.amounts.numerals import Numeral
    from factcli.mentions.lexer import Tokens

# "$1.3 T", "$500 K": capitals after a gap.
_CAPITALS = frozenset({"k", "m", "b", "t"})
_SCALES_OF_MONEY = frozenset({"m", "b", *MONEY_SCALES})
_FEW_WORDS = 4
_MOST_WORDS_OF_SUBJECT = 10
_MOST_WORDS_OF_CHANGE = 8
_TO_LEVEL = frozenset({"to", "from", "by"})
_AMID_CHANGE = frozenset({"%", "m", ".", ","})
# More are told in billions: "climbed to 4,000m".
_MOST_IN_MILLIONS = 1000 * POWERS[6]
_CLAUSE_ENDS = frozenset({"", ".", ";", ":", "!", "?", "(", ")"})
# "4K" is the resolution of a picture.
_RESOLUTIONS = frozenset({2, 4, 8})


def with_letter_scale(tokens: Tokens, numeral: Numeral, *, is_money: bool) -> Numeral:
    """The number times the letters that are glued to it: 7m, 2bn, 10k."""
    index = numeral.after
    letters = tokens.words[index]
    exponent = LETTER_SCALES.get(letters) or MONEY_SCALES.get(letters)
    if exponent is None or numeral.in_words or (tokens.glued(index + 1) and tokens.words[index + 1].isalnum()):
        return numeral
    scaled = numeral.scaled(exponent, index + 1 + is_stopped_scale(tokens, index))
    if not tokens.glued(index) and not _is_free_scale(tokens, index, scaled, is_money=is_money):
        return numeral
    return scaled if _is_scale(tokens, numeral, scaled, is_money=is_money) else numeral


def with_smaller_scale(tokens: Tokens, numeral: Numeral) -> Numeral:
    """A number in digits with a smaller one of its own scale: "5 crore 20 lakh", "3 hundred and 21"."""
    if numeral.in_words or numeral.scale == 1:
        return numeral
    index = numeral.after + (tokens.words[numeral.after] == "and" and numeral.scale == 100)  # noqa: PLR2004
    part = read_digits(tokens, index, index) if tokens.words[index].isdecimal() else None
    if part is None or part.value != part.value.to_integral_value():
        return numeral
    scaled = add_words(tokens, part)
    is_smaller = 0 < scaled.value < numeral.scale and (scaled.scale > 1 or index > numeral.after)
    value = integral(numeral.value + scaled.value)
    return numeral._replace(after=scaled.after, value=value, quantum=quantum_of(value)) if is_smaller else numeral


def _is_free_scale(tokens: Tokens, index: int, scaled: Numeral, *, is_money: bool) -> bool:
    """Whether the letters at ``index`` may be a scale after a gap: "$7 m", "$5 mil", "10 k", "5 m shares"."""
    letters, behind = tokens.words[index], tokens.words[index + 1]
    if letters in _CAPITALS and tokens.is_capitalised(index) and (is_money or _is_before_money(tokens, index, scaled)):
        return not (behind[:1].isalpha() and tokens.is_capitalised(index + 1))  # "$5 B. Smith", "a $50 K salary"
    if letters == "k" or (letters == "m" and tokens.words[index + 1] in NEVER_MEASURED):
        return True
    return is_spaced_scale(tokens, letters, scaled, is_money=is_money)


def _is_before_money(tokens: Tokens, index: int, scaled: Numeral) -> bool:
    return _is_before_sign(tokens, index + 1) or (
        tokens.words[index] != "b" and currency_after(tokens, scaled) is not None
    )


def _is_before_sign(tokens: Tokens, index: int) -> bool:
    """Whether a currency sign is glued to a scale: "100 K€"."""
    return tokens.words[index] in SIGNS and tokens.glued(index)


def _is_scale(tokens: Tokens, numeral: Numeral, scaled: Numeral, *, is_money: bool) -> bool:
    """Whether the letters after a number are a scale: "£3m" and "3m people" are, "a 3m wall" is not."""
    index = numeral.after
    letters, is_capital = tokens.words[index], tokens.is_capitalised(index)
    if letters == "k":
        return _is_thousand(tokens, numeral, is_money=is_money)
    if is_money or letters not in _SCALES_OF_MONEY or currency_after(tokens, scaled) is not None:
        # "$5T-shirts"
        return not (letters == "t" and tokens.words[index + 1] in HYPHENS and tokens.words[index + 2][:5] == "shirt")
    if letters in MONEY_SCALES:
        return False
    if letters == "b":
        return numeral.value != numeral.value.to_integral_value() or _counts_people(tokens, index + 1)
    if is_capital:
        return not _is_company(tokens, numeral)
    return _is_of_many(tokens, scaled)


def _is_company(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether "3M" in a text is the company of that name."""
    behind = numeral.after + 1
    is_typed_alone = numeral.first == 0 and behind >= tokens.count
    return numeral.value == 3 and not (is_typed_alone or is_plural(tokens.words[behind]))  # noqa: PLR2004


def _is_thousand(tokens: Tokens, numeral: Numeral, *, is_money: bool) -> bool:
    """Whether the "k" after a number is a scale, and not kelvins or the resolution of a picture."""
    index = numeral.after
    if is_money or _is_before_sign(tokens, index + 1):
        return True
    if is_kelvin(tokens, index, numeral) or is_run(tokens, index):
        return False
    if not tokens.glued(index):
        behind = tokens.words[index + 1]
        if is_plural(behind):
            return True
        return not behind[:1].isalnum() or behind in FUNCTION_WORDS
    return not (tokens.is_capitalised(index) and numeral.value in _RESOLUTIONS)


def _is_of_many(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether what comes after "3m" or "3m to 5m" comes in millions: people, goods, another measure."""
    index = numeral.after
    behind = tokens.words[index]
    if behind in HYPHENS and (tokens.words[index + 1] == "strong" or f"{tokens.words[index + 1]}s" in IN_MILLIONS):
        return True  # "a 5m-share block"
    if _is_after_many(tokens, numeral.first) or _ends_tally(tokens, numeral):
        return True
    if behind == "times" and not PLAYED.isdisjoint(tokens.words[max(numeral.first - _FEW_WORDS, 0) : numeral.first]):
        return True  # "watched more than 3.2m times"
    if behind in DEEDS or (is_plural(behind) and tokens.is_capitalised(index)):
        return True  # "1.4m Venezuelans", "4.5m had left"
    return _counts_people(tokens, index) or measure_after(tokens, numeral) is not None


def _is_after_many(tokens: Tokens, index: int) -> bool:
    """Whether the number at ``index`` is said of what comes in millions: "a population of 5.4m", "it employs 1.2m"."""
    for word in reversed(tokens.words[max(index - _FEW_WORDS, 0) : index]):
        if word in IN_MILLIONS_AFTER:
            return True
        if word not in FUNCTION_WORDS:
            return False
    return False


def _ends_tally(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether the clause before "3m" says how far something has come that is told in millions: "visits rose to 3m"."""
    words, verb = tokens.words, numeral.first - 1
    while numeral.first - verb < _MOST_WORDS_OF_CHANGE and _may_follow_change(words[verb]):
        verb -= 1
    is_change = words[verb] in CHANGES and not _TO_LEVEL.isdisjoint(words[verb + 1 : numeral.first])
    if not (is_change or words[verb] in REACHING) or numeral.value >= _MOST_IN_MILLIONS:
        return False
    subject = words[max(verb - _MOST_WORDS_OF_SUBJECT, 0) : verb]
    begin = max((place + 1 for place, word in enumerate(subject) if word in _CLAUSE_ENDS), default=0)
    return not TALLIES.isdisjoint(subject[begin:]) and LENGTHS.isdisjoint(subject[begin:])


def _may_follow_change(word: str) -> bool:
    """Whether a word can be between a change and the level that it leads to: "rose 4% from 2m to 3m"."""
    return word.isdigit() or word in _AMID_CHANGE or (word in FUNCTION_WORDS and word not in REACHING)


def _counts_people(tokens: Tokens, index: int) -> bool:
    """Whether people, or goods that come in millions, are among the next words of the clause."""
    for word in tokens.words[index : index + 5]:
        if word in IN_MILLIONS:
            return True
        if not word.isalnum() and word not in HYPHENS:
            return False
    return False
