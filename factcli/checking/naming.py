"""Whether a sentence names what a fact is about, or something that the fact has never heard of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.checking.lexicon import PREPOSITIONS, TITLES

if TYPE_CHECKING:
    from factcli.checking.evidence import KnownFact
    from factcli.checking.knowledge import Knowledge
    from factcli.checking.names import Name
    from factcli.checking.passages import Passage

_LEAST_NAMED = 0.5
_OPENING_WORDS = 8
_UNNAMED = frozenset({"it", "he", "she", "they", "this", "its", "his", "her", "their", "the"})
# How far behind "outside" a place may stand, in characters.
_LEFT_OUT_WITHIN = 40


def names_subject(passage: Passage, known: KnownFact, before: Knowledge) -> bool:
    """Whether the sentence names the subject or an alias by at least half of its words.

    A sentence that names nothing else may leave that to the sentences ``before`` it.
    """
    if is_named(passage.knowledge, known):
        return True
    return not unknown_names(passage, known) and is_named(passage.knowledge.joined(before), known)


def is_named(knowledge: Knowledge, known: KnownFact) -> bool:
    """Whether ``knowledge`` holds at least half of the words of the subject, or of an alias."""
    return named_share(knowledge, known) >= _LEAST_NAMED


def named_share(knowledge: Knowledge, known: KnownFact) -> float:
    """The largest share of the words of the subject, or of an alias, that ``knowledge`` holds."""
    shares = [
        sum(told for token, told in tokens.items() if knowledge.knows(token)) / sum(tokens.values())
        for tokens in known.subject_names
    ]
    return max(shares, default=0.0)


def is_foreign(passage: Passage, known: KnownFact, before: Knowledge) -> bool:
    """Whether the first name of the sentence is unknown to the fact, and less than half of the subject is named.

    "It" and "this" stand for what the sentences ``before`` named.
    """
    first = passage.names[:1]
    if not first or is_unnamed(known):
        return False
    if passage.opens_with_pronoun and is_named(before, known):
        return False
    if is_namesake(first[0], known):
        return True
    if known.knowledge.knows_name(first[0].tokens):
        return False
    return not is_named(passage.knowledge, known)


def unknown_names(passage: Passage, known: KnownFact) -> list[Name]:
    """The names of the sentence that the fact, and others of its subject, do not know."""
    found = passage.unknown_names.get(known.fact.id)
    if found is None:
        found = passage.unknown_names[known.fact.id] = _find_unknown(passage, known)
    return found


def _find_unknown(passage: Passage, known: KnownFact) -> list[Name]:
    # What the fact leaves unnamed, the first name of the sentence may name.
    names = passage.names[1:] if is_unnamed(known) else passage.names
    named = [name for name in names if not is_left_out(name, passage)]
    return [name for name in named if not _is_known(name, known) or is_namesake(name, known)]


def _is_known(name: Name, known: KnownFact) -> bool:
    return known.knowledge.knows_name(name.tokens) or known.kin.knowledge.knows_name(name.tokens)


def is_left_out(name: Name, passage: Passage) -> bool:
    """Whether the sentence names it only to leave it out: "outside Lomar and Bresk"."""
    before = passage.text[max(name.start - _LEFT_OUT_WITHIN, passage.span.start) : name.start]
    return any(word in before.rpartition(",")[2] for word in (" outside ", " excluding ", " except ", " apart from "))


def is_namesake(name: Name, known: KnownFact) -> bool:
    """Whether the name shares its last word with the subject, but has another one before it: a relative of hers."""
    *given, last = name.tokens
    given = [token for token in given if token not in TITLES]
    if not given or any(known.knowledge.knows(token) for token in given):
        return False
    return last in known.surnames and any(last in tokens and len(tokens) > 1 for tokens in known.subject_names)


def is_unnamed(known: KnownFact) -> bool:
    """Whether the fact has no subject, and its statement names none first: "it was", "the film", "his first book"."""
    if known.fact.subject:
        return False
    opening = known.passage.words[:_OPENING_WORDS]
    begin = next((number for number, word in enumerate(opening) if word.text in _UNNAMED), None)
    if begin is None:
        return False
    return not any(_stands_alone(known.passage, name, opening[begin].start) for name in known.passage.names)


def _stands_alone(passage: Passage, name: Name, end: int) -> bool:
    """Whether a name before ``end`` may be what the sentence is about: not "by Acme", nor a capital at its head."""
    before = passage.text[passage.span.start : name.start].split()
    if not before:
        return len(name.tokens) > 1 and name.start < end
    return name.start < end and before[-1].lower() not in PREPOSITIONS
