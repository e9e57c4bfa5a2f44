"""Import a batch of facts and sources into a store: all of it, or an error with a line for each that is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.curation.operations import add_fact, add_source, replace_fact, replace_source
from factcli.errors import FactcliError
from factcli.store.csl import check_source
from factcli.store.transaction import FACTS, SOURCES

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcli.exchange.import_formats import Batch
    from factcli.store.schema import Raw
    from factcli.store.transaction import Change, Tables

_MOST_LISTED = 20


class BatchError(FactcliError):
    """Facts that cannot be imported: one line for each."""

    def __init__(self, errors: list[str]) -> None:
        more = len(errors) - _MOST_LISTED
        self._errors = [*errors[:_MOST_LISTED], *([f"and {more} more"] if more > 0 else [])]
        super().__init__("; ".join(self._errors))

    def lines(self) -> list[str]:
        """One line for each fact that cannot be imported."""
        return self._errors


def import_batch(tables: Tables, batch: Batch, *, update: bool = False) -> list[Change]:
    """Add the sources and facts of a batch; entries that exist unchanged are skipped.

    With ``update``, existing entries take over the fields of the batch; without, a difference is an error.
    Raises :class:`BatchError`.
    """
    changes: list[Change] = []
    errors: list[str] = []

    def attempt(place: str, step: Callable[[], list[Change]]) -> None:
        try:
            changes.extend(step())
        except FactcliError as error:
            errors.extend(f"{place}: {line}" for line in error.lines())

    for id_, raw in batch.sources.items():
        attempt(f"source {id_}", lambda id_=id_, raw=raw: _take_source(tables, id_, raw, update=update))  # type: ignore[misc]
    for place, id_, raw in batch.facts:
        attempt(place, lambda id_=id_, raw=raw: _take_fact(tables, id_, raw, update=update))  # type: ignore[misc]
    if errors:
        raise BatchError(errors)
    return changes


def _take_source(tables: Tables, id_: str, raw: Raw, *, update: bool) -> list[Change]:
    if (SOURCES, id_) not in tables:
        changes = add_source(tables, id_, raw)
    else:
        old = tables.entry(SOURCES, id_)
        changes = _checked(id_, replace_source(tables, id_, old | raw), update=update)
    if changes:
        check_source(tables.entry(SOURCES, id_))
    return changes


def _take_fact(tables: Tables, id_: str, raw: Raw, *, update: bool) -> list[Change]:
    if (FACTS, id_) not in tables:
        return add_fact(tables, id_, raw)
    return _checked(id_, replace_fact(tables, id_, _overlaid(tables.entry(FACTS, id_), raw)), update=update)


def _checked(id_: str, changes: list[Change], *, update: bool) -> list[Change]:
    if changes and not update:
        hint = "use --update to change it"
        raise FactcliError(f"'{id_}' is in the store with other values ({changes[0].detail})", hint=hint)
    return changes


def _overlaid(old: Raw, new: Raw) -> Raw:
    """The old entry with the fields of the new one; the parts of a value and of a first reference are fields too."""
    both = old | new
    if isinstance(old.get("value"), dict) and isinstance(new.get("value"), dict) and old.get("kind") == both["kind"]:
        both["value"] = old["value"] | new["value"]
    match old.get("references"), new.get("references"):
        case [dict() as first, *rest], [dict() as only]:
            both["references"] = [first | only, *rest]
    return both
