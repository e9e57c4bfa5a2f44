"""Read who signs a quotation: the words that lead to it or follow it -> the speaker, where marks alone say so.

``Ana Ruiz: "..."``, ``"..." — Ana Ruiz, water minister`` and ``"..." (Ana Ruiz)``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.english import people as speech
from factcli.english.function_words import ARTICLES
from factcli.english.marks import HYPHENS
from factcli.mentions.quotes.speakers import joined, phrase_from, phrase_until, subject_before
from factcli.mentions.quotes.verbs import verb_at

if TYPE_CHECKING:
    from factcli.mentions.quotes.names_and_offices import Subject

_LONGEST_SIGNATURE = 16
_SHORTEST_NAME = 2
_AFTER_A_NAME = frozenset({",", "(", "."})
_DASHES = HYPHENS | {"\u2015"}


def labelled(tokens: list[str]) -> Subject | None:
    """The speaker whose name and a colon are all that comes before a quotation: ``Coach Lee Park: "..."``.

    A verb may open the line: ``Said Lee Park: "..."``.
    """
    if tokens and tokens[0] in speech.OPENING_VERBS:
        tokens = tokens[1:]
    if tokens[-1:] != [":"] or len(tokens) > _LONGEST_SIGNATURE:
        return None
    if any(verb_at(tokens, place) for place in range(len(tokens))):
        return None
    subject = _before_colon(tokens[:-1])
    if subject is None or subject.start > (tokens[0].lower() in ARTICLES) or not _is_somebody(subject):
        return None
    return subject


def _before_colon(tokens: list[str]) -> Subject | None:
    """The subject with its aside, which no second comma closes here: ``Ellen Brandt, finance director:``."""
    comma = tokens.index(",") if tokens.count(",") == 1 else None
    subject = phrase_until(tokens, comma) if comma else None
    aside = joined(subject, tokens[comma + 1 :]) if comma and subject else None
    return aside if aside and aside.role else subject_before(tokens)


def signed(line: list[str]) -> Subject | None:
    """The speaker who signs after a dash: all the rest of the line is a name, with an office or a date or neither."""
    start = _after_dashes(line)
    subject = phrase_from(line, start) if 0 < start < len(line) and len(line) <= _LONGEST_SIGNATURE else None
    if subject is None or not _is_somebody(subject) or _last_word(subject).lower() in speech.PUBLISHERS:
        return None
    if " " not in (subject.speaker or " ") and not subject.role and "," in line:
        return None  # "London, 3 May"
    return subject if _ends_with_name(line, subject) else None


def bracketed(tokens: list[str]) -> Subject | None:
    """The speaker in the brackets right after a quotation, with first name or office; "(London)" is nobody."""
    if tokens[:1] != ["("] or ")" not in tokens[:_LONGEST_SIGNATURE]:
        return None
    inside = tokens[1 : tokens.index(")")]
    subject = phrase_from(inside, 0)
    if subject is None or not _is_somebody(subject) or not _ends_with_name(inside, subject):
        return None
    if inside[0].lower() in speech.PLACE_OPENERS or _last_word(subject).lower() in speech.BODIES:
        return None
    is_full = subject.role or inside[0].lower() in speech.HONORIFICS or " " in (subject.speaker or "")
    return subject if is_full else None


def _after_dashes(line: list[str]) -> int:
    start = 0
    while start < len(line) and line[start] in _DASHES:
        start += 1
    return start


def _last_word(subject: Subject) -> str:
    return (subject.speaker or subject.role or "").split()[-1]


def _ends_with_name(tokens: list[str], subject: Subject) -> bool:
    """Whether nothing follows the name but an aside, which no sentence would go on with."""
    words = (subject.speaker or subject.role or "").split()
    end = next((at for at in range(len(tokens), 0, -1) if tokens[at - len(words) : at] == words), 0)
    return bool(end) and (end == len(tokens) or tokens[end] in _AFTER_A_NAME)


def _is_somebody(subject: Subject) -> bool:
    """Whether the words name a person or a body, and not what is quoted: "Question", "Press release"."""
    if subject.speaker is None:
        return subject.role is not None and subject.role[0].isupper()
    words = subject.speaker.lower().split()
    if words[0] in speech.VERBS or len(subject.speaker) < _SHORTEST_NAME:
        return False
    return words[-1] not in speech.NO_SPEAKERS and words[0] not in speech.NO_SPEAKERS - speech.BODIES
