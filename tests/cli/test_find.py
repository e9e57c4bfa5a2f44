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

    from running import Run

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

    assert lines == ["| id | value |", "| --- | --- |", "| amia-bombing-deaths | 85 people |"]


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
    assert ended.stderr == b"fact: error: output: No space left on device. Hint: free some space\n"


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
    assert "\x1b[1;35mAmia\x1b" in on_terminal("amia").out
    assert "31m" not in on_terminal("amia").out


def test_a_deprecated_fact_is_struck_and_points_to_the_new_one(on_terminal: Run) -> None:
    printed = on_terminal("rank:deprecated").out

    assert "\x1b[2;9m" in printed
    assert "superseded by bukele-new-soldiers" in printed


def test_colour_can_be_refused(on_terminal: Run) -> None:
    assert "35m" not in on_terminal("amia", NO_COLOR="1").out
    assert "35m" not in on_terminal("amia", "--color", "never").out
    assert "\x1b" not in on_terminal("amia", TERM="dumb").out


def test_colour_can_be_forced_into_a_pipe(piped: Run) -> None:
    assert "\x1b[" in piped("amia", "--format", "table", "--color", "always").out
    assert "\x1b[" in piped("amia", "--format", "table", FORCE_COLOR="1").out
    assert "\x1b[" not in piped("amia", "--format", "table").out


@pytest.mark.parametrize("columns", [60, 80, 140])
def test_a_list_has_one_or_two_lines_a_fact(on_terminal: Run, golden: Callable[[str, str], None], columns: int) -> None:
    printed = on_terminal("unit:USD", "--format", "list", columns=columns, TERM="dumb").out

    assert len(printed.splitlines()) <= 2 * 4
    assert max(map(len, printed.splitlines())) <= columns
    golden(f"list-{columns}.txt", printed)


def test_many_facts_are_a_list_on_a_terminal(on_terminal: Run) -> None:
    few, many = on_terminal("unit:USD", TERM="dumb").out, on_terminal("kind:quote", TERM="dumb").out

    assert "paragraph 7" in few
    assert "paragraph" not in many


@pytest.mark.parametrize("columns", [60, 80, 140, 200])
@pytest.mark.parametrize("form", ["table", "list"])
def test_no_id_is_broken_on_a_terminal(on_terminal: Run, shipped_store: Path, form: str, columns: int) -> None:
    printed = on_terminal("find", "--format", form, "--limit", "0", columns=columns, TERM="dumb").out

    assert [id_ for id_ in json.loads(shipped_store.read_text())["facts"] if id_ not in printed.split()] == []


@pytest.mark.parametrize(
    ("sort", "first", "last"),
    [
        ("value", "sembrando-vida-financing", "us-el-salvador-investment-urged"),
        ("id", "mexico-el-salvador-investment", "us-el-salvador-investment-urged"),
        ("source", "salman-reward", "sembrando-vida-financing"),
    ],
)
def test_facts_are_sorted_as_asked(piped: Run, sort: str, first: str, last: str) -> None:
    found = piped("unit:USD", "value:>10m", "OR", "id:salman-reward", "--sort", sort, "--fields", "id").out.splitlines()

    assert (found[-1], first in found[:2]) == (last, True)


def test_dates_are_sorted_by_their_days(piped: Run) -> None:
    found = piped("kind:date", "argentina", "--sort", "date", "--fields", "value").out.splitlines()

    assert found == ["2007/2015", "2015-01", "2019-07-18", "2019-10"]


def test_a_limit_comes_after_the_order(piped: Run) -> None:
    assert piped("unit:USD", "--sort", "value", "--limit", "1", "--fields", "value").out == "7000000 USD\n"


@pytest.mark.parametrize("form", ["table", "list"])
def test_groups_have_their_headings(piped: Run, form: str) -> None:
    printed = piped("bukele", "--group", "kind", "--format", form).out.splitlines()

    assert [line.split()[0] for line in printed if line.strip().split(" ")[0] in ("figure", "date", "quote")] == [
        "date",
        "quote",
        "figure",
    ]


def test_the_values_of_scripts_are_those_of_the_store_unless_asked_otherwise(piped: Run) -> None:
    row = ("id:us-el-salvador-investment-urged", "--fields", "value")

    assert piped(*row).out == "2000000000 USD/year\n"
    assert piped(*row, "--human").out == "US$2 billion a year\n"
    assert piped(*row, "--format", "csv", "--human").out == "value\nUS$2 billion a year\n"
    assert piped(*row, "--format", "json").out.count("2000000000 USD/year") == 1
    assert piped("show", "salman-reward", "--field", "value").out == "7000000 USD\n"
    assert piped("show", "salman-reward", "--field", "value", "--human").out == "US$7 million\n"


def test_json_for_people_has_the_value_beside_that_of_the_store(piped: Run) -> None:
    (fact,) = json.loads(piped("id:salman-reward", "--format", "json", "--human").out)["facts"]

    assert (fact["value"]["amount"], fact["display"]) == ("7000000", "US$7 million")


def test_markdown_is_for_people(piped: Run) -> None:
    assert "| about 10 years |" in piped("id:el-salvador-critical-government-years", "--format", "md").out


def test_the_house_has_its_style_of_figures(piped: Run, tmp_path: Path) -> None:
    (tmp_path / ".factcli.toml").write_text('figures = "letters"\n', "utf-8")

    assert "US$7m " in piped("id:salman-reward", "--format", "table", cwd=tmp_path).out
    assert "US$7m\n" in piped("show", "salman-reward", "--format", "table", cwd=tmp_path).out
    assert piped("id:salman-reward", "--fields", "value", cwd=tmp_path).out == "7000000 USD\n"


def test_a_lookup_answers_though_the_settings_are_broken(piped: Run, tmp_path: Path) -> None:
    (tmp_path / ".factcli.toml").write_text("figures = \n", "utf-8")

    assert "US$7 million" in piped("id:salman-reward", "--format", "table", cwd=tmp_path).out


@pytest.mark.parametrize(
    ("template", "line"),
    [
        ("{id}: {value} ({locator})", "salman-reward: US$7 million (paragraph 2)"),
        (r"{amount}\t{unit}", "7000000\tUSD"),
        ("{{{id}}}", "{salman-reward}"),
    ],
)
def test_a_template_is_a_form_of_output(piped: Run, template: str, line: str) -> None:
    assert piped("id:salman-reward", "--format", template).out == f"{line}\n"
    assert piped("show", "salman-reward", "--format", template).out == f"{line}\n"


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{id.__class__}", "unknown field 'id.__class__'"),
        ("{id[0]}", "unknown field 'id[0]'"),
        ("{0}", "unknown field '0'"),
        ("{}", "unknown field ''"),
        ("{id!r}", "'id' takes no format of its own"),
        ("{id:>9999999999}", "'id' takes no format of its own"),
        ("{id", "expected '}'"),
        ("{nonsense}", "known fields: id, kind, value"),
    ],
)
def test_a_template_reaches_nothing_but_fields(piped: Run, template: str, said: str) -> None:
    ended = piped("amia", "--format", template)

    assert (ended.status, ended.out, ended.err.count("\n")) == (2, "", 1)
    assert said in ended.err


def test_what_is_longer_than_the_screen_goes_through_the_pager(on_terminal: Run) -> None:
    paged = on_terminal("find", "--format", "table", "--limit", "0", PAGER="tail -n 1").out
    whole = on_terminal("find", "--format", "table", "--limit", "0").out

    assert len(paged.splitlines()) == 1
    assert len(whole.splitlines()) > 50
    assert (
        len(on_terminal("find", "--format", "table", "--limit", "0", "--no-pager", PAGER="tail -n 1").out.splitlines())
        > 50
    )
    assert len(on_terminal("find", "--format", "table", "--limit", "0", PAGER="no-such-pager").out.splitlines()) > 50
    assert len(on_terminal("find", "--format", "table", "--limit", "0", PAGER="'").out.splitlines()) > 50


def test_what_fits_the_screen_or_goes_into_a_pipe_has_no_pager(on_terminal: Run, piped: Run) -> None:
    assert len(on_terminal("amia", "victims", PAGER="tail -n 1").out.splitlines()) > 1
    assert len(piped("find", "--format", "table", PAGER="tail -n 1").out.splitlines()) > 50


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
