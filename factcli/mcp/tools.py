"""What an agent can call: each tool is a call of the package, with limits on what comes in and an escaped answer."""

from __future__ import annotations

import json
import os
from collections import Counter
from datetime import date  # noqa: TC003 - the SDK reads the types of the tools
from itertools import islice
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field

from factcli.errors import FactcliError
from factcli.index.columns import DEFAULT_FIELDS, SEPARATOR
from factcli.mcp.answers import CheckAnswer, ExtractAnswer, FindAnswer, KeywordsAnswer, ShowAnswer

if TYPE_CHECKING:
    from factcli.documents import Document
    from factcli.drafts.configuration import Configuration
    from factcli.drafts.review import PlacedFinding
    from factcli.index import FactIndex, Hit

LONGEST_TEXT = 1_000_000
"""The maximum size of a text in characters."""
_SYNTAX = "Words, phrases in quotes, figures (US$7m), dates (july 2019), kind:quote, speaker:name, OR, NOT."
_SUFFIX = "A file name for the text: its suffix is the format."
_SOURCES = "Sources to hold the text against: a file name for each, and its text."

Query = Annotated[str, Field(max_length=2_000, description=_SYNTAX)]
Limit = Annotated[int, Field(ge=1, le=200, description="The most results to return.")]
Text = Annotated[str, Field(max_length=LONGEST_TEXT)]
Name = Annotated[str, Field(max_length=255, description=_SUFFIX)]
Sources = Annotated[dict[str, Text], Field(max_length=20, description=_SOURCES)]


class FactTools:
    """The tools, on the store with the path ``named``, or else the one that the settings of the working folder name."""

    def __init__(self, named: str | None) -> None:
        self._named = named

    def find(self, query: Query, limit: Limit = 20) -> FindAnswer:
        """Find curated facts (figures, dates, quotes), each with its source, best first."""
        from factcli.query.faults import check_values
        from factcli.query.parse import parse_query

        check_values(query)
        index, typed = self._index(), parse_query(query)
        facts = [_in_short(hit) for hit in index.search(typed, limit)]
        return FindAnswer(store=self._path(), total=index.count(typed), facts=facts)

    def show(self, ids: Annotated[list[str], Field(max_length=100)]) -> ShowAnswer:
        """Show whole facts by their ids, with all that a citation needs."""
        index = self._index()
        found = {id_: index.get(id_) for id_ in ids}
        facts = [json.loads(hit.record) for hit in found.values() if hit]
        return ShowAnswer(facts=facts, unknown=[id_ for id_, hit in found.items() if hit is None])

    def check(
        self,
        text: Text,
        name: Name = "draft.md",
        against: Sources = {},  # noqa: B006 - never changed, and shown as the default
        published: date | None = None,
        everything: Annotated[bool, Field(description="Also what is confirmed or unknown.")] = False,  # noqa: FBT002 - given by name
    ) -> CheckAnswer:
        """Check the figures, dates, quotes and names of a text against the store, sources and each other."""
        from factcli.check import Checker
        from factcli.check.against.checking import SourceChecker
        from factcli.check.indexed_evidence import IndexedEvidence
        from factcli.drafts.review import review_document
        from factcli.drafts.settings import terms_of

        index, terms = self._index(), terms_of(_settings())
        sources = SourceChecker(_document(each, of) for of, each in against.items()) if against else None
        terms = terms._replace(published=published or terms.published)
        review = review_document(_document(text, name), Checker(IndexedEvidence(index)), terms, sources)
        shown = review if everything else review.without({"confirmed", "unknown"})
        return CheckAnswer(
            store=self._path(),
            fails=any(finding.fails for finding in review.findings),
            summary=review.summary._asdict(),
            findings=[_with_citation(finding, index) for finding in shown.findings],
        )

    def extract(
        self,
        text: Text,
        name: Name = "source.md",
        source: Annotated[str, Field(max_length=255, description="The id of the source to cite.")] = "",
        issued: Annotated[str, Field(description="When it was published, as 2019-07-18 or 2019-07.")] = "",
        limit: Limit = 50,
    ) -> ExtractAnswer:
        """Propose facts from the figures, dates and quotes of a source text, for a person to review."""
        from factcli.extract.proposing.proposals import issue_date, iter_proposals
        from factcli.model.edtf import parse_edtf
        from factcli.store.schema import encode_fact

        document = _document(text, name)
        day = issue_date(document, parse_edtf(issued) if issued else None)
        candidates = (each.fact for each in iter_proposals(document, None, source or None, issued=day))
        facts = [{"id": fact.id, **encode_fact(fact)} for fact in islice(candidates, limit)]
        return ExtractAnswer(total=len(facts) + sum(1 for _ in candidates), facts=facts)

    def keywords(self, query: Query = "", limit: Limit = 100) -> KeywordsAnswer:
        """List the keywords of the facts found, or of all facts, most used first."""
        hits = self._index().search(query)
        counted = Counter(keyword for hit in hits for keyword in hit.keywords.split(SEPARATOR) if keyword)
        return KeywordsAnswer(total=len(counted), keywords=dict(counted.most_common(limit)))

    def sources(self) -> dict[str, Any]:
        """The sources that facts cite, by id."""
        records = (json.loads(hit.record) for hit in self._index().search(""))
        return {source["id"]: source for record in records for source in record["sources"]}

    def _path(self) -> str:
        from factcli.drafts.stores import store_of

        return store_of(_settings(), self._named).path

    def _index(self) -> FactIndex:
        """The index of the store, opened for each call: the store may change, and SQLite serves one thread."""
        from factcli.drafts.stores import stores_of
        from factcli.index.joined import index_of_all

        named = [self._named] if self._named else []
        return index_of_all([place.path for place in stores_of(_settings(), named)])


def _settings() -> Configuration:
    from factcli.drafts.settings import find_settings

    return find_settings(os.getcwd())  # noqa: PTH109 - as the commands find them


def _in_short(hit: Hit) -> dict[str, str]:
    fields = (*DEFAULT_FIELDS, "speaker", "rank")
    return {name: getattr(hit, name) for name in fields} | {"value": hit.display}


def _with_citation(finding: PlacedFinding, index: FactIndex) -> dict[str, Any]:
    from factcli.render.findings import finding_record

    hit = index.get(finding.fact.id) if finding.fact else None
    return {**finding_record(finding), "citation": hit and _in_short(hit)}


def _document(text: str, name: str) -> Document:
    from factcli.documents import parse_document
    from factcli.documents.known_formats import is_binary

    if is_binary(name):
        raise FactcliError(f"{name}: not a text format", hint="send the text itself, named as .txt, .md or .html")
    return parse_document(text, name=name)
