"""A year in brackets after a name, which says when what is named came out or happened: "The Salt Road (1987)"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.model.edtf import EdtfDate

if TYPE_CHECKING:
    from factcli.check.alignment import Alignment
    from factcli.check.names import Name
    from factcli.check.passages import Figure, Passage

# Between a title and the bracket.
_CLOSING = " \"'’”»*_"


def dates_another_title(alignment: Alignment) -> bool:
    """Whether the draft's year is that of a name which is not the subject of the fact."""
    title = _title_before(alignment.passage, alignment.claim)
    return title is not None and not _is_subject(title, alignment)


def dates_subject(alignment: Alignment) -> bool:
    """Whether the draft's year is that of the fact's subject, whatever else the sentence names."""
    title = _title_before(alignment.passage, alignment.claim)
    return title is not None and _is_subject(title, alignment)


def _title_before(passage: Passage, figure: Figure) -> Name | None:
    """The name right before the brackets in which a figure is a bare year."""
    start, end = figure.mention.span
    is_year = isinstance(figure.value, EdtfDate) and figure.value.precision == "year" and not figure.value.is_interval
    if not is_year or passage.text[end : end + 1] != ")" or passage.text[start - 1 : start] != "(":
        return None
    before = passage.text[passage.span.start : start - 1].rstrip(_CLOSING)
    return next((name for name in passage.names if name.end == passage.span.start + len(before)), None)


def _is_subject(title: Name, alignment: Alignment) -> bool:
    named = set(title.tokens)
    return any(tokens.keys() <= named for tokens in alignment.known.subject_names)
