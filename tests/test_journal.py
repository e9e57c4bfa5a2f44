"""A change is taken back to the byte, or not at all."""

from __future__ import annotations

import tempfile
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcli import journal
from factcli.errors import FactcliError
from factcli.journal import journal_path, remember, undo

CONTENTS = st.lists(st.binary(max_size=40), min_size=2, max_size=5)


@given(CONTENTS, st.integers(0, 3))
def test_every_change_is_taken_back_in_turn(contents: list[bytes], shared: int) -> None:
    states = [b"same" * shared + content + b"end" * shared for content in contents]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "facts.json"
        taken = [change(path, before, after) for before, after in pairwise(states)]
        restored = [taken_back(path) for _ in taken]

    assert restored == states[-2::-1]


def change(path: Path, before: bytes, after: bytes) -> None:
    path.write_bytes(after)
    remember(str(path), before, "changed")


def taken_back(path: Path) -> bytes:
    undo(str(path))
    return path.read_bytes()


def test_the_journal_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal, "_MOST_ENTRIES", 3)
    path = tmp_path / "facts.json"
    states = [str(number).encode() for number in range(9)]
    _ = [change(path, before, after) for before, after in pairwise(states)]

    assert journal_path(str(path)).read_bytes().count(b"\n") == 3
    assert [taken_back(path) for _ in range(3)] == [b"7", b"6", b"5"]


def test_a_change_too_large_for_the_journal_is_not_undone_by_an_older_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "facts.json"
    change(path, b"1", b"2")
    monkeypatch.setattr(journal, "_MOST_BYTES", 1000)
    change(path, b"2" + b"x" * 2000, b"3")

    with pytest.raises(FactcliError):
        undo(str(path))
    assert path.read_bytes() == b"3"


def test_two_ways_to_a_store_have_one_journal(tmp_path: Path) -> None:
    (tmp_path / "link.json").symlink_to(tmp_path / "facts.json")

    assert journal_path(str(tmp_path / "link.json")) == journal_path(str(tmp_path / "facts.json"))


def test_the_first_content_is_no_change(tmp_path: Path) -> None:
    remember(str(tmp_path / "facts.json"), None, "added x")

    assert not journal_path(str(tmp_path / "facts.json")).exists()
