"""Turn the mentions of a source into candidate facts, each with the sentence that states it."""

from __future__ import annotations

import re
from collections import deque
from datetime import date
from itertools import chain, islice
from typing import TYPE_CHECKING

from msgspec.structs import replace

from factcli.documents import Document, parse_document
from factcli.english.people import VERBS, VERBS_BESIDE
from factcli.extract.identifiers import Identifiers, slug
from factcli.extract.keywords import ContentWord, keywords, nearest, overlaps
from factcli.extract.names import name_in_front_of
from factcli.extract.statements import SourceDocument, SourceSentence
from factcli.extract.years import with_year
from factcli.mentions import iter_mentions
from factcli.mentions.ranks import precedes_superlative
from factcli.model.edtf import EdtfDate
from factcli.model.facts import RANK, Fact, Mention, Quantity, Quotation, Reference, Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.model.facts import FactKind

UNNAMED_SOURCE = "unnamed-source"
_NO_YEAR = "The source prints no year: it is taken from the day of its publication."
_BLANKS = re.compile(r"\s+")
_AS_OF = re.compile(r"\bas (?:of|at) $", re.IGNORECASE)
_SPOKEN_BY_PRONOUN = re.compile(rf"(?:He|She) (?:\w+ ){{0,2}}?(?:{'|'.join(sorted(VERBS.keys() - VERBS_BESIDE))})\b")
_QUOTE_WORDS = 3
_LONGEST_AS_OF = 8


def extract_facts(
    text: str, subject: str | None = None, source: str | None = None, *, issued: EdtfDate | None = None
) -> list[Fact]:
    """A candidate fact for each figure, date and quote of ``text``, in order.

    ``subject`` is what all of the text is about; without it, each sentence's own words say so.  ``source`` is the id
    that the references point to.  ``issued`` is when the text came out: dates without a year are of that time, and
    where it is a day, "last month" is a date too.
    """
    return extract_document(parse_document(text, name=""), subject, source, issued=issued)


def extract_document(
    document: Document, subject: str | None = None, source: str | None = None, *, issued: EdtfDate | None = None
) -> list[Fact]:
    """The candidates of a document, as :func:`extract_facts` finds them; paragraphs are counted without headings."""
    return list(iter_facts(document, subject, source, issued=issued))


def iter_facts(
    document: Document, subject: str | None = None, source: str | None = None, *, issued: EdtfDate | None = None
) -> Iterator[Fact]:
    """The candidates as :func:`extract_document` gives them, each as it is read."""
    mentions = iter_mentions(document.text, anchor=_only_day(issued), block_quotes=document.block_quotes)
    first = next(mentions, None)
    if first is not None:
        yield from _Candidates(SourceDocument(document, subject), source, issued).facts(chain([first], mentions))


def _only_day(issued: EdtfDate | None) -> date | None:
    """The day that ``issued`` is, None where it is less exact."""
    if issued is None or issued.precision != "day" or issued.earliest is None:
        return None
    return date(issued.earliest.year, issued.earliest.month, issued.earliest.day)


class _Candidates:
    """The facts that the mentions of a source state."""

    def __init__(self, source: SourceDocument, source_id: str | None, issued: EdtfDate | None) -> None:
        self._source = source
        self._source_id = source_id or UNNAMED_SOURCE
        self._issued = issued
        self._identifiers = Identifiers()
        self._unread = source.passages()
        # The passage that is read, and those after it as far as something quoted has run on.
        self._ahead: deque[SourceSentence] = deque()

    def facts(self, mentions: Iterator[Mention]) -> Iterator[Fact]:
        """The facts of all passages; a mention between two passages is read with the one before it."""
        mention = next(mentions, None)
        while mention and self._reach(1):
            following = self._ahead[1].span.start if self._reach(2) else len(self._source.text) + 1
            inside: list[Mention] = []
            while mention and mention.span.start < following:
                inside += [mention] if mention.span.start >= self._ahead[0].span.start else []
                mention = next(mentions, None)
            yield from self._stated(inside)
            self._ahead.popleft()

    def _stated(self, mentions: list[Mention]) -> Iterator[Fact]:
        """The facts of the passage that is read."""
        as_of = self._as_of(mentions)
        for mention in mentions:
            passage = self._ahead[0].around(mention.span)
            if _is_stated(mention, passage):
                yield self._fact(mention, passage, as_of)

    def _reach(self, count: int) -> bool:
        """Whether there are so many passages from the one that is read on; they are ``self._ahead`` then."""
        while len(self._ahead) < count:
            passage = next(self._unread, None)
            if passage is None:
                return False
            self._ahead.append(passage)
        return True

    def _as_of(self, mentions: list[Mention]) -> EdtfDate | None:
        """The date that the passage says "as of" of, the last of several."""
        for mention in reversed(mentions):
            start = mention.span.start
            if (
                isinstance(mention.value, EdtfDate)
                and mention.is_possible
                and _AS_OF.search(self._source.text[max(start - _LONGEST_AS_OF, 0) : start])
            ):
                return self._dated(mention.value)
        return None

    def _fact(self, mention: Mention, passage: SourceSentence, as_of: EdtfDate | None) -> Fact:
        value = self._value(mention, passage)
        subject = self._subject(mention, passage)
        locator = self._source.locator(mention.span, passage)
        return Fact(
            id=self._identifiers.choose(subject, _distinctive(mention, passage, subject)),
            kind=_kind(value),
            statement=self._statement(mention),
            value=value,
            subject=subject,
            keywords=keywords(passage.words, passage.names, mention.span),
            as_of=as_of if isinstance(value, Quantity) else None,
            references=(Reference(self._source_id, locator, _BLANKS.sub(" ", mention.surface)),),
            note=_NO_YEAR if value != mention.value and isinstance(value, EdtfDate) else None,
        )

    def _value(self, mention: Mention, passage: SourceSentence) -> Value:
        if isinstance(mention.value, EdtfDate):
            return self._dated(mention.value)
        if isinstance(mention.value, Quotation):
            return self._said(mention.value, passage)
        if mention.kind == "ordinal" and precedes_superlative(self._source.text, mention.span.end):
            return replace(mention.value, unit=RANK)
        return mention.value

    def _dated(self, value: EdtfDate) -> EdtfDate:
        return with_year(value, self._issued) if self._issued else value

    def _said(self, value: Quotation, passage: SourceSentence) -> Quotation:
        """The quotation with its speaker by full name and office, as the text gives them elsewhere."""
        speaker = value.speaker
        if not speaker and not value.role and _SPOKEN_BY_PRONOUN.match(self._source.text, passage.span.start):
            speaker = passage.pronoun
        if not speaker:
            return value
        person = self._source.people.full(speaker)
        return Quotation(value.text, person.name, value.role or person.role, value.language)

    def _subject(self, mention: Mention, passage: SourceSentence) -> str | None:
        owner = name_in_front_of(self._source.text, passage.names, mention.span.start)
        return passage.subject if owner is None or self._source.is_given else self._source.people.full(owner).name

    def _statement(self, mention: Mention) -> str:
        """The statement of the mention's sentence, and of those that a quotation runs on into."""
        count = 1
        while self._reach(count + 1) and self._ahead[count].span.start < mention.span.end:
            count += 1
        return " ".join(passage.statement for passage in islice(self._ahead, count))


def _is_stated(mention: Mention, passage: SourceSentence) -> bool:
    """Whether the mention stands in the sentence, and is no part of a name ("Safe Third Country")."""
    start, end = mention.span
    is_named = mention.kind in {"ordinal", "number"} and any(
        name.start <= start and end <= name.end and name.words != mention.surface for name in passage.names
    )
    return start < passage.span.end and mention.is_possible and not is_named


def _kind(value: Value) -> FactKind:
    if isinstance(value, EdtfDate):
        return "date"
    return "quote" if isinstance(value, Quotation) else "figure"


def _distinctive(mention: Mention, passage: SourceSentence, subject: str | None) -> Iterator[str]:
    """The words that tell this fact from others about the same subject: what is counted, done or said."""
    known = slug(subject or "").split("-")
    words = [word for word in passage.words if word.text not in known]
    inside = [word.text for word in words if overlaps(word, mention.span)]
    if isinstance(mention.value, Quotation):
        yield from inside[:_QUOTE_WORDS]
    elif isinstance(mention.value, Quantity) and inside:
        yield inside[-1]
    else:
        yield from [word.text for word in _best_words(words, mention)][:1]


def _best_words(words: list[ContentWord], mention: Mention) -> list[ContentWord]:
    """What a date tells of is mostly the verb, the first small word; what a sum tells of stands next to it."""
    plain = [word for word in words if word.is_small and not overlaps(word, mention.span)]
    return plain if isinstance(mention.value, EdtfDate) else nearest(plain, mention.span)
