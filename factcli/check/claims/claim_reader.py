"""Read the claims of a sentence: words and figures in, a claim for each figure out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING

from factcli.check.claims.clauses import Clause, is_verb_at, read_clauses
from factcli.check.claims.moods import is_conditional, is_denied, is_hoped, is_hypothetical, is_intended
from factcli.check.claims.near_deeds import DeedReader
from factcli.check.claims.near_measures import NearMeasures, is_change
from factcli.check.claims.owners_of_ages import owner_of_age
from factcli.check.claims.setting_apart import set_apart_in
from factcli.check.claims.slots import Claim, ClauseClaim
from factcli.english.function_words import AUXILIARIES, DETERMINERS, PREPOSITIONS, PRONOUNS
from factcli.english.marks import HYPHENS
from factcli.english.measuring import clause_words, narrowing
from factcli.english.measuring.measure_verbs import is_verb
from factcli.english.measuring.narrowing import NARROWING
from factcli.english.nouns import is_plural
from factcli.english.people import NAMES_IN_S
from factcli.english.stemming import Word, meaning
from factcli.model.edtf import EdtfDate
from factcli.model.facts import Quantity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcli.model.facts import Mention

_TITLE = 6
_CUT = frozenset(",;:()[]—–")
_PARTING, _OPENING_PHRASE = clause_words.PARTING - {"from"}, PREPOSITIONS | DETERMINERS


class ClaimReader:
    """The words of a sentence and the places of its figures; reads the claim of one figure after another."""

    def __init__(self, words: Sequence[Word], covers: Sequence[tuple[int, int]], mentions: Sequence[Mention]) -> None:
        self.words = words
        self.covers = covers
        self.mentions = mentions
        self.owned = frozenset(at for cover in covers for at in range(*cover))
        self.clauses = read_clauses(words, self.owned)
        self._measures = NearMeasures(words, covers, mentions)
        self._deeds = DeedReader(words, covers, mentions)
        self._said: dict[int, ClauseClaim] = {}

    def read(self, number: int) -> Claim:
        """The claim of the figure ``number``."""
        first, _ = self.covers[number]
        place = min(bisect_right(self.clauses, first, key=attrgetter("end")), len(self.clauses) - 1)
        if self.mentions[number].role == "age":
            return self._age(number, place)
        clause = self.clauses[place]
        begin, end = self._own(number, clause)
        said = self._said_in(place)
        names, subject = said.names, said.subject
        is_date = self.mentions[number].kind == "date"
        own = self._own_terms(number)
        measures = self._measures.near(number, (begin, end), (clause.begin, clause.end))
        attribute = "" if is_date else self._attribute(number, clause, subject)
        counted = self._counted(number)
        return Claim(
            subject=subject,
            subject_names=names,
            verb=self._verb(said.verbs, first),
            attribute=attribute,
            counted=counted,
            measures=tuple(dict.fromkeys(each.row.name for each in measures)),
            measure_terms=self._measures.terms(measures),
            narrowed=self._narrowed(begin, end),
            near_terms=self._terms(begin, end) | own,
            terms=said.terms | own,
            set_apart=said.set_apart,
            deeds=self._deeds.near(number, (begin, end), (attribute, counted)),
            is_passive=said.is_passive,
            is_intended=said.is_intended,
            is_hoped=said.is_hoped,
            is_hypothetical=said.is_hypothetical,
            is_denied=said.is_denied,
            is_change=is_change(self.words, self.covers[number]),
            is_bare_year=is_date and self._is_bare_year(number),
        )

    def _age(self, number: int, place: int) -> Claim:
        """The claim of an age: of whom it is said, and of when, if another clause says so."""
        first, after = self.covers[number]
        said = self._said_in(place)
        names, subject = said.names, said.subject
        owner = owner_of_age(self.words, first, after)
        if owner:
            terms = frozenset(map(meaning, owner))
            return Claim("", owner, measures=("age",), near_terms=terms, terms=terms, owner=owner)
        clause = self.clauses[place]
        later = self.clauses[place + 1] if place + 1 < len(self.clauses) else None
        terms = self._terms(clause.begin, first) | self._subject_terms(place)
        if later and self.words[later.begin].text in {"when", "as"}:
            terms |= self._terms(later.begin, later.end)
        return Claim(subject, names, measures=("age",), near_terms=terms, terms=terms)

    def _own(self, number: int, clause: Clause) -> tuple[int, int]:
        """The words nearer to this figure than to its neighbours, within its clause."""
        first, after = self.covers[number]
        before = [end for _, end in self.covers[max(number - 1, 0) : number] if end > clause.begin]
        later = [begin for begin, _ in self.covers[number + 1 : number + 2] if begin < clause.end]
        begin = self._after_noun(before[0], first) if before else clause.begin
        end = self._before_next(after, later[0]) if later else clause.end
        return min(begin, first), max(end, after)

    def _after_noun(self, at: int, first: int) -> int:
        """Where the words of the figure before end: after its noun, at the next mark or conjunction."""
        for place in range(at, first):
            if self.words[place].text in clause_words.PARTING:
                return place
        return at

    def _before_next(self, after: int, begin: int) -> int:
        """Where the words of the next figure begin: at the last mark or conjunction before it."""
        for place in range(begin - 1, after - 1, -1):
            if self.words[place].text in _PARTING:
                return place
        return begin

    def _terms(self, begin: int, end: int) -> frozenset[str]:
        places = (at for at in range(begin, end) if at not in self.owned)
        return frozenset(self.words[at].stem for at in places if self.words[at].is_content)

    def _subject_terms(self, place: int) -> frozenset[str]:
        """The words of what a clause without its own subject is about."""
        clause = self.clauses[place]
        if not place:
            return frozenset()
        earlier = self.clauses[place - 1]
        if self._is_bracketed(clause) and not self._terms(clause.begin, clause.end):
            return self._terms(max(earlier.begin, earlier.end - _TITLE), earlier.end)
        if clause.is_relative or self._is_bracketed(clause) or self._starts_with_verb(clause):
            return self._terms(earlier.begin, earlier.verb or earlier.end)
        return frozenset()

    def _is_bracketed(self, clause: Clause) -> bool:
        return clause.begin > 0 and self.words[clause.begin - 1].text == "("

    def _own_terms(self, number: int) -> frozenset[str]:
        """The stems of what the figure counts, with the adjectives before it."""
        mention = self.mentions[number]
        counted = self._counted(number)
        words = [word for modifier in mention.modifiers for word in modifier.split()]
        return frozenset(map(meaning, [*words, counted] if counted else words))

    def _starts_with_verb(self, clause: Clause) -> bool:
        at = clause.begin
        while at < clause.end and not self.words[at].is_content and not is_verb_at(self.words, at):
            if self.words[at].text in PRONOUNS or self.words[at].text in DETERMINERS:
                return False
            at += 1
        return at < clause.end and at == clause.verb

    def _said_in(self, place: int) -> ClauseClaim:
        """What a clause says, the same for all of its figures; read once."""
        if place not in self._said:
            clause = self.clauses[place]
            texts = self._texts(clause.begin, clause.end)
            self._said[place] = ClauseClaim(
                *self._subject(place),
                verbs=self._verbs(clause),
                terms=self._terms(clause.begin, clause.end) | self._subject_terms(place),
                set_apart=set_apart_in(self.words, clause, self.owned),
                is_passive=self._is_passive(clause),
                is_intended=is_intended(texts),
                is_hoped=is_hoped(texts),
                is_hypothetical=is_hypothetical(texts, is_in_conditional=self._is_conditional),
                is_denied=is_denied(texts, self.words[clause.begin - 1].text if clause.begin else ""),
            )
        return self._said[place]

    def _subject(self, place: int) -> tuple[frozenset[str], str]:
        """The names and the head noun of what a clause is about."""
        clause = self.clauses[place]
        if clause.is_relative and place:
            return self._noun_before(clause.begin)
        if place and self._starts_with_verb(clause):
            said = self._said_in(place - 1)
            return said.names, said.subject
        return self._phrase(self._skip_opening(clause), clause.end)

    def _noun_before(self, at: int) -> tuple[frozenset[str], str]:
        begin = at
        while begin > 0 and not is_verb(self.words[begin - 1].text) and self.words[begin - 1].text not in PREPOSITIONS:
            begin -= 1
        return self._phrase(begin, at)

    def _skip_opening(self, clause: Clause) -> int:
        """Past "In 2022," and "According to the ministry,": where the subject of a clause begins."""
        words, at = self.words, clause.begin
        while at < clause.end and (words[at].is_mark or words[at].text in clause_words.OPENING):
            at += 1
        if at < clause.end and (words[at].text in PREPOSITIONS or words[at].text == "according"):
            for place in range(at, clause.end):
                if words[place].text == ",":
                    return place + 1
            while at < clause.end and (words[at].text in _OPENING_PHRASE or at in self.owned):
                at += 1
        return at

    def _phrase(self, begin: int, end: int) -> tuple[frozenset[str], str]:
        """The names and the head noun of the noun phrase that begins there; no head where that is a name."""
        words, head = self.words, -1
        names: list[str] = []
        for at in range(begin, end):
            word = words[at]
            if at in self.owned or word.text in PRONOUNS:
                return frozenset(names), ""
            if word.is_mark and (word.text in {"'", "’"} or self._is_hyphen(at)):
                continue
            if word.text in PREPOSITIONS and head >= 0 and words[head].text in narrowing.EMPTY_HEADS:
                head = -1
                continue
            if word.is_mark or word.text in PREPOSITIONS or (at != begin and self._ends_phrase(at)):
                break
            if word.is_content:
                head = at
                is_named = word.is_in_name or (at > begin and self._is_hyphen(at - 1))
                if word.is_capital and (is_named or (at == begin and not is_verb(word.text))):
                    names.append(word.folded)
        if head < 0 or words[head].is_in_name or (words[head].is_capital and not self._is_common(head)):
            return frozenset(names), ""
        return frozenset(names), words[head].stem

    def _ends_phrase(self, at: int) -> bool:
        """Whether a word is a verb or the adverb before it; not the end of an adjective: "its semi-finished parts"."""
        words = self.words
        if words[at].text.endswith("ly") and not words[at].is_capital:
            return at + 1 < len(words) and is_verb(words[at + 1].text)
        return is_verb(words[at].text) and words[at - 1].text not in HYPHENS

    def _is_hyphen(self, at: int) -> bool:
        """Whether a mark is the hyphen of a word: "Jean-Luc Moravec", "its hand-painted tiles"."""
        before, mark = self.words[max(at - 1, 0)], self.words[at]
        return mark.text in HYPHENS and before.end == mark.start

    def _is_common(self, at: int) -> bool:
        """Whether the first word of a sentence is the plural of a common noun: "Rents rose"."""
        text = self.words[at].text
        return self.words[at].opens_sentence and is_plural(text) and text not in NAMES_IN_S

    def _verbs(self, clause: Clause) -> list[int]:
        """The places of the verbs of a clause that are not auxiliaries."""
        return [
            at
            for at in range(clause.begin, clause.end)
            if at not in self.owned and self.words[at].text not in AUXILIARIES and is_verb_at(self.words, at)
        ]

    def _verb(self, verbs: list[int], first: int) -> str:
        """The stem of the verb that is nearest to a figure."""
        at = bisect_left(verbs, first)
        beside = verbs[max(at - 1, 0) : at + 1]
        if not beside:
            return ""
        nearest = min(beside, key=lambda verb: abs(verb - first) + (verb > first))
        return meaning(self.words[nearest].text)

    def _is_passive(self, clause: Clause) -> bool:
        if clause.verb is None:
            return False
        words = self.words
        return words[clause.verb].text in clause_words.BEING and any(
            is_verb(word.text) and word.text not in AUXILIARIES for word in words[clause.verb + 1 : clause.verb + 4]
        )

    def _attribute(self, number: int, clause: Clause, subject: str) -> str:
        """The stem of the noun that governs a figure: "a deficit of", "the deficit was", "£3m in savings"."""
        first, after = self.covers[number]
        words, mention = self.words, self.mentions[number]
        if mention.kind == "ordinal":
            return words[after].stem if after < len(words) and words[after].is_content else ""
        if mention.kind == "money" and after + 1 < clause.end and words[after].text in {"of", "in"}:
            return self._run_head(after + 1, clause.end) or self._governor(first, clause, subject)
        return self._governor(first, clause, subject)

    def _governor(self, first: int, clause: Clause, subject: str) -> str:
        """The noun to the left of a figure that a preposition or a linking verb ties to it."""
        words, at = self.words, first - 1
        while at >= clause.begin and at not in self.owned and words[at].text not in _CUT:
            if words[at].text in clause_words.GOVERNING:
                return self._noun_left(at - 1, clause.begin)
            if words[at].text in narrowing.LINKING:
                return subject or self._noun_left(at - 1, clause.begin)
            if words[at].is_content:
                return ""
            at -= 1
        return ""

    def _run_head(self, begin: int, end: int) -> str:
        head = ""
        for at in range(begin, end):
            word = self.words[at]
            if word.text in DETERMINERS and not head:
                continue
            if at in self.owned or not word.is_content or word.is_in_name:
                break
            head = word.stem
        return head

    def _noun_left(self, at: int, begin: int) -> str:
        """The noun whose phrase ends at a word, unless that is a verb or a name."""
        while at >= begin and self.words[at].text in {"'", "’", "s"}:
            at -= 1
        if at < begin or at in self.owned:
            return ""
        word = self.words[at]
        if not word.is_content or word.is_in_name or is_verb(word.text) or word.text in narrowing.EMPTY_HEADS:
            return ""
        return word.stem

    def _counted(self, number: int) -> str:
        """The head of the counted noun."""
        value = self.mentions[number].value
        if not isinstance(value, Quantity) or value.dimension != "count" or not value.unit:
            return ""
        return value.unit.split()[-1]

    def _narrowed(self, begin: int, end: int) -> frozenset[str]:
        return frozenset(word.stem for word in self.words[begin:end] if word.text in NARROWING)

    def _texts(self, begin: int, end: int) -> list[str]:
        """The words of a stretch of the sentence in lower case, but for those of figures."""
        return [self.words[at].text for at in range(begin, end) if at not in self.owned]

    @cached_property
    def _is_conditional(self) -> bool:
        return is_conditional(self._texts(0, len(self.words)))

    def _is_bare_year(self, number: int) -> bool:
        """Whether a date is a year that only says when, beside another figure or at the end of its clause."""
        value = self.mentions[number].value
        first, _ = self.covers[number]
        return (
            isinstance(value, EdtfDate)
            and value.precision == "year"
            and first > 0
            and self.words[first - 1].text in clause_words.YEAR_BEFORE
        )
