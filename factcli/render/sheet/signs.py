"""What a verdict looks like on a page: a class for its colour and line, a sign, and words for the legend."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from factcli.drafts.review import PlacedFinding


class Sign(NamedTuple):
    """The sign of a verdict, its name, and what it says of the words."""

    sign: str
    name: str
    about: str

    def numbered(self, number: int) -> str:
        """The sign and the number of a finding, with a space between, as in some fonts the signs reach over."""
        return f"{self.sign}\N{NO-BREAK SPACE}{number}"


# Class of the page: its sign, the gravest first.
SIGNS = {
    "contradicted": Sign("≠", "contradicted", "a fact, a source or the draft itself says otherwise"),
    "outdated": Sign("↻", "outdated", "true once: the store has a newer fact"),
    "unsupported": Sign("∅", "unsupported", "no source states it"),
    "waiver": Sign("!", "waiver", "a waiver without use or reason"),
    "waived": Sign("~", "waived", "not reported, for the reason beside it"),
    "unknown": Sign("?", "unchecked", "nothing decides it: nobody has checked it yet"),
    "confirmed": Sign("✓", "confirmed", "a fact or a source says so"),
}
_GRAVITY = {name: place for place, name in enumerate(SIGNS)}


def class_of(finding: PlacedFinding) -> str:
    """The class of a finding: its verdict, or that it is waived."""
    return "waived" if finding.waived else finding.verdict


def gravity_of(name: str) -> int:
    """The place of a class in the order of gravity, the gravest first."""
    return _GRAVITY[name]
