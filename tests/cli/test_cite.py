"""A fact gets further sources: they are cited, counted, and held against its value."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from factcli.curation.refresh.origins import origin_fault
from factcli.store.csl import count_independent

if TYPE_CHECKING:
    from running import Run


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    store = {
        "facts": {"depth": {"kind": "figure", "subject": "Kirk mine", "statement": "Kirk mine is 850 metres deep.",
                            "value": {"amount": "850", "unit": "m"}, "references": [{"source": "survey", "locator": "page 2"}]},
                  "said": {"kind": "quote", "statement": "Ana Ruiz called it deep.", "value": {"text": "It is 9 km deep.", "speaker": "Ana Ruiz"},
                           "references": [{"source": "survey", "locator": "page 3", "surface": "It is 9 km deep."}]}},
        "sources": {"survey": {"type": "report", "title": "Survey"}, "gazette": {"type": "article", "title": "Deep"}},
    }  # fmt: skip
    path = tmp_path / "facts.json"
    path.write_text(json.dumps(store), "utf-8")
    return path


def references(store: Path) -> list[dict[str, Any]]:
    return list(json.loads(store.read_text("utf-8"))["facts"]["depth"]["references"])


def test_a_reference_is_added(piped: Run, mine: Path) -> None:
    ended = piped("cite", "depth", "gazette", "page 1", "--surface", "850 m", store=mine)

    assert (ended.status, ended.out) == (0, "cited depth: gazette, page 1\n")
    assert references(mine)[1] == {"source": "gazette", "locator": "page 1", "surface": "850 m"}


def test_the_same_place_is_changed_and_not_cited_twice(piped: Run, mine: Path) -> None:
    piped("cite", "depth", "survey", "page 2", "--surface", "850 metres", store=mine)

    assert references(mine) == [{"source": "survey", "locator": "page 2", "surface": "850 metres"}]
    assert piped("cite", "depth", "survey", "page 2", store=mine).err == "fact: nothing to change\n"


@pytest.mark.parametrize(
    ("options", "origin"),
    [(["--command", "./count.sh 'a b'"], {"command": ["./count.sh", "a b"]}),
     (["--file", "x.json", "--path", "$.n"], {"file": "x.json", "path": "$.n"}),
     (["--file", "x.csv", "--cell", "B7"], {"file": "x.csv", "cell": "B7"}),
     (["--file", "x.db", "--sql", "SELECT 1"], {"file": "x.db", "sql": "SELECT 1"})],
)  # fmt: skip
def test_a_reference_gets_an_origin(piped: Run, mine: Path, options: list[str], origin: object) -> None:
    for name in ("x.json", "x.csv", "x.db"):
        (mine.parent / name).touch()

    assert piped("cite", "depth", "gazette", *options, store=mine).status == 0
    assert references(mine)[1]["origin"] == origin


def test_an_origin_that_is_replaced_is_said_to_be(piped: Run, mine: Path) -> None:
    (mine.parent / "x.json").touch()
    piped("cite", "depth", "gazette", "--command", "./count.sh", store=mine)

    ended = piped("cite", "depth", "gazette", "--file", "x.json", "--path", "$.n", store=mine)

    changed = 'command ./count.sh -> nothing; file nothing -> "x.json"; path nothing -> "$.n"'
    assert ended.out == f"cited depth: gazette; {changed}\n"


@pytest.mark.parametrize(
    "query", ["SELECT 1", " -- all\nselect 1", "/* a */ WITH a AS (SELECT 1) SELECT * FROM a", "VALUES (1)"]
)
def test_a_query_that_selects_is_an_origin(query: str) -> None:
    assert origin_fault({"file": "x.db", "sql": query}) is None


@pytest.mark.parametrize(
    ("line", "told"),
    [(["depth", "nowhere"], "there is no source 'nowhere' in the store. Hint: add it first"), (["width", "survey"], "there is no fact 'width'"),
     (["depth", "survey", "--command", "'"], "--command: no closing quotation"), (["depth", "survey", "--file", "x"], "an origin is a --command, or a"),
     (["depth", "survey", "--file", "x", "--cell", "77"], "'77' is not a cell"), (["depth", "survey", "--file", "x", "--path", "n"], "'n' is not a JSON path"),
     (["depth", "survey", "--command", "x", "--file", "x"], "an origin is a --command, or a"), (["depth", "survey", "--command", ""], "not a command"),
     (["depth", "survey", "--file", "gone.csv", "--cell", "B7"], "--file gone.csv: no such file beside the store"),
     (["depth", "survey", "--file", "x.db", "--sql", "DROP TABLE mines"], "the query may only select: 'DROP TABLE mines'. Hint: write SELECT"),
     (["depth", "survey", "--file", "x.db", "--sql", "selected"], "the query may only select"), (["depth", "survey", "--file", "x.db", "--sql", "/* select"], "the query may only select")],
)  # fmt: skip
def test_what_cannot_be_cited_is_an_error(piped: Run, mine: Path, line: list[str], told: str) -> None:
    before = mine.read_bytes()

    ended = piped("cite", *line, store=mine)

    assert ended.status == 2
    assert told in ended.err
    assert mine.read_bytes() == before


def test_a_dry_run_and_undo(piped: Run, mine: Path) -> None:
    before = mine.read_bytes()
    assert piped("cite", "depth", "gazette", "--dry-run", store=mine).out == "would cite depth: gazette\n"
    assert mine.read_bytes() == before
    piped("cite", "depth", "gazette", store=mine)
    piped("undo", store=mine)
    assert mine.read_bytes() == before


def test_show_counts_independent_sources(on_terminal: Run, mine: Path) -> None:
    assert "independent" not in on_terminal("show", "depth", store=mine).out

    on_terminal("cite", "depth", "gazette", store=mine)

    assert "2 independent sources" in on_terminal("show", "depth", store=mine).out


@pytest.mark.parametrize(
    ("sources", "number"),
    [([{"id": "a"}, {"id": "b"}], 2), ([{"id": "a"}, {"id": "a"}], 1),
     ([{"id": "a", "URL": "https://x.org/1"}, {"id": "b", "URL": "http://www.X.org/2"}], 1),
     ([{"id": "a", "author": [{"family": "Roe"}]}, {"id": "b", "author": [{"family": "Doe"}, {"family": "Roe"}]}], 1),
     ([{"id": "a", "publisher": "UN"}, {"id": "b", "container-title": "un"}], 1),
     ([{"id": "a", "publisher": "P"}, {"id": "b", "URL": "https://x.org"}, {"id": "c", "publisher": "p", "URL": "https://x.org/3"}], 1), ([], 0)],
)  # fmt: skip
def test_sources_with_a_common_origin_count_as_one(sources: list[dict[str, Any]], number: int) -> None:
    assert count_independent(sources) == number


@pytest.mark.parametrize(
    ("surface", "is_wrong"),
    [("920 m", True), ("920 metres", True), ("0.85 km", False), ("850 metres in 1990", False), ("some 850 m", False), ("920 trees", False),
     ("850 of 920 metres", False), ("more than 800 m", False), ("the deepest", False), ("9", False), ("about 1,900 metres", True), ("2,789 feet", False)],
)  # fmt: skip
def test_words_of_a_reference_that_state_another_value_are_a_warning(
    piped: Run, mine: Path, surface: str, is_wrong: object
) -> None:
    piped("cite", "depth", "gazette", "--surface", surface, store=mine)

    assert ("[other-surface]" in piped("validate", store=mine).out) == is_wrong


@pytest.mark.parametrize(
    ("line", "told"),
    [(["cite", "depth", "gazette", "--surface", "920 m"], "1 warning: depth: 'gazette' says '920 m'"),
     (["add", "shaft", "--amount", "5", "--unit", "km", "--source", "survey", "--statement", "The shaft is 6 km long."],
      "1 error: shaft: the statement says '6 km', the value 5 km"),
     (["edit", "depth"], "1 error: depth: the statement says '860 metres', the value 850 m"),
     (["cite", "depth", "gazette"], "")],
)  # fmt: skip
def test_every_change_says_at_once_what_is_wrong_with_the_fact(
    piped: Run, mine: Path, line: list[str], told: str
) -> None:
    ended = piped(*line, store=mine, EDITOR="sed -i 's/850 metres/860 metres/'")

    assert ended.status == 0
    assert ended.err[: len(told) + 6] == (f"fact: {told}" if told else "")
