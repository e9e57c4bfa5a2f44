"""The words of dates: each token becomes one letter, so that the grammar of dates can be one regular expression.

The letters:

    d  1 to 31            t  00, 32 to 99        y  1000 to 2199      Y z  a year in words, and the rest of its words
    h  st nd rd th        O  first, second ...   w  a number word     s    the s of 1990s
    M m  a month, short   W  a weekday           S  a season          X    sixties, noughties
    C  century            Q  quarter, half       q  q (Q3), h (H2)    U    day, week, month, year
    E e  BC, A.D.         T  the                 o  of                i    in
    a  and, or            b  between             c  to, until         P    early, mid, late, end
    F  FY, CY             L  last                H z  a holiday, and the rest of its words
    f  fiscal             n  100 to 999, 2200 and more (in round numbers)
    :  the sign           A  am, pm              Z  a time zone       x    at

Signs stand for themselves (``- / . , '``) where they are glued to both neighbours; a loose full stop is ``p``, a loose
dash ``~``, a loose slash ``|``.  Anything else is ``_``, also a dash at the beginning of a line.
"""

from __future__ import annotations

import re
from itertools import repeat
from typing import TYPE_CHECKING

from factcli.english.calendar import DECADES, MONTHS, PARTS, SEASONS, TIME_UNITS, TIME_ZONES, WEEKDAYS
from factcli.english.dates import ERAS
from factcli.english.marks import APOSTROPHES, DATE_DASHES
from factcli.english.numbers import CARDINALS, ORDINAL_SUFFIXES, ORDINALS
from factcli.mentions.dates.holidays import HOLIDAY_BEGINNINGS, length_of_holiday

if TYPE_CHECKING:
    from factcli.mentions.lexer import Tokens


_BIGGEST_YEAR = 2199
_SHORT = 4  # letters of "sept"; only May, June and July are full names of so few
_NUMBERS = {
    **dict.fromkeys(("00", *map(str, range(32, 100))), "t"),
    **dict.fromkeys(map(str, range(1, 32)), "d"),
    **{f"0{number}": "d" for number in range(1, 10)},
    **dict.fromkeys(map(str, range(1000, _BIGGEST_YEAR + 1)), "y"),
    **dict.fromkeys(map(str, (*range(100, 1000), *range(2200, 3300), *range(3300, 10_000, 10))), "n"),
}
_CLASSES = (
    dict.fromkeys(CARDINALS, "w")
    | dict.fromkeys(ORDINALS, "O")
    | dict.fromkeys(DECADES, "X")
    | {name: "m" if len(name) <= _SHORT and name not in {"may", "june", "july"} else "M" for name in MONTHS}
    | dict.fromkeys(WEEKDAYS, "W")
    | dict.fromkeys(SEASONS, "S")
    | dict.fromkeys(PARTS, "P")
    | dict.fromkeys(TIME_UNITS, "U")
    | dict.fromkeys(ORDINAL_SUFFIXES, "h")
    | dict.fromkeys(("century", "centuries", "millennium", "millennia"), "C")
    | dict.fromkeys(("fy", "cy"), "F")
    | dict.fromkeys(("fiscal", "financial"), "f")
    | dict.fromkeys(("am", "pm"), "A")
    | dict.fromkeys(TIME_ZONES, "Z")
    | dict.fromkeys(HOLIDAY_BEGINNINGS, "N")
    | dict.fromkeys(("quarter", "half", "quarters", "halves"), "Q")
    | dict.fromkeys(ERAS, "E")
    | dict.fromkeys(("to", "through", "thru", "until", "till"), "c")
    | dict.fromkeys(("and", "&", "or"), "a")
    | dict.fromkeys(DATE_DASHES, "-")
    | dict.fromkeys(APOSTROPHES, "'")
    | {
        "q": "q",
        "fq": "q",
        "qtr": "q",
        "h": "q",
        "s": "s",
        "the": "T",
        "last": "L",
        "final": "L",
        "of": "o",
        "in": "i",
        "at": "x",
        "between": "b",
        "/": "/",
        ".": ".",
        ",": ",",
        ":": ":",
    }
    # Last, because each step copies what comes before it.
    | _NUMBERS
)
_LOOSE = {"-": "~", "/": "|", ".": "p"}
_SIGN = re.compile(r"[-/.]")
# "B.C.", "A.D." and their like; "e.g." and "U.S." look the same.
_ABBREVIATION = re.compile(r"_[.]_[.p](?:_[.p])?")
_STOPPED_ERAS = frozenset({"b.c.", "b.c.e.", "a.d.", "c.e."})
_NUMBER_WORDS = re.compile(r"w(?:[-a]?w){1,7}+")

# Years that can be said in words; a smaller or greater number is a count.
_FIRST_SPOKEN, _LAST_SPOKEN = 1001, 2099
# One of these is in every date; a text that has none needs no grammar.
MAY_HOLD_DATE = re.compile(r"[CEFHMQSXYmqsy']|U[inot]|[dt][-/][dt]|d\.d\.")


def classify(tokens: Tokens) -> str:
    """One letter for each token, as listed above."""
    classes = "".join(map(_CLASSES.get, tokens.words[: tokens.count], repeat("_")))
    classes = _SIGN.sub(lambda sign: _sign(tokens, sign.start(), sign[0]), classes)
    classes = _ABBREVIATION.sub(lambda letters: _era_or_letters(tokens, letters), classes)
    classes = _NUMBER_WORDS.sub(lambda run: _year_or_words(tokens, run), classes)
    return _with_holidays(tokens, classes) if "N" in classes else classes


def _with_holidays(tokens: Tokens, classes: str) -> str:
    """The letters with ``Hz...`` for each holiday, where ``N`` says that one may begin."""
    letters = list(classes)
    for index, letter in enumerate(classes):
        if letter == "N":
            length = length_of_holiday(tokens, index)
            letters[index : index + max(length, 1)] = "H" + "z" * (length - 1) if length else "_"
    return "".join(letters)


def _sign(tokens: Tokens, index: int, sign: str) -> str:
    if tokens.glued(index) and index + 1 < tokens.count and tokens.glued(index + 1):
        return sign
    gap = tokens.text[tokens.ends[index - 1] : tokens.starts[index]] if index else ""
    # A dash that begins a line is the mark of a list.
    return "_" if "\n" in gap else _LOOSE[sign]


def _era_or_letters(tokens: Tokens, letters: re.Match[str]) -> str:
    """``Eeee`` for an era with its stops, the letters as they are for any other abbreviation."""
    first, after = letters.span()
    for end in (after, first + 4):
        if "".join(tokens.words[first:end]) in _STOPPED_ERAS and all(map(tokens.glued, range(first + 1, end))):
            return "E" + "e" * (end - first - 1) + letters[0][end - first :]
    return letters[0]


def _year_or_words(tokens: Tokens, run: re.Match[str]) -> str:
    """``Yzz`` for the words of a year, the letters as they are for any other number."""
    return run[0] if spoken_year(tokens.words[run.start() : run.end()]) is None else "Y" + "z" * (len(run[0]) - 1)


def spoken_year(words: list[str]) -> int | None:
    """The year that number words say, or None: "nineteen seventy two", "two thousand and ten", "eighteen hundred five".

    >>> spoken_year(["nineteen", "oh", "five"])
    1905
    """
    values = [CARDINALS[word] for word in words if word in CARDINALS]
    head, rest = values[0], values[1:]
    if 10 <= head <= 20 and rest and 100 not in rest and 1000 not in rest:  # noqa: PLR2004 - "nineteen ...", "twenty ..."
        year = head * 100 + _two_digits(rest)
    else:
        year = _in_hundreds(values)
    return year if _FIRST_SPOKEN <= year <= _LAST_SPOKEN else None


def _two_digits(values: list[int]) -> int:
    """The last two digits of a year from "oh five", "seventy", "seventy two" or "nineteen"; else far out of range."""
    match values:
        case [0, unit] if 0 < unit < 10:  # noqa: PLR2004 - a digit
            return unit
        case [tens, unit] if tens >= 20 and 0 < unit < 10:  # noqa: PLR2004 - seventy two
            return tens + unit
        case [both] if both >= 10:  # noqa: PLR2004 - nineteen ten
            return both
    return -10_000


def _in_hundreds(values: list[int]) -> int:
    """The number that is said the long way: 2, 1000, 10 is 2010; 17, 100, 30, 3 is 1733."""
    total = part = 0
    for value in values:
        if value == 1000:  # noqa: PLR2004 - thousand
            total, part = total + part * value, 0
        else:
            part = part * value if value == 100 else part + value  # noqa: PLR2004 - hundred
    return total + part
