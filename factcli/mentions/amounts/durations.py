"""Times: hours, minutes and seconds run together ("2h 30m", "2h30"), and the words that only look like a time."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from factcli.english.amounts import AFTER_ONE_DAY, DURING, LASTING, STOPPED_UNITS, TIMED
from factcli.english.function_words import FUNCTION_WORDS
from factcli.english.marks import HYPHENS
from factcli.english.nouns import is_plural
from factcli.english.numbers import (
    ARTICLES,
    BEFORE_QUARTERS,
    PLURAL_PARTS,
    SCALE_ORDINALS,
    SCALE_PARTS,
    SCALES,
    TENS,
    UNITS,
)
from factcli.mentions.amounts.numerals import Numeral, quantum_of, read_digits
from factcli.mentions.patterns import late_pattern

if TYPE_CHECKING:
    from factcli.mentions.amounts.quantities import Measured
    from factcli.mentions.lexer import Tokens

_SIXTY = 60
# What may follow an amount of the unit: the smaller unit, its symbols that are glued to the digits, and the free ones.
_SMALLER = {"h": ("min", {"m", "min", "mins"}, {"min", "mins"}), "min": ("s", {"s", "sec", "secs"}, {"sec", "secs"})}

# Whole times by their letters alone: "5m30s" and "5m 30s" are not metres, nor is "2d 3h".
_BY_LETTERS = late_pattern(
    r"(?:(?P<d>[0-9]{1,4})d\s?)?(?:(?P<h>[0-9]{1,3})h\s?)?(?:(?P<m>[0-9]{1,3})m(?:in)?\s?)?"
    r"(?:(?P<s>[0-9]{1,2}(?:\.[0-9]{1,4})?)s(?:ec)?)?(?![0-9a-z])"
)
_IN_SECONDS = {"d": 86400, "h": 3600, "m": 60, "s": 1}
_FIRST_LETTERS = frozenset("dhm")
_SYMBOLS = {"h": "h", "m": "min", "s": "s"}


class Duration(NamedTuple):
    """A time in its smallest ``unit`` that is printed, and the index after it."""

    value: Decimal
    quantum: Decimal | None
    unit: str
    after: int


def time_at(tokens: Tokens, index: int) -> Duration | None:
    """The time whose parts are days to seconds by one letter each, and the index after it: "2d 3h", "5m 30.5s"."""
    may_begin = tokens.words[index + 1][:1] in _FIRST_LETTERS and tokens.glued(index + 1)
    if not may_begin or (tokens.glued(index) and tokens.words[index - 1].isalnum()):
        return None
    match = _BY_LETTERS.match(tokens.lowered, tokens.starts[index])
    parts = {letter: text for letter, text in match.groupdict().items() if text} if match else {}
    letters = "".join(parts)
    if match is None or len(parts) < 2 or letters not in "dhms":  # noqa: PLR2004 - hours alone are read as any unit
        return None
    if letters == "ms" and " " in match[0] and not _is_timed(tokens, index):
        return None
    smallest = letters[-1]
    if any(Decimal(parts[letter]) >= _SIXTY for letter in letters[1:] if letter != "h"):
        return None
    seconds = sum((Decimal(text) * _IN_SECONDS[letter] for letter, text in parts.items()), Decimal(0))
    after = index
    while after < tokens.count and tokens.starts[after] < match.end():
        after += 1
    if "" in tokens.words[index:after]:
        return None
    value = seconds / _IN_SECONDS[smallest]
    return Duration(value, quantum_of(Decimal(parts[smallest])), _SYMBOLS[smallest], after)


def _is_timed(tokens: Tokens, index: int) -> bool:
    """Whether the words before "5m 30s" say that something takes so long; a list of tracks says it of many."""
    before = tokens.words[max(index - 2, 0) : index]
    return not before or not (LASTING | DURING).isdisjoint(before)


def duration_at(tokens: Tokens, value: Decimal, unit: str | None, after: int) -> Duration | None:
    """The time whose first part is ``value`` of ``unit`` and ends before ``after``; None if nothing smaller follows."""
    found = None
    while unit in _SMALLER:
        part = _part(tokens, unit, after)
        if part is None:
            break
        numeral, after = part
        value, unit = value * _SIXTY + numeral.value, _SMALLER[unit][0]
        found = Duration(value, numeral.quantum, unit, after)
    return found


def _part(tokens: Tokens, unit: str, index: int) -> tuple[Numeral, int] | None:
    """The number of the next smaller unit at ``index``, and the index after its symbol."""
    if tokens.words[index] == "." and tokens.glued(index) and not tokens.glued(index + 1):
        index += 1  # "1 hr. 15 min."
    if not tokens.words[index].isdecimal():
        return None
    numeral = read_digits(tokens, index, index)
    if numeral is None or not 0 <= numeral.value < _SIXTY or numeral.after > index + 3:
        return None
    _, glued, free = _SMALLER[unit]
    after = numeral.after
    if tokens.words[after] in (glued if tokens.glued(after) else free):
        is_cut = tokens.glued(after + 1) and tokens.words[after + 1][:1].isalpha()
        return None if is_cut else (numeral, after + 1)
    is_bare = unit == "h" and tokens.glued(index) and len(tokens.words[index]) == 2  # noqa: PLR2004 - "2h30"
    return (numeral, after) if is_bare and not tokens.words[after][:1].isalnum() else None


def is_stop_of_unit(tokens: Tokens, index: int) -> bool:
    """Whether the full stop at ``index`` belongs to an abbreviated unit that a smaller one follows: "5 ft. 11 in."."""
    is_stop = tokens.words[index] == "." and tokens.glued(index) and tokens.words[index - 1] in STOPPED_UNITS
    return is_stop and tokens.words[index + 1].isdigit()


def is_seconds(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether the "s" glued to a number is seconds and not a plural: "41.8s", "lasts 30s", not "under 15s"."""
    before = tokens.words[numeral.first - 1]
    if numeral.quantum is not None and numeral.quantum < 1:
        return True
    return before in TIMED


def is_attribute(tokens: Tokens, index: int) -> bool:
    """Whether a number in words before "second" is one of seconds: "a five second delay"."""
    before = tokens.words[index - 1]
    is_small = before in UNITS and tokens.words[index - 2] in ARTICLES and not is_plural(tokens.words[index + 1])
    is_noun = tokens.words[index + 1] not in FUNCTION_WORDS
    return before in SCALES or before in TENS or (is_small and is_noun)


def is_part_of_one(tokens: Tokens, index: int) -> bool:
    """Whether parts of one second are counted: "four hundredths of a second off", "a thousandth of a second split"."""
    parts = tokens.words[index - 3]
    is_part = parts in PLURAL_PARTS or parts in SCALE_PARTS or parts in SCALE_ORDINALS
    return is_part and tokens.words[index - 2 : index] == ["of", "a"]


def are_quarters_of_years(tokens: Tokens, position: int) -> bool:
    """Whether "quarters" are times and not parts: "two quarters", "the last three quarters"."""
    if tokens.words[position] != "quarters" or tokens.words[position - 1] in HYPHENS:
        return False
    count, before, behind = tokens.words[position - 1], tokens.words[position - 2], tokens.words[position + 1]
    in_a_row = behind in {"running", "straight"} or tokens.words[position + 1 : position + 4] == ["in", "a", "row"]
    return (count == "two" and behind != "of") or before in BEFORE_QUARTERS or in_a_row


def is_some_day(tokens: Tokens, numeral: Numeral, measure: Measured) -> bool:
    """Whether "one day" is some day, and not a time that something takes: "it lasted one day", "one day of sales"."""
    if not numeral.in_words or numeral.value != 1 or tokens.words[numeral.after] != "day" or measure.unit != "day":
        return False
    return tokens.words[numeral.first - 1] not in LASTING and tokens.words[measure.after] not in AFTER_ONE_DAY
