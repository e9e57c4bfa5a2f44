"""``fact stats``: count what is in the store."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import click

from factcli.cli.complete import complete_word
from factcli.cli.listing import list_records
from factcli.cli.lookup import opened_index, typed_query
from factcli.cli.options import row_options
from factcli.index.columns import SEPARATOR

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcli.index import Hit

_FIELDS = ("what", "facts")
_MOST_OF_EACH = 5


@click.command("stats")
@click.argument("words", nargs=-1, metavar="[QUERY]", shell_complete=complete_word)
@row_options
def command(words: tuple[str, ...]) -> int:
    """Count the facts by kind, rank, year, source, subject and unit.

    With a query, only the facts found. Of sources, subjects, units and years, those with the most facts are shown.

    \b
    Examples:
      fact stats
      fact stats argentina
      fact stats --format json

    Exit status: 0 found, 1 nothing found, 2 an error.
    """
    index, query = opened_index(), typed_query(words)
    return list_records("counts", _FIELDS, _counts(index.search(query)), index, query)


def _counts(hits: list[Hit]) -> Iterator[dict[str, str]]:
    if not hits:
        return
    yield _record("all", len(hits))
    yield from _most("kind", (hit.kind for hit in hits))
    yield from _most("rank", (hit.rank for hit in hits))
    yield from _most("as of", (hit.as_of[:4] for hit in hits))
    yield from _most("source", (id_ for hit in hits for id_ in set(hit.source_ids.split(SEPARATOR))))
    yield from _most("subject", (hit.subject for hit in hits))
    yield from _most("unit", (hit.unit for hit in hits))


def _most(what: str, values: Iterable[str]) -> Iterator[dict[str, str]]:
    counted = Counter(value for value in values if value)
    for value, facts in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:_MOST_OF_EACH]:
        yield _record(f"{what} {value}", facts)


def _record(what: str, facts: int) -> dict[str, str]:
    return {"what": what, "facts": str(facts)}
