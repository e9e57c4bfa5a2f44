"""What a figure measures, in words: "revenue", "displaced people"; for ids, subjects and keywords."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs

from factcli.english.events import FRAMES
from factcli.english.function_words import DETERMINERS, FUNCTION_WORDS, PREPOSITIONS
from factcli.english.happenings import TELLING_DEEDS
from factcli.english.measuring.clause_words import GOVERNING
from factcli.english.measuring.measure_verbs import is_verb
from factcli.english.measuring.narrowing import CHANGES, EMPTY_HEADS, LINKING
from factcli.english.nouns import plural
from factcli.english.people import PERSONS
from factcli.english.stemming import stem
from factcli.english.synonyms import SYNONYMS
from factcli.model.edtf import EdtfDate
from factcli.model.facts import Quantity, Quotation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcli.english.measuring.named_measures import FoundMeasure
    from factcli.english.stemming import Word
    from factcli.extract.proposing.segments import Segment
    from factcli.model.facts import Mention, Value

_REACH = 10
_NEAR = 4
_TOLLS = frozenset({"toll", "disease"})
# What the table calls otherwise than a reader would.
_NAMES = {"homeless": "displaced", "away": "distance", "evacuated": "evacuees", "missing": "missing people"}
_MOST_SYNONYMS = 3
_SHORTEST = 3
_DIMENSION_NAMES = {
    "length": "length", "area": "area", "mass": "weight", "volume": "volume", "temperature": "temperature",
    "speed": "speed", "time": "duration", "duration": "duration", "power": "power", "energy": "energy",
    "money": "amount", "percent": "share",
}  # fmt: skip
_PEOPLE_ENDINGS = ("man", "woman", "child", "er", "or", "ist", "ian", "ee", "ant", "ent", "other", "victim", "civilian")
_AWAY = frozenset({"away", "from", "north", "south", "east", "west", "off", "outside"})
_PEOPLE_MEASURES = frozenset({"deaths", "injured", "displaced", "evacuees", "missing people", "arrested", "rescued"})
_SYNONYM_ROWS = {stem(row.split()[0]): row.split() for row in SYNONYMS}


# The measure of a number of which nothing says what it is.
NOTHING = "figure"


def measured_by(mention: Mention, segment: Segment) -> str:
    """What the mention measures or dates in a sentence or a line with a label; empty for a quotation."""
    value = mention.value
    if isinstance(value, Quotation):
        return ""
    if segment.label and segment.after_label(mention.span.start):
        return segment.label
    if isinstance(value, EdtfDate):
        return _dated(mention, segment)
    if mention.role == "age":
        return "age"
    return _of_table(mention, value, segment) or _of_words(mention, value, segment)


def counted(value: Value, measure: str) -> Value:
    """The value, of people where a bare number is that of the dead or the like: "31 killed", "four others"."""
    if isinstance(value, Quantity) and value.unit in {None, "other"} and measure.lower() in _PEOPLE_MEASURES:
        return structs.replace(value, unit="person")
    return value


def _of_table(mention: Mention, value: Quantity, segment: Segment) -> str | None:
    """The measure of the table that is named nearest to the figure, in its own words."""
    words = segment.words
    first, after = covered(mention, words)
    kinds = {"count", "number"} if value.dimension in {"count", "number"} else {value.dimension}
    fitting = (each for each in segment.measures if kinds & each.row.dimensions)
    found = [each for each in fitting if _tells(each, first, after, value, words)]
    if not found:
        return None
    best = min(found, key=lambda each: (max(first - each.end, each.begin - after, 0), not each.is_noun))
    named = " ".join(word.text for word in words[best.begin : best.end])
    is_printed = best.is_noun and best.row.family not in _TOLLS
    name = named if is_printed else best.row.name
    return _NAMES.get(name, name.replace("_", " "))


def _tells(each: FoundMeasure, first: int, after: int, value: Quantity, words: Sequence[Word]) -> bool:
    """Whether a measure is named near enough; verbs tell only of counted people, and a count by its own noun."""
    away = max(first - each.end, each.begin - after, 0)
    if value.dimension not in {"count", "number"}:
        return away <= (_REACH if each.is_noun else _NEAR)
    if each.row.family in _TOLLS:
        is_said = any(word.text in TELLING_DEEDS for word in words[each.begin : each.end])
        return is_said and away <= (_NEAR if _is_of_people(value) else 0)
    return each.is_noun and away == 0 and value.unit is None


def _is_of_people(value: Quantity) -> bool:
    unit = value.unit or "person"
    return unit in PERSONS or unit.endswith(_PEOPLE_ENDINGS) or unit in TELLING_DEEDS


def covered(mention: Mention, words: Sequence[Word]) -> tuple[int, int]:
    """The words of the mention: the first, and the one after the last."""
    first = next((at for at, word in enumerate(words) if word.end > mention.span.start), len(words))
    after = next((at for at, word in enumerate(words) if word.start >= mention.span.end), len(words))
    return first, max(after, first)


def _of_words(mention: Mention, value: Quantity, segment: Segment) -> str:
    words = segment.words
    first, after = covered(mention, words)
    if value.dimension == "count" and value.unit:
        is_singular = "-" in mention.surface
        return value.unit if is_singular else plural(value.unit)
    if value.dimension == "number":
        return NOTHING
    left = _noun_left(words, first)
    named = (_noun_right(words, after) or left) if value.dimension in {"percent", "money"} else left
    if value.dimension == "percent" and any(word.text in CHANGES for word in words[max(first - _NEAR, 0) : first]):
        return "change"
    if value.dimension == "length" and after < len(words) and words[after].text in _AWAY:
        return "distance"
    return named or _DIMENSION_NAMES.get(value.dimension, NOTHING)


def _noun_right(words: Sequence[Word], after: int) -> str:
    """The noun after "of", "in" or the figure itself: "30 % of the vote", "£39,000 in benefits"."""
    at = after
    if at < len(words) and words[at].text in {"of", "in"}:
        at += 1
        while at < len(words) and words[at].text in DETERMINERS:
            at += 1
    run: list[str] = []
    while at < len(words) and _is_noun(words[at]) and len(run) < _MOST_SYNONYMS:
        run.append(words[at].text)
        at += 1
    return " ".join(run[-2:])


def _noun_left(words: Sequence[Word], first: int) -> str:
    """The noun that a preposition or a linking verb ties to the figure: "a budget of", "the budget was"."""
    at = first - 1
    while at >= 0 and first - at < len("six words"):
        word = words[at]
        if word.text in GOVERNING or word.text in LINKING:
            return _noun_at(words, at - 1)
        if word.is_mark:
            return ""
        at -= 1
    return ""


def _noun_at(words: Sequence[Word], at: int) -> str:
    if at < 0 or not _is_noun(words[at]):
        return ""
    before = words[at - 1] if at and _is_noun(words[at - 1]) else None
    return f"{before.text} {words[at].text}" if before else words[at].text


def _is_noun(word: Word) -> bool:
    return (
        word.is_content and not word.is_capital and word.text.isalpha() and not is_verb(word.text)
        and word.text not in EMPTY_HEADS and not word.text.endswith(("ly", "ing")) and len(word.text) >= _SHORTEST
    )  # fmt: skip


def _dated(mention: Mention, segment: Segment) -> str:
    """What happened on a date: the event of the table, else the verb nearest to it."""
    first, _ = covered(mention, segment.words)
    near = sorted(enumerate(segment.words), key=lambda each: abs(each[0] - first))
    for _, word in near:
        frame = next((name for name, words in FRAMES if word.text in words.split()), None)
        if frame:
            return frame
    verbs = (word.text for _, word in near if is_verb(word.text) and word.text not in FUNCTION_WORDS | PREPOSITIONS)
    return next(verbs, "date")


def synonyms_of(words: str) -> list[str]:
    """Other words that a reader may look the measure up by: "deaths" is also "dead", "killed" and "victims"."""
    found: list[str] = []
    for word in words.lower().split():
        row = _SYNONYM_ROWS.get(stem(word), [])
        found += [each for each in row if each != word]
    return found[:_MOST_SYNONYMS]
