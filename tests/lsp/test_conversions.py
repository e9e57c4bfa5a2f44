"""Findings, places and facts as the values of the protocol; no server is needed for that."""

from __future__ import annotations

import json
from functools import reduce
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from factcli.check import Checker
from factcli.curation.validate import validate_store
from factcli.documents import parse_document
from factcli.drafts.review import review_document
from factcli.errors import Defect, StoreError
from factcli.index import FactIndex
from factcli.lsp.diagnostics import defect_diagnostics, diagnostics_of, problem_diagnostics
from factcli.lsp.hover import escaped, render_hover
from factcli.lsp.locations import FactLocations
from factcli.lsp.positions import Lines, changed
from factcli.store import FactStore

# And the bytes of a unit.
ENCODINGS = {"utf-8": 1, "utf-16": 2, "utf-32": 4}
texts = st.text(st.sampled_from("ab \n\r\u2028\x0bé\u00a0\N{WAVING HAND SIGN}\ud83d"), max_size=30)


@given(texts, st.sampled_from([*ENCODINGS]), st.data())
def test_an_offset_at_a_character_comes_back_from_its_position(text: str, encoding: str, data: st.DataObject) -> None:
    lines = Lines(text, encoding)
    offset = data.draw(st.sampled_from([at for at in range(len(text)) if text[at] not in "\r\n"] or [0]))

    assert lines.offset(lines.position(offset)) == offset


@pytest.mark.parametrize(("encoding", "column"), [("utf-8", 6), ("utf-16", 3), ("utf-32", 2)])
def test_a_column_counts_the_units_that_were_agreed_on(encoding: str, column: int) -> None:
    assert Lines("x\n\N{WAVING HAND SIGN}é1", encoding).position(4) == types.Position(1, column)


@given(texts, texts, st.sampled_from([*ENCODINGS]), st.integers(0, 40), st.integers(0, 40))
def test_a_change_puts_its_text_between_what_stays(text: str, new: str, encoding: str, first: int, last: int) -> None:
    lines = Lines(text, encoding)
    place = types.Range(types.Position(0, first), types.Position(1, last))
    start, end = lines.span(place)

    assert (
        changed(text, [types.TextDocumentContentChangePartial(place, new)], encoding) == text[:start] + new + text[end:]
    )


places = st.builds(types.Position, st.integers(0, 4), st.integers(0, 12))
changes = st.builds(types.TextDocumentContentChangePartial, st.builds(types.Range, places, places), texts)
whole = st.builds(types.TextDocumentContentChangeWholeDocument, texts)


@given(texts, st.lists(changes | changes | changes | whole, max_size=5), st.sampled_from([*ENCODINGS]))
def test_many_changes_are_made_one_after_another(text: str, made: list[Any], encoding: str) -> None:
    expected = reduce(lambda before, change: changed(before, [change], encoding), made, text)

    assert changed(text, made, encoding) == expected


@given(texts, st.sampled_from([*ENCODINGS]), st.integers(0, 4), st.integers(0, 40))
def test_a_column_is_as_many_units_as_the_text_before_it_has(text: str, encoding: str, line: int, column: int) -> None:
    lines = Lines(text, encoding)
    before = lines.line(line)[:column].encode(f"{encoding}-le".replace("utf-8-le", "utf-8"), "surrogatepass")

    assert lines.place(line, column).character == len(before) // ENCODINGS[encoding]


def test_only_faults_are_underlined(shipped_store: Path) -> None:
    text = "The bombing of the Amia centre killed 85 people. It was not 12 apples. The bombing of the Amia centre killed 84 people."
    document = parse_document(text, name="draft.md")
    review = review_document(document, Checker(FactStore.open(shipped_store)))
    shown = list(diagnostics_of(review.findings, Lines(text, "utf-16"), None))

    assert [text[one.range.start.character : one.range.end.character] for one in shown] == ["84 people"]
    assert shown[0].related_information is None


def test_the_other_place_of_the_draft_is_related(shipped_store: Path) -> None:
    text = "Ada Kowalczyk ran it.\nLater Ada Kowalczky left.\n"
    review = review_document(parse_document(text, name="a.txt"), Checker(FactStore.open(shipped_store)))
    (shown,) = diagnostics_of(review.findings, Lines(text, "utf-16"), lambda _: None, "file:///a.txt")  # type: ignore[arg-type,return-value]

    (related,) = shown.related_information or []
    assert related.location.uri == "file:///a.txt"
    assert related.location.range == types.Range(types.Position(0, 0), types.Position(0, 13))
    assert related.message == "Ada Kowalczyk ran it."


def test_a_defect_is_underlined_to_the_end_of_its_line() -> None:
    error = StoreError(Path("facts.json"), [Defect("no value", 2, 3, "$.facts")])
    (shown,) = defect_diagnostics(error, Lines("{\n  é}\n", "utf-8"))

    assert shown.range == types.Range(types.Position(1, 2), types.Position(1, 5))
    assert shown.message == "$.facts: no value"


def test_a_problem_of_a_store_is_underlined_at_its_place(shipped_store: Path) -> None:
    data = shipped_store.read_bytes().replace(b'"source": "pompeo-tour-2019"', b'"source": "nowhere"', 1)
    text = data.decode()
    (shown,) = problem_diagnostics(validate_store(data, shipped_store).problems, Lines(text, "utf-8"))

    line = text.splitlines()[shown.range.start.line]
    assert "nowhere" in line
    assert (shown.code, shown.severity) == ("no-source", types.DiagnosticSeverity.Error)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("85 people", "85 people"),
        ("<img src=x>", r"\<img src=x\>"),
        ("[a](command:x)", r"\[a\](command:x)"),
        ("# 5*", r"\# 5\*"),
        ("1. one", r"1\. one"),
        ("https://x.example", r"https\://x.example"),
        ("a\nb\x1b", r"a\\nb\\x1b"),
    ],
)
def test_foreign_text_is_text_in_a_card(text: str, shown: str) -> None:
    assert escaped(text) == shown


def test_a_card_says_what_a_writer_cites(shipped_store: Path) -> None:
    hit = FactIndex.at(str(shipped_store)).get("amia-bombing-deaths")
    assert hit is not None
    card = render_hover(hit, "as in the store")

    assert card.startswith("as in the store\n\n**85 people**\n\nThe bombing of the Amia Jewish community centre")
    assert "as of: July 2019" in card
    assert card.endswith("id: amia-bombing-deaths")


def test_a_fact_is_found_in_the_file_as_the_store_finds_it(shipped_store: Path) -> None:
    store = FactStore.open(shipped_store)
    places = FactLocations(str(shipped_store))

    assert {fact.id: places.location(fact.id).range.start.line + 1 for fact in store} == {
        fact.id: store.position(fact.id)[0] for fact in store
    }


def test_a_fact_with_an_odd_id_is_found_however_it_is_spelled(tmp_path: Path) -> None:
    path = tmp_path / "facts.json"
    path.write_text('{"facts": {\n' + json.dumps("café 1") + ": {}}}", "utf-8")

    assert FactLocations(str(path)).location("café 1").range.start.line == 1
    assert FactLocations(str(path)).location("none").range.start.line == 0
