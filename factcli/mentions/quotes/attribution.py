"""Find who is quoted: a text and its quoted stretches -> the speaker and role that the words around each one name.

Read are "...", said X; X said (that) "..."; according to X; X, the defence minister, said: "..."; in X's words, "...";
what was called "..." by X; the second half of a quotation that its attribution splits; and signatures.  A pronoun is
resolved where its paragraph names one person only: nobody is better than the wrong one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcli.english import people as speech
from factcli.english.function_words import ARTICLES, DETERMINERS, POSSESSIVES, STOP_WORDS
from factcli.english.marks import HYPHENS
from factcli.english.sentences import iter_sentences, split_sentences
from factcli.mentions.quotes.pronouns import only_person, pronoun_after, pronoun_before
from factcli.mentions.quotes.signatures import bracketed, labelled, signed
from factcli.mentions.quotes.speakers import LONGEST_ASIDE, speaker_from, subject_before
from factcli.mentions.quotes.text_around import blanked, is_prose, words_in
from factcli.mentions.quotes.verbs import (
    MARK,
    end_of_verb,
    goes_with,
    introduces,
    is_according,
    is_denied,
    names_what_is_said,
    verb_at,
)
from factcli.mentions.quotes.who_speaks import is_told, speaker_at, speaker_of_answer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcli.mentions.quotes.names_and_offices import Subject
    from factcli.model.facts import Span

_BEFORE, _AFTER, _GAP, _PARAGRAPH = 400, 260, 160, 600
_RECENT = 4
_MOST_VERBS = 6
_MOST_WORDS_BEFORE_A_NAME = 3
_TRIGGERS = (
    speech.VERBS.keys() | speech.PARTICLES_OF_VERBS.keys() | speech.OWN_WORDS | {"according", "According", "quote"}
)
# Blanks and stars may come after the colon: "**Ana Ruiz:** ".
_EMPHASISED_COLON = 6
# Lines that an editor wraps are longer.
_SHORTEST_WRAPPED = 50


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
        self._are_prose = [is_prose(text[span.start + 1 : span.end - 1]) for span in spans]
        self._text = blanked(text, spans)
        self._found: list[Attribution] = []

    def attribution(self, number: int) -> Attribution:
        """Who says the quotation of that number; ask for them in order."""
        while len(self._found) <= number:
            self._found.append(self._find(len(self._found)))
        return self._found[number]

    def _find(self, number: int) -> Attribution:
        leading = self._sentence_before(number)
        before, after = words_in(leading), self._clause_after(number)
        is_whole = self._is_whole(number)
        found = (
            self._labelled(number, leading)
            or _named_by(before, after)
            or (_said_before(before) if _leads_up(before) else None)
            or self._said_after(number, after)
            or self._signed(number)
            or _said_before(before)
            or (None if is_whole else _said_at_end(after))
        )
        found = found or self._carried(number, before)
        return found if found.speaker or found.role else self._meant(number, before, after) or found

    def _said_after(self, number: int, after: list[str]) -> Attribution | None:
        """Who says it by the words after it, unless a colon leads on: “Is it?” Lu replied: “No.” says nothing."""
        leads_on = self._last[number] != "," and MARK in after and after[after.index(MARK) - 1] == ":"
        return None if leads_on else _said_after(after, is_whole=self._is_whole(number))

    def _meant(self, number: int, before: list[str], after: list[str]) -> Attribution | None:
        """Whom "he" or "she" means, by the words before in the paragraph."""
        if before[:2] == [MARK, MARK] and pronoun_after(_without_joint(before[2:])):
            return self._found[number - 1]  # “A,” she said, “B.”
        pronoun = pronoun_after(_without_joint(after)) or pronoun_before(before)
        end = self._spans[number].start
        start = self._paragraph_before(end) if pronoun else None
        if pronoun is None or start is None:
            return None
        subject = only_person(words_in(self._text[start:end]), pronoun, self._speakers_since(start, number))
        return Attribution(subject.speaker, subject.role, is_speech=True) if subject else None

    def _paragraph_before(self, end: int) -> int | None:
        """Where the paragraph begins that goes on at ``end``; None if that is far away."""
        earliest = max(end - _PARAGRAPH, 0)
        cut = self._text.rfind("\n\n", earliest, end)
        return None if cut < 0 < earliest else max(cut, 0)

    def _speakers_since(self, start: int, number: int) -> list[str]:
        recent = range(max(number - _RECENT, 0), number)
        return [said for at in recent if self._spans[at].start >= start and (said := self._found[at].speaker)]

    def _is_whole(self, number: int) -> bool:
        """Whether the quotation is a sentence of its own, after which another one begins."""
        last, end = self._last[number], self._spans[number].end
        return last == "." or (last != "," and self._text.startswith("\n", end))

    def _sentence_before(self, number: int) -> str:
        start = self._spans[number].start
        window = self._text[max(start - _BEFORE, 0) : start]
        sentences = split_sentences(window)
        if not sentences or window[sentences[-1].end - 1] in ".!?…":
            return ""
        return self._last_line(max(start - _BEFORE, 0) + sentences[-1].start, start)

    def _last_line(self, start: int, end: int) -> str:
        """The words before a quotation without a line of its own before them, such as a caption without a full stop."""
        cut = self._text.rfind("\n", start, end)
        if cut < 0:
            return self._text[start:end]
        earliest = max(cut - 2 * _SHORTEST_WRAPPED, 0)
        line = self._text[max(self._text.rfind("\n", earliest, cut) + 1, earliest) : cut].rstrip()
        following = self._text[cut + 1 : end].lstrip()
        is_apart = 0 < len(line) < _SHORTEST_WRAPPED and line[-1].isalnum() and following[:1].isupper()
        return following if is_apart else self._text[start:end]

    def _clause_after(self, number: int) -> list[str]:
        end = self._spans[number].end
        window = self._text[end : end + _AFTER]
        sentence = next(iter_sentences(window), None)
        return words_in(window[: sentence.end]) if sentence else []

    def _labelled(self, number: int, leading: str) -> Attribution | None:
        """The name and the colon that the line before the quotation consists of."""
        if ":" not in leading[-_EMPHASISED_COLON:]:
            return None
        tokens = words_in(leading.rstrip().rpartition("\n")[2])
        subject = labelled(tokens) or speaker_of_answer(tokens)
        return Attribution(subject.speaker, subject.role, self._last[number] in ".!?…") if subject else None

    def _signed(self, number: int) -> Attribution | None:
        """The name that follows the quotation in brackets, or after a dash to the end of the line."""
        if not self._are_prose[number]:
            return None
        end = self._spans[number].end
        window = self._text[end : end + _AFTER].lstrip(" \t,")
        line = window.lstrip().partition("\n")[0]
        if window.startswith("("):
            subject = bracketed(words_in(line))
        else:
            subject = signed(words_in(line)) if line and not line[0].isalnum() else None
        return Attribution(subject.speaker, subject.role) if subject else None

    def _carried(self, number: int, before: list[str]) -> Attribution:
        """What the quotation before says, if only its attribution is between the two."""
        if not number or before:
            return Attribution()
        gap = self._text[self._spans[number - 1].end : self._spans[number].start]
        known = self._found[number - 1]
        if len(gap) > _GAP or "\n\n" in gap or not known.is_speech or len(split_sentences(gap)) > 1:
            return Attribution()
        return known


def read_leading(text: str) -> Attribution | None:
    """Who speaks or writes by the words that lead to a block quotation: "Ana Ruiz wrote:"."""
    sentences = split_sentences(text)
    tokens = words_in(text[sentences[-1].start :].rpartition("\n")[2]) if sentences else []
    subject = labelled(tokens)
    if subject is None:
        return _said_before(tokens)
    # One word and a colon may as well lead to a note.
    is_full = subject.role or " " in (subject.speaker or "")
    return Attribution(subject.speaker, subject.role, is_speech=True) if is_full else None


def read_signature(line: str) -> Attribution | None:
    """Who signs a block quotation in a line of its own: "— Ana Ruiz, water minister"."""
    subject = signed(words_in(line.strip()))
    return Attribution(subject.speaker, subject.role, is_speech=True) if subject else None


def _leads_up(tokens: list[str]) -> bool:
    """Whether a verb of speech is right before the quotation, with a comma or colon or without."""
    end = len(tokens) - (tokens[-1:] in ([","], [":"]))
    return any(verb_at(tokens, place) and end_of_verb(tokens, place) == end for place in range(max(end - 2, 0), end))


def _said_before(tokens: list[str]) -> Attribution | None:
    """The attribution that leads to a quotation: the last verb of speech that has a subject."""
    is_speech = bool(tokens) and tokens[-1] in {",", ":"}
    found: list[Subject] = []
    for place in reversed(_places_of_speech(tokens)[-_MOST_VERBS:]):
        base = verb_at(tokens, place)
        if base and is_denied(tokens, place):
            return Attribution()
        if base and base not in speech.REPORTING and _is_of_another_clause(tokens, place):
            continue
        # What a pronoun says, or somebody thanks for, is attributed to whoever the sentence says reported it.
        if found and base not in speech.REPORTING:
            continue
        subject = speaker_at(tokens, place)
        if subject is None:
            continue
        found.append(subject)
        if (subject.speaker or subject.role) and base not in speech.REPORTED:
            return Attribution(subject.speaker, subject.role, is_speech)
    return Attribution(found[0].speaker, found[0].role, is_speech) if found else None


def _is_of_another_clause(tokens: list[str], place: int) -> bool:
    """Whether what the verb introduces is over: "Lu called it “A” while Ito found it" says nothing of Ito's words."""
    if MARK not in tokens[place:]:
        return False
    quoted = tokens.index(MARK, place)
    return any(
        tokens[at] in speech.CLAUSE_OPENERS and _is_name(tokens[at + 1]) and any(map(str.islower, tokens[at + 2 :]))
        for at in range(quoted + 1, len(tokens) - 1)
    )


def _is_name(word: str) -> bool:
    return word[0].isupper() and word.lower() not in speech.NO_NAMES


def _places_of_speech(tokens: list[str]) -> list[int]:
    return [place for place, token in enumerate(tokens) if token in _TRIGGERS and _is_of_speech(tokens, place)]


def _is_of_speech(tokens: list[str], place: int) -> bool:
    if verb_at(tokens, place) is not None:
        return introduces(tokens, place)
    return is_according(tokens, place) or is_told(tokens, place)


def _said_after(tokens: list[str], *, is_whole: bool) -> Attribution | None:
    """The attribution that follows a quotation directly: "said X", "X, the minister, said", "according to X"."""
    tokens = _without_joint(tokens)
    if not tokens:
        return None
    verb = verb_at(tokens, 0)
    if verb in speech.TELLING_OF or _names_the_next(tokens):
        return None
    if verb and not tokens[0].endswith("ing"):
        subject = speaker_from(tokens, end_of_verb(tokens, 0))
    else:
        first = _first_of_speech(tokens)
        if first is None or (is_whole and first > 0 and not is_told(tokens, first)):
            return None
        if verb_at(tokens, first) and is_denied(tokens, first):
            return Attribution()
        subject = speaker_at(tokens, first)
        if first and not is_told(tokens, first) and not _begins(subject, tokens):
            return Attribution(is_speech=True) if subject is None and _is_unnamed(tokens[:first]) else None
    return Attribution(subject.speaker, subject.role, is_speech=True) if subject else None


def _names_the_next(tokens: list[str]) -> bool:
    """Whether the first verb calls something what the next quotation says: ", Lu described it as “B”"."""
    first = _first_of_speech(tokens)
    return first is not None and verb_at(tokens, first) in speech.NAMING and MARK in tokens[first:]


def _without_joint(tokens: list[str]) -> list[str]:
    """The words without what only joins them to the quotation: a comma, dashes, "as", "is what", "So says"."""
    while tokens and (tokens[0] == "," or tokens[0] in HYPHENS):
        tokens = tokens[1:]
    if tokens[:1] in (["is"], ["was"]) and tokens[1:2] in (["how"], ["what"]):
        return tokens[2:]
    if tokens[:1] == ["So"] and len(tokens) > 1 and verb_at(tokens, 1):
        return tokens[1:]
    return tokens[1:] if tokens[:1] == ["as"] else tokens


def _first_of_speech(tokens: list[str]) -> int | None:
    """The first place of speech that can belong to the quotation before; "in X's words" only if it comes next."""
    for place, token in enumerate(tokens[: 2 * LONGEST_ASIDE]):
        if token not in _TRIGGERS:
            continue
        if verb_at(tokens, place):
            return place if goes_with(tokens, place) else None
        if place == 0 and is_according(tokens, 0):
            return place
        if is_told(tokens, place):
            return place if tokens[0] in {"in", "to"} else None
    return None


def _is_unnamed(tokens: list[str]) -> bool:
    """Whether the words are somebody without a name: "the clerk", "both men"."""
    is_short = 1 < len(tokens) <= _MOST_WORDS_BEFORE_A_NAME
    return is_short and tokens[0].lower() in DETERMINERS and all(map(str.islower, tokens[1:]))


def _begins(subject: Subject | None, tokens: list[str]) -> bool:
    """Whether the words begin with the subject: "Lu said", "the minister said", "bus driver Lu said"."""
    if subject is None:
        return False
    article = int(tokens[0].lower() in ARTICLES | POSSESSIVES)
    between = tokens[article : subject.start] if subject.speaker else []
    if 0 < len(between) <= _MOST_WORDS_BEFORE_A_NAME:
        return all(_may_describe(word, is_first=not at + article) for at, word in enumerate(between))
    return subject.start <= article


def _may_describe(word: str, *, is_first: bool) -> bool:
    """Whether a word before a name may say what somebody is: a noun or an adjective, written small but at first."""
    lower = word.lower()
    if not word.isalpha() or not (word == lower or is_first) or lower in STOP_WORDS or lower in speech.NO_NAMES:
        return False
    return lower.endswith("ing") or verb_at([lower], 0) is None


def _named_by(before: list[str], after: list[str]) -> Attribution | None:
    """Who is said to give the name that is quoted: dubbed "..." by X."""
    if not names_what_is_said(before):
        return None
    subject = speaker_from(after, 1) if after[:1] == ["by"] else None
    return Attribution(subject.speaker, subject.role) if subject else None


def _said_at_end(tokens: list[str]) -> Attribution | None:
    """The attribution after what goes on from a quotation: "..." to the end, X said."""
    verb = next((n for n in range(1, len(tokens)) if verb_at(tokens, n)), None)
    subject = subject_before(tokens[:verb]) if verb and not is_denied(tokens, verb) else None
    if subject is None or tokens[subject.start - 1] != ",":
        return None
    return Attribution(subject.speaker, subject.role, is_speech=True)
