"""Turn the mentions of a source into candidate facts, each with the sentence that states it."""

from __future__ import annotations

import re
from itertools import chain, islice
from typing import TYPE_CHECKING

from factcli.documents import Document, parse_document
from factcli.extract.identifiers import Identifiers, slug
from factcli.extract.keywords import ContentWord, keywords, nearest, words_inside
from factcli.extract.names import name_in_front_of
from factcli.extract.passage_reader import PassageReader
from factcli.extract.stated_values import StatedValues, is_stated, kind_of, only_day
from factcli.extract.statements import SourceDocument, SourceSentence
from factcli.mentions import iter_mentions
from factcli.model.edtf import EdtfDate
from factcli.model.facts import Fact, Mention, Quantity, Quotation, Reference

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

UNNAMED_SOURCE = "unnamed-source"
_BLANKS = re.compile(r"\s+")
_QUOTE_WORDS = 3


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
    mentions = iter_mentions(document.text, anchor=only_day(issued), block_quotes=document.block_quotes)
    first = next(mentions, None)
    if first is not None:
        yield from _Candidates(SourceDocument(document, subject), source, issued).facts(chain([first], mentions))


class _Candidates:
    """The facts that the mentions of a source state."""

    def __init__(self, source: SourceDocument, source_id: str | None, issued: EdtfDate | None) -> None:
        self._source = source
        self._source_id = source_id or UNNAMED_SOURCE
        self._values = StatedValues(source, issued)
        self._identifiers = Identifiers()
        self._reader = PassageReader(source)

    def facts(self, mentions: Iterator[Mention]) -> Iterator[Fact]:
        """The facts of all passages."""
        for whole, inside in self._reader.read(mentions):
            as_of = self._values.as_of(inside)
            for mention in inside:
                passage = whole.around(mention.span)
                if is_stated(mention, passage):
                    yield self._fact(mention, passage, as_of)

    def _fact(self, mention: Mention, passage: SourceSentence, as_of: EdtfDate | None) -> Fact:
        value = self._values.value(mention, passage)
        subject = self._subject(mention, passage)
        locator = self._source.locator(mention.span, passage)
        return Fact(
            id=self._identifiers.choose(subject, _distinctive(mention, passage, subject)),
            kind=kind_of(value),
            statement=self._statement(mention),
            value=value,
            subject=subject,
            keywords=keywords(passage.words, passage.names, mention.span),
            as_of=as_of if isinstance(value, Quantity) else None,
            references=(Reference(self._source_id, locator, _BLANKS.sub(" ", mention.surface)),),
            note=self._values.note(mention, value),
        )

    def _statement(self, mention: Mention) -> str:
        """The sentence of a mention, and those that a quotation runs on into as they are printed."""
        first, *others = self._reader.run(mention)
        printed = (_BLANKS.sub(" ", self._source.text[slice(*other.span)]) for other in others)
        return " ".join([first.statement, *printed])

    def _subject(self, mention: Mention, passage: SourceSentence) -> str | None:
        owner = name_in_front_of(self._source.text, passage.names, mention.span.start)
        return passage.subject if owner is None or self._source.is_given else self._source.people.full(owner).name


def _distinctive(mention: Mention, passage: SourceSentence, subject: str | None) -> Iterator[str]:
    """The words that tell this fact from others about the same subject: what is counted, done or said."""
    known = slug(subject or "").split("-")
    own = [word.text for word in words_inside(passage.words, mention.span) if word.text not in known]
    if isinstance(mention.value, Quotation):
        yield from own[:_QUOTE_WORDS]
    elif isinstance(mention.value, Quantity) and own:
        yield own[-1]
    else:
        telling = (word.text for word in _best_words(passage.words, mention) if word.text not in known)
        yield from islice(telling, 1)


def _best_words(words: Sequence[ContentWord], mention: Mention) -> Iterator[ContentWord]:
    """What a date tells of is mostly the verb, the first small word; what a sum tells of stands next to it."""
    if isinstance(mention.value, EdtfDate):
        own = words_inside(words, mention.span)
        return (word for word in words if word.is_small and word not in own)
    return (word for word in nearest(words, mention.span) if word.is_small)
