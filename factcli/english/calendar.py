"""Names of months, weekdays, seasons, decades, holidays and units of time, and what each of them is."""

from __future__ import annotations

from typing import Literal

from factcli.english.rows import word_set

Part = Literal["early", "mid", "late"]

_MONTH_ROWS = (
    "january jan", "february feb febr", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
    "september sept sep", "october oct", "november nov", "december dec",
)  # fmt: skip
_WEEKDAY_ROWS = (
    "monday mon", "tuesday tues tue", "wednesday weds wed", "thursday thurs thur thu", "friday fri", "saturday sat",
    "sunday sun",
)  # fmt: skip
# January is 1, Monday is 0, as in the datetime module; abbreviations included.
MONTHS = {name: number for number, row in enumerate(_MONTH_ROWS, start=1) for name in row.split()}
WEEKDAYS = {name: number for number, row in enumerate(_WEEKDAY_ROWS) for name in row.split()}
# The full names, in lower case and in order.
MONTH_NAMES = tuple(row.split()[0] for row in _MONTH_ROWS)
WEEKDAY_NAMES = tuple(row.split()[0] for row in _WEEKDAY_ROWS)
# Longest first, as a pattern wants them: "sept" before "sep".
SHORT_MONTHS = tuple(sorted(MONTHS.keys() - set(MONTH_NAMES), key=len, reverse=True))
# Russia kept the Julian calendar until 1918, Greece until 1923: before this year, a day may be given in either.
FIRST_NEW_CALENDAR = 1924
CALENDAR_NAMES = frozenset(MONTH_NAMES + WEEKDAY_NAMES)
CALENDAR_ABBREVIATIONS = (MONTHS.keys() | WEEKDAYS.keys()) - CALENDAR_NAMES
# Months and weekdays that are also words of another kind: in lower case they need more than a number beside them.
AMBIGUOUS = frozenset({"may", "march", "mar", "august", "mon", "wed", "weds", "sat", "sun", "fri", "thu", "tue"})
# ISO 8601-2: 21 spring, 22 summer, 23 autumn, 24 winter.
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
DECADES = {
    "noughties": 0, "tens": 10, "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60,
    "seventies": 70, "eighties": 80, "nineties": 90,
}  # fmt: skip
# What names a third of a period.
PARTS: dict[str, Part] = {
    "early": "early", "beginning": "early", "start": "early", "outset": "early",
    "mid": "mid", "middle": "mid",
    "late": "late", "end": "late", "close": "late",
}  # fmt: skip
# Those that a span up to them does not take in: "from 2007 to the start of 2008".
STARTS = frozenset({"beginning", "start", "outset"})
# "Year-end 2019", "mid-year 2019".
BORDERS_OF_YEAR: dict[tuple[str, str], Part] = {("year", "end"): "late", ("mid", "year"): "mid"}
TIME_UNITS = {
    "day": "day", "days": "day", "week": "week", "weeks": "week", "fortnight": "fortnight", "fortnights": "fortnight",
    "month": "month", "months": "month", "year": "year", "years": "year", "decade": "decade", "decades": "decade",
}  # fmt: skip
# Abbreviations of time zones, as they follow a clock time.
TIME_ZONES = word_set(
    "gmt utc est edt cst cdt mst mdt pst pdt akst hst bst ist cet cest eet eest wet msk jst kst hkt sgt aest aedt",
    "acst awst nzst nzdt sast",
)
# What a hyphen ties to a date: mid-2015, pre-2010.
HYPHENATED = frozenset({"early", "mid", "late", "pre", "post"})
# Words: (month, day).
FIXED_HOLIDAYS = {
    "new year ' s day": (1, 1),
    "valentine ' s day": (2, 14),
    "groundhog day": (2, 2),
    "patrick ' s day": (3, 17),
    "anzac day": (4, 25),
    "juneteenth": (6, 19),
    "canada day": (7, 1),
    "bastille day": (7, 14),
    "halloween": (10, 31),
    "armistice day": (11, 11),
    "veterans day": (11, 11),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "new year ' s eve": (12, 31),
}
# Words: days from Easter Sunday, of the western churches.
MOVABLE_HOLIDAYS = {
    "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday": -3,
    "good friday": -2,
    "easter": 0,
    "easter sunday": 0,
    "easter monday": 1,
    "whit sunday": 49,
    "whit monday": 50,
}
# Words: month, weekday (0 is Monday), which of its kind in the month (-1 is the last), days after that.
MONTHLY_HOLIDAYS = {
    "martin luther king day": (1, 0, 3, 0),
    "martin luther king jr . day": (1, 0, 3, 0),
    "martin luther king jr day": (1, 0, 3, 0),
    "presidents ' day": (2, 0, 3, 0),
    "presidents day": (2, 0, 3, 0),
    "memorial day": (5, 0, -1, 0),
    "father ' s day": (6, 6, 3, 0),
    "labor day": (9, 0, 1, 0),
    "columbus day": (10, 0, 2, 0),
    "thanksgiving": (11, 3, 4, 0),
    "thanksgiving day": (11, 3, 4, 0),
    "black friday": (11, 3, 4, 1),
    "cyber monday": (11, 3, 4, 4),
}
# Without a year, these name a season more often than a day.
VAGUE_HOLIDAYS = frozenset({"christmas", "easter"})
