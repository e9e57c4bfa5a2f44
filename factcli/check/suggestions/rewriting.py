"""A mention and the right value -> ways to say that value in the draft's own style, the most natural first.

"US$8m" becomes "US$7m", "on 17 July" "on 18 July".  Whether a way may be suggested is asked of the checker, which reads
the sentence again with it put in (:mod:`factcli.check.suggestions.law`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.check.suggestions.dates import rewrite_date
from factcli.check.suggestions.figures import rewrite_figure
from factcli.check.suggestions.quotes import rewrite_quote
from factcli.model.edtf import EdtfDate
from factcli.model.facts import Quantity, Quotation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.model.facts import Mention, Value

# A longer figure or date is not the prose that these ways are made for.
_LONGEST = 120


def ways_to_say(mention: Mention, right: Value) -> Iterator[str]:
    """The surfaces that ``mention`` could have with the value ``right``, without repeats; none where no style fits."""
    return iter(dict.fromkeys(way for way in _ways(mention, right) if way and way != mention.surface))


def _ways(mention: Mention, right: Value) -> Iterator[str]:
    draft = mention.value
    if isinstance(right, Quotation) and isinstance(draft, Quotation):
        yield from rewrite_quote(mention.surface, right.text)
    elif len(mention.surface) > _LONGEST:
        return
    elif isinstance(right, Quantity) and isinstance(draft, Quantity):
        yield from rewrite_figure(mention.surface, mention.kind, draft, right)
    elif isinstance(right, EdtfDate) and isinstance(draft, EdtfDate):
        yield from rewrite_date(mention.surface, draft, right)
