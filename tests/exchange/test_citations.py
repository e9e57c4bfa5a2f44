"""Sources and facts in the forms of the web."""

from __future__ import annotations

from typing import Any

import pytest

from factcli.exchange.citations import csl_date, csl_items
from factcli.exchange.claims import claim_reviews

SOURCES: dict[str, dict[str, Any]] = {
    "s": {"type": "book", "title": "T", "issued": "2019-07", "URL": "https://example.org/t", "volume": "2"},
    "t": {"type": "book", "title": "U", "URL": "javascript:alert(1)"},
}
FACT = {
    "kind": "quote",
    "statement": "S.",
    "value": {"text": "x", "speaker": "A"},
    "references": [{"source": "s"}, {"source": "t"}],
}


@pytest.mark.parametrize(
    ("edtf", "parts"),
    [("2019", [[2019]]), ("2019-07", [[2019, 7]]), ("2019-07-18", [[2019, 7, 18]]), ("2007/2015", [[2007], [2015]])],
)
def test_a_plain_date_has_numbers(edtf: str, parts: list[list[int]]) -> None:
    assert csl_date(edtf) == {"date-parts": parts}


@pytest.mark.parametrize("edtf", ["2019~", "201X", "2019-22", "2016/..", "in spring"])
def test_another_date_stays_as_it_is_written(edtf: str) -> None:
    assert csl_date(edtf) == {"raw": edtf}


def test_a_source_is_a_csl_item() -> None:
    first = csl_items(SOURCES)[0]

    assert (first["id"], first["volume"], first["issued"]) == ("s", "2", {"date-parts": [[2019, 7]]})
    assert "URL" not in csl_items({"s": {"type": "book", "title": "T", "URL": None}})[0]


def test_a_fact_is_a_claim_review_that_names_its_works() -> None:
    graph = claim_reviews([("x", FACT)], SOURCES, "The Daily")
    review = next(graph["@graph"])

    assert (graph["@context"], review["@type"], review["claimReviewed"]) == ("https://schema.org", "ClaimReview", "S.")
    assert review["itemReviewed"]["appearance"] == [
        {"@type": "CreativeWork", "name": "T", "url": "https://example.org/t"},
        {"@type": "CreativeWork", "name": "U"},
    ]
    assert review["itemReviewed"]["author"]["name"] == "A"
    assert review["author"]["name"] == "The Daily"


def test_a_deprecated_fact_is_not_called_true() -> None:
    review = next(claim_reviews([("x", FACT | {"rank": "deprecated"})], {}, None)["@graph"])

    assert review["reviewRating"]["alternateName"] == "Outdated"
    assert review["reviewRating"]["ratingValue"] < review["reviewRating"]["bestRating"]
    assert "author" not in review
