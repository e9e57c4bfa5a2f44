"""One fact -> a card that a writer can cite from."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from rich.console import Group
from rich.padding import Padding
from rich.style import Style
from rich.table import Table

from factcli.escaping import safe_link, safe_text
from factcli.model.citation import issued_in_words
from factcli.model.formatting import counted, edtf_in_words
from factcli.render.table import ASIDE, GONE, VALUE, plain
from factcli.store.csl import count_independent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType
    from rich.text import Text

    from factcli.index import Hit


def render_card(hit: Hit) -> RenderableType:
    """The fact with its value on top, its statement, what it is about, and each of its sources with the words there."""
    record = json.loads(hit.record)
    is_gone = hit.rank == "deprecated"
    value = plain(hit.display, GONE if is_gone else VALUE)
    details = Table.grid(padding=(0, 2))
    details.add_column(style="dim", no_wrap=True)
    details.add_column(overflow="fold")
    for name, text in _details(record):
        details.add_row(name, text)
    return Group(value, plain(hit.statement), Padding(details, (1, 0, 1, 2)))


def _details(record: dict[str, Any]) -> Iterator[tuple[str, Text]]:
    value = record["value"]
    speaker = ", ".join(part for part in (value.get("speaker"), value.get("role")) if part)
    successor = f"superseded by {record['superseded_by']}" if record.get("superseded_by") else record.get("reason", "")
    pairs = (
        ("id", record["id"]),
        ("speaker", speaker),
        ("subject", record.get("subject", "")),
        ("also", ", ".join(record.get("aliases", ()))),
        ("as of", edtf_in_words(record.get("as_of"))),
        ("review", record.get("review", "")),
        ("rank", f"{record.get('rank', 'normal')}{f', {successor}' if successor else ''}" if successor else ""),
        ("sources", _independence(record)),
        ("note", record.get("note", "")),
        ("keywords", ", ".join(record.get("keywords", ()))),
    )
    yield from ((name, plain(text)) for name, text in pairs if text)
    sources = {source["id"]: source for source in record.get("sources", ())}
    for reference in record.get("references", ()):
        yield "source", _reference(reference, sources.get(reference["source"], {}))


def _independence(record: dict[str, Any]) -> str:
    """How many independent sources a fact with several references has; empty for one with a single reference."""
    if len(record.get("references", ())) < 2:  # noqa: PLR2004 - two are needed to agree
        return ""
    return counted(count_independent(record.get("sources", ())), "independent source")


def _reference(reference: dict[str, Any], source: dict[str, Any]) -> Text:
    """``Title (2019-07), paragraph 2: “85 lives”``, and the address on a line of its own."""
    address = str(source.get("URL") or "")
    link = safe_link(address)
    text = plain(source.get("title") or reference["source"], Style(link=link) if link else "")
    issued = issued_in_words(source.get("issued"))
    if issued:
        text.append(f" ({safe_text(issued)})")
    if reference.get("locator"):
        text.append(f", {safe_text(reference['locator'])}")
    if reference.get("surface"):
        text.append_text(plain(f": “{reference['surface']}”"))
    return text.append_text(plain("".join(f"\n{line}" for line in (address, _copy(source)) if line), ASIDE))


def _copy(source: dict[str, Any]) -> str:
    """The path of the attached copy and its day; empty where there is none."""
    custom = source.get("custom")
    attached = custom.get("attached") if isinstance(custom, dict) else None
    return f"{attached['file']} ({attached.get('day')})" if isinstance(attached, dict) and "file" in attached else ""
