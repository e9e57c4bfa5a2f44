"""What a figure measures, in words: "revenue", "displaced people"; for ids, subjects and keywords."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

from msgspec import structs

from factcli.english.calendar import CALENDAR_NAMES
from factcli.english.events import FRAME_OF, NAMED_ALIKE
from factcli.english.function_words import AUXILIARIES, FUNCTION_WORDS, PREPOSITIONS
from factcli.english.measuring.clause_words import GOVERNING
from factcli.english.measuring.measure_verbs import is_verb
from factcli.english.measuring.narrowing import CHANGES, EMPTY_HEADS, LINKING
from factcli.english.measuring.saying_whose import (
    AWAY,
    COMPARED,
    DIMENSION_NAMES,
    PEOPLE_ENDINGS,
    SIZES,
    SUMS_OF_DEEDS,
    TERMS,
    THINGS_IN_ENT,
)
from factcli.english.naming.happenings import GAPS, SCORED, SENTENCING, STANDING_NOUNS, TELLING_DEEDS, TOLLS
from factcli.english.nouns import is_plural, plural, singular
from factcli.english.people import BODIES, PERSONS
from factcli.english.people import VERBS as SPEECH
from factcli.english.reckoning.rising import FALLS, RISES
from factcli.english.stemming import stem
from factcli.english.synonyms import SYNONYMS
from factcli.extract.head_nouns import head_before, is_noun, noun_at, noun_left, noun_right
from factcli.extract.named_sums import deed_with_sum, measure_of_sum
from factcli.extract.naming.pointed_at import OF_SUBSTANCES
from factcli.extract.plays import in_each, is_scored, leap, yards_gained
from factcli.extract.risen_or_fallen import change_of
from factcli.extract.share_phrases import is_subject, said_of_share
from factcli.model.edtf import EdtfDate
from factcli.model.facts import Quantity, Quotation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcli.english.stemming import Word
    from factcli.extract.proposing.segments import Segment
    from factcli.model.facts import Mention, Value

_NEAR = 4
_BEFORE_AGES = frozenset({"at", "aged"})
# By these verbs a number is that of their subject.
REACHING = CHANGES | LINKING | RISES | FALLS | {"put", "climbing", "rising"}
_PARTING = frozenset({"and", "but"})
# Prepositions by which a sum or share is that of the noun before.
_BEFORE_SUMS = GOVERNING | {"for"}
_JOINING = frozenset({"and", "while"})
_PLAIN_NAMES = frozenset({DIMENSION_NAMES["money"], DIMENSION_NAMES["percent"]})
# What a figure is called that says only by how much something went up or down.
CHANGE = "change"
_TABLED = frozenset({"money", "percent"})
_OF = frozenset({"of"})
_LEADING_TO = frozenset({"to", "at"})
_OF_LOADS = frozenset({"mass", "volume"})
_PARTS = frozenset({"parts", "areas", "places"})
_LEFT = 6
_LONGEST_SUBJECT = 20
# "In front of 8,412 at Moor Lane".
_BEFORE_A_CROWD = ["in", "front", "of"]
_MOST_SYNONYMS = 3
_HYPHENED = re.compile(r"\d-")
# The verb of a date is at most this many words away.
_FAR_VERB = 40
_NO_DEEDS = FUNCTION_WORDS | PREPOSITIONS | SPEECH.keys()
_SYNONYM_ROWS = {stem(row.split()[0]): row.split() for row in SYNONYMS}


# The measure of a number of which nothing says what it is.
NOTHING = "figure"
# That of a date of which nothing says what happened.
UNTOLD = "date"


def measured_by(mention: Mention, segment: Segment) -> str:
    """What the mention measures or dates in a sentence or a line with a label; empty for a quotation."""
    value = mention.value
    if isinstance(value, Quotation):
        return ""
    if segment.label and segment.is_of_label(mention):
        return f"{segment.label} {_within_bracket(mention, segment)}".strip()
    if isinstance(value, EdtfDate):
        return _dated(mention, segment)
    if mention.role == "age":
        return "age"
    return (
        _of_toll(mention, value, segment)
        or _of_share(mention, value, segment)
        or _of_sum(mention, value, segment)
        or _of_words(mention, value, segment)
    )


def counted(value: Value, measure: str, *, is_labelled: bool) -> Value:
    """The value with what a bare number counts: people where they were killed, schools where its label is of them."""
    if not isinstance(value, Quantity) or value.unit not in {None, "other"} or _is_fraction(value):
        return value
    words = measure.lower().split()
    if measure.lower() in TOLLS.values() or not {"people", "attendance", "crowd", "audience", *TOLLS}.isdisjoint(words):
        return structs.replace(value, unit="person")
    return structs.replace(value, unit=singular(words[0])) if is_labelled and words and is_plural(words[0]) else value


def goes_on(words: Sequence[Word]) -> bool:
    """Whether the words between two figures make both of one measure: "£3m on flour and", "£3m, and in May it was"."""
    texts = [word.text for word in words]
    is_joined = not _JOINING.isdisjoint(texts) and words[0].text != ";"
    verbs = [text for text in texts if is_verb(text) and text not in CALENDAR_NAMES]
    return is_joined and (not verbs or (verbs == texts[-1:] and "it" in texts))


def keeps_share(mention: Mention, before: str, segment: Segment) -> bool:
    """Whether a share of which nothing is said is one of what the share before it is: "set at 6%, and then to 8%"."""
    is_share = isinstance(mention.value, Quantity) and mention.value.dimension == "percent"
    is_level = not before.endswith("change") and before != NOTHING
    return is_share and is_level and not is_subject(segment.words, *covered(mention, segment.words))


def is_retold(words: Sequence[Word]) -> bool:
    """Whether the words between two figures say that the second is the first in another unit: "4%, or 31 points"."""
    return [word.text for word in words if not word.is_mark] == ["or"]


def is_plain(measure: str) -> bool:
    """Whether a measure says no more than the unit does: "amount", "share"."""
    return measure in _PLAIN_NAMES


def _of_toll(mention: Mention, value: Quantity, segment: Segment) -> str | None:
    """What befell those who are counted: "deaths" where they were killed; the word nearest to the figure says it."""
    if value.dimension not in {"count", "number"} or _is_fraction(value):
        return None
    words = segment.words
    first, after = covered(mention, words)
    before = words[first - 1].text if first else ""
    if before in _BEFORE_AGES or (value.unit is None and before == "to"):
        return None
    reach = _NEAR if _is_of_people(value) else 0
    begin, end = max(first - reach - 1, 0), after + reach + 1
    told = [(at, word.text) for at, word in enumerate(words[begin:end], begin) if word.text in TOLLS]
    told = [(at, text) for at, text in told if (text, words[min(at + 1, len(words) - 1)].text) != ("survived", "by")]
    if not _is_of_people(value):
        told = [(at, text) for at, text in told if not first <= at < after]  # "14 fatal crashes" are no deaths
    # "31 have died and 300 are missing".
    joints = [at for at in (*range(begin, first), *range(after, end)) if at < len(words) and _is_joint(words[at])]
    parted = [(at, text, any(min(at, first) < joint < max(at, first) for joint in joints)) for at, text in told]
    if after < len(words) and words[after].text in AUXILIARIES:
        parted = [each for each in parted if not each[2]]
    near = min(
        ((apart, max(first - 1 - at, at - after, 0), at < first, text) for at, text, apart in parted), default=None
    )
    return TOLLS[near[-1]] if near else None


def _is_joint(word: Word) -> bool:
    return word.text in _PARTING or word.text == ";"


def _of_share(mention: Mention, value: Quantity, segment: Segment) -> str:
    return said_of_share(segment.words, *covered(mention, segment.words)) if value.dimension == "percent" else ""


def _of_sum(mention: Mention, value: Quantity, segment: Segment) -> str | None:
    if value.dimension not in _TABLED:
        return None
    return measure_of_sum(value, segment.words, *covered(mention, segment.words))


def _is_fraction(value: Quantity) -> bool:
    return value.amount is not None and value.amount < 1


def _is_of_people(value: Quantity) -> bool:
    unit = value.unit or "person"
    is_ending_so = unit.endswith(PEOPLE_ENDINGS) and not unit.endswith("ment") and unit not in THINGS_IN_ENT
    return unit in PERSONS or is_ending_so or unit in TELLING_DEEDS


def covered(mention: Mention, words: Sequence[Word]) -> tuple[int, int]:
    """The words of the mention: the first, and the one after the last."""
    first = bisect_right(words, mention.span.start, key=attrgetter("end"))
    return first, max(bisect_left(words, mention.span.end, key=attrgetter("start")), first)


def _of_words(mention: Mention, value: Quantity, segment: Segment) -> str:
    words = segment.words
    first, _ = covered(mention, words)
    if value.dimension == "count" and value.unit:
        return _of_count(mention, value.unit, words)
    if value.dimension == "number":
        is_crowd = [word.text for word in words[max(first - len(_BEFORE_A_CROWD), 0) : first]] == _BEFORE_A_CROWD
        return "attendance" if is_crowd else _of_subject(words, first)
    if value.dimension == "duration":
        return _of_term(mention, words) or noun_left(words, first, governed=_OF) or DIMENSION_NAMES["duration"]
    named = _of_sum_in_words if value.dimension in _TABLED else _of_measure_in_words
    return named(mention, value, words) or DIMENSION_NAMES.get(value.dimension, NOTHING)


def _of_sum_in_words(mention: Mention, value: Quantity, words: Sequence[Word]) -> str:
    first, after = covered(mention, words)
    left = _substance(mention, value, words) or noun_left(words, first, governed=_BEFORE_SUMS)
    if after + 1 < len(words) and words[after].text in COMPARED and words[after + 1].text == "than":
        return CHANGE  # "9% fewer than the year before"
    named = noun_right(words, after) or left
    if value.dimension == "percent" and after + 1 < len(words) and is_verb(words[after].text):
        named = named or noun_right(words, after + 1)  # "28% chose rye"
    return SUMS_OF_DEEDS.get(named, named) or deed_with_sum(words, first) if value.dimension == "money" else named


def _of_measure_in_words(mention: Mention, value: Quantity, words: Sequence[Word]) -> str:
    first, after = covered(mention, words)
    named = _substance(mention, value, words) or noun_left(words, first, governed=_OF)
    if value.dimension == "temperature" and named in _PARTS:
        return ""  # "Some parts of Vestby hit -26C"
    if value.unit == "yd":
        named = yards_gained(words, first, after) or named
    after = _after_bracket(words, after)
    if value.dimension == "length":
        named = leap(words, first) or named
    if value.dimension == "length" and after < len(words):
        return "distance" if words[after].text in AWAY else SIZES.get(words[after].text, named)
    return named


def _level_of(words: Sequence[Word], first: int) -> str:
    """What has come to a count: "backlog" of "the backlog stood at 31 boats"; empty where nothing or somebody has."""
    verb = first - 2
    if verb < 1 or words[verb].text not in REACHING or words[first - 1].text not in _LEADING_TO:
        return ""
    named = head_before(words, verb)
    head = named.rpartition(" ")[2]
    return "" if head in BODIES | STANDING_NOUNS["body"] | PERSONS else named


def _within_bracket(mention: Mention, segment: Segment) -> str:
    """The noun between an opening bracket and a figure: "concessions" of "(concessions £12)"; empty without one."""
    first, _ = covered(mention, segment.words)
    opening, noun = [word.text for word in segment.words[first - 2 : first]] if first > 1 else ("", "")
    return noun if opening == "(" and noun.isalpha() else ""


def _is_difference(words: Sequence[Word]) -> bool:
    """Whether a count is by how much there are more or fewer of a thing: "21 fewer seats", not "two or more seats"."""
    texts = [word.text for word in words]
    return any(text in COMPARED and texts[max(at - 1, 0)] != "or" for at, text in enumerate(texts))


def _of_count(mention: Mention, unit: str, words: Sequence[Word]) -> str:
    """What a count is called: "seats", "points lead", "points per game", "backlog" where it "stood at 31 boats"."""
    first, after = covered(mention, words)
    many = plural(unit)
    change = change_of(words, first, after, is_sum=False) if unit == "point" and not is_scored(words, after) else None
    if _is_difference(words[first:after]) or (change and not change.is_level):
        return change.measure if change else f"{many} change"  # "closed up 42 points", "21 fewer seats"
    gap = GAPS.get(words[after].text) if after < len(words) and unit in SCORED else None
    if gap:
        return f"{many} {gap}"
    yards = yards_gained(words, first, after) if unit == "yard" else ""
    alone = unit if _HYPHENED.search(mention.surface) else many
    is_mean = first > 0 and words[first - 1].text.startswith("averag")
    return yards or _level_of(words, first) or in_each(unit, words, after) or (f"average {many}" if is_mean else alone)


def _substance(mention: Mention, value: Quantity, words: Sequence[Word]) -> str:
    """What a weight, length or volume is one of: "snow" of "2ft of snow", "2ft (61cm) of snow"; empty if unsaid."""
    _, after = covered(mention, words)
    after = _after_bracket(words, after)
    is_of = after + 1 < len(words) and words[after].text == "of" and value.dimension in OF_SUBSTANCES
    is_named = is_of and words[after + 1].is_in_name and value.dimension in _OF_LOADS
    named = words[after + 1].text if is_named else ""
    return named or noun_right(words, after) if is_of else ""


def _after_bracket(words: Sequence[Word], at: int) -> int:
    """Where brackets end that begin at a place: "2ft (61cm) of snow"."""
    near = [word.text for word in words[at : at + _LEFT]]
    return at + near.index(")") + 1 if near[:1] == ["("] and ")" in near else at


def _of_term(mention: Mention, words: Sequence[Word]) -> str:
    """What lasts so long: "ban" of "a 12-year ban", "sentence" of "jailed for three years"; empty if unsaid."""
    first, after = covered(mention, words)
    if "-" in mention.surface and after < len(words) and is_noun(words[after]):
        return words[after].text
    near = [*words[max(first - _LEFT, 0) : first], *words[after : after + 2]]
    if not SENTENCING.isdisjoint(word.text for word in near):
        return "sentence"
    return next((TERMS[word.text] for word in reversed(near) if word.text in TERMS), "")


def _of_subject(words: Sequence[Word], first: int) -> str:
    """What a bare number is that a verb gives its subject: "the death toll has risen to 676"."""
    if first > 1 and words[first - 1].text == "of":
        return noun_at(words, first - 2) or NOTHING
    change = change_of(words, first, first, is_sum=False)
    if change and not change.is_level:
        return NOTHING
    verb = next((at for at in range(first - 1, max(first - _NEAR, -1), -1) if words[at].text in REACHING), None)
    if verb is None or words[first - 1].text == "from":
        return NOTHING
    told = [word.text for word in words[max(verb - _LONGEST_SUBJECT, 0) : verb] if word.text in TOLLS]
    return TOLLS[told[-1]] if told else head_before(words, verb) or NOTHING


def _dated(mention: Mention, segment: Segment) -> str:
    """What happened on a date: the event of the table, else the verb nearest to it."""
    first, _ = covered(mention, segment.words)
    beside = segment.words[first - 2].text if first > 1 else ""
    begin = max(first - _FAR_VERB, 0)
    words = enumerate(segment.words[begin : first + _FAR_VERB], begin)
    # What is found is not founded.
    near = [word.text for _, word in sorted(words, key=lambda each: abs(each[0] - first)) if word.text != "found"]
    told = next((word for word in near if word in FRAME_OF), None)
    frame = FRAME_OF[told] if told and FRAME_OF[told] in NAMED_ALIKE else told
    verbs = (word for word in near if is_verb(word) and word not in _NO_DEEDS)
    return frame or (beside if beside.endswith("ing") else next(verbs, UNTOLD))


def synonyms_of(words: str) -> list[str]:
    """Other words that a reader may look the measure up by: "deaths" is also "dead", "killed" and "victims"."""
    found: list[str] = []
    for word in words.lower().split():
        if word == "cases" or (word in EMPTY_HEADS and " " in words):
            continue  # those of a court are no infections; the "rate" of "vacancy rate"
        row = _SYNONYM_ROWS.get(stem(word), [])
        found += [each for each in row if each != word]
    return found[:_MOST_SYNONYMS]
