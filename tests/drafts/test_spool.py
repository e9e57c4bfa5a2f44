"""The findings of a large draft are kept in a file, and come out as if they had been kept in memory."""

from __future__ import annotations

import pickle
import tempfile

import pytest

from factcli.documents import Place
from factcli.drafts import spool
from factcli.drafts.review import PlacedFinding
from factcli.drafts.spool import Spool, SpooledFindings


def finding(offset: int, verdict: str = "unknown") -> PlacedFinding:
    place = Place(1, offset + 1, offset)
    return PlacedFinding("a.md", place, place, f"\ud800 {offset}", verdict, "no-fact", None, "5 km")  # type: ignore[arg-type]


@pytest.fixture(autouse=True)
def _little_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spool, "_MOST_IN_MEMORY", 3)


def kept(offsets: list[int]) -> Spool:
    made = Spool()
    for offset in offsets:
        made.add(finding(offset))
    return made


@pytest.mark.parametrize("offsets", [[], [1, 2], list(range(10)), [5, 1, 4, 2, 3, 9, 0]])
def test_all_come_out_in_order_and_as_often_as_they_are_asked_for(offsets: list[int]) -> None:
    waiver = finding(4, "waiver")
    found = kept(offsets).in_order([waiver])
    wanted = sorted([*map(finding, offsets), waiver], key=lambda each: each.start.offset)
    assert list(found) == wanted
    assert list(found) == wanted
    assert len(found) == len(wanted)
    assert waiver in found


def test_late_ones_do_not_bring_all_into_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: list[object] = []
    load = pickle.load
    found = iter(kept([*range(0, 90, 3), 1, 31, 61]).in_order(()))
    monkeypatch.setattr(pickle, "load", lambda file: loaded.append(file) or load(file))
    assert [next(found).start.offset for _ in range(3)] == [0, 1, 3]
    assert len(loaded) == 2


def test_verdicts_are_left_out() -> None:
    found = kept([1, 2, 3, 4]).in_order([finding(2, "waiver")])
    assert isinstance(found, SpooledFindings)
    assert [each.start.offset for each in found.without({"unknown"})] == [2]
    assert not list(found.without({"unknown"}).without({"waiver"}))


def test_without_room_for_a_file_they_stay_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    def full() -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tempfile, "TemporaryFile", full)
    assert [each.start.offset for each in kept(list(range(10))).in_order(())] == list(range(10))
