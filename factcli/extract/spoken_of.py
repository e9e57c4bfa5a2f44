"""What somebody speaks of: the names and the nouns of a quotation, by which one looks it up."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from factcli.english.calendar import CALENDAR_NAMES
from factcli.english.function_words import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    QUANTITIES,
    STOP_WORDS,
)
from factcli.english.measuring.clause_words import RELATIVE
from factcli.english.measuring.measure_verbs import is_verb
from factcli.english.naming.happenings import SAYING_LITTLE, SPEAKING_FOR_ONESELF
from factcli.english.nouns import is_plural
from factcli.english.number_names import TYPED_NUMBERS
from factcli.english.stemming import find_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcli.english.stemming import Word

_SHORTEST = 3
_TIED_AFTER = re.compile(r"(?:-[^\W_]++)++")
_OPENING_MARKS = "\"'“‘(["
# A noun comes after one of these, maybe with adjectives between.
_BEFORE_NOUNS = (DETERMINERS | PREPOSITIONS) - {"to"}
# "Walk and talk about it".
_JOINTS = frozenset({"and", "or", "but"})
# A verb or what somebody is like comes after one of these: "we need", "to pay", "they are keen", "very keen".
_BEFORE_VERBS = (
    AUXILIARIES | PRONOUNS | SPEAKING_FOR_ONESELF | RELATIVE | (ADVERBS - QUANTITIES) | {"to"}
) - DETERMINERS
_BEFORE_PLURALS = AUXILIARIES | {"to"}
_NO_TOPICS = SAYING_LITTLE | STOP_WORDS | CALENDAR_NAMES | TYPED_NUMBERS
_NO_NOUN_ENDINGS = ("ly", "ing")
_CONTRACTIONS = ("'re", "'ve", "'ll", "'d", "'m", "n't")


@lru_cache(maxsize=16)
def topics_of(said: str) -> tuple[str, ...]:
    """The names in what somebody says, as they are printed, and then its nouns in small letters; each once.

    >>> topics_of("The storm hit Upper Lomar and we will pay a high price.")
    ('Upper Lomar', 'storm', 'price')
    """
    names: dict[str, None] = {}
    nouns: dict[str, None] = {}
    done = 0
    for run, before, after in _runs(find_words(said)):
        if run[0].start < done:
            continue
        if run[-1].is_in_name and run[-1].text not in CALENDAR_NAMES:
            done = _end_of_name(said, run[-1].end)
            names[said[_first_of_name(run).start : done]] = None
        elif after != "-" and (noun := _head(run, before, after)):
            nouns[f"{_tied_before(said, run[-1].start)}{noun}"] = None
    return *names, *nouns


def _end_of_name(said: str, end: int) -> int:
    """Where a name ends whose last word ends at a place and may go on after a hyphen: "Ana Ruiz-Tamm"."""
    tied = _TIED_AFTER.match(said, end)
    return tied.end() if tied else end


def _tied_before(said: str, start: int) -> str:
    """What hyphens tie to the word that begins at a place: "grown-" of "grown-ups"."""
    before = said[said.rfind(" ", 0, start) + 1 : start].lower()
    return before.lstrip(_OPENING_MARKS) if before.endswith("-") else ""


def _runs(words: Sequence[Word]) -> Iterator[tuple[list[Word], str, str]]:
    """The runs of words that say something, each of names or of other words, with the words around it."""
    run: list[Word] = []
    before = ""
    for word in words:
        if run and not (word.is_content and _goes_on(word, run[-1])):
            yield run, before, word.text
            before, run = run[-1].text, []
        if _says_something(word):
            run.append(word)
        else:
            before = word.text
    if run:
        yield run, before, ""


def _says_something(word: Word) -> bool:
    plain = word.text.replace("’", "'")
    return (
        word.is_content and len(plain) > 1 and plain not in SPEAKING_FOR_ONESELF and not plain.endswith(_CONTRACTIONS)
    )


def _goes_on(word: Word, last: Word) -> bool:
    """Whether a word belongs to the run that the last one ends; names and other words are runs of their own."""
    return _says_something(word) and (word.is_in_name == last.is_in_name or (last.opens_sentence and last.is_capital))


def _first_of_name(run: Sequence[Word]) -> Word:
    return next(word for word in run if word.is_capital)


def _head(run: Sequence[Word], before: str, after: str) -> str | None:
    """The noun that ends a run of words; None where it is a verb or says little."""
    words = [word.text for word in run]
    if words[1:] and words[-1].endswith("ing") and not is_verb(words[-2]) and _NO_TOPICS.isdisjoint(words[-2:]):
        return " ".join(words[-2:])  # "mortgage lending"
    while words and (is_verb(words[-1]) or words[-1].endswith("ly")):
        words.pop()
    if not words or words[-1] in _NO_TOPICS or len(words[-1]) < _SHORTEST or words[-1].endswith(_NO_NOUN_ENDINGS):
        return None
    is_after_verb = before in _BEFORE_VERBS or before.replace("’", "'").endswith(_CONTRACTIONS)
    is_predicate = words[-2:-1] and words[-2].endswith("ly")
    is_deed = len(words) == 1 and (is_after_verb or (before in _JOINTS and after in _BEFORE_NOUNS))
    is_noun = before in _BEFORE_PLURALS and is_plural(words[-1])
    return None if (is_predicate or is_deed) and not is_noun else words[-1]
