"""Find the names in a sentence, and the one that it is about: runs of capitalised words."""

from __future__ import annotations

import re
from typing import NamedTuple

from factcli.english.folding import CAPITALS
from factcli.english.function_words import BARE_HEADS, GOVERNING, STOP_WORDS
from factcli.english.people import NO_NAMES, OFFICES, PARTICLES
from factcli.mentions.quotes.speakers import person_in

_WORD = rf"[{CAPITALS}](?:[\w&]|[.-](?=\w)|['’](?!s?(?!\w)))*+(?![$\w])"
_JOINT = "|".join(sorted({*PARTICLES, "of", "of the", "for", "and the"}, key=len, reverse=True))
_NAME = re.compile(rf"(?<!\w){_WORD}(?:[ ](?:(?:{_JOINT})[ ])?{_WORD}){{0,8}}+")
_SMALL = re.compile(r"(?<!\w)[a-zà-ÿ][\w]*+")
_ADJECTIVE = re.compile(r"\w+(?:an|ish|ist|ese|ic|ch)(?:-\w+)?+ (?=[a-z])")
_LONGEST_PREPOSITION = 16
_GOVERNED = re.compile(
    rf"(?<!\w)(?:{'|'.join(sorted(GOVERNING))})(?: the| an?)? $",
    re.IGNORECASE,
)
_PLACES = ("In ", "In the ", "At ", "At the ")
_POSSESSIVES = ("’s ", "'s ", "’ ", "' ")
_BROAD = frozenset({"US", "U.S", "USA", "UK", "EU", "UN", "America", "European Union", "United States", "Twitter"})
# Capitalised words that open a sentence and name nothing.
_OPENERS = STOP_WORDS | NO_NAMES


class NameSpan(NamedTuple):
    """A run of capitalised words: its place in the text, and its words."""

    start: int
    end: int
    words: str


def small_words(text: str) -> frozenset[str]:
    """The words that ``text`` writes small somewhere."""
    return frozenset(match[0] for match in _SMALL.finditer(text))


def find_names(text: str, start: int, end: int, small: frozenset[str] = frozenset()) -> list[NameSpan]:
    """The names in the sentence ``text[start:end]``, in order.

    A single word at its head counts unless it is among the words that are written ``small`` elsewhere.
    """
    return [name for match in _NAME.finditer(text, start, end) if (name := _name(match, start, small))]


def subject_of(text: str, names: list[NameSpan]) -> str | None:
    """What the sentence with these names is about, a person without the office; None where all of them stand aside.

    That is the first name which is not an adjective ("the Mexican ministry"), hangs on no preposition ("distributed by
    Acme") and is not in half of the news ("the US"); one that only owns something gives way to one after a comma
    ("Shortly before Pompeo's visit, Ebrard ...") or an office ("Pompeo's peer Zarif").
    """
    nouns = [name for name in names if not _is_adjective(text, name)]
    free = [name for name in nouns if not _is_governed(text, name)]
    best = next((name for name in free if name.words not in _BROAD), None)
    if best is None and free:
        best = next((name for name in nouns if " " in name.words), free[0])
    if best and text.startswith(_POSSESSIVES, best.end):
        best = next((name for name in nouns if name.start > best.end and _takes_over(text, name)), best)
    return without_office(best) if best else None


def place_of(text: str, names: list[NameSpan], start: int) -> str | None:
    """The name that a sentence beginning at ``start`` opens with as its place: "In Yorvik, ..."."""
    return names[0].words if names and text[start : names[0].start] in _PLACES else None


def name_in_front_of(text: str, names: list[NameSpan], place: int) -> str | None:
    """The name that a bracket at ``place`` belongs to, as in "Rafael Correa (2007-2017)"."""
    owner = next((name for name in names if 0 < place - name.end <= len(" (") and text[place - 1] == "("), None)
    return without_office(owner) if owner else None


def without_office(name: NameSpan) -> str:
    """The words of a name without the office before it: "Mike Pompeo"."""
    return person_in(name.words).name or name.words


def _is_adjective(text: str, name: NameSpan) -> bool:
    """Whether a single name stands before a noun: "the Mexican ministry", "a Hezbollah operative"."""
    if " " in name.words:
        return False
    is_sort = text.endswith((" a ", " an "), 0, name.start) and text[name.end + 1 : name.end + 2].islower()
    return is_sort or bool(_ADJECTIVE.match(text, name.start))


def _takes_over(text: str, name: NameSpan) -> bool:
    """Whether the name stands behind a comma or an office."""
    before = text[max(name.start - _LONGEST_PREPOSITION, 0) : name.start]
    return before.endswith(", ") or before.rpartition(" ")[0].rpartition(" ")[2] in OFFICES


def _is_governed(text: str, name: NameSpan) -> bool:
    """Whether a preposition stands before the name; "of" does not count: a part is told by its whole."""
    return bool(_GOVERNED.search(text, max(name.start - _LONGEST_PREPOSITION, 0), name.start))


def _name(match: re.Match[str], sentence: int, small: frozenset[str]) -> NameSpan | None:
    words = match[0].split()
    start = match.start()
    while words and words[0].lower() in _OPENERS and not words[0].isupper():
        start += len(words.pop(0)) + 1
    while words and words[-1].lower() in NO_NAMES | PARTICLES:
        words.pop()
    if not words or (len(words) == 1 and start <= sentence + 1 and _is_common(words[0].lower(), small)):
        return None
    return NameSpan(start, match.end(), " ".join(words))


def _is_common(word: str, small: frozenset[str]) -> bool:
    return word in small or word in BARE_HEADS or word.endswith(("ly", "ed", "ing"))
