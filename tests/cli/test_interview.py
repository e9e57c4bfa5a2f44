"""The questions of `fact add` on a terminal: each answer is checked as it is given, one can go back, and lists are offered."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from running import Run

# Up to the value: id, kind, statement, subject, aliases, keywords.
FIGURE = ["kiln-heat", "figure", "The kiln is hot.", "", "", ""]
DATE = ["kiln-built", "date", "The kiln was built.", "", "", ""]
# After the value and its unit: as of, review, source, locator, surface, note.
REST = ["", "", "annals", "", "", ""]


@pytest.fixture
def kilns(tmp_path: Path) -> Path:
    store = {
        "facts": {"kiln-age": {"kind": "figure", "statement": "The kiln is 90 years old.", "value": {"amount": "90", "unit": "year"}, "keywords": ["kiln"],
                               "references": [{"source": "annals"}]}},
        "sources": {"annals": {"type": "book", "title": "Annals \x1b[2J of Stoke"}},
    }  # fmt: skip
    path = tmp_path / "facts.json"
    path.write_text(json.dumps(store), "utf-8")
    return path


def fact(store: Path, id_: str) -> dict[str, Any]:
    return dict(json.loads(store.read_text("utf-8"))["facts"][id_])


def typed(*answers: str) -> bytes:
    return "".join(f"{answer}\n" for answer in answers).encode()


def test_every_field_of_the_options_is_asked_for(on_terminal: Run, kilns: Path) -> None:
    answers = ["kiln-heat", "figure", "The kiln reaches 1,200 °C.", "Stoke kiln", "bottle oven", "kiln; heat", "1200", "°C", "2019-07",
               "1y", "annals", "page 3", "1200 °C", "At its hottest."]  # fmt: skip

    ended = on_terminal("add", store=kilns, typed=typed(*answers))

    assert ended.status == 0, ended.out
    assert fact(kilns, "kiln-heat") == {
        "kind": "figure", "statement": "The kiln reaches 1,200 °C.", "subject": "Stoke kiln", "aliases": ["bottle oven"],
        "keywords": ["kiln", "heat"], "value": {"amount": "1200", "unit": "°C"}, "as_of": "2019-07", "review": "1y", "rank": "normal",
        "references": [{"source": "annals", "locator": "page 3", "surface": "1200 °C"}], "note": "At its hottest."}  # fmt: skip


@pytest.mark.parametrize(
    ("answers", "told"),
    [([*DATE, "banana", "1931", *REST], "'banana' is not a valid EDTF date"), ([*DATE, "2019-02-30", "1931", *REST], "2019-02-30"),
     (["kiln-age", *FIGURE, "5", "", *REST], "'kiln-age' is already in the store"), (["kiln heat", *FIGURE, "5", "", *REST], "an id has no spaces: 'kiln-heat'"),
     (["kiln-heat", "colour", *FIGURE[1:], "5", "", *REST], "'colour' is not a kind"), ([*FIGURE, "lots", "5", "", *REST], "'lots'"),
     ([*FIGURE, "5", "QQQ", "", *REST], "'QQQ' is not an ISO 4217 currency"), ([*FIGURE, "5", "kilns", "kiln", *REST], "written in the singular: 'kiln'"),
     ([*FIGURE, "5", "", "soon", *REST], "'soon' is not a valid EDTF date"), ([*FIGURE, "5", "", "", "often", *REST[1:]], "'often' is neither a date nor a period"),
     ([*FIGURE, "5", "", "", "", "an nals", *REST[2:]], "an id has no spaces: 'an-nals'"),
     ([*FIGURE, "5", "", "", "", "new", "T", "novel", "book", "", "", *REST[3:]], "'novel' is not a CSL type"),
     ([*FIGURE, "5", "", "", "", "new", "T", "", "May", "2019-05", "", *REST[3:]], "'May' is not a valid EDTF date"),
     ([*FIGURE, "5", "", "", "", "new", "T", "", "", "javascript:x", "https://x.org", *REST[3:]], "'javascript:x' is not a web address"),
     (["kiln-\x02heat", *FIGURE, "5", "", *REST], "must be printable")],
)  # fmt: skip
def test_a_wrong_answer_is_asked_for_again_with_the_reason(
    on_terminal: Run, kilns: Path, answers: list[str], told: str
) -> None:
    ended = on_terminal("add", store=kilns, typed=typed(*answers), columns=200)

    assert told in ended.out
    assert ended.status == 0, ended.out


def test_one_can_go_back(on_terminal: Run, kilns: Path) -> None:
    answers = ["<", "kiln-heet", "date", "<", "<", *FIGURE, "5", "degree", "<", "<", "7", "degree", *REST]

    ended = on_terminal("add", store=kilns, typed=typed(*answers))

    assert "this is the first question" in ended.out
    assert (
        fact(kilns, "kiln-heat")["value"] == {"amount": "7", "unit": "°"}
        or fact(kilns, "kiln-heat")["value"]["amount"] == "7"
    )


def test_what_was_answered_before_is_kept_with_enter_and_emptied_with_a_dash(on_terminal: Run, kilns: Path) -> None:
    # Back from the amount to the subject, over aliases and keywords.
    answers = ["kiln-heat", "figure", "The kiln is hot.", "kilns", "ovens", "heat", "<", "<", "<"]

    ended = on_terminal("add", store=kilns, typed=typed(*answers, "", "-", "", "5", "degree", *REST))

    assert "Enter keeps an answer, - empties it" in ended.out
    kept = fact(kilns, "kiln-heat")
    assert (kept["subject"], kept.get("aliases"), kept["keywords"]) == ("kilns", None, ["heat"])


def test_an_answer_that_no_longer_applies_is_left_out(on_terminal: Run, kilns: Path) -> None:
    answers = [*FIGURE, "5", "", "", "", "new", "T", *["<"] * 2, "annals", "", "", ""]

    ended = on_terminal("add", store=kilns, typed=typed(*answers))

    assert ended.status == 0, ended.out
    assert list(json.loads(kilns.read_text("utf-8"))["sources"]) == ["annals"]


def test_lists_are_offered_and_foreign_text_is_escaped(on_terminal: Run, kilns: Path) -> None:
    answers = [
        "kiln-heat",
        "?",
        *FIGURE[1:5],
        "?",
        "",
        "5",
        "?",
        "",
        "",
        "",
        "?",
        "?zzz",
        "new",
        "T",
        "?rep",
        "",
        "",
        "",
        "",
        "",
        "",
    ]

    ended = on_terminal("add", store=kilns, typed=typed(*answers))

    assert ended.status == 0, ended.out
    assert "\n  quote\n" in ended.out
    assert "  kiln\n" in ended.out
    assert "  year\n" in ended.out
    assert r"annals: Annals \x1b[2J of Stoke" in ended.out
    assert "nothing to list" in ended.out
    assert "  report\n" in ended.out


@pytest.mark.parametrize(
    ("line", "told"),
    [(["--type", "novel"], "'novel' is not a CSL type"), (["--issued", "May"], "'May' is not a valid EDTF date"), (["--url", "x.org"], "'x.org' is not a web address"),
     (["--url", "javascript:alert(1)"], "is not a web address"), (["--url", "https://x.org/\x1b[2J"], "is not a web address")],
)  # fmt: skip
def test_a_source_is_checked_when_it_is_added(piped: Run, kilns: Path, line: list[str], told: str) -> None:
    before = kilns.read_bytes()

    ended = piped("source", "add", "new", "--title", "T", *line, store=kilns)

    assert ended.status == 2
    assert told in ended.err
    assert "\x1b" not in ended.err
    assert kilns.read_bytes() == before


def test_validate_finds_what_is_wrong_in_sources(piped: Run, kilns: Path) -> None:
    store = json.loads(kilns.read_text("utf-8"))
    store["sources"]["annals"] |= {"URL": "x.org", "author": "Roe"}
    kilns.write_text(json.dumps(store), "utf-8")

    printed = piped("validate", store=kilns).out

    assert "'x.org' is not a web address: write https://... [source-url]" in printed
    assert "[source-author]" in printed


def test_set_says_at_once_that_the_statement_states_another_figure(piped: Run, kilns: Path) -> None:
    ended = piped("set", "kiln-age", "amount=95", store=kilns)

    assert ended.status == 0
    assert (
        ended.err
        == "fact: 1 error: kiln-age: the statement says '90 years old', the value 95 year; `fact validate` shows where\n"
    )
    assert piped("set", "kiln-age", "statement=The kiln is 95 years old.", store=kilns).err == ""


@pytest.mark.parametrize(
    "line", [["add", "a b", "--amount", "1", "--statement", "S.", "--source", "annals"], ["rename", "kiln-age", "a b"], ["source", "add", "a\u00a0b", "--title", "T"]],
    ids=" ".join,
)  # fmt: skip
def test_no_new_id_has_a_space(piped: Run, kilns: Path, line: list[str]) -> None:
    ended = piped(*line, store=kilns)

    assert ended.status == 2
    assert "an id has no spaces: 'a-b'" in ended.err or "must be printable" in ended.err


def test_a_merge_conflict_is_told_from_damage(piped: Run, kilns: Path) -> None:
    text = kilns.read_text("utf-8")
    kilns.write_text(text.replace('"90"', '\n<<<<<<< ours\n"90"\n=======\n"91"\n>>>>>>> theirs\n'), "utf-8")

    ended = piped("kiln", store=kilns)

    assert ended.err == (f"fact: error: {kilns}:2:1: unresolved merge conflict. Hint: keep one side of each, and delete the lines with"
                         " <<<<<<<, ======= and >>>>>>>\n")  # fmt: skip


def test_broken_json_in_the_editor_names_the_field(piped: Run, kilns: Path, tmp_path: Path) -> None:
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\nsed -i \'s/"The kiln is 90 years old.",/"The kiln"/\' "$1"\n', "utf-8")
    editor.chmod(0o755)

    ended = piped("edit", "kiln-age", store=kilns, EDITOR=str(editor))

    assert ended.status == 2
    assert "expecting ',' delimiter, in or after the field \"statement\"" in ended.err
