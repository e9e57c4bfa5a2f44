"""Check the values of tables and labelled lines by the sentences that say the same."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from msgspec.structs import replace

from factcli.check.claims.shared_slots import knows_stem
from factcli.check.compare.dates import compare_dates
from factcli.check.compare.quantities import compare
from factcli.check.findings import Finding
from factcli.check.known_facts import Kin, KnownFact
from factcli.check.passages import read_passage
from factcli.check.reasons import Reason
from factcli.check.subjects import is_named
from factcli.check.tabular.labelled_values import LabelledValue, TableHeads, is_row, values_of_lines, values_of_row
from factcli.check.tabular.restating import Restated, restate
from factcli.check.vocabulary import Vocabulary, vocabulary_of
from factcli.english.measuring.named_measures import measures_in
from factcli.english.stemming import find_words, meaning
from factcli.mentions import find_mentions
from factcli.model.edtf import EdtfDate
from factcli.model.facts import Span
from factcli.model.formatting import without_noun

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from factcli.check.claims.slots import Claim
    from factcli.check.evidence import Evidence
    from factcli.check.guards import Background
    from factcli.check.passages import Passage
    from factcli.english.stemming import Word
    from factcli.model.facts import Fact, Mention

    Judge = Callable[[Passage, Background], Iterator[Finding]]


# A statement of more figures is a list, in which a header may mean another one.
_MOST_FIGURES = 3


class TabularReader:
    """Reads the values of rows and labelled lines, in the order of a text."""

    def __init__(self, text: str, evidence: Evidence) -> None:
        self._heads = TableHeads(text)
        self._evidence = evidence

    def values(self, passage: Passage) -> list[tuple[LabelledValue, Restated | None]]:
        """The values of a passage, each with the sentence that says the same; None where its headers do not say it."""
        if not is_row(passage.text, passage.span):
            found: Iterable[LabelledValue] = values_of_lines(passage)
        else:
            head = self._heads.head_of(passage.span)
            found = values_of_row(passage, head) if head else ()
        return [(each, restate(each, self._is_subject)) for each in found]

    def _is_subject(self, header: str) -> bool:
        """Whether a header names the subject of a fact."""
        named = vocabulary_of(header)
        return any(is_named(named, known) for known in self._evidence.facts_about(named.words))


class TabularChecker:
    """Checks the values of rows and labelled lines, in the order of a text; ``judge`` checks a sentence."""

    def __init__(self, text: str, evidence: Evidence, judge: Judge) -> None:
        self._reader = TabularReader(text, evidence)
        self._judge = judge

    def findings(self, passage: Passage, background: Background) -> list[Finding]:
        """A finding for each value of the passage that has headers, in order, and for no other."""
        values = self._reader.values(passage)
        found = {each.mention: self._finding(each, restated, background) for each, restated in values}
        return list((found | dict(_swapped(found))).values())

    def _finding(self, labelled: LabelledValue, restated: Restated | None, background: Background) -> Finding:
        found = self._judged(restated, background) if restated else None
        mention, headers = labelled.mention, ", ".join(labelled.headers)
        if found is None:
            message = f"{mention.surface} ({headers}): no fact in the store is about it"
            return Finding(mention.span, mention.surface, "unknown", Reason.NO_FACT, message=message)
        message = f"{mention.surface} ({headers}){found.message.removeprefix(found.surface)}"
        suggestion = found.suggestion if found.surface == mention.surface else None
        return replace(found, span=mention.span, surface=mention.surface, message=message, suggestion=suggestion)

    def _judged(self, restated: Restated, background: Background) -> Finding | None:
        """What is said of the value in its sentence; None unless the fact is of this subject, measure and time."""
        found = (each for each in self._judge(passage_of(restated), background) if each.span.overlaps(restated.value))
        finding = next(found, None)
        if finding is None or finding.fact is None or finding.verdict == "unknown":
            return None
        return finding if _is_of(restated, finding.fact, background.before) else None


def passage_of(restated: Restated) -> Passage:
    """The sentence of a value, read."""
    return read_passage(restated.text, Span(0, len(restated.text)), find_mentions(restated.text))


def _is_of(restated: Restated, fact: Fact, before: Vocabulary) -> bool:
    """Whether the headers name the subject and the measure of a fact, and nothing that it does not know."""
    known = KnownFact(fact, Kin(tuple))
    if not fact.subject or sum(not figure.is_date for figure in known.passage.figures) > _MOST_FIGURES:
        return False
    named = vocabulary_of(restated.subject) if restated.subject else before.joined(vocabulary_of(restated.measure))
    if not is_named(named, known):
        return False
    vocabulary = known.vocabulary
    words = [word for word in find_words(restated.subject) if word.is_content]
    if not all(vocabulary.knows(word.folded) or word.stem in vocabulary.stems for word in words):
        return False
    return _is_measure_of(restated.measure, known) and _is_time_of(restated.time, known)


def _is_measure_of(measure: str, known: KnownFact) -> bool:
    """Whether the fact says all that a header says of what is measured, as the same measure or near its own figure.

    A header that is nothing but the name of the subject measures nothing.
    """
    words = find_words(measure)
    claims = [known.claim_of(figure) for figure in known.figures]
    same = [each for each in measures_in(words) if any(each.row.name in claim.measures for claim in claims)]
    told = {at for each in same for at in range(each.begin, each.end)}
    rest = [word for at, word in enumerate(words) if word.is_content and at not in told]
    own = known.subject.stems.union(*(_own_stems(claim) for claim in claims))
    is_measured = bool(same) or any(word.stem not in known.subject.stems for word in rest)
    return is_measured and all(
        knows_stem(own if _is_name(word) else own | known.labels.stems, word.stem) for word in rest
    )


def _is_name(word: Word) -> bool:
    """Whether a word of a header is a name: "League" in "Winners of League A"."""
    return word.is_capital and word.start > 0


def _own_stems(claim: Claim) -> frozenset[str]:
    """What a fact says of its figure itself, and not of others in its sentence."""
    return claim.near_terms | {claim.subject, claim.attribute, claim.verb, meaning(claim.counted)} - {""}


def _is_time_of(time: EdtfDate | None, known: KnownFact) -> bool:
    """Whether the fact is of the time of a header; one that says no time is of no column of years."""
    if time is None:
        return True
    values = [known.fact.as_of, *(figure.value for figure in known.passage.dates)]
    times = [value for value in values if isinstance(value, EdtfDate)]
    return any(compare_dates(time, value).holds is not False for value in times)


def _swapped(found: dict[Mention, Finding]) -> Iterator[tuple[Mention, Finding]]:
    """The findings of two values of a row that each belong to the other's fact, told so."""
    wrong = [(mention, each) for mention, each in found.items() if each.verdict == "contradicted" and each.fact]
    for (first, one), (second, other) in combinations(wrong, 2):
        if one.fact is None or other.fact is None or one.fact.id == other.fact.id or first.value == second.value:
            continue
        if compare(first.value, other.fact.value).holds and compare(second.value, one.fact.value).holds:
            pair = " and ".join(without_noun(each.surface, each.value) for each in (first, second))
            note = f"; {pair} are swapped"
            yield first, replace(one, message=one.message + note)
            yield second, replace(other, message=other.message + note)
