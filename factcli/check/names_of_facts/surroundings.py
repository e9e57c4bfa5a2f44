"""The context of a name in a draft: the words of its sentence, relatives, and what distinguishes two names."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from factcli.check.names_of_facts.known_names import compared, stems_of_name
from factcli.check.names_of_facts.offices import Role, role_beside
from factcli.check.names_of_facts.spelling import folded
from factcli.check.vocabulary import vocabulary_from
from factcli.english.function_words import PREPOSITIONS
from factcli.english.naming.given_names import is_given_name
from factcli.english.naming.kinds import KIN
from factcli.english.naming.roles import COMMON_WORDS
from factcli.english.people import VERBS
from factcli.english.stemming import find_words, meaning
from factcli.mentions.patterns import late_pattern
from factcli.model.facts import Span

if TYPE_CHECKING:
    from factcli.check.names_of_facts.known_names import ComparedName
    from factcli.english.stemming import Word
    from factcli.mentions.names import NameMention

_TOLD_APART = late_pattern(
    r"\b(?:also (?:spelled|spelt|known|written|called)|spelled|spelt|a\.?k\.?a|formerly|renamed|sic|misspel\w*|mistyped"
    r"|not to be confused|no relation|unrelated|namesake|of the same name|the other|variously|transliterat\w*)\b",
    re.IGNORECASE,
)
_ANOTHER = late_pattern(r"\b(?:(?:another|a different|a second) (?:\w+ ){0,2}|(?:one|a certain) )$", re.IGNORECASE)
_EARLIER = late_pattern(
    r"\b(?:1\d|20)\d\d\b|\b(?:then|when|while|ago|earlier|at the time|was|were|had)\b", re.IGNORECASE
)
_WORDS = late_pattern(r"[^\W\d_]++")
_REACH = 80
_BESIDE, _MOST_BESIDE = 30, 2
_LEAST_SMALL = 3
_LEAST_LATER = 2
_MOST_CAPITALS = 3
# Words that nearly every sentence may have.
_COMMON = frozenset(map(meaning, VERBS)) | COMMON_WORDS


class Surroundings:
    """A name of a draft in its sentence."""

    def __init__(self, text: str, sentence: Span, mention: NameMention, name: ComparedName) -> None:
        self.text = text
        self.sentence = sentence
        self.mention = mention
        self.name = name

    @cached_property
    def role(self) -> Role | None:
        """The office beside the name."""
        return role_beside(self.text, self.mention)

    @property
    def has_aside(self) -> bool:
        """Whether the name, or what follows it, may be an aside, which alone says that an office is of one person."""
        start, end = self.mention.span
        return self.text.startswith((", ", " ("), end) or self.text.endswith(", ", 0, start)

    @cached_property
    def _words(self) -> list[Word]:
        return find_words(self.text, *self.sentence)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of the words around the name."""
        start, end = self.mention.span
        around = (word for word in self._words if word.is_content and not start <= word.start < end)
        return frozenset(word.stem for word in around if len(word.stem) > 1) - stems_of_name(self.name.words) - _COMMON

    @cached_property
    def places(self) -> frozenset[str]:
        """The keys of the places around it, by any of their names."""
        start, end = self.mention.span
        around = vocabulary_from([word for word in self._words if not start <= word.start < end])
        return frozenset(name for name in around.names if name.endswith("="))

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words around the name by which facts are looked up."""
        start, end = self.mention.span
        return tuple(
            word.text
            for word in self._words
            if word.is_content and not start <= word.start < end and word.text not in _COMMON
        )

    @cached_property
    def word_before(self) -> str:
        """The word before the name in small letters, "" where it has none."""
        start = self.mention.span.start
        before = _WORDS.findall(self.text, max(self.sentence.start, start - _BESIDE), start)
        return before[-1].lower() if before else ""

    @cached_property
    def later(self) -> Surroundings | None:
        """The same with the name that may begin at a later word; else None.

        So it is after a place ("In Lomar Ana Ruiz opened a shop"), after "Members of the", and where the first word
        has its capital from the sentence: "Weaver Ana Ruiz dyes wool."
        """
        first, *words = self.mention.words
        if len(words) < _LEAST_LATER:
            return None
        if self.mention.opens and words[:1] == ["of"]:
            words = words[2:] if words[1:2] == ["the"] else words[1:]
        elif self.word_before not in PREPOSITIONS and (not self.mention.opens or is_given_name(folded(first))):
            return None
        if len(words) < _LEAST_LATER:
            return None
        start = self.text.index(words[0], self.mention.span.start + len(first))
        mention = self.mention._replace(span=Span(start, self.mention.span.end), words=tuple(words), opens=False)
        return Surroundings(self.text, self.sentence, mention, compared(mention.words))

    @cached_property
    def is_prose(self) -> bool:
        """Whether the line of the name has words in small letters: not a list of links or a headline in capitals."""
        start = self.text.rfind("\n", self.sentence.start, self.mention.span.start) + 1
        end = self.text.find("\n", self.mention.span.end, self.sentence.end)
        return is_prose(self.text[max(start, self.sentence.start) : end if end >= 0 else self.sentence.end])

    @cached_property
    def kin(self) -> frozenset[str]:
        """The words for relatives in the sentence."""
        return KIN & {word.text for word in self._words}

    @cached_property
    def is_of_kin(self) -> bool:
        """Whether a word for a relative stands right beside the name: "her sister, Ana Ruiz"."""
        start, end = self.mention.span
        before = _WORDS.findall(self.text, max(self.sentence.start, start - _BESIDE), start)[-_MOST_BESIDE:]
        after = _WORDS.findall(self.text, end, min(self.sentence.end, end + _BESIDE))[:_MOST_BESIDE]
        return not KIN.isdisjoint((*before, *after))

    @cached_property
    def is_cut_off(self) -> bool:
        """Whether dots after the name say that its end is left out, as in the list of a page: "Royal Weddin..."."""
        return self.text.startswith(("...", "…"), self.mention.span.end)

    @cached_property
    def is_told_apart(self) -> bool:
        """Whether the words around say that this is another name, or that it is written in two ways."""
        start, end = self.mention.span
        before = self.text[max(self.sentence.start, start - _REACH) : start]
        after = self.text[end : min(self.sentence.end, end + _REACH)]
        return bool(_TOLD_APART.search(before) or _TOLD_APART.search(after))

    @cached_property
    def is_of_another_time(self) -> bool:
        """Whether the sentence may tell of an earlier time: it has a year, or "then"."""
        return bool(_EARLIER.search(self.text, *self.sentence))

    @cached_property
    def is_another(self) -> bool:
        """Whether the words before say that this is another of the name: "another Ana Ruiz"."""
        start = self.mention.span.start
        if _ANOTHER.search(self.text, max(self.sentence.start, start - _REACH), start):
            return True
        return f"nother {self.name.written[-1]}" in self.text[slice(*self.sentence)]


def is_prose(line: str) -> bool:
    """Whether a line has words in small letters, as many as prose has."""
    words = [word for word in line.split() if word[0].isalpha()]
    small = sum(word[0].islower() for word in words)
    return small >= _LEAST_SMALL and _MOST_CAPITALS * small >= len(words)
