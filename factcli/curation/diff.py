"""What differs between two stores, fact by fact: the tables of both come in, changes go out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from factcli.curation.operations import differences
from factcli.store.transaction import FACTS, SOURCES, Change, described

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.store.schema import Raw
    from factcli.store.transaction import Tables

_PREFIXES = {FACTS: "", SOURCES: "source "}


def find_changes(old: Tables, new: Tables) -> Iterator[Change]:
    """The changes from ``old`` to ``new``: renamed, changed and removed entries in its order, then new ones."""
    for table, prefix in _PREFIXES.items():
        before, after = dict(old.entries(table)), dict(new.entries(table))
        renamed = _renamed(before, after)
        for id_, raw in before.items():
            if id_ in renamed:
                yield Change("rename", prefix + id_, f"now {renamed[id_]}")
            elif id_ not in after:
                yield Change("remove", prefix + id_, described(raw))
            elif details := "; ".join(differences(raw, after[id_])):
                yield Change("change", prefix + id_, details)
        arrived = set(renamed.values())
        for id_, raw in after.items():
            if id_ not in before and id_ not in arrived:
                yield Change("add", prefix + id_, described(raw))


def _renamed(before: dict[str, Raw], after: dict[str, Raw]) -> dict[str, str]:
    """The entries that are gone, but exist unchanged under another id."""
    arrived = {_fingerprint(raw): id_ for id_, raw in after.items() if id_ not in before}
    gone = {id_: arrived.get(_fingerprint(raw)) for id_, raw in before.items() if id_ not in after}
    return {id_: new for id_, new in gone.items() if new is not None}


def _fingerprint(raw: Raw) -> str:
    return json.dumps(raw, sort_keys=True, ensure_ascii=False)
