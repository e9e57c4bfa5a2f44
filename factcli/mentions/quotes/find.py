"""Find what is quoted: a text -> its quotations, each with the speaker whom the text names."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from typing import TYPE_CHECKING, cast

from factcli.english.function_words import TITLE_WORDS
from factcli.english.marks import INVISIBLE
from factcli.mentions.patterns import late_pattern
from factcli.mentions.quotes.marks import quoted_spans
from factcli.model.facts import Mention, Quotation, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcli.mentions.quotes.block_quotes import BlockQuote

_INVISIBLE = late_pattern(f"[{''.join(sorted(INVISIBLE))}]++")
_LETTER = late_pattern(r"[^\W\d_]")
_BLANKS = late_pattern(r"\s+")
# A paragraph that opens the quotation again: the mark is the printer's, not the speaker's.
_REOPENED = late_pattern(r"""(\n\s*)[“„«‘"'`]+""")
_REOPENED_IN_LINE = late_pattern(r"""([.!?…] {1,2})[“"](?=[^\W\d_])""")
_WORD = late_pattern(r"[^\W_](?:[\w’'&-]|\.(?=\w))*+")
_BLOCK = late_pattern(r"^[ ]{0,3}>|<blockquote\b", re.MULTILINE)
_LONGEST_TITLE = 100
# American printers put a stop that is not the title's within the marks, but so do those who quote speech.
_MOST_WORDS_BEFORE_A_STOP = 5


def find_quotes(text: str, block_quotes: Iterable[Span] = ()) -> list[Mention]:
    """The quotations of ``text`` in order, outermost only; a span covers the words without their marks.

    A title (all words capitalised, nobody is said to speak it) is not a quotation.  Quotations may run over paragraphs
    that open them again.  ``block_quotes`` are set off by the markup of the document; where a text still has its marks,
    they are found.  The speaker is None where the text names none or only a pronoun.
    """
    return list(iter_quotes(text, block_quotes))


class VisibleText:
    """A text without its invisible characters, and the way back to the places of the original."""

    def __init__(self, text: str) -> None:
        parts, done = [], 0
        self._starts, self._shifts = [0], [0]
        for match in _INVISIBLE.finditer(text):
            parts.append(text[done : match.start()])
            self._starts.append(self._starts[-1] + match.start() - done)
            done = match.end()
            self._shifts.append(done - self._starts[-1])
        self.text = "".join([*parts, text[done:]])
        self._ends = [*self._starts[1:], len(self.text)]
        self._originals = [start + shift for start, shift in zip(self._starts, self._shifts, strict=True)]

    def original(self, span: Span) -> Span:
        """The place of the words of a stretch in the original, without the invisible characters around them."""
        return Span(self._place(span.start), self._place(span.end - 1) + 1)

    def shown(self, span: Span) -> Span:
        """Where a stretch of the original is in the visible text."""
        return Span(self._seen(span.start), self._seen(span.end))

    def _seen(self, at: int) -> int:
        number = bisect_right(self._originals, at) - 1
        return min(self._starts[number] + at - self._originals[number], self._ends[number])

    def _place(self, at: int) -> int:
        return at + self._shifts[bisect_right(self._starts, at) - 1]


def iter_quotes(text: str, block_quotes: Iterable[Span] = ()) -> Iterator[Mention]:
    """The quotations as :func:`find_quotes` gives them, each as it is read."""
    if text.isascii() or not _INVISIBLE.search(text):
        yield from _visible_quotes(text, tuple(block_quotes))
        return
    # The marks, words and names are read without invisible characters.
    seen = VisibleText(text)
    for mention in _visible_quotes(seen.text, tuple(map(seen.shown, block_quotes))):
        span = seen.original(mention.span)
        yield Mention(span, text[span.start : span.end], "quote", mention.value)


def _visible_quotes(text: str, block_quotes: tuple[Span, ...]) -> Iterator[Mention]:
    if not block_quotes and not _BLOCK.search(text):
        yield from _marked_quotes(text)
        return
    # Only a text with a block needs to know who said that.
    from factcli.mentions.quotes.block_quotes import find_blocks

    yield from _with_blocks(text, list(find_blocks(text, block_quotes)))


def _with_blocks(text: str, blocks: list[BlockQuote]) -> Iterator[Mention]:
    """The quotations and the blocks in order; what is in quotation marks within a block is part of it."""
    waiting = deque(blocks)
    for mention in _marked_quotes(text):
        while waiting and waiting[0].span.end <= mention.span.start:
            yield from _shown(text, waiting.popleft())
        block = waiting[0] if waiting and waiting[0].span.start < mention.span.end else None
        if block is None:
            yield mention
        elif block.is_marked:
            yield _said_by(mention, block)
    for block in waiting:
        yield from _shown(text, block)


def _shown(text: str, block: BlockQuote) -> Iterator[Mention]:
    if not block.is_marked:
        yield Mention(block.span, text[block.span.start : block.span.end], "quote", block.value)


def _said_by(mention: Mention, block: BlockQuote) -> Mention:
    """The mention, with the speaker of its block if it has none of its own."""
    said = cast("Quotation", mention.value)
    if said.speaker or said.role:
        return mention
    value = Quotation(said.text, block.value.speaker, block.value.role)
    return Mention(mention.span, mention.surface, "quote", value)


def _marked_quotes(text: str) -> Iterator[Mention]:
    spans = quoted_spans(text)
    if not spans:
        return
    # Only a text with a quotation needs to know who said it.
    from factcli.mentions.quotes.attribution import Attributor

    attributor = Attributor(text, spans)
    for number, span in enumerate(spans):
        words = _within(text, span)
        if words is None:
            continue
        said = attributor.attribution(number)
        surface = text[words.start : words.end]
        if said.is_speech or not is_title(surface):
            value = Quotation(_words_of(surface), said.speaker, said.role)
            yield Mention(words, surface, "quote", value)


def find_titles(text: str) -> Iterator[Span]:
    """The stretches in quotation marks that are written as titles, without marks and the stop of the sentence.

    >>> text = 'He read "Nine Ways Home." She said: "Nine will do."'
    >>> [text[start:end] for start, end in find_titles(text)]
    ['Nine Ways Home']
    """
    for span in quoted_spans(text):
        words = _within(text, span)
        if words is not None and is_title(text[slice(*words)]):
            yield Span(words.start, words.start + len(text[slice(*words)].rstrip(".,;:")))


def _within(text: str, span: Span) -> Span | None:
    """The stretch without its marks and blanks; None if no letter is in it."""
    start, end = span
    length = 2 if text[start] == "`" else 1
    surface = text[start + length : end - length]
    if not _LETTER.search(surface):
        return None
    left = start + length + len(surface) - len(surface.lstrip())
    return Span(left, left + len(surface.strip()))


def _words_of(surface: str) -> str:
    """The words on one line, without what is the printer's: a comma at the end, marks that open further paragraphs."""
    if surface.count("“") > surface.count("”") or surface.count('"') % 2:
        surface = _REOPENED_IN_LINE.sub(r"\1", surface)
    if "\n" in surface:
        surface = _BLANKS.sub(" ", _REOPENED.sub(r"\1", surface))
    return surface.removesuffix(",")


def is_title(surface: str) -> bool:
    """Whether all words but the small ones are capitalised, as in titles and names of programmes."""
    words = _WORD.findall(surface[:_LONGEST_TITLE])
    most = _MOST_WORDS_BEFORE_A_STOP if surface[-1:] in ".,!?…" else _LONGEST_TITLE
    if len(surface) > _LONGEST_TITLE or "\n" in surface or not 0 < len(words) <= most:
        return False
    return words[0][0].isupper() and all(
        word[0].isupper() or word[0].isdigit() or word in TITLE_WORDS for word in words
    )
