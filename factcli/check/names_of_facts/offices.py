"""Offices and professions beside a name, and whether two of them can be of one person."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import OSA

from factcli.english.function_words import PHRASE_ENDS, PREPOSITIONS
from factcli.english.naming.roles import (
    COMING,
    CURRENT,
    ENDS_OF_OFFICES,
    FORMER,
    GENERAL,
    GROUPS,
    HELPERS,
    OFFICE_DETERMINERS,
    OFFICE_PREPOSITIONS,
    PARTIES,
    PHRASES,
    RANKS,
    ROLE_NOUNS,
    SAME,
    UNDERSTOOD,
)
from factcli.english.people import ABBREVIATED_TITLES, OFFICE_FIELDS, VERBS
from factcli.mentions.patterns import late_pattern
from factcli.model.facts import Span

if TYPE_CHECKING:
    from factcli.mentions.names import NameMention

_REACH = 90
_TOKEN = late_pattern(r"[^\W_](?:[\w’'&-]|\.(?=\w))*+\.?|[,;:()\"“”—–]")
_STOPS = ((PHRASE_ENDS | PREPOSITIONS) - OFFICE_PREPOSITIONS - {"the", "a", "an"}) | ENDS_OF_OFFICES
_MOST_WORDS = 12
_MOST_BEFORE = 7
_MOST_PHRASE = 3
_SENTENCE_END = late_pattern(r"[^\W\d_]{3}[.!?]\s+(?=[^\W\d_])|\n")
_LEAST_MISSPELT = 6
# In the name of an office itself they say that it is not the office: "vice president".
_LOWER = frozenset({"vice", "deputy", "assistant"})


class Role(NamedTuple):
    """An office or profession.

    ``head`` is the office itself, ``ranks`` and ``parties`` are what changes it, ``time`` is "former", "current",
    "coming" or "", ``bodies`` are the names that it belongs to, ``link`` is the preposition before them, "" where they
    come first; ``span`` is where it stands.
    """

    head: str
    ranks: frozenset[str]
    parties: frozenset[str]
    time: str
    bodies: tuple[str, ...]
    link: str
    text: str
    span: Span | None = None

    @property
    def is_general(self) -> bool:
        """Whether it says too little to exclude another office."""
        return self.head in GENERAL


def role_beside(text: str, name: NameMention) -> Role | None:
    """The role right before a name ("economist Ana Ruiz"), or in an aside after it ("Ana Ruiz, mayor of Lomar,")."""
    return _role_before(text, name.span.start) or _role_after(text, name.span.end)


@lru_cache(4_096)
def parse_role(phrase: str) -> Role | None:
    """A phrase as a role; None where no office is in it.

    >>> parse_role("deputy mayor of Lomar").head, parse_role("deputy mayor of Lomar").bodies
    ('mayor', ('Lomar',))
    """
    return _role(_TOKEN.findall(phrase), None)


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
    kept = tokens[first:]
    if not kept or text[kept[-1].end() : end].strip():
        return None
    role = _role([match[0] for match in kept], Span(kept[0].start(), kept[-1].end()))
    return role if role and _ends_in_office([match[0] for match in kept]) else None


def _goes_on(token: str) -> bool:
    lowered = token.lower()
    if not token[0].isalnum() or lowered in _STOPS or lowered in {"the", "a", "an"}:
        return False
    return token[0].isupper() or lowered not in VERBS


def _is_plain_name(token: str) -> bool:
    """Whether a word is a name, and not the owner of what follows: "Lomar's first minister"."""
    return token[0].isupper() and not token.endswith(("'s", "’s"))


def _may_be_verb(token: str) -> bool:
    """Whether a word does not go with an office: "met" of "Ana Ruiz met President Hale"."""
    return token[0].islower() and not _changes(token) and token not in OFFICE_FIELDS | OFFICE_PREPOSITIONS


def _ends_in_office(tokens: list[str]) -> bool:
    """Whether the phrase ends with the office itself, its rank, or what it is for: "Secretary of Education"."""
    lowered = [token.lower().rstrip(".") for token in tokens]
    last = max((at for at, word in enumerate(lowered) if _noun(word)), default=None)
    if last is None:
        return False
    tail = tokens[last + 1 :]
    return not tail or (tail[0] in {"of", "for"} and all(token[0].isupper() for token in tail[1:]) and len(tail) > 1)


def _role_after(text: str, end: int) -> Role | None:
    if not text.startswith((", ", " ("), end):
        return None
    words: list[re.Match[str]] = []
    for match in _TOKEN.finditer(text, end + 2, end + 2 + _REACH):
        token = match[0].lower()
        if not token[0].isalnum() or token in _STOPS or match[0] in VERBS or len(words) > _MOST_WORDS:
            break
        words.append(match)
        if token.endswith(".") and len(token) > 4:  # noqa: PLR2004 - the sentence ends
            break
    tokens = [match[0] for match in words]
    first = next((at for at, token in enumerate(tokens) if token.lower() not in OFFICE_DETERMINERS), 0)
    if not tokens or not _opens_with_office(tokens[first:]):
        return None
    return _role(tokens[first:], Span(words[first].start(), words[-1].end()))


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
    tokens = text.replace(" in chief", "-in-chief").replace(" in Chief", "-in-Chief").split()
    lowered = [token.lower().rstrip(".").replace("’", "'") for token in tokens]
    lowered = [part for word in lowered for part in ([word] if word in PHRASES else _unhyphenated(word))]
    tokens = [part for token in tokens for part in ([token] if token.lower() in PHRASES else _unhyphenated(token))]
    ends = next(
        (at for at, word in enumerate(lowered) if at and word in OFFICE_PREPOSITIONS | {",", "("}), len(lowered)
    )
    heads = _heads(lowered, ends)
    if not heads:
        return None
    at, length, head = heads[-1]
    around = [word for place, word in enumerate(lowered) if not at <= place < at + length]
    front = around[: ends - length] + [word for word in lowered[at + length :] if word in {"third", "second", "fourth"}]
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
    )


def _unhyphenated(word: str) -> list[str]:
    """The parts of "ex-minister"; other words as they are."""
    parts = word.split("-")
    return parts if parts[0].lower() in {"ex", "then"} else [word]


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
    while kept and _changes(kept[-1]):
        kept.pop()
    first = len(kept)
    while first and kept[first - 1][0].isupper() and not _changes(kept[first - 1]):
        first -= 1
    return kept[first:]


def _changes(token: str) -> bool:
    """Whether a word before an office changes it, and names no body: "Former", "Deputy"."""
    lowered = token.lower()
    return _noun(lowered) or lowered in RANKS | FORMER | CURRENT | COMING | PARTIES


def _time(words: list[str]) -> str:
    for time, known in (("former", FORMER), ("coming", COMING), ("current", CURRENT)):
        if not known.isdisjoint(words):
            return time
    return ""


def is_other_office(mine: Role, its: Role) -> bool:
    """Whether the head of one role excludes that of the other: an economist is not a psychologist."""
    if mine.head == its.head or mine.is_general or its.is_general:
        return False
    here, there = set(mine.head.split("-")), set(its.head.split("-"))
    if here <= there or there <= here:
        return not _LOWER.isdisjoint(here ^ there)
    if (mine.head in HELPERS) != (its.head in HELPERS):
        return True
    if not GROUPS.get(mine.head, frozenset()).isdisjoint(GROUPS.get(its.head, frozenset())):
        return True
    return _is_misspelt(mine.head, its.head)


def _is_misspelt(one: str, other: str) -> bool:
    """Whether one word was written for another that looks like it: "socialist" for "socialite"."""
    is_near = min(len(one), len(other)) > _LEAST_MISSPELT and one[:4] == other[:4]
    return is_near and OSA.distance(one, other, score_cutoff=2) <= 2  # noqa: PLR2004


def is_other_rank(mine: Role, its: Role) -> bool:
    """Whether the same office is held in another rank: a deputy mayor is not the mayor."""
    if mine.head != its.head:
        return False
    if mine.head == "professor":
        return bool(mine.ranks and its.ranks) and mine.ranks.isdisjoint(its.ranks)
    added, left_out = mine.ranks - its.ranks, its.ranks - mine.ranks
    return bool(added) or bool(left_out - UNDERSTOOD)


def is_other_party(mine: Role, its: Role) -> bool:
    """Whether the same office is held for another party: a Labour peer is not a crossbench peer."""
    return mine.head == its.head and bool(mine.parties and its.parties) and mine.parties.isdisjoint(its.parties)
