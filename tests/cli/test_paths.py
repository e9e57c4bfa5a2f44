"""What a command line names: paths that are empty, the same file twice, folders that are locked, pipes."""

from __future__ import annotations

import os
import re
import subprocess
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from running import FACT

from factcli.archive.batch import ArchiveError
from factcli.archive.inputs import find_archive
from factcli.cli.main import run
from factcli.drafts.paths import find_drafts
from factcli.store.location import cache_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from running import Run

WRONG = "The bombing of the Amia centre in Buenos Aires killed 87 people.\n"
RIGHT = WRONG.replace("87", "85")


@pytest.mark.parametrize(
    "line",
    [
        ["check", "", "--fix"],
        ["check", "draft.md", ""],
        ["extract", ""],
        ["verify", "pompeo-tour-2019", "--text", ""],
        ["diff", "", "facts.json"],
        ["validate", ""],
        ["import", "", "--as", "json"],
        ["add", "--from", "", "--yes"],
        ["source", "attach", "pompeo-tour-2019", ""],
        ["format", ""],
        ["merge-driver", "", "facts.json", "facts.json"],
        ["archive", "", "--output", "found"],
        ["archive", "draft.md", "--output", ""],
        ["amia", "--store", ""],
        ["--store=", "amia"],
        ["set", "amia-bombing-deaths", "note=x", "--store", ""],
        ["format", "--store", ""],
        ["check", "draft.md", "--store", ""],
    ],
    ids=" ".join,
)
def test_an_empty_path_is_an_error_and_touches_nothing(
    piped: Run, own_store: Path, tmp_path: Path, line: list[str]
) -> None:
    (tmp_path / "draft.md").write_text(WRONG, "utf-8")
    before = own_store.read_bytes()

    ended = piped(*line, store=None, cwd=tmp_path)

    assert (ended.status, ended.out) == (2, "")
    assert ended.err.startswith("fact: error: ")
    assert ended.err.count("\n") == 1
    assert "the path is empty" in ended.err
    assert not re.search(r"'\[|\.\.\.'", ended.err), "an argument is named without the marks of a usage line"
    assert (tmp_path / "draft.md").read_text("utf-8") == WRONG
    assert own_store.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["draft.md", "facts.json"]


def test_an_empty_variable_names_no_store(piped: Run, own_store: Path, tmp_path: Path) -> None:
    ended = piped("paths", "--fields", "path", "--limit", "1", store=None, cwd=tmp_path, FACTCLI_STORE="")

    assert (ended.status, ended.out) == (0, f"{own_store}\n")


def test_an_empty_store_in_the_settings_is_an_error(piped: Run, tmp_path: Path) -> None:
    (tmp_path / ".factcli.toml").write_text('store = ""\n', "utf-8")
    (tmp_path / "draft.md").write_text(WRONG, "utf-8")

    ended = piped("check", str(tmp_path / "draft.md"), store=None)

    assert ended.status == 2
    assert "'store' is not a path" in ended.err


@pytest.mark.parametrize("other", ["./d.md", "link.md", "hard.md", "d.md", "."])
def test_a_draft_that_is_named_twice_is_mended_once(piped: Run, tmp_path: Path, other: str) -> None:
    draft = tmp_path / "d.md"
    draft.write_text(WRONG, "utf-8")
    (tmp_path / "link.md").symlink_to("d.md")
    (tmp_path / "hard.md").hardlink_to(draft)

    ended = piped("check", "d.md", other, "--fix", cwd=tmp_path)

    assert (ended.status, ended.out) == (0, "")
    assert ended.err.startswith("fact: 1 suggestion applied\nfact: 1 seen in 1 draft")
    assert {path.read_text("utf-8") for path in tmp_path.iterdir()} == {RIGHT}
    assert draft.stat().st_nlink == 2
    assert (tmp_path / "link.md").is_symlink()


def test_a_folder_with_its_own_sheet_is_checked_without_it(piped: Run, tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text(WRONG, "utf-8")
    (tmp_path / "page.html").write_text(f"<p>{WRONG}</p>", "utf-8")
    sheet = piped("check", str(tmp_path / "draft.md"), "--format", "html").out
    (tmp_path / "sheet.html").write_text(sheet, "utf-8")

    ended = piped("check", str(tmp_path))

    assert [Path(line.split(":")[0]).name for line in ended.out.splitlines()] == ["draft.md", "page.html"]


def test_two_drafts_with_the_same_words_are_two(piped: Run, tmp_path: Path) -> None:
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(WRONG, "utf-8")

    assert piped("check", "a.md", "b.md", "--count", cwd=tmp_path).out == "2\n"


@contextmanager
def _as_nobody(folder: Path) -> Iterator[None]:
    """Read no more than others may, where we are root; skip where that cannot be."""
    if os.geteuid() != 0:
        yield
        return
    try:
        os.seteuid(65534)
    except OSError:
        pytest.skip("root cannot become another user here")
    if not os.access(folder, os.R_OK, effective_ids=True):
        os.seteuid(0)
        pytest.skip("the folders of tests are closed to others")
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def locked() -> Iterator[Path]:
    scratch = TemporaryDirectory()
    Path(scratch.name).chmod(0o755)
    top = Path(scratch.name, "top")
    (top / "priv").mkdir(parents=True)
    for folder in (top, top / "priv"):
        (folder / "d.md").write_text(RIGHT, "utf-8")
    (top / "priv").chmod(0)
    yield top
    (top / "priv").chmod(0o755)
    scratch.cleanup()


def test_a_folder_that_cannot_be_read_is_reported(locked: Path) -> None:
    errors: list[OSError] = []
    with _as_nobody(locked):
        found = list(find_drafts(locked, errors.append))

    assert found == [locked / "d.md"]
    assert [(error.filename, error.strerror) for error in errors] == [(str(locked / "priv"), "Permission denied")]


def test_an_archive_folder_that_cannot_be_read_is_an_error(locked: Path) -> None:
    with _as_nobody(locked), pytest.raises(ArchiveError, match="priv: Permission denied"):
        find_archive([str(locked)])


def test_a_folder_that_cannot_be_read_ends_with_2_unless_it_is_excluded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shipped_store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "top"
    folder.mkdir()
    (folder / "d.md").write_text(RIGHT, "utf-8")

    def walk(path: Path, onerror: Callable[[OSError], object]) -> Iterator[tuple[str, list[str], list[str]]]:
        onerror(PermissionError(13, "Permission denied", str(folder / "priv")))
        yield str(path), [], ["d.md"]

    monkeypatch.setattr("os.walk", walk)
    line = ["check", str(folder), "--store", str(shipped_store)]
    assert run(line) == 2
    assert f"fact: error: {folder / 'priv'}: Permission denied. Hint: " in capsys.readouterr().err
    (folder / ".factcli.toml").write_text('exclude = ["priv"]\n', "utf-8")
    assert run(line) == 0


def test_a_file_that_cannot_be_read_is_said_to_be_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text(RIGHT, "utf-8")
    monkeypatch.setattr("os.access", lambda *_: False)

    assert run(["check", str(draft)]) == 2
    assert capsys.readouterr().err == f"fact: error: {draft}: Permission denied. Hint: check its permissions\n"


def in_bash(command: str, cwd: Path) -> tuple[int, str, str]:
    ended = subprocess.run(["bash", "-c", command], cwd=cwd, capture_output=True, text=True, check=False, timeout=60)
    return ended.returncode, ended.stdout, ended.stderr


@pytest.mark.parametrize(
    ("line", "status", "out"),
    [
        ("{} diff <(cat facts.json) facts.json", 0, ""),
        ("{} diff <(cat facts.json; sleep 0.3) <(sed s/85/86/ facts.json) --count", 1, "1\n"),
        ("{} check <(sleep 0.3; cat d.md) --count", 1, "1\n"),
        ("{} check <(cat d.md) --stdin-name new.md --format lines | cut -d: -f1", 0, "new.md\n"),
        ("cat d.md | {} check /dev/stdin --count", 1, "1\n"),
        ("{} check <(true)", 0, ""),
        ("{} --store <(cat facts.json) id:amia-bombing-deaths --fields value", 0, "85 person\n"),
        ("{} find id:amia-bombing-deaths --count --store <(cat facts.json)", 0, "1\n"),
        ("{} validate <(cat facts.json) -q", 0, ""),
        ("{} extract <(cat d.md) --count", 0, "1\n"),
    ],
)
def test_a_pipe_that_is_named_is_read(own_store: Path, line: str, status: int, out: str) -> None:
    (own_store.parent / "d.md").write_text(WRONG, "utf-8")

    ended = in_bash(line.format(FACT), own_store.parent)

    assert (ended[0], ended[1]) == (status, out), ended[2]
    assert not [*Path(cache_folder()).glob("index-*")] or "--store" not in line


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{} check <(cat d.md) --fix", "not standard input or a pipe"),
        ("{} check <(cat d.md) --since HEAD", "not standard input or a pipe"),
        ("{} check <(cat d.md) --watch", "--watch cannot be combined"),
        ("{} set amia-bombing-deaths note=x --store <(cat facts.json)", "cannot be changed"),
        ("{} format <(cat facts.json)", "cannot be changed"),
        ("mkfifo p; {} set amia-bombing-deaths note=x --store p", "nobody writes to"),
        ("mkdir f; mkfifo f/facts.json; cd f; {} set amia-bombing-deaths note=x", "cannot be changed"),
        ("{} check /dev/zero", "is a device"),
        ("{} --store /dev/zero amia", "is not a regular file"),
        ("mkfifo p.md; {} check p.md", "nobody writes to"),
        ("mkfifo p; {} --store p amia", "nobody writes to"),
        ("mkdir f; mkfifo f/p.md; {} check f", "is a pipe"),
        ("mkdir f; mkfifo f/facts.json; cd f; {} amia", "is not a regular file"),
    ],
)
def test_what_a_pipe_or_device_cannot_do_is_an_error(own_store: Path, line: str, told: str) -> None:
    (own_store.parent / "d.md").write_text(WRONG, "utf-8")

    status, out, err = in_bash(line.format(FACT), own_store.parent)

    assert (status, out) == (2, "")
    assert told in err
