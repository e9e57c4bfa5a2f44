"""``fact add``: a new fact, from options, from answers on a terminal, or from the candidates of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcli.cli.curating.change import apply, curation_options, is_terminal, refuse
from factcli.cli.named import NamedPath
from factcli.cli.output import write_note
from factcli.curation.fields import KINDS, join_list
from factcli.curation.operations import add_fact, add_source, fact_from_fields
from factcli.errors import FactcliError

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcli.store.schema import Raw
    from factcli.store.transaction import Change, Tables

_KINDS = ("figure", "date", "quote")


@click.command("add")
@click.argument("id_", metavar="[ID]", required=False)
@click.option("--kind", type=click.Choice(_KINDS), help="Default: what the value speaks of.")
@click.option("--statement", metavar="TEXT", help="One sentence in your own words.")
@click.option("--subject", metavar="TEXT", help="What the fact is about.")
@click.option("--alias", "aliases", multiple=True, metavar="TEXT", help="Another name of the subject; may be repeated.")
@click.option("--keyword", "keywords", multiple=True, metavar="TEXT", help="A word to find it by; may be repeated.")
@click.option("--amount", metavar="NUMBER", help="Of a figure: 85, US$7m, 'about 50,000', '5 to 10 km'.")
@click.option("--unit", metavar="UNIT", help="USD, km, %, or the counted noun in the singular.")
@click.option("--edtf", metavar="EDTF", help="Of a date: 2019-07-18, 2015-01, 2007/2015.")
@click.option("--text", metavar="WORDS", help="Of a quote: its exact words.")
@click.option("--speaker", metavar="NAME", help="Who said it.")
@click.option("--as-of", metavar="EDTF", help="The time for which it holds.")
@click.option("--source", metavar="ID", help="The source that states it.")
@click.option("--locator", metavar="TEXT", help="Where in the source: paragraph 2.")
@click.option("--surface", metavar="WORDS", help="The few words as printed; default for a quote: its words.")
@click.option("--note", metavar="TEXT", help="What a reader of the store should know.")
@click.option("--from", "candidates", metavar="FILE", type=NamedPath(allow_dash=True), help="From `fact extract`.")
@click.option("--yes", is_flag=True, help="With --from: take them all.")
@curation_options
def command(
    *, id_: str | None, candidates: str | None, yes: bool, dry_run: bool, **options: str | tuple[str, ...] | None
) -> int:
    """Add a fact; on a terminal, what is missing is asked for.

    A store that --store names and that is not there yet is made.

    \b
    Examples:
      fact add amia-bombing-deaths --amount 85 --unit person --subject 'Amia bombing' \\
        --statement 'The bombing killed 85 people.' --source pompeo-tour-2019 --locator 'paragraph 2'
      fact add                                        asks for everything
      fact extract article.txt --format json > candidates.json
      fact add --from candidates.json                 one by one: y, n, e(dit) or q(uit)
      fact add --from candidates.json --yes --store facts.json

    Exit status: 0 added, 2 an error.
    """
    fields = {name: _text(value) for name, value in options.items() if value}
    if candidates is not None:
        from factcli.cli.curating.candidates import add_candidates

        if id_ or fields:
            refuse("--from takes whole candidates: it goes with no ID and no field")
        return add_candidates(candidates, take_all=yes, dry_run=dry_run)
    if not (id_ and _missing(fields) is None):
        if not is_terminal():
            refuse(f"{_missing(fields) or 'an ID'} is missing")
        return _ask_and_add(id_, fields, dry_run=dry_run)
    return apply(_addition(id_, fields, None), dry_run=dry_run, may_make=True)


def _text(value: str | tuple[str, ...] | None) -> str:
    return join_list(list(value)) if isinstance(value, tuple) else value or ""


def _missing(fields: dict[str, str]) -> str | None:
    """The option without which there is no fact, None where there is enough."""
    if not fields.keys() & KINDS.keys():
        return {"figure": "--amount", "date": "--edtf", "quote": "--text"}.get(
            fields.get("kind", ""), "a value (--amount, --edtf or --text)"
        )
    return next((f"--{name}" for name in ("statement", "source") if name not in fields), None)


def _ask_and_add(id_: str | None, fields: dict[str, str], *, dry_run: bool) -> int:
    from factcli.cli.curating.interview import as_command, interview

    answers = interview(id_, fields)
    try:
        return apply(_addition(*answers), dry_run=dry_run, may_make=True)
    except FactcliError:
        # Nothing that was typed is lost.
        write_note(as_command(answers))
        raise


def _addition(id_: str, fields: dict[str, str], source: tuple[str, Raw] | None) -> Callable[[Tables], list[Change]]:
    raw = fact_from_fields(id_, fields)

    def change(tables: Tables) -> list[Change]:
        added = add_source(tables, *source) if source else []
        return [*add_fact(tables, id_, raw), *added]

    return change
