"""What the printed forms of a period say: parts of a year, seasons, decades, centuries and spans of years."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcli.english.calendar import DECADES, PARTS, SEASONS, TIME_UNITS
from factcli.english.dates import AGE_OWNERS, CENTURY_NAMES, DECADE_CUES, QUARTER_CUES, SEASON_CUES
from factcli.english.marks import EN_DASH, RANGE_DASHES
from factcli.english.numbers import CARDINALS, ORDINAL_SUFFIXES
from factcli.mentions.dates.cues import ends_freely
from factcli.mentions.dates.grammar import Point, Printed, ordinal
from factcli.mentions.dates.when import When, iso_week, months, year_text, years

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcli.mentions.dates.grammar import Meaning
    from factcli.mentions.lexer import Tokens

_MONTHS_OF = {"quarter": 3, "half": 6, "q": 3, "h": 6}
_MONTHS_OF_A_YEAR = 12
_MID_MONTH = 15
# "the 90s" are those of the last century; "the 20s" could be those of two.
_FIRST_CLEAR_DECADE = 30
_TWO = 2
_NTH = re.compile(r"dh|w-?O|O")


def _half_month(printed: Printed) -> Meaning:
    """The first half of July: the 1st to the 15th."""
    half, whole = printed.words("part")[0], When(printed.year, printed.month)
    if half != "half" or printed.day not in {1, 2}:
        return None
    first, last = (1, _MID_MONTH) if printed.day == 1 else (_MID_MONTH + 1, whole.last_day)
    return When(period=f"{whole._replace(day=first).text}/{whole._replace(day=last).text}")


def _quarter(printed: Printed) -> Meaning:
    """Q3 2019, the second half of 2018, Quarter 1 2018: the months from the first to the last."""
    if printed.has("short"):
        digits, name = sorted(printed.words("short"))
        if _is_hours(printed):
            return None
        count = int(digits)
    elif printed.has("count"):
        name, count = printed.words("noun")[0], printed.number("count")
    else:
        name, count = printed.words("part")[0], printed.day
    if printed.has("short") and not _is_code(printed, name):
        return None
    if printed.year is None and not _is_short_quarter(printed):
        return None
    return _part_of_a_year(printed.year, name, count)


def _is_code(printed: Printed, name: str) -> bool:
    """Whether "3Q" or "H2" is written as one; "1 h" and "2h" are hours."""
    tokens, (first, after) = printed.page.tokens, printed.match.span(f"{printed.form}_short")
    is_hour = name == "h" and not tokens.surface(first, after).isupper() and printed.year is None
    return tokens.glued(first + 1) and not is_hour


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


def _nth_unit(printed: Printed) -> Meaning:
    """The third month of 2021, the last day of 2015, the first week of 2015 (as ISO 8601 counts weeks)."""
    unit = TIME_UNITS[printed.words("unit")[0]]
    if printed.year is None:
        return None
    if printed.has("last"):
        last = When(printed.year, _MONTHS_OF_A_YEAR)
        return {"month": last, "day": last._replace(day=last.last_day)}.get(unit)
    if unit == "month":
        return When(printed.year, printed.day)
    return iso_week(printed.year, printed.day) if unit == "week" else None


def _first_months(printed: Printed) -> Meaning:
    """The first nine months of 2019, the last three months of 2019."""
    word = printed.words("count")[0]
    count = int(word) if word.isdigit() else CARDINALS[word]
    is_ordinal = printed.has("last") or printed.day == 1
    if printed.year is None or TIME_UNITS[printed.words("unit")[0]] != "month" or not is_ordinal:
        return None
    if not 1 < count <= _MONTHS_OF_A_YEAR:
        return None
    first = _MONTHS_OF_A_YEAR - count + 1 if printed.has("last") else 1
    return months(printed.year, first, first + count - 1)


def _season(printed: Printed) -> Meaning:
    """Summer 2019; "winter 2019-20" names the year in which it begins."""
    season = printed.words("season")[0]
    if printed.year is None or (season == "fall" and not printed.page.is_lower and _is_downfall(printed)):
        return None
    return When(period=f"{year_text(printed.year)}-{SEASONS[season]}")


def _is_downfall(printed: Printed) -> bool:
    """Whether "the fall of 1989" may be no season: only "in" and its like make it one."""
    words, first = printed.page.tokens.words, printed.match.start()
    before = words[first - 1 - (words[first - 1] == "the")]
    return words[first + 1] == "of" and before not in SEASON_CUES


def _decade(printed: Printed) -> Meaning:
    """The 1990s; the 1800s are a century."""
    year = printed.number("year")
    if year % 10:
        return None
    return years(year, year + (99 if year % 100 == 0 and year < 2000 else 9))  # noqa: PLR2004 - the 2000s: 2000 to 2009


def _early_decade(printed: Printed) -> Meaning:
    """The 830s, after a preposition of time; "the 747s" and the prices "in the 500s" are none."""
    year, words, first = printed.number("year"), printed.page.tokens.words, printed.match.start()
    return years(year, year + 9) if year % 10 == 0 and year % 100 and words[first - 1] in DECADE_CUES else None


def _short_decade(printed: Printed) -> Meaning:
    """The 90s, the '90s, the late 90s; not "in her late 90s"."""
    tens, words, first = printed.number("tens"), printed.page.tokens.words, printed.match.start()
    before = first - 1
    while words[before] in PARTS or words[before] in RANGE_DASHES:
        before -= 1
    is_marked = printed.has("the") or printed.has("mark") or (before < first - 1 and words[before] == "the")
    if tens % 10 or tens < _FIRST_CLEAR_DECADE or not is_marked or words[before] in AGE_OWNERS:
        return None
    return years(1900 + tens, 1909 + tens)


def _spoken_decade(printed: Printed) -> Meaning:
    """The sixties, the nineteen seventies, the twenty-tens."""
    tens = DECADES[printed.words("decade")[0]]
    if printed.has("tens"):
        century = CARDINALS[printed.words("tens")[0]]
        return years(century * 100 + tens, century * 100 + tens + 9) if 10 < century <= 20 else None  # noqa: PLR2004
    if not printed.has("the") or 0 < tens < _FIRST_CLEAR_DECADE:
        return None
    first = 1900 + tens if tens else 2000
    return years(first, first + 9)


def _century(printed: Printed) -> Meaning:
    """The 18th century is 1701 to 1800; the 5th century BC is 500 BC to 401 BC, in EDTF -0499 to -0400."""
    tokens, after = _end(printed)
    is_capital = tokens.is_capitalised(after - 1) and tokens.is_capitalised(after)
    if is_capital and tokens.words[after] in CENTURY_NAMES:
        return None
    return _hundred_years(_ordinal(printed.words("century")), is_before=_is_before(printed))


def _ordinal(words: list[str]) -> int:
    return ordinal([word for word in words if word not in ORDINAL_SUFFIXES])


def _is_before(printed: Printed) -> bool:
    return printed.has("era") and printed.words("era")[0].startswith("b")


def _hundred_years(count: int, *, is_before: bool) -> When | None:
    if not 1 <= count <= 21:  # noqa: PLR2004 - the centuries so far
        return None
    return years(1 - 100 * count, 100 - 100 * count) if is_before else years(100 * count - 99, 100 * count)


def _centuries(printed: Printed) -> Meaning:
    """The 18th and 19th centuries: one date each; "the 16th to 18th centuries" is a span."""
    start, is_before = printed.match.start("centuries_listed"), _is_before(printed)
    places = [(start + nth.start(), start + nth.end()) for nth in _NTH.finditer(printed.match["centuries_listed"])]
    words = printed.page.tokens.words
    whens = [_hundred_years(_ordinal(words[first:after]), is_before=is_before) for first, after in places]
    known = [when for when in whens if when]
    if len(known) != len(places):
        return None
    is_listed = printed.words("joint")[-1] in {"and", "&"} and words[printed.match.start() - 1] != "between"
    if not is_listed:
        return When(period=f"{known[0].begin}/{known[-1].end}") if known[0].begin != known[-1].begin else None
    points = [Point(*place, when, "century") for place, when in zip(places, known, strict=True)]
    points[-1] = points[-1]._replace(after=printed.match.end())
    return points


def _years(printed: Printed) -> Meaning:
    """2007-2015, 2007-15, 2014 to 2018; descending figures are not years, and 2012-01 is a month."""
    first, digits = printed.number("from"), printed.words("to")[0]
    dash = printed.words("dash")[0]
    if dash in {"and", "&"} and printed.page.tokens.words[printed.match.start() - 1] != "between":
        return None
    if len(digits) < 4 and not (dash in {"-", "/", EN_DASH} and _is_short_year(printed, first, digits)):  # noqa: PLR2004
        return _month_of_digits(first, digits) if dash in {"-", "/"} else None
    last = int(str(first)[: -len(digits)] + digits)
    return years(first, last) if first < last else None


def _is_short_year(printed: Printed, first: int, digits: str) -> bool:
    """Whether the 12 of 2010-12 is a year: a month it could not be, or the text asks for a span."""
    return _could_be_year(first, digits) and (
        int(digits) > _MONTHS_OF_A_YEAR
        or len(digits) == 1
        or _asks_for_span(printed)
        or printed.words("dash")[0] == EN_DASH
        or (printed.words("dash")[0] == "/" and int(digits) == first % 100 + 1)
    )


def _could_be_year(first: int, digits: str) -> bool:
    return digits > str(first)[-len(digits) :]


def _asks_for_span(printed: Printed) -> bool:
    words, start, after = printed.page.tokens.words, printed.match.start(), printed.match.end()
    return words[start - 1] in {"between", "the"} or (words[start - 1], words[after]) == ("(", ")")


def _month_of_digits(year: int, digits: str) -> Meaning:
    """2016-04; where the month could be a year as well (2010-12), that is the other reading."""
    month = int(digits)
    if not 1 <= month <= _MONTHS_OF_A_YEAR:
        return None
    is_clear = digits[0] == "0" or not _could_be_year(year, digits)
    return When(year, month, other="" if is_clear else years(year, year - year % 100 + month).text)


def _fiscal(printed: Printed) -> Meaning:
    """FY2019: a year, whichever months it has; FY2018/19 is both."""
    year = printed.year
    if year is None or len(printed.words("year")[-1]) == 1:
        return None
    return years(year, year + 1) if printed.has("next") else When(year)


# Form of the grammar: what it says.
PERIODS: dict[str, Callable[[Printed], Meaning]] = {
    "half_month": _half_month,
    "quarter": _quarter,
    "year_quarter": _quarter,
    "quarter_digits": _quarter_digits,
    "quarter_fiscal": _fiscal_quarter,
    "fiscal_quarter": _fiscal_quarter,
    "fiscal_first": _fiscal_quarter,
    "nth_unit": _nth_unit,
    "first_months": _first_months,
    "season": _season,
    "decade": _decade,
    "early_decade": _early_decade,
    "short_decade": _short_decade,
    "spoken_decade": _spoken_decade,
    "century": _century,
    "centuries": _centuries,
    "fiscal": _fiscal,
    "years": _years,
}
