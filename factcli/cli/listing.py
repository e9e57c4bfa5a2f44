"""What a command found for a query comes in as records; they are listed in the chosen columns and form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.cli.lookup import note_nothing_found
from factcli.cli.output import chosen_fields, current_settings, write, write_note, write_records

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factcli.index import FactIndex
    from factcli.query.terms import Query


def list_records(
    name: str, fields: Sequence[str], records: Iterable[Mapping[str, str]], index: FactIndex, query: Query
) -> int:
    """Write the records, or only their number, and return the exit status: 1 if there are none.

    ``name`` says what they are, such as ``keywords``; ``fields`` are the columns that every record has.
    """
    settings = current_settings()
    chosen = chosen_fields(settings, fields, fields)
    rows = [[record[field] for field in chosen] for record in records][: settings.limit or None]
    if settings.count:
        write([f"{len(rows)}\n"])
    elif not settings.quiet:
        if rows or settings.format == "json":
            write_records(settings, name, chosen, rows)
        if not rows:
            note_nothing_found(settings, index, query) if query.text else write_note(f"fact: the store has no {name}")
    return 0 if rows else 1
