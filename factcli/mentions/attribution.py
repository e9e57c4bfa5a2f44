"""Find who is quoted: a text and its quoted stretches -> the speaker and role that the words around each one name.

Read are "...", said X; X said (that) "..."; according to X; X, the defence minister, said: "..."; and the second half
of a quotation that its attribution splits.  A pronoun is left unresolved: nobody is better than the wrong one.
"""

# ruff: noqa: RUF001 - typographic marks are what is read here

from __future__ import annotations

import re
from typing import NamedTuple

from factcli.mentions import speech
from factcli.sentences import split_sentences

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcli.model import Span

_TOKEN = re.compile(
    r"(?:[A-Z]\.)++(?=\s)|(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Rev|St|Jr|Sr)\.(?=\s)"
    r"|[^\W_](?:\w|[’'.&-](?=\w))*+[’']?|\S",
)
_BEFORE, _AFTER, _GAP = 400, 260, 160
_LONGEST_ASIDE, _LONGEST_ROLE, _LONGEST_NAME = 24, 12, 9
_DASHES = frozenset("–—-")
_MARK = '"'


class Attribution(NamedTuple):
    """Who says a quotation; ``is_speech`` if the words around it leave no doubt that somebody says it."""

    speaker: str | None = None
    role: str | None = None
    is_speech: bool = False


class _Subject(NamedTuple):
    start: int
    speaker: str | None
    role: str | None


class Attributor:
    """The text with its quotations blanked out, so that nothing within one is taken for its attribution."""

    def __init__(self, text: str, spans: Sequence[Span]) -> None:
        self._spans = spans
        self._last = [text[span.end - 2] for span in spans]
        self._text = _blanked(text, spans)
        self._found: list[Attribution] = []

    def attribution(self, number: int) -> Attribution:
        """Who says the quotation of that number; ask for them in order."""
        while len(self._found) <= number:
            self._found.append(self._find(len(self._found)))
        return self._found[number]

    def _find(self, number: int) -> Attribution:
        before = _tokens(self._sentence_before(number))
        is_close = len(before) > 0 and _base(before[-1] if before[-1] not in {",", ":"} else (before[-2:] or [""])[0])
        found = (_said_before(before) if is_close else None) or self._said_after(number) or _said_before(before)
        return found or self._carried(number, before)

    def _sentence_before(self, number: int) -> str:
        start = self._spans[number].start
        window = self._text[max(start - _BEFORE, 0) : start]
        sentences = split_sentences(window)
        if not sentences or window[sentences[-1].end - 1] in ".!?…":
            return ""
        return window[sentences[-1].start :]

    def _said_after(self, number: int) -> Attribution | None:
        end = self._spans[number].end
        window = self._text[end : end + _AFTER]
        sentences = split_sentences(window)
        if not sentences:
            return None
        return _said_after(_tokens(window[: sentences[0].end]), is_whole=self._last[number] == ".")

    def _carried(self, number: int, before: list[str]) -> Attribution:
        """What the quotation before says, if nothing but its attribution stands between the two."""
        if not number or before:
            return Attribution()
        gap = self._text[self._spans[number - 1].end : self._spans[number].start]
        known = self._found[number - 1]
        if len(gap) > _GAP or "\n\n" in gap or not known.is_speech or len(split_sentences(gap)) > 1:
            return Attribution()
        return known


def person_in(phrase: str) -> Attribution:
    """The name and the office in a phrase; neither where it is no name.

    >>> person_in("US Secretary of State Mike Pompeo")[:2]
    ('Mike Pompeo', 'US Secretary of State')
    """
    subject = _read_phrase(phrase.split(), 0)
    return Attribution(subject.speaker, subject.role) if subject else Attribution()


def _blanked(text: str, spans: Sequence[Span]) -> str:
    parts, done = [], 0
    for start, end in spans:
        parts += [text[done:start], _MARK, " " * (end - start - 2), _MARK]
        done = end
    return "".join([*parts, text[done:]])


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(text.replace(_MARK, f" {_MARK} "))


def _base(token: str) -> str | None:
    return speech.VERBS.get(token.lower())


def _said_before(tokens: list[str]) -> Attribution | None:
    """The attribution that leads to a quotation: the last verb of speech that has a subject."""
    is_speech = bool(tokens) and tokens[-1] in {",", ":"}
    found: list[_Subject] = []
    for place in range(len(tokens) - 1, -1, -1):
        # What a pronoun says, or somebody thanks for, is told by whoever the sentence says reported it.
        if found and _base(tokens[place]) not in speech.REPORTING:
            continue
        subject = _speaker_at(tokens, place)
        if subject is None:
            continue
        found.append(subject)
        if (subject.speaker or subject.role) and _base(tokens[place]) not in speech.REPORTED:
            return Attribution(subject.speaker, subject.role, is_speech)
    return Attribution(found[0].speaker, found[0].role, is_speech) if found else None


def _speaker_at(tokens: list[str], place: int) -> _Subject | None:
    if _is_according(tokens, place):
        return _phrase_from(tokens, place + 2)
    return _subject_of(tokens, place) if _is_verb(tokens, place) else None


def _said_after(tokens: list[str], *, is_whole: bool) -> Attribution | None:
    """The attribution that follows a quotation directly: "said X", "X, the minister, said", "according to X"."""
    while tokens and (tokens[0] == "," or tokens[0] in _DASHES):
        tokens = tokens[1:]
    if not tokens:
        return None
    if _is_according(tokens, 0):
        subject = _phrase_from(tokens, 2)
    elif _base(tokens[0]) and not tokens[0].endswith("ing"):
        subject = _phrase_from(tokens, 1)
    else:
        verb = next((n for n in range(1, min(len(tokens), 2 * _LONGEST_ASIDE)) if _is_verb(tokens, n)), None)
        subject = _subject_before(tokens[:verb]) if verb and not is_whole else None
        if subject and not (subject.start == 0 or (subject.start == 1 and tokens[0].lower() in speech.ARTICLES)):
            return None
    return Attribution(subject.speaker, subject.role, is_speech=True) if subject else None


def _is_according(tokens: list[str], place: int) -> bool:
    return tokens[place].lower() == "according" and tokens[place + 1 : place + 2] == ["to"]


def _is_verb(tokens: list[str], place: int) -> bool:
    """Whether a verb of speech stands there, and not a noun that looks alike ("its claims", "the report")."""
    if not _base(tokens[place]):
        return False
    before = tokens[place - 1].lower() if place else ""
    return before not in {"the", "a", "an", "his", "her", "its", "their", "of", "this"} and not _is_possessive(before)


def _subject_of(tokens: list[str], place: int) -> _Subject | None:
    before = tokens[place - 1].lower() if place else ""
    if tokens[place].lower().endswith("ing") or before == "to":
        return _phrase_from(tokens, _main_start(tokens))
    if before == _MARK or (before == "," and tokens[place - 2 : place - 1] == [_MARK]):
        return _phrase_from(tokens, place + 1)
    return _subject_before(tokens[:place])


def _main_start(tokens: list[str]) -> int:
    """Where the main clause begins: behind the comma of an opening such as "On the subject of migration,"."""
    comma = next((n for n in range(min(len(tokens), _LONGEST_ASIDE)) if tokens[n] == ","), None)
    return comma + 1 if comma and tokens[0].lower() in speech.OPENING_WORDS else 0


def _subject_before(tokens: list[str]) -> _Subject | None:
    """The subject that ends where its verb begins: "X", "X, the minister,", "the minister, X,", "X (Y)"."""
    end = _without_fillers(tokens, len(tokens))
    if end and tokens[end - 1] == ")":
        opening = _last_index(tokens, "(", end)
        return _phrase_until(tokens, opening) if opening is not None else None
    if end and tokens[end - 1] == ",":
        comma = _last_index(tokens, ",", end - 1)
        if comma is not None:
            return _joined(_phrase_until(tokens, comma), tokens[comma + 1 : end - 1])
    return _phrase_until(tokens, end)


def _without_fillers(tokens: list[str], end: int) -> int:
    while end:
        word = tokens[end - 1].lower()
        if word in speech.WEEKDAYS and end > 1 and tokens[end - 2].lower() == "on":
            end -= 2
        elif word in speech.FILLERS or (word.endswith("ly") and word == tokens[end - 1]):
            end -= 1
        else:
            break
    return end


def _last_index(tokens: list[str], token: str, end: int) -> int | None:
    return next((n for n in range(end - 1, max(end - 1 - _LONGEST_ASIDE, -1), -1) if tokens[n] == token), None)


def _phrase_until(tokens: list[str], end: int) -> _Subject | None:
    """The noun phrase that ends at ``end``, read from right to left."""
    if end and tokens[end - 1].lower() in speech.PRONOUNS:
        return _Subject(end - 1, None, None)
    start = end
    while start > max(end - _LONGEST_NAME, 0) and _belongs(tokens, start - 1, end):
        start -= 1
    return _read_phrase(tokens[start:end], start)


def _belongs(tokens: list[str], place: int, end: int) -> bool:
    word = tokens[place]
    lower = word.lower()
    behind = [token.lower() for token in tokens[place + 1 : end]]
    if word[0].isupper():
        return lower not in speech.NO_NAMES
    if lower in speech.OFFICES or lower in speech.BODIES or (lower in speech.PARTICLES and behind):
        return True
    if lower in {"of", "for"} or (lower == "the" and place and tokens[place - 1].lower() in {"of", "for"}):
        holder = tokens[place - (2 if lower == "the" else 1)].lower() if place else ""
        return bool(behind) and (holder in speech.OFFICES or holder in speech.BODIES)
    modifies = bool(behind) and (behind[0] in speech.OFFICES | speech.BODIES or len(behind) > 1)
    return modifies and word.isalpha() and lower not in speech.PHRASE_ENDS and _has_holder(behind)


def _has_holder(words: list[str]) -> bool:
    """Whether an office or a body comes within the next words, so that a lower-case word may belong to it."""
    for word in words[:3]:
        if word in speech.OFFICES or word in speech.BODIES:
            return True
        if word in speech.PHRASE_ENDS:
            return False
    return False


def _phrase_from(tokens: list[str], start: int) -> _Subject | None:
    """The noun phrase that begins at ``start``, with the aside that a comma adds to it."""
    if start < len(tokens) and tokens[start].lower() in speech.PRONOUNS:
        return _Subject(start, None, None)
    if start < len(tokens) and tokens[start].lower() in speech.ARTICLES:
        start += 1
    end = start
    while end < min(start + _LONGEST_NAME, len(tokens)) and _continues(tokens, end):
        end += 1
    subject = _read_phrase(tokens[start:end], start)
    if tokens[end : end + 1] == [","]:
        ends = [n for n in range(end + 1, min(end + _LONGEST_ASIDE, len(tokens))) if tokens[n] in {",", ".", ";", ":"}]
        return _joined(subject, tokens[end + 1 : ends[0] if ends else len(tokens)])
    return subject


def _continues(tokens: list[str], place: int) -> bool:
    word = tokens[place]
    lower = word.lower()
    if word[0].isupper() or lower in speech.OFFICES or lower in speech.BODIES:
        return True
    if lower in speech.PARTICLES:
        return any(token[0].isupper() for token in tokens[place + 1 : place + 3])
    if lower in {"of", "for"} or (lower == "the" and tokens[place - 1].lower() in {"of", "for"}):
        return any(token[0].isupper() for token in tokens[place + 1 : place + 3])
    if lower in speech.PHRASE_ENDS or _base(word) or not word.isalpha():
        return False
    return _has_holder(tokens[place + 1 : place + 4]) and (
        lower in speech.OFFICE_FIELDS or not _follows_name(tokens, place)
    )


def _follows_name(tokens: list[str], place: int) -> bool:
    """Whether the word before is a name, and no owner or adjective ("Peru's", "Peruvian")."""
    before = tokens[place - 1] if place else ""
    return before[:1].isupper() and not _is_possessive(before) and not before.endswith(speech.ADJECTIVE_ENDINGS)


def _joined(subject: _Subject | None, aside: list[str]) -> _Subject | None:
    """The subject with what an aside between commas adds: the office to a name, or the name to an office."""
    if subject is None:
        return None
    other = _read_phrase(aside, 0) if 0 < len(aside) <= _LONGEST_ROLE else None
    if subject.speaker is None and subject.role:
        is_name = other is not None and other.speaker and not other.role and aside[0][0].isupper()
        return _Subject(subject.start, other.speaker, subject.role) if other and is_name else subject
    if subject.role is None and _is_office(aside):
        return _Subject(subject.start, subject.speaker, _words(_without_article(aside)))
    return subject


def _is_office(aside: list[str]) -> bool:
    return len(aside) <= _LONGEST_ROLE and any(word.lower() in speech.OFFICES for word in aside) and aside[0] != "who"


def _read_phrase(words: list[str], start: int) -> _Subject | None:
    """A noun phrase as a name, an office, or both: "US Secretary of State Mike Pompeo"."""
    words = _without_article(words)
    office = max((n for n, word in enumerate(words) if word.lower() in speech.OFFICES), default=None)
    if office is None:
        return _read_name(words, start)
    end = _after_tail(words, office + 1)
    name = _read_name(words[end:], start)
    return _Subject(start, name.speaker if name else None, _words(words[:end]))


def _after_tail(words: list[str], place: int) -> int:
    """Where an office ends: behind "of State", "for Foreign Affairs", or "of the ..." to the end."""
    if place >= len(words) or words[place] not in {"of", "for"}:
        return place
    end = place + 1 + (words[place + 1 : place + 2] == ["the"])
    while end < len(words) and words[end].lower() in speech.OFFICE_FIELDS | {"and"}:
        end += 1
    return end if end > place + 1 else len(words)


def _read_name(words: list[str], start: int) -> _Subject | None:
    while words and words[0].lower() in speech.HONORIFICS:
        words = words[1:]
    if not words or _is_possessive(words[-1]):
        return None
    if len(words) > 1 and words[-1].lower() in speech.PAPERS:
        words = words[:-1]
    is_body = words[-1].lower() in speech.BODIES
    is_name = words[0][0].isupper() and words[-1][0].isupper() and words[-1].lower() not in speech.NO_NAMES
    return _Subject(start, _words(words), None) if is_body or is_name else None


def _is_possessive(word: str) -> bool:
    return word.endswith(("’s", "'s", "’", "'"))


def _without_article(words: list[str]) -> list[str]:
    return words[1:] if words and words[0].lower() in speech.ARTICLES else words


def _words(words: list[str]) -> str | None:
    return " ".join(words) or None
