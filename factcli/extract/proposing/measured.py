"""What a figure measures, in words: "revenue", "displaced people"; for ids, subjects and keywords."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

from msgspec import structs

from factcli.english.events import FRAMES
from factcli.english.function_words import ADVERBS, AUXILIARIES, DETERMINERS, FUNCTION_WORDS, PREPOSITIONS
from factcli.english.measuring.clause_words import GOVERNING
from factcli.english.measuring.measure_verbs import IRREGULAR_PASTS, is_verb
from factcli.english.measuring.narrowing import CHANGES, EMPTY_HEADS, LINKING
from factcli.english.measuring.saying_whose import AWAY, DIMENSION_NAMES, NO_MEASURES, PEOPLE_ENDINGS, PLAIN_VERBS
from factcli.english.naming.happenings import GAPS, SCORED, SENTENCING, TELLING_DEEDS, TOLLS
from factcli.english.nouns import is_plural, plural, singular
from factcli.english.people import PERSONS
from factcli.english.people import VERBS as SPEECH
from factcli.english.reckoning.rising import FALLS, RISES
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

_NEAR = 4
_BEFORE_AGES = frozenset({"at", "aged"})
_REACH = 10
# By these verbs a number is that of their subject.
REACHING = CHANGES | LINKING | {"put", "climbing", "rising"}
_MOVING = CHANGES | RISES | FALLS
_COMPARATIVES = frozenset({"higher", "lower"})
_PARTING = frozenset({"and", "but"})
_HEDGES = (ADVERBS | {"about", "around", "over", "some"}) - _MOVING
_MAKING = frozenset({"made", "make", "makes", "making"})
_PLAIN_FAMILIES = frozenset({"accounts", "economy", "rates"})
_TABLED = frozenset({"money", "percent"})
_OF_SUBSTANCES = frozenset({"mass", "length", "volume", "area"})
_PARTS = frozenset({"parts", "areas", "places"})
_LEFT = 6
_LONGEST_SUBJECT = 20
# "In front of 8,412 at Moor Lane".
_BEFORE_A_CROWD = ["in", "front", "of"]
_MOST_SYNONYMS = 3
_SHORTEST = 3
_OF_THEM = re.compile(r" of (?:(?:the|its|their|his|her|our|those) )?+")
_HYPHENED = re.compile(r"\d-")
_NO_DEEDS = FUNCTION_WORDS | PREPOSITIONS | SPEECH.keys()
_NO_NOUNS = EMPTY_HEADS | NO_MEASURES
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
    if segment.label and segment.after_label(mention.span.start):
        return segment.label
    if isinstance(value, EdtfDate):
        return _dated(mention, segment)
    if mention.role == "age":
        return "age"
    return _of_toll(mention, value, segment) or _of_table(mention, value, segment) or _of_words(mention, value, segment)


def counted(value: Value, measure: str, *, is_labelled: bool) -> Value:
    """The value with what a bare number counts: people where they were killed, schools where its label is of them."""
    if not isinstance(value, Quantity) or value.unit not in {None, "other"} or _is_fraction(value):
        return value
    words = measure.lower().split()
    if measure.lower() in TOLLS.values() or not {"people", "attendance", "crowd", "audience", *TOLLS}.isdisjoint(words):
        return structs.replace(value, unit="person")
    return structs.replace(value, unit=singular(words[0])) if is_labelled and words and is_plural(words[0]) else value


def whole_of(mention: Mention, inside: Sequence[Mention], text: str) -> Mention | None:
    """The count that a number is a part of: "36 boats" for the 19 of "19 of the 36 boats"."""
    opening = _OF_THEM.match(text, mention.span.end)
    wholes = (other for other in inside if opening and other.span.start == opening.end())
    found = next((other for other in wholes if isinstance(other.value, Quantity) and other.value.unit), None)
    return found if isinstance(mention.value, Quantity) and mention.value.unit is None else None


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
    told = ((at, word.text) for at, word in enumerate(words[begin:end], begin) if word.text in TOLLS)
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


def _of_table(mention: Mention, value: Quantity, segment: Segment) -> str | None:
    """The measure of a sum or share that the sentence names nearest to it, in its own words."""
    if value.dimension not in _TABLED:
        return None
    # The table takes longer to read than a short text.
    from factcli.english.measuring.named_measures import measures_in

    words = segment.words
    first, after = covered(mention, words)
    if _is_change(words, first):
        return None
    if first > 1 and words[first - 1].text == "worth" and _is_noun(words[first - 2]):
        return words[first - 2].text
    ends = (at for at in range(after, len(words)) if words[at].is_mark or words[at].text in _PARTING)
    parted = next(ends, len(words))
    fitting = [
        each for each in measures_in(words)
        if each.begin < parted and value.dimension in each.row.dimensions and _says_what(each, words)
    ]  # fmt: skip
    near = [(max(first - each.end, each.begin - after, 0), not each.is_noun, each.begin, each) for each in fitting]
    away, is_verb_there, _, best = min(near, key=lambda known: known[:3], default=(_REACH + 1, True, 0, None))
    if best is None or away > (_NEAR if is_verb_there else _REACH):
        return None
    printed = " ".join(word.text for word in words[best.begin : best.end])
    is_past = is_verb_there and (" " in printed or printed.endswith("ed") or printed in IRREGULAR_PASTS - {"cost"})
    return best.row.name.replace("_", " ") if is_past else printed


def _says_what(named: FoundMeasure, words: Sequence[Word]) -> bool:
    """Whether the words of a measure say what a figure is of, as "so far" and "this month" do not."""
    is_single = named.end - named.begin == 1
    return not (is_single and words[named.begin].text in NO_MEASURES) and (named.is_noun or _is_plain(named, words))


def _is_plain(named: FoundMeasure, words: Sequence[Word]) -> bool:
    """Whether the words of a verb say no more than they do everywhere: not "raised", which is not only of capital."""
    is_phrase = named.end - named.begin > 1 and named.row.family in _PLAIN_FAMILIES
    return is_phrase or words[named.begin].text in PLAIN_VERBS


def _is_change(words: Sequence[Word], first: int) -> bool:
    """Whether the figure is by how much something changed: "fell 0.5%", "rose by 4%"."""
    before = [word.text for word in words[max(first - _NEAR, 0) : first]]
    while before and before[-1] in _HEDGES:
        before.pop()
    after = [word.text for word in words[first : first + _NEAR]]
    is_part = before[-2:-1] and before[-2] in _MAKING
    is_level = not after or _COMPARATIVES.isdisjoint(after)
    is_by = before[-1:] == ["by"] and not _MOVING.isdisjoint(before)
    return bool(before) and not is_part and (before[-1] in _MOVING or is_by or not is_level)


def _is_fraction(value: Quantity) -> bool:
    return value.amount is not None and value.amount < 1


def _is_of_people(value: Quantity) -> bool:
    unit = value.unit or "person"
    return unit in PERSONS or unit.endswith(PEOPLE_ENDINGS) or unit in TELLING_DEEDS


def covered(mention: Mention, words: Sequence[Word]) -> tuple[int, int]:
    """The words of the mention: the first, and the one after the last."""
    first = bisect_right(words, mention.span.start, key=attrgetter("end"))
    return first, max(bisect_left(words, mention.span.end, key=attrgetter("start")), first)


def _of_words(mention: Mention, value: Quantity, segment: Segment) -> str:
    words = segment.words
    first, after = covered(mention, words)
    if value.dimension == "count" and value.unit:
        is_singular = _HYPHENED.search(mention.surface)
        gap = GAPS.get(words[after].text) if after < len(words) and value.unit in SCORED else None
        return f"{plural(value.unit)} {gap}" if gap else value.unit if is_singular else plural(value.unit)
    if value.dimension == "number":
        is_crowd = [word.text for word in words[max(first - len(_BEFORE_A_CROWD), 0) : first]] == _BEFORE_A_CROWD
        return "attendance" if is_crowd else _of_subject(words, first)
    if value.dimension == "duration":
        return _of_term(mention, words) or _noun_left(words, first) or DIMENSION_NAMES["duration"]
    left = _substance(mention, value, words) or _noun_left(words, first)
    if value.dimension == "temperature" and left in _PARTS:
        left = ""  # "Some parts of Vestby hit -26C"
    named = (_noun_right(words, after) or left) if value.dimension in {"percent", "money"} else left
    if value.dimension == "percent" and _is_change(words, first):
        return _changed(words, first)
    if value.dimension == "percent" and after + 1 < len(words) and is_verb(words[after].text):
        named = named or _noun_right(words, after + 1)  # "28% chose rye"
    if value.dimension == "length" and after < len(words) and words[after].text in AWAY:
        return "distance"
    return named or DIMENSION_NAMES.get(value.dimension, NOTHING)


def _substance(mention: Mention, value: Quantity, words: Sequence[Word]) -> str:
    """What a weight, length or volume is one of: "snow" of "2ft of snow", "2ft (61cm) of snow"; empty if unsaid."""
    _, after = covered(mention, words)
    near = [word.text for word in words[after : after + _LEFT]]
    if near[:1] == ["("] and ")" in near:
        after += near.index(")") + 1
    is_of = after < len(words) and words[after].text == "of" and value.dimension in _OF_SUBSTANCES
    return _noun_right(words, after) if is_of else ""


def _of_term(mention: Mention, words: Sequence[Word]) -> str:
    """What lasts so long: "ban" of "a 12-year ban", "sentence" of "jailed for three years"; empty if unsaid."""
    first, after = covered(mention, words)
    if "-" in mention.surface and after < len(words) and _is_noun(words[after]):
        return words[after].text
    near = [*words[max(first - _NEAR, 0) : first], *words[after : after + 2]]
    return "" if SENTENCING.isdisjoint(word.text for word in near) else "sentence"


def _changed(words: Sequence[Word], first: int) -> str:
    """The change of what fell or rose, where a single noun says it: "shares change" of "Orla's shares fell 8%"."""
    verb = next((at for at in range(first - 1, max(first - _NEAR, 0), -1) if words[at].text in _MOVING), 0)
    noun = _noun_at(words, verb - 1).split()[-1 if verb > 1 and words[verb - 2].is_capital else 0 :]
    return " ".join([*noun, "change"]) if verb else "change"


def _of_subject(words: Sequence[Word], first: int) -> str:
    """What a bare number is that a verb gives its subject: "the death toll has risen to 676"."""
    if first > 1 and words[first - 1].text == "of":
        return _noun_at(words, first - 2) or NOTHING
    if _is_change(words, first):
        return NOTHING
    verb = next((at for at in range(first - 1, max(first - _NEAR, -1), -1) if words[at].text in REACHING), None)
    if verb is None or words[first - 1].text == "from":
        return NOTHING
    told = [word.text for word in words[max(verb - _LONGEST_SUBJECT, 0) : verb] if word.text in TOLLS]
    return TOLLS[told[-1]] if told else _head_before(words, verb) or NOTHING


def _noun_right(words: Sequence[Word], after: int) -> str:
    """The noun after "of", "in" or the figure itself: "30 % of the vote", "£39,000 in benefits"."""
    at = after
    if at < len(words) and words[at].text in {"of", "in"}:
        at += 1
        while at < len(words) and words[at].text in DETERMINERS:
            at += 1
    at = _after_owner(words, at)
    run: list[str] = []
    while at < len(words) and _is_noun(words[at]) and len(run) < _MOST_SYNONYMS:
        run.append(words[at].text)
        at += 1
    return " ".join(run[-2:])


def _after_owner(words: Sequence[Word], at: int) -> int:
    """Where what somebody owns begins: "beans" of "the planet's beans"."""
    for place in range(at, min(at + _NEAR, len(words) - 1)):
        if words[place].text in {"'", "’"} and words[place + 1].text == "s":
            return place + 2
        if not words[place].is_content:
            break
    return at


def _noun_left(words: Sequence[Word], first: int) -> str:
    """The noun that a preposition or a linking verb ties to the figure: "a budget of", "the budget for June was"."""
    for at in range(first - 1, max(first - _LEFT, -1), -1):
        word = words[at]
        if word.text in GOVERNING or word.text == "for":
            is_after_verb = at > 0 and is_verb(words[at - 1].text)
            return _head_before(words, at - 1) if is_after_verb else _noun_at(words, at - 1)
        if word.text in LINKING:
            return _head_before(words, at)
        if word.is_mark:
            return ""
    return ""


def _head_before(words: Sequence[Word], verb: int) -> str:
    """The noun that a verb has for its subject: "profit" of "Profit for the fourth quarter was"."""
    begin = verb
    while begin > 0 and not words[begin - 1].is_mark and verb - begin < _LONGEST_SUBJECT:
        begin -= 1
    end = next((at for at in range(begin + 1, verb) if words[at].text in PREPOSITIONS), verb)
    is_empty = end < verb and words[end].text == "of" and words[end - 1].text in EMPTY_HEADS
    return _noun_right(words, end) if is_empty else _noun_at(words, end - 1)


def _noun_at(words: Sequence[Word], at: int) -> str:
    if at < 0 or not _is_noun(words[at]):
        return ""
    before = words[at - 1] if at and _is_noun(words[at - 1]) else None
    return f"{before.text} {words[at].text}" if before else words[at].text


def _is_noun(word: Word) -> bool:
    return (
        word.is_content and not word.is_in_name and word.text.isalpha() and len(word.text) >= _SHORTEST
        and not is_verb(word.text) and word.text not in _NO_NOUNS and not word.text.endswith(("ly", "ing"))
    )  # fmt: skip


def _dated(mention: Mention, segment: Segment) -> str:
    """What happened on a date: the event of the table, else the verb nearest to it."""
    first, _ = covered(mention, segment.words)
    beside = segment.words[first - 2].text if first > 1 else ""
    near = sorted(enumerate(segment.words), key=lambda each: abs(each[0] - first))
    for at, word in near:
        frame = next((name for name, words in FRAMES if word.text in words.split()), None)
        if frame and not _is_found(segment.words, at):
            return frame
    verbs = (word.text for at, word in near if is_verb(word.text) and word.text not in _NO_DEEDS
             and not _is_found(segment.words, at))  # fmt: skip
    return beside if beside.endswith("ing") else next(verbs, UNTOLD)


def _is_found(words: Sequence[Word], at: int) -> bool:
    """Whether something was found, and not founded: "was found"."""
    return words[at].text == "found"


def synonyms_of(words: str) -> list[str]:
    """Other words that a reader may look the measure up by: "deaths" is also "dead", "killed" and "victims"."""
    found: list[str] = []
    for word in words.lower().split():
        row = _SYNONYM_ROWS.get(stem(word), [])
        found += [each for each in row if each != word]
    return found[:_MOST_SYNONYMS]
