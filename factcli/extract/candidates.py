"""Turn the mentions of a source text into candidate facts, sentence by sentence."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from factcli.documents import Document, Paragraph, parse_document
from factcli.edtf import EdtfDate
from factcli.extract.identifiers import Identifiers
from factcli.extract.names import Name, find_names, small_words, subject_of
from factcli.extract.surroundings import Word, content_words, keywords, nearest
from factcli.mentions import find_mentions
from factcli.model import Fact, Mention, Quantity, Quotation, Reference, Span
from factcli.sentences import split_sentences

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from factcli.model import FactKind

UNNAMED_SOURCE = "unnamed-source"
_BLANKS = re.compile(r"\s+")
_PRONOUN = re.compile(r"(He|She|It|They|His|Her|Its|Their)\b(?!['’])")
_POSSESSIVE_PRONOUNS = frozenset({"His", "Her", "Its", "Their"})
# "It is said that ...": the pronoun stands for what follows.
_EXPLETIVE = re.compile(r"It (?:is|was|has been|will be|would be|seems|appears)(?: \w+){0,2} (?:that|to|who|which)\b")
_AS_OF = re.compile(r"\b[Aa]s (?:of|at)(?: the end of)? $")
_QUOTE_WORDS = 3


class _Sentence(NamedTuple):
    """A sentence with what the facts in it share."""

    span: Span
    statement: str
    subject: str | None
    locator: str
    names: list[Name]
    words: list[Word]


def extract_facts(
    text: str, subject: str | None = None, source: str | None = None, *, published: date | None = None
) -> list[Fact]:
    """A candidate fact for each figure, date and quote of ``text``, in order.

    ``subject`` is what all of the text is about; without it, each sentence's own words say so.  ``source`` is the id
    that the references point to, ``published`` the day of the text, for dates that lean on it.
    """
    return extract_document(parse_document(text, name=""), subject, source, published=published)


def extract_document(
    document: Document, subject: str | None = None, source: str | None = None, *, published: date | None = None
) -> list[Fact]:
    """The candidate facts of a document, as :func:`extract_facts` finds them; paragraphs are counted without headings."""
    mentions = find_mentions(document.text, anchor=published)
    sentences = list(_sentences(document, subject)) if mentions else []
    starts = [sentence.span.start for sentence in sentences]
    identifiers = Identifiers()
    facts = []
    for mention in mentions:
        number = bisect_right(starts, mention.span.start) - 1
        if number >= 0 and mention.span.start < sentences[number].span.end:
            facts.append(_fact(document.text, mention, sentences, number, identifiers, source or UNNAMED_SOURCE))
    return facts


def _sentences(document: Document, given: str | None) -> Iterator[_Sentence]:
    text = document.text
    small = small_words(text) if given is None else frozenset()
    first = _first_paragraph(document)
    for number, paragraph in enumerate(document.paragraphs, start=1 - first):
        locator = f"paragraph {number}" if number > 0 else "before the title"
        carried = given or paragraph.heading or document.title
        named = given
        for span in split_sentences(text[paragraph.span.start : paragraph.span.end]):
            span = Span(span.start + paragraph.span.start, span.end + paragraph.span.start)  # noqa: PLW2901 - moved
            names = find_names(text, *span, small)
            subject = given or subject_of(names) or carried
            statement = _statement(text[span.start : span.end], named)
            yield _Sentence(span, statement, subject, locator, names, content_words(text, *span))
            carried = subject
            named = given or subject_of(names) or named


def _first_paragraph(document: Document) -> int:
    """How many paragraphs stand before the title, as a web page's notice does; they are not counted."""
    if not document.headings:
        return 0
    before = sum(paragraph.span.start < document.headings[0].start for paragraph in document.paragraphs)
    return before if before <= 1 else 0


def _statement(sentence: str, subject: str | None) -> str:
    """The sentence on one line, with its subject in the place of a pronoun at its head."""
    words = _BLANKS.sub(" ", sentence)
    pronoun = _PRONOUN.match(words)
    if not pronoun or subject is None or _EXPLETIVE.match(words):
        return words
    ending = "’s" if pronoun[0] in _POSSESSIVE_PRONOUNS else ""  # noqa: RUF001 - as printers write it
    return f"{subject}{ending}{words[pronoun.end() :]}"


def _fact(
    text: str, mention: Mention, sentences: list[_Sentence], number: int, identifiers: Identifiers, source: str
) -> Fact:
    sentence = sentences[number]
    subject = sentence.subject
    surface = _BLANKS.sub(" ", mention.surface)
    return Fact(
        id=identifiers.choose(subject, _telling(mention, sentence)),
        kind=_kind(mention),
        statement=_statement_of(sentences, number, mention),
        value=mention.value,
        subject=subject,
        keywords=keywords(sentence.words, sentence.names, mention.span),
        references=(Reference(source, sentence.locator, surface),),
    )


def _kind(mention: Mention) -> FactKind:
    if isinstance(mention.value, EdtfDate):
        return "date"
    return "quote" if isinstance(mention.value, Quotation) else "figure"


def _statement_of(sentences: list[_Sentence], number: int, mention: Mention) -> str:
    """The statement of the mention's sentence, and of those that a quotation runs on into."""
    parts = [sentences[number].statement]
    while number + 1 < len(sentences) and sentences[number + 1].span.start < mention.span.end:
        number += 1
        parts.append(sentences[number].statement)
    return " ".join(parts)


def _telling(mention: Mention, sentence: _Sentence) -> Iterator[str]:
    """The words that tell this fact from others about the same subject: what is counted, done or said."""
    value = mention.value
    near = nearest(sentence.words, mention.span)
    taken = (sentence.subject or "").lower()
    if isinstance(value, Quotation):
        yield from [word.text for word in sentence.words if mention.span.start <= word.start < mention.span.end][
            :_QUOTE_WORDS
        ]
    elif isinstance(value, Quantity) and value.dimension == "count" and value.unit:
        yield value.unit
    else:
        yield from [word.text for word in near if word.text not in taken][:1]
