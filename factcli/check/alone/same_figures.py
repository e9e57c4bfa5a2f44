"""Whether a text has a figure somewhere: a figure and its other mentions come in, yes or no goes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.check.alone.intervals import amount_of, ends_of, written
from factcli.mentions.patterns import late_pattern
from factcli.model.facts import Quantity

if TYPE_CHECKING:
    from factcli.check.alone.templates import Template
    from factcli.model.facts import Mention

_MOST_PAIRED = 60
# What makes a figure of the body another one than that of the headline.
OTHER_FIGURE = late_pattern(
    r"\b(?:first|more|another|further|extra|additional|initial(?:ly)?|original(?:ly)?|previous(?:ly)?|last"
    r"|earlier|since|then|by \d"
    r"|each|every|per|up to|at least|up from|down from|instead|revised|rather|estimated?|could|may|might|some"
    r"|part|half|already|other)\b"
)


def says_same(mention: Mention, other: Mention) -> bool:
    """Whether the body has the figure, of whatever it is; also rounded, hedged or in a range."""
    mine, its = written(mention), other.value
    amount = amount_of(mention)
    if mine is None or amount is None or not isinstance(its, Quantity):
        return False
    if its.amount is not None:
        exact = written(other)
        near = abs(its.amount - amount) <= abs(amount) / 10
        return (exact is not None and mine.meets(exact)) or (its.comparator != "=" and near) or its.amount == amount
    ends = ends_of(other)
    return bool(ends and ends[0].low <= amount <= ends[1].high)


def is_derived(mention: Mention, rest: list[Template]) -> bool:
    """Whether two figures of the body give that of the headline."""
    amount = amount_of(mention)
    amounts = [each for template in rest for other in template.mentions if (each := amount_of(other))][:_MOST_PAIRED]
    known = set(amounts)
    return amount is not None and any(amount - each in known or amount + each in known for each in amounts)
