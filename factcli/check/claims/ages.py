"""Ages: a bare number beside a name or after "died at" is one of years."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from factcli.english.measuring import clause_words
from factcli.model.facts import Quantity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcli.english.stemming import Word
    from factcli.model.facts import Mention, Value

_OLDEST = 120


def with_age(value: Value, words: Sequence[Word], cover: tuple[int, int]) -> Value:
    """The value, as years where the words around it make a bare number an age."""
    if not isinstance(value, Quantity) or value.dimension != "number" or value.amount is None:
        return value
    if not 0 < value.amount <= _OLDEST or value.amount != value.amount.to_integral_value():
        return value
    return msgspec.structs.replace(value, unit="year") if _is_age(words, *cover) else value


def is_age(mention: Mention, words: Sequence[Word], cover: tuple[int, int]) -> bool:
    """Whether a figure is an age: "aged 34", "the 34-year-old", "died at 90"."""
    value = mention.value
    if not isinstance(value, Quantity):
        return False
    if value.unit == "year":
        first, after = cover
        before = [word.text for word in words[max(first - 2, 0) : first]]
        is_old = mention.surface.endswith(("year-old", "years old")) or (
            after < len(words) and words[after].text == "old"
        )
        return is_old or before[-1:] == ["aged"] or before == ["age", "of"]
    return with_age(value, words, cover) is not value


def _is_age(words: Sequence[Word], first: int, after: int) -> bool:
    before = words[first - 1].text if first else ""
    following = words[after] if after < len(words) else None
    if before in clause_words.AGED:
        return True
    if before == "at":
        opens = first == 1 and following is not None and following.text == ","
        return opens or any(word.text in clause_words.LIVED for word in words[max(first - 3, 0) : first])
    if before == ",":
        closes = following is None or following.text in {",", "."}
        return closes and first > 1 and words[first - 2].is_capital and not words[first - 2].text.isdigit()
    is_state = before in clause_words.STATES and first > 1 and words[first - 2].is_capital
    return is_state and (following is None or following.text in clause_words.AFTER_AGE)
