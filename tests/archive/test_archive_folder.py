"""The folder of a run: what the run did not write stays, links are refused, and damage is an error of one line."""

from __future__ import annotations

import json
import os
import random
import shutil
import threading
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from made_up import make_archive, make_store

from factcli.archive import Question
from factcli.archive.batch import ArchiveError
from factcli.archive.inputs import find_archive
from factcli.archive.run import Job, check_archive
from factcli.errors import FactcliError
from factcli.store.file import locked

if TYPE_CHECKING:
    from factcli.archive.summary import ArchiveSummary

DEFECTS = b'no json\n{"id": "a"}\n'
OWN = ("manifest.jsonl", "rejected.jsonl", "summary.json", "findings", "findings/part-00000.jsonl")


@pytest.fixture(scope="module")
def village(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a store, an archive with two defects, and the output ``done`` of a run over it."""
    folder = tmp_path_factory.mktemp("village")
    make_store(folder / "facts.json", 40)
    make_archive(folder / "articles.jsonl", 12, 40)
    with (folder / "articles.jsonl").open("ab") as file:
        file.write(DEFECTS)
    run(folder, folder / "done")
    return folder


def run(village: Path, output: Path) -> ArchiveSummary:
    archive = find_archive([str(village / "articles.jsonl")])
    return check_archive(Job(archive, str(village / "facts.json"), Question(), output, "jsonl", 1))


@pytest.fixture
def output(village: Path, tmp_path: Path) -> Path:
    """A copy of the finished run, to be spoiled."""
    return Path(shutil.copytree(village / "done", tmp_path / "out"))


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def refused(village: Path, output: Path) -> str:
    """The one line that a run in ``output`` is refused with; nothing in it has changed by then."""
    before = contents(output)
    with pytest.raises(FactcliError) as caught:
        run(village, output)
    [line] = caught.value.lines()
    assert "\n" not in line
    assert "Hint: " in line
    assert contents(output) == before
    return line


@pytest.mark.parametrize("name", ["note.txt", "part-notes.md", ".part-note", ".hidden", "part-1.jsonl", "part-00000"])
def test_a_note_among_the_findings_stays(village: Path, output: Path, name: str) -> None:
    (output / "findings" / name).write_text("my own", encoding="utf-8")

    run(village, output)

    assert (output / "findings" / name).read_text("utf-8") == "my own"
    assert (output / "findings" / "part-00000.jsonl").read_bytes() == (
        village / "done" / "findings" / "part-00000.jsonl"
    ).read_bytes()


@pytest.mark.parametrize("name", ["part-00001.jsonl", "part-00042.jsonl", "part-00000.parquet"])
def test_a_part_of_another_run_is_neither_removed_nor_counted(village: Path, output: Path, name: str) -> None:
    (output / "findings" / name).write_text("of another run", encoding="utf-8")

    assert "not part of this run" in refused(village, output)


def test_what_appears_under_the_name_of_the_next_part_is_not_replaced(
    village: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    part = tmp_path / "out" / "findings" / "part-00000.jsonl"
    monkeypatch.setattr("factcli.archive.parts.cut", lambda *_: None)
    make = Path.mkdir

    def mkdir(path: Path, *rest: object, **named: object) -> None:
        make(path, *rest, **named)  # type: ignore[arg-type]
        if path.name == part.parent.name:
            part.write_text("mine", encoding="utf-8")

    monkeypatch.setattr(Path, "mkdir", mkdir)

    with pytest.raises(ArchiveError, match="not part of this run"):
        run(village, tmp_path / "out")

    assert part.read_text("utf-8") == "mine"


@pytest.mark.parametrize("name", OWN)
def test_a_link_in_the_folder_is_refused(village: Path, output: Path, tmp_path: Path, name: str) -> None:
    elsewhere = tmp_path / "elsewhere"
    (output / name).rename(elsewhere)
    (output / name).symlink_to(elsewhere)
    before = elsewhere.read_bytes() if elsewhere.is_file() else contents(elsewhere)

    assert "symbolic link" in refused(village, output)
    assert (elsewhere.read_bytes() if elsewhere.is_file() else contents(elsewhere)) == before


@pytest.mark.parametrize("name", ["manifest.jsonl", "rejected.jsonl", "summary.json", "findings"])
def test_a_link_to_nothing_is_refused_in_a_new_folder_too(village: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / name).symlink_to(tmp_path / "nowhere")

    assert "symbolic link" in refused(village, tmp_path / "out")
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("name", ["", "findings"])
def test_a_link_that_is_put_in_place_of_a_folder_leads_no_write_elsewhere(
    village: Path, tmp_path: Path, name: str
) -> None:
    output, kept, elsewhere = tmp_path / "out", tmp_path / "kept", tmp_path / "elsewhere"
    elsewhere.mkdir()

    def switch(_: object) -> None:
        if not kept.exists():
            (output / name).rename(kept)
            (output / name).symlink_to(elsewhere)

    archive = find_archive([str(village / "articles.jsonl")])
    check_archive(Job(archive, str(village / "facts.json"), Question(), output, "jsonl", 1), switch)

    assert not any(elsewhere.iterdir())
    assert contents(kept) == contents(village / "done" / name)


def test_a_link_that_is_put_in_place_of_the_new_folder_is_refused(
    village: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output, elsewhere = tmp_path / "out", tmp_path / "elsewhere"
    elsewhere.mkdir()
    make = Path.mkdir

    def mkdir(path: Path, *rest: object, **named: object) -> None:
        make(path, *rest, **named)  # type: ignore[arg-type]
        if path == output:
            path.rename(tmp_path / "kept")
            path.symlink_to(elsewhere)

    monkeypatch.setattr(Path, "mkdir", mkdir)

    with pytest.raises(ArchiveError, match="out: is a symbolic link"):
        run(village, output)

    assert not any(elsewhere.iterdir())


def test_a_folder_that_is_a_link_is_refused(village: Path, output: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(output)

    assert "symbolic link" in refused(village, tmp_path / "link")


@pytest.mark.parametrize("name", [".part-00001.jsonl", ".part-00000.jsonl"])
def test_a_link_under_a_hidden_name_is_refused(village: Path, output: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    (output / "findings" / name).symlink_to(tmp_path / "mine.txt")

    assert "symbolic link" in refused(village, output)
    assert (tmp_path / "mine.txt").read_text("utf-8") == "mine"


@pytest.mark.parametrize("name", ["manifest.jsonl", "rejected.jsonl", "summary.json", "findings/part-00000.jsonl"])
def test_a_file_with_a_second_name_elsewhere_is_refused(village: Path, output: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "second").hardlink_to(output / name)

    assert "hard link" in refused(village, output)


@pytest.mark.parametrize("name", ["manifest.jsonl", "rejected.jsonl", "summary.json", "findings/part-00000.jsonl"])
@pytest.mark.parametrize("make", [os.mkfifo, Path.mkdir])
def test_what_is_no_file_is_refused_and_nobody_waits_for_it(
    village: Path, output: Path, name: str, make: object
) -> None:
    (output / name).unlink()
    make(output / name)  # type: ignore[operator]

    assert "not a regular file" in refused(village, output)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("rejected.jsonl", b"my list\n"),
        ("rejected.jsonl", b"my list"),
        ("manifest.jsonl", b"my list\n"),
        ("manifest.jsonl", b"my list"),
        ("summary.json", b"{}"),
        ("findings/mine.txt", b"mine"),
        ("findings/part-00000.jsonl", b"mine"),
    ],
)
def test_a_folder_of_the_user_s_is_not_begun_in(village: Path, tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / "out" / name
    path.parent.mkdir(parents=True)
    path.write_bytes(content)

    refused(village, tmp_path / "out")


@pytest.mark.parametrize("added", [b"my remark\n", b'{"place": "x"}\n', b"a remark without an end", b"\0" * 20])
def test_lines_of_the_user_s_in_the_rejected_ones_stay(village: Path, output: Path, added: bytes) -> None:
    with (output / "rejected.jsonl").open("ab") as file:
        file.write(added)

    assert "not written by fact archive" in refused(village, output)


def test_rejected_records_that_are_gone_are_an_error_and_not_filled_with_nothing(village: Path, output: Path) -> None:
    (output / "rejected.jsonl").write_bytes(b"")

    assert "rejected.jsonl: truncated" in refused(village, output)


@pytest.mark.parametrize(
    "content",
    [
        b"null\n",
        b"[]\n",
        b"7\n",
        b'"run"\n',
        b"{}\n",
        b'{"other": 1}\n',
        b"\xff\xfe\0\0\n",
        b"\0" * 4096,
        b"[" * 200_000 + b"\n",
        b'{"version": 1e999999}\n',
        b'{"version": ' + b"9" * 10_000 + b"}\n",
        b'{"version": "\\ud800"}\n',
    ],
    ids=range(12),
)
def test_a_manifest_of_something_else_is_an_error_of_one_line(village: Path, output: Path, content: bytes) -> None:
    (output / "manifest.jsonl").write_bytes(content)

    refused(village, output)


@pytest.mark.parametrize(
    "line",
    [
        b"null\n",
        b"[1,2]\n",
        b"{}\n",
        b'{"done":[0,0,99999999999999999999999,0,0,0,[]],"digest":""}\n',
        b'{"done":[0,0,1e400,0,0,0,[]],"digest":""}\n',
        b'{"done":' + b"[" * 100_000 + b"\n",
        b"\xff\n",
        b"\n",
    ],
    ids=range(8),
)
def test_a_line_of_the_manifest_that_no_run_wrote_is_an_error_with_its_place(
    village: Path, output: Path, line: bytes
) -> None:
    manifest = output / "manifest.jsonl"
    manifest.write_bytes(manifest.read_bytes() + line)

    assert "manifest.jsonl:3:1: damaged" in refused(village, output)


def test_a_line_that_stands_twice_is_damage(village: Path, output: Path) -> None:
    manifest = output / "manifest.jsonl"
    head, done = manifest.read_bytes().splitlines(keepends=True)
    manifest.write_bytes(head + done + done)

    assert "manifest.jsonl:3:1: damaged" in refused(village, output)


def test_a_manifest_larger_than_any_is_not_read(village: Path, output: Path) -> None:
    with (output / "manifest.jsonl").open("r+b") as file:
        file.truncate(50 * 1024**3)

    with pytest.raises(ArchiveError, match="too large for a manifest"):
        run(village, output)


@pytest.mark.parametrize("seed", range(30))
def test_a_damaged_manifest_never_leads_to_other_findings(village: Path, output: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same damage every time
    manifest = output / "manifest.jsonl"
    data = bytearray(manifest.read_bytes())
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(1 + len(data) // 2)
        if chance.random() < 0.5:
            data[place : place + 1] = bytes([chance.randrange(256)])
        else:
            del data[place : place + chance.randint(1, 300)]
    manifest.write_bytes(data)

    with suppress(FactcliError):
        run(village, output)

    # Refused, and as it was; or done again, with what is found in every run.
    assert findings(output) == findings(village / "done")


def findings(folder: Path) -> dict[str, bytes]:
    return {name: content for name, content in contents(folder).items() if name != "manifest.jsonl"}


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data[: len(data) // 2],
        lambda data: data.split(b"\n", 1)[1],
        lambda data: b"null\n" + data,
        lambda data: data.replace(b'"line": ', b'"line": "x'),
        lambda data: b"\xff" + data,
        lambda _: b"",
        lambda data: data + data.split(b"\n", 1)[0] + b"\n",
    ],
    ids=["half", "one less", "null", "text for a number", "no UTF-8", "empty", "one more"],
)
def test_a_damaged_part_is_an_error_and_not_a_smaller_count(village: Path, output: Path, spoil: object) -> None:
    part = output / "findings" / "part-00000.jsonl"
    part.write_bytes(spoil(part.read_bytes()))  # type: ignore[operator]

    assert "findings" in refused(village, output)


def test_a_part_that_is_gone_is_an_error(village: Path, output: Path) -> None:
    (output / "findings" / "part-00000.jsonl").unlink()

    assert "part-00000.jsonl: missing" in refused(village, output)


def test_two_runs_in_one_folder_do_not_mix(village: Path, output: Path) -> None:
    held, ended = threading.Event(), threading.Event()

    def hold() -> None:
        with locked(output / "manifest.jsonl"):
            held.set()
            ended.wait()

    other = threading.Thread(target=hold)
    other.start()
    held.wait()
    try:
        with pytest.raises(FactcliError, match="is being written by"):
            run(village, output)
    finally:
        ended.set()
        other.join()


def test_the_summary_is_replaced_whole(village: Path, output: Path) -> None:
    (output / "summary.json").write_text("{", encoding="utf-8")
    (output / ".summary.json").write_text("half", encoding="utf-8")

    run(village, output)

    assert json.loads((output / "summary.json").read_text("utf-8"))["documents"]["rejected"] == 2
    assert not (output / ".summary.json").exists()
