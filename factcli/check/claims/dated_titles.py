"""A year beside a title, which says when it came out: "The Salt Road (1987)", "the 1987 film The Salt Road"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.english.events import RELEASED
from factcli.english.stemming import meaning
from factcli.mentions.patterns import late_pattern
from factcli.model.edtf import EdtfDate

if TYPE_CHECKING:
    from factcli.check.alignment import Alignment
    from factcli.check.names import Name
    from factcli.check.passages import Figure, Passage

_LEAST_OF_A_TITLE = 2
# Between a date and a title, and between a title and a date.
_ARTICLES = ("the ", "The ", "a ")
_KIND_BEFORE = late_pattern(r"(?: [a-z-]{2,20}){1,3}+ [\"'“‘»*_]{0,2}+(?:The |A |An )?")
_BY = r"(?: by(?: [\w.'’-]{1,20}){1,5}?)?"
_MADE = rf"came out|(?:was |were )?(?:{'|'.join(sorted(RELEASED))}){_BY}"
_RELEASED = frozenset(map(meaning, RELEASED))
_LINK_AFTER = late_pattern(rf"[\"'”’«*_]{{0,2}}+,?(?: (?:of|from)| (?:{_MADE})(?: in)?)? \(?")
# Between a title and the bracket.
_CLOSING = " \"'’”»*_"


def dates_another_title(alignment: Alignment) -> bool:
    """Whether one of the years is that of a name which is not the subject of the fact, and the other is not.

    The year of a film is not when somebody saw it.
    """
    title = _title_before(alignment.passage, alignment.claim)
    theirs = _title_before(alignment.known.passage, alignment.figure)
    if title is not None:
        return not (_is_subject(title, alignment) or (theirs is not None and theirs.tokens == title.tokens))
    if theirs is None or _is_subject(theirs, alignment):
        return False
    is_named = set(theirs.tokens) <= alignment.passage.vocabulary.names
    return not is_named or not (alignment.here.verb in _known_verbs(alignment) or dates_one_title(alignment))


def _known_verbs(alignment: Alignment) -> frozenset[str]:
    """The stems of verbs by which a year beside a title may be told."""
    return alignment.known.vocabulary.stems | _RELEASED | {""}


def dates_subject(alignment: Alignment) -> bool:
    """Whether the draft's year is that of the fact's subject, whatever else the sentence names."""
    title = _title_before(alignment.passage, alignment.claim)
    return title is not None and _is_subject(title, alignment)


def dates_one_title(alignment: Alignment) -> bool:
    """Whether the draft's date stands beside a title, and the fact's year in brackets after the same one."""
    if not alignment.claim.is_date:
        return False
    title = _title_before(alignment.known.passage, alignment.figure)
    if title is None or len(title.tokens) < _LEAST_OF_A_TITLE:
        return False
    return any(name.tokens == title.tokens and _is_beside(alignment, name) for name in alignment.passage.names)


def _is_beside(alignment: Alignment, name: Name) -> bool:
    """Whether a date stands beside a name: "the 1987 film The Salt Road", "The Salt Road was released in 1987"."""
    text, (start, end) = alignment.passage.text, alignment.claim.mention.span
    if end <= name.start:
        return text.endswith(_ARTICLES, 0, start) and _KIND_BEFORE.fullmatch(text, end, name.start) is not None
    return _LINK_AFTER.fullmatch(text, name.end, start) is not None


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
