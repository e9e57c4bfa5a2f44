"""Facts in a file: read, found, added, changed and removed, with everything else left as it was."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_schema import facts as any_fact

from factcli.errors import FactcliError, StoreError
from factcli.model.edtf import EdtfDate
from factcli.model.facts import Fact, Quantity, Quotation, Reference, Source
from factcli.store import FactStore

if TYPE_CHECKING:
    from collections.abc import Callable

DAM = Fact(
    id="dam-capacity",
    kind="figure",
    statement="The dam holds 40 million tons of water.",
    value=Quantity(Decimal(40000000), "t"),
    subject="Old dam",
    references=(Reference("almanac", "page 3", "40m tons"),),
)
OPENING = Fact(id="dam-opening", kind="date", statement="The dam opened.", value=EdtfDate("1931-05"))
PRAISE = Fact(id="dam-praise", kind="quote", statement="She praised it.", value=Quotation("It holds.", "A. Miller"))
ALMANAC = Source("almanac", "book", "An almanac", "1931", None, {"publisher": "Press"})

BY_HAND = """{
  "$schema": "https://example.org/facts.schema.json",
  "facts": {
    "dam-capacity": {"value": {"unit": "t", "amount": "40.0", "comparator": "=", "checked": 1.50}, "kind": "figure",
      "statement": "The caf\\u00e9 holds 40 tons.", "note": null, "aliases": [],
      "references": [{"locator": "page 3", "source": "almanac"}], "weight": 2.0},
    "dam-opening":
      {"kind": "date", "statement": "The dam opened.", "value": {"edtf": "1931-05"}}
  },
  "sources": {"almanac": {"title": "An almanac", "type": "book"}}
}
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "facts.json"


@pytest.fixture
def store(path: Path) -> FactStore:
    store = FactStore.create(path)
    store.insert_all([DAM, OPENING])
    return store


@pytest.fixture
def by_hand(path: Path) -> FactStore:
    path.write_text(BY_HAND)
    return FactStore.open(path)


def test_a_new_store_is_empty_and_laid_out_for_git(path: Path) -> None:
    store = FactStore.create(path)

    assert store.facts() == []
    assert store.sources() == {}
    assert path.read_text() == '{\n  "facts": {},\n  "sources": {}\n}\n'


def test_a_new_store_gets_the_folders_that_it_needs(tmp_path: Path) -> None:
    assert len(FactStore.create(tmp_path / "a" / "b" / "facts.json")) == 0


@pytest.mark.parametrize("make", [Path.touch, Path.mkdir, lambda path: path.symlink_to("nowhere")])
def test_a_store_is_not_made_where_something_is(make: Callable[[Path], None], path: Path) -> None:
    make(path)

    with pytest.raises(StoreError, match="already exists"):
        FactStore.create(path)

    assert os.listdir(path.parent) == ["facts.json"]  # noqa: PTH208 - a name, whatever it leads to


def test_a_store_that_does_not_exist_is_an_error_and_is_not_made(path: Path) -> None:
    with pytest.raises(StoreError, match="no such file"):
        FactStore.open(path)

    assert not path.exists()


def test_facts_come_in_the_order_of_the_file(store: FactStore) -> None:
    assert store.facts() == [DAM, OPENING]
    assert list(store) == [DAM, OPENING]
    assert len(store) == 2


def test_a_fact_is_found_by_its_id(store: FactStore) -> None:
    assert store.get("dam-opening") == OPENING
    assert store.get("dam-closing") is None
    assert "dam-opening" in store
    assert "dam-closing" not in store


def test_another_process_finds_what_was_inserted(store: FactStore, path: Path) -> None:
    store.insert(PRAISE)

    assert FactStore.open(path).facts() == [DAM, OPENING, PRAISE]


def test_a_store_is_two_space_json_with_one_final_newline(store: FactStore, path: Path) -> None:
    content = json.loads(path.read_text())

    assert len(store) == 2
    assert path.read_text() == json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def test_an_inserted_fact_is_one_new_block(by_hand: FactStore, path: Path) -> None:
    by_hand.insert(PRAISE)

    before, after = BY_HAND.split('\n  },\n  "sources"')
    assert path.read_text().startswith(f'{before},\n    "dam-praise": {{\n      "kind": "quote",\n')
    assert path.read_text().endswith(f'\n    }}\n  }},\n  "sources"{after}')


def test_all_facts_go_in_or_none(store: FactStore, path: Path) -> None:
    before = path.read_bytes()

    with pytest.raises(FactcliError, match="'dam-opening' is already in the store"):
        store.insert_all([PRAISE, OPENING])
    with pytest.raises(FactcliError, match="'dam-praise' is already in the store"):
        store.insert_all([PRAISE, PRAISE])

    assert path.read_bytes() == before
    assert store.facts() == [DAM, OPENING]


def test_a_fact_that_could_not_be_read_back_is_not_inserted(store: FactStore, path: Path) -> None:
    before = path.read_bytes()

    with pytest.raises(FactcliError, match="statement: must not be empty"):
        store.insert(msgspec.structs.replace(PRAISE, statement=""))
    with pytest.raises(StoreError, match="cannot be written as UTF-8"):
        store.insert(msgspec.structs.replace(PRAISE, statement="\udc80"))

    assert path.read_bytes() == before


def test_a_replaced_fact_keeps_the_order_of_its_fields_and_the_text_of_its_numbers(
    by_hand: FactStore, path: Path
) -> None:
    fact = by_hand.get("dam-capacity")
    assert fact

    by_hand.replace(msgspec.structs.replace(fact, statement="It holds 40 tons.", subject="Old dam"))

    head, tail = BY_HAND.split('    "dam-capacity"')
    rest = tail[tail.index('    "dam-opening"') :]
    assert path.read_text() == (
        head
        + """    "dam-capacity": {
      "value": {
        "unit": "t",
        "amount": "40.0",
        "comparator": "=",
        "checked": 1.50
      },
      "kind": "figure",
      "statement": "It holds 40 tons.",
      "note": null,
      "aliases": [],
      "references": [
        {
          "locator": "page 3",
          "source": "almanac"
        }
      ],
      "weight": 2.0,
      "subject": "Old dam",
      "rank": "normal"
    },
"""
        + rest
    )


def test_a_fact_that_is_replaced_by_itself_keeps_its_bytes(store: FactStore, path: Path) -> None:
    before = path.read_bytes()

    store.replace(DAM)

    assert path.read_bytes() == before


def test_a_fact_that_is_not_there_is_not_replaced_or_removed(store: FactStore) -> None:
    with pytest.raises(FactcliError, match="there is no fact 'dam-praise'"):
        store.replace(PRAISE)
    with pytest.raises(FactcliError, match="there is no fact 'dam-praise'"):
        store.remove("dam-praise")


def test_a_fact_that_somebody_else_changed_is_not_replaced(store: FactStore, path: Path) -> None:
    theirs = msgspec.structs.replace(DAM, statement="Theirs.")
    assert store.get("dam-capacity") == DAM
    FactStore.open(path).replace(theirs)

    with pytest.raises(FactcliError, match="'dam-capacity' was changed by another program"):
        store.replace(msgspec.structs.replace(DAM, statement="Ours."))

    assert FactStore.open(path).get("dam-capacity") == theirs


def test_a_fact_that_somebody_else_removed_is_not_replaced(store: FactStore, path: Path) -> None:
    assert len(store) == 2
    FactStore.open(path).remove("dam-capacity")

    with pytest.raises(FactcliError, match="there is no fact 'dam-capacity'"):
        store.replace(DAM)


def test_a_removed_fact_is_gone_and_nothing_else(by_hand: FactStore, path: Path) -> None:
    by_hand.remove("dam-capacity")

    content = json.loads(BY_HAND)
    del content["facts"]["dam-capacity"]
    assert json.loads(path.read_text()) == content
    assert path.read_text().endswith(BY_HAND[BY_HAND.index('"dam-opening"') :])


def test_sources_are_read_and_added(store: FactStore, path: Path) -> None:
    store.insert_source(ALMANAC)

    assert FactStore.open(path).sources() == {"almanac": ALMANAC}
    with pytest.raises(FactcliError, match="'almanac' is already in the store"):
        store.insert_source(ALMANAC)


def test_a_store_that_was_removed_is_not_made_anew(store: FactStore, path: Path) -> None:
    path.unlink()

    with pytest.raises(StoreError, match="no such file"):
        store.insert(PRAISE)

    assert list(path.parent.iterdir()) == []


def test_the_position_of_a_fact_is_that_of_its_key(by_hand: FactStore) -> None:
    assert by_hand.position("dam-capacity") == (4, 5)
    assert by_hand.position("dam-opening") == (7, 5)


def test_a_line_break_before_the_store_counts(path: Path) -> None:
    path.write_text("\n" + BY_HAND)

    assert FactStore.open(path).position("dam-capacity") == (5, 5)


def test_an_unknown_field_may_become_another_kind_of_value(by_hand: FactStore) -> None:
    fact = msgspec.structs.replace(OPENING, id="dam-closing", extra={"checked": {"by": "A. Miller"}})
    by_hand.insert(fact)

    by_hand.replace(msgspec.structs.replace(fact, extra={"checked": "yes"}))
    assert by_hand.get("dam-closing") == msgspec.structs.replace(fact, extra={"checked": "yes"})

    by_hand.replace(fact)
    assert by_hand.get("dam-closing") == fact


def test_a_position_on_a_single_line_counts_code_points(path: Path) -> None:
    path.write_text('\ufeff{"facts": {"\U0001f600": {"kind": "date", "statement": "x", "value": {"edtf": "1931"}}}}')

    assert FactStore.open(path).position("\U0001f600") == (1, 12)


def test_every_defect_of_facts_and_sources_is_reported(path: Path) -> None:
    path.write_text('{"facts": {"a": {"kind": "date"}}, "sources": {"s": {"type": "book"}}}')

    with pytest.raises(StoreError) as caught:
        FactStore.open(path)

    assert [defect.path for defect in caught.value.defects] == ["$.facts.a", "$.facts.a", "$.sources.s"]


def test_the_digest_is_that_of_the_bytes(store: FactStore, path: Path) -> None:
    assert store.digest == hashlib.sha256(path.read_bytes()).hexdigest()

    store.insert(PRAISE)

    assert store.digest == hashlib.sha256(path.read_bytes()).hexdigest()


def test_an_ordinary_store_needs_no_notes(store: FactStore) -> None:
    assert store.notes == ()


def test_a_store_of_any_other_tables_has_no_facts(path: Path) -> None:
    path.write_text('{"_default": {"1": {"a": 1}}}')

    assert FactStore.open(path).facts() == []


@given(st.lists(any_fact, max_size=4, unique_by=lambda fact: fact.id))
@settings(deadline=None, max_examples=50)
def test_what_is_saved_is_what_is_loaded(tmp_path_factory: pytest.TempPathFactory, facts: list[Fact]) -> None:
    path = tmp_path_factory.mktemp("stores") / "facts.json"

    FactStore.create(path).insert_all(facts)

    assert FactStore.open(path).facts() == facts


INSERTER = """
import sys
from factcli.model.edtf import EdtfDate
from factcli.model import Fact
from factcli.store import FactStore
store = FactStore.open(sys.argv[1])
for number in range(int(sys.argv[3])):
    store.insert(Fact(id=f"{sys.argv[2]}-{number}", kind="date", statement="It opened.", value=EdtfDate("1931")))
"""


def insert_from_processes(path: Path, processes: int, each: int) -> list[int]:
    arguments = [[sys.executable, "-c", INSERTER, str(path), str(name), str(each)] for name in range(processes)]
    started = [subprocess.Popen(argument) for argument in arguments]
    return [process.wait() for process in started]


def expected_ids(processes: int, each: int) -> list[str]:
    return sorted(f"{name}-{number}" for name in range(processes) for number in range(each))


@pytest.mark.parametrize(
    ("processes", "each"), [(2, 10), pytest.param(8, 1250, marks=pytest.mark.slow)], ids=["2 by 10", "8 by 1250"]
)
def test_no_fact_of_any_process_is_lost_or_doubled(path: Path, processes: int, each: int) -> None:
    FactStore.create(path)

    statuses = insert_from_processes(path, processes, each)

    assert statuses == [0] * processes
    assert sorted(fact.id for fact in FactStore.open(path)) == expected_ids(processes, each)


# Before and after each write it has the fact of its count, and between two writes perhaps the next as well.
COUNTER = """
import sys
from factcli.model.edtf import EdtfDate
from factcli.model import Fact
from factcli.store import FactStore
store = FactStore.open(sys.argv[1])
for number in range(int(sys.argv[3]), 1 << 60):
    text = "x" * (number * 37 % 4000 + 1)
    store.insert(Fact(id=f"{sys.argv[2]}-{number}", kind="date", statement=text, value=EdtfDate("1931")))
    if number:
        store.remove(f"{sys.argv[2]}-{number - 1}")
"""


def counts(path: Path) -> dict[str, list[int]]:
    """The numbers of the facts of each writer."""
    found: dict[str, list[int]] = {}
    for fact in FactStore.open(path):
        name, _, number = fact.id.partition("-")
        found.setdefault(name, []).append(int(number))
    return found


@pytest.mark.parametrize("reads", [2_000, pytest.param(10_000, marks=pytest.mark.slow)])
def test_no_reader_sees_half_a_write(path: Path, reads: int) -> None:
    FactStore.create(path).insert_all([msgspec.structs.replace(OPENING, id=f"{name}-0") for name in "ab"])
    arguments = [sys.executable, "-c", COUNTER, str(path)]
    writers = [subprocess.Popen([*arguments, name, "1"]) for name in "ab"]
    try:
        while [0] in counts(path).values():
            assert [writer.poll() for writer in writers] == [None, None]
        seen = [counts(path)]
        # As often as asked, and until both have written meanwhile, however slow the machine is.
        while len(seen) < reads or any(seen[-1][name] == seen[0][name] for name in "ab"):
            seen.append(counts(path))
            assert [writer.poll() for writer in writers] == [None, None]
    finally:
        for writer in writers:
            writer.kill()
            writer.wait()

    for name in "ab":
        latest = [each[name][-1] for each in seen]
        assert latest == sorted(latest)
        assert all(each[name] in ([last], [last - 1, last]) for each, last in zip(seen, latest, strict=True))


# What a curator is told.


def told(error: pytest.ExceptionInfo[FactcliError]) -> tuple[list[str], str | None]:
    return error.value.lines(), error.value.hint


def test_a_place_that_is_taken_is_reported_with_its_path_and_what_to_do(path: Path) -> None:
    FactStore.create(path)

    with pytest.raises(StoreError) as caught:
        FactStore.create(path)

    assert told(caught) == ([f"{path}: already exists. Hint: name a new file"], "name a new file")


def test_a_store_that_was_removed_is_reported_with_its_path_and_what_to_do(store: FactStore, path: Path) -> None:
    path.unlink()

    with pytest.raises(StoreError) as caught:
        store.insert(DAM)

    assert told(caught) == (
        [f"{path}: no such file. Hint: it was removed or renamed"],
        "it was removed or renamed",
    )


def test_an_id_that_is_taken_is_reported_with_what_to_do(store: FactStore) -> None:
    store.insert(msgspec.structs.replace(DAM, id="twice"))

    with pytest.raises(FactcliError) as caught:
        store.insert(msgspec.structs.replace(DAM, id="twice"))

    assert told(caught) == (
        ["'twice' is already in the store. Hint: choose another id"],
        "choose another id",
    )


def test_an_id_that_is_not_there_is_reported_with_what_to_do(store: FactStore) -> None:
    with pytest.raises(FactcliError) as caught:
        store.remove("nosuch")

    assert told(caught) == (
        ["there is no fact 'nosuch' in the store. Hint: `fact find` lists the ids"],
        "`fact find` lists the ids",
    )


def test_a_fact_that_somebody_else_changed_is_reported_with_what_to_do(store: FactStore, path: Path) -> None:
    store.insert(msgspec.structs.replace(DAM, id="shared"))
    stale = FactStore.open(path)
    store.replace(msgspec.structs.replace(DAM, id="shared", statement="Another one."))

    with pytest.raises(FactcliError) as caught:
        stale.replace(msgspec.structs.replace(DAM, id="shared", statement="A third."))

    assert told(caught) == (
        ["'shared' was changed by another program. Hint: look at it and try again"],
        "look at it and try again",
    )


def test_a_byte_order_mark_is_noted(path: Path) -> None:
    path.write_text('{"facts": {}, "sources": {}}', "utf-8-sig")

    assert FactStore.open(path).notes == ("begins with a byte order mark",)


def test_a_broken_store_is_reported_with_its_path(path: Path) -> None:
    path.write_bytes(b"{")

    with pytest.raises(StoreError) as caught:
        FactStore.open(path)

    assert caught.value.lines()[0].startswith(f"{path}:1:")
