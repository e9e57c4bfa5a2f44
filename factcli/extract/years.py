"""Give dates without a year the year in which their text was published."""

from __future__ import annotations

import re

from factcli.edtf import EdtfDate, EdtfError, parse_edtf

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

_YEARLESS = re.compile(r"XXXX-(\d\d)")
_HALF_A_YEAR = 6


def with_year(value: EdtfDate, published: date) -> EdtfDate:
    """The date with the year that puts it nearest to ``published``; as it is where it has one, or none fits.

    >>> from datetime import date
    >>> with_year(EdtfDate("XXXX-12-30/XXXX-01-02"), date(2019, 1, 5)).text
    '2018-12-30/2019-01-02'
    """
    try:
        return parse_edtf(_YEARLESS.sub(lambda match: f"{_year(int(match[1]), published):04}-{match[1]}", value.text))
    except EdtfError:  # 29 February
        return value


def _year(month: int, published: date) -> int:
    months_ahead = month - published.month
    if months_ahead > _HALF_A_YEAR:
        return published.year - 1
    return published.year + 1 if months_ahead < -_HALF_A_YEAR else published.year
