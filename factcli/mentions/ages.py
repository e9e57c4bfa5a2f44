"""Ages: the tokens of a block and its amounts come in, and the amounts that are how old somebody is go out as such."""

from __future__ import annotations

from bisect import bisect_left
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from factcli.english.calendar import CALENDAR_NAMES, DECADES
from factcli.english.marks import RANGE_DASHES
from factcli.english.nouns import is_plural
from factcli.english.numbers import ARTICLES, CARDINALS
from factcli.english.people import (
    AFTER_AGES,
    AFTER_NAME_AND_AGE,
    AGE_ADVERBS,
    AGE_BOUNDS,
    AGE_CUES,
    AGE_FILLERS,
    AGE_LINKS,
    AGED_PEOPLE,
    ANY_PRONOUNS,
    AROUND_STEPS,
    COUNTS_OF_NAMES,
    FORMS_OF_BE,
    INTO_LIFE,
    LIFE_VERBS,
    OFFICES,
    OWNERS,
    PERSONAL_PRONOUNS,
    PLACE_PREPOSITIONS,
    RELATIVES_AND_ROLES,
    STEPS_OF_LIFE,
    TURNS,
)
from factcli.mentions.match import Match
from factcli.mentions.patterns import late_pattern
from factcli.model.facts import Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.mentions.lexer import Tokens
    from factcli.model.facts import Comparator

_DECADE = rf"(?:[1-9]0\ ?s|{'|'.join(name for name in DECADES if DECADES[name] > 10)})"  # noqa: PLR2004
_DECADE_ENDINGS = ("0s", "0 s", "ties")
_PART = r"(?:(?:early|mid|late)(?:[-\s]to[-\s](?:mid|late))?[-\s])?"
_OF_LIFE = late_pattern(
    r"\s(?:his|her|their|my|our|your)\s"
    rf"(?P<first>{_PART}{_DECADE})\b(?:(?:,|\s(?:and|or|to))\s(?P<second>{_PART}{_DECADE})\b)?"
)
# "The over-65s", "under 18s"; "Under-21s" with a capital letter is a team.
_BOUND = late_pattern(r"er[-‐‑\s](?P<years>[1-9][0-9]?)s(?![\w-])")
_SIGNS: dict[str, Comparator] = {"ov": ">", "und": "<"}
# "14- and 15-year-olds", "14-to-16-year-olds".
_OLD = late_pattern(r"year[-\s]olds?\b")
_SUSPENDED = late_pattern(
    r"(?:^|[^\w.,-])(?P<low>[1-9][0-9]?)-?(?P<joint>\s(?:and|or)\s|[-\s]to[-\s])(?P<high>[1-9][0-9]?)[-\s]$"
)
_WORD = late_pattern(r"[a-z]+|[0-9]+")
_PARTS = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}
_KINDS = frozenset({"number", "quantity"})
_SPAN_OF_UNITS = frozenset({"year", "month", "week", "day"})
_ENDS = frozenset({".", ",", ";", "!", "?", ")", ":", ""})
_SENTENCE_ENDS = frozenset({"", ".", "!", "?", ";", "\u201d", '"'})
_OF_ONE = PERSONAL_PRONOUNS | {"his", "her"}
_LISTING = frozenset({",", "and", "or", "to"})
_LONGEST_LIST = 8
_LONGEST_LIFE = 122
_FIRST_OF_NO_CLOCK = 13
_MOST_DIGITS = 3
_FAR_BACK = 12
# "The former Italy goalkeeper, 56,".
_MOST_BEFORE_ROLE = 3
_ONE = Decimal(1)


def find_ages(tokens: Tokens) -> list[Match]:
    """The ages that are not plain amounts, in order: "in her 40s", "the over-65s", "14- and 15-year-olds"."""
    text = tokens.lowered[tokens.starts[0] : tokens.ends[tokens.count - 1]] if tokens.count else ""
    if "İ" in text:
        return []
    found = [*_lives(tokens, text), *_bounds(tokens, text), *_suspended(tokens, text)]
    return sorted(match for match in found if match)


def _match(tokens: Tokens, place: tuple[int, int], value: Quantity) -> Match | None:
    """The match at offsets from the beginning of the block; None where another reader has taken some of it."""
    begin = tokens.starts[0]
    first, after = (bisect_left(tokens.starts, begin + offset, 0, tokens.count) for offset in place)
    return Match(first, after, "quantity", value, role="age") if all(tokens.words[first:after]) else None


def _years(low: Decimal, high: Decimal | None = None, sign: Comparator = "=") -> Quantity:
    if high is None:
        return Quantity(low, "year", comparator=sign, quantum=_ONE)
    return Quantity(None, "year", lower=low, upper=high, quantum=_ONE)


def _lives(tokens: Tokens, text: str) -> Iterator[Match | None]:
    if not any(ending in text for ending in _DECADE_ENDINGS):
        return
    for found in _OF_LIFE.finditer(text):
        before = text[max(0, found.start() - _FAR_BACK) : found.start()].rpartition(" ")[2]
        for name in ("first", "second"):
            if found[name] and before in INTO_LIFE:
                yield _match(tokens, found.span(name), _decade_of_life(_WORD.findall(found[name])))


def _decade_of_life(words: list[str]) -> Quantity:
    """The years of "early 40s", "mid to late thirties", "60s"."""
    parts = [_PARTS[word] for word in words if word in _PARTS] or [(0, 9)]
    digits = next((word for word in words if word.isdigit()), None)
    tens = int(digits) if digits else DECADES[words[-1]]
    return _years(Decimal(tens + parts[0][0]), Decimal(tens + parts[-1][1]))


def _bounds(tokens: Tokens, text: str) -> Iterator[Match | None]:
    begin = tokens.starts[0] if tokens.count else 0
    for found in _BOUND.finditer(text):
        for stem, sign in _SIGNS.items():
            start = found.start() - len(stem)
            is_word = text[max(0, start) : found.start()] == stem and not text[max(0, start - 1) : start].isalpha()
            if is_word and not (sign == "<" and tokens.text[begin + start].isupper()):
                yield _match(tokens, (start, found.end()), _years(Decimal(found["years"]), sign=sign))


def _suspended(tokens: Tokens, text: str) -> Iterator[Match | None]:
    for old in _OLD.finditer(text):
        begin = max(0, old.start() - _FAR_BACK)
        found = _SUSPENDED.search(text[begin : old.start()])
        if found is None:
            continue
        low, high = Decimal(found["low"]), Decimal(found["high"])
        first, second = begin + found.start("low"), begin + found.start("high")
        if "to" in found["joint"]:
            yield _match(tokens, (first, old.end()), _years(low, high)) if low < high else None
        else:
            yield _match(tokens, (first, begin + found.end("low")), _years(low))
            yield _match(tokens, (second, old.end()), _years(high))


def as_age(tokens: Tokens, match: Match) -> Match:
    """The match of an amount with its role, and a bare number with its unit, where it is an age; else as it is."""
    value = match.value
    if match.kind not in _KINDS or not isinstance(value, Quantity) or value.per is not None:
        return match
    if value.unit in _SPAN_OF_UNITS:
        is_old = tokens.words[match.after - 1] in {"old", "olds", "age"} or is_called_age(tokens, match.first)
        return _of_age(tokens, match, value) if is_old else match
    if match.kind != "number" or not _could_be_age(tokens, match, value) or not _is_age(tokens, match, value):
        return match
    return _of_age(tokens, match, msgspec.structs.replace(value, unit="year"))


def _of_age(tokens: Tokens, match: Match, value: Quantity) -> Match:
    """The match as an age; "over the age of 18" is a bound."""
    words, cue = tokens.words, match.first - 1 - (tokens.words[match.first - 1] == "of")
    sign = AGE_BOUNDS.get(words[cue - 1 - (words[cue - 1] == "the")]) if words[cue] in AGE_CUES else None
    if sign and value.comparator == "=" and value.amount is not None:
        value = msgspec.structs.replace(value, comparator=sign)
    return match._replace(kind="quantity", value=value, role="age")


def _could_be_age(tokens: Tokens, match: Match, value: Quantity) -> bool:
    amount = value.amount if value.amount is not None else value.upper
    is_short = all(len(word) <= _MOST_DIGITS or not word.isdigit() for word in tokens.words[match.first : match.after])
    return amount is not None and 0 < amount <= _LONGEST_LIFE and is_short and "%" not in tokens.words[match.after]


def is_called_age(tokens: Tokens, index: int) -> bool:
    """Whether "aged" or "age" is before a number, or before the list in which it is: "aged 5, 7 and 9"."""
    words = tokens.words
    for _ in range(_LONGEST_LIST):
        before = _without_fillers(words, index)
        if words[before - 1] in AGE_CUES:
            return True
        is_age = (len(words[index - 2]) < _MOST_DIGITS and words[index - 2].isdigit()) or words[index - 2] in CARDINALS
        is_listed = words[index - 1] in _LISTING and is_age
        if not is_listed and not (words[index - 1] in _LISTING and words[index - 2] == ","):
            return False
        index -= 2 if is_listed else 1
    return False


def _without_fillers(words: list[str], index: int) -> int:
    for _ in range(3):
        if words[index - 1] not in AGE_FILLERS:
            break
        index -= 1
    return index


def _is_age(tokens: Tokens, match: Match, value: Quantity) -> bool:
    if is_called_age(tokens, match.first) or _is_linked(tokens, match.first):
        return True
    if value.comparator in {">", "<"}:
        return _is_of_people(tokens, match)
    if value.amount is None or value.comparator not in {"=", "~"}:
        return False
    return any(rule(tokens, match) for rule in _RULES)


def _is_linked(tokens: Tokens, first: int) -> bool:
    """Whether "age" and a link are before: "the median age was 38", "the age limit" not."""
    words = tokens.words
    if words[first - 1] == "to" and words[first - 3] == "from":
        first -= 2
    return words[first - 1] in AGE_LINKS and words[first - 2] in {"age", "ages"}


def _is_of_people(tokens: Tokens, match: Match) -> bool:
    """People over 18, those under 5: an age only where nothing that is counted follows; none is younger than a sum."""
    words = tokens.words
    if words[match.first - 1] == "than" and words[match.first - 2] in {"younger", "older"}:
        return True
    who = next((words[match.first - back] for back in (1, 2) if words[match.first - back] in AGED_PEOPLE), "")
    sign = words[match.first - 1] in {"over", "under"} or words[match.first] in {"over", "under"}
    return bool(who) and sign and words[match.after] not in RANGE_DASHES


def _is_apposed(tokens: Tokens, match: Match) -> bool:
    """``Jane Doe, 46, of Leeds``; not "In Texas, 25, were hurt" and no list of numbers."""
    words, comma = tokens.words, match.first - 1
    comma -= words[comma] in AGE_ADVERBS
    is_related = _is_related(words, comma - 1)
    is_full = tokens.is_capitalised(comma - 2) and tokens.words[comma - 2].isalpha()
    ends = {",", ";", "."} if is_related or is_full else {",", ";"}
    if words[comma] != "," or words[match.after] not in ends or tokens.glued(match.first):
        return False
    is_pair = words[match.after + 2] == "," and words[match.after + 3].isdigit()
    if is_pair and not tokens.is_capitalised(comma - 2):
        return False
    if tokens.glued(match.after + 1) or words[match.after + 1][:1].isdigit():
        return False
    if not is_related and not _is_person(tokens, comma - 1):
        return False
    return COUNTS_OF_NAMES.isdisjoint(words[max(0, comma - _FAR_BACK) : match.after + _FAR_BACK])


def _is_related(words: list[str], last: int) -> bool:
    """Whether one of somebody's people is at ``last``: "her son, 7,", "the former mayor"; "the 17th victim" not."""
    if words[last] not in RELATIVES_AND_ROLES and words[last] not in OFFICES:
        return False
    owner = last - 1
    while last - owner < _MOST_BEFORE_ROLE and words[owner] not in OWNERS and words[owner].isalpha():
        owner -= 1
    return words[owner] in OWNERS


def _is_person(tokens: Tokens, last: int) -> bool:
    """Whether the capitalised words that end at ``last`` can be the name of a person."""
    begin = last
    while tokens.is_capitalised(begin) and tokens.words[begin].isalpha() and last - begin < _LONGEST_LIST:
        begin -= 1
    names = tokens.words[begin + 1 : last + 1]
    if not names or any(name in CALENDAR_NAMES for name in names):
        return False
    return tokens.words[begin] not in PLACE_PREPOSITIONS and names[0] not in PLACE_PREPOSITIONS


def _is_bracketed(tokens: Tokens, match: Match) -> bool:
    """``Jane Doe (46) from Leeds``: a full name, and what people are from."""
    words, first, after = tokens.words, match.first, match.after
    if words[first - 1] != "(" or words[after] != ")" or not tokens.is_capitalised(first - 3):
        return False
    follows = after + 1 + (words[after + 1] == ",")
    return words[follows] in AFTER_NAME_AND_AGE and _is_person(tokens, first - 2)


def _is_of_life(tokens: Tokens, match: Match) -> bool:
    """He died at 91, she married at 19, he turned 50, she left school at 14."""
    words, first = tokens.words, match.first
    first -= words[first - 1] in AGE_ADVERBS
    ends = words[match.after] in _ENDS or words[match.after] in AFTER_AGES
    if not ends or (tokens.glued(match.after + 1) and words[match.after] in {",", "."}):
        return False
    if words[first - 1] in TURNS:
        return True
    is_step = words[first - 2] in STEPS_OF_LIFE and not AROUND_STEPS.isdisjoint(words[first - 4 : first - 2])
    return words[first - 1] == "at" and (words[first - 2] in LIFE_VERBS or is_step)


def _is_of_youngest(tokens: Tokens, match: Match) -> bool:
    """``She became, at 29, the youngest judge``."""
    words = tokens.words
    if words[match.first - 2 : match.first] != [",", "at"] or words[match.after] != ",":
        return False
    return words[match.after + 1] in OWNERS | {"the"} and words[match.after + 2] in {"youngest", "oldest", "eldest"}


def _begins_sentence(tokens: Tokens, match: Match) -> bool:
    """``At 29, she became``, ``At 16 he left``: an hour cannot be that late, and no thing is a "she"."""
    words, first = tokens.words, match.first
    is_first = words[first - 1] == "at" and words[first - 2] in _SENTENCE_ENDS
    value = match.value.amount if isinstance(match.value, Quantity) else None
    is_late = value is not None and value >= _FIRST_OF_NO_CLOCK
    return is_first and is_late and words[match.after + (words[match.after] == ",")] in _OF_ONE


def _is_said_of_somebody(tokens: Tokens, match: Match) -> bool:
    """``She was 46.``, "who is now 46,", "I was 19 when"."""
    words, first, following = tokens.words, match.first, tokens.words[match.after]
    first -= words[first - 1] in AGE_ADVERBS
    if words[first - 1] not in FORMS_OF_BE:
        return False
    who = words[first - 2]
    if following == "when":
        return who in ANY_PRONOUNS or tokens.is_capitalised(first - 2)
    if words[first - 3] == "when" and following in OWNERS - {"a", "s"}:
        return who in ANY_PRONOUNS  # "when I was 16 my father left"
    is_listed = following == "and" and words[match.after + 1].isalpha() and words[match.after + 1] not in CARDINALS
    is_end = following in _ENDS or is_listed or _is_back_then(words, match.after)
    is_decimal = tokens.glued(match.after + 1) and following in {",", "."}
    return who in PERSONAL_PRONOUNS and is_end and not is_decimal


def _is_of_somebody(tokens: Tokens, match: Match) -> bool:
    """``A frail woman of 82``, ``boys of 12``; in ``one man of 10`` he is one of a group."""
    words, who = tokens.words, match.first - 2
    if words[who + 1] != "of" or words[who] not in AGED_PEOPLE or words[match.after][:1].isdigit():
        return False
    return is_plural(words[who]) or not ARTICLES.isdisjoint(words[max(who - 2, 0) : who])


def _was_back_then(tokens: Tokens, match: Match) -> bool:
    """``The victim, 12 at the time, ...``."""
    return tokens.words[match.first - 1] == "," and _is_back_then(tokens.words, match.after)


def _is_back_then(words: list[str], index: int) -> bool:
    return words[index : index + 3] == ["at", "the", "time"]


_RULES = (
    _is_apposed,
    _is_bracketed,
    _is_of_life,
    _is_of_youngest,
    _begins_sentence,
    _is_said_of_somebody,
    _is_of_somebody,
    _was_back_then,
)
