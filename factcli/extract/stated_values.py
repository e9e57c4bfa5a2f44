"""What a mention states in its source: the date with the year of the text, the quotation with its speaker in full."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from factcli.english.events import FRAME_OF
from factcli.extract.years import with_year
from factcli.mentions.ranks import precedes_superlative
from factcli.model.edtf import EdtfDate
from factcli.model.facts import RANK, Quantity, Quotation

if TYPE_CHECKING:
    from factcli.extract.statements import SourceDocument, SourcePassage
    from factcli.model.facts import FactKind, Mention, Value

NO_YEAR = "The source prints no year: it is taken from the day of its publication."
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_AS_OF = re.compile(r"\bas (?:of|at) $", re.IGNORECASE)
_LONGEST_AS_OF = 8


def only_day(issued: EdtfDate | None) -> date | None:
    """The day that ``issued`` is, None where it is less exact."""
    if issued is None or issued.precision != "day" or issued.earliest is None:
        return None
    return date(issued.earliest.year, issued.earliest.month, issued.earliest.day)


def kind_of(value: Value) -> FactKind:
    """The kind of fact that states such a value."""
    if isinstance(value, EdtfDate):
        return "date"
    return "quote" if isinstance(value, Quotation) else "figure"


def is_stated(mention: Mention, passage: SourcePassage) -> bool:
    """Whether the mention is in the sentence."""
    return mention.span.start < passage.span.end and mention.is_possible


def in_its_line(value: Value, surface: str, label: str | None, line: str, following: str) -> Value:
    """The value as its line gives it, which may have a ``label``; ``following`` is what comes next.

    The year of "Founded: 1967" is a date, and "Fee: £7" above "Ticket: £6" is not a sum per ticket.
    """
    if not isinstance(value, Quantity):
        return value
    if label and label.lower() in FRAME_OF and _YEAR.fullmatch(surface):
        return EdtfDate(surface)
    is_of_next_line = value.per is not None and value.per not in line.lower() and value.per in following.lower()
    return replace(value, per=None) if is_of_next_line else value


class StatedValues:
    """The values that the mentions of a source state."""

    def __init__(self, source: SourceDocument, issued: EdtfDate | None) -> None:
        self._source = source
        self.issued = issued

    def value(self, mention: Mention) -> Value:
        """What the mention states."""
        if isinstance(mention.value, EdtfDate):
            return self.dated(mention.value)
        if isinstance(mention.value, Quotation):
            return self._said(mention.value)
        if mention.kind == "ordinal" and precedes_superlative(self._source.text, mention.span.end):
            return replace(mention.value, unit=RANK)
        return mention.value

    def dated(self, value: EdtfDate) -> EdtfDate:
        """The date, of the time of the text where it has no year."""
        return with_year(value, self.issued) if self.issued else value

    def as_of(self, mentions: list[Mention]) -> EdtfDate | None:
        """The date that the passage of these mentions says "as of" of, the last of several."""
        for mention in reversed(mentions):
            if isinstance(mention.value, EdtfDate) and mention.is_possible and self.is_as_of(mention):
                return self.dated(mention.value)
        return None

    def is_as_of(self, mention: Mention) -> bool:
        """Whether "as of" comes before the mention."""
        start = mention.span.start
        return bool(_AS_OF.search(self._source.text[max(start - _LONGEST_AS_OF, 0) : start]))

    def note(self, mention: Mention, value: Value) -> str | None:
        """What a reader of the fact has to know about its value."""
        return NO_YEAR if value != mention.value and isinstance(value, EdtfDate) else None

    def _said(self, value: Quotation) -> Quotation:
        """The quotation with its speaker by full name and office, as the text gives them elsewhere."""
        if not value.speaker:
            return value
        person = self._source.people.full(value.speaker)
        return Quotation(value.text, person.name, value.role or person.role, value.language)
