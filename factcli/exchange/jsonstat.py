"""Official statistics as a JSON-stat 2.0 dataset come in; a batch of facts goes out."""

from __future__ import annotations

import json
from decimal import Decimal
from itertools import product
from math import prod
from typing import TYPE_CHECKING, Any, NamedTuple

from factcli.errors import FactcliError
from factcli.exchange.observations import (
    LONGEST_LABEL,
    Observation,
    Series,
    batch_of,
    check_roles,
    chosen,
    missing,
    period,
    scaled,
    unit_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.exchange.import_formats import Batch, ImportChoices
    from factcli.store.schema import Raw

_ROLES = {"subject": "geo", "measure": "metric", "time": "time"}
_MOST_CELLS = 1_000_000
_MOST_DIMENSIONS = 30


class _Category(NamedTuple):
    """One category of a dimension: its id, its label, and the unit of what it measures."""

    id: str
    label: str
    unit: str


class _Dimension(NamedTuple):
    """A dimension of the cube: its id, and its categories in the order of the cells."""

    id: str
    categories: list[_Category]


def parse_jsonstat(text: str, name: str, choices: ImportChoices) -> Batch:
    """The cells of a dataset as facts; those without a value are counted in a note.

    Raises :class:`FactcliError` if it is not a JSON-stat dataset, or a role that is needed is not known.
    """
    dataset = _dataset(text, name)
    dimensions = _dimensions(dataset, name)
    roles = _roles(dataset, [each.id for each in dimensions], choices, name)
    label = str(dataset.get("label") or name.rpartition("/")[2])[:LONGEST_LABEL]
    found = [_observation(cell, value, roles, label) for cell, value in _cells(dataset, dimensions, name)]
    source: Raw = {"type": "dataset", "title": label}
    if isinstance(dataset.get("source"), str):
        source["publisher"] = dataset["source"][:LONGEST_LABEL]
    return batch_of(found, "cells", source, name)


def _dataset(text: str, name: str) -> dict[str, Any]:
    try:
        dataset = json.loads(text, parse_float=Decimal)
    except (ValueError, RecursionError) as error:
        raise FactcliError(f"{name}: not valid JSON", hint="check the file") from error
    if not isinstance(dataset, dict) or dataset.get("class") != "dataset" or "dimension" not in dataset:
        raise FactcliError(f"{name}: not a dataset of JSON-stat 2.0", hint='expected "class": "dataset"')
    return dataset


def _dimensions(dataset: dict[str, Any], name: str) -> list[_Dimension]:
    try:
        ids = [str(id_) for id_ in dataset["id"]][: _MOST_DIMENSIONS + 1]
        found = [_Dimension(id_, list(_categories(dataset["dimension"][id_]["category"]))) for id_ in ids]
        sizes = [int(size) for size in dataset["size"]]
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        raise FactcliError(f"{name}: dimensions that are not valid", hint="check id, size and dimension") from error
    if not 0 < len(ids) <= _MOST_DIMENSIONS or sizes != [len(each.categories) for each in found]:
        raise FactcliError(f"{name}: dimensions whose sizes do not agree", hint="check id, size and dimension")
    if prod(sizes) > _MOST_CELLS:
        raise FactcliError(f"{name}: more than {_MOST_CELLS:,} cells", hint="import a part of it")
    return found


def _categories(category: dict[str, Any]) -> Iterator[_Category]:
    """The categories in their order; a dimension with one category may leave its index out."""
    labels, units = category.get("label") or {}, category.get("unit") or {}
    index = category.get("index", list(labels))
    ids = sorted(index, key=index.__getitem__) if isinstance(index, dict) else index
    for id_ in ids:
        unit = units.get(id_) or {}
        label = str(labels.get(id_) or id_)[:LONGEST_LABEL]
        yield _Category(str(id_), label, str(unit.get("label") or unit.get("base") or "")[:LONGEST_LABEL])


def _roles(dataset: dict[str, Any], ids: list[str], choices: ImportChoices, name: str) -> dict[str, str | None]:
    """The dimension with each role: the one that is mapped, that the dataset names, or that is asked for."""
    check_roles(choices.mapping, _ROLES)
    said = dataset.get("role") if isinstance(dataset.get("role"), dict) else {}
    known = {id_.upper(): id_ for id_ in ids}
    roles: dict[str, str | None] = {}
    for role, named in _ROLES.items():
        of_role = said.get(named) if isinstance(said, dict) else None
        guesses = [str(id_).upper() for id_ in of_role] if isinstance(of_role, list) else []
        asking = choices if role != "measure" else choices._replace(ask=None)
        roles[role] = chosen(role, [*guesses, *([named.upper()] if role != "measure" else [])], known, asking, name)
    for role in ("subject", "time"):
        if roles[role] is None:
            raise missing(role, ids, name)
    return roles


def _cells(
    dataset: dict[str, Any], dimensions: list[_Dimension], name: str
) -> Iterator[tuple[dict[str, tuple[_Category, bool]], object]]:
    """The categories of each cell by dimension, each with whether it has siblings, and the value of the cell."""
    values = dataset.get("value")
    if not isinstance(values, list | dict):
        raise FactcliError(f"{name}: no values", hint="expected a list or an object as value")
    found = values if isinstance(values, dict) else {str(at): value for at, value in enumerate(values)}
    for at, categories in enumerate(product(*(each.categories for each in dimensions))):
        pairs = zip(dimensions, categories, strict=True)
        cell = {each.id: (category, len(each.categories) > 1) for each, category in pairs}
        yield cell, found.get(str(at))


def _observation(
    cell: dict[str, tuple[_Category, bool]], value: object, roles: dict[str, str | None], label: str
) -> Observation | None:
    subject, time = (cell[str(roles[role])][0] for role in ("subject", "time"))
    metric = cell[roles["measure"]][0] if roles["measure"] else None
    unit = unit_of(metric.unit if metric else "")
    is_number = isinstance(value, int | Decimal) and not isinstance(value, bool)
    amount = scaled(str(value), unit.exponent) if is_number else None
    as_of = period(time.id) or period(time.label)
    if amount is None or as_of is None:
        return None
    used = set(roles.values())
    others = [category.label for id_, (category, has_siblings) in cell.items() if has_siblings and id_ not in used]
    key = ".".join(f"{id_}={category.id}" for id_, (category, _) in cell.items())
    details = tuple(filter(None, (*others, unit.rest)))
    about = Series(subject.label, metric.label if metric else label, details, as_of)
    return Observation(about, amount, unit.symbol, key)
