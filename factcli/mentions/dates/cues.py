"""The words around a figure or a name that let it be a year, a month or a day of one."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from factcli.english.calendar import AMBIGUOUS, HYPHENATED, PARTS, TIME_UNITS, TIME_ZONES, WEEKDAYS
from factcli.english.dates import (
    ABOUT_CUES,
    ACTS,
    AMBIGUOUS_MONTH_CUES,
    AMOUNTS_BEFORE,
    AS_EARLY,
    BASE_CUES,
    CLOCK_TIMES,
    DAY_CUES,
    HEAT,
    MEASURES_AFTER_YEARS,
    MONTH_CUES,
    NO_NUMBER_AFTER,
    PRICE_CUES,
    SPOKEN_CENTURIES,
    YEAR_BASES,
    YEAR_CUES,
    YEAR_JOINED,
    YEAR_OWNERS,
    YEAR_VERBS,
    YEARLY_EVENTS,
    YEARS_GO_BACK,
)
from factcli.english.function_words import STOP_WORDS
from factcli.english.marks import APOSTROPHES, RANGE_DASHES
from factcli.english.measuring.measure_verbs import is_verb
from factcli.english.nouns import DEEDS, is_plural
from factcli.english.numbers import CARDINALS
from factcli.mentions.amounts.nouns import counted_noun
from factcli.mentions.dates.bounds import bound_after, bound_of, words_of_about
from factcli.mentions.dates.compared_years import (
    LISTING,
    SENTENCE_ENDS,
    begins_sentence,
    is_base,
    is_compared,
    is_recent,
)
from factcli.mentions.dates.named_years import is_named_year

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcli.mentions.dates.grammar import Page, Point
    from factcli.mentions.lexer import Tokens


_FAR_BACK = 8
OPENING_QUOTES = frozenset({'"', "\u201c", "\u2018"})
_ABOUT = frozenset({"about", "around", "roughly", "approximately"})
_LAST_MINUTE = 2400


def is_meant(page: Page, point: Point, *, listed: bool) -> bool:
    """Whether the words around a point allow it to be a date; ``listed`` if one of its kind is right before it."""
    cue = _CUES.get(point.form)
    return cue is None or cue(page, point, listed)


def _is_year(page: Page, point: Point, listed: bool) -> bool:  # noqa: FBT001 - a row of the table below
    tokens, following = page.tokens, page.tokens.words[point.after]
    if _is_label(tokens, point) or _owns(tokens, point) or _is_joined(tokens, point):
        return True
    if not ends_freely(tokens, point.after) or is_clock(tokens, point.after):
        return False
    if following == ")" or (tokens.words[point.first - 1] == "(" and following in {",", ";"}):
        return _is_bracketed(tokens, point.first)
    if _is_owned_with_list(page, point):
        return _qualifies(tokens, point._replace(after=_end_of_list(page, point.after)))
    is_said = words_of_about(tokens, point.first) or bound_after(tokens, point.after) or _begins_list(page, point)
    is_cued = is_said or _is_spoken(tokens, point) or _has_cue(tokens, point) or is_base(tokens, point)
    if is_cued or _is_model_year(tokens, point) or is_named_year(tokens, point):
        return True
    goes_on = following in YEAR_BASES and page.classes[point.first - 3 : point.first] in {",ya", "Mya", "mya"}
    return listed and (goes_on or not counts(tokens, point.after))


def _is_spoken(tokens: Tokens, point: Point) -> bool:
    """Whether a year in words can be nothing else: "nineteen ninety-four"; but "twenty twenty" is said of sight."""
    words = tokens.words[point.first : point.after]
    is_century = words[0] in SPOKEN_CENTURIES and words[1:2] not in (["hundred"], ["thousand"], ["-"])
    return is_century and words[1:] != ["twenty"] and not counts(tokens, point.after)


def is_clock(tokens: Tokens, after: int) -> bool:
    """Whether the four digits that end before ``after`` are a clock time: "1200 GMT", "1830 local time"."""
    digits, following = tokens.words[after - 1], tokens.words[after]
    if not digits.isdigit() or int(digits) > _LAST_MINUTE or int(digits) % 100 >= 60:  # noqa: PLR2004 - minutes
        return False
    if following in TIME_ZONES:
        return tokens.surface(after, after + 1).isupper()
    is_named = following in CLOCK_TIMES or tokens.is_capitalised(after)
    return following in {"hours", "hrs"} or (is_named and tokens.surface(after + 1, after + 2) == "time")


def _is_label(tokens: Tokens, point: Point) -> bool:
    """Whether a year says what the figure after it belongs to: "14.2% (2023: 13.9%)", "(2015 = 100)"."""
    sign, before = tokens.words[point.after], tokens.words[point.first - 1]
    is_spaced = not tokens.glued(point.after + 1) if sign == ":" else sign == "="
    is_first = sign == ":" and before in {"", "."}
    return is_spaced and (before in {"(", "[", ";"} or is_first) and is_recent(point)


def _is_joined(tokens: Tokens, point: Point) -> bool:
    """Whether a hyphen joins the year to what is of that year: "1990-level prices", "the 1999-built ferry"."""
    is_hyphened = tokens.words[point.after] in RANGE_DASHES and tokens.glued(point.after)
    is_of_year = tokens.words[point.after + 1] in YEAR_JOINED and tokens.glued(point.after + 1)
    return is_hyphened and is_of_year and is_recent(point)


def _owns(tokens: Tokens, point: Point) -> bool:
    """Whether the year has something: "2009's biggest film"."""
    after = point.after
    has_mark = tokens.words[after] in APOSTROPHES and tokens.words[after + 1] == "s" and tokens.glued(after + 1)
    return has_mark and tokens.glued(after) and is_recent(point)


def _is_owned_with_list(page: Page, point: Point) -> bool:
    """Whether an article is before the year or before the list that it ends: "the 1992, 1996 and 2000 elections"."""
    first, words = point.first, page.tokens.words
    while (
        words[first - 1] in LISTING and page.classes[first - 2 : first - 1] == "y" and point.first - first < _FAR_BACK
    ):
        first -= 2
    return is_owned(page.tokens, first) and (first == point.first or words[point.after] not in STOP_WORDS)


def _end_of_list(page: Page, after: int) -> int:
    """The end of the years that follow one after the other from the one that ends before ``after``."""
    end = after
    while page.tokens.words[end] in LISTING and page.classes[end + 1 : end + 2] == "y" and end - after < _FAR_BACK:
        end += 2
    return end


def _begins_list(page: Page, point: Point) -> bool:
    """Whether a sentence begins with a list of years about which it says something: "2019 and 2021 were wet"."""
    end, words = _end_of_list(page, point.after), page.tokens.words
    return end != point.after and words[end] in YEAR_VERBS and words[point.first - 1] in SENTENCE_ENDS


def _is_model_year(tokens: Tokens, point: Point) -> bool:
    """Whether a year comes between a word that no number follows and its noun: "most 2011 iMacs", "every 2016 Fiat"."""
    before, following = tokens.words[point.first - 1], tokens.words[point.after]
    name = tokens.surface(point.after, point.after + 1)
    if not following.isalpha() or not is_recent(point) or following in STOP_WORDS:
        return False
    has_inner_capital = name != name.lower() and not name.istitle() and not name.isupper()
    if before in CARDINALS and (tokens.is_capitalised(point.after) or following in YEARLY_EVENTS):
        return True
    return before in NO_NUMBER_AFTER or (before in {"all", "some", "these"} and has_inner_capital)


def _is_bracketed(tokens: Tokens, first: int) -> bool:
    """Whether a year in brackets is alone or after a cue or name: "(2007)", "(born 2007)", "(Reuters, 2007)"."""
    before = tokens.words[first - 1]
    return before in {"(", ",", "."} or before in YEAR_CUES or tokens.is_capitalised(first - 1)


def _has_cue(tokens: Tokens, point: Point) -> bool:
    """Whether the word before, or the beginning of a sentence about it, makes a figure a year."""
    words, first = tokens.words, point.first
    before, earlier, following = words[first - 1], words[first - 2], words[point.after]
    if before in RANGE_DASHES and tokens.glued(first):
        return earlier in HYPHENATED
    is_event = following in YEARLY_EVENTS
    is_of_event = is_event and is_recent(point) and counted_noun(tokens, point.after) is None
    if before == "year" or (is_event and before in {"at", "in"}) or is_of_event:
        return True
    if counts(tokens, point.after) and not (before == "in" and _opens_sentence(tokens, point)):
        return False
    if (before == "as" and earlier in AS_EARLY) or bound_of(tokens, point.when, first, point.after):
        return True
    if before in YEAR_CUES:
        return earlier not in AMOUNTS_BEFORE.get(before, ()) or is_compared(tokens, point)
    is_back = earlier in YEARS_GO_BACK and before in {"with", "to"}
    is_back |= _is_about(words, first) or (before == "on" and is_compared(tokens, point))
    return is_back or (following in YEAR_VERBS and begins_sentence(tokens, first))


def _opens_sentence(tokens: Tokens, point: Point) -> bool:
    """Whether "In 1632 Salas sailed" or "In 1994 farmers planted" begins a sentence: a year, its subject, its verb."""
    if tokens.words[point.first - 2] not in SENTENCE_ENDS:
        return False
    return tokens.is_capitalised(point.after) or _is_subject(tokens, point)


def _is_subject(tokens: Tokens, point: Point) -> bool:
    """Whether a plural and its verb come after a year that is not round, as 2000 may be: villages are counted.

    A place or the like may stand between: "In 2019 rents in Lomar rose".
    """
    if not is_recent(point) or (point.when.year or 0) % 100 == 0:
        return False
    noun = counted_noun(tokens, point.after)
    if noun and not tokens.glued(noun.after) and is_verb(tokens.words[noun.after]):
        return True
    following = tokens.words[point.after + 1 : point.after + _FAR_BACK]
    if not (is_plural(tokens.words[point.after]) and following[:1] and following[0] in {"in", "of", "for"}):
        return False
    return any(map(is_verb, list(takewhile(str.isalpha, following))[2:]))


def _is_about(words: list[str], first: int) -> bool:
    """Whether "in about" and its like are before a year; "rose by about" makes it an amount."""
    cue = words[first - 2] if words[first - 2] != "or" else words[first - 3]
    return words[first - 1] in _ABOUT and cue in ABOUT_CUES and words[first - 3] not in AMOUNTS_BEFORE.get(cue, ())


def ends_freely(tokens: Tokens, after: int) -> bool:
    """Whether no unit, sign or further figure is glued to what ends before ``after``."""
    if not tokens.glued(after) or after >= tokens.count:
        return True
    sign, behind = tokens.words[after], tokens.words[after + 1]
    if sign.isalnum() or sign in "%+$€£°*=_@#":
        return sign == ""
    return not (tokens.glued(after + 1) and behind.isdigit() and sign in ".,:/")


def counts(tokens: Tokens, after: int) -> bool:
    """Whether a figure that ends here counts or measures what follows: "2010 people", "2000 m"."""
    if tokens.words[after] in MEASURES_AFTER_YEARS or tokens.words[after] in {"%", "$", "€", "£", "°"}:
        return True
    noun = counted_noun(tokens, after)
    return noun is not None and not noun.modifiers


def is_owned(tokens: Tokens, first: int) -> bool:
    """Whether an article or a possessive is right before: "the 2015 report", "Spain's 2019 budget"."""
    before = tokens.words[first - 1]
    return before in YEAR_OWNERS or (before == "s" and tokens.words[first - 2] in APOSTROPHES)


def _qualifies(tokens: Tokens, point: Point) -> bool:
    """Whether a year with an article comes before the noun that it belongs to."""
    year, following = point.when.year or 0, tokens.words[point.after]
    if following in OPENING_QUOTES and is_recent(point):
        return not tokens.glued(point.after)
    if not 1500 <= year <= 2099 or following in MEASURES_AFTER_YEARS or not following.isalpha():  # noqa: PLR2004
        return False
    noun = counted_noun(tokens, point.after)
    return (
        following in YEARLY_EVENTS
        or (noun is not None and tokens.words[noun.after - 1] in YEARLY_EVENTS)
        or tokens.is_capitalised(point.after)
        or not (is_plural(following) or noun or year % 100 == 0)
    )


def _is_month(page: Page, point: Point, listed: bool) -> bool:  # noqa: FBT001 - a row of the table below
    tokens, first = page.tokens, point.first
    name, before = tokens.words[first], tokens.words[first - 1]
    is_tied = tokens.glued(point.after) and tokens.glued(point.after + 1) and tokens.words[point.after] in RANGE_DASHES
    if is_tied or not (tokens.is_capitalised(first) or page.is_lower) or not ends_freely(tokens, point.after):
        return False
    if before == "of":
        return tokens.words[first - 2] in PARTS or tokens.words[first - 2] in {"as", "month"}
    if before == "as":
        return tokens.words[first - 2] in AS_EARLY
    if before == "to" and tokens.words[first - 2] in TIME_UNITS:
        return name not in AMBIGUOUS or tokens.is_capitalised(first)  # "in the year to August"
    if before in RANGE_DASHES:
        return tokens.words[first - 2] in HYPHENATED
    return before in (AMBIGUOUS_MONTH_CUES if name in AMBIGUOUS or len(name) <= 3 else MONTH_CUES) or listed  # noqa: PLR2004


def _is_slash(page: Page, point: Point, listed: bool) -> bool:  # noqa: FBT001 - a row of the table below
    tokens = page.tokens
    before = tokens.words[point.first - 1]
    if tokens.words[point.first] in WEEKDAYS or listed or point.when.year or point.when.period:
        return True
    is_cued = before in DAY_CUES and before != "from"
    return is_cued and not counts(tokens, point.after) and tokens.words[point.after] != "of"


def _is_years(page: Page, point: Point, listed: bool) -> bool:  # noqa: FBT001 - a row of the table below
    """Whether 1914-1918 is a span of years and no range of amounts."""
    tokens = page.tokens
    if is_clock(tokens, point.after) or _is_act(tokens, point):
        return False
    if not ends_freely(tokens, point.after) or counts(tokens, point.after):
        is_base = tokens.words[point.after] in YEAR_BASES and tokens.words[point.first - 1] in BASE_CUES | PRICE_CUES
        return is_base or tokens.words[point.after] in YEARLY_EVENTS
    if not point.when.period:
        return True
    first, last = int(point.when.begin), int(point.when.end)
    is_round = first % 50 == last % 50 == 0
    return not is_round or listed or tokens.words[point.first - 1] in {"(", "between", "years", "period"}


def _is_act(tokens: Tokens, point: Point) -> bool:
    """Whether a year and a number are those of an act: "Directive 2009/28/EC", "Regulation (EC) No 1907/2006"."""
    if tokens.words[point.first + 1] != "/":
        return False
    return tokens.words[point.after] == "/" or tokens.words[point.first - 1] in ACTS


def _is_decade(page: Page, point: Point, listed: bool) -> bool:  # noqa: FBT001 - a row of the table below
    del listed
    return HEAT.isdisjoint(page.tokens.words[max(0, point.first - _FAR_BACK) : point.after + 2])


def _is_early_year(page: Page, point: Point, listed: bool) -> bool:  # noqa: FBT001 - a row of the table below
    del listed
    following = page.tokens.words[point.after]
    is_subject = following in DEEDS or (is_verb(following) and following not in {"is", "was", "has"})
    is_first = page.tokens.words[point.first - 3] in SENTENCE_ENDS  # "The year 247 saw a plague"
    return (is_first or not is_subject) and not counts(page.tokens, point.after)  # "by the end of the year 45 had died"


_CUES: dict[str, Callable[[Page, Point, bool], bool]] = {
    "year": _is_year,
    "short_year": _is_year,
    "month": _is_month,
    "slash": _is_slash,
    "years": _is_years,
    "short_decade": _is_decade,
    "spoken_decade": _is_decade,
    "early_year": _is_early_year,
}
