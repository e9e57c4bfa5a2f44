"""``fact archive`` as a person and a script meet it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from running import Run

WRONG = "The bombing of the Amia centre in Buenos Aires killed 87 people."
RIGHT = "The bombing of the Amia centre in Buenos Aires killed 85 people."


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Two articles with the same wrong figure, one that is right, and a line that is none."""
    path = tmp_path / "articles.jsonl"
    texts = {"a": WRONG, "b": RIGHT, "c": f"{WRONG} It was in 1994.\x1b[2J"}
    lines = [json.dumps({"id": id_, "text": text, "published": "2019-07-20"}) for id_, text in texts.items()]
    path.write_text("\n".join([*lines, "no json"]), encoding="utf-8")
    return path


def test_what_was_printed_wrong_most_often_comes_first(piped: Run, articles: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"

    ended = piped("archive", str(articles), "--output", str(output), "--fields", "printed,documents,value,fact")

    assert (ended.status, ended.out) == (1, "87 people\t2\t85 people\tamia-bombing-deaths\n")
    assert "fact: 3 documents: " in ended.err
    assert f"fact: 1 record could not be read: {output}/rejected.jsonl\n" in ended.err
    assert f"fact: findings are in {output}/findings\n" in ended.err


def test_an_archive_of_which_nothing_can_be_read_is_an_error(piped: Run, tmp_path: Path) -> None:
    archive, output = tmp_path / "articles.jsonl", tmp_path / "out"
    archive.write_text("no json\n", encoding="utf-8")

    ended = piped("archive", str(archive), "--output", str(output))

    told = f"fact: error: {output}: no record could be read. Hint: see {output}/rejected.jsonl\n"
    assert (ended.status, ended.out) == (2, "")
    assert ended.err.endswith(told)


@pytest.mark.usefixtures("_spawned_workers")
def test_a_terminal_gets_a_table_and_no_raw_control_byte(on_terminal: Run, articles: Path, tmp_path: Path) -> None:
    ended = on_terminal("archive", str(articles), "--output", str(tmp_path / "out"))

    assert ended.status == 1
    assert "87 people" in ended.out
    assert "\x1b[2J" not in ended.out


def test_findings_on_disk_hold_no_raw_control_byte(piped: Run, articles: Path, tmp_path: Path) -> None:
    piped("archive", str(articles), "--output", str(tmp_path / "out"), "--all")

    files = [path for path in (tmp_path / "out").rglob("*") if path.is_file()]
    assert files
    assert not any(b"\x1b" in path.read_bytes() for path in files)


@pytest.mark.parametrize(
    ("options", "status"),
    [
        ((), 1),
        (("--fact", "amia-bombing-deaths"), 1),
        (("--fact", "salman-reward"), 0),
        (("--since", "2019-07-20", "--until", "2019-07-20"), 1),
        (("--since", "2019-07-21"), 0),
        (("--until", "2019-07-19"), 0),
        (("--rule-off", "other-value"), 0),
        (("--input-format", "csv"), 2),
        (("--fact", "nobody"), 2),
        (("--since", "soon"), 2),
        (("--fields", "x"), 2),
        (("--rule-off", "x"), 2),
        (("--master", "local"), 2),
        (("--jobs", "0"), 2),
    ],
)
def test_the_exit_status_tells(
    piped: Run, articles: Path, tmp_path: Path, options: tuple[str, ...], status: int
) -> None:
    ended = piped("archive", str(articles), "--output", str(tmp_path / "out"), *options)

    assert ended.status == status
    assert "Traceback" not in ended.err


@pytest.mark.parametrize("output", ["out", "./out", "in depth/../out"])
def test_a_run_does_not_read_its_own_output(piped: Run, articles: Path, tmp_path: Path, output: str) -> None:
    (tmp_path / "in depth").mkdir()
    (articles.rename(tmp_path / "in depth" / "out.jsonl"))
    arguments = ("archive", ".", "--output", output)

    first, second = (piped(*arguments, cwd=tmp_path) for _ in range(2))

    assert (first.status, first) == (1, second)
    assert "fact: 3 documents: " in second.err


def test_what_the_settings_turn_off_is_off_here_too(piped: Run, articles: Path, tmp_path: Path) -> None:
    (tmp_path / ".factcli.toml").write_text("levels = {other-value = 'off'}\n", "utf-8")

    assert piped("archive", str(articles), "--output", "out", cwd=tmp_path).status == 0


def test_a_run_of_another_store_is_told_from_this_one(
    piped: Run, articles: Path, own_store: Path, tmp_path: Path
) -> None:
    arguments = ("archive", str(articles), "--output", str(tmp_path / "out"))
    piped(*arguments, store=own_store)
    piped("set", "amia-bombing-deaths", "amount=87", store=own_store)

    ended = piped(*arguments, store=own_store)

    assert (ended.status, "the run was started with a different store" in ended.err) == (2, True)


def test_sources_of_the_settings_are_out_of_scope_and_that_is_said(piped: Run, articles: Path, tmp_path: Path) -> None:
    (tmp_path / ".factcli.toml").write_text('sources = ["nowhere/*"]\n', "utf-8")

    ended = piped("archive", str(articles), "--output", str(tmp_path / "out"), cwd=tmp_path)

    assert "the sources of the settings are not used" in ended.err
