"""Values are measured anew only by `fact refresh`, and only in a store that was trusted; nothing else runs a command."""

from __future__ import annotations

import json
import re
import sqlite3
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from factcli.cli.fast_path import COMMANDS
from factcli.curation.refresh import measuring
from factcli.curation.refresh.trust import trust_path

if TYPE_CHECKING:
    from running import Run

PACKAGE = Path(measuring.__file__).parents[2]
TODAY = date.today().isoformat()  # noqa: DTZ011 - as the command has it


def counted(origin: object, **fields: str) -> dict[str, Any]:
    return {
        "facts": {"pages": {"kind": "figure", "subject": "Wiki of Ely", "statement": "The wiki of Ely has 1,200 pages.",
                            "value": {"amount": "1200", "unit": "page"}, "references": [{"source": "s", "origin": origin}],
                            **fields}},
        "sources": {"s": {"type": "dataset", "title": "Counts"}},
    }  # fmt: skip


@pytest.fixture
def wiki(tmp_path: Path) -> Path:
    """A store with a fact that a script counts; the script leaves a file where it ran."""
    script = tmp_path / "count.sh"
    script.write_text("#!/bin/sh\ntouch ran\necho 1,350\n", "utf-8")
    script.chmod(0o755)
    store = tmp_path / "facts.json"
    store.write_text(json.dumps(counted({"command": ["./count.sh"]}, as_of="2020-05")), "utf-8")
    return store


def put(store: Path, origin: object, **fields: str) -> None:
    store.write_text(json.dumps(counted(origin, **fields)), "utf-8")


def facts(store: Path) -> dict[str, Any]:
    return dict(json.loads(store.read_text("utf-8"))["facts"])


def test_nothing_runs_in_a_store_that_is_not_trusted(piped: Run, wiki: Path) -> None:
    ended = piped("refresh", "--yes", store=wiki)

    assert (ended.status, ended.out) == (2, "")
    hint = f"look at them, and trust them, with: fact trust --store {wiki}"
    assert ended.err == f"fact: error: {wiki}: the store is not trusted to run commands. Hint: {hint}\n"
    assert not (wiki.parent / "ran").exists()


def test_trust_shows_what_would_run_and_runs_nothing(piped: Run, wiki: Path) -> None:
    shown = piped("trust", "--dry-run", store=wiki)
    trusted = piped("trust", "--yes", store=wiki)

    assert shown.out == trusted.out == "pages: run ./count.sh\n"
    assert f"fact: trusted {wiki}\n" in trusted.err
    assert trust_path().stat().st_mode & 0o777 == 0o600
    assert not (wiki.parent / "ran").exists()


def test_in_a_pipe_trust_needs_a_yes(piped: Run, wiki: Path) -> None:
    assert piped("trust", store=wiki).status == 2
    assert piped("refresh", store=wiki).status == 2


def test_a_new_value_is_shown_and_written_only_with_yes(piped: Run, wiki: Path) -> None:
    piped("trust", "--yes", store=wiki)
    before = wiki.read_bytes()

    ended = piped("refresh", store=wiki)

    assert (ended.status, ended.out) == (1, "pages\t1200 page\t1350 page\tchanged\n")
    assert ended.err == "fact: nothing was written: --yes writes 1 new value\n"
    assert wiki.read_bytes() == before
    assert (wiki.parent / "ran").exists()


def test_the_old_value_of_a_dated_fact_is_kept_as_deprecated(piped: Run, wiki: Path) -> None:
    piped("trust", "--yes", store=wiki)

    ended = piped("refresh", "--yes", store=wiki)

    assert ended.status == 0
    new, old = facts(wiki)["pages"], facts(wiki)["pages-2020-05"]
    assert (new["value"]["amount"], new["as_of"], new["statement"]) == (
        "1350",
        TODAY,
        "The wiki of Ely has 1,350 pages.",
    )
    assert (old["value"]["amount"], old["rank"], old["superseded_by"]) == ("1200", "deprecated", "pages")
    assert "origin" not in old["references"][0]
    assert piped("validate", store=wiki).status == 0
    assert piped("refresh", store=wiki).out == "pages\t1350 page\t1350 page\tunchanged\n"


def test_a_fact_without_a_date_is_only_changed(piped: Run, wiki: Path) -> None:
    put(wiki, {"command": ["./count.sh"]})
    piped("trust", "--yes", store=wiki)

    piped("refresh", "--yes", store=wiki)

    assert list(facts(wiki)) == ["pages"]
    assert "as_of" not in facts(wiki)["pages"]


def test_a_refresh_is_undone_whole(piped: Run, wiki: Path) -> None:
    before = wiki.read_bytes()
    piped("trust", "--yes", store=wiki)
    piped("refresh", "--yes", store=wiki)

    piped("undo", store=wiki)

    assert wiki.read_bytes() == before


def test_a_dry_run_writes_nothing(piped: Run, wiki: Path) -> None:
    piped("trust", "--yes", store=wiki)
    before = wiki.read_bytes()

    ended = piped("refresh", "--yes", "--dry-run", store=wiki)

    assert "; 1200 -> 1350 page; as_of" in ended.out
    assert wiki.read_bytes() == before


CHANGES = {
    "another command": lambda store: put(store, {"command": ["./count.sh", "--all"]}),
    "another script": lambda store: (store.parent / "count.sh").write_text("#!/bin/sh\ntouch worse\necho 1\n", "utf-8"),
    "a moved origin": lambda store: store.write_text(store.read_text("utf-8").replace('"pages"', '"words"'), "utf-8"),
    "another copy": lambda store: (store.parent / "count.sh").unlink(),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_changed_needs_trust_anew(piped: Run, wiki: Path, change: str) -> None:
    piped("trust", "--yes", store=wiki)
    CHANGES[change](wiki)

    ended = piped("refresh", "--yes", store=wiki)

    assert ended.status == 2
    assert "its commands have changed since it was trusted" in ended.err
    assert not {"ran", "worse"} & {path.name for path in wiki.parent.iterdir()}


@pytest.mark.parametrize(
    "command",
    [["sh", "tally"], ["bash", "-e", "tally"], ["env", "python3", "tally"], ["sh", "-c", "x", "{folder}/count.sh"], ["{folder}/count.sh"]],
)  # fmt: skip
def test_a_script_is_watched_however_it_is_named(piped: Run, wiki: Path, command: list[str]) -> None:
    (wiki.parent / "tally").write_text("echo 1\n", "utf-8")
    put(wiki, {"command": [word.format(folder=wiki.parent) for word in command]})
    piped("trust", "--yes", store=wiki)
    (wiki.parent / "tally").write_text("touch worse\n", "utf-8")
    (wiki.parent / "count.sh").write_text("touch worse\n", "utf-8")

    assert "its commands have changed since it was trusted" in piped("refresh", store=wiki).err
    assert not (wiki.parent / "worse").exists()


@pytest.mark.parametrize(
    "command", [["wc", "-l", "names"], ["python3", "./count.py", "names"], ["perl", "-ne", "1", "names"]]
)
def test_the_data_of_a_command_are_not_watched(piped: Run, wiki: Path, command: list[str]) -> None:
    (wiki.parent / "names").write_text("Ely\n", "utf-8")
    (wiki.parent / "count.py").write_text("print(1)\n", "utf-8")
    put(wiki, {"command": command})
    piped("trust", "--yes", store=wiki)
    (wiki.parent / "names").write_text("Ely\nMarch\n", "utf-8")

    assert "its commands have changed" not in piped("refresh", store=wiki).err


def test_a_script_that_changes_while_others_run_is_not_run(piped: Run, wiki: Path) -> None:
    content = counted({"command": ["./first.sh"]})
    content["facts"]["words"] = counted({"command": ["./count.sh"]})["facts"]["pages"]
    wiki.write_text(json.dumps(content), "utf-8")
    (wiki.parent / "first.sh").write_text("#!/bin/sh\necho 'touch worse' >> count.sh\necho 1,200\n", "utf-8")
    (wiki.parent / "first.sh").chmod(0o755)
    piped("trust", "--yes", store=wiki)

    ended = piped("refresh", "--yes", store=wiki)

    assert ended.status == 2
    assert "words: its command has changed meanwhile" in ended.err
    assert not {"ran", "worse"} & {path.name for path in wiki.parent.iterdir()}


@pytest.mark.parametrize(
    "origin", [{}, {"command": 5}, {"command": [1]}, {"command": []}, {"path": "$.a"}, {"file": "x"}]
)
def test_an_origin_that_is_not_valid_cannot_be_trusted(piped: Run, wiki: Path, origin: object) -> None:
    put(wiki, origin)

    ended = piped("trust", "--yes", store=wiki)

    assert (ended.status, ended.out) == (2, "")
    assert "fact: error: pages: not a" in ended.err


@pytest.mark.parametrize("references", [None, 5, "text"])
def test_references_that_are_not_a_list_have_no_origin(piped: Run, wiki: Path, references: object) -> None:
    content = counted({})
    content["facts"]["pages"]["references"] = references
    wiki.write_text(json.dumps(content), "utf-8")

    assert "no fact has an origin" in piped("trust", "--yes", store=wiki).err
    assert "no fact has an origin" in piped("refresh", store=wiki).err


def test_trust_holds_for_one_path(piped: Run, wiki: Path) -> None:
    piped("trust", "--yes", store=wiki)
    other = wiki.with_name("other.json")
    other.write_bytes(wiki.read_bytes())

    assert piped("refresh", store=other).status == 2


def test_trust_is_revoked(piped: Run, wiki: Path) -> None:
    piped("trust", "--yes", store=wiki)
    piped("trust", "--revoke", store=wiki)

    assert piped("refresh", store=wiki).status == 2
    assert not (wiki.parent / "ran").exists()


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"x": 3}', "[" * 100_000])
def test_a_damaged_list_of_trust_trusts_nothing(piped: Run, wiki: Path, text: str) -> None:
    piped("trust", "--yes", store=wiki)
    trust_path().write_text(text, "utf-8")

    assert piped("refresh", store=wiki).status == 2
    assert not (wiki.parent / "ran").exists()


def test_settings_of_a_repository_cannot_give_trust(piped: Run, wiki: Path) -> None:
    (wiki.parent / ".factcli.toml").write_text('trust = true\nstore = "facts.json"\n', "utf-8")

    assert "unknown setting 'trust'" in piped("refresh", store=None, cwd=wiki.parent).err


OTHERS = {
    "find": ["find", "pages"], "show": ["show", "pages"], "check": ["check", "draft.md", "--fix"],
    "archive": ["archive", "draft.md", "--output", "found"], "extract": ["extract", "draft.md"], "keywords": ["keywords"],
    "names": ["names"], "sources": ["sources"], "timeline": ["timeline"], "init": ["init"],
    "add": ["add", "x", "--amount", "1", "--statement", "It has 1 page.", "--source", "s"], "set": ["set", "pages", "note=x"],
    "edit": ["edit", "pages"], "deprecate": ["deprecate", "pages", "--reason", "x"], "remove": ["remove", "pages", "--yes"],
    "rename": ["rename", "pages", "x"], "source": ["source", "edit", "s"], "undo": ["undo"], "stale": ["stale", "--older", "1d"],
    "trust": ["trust", "--yes"], "validate": ["validate"], "verify": ["verify", "s", "--text", "draft.md"], "format": ["format"],
    "import": ["import", "facts.json"], "export": ["export", "--format", "csv"], "diff": ["diff", "facts.json", "facts.json"],
    "merge-driver": ["merge-driver", "facts.json", "facts.json", "facts.json"], "paths": ["paths"], "schema": ["schema"],
    "completion": ["completion", "bash"], "lsp": ["lsp"], "mcp": ["mcp"], "skill": ["skill", "install"], "cite": ["cite", "pages", "s", "page 2"],
    "open": ["open", "pages", "--print"], "copy": ["copy", "pages", "--print"], "stats": ["stats"], "help": ["help"], "browse": ["browse"],
}  # fmt: skip
# These want a process of their own.
SERVERS = {"browse", "lsp", "mcp"}


@pytest.mark.parametrize("name", [name for name in COMMANDS if name != "refresh"])
def test_no_other_command_runs_a_command_of_a_trusted_store(piped: Run, spawned: Run, wiki: Path, name: str) -> None:
    (wiki.parent / "draft.md").write_text("The wiki of Ely has 1,200 pages.\n", "utf-8")
    piped("trust", "--yes", store=wiki)

    run = spawned if name in SERVERS else piped
    run(*OTHERS[name], store=wiki, cwd=wiki.parent, EDITOR="true", typed=b"")

    assert not (wiki.parent / "ran").exists()


def test_only_refresh_imports_what_runs_commands() -> None:
    users = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if "refresh.measuring" in path.read_text("utf-8")
    }

    assert users == {"cli/commands/renewal/refresh.py"}


def test_few_modules_start_processes() -> None:
    """Git, the editor, pager and clipboard of the user, and the commands of a trusted store; nothing else is started."""
    users = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if re.search(r"^ *(import|from)\b.*\bsubprocess\b", path.read_text("utf-8"), re.MULTILINE)
    }

    of_the_user = {"cli/curating/editor.py", "cli/programs/pager.py", "cli/programs/clipboard.py"}
    assert users <= {"drafts/repository.py", "curation/refresh/measuring.py", *of_the_user}


def read_from(piped: Run, store: Path, origin: object) -> str:
    put(store, origin)
    trusted = piped("trust", "--yes", store=store)
    ended = piped("refresh", store=store)
    return ended.out or trusted.err + ended.err


@pytest.mark.parametrize(
    ("path", "told"),
    [("$.rows[1].count", "1350 page"), ('$["rows"][-1]["count"]', "1350 page"), ("$.rows[0]['count']", "0.10 page"),
     ("$.rows[7].count", "nothing at $.rows[7].count"), ("$.rows.count", "nothing at"), ("$.total[0]", "nothing at"),
     ("$", "is not a single value"), ("$.none", "is not a single value"), ("rows[0]", "'rows[0]' is not a JSON path"), ("$..rows", "is not a JSON path"),
     ("$.rows[*]", "is not a JSON path")],
)  # fmt: skip
def test_a_value_in_json(piped: Run, wiki: Path, path: str, told: str) -> None:
    text = '{"rows": [{"count": 0.10}, {"count": 1350}], "total": "1350", "none": null}'
    (wiki.parent / "stats.json").write_text(text, "utf-8")

    assert told in read_from(piped, wiki, {"file": "stats.json", "path": path})


@pytest.mark.parametrize(
    ("cell", "told"), [("B2", "1350 page"), ("b3", "7 page"), ("C2", "no cell C2"), ("A9", "no cell A9"), ("2B", "is not a cell"),
                       ("A2", "")])  # fmt: skip
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_cell_of_csv(piped: Run, wiki: Path, cell: str, told: str, delimiter: str) -> None:
    (wiki.parent / "stats.csv").write_text(
        f"\ufefftown{delimiter}pages\nEly{delimiter}1350\nMarch{delimiter}7\n", "utf-8"
    )

    assert told in read_from(piped, wiki, {"file": "stats.csv", "cell": cell})


@pytest.mark.parametrize(
    ("sql", "told"),
    [("SELECT count(*) FROM pages", "2 page"), ("SELECT name FROM pages", "does not select a single value"),
     ("SELECT 1, 2", "does not select a single value"), ("DELETE FROM pages", "the query may only select"),
     ("ATTACH 'x.db' AS x", "the query may only select"), ("PRAGMA user_version = 3", "the query may only select"),
     ("SELECT load_extension('x')", "the query may only select"), ("SELECT 1; SELECT 2", "the query may only select"), ("SELECT name name pages", "syntax error"),
     ("WITH a AS (SELECT 1) DELETE FROM pages", "the query may only select"), ("SELEC", "the query may only select"),
     ("SELECT length(hex(zeroblob(400000000)))", "too big"), ("SELECT name FROM sly", "unsafe use of")],
)  # fmt: skip
def test_a_query_of_sqlite_only_reads(piped: Run, wiki: Path, sql: str, told: str) -> None:
    with sqlite3.connect(wiki.parent / "wiki.db") as connection:
        connection.execute("CREATE TABLE pages (name TEXT)")
        connection.executemany("INSERT INTO pages VALUES (?)", [("Ely",), ("March",)])
        connection.execute("CREATE VIEW sly AS SELECT fts3_tokenizer('simple') AS name")
    connection.close()
    before = (wiki.parent / "wiki.db").read_bytes()

    assert told in read_from(piped, wiki, {"file": "wiki.db", "sql": sql})
    assert (wiki.parent / "wiki.db").read_bytes() == before
    assert not (wiki.parent / "x.db").exists()


@pytest.mark.parametrize(
    ("command", "told"),
    [(["sh", "-c", "exit 3"], "the command 'sh' exited with status 3"), (["sh", "-c", "echo no >&2; exit 1"], "status 1: no"),
     (["./nowhere"], "cannot run './nowhere': No such file or directory"), (["echo"], "its origin gives nothing, not a value"),
     (["printf", "1\\n2"], "its origin gives '1"), (["echo", "1350 km"], "its origin gives km, the fact has page"),
     (["echo", "banana"],  "its origin gives 'banana', not a value"), (["printf", "1\\033[2J"], "its origin gives"), (["head", "-c", "99999", "/dev/zero"], "printed more than one value"),
     (["printf", "\\377"], "is not UTF-8")],
)  # fmt: skip
def test_what_is_not_a_value_is_an_error_and_nothing_is_written(
    piped: Run, wiki: Path, command: list[str], told: str
) -> None:
    put(wiki, {"command": command})
    piped("trust", "--yes", store=wiki)
    before = wiki.read_bytes()

    ended = piped("refresh", "--yes", store=wiki)

    assert ended.status == 2
    assert told in ended.err
    assert "\x1b" not in ended.err + ended.out
    assert wiki.read_bytes() == before


def test_a_command_that_does_not_end_is_stopped_with_its_children(
    piped: Run, wiki: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(measuring, "PATIENCE_SECONDS", 1)
    put(wiki, {"command": ["sh", "-c", "sleep 600 & wait"]})
    piped("trust", "--yes", store=wiki)

    assert "did not end within 1 seconds" in piped("refresh", store=wiki).err


def test_a_command_that_prints_for_ever_is_stopped(piped: Run, wiki: Path) -> None:
    put(wiki, {"command": ["cat", "/dev/zero"]})
    piped("trust", "--yes", store=wiki)

    assert "the command 'cat' printed more than one value" in piped("refresh", store=wiki).err


def test_a_command_may_write_many_errors(piped: Run, wiki: Path) -> None:
    put(wiki, {"command": ["sh", "-c", "head -c 999999 /dev/zero >&2; echo 1350"]})
    piped("trust", "--yes", store=wiki)

    assert piped("refresh", store=wiki).out == "pages\t1200 page\t1350 page\tchanged\n"


def test_no_shell_reads_a_command(piped: Run, wiki: Path) -> None:
    put(wiki, {"command": ["echo", "1350; touch ran"]})
    piped("trust", "--yes", store=wiki)
    piped("refresh", store=wiki)

    assert not (wiki.parent / "ran").exists()


@pytest.mark.parametrize(
    "origin",
    [{}, {"command": []}, {"command": "ls"}, {"command": [""]}, {"command": ["a\0b"]}, {"command": ["ls"], "shell": True}, {"file": "a"},
     {"file": "a", "path": "$", "sql": "x"}, {"file": "", "cell": "A1"}, {"file": "a", "cell": 3}],
)  # fmt: skip
def test_validate_finds_an_origin_that_is_not_valid(piped: Run, wiki: Path, origin: object) -> None:
    put(wiki, origin)

    ended = piped("validate", store=wiki)

    assert "[origin]" in ended.out
    assert piped("trust", "--yes", store=wiki).status in (0, 2)
    assert piped("refresh", store=wiki).status == 2


def test_a_hostile_command_is_shown_escaped(piped: Run, wiki: Path) -> None:
    put(wiki, {"command": ["echo", "\x1b]0;x\x07\u202e"]})

    ended = piped("trust", "--dry-run", store=wiki)

    assert not {"\x1b", "\x07", "\u202e"} & set(ended.out)


def test_a_fact_that_was_named_has_an_origin(piped: Run, wiki: Path) -> None:
    wiki.write_text(
        json.dumps(
            {
                "facts": {"x": counted(None)["facts"]["pages"] | {"references": [{"source": "s"}]}},
                "sources": counted(None)["sources"],
            }
        ),
        "utf-8",
    )

    assert "'x' has no origin" in piped("refresh", "x", store=wiki).err
    assert piped("refresh", store=wiki).err == "fact: no fact has an origin; `fact cite` adds one\n"


@pytest.mark.parametrize("command", [["refresh"], ["trust", "--yes"], ["undo"], ["validate"], ["export"], ["stats"]])
def test_a_link_that_leads_to_itself_is_not_a_store(piped: Run, tmp_path: Path, command: list[str]) -> None:
    (tmp_path / "loop").symlink_to("loop")

    ended = piped(*command, store=tmp_path / "loop")

    assert (ended.status, ended.err.count("\n"), "internal error" in ended.err) == (2, 1, False)
