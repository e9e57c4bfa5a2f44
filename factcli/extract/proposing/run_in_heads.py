"""Headings that run into their paragraph, as minutes and papers have them: "2. Allotments. There are 62 plots."."""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import itemgetter
from typing import TYPE_CHECKING

from factcli.english.measuring.measure_verbs import is_verb
from factcli.english.naming.happenings import PARTS_OF_A_PAPER
from factcli.english.people import HONORIFICS, OFFICES

if TYPE_CHECKING:
    from factcli.documents import Document

_UPPER = "A-ZÀ-Þ"
_HEAD = re.compile(
    rf"(?:\d{{1,2}}[.)] )?(?P<head>[{_UPPER}][\w’'-]{{3,}}+(?: [\w’'-]{{1,30}}+){{0,4}}+)\. (?=[\"“{_UPPER}\d])"
)
_MINUTES = re.compile(
    r"\b(?:\w{1,30}+ )?[Mm]inutes of (?:the )?(?:(?:\w{1,30}+ ){0,3}?meeting of )?(?:the )?(?=[^\W_a-z])"
)
_LEAST = 2
_PART = re.compile(rf"(?:^|[.!?] |\n)({'|'.join(word.capitalize() for word in sorted(PARTS_OF_A_PAPER))})[.:] ")
_ABSTRACTS = frozenset({"abstract", "summary"})


class RunInHeads:
    """The headings that run into the paragraphs of a document; one alone is not a heading but a short sentence."""

    def __init__(self, document: Document) -> None:
        found = [(part.span.start, _head(document.text, part.span.start)) for part in document.paragraphs]
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


def _head(text: str, start: int) -> str | None:
    match = _HEAD.match(text, start)
    words = match["head"].lower().split() if match else []
    is_title = not HONORIFICS.isdisjoint(words) or words[-1:] == ["no"] or not OFFICES.isdisjoint(words[:1])
    return match["head"] if match and not is_title and not any(map(is_verb, words)) else None


def short_title(title: str | None) -> str | None:
    """A title without what comes after its colon, "Night trains and sleep: a trial", and without "Minutes of"."""
    title = _MINUTES.sub("", title or "")
    head, _, rest = title.partition(": ")
    return (head if rest and " " in head else title) or None
