"""The other values of a source's sentence that a figure may be about: not those that nobody takes for its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.check.against.indirect.wholes import is_whole
from factcli.check.against.likeness import likeness
from factcli.check.against.source_index import StatedValue
from factcli.check.against.swapped.doubts import is_year_of_name
from factcli.check.against.swapped.turned import is_change, is_difference
from factcli.mentions.patterns import late_pattern
from factcli.model.facts import Quantity

if TYPE_CHECKING:
    from factcli.check.against.read_source import ReadSource
    from factcli.check.against.source_index import SourceIndex
    from factcli.check.passages import Figure, Passage
    from factcli.model.facts import Mention, Span, Value

_OF_ALL = late_pattern(r"\s(?:out\s)?of\s(?:the\s)?|\s?/\s?")
_COUNTED = frozenset({"count", "number"})


def rivals_of(figure: Figure, passage: Passage, own: StatedValue, sources: SourceIndex) -> list[StatedValue]:
    """The other values of a sentence that could be meant by the figure instead of its own.

    Nobody takes "36 minutes" for "5.9 hours", and the points of "87 of 100 points" are those of both;
    what is a whole in both, as in "of the 40 teachers", is not mistaken for a part of it.
    """
    text, span = sources.texts[own.source], sources.mention(own).span
    is_ordinal = figure.mention.kind == "ordinal"
    if is_whole(passage.text, figure.mention.span.start) and is_whole(text.text, span.start):
        return []
    rivals = [
        StatedValue(own.source, own.sentence, number, mention.value)
        for number, mention in sources.of_family(figure.value, own.source, own.sentence, is_ordinal=is_ordinal)
        if number != own.number and likeness(figure.value, mention.value) is None
        if not _are_of_other_kinds(figure, own.value, mention.value)
        if not _are_ends_of_change(mention, sources.mention(own), text.passage(own.sentence))
        if figure.context.role != "to" or _role_of(mention, text.passage(own.sentence)) != "by"
        if not _OF_ALL.fullmatch(text.text, span.end, mention.span.start)
        if not _are_coordinate(mention.span, span, text)
        if not _is_level_beside_change(figure, passage, mention, sources.mention(own), text.passage(own.sentence))
    ]
    if figure.is_date:
        return [each for each in rivals if not is_year_of_name(figure, each, passage, text.passage(own.sentence))]
    return rivals


def _is_level_beside_change(figure: Figure, passage: Passage, rival: Mention, own: Mention, theirs: Passage) -> bool:
    """Whether the figure is a change in both texts, and the rival is not: the 54 of "54, a rise of 4".

    Or the figure is not a change in the draft, and the rival is a difference: the 4 of "4 dearer at 54".
    """
    differences = [each.mention for each in theirs.figures if is_difference(each, theirs)]
    if rival in differences and own not in differences and not is_change(figure, passage):
        return True
    changes = [each.mention for each in theirs.figures if is_change(each, theirs)]
    return is_change(figure, passage) and own in changes and rival not in changes


def _are_of_other_kinds(figure: Figure, own: Value, other: Value) -> bool:
    """Whether two amounts have different units, such as minutes and hours, or another noun than the figure."""
    if not (isinstance(figure.value, Quantity) and isinstance(own, Quantity) and isinstance(other, Quantity)):
        return False
    if other.dimension == "count" and figure.value.dimension == "count":
        return other.unit not in {figure.value.unit, own.unit}
    return own.dimension not in _COUNTED and other.dimension not in _COUNTED and own.unit != other.unit


def _are_ends_of_change(one: Mention, other: Mention, passage: Passage) -> bool:
    """Whether two amounts are the beginning and the end of a change, of which all words are: "from 6.2 to 5.7"."""
    return {each.context.role for each in passage.figures if each.mention in (one, other)} == {"from", "to"}


def _role_of(mention: Mention, passage: Passage) -> str:
    return next((each.context.role for each in passage.figures if each.mention is mention), "")


def _are_coordinate(left: Span, right: Span, text: ReadSource) -> bool:
    """Whether only a date is between two values, so that both are of the same words: "90 in May and 70 in June"."""
    first, last = sorted((left, right))
    passage = text.passage(text.sentence_at(first.start))
    dates = [each.mention.span for each in passage.dates]
    dated = [date for date in dates if first.end <= date.start < last.start]
    between = (word for word in passage.words if first.end <= word.start < last.start and word.is_content)
    return bool(dated) and all(any(date.start <= word.start < date.end for date in dated) for word in between)
