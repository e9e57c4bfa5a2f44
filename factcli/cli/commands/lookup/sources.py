"""``fact sources``: list the sources of the store."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

import click

from factcli.cli.complete import complete_word
from factcli.cli.lookup import opened_index, typed_query
from factcli.cli.options import global_options
from factcli.cli.output import chosen_fields, current_settings, write, write_records
from factcli.index.columns import SEPARATOR

if TYPE_CHECKING:
    from collections.abc import Iterator

_FIELDS = ("id", "type", "title", "issued", "url", "facts")


@click.command("sources")
@click.argument("words", nargs=-1, metavar="[QUERY]", shell_complete=complete_word)
@global_options
def command(words: tuple[str, ...]) -> int:
    """List the sources, with the number of facts that cite each.

    With a query, only those of the facts found.

    \b
    Examples:
      fact sources
      fact sources amia
      fact sources --format json

    Exit status: 0 found, 1 nothing found, 2 an error.
    """
    settings = current_settings()
    fields = chosen_fields(settings, _FIELDS, _FIELDS)
    index = opened_index()
    cited = Counter(id_ for hit in index.search(typed_query(words)) for id_ in set(hit.source_ids.split(SEPARATOR)))
    rows = list(_rows(index.sources(), cited, only_cited=bool(words)))[: settings.limit or None]
    if settings.count:
        write([f"{len(rows)}\n"])
    elif not settings.quiet and (rows or settings.format == "json"):
        write_records(settings, "sources", fields, [[row[name] for name in fields] for row in rows])
    return 0 if rows else 1


def _rows(sources: dict[str, str], cited: Counter[str], *, only_cited: bool) -> Iterator[dict[str, str]]:
    for id_, record in sources.items():
        if cited[id_] or not only_cited:
            source = json.loads(record)
            yield {
                "id": id_,
                "type": source["type"],
                "title": source["title"],
                "issued": _text(source.get("issued")),
                "url": _text(source.get("URL")),
                "facts": str(cited[id_]),
            }


def _text(value: object) -> str:
    """A CSL value as text; a date is EDTF or a CSL date object."""
    return "" if value is None else value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
