"""The rules that can be turned off or given a level: every reason for a finding that a report can show as a problem."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.check.reasons import Reason

if TYPE_CHECKING:
    from collections.abc import Iterable

# Name -> what it finds.  With --strict, what is unknown counts too; what is confirmed is never a problem.
RULES = {str(reason): reason.about for reason in Reason if reason.verdicts != ("confirmed",)}

_MOST_NAMED = 3
# Names that have less in common with a typed one are not suggested.
_LEAST_ALIKE = 60


def hint_for(wrong: str, known: Iterable[str] = RULES) -> str:
    """What to do about an unknown name: up to three of the ``known`` ones that are near to it, or else all of them."""
    from rapidfuzz import fuzz, process

    names = list(known)
    near = process.extract(wrong, names, scorer=fuzz.ratio, score_cutoff=_LEAST_ALIKE, limit=_MOST_NAMED)
    return f"did you mean: {', '.join(name for name, *_ in near)}?" if near else f"known rules: {', '.join(names)}"
