"""The words of a name -> what tells it from others of the same words: initials, a generation, particles."""

from __future__ import annotations

from typing import NamedTuple

from factcli.check.names_of_facts.spelling import folded
from factcli.english.aliases import ACRONYMS, alias_of
from factcli.english.naming.names import GENERATIONS, NAME_SUFFIXES
from factcli.english.people import PARTICLES
from factcli.mentions.patterns import late_pattern

_INITIALS = late_pattern(r"(?:[^\W\d_]\.){2,4}|[^\W\d_]\.?")
_WORD = "-"
_LONGEST_MARK = max(map(len, GENERATIONS))


class NameMarks(NamedTuple):
    """What is left out of a name where it is compared.

    ``initials`` has a letter for each initial and ``-`` for each other word: "-l-" of "Robert L. Castellan".
    ``generation`` is "Jr." or "III"; ``particles`` are those in small letters, "van den".
    """

    initials: str = ""
    generation: str = ""
    particles: str = ""

    @property
    def has_initials(self) -> bool:
        """Whether there is an initial, and a word too."""
        return bool(self.initials.strip(_WORD))

    @property
    def ends_in_initial(self) -> bool:
        """Whether a letter comes last, as it does in "Group B" and in "Ana R."."""
        return self.initials[-1:] not in {"", _WORD}

    @property
    def is_junior_or_senior(self) -> bool:
        """Whether it is a person's who has the name of a parent or child."""
        return self.generation[:2] in {"Jr", "Sr"}


_NO_MARKS = NameMarks()


def marks_of(words: tuple[str, ...]) -> NameMarks:
    """The marks of a name.

    >>> marks_of(("Willem", "J.", "van", "den", "Broek", "Jr."))
    NameMarks(initials='-j-', generation='Jr.', particles='van den')
    """
    if all(map(_is_plain, words)):
        return _NO_MARKS
    generation = words[-1] if words[-1].rstrip(".").lower() in GENERATIONS else ""
    particles = [word for word in words if word in PARTICLES]
    kept = [word for word in words if word not in PARTICLES and word.rstrip(".").lower() not in NAME_SUFFIXES]
    initials = "".join(folded(word) if are_initials(word) else _WORD for word in kept)
    return NameMarks(initials if initials.strip(_WORD) else "", generation, " ".join(particles))


def _is_plain(word: str) -> bool:
    """Whether a word is not a mark: it is long, and begins with a capital."""
    return len(word) > _LONGEST_MARK and word.isalpha() and word[0].isupper()


def are_initials(word: str) -> bool:
    """Whether a word of a name is one initial or several: "J.", "J.R.", but not the "U.S." of "U.S. Steel"."""
    may_be = len(word) == 1 or "." in word
    return (
        may_be and bool(_INITIALS.fullmatch(word)) and alias_of(folded(word)) is None and folded(word) not in ACRONYMS
    )


def other_initials(mine: NameMarks, its: NameMarks) -> bool:
    """Whether both have initials in the same places, and others."""
    return (
        mine.has_initials
        and its.has_initials
        and mine.initials != its.initials
        and [letter == _WORD for letter in mine.initials] == [letter == _WORD for letter in its.initials]
    )


def other_generation(mine: NameMarks, its: NameMarks) -> bool:
    """Whether one is Jr. and the other Sr., or one II and the other III."""
    here, there = (marks.generation.rstrip(".").lower() for marks in (mine, its))
    return bool(here and there) and here != there


def other_particles(mine: NameMarks, its: NameMarks) -> bool:
    """Whether both have as many particles, and others: "van der", "van den"."""
    here, there = mine.particles.split(), its.particles.split()
    return len(here) == len(there) and here != there
