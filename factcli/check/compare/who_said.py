"""Compare two speakers by their names: are they two, and may one speak for the other?"""

from __future__ import annotations

import re
from functools import lru_cache

from factcli.english.aliases import alias_of
from factcli.english.people import BODIES

_LONGEST_ACRONYM = 6
_NAMES_KEPT = 1_024


@lru_cache(_NAMES_KEPT)
def speakers_differ(draft: str | None, stored: str | None) -> bool:
    """Whether two named speakers are different ones: they share no word, and neither is short for the other."""
    left, right = _name_words(draft), _name_words(stored)
    if not left or not right or set(left) & set(right):
        return False
    return not (_is_short_for(left, right) or _is_short_for(right, left))


@lru_cache(_NAMES_KEPT)
def _name_words(name: str | None) -> list[str]:
    return [word.casefold() for word in re.findall(r"\w+", name or "") if word[0].isupper()]


def _is_short_for(short: list[str], words: list[str]) -> bool:
    """Whether one word is put together from the beginnings of others: "Southcom" of Southern Command, "UN"."""
    return len(short) == 1 and any(
        _is_put_together(short[0], words[first:]) for first in range(len(words) - 1) if short[0][0] == words[first][0]
    )


def _is_put_together(short: str, words: list[str]) -> bool:
    """Whether ``short`` is a beginning of each word in turn, up to its end; of two words at least."""
    rests = {short[size:] for size in range(1, len(short)) if words[0].startswith(short[:size])}
    for word in words[1:]:
        if any(rest and word.startswith(rest) for rest in rests):
            return True
        rests = {rest[size:] for rest in rests for size in range(1, len(rest)) if word.startswith(rest[:size])}
    return False


def may_speak_for(one: str | None, other: str | None) -> bool:
    """Whether one is a person and the other a body or a place, whose words the person may have said.

    >>> may_speak_for("Syria", "Walid Muallem"), may_speak_for("Ana Silva", "Walid Muallem")
    (True, False)
    """
    return _is_body(one) != _is_body(other)


def _is_body(name: str | None) -> bool:
    words = (name or "").split()
    if not words:
        return False
    is_acronym = len(words) == 1 and words[0].isupper() and 1 < len(words[0]) <= _LONGEST_ACRONYM
    is_named_so = any(word.lower() in BODIES for word in words)
    return is_acronym or is_named_so or alias_of(" ".join(words).lower()) is not None
