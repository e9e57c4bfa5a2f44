"""A figure, or a quote, with its sentence in; what was read of it, slot by slot and in words, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.check.alignment import is_rank
from factcli.check.explaining.explanation import Slot
from factcli.english.measuring.clause_words import BEFORE_PLACE
from factcli.model.facts import Quantity, Quotation
from factcli.model.figure_style import grouped
from factcli.model.formatting import value_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcli.check.claims.slots import Claim
    from factcli.check.known_facts import KnownFact
    from factcli.check.passages import Figure, Passage

_BOUNDS = {"~": "about", ">": "more than", ">=": "at least", "<": "less than", "<=": "at most"}
_FLAGS = (
    ("is_denied", "denied"),
    ("is_intended", "planned or expected"),
    ("is_change", "a change"),
    ("is_bare_year", "a bare year"),
)


def slots_of_figure(passage: Passage, figure: Figure) -> tuple[Slot, ...]:
    """What the sentence of a draft says of a figure; a slot that it does not fill is left out."""
    claim = passage.claim_of(figure)
    return _slots([*_of_value(figure), *_of_claim(passage, figure, claim), ("time", _times(passage, figure))])


def slots_of_fact(known: KnownFact, figure: Figure) -> tuple[Slot, ...]:
    """What a fact says of its figure, the time for which it holds included."""
    claim, fact = known.claim_of(figure), known.fact
    times = ", ".join(
        filter(None, (_times(known.passage, figure), f"as of {value_in_words(fact.as_of)}" if fact.as_of else ""))
    )
    return _slots(
        [*_of_value(figure), ("about", fact.subject), *_of_claim(known.passage, figure, claim), ("time", times)]
    )


def slots_of_quote(said: Quotation) -> tuple[Slot, ...]:
    """The words of a quote, and who says them."""
    return _slots([("words", value_in_words(said)), ("speaker", said.speaker)])


def _slots(pairs: Iterable[tuple[str, str | None]]) -> tuple[Slot, ...]:
    return tuple(Slot(name, words) for name, words in pairs if words)


def _of_value(figure: Figure) -> Iterator[tuple[str, str | None]]:
    value = figure.value
    if not isinstance(value, Quantity):
        yield "value", value_in_words(value)
        yield "side", "" if figure.side == "whole" else figure.side
        yield "event", figure.context.frame
        return
    ends = (value.lower, value.upper) if value.amount is None else (value.amount,)
    yield "value", " to ".join(grouped(end) for end in ends if end is not None)
    yield "bound", _BOUNDS.get(value.comparator)
    yield "unit", "rank" if is_rank(figure) else value.unit
    yield "per", value.per
    yield "role", figure.mention.role


def _of_claim(passage: Passage, figure: Figure, claim: Claim) -> Iterator[tuple[str, str | None]]:
    words = {word.stem: word.text for word in reversed(passage.words)}

    def written(stems: Iterable[str]) -> str:
        return " ".join(words.get(stem, stem) for stem in stems if stem)

    names = " ".join(token for name in passage.names for token in _written(passage, name.start, name.end, claim))
    yield "noun", claim.counted
    yield "measure", ", ".join(claim.measures).replace("_", " ")
    yield "belongs to", written([claim.attribute])
    yield "ranked by", written([figure.context.scale or ""])
    yield "subject", " ".join(filter(None, (names, written([claim.subject]))))
    yield "verb", written([claim.verb])
    yield "place", _places(passage)
    yield "part", written(sorted(claim.narrowed))
    yield "said to be", ", ".join(words for name, words in _FLAGS if getattr(claim, name))


def _written(passage: Passage, start: int, end: int, claim: Claim) -> list[str]:
    """The words of a name as they are written, if it is one of what the clause is about."""
    inside = [word for word in passage.words if start <= word.start and word.end <= end]
    named = any(word.folded in claim.subject_names for word in inside)
    return [passage.text[start:end]] if named else []


def _places(passage: Passage) -> str:
    """The names of the sentence that a preposition of place leads to."""
    before = {after.start: word.text for word, after in zip(passage.words, passage.words[1:], strict=False)}
    placed = (name for name in passage.names if before.get(name.start) in BEFORE_PLACE)
    return ", ".join(dict.fromkeys(passage.text[name.start : name.end] for name in placed))


def _times(passage: Passage, figure: Figure) -> str:
    others = (each for each in passage.dates if each.mention is not figure.mention)
    return ", ".join(dict.fromkeys(value_in_words(each.value) for each in others))
