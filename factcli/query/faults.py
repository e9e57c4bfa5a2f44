"""A query as typed comes in; an error goes out where a figure or date of it cannot be read."""

from __future__ import annotations

from factcli.errors import FactcliError
from factcli.query.parse import VALUE_FIELDS, qualified_words

_KINDS = {"value": "figure", "date": "date", "as-of": "date"}
_HINTS = {
    "value": "write it as in value:85, 'value:>5m', value:5m..50m or 'value:<US$5m'",
    "date": "write it as in date:2019, date:2019-07, date:2015..2019 or 'date:\"18 July 2019\"'",
    "as-of": "write it as in as-of:2019, as-of:2019-07 or 'as-of:\"18 July 2019\"'",
}


def check_values(text: str) -> None:
    """Raise an error for a qualifier such as ``value:>abc`` or ``date:2019-99``; words alone are searched as text."""
    for field, words in qualified_words(text):
        if field in VALUE_FIELDS and _is_meant_as_value(words) and not _is_read(field, words):
            raise FactcliError(f"'{field}:{words}' cannot be read as a {_KINDS[field]}", hint=_HINTS[field])


def _is_meant_as_value(words: str) -> bool:
    return ".." in words or words[0] in "<>=" or any(map(str.isdigit, words))


def _is_read(field: str, words: str) -> bool:
    from factcli.query.terms import AsOf, DateSpan, FigureRange
    from factcli.query.values import ATOMS_OF

    return any(isinstance(atom, FigureRange | DateSpan | AsOf) for atom in ATOMS_OF[field](words))
