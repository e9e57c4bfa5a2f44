"""Offices and professions beside a name: what they are, of which body, and of what time."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from factcli.english.function_words import FUNCTION_WORDS, PHRASE_ENDS, PREPOSITIONS
from factcli.english.naming.names import INSTITUTIONS
from factcli.english.naming.roles import (
    COMING,
    CURRENT,
    ENDS_OF_OFFICES,
    FIELDS,
    FORMER,
    GENERAL,
    JOINED_TO_OFFICES,
    OFFICE_DETERMINERS,
    OFFICE_PREPOSITIONS,
    PARTIES,
    PHRASES,
    RANKS,
    ROLE_NOUNS,
    SAME,
    SAME_BEFORE,
    SOUGHT,
)
from factcli.english.people import ABBREVIATED_TITLES, OFFICE_FIELDS, VERBS
from factcli.english.stemming import meaning
from factcli.mentions.patterns import late_pattern
from factcli.model.facts import Span

if TYPE_CHECKING:
    from factcli.mentions.names import NameMention

_REACH = 90
_TOKEN = late_pattern(r"[^\W_](?:[\w’'&-]|\.(?=\w))*+\.?|[,;:()\"“”—–]")
_STOPS = ((PHRASE_ENDS | PREPOSITIONS) - OFFICE_PREPOSITIONS - {"the", "a", "an"}) | ENDS_OF_OFFICES
# In an office they are nouns: "secretary of state".
_VERBS = VERBS.keys() - OFFICE_FIELDS
_WITHIN_OFFICES = OFFICE_FIELDS | OFFICE_PREPOSITIONS
_ENDS_OF_HEADS = OFFICE_PREPOSITIONS | {",", "("}
_CHANGING = RANKS | FORMER | CURRENT | COMING | PARTIES | SAME_BEFORE.keys()
_MOST_WORDS = 12
_MOST_BEFORE = 7
_MOST_PHRASE = 3
_SENTENCE_END = late_pattern(r"[^\W\d_]{3}[.!?][\"'”’)]{0,3}+\s+(?=[^\W\d_])|\n")
# With the capital of the sentence that they open, they name no body: "Visiting captain Ana Ruiz said".
_PARTICIPLES = ("ing", "ed")


class Role(NamedTuple):
    """An office or profession.

    ``head`` is the office itself, ``ranks`` and ``parties`` are what changes it, ``time`` is "former", "current",
    "coming" or "", ``bodies`` are the names that it belongs to, ``link`` is the preposition before them, "" where they
    come first; ``fields`` are what a minister is for, or a professor of; ``is_definite`` says that it is "the" office,
    so that only one has it; ``span`` is where it stands.
    """

    head: str
    ranks: frozenset[str]
    parties: frozenset[str]
    time: str
    bodies: tuple[str, ...]
    link: str
    text: str
    span: Span | None = None
    fields: frozenset[str] = frozenset()
    is_definite: bool = False

    @property
    def is_general(self) -> bool:
        """Whether it says too little to exclude another office."""
        return self.head in GENERAL

    @property
    def is_of_one(self) -> bool:
        """Whether one person at a time has it: "the mayor of Lomar"."""
        return self.is_definite and bool(self.bodies)


def role_beside(text: str, name: NameMention) -> Role | None:
    """The role right before a name ("economist Ana Ruiz"), or beside it in an aside ("Ana Ruiz, mayor of Lomar,")."""
    start, end = name.span
    return _role_before(text, start) or _role_after(text, end) or _role_before_aside(text, start, end)


@lru_cache(4_096)
def parse_role(phrase: str) -> Role | None:
    """A phrase as a role; None where no office is in it.

    >>> parse_role("deputy mayor of Lomar").head, parse_role("deputy mayor of Lomar").bodies
    ('mayor', ('Lomar',))
    """
    tokens = _TOKEN.findall(phrase)
    return _role(_without_capital(tokens), None) if tokens else None


def _role_before(text: str, end: int) -> Role | None:
    start = max(0, end - _REACH)
    breaks = [match.end() for match in _SENTENCE_END.finditer(text, start, end)]
    start = breaks[-1] if breaks else start
    tokens = list(_TOKEN.finditer(text, start, end))
    first = len(tokens)
    while first and len(tokens) - first < _MOST_BEFORE and _goes_on(tokens[first - 1][0]):
        if first > 1 and _may_be_verb(tokens[first - 1][0]) and _is_plain_name(tokens[first - 2][0]):
            break
        first -= 1
    while first < len(tokens) and tokens[first][0].lower() in OFFICE_PREPOSITIONS:
        first += 1
    kept = tokens[first:]
    if not kept or text[kept[-1].end() : end].strip():
        return None
    words = [match[0] for match in kept]
    if kept[0].start() == start:
        words = _without_capital(words)
    role = _role(words, Span(kept[0].start(), kept[-1].end()))
    return role if role and _ends_in_office(words) else None


def _without_capital(opening: list[str]) -> list[str]:
    """The words that open a sentence, the first in small letters where it names no body."""
    first, *rest = opening
    return [first.lower(), *rest] if first.endswith(_PARTICIPLES) else opening


def _goes_on(token: str) -> bool:
    lowered = token.lower()
    if not token[0].isalnum() or lowered in _STOPS or lowered in {"the", "a", "an"}:
        return False
    return token[0].isupper() or lowered not in _VERBS


def _is_plain_name(token: str) -> bool:
    """Whether a word is a name, and not the owner of what follows, or what opens it: "Shadow home secretary"."""
    return token[0].isupper() and not token.endswith(("'s", "’s")) and not _changes(token)


def _may_be_verb(token: str) -> bool:
    """Whether a word does not go with an office: "met" of "Ana Ruiz met President Hale"."""
    return token[0].islower() and not _changes(token) and token not in _WITHIN_OFFICES


def _ends_in_office(tokens: list[str]) -> bool:
    """Whether the phrase ends with the office itself, its rank, or what it is for: "Secretary of Education"."""
    lowered = [token.lower().rstrip(".") for token in tokens]
    last = max((at for at, word in enumerate(lowered) if _noun(word)), default=None)
    if last is None:
        return False
    tail = tokens[last + 1 :]
    return not tail or (tail[0] in {"of", "for"} and all(token[0].isupper() for token in tail[1:]) and len(tail) > 1)


def _role_before_aside(text: str, start: int, end: int) -> Role | None:
    """The role to which a name is added: "The mayor of Lomar, Ana Ruiz, said"."""
    if text[start - 2 : start] != ", " or text[end : end + 1] not in {",", ".", ";", ")"}:
        return None
    tokens = _right_up_to(text, start - 2)
    for at, match in enumerate(tokens):
        phrase = [each[0] for each in tokens[at:]]
        is_owner = match[0].endswith(("'s", "’s", "s'", "s’")) and match[0][0].isupper()
        if is_owner or match[0].lower() in OFFICE_DETERMINERS:
            kept = tokens[at if is_owner else at + 1 :]
            if kept and _opens_with_office([each[0] for each in kept]):
                role = _role([each[0] for each in kept], Span(kept[0].start(), kept[-1].end()))
                return role._replace(is_definite=is_owner or phrase[0].lower() == "the") if role else None
    return None


def _right_up_to(text: str, end: int) -> list[re.Match[str]]:
    """The words up to a place, back to a mark or a verb."""
    start = max(0, end - _REACH)
    breaks = [match.end() for match in _SENTENCE_END.finditer(text, start, end)]
    tokens = list(_TOKEN.finditer(text, breaks[-1] if breaks else start, end))
    first = len(tokens)
    while first and len(tokens) - first < _MOST_WORDS and tokens[first - 1][0][0].isalnum():
        if tokens[first - 1][0] in _VERBS:
            break
        first -= 1
    return tokens[first:]


def _role_after(text: str, end: int) -> Role | None:
    if not text.startswith((", ", " ("), end):
        return None
    words: list[re.Match[str]] = []
    for match in _TOKEN.finditer(text, end + 2, end + 2 + _REACH):
        token = match[0].lower()
        if not token[0].isalnum() or token in _STOPS or match[0] in _VERBS or len(words) > _MOST_WORDS:
            break
        words.append(match)
        if token.endswith(".") and len(token) > 4:  # noqa: PLR2004 - the sentence ends
            break
    tokens = [match[0] for match in words]
    first = next((at for at, token in enumerate(tokens) if token.lower() not in OFFICE_DETERMINERS), 0)
    if not tokens or not _opens_with_office(tokens[first:]):
        return None
    role = _role(tokens[first:], Span(words[first].start(), words[-1].end()))
    return role._replace(is_definite=tokens[0].lower() == "the") if role else None


def _opens_with_office(tokens: list[str]) -> bool:
    """Whether the office comes before any preposition: not "a woman in the mayor's office"."""
    for token in tokens:
        if token.lower() in OFFICE_PREPOSITIONS:
            return False
        if _noun(token.lower().rstrip(".")):
            return True
    return False


def _noun(word: str) -> bool:
    return (
        word in ROLE_NOUNS
        or word in PHRASES
        or word.removesuffix("'s") in ROLE_NOUNS
        or (word.endswith(("ologist", "ographer")))
    )


def _role(tokens: list[str], span: Span | None) -> Role | None:
    """The office of a phrase that begins with what changes it and goes on with what it belongs to."""
    text = " ".join(tokens)
    tokens = _joined(text).split()
    lowered = [token.lower().rstrip(".").replace("’", "'") for token in tokens]
    lowered = [part for word in lowered for part in ([word] if word in PHRASES else _unhyphenated(word))]
    tokens = [part for token in tokens for part in ([token] if token.lower() in PHRASES else _unhyphenated(token))]
    ends = next((at for at, word in enumerate(lowered) if at and word in _ENDS_OF_HEADS), len(lowered))
    heads = _heads(lowered, ends)
    if not heads:
        return None
    at, length, head = heads[-1]
    around = [word for place, word in enumerate(lowered) if not at <= place < at + length]
    front = around[: ends - length] + [word for word in lowered[at + length :] if word in {"third", "second", "fourth"}]
    front = [SAME_BEFORE.get(word, word) for word in front]
    ends = lowered.index("at", ends) if "at" in lowered[ends:] and head == "professor" else ends
    after = _bodies(tokens[ends:])
    bodies = after or _bodies(_right_before(tokens[:at]))
    link = lowered[ends] if after and ends < len(lowered) else ""
    return Role(
        SAME.get(head, head),
        frozenset(front) & RANKS,
        frozenset(front) & PARTIES,
        _time(front),
        bodies,
        link,
        text,
        span,
        _subject(tokens, at) if head == "professor" else frozenset(FIELDS[word] for word in lowered if word in FIELDS),
    )


def _joined(text: str) -> str:
    """The text of an office in which what belongs together is one word, and what is sought is still to come."""
    for phrase, coming in SOUGHT.items():
        text = text.replace(phrase, coming)
    return text.replace(" in chief", "-in-chief").replace(" in Chief", "-in-Chief")


def _subject(tokens: list[str], at: int) -> frozenset[str]:
    """The stems of what a professor teaches: the small words before the office, and those after "of"."""
    before = [token for token in tokens[:at] if token[0].islower() and not _changes(token)]
    of = tokens.index("of", at) + 1 if "of" in tokens[at:] else len(tokens)
    ends = next((end for end in range(of, len(tokens)) if tokens[end] in OFFICE_PREPOSITIONS), len(tokens))
    after = tokens[of:ends]
    words = before if any(word.lower() in INSTITUTIONS or word == "the" for word in after) else before + after
    return frozenset(meaning(word.lower()) for word in words if word.lower() not in FUNCTION_WORDS)


def _unhyphenated(word: str) -> list[str]:
    """The parts of "ex-minister" and "mayor-elect"; other words as they are."""
    parts = word.split("-")
    return parts if len(parts) > 1 and not JOINED_TO_OFFICES.isdisjoint(map(str.lower, parts)) else [word]


def _heads(words: list[str], ends: int) -> list[tuple[int, int, str]]:
    """The offices before the first preposition: where, of how many words, and which."""
    found: list[tuple[int, int, str]] = []
    at = 0
    while at < ends:
        for length in range(min(_MOST_PHRASE, ends - at), 0, -1):
            phrase = " ".join(words[at : at + length])
            head = PHRASES.get(phrase) or (phrase if length == 1 and _noun(phrase) else None)
            if head:
                found.append((at, length, head))
                at += length
                break
        else:
            at += 1
    return found


def _bodies(tokens: list[str]) -> tuple[str, ...]:
    """The runs of capitals in some words."""
    runs: list[list[str]] = [[]]
    for token in tokens:
        plain = re.sub(r"['’]s?$", "", token).rstrip(".")
        if plain[:1].isupper() and plain.lower() not in ABBREVIATED_TITLES:
            runs[-1].append(plain)
        elif runs[-1]:
            runs.append([])
    return tuple(" ".join(run) for run in runs if run)


def _right_before(tokens: list[str]) -> list[str]:
    """The capitalised words right before an office, past those that change it: "Google" of "Google deputy director"."""
    kept = list(tokens)
    while kept and (_changes(kept[-1]) or kept[-1].lower() in OFFICE_FIELDS):
        kept.pop()
    first = len(kept)
    while first and kept[first - 1][0].isupper() and not _changes(kept[first - 1]):
        first -= 1
    return kept[first:]


def _changes(token: str) -> bool:
    """Whether a word before an office changes it, and names no body: "Former", "Deputy"."""
    lowered = token.lower()
    return _noun(lowered) or lowered in _CHANGING


def _time(words: list[str]) -> str:
    for time, known in (("former", FORMER), ("coming", COMING), ("current", CURRENT)):
        if not known.isdisjoint(words):
            return time
    return ""
