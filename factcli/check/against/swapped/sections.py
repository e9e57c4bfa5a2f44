"""Values that a source states below one heading, and a draft of what another names: 4,120 of Tarn, below "Lomar"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcli.check.against.likeness import likeness
from factcli.check.passages import read_passage
from factcli.english.stemming import content_stems
from factcli.model.facts import Quantity, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcli.check.against.read_source import ReadSource
    from factcli.check.against.source_index import SourceIndex, StatedValue
    from factcli.check.passages import Figure, Passage
    from factcli.model.facts import Value

# A title, and two headings that tell subjects apart.
_FEWEST = 3


class _Named(NamedTuple):
    """The numbers of the headings that a draft names, the outermost alone, and whether it has them as names."""

    numbers: tuple[int, ...] = ()
    are_names: bool = False


def within_sections(
    stated: Iterable[StatedValue], passage: Passage, before: Sequence[str], sources: SourceIndex
) -> list[StatedValue]:
    """What is not stated below another heading than the one whose name the draft has.

    A sentence of the draft without a name may leave that to those ``before`` it, latest first.
    """
    named: dict[int, _Named] = {}
    found = []
    for each in stated:
        if each.source not in named:
            named[each.source] = _named(sources.texts[each.source], passage, before)
        if not (named[each.source].are_names and _is_apart(named[each.source], each, sources)):
            found.append(each)
    return found


def of_other_section(
    figure: Figure, own: StatedValue, passage: Passage, before: Sequence[str], sources: SourceIndex
) -> StatedValue | None:
    """What is stated of the same things below the heading that the draft names; None elsewhere.

    ``own`` is what states the value of the figure, below a heading that the draft does not name.
    """
    named = _named(sources.texts[own.source], passage, before)
    if len(named.numbers) != 1 or not _is_apart(named, own, sources):
        return None
    stated = list(_stated_below(named.numbers[0], own, figure, sources))
    return stated[0] if len(stated) == 1 and likeness(figure.value, stated[0].value) is None else None


def _named(source: ReadSource, passage: Passage, before: Sequence[str]) -> _Named:
    if len(source.headings) < _FEWEST:
        return _Named()
    stems = content_stems(passage.text, *passage.span)
    found = _outermost(source, source.headings_within(stems))
    names = passage.name_stems
    if not names:
        read = (read_passage(words, Span(0, len(words)), []).name_stems for words in before)
        names = next(filter(None, read), names)
    as_names = _outermost(source, source.headings_within(names))
    return _Named(as_names, are_names=True) if as_names else _Named(found)


def _outermost(source: ReadSource, numbers: frozenset[int]) -> tuple[int, ...]:
    return tuple(sorted(each for each in numbers if numbers.isdisjoint(source.outline.around(each))))


def _is_apart(named: _Named, own: StatedValue, sources: SourceIndex) -> bool:
    """Whether a value is in a section beside the named ones, and its sentence has nothing that tells these from it."""
    source = sources.texts[own.source]
    here = source.outline.above(sources.mention(own).span.start)
    above = frozenset[str]().union(*(source.headings[each][1] for each in here))
    for number in named.numbers:
        telling = source.headings[number][1] - above
        is_around = set(here) <= set(source.outline.around(number))
        if is_around or not telling or not telling.isdisjoint(source.stems(own.sentence)):
            return False
    return bool(named.numbers)


def _stated_below(heading: int, own: StatedValue, figure: Figure, sources: SourceIndex) -> Iterator[StatedValue]:
    """What is stated in the section of a heading, in the same unit and of a noun beside the figure."""
    source = sources.texts[own.source]
    start, end = source.outline.section(heading)
    after = len(source.sentences) if end is None else source.sentence_at(end)
    for sentence in range(source.sentence_at(start), after):
        if figure.context.noun.isdisjoint(source.stems(sentence)):
            continue
        for number, mention in sources.of_family(figure.value, own.source, sentence, is_ordinal=False):
            if _unit_of(mention.value) == _unit_of(own.value) is not None:
                yield own._replace(sentence=sentence, number=number, value=mention.value)


def _unit_of(value: Value) -> str | None:
    return value.unit if isinstance(value, Quantity) else None
