"""Sources as CSL-JSON (Citation Style Language 1.0.2), for reference managers and citation processors."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from factcli.edtf import parse_edtf
from factcli.errors import FactcliError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcli.schema import Raw

_PLAIN_DATE = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)?")

# The item types of CSL 1.0.2.
TYPES = (
    "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast", "chapter",
    "classic", "collection", "dataset", "document", "entry", "entry-dictionary", "entry-encyclopedia", "event",
    "figure", "graphic", "hearing", "interview", "legal_case", "legislation", "manuscript", "map", "motion_picture",
    "musical_score", "pamphlet", "paper-conference", "patent", "performance", "periodical", "personal_communication",
    "post", "post-weblog", "regulation", "report", "review", "review-book", "software", "song", "speech", "standard",
    "thesis", "treaty", "webpage",
)  # fmt: skip


def check_source(raw: Raw) -> None:
    """Raise :class:`FactcliError` for a source whose date or type reference managers would not understand."""
    if fault := issued_fault(raw.get("issued")):
        raise FactcliError(fault, hint="write 2019-07-18, 2015-01, 2019 or 2007/2015")
    kind = str(raw.get("type"))
    if kind not in TYPES:
        raise FactcliError(
            f"'{kind}' is not a type of CSL", hint="write article, book, report, webpage or another of CSL 1.0.2"
        )


def issued_fault(issued: Any) -> str | None:  # noqa: ANN401 - JSON
    """What is wrong with the date of a source, which is EDTF or an object of CSL; None where nothing is."""
    if issued is None or isinstance(issued, dict):
        return None
    try:
        parse_edtf(issued if isinstance(issued, str) else json.dumps(issued))
    except FactcliError as error:
        return f"issued: {error.message}"
    return None


def csl_items(sources: Mapping[str, Raw]) -> list[dict[str, Any]]:
    """The sources as CSL items; a date that CSL has no numbers for stands there as it is written."""
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
