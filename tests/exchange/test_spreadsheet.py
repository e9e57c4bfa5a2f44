"""All that a fact says, and its sources, comes back from its row; an edited cell is right."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcli.errors import FactcliError
from factcli.exchange.import_formats import parse_batch
from factcli.exchange.spreadsheet import COLUMNS, row_of
from factcli.render.records import render_csv

ODD = st.sampled_from(
    [
        "'=1",
        "''-x",
        "a;b",
        "[x]",
        " a ",
        "\t",
        "\r\n",
        "\u200f \u2067x\u2069",
        "\\u200f",
        "\x1b[2J",
        "-5 km",
        "\ufeffa",
        "\u2028",
        ",",
    ]
)
TEXTS = st.one_of(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20), ODD)
LISTS = st.lists(TEXTS, min_size=1, max_size=3)
VALUES = st.one_of(
    st.builds(
        lambda amount, unit: {"amount": str(amount), "unit": unit}, st.integers(), st.one_of(st.just("person"), TEXTS)
    ),
    st.builds(lambda text, speaker: {"text": text, "speaker": speaker}, TEXTS, TEXTS),
)
REFERENCES = st.lists(
    st.fixed_dictionaries({"source": st.sampled_from("stu")}, optional={"surface": TEXTS, "locator": TEXTS, "colour": TEXTS}), max_size=3
)  # fmt: skip
NAMES = st.one_of(
    st.builds(lambda family, given: {"family": family, "given": given}, TEXTS, TEXTS),
    st.builds(lambda literal: {"literal": literal}, TEXTS),
    st.builds(lambda family: {"family": family, "suffix": "Jr."}, TEXTS),
)
SOURCES = st.fixed_dictionaries(
    {"type": TEXTS, "title": TEXTS},
    optional={"issued": st.one_of(TEXTS, st.just({"date-parts": [[2019, 7]]})), "URL": TEXTS, "author": st.lists(NAMES, max_size=3), "language": TEXTS, "note": TEXTS},
)  # fmt: skip


def made(value: dict[str, str], fields: dict[str, Any], references: list[Any]) -> dict[str, Any]:
    kind = "figure" if "amount" in value else "quote"
    return (
        {"value": value, "kind": kind, "statement": "S."} | fields | ({"references": references} if references else {})
    )


FIELDS = st.fixed_dictionaries(
    {}, optional={"statement": TEXTS, "keywords": LISTS, "aliases": LISTS, "note": TEXTS, "rank": st.just("deprecated"), "colour": TEXTS, "wide": st.lists(st.integers())}
)  # fmt: skip
FACTS = st.builds(made, VALUES, FIELDS, REFERENCES)


def exported(raw: dict[str, Any], sources: dict[str, Any] | None = None) -> str:
    return "".join(render_csv(COLUMNS, [row_of("x", raw, sources or {})]))


@given(FACTS, st.fixed_dictionaries({"s": SOURCES, "t": SOURCES}))
def test_a_fact_and_its_sources_come_back_from_its_row(raw: dict[str, Any], sources: dict[str, Any]) -> None:
    batch = parse_batch(exported(raw, sources), "csv", "f")
    cited = {reference["source"] for reference in raw.get("references", ())}

    assert batch.facts[0].raw == raw
    assert batch.sources == {id_: source for id_, source in sources.items() if id_ in cited}


FACT = made(
    {"amount": "1", "unit": "m"},
    {"note": "a\tb", "colour": "red"},
    [{"source": "s", "locator": "p. 1"}, {"source": "t"}],
)
SOURCE = {
    "type": "book",
    "title": "a\u200fb",
    "author": [{"family": "Ban", "given": "Ki-moon"}, {"literal": "UN"}],
    "note": "n",
}


def edited(text: str, **cells: str) -> str:
    """The table with other texts in some cells, as a spreadsheet saves it."""
    row = next(csv.DictReader(io.StringIO(text, newline="")))
    saved = io.StringIO()
    writer = csv.DictWriter(saved, COLUMNS)
    writer.writeheader()
    writer.writerow(row | cells)
    return saved.getvalue()


def test_a_cell_that_was_edited_counts_more_than_what_was_kept_beside_it() -> None:
    text = edited(
        exported(FACT, {"s": SOURCE}),
        note="c",
        locator="p. 2",
        amount="2",
        source_title="T",
        source_author="Annan, Kofi",
    )

    batch = parse_batch(text, "csv", "f")

    value, first = {"amount": "2", "unit": "m"}, {"source": "s", "locator": "p. 2"}
    assert batch.facts[0].raw == FACT | {"note": "c", "value": value, "references": [first, {"source": "t"}]}
    assert batch.sources["s"] == SOURCE | {"title": "T", "author": [{"family": "Annan", "given": "Kofi"}]}


def test_a_cell_that_was_emptied_takes_the_field_away() -> None:
    text = edited(exported(FACT, {"s": SOURCE}), note="", locator="")

    raw = parse_batch(text, "csv", "f").facts[0].raw

    assert (raw.get("note"), raw["references"]) == (None, [{"source": "s"}, {"source": "t"}])


def test_what_has_cells_needs_no_json() -> None:
    raw = made({"amount": "1"}, {}, [{"source": "s"}])
    row = dict(
        zip(
            COLUMNS, row_of("x", raw, {"s": {"type": "book", "title": "T", "author": [{"literal": "UN"}]}}), strict=True
        )
    )

    assert (row["source_author"], row["source_more"], row["more"]) == ("UN", "", "")
    assert json.loads(dict(zip(COLUMNS, row_of("x", FACT, {}), strict=True))["more"]) == {
        "note": "a\tb", "colour": "red", "references": FACT["references"],
    }  # fmt: skip


@pytest.mark.parametrize("column", ["more", "source_more"])
@pytest.mark.parametrize("cell", ["{", "[]", "x", "[" * 10_000, '{"a": NaN', "1" * 5000])
def test_a_wrong_cell_of_json_is_an_error_with_its_place(column: str, cell: str) -> None:
    with pytest.raises(FactcliError, match=f"f:2: {column}: expected a JSON object"):
        parse_batch(edited(exported(FACT), **{column: cell}), "csv", "f")


@pytest.mark.parametrize("cell", ['{"sources": []}', '{"sources": {"s": 1}}'])
def test_wrong_sources_in_a_cell_are_an_error(cell: str) -> None:
    with pytest.raises(FactcliError, match="f:2: more: sources: expected an object"):
        parse_batch(edited(exported(FACT), more=cell), "csv", "f")
