"""The version of the index follows from its columns: none can change and leave old indexes in use."""

from __future__ import annotations

import pytest

from factcli.index.columns import FIELDS, SCHEMA_VERSION, WEIGHTS, version_of
from factcli.index.hit import Hit


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("id", "kind"), ("kind", "id")),
        (("id", "kind"), ("id", "kind", "note")),
        (Hit._fields, Hit._fields[::-1]),
        ({"statement": 3.0}, {"statement": 3.5}),
        ("a" + "x" * 30 + "b", "b" + "x" * 30 + "a"),
    ],
)
def test_another_column_order_or_weight_is_another_version(one: object, other: object) -> None:
    assert version_of(one) != version_of(other)


def test_a_version_fits_the_header_of_the_file() -> None:
    assert 0 < SCHEMA_VERSION < 2**31
    assert all(0 < version_of(number) < 2**31 for number in range(1000))


def test_what_is_looked_up_and_printed_are_columns() -> None:
    assert set(WEIGHTS) | set(FIELDS) <= set(Hit._fields)
