"""What a lookup leads to: the overview, help and man pages, numbers, the browser and the clipboard."""

from __future__ import annotations

import base64
import importlib.util
import json
import os
import re
import shutil
import subprocess
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from running import Run

ROOT = Path(__file__).parent.parent.parent
STATEMENT = "The tower is 300 m high."


@pytest.fixture
def tower(tmp_path: Path) -> Path:
    def fact(source: str, **more: object) -> dict[str, object]:
        value = {"amount": "300", "unit": "m"}
        references = [{"source": source, "locator": "page 3"}]
        return {"kind": "figure", "statement": STATEMENT, "value": value, "references": references, **more}

    facts = {
        "tower": fact("atlas", as_of="2001"),
        "mast": fact("letter", as_of="2999"),
        "spire": fact("script"),
        "words": fact("letter", kind="quote", value={"text": "It sways.", "speaker": "Ann Lee"}),
    }
    sources = {
        "atlas": {"type": "webpage", "title": "An atlas", "issued": "2019-07", "URL": "https://example.org/atlas"},
        "letter": {"type": "article", "title": "A letter", "author": [{"family": "Roe", "given": "J."}]},
        "script": {"type": "article", "title": "A script", "URL": "javascript:alert(1)"},
    }
    path = tmp_path / "facts.json"
    path.write_text(json.dumps({"facts": facts, "sources": sources}), encoding="utf-8")
    return path


def test_fact_alone_says_what_there_is_and_how_to_go_on(piped: Run, own_store: Path) -> None:
    piped("set", "amia-bombing-deaths", "note=x", store=own_store)
    lines = piped(store=own_store).out.splitlines()

    assert re.fullmatch(r"fact [\d.]+: 59 facts from 1 source", lines[0])
    assert f"  store        {own_store}" in lines
    changed = lines.index("  last change  just now") + 1
    assert "amia-bombing-deaths" in lines[changed]
    assert len([line for line in lines if line.startswith("  fact ")]) == 4
    assert max(len(line) for line in lines[changed + 1 :]) <= 60


def test_a_value_of_more_than_a_year_ago_is_old(piped: Run, tower: Path) -> None:
    assert "old          1 value from over a year ago" in piped(store=tower).out


def test_an_empty_store_is_one_to_add_to(piped: Run, tmp_path: Path) -> None:
    (tmp_path / "facts.json").write_text('{"facts": {}, "sources": {}}')
    printed = piped(store=tmp_path / "facts.json").out

    assert "0 facts" in printed
    assert "fact add" in printed


def test_a_store_without_subjects_has_no_word_to_look_up(piped: Run, tmp_path: Path) -> None:
    value = {"amount": "5", "unit": "m"}
    pier = {"kind": "figure", "statement": "It is 5 m long.", "value": value, "references": [{"source": "s"}]}
    store = tmp_path / "facts.json"
    store.write_text(json.dumps({"facts": {"pier": pier}, "sources": {"s": {"type": "book", "title": "T"}}}))

    assert "  fact find            all facts\n" in piped(store=store).out


def test_help_is_that_of_the_command(piped: Run) -> None:
    assert piped("help", "show", store=None).out == piped("show", "--help", store=None).out
    assert piped("help", "source", "add", store=None).out == piped("source", "add", "--help", store=None).out
    assert piped("help", store=None).out == piped("--help", store=None).out


@pytest.mark.parametrize("names", [["nonsense"], ["show", "it"], ["source", "nonsense"]])
def test_help_for_no_command_is_an_error(piped: Run, names: list[str]) -> None:
    ended = piped("help", *names, store=None)

    assert (ended.status, ended.out, ended.err.count("\n")) == (2, "", 1)
    assert "unknown command" in ended.err


@pytest.mark.parametrize(
    ("command", "absent"),
    [
        ("schema", ["--format", "--limit", "--fields"]),
        ("completion", ["--store", "--format"]),
        ("show", ["--limit", "--sort"]),
        ("paths", ["--sort", "--group"]),
        ("open", ["--format"]),
        ("set", ["--sort", "--fields", "--limit", "--human"]),
        ("format", ["--format", "--sort"]),
        ("archive", ["--sort", "--human"]),
    ],
)
def test_the_help_of_a_command_shows_only_its_options(piped: Run, command: str, absent: list[str]) -> None:
    shown = piped(command, "--help", store=None).out.partition("Options:")[2]

    assert [option for option in absent if option in shown] == []


def test_the_man_pages_are_those_of_the_commands() -> None:
    specification = importlib.util.spec_from_file_location("make_man", ROOT / ".ci" / "make_man.py")
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)

    assert {path.name: path.read_text("utf-8") for path in (ROOT / "docs" / "man").glob("*.1")} == module.pages()


@pytest.mark.skipif(not shutil.which("groff"), reason="groff is not installed")
@pytest.mark.parametrize("page", sorted((ROOT / "docs" / "man").glob("*.1")), ids=lambda page: page.stem)
def test_a_man_page_is_read_without_a_warning(page: Path) -> None:
    ended = subprocess.run(["groff", "-man", "-Tutf8", "-ww", page], capture_output=True, text=True, check=False)

    assert (ended.returncode, ended.stderr) == (0, "")


def test_stats_count_what_there_is(piped: Run) -> None:
    rows = dict(line.split("\t") for line in piped("stats").out.splitlines())

    assert (rows["all"], rows["kind quote"], rows["rank deprecated"], rows["unit USD"]) == ("59", "22", "1", "4")
    assert json.loads(piped("stats", "argentina", "--format", "json").out)["counts"][0]["what"] == "all"
    assert piped("stats", "nosuchword").status == 1


def test_the_source_is_opened_in_the_browser(spawned: Run, tower: Path, tmp_path: Path) -> None:
    opened = tmp_path / "opened"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\nprintf %s "$1" > {opened}\n')
    browser.chmod(0o755)

    ended = spawned("open", "tower", store=tower, BROWSER=str(browser))

    assert (ended.status, ended.out) == (0, "")
    assert opened.read_text() == "https://example.org/atlas"
    assert spawned("open", "tower", "--print", store=tower, BROWSER="false").out == "https://example.org/atlas\n"


@pytest.mark.parametrize("browser", [" ", "'", '"%s', ":", "no-such-browser", "/"])
def test_a_browser_that_cannot_be_started_is_an_error_in_one_line(
    piped: Run, tower: Path, browser: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # webbrowser looks for browsers once in a process.
    monkeypatch.setattr(webbrowser, "_tryorder", None)
    ended = piped("open", "tower", store=tower, BROWSER=browser)

    assert ended.status == 2
    assert ended.err == (
        "fact: error: no browser can be started for https://example.org/atlas. "
        "Hint: name one in $BROWSER, or use --print\n"
    )


@pytest.mark.parametrize(
    ("id_", "said"), [("spire", "no source of 'spire' has an address"), ("mast", "no source"), ("nope", "unknown id")]
)
def test_only_an_address_of_the_web_is_opened(piped: Run, tower: Path, id_: str, said: str) -> None:
    ended = piped("open", id_, store=tower, BROWSER="false")

    assert ended.status == 1
    assert said in ended.err


@pytest.mark.parametrize(
    ("id_", "text"),
    [
        ("tower", "The tower is 300 m high. (An atlas, July 2019, page 3, https://example.org/atlas)"),
        ("mast", "The tower is 300 m high. (J. Roe, A letter, page 3)"),
        ("words", "The tower is 300 m high. “It sways.” (J. Roe, A letter, page 3)"),
    ],
)
def test_a_fact_is_copied_with_its_citation(piped: Run, on_terminal: Run, tower: Path, id_: str, text: str) -> None:
    printed = piped("copy", id_, "--print", store=tower).out
    sent = on_terminal("copy", id_, store=tower, PATH="", DISPLAY="", WAYLAND_DISPLAY="", columns=200).out

    assert printed == f"{text}\n"
    assert base64.b64decode(sent.partition("\x1b]52;c;")[2].partition("\x07")[0]).decode() == text


def test_the_tool_of_the_desktop_copies(spawned: Run, tower: Path, tmp_path: Path) -> None:
    tool = tmp_path / "wl-copy"
    tool.write_text(f"#!/bin/sh\ncat > {tmp_path}/copied\n")
    tool.chmod(0o755)
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"

    ended = spawned("copy", "tower", "-q", store=tower, PATH=path, WAYLAND_DISPLAY="wayland-0")

    assert ended == (0, "", "")
    assert (tmp_path / "copied").read_text().startswith(STATEMENT)


def test_without_a_clipboard_it_is_an_error(piped: Run, tower: Path) -> None:
    ended = piped("copy", "tower", store=tower, PATH="", DISPLAY="", WAYLAND_DISPLAY="")

    assert (ended.status, ended.err.count("\n")) == (2, 1)
    assert "--print" in ended.err
