"""Names in a sentence: runs of capitalised words, but for those of a label before it and of whoever tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcli.check.sentence import covered
from factcli.english.calendar import CALENDAR_NAMES, MONTH_NAMES
from factcli.english.function_words import FUNCTION_WORDS, JOINING, NAME_OPENERS, PLACING, PREPOSITIONS
from factcli.english.labels import NOTE_LABELS
from factcli.english.nouns import ABBREVIATIONS, BARE_NOUNS, is_plural
from factcli.english.people import NAMES_IN_S
from factcli.mentions.patterns import late_pattern
from factcli.model.facts import Quantity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcli.english.stemming import Word
    from factcli.model.facts import Mention, Span

_LONGEST_SYMBOL = 3

# "Editor's note: ", "Correction — ".
_LABEL = late_pattern(r"\W{0,4}(?P<words>[^\W\d_][\w'’ ]{1,40}?)(?: \d{1,3})?(?::| ?[—–]| -)\s")
_WORD = late_pattern(r"[^\W\d_]+")
_BEFORE_PLACES = PLACING | {"of"}
# "According to X, ", "as X reported, ".
_NAME = r"(?:the )?(?P<name>[^,;:.()]{2,60}"
_TOLD_BY = late_pattern(rf"\b(?:[Aa]ccording to|[Aa]s (?:reported|noted|stated|told|written) by) {_NAME}+)")
_AS_TOLD = late_pattern(
    rf"\b[Aa]s {_NAME}?) (?:reported|noted|stated|said|wrote|put it|reports|notes|says|writes)(?=[,;.]|$)"
)


class Name(NamedTuple):
    """A run of capitalised words; ``tokens`` are its words folded, without the joining ones."""

    start: int
    end: int
    tokens: tuple[str, ...]


def find_names(words: list[Word], masked: set[int]) -> list[Name]:
    """The names among ``words``; ``masked`` holds the numbers of words that belong to figures and dates."""
    names = []
    end = 0
    for begin in [number for number, word in enumerate(words) if word.is_capital]:
        if begin < end or begin in masked or not _opens(words, begin):
            continue
        end = _name_end(words, begin, masked)
        tokens = _tokens(words[begin:end])
        if tokens:
            names.append(Name(words[begin].start, words[end - 1].end, tokens))
    return names


def counted_names(words: list[Word], mentions: Sequence[Mention]) -> list[Name]:
    """The names that a number is part of, or counts: "Nine Harbours", "three Quay Medals"; "12 MW" has none."""
    named = [mention for mention in mentions if mention.kind == "quantity" and _may_end_with_name(mention)]
    inside = [[word for word in words[slice(*covered(words, mention.span))] if word.is_in_name] for mention in named]
    return [
        Name(run[0].start, run[-1].end, tuple(word.folded for word in run))
        for run, mention in zip(inside, named, strict=True)
        if run and run[-1].end == mention.span.end
    ]


def _may_end_with_name(mention: Mention) -> bool:
    """Whether the last word of a figure is no symbol of a unit: "127 Hours" may be a film."""
    is_counted = isinstance(mention.value, Quantity) and mention.value.dimension == "count"
    last = mention.surface.split()[-1]
    return is_counted or (last.istitle() and len(last) > _LONGEST_SYMBOL)


def _name_end(words: list[Word], begin: int, masked: set[int]) -> int:
    """Where the name that begins with word ``begin`` ends."""
    end = begin + 1
    while end < len(words):
        if _continues(words, end, masked):
            end += 1
        elif end + 1 < len(words) and _joins(words, begin, end) and _continues(words, end + 1, masked):
            end += 2
        else:
            break
    return end


def _joins(words: list[Word], begin: int, at: int) -> bool:
    """Whether the word ``at`` ties the name that begins with word ``begin`` to the next word: "Ivan the Terrible".

    After a place "the" begins another name: "in Lomar the Greens".
    """
    if words[at].text == "the" and begin and words[begin - 1].text in _BEFORE_PLACES:
        return False
    return words[at].text in JOINING and words[at].text != "and"


def _opens(words: list[Word], at: int) -> bool:
    word = words[at]
    if word.text in CALENDAR_NAMES:
        return False
    starts_sentence = at == 0 or words[at - 1].text in {".", "!", "?", ":", '"', "“", "("}
    if word.text in FUNCTION_WORDS or word.text in ABBREVIATIONS:
        return False
    if not starts_sentence:
        return True
    if word.text in NAME_OPENERS or word.text.endswith(("ly", "ing")):
        return False
    return not _is_common(words, at)


def _is_common(words: list[Word], at: int) -> bool:
    """Whether the first word of a sentence is a common noun, which needs no article, or a preposition: "Rents rose"."""
    word = words[at]
    is_alone = at + 1 == len(words) or not words[at + 1].is_capital
    is_common = is_plural(word.text) or word.text in BARE_NOUNS or word.text in PREPOSITIONS
    return is_alone and word.text not in NAMES_IN_S and is_common


def _continues(words: list[Word], at: int, masked: set[int]) -> bool:
    word = words[at]
    if word.text == "." and at + 1 < len(words) and words[at - 1].end - words[at - 1].start == 1:
        return words[at + 1].is_capital
    return word.is_capital and at not in masked and word.text not in MONTH_NAMES


def _tokens(words: list[Word]) -> tuple[str, ...]:
    return tuple(word.folded for word in words if not word.is_mark and word.text not in JOINING and word.stem)


def without_lead_ins(names: Sequence[Name], text: str, span: Span) -> list[Name]:
    """The names of the sentence ``text[span]``, but for those of a label and, where others remain, of who tells it.

    >>> text = "According to Le Monde, Lomar burns."
    >>> without_lead_ins([Name(13, 21, ("le", "monde")), Name(23, 28, ("lomar",))], text, (0, len(text)))
    [Name(start=23, end=28, tokens=('lomar',))]
    """
    start = _end_of_label(text, *span) if names else 0
    kept = [name for name in names if name.start >= start]
    if len(kept) <= 1:
        return kept
    tellers = (match for told in (_TOLD_BY, _AS_TOLD) for match in told.finditer(text, start, span[1]))
    told = [match.span("name") for match in tellers]
    others = [name for name in kept if not any(begin <= name.start and name.end <= end for begin, end in told)]
    return others or kept


def _end_of_label(text: str, start: int, end: int) -> int:
    label = _LABEL.match(text, start, end)
    words = _WORD.findall(label["words"].lower()) if label else []
    return label.end() if label and words and words[-1] in NOTE_LABELS else start
