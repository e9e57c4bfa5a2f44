"""Whether a source has the quoted words of a draft: verbatim, changed, said by somebody else, or nowhere."""

# ruff: noqa: RUF001 - typographic marks are what is read here
from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from factcli.check.against.judgement import SourceJudgement
from factcli.check.compare.quotes import QuoteOutcome, align, is_common_phrase, words_of
from factcli.check.compare.who_said import may_speak_for, speakers_differ
from factcli.check.reasons import Reason
from factcli.model.facts import Mention, Quotation, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcli.check.against.source_index import ReadSource

_WORD = re.compile(r"[^\W_]++(?:['’ʼ][^\W_]++|(?<=\d)[.,](?=\d)\d++)*+")
# A quote is looked for around each place of its rarest words, as far as it is long and an ellipsis may reach.
_MOST_SEEDS = 3
_MOST_PLACES = 60
_REACH = 40
# Words in quotation marks that no source has are often a title or a name, unless there are this many.
_LEAST_WORDS = 4
_LEAST_TITLE = 2
_ARTICLES = frozenset({"a", "an", "the"})
_MARKS = "\"“”„«»‘’' "


class SourceWords:
    """The words of a source with their places."""

    def __init__(self, source: ReadSource) -> None:
        self._source = source

    def judge(self, quote: Quotation, number: int) -> SourceJudgement:
        """What this source, which is ``number`` among all, says about the quote."""
        best = SourceJudgement("unsupported", Reason.NOT_QUOTED)
        for first, last in self._windows(quote.text):
            span = Span(self._places[first].start, self._places[last - 1].end)
            outcome = align(quote.text, self._source.text[span.start : span.end])
            judged = self._judgement(quote, outcome, number, self._closest(quote.text, span))
            if _RANKS[judged.verdict] > _RANKS[best.verdict]:
                best = judged
        return best

    def _closest(self, text: str, window: Span) -> Span:
        """The sentence of a window that has most of the quoted words."""
        first, last = self._source.sentence_at(window.start), self._source.sentence_at(max(window.end - 1, 0))
        wanted = set(words_of(text))
        sentences = self._source.sentences[first : last + 1]
        return max(sentences, key=lambda each: len(wanted.intersection(words_of(self._source.text[slice(*each)]))))

    def find_title(self, title: str) -> Span | None:
        """Where the source has these words one after another, whatever marks are around them; None where it has not."""
        words = words_of(title)
        rarest = min(range(len(words)), key=lambda at: len(self._numbers.get(words[at], ())), default=None)
        for number in () if rarest is None else self._numbers.get(words[rarest], ()):
            places = self._places[max(number - rarest, 0) : number - rarest + len(words)] if rarest is not None else []
            if [_plain(self._source.text[slice(*place)]) for place in places] == words:
                return Span(places[0].start, places[-1].end)
        return None

    def _judgement(self, quote: Quotation, outcome: QuoteOutcome, number: int, span: Span) -> SourceJudgement:
        if outcome.holds:
            other = self._other_speaker(quote, span)
            if other:
                return SourceJudgement(
                    "contradicted", Reason.OTHER_SPEAKER, number, other.span, other.value, claimed=quote.speaker
                )
            return SourceJudgement("confirmed", Reason.QUOTED, number, span)
        if outcome.holds is False:
            return SourceJudgement("contradicted", outcome.reason, number, span, differences=outcome.differences)
        if outcome.reason == Reason.COMMON_PHRASE:
            return SourceJudgement("unknown", Reason.COMMON_PHRASE)
        return SourceJudgement("unsupported", Reason.NOT_QUOTED)

    def _other_speaker(self, quote: Quotation, window: Span) -> Mention | None:
        """Where the source has these words from a speaker who is surely another one; None where it has not."""
        said = " ".join(words_of(quote.text))
        for mention in self._quotes:
            if mention.span.start >= window.end or mention.span.end <= window.start:
                continue
            value = mention.value
            if isinstance(value, Quotation) and said in " ".join(words_of(value.text)):
                return mention if _is_other(quote.speaker, value.speaker) else None
        return None

    def _windows(self, text: str) -> Iterator[tuple[int, int]]:
        """Runs of the source's words that may hold the quote, as the first and the last but one; none overlap."""
        words = words_of(text)
        reach = 2 * len(words) + _REACH
        seeds = sorted((self._numbers[word] for word in set(words) if word in self._numbers), key=len)[:_MOST_SEEDS]
        places = sorted({at for seed in seeds for at in seed[:_MOST_PLACES]})
        begin, end = 0, 0
        for at in places:
            if at - reach > end and end:
                yield begin, end
            if at - reach > end or not end:
                begin = max(at - reach, 0)
            end = min(at + reach, len(self._places))
        if end:
            yield begin, end

    @cached_property
    def _places(self) -> list[Span]:
        return [Span(*match.span()) for match in _WORD.finditer(self._source.text)]

    @cached_property
    def _numbers(self) -> dict[str, list[int]]:
        numbers: defaultdict[str, list[int]] = defaultdict(list)
        for number, span in enumerate(self._places):
            numbers[_plain(self._source.text[span.start : span.end])].append(number)
        return dict(numbers)

    @cached_property
    def _quotes(self) -> list[Mention]:
        return [mention for mentions in self._source.mentions for mention in mentions if mention.kind == "quote"]


def _is_other(draft: str | None, source: str | None) -> bool:
    """Whether two speakers are surely two: what a spokesman said, a body may be said to have said."""
    return speakers_differ(draft, source) and not may_speak_for(draft, source)


_RANKS: dict[str, int] = {"unsupported": 0, "unknown": 1, "contradicted": 2, "confirmed": 3}


def judge_quote(quote: Quotation, sources: Sequence[SourceWords]) -> SourceJudgement:
    """The verdict on quoted words by the source that speaks most for them."""
    words = words_of(quote.text)
    judged = max(
        (source.judge(quote, number) for number, source in enumerate(sources)),
        key=lambda each: _RANKS[each.verdict],
        default=SourceJudgement("unsupported", Reason.NOT_QUOTED),
    )
    if judged.verdict == "unsupported" and (len(words) < _LEAST_WORDS or is_common_phrase(words)):
        return SourceJudgement("unknown", Reason.COMMON_PHRASE)
    return judged


def judge_title(title: str, sources: Sequence[SourceWords]) -> SourceJudgement | None:
    """The verdict on words in quotation marks that nobody says, such as a title; None for a single word."""
    words = words_of(title)
    if len(words) < _LEAST_TITLE:
        return None
    title = title if words[0] not in _ARTICLES else title.strip(_MARKS).partition(" ")[2]
    for number, source in enumerate(sources):
        place = source.find_title(title)
        if place:
            return SourceJudgement("confirmed", Reason.QUOTED, number, place)
    return SourceJudgement("unsupported", Reason.TITLE_NOT_STATED)


def _plain(word: str) -> str:
    return word.casefold().replace("’", "'").replace("ʼ", "'")
