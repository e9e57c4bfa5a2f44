"""How a clause says what it says: as planned, as not come about, or as not so."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from factcli.english.measuring.clause_words import DENIALS, HYPOTHETICAL, STATES
from factcli.english.measuring.measure_verbs import INTENTIONS, MODALS

if TYPE_CHECKING:
    from collections.abc import Sequence

_PLANNING = MODALS | INTENTIONS
_NOT = ("n't", "n’t")


def is_intended(words: Sequence[str], plain: Sequence[str]) -> bool:
    """Whether a clause says what is planned: "will", "wants to", "are to be hired".

    ``plain`` are its ``words`` without those of figures.
    """
    is_due = any(verb in STATES and following == "to" for verb, following in pairwise(words))
    return is_due or not _PLANNING.isdisjoint(plain)


def is_hypothetical(words: Sequence[str]) -> bool:
    """Whether a clause says what has not come about: "would have paid"."""
    return any(modal in HYPOTHETICAL and following == "have" for modal, following in pairwise(words))


def is_denied(words: Sequence[str], plain: Sequence[str]) -> bool:
    """Whether a clause says that something is not so: "never paid", "didn't pay"."""
    return not DENIALS.isdisjoint(plain) or any(word.endswith(_NOT) for word in words)
