"""Read a source sentence by sentence: where each is, and who is who in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcli.english.sentences import iter_sentences
from factcli.extract.main_body import NamedBodies
from factcli.extract.names import find_names, small_words
from factcli.extract.naming.title_case import is_title_case
from factcli.extract.people import People
from factcli.model.facts import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.documents import Document

_LONGEST_SENTENCE = 1_000


class SourcePassage(NamedTuple):
    """A sentence of a source, or a part of one that nobody wrote as a sentence; the paragraph is its locator."""

    span: Span
    locator: str


class SourceDocument:
    """A document as passages, and the people in it."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self._document = document
        small = small_words(document.text)
        spans = (span for paragraph in document.paragraphs for span in self._sentences(paragraph))
        names = (name for span in spans for name in find_names(self.text, *span, small))
        # A headline may have the only whole name: "Baker Bo Tamm wins".
        title = next((heading.span for heading in document.headings), Span(0, 0))
        headline = [] if is_title_case(document.text[title.start : title.end]) else find_names(document.text, *title)
        bodies = NamedBodies(document.text)
        self.people = People(bodies.counted(names), headline)
        # The thing, and the firm, that the text is about, if it is about one.
        self.main_thing, self.main_body = bodies.thing(self.people), bodies.firm(self.people)

    def locator(self, span: Span, passage: SourcePassage) -> str:
        """The place of a mention of a passage: of a page, slide or cell where the source has such parts."""
        return self._document.locator(span.start) if self._document.parts else passage.locator

    def _sentences(self, paragraph: Span) -> Iterator[Span]:
        start = paragraph.start
        for span in iter_sentences(self.text[start : paragraph.end]):
            yield from _parts(self.text, Span(span.start + start, span.end + start))

    def passages(self) -> Iterator[SourcePassage]:
        """The passages in order, each as it is read: a source of megabytes has many."""
        for number, paragraph in enumerate(self._document.paragraphs, 1 - _before_title(self._document)):
            locator = f"paragraph {number}" if number > 0 else "before the title"
            yield from (SourcePassage(span, locator) for span in self._sentences(paragraph))


def _parts(text: str, sentence: Span) -> Iterator[Span]:
    """The sentence, or its parts where nobody wrote it as one: each of its facts carries it whole."""
    start, end = sentence
    while end - start > _LONGEST_SENTENCE:
        cut = max(text.rfind(" ", start, start + _LONGEST_SENTENCE), start + _LONGEST_SENTENCE // 2)
        yield Span(start, cut)
        start = cut
    yield Span(start, end)


def _before_title(document: Document) -> int:
    """How many paragraphs come before the title, as the notice of a web page does; they are not counted."""
    title = next((heading.span for heading in document.headings), None)
    if title is None:
        return 0
    before = sum(paragraph.start < title.start for paragraph in document.paragraphs)
    return before if before <= 1 else 0
