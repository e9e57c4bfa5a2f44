"""Check the names of a text: a text and evidence come in, a finding for each name misspelt or mistaken goes out."""

from __future__ import annotations

from bisect import bisect_right
from heapq import merge
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING, Generic, TypeVar

from msgspec.structs import replace

from factcli.check.findings import Finding
from factcli.check.names_of_facts.known_names import KnownNames, compared, is_upper, names_in
from factcli.check.names_of_facts.located import find_misplacing, region_of
from factcli.check.names_of_facts.misnamed import find_misnaming
from factcli.check.names_of_facts.mistitled import find_mistitling, find_other_holder
from factcli.check.names_of_facts.name_search import NameSearch
from factcli.check.names_of_facts.surroundings import Surroundings
from factcli.check.names_of_facts.titles import find_known_title, telling_words, titles_in
from factcli.check.reasons import Reason
from factcli.english.sentences import split_sentences
from factcli.mentions.patterns import late_pattern
from factcli.model.facts import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date

    from factcli.check.names_of_facts.known_names import ComparedName
    from factcli.check.names_of_facts.located import Misplacing
    from factcli.check.names_of_facts.misnamed import Misnaming
    from factcli.check.names_of_facts.mistitled import Mistitling
    from factcli.check.names_of_facts.name_evidence import NameEvidence
    from factcli.check.names_of_facts.offices import Role
    from factcli.check.names_of_facts.titles import KnownTitle
    from factcli.check.reasons import Verdict
    from factcli.mentions.names import NameMention

_Names = TypeVar("_Names", bound=KnownNames)

_GAP = late_pattern(r"\n(?:[^\S\n]{0,40}+\n)++")
_LONGEST_PARAGRAPH = 20_000
_MOST_WORDS = 8
# A name that a draft has this often is meant as it is written.
_OFTEN = 4
_SHORTEST_SINGLE, _SHORTEST_ACRONYM = 5, 4
_MOST_HOLDERS = 8
# What is further from a name in its sentence is about something else.
_REACH = 300


class NameChecker(Generic[_Names]):
    """Checks the names of many texts by those that ``evidence`` has."""

    def __init__(self, evidence: NameEvidence[_Names]) -> None:
        self._evidence = evidence
        self._search = NameSearch(evidence)

    def has(self, surface: str) -> bool:
        """Whether the evidence has a name as it is written."""
        name = compared(tuple(surface.split()))
        return bool(name.words) and self._search.knows(name)

    def iter_findings(self, text: str, published: date | None = None) -> Iterator[Finding]:
        """A finding for each name that is wrong, in order."""
        return by_paragraph(text, lambda paragraph: self.of_paragraph(paragraph, published))

    def of_paragraph(self, text: str, published: date | None = None) -> Iterator[Finding]:
        """The findings of one paragraph by itself."""
        titles = list(self._of_titles(text))
        names = self._of_names(text, [found.span for found in titles], published)
        yield from merge(titles, names, key=attrgetter("span"))

    def _of_names(self, text: str, left_out: list[Span], published: date | None) -> Iterator[Finding]:
        """The findings for names, in order, without those in some stretches."""
        sentences: list[Span] = []
        checked = 0
        for mention in names_in(text):
            if any(span.start <= mention.span.start < span.end for span in left_out):
                continue
            name = compared(mention.words)
            if mention.span.start >= checked and _may_be_checked(text, mention, name):
                sentences = sentences or split_sentences(text)
                found = self._check(Surroundings(text, _sentence_at(sentences, mention.span), mention, name), published)
                if found is not None:
                    checked = found.span.end
                    yield found

    def _of_titles(self, text: str) -> Iterator[Finding]:
        """The findings for titles of works, in order."""
        for mention in titles_in(text):
            facts = self._search.with_title(telling_words(mention))
            known = find_known_title(mention, facts) if facts else None
            if known:
                sentence = _sentence_at(split_sentences(text), mention.span)
                around = Surroundings(text, sentence, mention, compared(mention.words))
                is_shared = not around.stems.isdisjoint(known.fact.context_without(around.name.words))
                if (is_shared or known.is_sure) and not around.is_told_apart:
                    yield self._of_title(around, known, is_sure=is_shared and known.is_sure)

    def _of_title(self, around: Surroundings, found: KnownTitle[_Names], *, is_sure: bool) -> Finding:
        surface = around.text[slice(*around.mention.span)]
        reason, suggestion = (Reason.NAME_SPELLING, found.title) if is_sure else (Reason.NAME_ALIKE, None)
        credit = self._evidence.credit(found.fact, around.name)
        message = f"{surface}: {credit.holder} has “{found.title}”{credit.note}"
        place = around.mention.span
        return Finding(place, surface, "contradicted", reason, credit.fact, message, suggestion, credit.place)

    def _check(self, around: Surroundings, published: date | None) -> Finding | None:
        if self._search.knows(around.name):
            return self._check_known(around, published)
        misnaming = find_misnaming(around, self._search.alike(around.name, around))
        if misnaming is None and around.later:
            return self._check(around.later, published)
        if misnaming is None and around.name.is_whole:
            return self._of_holder(around, published)
        if misnaming is None or (misnaming.how.kind == "single" and _is_told_apart(around, misnaming)):
            return None
        return self._of_name(around, misnaming)

    def _check_known(self, around: Surroundings, published: date | None) -> Finding | None:
        """The finding for a name whose words are known: another region, other initials, or another office."""
        region, has_marks, has_office = region_of(around), any(around.name.marks), around.name.is_whole and around.role
        facts = self._search.named(around.name) if region or has_marks or has_office else []
        misplacing = find_misplacing(around, region, facts) if region else None
        if misplacing:
            return self._of_place(around, misplacing)
        misnaming = find_misnaming(around, facts) if has_marks else None
        if misnaming and misnaming.known.name.words == around.name.words:
            return self._of_name(around, misnaming)
        mistitled = find_mistitling(around, facts, published) if has_office else None
        return self._of_role(around, *mistitled) if mistitled else None

    def _of_name(self, around: Surroundings, found: Misnaming[_Names]) -> Finding:
        mention, reason = around.mention, found.reason or Reason.NAME_ALIKE
        surface = around.text[slice(*mention.span)]
        right = surface.replace(found.how.wrong, found.how.right, 1)
        credit = self._evidence.credit(found.fact, found.known.name)
        message = f"{surface}: {credit.holder} has “{found.known.name.full}”{credit.note}"
        suggestion = right if reason == Reason.NAME_SPELLING else None
        return Finding(mention.span, surface, "contradicted", reason, credit.fact, message, suggestion, credit.place)

    def _of_holder(self, around: Surroundings, published: date | None) -> Finding | None:
        """A note where the office beside an unknown name is that of a known one."""
        role = around.role
        if role is None or not role.bodies:
            return None
        word = role.bodies[-1].split()[-1]
        found = find_other_holder(around, self._evidence.with_word(word, around.words, _MOST_HOLDERS), published)
        if found is None:
            return None
        fact, known = found
        credit = self._evidence.credit(fact, known.name)
        message = f"{around.mention.name}: {credit.holder} has “{known.name.full}” as {role.text}{credit.note}"
        return Finding(
            around.mention.span, around.mention.name, "contradicted", Reason.NAME_ALIKE, credit.fact, message,
            evidence=credit.place,
        )  # fmt: skip

    def _of_place(self, around: Surroundings, found: Misplacing[_Names]) -> Finding:
        surface = around.text[slice(*found.span)]
        reason = Reason.NAME_ROLE if found.is_sure else Reason.NAME_ALIKE
        credit = self._evidence.credit(found.fact, found.known.name)
        message = f"{surface}: {credit.holder} has “{found.place}”{credit.note}"
        return Finding(found.span, surface, "contradicted", reason, credit.fact, message, evidence=credit.place)

    def _of_role(self, around: Surroundings, role: Role, found: Mistitling[_Names]) -> Finding:
        span = role.span or around.mention.span
        surface = around.text[slice(*span)]
        verdict: Verdict = "outdated" if found.is_outdated else "contradicted"
        credit = self._evidence.credit(found.fact, around.name)
        message = f"{surface}: {credit.holder} has “{found.known.text}” for {around.mention.name}{credit.note}"
        return Finding(span, surface, verdict, Reason.NAME_ROLE, credit.fact, message, evidence=credit.place)


def _is_told_apart(around: Surroundings, found: Misnaming[_Names]) -> bool:
    """Whether the text has a single name as a common word, or its sentence has the known one beside it."""
    return around.name.written[0].lower() in around.text or found.how.right in around.text[slice(*around.sentence)]


def by_paragraph(text: str, of_paragraph: Callable[[str], Iterable[Finding]]) -> Iterator[Finding]:
    """The findings that ``of_paragraph`` gives for each paragraph by itself, with their places in the text."""
    for span in paragraphs_of(text):
        for finding in of_paragraph(text[span.start : span.end]):
            moved = Span(span.start + finding.span.start, span.start + finding.span.end)
            yield from _as_often_meant(replace(finding, span=moved), text)


def _as_often_meant(finding: Finding, text: str) -> Iterator[Finding]:
    """The finding; where the text has the name so often that it is meant, a note, or of a single name nothing."""
    is_single_note = finding.reason == Reason.NAME_ALIKE and " " not in finding.surface
    may_be_meant = finding.reason == Reason.NAME_SPELLING or is_single_note
    if not may_be_meant or text.count(finding.surface) < _OFTEN:
        yield finding
    elif not is_single_note:
        yield replace(finding, reason=Reason.NAME_ALIKE, suggestion=None)


def paragraphs_of(text: str) -> Iterator[Span]:
    """The stretches of the text up to each gap between paragraphs, those without end cut."""
    ends = [match.end() for match in _GAP.finditer(text)]
    for start, end in pairwise([0, *ends, len(text)]):
        for begin in range(start, end, _LONGEST_PARAGRAPH):
            yield Span(begin, min(begin + _LONGEST_PARAGRAPH, end))


def _may_be_checked(text: str, mention: NameMention, name: ComparedName) -> bool:
    """Whether to look the name up: not a headline in capitals, or a single word that is short or may be common."""
    if len(name.words) > _MOST_WORDS:
        return False
    if name.is_whole:
        return not is_upper(mention)
    shortest = _SHORTEST_ACRONYM if is_upper(mention) else _SHORTEST_SINGLE
    # In brackets, an acronym is given to the name before it.
    is_acronym = is_upper(mention) and not text.endswith("(", 0, mention.span.start)
    may_be_common = mention.opens and not is_acronym
    return bool(name.words) and not (may_be_common or mention.title) and len(name.words[0]) >= shortest


def _sentence_at(sentences: Sequence[Span], place: Span) -> Span:
    """The sentence that holds a place, or as much of it as says what the place is about."""
    number = bisect_right(sentences, place.start, key=attrgetter("start")) - 1
    if number < 0:
        return place
    start, end = sentences[number]
    return Span(max(start, place.start - _REACH), max(min(end, place.end + _REACH), place.end))
