"""``fact find`` as scripts and people meet it: through the installed command, in a pipe and on a terminal."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Run

DEFAULT_FIELDS = ["id", "kind", "value", "statement", "subject", "as_of", "source", "url", "locator"]


def test_a_pipe_gets_one_uncut_tab_separated_line_a_fact(piped: Run) -> None:
    ended = piped("amia", "victims")

    assert ended.status == 0
    assert ended.out.splitlines()[0].split("\t") == [
        "amia-bombing-deaths",
        "figure",
        "85 person",
        "The bombing of the Amia Jewish community centre in Buenos Aires killed 85 people.",
        "Amia bombing",
        "2019-07",
        "Pompeo Tour Prioritises Venezuela, Iran, Drugs, and Illegal Immigration",
        "",
        "paragraph 2",
    ]


def test_find_is_the_default_command(piped: Run) -> None:
    assert piped("amia", "victims") == piped("find", "amia", "victims")


def test_a_command_can_be_looked_up_as_a_word(piped: Run) -> None:
    assert piped("find", "show").status in (0, 1)
    assert piped("find", "sources").err.startswith(("", "fact: nothing found"))


def test_nothing_found_is_status_1_and_says_what_is_near(piped: Run) -> None:
    ended = piped("hezbolah")

    assert ended == (1, "", "fact: nothing found for: hezbolah; did you mean: Hezbollah?\n")


def test_an_unknown_option_is_status_2_and_one_line(piped: Run) -> None:
    ended = piped("amia", "--nonsense")

    assert (ended.status, ended.out, ended.err.count("\n")) == (2, "", 1)
    assert ended.err.startswith("fact: error: no such option")
    assert "Hint: fact find --help" in ended.err


def test_a_missing_store_is_status_2_and_stays_missing(piped: Run, tmp_path: Path) -> None:
    ended = piped("amia", store=tmp_path / "missing.json")

    assert (ended.status, ended.out) == (2, "")
    assert ended.err.startswith(f"fact: error: {tmp_path}/missing.json: no such store")
    assert list(tmp_path.iterdir()) == []


def test_a_broken_store_is_status_2_with_line_and_column(piped: Run, tmp_path: Path) -> None:
    broken = tmp_path / "facts.json"
    broken.write_text('{\n  "facts": {"x": {"kind": "figure",}}\n}\n', encoding="utf-8")
    ended = piped("amia", store=broken)

    assert (ended.status, ended.out) == (2, "")
    assert ended.err.startswith(f"fact: error: {broken}:2:")


def test_options_may_stand_before_or_after_the_command(piped: Run) -> None:
    answers = {
        piped("--fields", "id", "find", "amia", "victims").out,
        piped("find", "--fields", "id", "amia", "victims").out,
        piped("find", "amia", "victims", "--fields", "id").out,
        piped("amia", "--fields", "id", "victims").out,
    }

    assert answers == {"amia-bombing-deaths\n"}


def test_words_after_a_double_dash_are_words(piped: Run) -> None:
    assert piped("--fields", "id", "--", "amia", "-reward").out == piped("--fields", "id", "amia -reward").out
    assert piped("--", "-nosuchword", "--fields").status in (0, 1)


def test_the_fields_are_those_asked_for_in_their_order(piped: Run) -> None:
    assert piped("id:salman-reward", "--fields", "unit,amount,surface").out == "USD\t7000000\tUS$7m reward\n"


def test_a_wrong_field_is_an_error_that_lists_the_right_ones(piped: Run) -> None:
    ended = piped("amia", "--fields", "id,nonsense")

    assert ended.status == 2
    assert "nonsense" in ended.err
    assert "statement" in ended.err


def test_a_header_names_the_columns(piped: Run) -> None:
    assert piped("amia", "victims", "--header").out.splitlines()[0].split("\t") == DEFAULT_FIELDS


def test_a_limit_and_a_count_are_kept(piped: Run) -> None:
    assert len(piped("amia", "--limit", "2").out.splitlines()) == 2
    assert piped("kind:quote", "--count").out == "22\n"
    assert piped("nosuchword", "--count")[:2] == (1, "0\n")


def test_quiet_says_nothing_but_its_status(piped: Run) -> None:
    assert piped("amia", "--quiet") == (0, "", "")
    assert piped("nosuchword", "-q") == (1, "", "")


def test_json_holds_whole_facts_with_their_sources(piped: Run) -> None:
    answer = json.loads(piped("amia", "victims", "--format", "json").out)

    assert (answer["schema_version"], answer["query"], answer["total"]) == (1, "amia victims", 1)
    assert answer["facts"][0]["id"] == "amia-bombing-deaths"
    assert answer["facts"][0]["value"] == {"amount": "85", "unit": "person"}
    assert answer["facts"][0]["sources"][0]["id"] == "pompeo-tour-2019"


def test_json_of_nothing_is_still_json(piped: Run) -> None:
    ended = piped("nosuchword", "--format", "json")

    assert (ended.status, json.loads(ended.out)["facts"]) == (1, [])


def test_the_total_counts_beyond_the_limit(piped: Run) -> None:
    answer = json.loads(piped("kind:quote", "--limit", "3", "--format", "json").out)

    assert (answer["total"], len(answer["facts"])) == (22, 3)


def test_json_lines_hold_a_fact_each(piped: Run) -> None:
    lines = piped("find", "--format", "jsonl").out.splitlines()

    assert len({json.loads(line)["id"] for line in lines}) == 59


def test_csv_is_read_back_by_a_csv_reader(piped: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(piped("kind:figure", "--format", "csv").out, newline="")))

    assert list(rows[0]) == DEFAULT_FIELDS
    assert "US$7 million" in " ".join(row["statement"] for row in rows)


def test_markdown_is_a_table(piped: Run) -> None:
    lines = piped("amia", "victims", "--format", "md", "--fields", "id,value").out.splitlines()

    assert lines == ["| id | value |", "| --- | --- |", "| amia-bombing-deaths | 85 person |"]


def test_a_closed_pipe_ends_quietly(shipped_store: Path) -> None:
    ended = subprocess.run(
        ["bash", "-c", f"fact --store {shipped_store} --format jsonl | head -1 | wc -l; echo ${{PIPESTATUS[0]}}"],
        capture_output=True,
        check=True,
        env=os.environ | {"PATH": f"{Path(os.sys.executable).parent}:{os.environ['PATH']}"},
    )

    assert (ended.stdout, ended.stderr) == (b"1\n0\n", b"")


def test_a_full_disk_is_an_error(shipped_store: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            [Path(os.sys.executable).with_name("fact"), "--store", shipped_store],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )

    assert ended.returncode == 2
    assert ended.stderr == b"fact: error: output: No space left on device\n"


@pytest.mark.parametrize("columns", [60, 80, 140])
def test_a_table_fits_its_terminal_and_is_never_cut(
    on_terminal: Run, golden: Callable[[str, str], None], columns: int
) -> None:
    printed = on_terminal("soldiers", columns=columns, TERM="dumb").out

    assert max(map(len, printed.splitlines())) <= columns
    assert "…" not in printed
    golden(f"soldiers-{columns}.txt", printed)


@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("figures", "amia victims"),
        ("quotes", "kind:quote speaker:southern"),
        ("dates", "18 July"),
        ("money", "unit:USD"),
    ],
)
def test_a_table_reads_at_a_glance(piped: Run, golden: Callable[[str, str], None], name: str, query: str) -> None:
    golden(f"{name}-80.txt", piped(query, "--format", "table").out)


def test_the_matched_words_stand_out_on_a_terminal(on_terminal: Run) -> None:
    assert "\x1b[1;31m85\x1b" in on_terminal("85 victims").out or "\x1b[1;31m" in on_terminal("amia").out


def test_a_deprecated_fact_is_struck_and_points_to_the_new_one(on_terminal: Run) -> None:
    printed = on_terminal("rank:deprecated").out

    assert "\x1b[2;9m" in printed
    assert "superseded by bukele-new-soldiers" in printed


def test_colour_can_be_refused(on_terminal: Run) -> None:
    assert "31m" not in on_terminal("amia", NO_COLOR="1").out
    assert "31m" not in on_terminal("amia", "--color", "never").out
    assert "\x1b" not in on_terminal("amia", TERM="dumb").out


def test_colour_can_be_forced_into_a_pipe(piped: Run) -> None:
    assert "\x1b[" in piped("amia", "--format", "table", "--color", "always").out
    assert "\x1b[" in piped("amia", "--format", "table", FORCE_COLOR="1").out
    assert "\x1b[" not in piped("amia", "--format", "table").out


def test_a_table_in_a_pipe_is_as_wide_as_asked(piped: Run) -> None:
    assert max(map(len, piped("amia", "--format", "table", COLUMNS="60").out.splitlines())) <= 60
    assert max(map(len, piped("amia", "--format", "table").out.splitlines())) <= 80


@pytest.mark.parametrize("encoding", [{"PYTHONIOENCODING": "ascii"}, {"LANG": "C", "LC_ALL": "C"}])
def test_an_ascii_terminal_gets_json_that_is_json(spawned: Run, encoding: dict[str, str]) -> None:
    ended = spawned("speaker:moreno", "--format", "json", **encoding)

    assert json.loads(ended.out)["facts"][0]["value"]["speaker"] == "Lenín Moreno"


def test_a_lookup_imports_nothing_that_it_does_not_use(shipped_store: Path) -> None:
    script = (
        "import sys; from factcli.cli.main import run;"
        f"run(['--store', {str(shipped_store)!r}, 'amia']);"
        "run(['--store', {0!r}, 'amia', '--format', 'csv']);".format(str(shipped_store))
        + "print({'tinydb', 'msgspec', 'rapidfuzz', 'rich', 'json'} & set(sys.modules), file=sys.stderr)"
    )
    warm = [os.sys.executable, "-c", script]
    subprocess.run(warm, capture_output=True, check=True)
    ended = subprocess.run(warm, capture_output=True, check=True)

    assert ended.stderr == b"set()\n"
