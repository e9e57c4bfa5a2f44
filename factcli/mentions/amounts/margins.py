"""Margins of error after a number, which its unit comes after: "3.5 ± 0.2 s", "5.3(2) days", "10 +/- 1%"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcli.english.labels import LABELS
from factcli.mentions.amounts.exponents import exponent_at
from factcli.mentions.amounts.numerals import ONE, POWERS, Numeral, integral
from factcli.mentions.amounts.quantities import measure_after
from factcli.mentions.patterns import late_pattern

if TYPE_CHECKING:
    from factcli.mentions.lexer import Tokens

_NUMBER = (
    r"(?:[0-9]{1,12}+|(?=\.[0-9]))(?:[.,][0-9]{1,12}+)?(?:[eE][+−-]?[0-9]{1,2})?"
    r"(?:[⁻⁰¹²³⁴-⁹]{1,3}+|\^[+−-]?[0-9]{1,2})?"
)
_PLUS_MINUS = r"(?:±|\\pm|\+\s?/\s?[-−–]|\+[-−–])"
_SD = r"(?:SD|SE|SEM|s\.d\.)"
_MARGIN = late_pattern(rf"\s?{_PLUS_MINUS}\s?[$€£]?{_NUMBER}(?![0-9])(?:\s\({_SD}\))?|\s?\({_PLUS_MINUS}\s?{_NUMBER}\)")
# After a unit: "20 mg (±2 mg)", "$7.8 billion, plus or minus $200 million".
_OPEN_MARGIN = late_pattern(rf"\s?\({_PLUS_MINUS}\s?[$€£]?{_NUMBER}(?![0-9])")
_WORDED_AFTER = late_pattern(
    rf"(?:,\s|\s\(?)(?:plus or minus|give or take)\s[$€£]?{_NUMBER}(?:\s?(?:thousand|million|billion|[mb]n))?(?![0-9])"
)
# What a margin may begin with.
_SIGNS = frozenset("±+(\\")
_FIRST_WORDS = frozenset({"plus", "give"})
# What the margin in a bracket or after a comma may begin with.
_OPENING = frozenset("(,")
_FIRST_INSIDE = _FIRST_WORDS | _SIGNS
# "5.2 (1.1) hours", as journals print a mean with its deviation; a unit has to follow.
_DEVIATION = late_pattern(rf"\s\((?:{_SD}\s?[=:]?\s?)?{_NUMBER}\)")
_WORDED = late_pattern(rf"\s(?:plus or minus|give or take)\s{_NUMBER}(?![0-9])", re.IGNORECASE)
# Digits in brackets are the uncertainty of the last decimals; "Section 12(3)" has no decimals.
_LAST_PLACES = late_pattern(r"\([0-9]{1,3}\)(?!\()")


def with_margin(tokens: Tokens, numeral: Numeral) -> Numeral:
    """The number with the margin of error that is between it and its unit; the value stays the centre."""
    if numeral.in_words or numeral.kind != "cardinal":
        return numeral
    text, end = tokens.text, tokens.ends[numeral.after - 1]
    match = _signed_margin_at(text, end)
    if match is None and tokens.words[numeral.after] in _FIRST_WORDS:
        match = _WORDED.match(text, end)
    if match is None and numeral.value != numeral.value.to_integral_value() and not _is_labelled(tokens, numeral):
        match = _LAST_PLACES.match(text, end) or _deviation(tokens, numeral)
    if match is None:
        return numeral
    return _raised(tokens, numeral, match.end())


def _deviation(tokens: Tokens, numeral: Numeral) -> re.Match[str] | None:
    match = _DEVIATION.match(tokens.text, tokens.ends[numeral.after - 1])
    if match is None:
        return None
    after = _index_at(tokens, numeral.after, match.end())
    return match if measure_after(tokens, Numeral(after, after, ONE, None)) else None


def end_of_margin(tokens: Tokens, index: int) -> int:
    """The index after the margin that starts at ``index``, after a unit ("3.5 s ± 0.2 s"); ``index`` without one."""
    word, text, end = tokens.words[index], tokens.text, tokens.ends[index - 1]
    match = _signed_margin_at(text, end)
    if match is None and (word in _FIRST_WORDS or (word in _OPENING and tokens.words[index + 1] in _FIRST_INSIDE)):
        match = _OPEN_MARGIN.match(text, end) or _WORDED_AFTER.match(text, end)
    if match is None:
        return index
    after = _index_at(tokens, index, match.end())
    measure = measure_after(tokens, Numeral(after, after, ONE, None))
    after = measure.after if measure else after
    return after + (tokens.words[after] == ")" and "(" in match[0] and ")" not in match[0])


def _signed_margin_at(text: str, end: int) -> re.Match[str] | None:
    return None if _SIGNS.isdisjoint(text[end : end + 2]) else _MARGIN.match(text, end)


def _raised(tokens: Tokens, numeral: Numeral, end: int) -> Numeral:
    """The number with its margin up to the offset ``end``, brackets around both and a power of ten after them."""
    first, after = numeral.first, _index_at(tokens, numeral.after, end)
    if tokens.words[first - 1] == "(" and tokens.words[after] == ")" and _goes_on(tokens, after + 1):
        after += 1
        first -= 1
    exponent = exponent_at(tokens.text, tokens.ends[after - 1])
    if exponent is None:
        return numeral._replace(first=first, after=after)
    power = POWERS.get(exponent.value)
    if power is None:
        return numeral
    return numeral._replace(
        first=first,
        after=_index_at(tokens, after, exponent.end),
        value=integral(numeral.value * power),
        quantum=numeral.quantum and numeral.quantum * power,
    )


def _is_labelled(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether the number is the number of something: "rule 5.3(2)"."""
    return tokens.words[numeral.first - 1] in LABELS or tokens.words[numeral.first - 1] == "§"


def _goes_on(tokens: Tokens, index: int) -> bool:
    """Whether a unit, a percent sign or a power of ten can be at ``index``."""
    return tokens.words[index][:1].isalpha() or tokens.words[index] in {"%", "×", "·", "°"}


def _index_at(tokens: Tokens, index: int, end: int) -> int:
    while index < tokens.count and tokens.starts[index] < end:
        index += 1
    return index
