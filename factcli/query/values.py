"""Parse the figures and dates of a query into bounds to compare facts with.

A module of its own, because only a query that may hold a figure imports the mention finder.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from factcli.mentions import find_figures
from factcli.model.edtf import EdtfDate, EdtfError, parse_edtf, yearless_days
from factcli.model.facts import RANK, Mention, Quantity
from factcli.query.terms import AsOf, Atom, DateSpan, FigureRange, text_atoms, word_atoms
from factcli.units.lookup import to_base

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_BARE_FIGURE = re.compile(r"(?P<digits>\d[\d,]{0,40}(?:\.\d{1,20})?)(?P<scale>k|m[mn]?|bn?|tn?)?", re.IGNORECASE)
# From a year of this century to one of its second half: more likely a month that does not exist.
_FAR_YEAR = re.compile(r"20\d\d[-–][5-9]\d")
_MILLIONS_OR_METRES = re.compile(r"\d[\d,.]{0,40}m")
_SCALES = {"": 0, "k": 3, "m": 6, "mn": 6, "mm": 6, "b": 9, "bn": 9, "t": 12, "tn": 12}
_COMPARISON = re.compile(r"(?P<sign>[<>]=?|=)?(?P<figure>.*)", re.DOTALL)
# A fact matches a typed figure within half of the last digit written, but at most this fraction, so that
# "50,000 ha" does not find 45,000.
_ROUNDING_SHARE = Decimal("0.025")


def typed_atoms(typed: str) -> Iterator[Atom]:
    """The figures and dates in the text, and the words around them, in order."""
    at = 0
    for mention in find_figures(typed):
        if mention.is_possible and mention.span.start >= at:
            yield from _words(typed[at : mention.span.start])
            yield from _mention_atoms(mention)
            at = mention.span.end
    yield from _words(typed[at:])


def _words(text: str) -> Iterator[Atom]:
    for word in text.split():
        bare = _BARE_FIGURE.fullmatch(word)
        if bare and bare["scale"]:
            # "10b", which is ten billion only where it is typed.
            amount = _scaled(bare)
            yield FigureRange(amount, amount, words=word, exactly=amount)
        else:
            yield from word_atoms(word)


def _mention_atoms(mention: Mention) -> Iterator[Atom]:
    if isinstance(mention.value, Quantity):
        typed = _typed(mention.value, mention.surface)
        yield _rank_first(typed) if mention.kind == "ordinal" else typed
        if mention.value.dimension == "count":
            # "85 victims" is a count of 85, in a fact about victims, whatever noun the fact counts.
            yield from (atom for word in mention.modifiers for atom in text_atoms(word))
            yield from text_atoms(_counted(mention))
    else:
        yield _date_span(parse_edtf(str(mention.value)), mention.surface)


def _typed(quantity: Quantity, surface: str) -> FigureRange:
    """The figure as its unit has it; a bare "7m" is seven million of anything, or else seven metres."""
    figure = _figure(quantity, surface)
    if not _MILLIONS_OR_METRES.fullmatch(surface) or quantity.unit != "m":
        return figure
    upper, lower, exactly = (end and end.scaleb(6) for end in (figure.upper, figure.lower, figure.exactly))
    return figure._replace(lower=lower, upper=upper, exactly=exactly, dimension=None, otherwise=figure)


def _rank_first(figure: FigureRange) -> FigureRange:
    """A place in an order, or else that many of anything: the second-largest, then 2 bridges."""
    return figure._replace(dimension="count", unit=RANK, otherwise=figure)


def _counted(mention: Mention) -> str:
    return mention.surface.split()[-1]


def _figure(quantity: Quantity, surface: str) -> FigureRange:
    lower, upper = _bounds(quantity)
    dimension = quantity.dimension
    is_free = dimension in ("number", "count")
    return FigureRange(
        None if lower is None else to_base(lower, quantity.unit)[0],
        None if upper is None else to_base(upper, quantity.unit)[0],
        None if dimension == "number" else dimension,
        quantity.unit if dimension == "money" else None,
        surface.split(maxsplit=1)[0] if is_free else surface,
        exactly=None if quantity.amount is None else to_base(quantity.amount, quantity.unit)[0],
    )


def _bounds(quantity: Quantity) -> tuple[Decimal | None, Decimal | None]:
    amount = quantity.amount
    if amount is None:
        return quantity.lower, quantity.upper
    slack = min((quantity.quantum or Decimal(0)) / 2, abs(amount) * _ROUNDING_SHARE)
    return (
        None if quantity.comparator in ("<", "<=") else amount - slack,
        None if quantity.comparator in (">", ">=") else amount + slack,
    )


def _date_span(date: EdtfDate, surface: str) -> DateSpan:
    if date.is_yearless:
        return DateSpan(*yearless_days(date), is_yearless=True, words=surface)
    first_day, last_day = date.earliest, date.latest
    return DateSpan(first_day and first_day.number, last_day and last_day.number, words=surface)


def date_atoms(text: str) -> Iterator[Atom]:
    """The atoms of ``date:``: EDTF (also ``2007..2015``), or a date as a writer types it; else words."""
    try:
        yield _date_span(parse_edtf(text.replace("..", "/") if "/" not in text else text), "")
    except EdtfError:
        read = next((mention for mention in find_figures(text) if _is_typed_date(mention, text)), None)
        yield from (_mention_atoms(read) if read else text_atoms(text))


def _is_typed_date(mention: Mention, text: str) -> bool:
    """Whether a mention is a date that leaves no figure over, and no slip in a month: "2019-99" for 2019 to 2099."""
    rest = text[: mention.span.start] + text[mention.span.end :]
    if not isinstance(mention.value, EdtfDate) or not mention.is_possible or any(map(str.isdigit, rest)):
        return False
    return not _FAR_YEAR.fullmatch(mention.surface)


def is_date(text: str) -> bool:
    """Whether the text is a date for ``date:`` and ``as-of:``, in EDTF or as a writer types it."""
    return '"' not in text and any(isinstance(atom, DateSpan) and not atom.is_yearless for atom in date_atoms(text))


def as_of_atoms(text: str) -> Iterator[Atom]:
    """The atoms of ``as-of:``, a date as in ``date:``; else words."""
    for atom in date_atoms(text):
        yield AsOf(atom.first, atom.last) if isinstance(atom, DateSpan) else atom


def value_atoms(text: str) -> Iterator[Atom]:
    """The atoms of ``value:``, such as ``>5m``, ``5m..50m``, ``50,000 ha``; without a unit, any unit matches."""
    low, dots, high = text.partition("..")
    match = _COMPARISON.fullmatch(low)
    sign = (match["sign"] if match else "") or ""
    first = _typed_figure(match["figure"] if match else low)
    last = _typed_figure(high) if dots and high else first
    if first is None or last is None:
        yield from text_atoms(text)
    elif dots:
        yield first._replace(upper=last.upper if high else None, dimension=first.dimension or last.dimension)
    else:
        yield _compared(first, sign)


ATOMS_OF: dict[str, Callable[[str], Iterator[Atom]]] = {
    "value": value_atoms,
    "date": date_atoms,
    "as-of": as_of_atoms,
}


def _compared(figure: FigureRange, sign: str) -> FigureRange:
    """The range on one side of the figure; includes the figure itself if the sign contains ``=``."""
    if sign.startswith(">"):
        return figure._replace(upper=None, holds_ends="=" in sign)
    if sign.startswith("<"):
        return figure._replace(lower=None, holds_ends="=" in sign)
    return figure


def _scaled(bare: re.Match[str]) -> Decimal:
    return Decimal(bare["digits"].replace(",", "")).scaleb(_SCALES[(bare["scale"] or "").lower()])


def _typed_figure(text: str) -> FigureRange | None:
    """The figure of a ``value:`` qualifier, exactly as typed; "5m" is five million in any unit."""
    bare = _BARE_FIGURE.fullmatch(text.strip())
    if bare:
        amount = _scaled(bare)
        return FigureRange(amount, amount)
    quantities = [mention.value for mention in find_figures(text) if isinstance(mention.value, Quantity)]
    if not quantities or quantities[0].amount is None:
        return None
    amount = quantities[0].amount
    base = to_base(amount, quantities[0].unit)[0]
    return _figure(quantities[0], "0")._replace(words="", lower=base, upper=base, exactly=None)
