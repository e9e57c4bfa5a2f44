"""The file of a store: replaced whole or not at all, locked while it is written, its mode and place kept."""

from __future__ import annotations

import errno
import fcntl
import os
import re
import resource
import shutil
import signal
import stat
import subprocess
import sys
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from broken_stores import GOOD

from factcli.errors import StoreError
from factcli.store import file as storefile
from factcli.store.file import Snapshot, locked, make_folder_for, read_if_exists, read_store_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

OLD, NEW = b"old" * 1000, b"new" * 2000
CALLS = ("open", "write", "fsync", "close", "replace", "rename", "chmod", "chown", "stat", "fstat", "listdir", "unlink")
ERRORS = (errno.EIO, errno.ENOSPC, errno.EINTR, errno.EACCES)

as_another_user = pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another user")
strace = pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "facts.json"
    path.write_bytes(OLD)
    return path


def replace(path: Path) -> None:
    with locked(path) as file:
        file.replace(NEW, expected=Snapshot.of(OLD))


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_store_is_replaced_and_nothing_else_is_left(path: Path) -> None:
    replace(path)

    assert path.read_bytes() == NEW
    assert names(path.parent) == ["facts.json"]


def test_a_new_store_is_made_where_none_was(tmp_path: Path) -> None:
    path = tmp_path / "new.json"

    with locked(path) as file:
        file.replace(NEW, expected=None)

    assert read_store_file(path).data == NEW


def test_nothing_is_written_over_a_file_that_changed_since_it_was_read(path: Path) -> None:
    path.write_bytes(b"theirs")

    with pytest.raises(StoreError, match="was changed by another program"):
        replace(path)

    assert path.read_bytes() == b"theirs"
    assert names(path.parent) == ["facts.json"]


def test_a_change_of_the_same_size_and_time_is_seen(path: Path) -> None:
    before = path.stat()
    path.write_bytes(OLD[::-1])
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    with pytest.raises(StoreError, match="was changed by another program"):
        replace(path)


def test_nothing_is_written_where_the_file_was_removed(path: Path) -> None:
    path.unlink()

    with pytest.raises(StoreError, match="was changed by another program"):
        replace(path)

    assert names(path.parent) == []


def test_nothing_is_written_over_a_file_that_came_to_be_meanwhile(path: Path) -> None:
    with pytest.raises(StoreError, match="was changed by another program"), locked(path) as file:
        file.replace(NEW, expected=None)


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o644, 0o664, 0o666, 0o755])
def test_the_mode_of_the_file_is_kept(mode: int, path: Path) -> None:
    path.chmod(mode)

    replace(path)

    assert stat.S_IMODE(path.stat().st_mode) == mode


@as_another_user
def test_the_owner_of_the_file_is_kept(path: Path) -> None:
    os.chown(path, 12345, 54321)

    replace(path)

    assert (path.stat().st_uid, path.stat().st_gid) == (12345, 54321)


def test_a_link_stays_a_link_and_its_file_is_written(path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    link = tmp_path_factory.mktemp("elsewhere") / "link.json"
    link.symlink_to(path)

    replace(link)

    assert link.is_symlink()
    assert path.read_bytes() == NEW
    assert names(link.parent) == ["link.json"]


def test_a_link_to_nothing_gets_its_file(tmp_path: Path) -> None:
    link = tmp_path / "link.json"
    link.symlink_to("facts.json")

    with locked(link) as file:
        file.replace(NEW, expected=None)

    assert (tmp_path / "facts.json").read_bytes() == NEW


def test_a_read_only_file_is_left_alone(path: Path) -> None:
    path.chmod(0o444)

    with pytest.raises(StoreError, match="is read-only"):
        replace(path)

    assert path.read_bytes() == OLD
    assert names(path.parent) == ["facts.json"]


def test_what_killed_writers_left_is_removed(path: Path) -> None:
    path.with_name(".facts.json.0123abcd.tmp").write_bytes(b"half")
    path.with_name(".facts.json.notes.tmp").write_bytes(b"mine")

    replace(path)

    assert names(path.parent) == [".facts.json.notes.tmp", "facts.json"]


def test_leftovers_that_cannot_be_removed_do_no_harm(path: Path) -> None:
    path.with_name(".facts.json.0123abcd.tmp").mkdir()

    replace(path)

    assert path.read_bytes() == NEW


def test_a_name_as_long_as_the_system_allows_is_a_name(tmp_path: Path) -> None:
    path = tmp_path / ("é" * 125 + ".json")
    path.write_bytes(OLD)

    replace(path)

    assert path.read_bytes() == NEW


def test_a_file_that_is_not_there_is_reported(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no such file"):
        read_store_file(tmp_path / "facts.json")

    assert read_if_exists(tmp_path / "facts.json") is None
    assert names(tmp_path) == []


@pytest.mark.parametrize("make", [os.mkdir, os.mkfifo], ids=["folder", "FIFO"])
def test_what_is_not_a_file_is_not_read(make: Callable[[Path], None], tmp_path: Path) -> None:
    make(tmp_path / "facts.json")

    with pytest.raises(StoreError, match="is not a regular file"):
        read_store_file(tmp_path / "facts.json")


def test_a_store_in_a_folder_that_is_not_there_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no such folder"), locked(tmp_path / "a" / "facts.json"):
        pytest.fail("locked")

    assert names(tmp_path) == []


def test_a_folder_that_cannot_be_made_is_reported(path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be used"):
        make_folder_for(path / "facts.json")


def test_a_folder_in_a_file_is_reported(path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be used: Not a directory"):
        read_store_file(path / "facts.json")


def remove(path: Path) -> None:
    path.unlink()


def make_read_only(path: Path) -> None:
    path.chmod(0o444)


def change(path: Path) -> None:
    path.write_bytes(b"theirs")


def make_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def put_into_a_file(path: Path) -> None:
    path.unlink()
    path.parent.rmdir()
    path.parent.write_bytes(b"")


@pytest.mark.parametrize(
    ("spoil", "act", "said"),
    [
        (remove, read_store_file, "no such file. Hint: check the path"),
        (make_folder, read_store_file, "is not a regular file. Hint: name a facts.json"),
        (make_read_only, replace, "is read-only. Hint: allow writing to it (chmod u+w)"),
        (change, replace, "was changed by another program since it was read. Hint: try again"),
        (put_into_a_file, read_store_file, "cannot be used: Not a directory. Hint: check the path"),
        (put_into_a_file, make_folder_for, "cannot be used: File exists. Hint: check the path"),
        (put_into_a_file, replace, "no such folder. Hint: check the path"),
    ],
)
def test_what_is_wrong_is_said_in_a_line_with_path_and_hint(
    spoil: Callable[[Path], None], act: Callable[[Path], None], said: str, tmp_path: Path
) -> None:
    path = tmp_path / "folder" / "facts.json"
    path.parent.mkdir()
    path.write_bytes(OLD)
    spoil(path)

    with pytest.raises(StoreError) as told:
        act(path)

    assert told.value.lines() == [f"{path}: {said}"]


def test_a_new_store_is_not_a_program(tmp_path: Path) -> None:
    with locked(tmp_path / "new.json") as file:
        file.replace(NEW, expected=None)

    assert not stat.S_IMODE((tmp_path / "new.json").stat().st_mode) & 0o111


# Every call of the system fails in turn.


class Failing:
    """Calls of the system that do as they should, until the one with a certain number does something else."""

    def __init__(self, number: int, instead: Callable[[], None]) -> None:
        self.number = number
        self.instead = instead
        self.count = 0

    def wrap(self, call: Callable[..., object]) -> Callable[..., object]:
        def counted(*args: object, **kwargs: object) -> object:
            self.count += 1
            if self.count == self.number:
                self.instead()
            return call(*args, **kwargs)

        return counted


def fail_with(error: int) -> Callable[[], None]:
    def fail() -> None:
        raise OSError(error, os.strerror(error))

    return fail


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def replace_failing(path: Path, failing: Failing) -> None:
    with pytest.MonkeyPatch.context() as patch:
        for name in CALLS:
            patch.setattr(os, name, failing.wrap(getattr(os, name)))
        replace(path)


def in_a_child(action: Callable[[], None]) -> None:
    """Run ``action`` in a process of its own, which may die of it."""
    child = os.fork()
    if child == 0:
        with suppress(BaseException):
            action()
        os._exit(0)
    os.waitpid(child, 0)


def count_calls(path: Path) -> int:
    failing = Failing(0, die)
    replace_failing(path, failing)
    path.write_bytes(OLD)
    return failing.count


def outcomes(path: Path, instead: Callable[[], None], *, in_child: bool) -> Iterator[tuple[bytes, list[str]]]:
    """What is there after each call has failed in turn: the content of the store, and the names in its folder."""
    for number in range(1, count_calls(path) + 1):
        failing = Failing(number, instead)
        if in_child:
            in_a_child(lambda failing=failing: replace_failing(path, failing))  # type: ignore[misc]
        else:
            with suppress(StoreError, OSError):
                replace_failing(path, failing)
        yield path.read_bytes(), names(path.parent)
        path.write_bytes(OLD)


@pytest.mark.parametrize("error", ERRORS, ids=errno.errorcode.get)
def test_whichever_call_fails_the_store_is_the_old_or_the_new_one(error: int, path: Path) -> None:
    contents = [content for content, _ in outcomes(path, fail_with(error), in_child=False)]

    assert set(contents) == {OLD, NEW}
    assert len(contents) > 10


def test_a_call_that_fails_leaves_no_temporary_file(path: Path) -> None:
    left = [names for _, names in outcomes(path, fail_with(errno.EIO), in_child=False)]

    assert not [name for names in left[:-1] for name in names if name.endswith(".tmp")]


def test_at_whichever_call_it_is_killed_the_store_is_the_old_or_the_new_one(path: Path) -> None:
    contents = [content for content, _ in outcomes(path, die, in_child=True)]

    assert set(contents) == {OLD, NEW}


def test_after_a_kill_the_next_writer_cleans_up(path: Path) -> None:
    list(outcomes(path, die, in_child=True))

    replace(path)

    assert names(path.parent) == ["facts.json"]


@pytest.mark.parametrize("error", ERRORS, ids=errno.errorcode.get)
def test_an_error_of_the_system_is_reported_as_one_of_the_store(
    error: int, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", lambda _handle: fail_with(error)())

    with pytest.raises(StoreError, match=re.escape(os.strerror(error))):
        replace(path)

    assert path.read_bytes() == OLD
    assert names(path.parent) == ["facts.json"]


def test_a_write_that_takes_only_a_part_is_continued(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: write(handle, data[:100]))

    replace(path)

    assert path.read_bytes() == NEW


def test_where_there_is_a_flush_through_the_cache_of_the_disk_it_is_used(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    monkeypatch.setattr(storefile, "_FULL_FLUSH", 51)
    monkeypatch.setattr(storefile.fcntl, "fcntl", lambda _handle, command: asked.append(command))

    with locked(path) as file:
        file.replace(NEW, expected=Snapshot.of(OLD))

    assert asked == [51]


def test_a_rename_that_a_virus_scanner_delays_is_tried_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refusals = iter([PermissionError(), PermissionError()])
    rename = os.replace

    def refuse_twice(source: Path, target: Path) -> None:
        for refusal in refusals:
            raise refusal
        rename(source, target)

    monkeypatch.setattr(os, "replace", refuse_twice)
    monkeypatch.setattr(storefile, "_REPLACE_PAUSES", (0.0, 0.0, 0.0))

    replace(path)

    assert path.read_bytes() == NEW


def test_a_rename_that_is_always_refused_leaves_the_old_store(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "replace", lambda _source, _target: fail_with(errno.EACCES)())
    monkeypatch.setattr(storefile, "_REPLACE_PAUSES", (0.0, 0.0))

    with pytest.raises(StoreError, match="Permission denied"):
        replace(path)

    assert path.read_bytes() == OLD


def test_a_full_disk_leaves_the_old_store(path: Path) -> None:
    def replace_with_little_room() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1024, 1024))
        replace(path)

    in_a_child(replace_with_little_room)

    assert path.read_bytes() == OLD
    assert names(path.parent) == ["facts.json"]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 64 KB of its own."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder]
    mounted = subprocess.run(command, check=False, capture_output=True, text=True)
    if mounted.returncode:
        pytest.skip(f"no file system may be mounted here: {mounted.stderr.strip()}")
    yield folder
    subprocess.run(["umount", folder], check=True)


@pytest.mark.skipif(not shutil.which("mount"), reason="mount is not installed")
def test_a_disk_that_is_full_leaves_the_old_store_and_says_so_in_a_line(small_disk: Path) -> None:
    path = small_disk / "facts.json"
    path.write_text(GOOD)
    (small_disk / "ballast").write_bytes(b"x" * (56 * 1024))
    command = [sys.executable, "-m", "factcli", "--store", path, "set", "dam", f"note={'x' * 10_000}"]

    ended = subprocess.run(command, check=False, capture_output=True, text=True)

    assert (ended.returncode, ended.stderr.count("\n")) == (2, 1)
    assert ended.stderr.startswith(f"fact: error: {path}: cannot be used: No space left on device")
    assert path.read_text() == GOOD
    assert names(small_disk) == ["ballast", "facts.json"]


@as_another_user
@pytest.mark.parametrize("mode", [0o555, 0o000])
def test_a_folder_that_may_not_be_written_keeps_its_store(mode: int, path: Path) -> None:
    told = path.with_name("told")
    told.touch()
    told.chmod(0o666)
    handle = os.open(told, os.O_WRONLY)
    path.parent.chmod(mode)

    def replace_as_nobody() -> None:
        os.setuid(65534)
        try:
            replace(path)
        except StoreError as error:
            os.write(handle, error.message.encode())

    in_a_child(replace_as_nobody)

    assert path.read_bytes() == OLD
    assert names(path.parent) == ["facts.json", "told"]
    assert "Permission denied" in told.read_text() or "no such folder" in told.read_text()


WRITER = """
import sys
from pathlib import Path
from factcli.store.file import Snapshot, locked
path = Path(sys.argv[1])
with locked(path) as file:
    file.replace(b"new", expected=Snapshot.of(path.read_bytes()))
"""


@strace
def test_data_and_folder_are_flushed_in_the_order_that_makes_a_rename_safe(path: Path, tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    command = ["strace", "-f", "-y", "-o", trace, "-e", "trace=write,fsync,rename,renameat,renameat2"]
    traced = subprocess.run([*command, sys.executable, "-c", WRITER, path], check=False, capture_output=True)
    lines = trace.read_text() if trace.exists() else ""
    if not lines:
        pytest.skip(f"strace may not trace here: {traced.stderr.decode()[:80]}")

    folder = rf"(?:{re.escape(str(path.parent))}|/proc/self/fd/\d+)"
    steps = re.findall(rf"(write|fsync|rename)\w*\(.*{folder}(?:>|/.*\.tmp)", lines)

    assert steps == ["write", "fsync", "rename", "fsync"]


# The folder is switched while it is written.


@pytest.fixture
def strange(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of somebody else, with a file of the same name."""
    folder = tmp_path_factory.mktemp("strange")
    (folder / "facts.json").write_bytes(b"theirs")
    return folder


def switch(folder: Path, strange: Path) -> Path:
    """Put a link to a strange folder in the place of a folder; returns where the folder is now."""
    kept = folder.with_name(f"{folder.name}-kept")
    folder.rename(kept)
    folder.symlink_to(strange)
    return kept


def test_a_folder_that_is_switched_before_the_write_is_left_alone(path: Path, strange: Path) -> None:
    with locked(path) as file:
        kept = switch(path.parent, strange)
        with pytest.raises(StoreError, match="was changed by another program"):
            file.replace(NEW, expected=Snapshot.of(OLD))

    assert (names(strange), (strange / "facts.json").read_bytes()) == (["facts.json"], b"theirs")
    assert (names(kept), (kept / "facts.json").read_bytes()) == (["facts.json"], OLD)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has paths to an open folder")
@pytest.mark.parametrize("call", ["open", "write", "fsync", "replace"])
def test_a_folder_that_is_switched_in_the_midst_of_a_write_gets_what_was_acknowledged(
    call: str, path: Path, strange: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[Path] = []
    real = getattr(os, call)

    def switching(*args: object, **kwargs: object) -> object:
        if not kept and (call != "open" or str(args[0]).endswith(".tmp")):
            kept.append(switch(path.parent, strange))
        return real(*args, **kwargs)

    with locked(path) as file:
        monkeypatch.setattr(os, call, switching)
        file.replace(NEW, expected=Snapshot.of(OLD))

    assert (names(strange), (strange / "facts.json").read_bytes()) == (["facts.json"], b"theirs")
    assert (names(kept[0]), (kept[0] / "facts.json").read_bytes()) == (["facts.json"], NEW)


def test_a_folder_that_is_a_link_when_it_is_opened_is_not_locked(
    path: Path, strange: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.path.realpath

    def switching(*args: object, **kwargs: object) -> object:
        monkeypatch.setattr(os.path, "realpath", real)
        resolved = real(*args, **kwargs)
        switch(path.parent, strange)
        return resolved

    monkeypatch.setattr(os.path, "realpath", switching)
    with pytest.raises(StoreError, match="has a link in its path"), locked(path):
        pytest.fail("locked")

    assert names(strange) == ["facts.json"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has paths to an open folder")
def test_a_folder_that_is_switched_while_it_is_locked_leaves_no_lock_file_elsewhere(
    path: Path, strange: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.open

    def switching(*args: object, **kwargs: object) -> object:
        if str(args[0]).endswith(".lock"):
            monkeypatch.setattr(os, "open", real)
            switch(path.parent, strange)
        return real(*args, **kwargs)

    monkeypatch.setattr(os, "open", switching)
    with locked(path) as file, pytest.raises(StoreError, match="was changed by another program"):
        file.replace(NEW, expected=Snapshot.of(OLD))

    assert names(strange) == ["facts.json"]


@pytest.mark.parametrize("linked", ["folder", "file"])
def test_a_link_that_is_not_to_be_followed_is_refused(linked: str, path: Path, strange: Path) -> None:
    link = path.parent / "link"
    link.symlink_to(strange if linked == "folder" else strange / "facts.json")
    named = link / "facts.json" if linked == "folder" else link

    with pytest.raises(StoreError), locked(named, follow=False) as file:
        file.replace(NEW, expected=file.read())

    assert (names(strange), (strange / "facts.json").read_bytes()) == (["facts.json"], b"theirs")


# The lock.

HOLDER = """
import sys, time
from pathlib import Path
from factcli.store.file import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def holder(path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A process that holds the lock of the store."""
    with subprocess.Popen([sys.executable, "-c", HOLDER, path], stdout=subprocess.PIPE) as process:
        assert process.stdout
        process.stdout.readline()
        yield process
        process.kill()


def test_a_lock_held_too_long_names_its_holder(path: Path, holder: subprocess.Popen[bytes]) -> None:
    with pytest.raises(StoreError, match=f"is being written by process {holder.pid}$"), locked(path, patience=0.1):
        pytest.fail("locked")


def test_a_lock_held_by_a_stopped_process_names_its_holder(path: Path, holder: subprocess.Popen[bytes]) -> None:
    holder.send_signal(signal.SIGSTOP)

    with pytest.raises(StoreError, match=f"is being written by process {holder.pid}$"), locked(path, patience=0.1):
        pytest.fail("locked")


@pytest.mark.parametrize("number", [errno.ENOSYS, errno.ENOLCK, errno.EOPNOTSUPP], ids=errno.errorcode.get)
def test_a_file_system_without_locks_is_not_written_to(
    path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(fcntl, "flock", refuse)

    with pytest.raises(StoreError) as told, locked(path):
        pytest.fail("locked")

    said = "cannot be used: its file system cannot lock files. Hint: keep it on a local disk"
    assert told.value.lines() == [f"{path}: {said}"]


@pytest.mark.parametrize("note", [b"", b"\xff", b"a pid"])
def test_a_lock_whose_note_cannot_be_read_is_a_lock_all_the_same(
    note: bytes, path: Path, holder: subprocess.Popen[bytes]
) -> None:
    assert holder.poll() is None
    path.with_name(".facts.json.lock").write_bytes(note)

    with pytest.raises(StoreError, match="is being written by another process"), locked(path, patience=0.1):
        pytest.fail("locked")


def test_a_lock_left_by_a_dead_process_is_taken(path: Path, holder: subprocess.Popen[bytes]) -> None:
    holder.kill()
    holder.wait()
    assert path.with_name(".facts.json.lock").exists()

    replace(path)

    assert path.read_bytes() == NEW
    assert names(path.parent) == ["facts.json"]


def test_a_lock_is_waited_for(path: Path, holder: subprocess.Popen[bytes]) -> None:
    meanwhile: list[bytes] = []

    def let_go() -> None:
        meanwhile.append(path.read_bytes())
        holder.kill()

    threading.Timer(0.3, let_go).start()
    replace(path)

    assert (meanwhile, path.read_bytes()) == ([OLD], NEW)


TAKERS = """
import sys, time
from pathlib import Path
from factcli.store.file import locked
for count in range(40):
    with locked(Path(sys.argv[1])):
        if not count:
            print("held", flush=True)
        time.sleep(0.05)
"""


def test_only_a_single_holder_tries_the_patience(path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", TAKERS, path], stdout=subprocess.PIPE) as taker:
        assert taker.stdout
        taker.stdout.readline()
        # All its turns together are twice as long as that, and each is much shorter.
        with locked(path, patience=1):
            pass

    assert taker.returncode == 0


def test_a_lock_file_that_is_a_link_is_not_followed(path: Path, tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("precious")
    path.with_name(".facts.json.lock").symlink_to(victim)

    with pytest.raises(StoreError, match="cannot be used"):
        replace(path)

    assert victim.read_text() == "precious"
    assert path.read_bytes() == OLD


def test_a_lock_file_that_is_a_hard_link_is_not_written(path: Path, tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("precious")
    path.with_name(".facts.json.lock").hardlink_to(victim)

    replace(path)

    assert (victim.read_text(), path.read_bytes()) == ("precious", NEW)


def test_two_names_of_one_file_share_its_lock(path: Path, holder: subprocess.Popen[bytes]) -> None:
    link = path.with_name("link.json")
    link.symlink_to(path)

    with pytest.raises(StoreError, match=f"process {holder.pid}$"), locked(link, patience=0.1):
        pytest.fail("locked")


# Large files.


@pytest.mark.parametrize("size", [2 * 1024**3 + 1, 50 * 1024**3])
def test_a_file_larger_than_any_store_is_refused_unread(size: int, path: Path) -> None:
    os.truncate(path, size)

    with pytest.raises(StoreError) as told:
        read_store_file(path)

    hint = "stores of up to 2 GiB are supported, some million facts; split it, or name another file"
    assert told.value.lines() == [f"{path}: the file is too large: {size / 1024**3:.1f} GiB. Hint: {hint}"]


@pytest.mark.parametrize(
    "command", [["find", "dam"], ["validate"], ["export"], ["format"], ["set", "dam", "amount=1"], ["show", "dam"]]
)
def test_every_command_refuses_a_file_of_50_gb_in_a_line(command: list[str], path: Path) -> None:
    os.truncate(path, 50 * 1024**3)
    limited = lambda: resource.setrlimit(resource.RLIMIT_AS, (2 * 1024**3, 2 * 1024**3))  # noqa: E731

    ended = subprocess.run(
        [sys.executable, "-m", "factcli", "--store", path, *command],
        check=False,
        capture_output=True,
        text=True,
        preexec_fn=limited,
    )

    assert (ended.returncode, ended.stderr.count("\n")) == (2, 1)
    assert ended.stderr.startswith(f"fact: error: {path}: the file is too large: 50.0 GiB. Hint: ")
    assert names(path.parent) == ["facts.json"]
