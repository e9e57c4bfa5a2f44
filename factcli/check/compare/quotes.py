"""Whether the quoted words of a draft are those that were said: word by word against the stored quotation.

Punctuation, typographic marks, upper case, an ellipsis and [inserted] words are forgiven.  A changed, dropped or
added word is not, and an ellipsis may not swallow a word that turns the sense.
"""

# ruff: noqa: RUF001 - typographic marks are what is read here
from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from factcli.check.reasons import Reason
from factcli.english.function_words import QUOTE_FUNCTION_WORDS, TURNING

if TYPE_CHECKING:
    from factcli.model.facts import Quotation

# Fewer shared words than this say nothing about where a phrase comes from.
LEAST_SHARED_WORDS = 4
# The share of a draft's quoted words that must occur close together in a stored quote to count as that quote.
LEAST_SHARE = 0.6
# An insertion in brackets replaces at most this many words of the speaker.
_LONGEST_BRACKETED = 4
# Where an ellipsis leaves out more words than this, only its edges can turn the sense of what stays.
_SHORT_GAP = 6
_GAP_HEAD, _GAP_TAIL = 2, 3


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


def align(draft: str, stored: str) -> QuoteOutcome:
    """Whether the words of ``draft`` occur in ``stored`` as one run, apart from its ellipses and brackets."""
    parts, said = _parts(draft), words_of(stored)
    written = [word for part in parts for word in part.words]
    if not written:
        return QuoteOutcome(None, Reason.NO_WORDS)
    places = _places(parts, said)
    if places is None:
        return _differing(written, said)
    if _swallows_sense(parts, places, said):
        return QuoteOutcome(holds=False, reason=Reason.ELLIPSIS_TURNS_SENSE)
    if is_common_phrase(written) and written != said:
        return QuoteOutcome(None, Reason.COMMON_PHRASE)
    return QuoteOutcome(holds=True, reason=Reason.VERBATIM if len(written) == len(said) else Reason.PARTIAL)


def words_of(text: str) -> list[str]:
    """The words of a quotation in lower case, with straight apostrophes and without punctuation."""
    return [_plain(match["word"] or match["bracket"] or "") for match in _TOKEN.finditer(text) if not match["gap"]]


def is_common_phrase(words: list[str]) -> bool:
    """Whether the words are too few and too common to be anybody's: at most two, or none but function words."""
    return len(words) <= 2 or all(word in QUOTE_FUNCTION_WORDS for word in words)  # noqa: PLR2004 - as the name says


def speakers_differ(draft: str | None, stored: str | None) -> bool:
    """Whether two named speakers are different ones: they share no word, and neither is short for the other."""
    left, right = _name_words(draft), _name_words(stored)
    if not left or not right or set(left) & set(right):
        return False
    return not (_is_short_for(left, right) or _is_short_for(right, left))


def _name_words(name: str | None) -> list[str]:
    return [word.casefold() for word in re.findall(r"\w+", name or "") if word[0].isupper()]


def _is_short_for(short: list[str], words: list[str]) -> bool:
    """Whether one word is put together from the beginnings of others: "Southcom" of Southern Command, "UN"."""
    return len(short) == 1 and any(
        _is_put_together(short[0], words[first:]) for first in range(len(words) - 1) if short[0][0] == words[first][0]
    )


def _is_put_together(short: str, words: list[str]) -> bool:
    """Whether ``short`` is a beginning of each word in turn, up to its end; of two words at least."""
    rests = {short[size:] for size in range(1, len(short)) if words[0].startswith(short[:size])}
    for word in words[1:]:
        if any(rest and word.startswith(rest) for rest in rests):
            return True
        rests = {rest[size:] for rest in rests for size in range(1, len(rest)) if word.startswith(rest[:size])}
    return False


def _plain(word: str) -> str:
    return word.casefold().replace("’", "'").replace("ʼ", "'")


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


def _differing(written: list[str], said: list[str]) -> QuoteOutcome:
    """The differences, where enough of the words occur close together to count as this quote."""
    window = _closest_window(written, said)
    shared = sum((Counter(written) & Counter(window)).values())
    distinctive = [word for word in set(written) & set(window) if word not in QUOTE_FUNCTION_WORDS]
    least = min(LEAST_SHARED_WORDS, len(written) - 1)
    if shared < least or shared < LEAST_SHARE * len(written) or len(distinctive) < (1 if shared > least else 2):
        return QuoteOutcome(None, Reason.OTHER_WORDS)
    differences = _differences(written, window)
    return QuoteOutcome(holds=False, reason=_kind_of_change(differences, Counter(said)), differences=differences)


def _closest_window(written: list[str], said: list[str]) -> list[str]:
    """The stretch of the stored words, about as long as the draft's, that shares most of them."""
    size = len(written) + 2
    if len(said) <= size:
        return said
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
    return said[begin : begin + size]


def _differences(written: list[str], window: list[str]) -> tuple[tuple[str, str], ...]:
    from rapidfuzz.distance import Indel

    runs: list[list[str]] = [["", ""]]
    operations = list(Indel.opcodes(written, window))
    edges = {0, len(operations) - 1}
    for number, step in enumerate(operations):
        if step.tag == "equal":
            runs.append(["", ""])
        elif step.tag == "insert" and number in edges:
            continue  # a draft need not quote the whole
        else:
            runs[-1][0] += " " + " ".join(written[step.src_start : step.src_end])
            runs[-1][1] += " " + " ".join(window[step.dest_start : step.dest_end])
    return tuple((left.strip(), right.strip()) for left, right in runs if left.strip() or right.strip())


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
