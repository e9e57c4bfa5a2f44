"""``fact add``: add a fact from options, from answers on a terminal, or from a file of candidates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
import msgspec

from factcli.cli.complete import complete_source
from factcli.cli.curating.change import apply, curation_options, is_interactive, usage_error
from factcli.cli.named import NamedPath
from factcli.cli.output import write_note
from factcli.cli.typed_options import takes
from factcli.curation.fields import FACT_KINDS, KINDS, join_list
from factcli.curation.operations import add_fact, add_source, fact_from_fields
from factcli.errors import FactcliError

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcli.store.schema import Raw
    from factcli.store.transaction import Change, Tables

_FILE = NamedPath(allow_dash=True)
_OF_THE_COMMAND = frozenset({"id_", "candidates", "yes", "plain", "again", "dry_run"})


class AddOptions(msgspec.Struct, frozen=True, kw_only=True):
    """The options of ``fact add``."""

    id_: str | None = None
    kind: str | None = None
    statement: str | None = None
    subject: str | None = None
    aliases: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    amount: str | None = None
    unit: str | None = None
    edtf: str | None = None
    text: str | None = None
    speaker: str | None = None
    as_of: str | None = None
    review: str | None = None
    source: str | None = None
    locator: str | None = None
    surface: str | None = None
    note: str | None = None
    candidates: str | None = None
    yes: bool = False
    plain: bool = False
    again: bool = False
    dry_run: bool = False

    @property
    def fields(self) -> dict[str, str]:
        """The fields of the fact that were given, as texts."""
        given = {name: value for name, value in msgspec.structs.asdict(self).items() if value}
        return {name: _text(value) for name, value in given.items() if name not in _OF_THE_COMMAND}


@click.command("add")
@click.argument("id_", metavar="[ID]", required=False)
@click.option("--kind", type=click.Choice(FACT_KINDS), help="Default: from the value.")
@click.option("--statement", metavar="TEXT", help="One sentence in your own words.")
@click.option("--subject", metavar="TEXT", help="What the fact is about.")
@click.option("--alias", "aliases", multiple=True, metavar="TEXT", help="Another name of the subject; may be repeated.")
@click.option("--keyword", "keywords", multiple=True, metavar="TEXT", help="A search term; may be repeated.")
@click.option("--amount", metavar="NUMBER", help="For a figure: 85, US$7m, 'about 50,000', '5 to 10 km'.")
@click.option("--unit", metavar="UNIT", help="USD, km, %, or a noun in the singular.")
@click.option("--edtf", metavar="EDTF", help="For a date: 2019-07-18, 2015-01, 2007/2015.")
@click.option("--text", metavar="WORDS", help="For a quote: its exact words.")
@click.option("--speaker", metavar="NAME", help="For a quote: who said it.")
@click.option("--as-of", metavar="EDTF", help="The date as of which the fact holds.")
@click.option("--review", metavar="DATE", help="When to look at it again: 2027-01, or 1y after --as-of.")
@click.option("--source", metavar="ID", shell_complete=complete_source, help="The source that states it.")
@click.option("--locator", metavar="TEXT", help="Where in the source, such as 'paragraph 2'.")
@click.option("--surface", metavar="WORDS", help="The words as printed. Default for a quote: its words.")
@click.option("--note", metavar="TEXT", help="A note for readers of the store.")
@click.option("--from", "candidates", metavar="FILE", type=_FILE, help="Add candidates from `fact extract`.")
@click.option("--yes", is_flag=True, help="With --from: add all without asking.")
@click.option("--plain", is_flag=True, help="With --from: ask line by line, without a full screen.")
@click.option("--again", is_flag=True, help="With --from: offer again what you passed over.")
@curation_options
@takes(AddOptions)
def command(options: AddOptions) -> int:
    """Add a fact.

    On a terminal, missing fields are asked for. If --store names a file that does not exist, it is created.

    With --from, each candidate is shown beside its paragraph: add it, pass over it, edit a field, add all of one
    subject, or go back. What the store may have already is shown beside it, to be replaced or deprecated. You can stop
    at any time: the same command resumes there, and `fact undo` takes back the whole run.

    \b
    Examples:
      fact add amia-bombing-deaths --amount 85 --unit person \\
        --statement 'The bombing killed 85 people.' \\
        --source pompeo-tour-2019 --locator 'paragraph 2'
      fact add                                 ask for everything
      fact extract article.txt --format json > candidates.json
      fact add --from candidates.json          look through them
      fact add --from candidates.json --yes --store facts.json

    Exit status: 0 added, 2 an error.
    """
    fields = options.fields
    if options.candidates is not None:
        from factcli.cli.curating.candidates import CandidateOptions, add_candidates

        if options.id_ or fields:
            usage_error("--from cannot be combined with an ID or with fields")
        chosen = CandidateOptions(options.yes, options.dry_run, options.plain, options.again)
        return add_candidates(options.candidates, chosen)
    if not (options.id_ and _missing(fields) is None):
        if not is_interactive():
            usage_error(f"{_missing(fields) or 'an ID'} is missing")
        return _ask_and_add(options.id_, fields, dry_run=options.dry_run)
    return apply(_addition(options.id_, fields, None), dry_run=options.dry_run, may_create=True)


def _text(value: str | tuple[str, ...]) -> str:
    return join_list(list(value)) if isinstance(value, tuple) else value


def _missing(fields: dict[str, str]) -> str | None:
    """The first required option that is missing; None if there is none."""
    if not fields.keys() & KINDS.keys():
        return {"figure": "--amount", "date": "--edtf", "quote": "--text"}.get(
            fields.get("kind", ""), "a value (--amount, --edtf or --text)"
        )
    return next((f"--{name}" for name in ("statement", "source") if name not in fields), None)


def _ask_and_add(id_: str | None, fields: dict[str, str], *, dry_run: bool) -> int:
    from factcli.cli.curating.interview import as_command, interview

    answers = interview(id_, fields)
    try:
        return apply(_addition(*answers), dry_run=dry_run, may_create=True)
    except FactcliError:
        # So that nothing that was typed is lost.
        write_note(as_command(answers), wrap=False)
        raise


def _addition(id_: str, fields: dict[str, str], source: tuple[str, Raw] | None) -> Callable[[Tables], list[Change]]:
    raw = fact_from_fields(id_, fields)

    def change(tables: Tables) -> list[Change]:
        added = add_source(tables, *source) if source else []
        return [*add_fact(tables, id_, raw), *added]

    return change
