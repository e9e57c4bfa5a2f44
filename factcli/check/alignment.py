"""A figure of a draft beside a figure of a fact: do both measure the same, and do they agree?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

import msgspec

from factcli import units
from factcli.check.claims import shared_slots
from factcli.check.claims.dated_titles import dates_one_title
from factcli.check.compare.dates import named_end, open_side
from factcli.check.compare.quantities import Agreement, compare
from factcli.check.reasons import Reason
from factcli.check.subjects import retells
from factcli.check.weighing.weights import DEFAULT, Weights
from factcli.english import events
from factcli.english.measuring import distinctions
from factcli.english.stemming import meaning
from factcli.model.edtf import EdtfDate
from factcli.model.facts import Quantity

if TYPE_CHECKING:
    from factcli.check.claims.slots import Claim
    from factcli.check.known_facts import KnownFact
    from factcli.check.passages import Figure, Passage
    from factcli.model.facts import Comparator, Value

_BOUNDS = frozenset({"<", "<=", ">", ">="})
_OPPOSITES = tuple(
    (frozenset(map(meaning, left)), frozenset(map(meaning, right))) for left, right in distinctions.OPPOSITES
)
_OPPOSED = frozenset[str]().union(*(side for sides in _OPPOSITES for side in sides))
# Whether a figure is new or a total is compared directly, not as one of the words around it.
_SUMS = frozenset(map(meaning, distinctions.NEW | distinctions.TOTAL))
_PLAIN = frozenset({"count", "number"})
# Above the fifth place is the fourth.
_LOWER_RANK: dict[str, Comparator] = {">": "<", "<": ">", ">=": "<=", "<=": ">="}
_RANK_HEDGES: dict[str, Comparator] = {"above": ">", "below": "<"}
_RANKING = frozenset({"#", "no", "number", "ranked", "rank"})
_AGREEMENTS_KEPT = 4_096
_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, eq=False)
class Alignment:
    """A figure of a draft (``claim``) and the figure of a fact it is held against."""

    passage: Passage
    claim: Figure
    known: KnownFact
    figure: Figure
    weights: Weights = DEFAULT

    @cached_property
    def agreement(self) -> Agreement:
        """Whether the two values can be true together."""
        role = self.claim.context.role if is_rank(self.claim) else None
        side = open_side(self.claim.mention.surface)
        if side and side == self._side_of_fact:
            return agreement_of(named_end(self.claim.value), named_end(self.figure.value), role)
        agreement = agreement_of(_as_bound(self.claim), self.figure.value, role)
        if side and agreement.reason == Reason.DATE_HOLDS:
            # "Since 2011" says of a thing of 2014 only that it lies in that time, as does "until 2017".
            agreement = agreement_of(named_end(self.claim.value), self.figure.value, role)
            return agreement if agreement.holds else Agreement(None, Reason.OTHER_SPAN)
        return Agreement(None, Reason.YEAR_UNSAID) if agreement.holds and self._adds_a_year else agreement

    @property
    def _side_of_fact(self) -> str:
        """Which end of a period the fact's figure is, by both ends, by how it is written, or by what it tells of."""
        if self.figure.side != "whole":
            return self.figure.side
        return open_side(self.figure.mention.surface) or ("start" if self._begins_what_lasts else "")

    @property
    def _begins_what_lasts(self) -> bool:
        """Whether the fact says when what the draft tells of began: "elected mayor" beside "mayor since"."""
        if self.figure.context.frame not in events.BEGINNINGS:
            return False
        told = self.there.near_terms - self.known.subject.stems - {self.there.verb}
        said = self.passage.phrase_before(self.claim.mention.span.start)
        return told <= self.passage.vocabulary.stems and said <= self.known.vocabulary.stems

    @property
    def is_left_open(self) -> bool:
        """Whether only what one of them leaves unsaid keeps the two apart: for which time a rate is, or the year."""
        holds, reason = self.agreement
        is_day = isinstance(self.claim.value, EdtfDate) and self.claim.value.precision != "year"
        return holds is None and (reason == Reason.OTHER_RATE or (reason == Reason.YEAR_UNSAID and is_day))

    @property
    def _adds_a_year(self) -> bool:
        """Whether the draft writes a year of which the fact knows nothing: "July 2014" where it says "in July"."""
        claim, fact = self.claim.value, self.figure.value
        if not isinstance(claim, EdtfDate) or not isinstance(fact, EdtfDate) or not fact.is_yearless:
            return False
        is_written = bool(_YEAR.search(self.claim.mention.surface))
        as_of = self.known.fact.as_of
        return is_written and not (as_of and as_of.intersects(claim))

    @cached_property
    def score(self) -> float:
        """How much of what the two measure is the same; 0 where nothing is."""
        here, there = self.claim.context, self.figure.context
        overlap = sum(
            min(weight, there.weights[stem]) for stem, weight in here.weights.items() if stem in there.weights
        )
        if not overlap:
            return 0.0
        overlap *= self.weights.noun_base + self.weights.noun_share * shared_slots.jaccard(here.noun, there.noun)
        if here.is_new != there.is_new or (here.is_total and not there.is_total):
            overlap *= self.weights.unlike_totals
        if self.has_opposite_roles:
            overlap *= self.weights.unlike_roles
        if self.has_other_event:
            overlap *= self.weights.unlike_roles
        if self.agreement.holds is None:
            overlap *= self.weights.undecided
        return overlap * self._closeness_factor

    @cached_property
    def closeness(self) -> float:
        """The smaller amount as a share of the larger; 1 for dates."""
        claim, fact = _middle(self.claim.value), _middle(self.figure.value)
        if claim is None or fact is None:
            return 1.0
        small, large = sorted((abs(claim), abs(fact)))
        return float(small / large) if large else 1.0

    @property
    def _closeness_factor(self) -> float:
        share = self.weights.bound_closeness if self.is_bound else self.weights.closeness
        return 1 - share + share * self.closeness**2

    @cached_property
    def here(self) -> Claim:
        """What the draft's figure measures."""
        return self.passage.claim_of(self.claim)

    @cached_property
    def there(self) -> Claim:
        """What the fact's figure measures."""
        return self.known.claim_of(self.figure)

    @cached_property
    def like_measure(self) -> shared_slots.Likeness:
        """Whether the table of measures knows both, as one measure or as two."""
        return shared_slots.like_measure(self.here, self.there, self.known.labels.stems)

    @cached_property
    def like_noun(self) -> shared_slots.Likeness:
        """Whether both count the same things."""
        return shared_slots.like_noun(self.here, self.there, self.known.vocabulary.stems)

    @cached_property
    def like_attribute(self) -> shared_slots.Likeness:
        """Whether the fact knows the noun that governs the draft's figure."""
        return shared_slots.like_attribute(self.here, self.there, self.known.vocabulary.stems)

    @cached_property
    def like_owner(self) -> shared_slots.Likeness:
        """Whether both are ages of somebody of one name."""
        are_ages = self.claim.mention.role == self.figure.mention.role == "age"
        return shared_slots.like_owner(self.here, self.there) if are_ages else "open"

    @cached_property
    def clause_known(self) -> float:
        """The share of the words of the figure's own clause that the fact knows."""
        return shared_slots.known_share(self.here, self.known.vocabulary.stems | self.said_otherwise)

    @cached_property
    def said_otherwise(self) -> frozenset[str]:
        """The words (stems) by which the draft says what the fact says by others: its measure, or what is done."""
        return shared_slots.said_otherwise(self.here, self.there, self.like_measure)

    @property
    def names_subject_in_clause(self) -> bool:
        """Whether what the draft's clause is about is the subject of the fact, by its full name."""
        names = self.here.subject_names
        return bool(names) and any(tokens.keys() <= names for tokens in self.known.subject_names)

    @cached_property
    def is_retold(self) -> bool:
        """Whether the draft says most of what the statement says, in its words: it need not name the subject."""
        return retells(self)

    @property
    def is_bound(self) -> bool:
        """Whether the draft only bounds the figure: "more than 80"."""
        return isinstance(self.claim.value, Quantity) and self.claim.value.comparator in _BOUNDS

    @property
    def digits(self) -> int:
        """How many digits the draft's amount has, without trailing zeros: how unlikely a chance match is."""
        value = self.claim.value
        if not isinstance(value, Quantity) or value.amount is None:
            return 0
        return len(value.amount.normalize().as_tuple().digits)

    @property
    def is_distinctive(self) -> bool:
        """Whether the draft's amount is so exact that another fact would not have it by chance."""
        value = self.claim.value
        is_large = (
            isinstance(value, Quantity)
            and value.amount is not None
            and abs(value.amount) >= self.weights.distinctive_amount
        )
        return is_large and self.digits >= self.weights.many_digits

    @property
    def is_exact(self) -> bool:
        """Whether the draft states a day, or an amount with so many digits that a chance match is unlikely."""
        value = self.claim.value
        if isinstance(value, EdtfDate):
            return value.precision == "day" and not value.is_interval
        return self.digits >= self.weights.many_digits

    @cached_property
    def has_same_event(self) -> bool:
        """Whether both are dates of the same kind of event, or ages of one person."""
        if self.like_owner == "same" or dates_one_title(self):
            return True
        here, there = self.claim.context.frame, self.figure.context.frame
        return here is not None and (here == there or frozenset((here, there)) in events.SAME_EVENTS)

    @property
    def has_one_event(self) -> bool:
        """Whether both date what happens only once, a birth or the release of a film, or are ages of one person."""
        is_once = self.figure.context.frame in events.ONCE or dates_one_title(self)
        return self.has_same_event and (self.like_owner == "same" or is_once)

    @cached_property
    def has_other_event(self) -> bool:
        """Whether the two date different events, one of them a birth, a death, a marriage or an end."""
        if self._is_no_date_of_a_life:
            return True
        frames = frozenset({self.claim.context.frame, self.figure.context.frame})
        if frames in events.SAME_EVENTS or self.claim.context.events & self.figure.context.events:
            return False
        are_ends = not (frames.isdisjoint(events.BEGINNINGS) or frames.isdisjoint(events.ENDINGS))
        return len(frames) > 1 and None not in frames and (are_ends or bool(frames & events.LIFE_AND_END))

    @property
    def _is_no_date_of_a_life(self) -> bool:
        """Whether the draft dates a birth, a marriage or a death, and the fact none of these."""
        frame = self.claim.context.frame
        if not (self.claim.is_date and frame in events.OF_A_LIFE and self.figure.context.frame is None):
            return False
        may_be_other = self.agreement.holds is False or bool(self.there.verb)
        return may_be_other and not self.known.passage.tells_of(frame)

    @cached_property
    def has_opposite_roles(self) -> bool:
        """Whether the two measure opposites: the dead and the injured, the budget and the takings."""
        if not self._may_have_opposite_roles:
            return False
        # The clauses of a fact are read once, those of a draft for each sentence: most need not be.
        there = self.figure.role_stems | {self.there.verb}
        if _OPPOSED.isdisjoint(there):
            return False
        here = self.claim.role_stems | {self.here.verb}
        if _OPPOSED.isdisjoint(here):
            return False
        return any(
            (here & left and there & right and not there & left and not here & right)
            or (here & right and there & left and not there & right and not here & left)
            for left, right in _OPPOSITES
        )

    @property
    def _may_have_opposite_roles(self) -> bool:
        """Whether anything in the sentence has an opposite: a test before its clauses are read."""
        return not (_OPPOSED.isdisjoint(self.claim.role_stems) and _OPPOSED.isdisjoint(self.passage.meanings))

    @cached_property
    def near_known(self) -> float:
        """The share of the words near the draft's figure that the fact knows, by weight."""
        near = self.claim.context.near(self.weights.near_weight)
        own, share = self.known.subject.stems, self.weights.subject_share
        return self._known_share(
            {stem: weight * (share if stem in own else 1) for stem, weight in near.items() if stem not in _SUMS},
            self.said_otherwise,
        )

    @cached_property
    def whole_known(self) -> float:
        """The share of all words of the sentence that the fact, or others of its subject, know."""
        stems = self.claim.context.weights
        return self._known_share(dict.fromkeys(stems, 1.0), self.known.kin.vocabulary.stems)

    def _known_share(self, weights: dict[str, float], further: frozenset[str] = frozenset()) -> float:
        stems, near = self.known.vocabulary.stems, self.figure.context.weights
        if self.known.is_unnamed:
            # The name that the draft gives to what the fact leaves unnamed.
            given = {meaning(token) for name in self.passage.names[:1] for token in name.tokens}
            weights = {stem: weight for stem, weight in weights.items() if stem not in given}
        total = sum(weights.values())
        if not total:
            return 1.0
        known = (weight for stem, weight in weights.items() if stem in stems or stem in near or stem in further)
        return sum(known) / total


@lru_cache(_AGREEMENTS_KEPT)
def agreement_of(claim: Value, fact: Value, rank_role: str | None = None) -> Agreement:
    """Whether two values can be true together; ``rank_role`` is the word before the claim if that is a rank."""
    if isinstance(claim, Quantity) and isinstance(fact, Quantity) and {claim.dimension, fact.dimension} <= _PLAIN:
        # Whether the same is counted has been asked of the words around; here only the amounts count.
        claim, fact = msgspec.structs.replace(claim, unit=None), msgspec.structs.replace(fact, unit=None)
        if rank_role is not None:
            hedge = _RANK_HEDGES.get(rank_role, claim.comparator)
            claim = msgspec.structs.replace(claim, comparator=_LOWER_RANK.get(hedge, hedge))
    return compare(claim, fact)


def _as_bound(claim: Figure) -> Value:
    """The value of a figure; a length after "within" is a bound: "within ten minutes"."""
    value = claim.value
    if isinstance(value, Quantity) and value.comparator == "=" and claim.context.role == "within":
        return msgspec.structs.replace(value, comparator="<=")
    return value


def is_rank(figure: Figure) -> bool:
    """Whether the figure is a place in an order: "the fourth", "ranked # 4"."""
    return figure.mention.kind == "ordinal" or figure.context.role in _RANKING


@lru_cache(_AGREEMENTS_KEPT)
def _middle(value: Value) -> float | None:
    if not isinstance(value, Quantity):
        return None
    ends = [end for end in (value.amount, value.lower, value.upper) if end is not None]
    bases = [units.to_base(end, value.unit, is_difference=value.is_difference)[0] for end in ends]
    return float(sum(bases) / len(bases)) if bases else None
