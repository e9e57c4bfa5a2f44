"""Sources as CSL-JSON (Citation Style Language 1.0.2), for reference managers and citation processors."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcli.schema import Raw

_PLAIN_DATE = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)?")


def csl_items(sources: Mapping[str, Raw]) -> list[dict[str, Any]]:
    """The sources as CSL items; a date that CSL has no numbers for stands there as it is written."""
    return [{"id": id_, **_item(raw)} for id_, raw in sources.items()]


def _item(raw: Raw) -> dict[str, Any]:
    item = {name: value for name, value in raw.items() if value is not None}
    if isinstance(item.get("issued"), str):
        item["issued"] = csl_date(item["issued"])
    return item


def csl_date(edtf: str) -> dict[str, Any]:
    """An EDTF date as CSL has it.

    >>> csl_date("2019-07/2019-08")
    {'date-parts': [[2019, 7], [2019, 8]]}
    """
    points = edtf.split("/")
    if all(_PLAIN_DATE.fullmatch(point) for point in points):
        return {"date-parts": [[int(part) for part in point.split("-")] for point in points]}
    return {"raw": edtf}
