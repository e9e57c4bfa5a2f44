"""The headings of a document as what a place of its text is about: "Lomar bridge", above "Length" and its figures.

Some run into their paragraph, as minutes and papers have them: "2. Allotments. There are 62 plots.".
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING

from factcli.documents.outline import Outline
from factcli.english.measuring.measure_verbs import IRREGULAR_PASTS, is_verb
from factcli.english.measuring.named_measures import measures_in
from factcli.english.naming.happenings import (
    ASKING,
    HAPPENINGS,
    NOTICES,
    OCCASIONS,
    PARTS_OF_A_PAPER,
    PARTS_OF_A_TEXT,
    TELLING_IN_TITLES,
)
from factcli.english.nouns import singular
from factcli.english.people import HONORIFICS, OFFICES
from factcli.english.stemming import find_words
from factcli.extract.naming.introduced import thing_of_heading
from factcli.extract.naming.named_events import Event
from factcli.extract.proposing.date_line import is_byline, is_line_of_day

if TYPE_CHECKING:
    from factcli.documents import Document
    from factcli.extract.proposing.segments import Segment, Segments

_BLANKS = re.compile(r"\s+")
_MARKS = "#*• "
# A heading of this many words is a headline, if a name opens it or it has a verb.
_HEADLINE = 4
# One of more words tells news.
_LONGEST_TOPIC = 7
# One of more words that names nothing is a phrase: "Half-year results for the six months to 30 September"; in title
# case it tells of something: "Biggest Fall in Sales to Come".
_LONGEST_NAMELESS = 6
# Before the name of a site or of a part of it: "Lomar - Our history", "Oak | Trees of Orla".
_SITE = re.compile(r" (?:\||[-–—]) ")
# "Ana Ruiz, 1931-2022".
_LIFE = re.compile(r",? \(?\d{4} ?[-–] ?\d{4}\)?$")
_MINUTES = re.compile(
    r"\b(?:\w{1,30}+ )?[Mm]inutes of (?:the )?(?:(?:\w{1,30}+ ){0,3}?meeting of )?(?:the )?(?=[^\W_a-z])"
)

_UPPER = "A-ZÀ-Þ"
_HEAD = re.compile(
    rf"(?:\d{{1,2}}[.)] )?(?P<head>[{_UPPER}][\w’'-]{{3,}}+(?: [\w’'-]{{1,30}}+){{0,4}}+)\. (?=[\"“{_UPPER}\d])"
)
_LEAST = 2
_PART = re.compile(rf"(?:^|[.!?] |\n)({'|'.join(word.capitalize() for word in sorted(PARTS_OF_A_PAPER))})[.:] ")
_DASHES = frozenset({"-", "–", "/"})
_ABSTRACTS = frozenset({"abstract", "summary"})


class NamedHeadings:
    """What the headings over a place of a text say that it is about."""

    def __init__(self, document: Document, segments: Segments) -> None:
        self._segments = segments
        text = document.text
        found = [each for each in document.headings if not _is_beside(text[each.span.start : each.span.end])]
        self._spans = [span for span, _ in found]
        self._levels = [level for _, level in found]
        first = next(iter(document.headings), None)
        self._title = self.title.text if self.title and first != found[0] else document.title
        self._outline = Outline(found)
        self._subjects: dict[int, str | None] = {}

    @property
    def title(self) -> Segment | None:
        """The first heading."""
        return self._segments.at(self._spans[0]) if self._spans else None

    @property
    def occasion(self) -> Event | None:
        """What the title names where it is the name of an occasion, "Vestby Regatta 2021"."""
        title = self.title
        name = _title_of_occasion(title) if title else None
        if title is None or name is None:
            return None
        head = next(word.text for word in reversed(title.words) if word.text in OCCASIONS)
        return Event(name, singular(head), 0, len(title.words), is_named=True)

    def over(self, offset: int) -> str | None:
        """What the innermost heading over a place that names something is about: not "Length", "How it grew"."""
        above = self._outline.above(offset)
        if not above:
            return short_title(self._title)
        *outer, inner = above
        if outer and self._is_part(inner):
            above = tuple(outer)
        return next(filter(None, map(self._subject, reversed(above))), None)

    def section(self, offset: int) -> str | None:
        """The words of the innermost heading over a place, if it is surely one and not the title."""
        *outer, inner = self._outline.above(offset) or (0,)
        is_section = bool(outer) and self._levels[inner] > 0
        return _BLANKS.sub(" ", self._segments.at(self._spans[inner]).text).strip(_MARKS) if is_section else None

    def _is_part(self, number: int) -> bool:
        """Whether a heading of some words without a name is below one that names something: "Team standings"."""
        heading = self._segments.at(self._spans[number])
        return not heading.parts and len(heading.words) > 1 and bool(self._segments.at(self._spans[0]).parts)

    def _subject(self, number: int) -> str | None:
        if number not in self._subjects:
            self._subjects[number] = _subject_of(self._segments.at(self._spans[number]))
        return self._subjects[number]


class RunInHeads:
    """The headings that run into the paragraphs of a document; one alone is not a heading but a short sentence."""

    def __init__(self, document: Document) -> None:
        found = [(start, _head(document.text, start)) for start, _ in document.paragraphs]
        heads = [(start, head) for start, head in found if head]
        self._heads = heads if len({head for _, head in heads}) >= _LEAST else []
        self._parts = len({part.lower() for part in _PART.findall(document.text)})
        self._has_abstract = any(head.lower() in _ABSTRACTS for _, head in heads)

    @property
    def are_of_paper(self) -> bool:
        """Whether they are those of a paper: "Methods", "Results"."""
        return self._has_abstract or self._parts >= _LEAST

    def at(self, offset: int) -> str | None:
        """What the paragraph at a place of the text is about, as the last of the headings before it says."""
        number = bisect_right(self._heads, offset, key=itemgetter(0)) - 1
        head = self._heads[number][1] if number >= 0 else ""
        return head if head and head.lower() not in PARTS_OF_A_PAPER else None


def _subject_of(heading: Segment) -> str | None:
    """What a heading names; None of an aspect and of a headline that opens with no name."""
    title = _LIFE.sub("", _SITE.split(_BLANKS.sub(" ", heading.text).strip(_MARKS), maxsplit=1)[0])
    words = title.split()
    thing = thing_of_heading(heading)
    if thing:
        return thing
    occasion = _title_of_occasion(heading)
    if occasion:
        return occasion
    if len(words) >= _HEADLINE or heading.is_title_case or heading.has_verb:
        first = heading.opening_name
        if first and not first.is_adjective:
            return first.name
        if (
            len(words) > _LONGEST_TOPIC
            or words[0].lower() in ASKING
            or any(_is_doing(word.text) for word in find_words(title))
        ):
            return None
    longest = _HEADLINE - 1 if heading.is_title_case else _LONGEST_NAMELESS
    is_nameless = len(words) > longest and not heading.parts
    return None if is_nameless or _is_aspect(title) else short_title(title)


def _title_of_occasion(heading: Segment) -> str | None:
    """A title in title case that is the name of an occasion, maybe with its year: "Vestby Regatta 2021"; else None."""
    title = _SITE.split(_BLANKS.sub(" ", heading.text).strip(_MARKS), maxsplit=1)[0]
    words = [word for word in find_words(title) if not word.text.isdigit() and word.text not in _DASHES]
    is_name = heading.is_title_case and bool(words) and words[-1].text in OCCASIONS
    is_telling = any(_is_finite(word.text) or word.text in ASKING | TELLING_IN_TITLES for word in words)
    return title if is_name and not is_telling else None


def _is_finite(word: str) -> bool:
    """Whether a word is a verb as headlines have it: "opens", "won"; "lecture" is none there."""
    return word in IRREGULAR_PASTS or (word.endswith(("s", "ed")) and is_verb(word))


def _is_doing(word: str) -> bool:
    return is_verb(word) or (word.endswith("ing") and word not in HAPPENINGS)


@lru_cache(maxsize=64)
def _is_aspect(title: str) -> bool:
    """Whether a heading says only which side of its subject comes below it: "Length", "Early years", "Our history"."""
    words = find_words(title)
    if not 0 < len(words) < _HEADLINE or any(word.is_in_name for word in words):
        return False
    is_part = words[0].text == "about" or words[-1].text in PARTS_OF_A_TEXT | PARTS_OF_A_PAPER
    return is_part or any(found.end == len(words) for found in measures_in(words))


def _is_beside(words: str) -> bool:
    """Whether a line says only who wrote the text, when it came out, or that it is a press release."""
    said = [word.text for word in find_words(words) if word.is_content or word.stem]
    return is_byline(words) or is_line_of_day(words) or (bool(said) and NOTICES.issuperset(said))


def short_title(title: str | None) -> str | None:
    """A title without what comes after its colon, "Night trains and sleep: a trial", and without "Minutes of"."""
    title = _MINUTES.sub("", title or "")
    head, _, rest = title.partition(": ")
    return (head if rest and " " in head else title) or None


def _head(text: str, start: int) -> str | None:
    match = _HEAD.match(text, start)
    words = match["head"].lower().split() if match else []
    is_title = not HONORIFICS.isdisjoint(words) or words[-1:] == ["no"] or not OFFICES.isdisjoint(words[:1])
    return match["head"] if match and not is_title and not any(map(is_verb, words)) else None
