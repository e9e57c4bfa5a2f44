"""Sources as CSL-JSON (Citation Style Language 1.0.2), for reference managers and citation processors."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcli.store.schema import Raw

_PLAIN_DATE = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)?")


def csl_items(sources: Mapping[str, Raw]) -> list[dict[str, Any]]:
    """The sources as CSL items; a date that CSL cannot express is written as raw text."""
    return [{"id": id_, **_item(raw)} for id_, raw in sources.items()]


def _item(raw: Raw) -> dict[str, Any]:
    item = {name: value for name, value in raw.items() if value is not None}
    if isinstance(item.get("issued"), str):
        item["issued"] = csl_date(item["issued"])
    return item


def csl_names(text: str) -> list[Raw]:
    """Names as they are typed, separated by semicolons: ``Family, Given``, or that of an institution.

    >>> csl_names("Ban, Ki-moon; United Nations")
    [{'family': 'Ban', 'given': 'Ki-moon'}, {'literal': 'United Nations'}]
    """
    return [csl_name(name) for name in text.split(";") if name.strip()]


def csl_name(text: str) -> Raw:
    """One name of a person, ``Family, Given``, or of an institution."""
    family, comma, given = text.partition(",")
    return {"family": family.strip(), "given": given.strip()} if comma else {"literal": text.strip()}


def names_text(names: Any) -> str:  # noqa: ANN401 - JSON
    """Names of CSL as :func:`csl_names` reads them; empty where it would not read the same."""
    listed = names if isinstance(names, list) else []
    parts = [(name.get("literal"), name.get("family"), name.get("given")) for name in listed if isinstance(name, dict)]
    text = "; ".join(literal or f"{family}, {given}" for literal, family, given in parts)
    return text if csl_names(text) == names else ""


def csl_date(edtf: str) -> dict[str, Any]:
    """An EDTF date as CSL has it.

    >>> csl_date("2019-07/2019-08")
    {'date-parts': [[2019, 7], [2019, 8]]}
    """
    points = edtf.split("/")
    if all(_PLAIN_DATE.fullmatch(point) for point in points):
        return {"date-parts": [[int(part) for part in point.split("-")] for point in points]}
    return {"raw": edtf}
