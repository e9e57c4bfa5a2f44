"""Which candidates nobody would miss: those of which neither the sentence nor the text says what they are about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcli.english.aliases import country_of
from factcli.english.naming.happenings import STANDING_NOUNS, TOLLS
from factcli.extract.proposing.measured import is_plain
from factcli.extract.spoken_of import topics_of
from factcli.model.facts import Quantity, Quotation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcli.extract.naming.name_parts import NamePart
    from factcli.extract.proposing.segments import Segment
    from factcli.extract.proposing.subject_finder import About
    from factcli.model.facts import Value

# A count below this is minor where no name says what it is of.
_MANY = 1_000
# A sum below this is minor where no name says whose it is.
_VERY_MANY = 1_000_000
# So few dead or arrested are told of only beside a name.
_FEW = 5
_COUNTED = frozenset({"count", "number"})
_SUMS = frozenset({"money", "percent"})
_KEPT_UNNAMED = _COUNTED | _SUMS
_OF_COUNTRIES = _SUMS | {"temperature"}
_LEFT_OPEN = re.compile(
    r"(?:[A-Z][^\[\]]{0,60}, ?)?\[(?:he|she|it|they|his|her|its|their|th(?:is|at|ese|ose)|the \w+)\]", re.IGNORECASE
)
_ANYBODY = frozenset({"people", "persons"})
# "The firm said", where the text does not say which.
_NOBODY_NAMED = STANDING_NOUNS["body"] | {"government"}
# "This is no easy task, as each weighs 400 pounds" goes on from what is not said here.
_OF_A_TASK = re.compile(r"(?:\A|: )(?:This|That|These|Those) (?:is|was|are|were) ")
# Of so many words, what points back is of nothing; of somebody whom it does not name, of more.
_CRYPTIC = 15
_CRYPTIC_OF_PEOPLE = 40
# Somebody who speaks of less says little that is worth keeping.
_LEAST_TOPICS = 2
_POINTING_SPEECH = re.compile(
    r"(?:(?:and|but|so) )?(?:(?:it|(?P<who>he|she|they|his|her|their))\b"
    r"|(?:that|this|these|those)(?: \w+s| will| would| are| were| can| could|['’]s)\b)",
    re.IGNORECASE,
)
# A name or a figure in what somebody says.
_NAMING_SPEECH = re.compile(r"[a-zà-ÿ,;’'] (?!I\b|OK\b|[A-Z][a-z]{2,6}day\b)[A-ZÀ-Þ]|\d")


def is_adrift(about: About, value: Value, segment: Segment, measure: str, statement: str) -> bool:
    """Whether neither the sentence nor the text names what a candidate is about, and nobody would miss it.

    "Some 60 divers searched the site" is worth nothing on its own, "Some 11 million moorings are in use" is.
    """
    parts = segment.parts
    if isinstance(value, Quotation):
        return about.name is None or about.name in _NOBODY_NAMED or _is_cryptic(value)
    if about.sort == "carried" and isinstance(value, Quantity) and _is_minor(value) and _OF_A_TASK.search(statement):
        return True
    least = _VERY_MANY if about.sort in {"words", "carried"} else _MANY
    if _is_left_open(statement) and not _is_weighty(value, measure, least):
        return True
    if not isinstance(value, Quantity):
        is_carried = about.sort == "carried" and any(not part.speaks for part in parts)
        return about.name is None or is_carried or country_of(about.name) is not None
    is_toll = measure in TOLLS.values() and not (about.sort == "words" and not parts and (value.amount or 0) < _FEW)
    return not is_toll and _is_loose_figure(about, value, parts, measure)


def _is_loose_figure(about: About, value: Quantity, parts: Sequence[NamePart], measure: str) -> bool:
    is_named = about.sort != "words" or any(not part.speaks for part in parts)
    if about.name is None and is_plain(measure):
        return True
    is_any = about.name is None or about.name in _ANYBODY
    if is_any and (value.dimension not in _KEPT_UNNAMED or _is_minor(value, _VERY_MANY)):
        return True
    if is_named and about.name:
        return _is_only_of_country(about, value)
    if about.sort == "words" and value.dimension in _SUMS and (value.amount or value.upper or 0) < _VERY_MANY:
        return True
    return _is_minor(value) and (value.dimension in _COUNTED or " " not in (about.name or ""))


def _is_only_of_country(about: About, value: Quantity) -> bool:
    """Whether a figure has only the country of the text for its subject, and is none that countries have."""
    is_country = about.sort == "carried" and country_of(about.name or "") is not None
    return is_country and value.dimension not in _OF_COUNTRIES and _is_minor(value)


def _is_weighty(value: Value, measure: str, least: int) -> bool:
    """Whether a figure is a toll, or a sum or count of ``least`` and more."""
    is_large = isinstance(value, Quantity) and value.dimension in _KEPT_UNNAMED and not _is_minor(value, least)
    return is_large or measure in TOLLS.values()


def _is_minor(value: Quantity, least: int = _MANY) -> bool:
    return (value.amount or value.upper or 0) < least


def _is_left_open(statement: str) -> bool:
    """Whether the text does not say whom or what a sentence is about: "[She] left"."""
    return _LEFT_OPEN.match(statement) is not None


def _is_cryptic(quotation: Quotation) -> bool:
    """Whether nothing in a quotation says what it is about: "He was keen", "That will show", "We still have hope"."""
    text = quotation.text
    if _NAMING_SPEECH.search(text):
        return False
    pointing = _POINTING_SPEECH.match(text)
    most = _CRYPTIC_OF_PEOPLE if pointing and pointing["who"] else _CRYPTIC
    return (pointing is not None and len(text.split()) <= most) or len(topics_of(text)) < _LEAST_TOPICS
