"""Values that a source only compares with, told by a draft as if they were meant: "fell to 47m (2022: 53m)"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.check.against.likeness import likeness
from factcli.mentions.patterns import late_pattern

if TYPE_CHECKING:
    from factcli.check.against.source_index import SourceIndex, StatedValue
    from factcli.check.passages import Figure, Passage

# So far before a value, or a date, a word of comparing may be.
_REACH = 60
_COMPARED = late_pattern(
    r"\b(?:compared (?:to|with)|against|versus|vs|(?:up|down) from)\b(?:[^,;:.]|[,.](?=\d))*$"
    r"|\((?:(?i:prior|previous|last|year)\b[^()\d]{0,20}|[^()\d]{0,20}\d{4}(?:[/–-]\d{2,4})?:?)\s[£$€]?$"
)
_DATE_COMPARED = late_pattern(
    r"\b(?:compared (?:to|with)|against|versus|vs|(?:up|down|more|less|higher|lower) (?:from|than)|than)\b"
    r"(?:[^,;:.]|[,.](?=\d))*$"
)
_OF_EARLIER = late_pattern(
    r"\b(?i:earlier|previous(?:ly)?|prior|last|ago|had been|then|formerly|once|compared|against|versus|vs"
    r"|(?:year|quarter|month|week|day|season|time)s? before|before (?:that|this|it)|from(?= [£$€]?\d))\b"
)


def is_base_alone(figure: Figure, passage: Passage, statement: StatedValue, sources: SourceIndex) -> bool:
    """Whether the source only compares with a value, and the draft tells of it alone: "0.34, from 0.29 in 2019"."""
    if not figure.is_date:
        return _base(figure, passage, statement, sources) is not None
    text = sources.texts[statement.source]
    theirs = text.text[text.sentences[statement.sentence].start : sources.mention(statement).span.start]
    mine = passage.text[passage.span.start : figure.mention.span.start]
    return bool(_DATE_COMPARED.search(theirs[-_REACH:])) and not _DATE_COMPARED.search(mine[-_REACH:])


def is_told_as_earlier(figure: Figure, passage: Passage, statement: StatedValue, sources: SourceIndex) -> bool:
    """Whether a figure that the source only compares with is told as an earlier one: "the year before, it was 53m"."""
    is_earlier = bool(_OF_EARLIER.search(passage.text, passage.span.start, figure.mention.span.start))
    return is_earlier and _comparison(statement, sources) is not None


def compared_with(figure: Figure, statement: StatedValue, passage: Passage, sources: SourceIndex) -> StatedValue | None:
    """What the source compares with the value of a figure that ends a change: 47m of "rose to 53m"; None elsewhere."""
    if figure.is_date or figure.context.role != "to":
        return None
    start = _base(figure, passage, statement, sources)
    if start is None:
        return _end_of_change(figure, statement, sources)
    others = sources.of_family(figure.value, statement.source, statement.sentence, is_ordinal=False)
    before = [(number, each) for number, each in others if each.span.end <= start]
    if not before or likeness(figure.value, before[-1][1].value) is not None:
        return None
    return statement._replace(number=before[-1][0], value=before[-1][1].value)


def _end_of_change(figure: Figure, statement: StatedValue, sources: SourceIndex) -> StatedValue | None:
    """The end of a change that begins with a stated value: 5.7 of "fell from 6.2 to 5.7"; None elsewhere."""
    figures = sources.texts[statement.source].passage(statement.sentence).figures
    own, others = (
        sources.mention(statement),
        dict(sources.of_family(figure.value, statement.source, statement.sentence, is_ordinal=False)),
    )
    ends = [each.mention for each in figures if each.context.role == "to" and each.mention.span.start > own.span.end]
    starts = [each for each in figures if each.mention is own and each.context.role == "from"]
    numbers = [number for number, each in others.items() if ends and each is ends[0]]
    if not starts or not numbers or likeness(figure.value, ends[0].value) is not None:
        return None
    return statement._replace(number=numbers[0], value=ends[0].value)


def _base(figure: Figure, passage: Passage, statement: StatedValue, sources: SourceIndex) -> int | None:
    """Where a comparison with an amount begins in the source that the draft does not tell as an earlier one."""
    start = _comparison(statement, sources)
    if start is None or figure.mention.kind == "ordinal" or _OF_EARLIER.search(passage.text, *passage.span):
        return None
    mentions = sources.texts[statement.source].mentions[statement.sentence]
    main = [each.value for each in mentions if each.span.end <= start]
    dates = [each.value for each in passage.figures if each.is_date]
    return start if all(any(likeness(date, each) for each in main) for date in dates) else None


def _comparison(statement: StatedValue, sources: SourceIndex) -> int | None:
    """Where the words begin by which prose compares with a value; None where it does not."""
    text, number = sources.texts[statement.source], statement.sentence
    if text.is_row(number):
        return None
    end = sources.mention(statement).span.start
    start = max(text.sentences[number].start, end - _REACH)
    found = _COMPARED.search(text.text[start:end])
    return start + found.start() if found else None
