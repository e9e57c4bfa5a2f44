"""What each printed form of a date says: pieces of the grammar come in, dates go out."""

from __future__ import annotations

import re

from factcli.mentions.dates_grammar import Point, Printed, ordinal
from factcli.mentions.dates_when import When, iso_week, months, nth_weekday, year_text, years
from factcli.mentions.dates_words import AMBIGUOUS, CARDINALS, DECADES, SEASONS, TIME_UNITS, WEEKDAYS
from factcli.mentions.number_tables import ORDINAL_ENDINGS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    Meaning = When | list[Point] | None

_LISTED_DAY = re.compile(r"(?:w-)?[dO]h?")
_EN_DASH = "\u2013"  # never typed for a month
_MONTHS_OF = {"quarter": 3, "half": 6, "q": 3, "h": 6}
_MONTHS_OF_A_YEAR = 12
# "the 90s" are those of the last century; "the 20s" could be those of two.
_FIRST_CLEAR_DECADE = 30
_NO_DATE: list[Point] = []


def _plain(printed: Printed) -> Meaning:
    """Day, month name and year, in any order."""
    day = printed.day if printed.has("day") else printed.number("ordinal")
    return When(printed.year, printed.month, day)


def _month_year(printed: Printed) -> Meaning:
    return When(printed.year, printed.month)


def _year_month(printed: Printed) -> Meaning:
    """2024 August; but no month in "In 2016, May said"."""
    tokens, month, after = printed.page.tokens, printed.match.start(f"{printed.form}_month"), printed.match.end()
    if printed.has("glue") and printed.words("glue")[0] == "," and tokens.is_capitalised(month):
        return None
    if not printed.has("glue") and printed.words("month")[0] in AMBIGUOUS and tokens.words[after].isalpha():
        return None
    return When(printed.year, printed.month)


def _iso(printed: Printed) -> Meaning:
    return When(printed.year, printed.number("month"), printed.number("day"))


def _numeric(printed: Printed) -> Meaning:
    """3/4/2020: the month or the day first, as the text does it elsewhere; else both readings, the month first."""
    year = printed.year if printed.has("year") else None
    if printed.has("year") and len(printed.words("year")[0]) == 1:
        return None
    first, second = printed.number("first"), printed.number("second")
    month_first, day_first = When(year, first, second), When(year, second, first)
    if not (month_first.exists and day_first.exists) or first == second:
        return month_first if month_first.exists else day_first
    settled = True if printed.has("sign") and printed.words("sign")[0] == "." else printed.page.day_first
    if settled is None:
        return month_first._replace(other=day_first.text)
    return day_first if settled else month_first


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
        return _NO_DATE
    if days != sorted(set(days)):
        return None
    if _is_span(printed, days):
        return When(period=f"{whens[0].text}/{whens[-1].text}")
    points = [Point(first, after, when, "day") for (first, after, _), when in zip(listed, whens, strict=True)]
    points[0] = points[0]._replace(first=printed.match.start())
    points[-1] = points[-1]._replace(after=printed.match.end())
    return points


def _without_suffix(printed: Printed, first: int, letters: str) -> list[str]:
    return printed.page.tokens.words[first : first + len(letters.removesuffix("h"))]


def _is_span(printed: Printed, days: list[int]) -> bool:
    """Whether the days are the ends of a span, or follow each other without a gap."""
    joined = printed.match[f"{printed.form}_days"]
    is_between = "b" in printed.match[0] or printed.page.tokens.words[printed.match.start() - 1] == "between"
    return not ("a" in joined or "," in joined) or is_between or days[-1] - days[0] == len(days) - 1


def _quarter(printed: Printed) -> Meaning:
    """Q3 2019, the second half of 2018: the months from the first to the last."""
    if printed.has("part"):
        name, count = printed.words("part")[0], printed.day
    else:
        digits, name = sorted(printed.words("short"))
        count = int(digits)
    length = _MONTHS_OF[name]
    if not 1 <= count <= _MONTHS_OF_A_YEAR // length or (printed.year is None and not _is_short_quarter(printed)):
        return None
    return months(printed.year, (count - 1) * length + 1, count * length)


def _is_short_quarter(printed: Printed) -> bool:
    """Whether a quarter without a year is one of a year and not of a game: "in Q2"."""
    words = printed.page.tokens.words
    return printed.has("short") and words[printed.match.start() - 1] in {"in", "during", "for", "since", "until"}


def _nth_weekday(printed: Printed) -> Meaning:
    if printed.year is None:
        return None
    count = -1 if printed.has("last") else printed.day
    return nth_weekday(printed.year, printed.month, WEEKDAYS[printed.words("weekday")[0]], count) or _NO_DATE


def _nth_unit(printed: Printed) -> Meaning:
    """The third month of 2021, the first week of 2015 (as ISO 8601 counts weeks)."""
    if printed.year is None:
        return None
    match TIME_UNITS[printed.words("unit")[0]]:
        case "month":
            return When(printed.year, printed.day)
        case "week":
            return iso_week(printed.year, printed.day)
    return None


def _first_months(printed: Printed) -> Meaning:
    """The first nine months of 2019, the last three months of 2019."""
    word = printed.words("count")[0]
    count = int(word) if word.isdigit() else CARDINALS[word]
    is_last = printed.has("last")
    if printed.year is None or TIME_UNITS[printed.words("unit")[0]] != "month" or not (is_last or printed.day == 1):
        return None
    if not 1 < count <= _MONTHS_OF_A_YEAR:
        return None
    return (
        months(printed.year, _MONTHS_OF_A_YEAR - count + 1, _MONTHS_OF_A_YEAR)
        if is_last
        else months(printed.year, 1, count)
    )


def _season(printed: Printed) -> Meaning:
    """Summer 2019; "winter 2019-20" names the year in which it begins."""
    season = printed.words("season")[0]
    if printed.year is None or (season == "fall" and not printed.page.is_lower and _is_downfall(printed)):
        return None
    return When(period=f"{year_text(printed.year)}-{SEASONS[season]}")


def _is_downfall(printed: Printed) -> bool:
    """Whether "the fall of 1989" may be no season: only "in" and its like make it one."""
    words, first = printed.page.tokens.words, printed.match.start()
    return words[first + 1] == "of" and words[first - 1 - (words[first - 1] == "the")] not in {
        "in",
        "since",
        "until",
        "by",
    }


def _decade(printed: Printed) -> Meaning:
    """The 1990s; the 1800s are a century."""
    year = printed.number("year")
    if year % 10:
        return None
    return years(year, year + (99 if year % 100 == 0 and year < 2000 else 9))  # noqa: PLR2004 - the 2000s: 2000 to 2009


def _short_decade(printed: Printed) -> Meaning:
    tens = printed.number("tens")
    is_marked = printed.has("the") or printed.has("mark")
    if tens % 10 or tens < _FIRST_CLEAR_DECADE or not is_marked or _is_age(printed):
        return None
    return years(1900 + tens, 1909 + tens)


def _is_age(printed: Printed) -> bool:
    """Whether "her '90s" is an age."""
    return printed.page.tokens.words[printed.match.start() - 1] in {"his", "her", "their", "my", "your", "our"}


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
    count = ordinal([word for word in printed.words("century") if word not in ORDINAL_ENDINGS])
    if not 1 <= count <= 21:  # noqa: PLR2004 - the centuries so far
        return None
    if printed.has("era") and printed.words("era")[0].startswith("b"):
        return years(1 - 100 * count, 100 - 100 * count)
    return years(100 * count - 99, 100 * count)


def _era(printed: Printed) -> Meaning:
    """44 BC is the year -0043 of EDTF, which has a year 0."""
    tokens, first = printed.page.tokens, printed.match.start(f"{printed.form}_era")
    word, digits = printed.words("era")[0], printed.words("count")[0]
    if not digits.isdigit() or len(digits) > 4 or not tokens.surface(first, first + 1).isupper():  # noqa: PLR2004
        return None
    if printed.form == "era_first" and word != "ad":
        return None
    return When(1 - int(digits) if word.startswith("b") else int(digits))


def _years(printed: Printed) -> Meaning:
    """2007-2015, 2007-15, 2014 to 2018; descending figures are no years, and 2012-01 is a month."""
    first, digits = printed.number("from"), printed.words("to")[0]
    dash = printed.words("dash")[0]
    if dash in {"and", "&"} and printed.page.tokens.words[printed.match.start() - 1] != "between":
        return None
    if len(digits) < 4 and not (dash in {"-", "/", _EN_DASH} and _is_short_year(printed, first, digits)):  # noqa: PLR2004
        return _month_of_digits(first, digits) if dash in {"-", "/"} else None
    last = int(str(first)[: -len(digits)] + digits)
    return years(first, last) if first < last else None


def _is_short_year(printed: Printed, first: int, digits: str) -> bool:
    """Whether the 12 of 2010-12 is a year: a month it could not be, or the text asks for a span."""
    return _could_be_year(first, digits) and (
        int(digits) > _MONTHS_OF_A_YEAR
        or len(digits) == 1
        or _asks_for_span(printed)
        or printed.words("dash")[0] == _EN_DASH
        or (printed.words("dash")[0] == "/" and int(digits) == first % 100 + 1)
    )


def _could_be_year(first: int, digits: str) -> bool:
    return digits > str(first)[-len(digits) :]


def _asks_for_span(printed: Printed) -> bool:
    words, start, after = printed.page.tokens.words, printed.match.start(), printed.match.end()
    return words[start - 1] in {"between", "the"} or (words[start - 1], words[after]) == ("(", ")")


def _digits_month(printed: Printed) -> Meaning:
    """04/2016 and 2016 / 04."""
    month = printed.number("month")
    return When(printed.year, month) if month <= _MONTHS_OF_A_YEAR else None


def _month_of_digits(year: int, digits: str) -> Meaning:
    """2016-04; where the month could be a year as well (2010-12), that is the other reading."""
    month = int(digits)
    if not 1 <= month <= _MONTHS_OF_A_YEAR:
        return None
    is_clear = digits[0] == "0" or not _could_be_year(year, digits)
    return When(year, month, other="" if is_clear else years(year, year - year % 100 + month).text)


def _fiscal(printed: Printed) -> Meaning:
    """FY2019: a year, whichever months it has."""
    return When(printed.year) if len(printed.words("year")[0]) > 1 else None


def _year(printed: Printed) -> Meaning:
    return When(printed.year)


def _month(printed: Printed) -> Meaning:
    return When(month=printed.month)


MEANINGS: dict[str, Callable[[Printed], Meaning]] = {
    "iso": _iso,
    "numeric": _numeric,
    "month_days": _days,
    "days_month": _days,
    "day_month": _plain,
    "month_day": _plain,
    "year_month_day": _plain,
    "month_year": _month_year,
    "year_month": _year_month,
    "quarter": _quarter,
    "year_quarter": _quarter,
    "nth_weekday": _nth_weekday,
    "nth_unit": _nth_unit,
    "first_months": _first_months,
    "season": _season,
    "decade": _decade,
    "short_decade": _short_decade,
    "spoken_decade": _spoken_decade,
    "century": _century,
    "era": _era,
    "era_first": _era,
    "fiscal": _fiscal,
    "years": _years,
    "digits_month": _digits_month,
    "year_digits": _digits_month,
    "slash": _numeric,
    "year": _year,
    "month": _month,
}
