"""Locations of facts in facts.json, and the links, inlay hints and symbols that point to them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

from lsprotocol import types

from factcli.escaping import safe_text
from factcli.model.formatting import date_in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from factcli.drafts.review import PlacedFinding
    from factcli.index import Hit
    from factcli.lsp.positions import Lines

_FACTS = re.compile(rb'"facts"\s{0,99}:')


class FactLocations:
    """Locations of the facts in the files of the stores at ``paths``, found on demand and cached.

    A file is searched for the key rather than parsed as JSON, which takes seconds for 100,000 facts.
    """

    def __init__(self, *paths: str) -> None:
        self.uri = Path(paths[0]).absolute().as_uri()
        self._paths = paths
        self._found: dict[str, types.Location] = {}

    def location(self, fact_id: str) -> types.Location:
        """The line at which the fact begins; the first line of the first store if it is not found."""
        if fact_id not in self._found:
            self._found[fact_id] = self._find(fact_id)
        return self._found[fact_id]

    def target(self, fact_id: str) -> str:
        """The location of the fact as a URI with the line number, from 1, as its fragment."""
        found = self.location(fact_id)
        return f"{found.uri}#{found.range.start.line + 1}"

    def _find(self, fact_id: str) -> types.Location:
        """The location by the id as its store has it, or as it is shown where another store has it too."""
        labelled = [path for path in self._paths if fact_id.endswith(f" ({safe_text(path)})")]
        for path in labelled or self._paths:
            own = fact_id.removesuffix(f" ({safe_text(path)})") if labelled else fact_id
            line = _line_of(own, Path(path))
            if line is not None:
                return _at(Path(path).absolute().as_uri(), line)
        return _at(self.uri, 0)


def _at(uri: str, line: int) -> types.Location:
    start = types.Position(line, 0)
    return types.Location(uri, types.Range(start, start))


def _line_of(fact_id: str, path: Path) -> int | None:
    try:
        data = path.read_bytes()
    except OSError:
        return None
    facts = _FACTS.search(data)
    spellings = {json.dumps(fact_id, ensure_ascii=is_ascii).encode("utf-8", "replace") for is_ascii in (True, False)}
    keys = re.compile(rb"(?:%s)\s{0,99}:\s{0,99}\{" % b"|".join(map(re.escape, sorted(spellings))))
    found = keys.search(data, facts.end() if facts else 0)
    return data.count(b"\n", 0, found.start()) if found else None


def links_of(findings: Iterable[PlacedFinding], lines: Lines, uri: str) -> Iterator[types.DocumentLink]:
    """A link for each figure of the draft at ``uri`` that a fact decides; its target is resolved on demand."""
    for finding in findings:
        if finding.fact and finding.verdict != "unknown":
            place = lines.range((finding.start.offset, finding.end.offset))
            yield types.DocumentLink(place, data=[uri, finding.fact.id])


def hints_of(findings: Iterable[PlacedFinding], lines: Lines) -> Iterator[types.InlayHint]:
    """An inlay hint after each confirmed figure: the time for which its fact holds."""
    for finding in findings:
        if finding.fact and finding.fact.as_of and finding.verdict == "confirmed":
            place = lines.position(finding.end.offset)
            yield types.InlayHint(place, f"as of {date_in_words(finding.fact.as_of)}", padding_left=True)


def symbols_of(hits: Iterable[Hit], locate: Callable[[str], types.Location]) -> Iterator[types.WorkspaceSymbol]:
    """Facts as workspace symbols: a date is an event, a quote a string, a figure a number."""
    for hit in hits:
        name = f"{hit.display}: {hit.statement}" if hit.kind != "quote" else hit.display
        yield types.WorkspaceSymbol(locate(hit.id), safe_text(name), _SYMBOLS[hit.kind], container_name=hit.id)


_SYMBOLS = {"figure": types.SymbolKind.Number, "date": types.SymbolKind.Event, "quote": types.SymbolKind.String}
