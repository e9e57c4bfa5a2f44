"""What the printed forms of a day, a month or a year say: pieces of the grammar come in, dates go out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcli.english.calendar import AMBIGUOUS, HYPHENATED, MONTHS, TIME_UNITS, WEEKDAYS
from factcli.english.dates import DAY_CUES, OF_NINE_ELEVEN, SEASON_NOUNS, YEAR_CUES
from factcli.english.function_words import STOP_WORDS
from factcli.english.marks import APOSTROPHES
from factcli.mentions.dates.bounds import length_of_about
from factcli.mentions.dates.cues import counts, ends_freely, is_owned
from factcli.mentions.dates.grammar import Point, Printed, ordinal, year_of_two_digits
from factcli.mentions.dates.holidays import holiday
from factcli.mentions.dates.when import When, months, nth_weekday, week_of_month, years
from factcli.mentions.lexer import MARGIN

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcli.mentions.dates.grammar import Meaning
    from factcli.mentions.lexer import Tokens

_LISTED_DAY = re.compile(r"(?:w-?)?[dO]h?")
_MONTHS_OF_A_YEAR = 12
_FIRST_OF_FORMS = 1800  # nobody filled in a month by its number before
_MOST_OF_EARLY = 3  # digits of a year before 1000
_CLAUSE_ENDS = frozenset({"", ".", ",", ";", "!", "?", ")"})
JOINING = frozenset({"and", "&", "or"})
_NO_DATE: list[Point] = []
_DAY_CUES = DAY_CUES - {"from"}


def _plain(printed: Printed) -> Meaning:
    """Day, month name and year, in any order; "in July 18 people died" names no day, and "in Mar-15" a year."""
    words, after = printed.page.tokens.words, printed.match.end()
    if printed.form == "month_day" and printed.year is None and _is_grouped(printed.page.tokens, after):
        return None
    is_after_in = printed.form == "month_day" and words[printed.match.start() - 1] == "in" and printed.year is None
    if is_after_in and not printed.has("ordinal") and counts(printed.page.tokens, after):
        return None
    day = printed.day if printed.has("day") else printed.number("ordinal")
    if is_after_in and "-" in words[printed.match.start() : after] and len(words[after - 1]) == 2:  # noqa: PLR2004
        return When(year_of_two_digits(day), printed.month)
    return When(printed.year, printed.month, day)


def _is_grouped(tokens: Tokens, after: int) -> bool:
    """Whether the digits before ``after`` are the thousands of a number: "since March 6,340 books have come back"."""
    is_one_word = tokens.words[after] == "," and tokens.glued(after) and tokens.glued(after + 1)
    return is_one_word and tokens.words[after + 1].isdecimal() and len(tokens.words[after + 1]) == len("000")


def _day_month_digits(printed: Printed) -> Meaning:
    """29Mar22 and 19-Nov-12, which only what is glued together can be."""
    tokens, first, after = printed.page.tokens, printed.match.start("day_month_digits_day"), printed.match.end()
    is_one_word = all(tokens.glued(index) for index in range(first + 1, after))
    if not is_one_word or len(printed.words("year")[0]) != 2 or not ends_freely(tokens, after):  # noqa: PLR2004
        return None
    return _plain(printed)


def _months(printed: Printed) -> Meaning:
    """June, July and August 2019: a span if they follow each other, else one date each."""
    start = printed.match.start("months_listed")
    places = [start + found.start() for found in re.finditer("[Mm]", printed.match["months_listed"])]
    whens = [When(printed.year, MONTHS[printed.page.tokens.words[place]]) for place in places]
    numbers = [when.month or 0 for when in whens]
    if numbers != sorted(set(numbers)):
        return None
    if numbers[-1] - numbers[0] == len(numbers) - 1:
        return months(printed.year, numbers[0], numbers[-1])
    points = [Point(place, place + 1, when, "month_year") for place, when in zip(places, whens, strict=True)]
    return [*points[:-1], points[-1]._replace(after=printed.match.end())]


def _month_year(printed: Printed) -> Meaning:
    """May 1965, May of 1965; but no month in "Theresa May in 2017"."""
    tokens, first = printed.page.tokens, printed.match.start()
    is_loose = tokens.words[first + 1] == "in" and tokens.words[first] in AMBIGUOUS
    name = tokens.words[first - 1]
    is_name = name.isalpha() and tokens.is_capitalised(first - 1) and name not in STOP_WORDS
    return None if is_loose and is_name else When(printed.year, printed.month)


def _year_month(printed: Printed) -> Meaning:
    """2024 August; but no month in "In 2016, May said", unless an article shows that both qualify a noun."""
    tokens, month, after = printed.page.tokens, printed.match.start(f"{printed.form}_month"), printed.match.end()
    if printed.has("glue") and printed.words("glue")[0] == "," and tokens.is_capitalised(month):
        return None
    is_other_word = printed.words("month")[0] in AMBIGUOUS and tokens.words[after].isalpha()
    is_between = tokens.words[printed.match.start() - 1] in {"between", "from"}
    is_other_word = is_other_word and not (is_between and tokens.words[after] in {"and", "to", "until"})
    is_qualifying = is_owned(tokens, printed.match.start()) or printed.words("month")[0] == "august"
    if not printed.has("glue") and is_other_word and not (is_qualifying and tokens.is_capitalised(month)):
        return None
    return When(printed.year, printed.month)


def _iso(printed: Printed) -> Meaning:
    return When(printed.year, printed.number("month"), printed.number("day"))


def _numeric(printed: Printed) -> Meaning:
    """3/4/2020: the month or the day first, as the text does it elsewhere; else both matches, the month first."""
    year = printed.year
    if printed.has("year") and not _is_year_of_digits(printed):
        return None
    first, second = printed.number("first"), printed.number("second")
    month_first, day_first = When(year, first, second), When(year, second, first)
    if not (month_first.exists and day_first.exists) or first == second:
        return month_first if month_first.exists or first <= _MONTHS_OF_A_YEAR < second else day_first
    settled = True if printed.has("sign") and printed.words("sign")[0] == "." else printed.page.day_first
    if settled is None:
        return month_first._replace(other=day_first.text)
    return day_first if settled else month_first


def _is_year_of_digits(printed: Printed) -> bool:
    """Whether the last figure can be a year: with two digits, 5.11.18 needs a word of dates before it."""
    is_short = len(printed.words("year")[0]) == 2  # noqa: PLR2004
    if len(printed.words("year")[0]) == 1:
        return False
    is_free = not is_short or printed.words("sign")[0] == "/"
    return is_free or printed.page.tokens.words[printed.match.start() - 1] in _DAY_CUES


def _slash(printed: Printed) -> Meaning:
    """18/7, of a year that is not said; "the 9/11 attacks" say it."""
    words, first, after = printed.page.tokens.words, printed.match.start(), printed.match.end()
    if words[first:after] == ["9", "/", "11"] and (words[after] in OF_NINE_ELEVEN or words[first - 2] in HYPHENATED):
        return When(2001, 9, 11)
    if words[after] in SEASON_NOUNS and (season := _seasons(printed, "first", "second")):
        return season
    return _numeric(printed)


def _days(printed: Printed) -> Meaning:
    """Several days of one month: a span if they follow each other, else one date each."""
    start = printed.match.start(f"{printed.form}_days")
    listed = [
        (start + day.start(), start + day.end(), ordinal(_without_suffix(printed, start + day.start(), day[0])))
        for day in _LISTED_DAY.finditer(printed.match[f"{printed.form}_days"])
    ]
    whens = [When(printed.year, printed.month, day) for _, _, day in listed]
    days = [day for _, _, day in listed]
    if not all(when.exists for when in whens):
        return next(when for when in whens if not when.exists)
    if days != sorted(set(days)):
        return None
    if _is_span(printed, days):
        return When(period=f"{whens[0].text}/{whens[-1].text}")
    points = [Point(first, after, when, "day") for (first, after, _), when in zip(listed, whens, strict=True)]
    points[0] = points[0]._replace(first=printed.match.start())
    points[-1] = points[-1]._replace(after=printed.match.end())
    return points


def _days_numeric(printed: Printed) -> Meaning:
    """1-3/5/2019: days of one month, which can only come first here."""
    month, first, last = (printed.number(piece) for piece in ("month", "from", "to"))
    begin, end = When(printed.year, month, first), When(printed.year, month, last)
    is_span = first < last and begin.exists and end.exists
    return When(period=f"{begin.text}/{end.text}") if is_span else None


def _without_suffix(printed: Printed, first: int, letters: str) -> list[str]:
    return printed.page.tokens.words[first : first + len(letters.removesuffix("h"))]


def _is_span(printed: Printed, days: list[int]) -> bool:
    """Whether the days are the ends of a span, or follow each other without a gap."""
    joined = printed.match[f"{printed.form}_days"]
    is_between = "b" in printed.match[0] or printed.page.tokens.words[printed.match.start() - 1] == "between"
    return not ("a" in joined or "," in joined) or is_between or days[-1] - days[0] == len(days) - 1


def _holiday(printed: Printed) -> Meaning:
    return holiday(printed.words("holiday"), printed.year)


def _nth_weekday(printed: Printed) -> Meaning:
    if printed.year is None:
        return None
    count = -1 if printed.has("last") else printed.day
    return nth_weekday(printed.year, printed.month, WEEKDAYS[printed.words("weekday")[0]], count) or _NO_DATE


def _nth_day(printed: Printed) -> Meaning:
    """The third day of October, the last day of October 2015, the first week of October 2015."""
    month, unit = When(printed.year, printed.month), TIME_UNITS[printed.words("unit")[0]]
    if unit == "week" and month.year is not None:
        return week_of_month(month, None if printed.has("last") else printed.day)
    if unit != "day":
        return None
    return month._replace(day=month.last_day if printed.has("last") else printed.day)


def _era(printed: Printed) -> Meaning:
    """44 BC, AD 79, 15 March 44 BC."""
    year = printed.era_year
    if year is None or (printed.form == "era_first" and printed.words("era")[0].startswith("b")):
        return None
    day = printed.day if printed.has("day") else None
    return When(year, printed.month if printed.has("month") else None, day)


def _years_era(printed: Printed) -> Meaning:
    """447–432 BC, from 509 to 27 BCE, AD 250–300; years before Christ count down."""
    last, digits = printed.era_year, printed.words("from")[0]
    is_about = printed.form == "years_era" and printed.has("about")
    if is_about and not length_of_about(printed.page.tokens, printed.match.start("years_era_about")):
        return None
    is_joined = printed.words("dash")[0] in JOINING
    if last is None or (is_joined and printed.page.tokens.words[printed.match.start() - 1] != "between"):
        return _year_and_year(printed, digits) if is_joined and last is not None else None
    is_before = printed.words("era")[0].startswith("b")
    if printed.form == "era_years" and is_before:
        return None
    first = 1 - int(digits) if is_before else int(digits)
    span = years(first, last) if first < last else None
    return When(period=f"{span.period}~") if span and is_about else span


def _year_and_year(printed: Printed, digits: str) -> Meaning:
    """1200 and 1100 BC: two years with one era."""
    first, last = printed.match.start(), printed.era_year
    is_before = printed.words("era")[0].startswith("b")
    begin = 1 - int(digits) if is_before else int(digits)
    if printed.form == "era_years" or last is None or begin >= last:
        return None
    return [
        Point(first, first + 1, When(begin), "year_era"),
        Point(first + 2, printed.match.end(), When(last), "year_era"),
    ]


def _digits_month(printed: Printed) -> Meaning:
    """04/2016 and 2016 / 04."""
    month, after = printed.number("month"), printed.match.end()
    tokens = printed.page.tokens
    # "1/2000 of a second"
    is_part = tokens.words[after] == "of" or counts(tokens, after) or (printed.year or 0) < _FIRST_OF_FORMS
    if printed.form == "digits_month" and tokens.words[after - 2] == "/" and is_part:
        return None
    return When(printed.year, month) if month <= _MONTHS_OF_A_YEAR else None


def _short_year(printed: Printed) -> Meaning:
    """The '98 of "in '98"; two digits with their apostrophe, and no quotation that begins with a figure."""
    tokens, first, after = printed.page.tokens, printed.match.start(), printed.match.end()
    is_one_word = tokens.glued(first + 1) and not tokens.glued(first) and len(tokens.words[first + 1]) == 2  # noqa: PLR2004
    return When(printed.year) if is_one_word and not _is_quoted(tokens, after) else None


def _short_years(printed: Printed) -> Meaning:
    """'98-'99 and '98-99: a span of years, with the apostrophe that makes it one."""
    tokens, first, after = printed.page.tokens, printed.match.start(), printed.match.end()
    begin, end = (year_of_two_digits(int(printed.words(name)[0])) for name in ("from", "to"))
    if (
        tokens.glued(first)
        or not tokens.glued(first + 1)
        or _is_quoted(tokens, after)
        or not ends_freely(tokens, after)
    ):
        return None
    return years(begin, end) if begin < end else None


def _seasons(printed: Printed, begin: str = "from", end: str = "to") -> Meaning:
    """The 98-99 season: two years that follow each other, and the word that makes them years."""
    words, first, after = printed.page.tokens.words, printed.match.start(), printed.match.end()
    left, right = printed.words(begin)[0], printed.words(end)[0]
    is_season = words[after] in SEASON_NOUNS or words[first - 1] in {"season", "seasons"}
    if not is_season or len(left) != 2 or len(right) != 2 or int(right) != (int(left) + 1) % 100:  # noqa: PLR2004
        return None
    year = year_of_two_digits(int(left))
    return years(year, year + 1)


def _early_year(printed: Printed) -> Meaning:
    """The year 800, or 79; an article or a preposition shows that it is not the 800th of something."""
    tokens, first = printed.page.tokens, printed.match.start()
    before, following, digits = tokens.words[first - 1], tokens.words[first + 2], tokens.words[first + 1]
    is_bare = len(digits) == _MOST_OF_EARLY and (before in YEAR_CUES or following in _CLAUSE_ENDS)  # "in year 247"
    is_told = before == "the" or (is_bare and before != "of" and following != "of")
    is_meant = tokens.words[first] == "year" and is_told and ends_freely(tokens, first + 2)
    return [Point(first + 1, first + 2, When(printed.number("year")), "early_year")] if is_meant else None


def _is_quoted(tokens: Tokens, after: int) -> bool:
    """Whether a closing apostrophe follows within a few words."""
    return any(
        tokens.words[index] in APOSTROPHES and tokens.glued(index) and not tokens.glued(index + 1)
        for index in range(after, min(after + MARGIN - 1, tokens.count))
    )


def _year(printed: Printed) -> Meaning:
    """2019 and "nineteen nineteen"; half of a year in words, which ends in another paragraph, says none."""
    return None if printed.year is None else When(printed.year)


def _month(printed: Printed) -> Meaning:
    return When(month=printed.month)


# Form of the grammar: what it says.
DAYS: dict[str, Callable[[Printed], Meaning]] = {
    "iso": _iso,
    "numeric": _numeric,
    "month_days": _days,
    "days_month": _days,
    "days_numeric": _days_numeric,
    "day_month": _plain,
    "month_day": _plain,
    "year_month_day": _plain,
    "day_month_digits": _day_month_digits,
    "month_year": _month_year,
    "year_month": _year_month,
    "holiday": _holiday,
    "nth_weekday": _nth_weekday,
    "nth_day": _nth_day,
    "year_era": _era,
    "years_era": _years_era,
    "era_years": _years_era,
    "day_month_era": _era,
    "month_day_era": _era,
    "month_era": _era,
    "era_first": _era,
    "short_years": _short_years,
    "seasons": _seasons,
    "early_year": _early_year,
    "months": _months,
    "late_day": _plain,
    "month_late_day": _plain,
    "month_year_day": _plain,
    "day_year_month": _plain,
    "year_day_month": _plain,
    "digits_month": _digits_month,
    "year_digits": _digits_month,
    "slash": _slash,
    "year": _year,
    "short_year": _short_year,
    "month": _month,
}
