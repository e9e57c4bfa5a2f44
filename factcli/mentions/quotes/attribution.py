"""Find who is quoted: a text and its quoted stretches -> the speaker and role that the words around each one name.

Read are "...", said X; X said (that) "..."; according to X; X, the defence minister, said: "..."; and the second half
of a quotation that its attribution splits.  A pronoun is left unresolved: nobody is better than the wrong one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from factcli.english import people as speech
from factcli.english.calendar import WEEKDAY_NAMES
from factcli.english.function_words import ARTICLES
from factcli.english.marks import HYPHENS
from factcli.english.sentences import split_sentences
from factcli.mentions.quotes.speakers import LONGEST_ASIDE, Subject, is_possessive, joined, phrase_from, phrase_until

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcli.model.facts import Span

_TOKEN = re.compile(
    rf"(?:[A-Z]\.)++(?=\s)|(?:{'|'.join(sorted(map(str.capitalize, speech.ABBREVIATED_TITLES)))})\.(?=\s)"
    r"|[^\W_](?:\w|[’'.&-](?=\w))*+[’']?|\S",
)
_BEFORE, _AFTER, _GAP = 400, 260, 160
_MOST_VERBS = 6
_MARK = '"'


class Attribution(NamedTuple):
    """Who says a quotation; ``is_speech`` if the words around it leave no doubt that somebody says it."""

    speaker: str | None = None
    role: str | None = None
    is_speech: bool = False


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
        after = self._clause_after(number)
        is_whole = self._last[number] == "."
        found = (
            (_said_before(before) if _leads_up(before) else None)
            or _said_after(after, is_whole=is_whole)
            or _said_before(before)
            or (None if is_whole else _said_at_end(after))
        )
        return found or self._carried(number, before)

    def _sentence_before(self, number: int) -> str:
        start = self._spans[number].start
        window = self._text[max(start - _BEFORE, 0) : start]
        sentences = split_sentences(window)
        if not sentences or window[sentences[-1].end - 1] in ".!?…":
            return ""
        return window[sentences[-1].start :]

    def _clause_after(self, number: int) -> list[str]:
        end = self._spans[number].end
        window = self._text[end : end + _AFTER]
        sentences = split_sentences(window)
        return _tokens(window[: sentences[0].end]) if sentences else []

    def _carried(self, number: int, before: list[str]) -> Attribution:
        """What the quotation before says, if only its attribution is between the two."""
        if not number or before:
            return Attribution()
        gap = self._text[self._spans[number - 1].end : self._spans[number].start]
        known = self._found[number - 1]
        if len(gap) > _GAP or "\n\n" in gap or not known.is_speech or len(split_sentences(gap)) > 1:
            return Attribution()
        return known


def _blanked(text: str, spans: Sequence[Span]) -> str:
    parts, done = [], 0
    for start, end in spans:
        parts += [text[done:start], _MARK, " " * (end - start - 2), _MARK]
        done = end
    return "".join([*parts, text[done:]])


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(text.replace(_MARK, f" {_MARK} "))


def _base(token: str) -> str | None:
    # Verbs are written small: "the United States" states nothing.
    return speech.VERBS.get(token)


def _leads_up(tokens: list[str]) -> bool:
    """Whether a verb of speech is right before the quotation, with a comma or colon or without."""
    last = tokens[-2:-1] if tokens[-1:] in ([","], [":"]) else tokens[-1:]
    return bool(last) and _base(last[0]) is not None


def _said_before(tokens: list[str]) -> Attribution | None:
    """The attribution that leads to a quotation: the last verb of speech that has a subject."""
    is_speech = bool(tokens) and tokens[-1] in {",", ":"}
    found: list[Subject] = []
    said = [place for place, token in enumerate(tokens) if _base(token) or token in {"according", "According"}]
    for place in reversed(said[-_MOST_VERBS:]):
        # What a pronoun says, or somebody thanks for, is attributed to whoever the sentence says reported it.
        if found and _base(tokens[place]) not in speech.REPORTING:
            continue
        subject = _speaker_at(tokens, place)
        if subject is None:
            continue
        found.append(subject)
        if (subject.speaker or subject.role) and _base(tokens[place]) not in speech.REPORTED:
            return Attribution(subject.speaker, subject.role, is_speech)
    return Attribution(found[0].speaker, found[0].role, is_speech) if found else None


def _speaker_at(tokens: list[str], place: int) -> Subject | None:
    if _is_according(tokens, place):
        return phrase_from(tokens, place + 2)
    return _subject_of(tokens, place) if _is_verb(tokens, place) else None


def _said_after(tokens: list[str], *, is_whole: bool) -> Attribution | None:
    """The attribution that follows a quotation directly: "said X", "X, the minister, said", "according to X"."""
    while tokens and (tokens[0] == "," or tokens[0] in HYPHENS):
        tokens = tokens[1:]
    if not tokens:
        return None
    if _is_according(tokens, 0):
        subject = phrase_from(tokens, 2)
    elif _base(tokens[0]) and not tokens[0].endswith("ing"):
        subject = phrase_from(tokens, 1)
    else:
        verb = next((n for n in range(1, min(len(tokens), 2 * LONGEST_ASIDE)) if _is_verb(tokens, n)), None)
        subject = _subject_before(tokens[:verb]) if verb and not is_whole else None
        if subject and not (subject.start == 0 or (subject.start == 1 and tokens[0].lower() in ARTICLES)):
            return None
    return Attribution(subject.speaker, subject.role, is_speech=True) if subject else None


def _said_at_end(tokens: list[str]) -> Attribution | None:
    """The attribution after what goes on from a quotation: "..." to the end, X said."""
    verb = next((n for n in range(1, len(tokens)) if _is_verb(tokens, n)), None)
    subject = _subject_before(tokens[:verb]) if verb else None
    if subject is None or tokens[subject.start - 1] != ",":
        return None
    return Attribution(subject.speaker, subject.role, is_speech=True)


def _is_according(tokens: list[str], place: int) -> bool:
    return tokens[place].lower() == "according" and tokens[place + 1 : place + 2] == ["to"]


def _is_verb(tokens: list[str], place: int) -> bool:
    """Whether there is a verb of speech, and not a noun that looks alike ("its claims", "the report")."""
    if not _base(tokens[place]):
        return False
    before = tokens[place - 1].lower() if place else ""
    return before not in speech.BEFORE_NOUNS and not is_possessive(before)


def _subject_of(tokens: list[str], place: int) -> Subject | None:
    before = tokens[place - 1].lower() if place else ""
    if tokens[place].lower().endswith("ing") or before == "to":
        return phrase_from(tokens, _main_start(tokens))
    if before == _MARK or (before == "," and tokens[place - 2 : place - 1] == [_MARK]):
        return phrase_from(tokens, place + 1)
    return _subject_before(tokens[:place])


def _main_start(tokens: list[str]) -> int:
    """Where the main clause begins: after the comma of an opening such as "On the subject of migration,"."""
    comma = next((n for n in range(min(len(tokens), LONGEST_ASIDE)) if tokens[n] == ","), None)
    return comma + 1 if comma and tokens[0].lower() in speech.OPENING_WORDS else 0


def _subject_before(tokens: list[str]) -> Subject | None:
    """The subject that ends where its verb begins: "X", "X, the minister,", "the minister, X,", "X (Y)"."""
    end = _without_fillers(tokens, len(tokens))
    if end and tokens[end - 1] == ")":
        opening = _last_index(tokens, "(", end)
        return phrase_until(tokens, opening) if opening is not None else None
    if end and tokens[end - 1] == ",":
        comma = _last_index(tokens, ",", end - 1)
        if comma is not None:
            return joined(phrase_until(tokens, comma), tokens[comma + 1 : end - 1])
    return phrase_until(tokens, end)


def _without_fillers(tokens: list[str], end: int) -> int:
    while end:
        word = tokens[end - 1].lower()
        if word in WEEKDAY_NAMES and end > 1 and tokens[end - 2].lower() == "on":
            end -= 2
        elif word in speech.FILLERS or (word.endswith("ly") and word == tokens[end - 1]):
            end -= 1
        else:
            break
    return end


def _last_index(tokens: list[str], token: str, end: int) -> int | None:
    return next((n for n in range(end - 1, max(end - 1 - LONGEST_ASIDE, -1), -1) if tokens[n] == token), None)
