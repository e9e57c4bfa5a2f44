"""Find block quotations: a text -> the blocks marked by ``>`` or ``<blockquote>`` that somebody is said to say.

A block without a speaker or a verb of speech may be a note as well: it is not a quotation.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from factcli.mentions.quotes.attribution import Attribution, read_leading, read_signature
from factcli.model.facts import Quotation, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_MARKED = re.compile(r"^[ ]{0,3}>[^\n]*+(?:\n[ ]{0,3}>[^\n]*+)*+", re.MULTILINE)
_ELEMENT = re.compile(r"<blockquote\b[^<>]{0,300}+>(?P<inside>(?:[^<]|<(?!/?blockquote\b)){1,6000}+)</blockquote>")
_LINE_MARKS = re.compile(r"^[ ]{0,3}(?:>[ ]?){0,9}+", re.MULTILINE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}+>")
_OPENING = re.compile(r"(?:<[a-zA-Z/][^<>]{0,300}+>|[\s>])*+")
_CLOSING = re.compile(r"(?:<[a-zA-Z/][^<>]{0,100}+>|[\s>]++)$")
_SIGNING_ELEMENT = re.compile(r"<(?:cite|footer)\b[^<>]{0,300}+>(?P<name>[^<>]{1,200})")
_WORD = re.compile(r"\w")
_QUOTED = re.compile(r"""\s*+(?:["“„«‘]|``)""")
_LONGEST, _LONGEST_LINE, _BEFORE = 6_000, 160, 300


class BlockQuote(NamedTuple):
    """A block with its words as the text has them, what they say, and who says it."""

    span: Span
    value: Quotation
    is_marked: bool
    """Whether the words are in quotation marks besides."""


def find_blocks(text: str, given: Iterable[Span] = ()) -> Iterator[BlockQuote]:
    """The block quotations of ``text`` in order, each with the speaker whom its last line or the line before names.

    ``given`` are those whose marks are no longer in the text.
    """
    found = [*given, *(Span(*match.span()) for match in _MARKED.finditer(text))]
    found += [Span(*match.span("inside")) for match in _ELEMENT.finditer(text)]
    for span in sorted(found):
        block = _read(text, span) if span.end - span.start <= _LONGEST else None
        if block is not None:
            yield block


def _read(text: str, block: Span) -> BlockQuote | None:
    signature, end = _signature(text, block)
    said = signature or _signed_below(text, block.end) or _led_to(text, block.start)
    words = _trimmed(text, block.start, end)
    if said is None or words is None:
        return None
    shown = " ".join(_TAG.sub(" ", _LINE_MARKS.sub("", text[words.start : words.end])).split())
    return BlockQuote(words, Quotation(shown, said.speaker, said.role), bool(_QUOTED.match(shown)))


def _signature(text: str, block: Span) -> tuple[Attribution | None, int]:
    """Who signs in the last line of a block, and where the words before that line end."""
    element = _SIGNING_ELEMENT.search(text, block.start, block.end)
    if element:
        return read_signature(f"— {element['name'].lstrip(' —–-')}"), element.start()
    start = text.rfind("\n", block.start, _last_word(text, block) or block.start) + 1
    line = _TAG.sub("", _LINE_MARKS.sub("", text[start : block.end], count=1)).strip()
    said = read_signature(line) if start > block.start and len(line) <= _LONGEST_LINE else None
    return said, start if said else block.end


def _last_word(text: str, block: Span) -> int | None:
    stripped = text[block.start : block.end].rstrip("> \t\r\n")
    return block.start + len(stripped) if stripped else None


def _signed_below(text: str, end: int) -> Attribution | None:
    line = text[end : end + _LONGEST_LINE].removeprefix("</blockquote>").lstrip().partition("\n")[0]
    return read_signature(line)


def _led_to(text: str, start: int) -> Attribution | None:
    """Who is said to speak or write by the line before, which ends with a colon."""
    line = _TAG.sub(" ", text[max(start - _BEFORE, 0) : start]).rstrip()
    return read_leading(line) if line.endswith(":") else None


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """The stretch from its first to its last word or mark, without the marks of the block and of elements."""
    opening = _OPENING.match(text, start, end)
    start = opening.end() if opening else start
    kept = text[start:end]
    while kept and (tag := _CLOSING.search(kept, max(len(kept) - _LONGEST_LINE, 0))):
        kept = kept[: tag.start()]
    return Span(start, start + len(kept)) if _WORD.search(kept) else None
