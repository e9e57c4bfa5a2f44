"""Facts are added, changed and removed through the command, and nothing else in the store changes."""

from __future__ import annotations

import difflib
import json
import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from running import FACT

if TYPE_CHECKING:
    from running import Run

NEW = [
    "add", "bridge-length", "--amount", "1,200", "--unit", "metres", "--subject", "Ouse bridge",
    "--statement", "The bridge is 1,200 metres long.", "--keyword", "bridge", "--keyword", "steel; iron",
    "--source", "pompeo-tour-2019", "--locator", "page 3",
]  # fmt: skip
SOURCE = '{"facts": {}, "sources": {"s": {"type": "book", "title": "Bridges"}}}'
MADE_BY = ["--statement", "It stands.", "--source", "s", "--store"]


def facts(store: Path) -> dict[str, Any]:
    return dict(json.loads(store.read_text("utf-8"))["facts"])


def changed_lines(before: bytes, after: bytes) -> list[str]:
    lines = difflib.unified_diff(before.decode().splitlines(), after.decode().splitlines(), n=0, lineterm="")
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


def test_a_fact_is_added_from_options(piped: Run, own_store: Path) -> None:
    ended = piped(*NEW, store=own_store)

    assert (ended.status, ended.out, ended.err) == (0, "added bridge-length: 1200 m\n", "")
    assert facts(own_store)["bridge-length"] == {
        "kind": "figure",
        "statement": "The bridge is 1,200 metres long.",
        "subject": "Ouse bridge",
        "keywords": ["bridge", "steel; iron"],
        "value": {"amount": "1200", "unit": "m"},
        "rank": "normal",
        "references": [{"source": "pompeo-tour-2019", "locator": "page 3"}],
    }


def test_an_added_fact_is_found(piped: Run, own_store: Path) -> None:
    piped(*NEW, store=own_store)

    assert piped("1.2 km", "--fields", "id", store=own_store).out == "bridge-length\n"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("US$7m", {"amount": "7000000", "unit": "USD"}), ("7,000,000", {"amount": "7000000"}), ("8.8m", {"amount": "8800000"}),
     ("-2.50", {"amount": "-2.50"}), ("12 per cent", {"amount": "12", "unit": "%"}),
     ("10 to 20 km", {"lower": "10", "upper": "20", "unit": "km"}),
     ("about 50,000", {"amount": "50000", "comparator": "~"}), ("~50", {"amount": "50", "comparator": "~"}),
     ("More than 80", {"amount": "80", "comparator": ">"}), ("80-plus", {"amount": "80", "comparator": ">="}),
     ("at least 7 people", {"amount": "7", "unit": "person", "comparator": ">="}),
     ("under 5m", {"amount": "5000000", "comparator": "<"}), ("exactly 12", {"amount": "12"}),
     ("12 km or so", {"amount": "12", "unit": "km", "comparator": "~"}),
     ("between 5 and 10", {"lower": "5", "upper": "10"}), ("from 5 to 10 km", {"lower": "5", "upper": "10", "unit": "km"}),
     ("US$2bn a year", {"amount": "2000000000", "unit": "USD", "per": "year"}),
     ("about US$2bn a year", {"amount": "2000000000", "unit": "USD", "per": "year", "comparator": "~"})],
)  # fmt: skip
def test_an_amount_is_read_as_writers_print_it(piped: Run, own_store: Path, typed: str, expected: object) -> None:
    piped("add", "x", f"--amount={typed}", "--statement", "S.", "--source", "pompeo-tour-2019", store=own_store)

    assert facts(own_store)["x"]["value"] == expected


@pytest.mark.parametrize(
    "typed",
    [
        "dozens",
        "the bomb killed 85",
        "85 were killed",
        "5 and 10",
        "7 people and 3 dogs",
        "about",
        "about many",
        "80\n\nmore",
    ],
)
def test_words_that_are_more_than_a_figure_are_not_an_amount(piped: Run, own_store: Path, typed: str) -> None:
    before = own_store.read_bytes()

    ended = piped("set", "amia-bombing-deaths", f"amount={typed}", store=own_store)

    assert (ended.status, ended.err.count("\n")) == (2, 1)
    assert own_store.read_bytes() == before


def test_a_hedge_that_is_typed_with_the_figure_takes_the_place_of_the_old_one(piped: Run, own_store: Path) -> None:
    piped("set", "amia-bombing-deaths", "amount=more than 80", store=own_store)
    hedged = facts(own_store)["amia-bombing-deaths"]["value"]
    piped("set", "amia-bombing-deaths", "amount=exactly 85", store=own_store)

    assert hedged == {"amount": "80", "unit": "person", "comparator": ">"}
    assert facts(own_store)["amia-bombing-deaths"]["value"] == {"amount": "85", "unit": "person"}


def test_the_kind_follows_from_the_value_and_a_quote_is_its_own_surface(piped: Run, own_store: Path) -> None:
    piped("add", "d", "--edtf", "2019-07", *MADE_BY[:2], "--source", "pompeo-tour-2019", store=own_store)
    piped("add", "q", "--text", "So be it", *MADE_BY[:2], "--source", "pompeo-tour-2019", store=own_store)

    assert [facts(own_store)[id_]["kind"] for id_ in ("d", "q")] == ["date", "quote"]
    assert facts(own_store)["q"]["references"] == [{"source": "pompeo-tour-2019", "surface": "So be it"}]


@pytest.mark.parametrize(
    ("without", "told"),
    [("--amount", "--amount, --edtf or --text"), ("--statement", "--statement"), ("--source", "--source")],
)
def test_without_a_terminal_an_error_says_which_option_is_missing(
    piped: Run, own_store: Path, without: str, told: str
) -> None:
    at = NEW.index(without)
    before = own_store.read_bytes()

    ended = piped(*NEW[:at], *NEW[at + 2 :], store=own_store)

    assert (ended.status, ended.out) == (2, "")
    assert told in ended.err
    assert own_store.read_bytes() == before


@pytest.mark.parametrize(
    ("change", "told"),
    [(["--amount", "many"], "decimal number"), (["--as-of", "2019-13"], "month 13"), (["--source", "nowhere"], "fact source add nowhere")],
)  # fmt: skip
def test_a_wrong_fact_is_refused(piped: Run, own_store: Path, change: list[str], told: str) -> None:
    ended = piped(*NEW, *change, store=own_store)

    assert ended.status == 2
    assert told in ended.err
    assert "bridge-length" not in facts(own_store)


def test_an_id_is_taken_once(piped: Run, own_store: Path) -> None:
    piped(*NEW, store=own_store)
    ended = piped(*NEW, store=own_store)

    assert ended.status == 2
    assert "already in the store" in ended.err


def test_a_dry_run_changes_nothing_and_leaves_nothing(piped: Run, own_store: Path) -> None:
    before = own_store.read_bytes()

    assert piped(*NEW, "--dry-run", store=own_store).out == "would add bridge-length: 1200 m\n"
    assert own_store.read_bytes() == before
    assert [path.name for path in own_store.parent.iterdir()] == ["facts.json"]


def test_a_named_store_is_made_and_that_is_said(piped: Run, tmp_path: Path) -> None:
    new = tmp_path / "deep" / "facts.json"

    ended = piped("source", "add", "s", "--title", "Bridges", store=new)

    assert (ended.status, ended.out, ended.err) == (
        0,
        "added source s: Bridges\n",
        f"fact: created a new store: {new}\n",
    )
    assert piped("add", "x", "--amount", "1", *MADE_BY[:-1], store=new).err == ""


def test_a_store_is_not_made_for_a_fact_that_is_wrong(piped: Run, tmp_path: Path) -> None:
    new = tmp_path / "facts.json"

    assert piped("add", "x", "--amount", "1", *MADE_BY[:-1], store=new).status == 2
    assert not new.exists()


def test_only_a_new_fact_makes_a_store(piped: Run, tmp_path: Path) -> None:
    assert piped("set", "x", "amount=1", store=tmp_path / "none.json").status == 2
    assert not (tmp_path / "none.json").exists()


def test_missing_fields_are_asked_for_on_a_terminal(on_terminal: Run, own_store: Path) -> None:
    answers = (
        b"A bridge\nbridge-length\nfigure\nIt is long.\nOuse bridge\n\n\n1200\nm\n\n\nbook\nBridges\n\n\n\npage 3\n\n\n"
    )

    ended = on_terminal("add", store=own_store, typed=answers)

    assert ended.status == 0, ended.out
    assert facts(own_store)["bridge-length"]["references"] == [{"source": "book", "locator": "page 3"}]
    assert json.loads(own_store.read_text())["sources"]["book"] == {"type": "article", "title": "Bridges"}


def test_a_wrong_answer_is_asked_for_again_at_once(on_terminal: Run, own_store: Path) -> None:
    answers = (
        b"amia-bombing-deaths\nbridge\ncolour\nfigure\nIt cost a lot.\n\n\n\nlots\nUS$7m\n\n\npompeo-tour-2019\n\n\n\n"
    )

    ended = on_terminal("add", store=own_store, typed=answers)

    assert ended.status == 0, ended.out
    assert facts(own_store)["bridge"]["value"] == {"amount": "7000000", "unit": "USD"}


def test_of_a_new_source_only_the_wrong_answer_is_asked_for_again(on_terminal: Run, own_store: Path) -> None:
    source = b"Annual report\nraport\nreport\nyesterday\n2019-07-18\n\n"
    answers = b"bridge-cost\nfigure\nIt cost US$7m.\nbridge\n\n\nUS$7m\n\n\nagency-2019\n" + source + b"\n\n\n"

    ended = on_terminal("add", store=own_store, typed=answers)

    assert ended.status == 0, ended.out
    assert ended.out.count("Title") == 1
    assert ended.out.count("'raport' is not a CSL type") == 1
    assert ended.out.count("issued: ") == 1
    added = json.loads(own_store.read_text("utf-8"))["sources"]["agency-2019"]
    assert added == {"type": "report", "title": "Annual report", "issued": "2019-07-18"}


def test_answers_that_cannot_be_written_are_given_back(on_terminal: Run, own_store: Path) -> None:
    own_store.chmod(0o444)

    ended = on_terminal(
        "add", "x", "--amount", "1", store=own_store, typed=b"It is 1.\n\n\n\n\n\n\npompeo-tour-2019\n\n\n\n"
    )

    assert ended.status == 2
    assert "fact add x --amount 1 --kind figure --statement 'It is 1.' --source pompeo-tour-2019" in ended.out


def test_no_change_is_lost_to_another_process(own_store: Path) -> None:
    command = [FACT, "--store", str(own_store), "add", "--amount=1", "--statement=S.", "--source=pompeo-tour-2019"]
    processes = [subprocess.Popen([*command, f"x{number}"], stdout=subprocess.DEVNULL) for number in range(8)]

    assert [process.wait() for process in processes] == [0] * 8
    assert facts(own_store).keys() >= {f"x{number}" for number in range(8)}


def test_candidates_are_taken_all_at_once(piped: Run, tmp_path: Path) -> None:
    text = tmp_path / "article.txt"
    text.write_text("The bridge is 1,200 metres long. It cost $7 million in 1931.\n", "utf-8")
    candidates = tmp_path / "candidates.json"
    candidates.write_text(piped("extract", str(text), "--format", "json").out, "utf-8")

    ended = piped("add", "--from", str(candidates), "--yes", store=tmp_path / "facts.json")

    assert ended.status == 0, ended.err
    assert facts(tmp_path / "facts.json") == json.loads(candidates.read_text())["facts"]


def test_candidates_are_taken_one_by_one_on_a_terminal(on_terminal: Run, tmp_path: Path) -> None:
    def fact(amount: str) -> dict[str, Any]:
        return {"kind": "figure", "statement": "S.", "value": {"amount": amount}, "references": [{"source": "s"}]}

    candidates = tmp_path / "candidates.json"
    sources = {"s": {"type": "book", "title": "T"}}
    found = {"facts": {id_: fact(id_) for id_ in "1234"}, "sources": sources, "passed_over": 1}
    candidates.write_text(json.dumps(found))

    ended = on_terminal(
        "add", "--from", str(candidates), "--plain", store=tmp_path / "facts.json",
        typed=b"y\nn\ne statement Edited\ny\nq\n",
    )  # fmt: skip

    assert {id_: raw["statement"] for id_, raw in facts(tmp_path / "facts.json").items()} == {"1": "S.", "3": "Edited"}
    assert "1 figure, date or quote of the text passed over" in ended.out


def test_candidates_need_a_terminal_or_yes(piped: Run, tmp_path: Path) -> None:
    (tmp_path / "c.json").write_text(SOURCE)

    assert "--yes" in piped("add", "--from", str(tmp_path / "c.json"), store=tmp_path / "facts.json").err


def test_one_changed_field_is_one_changed_line(piped: Run, own_store: Path) -> None:
    before = own_store.read_bytes()

    ended = piped("set", "amia-bombing-deaths", "amount=87", store=own_store)

    assert (ended.status, ended.out) == (0, "changed amia-bombing-deaths: 85 -> 87 person\n")
    assert changed_lines(before, own_store.read_bytes()) == ['-        "amount": "85",', '+        "amount": "87",']


@pytest.mark.parametrize(
    ("assignment", "told"),
    [
        ("keywords+=one; two", "keywords +one +two"),
        ("keywords-=a", "keywords a -> nothing"),
        ("as-of=2019", 'as_of nothing -> "2019"'),
        ("unit=square kilometres", "1 person -> 1 km²"),
        ("note=", 'note "n" -> nothing'),
        ("locator=page 4", 'locator "page 3" -> "page 4"'),
    ],
)
def test_each_kind_of_field_can_be_set(piped: Run, tmp_path: Path, assignment: str, told: str) -> None:
    store = tmp_path / "facts.json"
    references = [{"source": "s", "locator": "page 3"}]
    raw = {
        "kind": "figure",
        "statement": "S.",
        "keywords": ["a"],
        "value": {"amount": "1", "unit": "person"},
        "note": "n",
    }
    store.write_text(
        json.dumps({"facts": {"x": {**raw, "references": references}}, "sources": {"s": {"type": "a", "title": "T"}}})
    )

    assert piped("set", "x", assignment, store=store).out == f"changed x: {told}\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["set", "nosuch", "amount=1"], "no fact 'nosuch'"),
        (["set", "salman-reward", "colour=red"], "unknown field 'colour'"),
        (["set", "salman-reward", "amount"], "FIELD=VALUE"),
        (["set", "salman-reward", "amount="], "needs an amount"),
        (["set", "salman-reward", "note+=x"], "is not a list"),
        (["set", "salman-reward", "source=nowhere"], "no source 'nowhere'"),
        (["set", "salman-reward", "superseded-by=salman-reward"], "superseded by itself"),
        (["deprecate", "salman-reward"], "--by ID or --reason TEXT"),
        (["deprecate", "salman-reward", "--by", "nosuch"], "no fact 'nosuch'"),
        (["deprecate", "salman-reward", "--by", "salman-reward"], "superseded by itself"),
        (["remove", "salman-reward"], "--yes"),
        (["remove", "nosuch", "--yes"], "no fact 'nosuch'"),
        (["rename", "salman-reward", "amia-bombing-deaths"], "already in the store"),
        (["rename", "salman-reward", "a\x1b[2J"], "printable"),
        (["source", "add", "pompeo-tour-2019", "--title", "T"], "already a source"),
        (["source", "add", "new"], "--title"),
        (["undo"], "nothing to undo"),
    ],
)
def test_what_cannot_be_done_is_reported_in_a_line_and_changes_nothing(
    piped: Run, own_store: Path, arguments: list[str], told: str
) -> None:
    before = own_store.read_bytes()

    ended = piped(*arguments, store=own_store)

    assert (ended.status, ended.out, ended.err.count("\n")) == (2, "", 1)
    assert told in ended.err
    assert own_store.read_bytes() == before


def test_a_deprecated_fact_points_to_the_one_that_holds(piped: Run, own_store: Path) -> None:
    ended = piped("deprecate", "salman-reward", "--by", "amia-bombing-deaths", "--reason", "r", store=own_store)
    raw = facts(own_store)["salman-reward"]

    assert ended.out == "deprecated salman-reward: see amia-bombing-deaths; r\n"
    assert (raw["rank"], raw["superseded_by"], raw["reason"]) == ("deprecated", "amia-bombing-deaths", "r")


def test_a_fact_that_others_point_to_stays(piped: Run, own_store: Path) -> None:
    piped("deprecate", "salman-reward", "--by", "amia-bombing-deaths", store=own_store)

    ended = piped("remove", "amia-bombing-deaths", "--yes", store=own_store)

    assert ended.status == 2
    assert "salman-reward is superseded by it" in ended.err
    assert piped("remove", "amia-bombing-deaths", "salman-reward", "--yes", store=own_store).status == 0


def test_a_removed_fact_leaves_the_rest_as_it_was(piped: Run, own_store: Path) -> None:
    before = own_store.read_bytes()
    piped(*NEW, store=own_store)

    assert piped("remove", "bridge-length", "--yes", store=own_store).out == "removed bridge-length: 1200 m\n"
    assert own_store.read_bytes() == before


@pytest.mark.parametrize(("typed", "status", "left"), [(b"y\n", 0, []), (b"n\n", 130, ["salman-reward"])])
def test_a_removal_is_asked_about_on_a_terminal(
    on_terminal: Run, own_store: Path, typed: bytes, status: int, left: list[str]
) -> None:
    ended = on_terminal("remove", "salman-reward", store=own_store, typed=typed)

    assert ended.status == status
    assert [id_ for id_ in facts(own_store) if id_ == "salman-reward"] == left


@pytest.mark.parametrize("line", [["remove", "salman-reward"], ["add"]])
def test_a_question_that_is_left_ends_its_line(on_terminal: Run, own_store: Path, line: list[str]) -> None:
    before = own_store.read_bytes()

    ended = on_terminal(*line, store=own_store, typed=b"\x04")

    assert (ended.status, ended.out[-2:]) == (130, " \n")
    assert own_store.read_bytes() == before


def test_pointers_follow_a_renamed_fact_which_keeps_its_place(piped: Run, own_store: Path) -> None:
    order = list(facts(own_store))
    piped("deprecate", "salman-reward", "--by", "amia-bombing-deaths", store=own_store)

    ended = piped("rename", "amia-bombing-deaths", "amia-toll", store=own_store)

    assert ended.out == "renamed amia-bombing-deaths: now amia-toll; salman-reward followed\n"
    assert facts(own_store)["salman-reward"]["superseded_by"] == "amia-toll"
    assert list(facts(own_store)) == ["amia-toll" if id_ == "amia-bombing-deaths" else id_ for id_ in order]


def test_a_source_is_added_with_its_authors(piped: Run, own_store: Path) -> None:
    piped(
        "source",
        "add",
        "un",
        "--title",
        "T",
        "--type",
        "report",
        "--author",
        "United Nations",
        "--author",
        "Ban, Ki-moon",
        store=own_store,
    )

    assert json.loads(own_store.read_text("utf-8"))["sources"]["un"] == {
        "type": "report",
        "title": "T",
        "author": [{"literal": "United Nations"}, {"family": "Ban", "given": "Ki-moon"}],
    }


@pytest.mark.parametrize(
    ("option", "said"),
    [
        (["--issued", "2000-13-45"], "issued: '2000-13-45' names month 13. Hint: "),
        (["--issued", "last Tuesday"], "issued: 'last Tuesday' is not a valid EDTF date. Hint: "),
        (["--type", "nonsense"], "'nonsense' is not a CSL type. Hint: "),
    ],
)
def test_a_source_with_a_wrong_date_or_type_is_refused(
    piped: Run, own_store: Path, option: list[str], said: str
) -> None:
    before = own_store.read_bytes()

    ended = piped("source", "add", "un", "--title", "T", *option, store=own_store)

    assert (ended.status, ended.err.startswith(f"fact: error: {said}")) == (2, True), ended.err
    assert own_store.read_bytes() == before


def test_an_edited_source_with_a_wrong_type_is_kept_for_the_next_edit(piped: Run, own_store: Path) -> None:
    ended = piped(
        "source", "edit", "pompeo-tour-2019", store=own_store, EDITOR="sed -i /type/s/article[a-z-]*/nonsense/"
    )

    assert (ended.status, "'nonsense' is not a CSL type" in ended.err, "is saved in" in ended.err) == (2, True, True)


def test_a_fact_is_edited_in_the_editor_of_its_user(piped: Run, own_store: Path) -> None:
    before = own_store.read_bytes()

    ended = piped("edit", "amia-bombing-deaths", store=own_store, EDITOR="sed -i /amount/s/85/87/")

    assert ended.out == "changed amia-bombing-deaths: 85 -> 87 person\n"
    assert len(changed_lines(before, own_store.read_bytes())) == 2


def test_an_edit_that_changes_nothing_writes_nothing(piped: Run, own_store: Path) -> None:
    before = own_store.stat().st_mtime_ns

    ended = piped("edit", "amia-bombing-deaths", store=own_store, VISUAL="true")

    assert (ended.status, ended.err) == (0, "fact: nothing to change\n")
    assert own_store.stat().st_mtime_ns == before


@pytest.mark.parametrize("spoiled", ["s/,//", "/amount/s/85/many/", "s/pompeo-tour-2019/nowhere/", r"s/a/\xff/"])
def test_a_wrong_edit_is_kept_and_gone_on_with(piped: Run, own_store: Path, spoiled: str) -> None:
    before = own_store.read_bytes()

    ended = piped("edit", "amia-bombing-deaths", store=own_store, EDITOR=f"sed -i {spoiled}")
    kept = ended.err.partition("saved in ")[2].partition(";")[0]

    assert (ended.status, ended.err.count("\n")) == (2, 1)
    assert own_store.read_bytes() == before
    assert Path(kept).is_file()
    assert "saved" in piped("edit", "amia-bombing-deaths", store=own_store, EDITOR="true").err


def test_the_next_edit_goes_on_with_what_was_kept(piped: Run, own_store: Path) -> None:
    piped("edit", "amia-bombing-deaths", store=own_store, EDITOR="sed -i /amount/s/85/many/")

    ended = piped("edit", "amia-bombing-deaths", store=own_store, EDITOR="sed -i s/many/87/")

    assert ended.out == "changed amia-bombing-deaths: 85 -> 87 person\n"
    assert not list(Path(os.environ["XDG_DATA_HOME"]).rglob("*.json"))


def test_an_edit_of_a_fact_that_changed_meanwhile_is_kept(piped: Run, own_store: Path) -> None:
    piped("edit", "amia-bombing-deaths", store=own_store, EDITOR="sed -i /amount/s/85/many/")
    piped("set", "amia-bombing-deaths", "amount=86", store=own_store)

    ended = piped("edit", "amia-bombing-deaths", store=own_store, EDITOR="sed -i s/many/87/")

    assert ended.status == 2
    assert "has changed in the store since" in ended.err
    assert facts(own_store)["amia-bombing-deaths"]["value"]["amount"] == "86"


def test_the_edit_of_a_dry_run_is_kept(piped: Run, own_store: Path) -> None:
    tried = piped("edit", "amia-bombing-deaths", "--dry-run", store=own_store, EDITOR="sed -i /amount/s/85/87/")
    done = piped("edit", "amia-bombing-deaths", store=own_store, EDITOR="true")

    assert tried.out == "would change amia-bombing-deaths: 85 -> 87 person\n"
    assert done.out == "changed amia-bombing-deaths: 85 -> 87 person\n"
    assert "resuming the unfinished edit" in done.err


@pytest.mark.parametrize(
    ("arguments", "out"),
    [
        (["set", "x", "kind=date"], 'changed x: kind "day" -> "date"\n'),
        (["remove", "x", "--yes"], "removed x\n"),
        (["edit", "x"], 'changed x: kind "day" -> "date"\n'),
    ],
)
def test_a_wrong_fact_can_be_mended(piped: Run, tmp_path: Path, arguments: list[str], out: str) -> None:
    store = tmp_path / "facts.json"
    store.write_text('{"facts": {"x": {"kind": "day", "statement": "S.", "value": {"edtf": "2019"}}}, "sources": {}}')

    ended = piped(*arguments, store=store, EDITOR="sed -i s/day/date/")

    assert (ended.status, ended.out) == (0, out), ended.err


def test_a_wrong_edit_is_offered_again_on_a_terminal(on_terminal: Run, own_store: Path, tmp_path: Path) -> None:
    editor = tmp_path / "editor"
    editor.write_text(
        '#!/bin/sh\nif grep -q many "$1"; then sed -i s/many/87/ "$1"; else sed -i /amount/s/85/many/ "$1"; fi\n'
    )
    editor.chmod(0o755)

    ended = on_terminal("edit", "amia-bombing-deaths", store=own_store, typed=b"\n", EDITOR=str(editor))

    assert ended.status == 0
    assert "decimal number" in ended.out
    assert "85 -> 87 person" in ended.out


@pytest.mark.parametrize(
    ("editor", "said"),
    [
        ("false", "the editor 'false' exited with status 1; the text is saved in "),
        ("/nonexistent", "cannot start the editor '/nonexistent': No such file or directory. Hint: set $VISUAL or $"),
        ("/", "cannot start the editor '/': Permission denied. Hint: "),
        ("'vi", "cannot start the editor ''vi': No closing quotation. Hint: "),
        ("rm -f", "the editor 'rm -f' removed the file; nothing was changed. Hint: "),
        ("sed -i d", "the editor 'sed -i d' emptied the file; nothing was changed. Hint: "),
        ("truncate -s 0", "the editor 'truncate -s 0' emptied the file; nothing was changed. Hint: "),
    ],
)
@pytest.mark.parametrize("edit", [["edit", "salman-reward"], ["source", "edit", "pompeo-tour-2019"]])
def test_an_editor_that_fails_loses_nothing(
    piped: Run, own_store: Path, edit: list[str], editor: str, said: str
) -> None:
    before = own_store.read_bytes()
    kept = piped(*edit, store=own_store, EDITOR="sed -i s/e/E/;s/:/!/").err.partition("saved in ")[2].partition(";")[0]
    typed = Path(kept).read_bytes()

    failed = piped(*edit, store=own_store, EDITOR=editor)

    assert (failed.status, failed.err.splitlines()[-1][: len(f"fact: error: {said}")]) == (2, f"fact: error: {said}")
    assert (own_store.read_bytes(), Path(kept).read_bytes()) == (before, typed)


def test_an_edit_that_was_emptied_begins_anew(piped: Run, own_store: Path) -> None:
    piped("edit", "salman-reward", store=own_store, EDITOR="rm -f")

    ended = piped("edit", "salman-reward", store=own_store, EDITOR="true")

    assert (ended.status, ended.err) == (0, "fact: nothing to change\n")


def test_a_question_fits_a_narrow_terminal_without_a_broken_word(on_terminal: Run, own_store: Path) -> None:
    ended = on_terminal("remove", "salman-reward", store=own_store, typed=b"n\n", columns=30)

    assert ended.out.split("? [y/N]: ")[0].split() == ["n", "Remove", "salman-reward", "(7000000", "USD)"]
    assert max(map(len, ended.out.splitlines())) <= 30


@pytest.mark.parametrize("blank", ["", " ", "\t"])
def test_a_blank_variable_names_no_editor(on_terminal: Run, own_store: Path, tmp_path: Path, blank: str) -> None:
    (tmp_path / "vi").symlink_to("/bin/true")

    ended = on_terminal("edit", "salman-reward", store=own_store, VISUAL=blank, EDITOR=blank, PATH=str(tmp_path))

    assert (ended.status, ended.out.strip()) == (0, "fact: nothing to change")


@pytest.mark.parametrize("edit", [["edit", "salman-reward"], ["source", "edit", "pompeo-tour-2019"]])
def test_without_a_terminal_no_editor_is_started_that_was_not_named(
    piped: Run, own_store: Path, tmp_path: Path, edit: list[str]
) -> None:
    (tmp_path / "vi").symlink_to("/bin/false")

    ended = piped(*edit, store=own_store, VISUAL="", EDITOR="", PATH=str(tmp_path))

    assert ended.status == 2
    assert ended.err.startswith("fact: error: there is no terminal for the editor 'vi'. Hint: set $VISUAL or $EDITOR")


def test_a_source_is_edited_too(piped: Run, own_store: Path) -> None:
    ended = piped("source", "edit", "pompeo-tour-2019", store=own_store, EDITOR="sed -i s/Pompeo/POMPEO/")

    assert ended.out.startswith("changed source pompeo-tour-2019: title ")


def test_changes_are_taken_back_one_after_the_other(piped: Run, own_store: Path) -> None:
    first = own_store.read_bytes()
    piped(*NEW, store=own_store)
    second = own_store.read_bytes()
    piped("set", "salman-reward", "note=é", store=own_store)

    assert piped("undo", store=own_store).out == 'undid (changed salman-reward: note nothing -> "é")\n'
    assert own_store.read_bytes() == second
    assert piped("undo", "--dry-run", store=own_store).out == "would undo (added bridge-length: 1200 m)\n"
    assert piped("undo", store=own_store).status == 0
    assert own_store.read_bytes() == first


def test_the_import_that_made_a_store_is_taken_back(piped: Run, tmp_path: Path) -> None:
    table, store = tmp_path / "tides.csv", tmp_path / "new.json"
    table.write_text("id,statement,amount,unit,source,source_title\ntide,The tide rises 7 m.,7,m,almanac,An almanac\n")
    piped("import", str(table), store=store)

    trial = piped("undo", "--dry-run", store=store)
    undone = piped("undo", store=store)

    assert trial.err == f"fact: would remove the store, which that change had created: {store}\n"
    assert (undone.status, undone.out) == (0, "undid (added source almanac: An almanac, and 1 more)\n")
    assert undone.err == f"fact: removed the store, which that change had created: {store}\n"
    assert not store.exists()


def test_a_store_that_was_changed_since_is_not_undone(piped: Run, own_store: Path) -> None:
    piped(*NEW, store=own_store)
    own_store.write_bytes(own_store.read_bytes() + b"\n")

    ended = piped("undo", store=own_store)

    assert ended.status == 2
    assert "has changed since the last change made by fact" in ended.err


@pytest.mark.parametrize("journal", [b"", b"garbage\n", b'{"what": 1}\n', b"\x00\xff\n"])
def test_a_broken_journal_is_none(piped: Run, own_store: Path, journal: bytes) -> None:
    piped(*NEW, store=own_store)
    path = next(Path(os.environ["XDG_CACHE_HOME"]).glob("factcli/journal-*.jsonl"))
    path.write_bytes(journal)

    assert "nothing to undo" in piped("undo", store=own_store).err


def test_a_cache_that_cannot_be_written_stops_no_change(piped: Run, own_store: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    assert piped(*NEW, store=own_store, XDG_CACHE_HOME=str(tmp_path / "file")).status == 0


def test_the_store_inside_the_package_is_never_changed(piped: Run, tmp_path: Path, shipped_store: Path) -> None:
    package = tmp_path / "factcli"
    package.symlink_to(shipped_store.parent / "factcli")

    ended = piped("remove", "amia-bombing-deaths", "--yes", store=package / "__init__.py")

    assert ended.status == 2
    assert "--store PATH" in ended.err


@pytest.mark.parametrize("broken", [b"", b"null", b"[]", b'{"facts": {', b'{"facts": {"x": 1}}', b'{"facts": {}}\0\0'])
@pytest.mark.parametrize(
    "arguments",
    [NEW, ["set", "x", "amount=1"], ["edit", "x"], ["remove", "x", "--yes"], ["rename", "x", "y"], ["undo"],
     ["deprecate", "x", "--reason", "r"], ["source", "add", "s", "--title", "T"], ["source", "edit", "s"]],
)  # fmt: skip
def test_a_broken_store_is_refused_and_unchanged(
    piped: Run, tmp_path: Path, arguments: list[str], broken: bytes
) -> None:
    store = tmp_path / "facts.json"
    store.write_bytes(broken)

    ended = piped(*arguments, store=store, EDITOR="true")

    assert ended.status == 2
    assert "Traceback" not in ended.err
    assert store.read_bytes() == broken


def test_changes_can_be_written_as_json(piped: Run, own_store: Path) -> None:
    answer = json.loads(piped(*NEW, "--format", "json", store=own_store).out)

    assert answer["changes"] == [{"verb": "add", "id": "bridge-length", "detail": "1200 m", "done": "yes"}]
