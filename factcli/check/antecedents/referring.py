"""How a sentence refers to what was named before it: by "she", "it", "the company", or by no word."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Literal, NamedTuple

from factcli.english.function_words import PREPOSITIONS, SUBJECT_PRONOUNS
from factcli.english.measuring.clause_words import RELATIVE
from factcli.english.measuring.measure_verbs import is_verb
from factcli.english.naming.happenings import ACTING_BODIES, HAPPENINGS, NATIONALS, STANDING_NOUNS, UNNAMED_PEOPLE
from factcli.english.naming.kinds import KINDS
from factcli.english.nouns import is_plural
from factcli.english.people import OFFICES
from factcli.english.stemming import meaning

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcli.english.stemming import Word

_PERSONS = OFFICES | UNNAMED_PEOPLE | NATIONALS
_STANDING = frozenset[str]().union(*STANDING_NOUNS.values(), ACTING_BODIES, HAPPENINGS, KINDS, _PERSONS)
_PERSONAL = frozenset({"he", "she", "his", "her"})
_IMPERSONAL = frozenset({"it", "its", "they", "their"})
_DEFINITE = frozenset({"the", "this", "that"})


class Referring(NamedTuple):
    """What a sentence refers to: somebody, something, or anything; ``noun`` is what it is called, ``stem`` its stem."""

    sort: Literal["person", "thing", "any"]
    noun: str = ""
    stem: str = ""

    @property
    def is_explicit(self) -> bool:
        """Whether a word stands for it."""
        return self.sort != "any"

    @property
    def stands_for_name(self) -> bool:
        """Whether its noun is a common one for what has a name: "the firm", "the strike"."""
        return self.noun in _STANDING

    @property
    def may_be_person(self) -> bool:
        """Whether its noun may be that of a person or of a thing: "the designer"."""
        return bool(self.noun) and not self.stands_for_name

    @property
    def is_of_body(self) -> bool:
        """Whether it is called a company, a club or another body."""
        return self.noun in STANDING_NOUNS["body"]


def read_referring(words: Sequence[Word], name: int | None) -> Referring | None:
    """How a sentence of these words refers to what was named; None where a ``name`` begins before that."""
    noun = _definite_noun(words, name)
    if noun is not None:
        return Referring("person" if noun.text in _PERSONS else "thing", noun.text, meaning(noun.text))
    for word in takewhile(lambda word: name is None or word.start < name, words):
        if word.text in _PERSONAL:
            return Referring("person")
        if word.text in _IMPERSONAL:
            return Referring("thing")
    return Referring("any") if name is None else None


def _definite_noun(words: Sequence[Word], name: int | None) -> Word | None:
    """The noun of "the company" where the subject of a sentence stands, before any ``name``."""
    at = _first_definite(words)
    phrase = list(takewhile(_is_of_phrase, words[at + 1 :])) if at is not None else []
    if not phrase or (name is not None and name < phrase[-1].end):
        return None
    # "The circus travels", "the circus tents": both speak of the circus.
    head = phrase[-2] if len(phrase) > 1 and is_plural(phrase[-1].text) else phrase[-1]
    return head if head.is_content and not head.is_capital and not is_plural(head.text) else None


def _first_definite(words: Sequence[Word]) -> int | None:
    """Where the first article stands that no preposition governs, before any verb: "Last year the company"."""
    for at, word in enumerate(words):
        if word.text in _DEFINITE and (at == 0 or words[at - 1].text not in PREPOSITIONS):
            return at
        if is_verb(word.text) or word.text in SUBJECT_PRONOUNS:
            return None
    return None


def _is_of_phrase(word: Word) -> bool:
    ends = word.is_mark or word.text in PREPOSITIONS or word.text in RELATIVE
    return not ends and not is_verb(word.text)
