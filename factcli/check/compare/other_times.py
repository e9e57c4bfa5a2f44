"""Guards of time: figures that are said of another time than the fact's."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING

from factcli.check.claims.clauses import is_verb_at
from factcli.check.compare.dates import compare_dates
from factcli.english.calendar import WEEKDAY_NAMES
from factcli.english.events import BEGINNINGS, FRAME_OF, OF_A_LIFE, STAMPING
from factcli.english.measuring.measure_verbs import PRESENT, is_verb
from factcli.english.measuring.narrowing import COMPARING, PARTS_OF_A_YEAR
from factcli.english.stemming import meaning
from factcli.model.edtf import EdtfDate

if TYPE_CHECKING:
    from factcli.check.alignment import Alignment
    from factcli.check.guards import Situation
    from factcli.check.passages import Figure, Passage

# A weekday alone is one of the days near the day of publication.
_DAYS_APART = 10
_BEFORE_YEAR = 6
# Events of which a date says nothing of the figures of other clauses.
_OF_ITS_OWN = BEGINNINGS | OF_A_LIFE | {"building"}
_COMMA = 20
# A stamp and the marks after it: "Updated: - ".
_BEFORE_STAMP = 3
# A clock time with its zone or seconds, or after a dash: "21.16 EDT", "T10:57:19", " - 5:12 pm".
_CLOCK_OF_STAMP = re.compile(
    r"(?: [-–—|/] \d{1,2}[:.]\d\d)|(?:,? |T)\d{1,2}[:.]\d\d(?::\d\d| ?[A-Z]{2,4}T\b| ?(?:GMT|UTC)\b)"
)


def other_time(situation: Situation) -> bool:
    """The figure is said of another time than the fact's."""
    alignment = situation.alignment
    if alignment.claim.is_date:
        return False
    known_before = alignment.passage.other_times
    if alignment.known not in known_before:
        times = [date.value for date in alignment.passage.dates if not _dates_a_beginning(date, alignment)]
        known_before[alignment.known] = any(disagrees_in_time(time, alignment) for time in times)
    return known_before[alignment.known] and not _has_time_of_fact(alignment)


def _dates_a_beginning(date: Figure, alignment: Alignment) -> bool:
    """Whether a date only says when what the sentence is about began: "founded in 1911, the firm employs 400"."""
    verb = "".join(_words_before(date, alignment.passage)[-2:-1])
    begins = FRAME_OF.get(verb) in _OF_ITS_OWN and is_verb(verb)
    return begins and meaning(verb) != alignment.here.verb


def _words_before(date: Figure, passage: Passage) -> list[str]:
    """The words right before a date."""
    at = bisect_left(passage.words, date.mention.span.start, key=attrgetter("end"))
    return [word.text for word in passage.words[max(at - _BEFORE_YEAR, 0) : at]]


def _has_time_of_fact(alignment: Alignment) -> bool:
    """Whether the date nearest to the figure can be the time of the fact, whatever other clauses date."""
    beside = nearest_date(alignment.passage, alignment.claim)
    return any(compare_dates(beside, time).holds for time in _known_times(alignment)) if beside else False


def nearest_date(passage: Passage, figure: Figure) -> EdtfDate | None:
    """The value of the date nearest to a figure, None if there is no date."""
    nearest = min(passage.dates, key=lambda date: distance(passage, date, figure), default=None)
    value = nearest.value if nearest else None
    return value if isinstance(value, EdtfDate) else None


def distance(passage: Passage, date: Figure, figure: Figure) -> int:
    """How many characters are between a date and a figure; a comma counts for several words."""
    first, second = sorted((date.mention.span, figure.mention.span))
    between = passage.text[first.end : second.start]
    return len(between) + _COMMA * between.count(",")


def other_year(situation: Situation) -> bool:
    """The date has no year, or is a weekday alone, and the fact is far from the time the draft is written for."""
    published = situation.background.published
    claim, fact = situation.alignment.claim.value, situation.alignment.figure.value
    if published is None or not isinstance(claim, EdtfDate) or not isinstance(fact, EdtfDate):
        return False
    if _is_weekday(situation.alignment.claim.mention.surface):
        return _is_other_week(claim, fact, published)
    if not claim.is_yearless:
        return False
    years = [day.year for day in (fact.earliest, fact.latest) if day]
    return bool(years) and min(abs(year - published.year) for year in years) > 1


def _is_weekday(surface: str) -> bool:
    """Whether a date is said by its weekday alone, whichever week that is in: "Tuesday", "last Tuesday"."""
    return not any(map(str.isdigit, surface)) and any(word in WEEKDAY_NAMES for word in surface.lower().split())


def _is_other_week(claim: EdtfDate, fact: EdtfDate, published: date) -> bool:
    """Whether a weekday of a draft is weeks away from the fact, or on the other side of the day of publication."""
    said, known = _calendar_day(claim), _calendar_day(fact)
    if said is None or known is None:
        return False
    apart = abs((said - known).days)
    is_weeks_apart = apart > _DAYS_APART or (apart > 0 and said.weekday() == known.weekday())
    return is_weeks_apart or (said > published) != (known > published)


def _calendar_day(value: EdtfDate) -> date | None:
    """The day, None for anything coarser and for a day that no calendar has."""
    day = value.earliest
    if day is None or value.precision != "day" or value.is_interval:
        return None
    try:
        return date(*day)
    except ValueError:
        return None


def of_part_of_the_time(alignment: Alignment) -> bool:
    """Whether the sentence says the figure of a part of a year that the fact does not name: "the first quarter"."""
    if alignment.claim.is_date:
        return False
    words = {word for date in alignment.passage.dates for word in date.mention.surface.lower().split()}
    if any(map(alignment.passage.stands_alone, alignment.passage.dates)):
        return True
    return any(meaning(word) not in alignment.known.vocabulary.stems for word in words & PARTS_OF_A_YEAR)


def of_other_year(alignment: Alignment) -> bool:
    """Whether the sentence says the figure of a year that is that of no date of the statement."""
    return _is_of_another_year(alignment, _times_of(alignment))


def _times_of(alignment: Alignment) -> frozenset[EdtfDate]:
    """The dates of the statement of the fact."""
    return frozenset(value for value in alignment.known.passage.times if isinstance(value, EdtfDate))


def was_so_then(situation: Situation) -> bool:
    """The sentence says what was so in a year, and the statement what is so, with no date: "had 90 in 1980"."""
    alignment = situation.alignment
    known = alignment.known
    if alignment.claim.is_date or known.fact.as_of is not None or known.passage.dates:
        return False
    if not any(_is_told_year(date, alignment.passage) for date in alignment.passage.dates):
        return False
    return _is_told_as_now(known.passage) and not _is_told_as_now(alignment.passage)


def _is_told_as_now(passage: Passage) -> bool:
    """Whether a verb of a sentence is in the present."""
    verbs = [word.text for at, word in enumerate(passage.words) if is_verb_at(passage.words, at)]
    return any(verb in PRESENT or (verb.endswith("s") and verb != "was") for verb in verbs)


def other_occasion(alignment: Alignment) -> bool:
    """Whether the sentence speaks of what happened in another year: the strike of 1998, where that of 2023 is known."""
    known = alignment.known
    return known.is_of_event and _is_of_another_year(alignment, known.kin.times | _times_of(alignment))


def _is_of_another_year(alignment: Alignment, times: frozenset[EdtfDate]) -> bool:
    """Whether an amount is told of a year in which none of some times is; False where there are none."""
    passage = alignment.passage
    years = [date.value for date in passage.dates if _is_told_year(date, passage)]
    if alignment.claim.is_date or not times or not years or _has_time_of_fact(alignment):
        return False
    return any(
        isinstance(year, EdtfDate) and all(compare_dates(year, time).holds is False for time in times) for year in years
    )


def _is_told_year(date: Figure, passage: Passage) -> bool:
    """Whether a date is the year of what the sentence tells: not "founded in 1911", nor one that it compares with."""
    if not isinstance(date.value, EdtfDate) or not _is_year(date.value):
        return False
    before = _words_before(date, passage)
    is_told = bool(before) and before[-1] in {"in", "of"} and not is_verb(before[-2:][0])
    return is_told and COMPARING.isdisjoint(before)


def _is_year(value: EdtfDate) -> bool:
    return value.precision == "year" and not value.is_interval


def is_stamped(alignment: Alignment) -> bool:
    """Whether one of two dates only says when a text was published: "Updated: 12 June", "12 June 2014 - 5:12 pm"."""
    sides = (alignment.passage, alignment.claim), (alignment.known.passage, alignment.figure)
    return alignment.claim.is_date and any(_is_stamp(passage, figure) for passage, figure in sides)


def _is_stamp(passage: Passage, date: Figure) -> bool:
    start, end = date.mention.span
    at = bisect_right(passage.words, start, key=attrgetter("end"))
    before = [word for word in passage.words[max(at - _BEFORE_STAMP, 0) : at] if not word.is_mark][-1:]
    is_headed = any(word.text in STAMPING and word.is_capital for word in before)
    return is_headed or bool(_CLOCK_OF_STAMP.match(passage.text, end))


def start_or_end(situation: Situation) -> bool:
    """One date says since when, the other until when."""
    roles = {situation.alignment.claim.context.role, situation.alignment.figure.context.role}
    return bool(roles & {"since", "from"}) and bool(roles & {"until", "till", "to"})


def disagrees_in_time(date: object, alignment: Alignment, *, as_precise: bool = False) -> bool:
    """Whether a date of the draft's sentence cannot be the time of the fact.

    ``as_precise`` leaves out the dates of the fact that are coarser or finer than the draft's.
    """
    if not isinstance(date, EdtfDate):
        return False
    known = _known_times(alignment)
    if as_precise:
        known = [time for time in known if time.precision == date.precision]
    return bool(known) and all(compare_dates(date, time).holds is False for time in known)


def _known_times(alignment: Alignment) -> list[EdtfDate]:
    """The dates of the statement of the fact, and the one as of which it holds."""
    times = [figure.value for figure in alignment.known.passage.dates]
    return [time for time in [*times, alignment.known.fact.as_of] if isinstance(time, EdtfDate)]
