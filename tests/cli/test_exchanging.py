"""Facts go out of a store and into another, all or none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from running import Run

CSV = "id,amount,unit,statement,source,source_title\nx,1,km,It is 1 km.,s,T\ny,2,km,It is 2 km.,s,T\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "table.csv"
    path.write_text(CSV, "utf-8")
    return path


@pytest.mark.parametrize("form", ["json", "jsonl", "csv"])
def test_the_curated_store_goes_out_and_in(piped: Run, tmp_path: Path, form: str) -> None:
    file, other = tmp_path / f"facts.{form}", tmp_path / "other.json"
    file.write_text(piped("export", "--format", form).out, "utf-8")

    ended = piped("import", str(file), store=other)

    assert (ended.status, ended.out) == (0, "imported 59 facts and 1 source: 60 added\n")
    assert json.loads(piped("export", store=other).out)["facts"] == json.loads(piped("export").out)["facts"]
    assert piped("import", str(file), store=other).out.endswith(": 60 unchanged\n")


def test_what_find_writes_can_be_imported(piped: Run, tmp_path: Path) -> None:
    (tmp_path / "found.json").write_text(piped("amia", "victims", "--format", "json").out, "utf-8")

    assert piped("import", str(tmp_path / "found.json"), store=tmp_path / "f.json").out == (
        "imported 1 fact and 1 source: 2 added\n"
    )


def test_a_dry_run_shows_each_change_and_makes_none(piped: Run, table: Path, tmp_path: Path) -> None:
    ended = piped("import", str(table), "--dry-run", store=tmp_path / "new.json")

    assert ended.out == "would add source s: T\nwould add x: 1 km\nwould add y: 2 km\n"
    assert not (tmp_path / "new.json").exists()


def test_every_wrong_fact_is_reported_and_none_is_taken(piped: Run, tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text(CSV + "z,many,km,S.,s,T\nw,1,km,S.,nowhere,\nv,1,km,,s,\n", "utf-8")

    ended = piped("import", str(table), store=tmp_path / "new.json")

    assert ended.status == 2
    assert [line.split(":")[3] for line in ended.err.splitlines()] == ["4", "5", "6"]
    assert not (tmp_path / "new.json").exists()


def test_what_is_there_is_changed_only_when_that_is_said(piped: Run, table: Path, tmp_path: Path) -> None:
    store = tmp_path / "facts.json"
    piped("import", str(table), store=store)
    before = store.read_bytes()
    table.write_text("id,amount\nx,3\n", "utf-8")

    refused = piped("import", str(table), store=store)
    between = store.read_bytes()
    taken = piped("import", str(table), "--update", store=store)

    assert (refused.status, between == before) == (2, True)
    assert "--update" in refused.err
    assert taken.out == "imported 1 fact and 0 sources: 1 changed\n"
    assert json.loads(store.read_text())["facts"]["x"]["value"] == {"amount": "3", "unit": "km"}


def test_standard_input_needs_its_form(piped: Run, tmp_path: Path) -> None:
    assert piped("import", "-", store=tmp_path / "f.json", typed=CSV.encode()).status == 2
    assert piped("import", "-", "--as", "csv", store=tmp_path / "f.json", typed=CSV.encode()).status == 0


def test_an_import_is_one_change_to_take_back(piped: Run, table: Path, own_store: Path) -> None:
    before = own_store.read_bytes()
    piped("import", str(table), store=own_store)

    assert piped("undo", store=own_store).status == 0
    assert own_store.read_bytes() == before


def test_a_query_chooses_what_goes_out(piped: Run) -> None:
    assert list(json.loads(piped("export", "amia", "victims").out)["facts"]) == ["amia-bombing-deaths"]
    assert piped("export", "nosuchword").status == 1
    assert piped("export", "--count").out == "59\n"


@pytest.mark.parametrize(
    ("form", "begin"), [("tsv", "amia-bombing-deaths\tfigure\t85 person\t"), ("md", "| id | value |")]
)
def test_facts_go_out_as_texts(piped: Run, form: str, begin: str) -> None:
    assert piped("export", "amia", "victims", "--format", form).out.startswith(begin)


def test_claim_reviews_and_citations_are_json(piped: Run) -> None:
    reviews = json.loads(piped("export", "--format", "claimreview", "--publisher", "P").out)["@graph"]

    assert len(reviews) == 59
    assert json.loads(piped("export", "--format", "csl").out)[0]["id"] == "pompeo-tour-2019"


RICH = {
    "facts": {
        "x": {
            "kind": "date",
            "statement": "It\tbegan\u200f \u2067then\u2069.",
            "value": {"edtf": "2019"},
            "rank": "normal",
            "colour": "red",
            "references": [{"source": "s", "locator": "p. 1"}, {"source": "t", "surface": "'=a;b", "page": 3}],
        }
    },
    "sources": {
        "s": {"type": "book", "title": "T", "author": [{"family": "Müller", "given": "Jörg"}], "language": "de"},
        "t": {"type": "webpage", "title": "U\r\n", "issued": {"date-parts": [[2019, 7]]}, "custom": {"a": [1.50]}},
    },
}


@pytest.mark.parametrize("form", ["json", "jsonl", "csv"])
def test_nothing_is_lost_on_the_way(piped: Run, tmp_path: Path, form: str) -> None:
    store, file, other = tmp_path / "facts.json", tmp_path / f"out.{form}", tmp_path / "other.json"
    store.write_text(json.dumps(RICH))
    exported = piped("export", "--format", form, store=store)
    file.write_text(exported.out, "utf-8", newline="")

    imported = piped("import", str(file), store=other)

    assert (exported.err, imported.status) == ("", 0), imported.err
    assert json.loads(other.read_text("utf-8")) == RICH
    assert piped("diff", str(store), str(other), store=None).status == 0


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_sources_that_no_row_brings_along_are_reported_once(piped: Run, tmp_path: Path, form: str) -> None:
    more = RICH["sources"] | {name: {"type": "book", "title": "V"} for name in "uv"}
    (tmp_path / "facts.json").write_text(json.dumps(RICH | {"sources": more}))

    ended = piped("export", "--format", form, store=tmp_path / "facts.json")

    assert ended.err == "fact: 2 sources are left out, as no fact cites them; --format json keeps all\n"
    assert piped("export", "2019", "--format", form, store=tmp_path / "facts.json").err == ""


def test_a_negative_value_is_not_a_formula(piped: Run, tmp_path: Path) -> None:
    raw = {"kind": "figure", "statement": "X is -5 °C.", "value": {"amount": "-5", "unit": "°C"}}
    (tmp_path / "facts.json").write_text(json.dumps({"facts": {"x": raw}}))

    ended = piped("id:x", "--fields", "id,amount,value", "--format", "csv", store=tmp_path / "facts.json")

    assert ended.out == "id,amount,value\nx,-5,-5 °C\n"


def test_a_wrong_form_is_an_error(piped: Run) -> None:
    assert piped("export", "--format", "table").status == 2
    assert piped("--format", "table", "export").status == 2


def test_the_curated_store_is_in_order(piped: Run) -> None:
    assert piped("format", "--check").status == 0


def test_stores_to_format_can_be_named(piped: Run, own_store: Path, tmp_path: Path) -> None:
    (tmp_path / "other.json").write_text('{"facts": {}, "sources": {}}')

    ended = piped("format", "--check", str(own_store), str(tmp_path / "other.json"), store=None)

    assert (ended.status, ended.out) == (
        1,
        f"{own_store} is already formatted\nwould format {tmp_path / 'other.json'}\n",
    )
    assert piped("format", str(tmp_path / "nosuch.json"), store=None).status == 2


def test_a_store_gets_the_usual_layout_and_keeps_its_content(piped: Run, tmp_path: Path) -> None:
    store = tmp_path / "facts.json"
    store.write_bytes(
        b'\xef\xbb\xbf{"sources":{},\r\n"facts":{"x":{"b":1.10,"kind":"date","statement":"S\\u00e9.","value":{"edtf":"2019"}}}}'
    )
    before = store.read_bytes()

    assert piped("format", "--check", store=store).status == 1
    assert store.read_bytes() == before
    assert piped("format", store=store).out == f"formatted {store}\n"
    assert store.read_text("utf-8") == (
        '{\n  "sources": {},\n  "facts": {\n    "x": {\n      "b": 1.10,\n      "kind": "date",\n      "statement": "Sé.",\n'
        '      "value": {\n        "edtf": "2019"\n      }\n    }\n  }\n}\n'
    )
    assert piped("format", "--check", store=store).status == 0
    assert piped("undo", store=store).status == 0
    assert store.read_bytes() == before


@pytest.mark.parametrize(
    "wrong",
    [
        ({"issued": "2000-13-45"}, "issued: '2000-13-45' names month 13"),
        ({"issued": "last Tuesday"}, "issued: 'last Tuesday' is not a valid EDTF date"),
        ({"type": "nonsense"}, "'nonsense' is not a CSL type"),
    ],
)
@pytest.mark.parametrize("update", [(), ("--update",)])
def test_a_source_that_validate_refuses_is_not_imported(
    piped: Run, own_store: Path, tmp_path: Path, wrong: tuple[dict[str, str], str], update: tuple[str, ...]
) -> None:
    fields, said = wrong
    piped("source", "add", "s", "--title", "T", store=own_store)
    before = own_store.read_bytes()
    id_ = "s" if update else "new"
    (tmp_path / "in.json").write_text(
        json.dumps({"facts": {}, "sources": {id_: {"title": "T", "type": "book"} | fields}}), "utf-8"
    )

    ended = piped("import", str(tmp_path / "in.json"), *update, store=own_store)

    assert (ended.status, ended.err.count("\n")) == (2, 1)
    assert f"source {id_}: {said}" in ended.err
    assert own_store.read_bytes() == before


def test_a_source_that_is_in_the_store_already_is_imported(piped: Run, tmp_path: Path) -> None:
    store = tmp_path / "facts.json"
    sources = {"old": {"title": "T", "type": "nonsense"}}
    store.write_text(json.dumps({"facts": {}, "sources": sources}), "utf-8")
    content = {"facts": {}, "sources": sources | {"new": {"title": "T", "type": "book", "issued": "2019?"}}}
    (tmp_path / "in.json").write_text(json.dumps(content), "utf-8")

    ended = piped("import", str(tmp_path / "in.json"), store=store)

    assert (ended.status, ended.out) == (0, "imported 0 facts and 2 sources: 1 added, 1 unchanged\n")
