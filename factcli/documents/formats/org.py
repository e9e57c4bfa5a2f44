"""Read Org: the prose without comments, keywords, drawers, tags and blocks of code."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from factcli.documents.formats.lined import (
    Line,
    LineBlock,
    LineTable,
    build,
    cells_between_bars,
    cut_markup,
    lines_of,
    stripped,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.documents.document import Document

_COMMENT = re.compile(r"\s*#(?:\s|$|\+)")
_TITLE = re.compile(r"\s*#\+(?:(?P<title>title)|caption):\s*", re.IGNORECASE)
_BEGIN = re.compile(r"\s*#\+begin_(?P<name>\w+)", re.IGNORECASE)
_DRAWER = re.compile(r"\s*:(?P<name>[A-Za-z][\w-]*):\s*$")
_HEADING = re.compile(r"(?P<stars>\*{1,10})\s+(?:(?:TODO|DONE)\s+)?(?:\[#[A-Z]\]\s+)?")
_TAGS = re.compile(r"(?<!\s)\s++:(?=[\w@:]{2})[\w@:]*+(?<=:)\s*+$")
_ITEM = re.compile(r"\s*(?:[-+]|\d{1,3}[.)])\s+(?:\[[ X-]\]\s+)?")
_CLOCK = re.compile(r"\s*(?:SCHEDULED|DEADLINE|CLOSED|CLOCK):")
_PROSE_BLOCKS = frozenset({"quote", "center", "verse"})
_INLINE = re.compile(
    r"\[\[[^\[\]]{1,1000}\]\[(?P<label>[^\[\]]{1,500})\]\]|\[\[(?P<link>[^\[\]]{1,1000})\]\]|(?P<note>\[fn:[^\[\]]{0,200}\])"
    r"|(?<=[\w.,%)])\^\{?(?P<raised>[\d*,]{1,8}+)\}?(?!\w)"
    r"|(?<!\w)[=~](?P<code>[^=~\s][^=~]{0,300})[=~](?!\w)"
    r"|(?P<mark>(?<![\w*/_+])[*/_+](?=[\w“\"$£€])|(?<=[\w.,”\"%])[*/_+](?![\w*/_+]))"
)


def parse_org(text: str, *, name: str) -> Document:
    """The document of an Org text; any text is valid."""
    return build(name, text, _blocks(lines_of(text)), partial(cut_markup, _INLINE))


def _blocks(lines: list[Line]) -> Iterator[LineBlock | LineTable]:
    block: list[Line] = []
    closing: re.Pattern[str] | None = None
    rows: list[list[list[Line]]] = []
    for line in lines:
        if not closing and line.words.lstrip().startswith("|"):
            yield from [LineBlock(block)] if block else []
            block = []
            rows.append(cells_between_bars(line))
            continue
        if rows:
            yield LineTable([row for row in rows if row])
            rows = []
        if closing:
            closing = None if closing.match(line.words) else closing
            continue
        closing = _unread(line.words)
        heading = _HEADING.match(line.words) or _TITLE.match(line.words)
        is_prose = bool(line.words.strip()) and not closing and not _is_markup(line.words)
        if block and (heading or not is_prose or _ITEM.match(line.words)):
            yield LineBlock(block)
            block = []
        if heading:
            tags = _TAGS.search(line.words)
            kept = Line(line.start, line.words[: tags.start()] if tags else line.words)
            yield LineBlock([stripped(kept, heading.end())], _level(heading))
        elif is_prose:
            item = _ITEM.match(line.words)
            block.append(stripped(line, item.end() if item else 0))
    if block:
        yield LineBlock(block)
    if rows:
        yield LineTable([row for row in rows if row])


def _level(heading: re.Match[str]) -> int:
    """The level of a heading: that of the title is 1, that of a caption is not known."""
    found = heading.groupdict()
    return 1 + len(found["stars"]) if "stars" in found else int(found["title"] is not None)


def _unread(words: str) -> re.Pattern[str] | None:
    """The line that ends a block of code or a drawer that begins here."""
    begin, drawer = _BEGIN.match(words), _DRAWER.match(words)
    if begin and begin["name"].lower() not in _PROSE_BLOCKS:
        return re.compile(rf"\s*#\+end_{re.escape(begin['name'])}", re.IGNORECASE)
    return re.compile(r"\s*:END:", re.IGNORECASE) if drawer and drawer["name"].lower() != "end" else None


def _is_markup(words: str) -> bool:
    return any(pattern.match(words) for pattern in (_COMMENT, _CLOCK, _DRAWER))
