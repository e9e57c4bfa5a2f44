"""Groups of people by age: text in, the ages that bound them out."""

from __future__ import annotations

import re

from factcli.english.people import AGED_PEOPLE
from factcli.mentions.patterns import late_pattern

_SIDE = "(?:over|under|above|below|older than|younger than)"


def _groups() -> str:
    people = "|".join(sorted(AGED_PEOPLE | {"persons", "pupils"}))
    return (
        rf"\b(?:(?:{people}) {_SIDE}|aged(?: over| under)?) (\d{{1,3}})\b(?![,.%]\d)"
        r"|\b(?:among|of) (?:the |all )?[a-z]{3,20} (?:over|under) (\d{1,3}),"
        r"|\b(?:over|under)[- ](\d{1,3})s\b"
        r"|\b(\d{1,3})(?: years)? (?:or|and) (?:over|older|above|under|younger)\b"
    )


_GROUP = late_pattern(_groups, re.IGNORECASE)


def age_groups(text: str) -> frozenset[str]:
    """The ages, in digits, by which a text tells groups of people apart: "over-65s", "children under 5", "aged 18".

    >>> sorted(age_groups("Among people over 65 and children under 5"))
    ['5', '65']
    >>> age_groups("over 65 houses")
    frozenset()
    """
    return frozenset(age for match in _GROUP.finditer(text) for age in match.groups() if age)
