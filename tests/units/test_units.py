"""Units: what they measure, how they convert, and how writers spell them."""

from __future__ import annotations

import importlib.util
from decimal import Decimal
from pathlib import Path

import pytest

from factcli import units
from factcli.units.factors import FACTORS
from factcli.units.measures import BASES, DIMENSIONS

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("unit", "dimension"),
    [
        (None, "number"),
        ("USD", "money"),
        ("FIM", "money"),
        ("peso", "money"),
        ("km", "length"),
        ("ha", "area"),
        ("%", "percent"),
        ("pp", "percentage point"),
        ("°C", "temperature"),
        ("year", "duration"),
        ("soldier", "count"),
    ],
)
def test_a_unit_has_a_dimension(unit: str | None, dimension: str) -> None:
    assert units.dimension_of(unit) == dimension


@pytest.mark.parametrize(
    ("amount", "unit", "base", "base_unit"),
    [
        ("500", "km²", "500000000", "m²"),
        ("1", "acre", "4046.8564224", "m²"),
        ("1", "mi", "1609.344", "m"),
        ("1", "t", "1000", "kg"),
        ("1", "ton", "907.18474", "kg"),
        ("0", "°C", "273.15", "K"),
        ("2", "week", "1209600", "s"),
        ("50", "bp", "0.5", "pp"),
        ("7", "USD", "7", "USD"),
        ("85", "life", "85", "life"),
    ],
)
def test_an_amount_converts_to_the_base_of_its_dimension(amount: str, unit: str, base: str, base_unit: str) -> None:
    assert units.to_base(Decimal(amount), unit) == (Decimal(base), base_unit)


def test_a_difference_of_temperatures_has_no_zero() -> None:
    assert units.to_base(Decimal(9), "°F", is_difference=True) == units.to_base(Decimal(5), "°C", is_difference=True)


def test_degrees_of_two_scales_meet_at_minus_forty() -> None:
    fahrenheit, _ = units.to_base(Decimal(-40), "°F")
    celsius, _ = units.to_base(Decimal(-40), "°C")

    assert round(fahrenheit, 20) == round(celsius, 20)


@pytest.mark.parametrize(
    ("unit", "spellings"),
    [
        ("km²", ["km2", "km²", "km^2", "sq km", "square kilometres", "square kilometer", "Square  Kilometres"]),
        ("ha", ["ha", "hectare", "hectares"]),
        ("USD", ["USD", "usd", "$", "US$", "us$", "dollars", "US dollars", "American dollars"]),
        ("FIM", ["Finnish markka", "markka", "FIM"]),
        ("ZAR", ["South African rand", "rand", "ZAR"]),
        ("peso", ["peso", "pesos"]),
        ("%", ["%", "per cent", "percent"]),
        ("°C", ["°C", "degrees Celsius", "celsius"]),
        ("mph", ["mph", "miles per hour", "miles an hour"]),
        ("ft", ["ft", "foot", "feet"]),
        ("MW", ["MW", "megawatts"]),
        ("mW", ["mW", "milliwatts"]),
        ("year", ["year", "years", "yr"]),
        (None, ["soldier", "lives", "", "xyzzy", "5"]),
    ],
)
def test_a_unit_is_parsed_from_every_spelling(unit: str | None, spellings: list[str]) -> None:
    assert {units.parse_unit(spelling) for spelling in spellings} == {unit}


def test_every_unit_has_a_factor_and_a_base() -> None:
    assert DIMENSIONS.keys() == FACTORS.keys()
    assert all(Decimal(factor) > 0 for factor in FACTORS.values())
    assert set(DIMENSIONS.values()) == BASES.keys()
    assert {FACTORS[base] for base in BASES.values() if base != "K"} == {"1"}


def test_every_canonical_unit_is_its_own_spelling() -> None:
    assert [unit for unit in DIMENSIONS if units.parse_unit(unit) != unit] == []


def test_the_table_of_factors_is_what_pint_says() -> None:
    pytest.importorskip("pint", reason="Pint makes the table; it is needed for development only")
    path = ROOT / ".ci" / "make_unit_table.py"
    specification = importlib.util.spec_from_file_location("make_unit_table", path)
    assert specification is not None
    assert specification.loader is not None
    maker = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(maker)

    assert (ROOT / "factcli" / "units" / "factors.py").read_text(encoding="utf-8") == maker.table()
