"""The facts that a draft is held against, read once, and found again by the words of a sentence."""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Protocol

from factcli.check.compare.quantities import compare
from factcli.check.passages import Figure, Passage, read_passage, read_statement
from factcli.check.vocabulary import Vocabulary, forms_of, vocabulary_of
from factcli.english.function_words import PREPOSITIONS, UNNAMED
from factcli.english.people import RELATED
from factcli.english.stemming import content_stems, find_words, fold, meaning
from factcli.model.edtf import EdtfDate
from factcli.model.facts import Fact, Mention, MentionKind, Quantity, Quotation, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from factcli.check.names import Name

# A sentence meets at most so many facts; words that more facts share than this find none of them.
MOST_FACTS = 24
# Of so few facts, each is held against every sentence that names its subject.
ALL_MET = 200
_TOO_COMMON = 1_000
MOST_WORDS = 12
# A subject with more facts is not read whole to learn what it names.
MOST_KIN = 50
_KEYWORD_WEIGHT = 1.0
_YEAR_DIGITS = 4
_OPENING_WORDS = 8


class Kin:
    """The facts of one subject: what a sentence may name without leaving it."""

    def __init__(self, facts: Callable[[], Iterable[Fact]]) -> None:
        self._facts = facts

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """What the labels of the facts name."""
        return vocabulary_of(" . ".join(label for fact in islice(self._facts(), MOST_KIN) for label in _labels(fact)))


@dataclass(frozen=True, eq=False)
class KnownFact:
    """A fact with its statement read as a sentence of a draft is; two are equal only if they are one."""

    fact: Fact
    kin: Kin

    @cached_property
    def passage(self) -> Passage:
        """The statement, read."""
        return read_statement(self.fact.statement)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """What its statement, subject, aliases and keywords name."""
        return self.passage.vocabulary.joined(self.labels)

    @cached_property
    def labels(self) -> Vocabulary:
        """What its subject, aliases and keywords name."""
        return vocabulary_of(" . ".join(_labels(self.fact)))

    @cached_property
    def subject(self) -> Vocabulary:
        """What its subject and aliases name."""
        return vocabulary_of(" . ".join((self.fact.subject or "", *self.fact.aliases)))

    @cached_property
    def subject_names(self) -> list[dict[str, int]]:
        """The folded words of the subject, and of each alias, with what each of them tells."""
        names = (self.fact.subject or "", *self.fact.aliases)
        return [tokens for name in names if (tokens := _told_by(name))]

    @cached_property
    def is_unnamed(self) -> bool:
        """Whether it has no subject, and its statement names none first: "it was", "the film", "his first book"."""
        if self.fact.subject:
            return False
        opening = self.passage.words[:_OPENING_WORDS]
        begin = next((number for number, word in enumerate(opening) if word.text in UNNAMED), None)
        if begin is None:
            return False
        return not any(_stands_alone(self.passage, name, opening[begin].start) for name in self.passage.names)

    @cached_property
    def subject_forms(self) -> list[tuple[int, list[tuple[int, tuple[str, ...]]]]]:
        """What all words of each subject name tell, and each word's part of it with the forms that are looked up."""
        return [
            (sum(tokens.values()), [(told, forms_of(token)) for token, told in tokens.items()])
            for tokens in self.subject_names
        ]

    @cached_property
    def surnames(self) -> frozenset[str]:
        """The names of one word among its aliases and keywords: "Fernández" of "Cristina Fernández"."""
        labels = (self.fact.subject or "", *self.fact.aliases, *self.fact.keywords)
        return frozenset(fold(label) for label in labels if label.isalpha() and label[0].isupper())

    @cached_property
    def figures(self) -> list[Figure]:
        """The figures of the statement that state the fact's value; one without context where none does."""
        stated = [figure for figure in self.passage.figures if self._states(figure)]
        return [end for figure in stated or self._unplaced() for end in _with_ends(self._with_keywords(figure))]

    def _states(self, figure: Figure) -> bool:
        value = self.fact.value
        if figure.mention.value == value:
            return True
        if isinstance(value, Quantity) and isinstance(figure.value, Quantity):
            kinds = {value.dimension, figure.value.dimension}
            is_like = len(kinds) == 1 or kinds <= {"count", "number"}
            return is_like and value.amount == figure.value.amount and value.is_range == figure.value.is_range
        return compare(figure.value, value).reason in {"same", "date-holds"} and figure.is_date

    def _unplaced(self) -> list[Figure]:
        """The value as if it stood at the end of the statement, which says it in other words."""
        if isinstance(self.fact.value, Quotation):
            return []
        end = self.passage.span.end
        kind: MentionKind = "date" if self.fact.kind == "date" else "number"
        mention = Mention(Span(end, end), "", kind, self.fact.value)
        reread = read_passage(self.passage.text, self.passage.span, [*self.passage.mentions, mention])
        return [figure for figure in reread.figures if figure.mention is mention]

    def _with_keywords(self, figure: Figure) -> Figure:
        weights = dict(figure.context.weights)
        for stem in content_stems(" . ".join(self.fact.keywords)):
            weights.setdefault(stem, _KEYWORD_WEIGHT)
        return replace(figure, context=figure.context._replace(weights=weights))


def _stands_alone(passage: Passage, name: Name, end: int) -> bool:
    """Whether a name before ``end`` may be what the sentence is about: not "by Acme", nor a capital at its head."""
    before = passage.text[passage.span.start : name.start].split()
    if not before:
        return len(name.tokens) > 1 and name.start < end
    return name.start < end and before[-1].lower() not in PREPOSITIONS


def _with_ends(figure: Figure) -> list[Figure]:
    """The figure and, where it is a span of dates with two ends, each end as a date of its own."""
    value = figure.value
    if not isinstance(value, EdtfDate) or not value.is_interval or not (value.earliest and value.latest):
        return [figure]
    begin, _, end = value.text.partition("/")
    is_life = figure.context.frame == "life"
    first = figure.context.with_frame("birth") if is_life else figure.context
    last = figure.context.with_frame("death") if is_life else figure.context
    return [
        figure,
        replace(figure, value=EdtfDate(begin), context=first, side="start"),
        replace(figure, value=EdtfDate(end), context=last, side="end"),
    ]


class Evidence(Protocol):
    """Where facts come from: a shelf of them in memory, or the index of a store."""

    @property
    def has_many_subjects(self) -> bool:
        """Whether a sentence that names no subject could be about several."""

    def facts_about(self, words: frozenset[str]) -> list[KnownFact]:
        """The facts that share the rarest of these words, best first."""

    def fact(self, identifier: str) -> Fact | None:
        """The fact with this id, or None."""

    def source_title(self, identifier: str) -> str:
        """What the source with this id is called; its id where no title is known."""


class FactShelf:
    """Facts in memory, indexed by the stems of their words."""

    def __init__(self, facts: Iterable[Fact], titles: Mapping[str, str] | None = None) -> None:
        """``titles`` are those of the sources, by their ids."""
        self._facts = list(facts)
        self._titles = titles or {}
        self._numbers: defaultdict[str, list[int]] = defaultdict(list)
        for number, fact in enumerate(self._facts):
            for stem in content_stems(" . ".join((fact.statement, *_labels(fact), _quoted(fact)))):
                self._numbers[stem].append(number)
        self._known: dict[int, KnownFact] = {}
        self._subjects: defaultdict[str | None, list[Fact]] = defaultdict(list)
        for fact in self._facts:
            self._subjects[fact.subject].append(fact)
        self._kin: dict[str | None, Kin] = {}

    @cached_property
    def has_many_subjects(self) -> bool:
        """Whether the facts have more than one subject."""
        return len(self._subjects) > 1

    def facts_about(self, words: frozenset[str]) -> list[KnownFact]:
        """The facts that share the rarest of these words, best first."""
        if len(self._facts) <= ALL_MET:
            return [self._read(number) for number in range(len(self._facts))]
        shared: defaultdict[int, float] = defaultdict(float)
        for numbers in self._rarest(words):
            weight = math.log(1 + len(self._facts) / len(numbers))
            for number in numbers:
                shared[number] += weight
        best = heapq.nlargest(MOST_FACTS, shared.items(), key=lambda item: (item[1], -item[0]))
        return [self._read(number) for number, _ in best]

    def _rarest(self, words: frozenset[str]) -> list[list[int]]:
        """The facts of each of the rarest words."""
        stems = sorted({meaning(word) for word in words})
        found = [numbers for stem in stems if (numbers := self._numbers.get(stem))]
        return sorted((numbers for numbers in found if len(numbers) <= _TOO_COMMON), key=len)[:MOST_WORDS]

    def fact(self, identifier: str) -> Fact | None:
        """The fact with this id, or None."""
        return next((fact for fact in self._facts if fact.id == identifier), None)

    def source_title(self, identifier: str) -> str:
        """What the source with this id is called; its id where no title is known."""
        return self._titles.get(identifier, identifier)

    def _read(self, number: int) -> KnownFact:
        known = self._known.get(number)
        if known is None:
            fact = self._facts[number]
            known = self._known[number] = KnownFact(fact, self._kin_of(fact.subject))
        return known

    def _kin_of(self, subject: str | None) -> Kin:
        kin = self._kin.get(subject)
        if kin is None:
            facts = self._subjects[subject] if subject else []
            kin = self._kin[subject] = Kin(lambda: facts)
        return kin


def _told_by(name: str) -> dict[str, int]:
    """How much each word tells of a name: a number more than a name, that more than a common word.

    "Macri's predecessor" is told by the predecessor: whoever speaks of Macri does not speak of him.
    """
    words = find_words(name)
    told = {word.folded: 2 if word.is_capital else 1 for word in words if word.is_content}
    told.update((word.text, 3) for word in words if word.text.isdigit() and len(word.text) < _YEAR_DIGITS)
    told.update((word.text, 4) for word in words if word.text in RELATED)
    return told


def _labels(fact: Fact) -> tuple[str, ...]:
    return (fact.subject or "", *fact.aliases, *fact.keywords)


def _quoted(fact: Fact) -> str:
    return fact.value.text if isinstance(fact.value, Quotation) else ""
