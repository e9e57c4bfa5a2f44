"""Which mentions are worth a fact: not "in 2019" alone, "first", "three countries", "one month" or "as of 5 April"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.english.events import FRAMES
from factcli.english.measuring.clause_words import YEAR_BEFORE
from factcli.english.measuring.saying_whose import BETWEEN_NAME_AND_AGE, COMPARED, LEADING_ELSEWHERE
from factcli.english.naming.happenings import LASTING, SPEAKING_FOR_ONESELF, TELLING_DEEDS
from factcli.english.nouns import DEEDS, ONE_NOUNS
from factcli.extract.proposing.measured import NOTHING
from factcli.mentions.quotes.speakers import person_in
from factcli.model.edtf import EdtfDate
from factcli.model.facts import Quantity, Quotation

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from factcli.extract.proposing.segments import Segment
    from factcli.model.facts import Mention, Value

_FRAME_WORDS = frozenset(word for _, words in FRAMES for word in words.split())
_SMALL = 10
_LEAST_WORDS = 3
_NEAR = 40
_EXACT = frozenset({"day", "interval"})


def is_worth_proposing(mention: Mention, value: Value, segment: Segment, others: Sequence[Mention]) -> bool:
    """Whether a curator would keep a fact of the mention, with this value; ``others`` are those of its passage."""
    if isinstance(value, Quotation):
        return _is_telling_quote(value)
    if (
        not _is_prose(segment)
        or _is_no_value(mention, segment)
        or _is_conversion(mention, segment, others)
        or _is_in_own_words(segment)
    ):
        return False
    if isinstance(value, EdtfDate):
        return _is_telling_date(mention, value, segment, others)
    if mention.kind == "ordinal":
        return isinstance(value, Quantity) and value.is_rank
    return _is_telling_figure(mention, value, segment, others)


def is_part_of_name(mention: Mention, segment: Segment) -> bool:
    """Whether a bare number is part of a name: "the Safe Third Country deal"."""
    if mention.kind not in {"ordinal", "number"}:
        return False
    start, end = mention.span
    return any(
        part.start <= start and end <= part.end and end - start < part.end - part.start for part in segment.parts
    )


def _is_prose(segment: Segment) -> bool:
    """Whether it says something: no menu of a page, and no code."""
    return "{" not in segment.text and (segment.has_verb or segment.label is not None or segment.is_row)


def _is_no_value(mention: Mention, segment: Segment) -> bool:
    """Whether it is what something was before, "from 326 to 438", or the number of something: "the No. 1 pick"."""
    text = segment.whole
    if text.endswith(("No. ", "no. ", "No ", "#"), segment.span.start, mention.span.start):
        return True
    is_from = text.endswith("from ", segment.span.start, mention.span.start)
    return is_from and not isinstance(mention.value, EdtfDate) and text.startswith(" to ", mention.span.end)


def _is_conversion(mention: Mention, segment: Segment, others: Sequence[Mention]) -> bool:
    """Whether it says in brackets what the figure before it says in another unit: "15.5 km (9.6 miles)"."""
    before = segment.whole[: mention.span.start][-3:]
    if not before.endswith("("):
        return False
    value = mention.value
    return any(
        isinstance(other.value, Quantity) and isinstance(value, Quantity) and other.value.dimension == value.dimension
        and other.value.dimension not in {"count", "number", "money"}
        and 0 < mention.span.start - other.span.end <= len(" (")
        for other in others
    )  # fmt: skip


def _is_telling_quote(quotation: Quotation) -> bool:
    """Whether somebody says it, and it is more than a word in doubtful marks."""
    return bool(quotation.speaker or quotation.role) and len(quotation.text.split()) >= _LEAST_WORDS


def _is_in_own_words(segment: Segment) -> bool:
    """Whether somebody speaks of "us" in it, in marks that nothing closes."""
    is_open = segment.text.startswith(('"', "“"))
    return is_open and any(word.text in SPEAKING_FOR_ONESELF for word in segment.words)


def _is_telling_date(mention: Mention, date: EdtfDate, segment: Segment, others: Sequence[Mention]) -> bool:
    """Whether it dates what happened, and is not only the time of a figure or of another event."""
    before = segment.whole[max(mention.span.start - _NEAR, segment.span.start) : mention.span.start].lower()
    if date.text.endswith("/..") or date.text.startswith("../"):
        return False
    if before.endswith(("as of ", "as at ")):
        return False
    if before.endswith(LEADING_ELSEWHERE):
        return date.precision == "interval"
    if segment.is_row or (segment.label and not segment.has_verb):
        return True
    has_figure = any(isinstance(other.value, Quantity) and other.kind != "ordinal" and _is_within(other, segment)
                     for other in others)  # fmt: skip
    is_framed = any(word.text in _FRAME_WORDS for word in segment.words)
    if date.precision in _EXACT and any(letter.isdigit() for letter in mention.surface):
        return is_framed or not has_figure
    return is_framed and not has_figure and not _only_says_when(before, segment)


def _only_says_when(before: str, segment: Segment) -> bool:
    """Whether a year or month is said beside something that happened: "proclaimed in Iraq and Syria in 2014"."""
    words = before.split()
    last = words[-1] if words else ""
    framed = [word for word in segment.words if word.text in _FRAME_WORDS]
    return last not in YEAR_BEFORE or all(word.text not in words for word in framed)


def _is_within(other: Mention, segment: Segment) -> bool:
    return segment.span.start <= other.span.start < segment.span.end


def _is_telling_figure(mention: Mention, value: Quantity, segment: Segment, others: Sequence[Mention]) -> bool:
    if segment.is_row or (segment.label and segment.after_label(mention.span.start)):
        return True
    if mention.role == "age":
        return aged_person(mention, segment) is not None and not _has_other_time(mention, segment, others)
    if value.unit is None:
        return _is_telling_number(mention, value, segment)
    if value.dimension == "duration":
        return _is_near(LASTING, mention, segment)
    if value.unit == "man" and "-" in mention.surface:
        return False  # "a 10-man side"
    return value.dimension != "count" or not _is_small(mention, value) or _is_told(mention, value, segment)


def _has_other_time(mention: Mention, segment: Segment, others: Sequence[Mention]) -> bool:
    """Whether the sentence has another length of time, which its statement would be taken for."""
    spans = (other for other in others if other is not mention and _is_within(other, segment))
    return any(isinstance(each.value, Quantity) and each.value.dimension == "duration" for each in spans)


def _is_small(mention: Mention, value: Quantity) -> bool:
    """Whether it is a small number in words, or a length of time of a few days, months or years."""
    amount = value.amount
    if amount is None:
        return False
    is_spelt = mention.surface[:1].isalpha()
    return amount <= _SMALL and (is_spelt or value.dimension != "count")


def _is_told(mention: Mention, value: Quantity, segment: Segment) -> bool:
    """Whether a small number counts the dead, goals or the like."""
    is_one = value.amount == 1 and value.unit not in ONE_NOUNS
    return not is_one and _is_near(TELLING_DEEDS, mention, segment)


def _is_near(wanted: AbstractSet[str], mention: Mention, segment: Segment) -> bool:
    """Whether one of these words stands near the mention."""
    return any(word.text in wanted for word in segment.words if abs(word.start - mention.span.start) < 2 * _NEAR)


def _is_telling_number(mention: Mention, value: Quantity, segment: Segment) -> bool:
    """Whether a number without a noun is that of somebody killed, or of a score; "a mother of two" is not."""
    following = segment.whole[mention.span.end : mention.span.end + _NEAR].lower().split()
    after = following[0].strip(",.;)") if following else ""
    if after in COMPARED:
        return False
    if value.amount is not None and value.amount <= _SMALL and mention.surface[:1].isalpha():
        return after in TELLING_DEEDS
    return value.is_range or (value.amount or 0) > _SMALL or after in DEEDS | TELLING_DEEDS


def is_of_something(mention: Mention, measure: str, segment: Segment) -> bool:
    """Whether anything says what a figure is one of; a number without a noun needs a measure, a label or a deed."""
    if measure != NOTHING:
        return True
    following = segment.whole[mention.span.end : mention.span.end + _NEAR].lower().split()
    return bool(following) and following[0].strip(",.;)") in DEEDS | TELLING_DEEDS


def aged_person(mention: Mention, segment: Segment) -> str | None:
    """Whose age it is, if that person is named right beside it: "26-year-old Sara Omar", "Sara Omar, 26"."""
    text = segment.whole
    for part in segment.parts:
        is_after = part.start >= mention.span.end
        between = text[mention.span.end : part.start] if is_after else text[part.end : mention.span.start]
        if part.sort in {"person", "name", "thing"} and between.strip(" ,(") in BETWEEN_NAME_AND_AGE:
            return person_in(part.name).name or part.name
    return None
