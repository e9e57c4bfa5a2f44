"""``fact export``: write facts in the formats of other programs."""

from __future__ import annotations

import sys
from shutil import copyfileobj
from typing import TYPE_CHECKING

import click

from factcli.cli.complete import complete_word
from factcli.cli.options import export_options
from factcli.cli.output import current_settings, write, write_note
from factcli.cli.store_choice import chosen_store, note_further_stores
from factcli.errors import FactcliError
from factcli.escaping import safe_json
from factcli.exchange.citations import csl_items
from factcli.exchange.claims import claim_reviews
from factcli.exchange.spreadsheet import COLUMNS, row_of
from factcli.index.build.rows import Sources, record_of
from factcli.index.build.rows import row_of as index_row_of
from factcli.index.columns import DEFAULT_FIELDS
from factcli.render.records import render_csv, render_jsonl, render_markdown, render_tsv
from factcli.store.schema import encode_fact, encode_source
from factcli.store.splice import Members, stream_json
from factcli.store.stream import FactStream
from factcli.store.temporary import temporary_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from factcli.model.facts import Fact, Source
    from factcli.store.schema import Raw

    Facts = FactStream | list[Fact]

_DEFAULT = "json"
_MARKDOWN_FIELDS = ("id", "value", "statement", "subject", "source", "locator")


def _chosen(words: tuple[str, ...]) -> tuple[Facts, dict[str, Source]]:
    """The facts that a query finds, in the order of the store, and their sources; without a query, all."""
    path = chosen_store(current_settings()).path
    stream = FactStream.open(path)
    if not words:
        return stream, stream.sources
    from factcli.cli.lookup import index_of, typed_query

    found = {hit.id for hit in index_of(path).search(typed_query(words))}
    facts = [fact for fact in stream if fact.id in found]
    cited = {reference.source for fact in facts for reference in fact.references}
    return facts, {id_: source for id_, source in stream.sources.items() if id_ in cited}


def _raw(facts: Iterable[Fact]) -> Iterator[tuple[str, Raw]]:
    return ((fact.id, encode_fact(fact)) for fact in facts)


def _raw_sources(sources: dict[str, Source]) -> dict[str, Raw]:
    return {id_: encode_source(source) for id_, source in sources.items()}


def _store(facts: Facts, sources: dict[str, Source], _: str | None) -> Iterator[str]:
    return _json(Members([("facts", Members(_raw(facts))), ("sources", _raw_sources(sources))]))


def _lines(facts: Facts, sources: dict[str, Source], _: str | None) -> Iterator[str]:
    cited, left = Sources(sources), set(sources)
    yield from render_jsonl(record_of(fact, cited) for fact in _noting_cited(facts, left))
    _note_uncited(left)


def _csv(facts: Facts, sources: dict[str, Source], _: str | None) -> Iterator[str]:
    cited, left = _raw_sources(sources), set(sources)
    rows = (row_of(id_, raw, cited) for id_, raw in _raw(_noting_cited(facts, left)))
    yield from render_csv(COLUMNS, rows)
    _note_uncited(left)


def _noting_cited(facts: Facts, left: set[str]) -> Iterator[Fact]:
    """The facts as they are; the sources that they cite are removed from ``left``."""
    for fact in facts:
        left.difference_update(reference.source for reference in fact.references)
        yield fact


def _note_uncited(left: set[str]) -> None:
    """Write a note on how many sources are left out, as no fact cites them."""
    if left:
        sources = "1 source is left out, as no fact cites it"
        if len(left) > 1:
            sources = f"{len(left)} sources are left out, as no fact cites them"
        write_note(f"fact: {sources}; --format json keeps all")


def _tsv(facts: Facts, sources: dict[str, Source], _: str | None) -> Iterator[str]:
    return render_tsv(DEFAULT_FIELDS, _rows(facts, sources, DEFAULT_FIELDS), header=current_settings().header)


def _markdown(facts: Facts, sources: dict[str, Source], _: str | None) -> Iterator[str]:
    columns = tuple("display" if name == "value" else name for name in _MARKDOWN_FIELDS)
    return render_markdown(_MARKDOWN_FIELDS, _rows(facts, sources, columns))


def _rows(facts: Facts, sources: dict[str, Source], fields: tuple[str, ...]) -> Iterator[list[str]]:
    cited = Sources(sources)
    for fact in facts:
        row = index_row_of(fact, cited)
        yield [str(getattr(row, name)) for name in fields]


def _claims(facts: Facts, sources: dict[str, Source], publisher: str | None) -> Iterator[str]:
    return _json(Members(claim_reviews(_raw(facts), _raw_sources(sources), publisher).items()))


def _citations(_facts: Facts, sources: dict[str, Source], _: str | None) -> Iterator[str]:
    return _json(csl_items(_raw_sources(sources)))


def _json(content: object) -> Iterator[str]:
    yield from map(safe_json, stream_json(content))
    yield "\n"


# Name of the format: its renderer, which gets the facts, their sources and the publisher.  The first is the default.
_FORMATS: dict[str, Callable[[Facts, dict[str, Source], str | None], Iterator[str]]] = {
    "json": _store,
    "jsonl": _lines,
    "csv": _csv,
    "tsv": _tsv,
    "md": _markdown,
    "claimreview": _claims,
    "csl": _citations,
}
_DATABASES = ("sqlite", "parquet")


def _write_database(form: str, facts: Facts, sources: dict[str, Source]) -> None:
    """Write a database to standard output, which must not be a terminal."""
    from factcli.exchange.databases import write_parquet, write_sqlite

    if sys.stdout.isatty():
        raise click.UsageError(f"{form} is not text; redirect it, as in: fact export --format {form} > facts.{form}")
    with temporary_folder() as folder:
        path = folder / "facts"
        try:
            {"sqlite": write_sqlite, "parquet": write_parquet}[form](path, facts, sources)
        except ImportError as error:
            raise FactcliError("Parquet needs pyarrow", hint="pip install 'factcli[parquet]'") from error
        with path.open("rb") as database:
            copyfileobj(database, sys.stdout.buffer)


@click.command("export")
@click.argument("words", nargs=-1, metavar="[QUERY]", shell_complete=complete_word)
@click.option("--publisher", metavar="NAME", help="For claimreview: the publisher of the facts.")
@export_options((*_FORMATS, *_DATABASES))
def command(*, words: tuple[str, ...], publisher: str | None) -> int:
    """Write facts and their sources to standard output.

    Without a query, the whole store is exported. `fact import` reads json, jsonl and csv.

    \b
    json         the format of facts.json
    jsonl        one fact per line, with its sources
    csv          one fact per row, with its sources, for spreadsheets
    tsv          one fact per line, with the columns of `fact find`
    md           a Markdown table
    claimreview  schema.org/ClaimReview as JSON-LD
    csl          the sources as CSL-JSON
    sqlite       a database with a full-text table, for Datasette
    parquet      a column file, for DuckDB and data frames

    \b
    Examples:
      fact export > backup.json
      fact export kind:figure --format csv > figures.csv
      fact export --format claimreview --publisher 'The Daily'
      fact export --format csl > sources.json
      fact export --format sqlite > facts.db

    Exit status: 0 facts were written, 1 there are none, 2 an error.
    """
    settings = current_settings()
    form = settings.format or _DEFAULT
    if form not in (*_FORMATS, *_DATABASES):
        known = ", ".join((*_FORMATS, *_DATABASES))
        raise click.UsageError(f"unknown format '{form}' for export; known formats: {known}")
    facts, sources = _chosen(words)
    note_further_stores(settings)
    if settings.count:
        write([f"{len(facts)}\n"])
    elif not settings.quiet and form in _DATABASES:
        _write_database(form, facts, sources)
    elif not settings.quiet:
        write(_FORMATS[form](facts, sources, publisher))
    return 0 if facts else 1
