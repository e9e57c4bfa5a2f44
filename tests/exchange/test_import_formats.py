"""Facts are read from the forms of other programs, or refused with the place of what is wrong."""

from __future__ import annotations

import pytest

from factcli.errors import FactcliError
from factcli.exchange.import_formats import format_of, parse_batch

FACT = '{"kind": "date", "statement": "S.", "value": {"edtf": "2019"}}'


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("json", f'{{"facts": {{"x": {FACT}}}, "sources": {{"s": {{"title": "T"}}}}}}'),
        (
            "json",
            f'{{"schema_version": 1, "facts": [{{"id": "x", "sources": [{{"id": "s", "title": "T"}}], {FACT[1:]}]}}',
        ),
        ("json", f'\ufeff[{{"id": "x", "sources": [{{"id": "s", "title": "T"}}], {FACT[1:]}]'),
        ("jsonl", f'\n{{"id": "x", "sources": [{{"id": "s", "title": "T"}}], {FACT[1:]}\n\n'),
    ],
)
def test_each_form_of_json_brings_the_same(form: str, text: str) -> None:
    batch = parse_batch(text, form, "f")

    assert [(fact.id, fact.raw) for fact in batch.facts] == [
        ("x", {"kind": "date", "statement": "S.", "value": {"edtf": "2019"}})
    ]
    assert batch.sources == {"s": {"title": "T"}}


def test_a_table_brings_facts_and_their_sources() -> None:
    batch = parse_batch('id,amount,unit,statement,source,source_title\r\nx,"1,200",km,S.,s,T\r\n\r\n', "csv", "f.csv")

    assert batch.facts[0].place == "f.csv:2"
    assert batch.facts[0].raw == {
        "statement": "S.",
        "value": {"amount": "1200", "unit": "km"},
        "references": [{"source": "s"}],
        "kind": "figure",
    }
    assert batch.sources == {"s": {"type": "article", "title": "T"}}


@pytest.mark.parametrize(
    ("form", "text", "message"),
    [
        ("json", '{"facts": {', "f:1:12: "),
        ("json", "[1]", "f: fact 1: expected an object"),
        ("json", "[{}]", "f: fact 1: the fact has no id"),
        ("json", '{"facts": 1}', "f: expected an object with the tables"),
        ("json", "1", "f: expected an object with the tables"),
        ("json", "", "f:1:1: "),
        ("json", "[" * 100_000, "f: nested too deeply"),
        ("json", '[{"id": NaN}]', "f: NaN is not valid JSON"),
        ("json", '[{"id": "x", "id": "y"}]', "f: duplicate key 'id'"),
        ("json", '{"facts": {}, "sources": []}', "f: expected an object with the tables"),
        ("jsonl", '{"id": "x"}\n{"id": ', "f:2:8: "),
        ("jsonl", "1", "f:1: expected an object"),
        ("csv", "", "f:1: no columns"),
        ("csv", "id,colour\nx,red", "f:1: unknown column 'colour'"),
        ("csv", "id,note,note\nx,1,2", "f:1: duplicate column 'note'"),
        ("csv", "id,note\nx", "f:2: 1 cell for 2 columns"),
        ("csv", 'id,note\nx,"open', "f:2: "),
    ],
)
def test_what_is_not_of_the_form_is_refused_with_its_place(form: str, text: str, message: str) -> None:
    with pytest.raises(FactcliError) as caught:
        parse_batch(text, form, "f")

    assert caught.value.message.startswith(message)


@pytest.mark.parametrize(
    ("name", "form"), [("a.csv", "csv"), ("a.JSON", "json"), ("a.ndjson", "jsonl"), ("a.txt", None), ("-", None)]
)
def test_the_suffix_says_the_form(name: str, form: str | None) -> None:
    assert format_of(name) == form
