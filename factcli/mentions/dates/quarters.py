"""What the printed forms of a quarter or a half of a year say: "Q3 2019", "the first and second quarters of 2020"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcli.english.dates import QUARTER_CUES
from factcli.mentions.dates.cues import ends_freely
from factcli.mentions.dates.grammar import Point, Printed, ordinal_without_suffix
from factcli.mentions.dates.when import When, months, years

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcli.mentions.dates.grammar import Meaning
    from factcli.mentions.lexer import Tokens

_MONTHS_OF = {"quarter": 3, "half": 6, "quarters": 3, "halves": 6, "q": 3, "qtr": 3, "h": 6}
_MONTHS_OF_A_YEAR = 12
_TWO = 2
NTH = re.compile(r"dh|w-?O|O")


def _quarter(printed: Printed) -> Meaning:
    """Q3 2019, the second half of 2018, Quarter 1 2018: the months from the first to the last."""
    if printed.has("short"):
        digits, name = sorted(printed.words("short"))
        if _is_hours(printed):
            return None
        if name == "fq":
            first = printed.match.start(f"{printed.form}_year")
            return [Point(first, printed.match.end(), When(printed.year), "fiscal")] if printed.year else None
        count = int(digits)
    elif printed.has("count"):
        name, count = printed.words("noun")[0], printed.number("count")
    else:
        name, count = printed.words("part")[0], _last(printed) if printed.has("last") else printed.day
    if printed.has("short") and not _is_code(printed, name):
        return None
    if printed.year is None and not _is_short_quarter(printed):
        return None
    return _part_of_a_year(printed.year, name, count)


def _last(printed: Printed) -> int:
    return _MONTHS_OF_A_YEAR // _MONTHS_OF[printed.words("part")[0]]


def _is_code(printed: Printed, name: str) -> bool:
    """Whether "3Q" or "H2" is written as one; "1 h" and "2h" are hours."""
    tokens, (first, after) = printed.page.tokens, printed.match.span(f"{printed.form}_short")
    is_hour = name == "h" and not tokens.surface(first, after).isupper() and printed.year is None
    is_apart = name in {"q", "qtr"} and printed.year is not None and tokens.words[first] == name  # "Q 1 2020"
    return is_apart or (tokens.glued(first + 1) and not is_hour)


def _part_of_a_year(year: int | None, name: str, count: int) -> When | None:
    length = _MONTHS_OF[name]
    if not 1 <= count <= _MONTHS_OF_A_YEAR // length:
        return None
    return months(year, (count - 1) * length + 1, count * length)


def _quarter_digits(printed: Printed) -> Meaning:
    """1Q21 and 2H22; Q1/21 and, after "in" and its like, Q1-21."""
    words, first = printed.page.tokens.words, printed.match.start()
    surface, digits = printed.page.tokens.surface(first, printed.match.end()), printed.words("digits")[0]
    if len(digits) != _TWO or not surface.isupper() or " " in surface or not ends_freely(*_end(printed)):
        return None
    if "-" in surface and words[first - 1] not in QUARTER_CUES:
        return None
    count, name = sorted(words[first : first + 2])
    return _part_of_a_year(2000 + int(digits), name, int(count))


def _end(printed: Printed) -> tuple[Tokens, int]:
    return printed.page.tokens, printed.match.end()


def _is_hours(printed: Printed) -> bool:
    """Whether "1 h" is a time that something takes: half a year is "H1" or "1H"."""
    last, tokens = printed.match.start(f"{printed.form}_short") + 1, printed.page.tokens
    return tokens.words[last] == "h" and not (tokens.glued(last) and tokens.is_capitalised(last))


def _is_short_quarter(printed: Printed) -> bool:
    """Whether a quarter without a year is one of a year and not of a game: "in Q2"."""
    words = printed.page.tokens.words
    return printed.has("short") and words[printed.match.start() - 1] in QUARTER_CUES


def _fiscal_quarter(printed: Printed) -> Meaning:
    """Q1 FY25, the third quarter of fiscal 2024: the fiscal year alone, as only its owner knows its months."""
    if not printed.has("mark"):
        first = printed.match.start(f"{printed.form}_spoken")
        return [Point(first, first + 1, When(printed.number("spoken")), "fiscal")]
    first, when = printed.match.start(f"{printed.form}_mark"), _fiscal(printed)
    return [Point(first, printed.match.end(), when, "fiscal")] if isinstance(when, When) else None


def _fiscal(printed: Printed) -> Meaning:
    """FY2019: a year, whichever months it has; FY2018/19 is both."""
    year = printed.year
    if year is None or len(printed.words("year")[-1]) == 1:
        return None
    return years(year, year + 1) if printed.has("next") else When(year)


def _quarters(printed: Printed) -> Meaning:
    """Q1-Q3 2020, Q1 and Q2 2020: from the first to the last; Q1 and Q4 2020 are two."""
    (first, name), (last, other) = (sorted(printed.words(end)) for end in ("from", "to"))
    is_listed = printed.words("dash")[0] in {"and", "&", "or"}
    return _of_a_year(printed, name, [int(first), int(last)], is_listed=is_listed) if name == other else None


def _quarters_listed(printed: Printed) -> Meaning:
    """The first and second quarters of 2020."""
    start = printed.match.start("quarters_listed_listed")
    words = printed.page.tokens.words
    counts = [
        ordinal_without_suffix(words[start + nth.start() : start + nth.end()])
        for nth in NTH.finditer(printed.match["quarters_listed_listed"])
    ]
    is_listed = printed.words("joint")[-1] in {"and", "&", "or"}
    return _of_a_year(printed, printed.words("part")[0], counts, is_listed=is_listed)


def _of_a_year(printed: Printed, name: str, counts: list[int], *, is_listed: bool) -> Meaning:
    """The months of such parts of a year; None where they are not in order, or have gaps between them."""
    length = _MONTHS_OF[name]
    has_gaps = is_listed and counts[-1] - counts[0] != len(counts) - 1
    if counts != sorted(set(counts)) or not 1 <= counts[0] < counts[-1] <= _MONTHS_OF_A_YEAR // length:
        return None
    first = printed.match.start()
    if has_gaps:
        parts = [_part_of_a_year(printed.year, name, count) for count in counts]
        return None if None in parts else _side_by_side(printed, [part for part in parts if part])
    if printed.page.tokens.words[first - 1] in {"fiscal", "financial"}:
        return None
    return months(printed.year, (counts[0] - 1) * length + 1, counts[-1] * length)


def _side_by_side(printed: Printed, parts: list[When]) -> list[Point] | None:
    """The first of two parts at its own token, the last one at the rest."""
    if len(parts) != _TWO:
        return None
    first, after = printed.match.start(), printed.match.end()
    middle = next(index for index in range(first, after) if printed.page.classes[index] in "a,")
    return [Point(first, middle, parts[0], "quarter"), Point(middle + 1, after, parts[1], "quarter")]


# Form of the grammar: what it says.
QUARTERS: dict[str, Callable[[Printed], Meaning]] = {
    "quarter": _quarter,
    "year_quarter": _quarter,
    "quarters": _quarters,
    "quarters_listed": _quarters_listed,
    "quarter_digits": _quarter_digits,
    "quarter_fiscal": _fiscal_quarter,
    "fiscal_quarter": _fiscal_quarter,
    "fiscal_first": _fiscal_quarter,
    "fiscal": _fiscal,
}
