"""``fact verify``: look for the cited words in the text of their source."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcli.cli.named import NamedPath
from factcli.cli.options import report_options
from factcli.cli.output import current_settings

if TYPE_CHECKING:
    from factcli.curation.validate import Problem, StorePlaces
    from factcli.curation.verify import Difference
    from factcli.documents import Document


@click.command("verify")
@click.argument("source", metavar="SOURCE")
@click.option("--text", "file", required=True, metavar="FILE", type=NamedPath(), help="The text of the source.")
@report_options
def command(*, source: str, file: str) -> int:
    """Check cited words against the text of their source.

    The text can be plain, Markdown, HTML, PDF, Word, a spreadsheet, slides and more. Line breaks are ignored. A
    difference in punctuation or capitals only is a warning.

    \b
    Examples:
      fact verify pompeo-tour-2019 --text article.txt
      fact verify pompeo-tour-2019 --text article.md --format json

    Exit status: 0 all words were found, 1 some were not, 2 an error.
    """
    from factcli.cli.curating.problems import counted, write_problems
    from factcli.curation.validate import StorePlaces
    from factcli.curation.verify import ABOUT, SourceText, find_cited
    from factcli.documents import read_document
    from factcli.errors import FactcliError
    from factcli.render.problems import Report
    from factcli.store import FactStore
    from factcli.store.file import read_store_file
    from factcli.store.location import find_store
    from factcli.store.parse import parse_store

    path = Path(find_store(current_settings().store).path)
    store = FactStore.open(path)
    cited = list(find_cited(store, source))
    if not cited:
        what = "no fact cites words of" if source in store.sources() else "unknown source"
        raise FactcliError(f"{what} '{source}'", hint="`fact sources` lists the sources")
    document = read_document(Path(file), may_be_pipe=True)
    text = SourceText(document.text)
    different = [found for each in cited if (found := text.difference(each))]
    places = StorePlaces(parse_store(read_store_file(path), path))
    problems = sorted((_problem(found, document, places) for found in different), key=lambda each: each.span)
    summary = f"{len(cited) - len(different)} of {counted(len(cited), 'citation')} found in {file}"
    return write_problems([Report(places.document(str(path)), problems)], ABOUT, summary)


def _problem(found: Difference, document: Document, places: StorePlaces) -> Problem:
    from factcli.curation.validate import Problem

    cited, printed = found.cited, found.printed
    span = places.span("facts", cited.id, cited.path)
    if printed is None:
        return Problem(span, "error", "not-printed", f"“{cited.words}” is not in {document.name}", cited.id)
    place = document.place(printed.start)
    where = f", {document.locator(printed.start)}" if document.parts else f":{place.line}"
    near = f"“{' '.join(document.text[printed.start : printed.end].split())}” in {document.name}{where}"
    if found.is_form:
        return Problem(span, "warning", "printed-otherwise", f"“{cited.words}” is printed as {near}", cited.id)
    message = f"“{cited.words}” is not in {document.name}; the nearest words are {near}"
    return Problem(span, "error", "not-printed", message, cited.id)
