"""Whether a source has the quoted words of a draft: verbatim, changed, said by somebody else, or nowhere."""

# ruff: noqa: RUF001 - typographic marks are what is read here
from __future__ import annotations

import re
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from msgspec.structs import replace

from factcli.check.against.judgement import SourceJudgement
from factcli.check.against.said.reporters import are_two
from factcli.check.compare.quotes import QuoteOutcome, align, is_common_phrase, words_of
from factcli.check.reasons import Reason
from factcli.english.function_words import ARTICLES
from factcli.mentions.quotes.find import iter_quotes
from factcli.model.facts import Mention, Quotation, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcli.check.against.read_source import ReadSource

_WORD = re.compile(r"[^\W_]++(?:['’ʼ][^\W_]++|(?<=\d)[.,](?=\d)\d++)*+")
_LETTER = re.compile(r"[^\W_]")
# Whoever said something is named at most this many characters away.
_AROUND = 2_000
# The mean length of a word with the gap after it; more where words are long.
_LETTERS_OF_WORD = 8
# Less than the share of its words by which a quote is known.
_LEAST_HELD = 0.5
# A quote is looked for around each place of its rarest words, as far as it is long and an ellipsis may reach.
_MOST_SEEDS = 3
_MOST_PLACES = 60
_REACH = 40
# Words in quotation marks that no source has are often a title or a name, unless there are this many.
_LEAST_WORDS = 4
_LEAST_TITLE = 2
_LEAST_LONG = 4
_TELLING_WORDS = 3
# A shorter run of letters may be in any address.
_LEAST_LETTERS = 6


class SourceWords:
    """The words of a source with their places."""

    def __init__(self, source: ReadSource) -> None:
        self._source = source
        self._places: dict[str, list[int]] = {}

    def judge(self, quote: Quotation, number: int) -> SourceJudgement:
        """What this source, which is ``number`` among all, says about the quote."""
        best = SourceJudgement("unsupported", Reason.NOT_QUOTED)
        words = words_of(quote.text)
        for span in (window for window in self._windows(words) if self._may_hold(window, words)):
            outcome = align(quote.text, self._source.text[span.start : span.end])
            judged = self._judgement(quote, outcome, number, span)
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
        words = [re.escape(word) for word in words_of(title) if word != "and"]
        if not words:
            return None
        # A search for what begins with letters, not with a test of those before, passes over most of the text at once.
        words[0] += rf"(?<!\w{words[0]})"
        match = re.search(r"(?:[\W_]{1,4}|[\W_]and[\W_])".join(words) + r"(?!\w)", self._lowered)
        return Span(*match.span()) if match else None

    def find_start_of_title(self, title: str) -> Span | None:
        """Where the source has the title but for its article, a telling start of it, or its letters in an address."""
        words = words_of(title)
        own = words[words[0] in ARTICLES :]
        long = [number for number, word in enumerate(own, 1) if len(word) >= _LEAST_LONG]
        before_colon = words_of(title.partition(":")[0]) if ":" in title else []
        starts = (own, own[: long[_TELLING_WORDS - 1]] if len(long) > _TELLING_WORDS else [], before_colon)
        found = (self.find_title(" ".join(start)) for start in starts if len(start) >= _LEAST_TITLE)
        return next(filter(None, found), None) or self._find_in_address("".join(filter(str.isalpha, "".join(own))))

    def _find_in_address(self, letters: str) -> Span | None:
        """Where an address or a tag has the letters of a title one after another: "harbourpost.example"."""
        match = re.search(rf"(?<=[./@#]){letters}(?![^\W_])", self._lowered) if len(letters) >= _LEAST_LETTERS else None
        return Span(*match.span()) if match else None

    def _judgement(self, quote: Quotation, outcome: QuoteOutcome, number: int, window: Span) -> SourceJudgement:
        if outcome.holds is None:
            if outcome.reason == Reason.COMMON_PHRASE:
                return SourceJudgement("unknown", Reason.COMMON_PHRASE)
            return SourceJudgement("unsupported", Reason.NOT_QUOTED)
        span = self._closest(quote.text, window)
        if not outcome.holds:
            return SourceJudgement("contradicted", outcome.reason, number, span, differences=outcome.differences)
        other = self._other_speaker(quote, span)
        if other is None:
            return SourceJudgement("confirmed", Reason.QUOTED, number, span)
        reason = Reason.OTHER_SPEAKER
        return SourceJudgement("contradicted", reason, number, other.span, other.value, claimed=quote.speaker)

    def _other_speaker(self, quote: Quotation, window: Span) -> Mention | None:
        """Where the source has these words from a speaker who is surely another one; None where it has not."""
        return self._other_quoted(quote, window) or self._other_in_turn(quote, window)

    def _other_in_turn(self, quote: Quotation, window: Span) -> Mention | None:
        """The turn of a transcript that has the words, if it is another's than the draft says."""
        speaker = self._source.turns.speaker_at(window.start, quote.speaker) if quote.speaker else None
        if not are_two(quote.speaker, speaker, self._source.text):
            return None
        said = self._source.text[slice(*window)]
        return Mention(window, said, "quote", Quotation(" ".join(said.split()), speaker))

    def _other_quoted(self, quote: Quotation, window: Span) -> Mention | None:
        """The words in quotation marks, if the source says that another said them."""
        said = " ".join(words_of(quote.text))
        for mention in self._quotes_around(window):
            if mention.span.start >= window.end or mention.span.end <= window.start:
                continue
            value = mention.value
            if isinstance(value, Quotation) and said in " ".join(words_of(value.text)):
                return mention if are_two(quote.speaker, value.speaker, self._source.text) else None
        return None

    def _quotes_around(self, window: Span) -> Iterator[Mention]:
        """The quotations of the paragraphs around a stretch: to read those of all the source would take longer."""
        text = self._source.text
        start = text.rfind("\n", 0, max(window.start - _AROUND, 0)) + 1
        end = text.find("\n", window.end + _AROUND)
        for mention in iter_quotes(text[start : end if end >= 0 else len(text)]):
            yield replace(mention, span=Span(mention.span.start + start, mention.span.end + start))

    def _windows(self, words: Sequence[str]) -> Iterator[Span]:
        """Runs of the source's words around the rarest words of a quote; none overlap."""
        reach = 2 * len(words) + _REACH
        seeds = islice(filter(None, map(self._places_of, sorted(set(words), key=self._lowered.count))), _MOST_SEEDS)
        window: Span | None = None
        for place in sorted({place for seed in seeds for place in seed}):
            around = self._around(place, reach)
            if window and around.start > window.end:
                yield window
                window = None
            window = Span(window.start if window else around.start, around.end)
        if window:
            yield window

    def _places_of(self, word: str) -> list[int]:
        """The first places of a word of a quote in the source, each that of its first letter."""
        if word not in self._places:
            self._places[word] = list(islice(self._find(word), _MOST_PLACES))
        return self._places[word]

    def _find(self, word: str) -> Iterator[int]:
        """A search for the word alone: an index of all words takes longer than to look for those of a few quotes."""
        at = self._lowered.find(word)
        while at >= 0:
            match = _WORD.match(self._lowered, at) if not _LETTER.match(self._lowered, at - 1, at) else None
            if match and match[0] == word:
                yield at
            at = self._lowered.find(word, at + len(word))

    def _around(self, place: int, reach: int) -> Span:
        """The word at ``place`` with about ``reach`` words on either side."""
        text = self._lowered
        first, last = max(place - reach * _LETTERS_OF_WORD, 0), min(place + reach * _LETTERS_OF_WORD, len(text))
        start = text.find(" ", first, place) + 1 if first else 0
        end = text.rfind(" ", place, last) if last < len(text) else last
        return Span(start if start or not first else first, end if end > place else last)

    def _may_hold(self, window: Span, words: Sequence[str]) -> bool:
        """Whether a window has enough of the words to be compared with them, which takes longer."""
        around = self._lowered[slice(*window)]
        return all(
            sum(word in around for word in some) >= _LEAST_HELD * len(some)
            for some in (words, [word for word in words if len(word) >= _LEAST_LONG])
        )

    @cached_property
    def _lowered(self) -> str:
        return self._source.lowered.replace("’", "'").replace("ʼ", "'")


_RANKS: dict[str, int] = {"unsupported": 0, "unknown": 1, "contradicted": 2, "confirmed": 3}


def judge_quote(quote: Quotation, sources: Sequence[SourceWords]) -> SourceJudgement:
    """The verdict on quoted words by the source that speaks most for them."""
    words = words_of(quote.text)
    judged = max(
        (source.judge(quote, number) for number, source in enumerate(sources)),
        key=lambda each: _RANKS[each.verdict],
        default=SourceJudgement("unsupported", Reason.NOT_QUOTED),
    )
    if judged.verdict != "confirmed" and _is_title(quote.text):
        return judge_title(quote.text, sources) or judged
    if judged.verdict == "unsupported" and (len(words) < _LEAST_WORDS or is_common_phrase(words)):
        return SourceJudgement("unknown", Reason.COMMON_PHRASE)
    return judged


def _is_title(text: str) -> bool:
    """Whether all words but the small ones have capitals: the name of a work or a case."""
    written = [match[0] for match in _WORD.finditer(text)]
    long = [word for word in written if len(word) >= _LEAST_LONG]
    return len(long) >= _LEAST_TITLE and all(word[0].isupper() for word in long)


def judge_title(title: str, sources: Sequence[SourceWords]) -> SourceJudgement | None:
    """The verdict on words in quotation marks without a speaker, such as a title; None for a single word.

    A title is often cut in one of the two: at its colon, its article, the name of a place after it.
    """
    words = words_of(title)
    if len(words) < _LEAST_TITLE:
        return None
    for number, source in enumerate(sources):
        place = source.find_title(title)
        if place:
            return SourceJudgement("confirmed", Reason.QUOTED, number, place)
    for number, source in enumerate(sources):
        place = source.find_start_of_title(title)
        if place:
            return SourceJudgement("unknown", Reason.ELSEWHERE, number, place)
    return SourceJudgement("unsupported", Reason.TITLE_NOT_STATED)
