"""``fact stale``: list the facts that are due for review, or old."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcli.cli.complete import complete_word
from factcli.cli.lookup import opened_index, typed_query
from factcli.cli.options import row_options
from factcli.cli.output import chosen_fields, current_settings, write, write_note, write_records
from factcli.cli.typed_options import day_option
from factcli.errors import FactcliError
from factcli.model.due import due_day, held_on, parse_period, today

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from factcli.index import Hit
    from factcli.model.due import Period

_FIELDS = ("id", "due", "as_of", "value", "statement")


@click.command("stale")
@click.argument("words", nargs=-1, metavar="[QUERY]", shell_complete=complete_word)
@click.option("--older", metavar="PERIOD", help="Also facts with an as-of older than 90d, 6 months or 1y.")
@day_option("--on", about="What is due by that day. Default: today.")
@row_options
def command(words: tuple[str, ...], older: str | None, on: date | None) -> int:
    """List the facts that are due for review, or old.

    The longest overdue are listed first. The field `review` of a fact says when to look at it again: on a date, or a
    period after its as-of. If the fact still holds, give it a new date with `fact set ID as-of=DATE` or `review=DATE`;
    if not, use `fact set` or `fact deprecate`.

    \b
    Examples:
      fact stale
      fact stale argentina --older 1y
      fact stale --on 2027-01-01 --format json
      fact set amia-bombing-deaths review=1y --dry-run

    Exit status: 0 found, 1 nothing is due, 2 an error.
    """
    settings = current_settings()
    fields = chosen_fields(settings, _FIELDS, _FIELDS)
    found = _due(opened_index().search(typed_query(words)), on or today(), _period(older) if older else None)
    rows = [[record[name] for name in fields] for record in found][: settings.limit or None]
    if settings.count:
        write([f"{len(rows)}\n"])
    elif not settings.quiet:
        if rows or settings.format == "json":
            write_records(settings, "stale", fields, rows)
        if not rows:
            write_note("fact: nothing is due for review")
    return 0 if rows else 1


def _period(text: str) -> Period:
    try:
        return parse_period(text)
    except FactcliError as error:
        raise click.BadParameter(f"{error.message}; {error.hint}", param_hint="--older") from error


def _due(hits: Iterable[Hit], day: date, older: Period | None) -> Iterator[dict[str, str]]:
    """The records of what is due, in the order of the days from which it is."""
    limit = older.before(day) if older else None
    found = []
    for hit in hits:
        fact = hit.fact
        due, held = due_day(fact), held_on(fact)
        is_old = held is not None and limit is not None and held < limit and fact.rank != "deprecated"
        is_due = due is not None and due <= day
        if is_old or is_due:
            found.append((str(due if is_due else held), hit, str(due or "")))
    for _, hit, due_on in sorted(found, key=lambda each: (each[0], each[1].id)):
        yield {"id": hit.id, "due": due_on, "as_of": hit.as_of, "value": hit.display, "statement": hit.statement}
