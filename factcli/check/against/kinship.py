"""Whether a source states a value of the same thing: what the words around both have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcli.english.measuring.distinctions import OPPOSITES
from factcli.english.stemming import meaning

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcli.check.against.source_index import SourceIndex, StatedValue
    from factcli.check.passages import Figure, Passage

# A pronoun or "the company" is explained by at most this many sentences before.
_SENTENCES_BEFORE = 2
_OPPOSITES = [(frozenset(map(meaning, left)), frozenset(map(meaning, right))) for left, right in OPPOSITES]


class Kinship(NamedTuple):
    """How much a statement of a source has in common with a figure of a draft; all shares are from 0 to 1.

    ``known`` is the share of the words around the figure, by weight, that the sentence of the source or a heading above
    it has.  ``noun`` is the share of the noun beside the figure.  ``beside`` is the weight of the words that both have
    near.
    """

    known: float
    noun: float
    beside: float
    is_opposed: bool

    @property
    def nearness(self) -> float:
        """One number to rank statements by; 1 and more where both are about the same thing."""
        return self.beside + 2 * self.known


class Ranked(NamedTuple):
    """A statement, with what it has in common with a figure."""

    kin: Kinship
    statement: StatedValue


def kinship(figure: Figure, statement: StatedValue, sources: SourceIndex) -> Kinship:
    """What the figure's sentence and the statement's have in common."""
    text = sources.texts[statement.source]
    passage = text.passage(statement.sentence)
    weights = figure.context.weights
    theirs = figure_of(passage, statement)
    beside = theirs.context.weights if theirs else {}
    return Kinship(
        known=_known(weights, text.stems(statement.sentence) | text.stems_above(statement.sentence)),
        noun=_overlap(figure.context.noun, theirs.context.noun if theirs else frozenset()),
        beside=sum(min(weight, beside.get(stem, 0.0)) for stem, weight in weights.items()),
        is_opposed=theirs is not None and _are_opposed(figure, theirs),
    )


def most_near(figure: Figure, statement: StatedValue, sources: SourceIndex) -> float:
    """What :attr:`Kinship.nearness` is at most: as if all words that both sentences have were near the figures."""
    weights, text = figure.context.weights, sources.texts[statement.source]
    own = text.stems(statement.sentence)
    return 2 * _known(weights, own | text.stems_above(statement.sentence)) + _share(weights, own)


def closest(figure: Figure, statements: Iterable[StatedValue], sources: SourceIndex, most: int = 1) -> list[Ranked]:
    """The statements that have most in common with the figure, the closest first; at most ``most``.

    To read the words around a value takes time, so those are left out that cannot be among them.
    """
    bounded = [(most_near(figure, statement, sources), statement) for statement in statements]
    ranked: list[Ranked] = []
    for bound, statement in sorted(bounded, key=lambda each: -each[0]):
        if len(ranked) >= most and bound < ranked[most - 1].kin.nearness:
            break
        ranked.append(Ranked(kinship(figure, statement, sources), statement))
        ranked.sort(key=lambda each: -each.kin.nearness)
    return ranked[:most]


def known_around(figure: Figure, statement: StatedValue, sources: SourceIndex) -> float:
    """As :attr:`Kinship.known`, with the words of the sentences before and of the title and the headings."""
    text = sources.texts[statement.source]
    above = text.title_stems | text.stems_above(statement.sentence)
    around = text.stems(statement.sentence).union(above, *_before(sources, statement))
    return _known(figure.context.weights, around)


def figure_of(passage: Passage, statement: StatedValue) -> Figure | None:
    """The figure of the passage that the statement is about; None where it is only the scale of another."""
    wanted = passage.mentions[statement.number]
    return next((figure for figure in passage.figures if figure.mention is wanted), None)


def _before(sources: SourceIndex, statement: StatedValue) -> list[frozenset[str]]:
    text = sources.texts[statement.source]
    numbers = range(max(statement.sentence - _SENTENCES_BEFORE, 0), statement.sentence)
    return [text.stems(number) for number in numbers]


def _known(weights: dict[str, float], known: frozenset[str]) -> float:
    whole = sum(weights.values())
    return _share(weights, known) / whole if whole else 0.0


def _share(weights: dict[str, float], known: frozenset[str]) -> float:
    return sum(weight for stem, weight in weights.items() if stem in known)


def _overlap(ours: frozenset[str], theirs: frozenset[str]) -> float:
    return len(ours & theirs) / len(ours) if ours else 0.0


def _are_opposed(left: Figure, right: Figure) -> bool:
    """Whether one of the two is said of the dead and the other of the injured."""
    ours, theirs = left.role_stems, right.role_stems
    return any(
        (ours & here and theirs & there and not ours & there and not theirs & here)
        or (ours & there and theirs & here and not ours & here and not theirs & there)
        for here, there in _OPPOSITES
    )
