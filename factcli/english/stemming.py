"""Words of a text with their stems: what is left of a word when its ending is cut and its synonyms are one."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from factcli.english.aliases import ACRONYMS
from factcli.english.function_words import FUNCTION_WORDS
from factcli.english.nouns import IRREGULAR_PLURALS, singular
from factcli.english.synonyms import PHRASES, SYNONYMS

_TOKEN = re.compile(
    r"(?P<word>(?:[^\W\d_]\.){1,4}[^\W\d_]\b\.?|[^\W\d_]++(?:['’](?![sS]\b)[^\W\d_]++)?)|(?P<digits>\d++"
    r"(?:[.,]\d++)*+)|(?P<mark>[^\w\s])"
)
# Forms of verbs and adjectives, and nouns that stay as they are.
_IRREGULAR_FORMS = {
    "died": "die", "dying": "die", "born": "born", "won": "win", "sold": "sell", "grew": "grow", "rose": "rise",
    "risen": "rise", "fell": "fall", "fallen": "fall", "built": "build", "held": "hold", "led": "lead", "made": "make",
    "took": "take", "taken": "take", "met": "meet", "paid": "pay", "cost": "cost", "lost": "lose", "left": "leave",
    "leaves": "leave", "began": "begin", "begun": "begin", "became": "become", "gave": "give", "given": "give",
    "came": "come", "went": "go", "gone": "go", "saw": "see", "seen": "see", "said": "say", "told": "tell",
    "persons": "person", "bought": "buy", "brought": "bring", "spent": "spend", "sent": "send", "stood": "stand",
    "wrote": "write", "written": "write", "ran": "run", "shot": "shoot", "sang": "sing", "sung": "sing", "drew": "draw",
    "put": "put", "set": "set", "got": "get", "kept": "keep", "found": "found", "remade": "remake",
    "rebuilt": "rebuild", "received": "receive", "rating": "rate", "ratings": "rate", "opening": "open",
    "meeting": "meet", "beginning": "begin", "best": "good", "better": "good", "largest": "large", "larger": "large",
    "biggest": "large", "highest": "high", "higher": "high", "oldest": "old", "older": "old", "longest": "long",
    "tallest": "tall", "played": "play", "debuted": "debut", "lied": "lie", "news": "news", "chose": "choose",
    "beat": "beat", "beaten": "beat", "plane": "aircraft", "planes": "aircraft",
}  # fmt: skip
IRREGULAR = IRREGULAR_PLURALS | _IRREGULAR_FORMS
_SHORT = 4
_UNCHANGING = frozenset({"news", "series", "species"})
_OPENING = frozenset(".!?:;\"“‘'(*•-")
# With the "s" of an owner, which is read as a word after its apostrophe.
_SAYS_NOTHING = FUNCTION_WORDS | {"s"}


class Word(NamedTuple):
    """A word, a run of digits or a mark: its place in the text, its letters in lower case, its stem.

    ``folded`` is the form in which the words of names are compared: without accents and dots, and in capitals if it is
    an acronym that is another word in lower case.
    """

    start: int
    end: int
    text: str
    stem: str
    is_capital: bool
    is_mark: bool
    opens_sentence: bool = False
    folded: str = ""

    @property
    def is_content(self) -> bool:
        """Whether the word says what the text is about: no mark, no digits, no function word except in a title."""
        return bool(self.stem) and (self.text not in _SAYS_NOTHING or self.is_in_name)

    @property
    def is_in_name(self) -> bool:
        """Whether the word has a capital that is not that of a sentence."""
        return self.is_capital and not self.opens_sentence


def find_words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words and marks of ``text[start:end]`` in order, with their places in ``text``; digits have no stem."""
    words: list[Word] = []
    last = ""
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        word = _word(match, not words or last in _OPENING)
        words.append(word)
        if last in _PHRASE_OPENERS and (last, word.text) in _PHRASES:
            meant = _PHRASES[last, word.text]
            words[-2:] = [words[-2]._replace(stem=meant), word._replace(stem="")]
        last = word.text
    return words


def _word(match: re.Match[str], opens_sentence: bool) -> Word:  # noqa: FBT001 - called for each word of a text
    start, end = match.span()
    if match.lastgroup != "word":
        return _make_word(Word, (start, end, match[0], "", False, match.lastgroup == "mark", False, match[0]))
    text, stemmed, folded, is_capital = _read_word(match[0])
    return _make_word(Word, (start, end, text, stemmed, is_capital, False, opens_sentence, folded))


# The class calls this itself; calling it directly saves one call, and nothing is made as often as words.
_make_word = tuple.__new__


@lru_cache(maxsize=50_000)
def _read_word(letters: str) -> tuple[str, str, str, bool]:
    """A word in lower case, its stem, its form as a part of a name, and whether it has a capital."""
    lowered = letters.lower().rstrip(".")
    folded = fold(lowered)
    if folded in ACRONYMS and letters.isupper():
        folded = folded.upper()
    return lowered, meaning(lowered), folded, letters[0].isupper()


def content_stems(text: str, start: int = 0, end: int | None = None) -> frozenset[str]:
    """The stems of the words of ``text[start:end]`` that say what it is about."""
    return frozenset(word.stem for word in find_words(text, start, end) if word.is_content)


@lru_cache(maxsize=50_000)
def meaning(word: str) -> str:
    """The stem of a word in lower case, one for all its synonyms.

    >>> meaning("victims") == meaning("died")
    True
    """
    cut = stem(word)
    return _CLASSES.get(cut, cut)


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The word in lower case without accents and without the endings of plurals, tenses and adverbs."""
    plain = fold(word)
    plain = IRREGULAR.get(plain, plain)
    if len(plain) < _SHORT or plain in _UNCHANGING:
        return plain
    for cut in (_without_plural, _without_tense, _without_adverb):
        plain = cut(plain)
    return plain.removesuffix("e") if len(plain) >= _SHORT else plain


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """The word in lower case without accents, possessive and dots."""
    plain = word.lower().replace("’", "'").removesuffix("'s").strip("'.").replace(".", "")
    if plain.isascii():
        return plain
    return "".join(letter for letter in unicodedata.normalize("NFD", plain) if not unicodedata.combining(letter))


def _without_plural(word: str) -> str:
    return word if word.endswith(("ss", "us", "is")) else singular(word)


def _without_tense(word: str) -> str:
    for ending in ("ied", "ing", "ed"):
        stump = word.removesuffix(ending)
        if stump != word and len(stump) >= 3 and re.search("[aeiouy]", stump):  # noqa: PLR2004 - "red", "king" stay
            if ending == "ied":
                return stump + "y"
            doubled = stump[-1] == stump[-2] and stump[-1] not in "lsz"
            return stump[:-1] if doubled else stump
    return word


def _without_adverb(word: str) -> str:
    return word[:-2] if word.endswith("ly") and len(word) > _SHORT + 2 else word


def _classes() -> dict[str, str]:
    classes: dict[str, str] = {}
    for row in SYNONYMS:
        members = [stem(word) for word in row.split()]
        for member in members:
            classes.setdefault(member, members[0])
    return classes


_CLASSES = _classes()
_PHRASES = {pair: meaning(word) for pair, word in PHRASES.items()}
_PHRASE_OPENERS = frozenset(first for first, _ in _PHRASES)
