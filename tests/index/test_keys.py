from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from factcli.index.keys import sort_key
from factcli.model.edtf import parse_edtf, yearless_days

decimals = st.decimals(allow_nan=False, allow_infinity=False)


@given(decimals, decimals)
def test_keys_sort_as_amounts_do(left: Decimal, right: Decimal) -> None:
    assert (sort_key(left) < sort_key(right)) == (left < right)


@given(decimals)
def test_equal_amounts_have_equal_keys(amount: Decimal) -> None:
    assert sort_key(amount) == sort_key(amount * 10 / 10) or len(amount.as_tuple().digits) > 26


def test_an_amount_of_any_size_has_a_key() -> None:
    assert sort_key(Decimal("1e99999")) < sort_key(Decimal("1e999999999"))


def test_a_month_without_its_year_holds_all_of_its_days() -> None:
    assert yearless_days(parse_edtf("XXXX-07")) == (700, 731)
    assert yearless_days(parse_edtf("XXXX-07-18")) == (718, 718)
