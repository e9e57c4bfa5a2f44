"""Turn the mentions of a source text into candidate facts, sentence by sentence."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from factcli.documents import Document, Paragraph, parse_document
from factcli.edtf import EdtfDate
from factcli.extract.identifiers import Identifiers, slug
from factcli.extract.names import Name, find_names, name_in_front_of, small_words, subject_of
from factcli.extract.surroundings import Word, content_words, keywords, nearest, overlaps
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
_POINTER = re.compile(r"(?:He|She|It|They|His|Her|Its|Their|This|These)\b")
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
        if number >= 0 and _is_stated(mention, sentences[number]):
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
            about = subject_of(text, names)
            pronoun = _POINTER.match(text, span.start)
            subject = given or (named if pronoun else about) or about or carried
            statement = _statement(text[span.start : span.end], named)
            yield _Sentence(span, statement, subject, locator, names, content_words(text, *span))
            carried, named = subject, subject if about or pronoun else named


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


def _is_stated(mention: Mention, sentence: _Sentence) -> bool:
    """Whether the mention stands in the sentence, and is no part of a name ("Safe Third Country")."""
    start, end = mention.span
    is_named = mention.kind in {"ordinal", "number"} and any(
        name.start <= start and end <= name.end and name.words != mention.surface for name in sentence.names
    )
    return start < sentence.span.end and not is_named


def _fact(
    text: str, mention: Mention, sentences: list[_Sentence], number: int, identifiers: Identifiers, source: str
) -> Fact:
    sentence = sentences[number]
    subject = name_in_front_of(text, sentence.names, mention.span.start) or sentence.subject
    surface = _BLANKS.sub(" ", mention.surface)
    return Fact(
        id=identifiers.choose(subject, _telling(mention, sentence, subject)),
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


def _telling(mention: Mention, sentence: _Sentence, subject: str | None) -> Iterator[str]:
    """The words that tell this fact from others about the same subject: what is counted, done or said."""
    known = slug(subject or "").split("-")
    words = [word for word in sentence.words if word.text not in known]
    inside = [word.text for word in words if mention.span.start <= word.start < mention.span.end]
    if isinstance(mention.value, Quotation):
        yield from inside[:_QUOTE_WORDS]
    elif isinstance(mention.value, Quantity) and inside:
        yield inside[-1]
    else:
        yield from [word.text for word in _tellers(words, mention)][:1]


def _tellers(words: list[Word], mention: Mention) -> list[Word]:
    """What a date tells of is mostly the verb, the first small word; what a sum tells of stands next to it."""
    plain = [word for word in words if word.is_small and not overlaps(word, mention.span)]
    return plain if isinstance(mention.value, EdtfDate) else nearest(plain, mention.span)
