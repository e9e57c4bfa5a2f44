"""Two words of names -> whether one is a slip of the other, and how likely a slip."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from rapidfuzz.distance import OSA

from factcli.english.aliases import alias_of
from factcli.english.naming.given_names import is_short_form, is_transcription
from factcli.english.naming.names import TWO_SPELLINGS
from factcli.english.nouns import singular
from factcli.english.people import ARTICLES_OF_NAMES, PARTICLES
from factcli.mentions.patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

# "soft": both are said alike, or a letter of a long word went astray: hardly two people.  "hard": other slips.
Slip = Literal["soft", "hard"]

# Letters that no decomposition takes apart.
_LETTERS = (("ø", "o"), ("ł", "l"), ("đ", "d"), ("ð", "d"), ("þ", "th"), ("ß", "ss"), ("æ", "ae"), ("œ", "oe"))
_PLAIN = str.maketrans(dict(_LETTERS) | {"\u0131": "i"} | dict.fromkeys("’‘\u02bb", "'"))
_SPELT_OUT = (("ae", "a"), ("oe", "o"), ("ue", "u"), ("aa", "a"))
_SHORTEST = 3
_SHORTEST_HARD = 4
_TWO_SLIPS = 6
_SHORTEST_ACRONYM, _LONG_ACRONYM = 4, 5
_LONG = 7
_LEAST_ROOT = 5
_SAME_SOUND = 6
# First letters that are written for one another; with others the names are two.
_FIRST_LETTERS = tuple(map(frozenset, ("ck", "cks", "fp", "gj", "jy", "iy", "szc", "aeiou", "vw", "vf", "kq", "xz")))
# "Organisation" and "organization" are both right.
_OCEAN = late_pattern(r"is(?=(?:e|ed|es|er|ers|ing|ation|ations|ational)$)")
_SPELLINGS_OF = {word: row for row in TWO_SPELLINGS for word in row}
_PREFIXES_OF_NAMES = PARTICLES | {"mac", "fitz"}
_DOUBLED = late_pattern(r"(.)\1+")
_NUMERAL = late_pattern(r"[ivxlc]+")
# Letters that are said alike, in the order in which they are replaced.
_SOUNDS = tuple(
    (late_pattern(pattern), sound)
    for pattern, sound in (
        (r"^mac(?=[a-z]{3})", "mc"),
        (r"sch|tsch", "sh"),
        (r"ph|v|w(?=[^aeiouy])", "f"),
        (r"g(?=[eiy])", "j"),
        (r"c(?=[eiy])|z|x$", "s"),
        (r"ck|c(?!h)|q", "k"),
        (r"(?<![csk])h", ""),
        (r"dt|d", "t"),
        (r"b", "p"),
        (r"tz|ts", "s"),
        (r"[aeiouyw]+", "a"),
        (r"(.)\1+", r"\1"),
        (r"a$", ""),
    )
)


@lru_cache(8_192)
def folded(word: str) -> str:
    """A word of a name in small letters, without accents, dots, apostrophes and Arabic articles.

    >>> folded("Tromsø"), folded("O’Brien"), folded("U.S.")
    ('tromso', 'obrien', 'us')
    """
    plain = word.lower().translate(_PLAIN).replace(".", "").replace("'", "")
    if "-" in plain and plain.partition("-")[0] in ARTICLES_OF_NAMES:
        plain = plain.partition("-")[2]
    if plain.isascii():
        return plain
    return "".join(letter for letter in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(letter))


def is_same(one: str, other: str) -> bool:
    """Whether two words, as written, are one word: "Tromso" is "Tromsø", as English has no such letter."""
    if folded(one) != folded(other):
        return (
            _are_spellings(folded(one), folded(other))
            or _spelt_out(one, other)
            or _spelt_out(other, one)
            or _is_stuck_to(one, other)
            or _is_stuck_to(other, one)
        )
    return not is_other_accent(one, other)


def is_other_accent(one: str, other: str) -> bool:
    """Whether two words, as written, are one word with other accents, and both have some: "Tromsö" and "Tromsø"."""
    have_accents = not one.isascii() and not other.isascii()
    return have_accents and folded(one) == folded(other) and _accents(one) != _accents(other)


def _accents(word: str) -> str:
    return unicodedata.normalize("NFC", word.lower()).replace("’", "'")


def _is_stuck_to(long: str, word: str) -> bool:
    """Whether a word has the one before it stuck to it, as where the text of a page is copied: "PhotoStephen"."""
    before = long.removesuffix(word)
    is_stuck = long != before and before[-1:].islower() and word[0].isupper()
    return is_stuck and len(before) >= _SHORTEST and before.lower() not in _PREFIXES_OF_NAMES


def _spelt_out(marked: str, plain: str) -> bool:
    """Whether the second word spells out the letters of the first that have marks: "Müller", "Mueller"."""
    if marked.isascii() or not plain.isascii():
        return False
    shorter = plain.lower()
    for pair, letter in _SPELT_OUT:
        shorter = shorter.replace(pair, letter)
    return shorter == folded(marked)


def in_other_letters(word: str) -> Iterator[str]:
    """A word of a name as an index may have it that keeps letters apart: "søren" for "Soren", "muller" for "Mueller".

    >>> list(in_other_letters("Soren")), list(in_other_letters("Søren"))
    (['søren'], ['soren'])
    """
    lowered = word.lower()
    if not word.isascii():
        yield folded(word)
        return
    for letter, plain in (*_LETTERS, *((short, long) for long, short in _SPELT_OUT)):
        if plain in lowered:
            yield lowered.replace(plain, letter)


@lru_cache(8_192)
def slip_of(one: str, other: str) -> Slip | None:
    """What sort of slip makes one folded word the other; None where they are the same, or two words.

    >>> slip_of("gonzalez", "gonzales"), slip_of("rossi", "roggi"), slip_of("steve", "stephen")
    ('soft', None, None)
    """
    short = min(one, other, key=len)
    if one == other or len(short) < _SHORTEST or _are_both_right(one, other):
        return None
    if "-" in one and sorted(one.split("-")) == sorted(other.split("-")):
        return "soft"
    slips = OSA.distance(one, other, score_cutoff=3)
    begins_alike = one[0] == other[0] or any({one[0], other[0]} <= row for row in _FIRST_LETTERS)
    if begins_alike and is_said_alike(one, other) and (slips <= 2 or len(short) >= _SAME_SOUND):  # noqa: PLR2004
        return "soft"
    if slips == 1 and len(short) >= _SHORTEST_HARD:
        is_typing = one[0] == other[0] and (len(short) >= _LONG or sorted(one) == sorted(other))
        return "soft" if is_typing else "hard"
    if slips == 2 and len(short) >= _TWO_SLIPS and one[0] == other[0]:  # noqa: PLR2004
        return "soft" if len(short) > _LONG else "hard"
    return None


def are_acronyms_alike(one: str, other: str) -> bool:
    """Whether two acronyms, as written, are a slip apart: two letters exchanged, or of a long one any letter.

    >>> are_acronyms_alike("UNHCR", "UNHRC"), are_acronyms_alike("FIFA", "FIBA")
    (True, False)
    """
    if not (one.isupper() and other.isupper()) or min(len(one), len(other)) < _SHORTEST_ACRONYM:
        return False
    is_long = len(one) == len(other) >= _LONG_ACRONYM
    return one != other and (is_long or sorted(one) == sorted(other)) and is_one_slip(one, other)


def is_one_slip(one: str, other: str) -> bool:
    """Whether one letter, or the order of two, makes one folded word the other."""
    return OSA.distance(one, other, score_cutoff=1) <= 1


def differ_by_doubling(one: str, other: str) -> bool:
    """Whether two folded words of some length are the same but for letters written twice: "Wilkinson", "Willkinson"."""
    is_long = min(len(one), len(other)) >= _TWO_SLIPS
    return is_long and one != other and _DOUBLED.sub(r"\1", one) == _DOUBLED.sub(r"\1", other)


def is_near(one: str, other: str) -> bool:
    """Whether two folded words are within two slips, or have one root: "Oceanic" and "Oceanographic"."""
    if _are_both_right(one, other) or one.startswith(other) or other.startswith(one):
        return False
    if OSA.distance(one, other, score_cutoff=2) <= 2:  # noqa: PLR2004
        return True
    return one.isalpha() and other.isalpha() and one[:_LEAST_ROOT] == other[:_LEAST_ROOT]


def is_inflection(one: str, other: str) -> bool:
    """Whether two folded words are forms of one: "Laker" and "Lakers", "Technology" and "Technologies"."""
    return one != other and (singular(one) == singular(other) or one + "s" == other or other + "s" == one)


@lru_cache(8_192)
def is_said_alike(one: str, other: str) -> bool:
    """Whether two folded words sound alike, by rules of thumb for English: "Stephan" and "Stefan"."""
    return sound_of(one) == sound_of(other)


def sound_of(word: str) -> str:
    """How a folded word sounds, in letters that stand for it."""
    head = "a" if word[0] in "aeiou" else ""
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    return head + word


def _are_spellings(one: str, other: str) -> bool:
    """Whether two folded words are one word in its two spellings: "Centre", "Center"; "Cyclo-Cross", "Cyclocross"."""
    if other in _SPELLINGS_OF.get(one, ()) or one.replace("-", "") == other.replace("-", ""):
        return True
    return len(one) == len(other) and _OCEAN.sub("iz", one) == _OCEAN.sub("iz", other)


def _are_both_right(one: str, other: str) -> bool:
    """Whether both are right words: numerals, spellings, letters, short forms, demonyms, other transcriptions."""
    return (
        bool(_NUMERAL.fullmatch(one) and _NUMERAL.fullmatch(other))
        or not (one.isalpha() or "-" in one)
        or _are_spellings(one, other)
        or _have_other_letters(one, other)
        or is_short_form(one, other)
        or is_transcription(one, other)
        or bool(alias_of(one) and alias_of(other))
    )


def _have_other_letters(one: str, other: str) -> bool:
    """Whether they begin with other letters that stand by themselves: "A-League" and "W-League"."""
    return one[1:2] == other[1:2] == "-" and one[0] != other[0]
