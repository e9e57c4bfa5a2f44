"""What a text calls things: which capitals no sentence gives, what it places, and names whole and without records."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from factcli.english.aliases import country_of
from factcli.english.measuring.distinctions import ROLE_WORDS
from factcli.english.measuring.measure_verbs import is_verb
from factcli.english.naming.given_names import is_given_name
from factcli.english.naming.happenings import ACTING_BODIES, RECORDS
from factcli.english.naming.kinds import HEADS_OF_NAMES, LEGAL_FORMS
from factcli.english.nouns import is_plural
from factcli.english.people import DEMONYM_ENDINGS
from factcli.extract.naming.title_case import without_titles
from factcli.extract.naming.whole_names import LongerNames, lone_names, numbered_names
from factcli.extract.people import name_alone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcli.mentions.names import NameMention

_UPPER = "A-ZÀ-Þ"
# A capital that no sentence gives.
_MIDDLE_NAME = re.compile(rf"(?<=[a-z,;] )[{_UPPER}][\w’'-]*+")
# The same, with no other one beside it: after a small word, and before none with a capital.
_SINGLE_NAME = re.compile(rf"(?<![\w’'-])[a-zà-ÿ][\w’'-]*+[,;]? ([{_UPPER}][\w’'-]*+)(?! [{_UPPER}])")
_ENDING = re.compile(r"[’']s?$")
_SMALL_WORD = re.compile(r"(?<![\w’'-])[a-zà-ÿ]{3,}+")
_PLACED_NAME = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|across|(?:city|town|village|province|district|state) of) (?:the )?"
    rf"([{_UPPER}][\w’-]*+(?: [{_UPPER}][\w’-]*+){{0,2}}+)"
)
_APPOSITION = re.compile(
    rf"\b([{_UPPER}][\w’-]*+(?: [{_UPPER}][\w’-]*+){{1,3}}+), (?:an?|the|one of the) (?:[\w’'-]++ ){{0,4}}?"
    rf"(?:{'|'.join(sorted(ACTING_BODIES))})(?=[,.]| (?:that|which|of|in|for|from|based|behind)\b)"
)
_LEAST_OF_A_BODY = 2
_NEXT_WORD = 24
_POSSESSIVES = ("'s", "’s", "s' ", "s’ ")


class TextNames:
    """The names of a text: which capitals no sentence gives, and what it calls places."""

    def __init__(self, text: str) -> None:
        self.prose = without_titles(text)
        self.words = frozenset(_ENDING.sub("", word) for word in _MIDDLE_NAME.findall(self.prose))
        # Those of them that stand alone, and not only in a longer name.
        self.single = frozenset(_ENDING.sub("", word) for word in _SINGLE_NAME.findall(self.prose))
        self.common = frozenset(word.lower() for word in _SMALL_WORD.findall(text))
        self.places = frozenset(_PLACED_NAME.findall(text))
        self.numbered = numbered_names(text)
        self._longer = LongerNames(self.prose, self.places)
        self._called = frozenset(_APPOSITION.findall(text))
        self._text = text

    def called(self, name: NameMention) -> str:
        """The name without "Minutes of", and without "American" where the text does not always have it."""
        nation, *others = _without_record(name.words) or name.words
        if name.opens and others[:1] == ["of"] and self._is_noun_before(name):
            return " ".join(others[1:])
        longer = self._longer.of(name.words)
        if longer:
            return longer
        if others and name.opens and self._is_only_word(nation) and others[0] in self.words:
            return " ".join(others)
        is_nation = len(others) == 1 and nation.lower().endswith(DEMONYM_ENDINGS) and country_of(nation)
        if others and others[-1].lower() in LEGAL_FORMS:
            others.pop()
        return others[0] if is_nation and others[0] in self.alone else name_alone(" ".join((nation, *others)))

    def _is_only_word(self, first: str) -> bool:
        """Whether the first word of a sentence has its capital for that alone: "Lost Haugen painting sells"."""
        return first not in self.words and (is_verb(first.lower()) or first.lower() in self.common)

    def _is_noun_before(self, name: NameMention) -> bool:
        """Whether a name opens a sentence with a noun of its own: "Sales of Lomar rose"."""
        following, noun = self._text[name.span.end : name.span.end + _NEXT_WORD], name.words[0].lower()
        does = following.startswith(_POSSESSIVES) or any(map(is_verb, following.split()[:1]))
        return does and (is_plural(noun) or noun in ROLE_WORDS) and noun not in HEADS_OF_NAMES

    @cached_property
    def alone(self) -> frozenset[str]:
        """The words with a capital that stand without another one beside them somewhere."""
        return lone_names(self._text)

    def is_body(self, name: NameMention) -> bool:
        """Whether a name that has the form of a person's is that of a business or club.

        The text calls it one, or calls it by its first word alone, or by its whole name again and again, which it
        does not do with people.
        """
        if name.name in self._called:
            return True
        first, last = name.words[0], name.words[-1]
        if is_given_name(first.lower()) or name.title or last in self.alone:
            return False
        return first in self.alone or self._text.count(name.name) > _LEAST_OF_A_BODY


def _without_record(words: Sequence[str]) -> Sequence[str]:
    """The words of a name without "Minutes of the", "Annual Meeting of the"."""
    while "of" in words and not RECORDS.isdisjoint(word.lower() for word in words[: words.index("of")]):
        words = words[words.index("of") + 1 :]
        words = words[words[0] == "the" :] if words else words
    return words
