"""What the sources say of one mention of a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from factcli.check.reasons import Reason, Verdict
    from factcli.model.facts import Span, Value


class SourceJudgement(NamedTuple):
    """The verdict on a mention; where a source decided, its number, the words in its text, and the value there.

    ``differences`` are the changed words of a quote: the draft's, and the source's.  ``claimed`` is who said it by the
    draft, where the source has another; ``calculation`` is what gives a figure that is not stated.
    """

    verdict: Verdict
    reason: Reason
    source: int | None = None
    span: Span | None = None
    value: Value | None = None
    differences: tuple[tuple[str, str], ...] = ()
    claimed: str | None = None
    calculation: str | None = None
