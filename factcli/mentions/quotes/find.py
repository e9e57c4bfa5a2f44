"""Find what is quoted: a text -> its quotations, each with the speaker whom the text names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.english.function_words import TITLE_WORDS
from factcli.mentions.patterns import late_pattern
from factcli.mentions.quotes.marks import quoted_spans
from factcli.model.facts import Mention, Quotation, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_LETTER = late_pattern(r"[^\W\d_]")
_BLANKS = late_pattern(r"\s+")
# A paragraph that opens the quotation again: the mark is the printer's, not the speaker's.
_REOPENED = late_pattern(r"""(\n\s*)[“„«‘"'`]+""")
_WORD = late_pattern(r"[^\W_](?:[\w’'&-]|\.(?=\w))*+")
_LONGEST_TITLE = 100
# American printers put a stop that is not the title's within the marks, but so do those who quote speech.
_MOST_WORDS_BEFORE_A_STOP = 5


def find_quotes(text: str) -> list[Mention]:
    """The quotations of ``text`` in order, outermost only; a span covers the words without their marks.

    A title (all words capitalised, nobody is said to speak it) is not a quotation.  Quotations may run over paragraphs
    that open them again.  The speaker is None where the text names none or only a pronoun.
    """
    return list(iter_quotes(text))


def iter_quotes(text: str) -> Iterator[Mention]:
    """The quotations as :func:`find_quotes` gives them, each as it is read."""
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
        if said.is_speech or not _is_title(surface):
            value = Quotation(_words_of(surface), said.speaker, said.role)
            yield Mention(words, surface, "quote", value)


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
    if "\n" in surface:
        surface = _BLANKS.sub(" ", _REOPENED.sub(r"\1", surface))
    return surface.removesuffix(",")


def _is_title(surface: str) -> bool:
    """Whether all words but the small ones are capitalised, as in titles and names of programmes."""
    words = _WORD.findall(surface[:_LONGEST_TITLE])
    most = _MOST_WORDS_BEFORE_A_STOP if surface[-1] in ".,!?…" else _LONGEST_TITLE
    if len(surface) > _LONGEST_TITLE or "\n" in surface or not 0 < len(words) <= most:
        return False
    return words[0][0].isupper() and all(
        word[0].isupper() or word[0].isdigit() or word in TITLE_WORDS for word in words
    )
