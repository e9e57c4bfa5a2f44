"""Text that is not ours cannot drive the terminal, whatever the command and wherever it prints."""

from __future__ import annotations

import base64
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from running import Run

HOSTILE = (
    "red \x1b[2J\x1b]0;title\x07\x1b]8;;http://x\x07\x1b]52;c;AAAA\x07 \x9b31m over\rwritten back\b\b"
    " del\x7f \u202egnp\u2066x\u2069"
    " [/] [bold] [link=http://x]y[/link] :skull: =HYPERLINK(1) nul\x00 tab\tend " + "e\u0301\u0301" * 50
)
RAW = re.compile("[\x00-\x08\x0b-\x1a\x1c-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
COMMANDS = [
    ["find", "red"],
    ["find"],
    ["show", "hostile"],
    ["show", "hostile", "--field", "statement"],
    ["keywords"],
    ["sources"],
    ["timeline"],
    ["paths"],
    ["stats"],
    ["copy", "hostile", "--print"],
    ["open", "hostile", "--print"],
    ["find", "--group", "subject"],
    [],
]
FORMATS = ["table", "list", "tsv", "csv", "json", "jsonl", "md"]


@pytest.fixture
def hostile_store(tmp_path: Path) -> Path:
    def fact(kind: str, value: dict[str, str]) -> dict[str, object]:
        return {
            "kind": kind,
            "statement": HOSTILE,
            "subject": HOSTILE,
            "aliases": [HOSTILE],
            "keywords": [HOSTILE],
            "value": value,
            "note": HOSTILE,
            "rank": "deprecated",
            "reason": HOSTILE,
            "references": [{"source": "s", "locator": HOSTILE, "surface": HOSTILE}],
        }

    facts = {
        "hostile": fact("quote", {"text": HOSTILE, "speaker": HOSTILE, "role": HOSTILE}),
        "hostile-figure": fact("figure", {"amount": "1", "unit": HOSTILE}),
        "hostile-date": fact("date", {"edtf": "2019-07-18"}),
    }
    sources = {"s": {"type": "article", "title": HOSTILE, "issued": HOSTILE, "URL": "javascript:alert(1)//\x1b[2J"}}
    path = tmp_path / "facts.json"
    path.write_text(json.dumps({"facts": facts, "sources": sources}), encoding="utf-8")
    return path


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_raw_control_character_reaches_a_pipe(
    piped: Run, hostile_store: Path, command: list[str], form: str
) -> None:
    ended = piped(*command, "--format", form, "--color", "never", store=hostile_store)

    assert not RAW.findall(ended.out + ended.err)
    assert "\x1b" not in ended.out + ended.err


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_raw_control_character_reaches_a_terminal(on_terminal: Run, hostile_store: Path, command: list[str]) -> None:
    printed = on_terminal(*command, store=hostile_store).out

    assert not RAW.findall(printed)
    assert not re.findall(r"\x1b(?!\[[0-9;]*m)", printed)


def test_a_template_escapes_what_it_shows(piped: Run, hostile_store: Path) -> None:
    printed = piped("find", "--format", "{id}: {value} {statement} {source}", store=hostile_store).out

    assert not RAW.findall(printed)
    assert len(printed.splitlines()) == 3


def test_a_picture_for_a_page_has_no_control_characters(piped: Run, hostile_store: Path) -> None:
    printed = piped("timeline", "--format", "svg", store=hostile_store).out

    assert not RAW.findall(printed)
    assert "\x1b" not in printed


def test_what_is_sent_to_the_clipboard_cannot_drive_the_terminal(on_terminal: Run, hostile_store: Path) -> None:
    printed = on_terminal("copy", "hostile", store=hostile_store, PATH="", DISPLAY="", WAYLAND_DISPLAY="").out
    sent = base64.b64decode(printed.partition("\x1b]52;c;")[2].partition("\x07")[0]).decode()

    assert not RAW.findall(sent)
    assert "\x1b" not in sent


def test_markup_is_text(piped: Run, hostile_store: Path) -> None:
    printed = piped("show", "hostile", "--format", "table", store=hostile_store, COLUMNS="2000").out

    assert "[/] [bold] [link=http://x]y[/link] :skull:" in printed


def test_a_script_is_not_a_link(on_terminal: Run, hostile_store: Path) -> None:
    assert "\x1b]8" not in on_terminal("find", store=hostile_store).out


@pytest.mark.parametrize("argument", ["\x1b[2J", "a\rb", "\u202e"])
def test_what_was_typed_is_not_echoed_raw(piped: Run, argument: str) -> None:
    ended = piped(argument + "nosuchword")

    assert (ended.status, RAW.findall(ended.err), "\x1b" in ended.err) == (1, [], False)


def test_a_file_name_in_an_error_is_escaped(piped: Run, tmp_path: Path) -> None:
    ended = piped("amia", store=tmp_path / "evil\x1b[2J\nname.json")

    assert (ended.status, "\x1b" in ended.err, ended.err.count("\n")) == (2, False, 1)
