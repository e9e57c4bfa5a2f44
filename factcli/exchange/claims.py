"""Facts as ClaimReview in JSON-LD (schema.org/ClaimReview): what search engines and fact-checking indexes read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factcli.curation.fields import read_field
from factcli.escaping import safe_link

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factcli.store.schema import Raw

_BEST, _WORST = 5, 1


def claim_reviews(
    facts: Iterable[tuple[str, Raw]], sources: Mapping[str, Raw], publisher: str | None
) -> dict[str, Any]:
    """A JSON-LD graph with a review of each fact's statement, one by one; ``publisher`` is the reviewer."""
    graph = (_review(id_, raw, sources, publisher) for id_, raw in facts)
    return {"@context": "https://schema.org", "@graph": graph}


def _review(id_: str, raw: Raw, sources: Mapping[str, Raw], publisher: str | None) -> dict[str, Any]:
    is_true = raw.get("rank") != "deprecated"
    claim: dict[str, Any] = {"@type": "Claim", "text": raw["statement"]}
    if speaker := read_field(raw, "speaker"):
        claim["author"] = {"@type": "Person", "name": speaker}
    if appearances := list(_appearances(raw, sources)):
        claim["appearance"] = appearances
    review: dict[str, Any] = {"@type": "ClaimReview", "identifier": id_, "claimReviewed": raw["statement"]}
    review["itemReviewed"] = claim
    review["reviewRating"] = {
        "@type": "Rating",
        "ratingValue": _BEST if is_true else _WORST,
        "bestRating": _BEST,
        "worstRating": _WORST,
        "alternateName": "True" if is_true else "Outdated",
    }
    return review | ({"author": {"@type": "Organization", "name": publisher}} if publisher else {})


def _appearances(raw: Raw, sources: Mapping[str, Raw]) -> Iterator[dict[str, Any]]:
    """The works that a fact cites."""
    for id_ in dict.fromkeys(reference.get("source") for reference in raw.get("references", ())):
        if id_ in sources:
            url = safe_link(sources[id_].get("URL"))
            yield {"@type": "CreativeWork", "name": sources[id_]["title"]} | ({"url": url} if url else {})
