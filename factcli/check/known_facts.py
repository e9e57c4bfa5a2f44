"""Facts as the checker uses them: the statement read as a sentence of a draft is, and the words of the subject."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice, pairwise
from typing import TYPE_CHECKING

import msgspec

from factcli import units
from factcli.check.alignment import is_rank
from factcli.check.compare.quantities import compare
from factcli.check.passages import Figure, Passage, read_passage, read_statement
from factcli.check.reasons import Reason
from factcli.check.vocabulary import Vocabulary, forms_of, vocabulary_of
from factcli.english.events import RECURRENT
from factcli.english.function_words import PREPOSITIONS, UNNAMED
from factcli.english.marks import HYPHENS
from factcli.english.measuring.named_measures import measures_in
from factcli.english.naming.given_names import is_given_name
from factcli.english.naming.happenings import HAPPENINGS
from factcli.english.naming.kinds import KINDS
from factcli.english.people import RELATED
from factcli.english.stemming import content_stems, find_words, fold
from factcli.model.edtf import EdtfDate
from factcli.model.facts import Fact, Mention, MentionKind, Quantity, Quotation, Span, Value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from factcli.check.claims.slots import Claim
    from factcli.check.names import Name
    from factcli.model.facts import Value

# Of a subject, this many facts at most are read to learn which names occur in it.
MOST_KIN = 50
_EVENTS = HAPPENINGS | RECURRENT
_KEYWORD_WEIGHT = 1.0
_YEAR_DIGITS = 4
_OPENING_WORDS = 8
# A score of 73 out of 100 can be given as a number or as a share.
_OFTEN_ALIKE = frozenset({"count", "number", "percent"})
SHARES = frozenset({"pp", "percentage point"})


class Kin:
    """The facts of one subject: names in them do not point to another subject."""

    def __init__(self, facts: Callable[[], Iterable[Fact]]) -> None:
        self._facts = facts

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """What the labels of the facts name."""
        return vocabulary_of(" . ".join(label for fact in islice(self._facts(), MOST_KIN) for label in _labels(fact)))

    @cached_property
    def times(self) -> frozenset[EdtfDate]:
        """The dates that the facts state; "as of 2019" is not a time of an event of 1994."""
        said = (fact.value for fact in islice(self._facts(), MOST_KIN))
        return frozenset(value for value in said if isinstance(value, EdtfDate))


@dataclass(frozen=True, eq=False)
class KnownFact:
    """A fact with its statement read as a sentence of a draft is; two are equal only if they are one."""

    fact: Fact
    kin: Kin

    @cached_property
    def family(self) -> str:
        """The group of values that its value can be compared with."""
        return family_of(self.value)

    @cached_property
    def value(self) -> Value:
        """What the fact states, its unit as readers of text know it: "minute" is "min"."""
        value = self.fact.value
        if not isinstance(value, Quantity) or value.dimension != "count":
            return value
        symbol = units.parse_unit(value.unit or "")
        is_known = symbol is not None and units.dimension_of(symbol) != "count"
        return msgspec.structs.replace(value, unit=symbol) if is_known else value

    @cached_property
    def numbers_of_names(self) -> dict[str, str]:
        """The folded word of a name before a number, and the number, which is not a year: "Argus 4"."""
        words = find_words(" . ".join((self.fact.subject or "", *self.fact.aliases)))
        words = [word for word in words if word.text not in HYPHENS]
        return {
            word.folded: number.text
            for word, number in pairwise(words)
            if word.is_capital and number.text.isdigit() and len(number.text) < _YEAR_DIGITS
        }

    @cached_property
    def is_of_event(self) -> bool:
        """Whether a name of its subject says what happened: a strike, an election."""
        return not _EVENTS.isdisjoint(word for tokens in self.subject_names for word in tokens)

    @property
    def is_rank(self) -> bool:
        """Whether it holds a place in an order."""
        return isinstance(self.value, Quantity) and self.value.is_rank

    @cached_property
    def passage(self) -> Passage:
        """The statement, read."""
        return read_statement(self.fact.statement)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """What its statement, subject, aliases and keywords name."""
        # Its figures need not be read for that: most facts that share words with a sentence are of another subject.
        return vocabulary_of(self.fact.statement).joined(self.labels)

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
        """The folded words of the subject, and of each alias, each with how distinctive it is."""
        names = (self.fact.subject or "", *self.fact.aliases)
        return [tokens for name in names if (tokens := _distinctiveness(name))]

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
        """For each name of the subject: its words' total distinctiveness, then each word's share with its forms."""
        return [
            (sum(tokens.values()), [(share, forms_of(token)) for token, share in tokens.items()])
            for tokens in self.subject_names
        ]

    @cached_property
    def subject_words(self) -> frozenset[str]:
        """Every form of every word of its names: a sentence that has none of them does not name it."""
        return frozenset(form for _, words in self.subject_forms for _, forms in words for form in forms)

    @cached_property
    def titles(self) -> frozenset[tuple[str, int]]:
        """The subject and each alias without capitals, as a sentence may hold them, and how long each is."""
        names = (self.fact.subject or "", *self.fact.aliases)
        return frozenset((name.casefold(), len(name)) for name in names if any(map(str.isalnum, name)))

    @cached_property
    def surnames(self) -> frozenset[str]:
        """The names of one word among its aliases and keywords: "Fernández" of "Cristina Fernández"."""
        labels = (self.fact.subject or "", *self.fact.aliases, *self.fact.keywords)
        return frozenset(fold(label) for label in labels if label.isalpha() and label[0].isupper())

    @cached_property
    def figures(self) -> list[Figure]:
        """The figures of the statement that state the fact's value; one without context where none does."""
        stated = [self._typed(figure) for figure in self.passage.figures if self._states(figure)]
        return [end for figure in stated or self._unplaced() for end in _with_ends(self._with_keywords(figure))]

    def _typed(self, figure: Figure) -> Figure:
        """The figure; a bare number, of which the fact says that it is a time, as that: "was 27" of an age."""
        value = self.value
        is_time = isinstance(value, Quantity) and value.dimension == "duration"
        is_bare = isinstance(figure.value, Quantity) and figure.value.dimension == "number"
        return replace(figure, value=value) if is_time and is_bare else figure

    def claim_of(self, figure: Figure) -> Claim:
        """What a figure of the statement measures; where its clause names no measure, the labels of the fact may."""
        if figure not in self._claims:
            claim = self.passage.claim_of(figure)
            self._claims[figure] = claim if claim.measures else replace(claim, measures=self._labelled_measures)
        return self._claims[figure]

    @cached_property
    def _claims(self) -> dict[Figure, Claim]:
        return {}

    @cached_property
    def _labelled_measures(self) -> tuple[str, ...]:
        """The measures that the keywords or the subject name and that take the value."""
        dimension = "date" if self.fact.kind == "date" else getattr(self.fact.value, "dimension", "")
        kinds = {"count", "number"} if dimension in {"count", "number"} else {dimension}
        for labels in (self.fact.keywords, (self.fact.subject or "",)):
            found = measures_in(find_words(" . ".join(labels)))
            named = dict.fromkeys(each.row.name for each in found if kinds & each.row.dimensions)
            if named:
                return tuple(named)
        return ()

    def _states(self, figure: Figure) -> bool:
        value = self.value
        if self.is_rank and not is_rank(figure):
            return False
        if figure.mention.value == value:
            return True
        if isinstance(value, Quantity) and isinstance(figure.value, Quantity):
            kinds = {value.dimension, figure.value.dimension}
            is_like = len(kinds) == 1 or kinds <= {"count", "number"} or kinds == {"duration", "number"}
            return is_like and value.amount == figure.value.amount and value.is_range == figure.value.is_range
        return compare(figure.value, value).reason in {Reason.SAME, Reason.DATE_HOLDS} and figure.is_date

    def _unplaced(self) -> list[Figure]:
        """The value as if written at the end of the statement, for a statement that says it in other words."""
        if isinstance(self.fact.value, Quotation):
            return []
        end = self.passage.span.end
        kind: MentionKind = "date" if self.fact.kind == "date" else "ordinal" if self.is_rank else "number"
        mention = Mention(Span(end, end), "", kind, self.value)
        reread = read_passage(self.passage.text, self.passage.span, [*self.passage.mentions, mention])
        return [figure for figure in reread.figures if figure.mention is mention]

    def _with_keywords(self, figure: Figure) -> Figure:
        weights = dict(figure.context.weights)
        for stem in content_stems(" . ".join(self.fact.keywords)):
            weights.setdefault(stem, _KEYWORD_WEIGHT)
        return replace(figure, context=figure.context._replace(weights=weights))


def family_of(value: Value) -> str:
    """The group of values that a value can be compared with: facts of other groups need not be read."""
    if isinstance(value, Quantity):
        return "plain" if value.dimension in _OFTEN_ALIKE or value.unit in SHARES else value.dimension
    return "date" if isinstance(value, EdtfDate) else "quote"


def _stands_alone(passage: Passage, name: Name, end: int) -> bool:
    """Whether a name before ``end`` may be what the sentence is about: not "by Acme", nor a capital at its head."""
    before = passage.text[passage.span.start : name.start].split()
    if not before:
        return len(name.tokens) > 1 and name.start < end
    return name.start < end and before[-1].lower() not in PREPOSITIONS


def _with_ends(figure: Figure) -> list[Figure]:
    """The figure and, where it is a span of dates with two ends, each end as a separate date."""
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


def _distinctiveness(name: str) -> dict[str, int]:
    """How distinctive each word of a name is: a number more than a proper name, that more than a common word.

    In "Macri's predecessor" the most distinctive word is "predecessor": a text about Macri is not about him.  "The dam"
    alone is not the name of Karst Dam.
    """
    words = find_words(name)
    shares = {fold(word.text): 2 if word.is_capital else 1 for word in words if word.is_content}
    kinds = {fold(word.text) for word in words if word.text in KINDS}
    if shares.keys() - kinds and not is_given_name(words[0].text):
        shares.update(dict.fromkeys(kinds & shares.keys(), 1))
    shares.update((word.text, 3) for word in words if word.text.isdigit() and len(word.text) < _YEAR_DIGITS)
    shares.update((word.text, 4) for word in words if word.text in RELATED)
    return shares


def _labels(fact: Fact) -> tuple[str, ...]:
    return (fact.subject or "", *fact.aliases, *fact.keywords)
