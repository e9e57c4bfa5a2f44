"""Prepare the text around quotations: a text and its quoted stretches -> the words and marks to read speakers from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcli.english import people as speech
from factcli.mentions.quotes.verbs import MARK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcli.model.facts import Span

_TOKEN = re.compile(
    rf"(?:[A-Z]\.)++(?=\s)|(?:{'|'.join(sorted(map(str.capitalize, speech.ABBREVIATED_TITLES)))})\.(?=\s)"
    r"|[^\W_](?:\w|[’'.&-](?=\w))*+[’']?|\S",
)
_FEWEST_WORDS, _LONGEST_SHOWN = 3, 200
_EMPHASIS = frozenset("*_")


def blanked(text: str, spans: Sequence[Span]) -> str:
    """The text with blanks between two marks for each quotation, and the mark that ends it as a sentence."""
    parts, done = [], 0
    for start, end in spans:
        parts += [text[done:start], f"{MARK}{_stop(text, start, end):>{end - start - 2}}{MARK}"]
        done = end
    return "".join([*parts, text[done:]])


def _stop(text: str, start: int, end: int) -> str:
    """The mark that ends the quotation as a sentence."""
    return text[end - 2] if end - start > 2 and text[end - 2] in ".!?" else ""  # noqa: PLR2004 - its two marks


def is_prose(quoted: str) -> bool:
    """Whether most of its words are small, so that it is neither a name nor a headline."""
    words = quoted[:_LONGEST_SHOWN].split()
    return len(words) >= _FEWEST_WORDS and 2 * sum(word[0].islower() for word in words) >= len(words)


def words_in(text: str) -> list[str]:
    """The words and marks of a text, without what only emphasises them."""
    return [token for token in _TOKEN.findall(text.replace(MARK, f" {MARK} ")) if token not in _EMPHASIS]
