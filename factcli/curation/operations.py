"""The operations on facts and sources: each function changes the tables of a store and returns the changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.curation.fields import LISTS, assign, kind_of, read_field, shown
from factcli.errors import FactcliError
from factcli.store.schema import decode_fact, encode_fact, id_faults
from factcli.store.transaction import FACTS, SOURCES, Change, described

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factcli.store.schema import Raw
    from factcli.store.transaction import Tables

_MOST_NAMED = 3
_VALUE_FIELDS = frozenset({"amount", "unit", "lower", "upper", "comparator", "per", "edtf"})


def fact_from_fields(id_: str, fields: Mapping[str, str]) -> Raw:
    """A new fact as JSON, its fields in the usual order, from what was typed for each of them.

    Raises :class:`FactcliError` with everything that is wrong with it.
    """
    raw: Raw = {}
    for name, text in fields.items():
        assign(raw, name, text)
    if kind := kind_of(raw):
        raw.setdefault("kind", kind)
    if raw.get("kind") == "quote" and raw.get("references"):
        # The words of a quote are those of its source.
        raw["references"][0].setdefault("surface", read_field(raw, "text"))
    return encode_fact(decode_fact(id_, raw))


def add_fact(tables: Tables, id_: str, raw: Raw) -> list[Change]:
    """Add a fact whose sources are in the store; raises :class:`FactcliError` when its id is taken."""
    if (FACTS, id_) in tables:
        raise FactcliError(f"'{id_}' is already in the store", hint="choose another id, or change it with `fact set`")
    check_new_id(id_)
    tables.put(FACTS, id_, raw)
    check_sources(tables, raw)
    return [Change("add", id_, described(raw))]


def add_source(tables: Tables, id_: str, raw: Raw) -> list[Change]:
    """Add a source; raises :class:`FactcliError` when its id is taken."""
    if (SOURCES, id_) in tables:
        raise FactcliError(f"'{id_}' is already a source", hint=f"change it with: fact source edit {id_}")
    check_new_id(id_)
    tables.put(SOURCES, id_, raw)
    return [Change("add", f"source {id_}", str(raw["title"]))]


def check_new_id(id_: str) -> None:
    """Raise :class:`FactcliError` for an id that no new entry may have; a store may have such ids from elsewhere."""
    faults = [fault.what for fault in id_faults(id_)]
    if not faults and any(map(str.isspace, id_)):
        faults.append(f"an id has no spaces: '{'-'.join(id_.split())}'")
    if faults:
        raise FactcliError(f"'{id_}': {faults[0]}", hint="use small letters, digits and hyphens")


def set_fields(tables: Tables, id_: str, assignments: Iterable[tuple[str, str, str]]) -> list[Change]:
    """Change fields of a fact, given as name, operator (``=``, ``+=``, ``-=``) and text."""
    raw = tables.entry(FACTS, id_)
    for name, operator, text in assignments:
        assign(raw, name, text, operator)
    return replace_fact(tables, id_, raw)


def replace_fact(tables: Tables, id_: str, raw: Raw) -> list[Change]:
    """Replace a fact with ``raw``; an empty list if nothing changes."""
    old = tables.entry(FACTS, id_)
    tables.put(FACTS, id_, raw)
    check_sources(tables, raw)
    _check_successor(tables, id_, raw)
    details = "; ".join(differences(old, raw))
    return [Change("change", id_, details)] if details else []


def cite(tables: Tables, id_: str, reference: Raw) -> list[Change]:
    """Add a reference to a fact, or change the one to the same place of the same source; empty if nothing changes."""
    raw = tables.entry(FACTS, id_)
    references = raw.setdefault("references", [])
    place = (reference["source"], reference.get("locator"))
    same = next((each for each in references if (each["source"], each.get("locator")) == place), None)
    if same is None:
        references.append(reference)
        details = ""
    else:
        details = "; ".join(differences(same, same | reference))
        if not details:
            return []
        same |= reference
    tables.put(FACTS, id_, raw)
    check_sources(tables, raw)
    return [Change("cite", id_, "; ".join(filter(None, (", ".join(filter(None, place)), details))))]


def replace_source(tables: Tables, id_: str, raw: Raw) -> list[Change]:
    """Replace a source with ``raw``; an empty list if nothing changes."""
    details = "; ".join(differences(tables.entry(SOURCES, id_), raw))
    tables.put(SOURCES, id_, raw)
    return [Change("change", f"source {id_}", details)] if details else []


def deprecate(tables: Tables, id_: str, successor: str | None, reason: str | None) -> list[Change]:
    """Mark a fact as outdated, with the fact that replaces it, the reason, or both."""
    raw = tables.entry(FACTS, id_)
    raw["rank"] = "deprecated"
    if successor is not None:
        raw["superseded_by"] = successor
    if reason is not None:
        raw["reason"] = reason
    _check_successor(tables, id_, raw)
    tables.put(FACTS, id_, raw)
    return [Change("deprecate", id_, "; ".join(filter(None, (successor and f"see {successor}", reason))))]


def remove_facts(tables: Tables, ids: Iterable[str]) -> list[Change]:
    """Remove facts that no other fact points to; raises :class:`FactcliError` with the ids of those that do."""
    changes = []
    gone = dict.fromkeys(ids)
    for id_ in gone:
        changes.append(Change("remove", id_, described(tables.entry(FACTS, id_))))
        pointing = [other for other in _pointing_to(tables, id_) if other not in gone]
        if pointing:
            hint = f"give it another successor first: fact deprecate {pointing[0]} --by ID"
            raise FactcliError(f"'{id_}' cannot be removed: {_listed(pointing)} superseded by it", hint=hint)
    for id_ in gone:
        tables.remove(FACTS, id_)
    return changes


def rename_fact(tables: Tables, id_: str, new: str) -> list[Change]:
    """Give a fact another id; the facts that it supersedes are updated."""
    raw = tables.entry(FACTS, id_)
    if (FACTS, new) in tables:
        raise FactcliError(f"'{new}' is already in the store", hint="choose another id")
    check_new_id(new)
    followers = list(_pointing_to(tables, id_))
    tables.rename(FACTS, id_, new)
    tables.put(FACTS, new, raw)
    for follower in followers:
        tables.put(FACTS, follower, tables.entry(FACTS, follower) | {"superseded_by": new})
    detail = f"now {new}" + (f"; {', '.join(followers)} followed" if followers else "")
    return [Change("rename", id_, detail)]


def differences(old: Raw, new: Raw) -> Iterator[str]:
    """What differs between two states of an entry, field by field, as text: ``85 -> 87 person``, ``note: -> "x"``."""
    for name in [*old, *(name for name in new if name not in old)]:
        before, after = old.get(name), new.get(name)
        if before == after:
            continue
        if isinstance(before, dict) and isinstance(after, dict):
            yield from _value_differences(before, after)
        elif name in LISTS and isinstance(before, list) and isinstance(after, list):
            yield f"{name} {_list_change(before, after)}"
        elif name == "references" and isinstance(before, list) and isinstance(after, list) and _match(before, after):
            for one, other in zip(before, after, strict=True):
                yield from differences(one, other)
        else:
            yield f"{name} {_quoted(before)} -> {_quoted(after)}"


def _match(before: list[object], after: list[object]) -> bool:
    """Whether both are lists of as many objects."""
    return len(before) == len(after) and all(isinstance(item, dict) for item in (*before, *after))


def check_sources(tables: Tables, raw: Raw) -> None:
    """Raise :class:`FactcliError` if a reference of a valid fact points to a missing source."""
    for reference in raw.get("references", ()):
        source = reference["source"]
        if (SOURCES, source) not in tables:
            hint = f"add it first: fact source add {source} --title TITLE"
            raise FactcliError(f"there is no source '{source}' in the store", hint=hint)


def _check_successor(tables: Tables, id_: str, raw: Raw) -> None:
    """Raise :class:`FactcliError` if a fact is superseded by a missing fact, or by itself at the end of the chain."""
    seen = {id_}
    successor = raw.get("superseded_by")
    while isinstance(successor, str):
        if successor in seen:
            raise FactcliError(f"'{id_}' would be superseded by itself", hint="name the current fact")
        seen.add(successor)
        if (FACTS, successor) not in tables:
            raise FactcliError(f"there is no fact '{successor}' in the store", hint="`fact find` lists the ids")
        successor = tables.entry(FACTS, successor).get("superseded_by")


def _pointing_to(tables: Tables, id_: str) -> Iterator[str]:
    return (other for other, raw in tables.entries(FACTS) if raw.get("superseded_by") == id_ and other != id_)


def _listed(ids: list[str]) -> str:
    more = len(ids) - _MOST_NAMED
    named = ", ".join(ids[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
    return f"{named} {'is' if len(ids) == 1 else 'are'}"


def _value_differences(old: Raw, new: Raw) -> Iterator[str]:
    """The parts of a value that differ, as the whole value if possible: ``85 -> 87 person``."""
    names = [name for name in [*old, *(name for name in new if name not in old)] if old.get(name) != new.get(name)]
    if set(names) <= _VALUE_FIELDS:
        yield _plain_change(old, new)
        return
    for name in names:
        yield f"{name} {_quoted(old.get(name))} -> {_quoted(new.get(name))}"


def _list_change(old: list[str], new: list[str]) -> str:
    """``+one -two``; both lists if only their order differs."""
    added = [f"+{item}" for item in new if item not in old]
    gone = [f"-{item}" for item in old if item not in new]
    return " ".join(added + gone) or f"{shown(old)} -> {shown(new)}"


def _plain_change(old: Raw, new: Raw) -> str:
    """``85 -> 87 person``, ``85 person -> 85 life``, ``2019-07-18 -> 2019-07-19``."""
    before, after = (_plain(value) for value in (old, new))
    unit = f" {new['unit']}" if new.get("unit") else ""
    if unit and before.endswith(unit) and after.endswith(unit):
        before = before.removesuffix(unit)
    return f"{before} -> {after}"


def _plain(value: Raw) -> str:
    kind = kind_of({"value": value}) or "figure"
    return described({"kind": kind, "statement": "x", "value": value}) or shown(value)


def _quoted(value: object) -> str:
    return "nothing" if value is None else f'"{shown(value)}"' if isinstance(value, str) else shown(value)
