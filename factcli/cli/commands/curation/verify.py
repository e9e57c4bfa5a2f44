"""``fact verify``: look for the cited words in the text of their source."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import click

from factcli.cli.complete import complete_source
from factcli.cli.input import STANDARD_INPUT, read_input
from factcli.cli.named import NamedPath
from factcli.cli.options import problem_options
from factcli.cli.output import current_settings
from factcli.model.formatting import counted

if TYPE_CHECKING:
    from factcli.curation.attachments import Attached
    from factcli.curation.validate import Problem, StorePlaces
    from factcli.curation.verify import Cited, Difference
    from factcli.documents import Document
    from factcli.store import FactStore


@click.command("verify")
@click.argument("source", metavar="SOURCE", shell_complete=complete_source)
@click.option(
    "--text",
    "file",
    metavar="FILE",
    type=NamedPath(allow_dash=True),
    help="The text of the source. Default: the attached copy.",
)
@problem_options
def command(*, source: str, file: str | None) -> int:
    """Check cited words against the text of their source.

    Without --text, it reads the copy that `fact source attach` keeps, and reports a copy that has changed since. The
    text can be plain, Markdown, HTML, PDF, Word, a spreadsheet, slides or another known format. Line breaks are
    ignored. A difference only in punctuation or capitals is a warning. --text - reads standard input.

    \b
    Examples:
      fact verify pompeo-tour-2019
      fact verify pompeo-tour-2019 --text article.txt
      fact verify pompeo-tour-2019 --text article.md --format json

    Exit status: 0 all words were found, 1 some were not, 2 an error.
    """
    from factcli.cli.curating.problems import write_problems
    from factcli.cli.store_choice import chosen_stores
    from factcli.curation.attachments import is_unchanged, path_of
    from factcli.curation.validate import StorePlaces
    from factcli.curation.verify import ABOUT, SourceText
    from factcli.render.problems import Report
    from factcli.store import FactStore
    from factcli.store.file import read_store_file
    from factcli.store.parse import parse_store

    store = _store_with(source, [FactStore.open(place.path) for place in chosen_stores(current_settings())])
    path = store.path
    cited = _cited(store, source)
    attached = None if file else _attached(store, source)
    name = "standard input" if file == STANDARD_INPUT else file or str(path_of(path, cast("Attached", attached)))
    document = read_input(file or name, name, may_be_pipe=bool(file))
    text = SourceText(document.text)
    different = [found for each in cited if (found := text.difference(each))]
    places = StorePlaces(parse_store(read_store_file(path), path))
    problems = sorted((_problem(found, document, places) for found in different), key=lambda each: each.span)
    if attached and not is_unchanged(path, attached):
        problems.append(_changed(source, attached, places))
    summary = f"{len(cited) - len(different)} of {counted(len(cited), 'citation')} found in {name}"
    return write_problems([Report(places.document(str(path)), problems)], ABOUT, summary)


def _store_with(source: str, stores: list[FactStore]) -> FactStore:
    """The first store that has the source, else the first."""
    return next((store for store in stores if source in store.sources()), stores[0])


def _cited(store: FactStore, source: str) -> list[Cited]:
    from factcli.curation.verify import find_cited
    from factcli.errors import FactcliError

    cited = list(find_cited(store, source))
    if not cited:
        if source not in store.sources():
            raise FactcliError(f"unknown source '{source}'", hint="`fact sources` lists the sources")
        hint = f"say which words a fact cites: fact cite ID {source} --surface WORDS"
        raise FactcliError(f"no fact cites words of '{source}'", hint=hint)
    return cited


def _attached(store: FactStore, source: str) -> Attached:
    from factcli.curation.attachments import attached_to
    from factcli.errors import FactcliError

    attached = attached_to(store.sources()[source].extra) if source in store.sources() else None
    if attached is None:
        hint = f"attach one with: fact source attach {source} FILE, or name its text with --text FILE"
        raise FactcliError(f"source '{source}' has no copy", hint=hint)
    return attached


def _changed(source: str, attached: Attached, places: StorePlaces) -> Problem:
    from factcli.curation.validate import Problem

    what = f"{attached.file} has changed since it was attached on {attached.day}"
    return Problem(places.span("sources", source, ()), "warning", "changed-copy", what, source)


def _problem(found: Difference, document: Document, places: StorePlaces) -> Problem:
    from factcli.curation.validate import Problem

    cited, printed = found.cited, found.printed
    span = places.span("facts", cited.id, cited.path)
    if printed is None:
        return Problem(span, "error", "not-printed", f"“{cited.words}” is not in {document.name}", cited.id)
    place = f"{document.name}:{document.place(printed.start).line}"
    if document.parts:
        place = f"{document.name}, {document.locator(printed.start)}"
    near = f"“{' '.join(document.text[printed.start : printed.end].split())}” in {place}"
    if found.is_form:
        return Problem(span, "warning", "printed-otherwise", f"“{cited.words}” is printed as {near}", cited.id)
    message = f"“{cited.words}” is not in {document.name}; the nearest words are {near}"
    return Problem(span, "error", "not-printed", message, cited.id)
