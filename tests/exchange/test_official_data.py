"""Official data in their published forms: entities of Wikidata, SDMX-CSV and JSON-stat are made facts, and counted if not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from factcli.errors import FactcliError
from factcli.exchange.import_formats import Batch, ImportChoices, parse_batch
from factcli.exchange.observations import period, scaled, unit_of

if TYPE_CHECKING:
    from running import Run

GREGORIAN = "http://www.wikidata.org/entity/Q1985727"


def quantity(amount: str, unit: str = "1") -> dict[str, Any]:
    unit = unit if unit == "1" else f"http://www.wikidata.org/entity/{unit}"
    return {"snaktype": "value", "datavalue": {"type": "quantity", "value": {"amount": amount, "unit": unit}}}


def time(text: str, precision: int = 11, calendar: str = GREGORIAN) -> dict[str, Any]:
    value = {"time": text, "precision": precision, "calendarmodel": calendar, "before": 0, "after": 0, "timezone": 0}
    return {"snaktype": "value", "datavalue": {"type": "time", "value": value}}


def string(text: object) -> dict[str, Any]:
    return {"snaktype": "value", "datavalue": {"type": "string", "value": text}}


def claim(
    snak: dict[str, Any], rank: str = "normal", as_of: dict[str, Any] | None = None, **snaks: dict[str, Any]
) -> dict[str, Any]:
    references = [{"snaks": {id_: [each] for id_, each in snaks.items()}}] if snaks else []
    return {
        "mainsnak": snak,
        "rank": rank,
        "type": "statement",
        "references": references,
        "qualifiers": {"P585": [as_of]} if as_of else {},
    }


def entity(**claims: list[dict[str, Any]]) -> str:
    labels = {"en": {"language": "en", "value": "Marlow"}}
    return json.dumps({"entities": {"Q9000": {"type": "item", "id": "Q9000", "labels": labels, "claims": claims}}})


def read(text: str, form: str = "wikidata", **mapping: str) -> Batch:
    return parse_batch(text, form, "f", ImportChoices(mapping))


def only(text: str, form: str = "wikidata", **mapping: str) -> dict[str, Any]:
    (fact,) = read(text, form, **mapping).facts
    return {"id": fact.id, **fact.raw}


def test_a_quantity_with_its_time_rank_and_reference_is_a_fact() -> None:
    stated = claim(quantity("+14325"), "preferred", time("+2021-03-21T00:00:00Z"), P854=string("https://stats.example/marlow"),
                   P1476={"snaktype": "value", "datavalue": {"type": "monolingualtext", "value": {"text": "Census", "language": "en"}}},
                   P577=time("+2022-00-00T00:00:00Z", 9))  # fmt: skip

    batch = read(entity(P1082=[stated]))

    assert batch.facts[0].id == "marlow-population-2021-03-21"
    assert batch.facts[0].raw == {
        "kind": "figure", "statement": "The population of Marlow was 14,325 people on 21 March 2021.", "subject": "Marlow",
        "keywords": ["population"], "value": {"amount": "14325", "unit": "person"}, "as_of": "2021-03-21", "rank": "preferred",
        "references": [{"source": "stats-example-marlow", "locator": "P1082"}]}  # fmt: skip
    assert batch.sources == {
        "stats-example-marlow": {
            "type": "webpage",
            "title": "Census",
            "URL": "https://stats.example/marlow",
            "issued": "2022",
        }
    }


@pytest.mark.parametrize(
    ("snak", "value", "statement"),
    [(time("+1899-07-18T00:00:00Z"), "1899-07-18", "The inception of Marlow was 18 July 1899."), (time("+1899-07-00T00:00:00Z", 10), "1899-07", "The inception of Marlow was July 1899."),
     (time("+1899-00-00T00:00:00Z", 9), "1899", "The inception of Marlow was 1899."), (time("+1890-00-00T00:00:00Z", 8), "189X", "The inception of Marlow was the 1890s.")],
)  # fmt: skip
def test_a_time_is_a_date_as_exact_as_it_is(snak: dict[str, Any], value: str, statement: str) -> None:
    fact = only(entity(P571=[claim(snak)]))

    assert (fact["value"], fact["statement"]) == ({"edtf": value}, statement)


def test_without_a_reference_wikidata_is_the_source_and_an_item_is_named() -> None:
    stated = {"snaktype": "value", "datavalue": {"type": "wikibase-entityid", "value": {"id": "Q77"}}}

    batch = read(entity(P2046=[claim(quantity("+5.20", "Q712226")), claim(quantity("+6", "Q712226"), P248=stated)]))

    assert [fact.raw["value"] for fact in batch.facts] == [
        {"amount": "5.20", "unit": "km²"},
        {"amount": "6", "unit": "km²"},
    ]
    assert batch.sources["wikidata-q9000"]["URL"] == "https://www.wikidata.org/wiki/Q9000"
    assert batch.sources["wikidata-q77"] == {"type": "document", "title": "Wikidata item Q77"}
    assert [fact.id for fact in batch.facts] == ["marlow-area", "marlow-area-2"]


def test_a_property_is_named_by_the_mapping() -> None:
    assert (
        only(entity(P9999=[claim(quantity("+3"))]), P9999="number of weirs")["statement"]
        == "The number of weirs of Marlow was 3."
    )


LEFT_OUT = [
    ({"P9999": [claim(quantity("+3"))]}, "property P9999 is not known"), ({"P18": [claim(string("x.jpg"))]}, "neither a quantity nor a time"),
    ({"P2046": [claim(quantity("+3", "Q404"))]}, "unit Q404 is not known"), ({"P1082": [claim(quantity("+NaN"))]}, "an amount that is not a number"),
    ({"P1082": [claim(quantity("+1e999999999"))]}, "an amount that is not a number"), ({"P571": [claim(time("-0044-03-15T00:00:00Z"))]}, "a time of another calendar"),
    ({"P571": [claim(time("+1600-03-15T00:00:00Z", 11, "http://www.wikidata.org/entity/Q1985786"))]}, "a time of another calendar"),
    ({"P571": [claim(time("+1900-00-00T00:00:00Z", 7))]}, "a time of another calendar or precision"), ({"P571": [claim(time("+1900-02-30T00:00:00Z"))]}, "a time that does not exist"),
    ({"P1082": [claim({"snaktype": "somevalue"})]}, "neither a quantity nor a time"), ({"P1082": [claim(quantity("+5"), as_of={"snaktype": "novalue"})]}, "a point in time that is not known"),
]  # fmt: skip


@pytest.mark.parametrize(("claims", "why"), LEFT_OUT)
def test_what_cannot_be_a_fact_is_counted_and_said(claims: dict[str, Any], why: str) -> None:
    batch = read(entity(P1082=[claim(quantity("+1")), *claims.pop("P1082", [])], **claims))

    assert len(batch.facts) == 1
    assert [note for note in batch.notes if note.startswith(f"1 left out: {why}")]


def test_a_deprecated_statement_says_why() -> None:
    fact = only(entity(P1082=[claim(quantity("+5"), "deprecated")]))

    assert (fact["rank"], fact["reason"]) == ("deprecated", "deprecated in Wikidata")


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", "[" * 100_000, '{"entities": {}}', '{"entities": []}', '{"entities": {"Q1": 3}}', '{"entities": {"evil\\u001b": {"labels": {}, "claims": {}}}}',
     '{"entities": {"Q1": {"labels": {}, "claims": []}}}', '{"entities": {"Q1": {"labels": {"en": {"value": 3}}, "claims": {}}}}',
     '{"entities": {"Q1": {"labels": {}, "claims": {"P1082": 3, "P571": [3, {}, {"mainsnak": 3}]}}}}', '{"entities": {"Q1": {"labels": [], "claims": {}}}}'],
)  # fmt: skip
def test_hostile_or_broken_entities_are_refused_in_a_line(text: str) -> None:
    with pytest.raises(FactcliError) as raised:
        read(text)

    assert len(raised.value.lines()) == 1


@pytest.mark.parametrize(
    "damage", [3, None, [], {}, "x", [3], {"snaks": 3}, [{"snaks": {"P854": 3, "P248": [3], "P577": ["x"]}}]]
)
def test_damaged_parts_of_a_statement_never_raise_anything_else(damage: object) -> None:
    for part in ("references", "qualifiers", "rank", "mainsnak"):
        read(entity(P1082=[claim(quantity("+1")), claim(quantity("+2")) | {part: damage}]))


def test_a_hostile_address_is_not_an_address() -> None:
    batch = read(entity(P1082=[claim(quantity("+1"), P854=string("javascript:alert(1)"))]))

    assert list(batch.sources) == ["wikidata-q9000"]


SDMX = """DATAFLOW,FREQ,REF_AREA,INDICATOR,SEX,UNIT_MEASURE,UNIT_MULT,TIME_PERIOD,OBS_VALUE,OBS_STATUS
OFF:JOBS(1.0),Q,LV,Unemployment rate,F,PC,0,2019-Q1,6.40,A
OFF:JOBS(1.0),Q,LV,Unemployment rate,M,PC,0,2019-Q1,7.1,A
OFF:JOBS(1.0),Q,LV,Unemployment rate,M,PC,0,2019-Q2,,M
OFF:JOBS(1.0),Q,LV,Unemployment rate,M,PC,0,now,7,A
"""
LABELLED = """STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA: Area,MEASURE: Measure,UNIT_MEASURE: Unit,UNIT_MULT: Multiplier,TIME_PERIOD: Time,OBS_VALUE: Value
dataflow,"OFF:LAB: Labour",I,LV: Latvia,EMP: Employment,PS: Persons,3: Thousands,2019,910.5
"""


def test_sdmx_csv_is_read() -> None:
    batch = read(SDMX, "sdmx-csv")

    assert [fact.id for fact in batch.facts] == ["lv-unemployment-rate-f-2019-33", "lv-unemployment-rate-m-2019-33"]
    assert batch.facts[0].raw["statement"] == "The unemployment rate (F) of LV was 6.40% in Q1 2019."
    assert batch.facts[0].raw["references"] == [
        {"source": "off-jobs-1-0", "locator": "REF_AREA=LV.SEX=F.TIME_PERIOD=2019-Q1"}
    ]
    assert batch.notes == ("2 observations without a value or with a period of another form were left out",)


def test_labels_are_preferred_to_codes_and_multipliers_are_applied() -> None:
    fact = only(LABELLED, "sdmx-csv")

    assert (fact["statement"], fact["value"]) == (
        "The employment of Latvia was 910,500 people in 2019.",
        {"amount": "910500", "unit": "person"},
    )


def test_a_column_is_named_by_the_mapping() -> None:
    text = "STATE,TIME_PERIOD,OBS_VALUE\nBavaria,2019,5\n"

    assert only(text, "sdmx-csv", subject="STATE")["subject"] == "Bavaria"
    with pytest.raises(FactcliError, match="cannot tell which column is the subject"):
        read(text, "sdmx-csv")


@pytest.mark.parametrize(
    ("text", "mapping", "told"),
    [("", {}, "cannot tell"), ("A,A\n1,2\n", {}, "duplicate column"), (SDMX, {"subject": "NOWHERE"}, "there is no column 'NOWHERE'"), (SDMX, {"colour": "SEX"}, "unknown role"),
     ("REF_AREA,TIME_PERIOD,OBS_VALUE\nLV,2019,\n", {}, "no observations with a value"), ("REF_AREA,TIME_PERIOD,OBS_VALUE\nLV,2019,1e999999999\n", {}, "no observations with a value"),
     ("REF_AREA,TIME_PERIOD,OBS_VALUE\nLV,2019\n", {}, "2 cells for 3 columns"), ('REF_AREA,TIME_PERIOD,OBS_VALUE\n"LV', {}, "unexpected end of data")],
)  # fmt: skip
def test_hostile_or_broken_sdmx_csv_is_refused_in_a_line(text: str, mapping: dict[str, str], told: str) -> None:
    with pytest.raises(FactcliError, match=told) as raised:
        read(text, "sdmx-csv", **mapping)

    assert len(raised.value.lines()) == 1


def cube(**fields: object) -> str:
    dataset = {
        "version": "2.0", "class": "dataset", "label": "Herring landings", "source": "Fisheries office", "id": ["metric", "port", "year"], "size": [1, 2, 2],
        "role": {"time": ["year"], "geo": ["port"], "metric": ["metric"]},
        "dimension": {
            "metric": {"category": {"label": {"L": "Landings"}, "unit": {"L": {"label": "tonnes"}}}},
            "port": {"category": {"index": {"b": 1, "a": 0}, "label": {"a": "Wick", "b": "Peterhead"}}},
            "year": {"category": {"index": ["2018", "2019"]}}},
        "value": [100, 90.50, None, 7]}  # fmt: skip
    return json.dumps(dataset | fields)


def test_jsonstat_is_read_by_its_roles() -> None:
    batch = read(cube(), "jsonstat")

    assert [fact.raw["statement"] for fact in batch.facts] == [
        "The landings of Wick was 100 t in 2018.", "The landings of Wick was 90.5 t in 2019.", "The landings of Peterhead was 7 t in 2019."]  # fmt: skip
    assert batch.facts[2].raw["references"] == [{"source": "herring-landings", "locator": "metric=L.port=b.year=2019"}]
    assert batch.sources["herring-landings"]["publisher"] == "Fisheries office"
    assert batch.notes == ("1 cells without a value or with a period of another form were left out",)


def test_sparse_values_and_mapped_dimensions_are_read() -> None:
    batch = read(cube(value={"3": 7}, role={}), "jsonstat", subject="port", time="year")

    assert [fact.raw["statement"] for fact in batch.facts] == ["The herring landings of Peterhead was 7 in 2019."]


@pytest.mark.parametrize(
    "text",
    ["", "{", "[" * 100_000, "[]", "{}", cube(**{"class": "collection"}), cube(size=[1, 2, 3]), cube(size=["x"]), cube(id=3), cube(id=["nowhere"], size=[1]), cube(dimension=3),
     cube(value=3), cube(value=[]), cube(value=["x", True, {}, "9"]), cube(value=[float("1e300")]), cube(id=[], size=[]), cube(dimension={"metric": 3}),
     cube(id=["metric"] * 31, size=[1] * 31)],
)  # fmt: skip
def test_hostile_or_broken_jsonstat_is_refused_in_a_line(text: str) -> None:
    with pytest.raises(FactcliError) as raised:
        read(text, "jsonstat")

    assert len(raised.value.lines()) == 1


def test_a_cube_of_too_many_cells_is_refused_before_it_is_made() -> None:
    many = {"category": {"index": [str(at) for at in range(1_100)]}}

    with pytest.raises(FactcliError, match="more than 1,000,000 cells"):
        read(cube(id=["port", "year"], size=[1100, 1100], dimension={"port": many, "year": many}), "jsonstat")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("2019", "2019"), ("2019-07", "2019-07"), ("2019-07-18", "2019-07-18"), ("2019-Q4", "2019-36"), ("2019Q1", "2019-33"), ("2019-S2", "2019-41"), ("2019-H1", "2019-40"),
     ("2019M07", "2019-07"), ("2019-M12", "2019-12"), ("2019-A1", "2019"), ("2019-W05", "2019-01-28/2019-02-03"), ("2019-Q5", None), ("2019-S3", None), ("2019M13", None),
     ("2019-W60", None), ("2019-02-30", None), ("19", None), ("2019/2020", None), ("now", None), ("२०१९", None)],
)  # fmt: skip
def test_periods_of_statistics(text: str, expected: str | None) -> None:
    assert period(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("PC", ("%", 0, "")), ("Percent", ("%", 0, "")), ("MIO_EUR", ("EUR", 6, "")), ("Thousand persons", ("person", 3, "")), ("tonnes", ("t", 0, "")), ("km2", ("km²", 0, "")),
     ("vessels", ("vessel", 0, "")), ("Index, 2015=100", (None, 0, "Index, 2015=100")), ("", (None, 0, "")), ("NR", (None, 0, ""))],
)  # fmt: skip
def test_units_of_statistics(text: str, expected: tuple[object, ...]) -> None:
    assert unit_of(text) == expected


def test_amounts_are_scaled_as_decimals() -> None:
    assert (scaled("0.10", 6), scaled("-2.5", 0), scaled("Infinity", 0), scaled("1e400", 0), scaled("x", 0)) == (
        "100000",
        "-2.5",
        None,
        None,
        None,
    )


@pytest.mark.parametrize(
    ("form", "text"),
    [
        (
            "wikidata",
            entity(
                P1082=[
                    claim(quantity("+14325"), "normal", time("+2021-03-21T00:00:00Z")),
                    claim(quantity("+3", "Q404")),
                ]
            ),
        ),
        ("sdmx-csv", SDMX),
        ("jsonstat", cube()),
    ],
)
def test_an_import_of_official_data_is_sound_dry_first_and_undone(
    piped: Run, tmp_path: Path, form: str, text: str
) -> None:
    (tmp_path / "data").write_text(text, "utf-8")
    store = tmp_path / "facts.json"
    line = ["import", str(tmp_path / "data"), "--as", form]

    dry = piped(*line, "--dry-run", store=store)
    assert "would add" in dry.out
    assert not store.exists()

    ended = piped(*line, store=store)
    assert (ended.status, "left out" in ended.err) == (0, True)
    assert "error" not in piped("validate", store=store).out
    assert piped(*line, store=store).out.endswith("unchanged\n")
    assert piped("undo", store=store).status == 0
    assert not store.exists()
