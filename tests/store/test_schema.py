"""The JSON form of facts: what is read, what is refused and where, and that nothing gets lost on the way."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcli.errors import Defect, FactcliError, StoreError
from factcli.model.edtf import EdtfDate
from factcli.model.facts import Fact, Quantity, Quotation, Reference, Source
from factcli.store.file import Snapshot
from factcli.store.parse import parse_store
from factcli.store.schema import decode_fact, decode_source, encode_fact, encode_source, entry_decoder, json_schema

FIGURE = {"kind": "figure", "statement": "The dam holds 40 million tons.", "value": {"amount": "40000000", "unit": "t"}}
DATE = {"kind": "date", "statement": "The dam opened.", "value": {"edtf": "1931-05"}}
QUOTE = {"kind": "quote", "statement": "She said so.", "value": {"text": "It holds.", "speaker": "A. Miller"}}
ARTICLE = {"type": "article", "title": "The dam"}

texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
amounts = st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**12), max_value=10**12)
dates = st.dates().map(lambda day: EdtfDate(day.isoformat()))
unknown_fields = st.dictionaries(texts.map("x-{}".format), st.none() | texts | st.lists(st.integers()), max_size=2)
quantities = st.builds(Quantity, amounts, st.none() | texts, comparator=st.sampled_from(["=", "<", ">=", "~"]))
ranges = st.tuples(amounts, amounts).map(lambda ends: Quantity(None, "USD", min(ends), max(ends)))
quotations = st.builds(Quotation, texts, st.none() | texts, st.none() | texts, st.none() | texts)
references = st.builds(Reference, texts, st.none() | texts, st.none() | texts, unknown_fields)


def defects(store: object) -> list[Defect]:
    """What is wrong with a facts.json of this content."""
    written = Snapshot.of(json.dumps(store).encode())
    try:
        parse_store(written, Path("facts.json"), entry_decoder({}, lambda _: None))
    except StoreError as error:
        return error.defects
    return []


def facts_with(kind: str, values: st.SearchStrategy[Any]) -> st.SearchStrategy[Fact]:
    return st.builds(
        Fact,
        id=texts.filter(str.isprintable).filter(str.strip),
        kind=st.just(kind),
        statement=texts,
        value=values,
        subject=st.none() | texts,
        aliases=st.lists(texts, max_size=2).map(tuple),
        as_of=st.none() | dates,
        rank=st.sampled_from(["preferred", "normal", "deprecated"]),
        references=st.lists(references, max_size=2).map(tuple),
        extra=unknown_fields,
    )


facts = facts_with("figure", quantities | ranges) | facts_with("date", dates) | facts_with("quote", quotations)


@given(facts)
def test_a_fact_that_is_written_and_read_again_is_the_same(fact: Fact) -> None:
    assert decode_fact(fact.id, encode_fact(fact)) == fact


@given(facts)
def test_what_is_written_keeps_to_the_published_schema(fact: Fact) -> None:
    store = {"facts": {fact.id: encode_fact(fact)}}

    jsonschema.Draft202012Validator(json_schema()).validate(store)


def test_fields_stand_in_the_order_in_which_a_reader_looks_for_them() -> None:
    fact = Fact(
        id="dam",
        kind="figure",
        statement="The dam holds 40 tons.",
        value=Quantity(Decimal(40), "t"),
        subject="dam",
        aliases=("the old dam",),
        keywords=("water",),
        as_of=EdtfDate("1931"),
        references=(Reference("almanac", "page 3", "40 tons"),),
        note="Only implied.",
        extra={"checked": True},
    )

    assert list(encode_fact(fact)) == [
        "kind", "statement", "subject", "aliases", "keywords", "value", "as_of", "rank", "references", "note",
        "checked",
    ]  # fmt: skip


def test_what_is_not_set_is_left_out() -> None:
    assert encode_fact(decode_fact("dam", FIGURE)) == FIGURE | {"rank": "normal"}


def test_unknown_fields_of_a_fact_its_value_and_its_references_are_kept() -> None:
    raw = FIGURE | {
        "value": {"amount": "1", "method": "survey"},
        "rank": "normal",
        "references": [{"source": "a", "page-first": 3}],
        "reviewed": {"by": ["x"]},
    }

    assert encode_fact(decode_fact("dam", raw)) == raw


def test_null_says_the_same_as_a_field_that_is_not_there() -> None:
    assert decode_fact("dam", FIGURE | {"note": None, "as_of": None}) == decode_fact("dam", FIGURE)


def test_a_source_keeps_its_csl_fields() -> None:
    raw = ARTICLE | {"issued": {"date-parts": [[2019, 7]]}, "URL": "https://example.org", "publisher": "Press"}

    source = decode_source("s", raw)

    assert source == Source("s", "article", "The dam", raw["issued"], "https://example.org", {"publisher": "Press"})
    assert encode_source(source) == raw


@pytest.mark.parametrize("amount", ["85", "-2.5", "0", "0.50", "1" * 60, "6.02e23", "1E-9"])
def test_a_decimal_number_as_text_is_an_amount(amount: str) -> None:
    fact = decode_fact("dam", FIGURE | {"value": {"amount": amount}})

    assert fact.value == Quantity(Decimal(amount))


@pytest.mark.parametrize(
    ("raw", "path", "what"),
    [
        (3, "$.facts.x", "must be an object"),
        ({}, "$.facts.x", "the kind must be figure, date or quote"),
        (FIGURE | {"kind": "opinion"}, "$.facts.x.kind", "the kind must be figure, date or quote"),
        (FIGURE | {"kind": ["figure"]}, "$.facts.x.kind", "the kind must be figure, date or quote"),
        ({"kind": "figure", "value": {"amount": "1"}}, "$.facts.x", "the field statement is missing"),
        (FIGURE | {"statement": ""}, "$.facts.x.statement", "must not be empty"),
        (FIGURE | {"statement": None}, "$.facts.x.statement", "must be text, not null"),
        (FIGURE | {"subject": ["a"]}, "$.facts.x.subject", "must be text, not a list"),
        (FIGURE | {"keywords": "a"}, "$.facts.x.keywords", "must be a list, not text"),
        (FIGURE | {"keywords": [True]}, "$.facts.x.keywords[0]", "must be text, not true or false"),
        (FIGURE | {"value": "85"}, "$.facts.x.value", "must be an object, not text"),
        (FIGURE | {"value": {}}, "$.facts.x.value", "a figure needs an amount, or lower and upper"),
        (FIGURE | {"value": {"lower": "1"}}, "$.facts.x.value", "a figure needs an amount, or lower and upper"),
        (FIGURE | {"value": {"lower": "2", "upper": "1"}}, "$.facts.x.value", "lower is greater than upper"),
        (FIGURE | {"value": {"amount": 85}}, "$.facts.x.value.amount", "must be text, not a number: put it in quotes"),
        (FIGURE | {"rank": "best"}, "$.facts.x.rank", "must be one of preferred normal deprecated"),
        (FIGURE | {"references": [{}]}, "$.facts.x.references[0]", "the field source is missing"),
        (FIGURE | {"references": [3]}, "$.facts.x.references[0]", "must be an object, not a number"),
        (QUOTE | {"value": {"speaker": "A"}}, "$.facts.x.value", "the field text is missing"),
        (
            DATE | {"value": {"edtf": "2019-02-30"}},
            "$.facts.x.value",
            "'2019-02-30' names a day that does not exist (check the day and the month)",
        ),
        (
            DATE | {"as_of": "2019-08/2019-07"},
            "$.facts.x.as_of",
            "'2019-08/2019-07' ends before it begins (write the earlier date first)",
        ),
    ],
)
def test_a_defect_is_reported_with_its_path(raw: object, path: str, what: str) -> None:
    (defect,) = defects({"facts": {"x": raw}})

    assert (defect.path, defect.what) == (path, what)


@pytest.mark.parametrize(
    "amount",
    ["NaN", "Infinity", "1e999999999", "٣", "½", "1,000", " 1", "1\n", "", "007", "1" * 61, "1_0", "+1", "--1"],
)
def test_what_is_not_a_plain_decimal_number_is_refused(amount: str) -> None:
    (defect,) = defects({"facts": {"x": FIGURE | {"value": {"amount": amount}}}})

    assert defect.path == "$.facts.x.value.amount"
    assert defect.what.startswith("must be a decimal number of at most 60 digits")


def test_all_defects_of_a_store_are_reported_in_one_go() -> None:
    store = {
        "facts": {"a": FIGURE | {"subject": 1, "note": 2}, "b c": DATE | {"value": {"edtf": "soon"}, "as_of": "later"}},
        "sources": {"s": {"type": "", "issued": "2019"}, "t": []},
    }

    assert [defect.path for defect in defects(store)] == [
        "$.facts.a.subject",
        "$.facts.a.note",
        '$.facts["b c"].value',
        '$.facts["b c"].as_of',
        "$.sources.s",
        "$.sources.s.type",
        "$.sources.t",
    ]


@pytest.mark.parametrize("store", [{}, {"facts": {}}, {"facts": {"a": FIGURE}, "sources": {"s": ARTICLE}, "more": 3}])
def test_a_sound_store_has_no_defects(store: object) -> None:
    assert defects(store) == []


@pytest.mark.parametrize("id", ["", " ", "a\nb", "a\x1b[2J", "a\u202eb", "\ud800"])
def test_an_id_that_cannot_be_shown_is_refused(id: str) -> None:  # noqa: A002 - the model's word
    fact = Fact(id=id, kind="date", statement="It opened.", value=EdtfDate("1931"))

    with pytest.raises(FactcliError, match="an id must be printable"):
        encode_fact(fact)
    with pytest.raises(FactcliError, match="an id must be printable"):
        encode_source(Source(id, "article", "The dam"))


def test_reading_a_fact_with_defects_reports_all_of_them() -> None:
    with pytest.raises(FactcliError) as caught:
        decode_fact("x", FIGURE | {"subject": 1, "rank": "best"})

    assert caught.value.message == (
        "$.facts.x.subject: must be text, not a number: put it in quotes; "
        "$.facts.x.rank: must be one of preferred normal deprecated"
    )


def test_reading_a_source_with_defects_reports_all_of_them() -> None:
    with pytest.raises(FactcliError, match=r"sources\.s: the field type is missing; .*the field title is missing"):
        decode_source("s", {})


@pytest.mark.parametrize("amount", ["NaN", "Infinity", "1E+999", "1E-999"])
def test_an_amount_that_could_not_be_read_back_is_not_written(amount: str) -> None:
    fact = Fact(id="x", kind="figure", statement="Much.", value=Quantity(Decimal(amount)))

    with pytest.raises(FactcliError, match=r"\$\.facts\.x\.value\.amount"):
        encode_fact(fact)


def test_an_amount_is_written_in_digits() -> None:
    fact = Fact(id="x", kind="figure", statement="Much.", value=Quantity(Decimal("8.8E+6")))

    assert encode_fact(fact)["value"] == {"amount": "8800000"}


@pytest.mark.parametrize(
    "store",
    [
        {"facts": {"x": FIGURE | {"value": {"amount": 85}}}},
        {"facts": {"x": FIGURE | {"rank": "best"}}},
        {"facts": {"x": DATE | {"kind": "quote"}}},
        {"sources": {"s": {"type": "article"}}},
    ],
)
def test_the_published_schema_refuses_what_the_store_refuses(store: object) -> None:
    assert defects(store)
    assert not jsonschema.Draft202012Validator(json_schema()).is_valid(store)


def test_the_published_schema_lets_unknown_fields_pass() -> None:
    store = {"facts": {"x": FIGURE | {"mine": 1}}, "sources": {"s": ARTICLE | {"DOI": "10.1/2"}}, "tags": [1]}

    jsonschema.Draft202012Validator(json_schema()).validate(store)
