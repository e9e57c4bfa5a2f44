"""``fact extract``: the candidate facts of a source text."""

from __future__ import annotations

from pathlib import Path

import click

from factcli.cli.lookup import hit_limit, plain_rows
from factcli.cli.options import global_options
from factcli.cli.output import chosen_fields, chosen_format, current_settings, show, write, write_note, write_records
from factcli.cli.reading import read_input
from factcli.edtf import parse_edtf
from factcli.extract import extract_document
from factcli.extract.identifiers import slug
from factcli.index.columns import FIELDS
from factcli.index.rows import Sources, row_of
from factcli.model import Source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcli.cli.options import Settings
    from factcli.index import Hit
    from factcli.model import Fact

_DEFAULT_FIELDS = ("id", "kind", "value", "statement", "subject", "source", "locator", "surface")
_WORDS_OF_ID = 6


@click.command("extract")
@click.argument("file", type=click.Path(allow_dash=True))
@click.option("--subject", metavar="TEXT", help="What all of the text is about; else each sentence says it.")
@click.option("--source", "source_id", metavar="ID", help="The id of the source; default: from its title.")
@click.option(
    "--title", metavar="TEXT", help="The title of the source; default: the first heading, or the file's name."
)
@click.option("--type", "source_type", metavar="TYPE", default="article", help="Its CSL type; default: article.")
@click.option("--issued", metavar="EDTF", help="When it came out; dates without a year are of that time.")
@click.option("--url", metavar="URL", help="Where it stands.")
@global_options
def command(  # noqa: PLR0913, PLR0917 - one parameter an option
    file: str,
    subject: str | None,
    source_id: str | None,
    title: str | None,
    source_type: str,
    issued: str | None,
    url: str | None,
) -> int:
    """Propose a fact for each figure, date and quote of a text: plain, Markdown or .docx; - is standard input.

    They are for you to look through: a candidate has the sentence of the source for its statement, and may have it
    for its subject what only stands next to it.

    \b
    Examples:
      fact extract article.txt
      fact extract article.md --issued 2019-07 --source pompeo-tour-2019
      fact extract paper.docx --subject 'Ouse bridge' --format json > candidates.json

    Exit status: 0 there are candidates, 1 there are none, 2 an error.
    """
    settings = current_settings()
    fields = tuple(chosen_fields(settings, FIELDS, _DEFAULT_FIELDS))
    day = parse_edtf(issued) if issued else None
    document = read_input(file, "standard input")
    name = title or document.title or Path(file).stem.strip("-") or "standard input"
    source = Source(source_id or _id_of(name), source_type, name, issued, url)
    facts = extract_document(document, subject, source.id, issued=day)
    if settings.count:
        write([f"{len(facts)}\n"])
    elif not settings.quiet:
        _tell(settings, file, source, facts, fields)
    return 0 if facts else 1


def _tell(settings: Settings, file: str, source: Source, facts: list[Fact], fields: tuple[str, ...]) -> None:
    shown = facts[: hit_limit(settings)]
    if facts or settings.format == "json":
        _show(settings, source, shown, fields)
    if not facts:
        write_note(f"fact: no figure, date or quote in {file}")
    elif len(shown) < len(facts):
        write_note(f"{len(shown)} of {len(facts):,} candidates; --limit 0 shows all")


def _id_of(title: str) -> str:
    """The first words of a title as the id of its source."""
    return "-".join(slug(title).split("-")[:_WORDS_OF_ID]) or "source"


def _show(settings: Settings, source: Source, facts: list[Fact], fields: tuple[str, ...]) -> None:
    form = chosen_format(settings)
    if form == "json" and not settings.fields:
        _write_store(source, facts)
        return
    hits = list(_hits(source, facts))
    if form == "table" and not settings.fields:
        from factcli.render.table import render_table

        show(settings, lambda width: render_table(hits, width))
        return
    whole = None if settings.fields else (hit.record for hit in hits)
    write_records(settings, "facts", fields, plain_rows(hits, fields), whole)


def _hits(source: Source, facts: list[Fact]) -> Iterable[Hit]:
    cited = Sources({source.id: source})
    for number, fact in enumerate(facts):
        yield row_of(fact, cited)._replace(number=number)


def _write_store(source: Source, facts: list[Fact]) -> None:
    """The shape of facts.json, ready to be looked through and imported."""
    import json

    from factcli.safetext import safe_json
    from factcli.schema import encode_fact, encode_source

    content = {"facts": {fact.id: encode_fact(fact) for fact in facts}, "sources": {source.id: encode_source(source)}}
    write([safe_json(json.dumps(content, ensure_ascii=False, indent=2)) + "\n"])
