"""Read reStructuredText: the prose without directives, comments, roles, targets and literal blocks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcli.documents.formats.lined import Line, LineBlock, LineTable, build, cells_between_bars, lines_of, stripped
from factcli.documents.raised import raised
from factcli.english.rows import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.documents.document import Document

_ADORNMENT = re.compile(r"(?P<mark>[!-/:-@\[-`{-~])(?P=mark){2,}$")
_RULE = re.compile(r"[=+|\s-]+$")
_GRID = re.compile(r"\+(?:[-=]{1,500}\+){1,100}")
_SIMPLE = re.compile(r"=+(?:\s++=+)++|-+(?:\s++-+)++")
_MARK = re.compile(r"=+|-+")
_EXPLICIT = re.compile(r"\s*\.\.(?:\s+(?P<what>.*))?$")
_DIRECTIVE = re.compile(r"(?P<name>[\w-]+)::\s*(?P<argument>.*)$")
# Directives whose content is prose.
_PROSE = word_set("""
    note warning tip hint important caution danger attention error admonition topic sidebar epigraph highlights
    pull-quote compound container rubric figure centered versionadded versionchanged deprecated seealso table
    """)
_FOOTNOTE = re.compile(r"\[[^\]]{1,60}\]\s*(?P<words>.*)$")
_ITEM = re.compile(r"\s*(?:[-*+•]|\(?(?:\d{1,3}|[a-zA-Z#])[.)])\s+")
_OPTION = re.compile(r":[\w -]+:(?:\s|$)")
_INLINE = re.compile(
    r"``(?P<code>[^`]{1,2000}+)``|(?P<escape>\\ )|:(?:sup|superscript):`(?P<raised>[^`]{1,20}+)`"
    r"|:[\w:+.-]{1,60}:`(?P<role>[^`<]{1,500}+)(?:<[^`>]{0,500}+>)?`"
    r"|`(?P<link>[^`<]{1,500}+)(?:<[^`>]{0,500}+>)?`_{0,2}|(?P<note>\[[#*\w]{1,30}\]_)|(?P<mark>\*{1,2}(?=\S)|(?<=\S)\*{1,2})"
    r"|\|(?P<substitution>[^|\s][^|]{0,100})\||(?<=\w)(?P<target>__?)(?!\w)"
)


def parse_rest(text: str, *, name: str) -> Document:
    """The document of a reStructuredText; any text is valid."""
    return build(name, text, _blocks(lines_of(text)), _cuts)


def _blocks(lines: list[Line]) -> Iterator[LineBlock | LineTable]:
    number, skip_indent = 0, -1
    # The adornments of headings in the order of the text, which is that of their levels.
    adornments: list[tuple[str, bool]] = []
    while number < len(lines):
        block = _gather(lines, number)
        first = lines[number]
        if not first.words.strip():
            number += 1
            continue
        if skip_indent >= 0 and first.indent > skip_indent:
            number += len(block)
            continue
        skip_indent = -1
        explicit = _EXPLICIT.match(first.words)
        if explicit:
            number, skip_indent = number + 1, first.indent
            words = _explicit_words(first, explicit["what"] or "")
            if words is not None:
                skip_indent = -1
                yield from [LineBlock([words])] if words.words else []
            continue
        number += len(block)
        yield from _prose(block, adornments)
        if block[-1].words.rstrip().endswith("::"):
            skip_indent = first.indent


def _gather(lines: list[Line], number: int) -> list[Line]:
    """The lines up to the next blank one, or to a directive."""
    end = number
    while end < len(lines) and lines[end].words.strip() and not (end > number and _EXPLICIT.match(lines[end].words)):
        end += 1
    return lines[number : max(end, number + 1)]


def _explicit_words(line: Line, what: str) -> Line | None:
    """The prose on the line of a directive or footnote; None where the whole block is not prose."""
    at = len(line.words) - len(what)
    footnote, directive = _FOOTNOTE.match(what), _DIRECTIVE.match(what)
    if footnote:
        return stripped(line, at + footnote.start("words"))
    if directive and directive["name"] in _PROSE:
        takes_path = directive["name"] == "figure"
        return Line(line.start, "") if takes_path else stripped(line, at + directive.start("argument"))
    return None


def _prose(block: list[Line], adornments: list[tuple[str, bool]]) -> Iterator[LineBlock | LineTable]:
    if _GRID.fullmatch(block[0].words.strip()) or _SIMPLE.fullmatch(block[0].words.strip()):
        is_grid = block[0].words.lstrip().startswith("+")
        rows = _grid_rows(block) if is_grid else _simple_rows(block)
        yield LineTable([row for row in rows if row])
        return
    kept = [line for line in block if not _OPTION.match(line.words.strip())]
    plain = [line for line in kept if not _ADORNMENT.match(line.words.strip()) and not _RULE.match(line.words)]
    if not plain:
        return
    if len(plain) == 1 and len(plain) < len(kept):
        yield LineBlock([stripped(plain[0])], _level(block, adornments))
        return
    yield from _items(plain)


def _level(block: list[Line], adornments: list[tuple[str, bool]]) -> int:
    """The level of a heading; an adornment that is new is that of the next level."""
    found = [_ADORNMENT.match(line.words.strip()) for line in block]
    adornment = next((match["mark"] for match in found if match), ""), bool(found[0])
    if adornment not in adornments:
        adornments.append(adornment)
    return adornments.index(adornment) + 1


def _grid_rows(block: list[Line]) -> Iterator[list[list[Line]]]:
    """The rows of a table between lines of dashes; a row may go over several lines."""
    row: list[list[Line]] = []
    for line in block:
        if line.words.lstrip().startswith("+"):
            yield row
            row = []
            continue
        cells = cells_between_bars(line)
        row = [own + more for own, more in zip(row, cells, strict=False)] if row else cells
    yield row


def _simple_rows(block: list[Line]) -> Iterator[list[list[Line]]]:
    """The rows of a table whose columns are below marks."""
    starts = [mark.start() for mark in _MARK.finditer(block[0].words)]
    for line in block:
        if not _SIMPLE.fullmatch(line.words.strip()):
            ends = [*starts[1:], len(line.words)]
            columns = zip(starts, ends, strict=True)
            yield [[stripped(Line(line.start + start, line.words[start:end]))] for start, end in columns]


def _items(lines: list[Line]) -> Iterator[LineBlock]:
    """Each item of a list is a block of its own."""
    block: list[Line] = []
    for line in lines:
        item = _ITEM.match(line.words)
        if item and block:
            yield LineBlock(block)
            block = []
        block.append(stripped(line, item.end() if item else 0))
    yield LineBlock(block)


def _cuts(words: str) -> Iterator[tuple[int, int, str]]:
    for match in _INLINE.finditer(words):
        kind = match.lastgroup or ""
        if kind == "raised":
            yield match.start(), match.end(), raised(words[: match.start()].removesuffix("\\ "), match["raised"])
        elif kind in {"role", "link", "substitution"}:
            yield match.start(), match.start(kind), ""
            yield match.end(kind), match.end(), ""
        else:
            yield match.start(), match.end(), ""
