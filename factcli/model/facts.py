"""The values of the domain: facts, what they state, and mentions of such values in a text.

Values are frozen and compare by content.  None of them knows of files, of JSON or of a terminal.
"""

from __future__ import annotations

from decimal import Decimal  # noqa: TC003 - msgspec reads the annotations
from typing import Any, Literal

import msgspec

from factcli import units
from factcli.model.edtf import EdtfDate

# One of the values of the model, defined below it for the sentences of ``english``.
from factcli.spans import Span as Span  # noqa: PLC0414, TC001

Comparator = Literal["=", "<", "<=", ">", ">=", "~"]
FactKind = Literal["figure", "date", "quote"]
MentionKind = Literal["number", "quantity", "money", "percent", "ordinal", "date", "quote"]
Rank = Literal["preferred", "normal", "deprecated"]
Role = Literal["age"]
RANK = "rank"
"""The unit of a place in an order: ``2`` of this unit is the second."""


class Quantity(msgspec.Struct, frozen=True):
    """An amount with its unit, remembering how exactly it was written.

    ``unit`` is an ISO 4217 code (``USD``), the usual symbol of a measure (``ha``, ``%``), the singular noun
    that is counted (``soldier``), ``RANK`` for a place in an order, or None for a bare number.  A range has ``lower``
    and ``upper`` and no ``amount``.  ``per`` is what a rate refers to: "US$2bn a year" is USD per ``year``.

    ``quantum`` is the value of the last place that the writer showed: "8.8 million" has a quantum of
    100 000, "8 804 190" of 1.  None means that nothing is known of it (a fraction, a dozen).  Equality of
    bare amounts would call every rounded figure an error.

    ``is_difference`` says that an amount of degrees is how far apart two temperatures are, not one of them: "it rose
    by 4 °C" is 7.2 °F.
    """

    amount: Decimal | None
    unit: str | None = None
    lower: Decimal | None = None
    upper: Decimal | None = None
    comparator: Comparator = "="
    quantum: Decimal | None = None
    per: str | None = None
    is_difference: bool = False

    @property
    def dimension(self) -> str:
        """What the unit measures: ``money``, ``length``, ..., ``count`` for a counted noun, ``number`` for none."""
        return units.dimension_of(self.unit)

    @property
    def is_rank(self) -> bool:
        """Whether the amount is a place in an order."""
        return self.unit == RANK

    @property
    def is_range(self) -> bool:
        """Whether two different ends are stated instead of one amount."""
        return self.lower is not None and self.upper is not None and self.lower != self.upper


class Quotation(msgspec.Struct, frozen=True):
    """Words that somebody said or wrote, without their quotation marks; ``speaker`` is None where none is named."""

    text: str
    speaker: str | None = None
    role: str | None = None
    language: str | None = None


Value = Quantity | EdtfDate | Quotation


class Reference(msgspec.Struct, frozen=True):
    """Where a fact comes from: the id of a source, the place in it, and the words as printed there.

    ``origin`` says where the value is measured (a command, or a place in a file), for ``fact refresh``.
    """

    source: str
    locator: str | None = None
    surface: str | None = None
    origin: dict[str, Any] | None = None
    extra: dict[str, Any] = {}


class Source(msgspec.Struct, frozen=True):
    """A CSL-JSON item that references point to; ``extra`` holds the CSL fields that factcli does not use."""

    id: str
    type: str
    title: str
    issued: Any = None
    url: str | None = None
    extra: dict[str, Any] = {}


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """One figure, date or quote with its source.

    ``id`` is the key of the fact in its store.  ``value`` is a Quantity for a figure, an EdtfDate for a date, a
    Quotation for a quote.  ``review`` is the date on which it is to be looked at again, or the period after ``as_of``
    (``2027-01``, ``1y``).  ``extra`` holds unknown fields, as they are in the store.
    """

    id: str
    kind: FactKind
    statement: str
    value: Value
    subject: str | None = None
    aliases: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    as_of: EdtfDate | None = None
    review: str | None = None
    rank: Rank = "normal"
    superseded_by: str | None = None
    reason: str | None = None
    references: tuple[Reference, ...] = ()
    note: str | None = None
    extra: dict[str, Any] = {}


class Mention(msgspec.Struct, frozen=True):
    """A stretch of a text that states a value: ``text[span.start:span.end] == surface``.

    ``modifiers`` are the adjectives between a number and the noun that it counts ("an additional 2,000
    Salvadoran soldiers": ``additional``, ``Salvadoran``).  ``alternative`` is the other reading of an ambiguous
    date: "3/4/2020" is either 4 March or 3 April.  ``role`` says what an amount is of its owner: "aged 46" is a
    duration of years, and an ``age``.  ``is_possible`` is False of a day that no calendar has ("31 June 2019"); the
    value is then the month or year that it would be in.
    """

    span: Span
    surface: str
    kind: MentionKind
    value: Value
    modifiers: tuple[str, ...] = ()
    alternative: EdtfDate | None = None
    role: Role | None = None
    is_possible: bool = True
