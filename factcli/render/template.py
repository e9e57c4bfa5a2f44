"""Rows of texts -> lines in the form of a template: ``{id}: {value} ({source})``.

A template names fields and nothing else: no attribute, index, conversion or format of a value can be reached.
"""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

from factcli.errors import FactcliError
from factcli.escaping import safe_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    Part = tuple[str, str | None]

_ESCAPES = {r"\n": "\n", r"\t": "\t"}


class TemplateError(FactcliError):
    """A template that names something other than a field."""


def template_fields(template: str, known: Sequence[str]) -> tuple[str, ...]:
    """The fields that a template names, each once; raises :class:`TemplateError` for any other than ``known``."""
    names = dict.fromkeys(name for _, name in _parts(template) if name is not None)
    wrong = next((name for name in names if name not in known), None)
    if wrong is not None:
        raise TemplateError(f"--format: unknown field '{wrong}'", hint=f"known fields: {', '.join(known)}")
    return tuple(names)


def render_template(template: str, fields: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A line for each row, with the texts of ``fields`` in their places; what could drive a terminal is escaped."""
    parts = [(_unescaped(text), name) for text, name in _parts(template)]
    places = {name: place for place, name in enumerate(fields)}
    for row in rows:
        line = "".join(text + ("" if name is None else safe_text(row[places[name]])) for text, name in parts)
        yield f"{line}\n"


def _parts(template: str) -> list[Part]:
    """Each stretch of text with the field after it, None for none."""
    try:
        parsed = list(string.Formatter().parse(template))
    except ValueError as error:
        raise TemplateError(f"--format: {error}", hint="write a brace twice to have it in the text") from error
    for _, name, form, conversion in parsed:
        if name is not None and (form or conversion):
            raise TemplateError(f"--format: '{name}' takes no format of its own", hint=f"write {{{name}}}")
    return [(text, name) for text, name, _, _ in parsed]


def _unescaped(text: str) -> str:
    for written, meant in _ESCAPES.items():
        text = text.replace(written, meant)
    return text
