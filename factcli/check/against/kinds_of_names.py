"""Names of one kind that are not the same: "Cyclone Otto" of a draft, "Cyclone Bera" of a source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz import fuzz

if TYPE_CHECKING:
    from factcli.check.against.source_index import SourceIndex, StatedValue
    from factcli.check.names import Name
    from factcli.check.passages import Passage

# Two words that are as alike as this, in percent, are spellings of one name.
_ONE_SPELLING = 75


def names_another_of_kind(passage: Passage, statement: StatedValue, sources: SourceIndex) -> bool:
    """Whether a draft names something of the kind that a source's sentence names, but that the source never does."""
    source = sources.texts[statement.source]
    theirs = source.passage(statement.sentence).names
    for name in passage.names:
        strange = [token for token in name.tokens if token not in source.capitals]
        if 0 < len(strange) < len(name.tokens) and any(_is_of_kind(name, strange, other) for other in theirs):
            return True
    return False


def _is_of_kind(name: Name, strange: list[str], other: Name) -> bool:
    """Whether two names share a word, and differ in one that is not only spelled differently."""
    rest = [token for token in other.tokens if token not in name.tokens]
    if not rest or len(rest) == len(other.tokens):
        return False
    return not any(fuzz.ratio(one, each) >= _ONE_SPELLING for one in strange for each in rest)
