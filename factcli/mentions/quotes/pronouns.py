"""Find whom "she said" means: the words before a quotation, in its paragraph -> the only person whom they name.

Nobody is found where another name comes that may be a person's, and where the name may as well be that of a team or a
town: a given name, an office, a title or an age tell a person.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.english import people as speech
from factcli.english.function_words import ARTICLES
from factcli.english.naming.given_names import is_given_name
from factcli.english.naming.kinds import HEADS_OF_NAMES
from factcli.mentions.quotes.names_and_offices import is_possessive
from factcli.mentions.quotes.speakers import phrase_from, phrase_until
from factcli.mentions.quotes.verbs import verb_at

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from factcli.mentions.quotes.names_and_offices import Subject

_STOPS = frozenset(".!?…")
_FEWEST_DIGITS, _MOST_DIGITS = 1, 2
_NEAR = 3


def pronoun_after(tokens: list[str]) -> str | None:
    """The "he" or "she" of "said she", "she told reporters", which follows a quotation."""
    if not tokens:
        return None
    if tokens[0] in speech.PERSONAL_PRONOUNS:
        return tokens[0] if any(verb_at(tokens, at) for at in range(1, min(_NEAR, len(tokens)))) else None
    return tokens[1] if tokens[1:2] and tokens[1] in speech.PERSONAL_PRONOUNS and verb_at(tokens, 0) else None


def pronoun_before(tokens: list[str]) -> str | None:
    """The "he" or "she" of "She said that it was", which leads to a quotation and names nobody else."""
    pronoun = tokens[0].lower() if tokens else ""
    is_alone = not any(token[0].isupper() or token in speech.PERSONAL_PRONOUNS for token in tokens[1:])
    return pronoun if pronoun in speech.PERSONAL_PRONOUNS and is_alone else None


def only_person(tokens: list[str], pronoun: str, speakers: Collection[str]) -> Subject | None:
    """The person whom the sentences of ``tokens`` are about, if they name nobody else and ``pronoun`` fits.

    ``speakers`` are those who spoke before in the paragraph.
    """
    found: Subject | None = None
    for sentence in _sentences(tokens):
        names = list(_names(sentence))
        for start, end in names:
            subject = _person(sentence, start, end, speakers)
            if found and _is_same(found, sentence[end - 1]):
                continue
            if subject is None or found or not _fits(sentence[start], pronoun):
                return None
            found = subject
        if found and not names and _tells_of_another(sentence):
            return None
    return found


def _sentences(tokens: list[str]) -> Iterator[list[str]]:
    start = 0
    for at, token in enumerate(tokens):
        if token in _STOPS:
            yield tokens[start:at]
            start = at + 1
    if start < len(tokens):
        yield tokens[start:]


def _names(sentence: list[str]) -> Iterator[tuple[int, int]]:
    """Where the capitalised words of a sentence that may name somebody begin and end; no places "in" or "at" which."""
    at = 0
    while at < len(sentence):
        end = at
        while end < len(sentence) and _is_of_name(sentence, end, at):
            end += 1
        if end > at and not _is_place(sentence, at) and not _is_noun_at_first(sentence, at, end):
            yield at, end
        at = max(end, at + 1)


def _is_of_name(sentence: list[str], at: int, start: int) -> bool:
    word = sentence[at]
    if word.lower() in speech.PARTICLES:
        return at > start and sentence[at + 1 : at + 2] != [] and sentence[at + 1][0].isupper()
    return word[0].isupper() and word.lower() not in speech.NO_NAMES


def _is_place(sentence: list[str], start: int) -> bool:
    before = start - 1
    while before > 0 and sentence[before].lower() in ARTICLES:
        before -= 1
    is_after_place = before >= 0 and sentence[before].lower() in speech.PLACE_PREPOSITIONS | {"from", "of"}
    return is_after_place and not is_given_name(sentence[start].casefold())


def _is_noun_at_first(sentence: list[str], start: int, end: int) -> bool:
    """Whether a single word is capitalised only because it begins the sentence: "Neighbours came"."""
    return start == 0 and end == 1 and sentence[0].endswith("s") and sentence[0].lower() not in speech.NAMES_IN_S


def _person(sentence: list[str], start: int, end: int, speakers: Collection[str]) -> Subject | None:
    """The person whom the name at ``start`` tells of, if the sentence begins so or they spoke before."""
    subject = None if is_possessive(sentence[end - 1]) else phrase_until(sentence, end)
    if subject is None or not subject.speaker:
        return None
    is_thing = sentence[end - 1].lower() in speech.BODIES | HEADS_OF_NAMES
    if subject.speaker in speakers:
        return subject if " " in subject.speaker and not is_thing else None
    if subject.start > (sentence[0].lower() in ARTICLES):
        return None
    full = phrase_from(sentence, subject.start) or subject
    words = subject.speaker.split()
    is_told = full.role or sentence[start].lower() in speech.HONORIFICS or _has_age_or_clause(sentence[end : end + 2])
    is_named = len(words) > 1 and is_given_name(words[0].casefold()) and not is_thing
    return full if (is_told or is_named) and full.speaker else None


def _has_age_or_clause(following: list[str]) -> bool:
    if following[:1] != [","]:
        return False
    word = "".join(following[1:])
    return word == "who" or (word.isdigit() and _FEWEST_DIGITS <= len(word) <= _MOST_DIGITS)


def _is_same(found: Subject, last: str) -> bool:
    return (found.speaker or "").split()[-1] == last.removesuffix("'s").removesuffix("’s")


def _fits(title: str, pronoun: str) -> bool:
    return speech.PRONOUNS_OF_TITLES.get(title.lower().rstrip("."), pronoun) == pronoun


def _tells_of_another(sentence: list[str]) -> bool:
    """Whether a sentence without a name may be about somebody else: "His brother agreed"."""
    return not speech.RELATED.isdisjoint(sentence) or not speech.OFFICES.isdisjoint(sentence)
