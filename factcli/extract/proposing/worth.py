"""Which mentions are worth a fact: not "in 2019" alone, "first", "three countries", "one month" or "as of 5 April"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcli.english.events import FRAME_OF
from factcli.english.function_words import DETERMINERS, FUNCTION_WORDS, PREPOSITIONS, PRONOUNS
from factcli.english.measuring.clause_words import YEAR_BEFORE
from factcli.english.measuring.saying_whose import AWAY, COMPARED, LEADING_ELSEWHERE, MONEY_ITSELF
from factcli.english.measuring.sport import TRIES
from factcli.english.naming.happenings import (
    AFTER_A_STRETCH,
    BEFORE_A_COUNT,
    LASTING,
    NUMBERED,
    OPENING_ANOTHER,
    PARTS_OF_A_TIME,
    SPEAKING_FOR_ONESELF,
    TELLING_DEEDS,
    TOLLS,
)
from factcli.english.nouns import DEEDS, ONE_NOUNS
from factcli.english.number_names import TYPED_NUMBERS
from factcli.english.people import RELATED
from factcli.english.stemming import find_words
from factcli.extract.earlier_values import is_conversion, is_earlier_value
from factcli.extract.naming.pointed_at import aged_person
from factcli.extract.plays import is_of_a_play, is_score
from factcli.extract.proposing.as_of import is_one_of_several
from factcli.extract.proposing.measured import NOTHING, UNTOLD, covered
from factcli.extract.proposing.parts_of_counts import is_only_whole
from factcli.extract.proposing.quoted_speakers import is_speech
from factcli.extract.proposing.supposed import is_supposed
from factcli.extract.share_phrases import is_subject
from factcli.model.edtf import EdtfDate
from factcli.model.facts import Quantity, Quotation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcli.english.stemming import Word
    from factcli.extract.proposing.segments import Segment
    from factcli.model.facts import Mention, Value

_SMALL = 10
_NEAR = 40
_OBJECTS = DETERMINERS | PRONOUNS
_EXACT = frozenset({"day", "interval"})
_REACH_OF_VERB = 6
# Of which sort a thing is, it says beside a hyphen: "a 60-tonne truck", "a 10-man side".
_SORTING = frozenset({"count", "mass"})
# "The Orla RS6" has no price.
_SUM_OF = re.compile(r"[A-Z][\w -]{2,60}? of (?:[£$€]\d|\d[\d.]{0,8}+(?:%| per ?cent))")
_MODEL = re.compile(r"[A-Z]{2}\d")
_NUMBER_OF_A_NAME = re.compile(r"\d{1,4}(?![\d,.%])(?: [^\W\d]+)*+$")
_ENDS_OF_COMPOUND = re.compile(r"[^\W\d_]-")
_OF_THEM = re.compile(r" of (?:them|those|these) ")
_PLACE_IN_A_LIST = re.compile(r"[.)] [^\W\d_]")
_NEXT_NUMBER = re.compile(r" \d")
_NEXT_WORD = re.compile(r" ([a-z]{3,})")
_NAMED_BY_NUMBER = re.compile(r"\d{1,4} [^\W\d_a-z][a-z]{2,}+")
# "The quarter ended June 30, 2023".
_PERIOD_ENDED = re.compile(r"\b(?:quarter|half|year|months|weeks|period) end(?:ed|ing) (?:on )?\Z")
_CONFIDENCE = (" CI", " confidence", " credible", " certain")


def is_worth_proposing(mention: Mention, value: Value, segment: Segment, others: Sequence[Mention]) -> bool:
    """Whether a curator would keep a fact of the mention, with this value; ``others`` are those of its passage."""
    if isinstance(value, Quotation):
        return bool(value.speaker or value.role) and is_speech(value)
    if (
        not (_is_prose(segment) or _is_share_of(mention, value, segment))
        or _is_no_value(mention, segment)
        or is_conversion(mention, segment.whole, others)
        or is_earlier_value(mention, segment, others)
        or _is_in_own_words(segment)
        or _is_confidence(mention, segment)
        or is_only_whole(mention, others, segment.whole)
        or is_supposed(mention, value, segment)
    ):
        return False
    if isinstance(value, EdtfDate):
        return _is_telling_date(mention, value, segment, others)
    if mention.kind == "ordinal":
        return isinstance(value, Quantity) and value.is_rank
    return _is_telling_figure(mention, value, segment, others)


def is_part_of_name(mention: Mention, segment: Segment) -> bool:
    """Whether a number is part of a name: "Safe Third Country", "the Orla RS6"."""
    start, end = mention.span
    return isinstance(mention.value, Quantity) and any(
        (part.start <= start and end <= part.end and end - start < part.end - part.start)
        or (part.start < start < part.end < end and mention.kind == "quantity")
        or (part.end == start - 1 and mention.kind == "money" and _MODEL.fullmatch(mention.surface))
        for part in segment.parts
    )


def is_one_of_a_row(mention: Mention, segment: Segment) -> bool:
    """Whether a number names one of a row: "Year 9 pupils", "berth 12"."""
    start, end = mention.span
    before = words_around(mention, segment)[0]
    if _NAMED_BY_NUMBER.fullmatch(mention.surface) and mention.kind == "quantity":
        return True  # "802 Works said"
    if mention.surface.split()[-1].lower() in NUMBERED and _NEXT_NUMBER.match(segment.whole, end):
        return True  # "237 year 9 pupils"
    if _PLACE_IN_A_LIST.match(segment.whole, end) and mention.kind == "number":
        return True  # "Women: 1. Ana Ruiz"
    return bool(_NUMBER_OF_A_NAME.match(mention.surface)) and _is_numbered(segment, start, before)


def _is_numbered(segment: Segment, start: int, before: list[str]) -> bool:
    """Whether the word right before a number is a name, or a noun, that numbers tell apart."""
    if before and before[-1] in NUMBERED and BEFORE_A_COUNT.isdisjoint(before[-2:-1]):
        return True
    part = next((part for part in segment.parts if part.end == start - 1), None)
    return part is not None and not part.governed and not part.speaks and part.sort in {"thing", "body"}


def _is_prose(segment: Segment) -> bool:
    """Whether it states something: no menu of a page, no code and no question."""
    is_question = segment.text.rstrip("\"'”’) ").endswith("?")
    return (
        "{" not in segment.text
        and not is_question
        and (segment.has_verb or segment.label is not None or segment.is_row or _SUM_OF.match(segment.text) is not None)
    )


def _is_share_of(mention: Mention, value: Value, segment: Segment) -> bool:
    """Whether a sentence says something of a share, with a verb that may be a noun elsewhere: "28% use rye"."""
    is_share = isinstance(value, Quantity) and value.dimension == "percent" and segment.is_sentence
    return is_share and is_subject(segment.words, *covered(mention, segment.words))


def _is_no_value(mention: Mention, segment: Segment) -> bool:
    """Whether it is part of a score or a compound, or the number of something: "the No. 1 pick"."""
    text = segment.whole
    if text.endswith(("No. ", "no. ", "No ", "#"), segment.span.start, mention.span.start):
        return True
    if mention.kind == "number" and is_score(mention, text):
        return True
    if _ENDS_OF_COMPOUND.match(text, mention.span.start - 2):
        return True  # "One-hundred-and-sixty-one people"
    return bool(_OF_THEM.match(text, mention.span.end)) and not segment.names_before(mention.span.start)


def _is_confidence(mention: Mention, segment: Segment) -> bool:
    """Whether it says how sure another figure is: "95% CI", "99% confidence"."""
    return segment.whole.startswith(_CONFIDENCE, mention.span.end)


def _is_in_own_words(segment: Segment) -> bool:
    """Whether somebody speaks of "us" in it, in marks that nothing closes."""
    is_open = segment.text.startswith(('"', "“"))
    return is_open and any(word.text in SPEAKING_FOR_ONESELF for word in segment.words)


def _is_telling_date(mention: Mention, date: EdtfDate, segment: Segment, others: Sequence[Mention]) -> bool:
    """Whether it dates what happened, and is not only the time of a figure or of another event."""
    before = segment.whole[max(mention.span.start - _NEAR, segment.span.start) : mention.span.start].lower()
    if (
        _is_open(date)
        or (date.is_yearless and not before.endswith("on "))
        or before.endswith(("as of ", "as at "))
        or _PERIOD_ENDED.search(before)
        or is_one_of_several(mention, segment, others)
        or "next" in (segment.label or "").lower().split()
    ):
        return False
    if before.endswith(LEADING_ELSEWHERE):
        return date.precision == "interval"
    if segment.is_row or (segment.label and (segment.after_label(mention.span.start) or not segment.has_verb)):
        return True
    beside = (other for other in others if segment.span.holds(other.span.start))
    has_figure = any(isinstance(other.value, Quantity) and other.kind != "ordinal" for other in beside)
    is_of_toll = has_figure and any(word.text in TOLLS for word in segment.words)  # the day on which so many died
    is_framed = any(word.text in FRAME_OF for word in segment.words if not _is_part(word, mention))
    is_long = mention.surface.endswith("s") or "century" in mention.surface.lower()
    following = _NEXT_WORD.match(segment.whole, mention.span.end)
    if is_of_toll or (is_long and following and following[1] not in FUNCTION_WORDS):
        return False  # "a 19th-century memoir"
    if (
        date.precision in _EXACT
        and "~" not in date.text
        and not is_long
        and any(letter.isdigit() for letter in mention.surface)
    ):
        return (is_framed and not (has_figure and "-" in mention.surface)) or not (has_figure or date.is_yearless)
    return is_framed and not has_figure and not _only_says_when(before)


def _is_open(date: EdtfDate) -> bool:
    """Whether it has no year and is not a day, or has no beginning or end."""
    is_vague = date.is_yearless and date.precision != "day"
    return is_vague or date.text.endswith("/..") or date.text.startswith("../")


def _is_part(word: Word, mention: Mention) -> bool:
    """Whether a word is one of the mention: "end" of "the end of 2020" ends nothing."""
    return mention.span.holds(word.start)


def _only_says_when(before: str) -> bool:
    """Whether a year or month is said beside something that happened: "proclaimed in Iraq and Syria in 2014"."""
    words = before.split()
    last = words[-1] if words else ""
    return last not in YEAR_BEFORE or FRAME_OF.keys().isdisjoint(words)


def _is_telling_figure(mention: Mention, value: Quantity, segment: Segment, others: Sequence[Mention]) -> bool:
    if segment.is_row or (segment.label and segment.is_of_label(mention)):
        return True
    if mention.role == "age":
        return aged_person(mention, segment) is not None and not _has_other_time(mention, segment, others)
    if value.unit is None:
        return _is_telling_number(mention, value, segment)
    if value.dimension == "duration":
        return _is_lasting(mention, segment)
    if _is_beside_the_point(mention, value, segment) or _points_back(mention, value, segment):
        return False
    return value.dimension != "count" or not _is_small(mention, value) or _is_told(mention, value, segment)


def _is_lasting(mention: Mention, segment: Segment) -> bool:
    """Whether it is how long something took, and no stretch of another time: "the last 10 minutes"."""
    before, after = words_around(mention, segment)
    if before[-1:] == ["than"] or mention.surface.startswith(("older", "younger")):
        return False
    is_stretch = not PARTS_OF_A_TIME.isdisjoint(before[-1:]) or not AFTER_A_STRETCH.isdisjoint(after[:1])
    return not is_stretch and not LASTING.isdisjoint([*before, *after])


def _is_beside_the_point(mention: Mention, value: Quantity, segment: Segment) -> bool:
    """Whether it says of which sort a thing is, how long something took, or only how many others there are."""
    if value.unit in {"other", "time"}:
        return True
    before, after = words_around(mention, segment)
    before = before[-2:]
    is_sized = value.dimension == "length" and is_of_a_play(segment.words, *covered(mention, segment.words))
    is_from = value.dimension == "length" and before[-1:] == ["from"]
    is_from = is_from or (value.dimension == "length" and _is_way_in_aside(mention, segment))
    is_limit = is_from or (before[-1:] == ["than"] and before[0].endswith("er") and before[0] not in COMPARED)
    is_of_note = value.dimension == "money" and not MONEY_ITSELF.isdisjoint(after[:3])
    is_sort = is_of_note or (value.dimension in _SORTING and _is_hyphened(mention.surface))
    return is_limit or is_sort or is_sized or _is_time_taken(mention, value, segment)


def _is_way_in_aside(mention: Mention, segment: Segment) -> bool:
    """Whether it says beside a place how far away that is: "Vestby, about 45 miles south of Lomar,"."""
    before, after = words_around(mention, segment)
    return "," in before[-1:] + before[-2:-1] * (before[-1:] == ["about"]) and not AWAY.isdisjoint(after)


def _is_hyphened(surface: str) -> bool:
    """Whether a hyphen ties a number to its noun: "60-tonne", "2.6 million-word"."""
    pairs = (word.lower().split("-") for word in surface.split() if "-" in word)
    return any(_is_numeral(one) and not _is_numeral(other) for one, other, *_ in pairs)


def _is_numeral(word: str) -> bool:
    return word[-1:].isdigit() or word in TYPED_NUMBERS


def _is_time_taken(mention: Mention, value: Quantity, segment: Segment) -> bool:
    """Whether it says in how many tries or games something was done: "175 in 19 overs", "their previous 24 games"."""
    around = words_around(mention, segment)
    before = around[0][-1:]
    if before == ["with"] and around[1][:1] in (["left"], ["remaining"]):
        return True  # "with five races left"
    return value.unit in TRIES and not (PARTS_OF_A_TIME | PREPOSITIONS | {"off"}).isdisjoint(before)


def words_around(mention: Mention, segment: Segment) -> tuple[list[str], list[str]]:
    """The nearest words of the sentence before and after a mention."""
    words = segment.words
    first, after = covered(mention, words)
    before = words[max(first - _REACH_OF_VERB, 0) : first]
    return [word.text for word in before], [word.text for word in words[after : after + _REACH_OF_VERB]]


def _has_other_time(mention: Mention, segment: Segment, others: Sequence[Mention]) -> bool:
    """Whether the sentence has another length of time, which its statement would be taken for."""
    spans = (other for other in others if other is not mention and segment.span.holds(other.span.start))
    return any(isinstance(each.value, Quantity) and each.value.dimension == "duration" for each in spans)


def _is_small(mention: Mention, value: Quantity) -> bool:
    """Whether it is a small number in words, or a length of time of a few days, months or years."""
    amount = value.amount
    is_spelt = mention.surface[:1].isalpha()
    return amount is not None and amount <= _SMALL and (is_spelt or value.dimension != "count")


def _points_back(mention: Mention, value: Quantity, segment: Segment) -> bool:
    """Whether it is of those whom the text counted before, or of some time: "the two men", "their past 10 matches"."""
    before = words_around(mention, segment)[0][-1:]
    is_few = value.dimension == "count" and _is_small(mention, value)
    return (is_few and before == ["the"]) or (value.dimension == "count" and before[:1] in (["past"], ["previous"]))


def _is_told(mention: Mention, value: Quantity, segment: Segment) -> bool:
    """Whether a small number counts the dead, goals or the like."""
    is_one = value.amount == 1 and value.unit not in ONE_NOUNS
    before, after = words_around(mention, segment)
    inside = {word.text for word in find_words(mention.surface)}
    end = next((at for at, word in enumerate(after) if word in OPENING_ANOTHER), _REACH_OF_VERB)
    is_doer = len(after) > 1 and after[0] in TELLING_DEEDS and (_is_numeral(after[1]) or after[1] in _OBJECTS)
    near = {*before, *inside, *after[:end]}
    return not is_one and not is_doer and not TELLING_DEEDS.isdisjoint(near)


def _is_telling_number(mention: Mention, value: Quantity, segment: Segment) -> bool:
    """Whether a number without a noun is that of somebody killed, or of a score; "a mother of two" is not."""
    following = segment.whole[mention.span.end : mention.span.end + _NEAR].lower().split()
    after = following[0].strip(",.;)") if following else ""
    *_, related, before = ["", "", *words_around(mention, segment)[0]]
    if before == "of" and related in RELATED:
        return False  # "a mother of 11"
    if after in COMPARED or (before == "at" and after not in DEEDS):
        return False
    if value.amount is not None and value.amount <= _SMALL and mention.surface[:1].isalpha():
        return after in TELLING_DEEDS
    return value.is_range or (value.amount or 0) > _SMALL or after in DEEDS | TELLING_DEEDS


def is_of_something(mention: Mention, measure: str, segment: Segment) -> bool:
    """Whether anything says what a figure is one of; a number without a noun needs a measure, a label or a deed."""
    if isinstance(mention.value, EdtfDate):
        return measure != UNTOLD
    if measure != NOTHING:
        return True
    following = segment.whole[mention.span.end : mention.span.end + _NEAR].lower().split()
    return bool(following) and following[0].strip(",.;)") in DEEDS | TELLING_DEEDS
