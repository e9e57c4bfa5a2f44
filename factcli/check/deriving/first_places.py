"""Superlatives without a number, read as first places: "the deadliest fire in Venda's history" beside a fact's rank.

The sentence is read again with the place said, "the first-deadliest", and decided as any rank is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcli.check.alignment import is_rank
from factcli.check.passages import Passage, read_passage
from factcli.check.verdicts import judge_figures
from factcli.english.measuring.clause_words import CALLING, PARTING
from factcli.mentions import find_mentions
from factcli.mentions.ranks import is_superlative
from factcli.model.facts import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.check.guards import Background
    from factcli.check.verdicts import CheckerContext, Judgement
    from factcli.english.stemming import Word

_FIRST = "first-"
_DECIDED = frozenset({"confirmed", "contradicted", "outdated"})


class RankedSuperlative(NamedTuple):
    """A superlative of a sentence, and what is said of it as a first place."""

    span: Span
    judgement: Judgement


def ranked_superlatives(
    passage: Passage, background: Background, context: CheckerContext
) -> Iterator[RankedSuperlative]:
    """The superlatives of a sentence that a rank of the store decides."""
    for word in bare_superlatives(passage.words):
        if not any(known.is_rank for known in context.evidence.facts_about(passage.terms | background.before.words)):
            return
        again = _with_place(passage, word)
        judged = (each for each in judge_figures(again, background, context) if _is_of(each, word, passage))
        found = next(judged, None)
        if found and found.verdict in _DECIDED and _is_of_one_field(found):
            yield RankedSuperlative(Span(word.start, word.end), found)


def bare_superlatives(words: list[Word]) -> Iterator[Word]:
    """The superlatives that a subject is called: "is the largest", not "one of the largest"."""
    for calling, article, word in zip(words, words[1:], words[2:], strict=False):
        if article.text == "the" and is_superlative(word.text) and calling.text in CALLING:
            yield word


def _with_place(passage: Passage, word: Word) -> Passage:
    """The sentence with "first-" before a superlative."""
    start, end = passage.span
    text = f"{passage.text[start : word.start]}{_FIRST}{passage.text[word.start : end]}"
    return read_passage(text, Span(0, len(text)), find_mentions(text))


def _is_of(judgement: Judgement, word: Word, passage: Passage) -> bool:
    return judgement.mention.span.start == word.start - passage.span.start


def _is_of_one_field(judgement: Judgement) -> bool:
    """Whether draft and fact rank in one scope: neither has a word after its rank that the other lacks."""
    alignment = judgement.alignment
    if alignment is None or not alignment.known.is_rank or not is_rank(alignment.figure):
        return False
    ours, theirs = alignment.passage, alignment.known.passage
    said = {word.stem for word in _field(ours.words, alignment.claim.mention.span.end)}
    known = {word.stem for word in _field(theirs.words, alignment.figure.mention.span.end)}
    until = any(each.is_date and each.mention.span.start > alignment.claim.mention.span.end for each in ours.figures)
    return not until and said <= alignment.known.vocabulary.stems and known <= ours.vocabulary.stems


def _field(words: list[Word], end: int) -> Iterator[Word]:
    """The words that say among what something is ranked, and since when, up to the end of the clause."""
    for word in words:
        if word.start >= end:
            if word.text in {".", ",", ";"} or (word.text in PARTING and word.text not in {"from", "since"}):
                return
            if (word.is_content and word.text != "s") or word.text == "since":
                yield word
