"""Means beside the range that they are of: "ages ranged from 22 to 41 years, with a mean of 47"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcli.check.alone.disagreements import Disagreement
from factcli.check.alone.intervals import amount_of, digits, ends_of, unit_of
from factcli.check.alone.templates import AMOUNT, PERCENT, RANGE, matches
from factcli.check.reasons import Reason

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.check.alone.reading import Reading

_MEAN = (
    rf"(?:mean|median|average|on average|averag(?:ing|ed|es))(?: [a-z]{{1,12}}+)?(?: of| was| is|:|,)? "
    rf"(?P<mean>[{AMOUNT}{PERCENT}])"
)
_RANGED = (
    r"(?:\brang(?:ed|es|ing|e)(?: was| is)?(?: from| between|:|,)?|\bfrom|\bbetween|\baged|\bare|\bwere) "
    rf"(?P<range>{RANGE})"
)
_SIGNED = r"(?: (?!and\b|while\b|but\b)[a-z]{1,15}+){0,3}"
_PATTERNS = (
    re.compile(rf"{_RANGED}{_SIGNED}(?:,| \(| and|(?= with)) ?(?:with |and )?(?:an? |the |their |on )?{_MEAN}"),
    re.compile(
        rf"\b{_MEAN}{_SIGNED},? ?[(\[]?(?:(?:range|ranging|ranged)(?: from| between|:|,| of)?|min"
        rf"(?:imum)?[–-]max(?:imum)?:?) ?(?P<range>{RANGE})(?=[)\],;.]| years?[)\],;.]|$)"
    ),
)


def find_means_outside(reading: Reading) -> Iterator[Disagreement]:
    """The means and medians below the least or above the most."""
    for template in reading.templates:
        if RANGE in template:
            for pattern in _PATTERNS:
                for match in matches(pattern, template):
                    mean, both = template.group(match, "mean"), template.group(match, "range")
                    amount, ends = amount_of(mean), ends_of(both)
                    units = {unit_of(mean), unit_of(both)} - {None}
                    if amount is not None and ends and len(units) < 2 and not ends[0].low <= amount <= ends[1].high:  # noqa: PLR2004
                        side = "below" if amount < ends[0].low else "above"
                        yield Disagreement(
                            Reason.MEAN_OUTSIDE_RANGE,
                            mean.span,
                            both.span,
                            f"{digits(amount)} is {side} the range {both.surface}",
                        )
