"""The shipped facts.json is sound in itself, and what it calls verbatim is in its source."""

from __future__ import annotations

import json
import os
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from factcli.check import check_text
from factcli.model.edtf import parse_edtf
from factcli.store import FactStore
from factcli.units.lookup import dimension_of

ROOT = Path(__file__).parents[1]
STORE = ROOT / "facts.json"
TEXT = STORE.read_text(encoding="utf-8")
TABLES: dict[str, dict[str, dict[str, Any]]] = json.loads(TEXT)
FACTS, SOURCES = TABLES["facts"], TABLES["sources"]
REQUIRED = {"kind", "statement", "subject", "keywords", "value", "rank", "references"}
FIELDS = ["kind", "statement", "subject", "aliases", "keywords", "value", "as_of", "rank", "superseded_by"]
FIELDS += ["references", "note"]
VALUE_FIELDS = {
    "figure": ({"amount", "unit"}, {"amount", "unit", "lower", "upper", "comparator", "per"}),
    "date": ({"edtf"}, {"edtf"}),
    "quote": ({"text", "speaker"}, {"text", "speaker", "role", "language"}),
}

every_fact = pytest.mark.parametrize("fact_id", FACTS)
every_figure = pytest.mark.parametrize("fact_id", [key for key, fact in FACTS.items() if fact["kind"] == "figure"])
every_quote = pytest.mark.parametrize("fact_id", [key for key, fact in FACTS.items() if fact["kind"] == "quote"])
every_edtf = pytest.mark.parametrize(
    "text",
    sorted(
        {fact["value"]["edtf"] for fact in FACTS.values() if fact["kind"] == "date"}
        | {fact["as_of"] for fact in FACTS.values() if "as_of" in fact}
    ),
)
every_deprecated = pytest.mark.parametrize(
    "fact_id", [key for key, fact in FACTS.items() if fact["rank"] == "deprecated"]
)


@pytest.fixture(scope="session")
def paragraphs() -> list[str]:
    """The text paragraphs of the source, in order; its short lines are titles, headings and boilerplate."""
    named = os.environ.get("FACTCLI_SOURCE_TEXT")
    paths = [Path(named)] if named else sorted(ROOT.parent.glob("shared/source/*.txt"))
    if not paths:
        pytest.skip("the source's text is not at hand; name it in FACTCLI_SOURCE_TEXT")
    lines = [line for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    return [line for line in lines if len(line) > 100]


def _object_without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    keys = [key for key, _ in pairs]
    assert len(set(keys)) == len(keys), f"repeated: {sorted(key for key in keys if keys.count(key) > 1)}"
    return dict(pairs)


def test_no_key_is_written_twice() -> None:
    tables = json.loads(TEXT, object_pairs_hook=_object_without_repeats)

    assert set(tables) == {"facts", "sources"}


def test_the_file_has_two_spaces_plain_utf8_and_one_final_newline() -> None:
    assert json.dumps(TABLES, indent=2, ensure_ascii=False) + "\n" == TEXT


@every_fact
def test_an_id_is_readable_kebab_case(fact_id: str) -> None:
    assert re.fullmatch(r"[a-z]+(?:-[a-z]+)+", fact_id)


@every_fact
def test_a_fact_has_the_required_fields_in_the_agreed_order(fact_id: str) -> None:
    names = list(FACTS[fact_id])

    assert set(names) >= REQUIRED
    assert names == [name for name in FIELDS if name in names]


@every_fact
def test_a_value_has_the_fields_of_its_kind(fact_id: str) -> None:
    fact = FACTS[fact_id]
    required, allowed = VALUE_FIELDS[fact["kind"]]

    assert required <= set(fact["value"]) <= allowed


@every_fact
def test_a_statement_is_one_sentence(fact_id: str) -> None:
    statement = FACTS[fact_id]["statement"]

    assert re.fullmatch(r"[A-Z].*\.", statement)
    assert not re.search(r"[.!?]['”]?\s", statement)


def test_no_statement_is_made_twice() -> None:
    statements = [fact["statement"] for fact in FACTS.values()]

    assert len(set(statements)) == len(statements)


@every_fact
def test_keywords_are_distinct_and_more_than_a_few(fact_id: str) -> None:
    keywords = FACTS[fact_id]["keywords"]

    assert len(keywords) >= 5
    assert len({keyword.casefold() for keyword in keywords}) == len(keywords)


@every_figure
def test_an_amount_is_decimal_text_with_a_unit(fact_id: str) -> None:
    value = FACTS[fact_id]["value"]

    assert isinstance(value["amount"], str)
    assert str(Decimal(value["amount"])) == value["amount"]
    assert dimension_of(value["unit"]) != "number"


@every_edtf
def test_a_date_is_edtf(text: str) -> None:
    assert str(parse_edtf(text)) == text


@pytest.mark.parametrize(
    "fact_id", [key for key, fact in FACTS.items() if fact["kind"] == "date" and "2019" in fact["value"]["edtf"]]
)
def test_a_date_of_the_unprinted_year_says_that_the_year_is_implied(fact_id: str) -> None:
    assert "2019 is implied" in FACTS[fact_id]["note"]


@every_deprecated
def test_a_deprecated_fact_points_to_a_current_one(fact_id: str) -> None:
    successor = FACTS[fact_id]["superseded_by"]

    assert FACTS[successor]["rank"] != "deprecated"


@every_fact
def test_every_reference_names_a_source_a_paragraph_and_the_printed_words(fact_id: str) -> None:
    references = FACTS[fact_id]["references"]

    assert references
    assert {reference["source"] for reference in references} <= set(SOURCES)
    assert all(re.fullmatch(r"paragraph [1-9][0-9]*", reference["locator"]) for reference in references)
    assert all(reference["surface"] for reference in references)


@every_quote
def test_a_quote_is_printed_word_for_word_and_without_its_outer_marks(fact_id: str) -> None:
    fact = FACTS[fact_id]

    assert fact["references"][0]["surface"] == fact["value"]["text"]
    assert not set(fact["value"]["text"]) & set('“”"')


@pytest.mark.parametrize("source_id", SOURCES)
def test_a_source_has_a_title_and_a_type(source_id: str) -> None:
    assert SOURCES[source_id]["title"]
    assert SOURCES[source_id]["type"]


@every_fact
def test_the_printed_words_stand_in_the_paragraph_named(fact_id: str, paragraphs: list[str]) -> None:
    reference = FACTS[fact_id]["references"][0]
    paragraph = paragraphs[int(reference["locator"].removeprefix("paragraph ")) - 1]

    assert reference["surface"] in paragraph


def test_every_quoted_phrase_of_the_source_is_a_fact(paragraphs: list[str]) -> None:
    quoted = re.findall("“([^“”]+)”", "\n".join(paragraphs))
    texts = [fact["value"]["text"] for fact in FACTS.values() if fact["kind"] == "quote"]

    assert sorted(text.rstrip(",.") for text in quoted) == sorted(texts)


def test_every_digit_of_the_source_is_part_of_a_fact_or_of_a_name(paragraphs: list[str]) -> None:
    text = "\n".join(paragraphs)
    surfaces = {reference["surface"] for fact in FACTS.values() for reference in fact["references"]}
    printed = re.sub("|".join(re.escape(each) for each in sorted(surfaces, key=len, reverse=True)), "", text)

    assert re.findall(r"\S*[0-9]\S*", printed) == ["EP-3", "SU-30"]


def test_the_article_itself_is_never_contradicted(paragraphs: list[str]) -> None:
    store = FactStore.open(STORE)

    findings = check_text("\n\n".join(paragraphs), store)

    assert not [(each.surface, each.reason) for each in findings if each.verdict == "contradicted"]
