"""The terms of a query: conditions that a fact must meet, as values.

Nothing here knows of SQL; ``factcli.index`` turns the terms into conditions on its columns.
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
    """Words that stand together, in any column or in those of one qualifier."""

    words: str
    columns: str = ""


class Exact(NamedTuple):
    """A column that must hold this value, whatever its case."""

    column: str
    value: str


class FigureRange(NamedTuple):
    """An amount between two bounds in the base unit of its dimension; None bounds nothing.

    ``dimension`` is None where any will do ("85"), ``unit`` the currency or counted noun that a fact must have,
    and ``words`` what was typed: a text in which it is printed so is found too.  ``exactly`` is the amount itself,
    where the bounds allow for its rounding.
    """

    lower: Decimal | None
    upper: Decimal | None
    dimension: str | None = None
    unit: str | None = None
    words: str = ""
    holds_ends: bool = True
    exactly: Decimal | None = None


class DateSpan(NamedTuple):
    """Days between ``first`` and ``last`` as numbers (20190718); with no year, 718.  None bounds nothing."""

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
    """Alternatives of which one must hold; each is a row of terms that must all hold.

    A single empty row holds for every fact, no row at all for none.
    """

    text: str
    alternatives: tuple[tuple[Term, ...], ...]

    @property
    def words(self) -> tuple[str, ...]:
        """The words that a fact must have somewhere, as they were typed."""
        return tuple(
            term.atom.words
            for terms in self.alternatives
            for term in terms
            if isinstance(term.atom, Text) and not term.is_negated
        )


def text_atoms(words: str, columns: str = "") -> Iterator[Text]:
    """The words as they stand, if there is anything in them to be found."""
    if is_searchable(words):
        yield Text(words, columns)


def is_searchable(words: str) -> bool:
    """Whether a text holds a letter or a digit."""
    return any(map(str.isalnum, words))
