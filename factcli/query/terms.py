"""The terms of a query: the conditions that a fact must meet, as values.

They are independent of SQL; ``factcli.index`` translates them into conditions on its columns.
"""

from __future__ import annotations

from factcli.english.number_names import DOTTED_ACRONYMS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal
    from typing import NamedTuple
else:
    from factcli.tuples import NamedTuple


class Text(NamedTuple):
    """Consecutive words, in any column or in the columns of one qualifier.

    ``others`` are other words that are as good ("U S" for "US"); ``is_prefix`` says that the last word may go on.
    """

    words: str
    columns: str = ""
    others: tuple[str, ...] = ()
    is_prefix: bool = False


class Run(NamedTuple):
    """A run of letters of a script without blanks between words, found anywhere within a run of a fact."""

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


class AsOf(NamedTuple):
    """The value holds for a time within these days; None is unbounded."""

    first: int | None
    last: int | None


class Preferred(NamedTuple):
    """Facts of this kind come first; the others are not excluded."""

    kind: str


Atom = Text | Run | Exact | FigureRange | DateSpan | AsOf | Preferred


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


# Runs of these letters have no blanks between words: Thai to Khmer, kana, Han, Hangul, and their half-width forms.
_UNSPACED = (
    (0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x3040, 0x30FF), (0x3400, 0x9FFF), (0xAC00, 0xD7AF),
    (0xF900, 0xFAFF), (0xFF66, 0xFF9F), (0x20000, 0x3FFFF),
)  # fmt: skip
_FEWEST_LETTERS_OF_A_PREFIX = 2


def text_atoms(words: str, columns: str = "") -> Iterator[Text | Run]:
    """The words as a text condition, if they contain anything searchable."""
    if not words.isascii() and any(map(_is_unspaced, words)):
        yield Run(words, columns)
    elif is_searchable(words):
        yield Text(words, columns)


def word_atoms(word: str, columns: str = "") -> Iterator[Text | Run]:
    """A single word as typed: ``hezb*`` is the beginning of words, ``Bukele's`` is Bukele, ``U.S.`` is US."""
    begin = word.removesuffix("*")
    if begin != word and len(begin) >= _FEWEST_LETTERS_OF_A_PREFIX and begin.isalnum():
        yield Text(begin, columns, is_prefix=True)
        return
    bare = word.removesuffix("'s").removesuffix("’s").rstrip("'’")
    letters = bare.replace(".", "")
    if _is_dotted(bare, letters):
        yield Text(letters, columns, (" ".join(letters),))
    else:
        yield from text_atoms(bare, columns)


def _is_dotted(word: str, letters: str) -> bool:
    """Whether a word is an acronym that may have full stops: ``U.S.`` has them, ``US`` may."""
    if letters == word:
        return word.lower() in DOTTED_ACRONYMS
    return letters.isalpha() and ".".join(letters) == word.removesuffix(".")


def _is_unspaced(character: str) -> bool:
    code = ord(character)
    return any(first <= code <= last for first, last in _UNSPACED)


def is_searchable(words: str) -> bool:
    """Whether a text contains a letter or digit."""
    return any(map(str.isalnum, words))
