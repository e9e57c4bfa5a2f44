"""Values told of what another heading of the source names: "It has 4,120 inhabitants" below "Lomar", told of Tarn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.check.against.likeness import likeness
from factcli.english.stemming import content_stems
from factcli.model.facts import Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.check.against.source_index import SourceIndex, StatedValue
    from factcli.check.passages import Figure, Passage
    from factcli.model.facts import Value

# A title, and two headings that tell subjects apart.
_FEWEST = 3


def of_other_section(figure: Figure, own: StatedValue, passage: Passage, sources: SourceIndex) -> StatedValue | None:
    """What is stated of the same things below the heading that the draft names; None elsewhere.

    ``own`` is what states the value of the figure, below a heading that the draft does not name.
    """
    source = sources.texts[own.source]
    if len(source.document.headings) < _FEWEST:
        return None
    subjects = source.subjects
    stems = content_stems(passage.text, *passage.span)
    start = sources.mention(own).span.start
    here = sum(heading.start <= start for heading, _ in subjects) - 1
    named = [number for number, (_, words) in enumerate(subjects) if number and words and words <= stems]
    if here < 1 or here in named or len(named) != 1:
        return None
    if not subjects[named[0]][1].isdisjoint(source.stems(own.sentence)):
        return None
    stated = list(_stated_below(named[0], own, figure, sources))
    return stated[0] if len(stated) == 1 and likeness(figure.value, stated[0].value) is None else None


def _stated_below(heading: int, own: StatedValue, figure: Figure, sources: SourceIndex) -> Iterator[StatedValue]:
    """What is stated up to the next subject, in the same unit and of a noun beside the figure."""
    source = sources.texts[own.source]
    starts = [each.start for each, _ in source.subjects[heading : heading + 2]]
    after = source.sentence_at(starts[1]) if len(starts) > 1 else len(source.sentences)
    for sentence in range(source.sentence_at(starts[0]), after):
        if figure.context.noun.isdisjoint(source.stems(sentence)):
            continue
        for number, mention in sources.of_family(figure.value, own.source, sentence, is_ordinal=False):
            if _unit_of(mention.value) == _unit_of(own.value) is not None:
                yield own._replace(sentence=sentence, number=number, value=mention.value)


def _unit_of(value: Value) -> str | None:
    return value.unit if isinstance(value, Quantity) else None
