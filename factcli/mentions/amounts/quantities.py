"""Measures after a number: "45km", "50,000 hectares", "a 12-year-old", "7 feet 10 inches"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from factcli import units
from factcli.english.amounts import (
    AFTER_INCHES,
    AFTER_STONES,
    LENGTHS,
    NO_SECOND_BEFORE,
    PIECED,
    RACES,
)
from factcli.english.labels import NUMBERED_AT_FIRST
from factcli.english.marks import HYPHENS
from factcli.english.nouns import is_plural
from factcli.mentions.amounts.durations import is_attribute, is_part_of_one, is_seconds
from factcli.mentions.amounts.exponents import negative_power
from factcli.mentions.patterns import late_pattern
from factcli.mentions.phrases import Lexicon, SymbolLexicon
from factcli.mentions.runs import is_run
from factcli.mentions.temperatures import is_kelvin, unsigned_degrees
from factcli.units.factors import FACTORS

if TYPE_CHECKING:
    from factcli.mentions.amounts.numerals import Numeral
    from factcli.mentions.lexer import Tokens


class Measured(NamedTuple):
    """A unit of measure and the index after it."""

    unit: str
    after: int


# A foot or inch mark is often a quotation mark: those are read in heights only, which have a pattern of their own.
_MARKS = frozenset({"'", '"'})
_NAMES: Lexicon[str] = Lexicon(units.names())
_SYMBOLS: SymbolLexicon[str] = SymbolLexicon(
    {symbol: unit for symbol, unit in units.symbols().items() if symbol not in _MARKS}
)
# 6'2", 5'10, 5ft10, a 6-foot-3 guard, five feet ten: inches are less than twelve.
_INCHES = r"(?:[0-9]|1[01])"
_HEIGHT = late_pattern(
    rf"""(?P<feet>[0-9]{{1,3}})\s?['′’]\s?(?P<marked>{_INCHES}(?:\.[0-9])?)\s?(?:[\"″”]|''|’’)
    | (?P<tall>[4-7])(?:['′’](?!{_INCHES}\s(?!tall)[a-z])|ft\s?|[-‐‑\s]f(?:oo|ee)t[-‐‑])(?P<bare>{_INCHES})
      (?!\s?[-‐‑'’"″”]|\w|[.,][0-9]|\s?in)""",
    re.VERBOSE,
)

_SIDES = late_pattern(r"[0-9]{1,4}(?:\.[0-9]{1,3})?(?:[x×][0-9]{1,4}(?:\.[0-9]{1,3})?){1,2}+(?![0-9x×])\s?")
_MOST_UNLIKE = 20
_TIMES_TEN = frozenset("×·⋅∙*")
_FIRST_OF_FEET = frozenset({"'", "′", "’", "ft", "foot", "feet", "-", "‐", "‑"})
_GLUED_NUMBER = late_pattern(r"[0-9]{1,12}+(?:[.,][0-9]{1,12}+)?\s?(?P<symbol>\S{1,8})")

_RATE_MARKS = frozenset({"per", "/"})
# Letters that are a unit only where they are glued to a number of digits.
_GLUED_ONLY = frozenset(
    {"A", "N", "J", "B", "T", "pt", "st", "ct", "au", "pc", "PS", "ton", "MT", "ps", "ka", "ins", "MP", "G"}
)
# Those that are a unit after a gap only where no name goes on: "a 500 W lamp", "230 V", but "5 W. 42nd Street".
_BEFORE_NO_NAME = frozenset({"W", "V", "bar", "Ma"})
_NEVER_GLUED = frozenset({"A", "N", "J", "B", "T", "G", "pc", "cup"})
# "24 fps" are frames, "1,200 fps" feet.
MOST_FRAMES = 240
_CLAUSE_ENDS = frozenset({"", ".", ",", ";", ":", ")", "]", "(", "!", "?"})

_AGES = frozenset({"year", "month", "week", "day"})
# Units that may be followed by a smaller one of the same dimension in one figure.
_COMPOUND = frozenset({"length", "mass", "duration", "angle"})
# "3 min, 12 sec" is one figure, with less than a whole of the larger unit.
_CLOCK = {"min": "h", "s": "min"}
_CONTEXT = 8
# Names of units that have a denominator of their own: "mile per hour".
_WITH_RATE = frozenset({"per", "a", "an", "to", "/"})
_CALENDAR = frozenset({"year", "month", "week", "decade", "century"})


def measure_after(tokens: Tokens, numeral: Numeral) -> Measured | None:
    """The unit of measure right after a number; None if there is none."""
    index = numeral.after
    if tokens.words[index] in HYPHENS and tokens.glued(index) and tokens.glued(index + 1):
        return _with_age(tokens, _measure_at(tokens, index + 1, numeral, hyphen=True))
    if is_run(tokens, index):
        return Measured("km", index + 1)
    bracketed = _bracketed(tokens, index, numeral)
    return bracketed or _with_age(tokens, _measure_at(tokens, index, numeral, hyphen=False))


def plain_unit_at(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """The unit without a rate whose name or symbol is at ``index``, and the index after it: "square kilometre", "L"."""
    rows = (_NAMES.longest(tokens, index), _SYMBOLS.longest(tokens, index))
    found = max(rows, key=lambda row: row[1] if row else 0)
    if found is not None and not _WITH_RATE.isdisjoint(tokens.words[index : found[1]]):
        unit = units.names().get(tokens.words[index]) or units.symbols().get(tokens.surface(index, index + 1))
        found = None if unit is None else (unit, index + 1)
    if found is None or found[0] == "%" or (tokens.glued(found[1]) and tokens.words[found[1]][:1].isalnum()):
        return None
    return found


def is_side(tokens: Tokens, index: int) -> bool:
    """Whether the digits at ``index`` are a side after "x" or "×", of a length that follows the last of them."""
    match = _SIDES.match(tokens.lowered, tokens.starts[index - 2]) if tokens.words[index - 1] in {"x", "×"} else None
    sides = [] if match is None else list(map(Decimal, re.split("[x×]", match[0].rstrip())))
    if match is None or max(sides) > _MOST_UNLIKE * min(sides):
        return False  # "4x100m"
    after = index
    while after < tokens.count and tokens.starts[after] < match.end():
        after += 1
    unit = plain_unit_at(tokens, after + (tokens.words[after] in HYPHENS and tokens.glued(after)))
    return unit is not None and units.dimension_of(unit[0]) == "length" and tokens.words[unit[1]] not in RACES


def compound_of(unit: str | None, per: str) -> str | None:
    """The unit of measure that ``unit`` per ``per`` is, if it is one: "m/s²"."""
    compound = units.symbols().get(f"{unit}/{per}")
    return compound if compound is not None and unit is not None else None


def height_at(tokens: Tokens, index: int) -> tuple[Decimal, int] | None:
    """A length in feet and inches by their marks (6'2"): the inches, and the index after it."""
    if tokens.words[index + 1] not in _FIRST_OF_FEET:
        return None
    match = _HEIGHT.match(tokens.text, tokens.starts[index])
    if match is None or (tokens.words[index - 1] == "." and tokens.glued(index)):
        return None
    after = index
    while after < tokens.count and tokens.starts[after] < match.end():
        after += 1
    return int(match["feet"] or match["tall"]) * 12 + Decimal(match["marked"] or match["bare"]), after


def may_be_followed_by(unit: str, smaller: str, *, listed: bool) -> bool:
    """Whether an amount of ``smaller`` goes on with one of ``unit``: "7 feet 10 inches", not "3 years, 2 months"."""
    dimension = units.dimension_of(unit)
    if dimension not in _COMPOUND or units.dimension_of(smaller) != dimension:
        return False
    if listed and _CLOCK.get(smaller) == unit:
        return True
    if dimension == "duration" and (listed or unit in _CALENDAR or smaller in _CALENDAR):
        return False
    return Decimal(FACTORS[smaller]) < Decimal(FACTORS[unit])


def converted(amount: Decimal, unit: str, smaller: str) -> Decimal:
    """An amount of ``unit`` in the unit ``smaller`` of the same dimension."""
    return amount * Decimal(FACTORS[unit]) / Decimal(FACTORS[smaller])


def with_half(tokens: Tokens, numeral: Numeral) -> Numeral:
    """A measured number with "and a half" after its unit: "an hour and a half"."""
    index = numeral.after
    if tokens.words[index] != "and":
        return numeral
    index += 2 if tokens.words[index + 1] == "a" else 1
    if tokens.words[index] != "half" or tokens.words[index + 1] in {"a", "an", "of", "the"}:
        return numeral
    return numeral._replace(after=index + 1, value=numeral.value + Decimal("0.5"), quantum=None)


def _measure_at(tokens: Tokens, index: int, numeral: Numeral, *, hyphen: bool) -> Measured | None:
    if _is_per_cent(tokens, index, numeral):
        return Measured("%", index + 1)
    if tokens.words[index] in {"x", "×", '"'} and tokens.glued(index) and not numeral.in_words:
        return _by_one_sign(tokens, index)
    name = _NAMES.longest(tokens, index)
    symbol = _SYMBOLS.longest(tokens, index)
    if symbol is not None and not _is_symbol(tokens, index, symbol[1], numeral, hyphen=hyphen):
        symbol = None
    if name is not None and not _is_unit_name(tokens, index, name[1], hyphen=hyphen):
        name = None
    found = max((name, symbol), key=lambda row: row[1] if row else 0)
    if found is not None:
        return Measured(*found)
    scale = unsigned_degrees(tokens, index, numeral)
    return Measured(scale, index + 1) if scale else None


def _by_one_sign(tokens: Tokens, index: int) -> Measured | None:
    """What is glued to a number as one sign: "a 10x zoom" is ten times, and the mark of a 6.5'' display inches."""
    behind = tokens.words[index + 1 + (tokens.words[index + 1] in HYPHENS)]
    if tokens.words[index] == '"':
        return Measured("in", index + 1) if behind in AFTER_INCHES else None
    is_free = not (behind.isdigit() or (tokens.glued(index + 1) and behind[:1].isalnum()))
    return Measured("time", index + 1) if is_free else None


def _is_symbol(tokens: Tokens, index: int, after: int, numeral: Numeral, *, hyphen: bool) -> bool:
    """Whether the symbol is a unit here, and no letter of something else."""
    symbol = tokens.surface(index, after)
    if _is_cut(tokens, symbol, after):
        return False
    glued = tokens.glued(index) and not numeral.in_words
    doubtful = _doubtful(tokens, (index, after), numeral, glued=glued, hyphen=hyphen)
    if doubtful is not None:
        return doubtful
    if symbol in (_NEVER_GLUED if glued else _GLUED_ONLY):
        # "340 W m−2", "5 N per m"
        goes_on = negative_power(tokens, after) is not None or tokens.words[after] in _RATE_MARKS
        return not glued and (goes_on or _is_power(tokens, numeral) or _goes_on_in_pounds(tokens, symbol, after))
    if len(symbol) > 1 or not symbol.isalpha():
        return True
    return not numeral.in_words and (glued or tokens.words[after] not in {"'", "’"})


def _doubtful(tokens: Tokens, span: tuple[int, int], numeral: Numeral, *, glued: bool, hyphen: bool) -> bool | None:
    """Whether a symbol is a unit that may as well be something else; None for any other symbol."""
    index, after = span
    symbol = tokens.surface(index, after)
    if symbol == "K":
        return is_kelvin(tokens, index, numeral)
    if symbol == "M":
        return not glued and 0 < numeral.value < 1  # "0.5 M saline"
    if symbol == "fps":
        return numeral.value > MOST_FRAMES
    if symbol == "s" and glued:
        return is_seconds(tokens, numeral)
    if symbol == "in" and not glued:
        return not hyphen and _is_inches(tokens, numeral, after)
    return _stands_alone(tokens, symbol, after, numeral) if symbol in _BEFORE_NO_NAME and not glued else None


def _is_power(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether a number is written with a power of ten, which only a unit can follow: "2 × 10⁻³ A"."""
    return not _TIMES_TEN.isdisjoint(tokens.words[numeral.first : numeral.after])


def _goes_on_in_pounds(tokens: Tokens, symbol: str, after: int) -> bool:
    return symbol == "st" and tokens.words[after].isdigit() and tokens.words[after + 1] in {"lb", "lbs"}


def _stands_alone(tokens: Tokens, symbol: str, after: int, numeral: Numeral) -> bool:
    """Whether no name goes on with a symbol that has a gap before it."""
    is_noun = symbol == "bar" and is_plural(tokens.words[after])  # "5 bar owners"
    return not numeral.in_words and not is_noun and not _starts_name(tokens, after)


def _starts_name(tokens: Tokens, index: int) -> bool:
    """Whether a capital comes after a letter, or its full stop: an address or the initials of somebody."""
    if tokens.words[index] == "." and tokens.glued(index):
        index += 1
        return tokens.is_capitalised(index) or tokens.words[index][:1].isdigit()
    return tokens.is_capitalised(index)


def _is_cut(tokens: Tokens, symbol: str, after: int) -> bool:
    """Whether a word or a code goes on with the symbol: "12 mx", "5 m-3"."""
    if not tokens.glued(after):
        return False
    behind = tokens.words[after]
    if behind[:1].isalpha() or behind[:1].isdecimal():
        return not _starts_compound(tokens, symbol, after)
    is_code = symbol != "%" and behind == "-" and tokens.words[after + 1].isdigit()
    return is_code and not _is_repeated(tokens, symbol, after + 1) and negative_power(tokens, after - 1) is None


def _is_repeated(tokens: Tokens, symbol: str, index: int) -> bool:
    """Whether the number at ``index`` has the same symbol glued to it: "5km-10km"."""
    match = _GLUED_NUMBER.match(tokens.text, tokens.starts[index])
    return match is not None and match["symbol"].startswith(symbol)


def _starts_compound(tokens: Tokens, symbol: str, after: int) -> bool:
    if not tokens.words[after].isdigit():
        return False
    is_bare = symbol == "h" and len(tokens.words[after]) == 2  # noqa: PLR2004 - "2h30"
    return symbol in {"ft", "h", "hr", "hrs", "min", "mins", "st", "lb"} and (is_bare or tokens.glued(after + 1))


def _is_inches(tokens: Tokens, numeral: Numeral, after: int) -> bool:
    """Whether a free "in" is inches: a dimension goes on, or its clause is about a length; not "sold 300 in 2015"."""
    behind = tokens.words[after]
    if behind in AFTER_INCHES or (behind == "by" and tokens.words[after + 1][:1].isdigit()):
        return True
    if behind not in _CLAUSE_ENDS or (not behind and after < tokens.count):
        return False
    around = tokens.words[max(numeral.first - _CONTEXT, 0) : numeral.first] + tokens.words[after + 1 : after + 4]
    is_alone = numeral.first == 0 and after >= tokens.count - 1
    return is_alone or tokens.words[numeral.first - 1] in {"x", "×", "by"} or not LENGTHS.isdisjoint(around)


def _is_unit_name(tokens: Tokens, index: int, after: int, *, hyphen: bool) -> bool:
    """Whether the name is a unit here, and no other word of English."""
    word, behind = tokens.words[index], tokens.words[after]
    if after > index + 1:
        return True
    if word == "second":
        is_score = tokens.words[index - 2] in HYPHENS  # "the 5-1 second favourite"
        if is_part_of_one(tokens, index) and behind not in NO_SECOND_BEFORE:
            return True
        if (
            (tokens.words[index - 1].isdigit() or is_attribute(tokens, index))
            and not is_score
            and behind not in NO_SECOND_BEFORE
        ):
            return not is_plural(behind) or hyphen  # "a 30 second video", but "12 second homes"
        return behind not in NO_SECOND_BEFORE and (hyphen or not behind.isalpha() or behind in {"of", "and", "or"})
    if word == "stone":
        return not behind.isalpha() or behind in AFTER_STONES
    is_numbered = word in NUMBERED_AT_FIRST and tokens.is_capitalised(index) and behind.isdigit()
    return not is_numbered  # "237 Year 11 students"


def _bracketed(tokens: Tokens, index: int, numeral: Numeral) -> Measured | None:
    """A unit in brackets after a bare number: "20 (kg)"."""
    if tokens.words[index] not in {"(", "["}:
        return None
    found = _measure_at(tokens, index + 1, numeral, hyphen=False)
    if found is None or tokens.words[found.after] not in {")", "]"}:
        return None
    return Measured(found.unit, found.after + 1)


def _is_per_cent(tokens: Tokens, index: int, numeral: Numeral) -> bool:
    """Whether "pc" is glued to a number and not before what comes in pieces: "up 24pc", but "a 12pc set"."""
    if tokens.words[index] != "pc" or numeral.in_words or not tokens.glued(index):
        return False
    behind = tokens.words[index + 1]
    return behind not in PIECED and not (tokens.glued(index + 1) and behind[:1].isalnum())


def _with_age(tokens: Tokens, found: Measured | None) -> Measured | None:
    """A unit of time with "old" or "of age" after it."""
    if found is None or found.unit not in _AGES:
        return found
    after, words = found.after, tokens.words
    if words[after] in HYPHENS and words[after + 1] in {"old", "olds"}:
        return Measured(found.unit, after + 2)
    if words[after] in {"old", "olds"}:
        return Measured(found.unit, after + 1)
    return Measured(found.unit, after + 2) if words[after] == "of" and words[after + 1] == "age" else found
