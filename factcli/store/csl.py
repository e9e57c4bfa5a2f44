"""What CSL 1.0.2 (Citation Style Language) allows in a source: a date and a type come in, what is wrong goes out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from factcli.errors import FactcliError
from factcli.escaping import safe_link
from factcli.model.edtf import parse_edtf

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcli.store.schema import Raw

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
    """Raise :class:`FactcliError` if reference managers would not understand the date or type of a source."""
    check_issued(raw.get("issued"))
    check_type(str(raw.get("type")))


def check_issued(issued: Any) -> None:  # noqa: ANN401 - JSON
    """Raise :class:`FactcliError` if this is not the date of a source."""
    if fault := issued_fault(issued):
        raise FactcliError(fault, hint="write 2019-07-18, 2015-01, 2019 or 2007/2015")


def check_type(kind: str) -> None:
    """Raise :class:`FactcliError` if this is not a CSL type."""
    if kind not in TYPES:
        raise FactcliError(
            f"'{kind}' is not a CSL type", hint="write article, book, report, webpage or another type of CSL 1.0.2"
        )


def count_independent(sources: Iterable[Raw]) -> int:
    """How many of the sources are independent: those that share an author, a publisher or a web site count as one."""
    groups: list[set[str]] = []
    for source in sources:
        marks = set(_origins(source))
        near = [group for group in groups if group & marks]
        groups = [group for group in groups if not group & marks] + [marks.union(*near)]
    return len(groups)


def _origins(source: Raw) -> Iterator[str]:
    """What a source has in common with those that depend on it."""
    yield f"id {source.get('id')}"
    for author in source.get("author") or ():
        yield f"author {json.dumps(author, sort_keys=True).casefold()}"
    for name in ("publisher", "container-title"):
        if isinstance(source.get(name), str):
            yield f"publisher {source[name].casefold()}"
    host = str(source.get("URL") or "").partition("://")[2].partition("/")[0]
    if host:
        yield f"site {host.casefold().removeprefix('www.')}"


def url_fault(url: Any) -> str | None:  # noqa: ANN401 - JSON
    """What is wrong with the web address of a source; None if nothing is."""
    if url is None or (isinstance(url, str) and safe_link(url) and not url.startswith("mailto:")):
        return None
    return f"'{url}' is not a web address: write https://..."


def authors_fault(authors: Any) -> str | None:  # noqa: ANN401 - JSON
    """What is wrong with the authors of a source, which are a list of names of CSL; None if nothing is."""
    if authors is None:
        return None
    names = authors if isinstance(authors, list) else [None]
    is_named = all(isinstance(name, dict) and (name.get("literal") or name.get("family")) for name in names)
    return None if is_named else 'author is not a list of {"family", "given"} or {"literal"}'


def issued_fault(issued: Any) -> str | None:  # noqa: ANN401 - JSON
    """What is wrong with the date of a source, which is EDTF or an object of CSL; None if nothing is."""
    if issued is None or isinstance(issued, dict):
        return None
    try:
        parse_edtf(issued if isinstance(issued, str) else json.dumps(issued))
    except FactcliError as error:
        return f"issued: {error.message}"
    return None
