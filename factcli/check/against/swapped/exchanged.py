"""Two figures of one sentence that a source has the other way round: "from 41 to 58" for "from 58 to 41"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.check.against.indirect.elided import with_stated_unit
from factcli.check.against.kinship import figure_of, kinship
from factcli.check.against.likeness import Likeness, likeness
from factcli.model.facts import Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.check.against.source_index import SourceIndex, StatedValue
    from factcli.check.passages import Figure, Passage
    from factcli.model.facts import Span

# Of a long sentence, nothing is said to be exchanged.
_MOST_FIGURES = 6
# By how much both figures must have more to do with the other's place than with their own.
_TIMES, _PLUS = 1.5, 1.0
_ORDERS = ({"from", "to"},)


def exchanged(figure: Figure, statement: StatedValue, passage: Passage, sources: SourceIndex) -> StatedValue | None:
    """What the source states for the figure, where another figure of the sentence has its place; None elsewhere.

    ``statement`` is what states the value of the figure.
    """
    figures = [each for each in passage.figures if not each.is_date]
    if figure.is_date or len(figures) > _MOST_FIGURES:
        return None
    for other in (with_stated_unit(each, passage, sources) for each in figures if each.mention is not figure.mention):
        if _are_alike(figure, other) or _are_listed(figure, other, passage):
            continue
        for partner in _beside(other, statement, figure, sources):
            if _are_turned(figure, statement, other, partner, sources):
                return partner
    return None


def _are_alike(figure: Figure, other: Figure) -> bool:
    """Whether two figures cannot have been exchanged: they say the same, or count different things."""
    units = [each.value.unit if isinstance(each.value, Quantity) else None for each in (figure, other)]
    return likeness(figure.value, other.value) is not None or units[0] != units[1]


def _are_listed(figure: Figure, other: Figure, passage: Passage) -> bool:
    """Whether there is no word of content between two figures: "16 and 17-year-olds"."""
    first, last = sorted((figure.mention.span, other.mention.span))
    between = [word for word in passage.words if first.end <= word.start < last.start and word.is_content]
    roles = {figure.context.role, other.context.role}
    return not between and roles not in _ORDERS


def of_name(figure: Figure, own: StatedValue, passage: Passage, sources: SourceIndex) -> StatedValue | None:
    """What the source's sentence states of the name before the figure, where its value is stated of another name.

    "It was wettest at Sand Hill, with 40 mm, and driest at Port Ness, with 3 mm", and "Sand Hill, with 3 mm".
    """
    theirs = sources.texts[own.source].passage(own.sentence)
    name, span = _name_before(passage, figure.mention.span), sources.mention(own).span
    if name is None or figure.is_date or figure.mention.kind == "ordinal":
        return None
    if _name_before(theirs, span) in {None, name} or _follows(name, theirs, span):
        return None
    others = sources.of_family(figure.value, own.source, own.sentence, is_ordinal=False)
    of_it = [(number, each) for number, each in others if _name_before(theirs, each.span) == name]
    if len(of_it) != 1 or likeness(figure.value, of_it[0][1].value) is not None:
        return None
    return own._replace(number=of_it[0][0], value=of_it[0][1].value)


def _follows(name: tuple[str, ...], passage: Passage, span: Span) -> bool:
    """Whether a name is after a figure in its own clause: "12 metres at Sand Hill"."""
    comma = passage.text.find(",", span.end, passage.span.end)
    clause_end = comma if comma >= 0 else passage.span.end
    return any(each.tokens == name and span.end <= each.start < clause_end for each in passage.names)


def _name_before(passage: Passage, span: Span) -> tuple[str, ...] | None:
    """The last name before a figure of a sentence, up to another figure of it."""
    names = [name for name in passage.names if name.end <= span.start]
    if not names:
        return None
    between = (each for each in passage.mentions if names[-1].end <= each.span.start < span.start)
    return None if any(each.kind != "quote" for each in between) else names[-1].tokens


def _beside(other: Figure, statement: StatedValue, figure: Figure, sources: SourceIndex) -> Iterator[StatedValue]:
    """What states the other figure in the sentence of the source that states the first."""
    source, sentence = statement.source, statement.sentence
    for number, mention in sources.of_family(figure.value, source, sentence, is_ordinal=False):
        if number != statement.number and likeness(other.value, mention.value) == Likeness.SAME:
            yield statement._replace(number=number, value=mention.value)


def _are_turned(figure: Figure, own: StatedValue, other: Figure, others: StatedValue, sources: SourceIndex) -> bool:
    if _roles_are_turned(figure, own, other, others, sources):
        return True
    kept = kinship(figure, own, sources).beside + kinship(other, others, sources).beside
    turned = kinship(figure, others, sources).beside + kinship(other, own, sources).beside
    return turned > _TIMES * kept + _PLUS


def _roles_are_turned(
    figure: Figure, own: StatedValue, other: Figure, others: StatedValue, sources: SourceIndex
) -> bool:
    """Whether one of two amounts is the beginning of a change here and its end there."""
    passage = sources.texts[own.source].passage(own.sentence)
    there = [figure_of(passage, each) for each in (own, others)]
    if None in there:
        return False
    roles = [each.context.role for each in (figure, other)]
    their_roles = [each.context.role for each in there if each]
    return {*roles} in _ORDERS and roles == their_roles[::-1]
