"""``fact extract``: propose facts from a source text."""

from __future__ import annotations

from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from factcli.cli.complete import complete_source
from factcli.cli.input import STANDARD_INPUT, read_input
from factcli.cli.lookup import hit_limit, plain_rows
from factcli.cli.named import NamedPath
from factcli.cli.options import global_options
from factcli.cli.output import chosen_fields, chosen_format, current_settings, show, write, write_note, write_records
from factcli.cli.typed_options import takes
from factcli.extract import iter_facts
from factcli.extract.identifiers import slug
from factcli.index.build.rows import Sources, row_of
from factcli.index.columns import FIELDS
from factcli.model.edtf import parse_edtf
from factcli.model.facts import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcli.cli.options import Settings
    from factcli.documents import Document
    from factcli.index import Hit
    from factcli.model.facts import Fact

_DEFAULT_FIELDS = ("id", "kind", "value", "statement", "subject", "source", "locator", "surface")
_WORDS_OF_ID = 6
_STDIN_NAME = "standard input"


class ExtractOptions(msgspec.Struct, frozen=True, kw_only=True):
    """The options of ``fact extract``."""

    file: str
    subject: str | None = None
    source_id: str | None = None
    title: str | None = None
    source_type: str = "article"
    issued: str | None = None
    url: str | None = None


@click.command("extract")
@click.argument("file", type=NamedPath(allow_dash=True))
@click.option("--subject", metavar="TEXT", help="Subject of the whole text. Default: from each sentence.")
@click.option(
    "--source",
    "source_id",
    metavar="ID",
    shell_complete=complete_source,
    help="Id of the source. Default: from its title.",
)
@click.option("--title", metavar="TEXT", help="Title of the source. Default: the first heading, or the file name.")
@click.option("--type", "source_type", metavar="TYPE", default="article", help="CSL type. Default: article.")
@click.option("--issued", metavar="EDTF", help="Date of publication, which also completes dates without a year.")
@click.option("--url", metavar="URL", help="Web address of the source.")
@global_options
@takes(ExtractOptions)
def command(options: ExtractOptions) -> int:
    """Propose facts from the figures, dates and quotes of a text.

    FILE is plain text, Markdown, HTML, PDF, Word, a spreadsheet, slides and more; - reads standard input. Review the
    candidates before you add them: the statement is the sentence of the source, and the subject may be wrong.

    \b
    Examples:
      fact extract article.txt
      fact extract article.md --issued 2019-07 --source pompeo-tour-2019
      fact extract paper.pdf --subject 'Ouse bridge' --format json \\
        > candidates.json

    Exit status: 0 found, 1 nothing found, 2 an error.
    """
    settings = current_settings()
    fields = tuple(chosen_fields(settings, FIELDS, _DEFAULT_FIELDS))
    day = parse_edtf(options.issued) if options.issued else None
    document = read_input(options.file, _STDIN_NAME if options.file == STANDARD_INPUT else options.file)
    source = _source_of(options, document)
    facts = iter_facts(document, options.subject, source.id, issued=day)
    if settings.quiet and not settings.count:
        return 0 if any(True for _ in facts) else 1
    if settings.count:
        count = sum(1 for _ in facts)
        write([f"{count}\n"])
    else:
        count = _write_candidates(settings, options.file, source, facts, fields)
    return 0 if count else 1


def _source_of(options: ExtractOptions, document: Document) -> Source:
    title = options.title or document.title or Path(options.file).stem.strip("-") or _STDIN_NAME
    return Source(options.source_id or _id_of(title), options.source_type, title, options.issued, options.url)


def _write_candidates(
    settings: Settings, file: str, source: Source, facts: Iterator[Fact], fields: tuple[str, ...]
) -> int:
    """Write the candidates as they are found, and return how many there are."""
    shown = _Counted(islice(facts, hit_limit(settings)))
    first = next(shown, None)
    if first or settings.format == "json":
        _show(settings, source, chain([first] if first else [], shown), fields)
    count = shown.count + sum(1 for _ in facts)
    if not count:
        write_note(f"fact: no figures, dates or quotes in {file}")
    elif shown.count < count:
        write_note(f"{shown.count} of {count:,} candidates; --limit 0 shows all")
    return count


class _Counted:
    """An iterator that counts its candidates."""

    def __init__(self, facts: Iterator[Fact]) -> None:
        self._facts = facts
        self.count = 0

    def __iter__(self) -> Iterator[Fact]:
        return self

    def __next__(self) -> Fact:
        fact = next(self._facts)
        self.count += 1
        return fact


def _id_of(title: str) -> str:
    """The first words of a title as the id of its source."""
    return "-".join(slug(title).split("-")[:_WORDS_OF_ID]) or "source"


def _show(settings: Settings, source: Source, facts: Iterable[Fact], fields: tuple[str, ...]) -> None:
    form = chosen_format(settings)
    if form == "json" and not settings.fields:
        write(_store_text(source, facts))
        return
    hits = _hits(source, facts)
    if form == "table" and not settings.fields:
        from factcli.render.table import render_table

        show(settings, lambda width: render_table(list(hits), width))
        return
    whole = None if settings.fields else (hit.record for hit in hits)
    write_records(settings, "facts", fields, plain_rows(hits, fields), whole)


def _hits(source: Source, facts: Iterable[Fact]) -> Iterator[Hit]:
    cited = Sources({source.id: source})
    for number, fact in enumerate(facts):
        yield row_of(fact, cited)._replace(number=number)


def _store_text(source: Source, facts: Iterable[Fact]) -> Iterator[str]:
    """A text in the format of facts.json, ready to be reviewed and imported."""
    import json

    from factcli.escaping import safe_json
    from factcli.store.schema import encode_fact, encode_source

    def member(key: str, value: object) -> str:
        text = json.dumps({key: value}, ensure_ascii=False, indent=2)[1:-2]
        return safe_json(text.replace("\n", "\n  "))

    yield '{\n  "facts": {'
    separator = ""
    for fact in facts:
        yield separator + member(fact.id, encode_fact(fact))
        separator = ","
    yield "\n  }" if separator else "}"
    yield ',\n  "sources": {' + member(source.id, encode_source(source)) + "\n  }\n}\n"
