"""A sentence as the checker sees it: its words, its names, and its figures with what each of them measures."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache
from itertools import islice, pairwise, takewhile
from typing import TYPE_CHECKING, Literal

from factcli.check.antecedents.insertions import insertion_in
from factcli.check.claims.claim_reader import ClaimReader
from factcli.check.claims.lives import with_lives
from factcli.check.claims.slots import NOTHING, Claim
from factcli.check.context import Context, read_contexts
from factcli.check.names import Name, counted_names, find_names, without_lead_ins
from factcli.check.sentence import covered
from factcli.check.vocabulary import Vocabulary, vocabulary_from
from factcli.english.calendar import CALENDAR_NAMES
from factcli.english.events import FRAME_OF
from factcli.english.function_words import PARTING_CLAUSES, PLACING, POSSESSIVES, STANDING_FOR
from factcli.english.measuring.clause_words import BEING
from factcli.english.measuring.measure_verbs import is_verb
from factcli.english.measuring.narrowing import RATE_ADVERBS, RATE_DETERMINERS, RATE_UNITS
from factcli.english.people import RELATED
from factcli.english.stemming import Word, find_words, meaning
from factcli.mentions import find_mentions
from factcli.mentions.age_groups import age_groups
from factcli.mentions.ranks import is_superlative
from factcli.model.edtf import EdtfDate
from factcli.model.facts import Mention, Quantity, Span, Value

if TYPE_CHECKING:
    from factcli.check.known_facts import KnownFact

_SCALES = frozenset({"5", "10", "20", "100"})
_SCALE_BEFORE = re.compile(r"\d\s?(?:/|out of)\s?$")
_SCORE = re.compile(r"(?P<score>\d{1,3}(?:\.\d{1,3})?)(?:\s?/\s?| (?:out )?of )(?:5|10|20|100)")
_LAST_STAGE = 5
_SUPERLATIVE = re.compile(r"most$|least$|\w+est$")
_INITIAL = frozenset(map(meaning, ("opening", "initial", "debut", "inaugural")))
_LONGEST_PLACE = 4
_STATEMENTS_KEPT = 64
# What only a word right beside the figure weighs.
_STRONG = 1.5
_NEGATIONS = frozenset({"not", "never", "neither", "nobody"})
_SOME_DATE = EdtfDate("2001")

Side = Literal["whole", "start", "end"]


@dataclass(frozen=True, eq=False)
class Figure:
    """A figure or date of a sentence, with what it measures; ``side`` says which end of a stated span it is."""

    mention: Mention
    value: Value
    context: Context
    side: Side = "whole"

    @property
    def is_date(self) -> bool:
        """Whether this is a date rather than an amount."""
        return isinstance(self.value, EdtfDate)

    @cached_property
    def role_stems(self) -> frozenset[str]:
        """The stems that say best what it measures: of the noun beside it and of the words that weigh most."""
        strong = sorted(self.context.weights.items(), key=lambda item: -item[1])[:3]
        return self.context.noun | frozenset(stem for stem, weight in strong if weight > _STRONG)


@dataclass(frozen=True)
class Passage:
    """One sentence of a text; every place in it is a place of the whole text."""

    text: str
    span: Span
    words: list[Word]
    mentions: list[Mention]
    names: list[Name]

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """What the words of the sentence name."""
        return vocabulary_from(self.words)

    @cached_property
    def unknown_names(self) -> dict[str, list[Name]]:
        """The names that a fact, by its id, does not know; filled in :mod:`factcli.check.subjects`."""
        return {}

    @cached_property
    def named_subjects(self) -> dict[KnownFact, tuple[Vocabulary, bool]]:
        """Whether the sentence names the subject of a fact, and what was named before; filled as the names are."""
        return {}

    @cached_property
    def other_times(self) -> dict[KnownFact, bool]:
        """Whether a date of the sentence cannot be the time of a fact; filled in :mod:`factcli.check.guards`."""
        return {}

    @cached_property
    def agreeing(self) -> dict[KnownFact, int]:
        """How many figures of the sentence a fact states too; filled as it is asked for."""
        return {}

    @cached_property
    def insertion(self) -> Span | None:
        """The place of what is inserted after its subject: "the firm, led by Ana Ruiz, has"."""
        return insertion_in(self.words)

    def is_inserted(self, at: int) -> bool:
        """Whether a place is in the insertion."""
        return self.insertion is not None and self.insertion.start <= at < self.insertion.end

    def is_beside(self, at: int, span: Span) -> bool:
        """Whether a place tells what a figure is about: what is inserted tells nothing of figures outside of it."""
        return not self.is_inserted(at) or self.is_inserted(span.start)

    @cached_property
    def stems_beside_figures(self) -> frozenset[str]:
        """The stems of its words that belong to no figure."""
        owned = (range(*covered(self.words, mention.span)) for mention in self._stated)
        places = set(range(len(self.words))).difference(*owned)
        return frozenset(self.words[at].stem for at in places if self.words[at].is_content)

    def phrase_before(self, at: int) -> frozenset[str]:
        """The stems of the words before a place, back to the next mark."""
        before = takewhile(lambda word: not word.is_mark, reversed([word for word in self.words if word.end <= at]))
        return frozenset(word.stem for word in before if word.is_content)

    @cached_property
    def meanings(self) -> frozenset[str]:
        """The stems of all of its words."""
        return frozenset(meaning(word.text) for word in self.words)

    @cached_property
    def terms(self) -> frozenset[str]:
        """The words by which facts about the sentence are found."""
        return frozenset(word.text for word in self.words if word.is_content)

    @cached_property
    def figures(self) -> list[Figure]:
        """The figures and dates in order; the two ends of a life in brackets are a birth and a death."""
        stated = self._stated
        covers = [covered(self.words, mention.span) for mention in stated]
        around = read_contexts(self.words, covers, stated)
        return with_lives(
            self, [Figure(each, _score(each), placed) for each, placed in zip(stated, around, strict=True)]
        )

    def claim_of(self, figure: Figure) -> Claim:
        """What a figure of the sentence measures, slot by slot."""
        number = self._numbers.get(id(figure.mention))
        if number is None:
            return NOTHING
        if number not in self._claims:
            self._claims[number] = self._reader.read(number)
        return self._claims[number]

    def weights_around(self, span: Span) -> dict[str, float]:
        """How much each stem of a clause says about what is at ``span``, as if a date were there."""
        words = self._clause_around(span)
        date = Mention(span, self.text[slice(*span)], "date", _SOME_DATE)
        return read_contexts(words, [covered(words, span)], [date])[0].weights

    def _clause_around(self, span: Span) -> list[Word]:
        """The words of the clause that has ``span``; with those of the next where it has nothing but that."""
        parting = [at for at, word in enumerate(self.words) if word.text in PARTING_CLAUSES]
        first = max((at for at in parting if self.words[at].end <= span.start), default=-1) + 1
        for after in (*(at for at in parting if self.words[at].start >= span.end), len(self.words)):
            words = self.words[first:after]
            if any(word.is_content and not (span.start <= word.start < span.end) for word in words):
                return words
        return self.words

    @cached_property
    def _claims(self) -> dict[int, Claim]:
        return {}

    @cached_property
    def _numbers(self) -> dict[int, int]:
        """The number of each figure, by the identity of its mention."""
        return {id(mention): number for number, mention in enumerate(self._stated)}

    @cached_property
    def _reader(self) -> ClaimReader:
        return ClaimReader(self.words, [covered(self.words, mention.span) for mention in self._stated], self._stated)

    @cached_property
    def _stated(self) -> list[Mention]:
        read = [mention for mention in self.mentions if mention.kind != "quote" and mention.is_possible]
        return [mention for mention in read if not self._is_scale(mention)]

    def _is_scale(self, mention: Mention) -> bool:
        """Whether a number only says out of how many: the 10 of "6.4/10"."""
        return (
            bool(_SCALE_BEFORE.search(self.text, max(mention.span.start - 12, 0), mention.span.start))
            and mention.surface in _SCALES
        )

    @cached_property
    def rates(self) -> frozenset[str]:
        """The units of time for which its adverbs give a figure: "annually", "every day"."""
        texts = [word.text for word in self.words]
        pairs = pairwise(texts)
        return frozenset(
            [RATE_ADVERBS[text] for text in texts if text in RATE_ADVERBS]
            + [unit for each, unit in pairs if each in RATE_DETERMINERS and unit in RATE_UNITS]
        )

    @cached_property
    def dates(self) -> list[Figure]:
        """The dates of the sentence."""
        return [figure for figure in self.figures if figure.is_date]

    def stands_alone(self, date: Figure) -> bool:
        """Whether the sentence speaks of no other time: "in July alone"."""
        return self.text.startswith(" alone", date.mention.span.end)

    @cached_property
    def values(self) -> frozenset[Value]:
        """What the figures and dates of the sentence state, each once."""
        return frozenset(figure.value for figure in self.figures)

    @cached_property
    def times(self) -> frozenset[Value]:
        """What the dates of the sentence say, each once."""
        return frozenset(figure.value for figure in self.dates)

    @cached_property
    def told_of_others(self) -> list[Word]:
        """The words for a relative or deputy of somebody who is named: "Silva's deputy", "her sister said"."""
        words = self.words
        return [
            word for at, word in enumerate(words) if word.text in RELATED and _has_owner(words[max(at - 2, 0) : at])
        ]

    @cached_property
    def name_stems(self) -> frozenset[str]:
        """The stems of the words of its names."""
        return frozenset(meaning(token) for name in self.names for token in name.tokens)

    @cached_property
    def places(self) -> list[tuple[str, ...]]:
        """The names that say where, those after "in", "at" or "near", in folded words."""
        starts = [at for at, word in enumerate(self.words, 1) if word.text in PLACING]
        named = (takewhile(_is_of_place, islice(self.words, at, at + _LONGEST_PLACE)) for at in starts)
        return [place for words in named if (place := tuple(word.folded for word in words))]

    @cached_property
    def extremes(self) -> frozenset[str]:
        """The stems of its superlatives: "the dearest ticket"."""
        return frozenset(word.stem for word in self.words if not word.is_in_name and is_superlative(word.text))

    @cached_property
    def age_groups(self) -> frozenset[str]:
        """The ages that bound the groups of people of which it speaks."""
        return age_groups(self.text[self.span.start : self.span.end])

    @cached_property
    def has_verb(self) -> bool:
        """Whether somebody is or does something in it."""
        acts = any(clause.verb is not None for clause in self._reader.clauses)
        return acts or any(word.text in BEING for word in self.words)

    @cached_property
    def opens_with_pronoun(self) -> bool:
        """Whether the first word refers to something named before."""
        first = next((word for word in self.words if not word.is_mark), None)
        return first is not None and first.text in STANDING_FOR

    @cached_property
    def stages(self) -> dict[int, int]:
        """The low ranks that distinguish one stage from another, as in "its first year", and where each begins."""
        behind = {word.start: word.text for word in self.words}
        after = ((mention, behind.get(mention.span.end + 1, "")) for mention in self.mentions)
        return {
            int(mention.value.amount): mention.span.start
            for mention, following in after
            if mention.kind == "ordinal" and isinstance(mention.value, Quantity) and mention.value.amount is not None
            if mention.value.amount <= _LAST_STAGE
            if not _SUPERLATIVE.match(following) and not _is_adverb(mention, following)
        }

    @cached_property
    def ranks(self) -> set[int]:
        """The ranks that the sentence names in whatever way: "second", "season 2", "opening"."""
        ranks = {int(word.text) for word in self.words if word.text.isascii() and word.text.isdigit()}
        if self.vocabulary.stems & _INITIAL:
            ranks.add(1)
        return ranks | self.stages.keys()

    def tells_of(self, frame: str) -> bool:
        """Whether it has a word for this event."""
        return any(FRAME_OF.get(word.text) == frame for word in self.words)

    @cached_property
    def is_negated(self) -> bool:
        """Whether the sentence denies something."""
        return any(word.text in _NEGATIONS or word.text.endswith("n't") for word in self.words)


def _is_adverb(mention: Mention, following: str) -> bool:
    """Whether an ordinal only says that something is new: "residents first sued"."""
    return mention.surface.lower().endswith("first") and is_verb(following)


def _has_owner(before: list[Word]) -> bool:
    """Whether the words before a noun say whose it is by a name, or by a pronoun that opens the sentence."""
    opens = len(before) == 1 and before[0].text in POSSESSIVES
    return opens or any(word.text == "s" for word in before)


def _is_of_place(word: Word) -> bool:
    return word.is_in_name and word.text not in CALENDAR_NAMES


def read_passage(text: str, span: Span, mentions: list[Mention]) -> Passage:
    """The sentence ``text[span]``; ``mentions`` are those that lie in it."""
    words = find_words(text, span.start, span.end)
    figures = [mention for mention in mentions if mention.kind != "quote"]
    masked = {number for mention in figures for number in _masked(words, mention.span)}
    names = [*find_names(words, masked), *counted_names(words, mentions)]
    return Passage(text, span, words, mentions, without_lead_ins(sorted(names), text, span))


def _masked(words: list[Word], span: Span) -> range:
    """The numbers of the words of a figure, and of the "No." before it, which is nobody's name."""
    first, after = covered(words, span)
    label = first - 1 - (first > 0 and words[first - 1].text == ".")
    return range(label if label >= 0 and words[label].text == "no" else first, after)


@lru_cache(_STATEMENTS_KEPT)
def read_statement(statement: str) -> Passage:
    """The statement of a fact as one passage, however many sentences it has; several facts may have the same."""
    return read_passage(statement, Span(0, len(statement)), list(find_mentions(statement)))


def _score(mention: Mention) -> Value:
    """The value of a mention, but of "73 out of 100" the score of 73, not the share."""
    match = _SCORE.fullmatch(mention.surface)
    if not match or not isinstance(mention.value, Quantity):
        return mention.value
    amount = Decimal(match["score"])
    quantum = Decimal(1).scaleb(min(int(amount.as_tuple().exponent), 0))
    return Quantity(amount, quantum=quantum, comparator=mention.value.comparator)
