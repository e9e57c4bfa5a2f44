"""Rows of texts -> TSV, CSV, JSON, JSON Lines and Markdown, for scripts: uncut, uncoloured, safe.

``FORMATS`` at the end is what ``--format`` offers, besides the table for a terminal.
"""

from __future__ import annotations

from itertools import chain

from factcli.escaping import defused_cell, json_text, safe_json, safe_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from typing import NamedTuple

    Rows = Iterable[Sequence[str]]
else:
    from factcli.tuples import NamedTuple

# Raised when a key is removed or changes its meaning; adding a key does not raise it.
JSON_VERSION = 1
_MARKDOWN_SPECIAL = str.maketrans({character: f"\\{character}" for character in "\\`*_{}[]<>#|~"})


class Output(NamedTuple):
    """What a command prints: ``rows`` of texts in the columns ``fields``.

    ``records`` are the JSON texts of the rows, where these have more than the columns.  A JSON object has them under
    ``name``, together with the members of ``about``.  ``header`` asks for the names of the columns in TSV.
    """

    name: str
    fields: Sequence[str]
    rows: Rows
    records: Iterable[str] | None = None
    about: Mapping[str, object] = {}
    header: bool = False

    @property
    def json_texts(self) -> Iterable[str]:
        """Each row as the text of a JSON object."""
        return json_records(self.fields, self.rows) if self.records is None else self.records


def render_tsv(fields: Sequence[str], rows: Rows, *, header: bool = False) -> Iterator[str]:
    r"""One line a row, tab-separated; a tab or line break within a text is written as ``\t`` or ``\n``."""
    if header:
        yield "\t".join(fields) + "\n"
    for row in rows:
        yield "\t".join(map(safe_text, row)) + "\n"


def render_csv(fields: Sequence[str], rows: Rows) -> Iterator[str]:
    """RFC 4180 with a header and the line ends of Unix; a cell that a spreadsheet would run as a formula is defused."""
    for row in chain([fields], rows):
        yield ",".join(_csv_cell(text) for text in row) + "\n"


def render_markdown(fields: Sequence[str], rows: Rows) -> Iterator[str]:
    """A table in GitHub's Markdown, its cells as plain text."""
    yield f"| {' | '.join(fields)} |\n"
    yield f"|{' --- |' * len(fields)}\n"
    for row in rows:
        cells = (" ".join(safe_text(text, keep="\n").split("\n")).translate(_MARKDOWN_SPECIAL) for text in row)
        yield f"| {' | '.join(cells)} |\n"


def render_json(name: str, records: Iterable[str], **about: object) -> Iterator[str]:
    """One object with ``schema_version``, what is said in ``about``, and the records (JSON texts) under ``name``."""
    yield f'{_json_object({"schema_version": JSON_VERSION, **about})[:-1]}, "{name}": ['
    separator = "\n"
    for record in records:
        yield separator + safe_json(record)
        separator = ",\n"
    yield "]}\n" if separator == "\n" else "\n]}\n"


def render_jsonl(records: Iterable[str]) -> Iterator[str]:
    """One JSON text a line."""
    for record in records:
        yield safe_json(record) + "\n"


def json_records(fields: Sequence[str], rows: Rows) -> Iterator[str]:
    """Each row as a JSON object of its fields."""
    for row in rows:
        yield _json_object(dict(zip(fields, row, strict=True)))


def _json_object(members: Mapping[str, object]) -> str:
    """Texts and whole numbers as one JSON object: what the import of json, a third of a lookup, would do no better."""
    return "{" + ", ".join(f"{json_text(name)}: {_json_value(value)}" for name, value in members.items()) + "}"


def _json_value(value: object) -> str:
    return str(value) if isinstance(value, int) else json_text(str(value))


def _csv_cell(text: str) -> str:
    cell = defused_cell(safe_text(text, keep="\n"))
    return '"' + cell.replace('"', '""') + '"' if any(character in cell for character in ',"\n') else cell


# Name of the format: its renderer.  A new format is a function and a row here.
FORMATS: dict[str, Callable[[Output], Iterator[str]]] = {
    "tsv": lambda output: render_tsv(output.fields, output.rows, header=output.header),
    "csv": lambda output: render_csv(output.fields, output.rows),
    "json": lambda output: render_json(output.name, output.json_texts, **output.about),
    "jsonl": lambda output: render_jsonl(output.json_texts),
    "md": lambda output: render_markdown(output.fields, output.rows),
}
