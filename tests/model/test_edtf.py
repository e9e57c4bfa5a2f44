"""EDTF dates: what is one, which days it can mean, and how two of them relate."""

from __future__ import annotations

import string

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from factcli.model.edtf import Day, EdtfDate, EdtfError, days_in_month, parse_edtf

SPANS = [
    ("2019-07-18", "day", Day(2019, 7, 18), Day(2019, 7, 18)),
    ("2019-07-18?", "day", Day(2019, 7, 18), Day(2019, 7, 18)),
    ("2020-02", "month", Day(2020, 2, 1), Day(2020, 2, 29)),
    ("1900-02", "month", Day(1900, 2, 1), Day(1900, 2, 28)),
    ("2019-07-XX", "month", Day(2019, 7, 1), Day(2019, 7, 31)),
    ("2019", "year", Day(2019, 1, 1), Day(2019, 12, 31)),
    ("2019~", "year", Day(2019, 1, 1), Day(2019, 12, 31)),
    ("2019-XX", "year", Day(2019, 1, 1), Day(2019, 12, 31)),
    ("196X", "decade", Day(1960, 1, 1), Day(1969, 12, 31)),
    ("19XX", "century", Day(1900, 1, 1), Day(1999, 12, 31)),
    ("2019-22", "season", Day(2019, 6, 1), Day(2019, 8, 31)),
    ("2019-24", "season", Day(2019, 12, 1), Day(2020, 2, 29)),
    ("2019-35", "season", Day(2019, 7, 1), Day(2019, 9, 30)),
    ("2019-41", "season", Day(2019, 7, 1), Day(2019, 12, 31)),
    ("2007/2015", "interval", Day(2007, 1, 1), Day(2015, 12, 31)),
    ("2016/..", "interval", Day(2016, 1, 1), None),
    ("../2015", "interval", None, Day(2015, 12, 31)),
    ("2016/", "interval", Day(2016, 1, 1), None),
    ("XXXX-07-18", "day", None, None),
    ("XXXX-07", "month", None, None),
    ("-0044-03-15", "day", Day(-44, 3, 15), Day(-44, 3, 15)),
    ("-004X", "decade", Day(-49, 1, 1), Day(-40, 12, 31)),
    ("Y12019", "year", Day(12019, 1, 1), Day(12019, 12, 31)),
]
REFUSED = [
    "", "..", "/", "../..", "../", "2019/2020/2021", "2019-7-18", "19", "2019-13", "2019-00", "2019-20", "2019-42",
    "2019-02-29", "2019-04-31", "2019-07-00", "2019-22-01", "2020/2019", "2019-07-18/2019-07-17", "XXXX", "XXXX-XX-XX",
    "XXXX-02-30", "XX19", "1X9X", "X", "2019-07-18Z", " 2019", "2019\n", "٢٠١٩", "²019", "18 July 2019",
    "2019-07-18T10:00", "Y2019", "XXXX-07-18/2019-07-21", "2019-07-18/XXXX-07-21", "9" * 40_000,
]  # fmt: skip
COVERING = [
    ("2019-07", "2019-07-18"),
    ("2019", "2019-07"),
    ("196X", "1965"),
    ("19XX", "196X"),
    ("2019-22", "2019-07-18"),
    ("2007/2015", "2015-01"),
    ("2016/..", "2019"),
    ("2016/..", "2018/.."),
    ("../2015", "../2014-05"),
    ("1701/1800", "1789-07-14"),
    ("2019~", "2019"),
    ("XXXX-07-18", "2019-07-18"),
    ("XXXX-07", "2019-07-18"),
    ("XXXX-07", "XXXX-07-18"),
    ("XXXX-02-29", "2020-02-29"),
    ("XXXX-07-19/XXXX-07-21", "2019-07-20"),
    ("XXXX-07-19/XXXX-07-21", "XXXX-07-20"),
    ("XXXX-12-30/XXXX-01-02", "2020-01-01"),
    ("XXXX-12-30/XXXX-01-02", "XXXX-01-01"),
    ("XXXX-22", "2019-07"),
    ("XXXX-24", "2019-01"),
]
MEETING = [
    ("2007/2015", "2015/2017"),
    ("2007/2015", "2015-01/.."),
    ("../2015", "2014/.."),
    ("2019-12", "2019-24"),
    ("XXXX-07-18", "2019-07"),
    ("XXXX-07-18", "2019"),
    ("XXXX-02-29", "2017/.."),
    ("XXXX-02-29", "../1999"),
    ("XXXX-02-29", "1897/1904"),
    ("XXXX-02-29", "XXXX-02"),
    ("XXXX-12-30/XXXX-01-02", "2020-01"),
    ("XXXX-24", "XXXX-12-31"),
    ("XXXX-07-18/..", "2019-08"),
]
APART = [
    ("2019-07-18", "2019-07-19"),
    ("2007/2015", "2016"),
    ("2016/..", "2015"),
    ("../2015", "2016-01-01"),
    ("XXXX-07-18", "2019-08"),
    ("XXXX-07-18", "XXXX-07-19"),
    ("XXXX-07-18", "2019-07-19/2019-07-21"),
    ("XXXX-02-29", "2019"),
    ("XXXX-02-29", "1897/1903"),
    ("XXXX-07-18/..", "2019-05"),
    ("-0044-03-15", "0044-03-15"),
]

years = st.integers(-9999, 9999).filter(bool).map(lambda year: f"{'-' if year < 0 else ''}{abs(year):04}")
months = st.builds("{}-{:02}".format, years | st.just("XXXX"), st.integers(1, 12) | st.integers(21, 41))
days = st.builds("{}-{:02}-{:02}".format, years | st.just("XXXX"), st.integers(1, 12), st.integers(1, 28))
decades = years.map(lambda year: year[:-1] + "X")
points = st.builds("{}{}".format, years | months | days | decades, st.sampled_from(["", "", "?", "~", "%"]))
spans = st.builds("{}/{}".format, points | st.just(".."), points | st.just(".."))


@st.composite
def dates(draw: st.DrawFn) -> EdtfDate:
    try:
        return parse_edtf(draw(points | spans))
    except EdtfError:
        assume(condition=False)
        raise


@pytest.mark.parametrize(("text", "precision", "earliest", "latest"), SPANS)
def test_a_date_knows_its_precision_and_its_first_and_last_day(
    text: str, precision: str, earliest: Day | None, latest: Day | None
) -> None:
    date = parse_edtf(text)

    assert (date.precision, date.earliest, date.latest) == (precision, earliest, latest)


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_not_a_date_is_refused_with_a_hint(text: str) -> None:
    with pytest.raises(EdtfError) as refusal:
        parse_edtf(text)

    assert refusal.value.hint
    assert len(refusal.value.message) < 120


@pytest.mark.parametrize(("wide", "narrow"), COVERING)
def test_a_coarser_date_covers_a_finer_one(wide: str, narrow: str) -> None:
    assert parse_edtf(wide).covers(parse_edtf(narrow))


@pytest.mark.parametrize(("wide", "narrow"), [pair for pair in COVERING if pair != ("2019~", "2019")])
def test_a_finer_date_does_not_cover_a_coarser_one(wide: str, narrow: str) -> None:
    assert not parse_edtf(narrow).covers(parse_edtf(wide))


@pytest.mark.parametrize(("left", "right"), MEETING)
def test_dates_that_share_a_day_intersect(left: str, right: str) -> None:
    assert parse_edtf(left).intersects(parse_edtf(right))


@pytest.mark.parametrize(("left", "right"), APART)
def test_dates_that_share_no_day_neither_intersect_nor_cover(left: str, right: str) -> None:
    one, other = parse_edtf(left), parse_edtf(right)

    assert [one.intersects(other), other.intersects(one), one.covers(other), other.covers(one)] == [False] * 4


@pytest.mark.parametrize(
    ("text", "is_approximate"), [("2019", False), ("2019~", True), ("2019?", False), ("2019%", True)]
)
def test_a_qualifier_says_approximate(text: str, *, is_approximate: bool) -> None:
    assert parse_edtf(text).is_approximate is is_approximate


@given(dates())
def test_a_parsed_date_prints_as_it_was_written_and_parses_again(date: EdtfDate) -> None:
    assert parse_edtf(str(date)) == date


@given(dates())
def test_a_date_does_not_end_before_it_begins(date: EdtfDate) -> None:
    assert date.earliest is None or date.latest is None or date.earliest <= date.latest


@given(dates())
def test_a_date_covers_and_intersects_itself(date: EdtfDate) -> None:
    assert date.covers(date)
    assert date.intersects(date)


@given(dates(), dates())
def test_what_is_covered_is_also_met(left: EdtfDate, right: EdtfDate) -> None:
    assert not left.covers(right) or left.intersects(right)


@given(dates(), dates())
def test_meeting_is_mutual(left: EdtfDate, right: EdtfDate) -> None:
    assert left.intersects(right) == right.intersects(left)


@given(st.text(string.digits + "X-/.~?%Y", max_size=24))
def test_any_text_is_a_date_or_refused_and_never_anything_else(text: str) -> None:
    try:
        date = parse_edtf(text)
    except EdtfError:
        return

    assert date.precision in {"day", "month", "season", "year", "decade", "century", "interval"}


@given(st.integers(1, 9999), st.integers(1, 12))
def test_a_month_ends_where_the_next_begins(year: int, month: int) -> None:
    last = days_in_month(year, month)

    assert parse_edtf(f"{year:04}-{month:02}-{last:02}").latest == parse_edtf(f"{year:04}-{month:02}").latest
    with pytest.raises(EdtfError):
        parse_edtf(f"{year:04}-{month:02}-{last + 1:02}")


def test_days_sort_as_their_numbers_do() -> None:
    days = [Day(-44, 3, 15), Day(-44, 12, 1), Day(0, 1, 1), Day(2019, 7, 18), Day(12019, 1, 1)]

    assert sorted(days, key=lambda day: day.number) == sorted(days) == days
