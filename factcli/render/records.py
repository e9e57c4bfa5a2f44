"""Rows of texts -> TSV, CSV, JSON, JSON Lines and Markdown, for scripts: uncut, uncoloured, safe."""

from __future__ import annotations

from itertools import chain

from factcli.escaping import defused_cell, json_text, safe_json, safe_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    Rows = Iterable[Sequence[str]]

# Raised when a key changes its meaning or goes; keys are only ever added without a word.
JSON_VERSION = 1
_MARKDOWN_SPECIAL = str.maketrans({character: f"\\{character}" for character in "\\`*_{}[]<>#|~"})


def render_tsv(fields: Sequence[str], rows: Rows, *, header: bool = False) -> Iterator[str]:
    r"""One line a row, tab-separated; a tab or line break within a text stands as ``\t`` or ``\n``."""
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
