"""Whether the quoted words of a draft are those that were said: word by word against the stored quotation.

Punctuation, typographic marks, upper case, an ellipsis and [inserted] words are forgiven.  A changed, dropped or
added word is not, and an ellipsis may not swallow a word that turns the sense.
"""

# ruff: noqa: RUF001 - typographic marks are what is read here
from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from factcli.check.compare.who_said import speakers_differ
from factcli.check.reasons import Reason
from factcli.english.function_words import AFTER_NEGATION, QUOTE_FUNCTION_WORDS, TURNING

if TYPE_CHECKING:
    from factcli.model.facts import Quotation

# Fewer shared words than this say nothing about where a phrase comes from.
LEAST_SHARED_WORDS = 4
# The share of a draft's quoted words that must occur close together in a stored quote to count as that quote.
LEAST_SHARE = 0.6
# An insertion in brackets replaces at most this many words of the speaker.
_LONGEST_BRACKETED = 4
# The words of a draft are sought in stretches of the stored ones that have this many more.
_MARGIN = 2
# Where an ellipsis leaves out more words than this, only its edges can turn the sense of what stays.
_SHORT_GAP = 6
_GAP_HEAD, _GAP_TAIL = 2, 3
# A longer quote adds a clause, not a word.
_FEWEST_ADDED = 3
# Where a draft quotes the end of one sentence and the beginning of the next.
_FEWEST_SHARED, _LONGEST_OVERLAP = 6, 80
# Phrases of this many words are short.  A part of a quote that is shorter than the last of these could be anybody's.
_FEWEST_WORDS, _SHORT_PHRASE, _TELLING_PHRASE = 2, 5, 4
# Between the end of a sentence and the next.
_MARKS = " \"'“”‘’(["
# A quote of a draft meets many of the store, and each of these many of the draft.
_QUOTES_KEPT = 1_024


_TOKEN = re.compile(
    r"(?P<gap>\[\s?(?:\.{3}|…)\s?\]|\(\s?(?:\.{3}|…)\s?\)|…|\.(?:\s?\.){2,4})"
    r"|\[(?P<bracket>[^\[\]\n]{0,80})\]"
    r"|(?P<word>[^\W_]++(?:['’ʼ][^\W_]++|(?<=\d)[.,](?=\d)\d++)*+)"
)


class QuoteOutcome(NamedTuple):
    """``holds`` is None where the words are not from this quote; ``differences`` are (draft, store) word runs."""

    holds: bool | None
    reason: Reason
    differences: tuple[tuple[str, str], ...] = ()
    follows_negation: bool = False
    """Whether the draft's words begin right after a negation that they leave out."""


class _Part(NamedTuple):
    """A run of consecutive words, and what precedes it: ``gap``, ``bracket`` or nothing."""

    before: str
    words: list[str]


def compare_quotations(claim: Quotation, fact: Quotation) -> QuoteOutcome:
    """Whether the words, and the speaker where the draft names one, are those of the stored quote."""
    outcome = align(claim.text, fact.text)
    if outcome.holds and speakers_differ(claim.speaker, fact.speaker):
        return QuoteOutcome(holds=False, reason=Reason.OTHER_SPEAKER)
    return outcome


def align(draft: str, stored: str, *, has_same_speaker: bool = False) -> QuoteOutcome:
    """Whether the words of ``draft`` occur in ``stored`` as one run, apart from its ellipses and brackets.

    A draft that goes on beyond the whole of ``stored`` agrees with it.  Where both name one speaker
    (``has_same_speaker``), a phrase of a few words that differs in one is a changed quote.
    """
    parts, said = _parts(draft), _words_of_stored(stored)
    written = [word for part in parts for word in part.words]
    if not written or _have_nothing_in_common(draft, stored):
        return QuoteOutcome(None, Reason.OTHER_WORDS if written else Reason.NO_WORDS)
    if _changes_bracketed_figure(draft, stored):
        return _differing(words_of(draft), said, has_same_speaker=has_same_speaker)
    places = _places(parts, said)
    if places is None:
        return _longer(written, said) or _differing(written, said, has_same_speaker=has_same_speaker)
    if _swallows_sense(parts, places, said):
        return QuoteOutcome(holds=False, reason=Reason.ELLIPSIS_TURNS_SENSE)
    if is_common_phrase(written) and written != said:
        return QuoteOutcome(None, Reason.COMMON_PHRASE)
    reason = Reason.VERBATIM if len(written) == len(said) else Reason.PARTIAL
    follows = _follows_negation(said, places[0]) and not _opens_sentence(stored, places[0])
    return QuoteOutcome(holds=True, reason=reason, follows_negation=follows)


def _have_nothing_in_common(draft: str, stored: str) -> bool:
    """Whether the two surely share no words but function words: a quick test, as most quotes are of other words."""
    here, there = _telling_words(draft), _telling_words(stored)
    return bool(here and there) and here.isdisjoint(there)


@lru_cache(_QUOTES_KEPT)
def _telling_words(text: str) -> frozenset[str]:
    """The words but the function words; none where it may agree with a text that has none of them.

    That is so if one of its ends has only function words, which the other may begin or end with, or if it has brackets.
    """
    words = words_of(text)
    telling = frozenset(words) - QUOTE_FUNCTION_WORDS
    ends = words[:_FEWEST_SHARED], words[-_FEWEST_SHARED:]
    return frozenset() if "[" in text or any(map(telling.isdisjoint, ends)) else telling


def _changes_bracketed_figure(draft: str, stored: str) -> bool:
    """Whether the stored words have brackets with figures themselves, and the draft has others: "2.1 [1.4-3.2]"."""
    printed = _bracketed_figures(stored)
    return bool(printed) and not _bracketed_figures(draft) <= printed


@lru_cache(_QUOTES_KEPT)
def _bracketed_figures(text: str) -> frozenset[str]:
    found = (match["bracket"] or "" for match in _TOKEN.finditer(text))
    return frozenset(_plain(bracket) for bracket in found if any(map(str.isdigit, bracket)))


def _follows_negation(said: list[str], at: int) -> bool:
    before = said[max(at - 2, 0) : at]
    return before[-1:] != [] and (before[-1] in TURNING or (before[0] in TURNING and before[-1] in AFTER_NEGATION))


def _opens_sentence(stored: str, at: int) -> bool:
    """Whether a sentence of a stored quote begins with the word at this place."""
    words = (match for match in _TOKEN.finditer(stored) if not match["gap"])
    start = next(islice(words, at, None)).start()
    return stored[:start].rstrip(_MARKS).endswith((".", "!", "?"))


def _longer(written: list[str], said: list[str]) -> QuoteOutcome | None:
    """The outcome for words that go on beyond what was said, unless what they add may turn the sense of it."""
    if len(said) < LEAST_SHARED_WORDS or is_common_phrase(said):
        return None
    shared = _shared_run(written, said)
    if shared is None or len(written) - (shared[1] - shared[0]) < _FEWEST_ADDED:
        return None
    first, after = shared
    added = {*written[:first], *written[after:]} - QUOTE_FUNCTION_WORDS
    if 2 * len(added & set(said)) >= max(len(added), 1):
        return None  # the same words in another order
    if _follows_negation(written, first) or not TURNING.isdisjoint(written[after : after + 1]):
        return None
    if not TURNING.isdisjoint(written[max(first - LEAST_SHARED_WORDS, 0) : first]):
        return QuoteOutcome(None, Reason.OTHER_WORDS)
    return QuoteOutcome(holds=True, reason=Reason.LONGER)


def _shared_run(written: list[str], said: list[str]) -> tuple[int, int] | None:
    """Where all of ``said`` is in ``written``, or the end of one is the beginning of the other."""
    size, first, opening = len(said), said[0], written[0]
    for at in range(len(written) - size + 1):
        if written[at] == first and written[at : at + size] == said:
            return at, at + size
    for length in range(min(size, len(written), _LONGEST_OVERLAP), _FEWEST_SHARED - 1, -1):
        if written[-length] == first and written[-length:] == said[:length]:
            return len(written) - length, len(written)
        if said[-length] == opening and written[:length] == said[-length:]:
            return 0, length
    return None


def words_of(text: str) -> list[str]:
    """The words of a quotation in lower case, with straight apostrophes and without punctuation."""
    return [_plain(match["word"] or match["bracket"] or "") for match in _TOKEN.finditer(text) if not match["gap"]]


@lru_cache(_QUOTES_KEPT)
def _words_of_stored(text: str) -> list[str]:
    return words_of(text)


def is_common_phrase(words: list[str]) -> bool:
    """Whether the words are too few and too common to be anybody's: at most two, or none but function words."""
    return len(words) <= 2 or all(word in QUOTE_FUNCTION_WORDS for word in words)  # noqa: PLR2004 - as the name says


def _plain(word: str) -> str:
    return word.casefold().replace("’", "'").replace("ʼ", "'")


@lru_cache(_QUOTES_KEPT)
def _parts(draft: str) -> list[_Part]:
    parts = [_Part("", [])]
    for match in _TOKEN.finditer(draft):
        if match["word"]:
            parts[-1].words.append(_plain(match["word"]))
        else:
            parts.append(_Part("gap" if match["gap"] else "bracket", []))
    return [part for part in parts if part.words or part.before == "bracket"]


def _places(parts: list[_Part], said: list[str]) -> list[int] | None:
    """Where each part begins in the words that were said, in order; None where one is not found.

    The leftmost place of each part leaves most room for the next one, so no other choice has to be tried.
    """
    places: list[int] = []
    at = 0
    for part in parts:
        place = _find(part, said, at, is_first=not places)
        if place is None:
            return None
        places.append(place)
        at = place + len(part.words)
    return places


def _find(part: _Part, said: list[str], begin: int, *, is_first: bool) -> int | None:
    size = len(part.words)
    last = len(said) - size
    if part.before == "bracket" and not is_first:
        last = min(last, begin + _LONGEST_BRACKETED)
    elif not part.before and not is_first:
        last = min(last, begin)
    if not size:
        return begin
    return next((at for at in range(begin, last + 1) if _stands_at(part, said, at)), None)


def _stands_at(part: _Part, said: list[str], at: int) -> bool:
    if said[at + 1 : at + len(part.words)] != part.words[1:]:
        return False
    # "[the company]'s": a bracket may swallow the word that its suffix hangs on.
    first, there = part.words[0], said[at]
    return first == there or (part.before == "bracket" and first == "s" and there.endswith("'s"))


def _swallows_sense(parts: list[_Part], places: list[int], said: list[str]) -> bool:
    """Whether a left-out word, such as "not", turns the sense of the words that stay."""
    ends = [place + len(part.words) for part, place in zip(parts, places, strict=True)]
    inner = zip(parts[1:], ends, places[1:], strict=False)
    return any(_turns(said[end:begin]) for part, end, begin in inner if part.before)


def _turns(gap: list[str]) -> bool:
    distinctive = gap if len(gap) <= _SHORT_GAP else gap[:_GAP_HEAD] + gap[-_GAP_TAIL:]
    return any(word in TURNING for word in distinctive)


def _one_word_apart(written: list[str], said: list[str]) -> tuple[tuple[str, str], ...]:
    """The one word of a phrase that differs from a run of what was said, where the rest tells whose phrase it is."""
    size = len(written)
    is_whole = len(said) <= size + 2
    if not _FEWEST_WORDS <= size <= _SHORT_PHRASE or (size < _TELLING_PHRASE and not is_whole):
        return ()
    for at in range(len(said) - size + 1):
        changed = [(here, there) for here, there in zip(written, said[at : at + size], strict=True) if here != there]
        if len(changed) != 1:
            continue
        kept = [word for word in said[at : at + size] if word not in QUOTE_FUNCTION_WORDS and word != changed[0][1]]
        is_telling = changed[0][1] not in QUOTE_FUNCTION_WORDS or changed[0][0] in TURNING
        # "A foul race" is a fair one changed; "a fair wind" is another thing.
        is_of_same = written[-1] == said[at + size - 1] or len(kept) > 1
        if is_telling and is_of_same and len(kept) >= (1 if is_whole else 2):
            return (changed[0],)
    return ()


def _differing(written: list[str], said: list[str], *, has_same_speaker: bool) -> QuoteOutcome:
    """The differences, where enough of the words occur close together to count as this quote."""
    if (set(written) - QUOTE_FUNCTION_WORDS).isdisjoint(said):
        return QuoteOutcome(None, Reason.OTHER_WORDS)
    one = _one_word_apart(written, said) if has_same_speaker else ()
    if one:
        return QuoteOutcome(holds=False, reason=_kind_of_change(one, Counter(said)), differences=one)
    begin, size = _closest_window(written, said), len(written) + _MARGIN
    window = said[begin : begin + size]
    shared = sum((Counter(written) & Counter(window)).values())
    telling = set(written) - QUOTE_FUNCTION_WORDS
    kept = len(telling.intersection(window))
    least = min(LEAST_SHARED_WORDS, len(written) - 1)
    if shared < least or shared < LEAST_SHARE * len(written) or kept < (1 if shared > least else 2):
        return QuoteOutcome(None, Reason.OTHER_WORDS)
    # "She was a very careful person" is not "he was a very kind person", though most of its words are.
    if 2 * kept < len(telling) or is_common_phrase(written):
        return QuoteOutcome(None, Reason.OTHER_WORDS)
    differences = _differences(written, said[begin : begin + size + _MARGIN])
    return QuoteOutcome(holds=False, reason=_kind_of_change(differences, Counter(said)), differences=differences)


def _closest_window(written: list[str], said: list[str]) -> int:
    """Where the first of the stretches of the stored words begins that share most of the draft's."""
    size = len(written) + _MARGIN
    if len(said) <= size:
        return 0
    wanted, inside = Counter(written), Counter(said[:size])
    shared = best = sum((wanted & inside).values())
    begin = 0
    for at in range(size, len(said)):
        leaving, entering = said[at - size], said[at]
        shared -= inside[leaving] <= wanted[leaving]
        inside[leaving] -= 1
        inside[entering] += 1
        shared += inside[entering] <= wanted[entering]
        if shared > best:
            best, begin = shared, at - size + 1
    return begin


def _differences(written: list[str], window: list[str]) -> tuple[tuple[str, str], ...]:
    """The words of a draft that differ, each run beside the stored words in its place.

    A draft need not quote the whole: at its two ends only as many stored words are compared as it has there.
    """
    from rapidfuzz.distance import Indel

    runs: list[tuple[list[str], list[str]]] = [([], [])]
    for step in Indel.opcodes(written, window):
        if step.tag == "equal":
            runs.append(([], []))
        else:
            runs[-1][0].extend(written[step.src_start : step.src_end])
            runs[-1][1].extend(window[step.dest_start : step.dest_end])
    (first, before), (last, after) = runs[0], runs[-1]
    runs[0] = (first, before[max(len(before) - len(first), 0) :])
    runs[-1] = (last, after[: len(last)])
    return tuple((" ".join(draft), " ".join(stored)) for draft, stored in runs if draft or stored)


def _kind_of_change(differences: tuple[tuple[str, str], ...], said: Counter[str]) -> Reason:
    lost = {word for _, stored in differences for word in stored.split()}
    added = {word for draft, _ in differences for word in draft.split()}
    if len(added) > 1 and added <= said.keys():
        return Reason.ORDER_CHANGED
    if (lost ^ added) & TURNING:
        return Reason.NEGATION_CHANGED
    if any(character.isdigit() for word in lost | added for character in word):
        return Reason.NUMBER_CHANGED
    if not lost:
        return Reason.WORD_ADDED
    return Reason.WORD_CHANGED if added else Reason.WORD_DROPPED
