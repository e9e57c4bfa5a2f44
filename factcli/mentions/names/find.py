"""Find names: runs of capitalised words with particles, titles, initials, suffixes and hyphens, cut where they end."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcli.english.calendar import CALENDAR_ABBREVIATIONS, CALENDAR_NAMES
from factcli.english.folding import CAPITALS
from factcli.english.function_words import FUNCTION_WORDS, SENTENCE_OPENERS
from factcli.english.naming.kinds import HEADS_OF_NAMES, KINDS, NO_RANKS
from factcli.english.naming.names import (
    INSTITUTIONS,
    JOINTS_OF_PLACES,
    KOREAN_SURNAMES,
    NAME_SUFFIXES,
    OPENING_COMMON,
    TITLES_BEFORE_NAMES,
)
from factcli.english.naming.roles import is_profession
from factcli.english.people import ARTICLES_OF_NAMES, PARTICLES, VERBS
from factcli.mentions.patterns import late_pattern
from factcli.model.facts import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_LETTER = r"[^\W\d_]"
# O'Brien, Jean-Luc, McDonald, al-Mansour, Aix-en-Provence; not the possessive "'s", nor what has a number or a sum:
# "COVID-19", "US$7m".
_ARTICLE = "|".join(sorted(ARTICLES_OF_NAMES))
_INNER = "|".join(sorted(JOINTS_OF_PLACES, key=len, reverse=True))
_WORD = (
    rf"[{CAPITALS}](?:{_LETTER}|['’](?!s\b|s?(?:\W|$))(?={_LETTER})"
    rf"|-(?:(?:{_INNER})-)?+(?=[{CAPITALS}])){{0,40}}+(?!\d|-\d|[$£€])"
)
_INITIALS = rf"(?:[{CAPITALS}]\.(?=[ {CAPITALS}])){{1,4}}+"
_PART = (
    rf"(?:{_INITIALS}|Co-op(?:erative)?\b|(?:St|Mt|Ft|Dr|Mr|Mrs|Ms|Prof|Sir|Rev|Gen|Col|Capt|Lt|Sgt|Maj|Hon|Fr|Sen|Rep|Gov)\."
    rf"(?= [{CAPITALS}])|{_WORD})"
)
_JOINT = "|".join(sorted({*PARTICLES, "of", "of the", "&"} - {"y", "e", "la"}, key=len, reverse=True))
_RUN = late_pattern(
    rf"(?<![\w'’.@#/-]){_PART}(?:(?:(?: (?:{_JOINT})){{1,2}}+ |[ \u00a0])"
    rf"(?:(?:{_ARTICLE})-)?+{_PART}){{0,9}}+(?:,? (?:Jr|Sr)\b)?"
    r"(?P<given>-[a-z]{1,6}(?![\w-]))?"
    r"(?P<owner>['’]s?(?![^\W_]))?"
)
_SPACE = late_pattern(r"[ \u00a0]")
_ENDS_SENTENCE = late_pattern(r"[.!?:•*#>\"“”‘—–(\[][\"'“”‘’)\]*_ ]{0,4}$|(?:\n|^)\s{0,20}(?:[-–] )?$")
_BACK = 12
_CUT_AT_ENDS = CALENDAR_NAMES | CALENDAR_ABBREVIATIONS
_NO_NAMES = _CUT_AT_ENDS | (PARTICLES - {"van", "von", "de", "al"})
_FUNCTION = FUNCTION_WORDS | SENTENCE_OPENERS
_NO_NAME_AFTER_TITLE = {"of", "&"} | INSTITUTIONS | NAME_SUFFIXES | NO_RANKS
_LEAST_PERSON, _MOST_PERSON = 2, 4


class NameMention(NamedTuple):
    """A name in a text.

    ``span`` is the name without titles and without a possessive ending; ``words`` are its words, as written.  ``title``
    is what comes before it ("Foreign Secretary"), "" where nothing does.  ``opens`` says that it stands where a
    sentence begins, so that its first word may have a capital for that alone.
    """

    span: Span
    words: tuple[str, ...]
    title: str = ""
    opens: bool = False

    @property
    def name(self) -> str:
        """The words of the name, joined by blanks."""
        return " ".join(self.words)


def find_names(text: str, start: int = 0, end: int | None = None) -> list[NameMention]:
    """The names in a text, or in a stretch of it, in order; they do not overlap.

    >>> [name.name for name in find_names("On Monday Sir Keir Hale met J. de Groot of Haldane Freight's board.")]
    ['Keir Hale', 'J. de Groot', 'Haldane Freight']
    """
    return list(iter_names(text, start, end))


def iter_names(text: str, start: int = 0, end: int | None = None) -> Iterator[NameMention]:
    """The names as :func:`find_names` gives them, one after another."""
    for match in _RUN.finditer(text, start, len(text) if end is None else end):
        place, run = match.start(), match[0]
        if match["owner"]:
            run = run[: -len(match["owner"])]
        if match["given"] and not _is_korean(run):
            run = run[: -len(match["given"])]
        if not run.isalpha():
            yield from _names(text, place, run)
        elif not _is_small_word(run):
            yield NameMention(Span(place, place + len(run)), (run,), "", _opens(text, place))


def _is_korean(run: str) -> bool:
    """Whether a run ends with a Korean name, whose last syllable is small: "Kim Min-jae", not "in Lomar-based"."""
    words = run.split()
    return len(words) > 1 and words[-2] in KOREAN_SURNAMES


def _names(text: str, place: int, run: str) -> Iterator[NameMention]:
    """The names of a run of several words: mostly one, but "Sen. Ana Ruiz of Lomar" has two."""
    parts, opens = _without_opening(_placed(run, place), opens=_opens(text, place))
    parts = _without_ends(parts)
    title = _title_length(parts)
    named = parts[title:]
    if not named:
        return
    of = _person_length(named)
    yield _mention(named[:of], " ".join(word for _, word in parts[:title]), opens=opens and not title)
    rest = _without_opening(named[of:], opens=False)[0]
    if rest:
        yield _mention(rest, "", opens=False)


def _mention(named: list[tuple[int, str]], title: str, *, opens: bool) -> NameMention:
    span = Span(named[0][0], named[-1][0] + len(named[-1][1]))
    return NameMention(span, tuple(word for _, word in named), title, opens)


def _person_length(named: list[tuple[int, str]]) -> int:
    """How many of the words are the name of a person where "of" says where from; all of them where it does not."""
    words = [word.lower() for _, word in named]
    of = words.index("of") if "of" in words else 0
    if _LEAST_PERSON <= of <= _MOST_PERSON and HEADS_OF_NAMES.isdisjoint(words[:of]) and "&" not in words[:of]:
        return of
    return len(words)


def _opens(text: str, place: int) -> bool:
    """Whether a sentence begins here."""
    before = text[place - 2 : place] if place > 1 else ""
    if before[1:] == " " and (before[0].isalnum() or before[0] == ","):
        return False
    return bool(_ENDS_SENTENCE.search(text, max(0, place - _BACK), place))


def _placed(run: str, place: int) -> list[tuple[int, str]]:
    """The words of a run, each with its place in the text."""
    parts = []
    for word in _SPACE.split(run):
        if word:
            parts.append((place, word.rstrip(",")))
        place += len(word) + 1
    return parts


def _without_opening(parts: list[tuple[int, str]], *, opens: bool) -> tuple[list[tuple[int, str]], bool]:
    """The parts without the function words that a sentence begins with: "In London", "The Haldane Trust"."""
    while parts and _is_small_word(parts[0][1]):
        parts = parts[1:]
        opens = False
    first = parts[0][1].lower() if parts else ""
    if opens and (
        (len(parts) > 1 and (first in OPENING_COMMON or _is_verb(first)))
        or (len(parts) > _LEAST_PERSON and is_profession(first) and _is_person([word.lower() for _, word in parts[1:]]))
    ):
        return parts[1:], False
    return parts, opens


def _is_verb(word: str) -> bool:
    """Whether a word may come before its subject where a sentence begins: "Explained Ruiz"."""
    return word.endswith("ed") and word in VERBS


def _is_small_word(word: str) -> bool:
    lowered = word.lower()
    return lowered in _NO_NAMES or (lowered in _FUNCTION and (len(word) == 1 or not word.isupper()))


def _without_ends(parts: list[tuple[int, str]]) -> list[tuple[int, str]]:
    while parts and (_is_small_word(parts[-1][1]) or parts[-1][1].lower() in PARTICLES or parts[-1][1] in {"of", "&"}):
        parts = parts[:-1]
    return parts


def _title_length(parts: list[tuple[int, str]]) -> int:
    """How many of the words are titles and offices; none where the name is nothing else.

    The last office counts: in "U.S. Sen. Ana Ruiz" the country belongs to it.
    """
    words = [word.lower().rstrip(".") for _, word in parts]
    number = 0
    while number < len(words) and words[number] in TITLES_BEFORE_NAMES:
        number += 1
    last = max((at for at, word in enumerate(words) if word in TITLES_BEFORE_NAMES), default=-1) + 1
    if last > number and _is_person(words[last:]) and "of" not in words[:last]:
        return last
    rest = words[number:]
    return number if rest and rest[0] not in _NO_NAME_AFTER_TITLE else 0


def _is_person(words: list[str]) -> bool:
    """Whether the words after an office inside a run can be its holder: "Ana Ruiz", "Ana Ruiz of Lomar"."""
    words = words[: words.index("of")] if "of" in words else words
    return (
        _LEAST_PERSON <= len(words) <= _MOST_PERSON
        and words[0] not in NAME_SUFFIXES
        and KINDS.isdisjoint(words)
        and "&" not in words
    )
