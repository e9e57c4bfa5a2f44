"""``fact add --from`` on a real terminal: the full screen and the line mode, and what both promise."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import shlex
import subprocess
import termios
from pathlib import Path
from typing import Any

import pytest
from running import FACT, Run

HOSTILE = "\x1b[2J\x1b]52;c;eA==\x07 \u202e[/][link=javascript:x] \x9b1m"
ARTICLE = """\
Storm Ada in Marl

Published 3 May 2021

Storm Ada killed 85 people in Marl. The storm damaged 1,200 houses there.

"We lost the mill," said Ana Ruiz, the mayor.
"""


def facts(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text("utf-8"))["facts"]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "facts.json"


@pytest.fixture
def candidates(piped: Run, tmp_path: Path) -> Path:
    text = tmp_path / "article.txt"
    text.write_text(ARTICLE, "utf-8")
    path = tmp_path / "candidates.json"
    path.write_text(piped("extract", str(text), "--format", "json", store=None, cwd=tmp_path).out, "utf-8")
    return path


@pytest.fixture
def pick(on_terminal: Run, candidates: Path, store: Path) -> Run:
    def run(typed: str, *options: str) -> str:
        ended = on_terminal("add", "--from", str(candidates), "--plain", *options, store=store, typed=typed.encode())
        assert "Traceback" not in ended.out
        return str(ended.out)

    return run


def test_each_candidate_is_shown_with_its_paragraph_and_words(pick: Run) -> None:
    shown = pick("q\n")

    assert "[1/3] figure" in shown
    assert "Storm Ada killed \x1b[1m\x1b[7m85 people\x1b[0m in Marl." in shown


def test_all_of_one_subject_are_added_at_once(pick: Run, store: Path) -> None:
    pick("a\nq\n")

    assert [raw["subject"] for raw in facts(store).values()] == ["Storm Ada", "Storm Ada"]


def test_q_is_never_an_answer(pick: Run, store: Path) -> None:
    pick("e subject\nq\n")
    pick("e\nq\n")

    assert not store.exists()


def test_the_next_run_goes_on_where_the_last_one_stopped(pick: Run, store: Path) -> None:
    pick("y\nn\nq\n")

    assert "[3/3] quote" in pick("q\n")
    assert "[2/3] figure" in pick("q\n", "--again")
    assert len(facts(store)) == 1


def test_an_edit_that_was_not_taken_is_there_the_next_time(pick: Run) -> None:
    pick("e subject Ada of Marl\nq\n")

    assert "subject    Ada of Marl" in pick("q\n")


def test_a_value_is_typed_as_a_writer_prints_it(pick: Run, store: Path) -> None:
    pick("e value about 90 people\ny\nq\n")

    assert next(iter(facts(store).values()))["value"] == {"amount": "90", "unit": "person", "comparator": "~"}


def test_a_field_that_is_not_valid_is_refused_in_a_line(pick: Run) -> None:
    shown = pick("e as_of banana\nq\n")

    assert "'banana' is not a date. Hint: write 2019-07-18, 2019-07 or 12 May 2019" in shown


def test_undo_goes_back_to_the_last_candidate(pick: Run, store: Path) -> None:
    pick("y\nn\nu\nu\nq\n")

    assert not store.exists()


def test_a_later_figure_is_shown_beside_the_one_that_the_store_has(
    pick: Run, piped: Run, store: Path, tmp_path: Path, on_terminal: Run
) -> None:
    pick("y\nq\n")
    (tmp_path / "later.txt").write_text("Storm Ada in Marl\n\nStorm Ada killed 87 people in Marl.\n", "utf-8")
    later = tmp_path / "later.json"
    later.write_text(
        piped("extract", str(tmp_path / "later.txt"), "--format", "json", "--source", "late", store=store).out, "utf-8"
    )

    shown = on_terminal("add", "--from", str(later), "--plain", store=store, typed=b"d\n", columns=200).out

    assert "! the store has 85 people (storm-ada-deaths), this says 87 people" in shown
    assert facts(store)["storm-ada-deaths"]["superseded_by"] == "storm-ada-deaths-marl"


def test_a_taken_id_refuses_nothing(piped: Run, candidates: Path, store: Path) -> None:
    content = json.loads(candidates.read_text("utf-8"))
    for raw in content["facts"].values():
        raw["references"][0]["locator"] = "paragraph 9"
    piped("add", "--from", str(candidates), "--yes", store=store)
    candidates.write_text(json.dumps(content), "utf-8")

    ended = piped("add", "--from", str(candidates), "--yes", store=store)

    assert ended.status == 0
    assert [id_ for id_ in facts(store) if id_.endswith("-2")]


def test_the_same_words_are_never_added_twice(piped: Run, candidates: Path, store: Path) -> None:
    first = piped("add", "--from", str(candidates), "--yes", store=store)
    second = piped("add", "--from", str(candidates), "--yes", store=store)

    assert (first.status, second.status, second.err) == (0, 0, "fact: nothing to change\n")


def test_a_whole_run_is_undone_at_once(pick: Run, piped: Run, store: Path) -> None:
    pick("y\ny\ny\n")

    ended = piped("undo", store=store)

    assert "and 2 more changes" in ended.out
    assert not store.exists()


def test_a_fact_is_deprecated_by_a_candidate(piped: Run, candidates: Path, store: Path) -> None:
    piped("source", "add", "old", "--title", "Old", store=store)
    piped("add", "old-toll", "--amount", "80", "--unit", "person", "--statement", "S.", "--source", "old", store=store)

    ended = piped("deprecate", "old-toll", "--by", "storm-ada-deaths", "--from", str(candidates), store=store)

    assert ended.status == 0, ended.err
    assert facts(store)["old-toll"]["superseded_by"] == "storm-ada-deaths"
    assert "storm-ada-deaths" in facts(store)


def test_a_candidate_that_is_not_in_the_file_changes_nothing(piped: Run, candidates: Path, own_store: Path) -> None:
    before = own_store.read_bytes()

    ended = piped("deprecate", "amia-bombing-deaths", "--by", "nobody", "--from", str(candidates), store=own_store)

    assert ended.status == 2
    assert "there is no candidate 'nobody'" in ended.err
    assert own_store.read_bytes() == before


def test_candidates_are_read_from_a_process(candidates: Path, store: Path) -> None:
    command = f"'{FACT}' --store '{store}' add --yes --from <(cat '{candidates}')"

    ended = subprocess.run(["bash", "-c", command], env=os.environ, capture_output=True, check=False)

    assert ended.returncode == 0, ended.stderr
    assert len(facts(store)) == 3


def test_hostile_text_does_not_reach_the_terminal(on_terminal: Run, store: Path, tmp_path: Path) -> None:
    raw = {
        "kind": "figure",
        "statement": HOSTILE,
        "subject": HOSTILE,
        "value": {"amount": "4", "unit": HOSTILE},
        "references": [{"source": "s", "locator": HOSTILE, "surface": HOSTILE}],
    }
    context = {"paragraph": HOSTILE * 2, "start": 3, "end": 9}
    sources = {"s": {"type": "book", "title": HOSTILE}}
    path = tmp_path / "hostile.json"
    path.write_text(json.dumps({"facts": {"x": raw}, "sources": sources, "contexts": {"x": context}}), "utf-8")

    ended = on_terminal(
        "add", "--from", str(path), "--plain", store=store, typed=b"e subject\ne zzz\ne value \x1b[2J\nu\ny\n"
    )

    assert not [mark for mark in ("\x1b[2J", "\x1b]52", "\u202e", "\x9b") if mark in ended.out.replace("^[[2J", "")]
    assert "Traceback" not in ended.out


@pytest.mark.parametrize("wrong", [None, 1, "x", [1], {}, [{"source": []}]])
@pytest.mark.parametrize("field", ["references", "value"])
def test_json_of_any_shape_is_shown_and_refused_in_a_line(
    on_terminal: Run, store: Path, tmp_path: Path, field: str, wrong: object
) -> None:
    fact = {"kind": "date", "statement": "S.", "value": {"edtf": "2019"}, "references": [{"source": "s"}]}
    path = tmp_path / "wrong.json"
    path.write_text(
        json.dumps({"facts": {"x": fact | {field: wrong}}, "sources": {}, "contexts": {"x": wrong}}), "utf-8"
    )

    ended = on_terminal("add", "--from", str(path), "--plain", store=store, typed=b"y\na\ne\n\nq\n")

    assert "Traceback" not in ended.out
    assert ended.status in {0, 2}


def test_the_full_screen_is_driven_by_keys_on_a_real_terminal(on_terminal: Run, candidates: Path, store: Path) -> None:
    pytest.importorskip("textual")

    ended = on_terminal("add", "--from", str(candidates), store=store, typed=b"yny")

    assert [raw["kind"] for raw in facts(store).values()] == ["figure", "quote"]
    assert "2 of 3 candidates in the store" in ended.out


def test_a_dumb_terminal_is_asked_line_by_line(on_terminal: Run, candidates: Path, store: Path) -> None:
    ended = on_terminal("add", "--from", str(candidates), store=store, typed=b"y\nq\n", TERM="dumb")

    assert len(facts(store)) == 1
    assert "1 of 3 candidates in the store; 2 left: the same command resumes there" in ended.out


def test_candidates_come_from_a_pipe_and_answers_from_the_terminal(candidates: Path, store: Path) -> None:
    primary, secondary = pty.openpty()
    command = (
        f"{shlex.quote(FACT)} --store {shlex.quote(str(store))} add --from - --plain < {shlex.quote(str(candidates))}"
    )
    process = subprocess.Popen(
        ["sh", "-c", command], stdin=secondary, stdout=secondary, stderr=secondary, start_new_session=True,
        preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509 - no thread of the tests is in a lock
    )  # fmt: skip
    os.close(secondary)
    os.write(primary, b"y\nq\n")
    process.wait(timeout=60)
    os.close(primary)

    assert len(facts(store)) == 1


def test_what_is_not_json_is_no_file_of_candidates(piped: Run, store: Path, tmp_path: Path) -> None:
    table = tmp_path / "candidates.tsv"
    table.write_text("id\tvalue\n", "utf-8")

    ended = piped("add", "--from", str(table), "--yes", store=store)

    assert (ended.status, ended.err) == (
        2,
        f"fact: error: {table}:1:1: not JSON. Hint: fact extract ARTICLE --format json writes candidates\n",
    )
