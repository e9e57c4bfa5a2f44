"""The words around a figure or a name that let it be a year, a month or a day of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.mentions.amounts.nouns import counted_noun, is_plural
from factcli.mentions.dates.bounds import bound_behind, bound_of, words_of_about
from factcli.mentions.dates.words import AMBIGUOUS, APOSTROPHES, HYPHENATED, HYPHENS, PARTS, WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcli.mentions.dates.grammar import Page, Point
    from factcli.mentions.lexer import Tokens


def _set(*words: str) -> frozenset[str]:
    return frozenset(" ".join(words).split())


# A year may stand alone behind these ...
_YEAR_CUES = _set(
    "in since during for both until till before after circa c ca by of from throughout early mid late around between",
    "pre post born died founded established elected b d spring summer autumn winter fall fiscal years",
    "cup olympics games championship championships expo euro eurovision",
)
# ... but not where these stand before them, which make it an amount: "a total of 2010", "rose by 2010".
_AMOUNTS_BEFORE = {
    "of": _set(
        "total population average mean median maximum minimum capacity altitude height length weight depth price cost",
        "force team crowd speed number group fleet sum value record distance range score combined tally toll rate pool",
    ),
    "by": _set(
        "rose rise risen rising fell fall fallen falling grew grown grow increased increase dropped drop cut up down"
    ),
    "from": _set(
        "rose rise risen fell fall fallen up down grew grown increased increase dropped drop cut ranging ranged"
    ),
    "for": _set("sold bought paid pay pays sell sells selling went asked fetched settled settle compete competing"),
}
_OWNERS = _set("the this that his her its their our your my a an")
# Years that qualify a noun in the plural: "the 2016 elections".
_EVENTS = _set(
    "elections olympics games protests riots attacks bombings talks results championships awards finals oscars floods",
    "primaries midterms sanctions fires wildfires olympians paralympics polls sales earnings accords reforms hearings",
    "prices levels standards rules terms",
)
# "as early as 2015"
_AS_EARLY = _set("early late recently far back")
_GO_ON = _set("was were is saw has had will marked brought began ended would")
_MEASURES = _set(
    "m km cm mm kg g t lb lbs ft mi mph kmh hp kw mw cc rpm am pm bn mn tn k per percent percentage pc points metre",
    "meter mile foot word page seat seater strong hour dollar euro pound million billion trillion thousand hundred",
    "dozen people degree",
)
_MONTH_CUES = _set("in since until till by during from before after between through throughout early mid late")
_AMBIGUOUS_MONTH_CUES = _MONTH_CUES - _set("by from before after")
_DAY_CUES = _set("on since until till by before after from due dated")
_HEAT = _set("temperature temperatures highs lows degrees fahrenheit weather heat thermometer")
_FAR_BACK = 8


def is_meant(page: Page, point: Point, *, listed: bool) -> bool:
    """Whether the words around a point allow it to be a date; ``listed`` if one of its kind stands right before it."""
    cue = _CUES.get(point.form)
    return cue is None or cue(page, point, listed)


def _is_year(page: Page, point: Point, listed: bool) -> bool:  # noqa: FBT001 - a row of the table below
    tokens, following = page.tokens, page.tokens.words[point.after]
    if not _ends_freely(tokens, point.after):
        return False
    if following == ")" or (tokens.words[point.first - 1] == "(" and following in {",", ";"}):
        return _is_bracketed(tokens, point.first)
    if _is_owned(tokens, point.first):
        return _qualifies(tokens, point)
    is_said = words_of_about(tokens, point.first) or bound_behind(tokens, point.after)
    return bool(is_said) or _has_cue(tokens, point) or (listed and not counts(tokens, point.after))


def _is_bracketed(tokens: Tokens, first: int) -> bool:
    """Whether a year in brackets stands alone or behind a cue or a name: "(2007)", "(born 2007)", "(Reuters, 2007)"."""
    before = tokens.words[first - 1]
    return before in {"(", ",", "."} or before in _YEAR_CUES or tokens.is_capitalised(first - 1)


def _has_cue(tokens: Tokens, point: Point) -> bool:
    """Whether the word before, or the beginning of a sentence about it, makes a figure a year."""
    words, first = tokens.words, point.first
    before, earlier, following = words[first - 1], words[first - 2], words[point.after]
    if before in HYPHENS and tokens.glued(first):
        return earlier in HYPHENATED
    if before == "year" or (before in {"at", "in"} and following in _EVENTS):
        return True
    if counts(tokens, point.after):
        return False
    if (before == "as" and earlier in _AS_EARLY) or bound_of(tokens, point.when, first, point.after):
        return True
    if before in _YEAR_CUES:
        return earlier not in _AMOUNTS_BEFORE.get(before, ())
    return following in _GO_ON and before in {"", ".", ":", "!", "?", ";"}


def _ends_freely(tokens: Tokens, after: int) -> bool:
    """Whether no unit, sign or further figure is glued to what ends before ``after``."""
    if not tokens.glued(after) or after >= tokens.count:
        return True
    sign, behind = tokens.words[after], tokens.words[after + 1]
    if sign.isalnum() or sign in "%+$€£°*=_@#":
        return sign == ""
    return not (tokens.glued(after + 1) and behind.isdigit() and sign in ".,:/")


def counts(tokens: Tokens, after: int) -> bool:
    """Whether a figure that ends here counts or measures what follows: "2010 people", "2000 m"."""
    if tokens.words[after] in _MEASURES or tokens.words[after] in {"%", "$", "€", "£", "°"}:
        return True
    noun = counted_noun(tokens, after)
    return noun is not None and not noun.modifiers


def _is_owned(tokens: Tokens, first: int) -> bool:
    """Whether an article or a possessive stands right before: "the 2015 report", "Spain's 2019 budget"."""
    before = tokens.words[first - 1]
    return before in _OWNERS or (before == "s" and tokens.words[first - 2] in APOSTROPHES)


def _qualifies(tokens: Tokens, point: Point) -> bool:
    """Whether a year with an article stands before the noun that it belongs to."""
    year, following = point.when.year or 0, tokens.words[point.after]
    if not 1500 <= year <= 2099 or following in _MEASURES or not following.isalpha():  # noqa: PLR2004 - as news name them
        return False
    if following in HYPHENS:
        return False
    return (
        following in _EVENTS
        or tokens.is_capitalised(point.after)
        or not (is_plural(following) or counted_noun(tokens, point.after) or year % 100 == 0)
    )


def _is_month(page: Page, point: Point, listed: bool) -> bool:  # noqa: FBT001 - a row of the table below
    tokens, first = page.tokens, point.first
    name, before = tokens.words[first], tokens.words[first - 1]
    is_tied = tokens.glued(point.after) and tokens.glued(point.after + 1) and tokens.words[point.after] in HYPHENS
    if is_tied or not (tokens.is_capitalised(first) or page.is_lower) or not _ends_freely(tokens, point.after):
        return False
    if before == "of":
        return tokens.words[first - 2] in PARTS or tokens.words[first - 2] in {"as", "month"}
    if before == "as":
        return tokens.words[first - 2] in _AS_EARLY
    if before in HYPHENS:
        return tokens.words[first - 2] in HYPHENATED
    return before in (_AMBIGUOUS_MONTH_CUES if name in AMBIGUOUS or len(name) <= 3 else _MONTH_CUES) or listed  # noqa: PLR2004


def _is_slash(page: Page, point: Point, listed: bool) -> bool:  # noqa: FBT001 - a row of the table below
    tokens = page.tokens
    before = tokens.words[point.first - 1]
    if tokens.words[point.first] in WEEKDAYS or listed or point.when.year:
        return True
    return before in _DAY_CUES - {"from"} and not counts(tokens, point.after) and tokens.words[point.after] != "of"


def _is_years(page: Page, point: Point, listed: bool) -> bool:  # noqa: FBT001 - a row of the table below
    """Whether 1914-1918 is a span of years and no range of amounts."""
    tokens = page.tokens
    if not _ends_freely(tokens, point.after) or counts(tokens, point.after):
        return tokens.words[point.after] in _EVENTS
    if not point.when.period:
        return True
    first, last = int(point.when.begin), int(point.when.end)
    is_round = first % 50 == last % 50 == 0
    return not is_round or listed or tokens.words[point.first - 1] in {"(", "between", "years", "period"}


def _is_decade(page: Page, point: Point, listed: bool) -> bool:  # noqa: FBT001 - a row of the table below
    del listed
    return _HEAT.isdisjoint(page.tokens.words[max(0, point.first - _FAR_BACK) : point.after + 2])


_CUES: dict[str, Callable[[Page, Point, bool], bool]] = {
    "year": _is_year,
    "month": _is_month,
    "slash": _is_slash,
    "years": _is_years,
    "short_decade": _is_decade,
}
