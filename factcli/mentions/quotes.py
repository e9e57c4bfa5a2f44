"""Find what is quoted: a text -> its quotations, each with the speaker whom the text names."""

# ruff: noqa: RUF001, SIM905 - typographic marks are what is read here; a table of words reads best as words

from __future__ import annotations

import re

from factcli.mentions.attribution import Attributor
from factcli.mentions.marks import quoted_spans
from factcli.model import Mention, Quotation, Span

_MARKS = "“”„«»‘’‚\"'`"
_SINGLE_MARKS = frozenset("‘‚'")
_BLANKS = re.compile(r"\s+")
# A paragraph that opens the quotation again: the mark is the printer's, not the speaker's.
_REOPENED = re.compile(r"""(\n\s*)[“„«‘"'`]+""")
_WORD = re.compile(r"[^\W_](?:[\w’'&-]|\.(?=\w))*+")
_SMALL_WORDS = frozenset(
    "a an the and or nor but of in on at to by for from with as into over de la el del du des von der y et e le".split()
)
_LONGEST_TITLE = 10


def find_quotes(text: str) -> list[Mention]:
    """The quotations of ``text`` in order, outermost only; a span covers the words without their marks.

    A title (all words capitalised, nobody is said to speak it) is no quotation.  Quotations may run over paragraphs
    that open them again.  The speaker is None where the text names none or only a pronoun.
    """
    spans = quoted_spans(text)
    if not spans:
        return []
    attributor = Attributor(text, spans)
    mentions = []
    for number, span in enumerate(spans):
        words = _within(text, span)
        if words is None:
            continue
        said = attributor.attribution(number)
        surface = text[words.start : words.end]
        if said.is_speech or not _is_title(surface, is_single=text[span.start] in _SINGLE_MARKS):
            value = Quotation(_unwrapped(surface), said.speaker, said.role)
            mentions.append(Mention(words, surface, "quote", value))
    return mentions


def _within(text: str, span: Span) -> Span | None:
    """The stretch without its marks and blanks; None if no word is in it."""
    start, end = span
    length = 2 if text[start] == "`" else 1
    surface = text[start + length : end - length]
    if not _WORD.search(surface):
        return None
    left = start + length + len(surface) - len(surface.lstrip())
    return Span(left, left + len(surface.strip()))


def _unwrapped(surface: str) -> str:
    """The words on one line, without the marks that open further paragraphs."""
    if "\n" not in surface:
        return surface
    return _BLANKS.sub(" ", _REOPENED.sub(r"\1", surface))


def _is_title(surface: str, *, is_single: bool) -> bool:
    """Whether all words but the small ones are capitalised, as in titles and names of programmes."""
    words = _WORD.findall(surface[:200])
    if not (1 if is_single else 2) <= len(words) <= _LONGEST_TITLE or surface[-1] in ".,!?…":
        return False
    return words[0][0].isupper() and all(
        word[0].isupper() or word[0].isdigit() or word in _SMALL_WORDS for word in words
    )
