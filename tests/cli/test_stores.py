"""Which stores a command reads and writes: settings hold for every command, several stores are read as one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from running import FACT

from factcli.index.joined import JoinedIndex
from factcli.index.search import FactIndex

if TYPE_CHECKING:
    from collections.abc import Callable

    from running import Run


def store_of(*facts: tuple[str, str, str], source: str = "Harbour report") -> str:
    """A store with these facts: id, amount, statement."""
    return json.dumps({
        "facts": {id_: {"kind": "figure", "subject": "Leith harbour", "statement": statement,
                        "value": {"amount": amount, "unit": "ship"}, "references": [{"source": "s"}]}
                  for id_, amount, statement in facts},
        "sources": {"s": {"type": "report", "title": source}},
    })  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with two stores that share the id ``ships``; the settings name the first in a folder of its own."""
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "mine.json").write_text(
        store_of(("ships", "40", "Leith harbour took in 40 ships."), ("piers", "6", "Leith harbour has 6 piers.")),
        "utf-8",
    )
    (tmp_path / "desk.json").write_text(
        store_of(("ships", "44", "Leith harbour took in 44 ships in 2018."), ("cranes", "9", "Leith harbour has 9 cranes."),
                 source="Port gazette"), "utf-8"
    )  # fmt: skip
    return tmp_path


def configured(folder: Path, text: str) -> Path:
    (folder / ".factcli.toml").write_text(text, "utf-8")
    return folder


READING = [["piers", "--fields", "id"], ["show", "piers", "--field", "id"], ["keywords", "--count"], ["sources", "--fields", "title"],
           ["names", "--count"], ["timeline", "--count"], ["export", "--format", "csv"], ["validate", "--format", "json"],
           ["paths", "--fields", "path"], ["find", "piers"]]  # fmt: skip
WRITING = [["set", "piers", "amount=7"], ["deprecate", "piers", "--reason", "Rebuilt."], ["remove", "piers", "--yes"],
           ["rename", "piers", "jetties"], ["source", "add", "t", "--title", "T"], ["format"]]  # fmt: skip


@pytest.mark.parametrize("line", READING, ids=" ".join)
def test_every_command_reads_the_store_of_the_settings(piped: Run, desk: Path, line: list[str]) -> None:
    configured(desk, 'store = "own/mine.json"\n')
    (desk / "deep").mkdir()
    named = piped(*line, store=desk / "own" / "mine.json", cwd=desk)

    ended = piped(*line, store=None, cwd=desk / "deep")

    hide = str(desk / "own" / "mine.json")
    assert (ended.status, ended.out.replace(hide, "x")) == (named.status, named.out.replace(hide, "x"))


@pytest.mark.parametrize("line", WRITING, ids=" ".join)
def test_every_command_writes_to_the_store_of_the_settings(piped: Run, desk: Path, line: list[str]) -> None:
    configured(desk, 'store = "own/mine.json"\n')
    (desk / "facts.json").write_text(store_of(("piers", "1", "It has 1 pier.")), "utf-8")
    near, own = (desk / "facts.json").read_bytes(), (desk / "own" / "mine.json").read_bytes()

    ended = piped(*line, store=None, cwd=desk)

    assert (ended.status, ended.err) == (0, "")
    assert (desk / "facts.json").read_bytes() == near
    assert (desk / "own" / "mine.json").read_bytes() != own


def test_a_table_of_pyproject_names_the_store_too(piped: Run, desk: Path) -> None:
    (desk / "pyproject.toml").write_text('[tool.factcli]\nstore = "own/mine.json"\n', "utf-8")

    assert piped("piers", "--fields", "id", store=None, cwd=desk).out == "piers\n"


def test_an_option_and_the_environment_take_precedence(piped: Run, desk: Path) -> None:
    configured(desk, 'store = "own/mine.json"\n')

    assert piped("cranes", "--fields", "id", store=desk / "desk.json", cwd=desk).out == "cranes\n"
    assert piped("cranes", "--fields", "id", store=None, cwd=desk, FACTCLI_STORE="desk.json").out == "cranes\n"


@pytest.mark.parametrize("line", [["piers"], ["show", "piers"], ["set", "piers", "amount=7"]], ids=" ".join)
def test_broken_settings_are_an_error_of_every_command(piped: Run, desk: Path, line: list[str]) -> None:
    configured(desk, "store = 3\n")

    ended = piped(*line, store=None, cwd=desk)

    assert ended.status == 2
    assert (
        ended.err == f"fact: error: {desk}/.factcli.toml:1:1: 'store' is not a path. Hint: correct it, or remove it\n"
    )


def test_without_settings_a_lookup_does_not_import_what_reads_them(desk: Path) -> None:
    (desk / "pyproject.toml").write_text('[project]\nname = "other"\n', "utf-8")
    (desk / "facts.json").write_text(store_of(("piers", "6", "It has 6 piers.")), "utf-8")
    script = "import sys; from factcli.cli.main import run; run(['piers']); sys.exit(' '.join(sys.modules))"
    command = [sys.executable, "-c", script]
    subprocess.run(command, cwd=desk, capture_output=True, check=False)

    imported = subprocess.run(command, cwd=desk, capture_output=True, check=False).stderr.decode().split()

    assert not {"tomllib", "factcli.drafts.configuration", "factcli.index.joined"} & {*imported}


def test_nothing_found_names_a_store_that_is_not_the_nearest(piped: Run, desk: Path) -> None:
    configured(desk, 'store = "own/mine.json"\n')

    ended = piped("zebras", store=None, cwd=desk)

    where = f"{desk}/own/mine.json: named by {desk}/.factcli.toml"
    assert ended == (1, "", f"fact: nothing found for: zebras (in {where})\n")


def test_nothing_found_in_the_nearest_store_is_said_without_its_path(piped: Run, desk: Path) -> None:
    (desk / "facts.json").write_text(store_of(("piers", "6", "It has 6 piers.")), "utf-8")

    assert piped("zebras", store=None, cwd=desk).err == "fact: nothing found for: zebras\n"


@pytest.mark.parametrize(("typed", "command"), [("validat", "validate"), ("review", "stale")])
def test_a_word_that_may_be_a_command_is_said_to_be(piped: Run, typed: str, command: str) -> None:
    assert piped(typed, "x").err == f"fact: nothing found for: {typed} x; did you mean the command: fact {command}?\n"


def test_a_slip_in_a_command_is_named_before_similar_words_of_the_store(piped: Run, desk: Path) -> None:
    def said_of(*typed: str) -> str:
        return piped(*typed, store=desk / "desk.json").err.partition("; ")[2]

    assert said_of("shw", "crnes") == "did you mean the command: fact show, or: cranes?\n"
    assert said_of("shw") == "did you mean the command: fact show?\n"
    assert said_of("crnes") == "did you mean: cranes?\n"


def test_nothing_found_in_the_curated_store_names_it(piped: Run, tmp_path: Path) -> None:
    assert "the curated store that comes with factcli)" in piped("zebras", store=None, cwd=tmp_path).err


SEVERAL = 'stores = ["own/mine.json", "desk.json"]\n'


def test_several_stores_are_read_as_one(piped: Run, desk: Path) -> None:
    configured(desk, SEVERAL)

    found = piped("leith", "--fields", "id", store=None, cwd=desk).out.splitlines()

    own = f"ships ({desk}/own/mine.json)"
    assert sorted(found) == sorted([own, "piers", f"ships ({desk}/desk.json)", "cranes"])
    assert found.index(own) < found.index("cranes")


def test_a_repeated_option_names_several_stores(piped: Run, desk: Path) -> None:
    line = ["id:ships", "--store", "desk.json", "--fields", "id,value"]

    ended = piped(*line, store=Path("own/mine.json"), cwd=desk)

    assert ended.out.splitlines() == ["ships (own/mine.json)\t40 ship", "ships (desk.json)\t44 ship"]


@pytest.mark.parametrize("form", ["json", "jsonl", "md", "tsv", "csv"])
def test_both_doors_read_several_stores_alike(piped: Run, desk: Path, form: str) -> None:
    quick = piped("leith", "--format", form, "--store", "desk.json", store=Path("own/mine.json"), cwd=desk)
    whole = piped(f"--format={form}", "--store=desk.json", "find", "leith", store=Path("own/mine.json"), cwd=desk)

    assert quick.status == 0
    assert sorted(quick.out) == sorted(whole.out)


def test_an_id_that_two_stores_share_is_shown_with_each(piped: Run, desk: Path) -> None:
    configured(desk, SEVERAL)

    shown = json.loads(piped("show", "ships", "cranes", "--format", "json", store=None, cwd=desk).out)["facts"]

    assert [(fact["id"], fact["value"]["amount"]) for fact in shown] == [
        (f"ships ({desk}/own/mine.json)", "40"), (f"ships ({desk}/desk.json)", "44"), ("cranes", "9")]  # fmt: skip
    assert [fact["sources"][0]["title"] for fact in shown] == ["Harbour report", "Port gazette", "Port gazette"]


def test_the_id_as_it_is_shown_finds_one_fact(piped: Run, desk: Path) -> None:
    configured(desk, SEVERAL)

    assert piped("show", f"ships ({desk}/desk.json)", "--field", "value", store=None, cwd=desk).out == "44 ship\n"


def test_a_draft_is_checked_against_all_stores_and_each_fact_is_cited_from_its_own(
    on_terminal: Run, desk: Path
) -> None:
    configured(desk, SEVERAL)
    (desk / "draft.md").write_text("Leith harbour has 8 cranes.\n\nLeith harbour has 6 piers.\n", "utf-8")

    ended = on_terminal("check", "--color", "never", str(desk / "draft.md"), store=None)

    summed_up = " ".join(ended.out.split())
    assert "1 contradicted" in summed_up
    assert "1 confirmed" in summed_up
    assert "Port gazette" in ended.out


def test_a_change_goes_to_the_first_store(piped: Run, desk: Path) -> None:
    configured(desk, SEVERAL)
    other = (desk / "desk.json").read_bytes()

    ended = piped("set", "ships", "amount=41", store=None, cwd=desk)

    assert ended.out == "changed ships: 40 -> 41 ship\n"
    assert (desk / "desk.json").read_bytes() == other


def test_each_store_is_validated(piped: Run, desk: Path) -> None:
    configured(desk, SEVERAL)

    ended = piped("validate", store=None, cwd=desk)

    assert ended.err == "fact: 4 facts: no problems\n"


def test_a_fact_of_a_further_store_is_not_changed_and_that_is_said(piped: Run, desk: Path) -> None:
    ended = piped("set", "ships (desk.json)", "note=x", store=desk / "own" / "mine.json")

    assert ended.status == 2
    assert ended.err.endswith("Hint: changes go to the first store: name 'ships' alone, with --store desk.json\n")


def test_a_store_that_is_named_twice_is_read_once(piped: Run, desk: Path) -> None:
    ended = piped("id:ships", "--store", "./own/mine.json", "--fields", "id", store=Path("own/mine.json"), cwd=desk)

    assert ended.out == "ships\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [("stores = []", "'stores' is not a list of paths"), ("stores = 'a.json'", "'stores' is not a list of paths"),
     ("store = 'a.json'\nstores = ['b.json']", "both 'store' and 'stores'"),
     ("stores = ['own/mine.json', 'gone.json']", "gone.json: no such store")],
)  # fmt: skip
def test_stores_that_cannot_be_read_are_an_error(piped: Run, desk: Path, text: str, told: str) -> None:
    configured(desk, text)

    ended = piped("ships", store=None, cwd=desk)

    assert ended.status == 2
    assert told in ended.err


def test_a_joined_index_answers_everything_that_an_index_does() -> None:
    """A method that is not its own would ask a connection that it does not have."""
    public = {name for name, value in vars(FactIndex).items() if not name.startswith("_") and callable(value)}

    assert public - vars(JoinedIndex).keys() <= {"pack"}


def test_a_hostile_path_of_a_store_is_escaped_in_its_ids(piped: Run, desk: Path) -> None:
    evil = desk / "a\x1b[2J.json"
    (desk / "desk.json").rename(evil)

    ended = piped("ships", "--store", str(evil), "--fields", "id", store=Path("own/mine.json"), cwd=desk)

    assert "\x1b" not in ended.out
    assert "a\\x1b[2J.json)" in ended.out


def made(folder: Path) -> dict[str, Any]:
    return {path.name: path.read_text("utf-8") for path in sorted(folder.iterdir())}


def test_init_makes_a_store_with_settings_and_attributes(piped: Run, tmp_path: Path) -> None:
    ended = piped("init", "desk", store=None, cwd=tmp_path)

    files = made(tmp_path / "desk")
    assert ended.status == 0
    assert "Next: fact add" in ended.err
    assert json.loads(files["facts.json"]) == {"facts": {}, "sources": {}}
    assert 'store = "facts.json"\n' in files[".factcli.toml"]
    assert files[".gitattributes"] == "facts.json merge=fact diff=fact\n"
    assert piped("validate", store=None, cwd=tmp_path / "desk").status == 0


def test_init_keeps_what_is_there(piped: Run, tmp_path: Path) -> None:
    (tmp_path / ".gitattributes").write_text("*.png binary", "utf-8")
    (tmp_path / "pyproject.toml").write_text('[tool.factcli]\nstore = "facts.json"\n', "utf-8")
    (tmp_path / "facts.json").write_text(store_of(("piers", "6", "It has 6 piers.")), "utf-8")
    store = (tmp_path / "facts.json").read_bytes()

    ended = piped("init", store=None, cwd=tmp_path)
    again = piped("init", store=None, cwd=tmp_path)

    assert ended.out == "wrote .gitattributes: git merges facts\n"
    assert made(tmp_path)[".gitattributes"] == "*.png binary\nfacts.json merge=fact diff=fact\n"
    assert (tmp_path / "facts.json").read_bytes() == store
    assert not (tmp_path / ".factcli.toml").exists()
    assert (again.status, again.out) == (0, "")


@pytest.mark.parametrize("store", ["other.json", "../facts.json"])
def test_init_makes_no_store_beside_the_one_that_the_settings_name(piped: Run, tmp_path: Path, store: str) -> None:
    folder = tmp_path / "desk"
    folder.mkdir()
    (folder / "pyproject.toml").write_text(f'[tool.factcli]\nstore = "{store}"\n', "utf-8")

    ended = piped("init", store=None, cwd=folder)

    assert (ended.status, list(made(folder))) == (2, ["pyproject.toml"])
    assert f"names another store: {folder}/{store}. Hint: make that one with fact add --store" in ended.err


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir, Path.touch], ids=["FIFO", "folder", "empty file"])
def test_init_refuses_a_store_that_cannot_be_read(piped: Run, tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "facts.json")

    ended = [piped("init", *option, store=None, cwd=tmp_path) for option in ([], ["--dry-run"])]

    assert [each.status for each in ended] == [2, 2]
    assert "facts.json" in ended[0].err
    assert [path.name for path in tmp_path.iterdir()] == ["facts.json"]


def test_a_dry_run_of_init_writes_nothing(piped: Run, tmp_path: Path) -> None:
    ended = piped("init", "desk", "--dry-run", store=None, cwd=tmp_path)

    assert ended.out.splitlines()[0] == "would write desk/facts.json: an empty store"
    assert not made(tmp_path)


def test_init_is_undone(piped: Run, tmp_path: Path) -> None:
    piped("init", store=None, cwd=tmp_path)

    assert piped("undo", store=None, cwd=tmp_path).status == 0
    assert not (tmp_path / "facts.json").exists()


def test_init_does_not_write_through_a_link(piped: Run, tmp_path: Path) -> None:
    (tmp_path / "other").write_text("", "utf-8")
    (tmp_path / ".gitattributes").symlink_to(tmp_path / "other")

    ended = piped("init", store=None, cwd=tmp_path)

    assert (ended.status, (tmp_path / "other").read_text("utf-8")) == (2, "")
    assert not (tmp_path / "facts.json").exists()
    assert ".gitattributes: is a link" in ended.err
    assert not (tmp_path / "facts.json").exists()


@pytest.mark.parametrize("name", ["facts.json", ".factcli.toml", ".gitattributes"])
def test_init_makes_nothing_where_a_link_leads(piped: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / name).symlink_to(tmp_path / "other")

    ended = piped("init", store=None, cwd=tmp_path)

    assert ended.status == 2
    assert f"{name}: is a link" in ended.err
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_init_does_not_wait_for_a_pipe(piped: Run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / ".gitattributes")

    ended = piped("init", store=None, cwd=tmp_path)

    assert ended.status == 2
    assert ".gitattributes: is a pipe" in ended.err
    assert not (tmp_path / "facts.json").exists()


def test_add_offers_a_store_where_there_is_none(
    on_terminal: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    ended = on_terminal("source", "add", "s", "--title", "T", store=None, typed=b"y\n", columns=400)

    assert f"There is no store of your own yet. Make {tmp_path}/facts.json?" in ended.out
    assert json.loads((tmp_path / "facts.json").read_text("utf-8"))["sources"]["s"]["title"] == "T"


@pytest.mark.parametrize("line", [["add"], ["source", "add", "s", "--title", "T"]], ids=" ".join)
def test_nothing_is_asked_or_written_where_the_offered_store_is_declined(
    on_terminal: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)

    ended = on_terminal(*line, store=None, typed=b"n\n", columns=400)

    assert ended.status == 2
    assert "fact: error: there is no store to write to. Hint: name one with --store" in ended.out
    assert not made(tmp_path)


def test_in_a_pipe_no_store_is_offered(tmp_path: Path) -> None:
    command = [FACT, "source", "add", "s", "--title", "T", "--dry-run"]

    subprocess.run(command, cwd=tmp_path, env=os.environ, capture_output=True, check=False)

    assert not made(tmp_path)


def test_several_stores_answer_all_that_one_does() -> None:
    made_otherwise = {"at", "fresh", "of", "pack", "packed"}
    asked = {name for name in dir(FactIndex) if not name.startswith("_")} - made_otherwise

    assert asked <= JoinedIndex.__dict__.keys()


def test_fact_alone_counts_the_facts_of_all_stores(piped: Run, desk: Path) -> None:
    configured(desk, SEVERAL)

    ended = piped(store=None, cwd=desk)

    assert (ended.status, ended.err) == (0, "")
    assert "4 facts from 2 sources" in ended.out


@pytest.mark.parametrize(
    "line",
    [
        ["export", "--count"],
        ["export", "piers", "--count"],
        ["archive", "draft.md", "--output", "out", "--count"],
        ["refresh"],
        ["trust"],
        ["trust", "--revoke", "--dry-run"],
    ],
    ids=" ".join,
)
def test_a_command_that_reads_one_store_says_which_it_leaves_out(piped: Run, desk: Path, line: list[str]) -> None:
    configured(desk, SEVERAL)
    (desk / "draft.md").write_text("Leith harbour has 6 piers.\n", "utf-8")

    ended = piped(*line, store=None, cwd=desk)

    note = f"fact: only {desk}/own/mine.json is used; {desk}/desk.json is not: name it with --store"
    assert ended.err.splitlines()[0] == note
    assert "is not" not in piped(*line, store=desk / "desk.json", cwd=desk).err


def test_a_source_is_verified_in_the_store_that_has_it(piped: Run, desk: Path) -> None:
    content = store_of(("cranes", "9", "Leith harbour has 9 cranes.")).replace('"s"', '"gazette"')
    (desk / "desk.json").write_text(content.replace('[{"source"', '[{"surface": "nine cranes", "source"'), "utf-8")
    configured(desk, SEVERAL)

    ended = piped("verify", "gazette", "--text", "-", store=None, cwd=desk, typed=b"It has nine cranes.\n")

    assert ended == (0, "", "fact: 1 of 1 citation found in standard input\n")
