"""Read a source sentence by sentence: what each is about, carried over pronouns, and its locator."""

from __future__ import annotations

import re
from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from factcli.english.sentences import iter_sentences
from factcli.extract.keywords import ContentWord, content_words
from factcli.extract.names import NameSpan, find_names, place_of, small_words, subject_of
from factcli.extract.people import People
from factcli.extract.title_case import is_title_case
from factcli.model.facts import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.documents import Document

_LONGEST_SENTENCE = 1_000
_REACH = 40
_BLANKS = re.compile(r"\s+")
_PRONOUN = re.compile(r"(?:He|She|It|They|His|Her|Its|Their)\b(?!['’])")
_POSSESSIVE_PRONOUNS = frozenset({"His", "Her", "Its", "Their"})
_POINTER = re.compile(r"(?:He|She|It|They|His|Her|Its|Their|This|These)\b")
# "It is said that ...": the pronoun stands for what follows.
_EXPLETIVE = re.compile(r"It (?:is|was|has been|will be|would be|seems|appears)(?: \w+){0,2} (?:that|to|who|which)\b")


_Part = TypeVar("_Part", NameSpan, ContentWord)


class SourceSentence(NamedTuple):
    """A sentence of a source.

    ``statement`` is the sentence on one line, with its subject in the place of a pronoun at its head; ``pronoun`` is
    who it stands for.
    """

    span: Span
    statement: str
    subject: str | None
    pronoun: str | None
    locator: str
    names: list[NameSpan]
    words: list[ContentWord]

    def around(self, span: Span) -> SourceSentence:
        """The passage with no more words and names than stand near ``span``: a table may have thousands in a row."""
        if len(self.words) <= 2 * _REACH:
            return self
        return self._replace(words=_near(self.words, span), names=_near(self.names, span))


class SourceDocument:
    """A document as passages, and the people in it."""

    def __init__(self, document: Document, subject: str | None, *, with_subjects: bool = True) -> None:
        """``subject`` is what all of the document is about; None leaves that to its sentences.

        Without ``with_subjects`` its passages are places alone.
        """
        self._with_subjects = with_subjects
        self.text = document.text
        self._given = subject
        self.is_given = subject is not None
        self._title = document.title
        self.small_words = small_words(document.text)
        self._small = frozenset() if subject else self.small_words
        self._document = document
        sentences = (part for paragraph in document.paragraphs for part in self._sentences(paragraph.span))
        # A headline may have the only whole name: "Baker Bo Tamm wins".
        title = next((heading.span for heading in document.headings), Span(0, 0))
        headline = [] if is_title_case(document.text[title.start : title.end]) else find_names(document.text, *title)
        self.people = People((name for _, names in sentences for name in names), headline)

    def locator(self, span: Span, passage: SourceSentence) -> str:
        """The place of a mention of a passage: of a page, slide or cell where the source has such parts."""
        return self._document.locator(span.start) if self._document.parts else passage.locator

    def _sentences(self, paragraph: Span, *, with_names: bool = True) -> Iterator[tuple[Span, list[NameSpan]]]:
        start = paragraph.start
        for span in iter_sentences(self.text[start : paragraph.end]):
            for part in _parts(self.text, Span(span.start + start, span.end + start)):
                yield part, find_names(self.text, *part, self._small) if with_names else []

    def passages(self) -> Iterator[SourceSentence]:
        """The passages in order, each as it is read: a source of megabytes has many."""
        heading = named = None
        for number, paragraph in enumerate(self._document.paragraphs, 1 - _before_title(self._document)):
            if paragraph.heading != heading:
                heading, named = paragraph.heading, None
            carried = default = heading or self._title
            locator = f"paragraph {number}" if number > 0 else "before the title"
            for span, names in self._sentences(paragraph.span, with_names=self._with_subjects):
                passage = self._passage(span, names, carried, named, locator)
                carried = passage.subject
                # A heading may be what a sentence is about, but it is nobody whom "she" could mean.
                named = passage.subject if passage.subject != default else named
                yield passage

    def _passage(
        self, span: Span, names: list[NameSpan], carried: str | None, named: str | None, locator: str
    ) -> SourceSentence:
        """The sentence at ``span``: ``carried`` is what it is about if it names nothing, ``named`` whom "she" means."""
        if not self._with_subjects:
            return SourceSentence(span, "", None, None, locator, [], [])
        subject = subject_of(self.text, names)
        about = self.people.full(subject).name if subject else None
        named = self._given or named
        points_back = _POINTER.match(self.text, span.start) is not None
        subject = (
            self._given
            or (named if points_back else about)
            or about
            or carried
            or place_of(self.text, names, span.start)
        )
        sentence = _BLANKS.sub(" ", self.text[span.start : span.end])
        pronoun = named if _PRONOUN.match(sentence) and not _EXPLETIVE.match(sentence) else None
        statement = _without_pronoun(sentence, pronoun)
        return SourceSentence(span, statement, subject, pronoun, locator, names, content_words(self.text, *span))


def _near(parts: list[_Part], span: Span) -> list[_Part]:
    place = bisect_left(parts, span.start, key=attrgetter("start"))
    return parts[max(place - _REACH, 0) : place + _REACH]


def _parts(text: str, sentence: Span) -> Iterator[Span]:
    """The sentence, or its parts where nobody wrote it as one: each of its facts carries it whole."""
    start, end = sentence
    while end - start > _LONGEST_SENTENCE:
        cut = max(text.rfind(" ", start, start + _LONGEST_SENTENCE), start + _LONGEST_SENTENCE // 2)
        yield Span(start, cut)
        start = cut
    yield Span(start, end)


def _before_title(document: Document) -> int:
    """How many paragraphs stand before the title, as the notice of a web page does; they are not counted."""
    title = next((heading.span for heading in document.headings), None)
    if title is None:
        return 0
    before = sum(paragraph.span.start < title.start for paragraph in document.paragraphs)
    return before if before <= 1 else 0


def _without_pronoun(sentence: str, name: str | None) -> str:
    match = _PRONOUN.match(sentence)
    if not match or name is None:
        return sentence
    ending = "’s" if match[0] in _POSSESSIVE_PRONOUNS else ""
    return f"{name}{ending}{sentence[match.end() :]}"
