"""``fact sources``: list the sources of the store."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

import click

from factcli.cli.complete import complete_word
from factcli.cli.listing import list_records
from factcli.cli.lookup import opened_index, typed_query
from factcli.cli.options import row_options
from factcli.index.columns import SEPARATOR

if TYPE_CHECKING:
    from collections.abc import Iterator

_FIELDS = ("id", "type", "title", "issued", "url", "facts")


@click.command("sources")
@click.argument("words", nargs=-1, metavar="[QUERY]", shell_complete=complete_word)
@row_options
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
    index, query = opened_index(), typed_query(words)
    cited = Counter(id_ for hit in index.search(query) for id_ in set(hit.source_ids.split(SEPARATOR)))
    records = _records(index.sources(), cited, only_cited=bool(words))
    return list_records("sources", _FIELDS, records, index, query)


def _records(sources: dict[str, str], cited: Counter[str], *, only_cited: bool) -> Iterator[dict[str, str]]:
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
