"""The mood of a clause: its words in, whether it tells of what is planned, of what is not so, or denies something."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from factcli.check.claims.clauses import is_verb_at
from factcli.english.function_words import PREPOSITIONS
from factcli.english.measuring.clause_words import DENIALS, DENYING, FALSE, HOPING, HYPOTHETICAL, NEEDING, STATES
from factcli.english.measuring.measure_verbs import INTENTIONS, MODALS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcli.english.stemming import Word
    from factcli.model.facts import Span

_PLANNING = MODALS | INTENTIONS
_WANTING = INTENTIONS | HOPING
# "Was to open" says that it did not open then.
_ONCE_DUE = frozenset({("was", "to"), ("were", "to")})
_NOT = ("n't", "n’t")


def is_intended(words: Sequence[str]) -> bool:
    """Whether a clause says what is planned: "will", "wants to", "are to be hired"."""
    is_due = any(verb in STATES and following == "to" for verb, following in pairwise(words))
    return is_due or not _PLANNING.isdisjoint(words)


def is_hoped(words: Sequence[str]) -> bool:
    """Whether a clause says what somebody wants, needs or fears: "hopes to sell", "would like to have"."""
    if ("would", "like") in pairwise(words) or not NEEDING.isdisjoint(words):
        return True
    return any(verb in _WANTING and following in {"to", "that"} for verb, following in pairwise(words)) or any(
        auxiliary in {"had", "have", "has"} and verb in _WANTING for auxiliary, verb in pairwise(words)
    )


def is_conditional(words: Sequence[str]) -> bool:
    """Whether a sentence says what would be if something were so."""
    return "if" in words and any(map(_is_hypothetical_modal, words))


def is_hypothetical(words: Sequence[str], *, is_in_conditional: bool) -> bool:
    """Whether a clause says what has not come about: "would have paid", "was to have cost", "would ... if"."""
    pairs = set(pairwise(words))
    if any((modal, "have") in pairs for modal in HYPOTHETICAL) or not pairs.isdisjoint(_ONCE_DUE):
        return True
    return is_in_conditional and ("if" in words[:1] or any(map(_is_hypothetical_modal, words)))


def _is_hypothetical_modal(word: str) -> bool:
    return (word[:-3] if word.endswith(_NOT) else word) in HYPOTHETICAL


def is_denied(words: Sequence[str], before: str) -> bool:
    """Whether a clause denies something, also of all others, or is what the word ``before`` it denies."""
    if not DENIALS.isdisjoint(words) or any(word.endswith(_NOT) for word in words):
        return True
    if ("no", "other") in pairwise(words):
        return True
    return "that" in words[:1] and (before in DENYING or not FALSE.isdisjoint(words))


def stands_aside(words: Sequence[Word], span: Span) -> bool:
    """Whether a figure is in a phrase between commas that says nothing by a verb: "with 43 teachers, it lacks none"."""
    commas = [word for word in words if word.text == ","]
    begin = max((comma.end for comma in commas if comma.end <= span.start), default=words[0].start)
    end = next((comma.start for comma in commas if comma.start >= span.end), None)
    if end is None:
        return False
    places = [
        at for at, word in enumerate(words) if begin <= word.start < end and not span.start <= word.start < span.end
    ]
    is_phrase = any(words[at].text in PREPOSITIONS for at in places)
    return is_phrase and not any(is_verb_at(words, at) or words[at].text in DENIALS for at in places)
