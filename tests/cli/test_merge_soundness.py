"""Two sound stores merge into a sound store, or the merge stops."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import event, given
from hypothesis import strategies as st

from factcli.cli.commands.curation.merge_driver import new_problems
from factcli.curation.merge import merge_stores
from factcli.curation.operations import add_fact, add_source, deprecate, remove_facts, rename_fact, set_fields
from factcli.curation.validate import validate_store
from factcli.errors import FactcliError
from factcli.store.transaction import Tables

if TYPE_CHECKING:
    from collections.abc import Callable

PATH = Path("facts.json")
# Rules that only a merge by field can break where both sides keep them; the others are what a check of the whole is for.
WITHIN_REACH = {"schema", "no-source", "no-successor", "unexplained", "other-figure", "no-reference"}

Step = tuple[str, str, str, int]


def lake(name: str, depth: int, source: str) -> dict[str, Any]:
    return {
        "kind": "figure",
        "statement": f"Lake {name} is {depth} m deep.",
        "subject": f"Lake {name}",
        "value": {"amount": str(depth), "unit": "m"},
        "references": [{"source": source, "locator": "p. 1"}],
    }


def deepen(tables: Tables, id_: str, other: str, depth: int) -> None:
    statement = f"Lake {other} is {depth} m deep."
    set_fields(tables, id_, [("amount", "=", str(depth)), ("statement", "=", statement)])


def cite(tables: Tables, id_: str, other: str, _: int) -> None:
    if ("sources", f"s{other}") not in tables:
        add_source(tables, f"s{other}", {"type": "book", "title": f"Waters of {other}"})
    set_fields(tables, id_, [("source", "=", f"s{other}")])


STEPS: dict[str, Callable[[Tables, str, str, int], object]] = {
    "remove": lambda tables, id_, _, __: remove_facts(tables, [id_]),
    "rename": lambda tables, id_, other, depth: rename_fact(tables, id_, f"{other}{depth}"),
    "retire": lambda tables, id_, other, _: deprecate(tables, id_, other, None),
    "explain": lambda tables, id_, _, depth: deprecate(tables, id_, None, f"reason {depth}"),
    "deepen": deepen,
    "note": lambda tables, id_, _, depth: set_fields(tables, id_, [("note", "=", f"note {depth}")]),
    "keyword": lambda tables, id_, _, depth: set_fields(tables, id_, [("keywords", "+=", f"word{depth}")]),
    "add": lambda tables, _, other, depth: add_fact(tables, f"{other}{depth}", lake(f"{other}{depth}", depth, "s")),
    "cite": cite,
}
IDS = st.sampled_from("abcd")
LISTS_OF_STEPS = st.lists(st.tuples(st.sampled_from(list(STEPS)), IDS, IDS, st.integers(2, 4)), max_size=4)


def edited(content: dict[str, Any], steps: list[Step]) -> dict[str, Any]:
    """What is left of a store after the steps that can be taken, without the sources that nothing cites any more."""
    content = json.loads(json.dumps(content))
    for verb, *arguments in steps:
        before = json.dumps(content)
        try:
            STEPS[verb](Tables(content), *arguments)  # type: ignore[arg-type]
        except FactcliError:
            content = json.loads(before)
    cited = {reference["source"] for fact in content["facts"].values() for reference in fact["references"]}
    content["sources"] = {id_: source for id_, source in content["sources"].items() if id_ in cited}
    return content


def rules(store: bytes) -> set[str]:
    return {problem.rule for problem in validate_store(store, PATH).problems}


SOUND = {
    "facts": {name: lake(name, depth, "s") for name, depth in (("a", 10), ("b", 20), ("c", 30), ("d", 40))},
    "sources": {"s": {"type": "book", "title": "Lakes"}},
}


@given(LISTS_OF_STEPS, LISTS_OF_STEPS, LISTS_OF_STEPS)
def test_a_clean_merge_of_sound_stores_is_sound(before: list[Step], ours: list[Step], theirs: list[Step]) -> None:
    base = edited(SOUND, before)
    sides = [edited(base, steps) for steps in (ours, theirs)]
    texts = [json.dumps(content, indent=2).encode() for content in (base, *sides)]
    merged = merge_stores(texts[0], texts[1], texts[2], PATH)
    clean = not merged.conflicts
    found = rules(merged.text.encode()) if clean else set()
    known = set().union(*map(rules, texts[1:]))
    stopped = bool(clean and new_problems(merged.text.encode(), texts[1:], PATH))
    event(f"clean: {clean}, stopped: {stopped}, sides sound: {not known}")

    assert not (found - known) & WITHIN_REACH
    assert known or stopped or not found
