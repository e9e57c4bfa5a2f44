"""Give dates without a year the year in which their text came out."""

from __future__ import annotations

import re

from factcli.model.edtf import EdtfDate, EdtfError, parse_edtf

_YEARLESS = re.compile(r"XXXX-(\d\d)")
_MONTHS = 12


def with_year(value: EdtfDate, issued: EdtfDate) -> EdtfDate:
    """The date with the year that puts it nearest to ``issued``; as it is where it has one, or none fits.

    >>> with_year(EdtfDate("XXXX-12-30/XXXX-01-02"), EdtfDate("2019-01-05")).text
    '2018-12-30/2019-01-02'
    """
    if not value.is_yearless or issued.earliest is None or issued.latest is None:
        return value
    first, last = (day.year * _MONTHS + day.month for day in (issued.earliest, issued.latest))
    # In the middle of a year that is all that is known, every month is of that year.
    middle = (first + last) // 2
    try:
        return parse_edtf(_YEARLESS.sub(lambda match: f"{_year(int(match[1]), middle):04}-{match[1]}", value.text))
    except EdtfError:  # 29 February
        return value


def _year(month: int, middle: int) -> int:
    """The year in which ``month`` is at most half a year before, or less than one after, the month ``middle``."""
    return (middle + _MONTHS // 2 - month) // _MONTHS
