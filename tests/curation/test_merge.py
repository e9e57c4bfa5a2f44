"""Two edited stores are merged by fact and field."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcli.curation.merge import Merged, merge_stores
from factcli.errors import StoreError

PATH = Path("facts.json")
FACT = {
    "kind": "figure",
    "statement": "S.",
    "keywords": ["a", "b"],
    "value": {"amount": "1", "unit": "km"},
    "references": [{"source": "s"}],
}


def store(**facts: object) -> bytes:
    return (json.dumps({"facts": facts, "sources": {}}, indent=2) + "\n").encode()


def merged(base: bytes, ours: bytes, theirs: bytes) -> Merged:
    return merge_stores(base, ours, theirs, PATH)


def facts(result: Merged) -> dict[str, Any]:
    return dict(json.loads(result.text)["facts"])


def test_different_fields_of_a_fact_are_merged() -> None:
    result = merged(store(x=FACT), store(x=FACT | {"note": "n"}), store(x=FACT | {"statement": "T."}))

    assert result.conflicts == []
    assert facts(result) == {"x": FACT | {"note": "n", "statement": "T."}}


def test_different_facts_are_merged_and_new_ones_stand_behind_their_neighbours() -> None:
    base = store(a=FACT, b=FACT, c=FACT)
    ours = store(a=FACT, a2=FACT, b=FACT | {"note": "n"}, c=FACT)
    theirs = store(z=FACT, a=FACT, b=FACT, b2=FACT)

    result = merged(base, ours, theirs)

    assert result.conflicts == []
    assert list(facts(result)) == ["z", "a", "a2", "b", "b2"]


def test_words_that_either_side_added_or_took_out_are_merged() -> None:
    result = merged(
        store(x=FACT), store(x=FACT | {"keywords": ["a", "b", "c"]}), store(x=FACT | {"keywords": ["d", "b"]})
    )

    assert facts(result)["x"]["keywords"] == ["b", "c", "d"]


def test_what_theirs_left_alone_stays_to_the_byte() -> None:
    ours = b'{ "facts": {"x": {"b": 1.10,   "kind": "figure"}, "y": {"c": 1}}}'
    base = b'{"facts": {"x": {"b": 1}, "y": {"c": 1}}}'

    assert merged(base, ours, base).text.encode() == ours


def test_a_field_that_both_changed_is_a_conflict_with_both_in_the_text() -> None:
    result = merged(
        store(x=FACT, y=FACT),
        store(x=FACT | {"value": {"amount": "2"}, "note": "n"}, y=FACT),
        store(x=FACT | {"value": {"amount": "3"}, "reason": "r"}, y=FACT),
    )
    ours, theirs = (resolved(result.text, side) for side in ("ours", "theirs"))

    assert result.conflicts == ["x: value"]
    assert json.loads(ours)["facts"]["x"] == FACT | {"value": {"amount": "2"}, "note": "n", "reason": "r"}
    assert json.loads(theirs)["facts"]["x"] == FACT | {"value": {"amount": "3"}, "note": "n", "reason": "r"}


def test_a_fact_that_one_changed_and_the_other_removed_is_a_conflict() -> None:
    result = merged(store(x=FACT, y=FACT), store(y=FACT), store(x=FACT | {"note": "n"}, y=FACT))

    assert result.conflicts == ["x"]
    assert "x" not in json.loads(resolved(result.text, "ours"))["facts"]
    assert json.loads(resolved(result.text, "theirs"))["facts"]["x"]["note"] == "n"


def test_fields_that_are_sound_alone_but_not_together_are_a_conflict() -> None:
    date = FACT | {"kind": "date", "value": {"edtf": "2019"}}
    odd = FACT | {"value": {"amount": "1", "edtf": "2019"}}

    result = merged(store(x=odd), store(x=odd | {"kind": "date"}), store(x=FACT))

    assert result.conflicts == ["x"]
    assert merged(store(x=FACT), store(x=date), store(x=FACT | {"note": "n"})).conflicts == []


def test_both_may_have_made_the_store() -> None:
    assert list(facts(merged(b"", store(x=FACT), store(y=FACT, x=FACT)))) == ["y", "x"]
    assert merged(b"", store(x=FACT), store(x=FACT | {"note": "n", "statement": "T."})).conflicts == ["x"]


def test_an_id_that_both_added_for_different_facts_is_one_conflict_of_the_whole() -> None:
    bridge, lake = FACT | {"subject": "Bridge", "note": "n"}, FACT | {"subject": "Lake", "reason": "r"}

    result = merged(store(a=FACT), store(a=FACT, x=bridge), store(x=lake, a=FACT))

    assert (result.conflicts, result.reasons) == (["x"], ["both sides added x, and differently"])
    assert json.loads(resolved(result.text, "ours"))["facts"]["x"] == bridge
    assert json.loads(resolved(result.text, "theirs"))["facts"]["x"] == lake
    assert facts(merged(store(), store(x=FACT), store(x=FACT | {"note": "n"})))["x"] == FACT | {"note": "n"}


def with_sources(table: dict[str, Any], *sources: str) -> bytes:
    return json.dumps({"facts": table, "sources": {id_: {"type": "book", "title": id_} for id_ in sources}}).encode()


CITES_T = FACT | {"references": [{"source": "t"}]}


@pytest.mark.parametrize(
    ("base", "one", "other", "names"),
    [
        # A fact is removed, and named as the successor of one that is changed or added.
        (store(x=FACT, y=FACT, z=FACT), store(x=FACT, z=FACT), store(x=FACT | {"superseded_by": "y"}, y=FACT, z=FACT), ["y"]),
        (store(y=FACT, z=FACT), store(z=FACT), store(n=FACT | {"superseded_by": "y"}, y=FACT, z=FACT), ["y"]),
        # ... or renamed.
        (store(y=FACT, z=FACT), store(v=FACT, z=FACT), store(n=FACT | {"superseded_by": "y"}, y=FACT, z=FACT), ["y"]),
        # A source is removed, and cited.
        (with_sources({"x": FACT}, "s", "t", "u"), with_sources({"x": FACT}, "s", "u"), with_sources({"x": FACT, "y": CITES_T}, "s", "t", "u"), ["t"]),
        (with_sources({"x": FACT}, "s", "t", "u"), with_sources({"x": FACT}, "s", "u"), with_sources({"x": CITES_T}, "s", "t", "u"), ["t"]),
        # A fact is deprecated, and says something else.
        (store(x=FACT), store(x=FACT | {"rank": "deprecated", "reason": "r"}), store(x=FACT | {"statement": "T."}), ["x"]),
        (store(x=FACT), store(x=FACT | {"rank": "deprecated", "reason": "r"}), store(x=FACT | {"value": {"amount": "2"}}), ["x"]),
        (store(x=FACT), store(x=FACT | {"rank": "deprecated", "reason": "r"}), store(x=FACT | {"as_of": "2019"}), ["x"]),
        # A fact is renamed twice, and on one side changed besides.
        (store(x=FACT, z=FACT), store(v=FACT, z=FACT), store(w=FACT | {"value": {"amount": "2"}}, z=FACT), ["x"]),
        (with_sources({}, "s"), b'{"sources": {"t": {"type": "book", "title": "s"}}}', b'{"sources": {"u": {"type": "web", "title": "s"}}}', ["s"]),
        # No conflicts: what is named stays, or is named no longer; a note on what is deprecated; one rename.
        (store(x=FACT | {"superseded_by": "y"}, y=FACT), store(x=FACT), store(x=FACT | {"superseded_by": "y", "note": "n"}, y=FACT), []),
        (store(x=FACT, y=FACT), store(x=FACT | {"superseded_by": "y"}, y=FACT), store(x=FACT | {"note": "n"}, y=FACT), []),
        (store(x=FACT), store(x=FACT | {"rank": "deprecated", "reason": "r"}), store(x=FACT | {"note": "n", "keywords": []}), []),
        (store(x=FACT), store(v=FACT), store(x=FACT), []),
        (store(x=FACT), store(v=FACT), store(v=FACT), []),
        (store(x=FACT), store(), store(), []),
    ],
)  # fmt: skip
def test_what_makes_no_sense_together_is_a_conflict_and_nothing_else(
    base: bytes, one: bytes, other: bytes, names: list[str]
) -> None:
    result = merged(base, one, other)

    assert result.conflicts == names == merged(base, other, one).conflicts
    assert len(result.reasons) == len(names)


def test_both_names_of_a_renamed_fact_stand_between_markers() -> None:
    result = merged(store(x=FACT, z=FACT), store(v=FACT, z=FACT), store(w=FACT, z=FACT))

    assert list(json.loads(resolved(result.text, "ours"))["facts"]) == ["v", "z"]
    assert list(json.loads(resolved(result.text, "theirs"))["facts"]) == ["w", "z"]


def test_a_removed_fact_that_is_named_stands_between_markers() -> None:
    named = store(x=FACT | {"superseded_by": "y"}, y=FACT, z=FACT)

    result = merged(store(x=FACT, y=FACT, z=FACT), store(x=FACT, z=FACT), named)

    assert json.loads(resolved(result.text, "theirs")) == json.loads(named)
    assert "y" not in json.loads(resolved(result.text, "ours"))["facts"]


@pytest.mark.parametrize("side", ["base", "ours", "theirs"])
def test_a_broken_side_is_named_with_the_place(side: str) -> None:
    sides = {name: store(x=FACT) for name in ("base", "ours", "theirs")} | {side: b'{\n  "facts": {,}\n}'}

    with pytest.raises(StoreError) as raised:
        merged(**sides)

    assert raised.value.lines()[0].startswith("facts.json:2:13: ")
    assert f"Hint: this is the side '{side}' of the merge" in raised.value.lines()[0]


@pytest.mark.parametrize("broken", [b"", b"[]", b"{", b'{"facts": {"x": 1}}'])
def test_what_is_no_store_is_not_merged(broken: bytes) -> None:
    with pytest.raises(StoreError):
        merged(store(), store(), broken or b"null")


def resolved(text: str, side: str) -> str:
    """The text as one who takes one side of every conflict leaves it."""
    ours, theirs = "<<<<<<< ours\n", ">>>>>>> theirs\n"
    before, _, rest = text.partition(ours)
    first, _, rest = rest.partition("=======\n")
    second, _, after = rest.partition(theirs)
    return before + {"ours": first, "theirs": second}[side] + after


FIELDS = st.fixed_dictionaries(
    {},
    optional={
        "note": st.sampled_from("abc"),
        "reason": st.sampled_from("abc"),
        "rank": st.sampled_from(["normal", "preferred"]),
        "keywords": st.lists(st.sampled_from("abc"), unique=True),
    },
)
STORES = st.dictionaries(st.sampled_from("uvwxyz"), FIELDS.map(lambda fields: FACT | fields)).map(
    lambda table: store(**table)
)


@given(STORES, STORES)
def test_a_side_that_changed_nothing_takes_over_the_other(base: bytes, other: bytes) -> None:
    assert merged(base, other, base).text == other.decode()
    assert facts(merged(base, base, other)) == json.loads(other)["facts"]
    assert merged(base, other, other).text == other.decode()


@given(STORES, STORES, STORES)
def test_both_orders_merge_to_the_same_conflicts(base: bytes, ours: bytes, theirs: bytes) -> None:
    assert sorted(merged(base, ours, theirs).conflicts) == sorted(merged(base, theirs, ours).conflicts)
