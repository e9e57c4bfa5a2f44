"""Read a noun phrase as somebody who speaks: words -> a name, an office or both.

"US Secretary of State Mike Pompeo", "the defence minister, Ana Ruiz", "Peru's government", "Mr Li, head of the bank".
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from factcli.english import people as speech
from factcli.english.calendar import WEEKDAY_NAMES
from factcli.english.function_words import (
    ARTICLES,
    CONJUNCTIONS,
    FUNCTION_WORDS,
    PHRASE_ENDS,
    POSSESSIVES,
    PREPOSITIONS,
)
from factcli.mentions.quotes.names_and_offices import (
    Subject,
    is_possessive,
    read_name,
    read_phrase,
    without_article,
    words_of,
)

LONGEST_ASIDE = 24
"""The words that two commas may part from a subject."""
_LONGEST_ROLE, _LONGEST_NAME, _LONGEST_POST, _LONGEST_CHARGE = 12, 9, 6, 3
_BEFORE_PHRASES = ARTICLES | POSSESSIVES
_INDEFINITE = frozenset({"a", "an"})


class Person(NamedTuple):
    """Somebody with name and office, each None where it is not known."""

    name: str | None
    role: str | None


@lru_cache(maxsize=1024)
def person_in(phrase: str) -> Person:
    """The name and the office in a phrase.

    >>> person_in("US Secretary of State Mike Pompeo")
    Person(name='Mike Pompeo', role='US Secretary of State')
    """
    subject = read_phrase(phrase.split(), 0)
    return Person(subject.speaker, subject.role) if subject else Person(None, None)


def phrase_until(tokens: list[str], end: int) -> Subject | None:
    """The noun phrase that ends at ``end``, read from right to left."""
    if end and tokens[end - 1].lower() in speech.PRONOUNS:
        return Subject(end - 1, None, None)
    start = end
    while start > max(end - _LONGEST_NAME, 0) and _belongs(tokens, start - 1, end):
        start -= 1
    return read_phrase(tokens[start:end], start) or _office_over(tokens, end)


def _office_over(tokens: list[str], end: int) -> Subject | None:
    """The office with what it is for, up to ``end``: "a spokesman for the rail operator"."""
    start = _start_of_nouns(tokens, end)
    if start > 1 and start < end and tokens[start - 1] == "of" and tokens[start - 2] in speech.BODIES:
        start = _start_of_nouns(tokens, start - 1)  # "the state ministry of culture"
    start -= bool(start) and tokens[start - 1].lower() in _BEFORE_PHRASES
    holder = start - 2
    if start == end or holder < 0 or tokens[start - 1] not in {"of", "for"}:
        return None
    office = phrase_until(tokens, holder + 1) if tokens[holder].lower() in speech.OFFICES else None
    return Subject(office.start, None, words_of(tokens[office.start : end])) if office and not office.speaker else None


def _start_of_nouns(tokens: list[str], end: int) -> int:
    start = end
    while start and end - start < _LONGEST_CHARGE and _may_modify(tokens[start - 1]):
        start -= 1
    return start


def _belongs(tokens: list[str], place: int, end: int) -> bool:
    word = tokens[place]
    lower = word.lower()
    behind = [token.lower() for token in tokens[place + 1 : end]]
    if word[0].isupper():
        return lower not in speech.NO_NAMES
    if lower in speech.OFFICES or lower in speech.BODIES or (lower in speech.PARTICLES and behind):
        return True
    if lower in {"of", "for"} or (lower == "the" and place and tokens[place - 1].lower() in {"of", "for"}):
        holder = tokens[place - (2 if lower == "the" else 1)].lower() if place else ""
        return bool(behind) and (holder in speech.OFFICES or holder in speech.BODIES)
    modifies = bool(behind) and (behind[0] in speech.OFFICES or behind[0] in speech.BODIES or len(behind) > 1)
    return modifies and _is_plain(word) and lower not in PHRASE_ENDS and _has_holder(behind)


def _is_plain(word: str) -> bool:
    """Whether it is all letters, but for the ending of an owner: "company's"."""
    return word.removesuffix("'s").removesuffix("’s").isalpha()


def _has_holder(words: list[str]) -> bool:
    """Whether an office or a body comes within the next words, so that a lower-case word may belong to it."""
    for word in words[:3]:
        if word in speech.OFFICES or word in speech.BODIES:
            return True
        if word in PHRASE_ENDS:
            return False
    return False


def phrase_from(tokens: list[str], start: int) -> Subject | None:
    """The noun phrase that begins at ``start``, with the aside that a comma adds to it."""
    if start < len(tokens) and tokens[start].lower() in speech.PRONOUNS:
        return Subject(start, None, None)
    start, end = _bounds_from(tokens, start)
    subject = read_phrase(tokens[start:end], start)
    if subject and _is_body(subject) and _goes_on(tokens[end : end + 1]):
        return Subject(start, None, None)
    if tokens[end : end + 1] == [","]:
        ends = [n for n in range(end + 1, min(end + LONGEST_ASIDE, len(tokens))) if tokens[n] in {",", ".", ";", ":"}]
        return joined(subject, tokens[end + 1 : ends[0] if ends else len(tokens)])
    return subject


def _continues(tokens: list[str], place: int) -> bool:
    word = tokens[place]
    lower = word.lower()
    if word[0].isupper() or lower in speech.OFFICES or lower in speech.BODIES:
        return True
    if lower in speech.PARTICLES:
        return any(token[0].isupper() for token in tokens[place + 1 : place + 3])
    if lower in {"of", "for"} or (lower == "the" and tokens[place - 1].lower() in {"of", "for"}):
        return any(token[0].isupper() for token in tokens[place + 1 : place + 3])
    if lower in PHRASE_ENDS or word in speech.VERBS or not _is_plain(word):
        return False
    return _has_holder(tokens[place + 1 : place + 4]) and (
        lower in speech.OFFICE_FIELDS or not _follows_name(tokens, place)
    )


def _bounds_from(tokens: list[str], start: int) -> tuple[int, int]:
    """Where a phrase that begins at ``start`` begins without its article, and where it ends."""
    start += start < len(tokens) and tokens[start].lower() in _BEFORE_PHRASES
    end = start
    while end < min(start + _LONGEST_NAME, len(tokens)) and _continues(tokens, end):
        end += 1
    return start, end


def speaker_from(tokens: list[str], start: int) -> Subject | None:
    """The noun phrase after a verb of speech: of "Boston native Ana Ruiz", Ana Ruiz; of "a Boston native", nobody.

    Of "a man Ana Ruiz knew", nobody.
    """
    subject = phrase_from(tokens, start)
    end = _bounds_from(tokens, start)[1]
    if subject and subject.speaker and tokens[start].lower() in _INDEFINITE and _is_verb(tokens[end : end + 1]):
        return Subject(start, None, subject.role)  # "a neighbour Ana Ruiz knew"
    if (subject and (subject.role or not subject.speaker)) or end >= len(tokens) or not _is_noun(tokens[end]):
        return subject
    nearby = range(end + 1, min(end + _LONGEST_POST, len(tokens)))
    named = next((n for n in nearby if tokens[n][0].isupper()), None)
    later = phrase_from(tokens, named) if named and all(map(_is_noun, tokens[end:named])) else None
    if later and later.speaker and named and (subject or _ends_there(tokens, _bounds_from(tokens, named)[1])):
        return _with_post(tokens, start, named, later)
    return Subject(start, None, None) if subject and tokens[start].lower() in _INDEFINITE else subject


def _with_post(tokens: list[str], start: int, named: int, subject: Subject) -> Subject:
    """Whoever is named at ``named``, with the office right before the name: "Harvard law professor Ana Ruiz"."""
    is_post = subject.role is None and tokens[named - 1] in speech.OFFICES
    return subject._replace(role=words_of(without_article(tokens[start:named]))) if is_post else subject


def _ends_there(tokens: list[str], place: int) -> bool:
    """Whether no verb follows that would have the name before ``place`` for its subject."""
    word = tokens[place] if place < len(tokens) else ""
    return not word.isalpha() or word in PREPOSITIONS or word in CONJUNCTIONS


def _is_verb(following: list[str]) -> bool:
    return any(word.isalpha() and word.islower() and word not in FUNCTION_WORDS for word in following)


def _is_noun(word: str) -> bool:
    """Whether a word after a name may be a noun that goes on with it."""
    is_small = word.isalpha() and word.islower() and not word.endswith(("ly", "ing"))
    return is_small and not (word in FUNCTION_WORDS or word in speech.FILLERS or word in speech.VERBS)


def _may_modify(word: str) -> bool:
    return _is_noun(word) or word in speech.OFFICE_FIELDS


def _goes_on(following: list[str]) -> bool:
    """Whether the noun is not the last of its phrase: "government inspectors", "party sources"."""
    return any(
        word.isalpha() and word.islower() and word.endswith("s") and word not in FUNCTION_WORDS for word in following
    )


def _follows_name(tokens: list[str], place: int) -> bool:
    """Whether the word before is a name, and no owner or adjective ("Peru's", "Peruvian")."""
    before = tokens[place - 1] if place else ""
    return before[:1].isupper() and not is_possessive(before) and not before.endswith(speech.ADJECTIVE_ENDINGS)


def joined(subject: Subject | None, aside: list[str]) -> Subject | None:
    """The subject with what an aside between commas adds: the office to a name, or the name to an office."""
    if subject is None:
        return None
    other = read_phrase(aside, 0) if 0 < len(aside) <= _LONGEST_ROLE else None
    if subject.speaker is None and subject.role:
        is_name = other is not None and other.speaker and not other.role and aside[0][0].isupper()
        return Subject(subject.start, other.speaker, subject.role) if other and is_name else subject
    if subject.role is None and other and other.speaker and not other.role and _is_full_name(aside):
        # Two names side by side: either may be the one who speaks.
        return subject if _is_body(subject) else Subject(subject.start, None, None)
    if subject.role is None and _is_office(aside):
        return Subject(subject.start, subject.speaker, words_of(without_article(aside)))
    return subject


def _is_full_name(words: list[str]) -> bool:
    return len(words) > 1 and all(word[0].isupper() for word in words)


def _is_body(subject: Subject) -> bool:
    return (subject.speaker or "").lower().rpartition(" ")[2] in speech.BODIES


def _is_office(aside: list[str]) -> bool:
    return len(aside) <= _LONGEST_ROLE and any(word.lower() in speech.OFFICES for word in aside) and aside[0] != "who"


def subject_before(tokens: list[str]) -> Subject | None:
    """The subject that ends where its verb begins: "X", "X, the minister,", "the minister, X,", "X (Y)"."""
    end = _without_fillers(tokens, len(tokens))
    if end and tokens[end - 2 : end] == [",", "who"]:
        return _told_of(tokens, end - 2)
    if end and tokens[end - 1] == ")":
        opening = _last_index(tokens, "(", end)
        return phrase_until(tokens, opening) if opening is not None else None
    if end and tokens[end - 1] == ",":
        comma = _last_index(tokens, ",", end - 1)
        aside = tokens[comma + 1 : end - 1] if comma is not None else []
        if comma is None:
            return None
        return joined(_governing(tokens, phrase_until(tokens, comma)), aside) or _named_beside(tokens, comma, aside)
    return _governing(tokens, phrase_until(tokens, end))


def _told_of(tokens: list[str], comma: int) -> Subject | None:
    """Of whom "who" tells after the comma; of "the son of Lu, who", nobody."""
    subject = phrase_until(tokens, comma)
    is_owned = subject is not None and subject.start > 0 and tokens[subject.start - 1] == "of"
    return Subject(comma, None, None) if subject is None or is_owned else subject


def _named_beside(tokens: list[str], comma: int, aside: list[str]) -> Subject | None:
    """Whom the aside names by the full name for a noun: "the defendant, Ana Ruiz,", "his opposite number, Bo Li,"."""
    start = _start_of_nouns(tokens, comma)
    article = start - 1
    if article < 0 or start == comma or tokens[article].lower() not in _BEFORE_PHRASES:
        return None
    named = read_name(aside, article) if _is_full_name(aside) else None
    return Subject(article, named.speaker, None) if named else None


def _governing(tokens: list[str], subject: Subject | None) -> Subject | None:
    """The subject; where a preposition governs it, whoever it tells of: "Lu from Ito Partners", "friend of Lu"."""
    if subject is None or not (subject.speaker or subject.role):
        return subject
    before = subject.start - 1
    while before > 0 and tokens[before].lower() in ARTICLES:
        before -= 1
    if before < 1 or tokens[before] not in speech.GOVERNING_A_NAME:
        return subject
    is_named = tokens[before - 1][0].isupper()
    if is_named and subject.role:
        return subject  # "College of Nursing director Ana Ruiz"
    whose = phrase_until(tokens, before) if is_named else None
    return whose or Subject(subject.start, None, None)


def _without_fillers(tokens: list[str], end: int) -> int:
    while end:
        word = tokens[end - 1].lower()
        if word in WEEKDAY_NAMES and end > 1 and tokens[end - 2].lower() == "on":
            end -= 2
        elif word in speech.FILLERS or (word.endswith("ly") and word == tokens[end - 1]):
            end -= 1
        else:
            break
    return end


def _last_index(tokens: list[str], token: str, end: int) -> int | None:
    return next((n for n in range(end - 1, max(end - 1 - LONGEST_ASIDE, -1), -1) if tokens[n] == token), None)
