r"""LaTeX and HTML between the tokens of a block: what prints no letter goes, what prints one figure becomes one token.

``50\,000`` and ``\SI{5}{\kilogram}`` are written so in papers that are checked before they are typeset;
``km<sup>2</sup>`` stands in text that was copied from a page.  The tokens keep their offsets in the text as given.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.mentions.lexer import Tokens

# Few texts have markup: the patterns are compiled when one has.
_pattern = cache(re.compile)
# It begins with one set of characters, for which a search is quick.
_CUE = re.compile(
    r"[\\{$<~](?:(?<=\\)[a-z,;:!% ~]|(?<=\{),\}|(?<=\$)(?:[\^$0-9\\]|[a-z]\s?[=<>])|(?<=<)/?su[bp]>|(?<=[0-9]~)[a-z\\])"
)
_RAISED = {"2": "²", "3": "³"}
# What is raised after a ten is an exponent, after a unit its power, and after anything else the mark of a note.
_SCRIPT = r"""(?x)(?P<base>[a-z0-9]{1,12}+)
    (?:<sup>\s?(?P<html>[+−–-]?[0-9]{1,2})\s?</sup> | \$\s?\^\s?\{?(?P<latex>[+−–-]?[0-9]{1,2})\}?\s?\$)"""
_UNITS = frozenset({"m", "km", "cm", "mm", "dm", "ft", "yd", "mi", "in", "s"})
_ORDINAL = r"[0-9](?P<mark><sup>(?P<ending>st|nd|rd|th)</sup>)"
_PREFIXED = r"""(?x)\\(?:degreecelsius\b
    | (?P<prefix>kilo|mega|giga|tera|milli|micro|nano|centi|deci|hecto)\s?\\(?P<unit>[a-z]{2,12}+))"""
_SILENT = r"""(?x)
      <su[bp]>[^<>\n]{0,12}</su[bp]>                                    # marks of notes, and the 2 of CO2
    | \\[,;:! ~] | \\(?=[a-z%$])
    | (?<=[0-9])~(?=[a-z\\])
    | \$\$
    """
# A number and its unit in the braces of a macro: the macro goes, and every brace.
_WRAPPED = r"(\\(?:num|si|qty|unit|text|mathrm|mbox)\s?\{)[^{}\n]{0,40}(\})(?:\s?(\{)[^{}\n]{0,60}(\}))?"
# Mathematics between two dollars: figures alone, or with a macro, a power or an equals sign among them.
_MATHEMATICS = r"""(?x)\$(?<![a-z$\\]\$)(?=[^\s$])
    (?:[0-9.,{}\\]{1,30}|(?=[^$\n]{0,79}[\\^=<>])[0-9a-z\\^{}_.,+\-−=<>×()%~\ ]{1,80})
    (?<![\s\\])\$(?![0-9$])"""


def read_markup(tokens: Tokens) -> None:
    """Take the markup out of the columns of a block, where there is any."""
    lowered = tokens.lowered
    if tokens.count == 0 or not _CUE.search(lowered, tokens.starts[0], tokens.ends[tokens.count - 1]):
        return
    spans = sorted(
        _spans(lowered, tokens.starts[0], tokens.ends[tokens.count - 1]), key=lambda span: (span[0], -span[1])
    )
    if spans:
        _rebuild(tokens, spans)


def _spans(text: str, start: int, stop: int) -> Iterator[tuple[int, int, str]]:
    """The stretches of markup, and the word that each prints; one that prints nothing is empty."""
    has_tag, has_power, has_macro, has_gap, has_dollar = (
        text.find(sign, start, stop) >= 0 for sign in ("<", "^", "\\", "~", "$")
    )
    if has_tag or has_power:
        for match in _pattern(_SCRIPT).finditer(text, start, stop):
            yield from _script(match)
    if has_tag:
        for match in _pattern(_ORDINAL).finditer(text, start, stop):
            yield match.start("mark"), match.end("mark"), match["ending"]
    if has_macro:
        yield from _macros(text, start, stop)
    if has_tag or has_macro or has_gap or text.find("$$", start, stop) >= 0:
        for match in _pattern(_SILENT).finditer(text, start, stop):
            yield match.start(), match.end(), ""
    if has_dollar:
        for match in _pattern(_MATHEMATICS).finditer(text, start, stop):
            yield match.start(), match.start() + 1, ""
            yield match.end() - 1, match.end(), ""


def _macros(text: str, start: int, stop: int) -> Iterator[tuple[int, int, str]]:
    """The macros of figures and units, with their braces."""
    for match in _pattern(_PREFIXED).finditer(text, start, stop):
        yield match.start(), match.end(), match["prefix"] + match["unit"] if match["unit"] else "celsius"
    for match in _pattern(_WRAPPED).finditer(text, start, stop):
        yield from ((*match.span(group), "") for group in range(1, 5) if match[group])


def _script(match: re.Match[str]) -> Iterator[tuple[int, int, str]]:
    base, raised = match["base"], match["html"] or match["latex"]
    if base == "10":
        yield match.start(), match.end(), base
    elif base in _UNITS and raised in _RAISED:
        yield match.start(), match.end(), base + _RAISED[raised]
    else:
        yield match.end("base"), match.end(), ""


def _rebuild(tokens: Tokens, spans: list[tuple[int, int, str]]) -> None:
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    index, border = 0, 0
    for start, end, word in spans:
        if start < border:
            continue
        while index < tokens.count and tokens.starts[index] < start:
            words.append(tokens.words[index])
            starts.append(tokens.starts[index])
            ends.append(tokens.ends[index])
            index += 1
        if word:
            tokens.spelled[len(words)] = word
            words.append(word)
            starts.append(start)
            ends.append(end)
        while index < tokens.count and tokens.starts[index] < end:
            index += 1
        border = end
    tokens.replace(
        [*words, *tokens.words[index : tokens.count]],
        [*starts, *tokens.starts[index : tokens.count]],
        [*ends, *tokens.ends[index : tokens.count]],
    )
