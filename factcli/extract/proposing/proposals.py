"""Propose the facts of a document that are worth keeping, each as a curator would write it, with its paragraph."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from msgspec import structs

from factcli.english.measuring.sport import CROWDS
from factcli.english.naming.happenings import TOLLS
from factcli.extract.identifiers import Identifiers
from factcli.extract.naming.named_events import event_of_lead
from factcli.extract.naming.pointed_at import venue_in
from factcli.extract.passage_reader import PassageReader
from factcli.extract.proposing.adrift import is_adrift
from factcli.extract.proposing.antecedents import Antecedents
from factcli.extract.proposing.as_of import time_of
from factcli.extract.proposing.date_line import is_on_date_line, issued_of
from factcli.extract.proposing.headings import NamedHeadings, RunInHeads
from factcli.extract.proposing.measured import CHANGE, counted, goes_on, is_plain, is_retold, keeps_share, measured_by
from factcli.extract.proposing.noun_subjects import group_of, noun_subject, said_after
from factcli.extract.proposing.parts_of_counts import whole_of
from factcli.extract.proposing.proposal import placed
from factcli.extract.proposing.quoted_speakers import QuotedSpeakers, is_speech
from factcli.extract.proposing.segments import RunningTable, Segment, Segments
from factcli.extract.proposing.standing import standing_alone, without_marks_inside
from factcli.extract.proposing.subject_finder import About, SubjectFinder
from factcli.extract.proposing.wording import Wording
from factcli.extract.proposing.worth import is_of_something, is_one_of_a_row, is_part_of_name, is_worth_proposing
from factcli.extract.stated_values import StatedValues, in_its_line, is_stated, kind_of, only_day
from factcli.extract.statements import SourceDocument
from factcli.mentions import iter_mentions
from factcli.model.edtf import EdtfDate
from factcli.model.facts import Fact, Mention, Quantity, Quotation, Reference, Span, Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcli.documents import Document
    from factcli.extract.proposing.proposal import Proposal
    from factcli.extract.statements import SourcePassage

UNNAMED_SOURCE = "unnamed-source"
_NEXT_LINE = 40
_YEAR = re.compile(r"(?:19|20)\d\d")
_BLANKS = re.compile(r"\s+")
# So many mentions on either side of one are looked at: a row of a table may have hundreds.
_MOST_BESIDE = 20
# Whoever gives a text of a line or two knows what it is about.
_SHORT = 300
# The name of an event has at most this many words.
_LONGEST_EVENT = 6
_LEAD = 5
_JOINTS = frozenset({" and ", " to "})


class _Stated(NamedTuple):
    """A mention with its value, in its sentence; ``inside`` are all mentions of its passage."""

    mention: Mention
    value: Value
    segment: Segment
    inside: list[Mention]
    measure: str
    year: EdtfDate | None = None


def issue_date(document: Document, given: EdtfDate | None) -> EdtfDate | None:
    """When the document came out: as given, else as its date line says."""
    return given or issued_of(document)


def iter_proposals(  # noqa: PLR0913 - a text, what is known of it, and what is kept from text to text
    document: Document,
    subject: str | None = None,
    source: str | None = None,
    *,
    issued: EdtfDate | None = None,
    taken: Iterable[str] = (),
    passed_over: Counter[str] | None = None,
    only_worth: bool = True,
) -> Iterator[Proposal]:
    """The proposals of a document in order, each as it is read.

    ``issued`` is when it came out, see :func:`issue_date`.  ``taken`` are ids that no proposal may have.
    ``passed_over`` counts, by their kind, the figures, dates and quotes that are not worth a fact; without
    ``only_worth`` they are proposed too.
    """
    mentions = iter_mentions(document.text, anchor=only_day(issued), block_quotes=document.block_quotes)
    first = next(mentions, None)
    if first is not None:
        counts = Counter() if passed_over is None else passed_over
        options = _Options(subject, source or UNNAMED_SOURCE, issued, Identifiers(taken), counts, only_worth)
        yield from _Proposer(document, options).proposals(chain([first], mentions))


class _Options(NamedTuple):
    """What is known of a document beforehand: its subject, its id as a source, when it came out, and taken ids.

    ``passed_over`` counts what is not proposed.
    """

    subject: str | None
    source: str
    issued: EdtfDate | None
    identifiers: Identifiers
    passed_over: Counter[str]
    only_worth: bool


class _Proposer:
    """Reads a document once, from its first to its last sentence."""

    def __init__(self, document: Document, options: _Options) -> None:
        self._options = options
        self._given = options.subject
        self._only_worth = options.only_worth
        self._text = document.text
        self._source = SourceDocument(document)
        self._values = StatedValues(self._source, options.issued)
        self._segments = Segments(document.text)
        self._reader = PassageReader(self._source)
        self._before = Antecedents(self._source.people, document.text, self._source.main_body)
        self._speakers = QuotedSpeakers(self._source.people, self._before)
        self._table = RunningTable()
        self._heads = RunInHeads(document)
        self._before.has_authors = self._heads.are_of_paper
        self._cited: set[tuple[str, str]] = set()
        self._quoted_until = 0
        self._last: tuple[int, About] = (-1, About(None, ""))
        self._measured: tuple[Mention | None, str] = (None, "")
        self._headings = NamedHeadings(document, self._segments)
        if self._headings.title:
            self._before.take_title(self._headings.title, self._headings.occasion)

    def proposals(self, mentions: Iterator[Mention]) -> Iterator[Proposal]:
        """The proposals of all passages."""
        for passage, inside in self._reader.read(mentions):
            if self._text.startswith("|", passage.span.start):
                self._table.observe(self._segments.at(passage.span))
            for at, mention in enumerate(inside):
                if not is_stated(mention, passage) or (self._only_worth and self._is_aside(mention)):
                    continue
                proposal = self._proposal(mention, passage, inside[max(at - _MOST_BESIDE, 0) : at + _MOST_BESIDE])
                if proposal:
                    yield proposal
                else:
                    self._options.passed_over[kind_of(mention.value)] += 1
            for segment in self._segments.of(passage.span):
                self._before.observe(segment)

    def _proposal(self, mention: Mention, passage: SourcePassage, inside: list[Mention]) -> Proposal | None:
        segment, value = self._read(mention, passage)
        if isinstance(value, Quotation) and is_speech(value):
            self._quoted_until = mention.span.end
        if is_part_of_name(mention, segment) or not self._is_worth_reading(mention, value, segment, inside):
            return None
        stated = self._stated(mention, value, segment, inside)
        place = self._source.locator(mention.span, passage), _BLANKS.sub(" ", mention.surface)
        if self._only_worth and (place in self._cited or not is_of_something(mention, stated.measure, stated.segment)):
            return None
        finder = SubjectFinder(stated.segment, self._before)
        about = self._about_beside(mention, stated) or self._about(stated, finder)
        self._last = mention.span.end, about
        statement = self._under_topic(self._statement(stated, about), stated, about)
        if self._only_worth and self._is_adrift(stated, about, statement):
            return None
        if self._only_worth and (statement, mention.surface) in self._cited:
            return None  # a caption that stands under each picture
        self._cited |= {place, (statement, mention.surface)}
        wording = Wording(about, stated.measure, stated.value)
        events = [event.head for event in finder.events if len(event.head.split()) <= _LONGEST_EVENT]
        reference = Reference(self._options.source, *place)
        return placed(self._fact(stated, statement, wording, events, reference), mention, self._text)

    def _is_worth_reading(self, mention: Mention, value: Value, segment: Segment, inside: list[Mention]) -> bool:
        if not self._only_worth:
            return True
        is_passed_over = self._begins_in_speech(segment, value) or is_one_of_a_row(mention, segment)
        return not is_passed_over and is_worth_proposing(mention, value, segment, inside)

    def _is_adrift(self, stated: _Stated, about: About, statement: str) -> bool:
        """Whether a reader of the statement alone could not tell what it is about."""
        is_long = len(self._text) > _SHORT
        return is_long and is_adrift(about, stated.value, stated.segment, stated.measure, statement)

    def _begins_in_speech(self, segment: Segment, value: Value) -> bool:
        """Whether a figure's sentence goes on from what somebody says: "it rained," said Ruiz, who owns 31 boats."""
        return (
            not isinstance(value, Quotation)
            and segment.span.start < self._quoted_until <= segment.span.end
            and (segment.text.count('"') + segment.text.count("“") + segment.text.count("”")) % 2 == 1
        )

    def _is_aside(self, mention: Mention) -> bool:
        """Whether it is part of something quoted, or the date of the text itself."""
        is_date = isinstance(mention.value, EdtfDate)
        return mention.span.start < self._quoted_until or (is_date and is_on_date_line(self._text, mention))

    def _read(self, mention: Mention, passage: SourcePassage) -> tuple[Segment, Value]:
        """The sentence of a mention, and what it states there."""
        whole = Span(passage.span.start, self._reader.run(mention)[-1].span.end)
        segment = self._segments.around(whole, mention.span)
        value = self._values.value(mention)
        if isinstance(value, Quotation):
            value = self._speakers.spoken(value, mention, segment)
            value = structs.replace(value, text=without_marks_inside(value.text, is_open=True))
        following = self._text[segment.span.end : segment.span.end + _NEXT_LINE]
        return segment, in_its_line(value, mention.surface, segment.label, segment.text, following)

    def _stated(self, mention: Mention, value: Value, segment: Segment, inside: list[Mention]) -> _Stated:
        column = self._table.column_of(segment, mention.span.start) if segment.is_row else None
        year = EdtfDate(column) if column and _YEAR.fullmatch(column) else None
        column = segment.row_name if year else column  # "| Visitors | 31,000 |" below "2021"
        whole = whole_of(mention, inside, self._text)
        is_length_of_time = (
            whole is not None and isinstance(whole.value, Quantity) and whole.value.dimension == "duration"
        )
        whole = None if is_length_of_time else whole  # "24 of the 37 weeks"
        measure = column or self._measure(whole or mention, segment)
        if whole and isinstance(whole.value, Quantity) and isinstance(value, Quantity):
            value = structs.replace(value, unit=whole.value.unit)
        is_labelled = column is not None or (segment.label is not None and segment.after_label(mention.span.start))
        return _Stated(mention, counted(value, measure, is_labelled=is_labelled), segment, inside, measure, year)

    def _measure(self, mention: Mention, segment: Segment) -> str:
        """What a mention measures, which it may share with the figure before: "cost £3m in May and £4m in June"."""
        measure, (last, before) = measured_by(mention, segment), self._measured
        if last and segment.span.start <= last.span.start < mention.span.start:
            between = [word for word in segment.words if last.span.end <= word.start < mention.span.start]
            is_alike = is_plain(measure) and last.kind == mention.kind and bool(between)
            is_same = is_alike and (goes_on(between) or keeps_share(mention, before, segment))
            is_apposed = measure == CHANGE and "," in {word.text for word in (*between[:1], *between[-1:])}
            measure = f"{before} {CHANGE}" if is_apposed and before else measure
            is_retelling = is_retold(between) and " per " not in measure
            measure = before if is_retelling or is_same else measure
        self._measured = mention, measure
        return measure

    def _fact(self, stated: _Stated, statement: str, wording: Wording, events: list[str], reference: Reference) -> Fact:
        mention, value = stated.mention, stated.value
        is_date = isinstance(value, EdtfDate)
        as_of = None if is_date else stated.year or time_of(mention, stated.segment, stated.inside, self._values)
        dated = as_of if as_of != self._options.issued else None
        parts = [part for part in stated.segment.parts if not mention.span.holds(part.start)]
        named = [part.name for part in parts] + events
        return Fact(
            id=self._options.identifiers.choose(
                wording.id_subject, wording.id_words(dated), said_after(mention, stated.segment)
            ),
            kind=kind_of(value),
            statement=statement,
            value=value,
            subject=wording.subject,
            keywords=wording.keywords(mention.modifiers, named),
            as_of=as_of,
            references=(reference,),
            note=self._values.note(mention, value),
        )

    def _about_beside(self, mention: Mention, stated: _Stated) -> About | None:
        """What a figure is about that hangs on the one before: "seats 199 passengers and 42", "rose 12% to £38m"."""
        end, about = self._last
        is_joined = self._text[end : mention.span.start] in _JOINTS and isinstance(stated.value, Quantity)
        return about if is_joined and not stated.segment.is_row and about.name else None

    def _about(self, stated: _Stated, finder: SubjectFinder) -> About:
        if self._given:
            return About(self._given, "given")
        if stated.year:
            return self._topic(self._before.topic.words if self._before.topic else None, stated)
        is_crowd = stated.measure.rpartition(" ")[2].lower() in CROWDS
        venue = venue_in(stated.segment, stated.mention.span.end) if is_crowd else None
        about = About(venue.name, "place") if venue else finder.about(stated.mention, stated.value)
        if is_crowd and about.sort in {"person", "name"}:
            return self._topic(None, stated)  # "A crowd of 900 saw Ana Ruiz win"
        is_somebody = about.sort == "thing" and self._source.people.is_part_of_name(about.name or "")
        if (is_somebody or about.sort in {"person", "name"}) and about.name:
            return About(self._source.people.full(about.name).name, "person" if is_somebody else about.sort)
        if about.sort == "carried":
            return self._topic(about.name, stated)
        group = group_of(about.name, stated.segment, stated.measure) if about.name and about.sort == "country" else None
        return About(group, "group") if group else about

    def _topic(self, carried: str | None, stated: _Stated) -> About:
        """What the text is about where the sentence does not say it: its heading, else the words for the figure."""
        start = stated.mention.span.start
        main = self._of_tolls if stated.measure in TOLLS.values() else None
        name, head = carried or self._headings.over(start) or main, self._heads.at(start)
        if name and name != self._before.mourned and self._source.people.is_part_of_name(name):
            name = None  # who a report opens with is not what its prize and its crowd are of
        if name or head:
            return About(" ".join(filter(None, (name, head and head[0].lower() + head[1:]))), "carried")
        return About(noun_subject(stated.mention, stated.value, stated.segment, stated.measure), "words")

    @cached_property
    def _of_tolls(self) -> str | None:
        """What a toll is of that no name in its sentence owns: the event, or the thing, that the text is about."""
        lead = islice(self._source.passages(), _LEAD)
        segments = (Segment(self._text, passage.span, self._segments.known) for passage in lead)
        return event_of_lead(segments) or self._source.main_thing

    def _statement(self, stated: _Stated, about: About) -> str:
        mention, segment, value = stated.mention, stated.segment, stated.value
        if segment.is_row:
            cells = ", ".join(filter(None, (segment.row_name, stated.year.text if stated.year else stated.measure)))
            return self._under_heading(f"{cells}: {_BLANKS.sub(' ', mention.surface)}", mention, about)
        if isinstance(value, Quotation) and "\n\n" in mention.surface and value.speaker:
            return f"{value.speaker}: “{value.text}”"
        statement = standing_alone(segment, self._before, value, self._given)
        stands_alone = segment.is_sentence or (segment.has_verb and segment.parts and not segment.label)
        return statement if stands_alone else self._under_heading(statement, mention, about)

    def _under_topic(self, statement: str, stated: _Stated, about: About) -> str:
        """A sentence that names only who says it, with what the text is about before it."""
        is_of_nothing = all(part.speaks for part in stated.segment.parts)
        is_nameless = about.sort == "carried" and stated.segment.is_sentence and is_of_nothing
        if not is_nameless or not about.name or about.name in statement or statement.startswith("["):
            return statement
        return f"{about.name[0].upper()}{about.name[1:]}: {statement}"

    def _under_heading(self, words: str, mention: Mention, about: About) -> str:
        """The words of a line that is not a sentence, with what the text and its section are about."""
        start = mention.span.start
        carried = about.name if about.sort == "carried" else None
        topic = self._before.topic.words if self._before.topic else self._headings.over(start) or carried
        over, section = self._given or topic, self._headings.section(start)
        if section and section not in words and section != over:
            return f"{over}, {section}: {words}" if over else f"{section}: {words}"
        return f"{over}: {words}" if over and over not in words else words
