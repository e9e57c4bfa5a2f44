"""What the printed forms of a period say: parts of a year, seasons, decades, centuries and spans of years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.english.calendar import DECADES, PARTS, SEASONS, TIME_UNITS
from factcli.english.dates import (
    AGE_OWNERS,
    BEFORE_UNNUMBERED_WEEKS,
    CENTURY_NAMES,
    DECADE_CUES,
    SEASON_CUES,
    YEAR_KINDS,
)
from factcli.english.marks import APOSTROPHES, EN_DASH, RANGE_DASHES
from factcli.english.numbers import CARDINALS
from factcli.mentions.dates.grammar import Point, Printed, ordinal_without_suffix
from factcli.mentions.dates.quarters import NTH, QUARTERS
from factcli.mentions.dates.when import When, first_days, iso_week, months, plain, year_text, years

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcli.mentions.dates.grammar import Meaning

_MONTHS_OF_A_YEAR = 12
_MID_MONTH = 15
_MONTHS_OF_UNITS = {"month": 1, "months": 1, "quarters": 3}
MILLENNIA = frozenset({"millennium", "millennia"})
# "the 90s" are those of the last century; "the 20s" could be those of two.
_FIRST_CLEAR_DECADE = 30
_LONGEST_LIST = 6
_DECADES = 10  # of a century


def _half_month(printed: Printed) -> Meaning:
    """The first half of July: the 1st to the 15th."""
    half, whole = printed.words("part")[0], When(printed.year, printed.month)
    if half != "half" or printed.day not in {1, 2}:
        return None
    first, last = (1, _MID_MONTH) if printed.day == 1 else (_MID_MONTH + 1, whole.last_day)
    return When(period=f"{whole._replace(day=first).text}/{whole._replace(day=last).text}")


def _nth_unit(printed: Printed) -> Meaning:
    """The third month of 2021, the first or last day of 2015, the first week of 2015 (as ISO 8601 counts weeks)."""
    unit = TIME_UNITS[printed.words("unit")[0]]
    if printed.year is None:
        return None
    if printed.has("last"):
        last = When(printed.year, _MONTHS_OF_A_YEAR)
        return {"month": last, "day": last._replace(day=last.last_day)}.get(unit)
    if unit == "month" or (unit == "day" and printed.day == 1):
        return When(printed.year, printed.day, 1 if unit == "day" else None)
    return iso_week(printed.year, printed.day) if unit == "week" else None


def _week_number(printed: Printed) -> Meaning:
    """Week 12 of 2016, as ISO 8601 counts weeks; not "every week 12 of them died"."""
    words, first = printed.page.tokens.words, printed.match.start()
    is_week = words[first] == "week" and words[first - 1] not in BEFORE_UNNUMBERED_WEEKS
    return iso_week(printed.year, _count(printed)) if is_week and printed.year is not None else None


def _first_days(printed: Printed) -> Meaning:
    """The first ten days of March, the last two weeks of May 2016."""
    is_several = printed.has("last") or printed.day == 1
    unit = TIME_UNITS[printed.words("unit")[0]]
    whole = When(printed.year, printed.month if printed.has("month") else None)
    return first_days(whole, _count(printed), unit, is_last=printed.has("last")) if is_several else None


def _first_months(printed: Printed) -> Meaning:
    """The first nine months of 2019, the last three quarters of 2019, the first 100 days of 2017."""
    length = _MONTHS_OF_UNITS.get(printed.words("unit")[0])
    is_ordinal = printed.has("last") or printed.day == 1
    if length is None:
        return _first_days(printed)
    if printed.year is None or not is_ordinal:
        return None
    count = _count(printed) * length
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
    year, words = printed.number("year"), printed.page.tokens.words
    first = _first_of_early_decades(words, printed.match.start())
    first = first if words[first] == "the" else _before_part(words, first)
    is_meant = words[first] == "the" and words[first - 1] in DECADE_CUES
    return years(year, year + 9) if year % 10 == 0 and year % 100 and is_meant else None


def _first_of_early_decades(words: list[str], first: int) -> int:
    """Where the list that ends with the decade at ``first`` begins: "the 960s and 970s"."""
    for _ in range(_LONGEST_LIST):
        is_joined = words[first - 1] in {"and", "or", "&", ","} and words[first - 2] == "s"
        if words[first] == "the" or not is_joined or not words[first - 3].isdigit():
            break
        first -= 4 if words[first - 4] == "the" else 3
    return first


def _short_decade(printed: Printed) -> Meaning:
    """The 90s, the '90s, the late 90s; not "in her late 90s"."""
    tens, words, first = printed.number("tens"), printed.page.tokens.words, printed.match.start()
    before, is_listed = _before_part(words, first), _is_listed_decade(words, first)
    is_marked = (
        printed.has("the") or printed.has("mark") or is_listed or (before < first - 1 and words[before] == "the")
    )
    if tens % 10 or 0 < tens < _FIRST_CLEAR_DECADE or not is_marked or words[before] in AGE_OWNERS:
        return None
    return years(1900 + tens, 1909 + tens) if tens or printed.words("tens")[0] != "00" else years(2000, 2009)


def _decades_of_century(printed: Printed) -> Meaning:
    """The first decade of the 21st century, the last three decades of the 19th century."""
    count = _count(printed) if printed.has("count") else 1
    whole = _hundred_years(ordinal_without_suffix(printed.words("century")), is_before=_is_before(printed))
    ends = (plain(whole.begin), plain(whole.end)) if whole else (None, None)
    first, last = (end.year if end else None for end in ends)
    nth = 0 if printed.has("last") else printed.day
    if first is None or last is None or TIME_UNITS[printed.words("unit")[0]] != "decade" or not 1 <= count < _DECADES:
        return None
    if not nth:
        return years(last - 10 * count + 1, last)
    is_first = nth == 1 or count == 1
    return years(first + 10 * (nth - 1), first + 10 * (nth - 1 + count) - 1) if is_first and nth <= _DECADES else None


def _count(printed: Printed) -> int:
    word = printed.words("count")[0]
    return int(word) if word.isdigit() else CARDINALS[word]


def _before_part(words: list[str], first: int) -> int:
    """The token before "early", "late" and their like, if one of them is before ``first``."""
    before = first - 1
    while words[before] in PARTS or words[before] in RANGE_DASHES:
        before -= 1
    return before


def _is_listed_decade(words: list[str], first: int) -> bool:
    """Whether "the 60s and" or "the 1960s and" is before; an owner of ages before that shows that they are ages."""
    if words[first - 1] not in {"and", "or", "to", "&", ","} | RANGE_DASHES or words[first - 2] != "s":
        return False
    before = first - 3 - (words[first - 3] in APOSTROPHES)
    is_decade = words[before].isdigit() and words[before].endswith("0")
    begin = _before_part(words, before - (words[before - 1] in APOSTROPHES))
    return is_decade and (len(words[before]) > 2 or words[begin] == "the")  # noqa: PLR2004


def _spoken_decade(printed: Printed) -> Meaning:
    """The sixties, the nineteen seventies, the twenty-tens."""
    tens = DECADES[printed.words("decade")[0]]
    if printed.has("tens"):
        century = CARDINALS[printed.words("tens")[0]]
        return years(century * 100 + tens, century * 100 + tens + 9) if 10 < century <= 20 else None  # noqa: PLR2004
    words, first = printed.page.tokens.words, printed.match.start()
    before = _before_part(words, first)
    is_marked = printed.has("the") or (before < first - 1 and words[before] == "the")
    if not is_marked or 0 < tens < _FIRST_CLEAR_DECADE:
        return None
    first = 1900 + tens if tens else 2000
    return years(first, first + 9)


def _century(printed: Printed) -> Meaning:
    """The 18th century is 1701 to 1800; the 5th century BC is 500 BC to 401 BC, in EDTF -0499 to -0400."""
    tokens, after = printed.page.tokens, printed.match.end()
    if tokens.words[printed.match.start() - 1] in AGE_OWNERS:
        return None  # "his third century of the match"
    is_capital = tokens.is_capitalised(after - 1) and tokens.is_capitalised(after)
    if is_capital and tokens.words[after] in CENTURY_NAMES:
        return None
    return _hundred_or_thousand(printed, ordinal_without_suffix(printed.words("century")))


def _is_before(printed: Printed) -> bool:
    return printed.has("era") and printed.words("era")[0].startswith("b")


def _part_of_years(printed: Printed) -> Meaning:
    """The second half of the 1990s, the first quarter of the 19th century."""
    parts = 2 if printed.words("part")[0] == "half" else 4
    count = parts if printed.has("last") else printed.day
    if printed.has("century"):
        whole = _hundred_or_thousand(printed, ordinal_without_suffix(printed.words("century")))
    else:
        decade = printed.number("decade")
        is_decade = decade % 10 == 0 and (decade % 100 != 0 or decade == 2000)  # noqa: PLR2004 - the 1900s are a century
        whole = years(decade, decade + 9) if is_decade else None
    ends = (plain(whole.begin), plain(whole.end)) if whole else (None, None)
    first, last = (end.year if end else None for end in ends)
    if first is None or last is None or not 1 <= count <= parts or (last - first + 1) % parts:
        return []
    length = (last - first + 1) // parts
    return years(first + (count - 1) * length, first + count * length - 1)


def _hundred_or_thousand(printed: Printed, count: int) -> When | None:
    """The 18th century, the 3rd millennium BC."""
    is_before = _is_before(printed)
    words = printed.page.tokens.words[printed.match.start() : printed.match.end()]
    if not MILLENNIA.isdisjoint(words):
        first = -1000 * count + 1 if is_before else 1000 * count - 999
        return years(first, first + 999) if 1 <= count <= 9 else None  # noqa: PLR2004 - a year has four digits
    return _hundred_years(count, is_before=is_before)


def _hundred_years(count: int, *, is_before: bool) -> When | None:
    if not 1 <= count <= 21:  # noqa: PLR2004 - the centuries so far
        return None
    return years(1 - 100 * count, 100 - 100 * count) if is_before else years(100 * count - 99, 100 * count)


def _centuries(printed: Printed) -> Meaning:
    """The 18th and 19th centuries: one date each; "the 16th to 18th centuries" is a span."""
    start = printed.match.start("centuries_listed")
    places = [(start + nth.start(), start + nth.end()) for nth in NTH.finditer(printed.match["centuries_listed"])]
    words = printed.page.tokens.words
    whens = [_hundred_or_thousand(printed, ordinal_without_suffix(words[first:after])) for first, after in places]
    known = [when for when in whens if when]
    if len(known) != len(places):
        return None
    is_listed = printed.words("joint")[-1] in {"and", "&", "or", "/"} and words[printed.match.start() - 1] != "between"
    if not is_listed:
        if "P" in printed.match["centuries_listed"]:
            return None
        return When(period=f"{known[0].begin}/{known[-1].end}") if known[0].begin != known[-1].begin else None
    points = [Point(*place, when, "century") for place, when in zip(places, known, strict=True)]
    points[-1] = points[-1]._replace(after=printed.match.end())
    return points


def _years(printed: Printed) -> Meaning:
    """2007-2015, 2007-15, 2014 to 2018; descending figures are not years, and 2012-01 is a month."""
    first, digits = printed.number("from"), printed.words("to")[0]
    dash = printed.words("dash")[0]
    if dash in {"and", "&", "or"} and printed.page.tokens.words[printed.match.start() - 1] != "between":
        return None
    if len(digits) < 4 and not (dash in {"-", "/", EN_DASH} and _is_short_year(printed, first, digits)):  # noqa: PLR2004
        return _month_of_digits(first, digits) if dash in {"-", "/"} else None
    last = int(str(first)[: -len(digits)] + digits)
    if digits == "00" and dash in {"-", "/", EN_DASH}:
        last += 100 * (first % 100 == 99)  # noqa: PLR2004 - 1999-00
    return years(first, last) if first < last else None


def _is_short_year(printed: Printed, first: int, digits: str) -> bool:
    """Whether the 12 of 2010-12 is a year: a month it could not be, or the text asks for a span."""
    return _could_be_year(first, digits) and (
        int(digits) > _MONTHS_OF_A_YEAR
        or digits == "00"
        or len(digits) == 1
        or _asks_for_span(printed)
        or printed.words("dash")[0] == EN_DASH
        or (printed.words("dash")[0] == "/" and int(digits) == first % 100 + 1)
    )


def _could_be_year(first: int, digits: str) -> bool:
    return digits > str(first)[-len(digits) :] or (digits == "00" and first % 100 == 99)  # noqa: PLR2004 - 1999-00


def _asks_for_span(printed: Printed) -> bool:
    words, start, after = printed.page.tokens.words, printed.match.start(), printed.match.end()
    return (
        words[start - 1] in {"between", "the"}
        or words[after] in YEAR_KINDS
        or (words[start - 1], words[after]) == ("(", ")")
    )


def _month_of_digits(year: int, digits: str) -> Meaning:
    """2016-04; where the month could be a year as well (2010-12), that is the other reading."""
    month = int(digits)
    if not 1 <= month <= _MONTHS_OF_A_YEAR:
        return None
    is_next = month == year % 100 + 1
    is_clear = (digits[0] == "0" and not is_next) or not _could_be_year(year, digits)
    return When(year, month, other="" if is_clear else years(year, year - year % 100 + month).text)


# Form of the grammar: what it says.
PERIODS: dict[str, Callable[[Printed], Meaning]] = {
    "half_month": _half_month,
    "nth_unit": _nth_unit,
    "week_number": _week_number,
    "first_days": _first_days,
    "first_months": _first_months,
    "season": _season,
    "decade": _decade,
    "early_decade": _early_decade,
    "short_decade": _short_decade,
    "spoken_decade": _spoken_decade,
    "century": _century,
    "centuries": _centuries,
    "part_of_years": _part_of_years,
    "decades_of_century": _decades_of_century,
    "years": _years,
    **QUARTERS,
}
