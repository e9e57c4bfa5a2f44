"""A source -> how people name it in short: ``Gabriel García, March 2019`` or ``Harbour Dues Doubled, 2019``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from factcli.escaping import safe_link
from factcli.model.facts import Quotation
from factcli.model.formatting import edtf_in_words, value_in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcli.model.facts import Fact, Reference, Source

# Where a long title may end: before a subtitle, or a list.
_TITLE_END = re.compile(r"(?:[:;,.?!]| [-–—|])(?= )")
_LONGEST_TITLE = 40
_FEWEST_WORDS = 3
_WEB = ("http://", "https://")
_MOST_PARTS_OF_A_DATE = 3


def short_citation(source: Source) -> str:
    """The first author, or else the title without a subtitle, and the date of issue."""
    parts = (_author(source.extra.get("author")) or short_title(source.title), issued_in_words(source.issued))
    return ", ".join(part for part in parts if part)


def cited_statement(fact: Fact, sources: Sequence[dict[str, Any]]) -> str:
    """The statement on one line, the words of a quote, and each source with its place, ready to be pasted."""
    words = [fact.statement, *([value_in_words(fact.value)] if isinstance(fact.value, Quotation) else [])]
    known = {source.get("id"): source for source in sources}
    cited = "; ".join(_cited(reference, known.get(reference.source, {})) for reference in fact.references)
    return " ".join(f"{' '.join(words)}{f' ({cited})' if cited else ''}".split())


def reference_in_words(title: str, source: dict[str, Any], locator: str | None) -> str:
    """``Title, July 2019, paragraph 2``: the whole title of a source, its date, and the place in it."""
    return ", ".join(part for part in (title, issued_in_words(source.get("issued")), locator) if part)


def address_of(source: dict[str, Any]) -> str:
    """The address of a source of CSL-JSON as it is; empty for none."""
    return str(source.get("URL") or "")


def web_address_of(sources: Sequence[dict[str, Any]]) -> str | None:
    """The first address of the sources that a browser may open; None where there is none.

    >>> web_address_of([{"URL": "javascript:x"}, {"URL": "https://example.org/"}])
    'https://example.org/'
    """
    addresses = (safe_link(address_of(source)) for source in sources)
    return next((each for each in addresses if each and each.lower().startswith(_WEB)), None)


def _cited(reference: Reference, source: dict[str, Any]) -> str:
    words = reference_in_words(str(source.get("title") or reference.source), source, reference.locator)
    return ", ".join(part for part in (_author(source.get("author")), words, address_of(source)) if part)


def short_title(title: str) -> str:
    """A long title up to its first mark, if that leaves some words.

    >>> short_title("Harbour Dues Doubled, Fishermen Protest and Ferries Stop")
    'Harbour Dues Doubled'
    """
    words = " ".join(title.split())
    ends = (end.start() for end in _TITLE_END.finditer(words))
    fitting = (end for end in ends if len(words[:end].split()) >= _FEWEST_WORDS)
    return words if len(words) <= _LONGEST_TITLE else words[: next(fitting, len(words))]


def issued_in_words(issued: object) -> str:
    """A date of CSL-JSON, EDTF or an object with ``date-parts``, in words; empty if it is neither."""
    if isinstance(issued, str):
        return edtf_in_words(issued)
    parts = issued.get("date-parts") if isinstance(issued, dict) else None
    first = parts[0] if isinstance(parts, list) and parts else None
    if not isinstance(first, list) or not all(str(part).isdecimal() for part in first[:_MOST_PARTS_OF_A_DATE]):
        return ""
    year, *rest = (int(part) for part in first[:_MOST_PARTS_OF_A_DATE])
    return edtf_in_words("-".join([f"{year:04}", *(f"{part:02}" for part in rest)]))


def _author(authors: Any) -> str:  # noqa: ANN401 - as the store has it
    """The name of the first author, and that there are more."""
    names = [_name(author) for author in authors] if isinstance(authors, list) else []
    known = [name for name in names if name]
    if not known:
        return ""
    return known[0] if len(known) == 1 else f"{known[0]} and others" if len(known) > 2 else " and ".join(known)  # noqa: PLR2004


def _name(author: object) -> str:
    if not isinstance(author, dict):
        return ""
    parts = (author.get("given"), author.get("non-dropping-particle"), author.get("family"))
    named = " ".join(part for part in parts if isinstance(part, str) and part)
    literal = author.get("literal")
    return named or (literal if isinstance(literal, str) else "")
