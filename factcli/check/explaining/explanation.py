"""The values of an explanation: what was read of a mention, and what was said of each fact."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from factcli.check.reasons import Reason, Verdict
    from factcli.model.facts import Fact, Span

# What decides: the two values alone, a rule by itself, or the evidence weighed together.
Decider = Literal["values", "rule", "weight"]


class Slot(NamedTuple):
    """One thing that was read of a figure or quote, in words: ``noun`` is ``people``."""

    name: str
    words: str


class Weighed(NamedTuple):
    """A piece of evidence: what it adds to the sum, below 0 if it speaks against the fact."""

    name: str
    weight: float


class Considered(NamedTuple):
    """A fact that the mention was held against, alone.

    ``verdict`` and ``reason`` are those that it gives by itself, ``rules`` all rules that speak against it.  Where
    ``decider`` is ``weight``, the evidence adds up to ``total``, and the fact is meant where that is above ``least``.
    """

    fact: Fact
    verdict: Verdict
    reason: Reason
    decider: Decider
    slots: tuple[Slot, ...] = ()
    rules: tuple[Reason, ...] = ()
    evidence: tuple[Weighed, ...] = ()
    total: float = 0.0
    least: float = 0.0


class Explanation(NamedTuple):
    """How a mention at ``span`` of a text was read, and the likeliest facts; ``further`` counts those left out."""

    span: Span
    slots: tuple[Slot, ...]
    considered: tuple[Considered, ...] = ()
    further: int = 0
