"""``fact extract``: propose facts from a source text."""

from __future__ import annotations

from collections import Counter
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click
import msgspec

from factcli.cli.complete import complete_source
from factcli.cli.curating.change import usage_error
from factcli.cli.curating.known import known_facts, words_for_passed_over
from factcli.cli.input import STANDARD_INPUT, read_input
from factcli.cli.lookup import hit_limit, in_house_style, plain_rows, whole_records
from factcli.cli.named import NamedPath
from factcli.cli.options import DRAWN, row_options
from factcli.cli.output import chosen_fields, chosen_format, current_settings, show, write, write_note, write_records
from factcli.cli.typed_options import takes
from factcli.exchange.import_formats import CONTEXTS, PASSED_OVER
from factcli.extract.identifiers import Identifiers, slug
from factcli.extract.proposing.proposals import issue_date, iter_proposals
from factcli.index.build.rows import Sources, row_of
from factcli.index.columns import FIELDS
from factcli.model.edtf import parse_edtf
from factcli.model.facts import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcli.cli.options import Settings
    from factcli.documents import Document
    from factcli.extract.proposing.proposal import Proposal
    from factcli.index import Hit
    from factcli.model.edtf import EdtfDate

_DEFAULT_FIELDS = ("id", "kind", "value", "statement", "subject", "source", "locator", "surface")
_WORDS_OF_ID = 6
# So many characters of contexts are kept in memory, and read back at once.
_MOST_IN_MEMORY, _AT_ONCE = 8_000_000, 1 << 16
_STDIN_NAME = "standard input"


class ExtractOptions(msgspec.Struct, frozen=True, kw_only=True):
    """The options of ``fact extract``."""

    files: tuple[str, ...]
    subject: str | None = None
    source_id: str | None = None
    title: str | None = None
    source_type: str = "article"
    issued: str | None = None
    url: str | None = None


class _Text(NamedTuple):
    """A text to read, the day on which it came out, and the source that it is."""

    document: Document
    issued: EdtfDate | None
    source: Source


@click.command("extract")
@click.argument("files", metavar="FILE...", type=NamedPath(allow_dash=True), nargs=-1, required=True)
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
@click.option("--issued", metavar="EDTF", help="Date of publication. Default: from the date line of the text.")
@click.option("--url", metavar="URL", help="Web address of the source.")
@row_options
@takes(ExtractOptions)
def command(options: ExtractOptions) -> int:
    """Propose facts from the figures, dates and quotes of a text.

    FILE is plain text, Markdown, HTML, PDF, Word, a spreadsheet, slides or another known format; - reads standard
    input. Each file is a source of its own.

    A candidate has the sentence of the source, with names in place of pronouns and of "the country" where the text says
    who or what is meant; where it does not, they stay in [brackets]. Passing figures ("in 2019", "three countries") are
    left out, and so is what the store in use already cites. Look through the candidates with `fact add --from`.

    \b
    Examples:
      fact extract article.txt
      fact extract monday.txt tuesday.txt --format json | fact add --from -
      fact extract article.md --issued 2019-07 --source pompeo-tour-2019
      fact extract paper.pdf --subject 'Ouse bridge' --format json \\
        > candidates.json

    Exit status: 0 found, 1 nothing found, 2 an error.
    """
    settings = current_settings()
    fields = tuple(chosen_fields(settings, FIELDS, _DEFAULT_FIELDS))
    texts = _read(options)
    known = known_facts(settings)
    passed_over = Counter[str]()
    proposals = known.new(_proposals(texts, options.subject, known.ids, passed_over))
    if settings.quiet and not settings.count:
        return 0 if any(True for _ in proposals) else 1
    if settings.count:
        count = sum(1 for _ in proposals)
        write([f"{count}\n"])
    else:
        count = _write_candidates(settings, texts, proposals, fields, passed_over)
        if count and passed_over:
            write_note(words_for_passed_over(passed_over.total()))
    if known.skipped:
        write_note(f"{known.skipped} left out: the store cites the same words already")
    return 0 if count else 1


def _read(options: ExtractOptions) -> list[_Text]:
    """The texts of all files, each with the source that it is; their ids differ."""
    if len(options.files) > 1 and (options.source_id or options.title or options.url):
        usage_error("--source, --title and --url describe one file")
    ids = Identifiers()
    given = parse_edtf(options.issued) if options.issued else None
    return [_text_of(file, options, given, ids) for file in options.files]


def _text_of(file: str, options: ExtractOptions, given: EdtfDate | None, ids: Identifiers) -> _Text:
    document = read_input(file, _STDIN_NAME if file == STANDARD_INPUT else file)
    issued = issue_date(document, given)
    title = options.title or document.title or Path(file).stem.strip("-") or _STDIN_NAME
    id_ = options.source_id or ids.choose(None, [_id_of(title)])
    return _Text(
        document, issued, Source(id_, options.source_type, title, str(issued) if issued else None, options.url)
    )


def _proposals(
    texts: Iterable[_Text], subject: str | None, taken: Iterable[str], passed_over: Counter[str]
) -> Iterator[Proposal]:
    """The proposals of all texts, each with an id that neither the store nor a text before it has."""
    ids = set(taken)
    for text in texts:
        for proposal in iter_proposals(
            text.document, subject, text.source.id, issued=text.issued, taken=frozenset(ids), passed_over=passed_over
        ):
            ids.add(proposal.fact.id)
            yield proposal


def _write_candidates(
    settings: Settings,
    texts: Sequence[_Text],
    proposals: Iterator[Proposal],
    fields: tuple[str, ...],
    passed_over: Counter[str],
) -> int:
    """Write the candidates as they are found, and return how many there are."""
    shown = _Counted(islice(proposals, hit_limit(settings)))
    first = next(shown, None)
    if first or settings.format == "json":
        found = chain([first] if first else [], shown)
        _show(settings, _Found([text.source for text in texts], found, passed_over), fields)
    count = shown.count + sum(1 for _ in proposals)
    if not count:
        files = ", ".join(text.document.name for text in texts)
        write_note(f"fact: no figures, dates or quotes worth a fact in {files}")
    elif shown.count < count:
        write_note(f"{shown.count} of {count:,} candidates; --limit 0 shows all")
    return count


class _Found(NamedTuple):
    """The candidates as they are found, their sources, and how many figures, dates and quotes are passed over."""

    sources: Sequence[Source]
    proposals: Iterable[Proposal]
    passed_over: Counter[str]


class _Counted:
    """An iterator that counts its candidates."""

    def __init__(self, proposals: Iterator[Proposal]) -> None:
        self._proposals = proposals
        self.count = 0

    def __iter__(self) -> Iterator[Proposal]:
        return self

    def __next__(self) -> Proposal:
        proposal = next(self._proposals)
        self.count += 1
        return proposal


def _id_of(title: str) -> str:
    """The first words of a title as the id of its source."""
    return "-".join(slug(title).split("-")[:_WORDS_OF_ID]) or "source"


def _show(settings: Settings, found: _Found, fields: tuple[str, ...]) -> None:
    form = chosen_format(settings)
    if form == "json" and not settings.fields:
        write(_store_text(found))
        return
    hits = _hits(found.sources, found.proposals)
    if form in DRAWN and not settings.fields:
        from factcli.render.table import render_facts

        shown = in_house_style(hits)
        show(settings, lambda width: render_facts(shown, width, is_table=form != "list"))
        return
    write_records(settings, "facts", fields, plain_rows(settings, hits, fields), whole_records(settings, hits))


def _hits(sources: Iterable[Source], proposals: Iterable[Proposal]) -> Iterator[Hit]:
    cited = Sources({source.id: source for source in sources})
    for number, proposal in enumerate(proposals):
        yield row_of(proposal.fact, cited)._replace(number=number)


def _store_text(found: _Found) -> Iterator[str]:
    """A text in the format of facts.json, ready to be reviewed and imported, with the paragraph of each fact."""
    import json
    from tempfile import SpooledTemporaryFile

    from factcli.escaping import safe_json
    from factcli.store.schema import encode_fact, encode_source

    def member(key: str, value: object) -> str:
        text = json.dumps({key: value}, ensure_ascii=False, indent=2)[1:-2]
        return safe_json(text.replace("\n", "\n  "))

    yield '{\n  "facts": {'
    separator = ""
    # The contexts come last, and those of a large text are too many for the memory.
    with SpooledTemporaryFile(_MOST_IN_MEMORY, "w+", encoding="utf-8", newline="") as contexts:
        for proposal in found.proposals:
            yield separator + member(proposal.fact.id, encode_fact(proposal.fact))
            context = {"paragraph": proposal.paragraph, "start": proposal.start, "end": proposal.end}
            contexts.write(separator + member(proposal.fact.id, context))
            separator = ","
        yield "\n  }" if separator else "}"
        yield ',\n  "sources": {' + ",".join(member(each.id, encode_source(each)) for each in found.sources) + "\n  }"
        contexts.seek(0)
        if separator:
            yield f',\n  "{CONTEXTS}": {{'
            yield from iter(lambda: contexts.read(_AT_ONCE), "")
            yield "\n  }"
    yield f',\n  "{PASSED_OVER}": {found.passed_over.total()}\n}}\n'
