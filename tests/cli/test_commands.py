"""The other commands that look things up."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factcli.cli.fast_path import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from running import Run


def test_a_fact_is_shown_as_a_card(on_terminal: Run, golden: Callable[[str, str], None]) -> None:
    ended = on_terminal("show", "amia-bombing-deaths", TERM="dumb")

    assert ended.status == 0
    golden("card-80.txt", ended.out)


def test_one_field_can_be_shown(piped: Run) -> None:
    assert piped("show", "amia-bombing-deaths", "--field", "value").out == "85 person\n"


def test_a_wrong_field_is_an_error(piped: Run) -> None:
    assert piped("show", "amia-bombing-deaths", "--field", "nonsense").status == 2


def test_a_missing_fact_is_status_1_and_names_what_is_near(piped: Run) -> None:
    ended = piped("show", "salman-rewards")

    assert (ended.status, ended.out) == (1, "")
    assert "salman-reward" in ended.err


def test_what_is_there_is_shown_though_another_is_missing(piped: Run) -> None:
    ended = piped("show", "amia-bombing-deaths", "nonsense", "--fields", "id")

    assert (ended.status, ended.out) == (1, "amia-bombing-deaths\n")


def test_facts_are_shown_as_json(piped: Run) -> None:
    answer = json.loads(piped("show", "amia-bombing-deaths", "salman-reward", "--format", "json").out)

    assert [fact["id"] for fact in answer["facts"]] == ["amia-bombing-deaths", "salman-reward"]


def test_show_wants_an_id(piped: Run) -> None:
    assert piped("show").status == 2


def test_the_most_used_keywords_come_first(piped: Run) -> None:
    counts = [int(line.split("\t")[1]) for line in piped("keywords").out.splitlines()]

    assert counts == sorted(counts, reverse=True)
    assert piped("keywords", "amia", "victims").out.splitlines()[0].endswith("\t1")
    assert piped("keywords", "nosuchword").status == 1


def test_sources_say_how_many_facts_cite_them(piped: Run) -> None:
    source = json.loads(piped("sources", "--format", "json").out)["sources"][0]

    assert (source["id"], source["facts"]) == ("pompeo-tour-2019", "59")
    assert piped("sources", "nosuchword").status == 1


def test_the_timeline_is_in_order_in_a_pipe(piped: Run) -> None:
    rows = [line.split("\t") for line in piped("timeline", "--fields", "first_day,last_day,id").out.splitlines()]

    assert rows == sorted(rows)
    assert rows[0] == ["2007-01-01", "2015-12-31", "fernandez-presidency"]
    assert piped("timeline", "nosuchword").status == 1


def test_paths_say_which_store_is_used_and_why(piped: Run, tmp_path: Path) -> None:
    (tmp_path / "facts.json").write_text('{"facts": {}, "sources": {}}', encoding="utf-8")
    first = piped("paths", store=None, cwd=tmp_path).out.splitlines()[0].split("\t")

    assert first == ["store", str(tmp_path / "facts.json"), "the nearest facts.json upward from the working folder"]


def test_an_empty_store_has_nothing_and_is_not_an_error(piped: Run, tmp_path: Path) -> None:
    empty = tmp_path / "facts.json"
    empty.write_text('{"facts": {}, "sources": {}}', encoding="utf-8")

    ended = [piped(command, store=empty) for command in ("amia", "keywords", "sources", "timeline")]

    assert [each.status for each in ended] == [1] * 4
    assert [each.err for each in ended] == [
        "fact: nothing found for: amia; the store has no facts\n",
        "fact: the store has no keywords\n",
        "fact: the store has no sources\n",
        "fact: the store has no dates\n",
    ]


@pytest.mark.parametrize(("command", "name"), [("keywords", "keywords"), ("sources", "sources"), ("timeline", "dates")])
def test_a_list_of_nothing_is_empty_json(piped: Run, command: str, name: str) -> None:
    ended = piped(command, "nosuchword", "--format", "json")

    assert (ended.status, json.loads(ended.out)[name]) == (1, [])
    assert "nothing found for: nosuchword" in ended.err


def test_a_table_breaks_no_names_and_has_no_empty_column(on_terminal: Run) -> None:
    lines = on_terminal("sources", columns=72, TERM="dumb").out.splitlines()

    assert lines[1].split() == ["id", "type", "title", "issued", "facts"]
    assert lines[3].startswith(" pompeo-tour-2019 ")
    assert "url" in on_terminal("sources", "--fields", "id,url", TERM="dumb").out


def test_rows_that_no_narrow_table_has_room_for_have_a_line_a_column(on_terminal: Run) -> None:
    lines = on_terminal("sources", columns=60, TERM="dumb").out.splitlines()

    assert [line.split()[0] for line in lines if not line.startswith(" ")] == ["id", "type", "title", "issued", "facts"]
    assert lines[0].split() == ["id", "pompeo-tour-2019"]


def test_a_note_is_wrapped_between_words_on_a_terminal_alone(on_terminal: Run, piped: Run) -> None:
    words = "keyword:" + "x" * 30, "statement:" + "y" * 30

    assert on_terminal(*words, columns=60).out.splitlines() == [
        "fact: nothing found for:",
        words[0],
        words[1],
    ]
    assert piped(*words).err == f"fact: nothing found for: {' '.join(words)}\n"


def test_an_error_is_wrapped_between_words_on_a_terminal_alone(on_terminal: Run, piped: Run) -> None:
    store = Path("/no/such/folder-of-stores/with-a-long-name/of-many-letters/facts.json")

    lines = on_terminal("bridge", store=store, columns=60).out.splitlines()

    assert lines[:2] == ["fact: error:", f"{store}:"]
    assert all(len(line) <= 60 for line in lines if str(store) not in line)
    assert piped("bridge", store=store).err.splitlines() == [" ".join(lines)]


@pytest.mark.parametrize(
    ("command", "error"),
    [
        ("source", "missing command"),
        ("completion", "missing argument '{bash|zsh|fish}'. Choose from: bash, zsh, fish"),
        ("check draft.md --against", "option '--against' requires an argument"),
        ("stale --on May", "invalid value for '--on': 'May' is not a day such as 2019-07-18"),
    ],
)
def test_a_wrong_command_line_is_an_error_of_one_line(piped: Run, command: str, error: str) -> None:
    ended = piped(*command.split(), store=None)

    assert (ended.status, ended.out, ended.err) == (
        2,
        "",
        f"fact: error: {error}. Hint: fact {command.split(maxsplit=1)[0]} --help shows the usage\n",
    )


@pytest.mark.parametrize(
    ("option", "error"),
    [
        ("--fromat", "no such option '--fromat'; did you mean '--format'? Hint: fact --help shows the usage"),
        (
            "--fo",
            "no such option '--fo'; did you mean one of: '--format', '--sort'? Hint: fact --help shows the usage",
        ),
    ],
)
def test_an_option_that_is_misspelt_is_an_error_with_those_that_are_near(piped: Run, option: str, error: str) -> None:
    assert piped(option).err == f"fact: error: {error}\n"


def test_the_schema_is_a_json_schema(piped: Run) -> None:
    schema = json.loads(piped("schema").out)

    assert schema["$schema"].startswith("https://json-schema.org/")
    assert {"facts", "sources"} <= set(json.dumps(schema).replace('"', " ").split())


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_its_script(piped: Run, shell: str) -> None:
    assert "_FACT_COMPLETE" in piped("completion", shell).out


@pytest.mark.parametrize(
    ("words", "number", "expected"),
    [("fact show amia", "2", "amia-bombing-deaths"), ("fact tim", "1", "timeline"), ("fact Hezb", "1", "Hezbollah"),
     ("fact find keyword:amia", "2", "keyword:Amia")],
)  # fmt: skip
def test_ids_commands_and_words_are_completed(piped: Run, words: str, number: str, expected: str) -> None:
    ended = piped(store=None, _FACT_COMPLETE="bash_complete", COMP_WORDS=words, COMP_CWORD=number)

    assert expected in ended.out.replace("plain,", "").splitlines()


def test_the_version_is_printed(piped: Run) -> None:
    assert piped("--version", store=None).out.startswith("fact ")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_helps_with_examples_and_its_exit_status_is_0(piped: Run, command: str) -> None:
    ended = piped(command, "--help", store=None)

    assert ended.status == 0
    assert f"fact {command}" in ended.out.partition("Examples:")[2]


def test_no_arguments_show_the_help(piped: Run) -> None:
    ended = piped(store=None)

    assert ended.status == 0
    assert "Examples:" in ended.out


def test_a_source_with_an_address_is_a_link_on_a_terminal_alone(on_terminal: Run, piped: Run, tmp_path: Path) -> None:
    fact = {
        "kind": "figure",
        "statement": "The tower is 300 m high.",
        "value": {"amount": "300", "unit": "m"},
        "references": [{"source": "atlas"}],
    }
    source = {"type": "webpage", "title": "An atlas", "URL": "https://example.org/atlas"}
    store = tmp_path / "facts.json"
    store.write_text(json.dumps({"facts": {"tower": fact}, "sources": {"atlas": source}}), encoding="utf-8")

    assert "\x1b]8;" in on_terminal("tower", store=store).out
    assert "\x1b]8;" in on_terminal("show", "tower", store=store).out
    assert "\x1b" not in piped("tower", "--format", "table", store=store).out


@pytest.mark.parametrize(
    ("arguments", "status"),
    [(["amia"], 0), (["nosuchword"], 1), (["amia", "--format", "nonsense"], 2), (["show", "salman-reward"], 0), (["show", "nope"], 1),
     (["keywords"], 0), (["keywords", "nosuchword"], 1), (["sources"], 0), (["timeline", "nosuchword"], 1), (["paths"], 0),
     (["schema"], 0), (["completion", "bash"], 0), (["completion", "nonsense"], 2)],
)  # fmt: skip
def test_the_exit_status_is_the_same_in_a_pipe_and_on_a_terminal(
    on_terminal: Run, piped: Run, arguments: list[str], status: int
) -> None:
    assert (piped(*arguments).status, on_terminal(*arguments).status) == (status, status)
