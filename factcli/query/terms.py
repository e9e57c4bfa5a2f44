"""The terms of a query: the conditions that a fact must meet, as values.

They are independent of SQL; ``factcli.index`` translates them into conditions on its columns.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal
    from typing import NamedTuple
else:
    from factcli.tuples import NamedTuple


class Text(NamedTuple):
    """Consecutive words, in any column or in the columns of one qualifier."""

    words: str
    columns: str = ""


class Exact(NamedTuple):
    """A column that must equal this value, ignoring case."""

    column: str
    value: str


class FigureRange(NamedTuple):
    """An amount between two bounds in the base unit of its dimension; None is unbounded.

    ``dimension`` is None if any dimension matches ("85"), ``unit`` is the required currency or counted noun, ``words``
    is the text as typed, which also matches facts that contain it.  ``exactly`` is the amount itself if the bounds
    allow for rounding.  ``otherwise`` is a second reading, which ranks lower: the seven metres of "7m".
    """

    lower: Decimal | None
    upper: Decimal | None
    dimension: str | None = None
    unit: str | None = None
    words: str = ""
    holds_ends: bool = True
    exactly: Decimal | None = None
    otherwise: FigureRange | None = None


class DateSpan(NamedTuple):
    """Days from ``first`` to ``last`` as numbers such as 20190718, or 718 without a year.  None is unbounded."""

    first: int | None
    last: int | None
    is_yearless: bool = False
    words: str = ""


Atom = Text | Exact | FigureRange | DateSpan


class Term(NamedTuple):
    """One condition of a query."""

    atom: Atom
    is_negated: bool = False


class Query(NamedTuple):
    """Alternatives (OR), each a row of terms (AND).

    A single empty row matches every fact; no rows match none.
    """

    text: str
    alternatives: tuple[tuple[Term, ...], ...]

    @property
    def words(self) -> tuple[str, ...]:
        """The words that must match, as typed."""
        return tuple(
            term.atom.words
            for terms in self.alternatives
            for term in terms
            if isinstance(term.atom, Text) and not term.is_negated
        )


def text_atoms(words: str, columns: str = "") -> Iterator[Text]:
    """The words as a text condition, if they contain anything searchable."""
    if is_searchable(words):
        yield Text(words, columns)


def is_searchable(words: str) -> bool:
    """Whether a text contains a letter or digit."""
    return any(map(str.isalnum, words))
