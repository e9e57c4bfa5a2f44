"""The largest of some things that is not, and ranks beyond the field: "came 12th of 10"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.check.alone.disagreements import Disagreement
from factcli.check.alone.intervals import amount_of, unit_of, written
from factcli.check.alone.templates import AMOUNT, ORDINAL, matches
from factcli.check.reasons import Reason
from factcli.english.reckoning.things import LEAST, MOST
from factcli.mentions.patterns import late_pattern
from factcli.model.facts import Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.check.alone.reading import Reading
    from factcli.check.alone.templates import Template
    from factcli.model.facts import Mention

_SUPERLATIVE = late_pattern(
    rf"\bthe (?P<word>{'|'.join((*MOST, *LEAST))})(?: of the| of these| of its| of them| of)?(?: {AMOUNT}"
    rf"| [a-z]+){{0,4}}? is\b"
    rf"[^.;]{{0,40}}?(?:, at|\(|, with|, which (?:is|has)) ?(?P<size>{AMOUNT})"
)
_FOLLOWED = late_pattern(
    rf"\bthe (?P<word>{'|'.join((*MOST, *LEAST))})(?: of the| of its| of)?(?: {AMOUNT}| [a-z]+){{0,4}}? (?:is"
    rf"|was)\b[^.;\ue000]{{0,40}}?"
    rf"(?:, at |\(|, with | at )(?P<size>{AMOUNT})\)?,? (?:followed by|ahead of|before|then) [^.;\ue000]{{1,40}}?"
    rf"(?:\(|, at |, with | with | at )(?P<next>{AMOUNT})"
)
_AHEAD = late_pattern(
    rf"\((?P<size>{AMOUNT})\) (?:is|was) the (?P<word>{'|'.join((*MOST, *LEAST))})(?: [a-z]+){{0,3}}?, "
    rf"(?:ahead of|followed by|before) [^.;(\ue000]{{1,40}}?\((?P<next>{AMOUNT})\)"
)
_IN_A_FIELD = late_pattern(rf"(?P<rank>{ORDINAL}) in a field of (?P<field>{AMOUNT})")
_FIELD = late_pattern(
    rf"(?P<rank>{ORDINAL}) (?:in|of) (?:the |a |an )?(?P<field>{AMOUNT}) (?:league|field|race|table|division"
    r"|championship|grid|competition)"
)
_OTHERS = late_pattern(r"^(?:the others?|the other (?:two|three|four|five|[\ue000])|the rest)\b")
_BEYOND = late_pattern(
    r"\b(?:placed|finished|came|ranked|is|was|finishing|ranking|coming|ranks)(?: a lowly| only| just)? "
    rf"(?P<rank>{ORDINAL})"
    rf"(?: place)?(?: out)? of (?:the )?(?P<field>{AMOUNT})"
)


_CAME = late_pattern(
    rf"^(?:in|out of|of) (?:the |a |an )?(?:[a-z]{{2,15}} ){{0,3}}?(?:of )?(?P<field>{AMOUNT}),? "
    rf"[^.;,\ue000-\ue006]{{2,40}}? "
    rf"(?:came|finished|was placed|placed|was ranked|ranked) (?P<rank>{ORDINAL})(?=[.;,]|$)"
)


def find_wrong_ranks(reading: Reading) -> Iterator[Disagreement]:
    """Superlatives that another thing of the same list exceeds, and ranks beyond the number of those ranked."""
    before: Template | None = None
    for template in reading.templates:
        if before is not None and _OTHERS.search(template.words):
            yield from _exceeded(before, template)
        if ORDINAL in template:
            yield from _beyond(template)
        if template.words.count(AMOUNT) > 1:
            yield from _followed(template)
        before = template


def _exceeded(named: Template, others: Template) -> Iterator[Disagreement]:
    for match in matches(_SUPERLATIVE, named):
        size, word = named.group(match, "size"), match["word"]
        dimensions = {**MOST, **LEAST}[word].split()
        for other in others.mentions:
            if _is_alike(size, other, dimensions) and _exceeds(other, size, word):
                yield Disagreement(Reason.WRONG_RANK, size.span, other.span, f"not the {word}: {other.surface} follows")
                return


def _followed(template: Template) -> Iterator[Disagreement]:
    """Find such as “The longest is the Ost (120 km), followed by the Nord (150 km)”."""
    for match in (*matches(_FOLLOWED, template), *matches(_AHEAD, template)):
        size, other, word = template.group(match, "size"), template.group(match, "next"), match["word"]
        if _is_alike(size, other, {**MOST, **LEAST}[word].split()) and _exceeds(other, size, word):
            yield Disagreement(Reason.WRONG_RANK, size.span, other.span, f"not the {word}: {other.surface} follows")


def _exceeds(other: Mention, size: Mention, word: str) -> bool:
    """Whether the other amount is surely more than that of the largest, or less than that of the smallest."""
    mine, its = written(size), written(other)
    if mine is None or its is None:
        return False
    return its.low > mine.high if word in MOST else its.high < mine.low


def _is_alike(size: Mention, other: Mention, dimensions: list[str]) -> bool:
    value = size.value
    return isinstance(value, Quantity) and unit_of(size) == unit_of(other) and value.dimension in dimensions


def _beyond(template: Template) -> Iterator[Disagreement]:
    for match in (
        *matches(_BEYOND, template),
        *matches(_FIELD, template),
        *matches(_IN_A_FIELD, template),
        *matches(_CAME, template),
    ):
        rank, field = template.group(match, "rank"), template.group(match, "field")
        place = rank.value.amount if isinstance(rank.value, Quantity) else None
        size = amount_of(field)
        if place is not None and size is not None and place > size > 1:
            yield Disagreement(Reason.WRONG_RANK, rank.span, field.span, f"there are only {field.surface}")
