"""Hostile text goes into a store and comes out of it without a raw control byte."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from running import Run

# No NUL: no argument of a program can hold one.
HOSTILE = (
    "red \x1b[2J\x1b]0;title\x07\x1b]8;;http://x\x07\x1b]52;c;AAAA\x07 \x9b31m over\rwritten back\b\b"
    " del\x7f \u202egnp\u2066x\u2069 [/] [link=http://x]y[/link] :skull: tab\tend " + "e\u0301\u0301" * 50
)
RAW = re.compile("[\x00-\x08\x0b-\x1a\x1c-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|\x1b(?!\\[[0-9;]*m)")
ADD = [
    "add", "hostile", "--text", HOSTILE, "--speaker", HOSTILE, "--statement", HOSTILE, "--subject", HOSTILE, "--alias",
    HOSTILE, "--keyword", HOSTILE, "--note", HOSTILE, "--source", "s", "--locator", HOSTILE,
]  # fmt: skip
COMMANDS = [
    ["show", "hostile"],
    ["find", "red"],
    ["validate"],
    ["validate", "--format", "json"],
    ["validate", "--format", "sarif"],
    ["validate", "--format", "github"],
    ["validate", "--format", "rdjsonl"],
    ["verify", "s", "--text", "text.txt"],
    ["set", "hostile", f"note={HOSTILE}2", "--dry-run"],
    ["set", "hostile", "note=x", "--dry-run", "--format", "json"],
    ["set", "hostile", f"{HOSTILE}=x"],
    ["set", HOSTILE, "note=x"],
    ["deprecate", "hostile", "--reason", HOSTILE, "--dry-run"],
    ["deprecate", "hostile", "--by", HOSTILE],
    ["remove", "hostile", "--dry-run"],
    ["remove", HOSTILE, "--yes"],
    ["rename", "hostile", HOSTILE],
    ["source", "add", HOSTILE, "--title", "T"],
    ["source", "add", "t", "--title", HOSTILE, "--dry-run"],
    ["undo", "--dry-run"],
    ["import", f"{HOSTILE.replace('/', '')[:60]}.csv"],
    ["diff", "none.json", "facts.json"],
    ["format", "--check"],
    *(["export", "--format", form] for form in ("json", "jsonl", "csv", "tsv", "md", "claimreview", "csl")),
]


@pytest.fixture
def hostile_store(piped: Run, tmp_path: Path) -> Path:
    store = tmp_path / "facts.json"
    # As another program may have written it: `fact source add` refuses the address.
    source = {"type": "article", "title": HOSTILE, "URL": "javascript:alert(1)\x1b[2J"}
    store.write_text(json.dumps({"facts": {}, "sources": {"s": source}}), "utf-8")
    piped(*ADD, store=store)
    (tmp_path / "none.json").write_text('{"facts": {}, "sources": {}}')
    (tmp_path / "text.txt").write_text("Nothing of it.\n")
    return store


def test_a_hostile_fact_is_kept_as_it_was_typed(hostile_store: Path) -> None:
    fact = json.loads(hostile_store.read_text("utf-8"))["facts"]["hostile"]

    assert fact["value"] == {"text": HOSTILE, "speaker": HOSTILE}
    assert fact["keywords"] == [HOSTILE]


@pytest.mark.parametrize("arguments", COMMANDS, ids=lambda arguments: " ".join(arguments[:3])[:40])
def test_no_raw_control_byte_reaches_a_pipe(piped: Run, hostile_store: Path, arguments: list[str]) -> None:
    ended = piped(*arguments, store=hostile_store, cwd=hostile_store.parent)

    assert RAW.findall(ended.out + ended.err) == []
    assert "Traceback" not in ended.err


@pytest.mark.parametrize(
    "arguments", [[ADD[0], "other", *ADD[2:]], *COMMANDS[:9:2], *COMMANDS[13:17]], ids=lambda arguments: arguments[0]
)
def test_no_raw_control_byte_reaches_a_terminal(on_terminal: Run, hostile_store: Path, arguments: list[str]) -> None:
    printed = on_terminal(*arguments, store=hostile_store).out

    assert RAW.findall(printed) == []


def test_a_removal_is_asked_about_without_a_raw_control_byte(on_terminal: Run, hostile_store: Path) -> None:
    printed = on_terminal("remove", "hostile", store=hostile_store, typed=b"n\n").out

    assert RAW.findall(printed) == []
    assert "\\x1b[2J" in printed


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_a_hostile_fact_goes_out_and_in_again(piped: Run, hostile_store: Path, tmp_path: Path, form: str) -> None:
    file, other = tmp_path / f"out.{form}", tmp_path / "other.json"
    file.write_text(piped("export", "--format", form, store=hostile_store).out, "utf-8")

    ended = piped("import", str(file), store=other)

    assert ended.status == 0
    assert RAW.findall(ended.out + ended.err) == []
    assert json.loads(other.read_text("utf-8")) == json.loads(hostile_store.read_text("utf-8"))


def test_formulas_do_not_run_in_a_spreadsheet_and_come_back(piped: Run, hostile_store: Path, tmp_path: Path) -> None:
    formula = '=HYPERLINK("http://x")'
    piped("set", "hostile", f"note={formula}", store=hostile_store)
    text = piped("export", "--format", "csv", store=hostile_store).out
    (tmp_path / "out.csv").write_text(text, "utf-8")

    piped("import", str(tmp_path / "out.csv"), store=tmp_path / "other.json")

    assert next(csv.DictReader(io.StringIO(text)))["note"] == f"'{formula}"
    assert json.loads((tmp_path / "other.json").read_text())["facts"]["hostile"]["note"] == formula


@pytest.mark.parametrize(
    "amount",
    ["9" * 32_000, "1," * 20_000, "1e999999999", "٣", "²", "NaN", "Infinity", "0x10", "1_000", "--1", " "],
)
def test_a_hostile_figure_is_refused_in_a_line(piped: Run, hostile_store: Path, amount: str) -> None:
    ended = piped(
        "add", "x", f"--amount={amount}", "--statement", "S.", "--source", "s", store=hostile_store
    )  # fmt: skip

    assert (ended.status, ended.err.count("\n")) == (2, 1)
    assert "Traceback" not in ended.err


@pytest.mark.parametrize("field", ["id", "sources", "references", "value", "keywords"])
@pytest.mark.parametrize("value", [None, 1, "x", [1], {}, [{"source": []}]])
def test_json_of_any_shape_is_taken_or_refused_in_a_line(
    piped: Run, hostile_store: Path, tmp_path: Path, field: str, value: object
) -> None:
    fact = {"kind": "date", "statement": "S.", "value": {"edtf": "2019"}, "references": [{"source": "s"}]}
    (tmp_path / "in.json").write_text(json.dumps({"facts": [{"id": "hostile", **fact, field: value}]}))
    (tmp_path / "wrong.json").write_text(json.dumps({"facts": {"x": fact | {field: value}}, "sources": {}}))
    command = ["--update", str(tmp_path / "in.json")]

    ended = [
        piped("import", *command, store=hostile_store),
        piped("add", "--from", str(tmp_path / "wrong.json"), "--yes", store=hostile_store),
        piped("set", "x", "edtf=2020", "keywords+=y", "locator=z", store=tmp_path / "wrong.json"),
        piped("diff", str(tmp_path / "none.json"), str(tmp_path / "wrong.json"), store=None),
        piped("diff", str(hostile_store), str(tmp_path / "wrong.json"), store=None),
        piped("validate", store=tmp_path / "wrong.json"),
    ]

    assert [each.err for each in ended if "Traceback" in each.err] == []
    assert {each.status for each in ended} <= {0, 1, 2}


def test_a_megabyte_on_a_line_is_no_trouble(piped: Run, hostile_store: Path, tmp_path: Path) -> None:
    (tmp_path / "big.csv").write_text(f"id,edtf,statement,source\nbig,2019,{'x ' * 500_000},s\n", "utf-8")

    assert piped("import", str(tmp_path / "big.csv"), store=hostile_store).status == 0
    assert "2 facts: 0 errors" in piped("validate", store=hostile_store).err
