"""A proposed fact with the paragraph that states it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from factcli.model.facts import Fact, Mention

_AROUND = 600


class Proposal(NamedTuple):
    """A fact, and the text around it: ``paragraph[start:end]`` are the words that state it."""

    fact: Fact
    paragraph: str
    start: int
    end: int


def placed(fact: Fact, mention: Mention, text: str) -> Proposal:
    """The proposal of a fact with its paragraph, as much of that as one looks at."""
    begin, end = mention.span
    first = max(begin - _AROUND, 0)
    blank = text.rfind("\n\n", first, begin)
    start = blank + len("\n\n") if blank >= 0 else first
    finish = text.find("\n\n", end, end + _AROUND)
    finish = finish if finish >= 0 else min(end + _AROUND, len(text))
    return Proposal(fact, text[start:finish], begin - start, end - start)
