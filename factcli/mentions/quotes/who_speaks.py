"""Find the subject of a verb of speech: the words of a sentence and the verb's place -> who speaks."""

from __future__ import annotations

from factcli.english import people as speech
from factcli.english.calendar import CALENDAR_NAMES
from factcli.english.function_words import CONJUNCTIONS
from factcli.mentions.quotes.names_and_offices import Subject, is_possessive
from factcli.mentions.quotes.speakers import (
    LONGEST_ASIDE,
    phrase_from,
    phrase_until,
    speaker_from,
    subject_before,
)
from factcli.mentions.quotes.verbs import MARK, end_of_verb, is_according, is_called, is_passive, verb_at

_JOINING = frozenset({"and", "but"})
_APART = (speech.CLAUSE_OPENERS | CONJUNCTIONS) - _JOINING
_TELLING = frozenset({"in", "to", "with"})
_BORROWING = frozenset({"quote", "paraphrase", "borrow", "use"})
_LONGEST_NAME = 9
_LONGEST_PREDICATE = 5


def is_told(tokens: list[str], place: int) -> bool:
    """Whether words are said to be somebody's there: "in Lu's words", "in the words of Lu", "to quote Lu"."""
    if tokens[place] == "quote":
        return tokens[place - 1 : place] in (["To"], ["to"])
    if tokens[place] not in speech.OWN_WORDS or not place:
        return False
    first = _start_of_telling(tokens, place)
    if first is None:
        return False
    return _owner(tokens, place) > first + 1 or tokens[place + 1 : place + 2] == ["of"]


def speaker_at(tokens: list[str], place: int) -> Subject | None:
    """Who says what is said at a place of speech; a subject without a name for a pronoun or where nobody is named."""
    if is_according(tokens, place):
        return speaker_from(tokens, place + 2)
    if is_told(tokens, place):
        return _owner_of_words(tokens, place)
    return _subject_of(tokens, place) if verb_at(tokens, place) else None


def speaker_of_answer(tokens: list[str]) -> Subject | None:
    """Who owns the answer that a colon ends, at the beginning of the sentence: ``Lu's reply was blunt: "..."``."""
    places = [place for place, token in enumerate(tokens) if place and token in speech.ANSWERS]
    if tokens[-1:] != [":"] or not places or not _owner(tokens, places[0]):
        return None
    behind = tokens[places[0] + 1 : -1]
    subject = _owner_of_words(tokens, places[0])
    is_plain = len(behind) <= _LONGEST_PREDICATE and all(word.islower() for word in behind)
    return subject if is_plain and subject.speaker and subject.start == 0 else None


def _start_of_telling(tokens: list[str], place: int) -> int | None:
    """The place of the "in" or "to borrow" before somebody's words."""
    for first in range(place - 1, max(place - _LONGEST_NAME, -1), -1):
        if tokens[first].lower() in _TELLING:
            return first + (tokens[first + 1].lower() in _BORROWING)
        if tokens[first] in _BORROWING:
            return first
        if not tokens[first][0].isalnum() and tokens[first] not in {",", "."}:
            return None
    return None


def _owner(tokens: list[str], place: int) -> int:
    """The place after the owner of the words before ``place``; 0 if nobody owns them by a possessive."""
    at = place - (tokens[place - 1] == "own")
    while at and tokens[at - 1].islower() and not is_possessive(tokens[at - 1]) and place - at < 2:  # noqa: PLR2004 - "own memorable"
        at -= 1
    return at if at and is_possessive(tokens[at - 1]) else 0


def _owner_of_words(tokens: list[str], place: int) -> Subject:
    nobody = Subject(place, None, None)
    if tokens[place] == "quote":
        return speaker_from(tokens, place + 1) or nobody
    if tokens[place + 1 : place + 2] == ["of"]:
        return speaker_from(tokens, place + 2) or nobody
    end = _owner(tokens, place)
    name = tokens[end - 1].rstrip("s").rstrip("'’") if tokens[end - 1].endswith(("'s", "’s")) else tokens[end - 1][:-1]
    return phrase_until([*tokens[: end - 1], name], end) or nobody


def _subject_of(tokens: list[str], place: int) -> Subject | None:
    before = tokens[place - 1].lower() if place else ""
    if is_called(tokens, place):
        return Subject(place, None, None)
    if is_passive(tokens, place):
        after = end_of_verb(tokens, place)
        by = speaker_from(tokens, after + 1) if tokens[after : after + 1] == ["by"] else None
        return by or Subject(place, None, None)
    if before in _JOINING:
        return _shared_subject(tokens, place)
    if tokens[place].lower().endswith("ing") or before == "to":
        return _subject_of_main_clause(tokens, place)
    if before == MARK or (before == "," and tokens[place - 2 : place - 1] == [MARK]):
        return speaker_from(tokens, end_of_verb(tokens, place))
    return subject_before(tokens[:place])


def _shared_subject(tokens: list[str], place: int) -> Subject | None:
    """Who says what a second verb says that has no subject of its own: "Lu left early and called it"."""
    start = _main_start(tokens)
    is_apart = not _APART.isdisjoint(token.lower() for token in tokens[start:place])
    return None if is_apart or _has_second_subject(tokens, start, place) else phrase_from(tokens, start)


def _subject_of_main_clause(tokens: list[str], place: int) -> Subject | None:
    """Who says what "saying", "to say" say: "Lu left, saying"; but "as saying" belongs to whom somebody quotes."""
    before = tokens[place - 1] if place else ""
    if before == "as":
        return _quoted_as_saying(tokens, place - 1)
    if before == "to":
        return _subject_of_infinitive(tokens, place)
    if before[:1].isupper() and place > 1 and before.lower() not in CALENDAR_NAMES:
        return Subject(place, None, None)
    start = _main_start(tokens)
    return Subject(place, None, None) if _has_second_subject(tokens, start, place) else phrase_from(tokens, start)


def _subject_of_infinitive(tokens: list[str], place: int) -> Subject | None:
    """Who is "to say" something: the main subject, unless somebody is named whom it asks to."""
    start = _main_start(tokens)
    is_other = place > 1 and tokens[place - 2][0].isupper() and place - 2 > start
    return Subject(place, None, None) if is_other else phrase_from(tokens, start)


def _quoted_as_saying(tokens: list[str], place: int) -> Subject:
    """Whom a paper quotes: "was quoted as saying", "The Times quoted Lu as saying"."""
    quoted = next((at for at in range(place - 1, -1, -1) if tokens[at] in speech.QUOTING), None)
    nobody = Subject(place, None, None)
    if quoted is not None and is_passive(tokens, quoted):
        return subject_before(tokens[: _start_of_verb(tokens, quoted)]) or nobody
    named = tokens[0 if quoted is None else quoted + 1 : place - (tokens[place - 1] == ",")]
    return phrase_until(named, len(named)) or nobody


def _start_of_verb(tokens: list[str], place: int) -> int:
    while place and (tokens[place - 1].lower() in speech.FILLERS or tokens[place - 1] in {"is", "are", "being"}):
        place -= 1
    return place


def _has_second_subject(tokens: list[str], start: int, place: int) -> bool:
    """Whether another name comes in between that may be the one who speaks: "Lu left and Ito stayed, saying"."""
    pairs = zip(tokens[start + 1 : place - 1], tokens[start + 2 : place], strict=False)
    return any(word in speech.CLAUSE_OPENERS and following[0].isupper() for word, following in pairs)


def _main_start(tokens: list[str]) -> int:
    """Where the main clause begins: after the comma of an opening such as "On the subject of migration,"."""
    comma = next((n for n in range(min(len(tokens), LONGEST_ASIDE)) if tokens[n] == ","), None)
    return comma + 1 if comma and tokens[0].lower() in speech.OPENING_WORDS else 0
