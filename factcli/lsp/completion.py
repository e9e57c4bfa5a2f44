"""Completion: values of facts in a draft; ids and units in facts.json."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from lsprotocol import types

from factcli import units
from factcli.escaping import safe_text
from factcli.lsp.hover import render_hover
from factcli.model.figure_style import STANDARD
from factcli.query.parse import parse_query
from factcli.units import currencies

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factcli.index import FactIndex, Hit
    from factcli.lsp.positions import Lines
    from factcli.model.figure_style import FigureStyle

MOST = 50
"""The maximum number of candidates in a response; typing on narrows them down."""

# "[[" starts a query of several words; without it, the word before the cursor is the query.
_OPENED = re.compile(r"\[\[(?P<words>[^\[\]]{0,200})$")
_WORD = re.compile(r"(?P<words>[^\W_][\w’'-]{0,60})$")
# An unfinished string value of a field of facts.json.
_FIELD = re.compile(r'"(?P<field>[a-z_]{1,20})"\s{0,20}:\s{0,20}"(?P<typed>[^"\\]{0,100})$')
_SHORTEST_WORD = 2


def complete_prose(
    index: FactIndex, lines: Lines, position: types.Position, style: FigureStyle = STANDARD
) -> Iterator[types.CompletionItem]:
    """The facts found by the words before the cursor; accepting one inserts its value as prose, in the house style."""
    before = _before(lines, position)
    match = _OPENED.search(before) or _WORD.search(before)
    if match is None:
        return
    place = types.Range(lines.place(position.line, match.start()), position)
    for number, found in enumerate(_found(index, match["words"].strip())):
        hit = found.in_style(style)
        yield types.CompletionItem(
            label=safe_text(hit.display),
            detail=safe_text(hit.statement),
            kind=types.CompletionItemKind.Value,
            # Editors filter items by the replaced text, and sort them alphabetically.
            filter_text=match[0],
            sort_text=f"{number:04}",
            text_edit=types.TextEdit(place, safe_text(hit.display)),
            documentation=types.MarkupContent(types.MarkupKind.Markdown, render_hover(hit, "")),
        )


def complete_store(index: FactIndex, lines: Lines, position: types.Position) -> Iterator[types.CompletionItem]:
    """Ids of facts and sources, and units, for the field of facts.json at the cursor."""
    match = _FIELD.search(_before(lines, position))
    listed = _FIELDS.get(match["field"]) if match else None
    if match is None or listed is None:
        return
    place = types.Range(lines.place(position.line, match.start("typed")), position)
    for value, detail in listed(index, match["typed"]):
        yield types.CompletionItem(
            label=safe_text(value),
            detail=safe_text(detail),
            kind=types.CompletionItemKind.Reference,
            text_edit=types.TextEdit(place, json.dumps(value, ensure_ascii=False)[1:-1]),
        )


def _before(lines: Lines, position: types.Position) -> str:
    line = lines.line(position.line)
    start = lines.offset(types.Position(position.line, 0))
    return line[: lines.offset(position) - start]


def _found(index: FactIndex, words: str) -> list[Hit]:
    """The hits for the words, of which the last may be a beginning."""
    return index.search(parse_query(words), MOST) if len(words) >= _SHORTEST_WORD else []


def _fact_ids(index: FactIndex, typed: str) -> list[tuple[str, str]]:
    return index.ids_starting(typed, MOST)


def _source_ids(index: FactIndex, typed: str) -> list[tuple[str, str]]:
    records = ((id_, json.loads(record)) for id_, record in index.sources().items() if id_.startswith(typed))
    return [(id_, str(source.get("title", ""))) for id_, source in records][:MOST]


def _units(_index: FactIndex, typed: str) -> list[tuple[str, str]]:
    known = {symbol: units.dimension_of(symbol) for symbol in (*units.names().values(), *currencies.ISO_4217)}
    return sorted((unit, dimension) for unit, dimension in known.items() if unit.lower().startswith(typed.lower()))


_FIELDS: dict[str, Callable[[FactIndex, str], list[tuple[str, str]]]] = {
    "superseded_by": _fact_ids,
    "source": _source_ids,
    "unit": _units,
}
