"""Turn the mentions of a source into candidate facts, each with the sentence that states it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.documents import Document, parse_document
from factcli.extract.proposing.proposals import iter_proposals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.model.edtf import EdtfDate
    from factcli.model.facts import Fact


def extract_facts(
    text: str, subject: str | None = None, source: str | None = None, *, issued: EdtfDate | None = None
) -> list[Fact]:
    """A candidate fact for each figure, date and quote of ``text``, in order.

    ``subject`` is what all of the text is about; without it, each sentence's own words say so.  ``source`` is the id
    that the references point to.  ``issued`` is when the text came out: dates without a year are of that time, and
    where it is a day, "last month" is a date too.
    """
    return extract_document(parse_document(text, name=""), subject, source, issued=issued)


def extract_document(
    document: Document, subject: str | None = None, source: str | None = None, *, issued: EdtfDate | None = None
) -> list[Fact]:
    """The candidates of a document, as :func:`extract_facts` finds them; paragraphs are counted without headings."""
    return list(iter_facts(document, subject, source, issued=issued))


def iter_facts(
    document: Document, subject: str | None = None, source: str | None = None, *, issued: EdtfDate | None = None
) -> Iterator[Fact]:
    """The candidates as :func:`extract_document` gives them, each as it is read."""
    proposals = iter_proposals(document, subject, source, issued=issued, only_worth=False)
    return (proposal.fact for proposal in proposals)
