"""A match: what a recogniser hands to the driver, in tokens instead of offsets."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from factcli.model.edtf import EdtfDate
    from factcli.model.facts import MentionKind, Role, Value


class Match(NamedTuple):
    """A value stated by the tokens from ``first`` to before ``after``.

    ``modifiers`` and what comes after them are those of :class:`factcli.model.Mention`.
    """

    first: int
    after: int
    kind: MentionKind
    value: Value
    modifiers: tuple[str, ...] = ()
    alternative: EdtfDate | None = None
    role: Role | None = None
    is_possible: bool = True
