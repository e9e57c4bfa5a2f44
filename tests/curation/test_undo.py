"""A change is taken back to the byte, or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcli.curation.undo import undo
from factcli.errors import FactcliError
from factcli.store import journal
from factcli.store.file import Snapshot
from factcli.store.journal import commit, journal_path

if TYPE_CHECKING:
    from factcli.store.file import LockedFile

CONTENTS = st.lists(st.binary(max_size=40), min_size=2, max_size=5)


@settings(deadline=None, max_examples=40)  # Each writes some ten files, and waits for the disk.
@given(CONTENTS, st.integers(0, 3), st.sampled_from([1, 2, 3, 1 << 16]))
def test_every_change_is_taken_back_in_turn(contents: list[bytes], shared: int, piece: int) -> None:
    states = [b"same" * shared + content + b"end" * shared for content in contents]
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(journal, "_PIECE", piece)
        path = Path(folder) / "facts.json"
        taken = [change(path, before, after) for before, after in pairwise(states)]
        restored = [taken_back(path) for _ in taken]

    assert restored == states[-2::-1]


def snapshot(data: bytes | None) -> Snapshot | None:
    return None if data is None else Snapshot.of(data)


class File(NamedTuple):
    """A locked file whose replacement does what a test wants."""

    target: Path
    replace_with: Callable[[bytes], object]

    def replace(self, data: bytes, *, expected: Snapshot | None) -> None:  # noqa: ARG002 - as a LockedFile
        self.replace_with(data)


def commit_to(path: Path, before: bytes | None, after: bytes, replace_with: Callable[[bytes], object]) -> None:
    commit(cast("LockedFile", File(path, replace_with)), snapshot(before), after, "changed")


def change(path: Path, before: bytes | None, after: bytes) -> None:
    commit_to(path, before, after, path.write_bytes)


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


def test_the_change_that_made_a_store_is_taken_back(tmp_path: Path) -> None:
    path = tmp_path / "facts.json"
    change(path, None, b"1")
    change(path, b"1", b"2")

    assert not undo(str(path)).is_gone
    assert undo(str(path)).is_gone
    assert not path.exists()
    with pytest.raises(FactcliError, match="nothing to undo"):
        undo(str(path))


def test_a_store_that_was_changed_since_it_was_made_is_not_removed(tmp_path: Path) -> None:
    path = tmp_path / "facts.json"
    change(path, None, b"1")
    path.write_bytes(b"theirs")

    with pytest.raises(FactcliError, match="has changed since the last change made by fact"):
        undo(str(path))
    assert path.read_bytes() == b"theirs"


def test_the_store_that_a_link_leads_to_is_removed_and_the_link_stays(tmp_path: Path) -> None:
    path, link = tmp_path / "facts.json", tmp_path / "link.json"
    link.symlink_to(path)
    change(path, None, b"1")

    undo(str(link))

    assert (link.is_symlink(), path.exists()) == (True, False)


def killed(path: Path, before: bytes | None, after: bytes) -> None:
    """Note a change and end before the store is written."""
    child = os.fork()
    if child == 0:
        commit_to(path, before, after, lambda _: os._exit(0))
    os.waitpid(child, 0)


def test_a_change_that_was_never_applied_is_not_taken_back(tmp_path: Path) -> None:
    path = tmp_path / "facts.json"
    change(path, b"1", b"2")
    change(path, b"2", b"3")
    killed(path, b"3", b"4")
    killed(path, b"3", b"2")

    assert [undo(str(path)).what for _ in range(2)] == ["changed", "changed"]
    assert path.read_bytes() == b"1"


def test_a_store_that_was_never_made_has_no_change_to_take_back(tmp_path: Path) -> None:
    path = tmp_path / "facts.json"
    killed(path, None, b"1")

    with pytest.raises(FactcliError, match="nothing to undo"):
        undo(str(path))


def test_a_change_after_one_that_was_never_applied_is_taken_back_and_so_are_those_before(tmp_path: Path) -> None:
    path = tmp_path / "facts.json"
    change(path, b"1", b"2")
    killed(path, b"2", b"never")
    change(path, b"2", b"3")

    assert [taken_back(path) for _ in range(2)] == [b"2", b"1"]


def refuse(_data: bytes) -> None:
    raise OSError("full")


def test_a_change_that_fails_is_not_recorded(tmp_path: Path) -> None:
    path = tmp_path / "facts.json"
    change(path, b"1", b"2")

    with pytest.raises(OSError, match="full"):
        commit_to(path, b"2", b"3", refuse)

    assert undo(str(path)).left == 0


def test_an_undo_that_was_killed_before_it_was_recorded_is_not_done_again(tmp_path: Path) -> None:
    path = tmp_path / "facts.json"
    change(path, b"1", b"2")
    change(path, b"2", b"3")
    kept = journal_path(str(path)).read_bytes()
    undo(str(path))
    journal_path(str(path)).write_bytes(kept)

    assert taken_back(path) == b"1"


def test_a_change_too_large_to_keep_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal, "_MOST_BYTES", 1000)
    path = tmp_path / "facts.json"
    change(path, b"2" + b"x" * 2000, b"3")

    with pytest.raises(FactcliError, match="too large to undo"):
        undo(str(path))


def test_an_older_change_is_taken_back_where_a_large_one_was_never_applied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "_MOST_BYTES", 8000)
    path = tmp_path / "facts.json"
    large = b"2" + b"x" * 9000
    change(path, b"1", large)
    killed(path, large, b"3")

    assert taken_back(path) == b"1"


def test_what_killed_writers_left_in_the_cache_is_swept(tmp_path: Path) -> None:
    path = tmp_path / "facts.json"
    own = journal_path(str(path)).with_suffix(".123.tmp")
    others = [journal_path(str(tmp_path / name)).with_suffix(".123.tmp") for name in ("old", "young")]
    notes = own.with_name("journal-notes.tmp")
    own.parent.mkdir(parents=True)
    _ = [each.write_bytes(b"half") for each in (own, *others, notes)]
    os.utime(others[0], (0, 0))

    change(path, b"1", b"2")

    assert sorted(each.name for each in own.parent.iterdir()) == sorted(
        each.name for each in (journal_path(str(path)), others[1], notes)
    )
