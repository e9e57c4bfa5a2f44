"""Names spelt in two ways: two words or more, all the same but for one letter of one of them."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING, TypeVar

from factcli.check.alone.disagreements import Disagreement
from factcli.check.alone.slips import is_one_edit
from factcli.check.reasons import Reason
from factcli.english.naming.names import INSTITUTIONS, NAME_SUFFIXES, TWO_PEOPLE, TWO_SPELLINGS
from factcli.english.people import HONORIFICS
from factcli.mentions.names import iter_names
from factcli.mentions.patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcli.mentions.names import NameMention

_SHORTEST = 4
_SHORTEST_FIRST_NAME = 5
_LONGEST_INITIAL = 2
# Words of this length are hardly alike by chance, though what goes with them be as common as "Trust".
_SURE_BESIDE_KIND = 9
_MOST_WORDS = 5
# So many names differ in one word only where a list goes through them, such as the results of a family of firms.
_MOST_VARIANTS = 12
_TOLD = late_pattern(
    r"\b(?:also (?:spelled|spelt|known|written|called)|spelled|spelt|a\.?k\.?a|formerly|renamed|changed (?:his"
    r"|her|its|their) name|sic"
    r"|not to be confused|no relation|unrelated|rival|namesake|unlike|different (?:person|man|woman|firm|company"
    r"|place)|transliterat|variously|misspel\w*|mistyped)",
    re.IGNORECASE,
)
_KIN = late_pattern(
    r"\b(?:brothers?|sisters?|cousins?|twins?|sons?|daughters?|father|mother|wife|husband|siblings?|nephew|niece"
    r"|uncle|aunt|parents|spouse|widow)\W{0,3}(?:[\w’']+\W+){0,2}$"
)
# What comes between two names of one list or pair.
_BETWEEN = late_pattern(r"(?:,|,? (?:and|or|&)) (?:[\w’'-]+ ){0,3}")
_SMALL = late_pattern(r"(?<![\w'’-])[a-zà-ÿ]{4,30}+(?![\w-])")
_NUMERAL = late_pattern(r"[ivxlc]+")
_REACH = 70
_SHORTEST_SURNAME = 5
_MOST_TITLED = 40
_MOST_SPELLINGS = 20_000
_PLACES_KEPT = 3
_VOWELS = frozenset("aeiouy")
# Added to the end of a name they make another word of it: a demonym, a plural, the name of a woman.
_ENDINGS = frozenset("nsaioyd")


_Key = TypeVar("_Key", str, tuple[str, ...])


class _Spelling:
    """A name as spelt: its words, its first places, and how often the text has it without and with accents."""

    __slots__ = ("counts", "first", "places", "words")

    def __init__(self, words: tuple[str, ...]) -> None:
        self.words = words
        self.places: list[NameMention] = []
        self.counts: list[int] = [0, 0]
        self.first: dict[bool, NameMention] = {}

    @property
    def count(self) -> int:
        """How often the text has the name."""
        return sum(self.counts)

    def add(self, name: NameMention) -> None:
        """Count a mention of the name; only the first few are kept, since a text of megabytes may have millions."""
        has_accents = not all(map(str.isascii, name.words))
        self.counts[has_accents] += 1
        self.first.setdefault(has_accents, name)
        if len(self.places) < _PLACES_KEPT:
            self.places.append(name)


class _Names:
    """The names of a text, by their words in small letters."""

    def __init__(self) -> None:
        self.full: dict[tuple[str, ...], _Spelling] = {}
        self.titled: dict[str, _Spelling] = {}
        self.singles: set[str] = set()

    def add(self, name: NameMention) -> None:
        """Take in a mention of a name; of too many names, the later ones are not compared."""
        words = tuple(map(_folded, name.words))
        if len(words) > 1:
            if len(words) <= _MOST_WORDS and not name.name.isupper():
                _count(self.full, words, words, name, _MOST_SPELLINGS)
        elif len(self.singles) < _MOST_SPELLINGS:
            self.singles.add(words[0])
            if name.title.lower().rstrip(".") in HONORIFICS:
                _count(self.titled, words[0], words, name, _MOST_TITLED)


def _count(known: dict[_Key, _Spelling], key: _Key, words: tuple[str, ...], name: NameMention, most: int) -> None:
    if key not in known:
        if len(known) >= most:
            return
        known[key] = _Spelling(words)
    known[key].add(name)


def find_names_spelt_two_ways(text: str) -> Iterator[Disagreement]:
    """The rarer spelling of each name that the text spells in two ways."""
    names = _Names()
    for name in iter_names(text):
        names.add(name)
    yield from _accented_two_ways(names.full.values())
    groups = _groups(names.full)
    pairs = [pair for group in groups for pair in combinations(group, 2) if _is_misspelt(*pair, names.singles)]
    pairs.extend(_misspelt_surnames(names))
    if pairs:
        small = frozenset(match[0] for match in _SMALL.finditer(text))
        for one, other in pairs:
            yield from _flaw(text, small, one, other)


@lru_cache(4_096)
def _folded(word: str) -> str:
    """The word in small letters without accents."""
    plain = word.lower().replace("’", "'")
    if plain.isascii():
        return plain
    return "".join(letter for letter in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(letter))


def _misspelt_surnames(names: _Names) -> Iterator[tuple[_Spelling, _Spelling]]:
    """Surnames after a title that are one letter away from the only full name like them: "Mr Hartly" of Ann Hartley."""
    if not names.titled:
        return
    full: dict[str, list[_Spelling]] = defaultdict(list)
    for spelling in names.full.values():
        full[spelling.words[-1]].append(spelling)
    for surname, spelling in names.titled.items():
        if surname in full or spelling.count > 1 or len(surname) < _SHORTEST_SURNAME:
            continue
        near = [other for other in full if other[0] == surname[0] and is_one_edit(surname, other)]
        if len(near) == 1 and _is_name_word(surname, near[0]) and near[0] not in names.titled:
            # A full name that occurs only once need not be that of the person with the surname.
            whole = full[near[0]]
            if len(whole) == 1 and whole[0].count > 1:
                yield spelling, whole[0]


def _groups(spellings: dict[tuple[str, ...], _Spelling]) -> Iterator[list[_Spelling]]:
    """The names that are alike but for the word at one place."""
    groups: dict[tuple[int, tuple[str, ...]], list[_Spelling]] = defaultdict(list)
    for words, spelling in spellings.items():
        for at in range(len(words)):
            if len(words[at]) >= _SHORTEST:
                groups[at, (*words[:at], "", *words[at + 1 :])].append(spelling)
    return (group for group in groups.values() if 1 < len(group) <= _MOST_VARIANTS)


def _is_misspelt(one: _Spelling, other: _Spelling, singles: set[str]) -> bool:
    """Whether two names are so alike that one of them is a slip."""
    at = next(at for at, (mine, its) in enumerate(zip(one.words, other.words, strict=True)) if mine != its)
    mine, its = one.words[at], other.words[at]
    if min(one.count, other.count) > 1 or not is_one_edit(mine, its) or not _is_name_word(mine, its):
        return False
    rest = (*one.words[:at], *one.words[at + 1 :])
    is_long = min(len(mine), len(its)) >= _SURE_BESIDE_KIND and mine[-1] == its[-1]
    if len(rest) == 1 and not is_long and not _is_distinctive(rest[0]):
        return False
    is_first = at == 0
    return not (is_first and _may_be_two_people(mine, its, singles))


def _is_distinctive(word: str) -> bool:
    """Whether a word is neither an initial nor the kind of thing that is named."""
    return len(word) > _LONGEST_INITIAL and word not in NAME_SUFFIXES | INSTITUTIONS


def _is_name_word(mine: str, its: str) -> bool:
    """Whether two words can be one name: not a plural, a demonym, a number, or a word with two right spellings."""
    if _NUMERAL.fullmatch(mine) or _NUMERAL.fullmatch(its) or any({mine, its} <= row for row in TWO_SPELLINGS):
        return False
    short, long = sorted((mine, its), key=len)
    if len(short) < len(long) and long.startswith(short):
        return long[-1] not in _ENDINGS or (long[-1] == short[-1] and long[-1] != "s")
    if mine[:-1] == its[:-1]:
        return not {mine[-1], its[-1]} <= _VOWELS | {"s", "n"}
    return True


def _may_be_two_people(mine: str, its: str, singles: set[str]) -> bool:
    """Whether both first names may be right: each stands alone somewhere, or they are names of two people anyway."""
    if min(len(mine), len(its)) < _SHORTEST_FIRST_NAME and len(mine) == len(its) and sorted(mine) != sorted(its):
        return True
    return {mine, its} <= singles or any({mine, its} <= row for row in TWO_PEOPLE)


def _flaw(text: str, small: frozenset[str], one: _Spelling, other: _Spelling) -> Iterator[Disagreement]:
    """The rarer of two spellings, or the later one."""
    right, wrong = sorted((one, other), key=lambda each: (-each.count, each.places[0].span.start))
    found, first = wrong.places[0], right.places[0]
    odd = set(right.words) ^ set(wrong.words[-len(right.words) :])
    # In a list each entry has its own explanation: "Maglia Rosa (pink)".
    are_entries = text.startswith(" (", found.span.end) and text.startswith(" (", first.span.end)
    if are_entries or odd & small or any(_is_told_apart(text, place) for place in (found, *right.places)):
        return
    if any(_are_side_by_side(text, found, place) for place in right.places):
        return
    times = f"{right.count} times" if right.count > 1 else "elsewhere"
    yield Disagreement(Reason.SPELT_TWO_WAYS, found.span, first.span, f"spelt “{first.name}” {times}")


def _accented_two_ways(spellings: Iterable[_Spelling]) -> Iterator[Disagreement]:
    """The names that stand once with their accents and once without, each where it is written in the rarer way."""
    for spelling in spellings:
        if len(spelling.first) > 1:
            is_mostly_plain = spelling.counts[True] < spelling.counts[False]
            odd, usual = spelling.first[is_mostly_plain], spelling.first[not is_mostly_plain]
            yield Disagreement(Reason.ACCENTED_TWO_WAYS, odd.span, usual.span, f"written “{usual.name}” elsewhere")


def _is_told_apart(text: str, place: NameMention) -> bool:
    """Whether the words around a name say that it is another one, or spelt in two ways."""
    start, end = place.span
    before = text[max(0, start - _REACH) : start]
    around = before + text[end : end + _REACH]
    return bool(_TOLD.search(around) or _KIN.search(before))


def _are_side_by_side(text: str, one: NameMention, other: NameMention) -> bool:
    """Whether two names are side by side, as those of two people: "Ana Ruiz and the pianist Anna Ruiz"."""
    first, second = sorted((one.span, other.span))
    return bool(_BETWEEN.fullmatch(text, first.end, min(second.start, first.end + _REACH)))
