"""Find who says what a sentence reports without quotation marks: "Ana Ruiz said that it was 40".

A sentence comes in; the one person or body that it names as saying, expecting or believing something goes out.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from factcli.english import people as speech
from factcli.english.naming.given_names import is_given_name
from factcli.mentions.quotes.speakers import phrase_from, speaker_from, subject_before
from factcli.mentions.quotes.text_around import words_in
from factcli.mentions.quotes.verbs import end_of_verb, introduces, is_according, is_denied, is_passive, verb_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.mentions.quotes.names_and_offices import Subject

_CLAUSE_ENDS = frozenset(".,;:)")


class Reporter(NamedTuple):
    """Who says something; ``is_person`` where an honorific, an office or a given name shows that."""

    name: str
    is_person: bool


def reporter_of(sentence: str) -> Reporter | None:
    """The one to whom a sentence attributes what it says; None where nobody is named, or more than one.

    >>> reporter_of("The pier cost 40 million, according to Mr Ruiz.")
    Reporter(name='Ruiz', is_person=True)
    """
    tokens = words_in(sentence)
    found = {subject.speaker: _is_person(tokens, subject) for subject in _subjects(tokens) if subject.speaker}
    return next((Reporter(*item) for item in found.items()), None) if len(found) == 1 else None


def _subjects(tokens: list[str]) -> Iterator[Subject]:
    for place, token in enumerate(tokens):
        if is_according(tokens, place):
            subject = speaker_from(tokens, place + 2)
        elif token in speech.EXPECTING:
            subject = subject_before(tokens[:place])
        else:
            subject = _of_verb(tokens, place)
        if subject:
            yield subject


def _of_verb(tokens: list[str], place: int) -> Subject | None:
    """Who says what the verb of speech at a place introduces, or ends: "..., said Ana Ruiz"."""
    base = verb_at(tokens, place)
    if base is None or base in speech.TELLING_OF - {"tell"} or is_passive(tokens, place) or is_denied(tokens, place):
        return None
    if place and tokens[place - 1] == "," and base != "tell":
        after = end_of_verb(tokens, place)
        subject = phrase_from(tokens, after)
        if subject and subject.speaker and _ends_clause(tokens, subject.speaker, after):
            return subject
    return subject_before(tokens[:place]) if introduces(tokens, place) else None


def _ends_clause(tokens: list[str], name: str, start: int) -> bool:
    """Whether a name after ``start`` is the last word of its clause."""
    last = name.rsplit(maxsplit=1)[-1]
    end = tokens.index(last, start) + 1 if last in tokens[start:] else start
    return end > start and (end == len(tokens) or tokens[end] in _CLAUSE_ENDS)


def _is_person(tokens: list[str], subject: Subject) -> bool:
    first = (subject.speaker or "").partition(" ")[0]
    is_titled = any(name == first and title.lower() in speech.HONORIFICS for title, name in pairwise(tokens))
    return is_titled or subject.role is not None or is_given_name(first.lower())
