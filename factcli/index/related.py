"""The facts that share the rarest words of a sentence: what a draft may be about, out of very many."""

from __future__ import annotations

from factcli.index.rows import folded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

# Words that more facts have tell nothing apart, and reading their lists would cost more than they tell.
_TOO_COMMON = 2_000
_MOST_WORDS = 12


def rare_words(frequencies: Iterable[tuple[str, int]]) -> list[str]:
    """The rarest of the words, given with the number of facts that have each."""
    rarest = sorted((facts, word) for word, facts in frequencies if facts <= _TOO_COMMON)
    return [word for _, word in rarest[:_MOST_WORDS]]


def lookup_keys(words: Iterable[str]) -> list[str]:
    """The words as the index counts them, each once."""
    return sorted({folded(word) for word in words})


def any_of(words: Iterable[str]) -> str:
    """The FTS5 expression for facts with at least one of the words."""
    return " OR ".join(f'"{word}"' for word in words if '"' not in word)
