"""Mask what is not prose of templates and MDX: a text comes in, one of the same length with blanks there goes out.

Line ends stay, so that lines and offsets of both texts are the same.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcli.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LETTERS = re.compile(r"[^\r\n]++")
# Tags of Liquid, Jinja and Hugo, comments of Jinja, and attributes of Pandoc and kramdown.
_TEMPLATE = re.compile(
    r"\{%-?\s{0,9}+comment\s{0,9}+-?%\}(?:(?!\{%).){0,9999}+\{%-?\s{0,9}+endcomment\s{0,9}+-?%\}"
    r"|\{%[^{}`]{0,999}+\}|\{\{[^{}`]{0,999}+\}\}|\{\#[^{}`\n]{0,999}+\}|\{[:.][\w.#: -][^{}`\n]{0,299}+\}",
    re.DOTALL,
)
_MODULE = re.compile(r"(?:import|export)[ \t{*]")
_FENCE = re.compile(r"[ \t]*+(?P<fence>`{3,}+|~{3,}+)")
_CODE_OR_BRACE = re.compile(
    r"(?P<code>(?<!`)(?P<ticks>`{1,2}+)[^`\n]{1,999}+(?P=ticks)(?!`))|(?P<open>\{)|(?P<close>\})"
)
_LINE = re.compile(r"[^\r\n]*+(?:\r\n|\r|\n|\Z)")


def masked(text: str, *, is_mdx: bool = False) -> str:
    """The text without the tags of templates; of MDX also without imports, exports and expressions.

    >>> masked("Some {{ n }} of 85")
    'Some         of 85'
    """
    if "{" in text:
        text = _blanked(text, (Span(*match.span()) for match in _TEMPLATE.finditer(text)))
    return _blanked(text, _not_prose_of_mdx(text)) if is_mdx else text


def _blanked(text: str, spans: Iterable[Span]) -> str:
    parts, place = [], 0
    for span in spans:
        parts += [text[place : span.start], _LETTERS.sub(lambda run: " " * len(run[0]), text[span.start : span.end])]
        place = span.end
    return "".join([*parts, text[place:]]) if parts else text


def _not_prose_of_mdx(text: str) -> Iterator[Span]:
    """Imports and exports up to the next blank line, and expressions in braces."""
    fence, is_module, after_blank, depth, begin = "", False, True, 0, 0
    for line in _LINE.finditer(text):
        words = line[0].strip()
        mark = _FENCE.match(line[0])
        if fence:
            fence = "" if mark and mark["fence"].startswith(fence) and not words.strip(fence[0]) else fence
        elif mark and not depth:
            fence = mark["fence"]
        elif is_module or (after_blank and not depth and _MODULE.match(line[0])):
            is_module = bool(words)
            yield Span(*line.span())
        else:
            for brace in _CODE_OR_BRACE.finditer(text, *line.span()):
                if brace["open"]:
                    begin = begin if depth else brace.start()
                    depth += 1
                elif brace["close"] and depth:
                    depth -= 1
                    if not depth:
                        yield Span(begin, brace.end())
        after_blank = not words
