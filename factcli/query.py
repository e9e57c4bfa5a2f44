"""What is typed -> a Query: words, phrases, qualifiers, and figures or dates as a writer types them.

Any text is a valid query: what is no qualifier, no figure and no operator is a word to be found.
Nothing here knows of SQL; ``factcli.index`` turns the terms into conditions.
"""

from __future__ import annotations

import re
from typing import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from factcli.edtf import EdtfDate
    from factcli.model import Mention, Quantity

# Qualifiers that are looked up as text, and the columns of the index that they look in.
TEXT_FIELDS = {
    "keyword": "keywords",
    "speaker": "speaker",
    "subject": "subject aliases",
    "source": "source source_ids",
    "statement": "statement",
    "quote": "quote",
}
# Qualifiers whose value must be that of the fact.
EXACT_FIELDS = frozenset({"id", "kind", "rank", "unit"})

_TOKEN = re.compile(r'(?P<sign>-?)(?:(?P<field>[a-z]{2,12}):)?(?:"(?P<phrase>[^"]*+)"?|(?P<word>[^\s"]++))')
_SEARCHABLE = re.compile(r"\w")
# Only what may be a figure or a date wakes the reader; a plain word need not wait for its import.
_MAY_BE_FIGURE = re.compile(
    r"\d|[¼-¾⅐-⅞]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twel|thir|twent|fort|fift|"
    r"eighty|ninet|hundred|thousand|million|billion|trillion|dozen|half|quarter|score)",
    re.IGNORECASE,
)
_BARE_FIGURE = re.compile(r"(?P<digits>\d[\d,]{0,40}(?:\.\d{1,20})?)(?P<scale>k|mn?|bn?|tn?)?", re.IGNORECASE)
_SCALES = {"": 0, "k": 3, "m": 6, "mn": 6, "b": 9, "bn": 9, "t": 12, "tn": 12}
_COMPARISON = re.compile(r"(?P<sign>[<>]=?|=)?(?P<figure>.*)", re.DOTALL)
# How far a fact may lie from the figure that was typed and still be what the writer means: half of the last
# place that was written, but no more than this share, so that "50,000 ha" does not find 45,000.
_ROUNDING_SHARE = "0.025"


class Text(NamedTuple):
    """Words that stand together, in any column or in those of one qualifier."""

    words: str
    columns: str = ""


class Exact(NamedTuple):
    """A column that must hold this value, whatever its case."""

    column: str
    value: str


class Figure(NamedTuple):
    """An amount between two bounds in the base unit of its dimension; None bounds nothing.

    ``dimension`` is None where any will do ("85"), ``unit`` the currency or counted noun that a fact must have,
    and ``words`` what was typed: a text in which it is printed so is found too.
    """

    lower: Decimal | None
    upper: Decimal | None
    dimension: str | None = None
    unit: str | None = None
    words: str = ""
    holds_ends: bool = True


class DateSpan(NamedTuple):
    """Days between ``first`` and ``last`` as numbers (20190718); with no year, 718.  None bounds nothing."""

    first: int | None
    last: int | None
    is_yearless: bool = False
    words: str = ""


Atom = Text | Exact | Figure | DateSpan


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


def parse_query(text: str) -> Query:
    """The query that ``text`` spells; never fails.

    >>> parse_query("amia -victims").alternatives
    ((Term(atom=Text(words='amia', columns=''), is_negated=False), Term(atom=Text(words='victims', columns=''), is_negated=True)),)
    """
    if not text.strip():
        return Query(text, ((),))
    rows = [tuple(_terms(tokens)) for tokens in _alternatives(text)]
    return Query(text, tuple(row for row in rows if row))


class _Token(NamedTuple):
    text: str
    start: int
    end: int
    field: str
    is_negated: bool
    is_plain: bool


def _alternatives(text: str) -> Iterator[list[_Token]]:
    """The tokens between one ``OR`` and the next."""
    row: list[_Token] = []
    for token in _tokens(text):
        if token.is_plain and token.text == "OR":
            yield row
            row = []
        else:
            row.append(token)
    yield row


def _tokens(text: str) -> Iterator[_Token]:
    negate_next = False
    for match in _TOKEN.finditer(text):
        sign, field, phrase, word = match.group("sign", "field", "phrase", "word")
        if field and field not in TEXT_FIELDS and field not in EXACT_FIELDS and field not in ("value", "date"):
            field, word, phrase = None, f"{field}:{phrase or word}", None
        is_plain = not (field or sign) and phrase is None
        if is_plain and word in ("NOT", "AND") and match.end() < len(text.rstrip()):
            negate_next = word == "NOT"
            continue
        is_negated = bool(sign) or negate_next
        yield _Token(phrase if word is None else word, match.start(), match.end(), field or "", is_negated,
                     is_plain and not negate_next)  # fmt: skip
        negate_next = False


def _terms(tokens: list[_Token]) -> Iterator[Term]:
    plain: list[_Token] = []
    for token in tokens:
        if token.is_plain:
            plain.append(token)
            continue
        yield from _plain_terms(plain)
        plain = []
        yield from (Term(atom, token.is_negated) for atom in _qualified(token))
    yield from _plain_terms(plain)


def _qualified(token: _Token) -> Iterator[Atom]:
    """The condition of a phrase or a qualifier; one whose value cannot be read is looked up as text."""
    if token.field in EXACT_FIELDS:
        yield Exact(token.field, _canonical(token))
    elif token.field == "value":
        yield from _value_atoms(token.text)
    elif token.field == "date":
        yield from _date_atoms(token.text)
    else:
        yield from _text(token.text, TEXT_FIELDS.get(token.field, ""))


def _canonical(token: _Token) -> str:
    if token.field != "unit":
        return token.text
    from factcli.units import parse_unit

    return parse_unit(token.text) or token.text


def _text(words: str, columns: str = "") -> Iterator[Text]:
    if _SEARCHABLE.search(words):
        yield Text(words, columns)


def _plain_terms(tokens: list[_Token]) -> Iterator[Term]:
    """Words as they are, but for the figures and dates among them."""
    typed = " ".join(token.text for token in tokens)
    if not _MAY_BE_FIGURE.search(typed):
        for token in tokens:
            yield from map(Term, _text(token.text))
        return
    from factcli.mentions import find_mentions

    at = 0
    for mention in find_mentions(typed):
        if mention.kind == "quote" or mention.span.start < at:
            continue
        yield from _words(typed[at : mention.span.start])
        yield from map(Term, _mention_atoms(mention))
        at = mention.span.end
    yield from _words(typed[at:])


def _words(text: str) -> Iterator[Term]:
    for word in text.split():
        yield from map(Term, _text(word))


def _mention_atoms(mention: Mention) -> Iterator[Atom]:
    from factcli.model import Quantity

    if isinstance(mention.value, Quantity):
        yield _figure(mention.value, mention.surface)
        if mention.value.dimension == "count":
            # "85 victims" is 85 of something, and a fact about victims, whatever noun it counts.
            yield from (atom for word in mention.modifiers for atom in _text(word))
            yield from _text(_counted(mention))
    else:
        from factcli.edtf import parse_edtf

        yield _date_span(parse_edtf(str(mention.value)), mention.surface)


def _counted(mention: Mention) -> str:
    return mention.surface.split()[-1]


def _figure(quantity: Quantity, surface: str) -> Figure:
    from factcli.units import to_base

    lower, upper = _bounds(quantity)
    dimension = quantity.dimension
    is_free = dimension in ("number", "count")
    return Figure(
        None if lower is None else to_base(lower, quantity.unit)[0],
        None if upper is None else to_base(upper, quantity.unit)[0],
        None if dimension == "number" else dimension,
        quantity.unit if dimension == "money" else None,
        surface.split()[0] if is_free else surface,
    )


def _bounds(quantity: Quantity) -> tuple[Decimal | None, Decimal | None]:
    from decimal import Decimal

    amount = quantity.amount
    if amount is None:
        return quantity.lower, quantity.upper
    slack = min((quantity.quantum or Decimal(0)) / 2, abs(amount) * Decimal(_ROUNDING_SHARE))
    return (
        None if quantity.comparator in ("<", "<=") else amount - slack,
        None if quantity.comparator in (">", ">=") else amount + slack,
    )


def _date_span(date: EdtfDate, surface: str) -> DateSpan:
    from factcli.index.keys import yearless_days

    if date.is_yearless:
        return DateSpan(*yearless_days(date), is_yearless=True, words=surface)
    first_day, last_day = date.earliest, date.latest
    return DateSpan(first_day and first_day.number, last_day and last_day.number, words=surface)


def _date_atoms(text: str) -> Iterator[Atom]:
    from factcli.edtf import EdtfError, parse_edtf

    try:
        yield _date_span(parse_edtf(text.replace("..", "/") if "/" not in text else text), "")
    except EdtfError:
        from factcli.mentions import find_mentions

        read = [mention for mention in find_mentions(text) if mention.kind == "date"]
        yield from (_mention_atoms(read[0]) if read else _text(text))


def _value_atoms(text: str) -> Iterator[Atom]:
    """``>5m``, ``5m..50m``, ``50,000 ha``: bounds on the amount, in any unit where none is typed."""
    low, dots, high = text.partition("..")
    match = _COMPARISON.fullmatch(low)
    sign = (match["sign"] if match else "") or ""
    first = _typed_figure(match["figure"] if match else low)
    last = _typed_figure(high) if dots and high else first
    if first is None or last is None:
        yield from _text(text)
    elif dots:
        yield first._replace(upper=last.upper if high else None, dimension=first.dimension or last.dimension)
    else:
        yield _compared(first, sign)


def _compared(figure: Figure, sign: str) -> Figure:
    """Everything on that side of the figure; the figure itself only with ``=`` in the sign."""
    if sign.startswith(">"):
        return figure._replace(upper=None, holds_ends="=" in sign)
    if sign.startswith("<"):
        return figure._replace(lower=None, holds_ends="=" in sign)
    return figure


def _typed_figure(text: str) -> Figure | None:
    """The figure of a ``value:`` qualifier: exactly what is typed, where "5m" is five million of anything."""
    bare = _BARE_FIGURE.fullmatch(text.strip())
    if bare:
        from decimal import Decimal

        amount = Decimal(bare["digits"].replace(",", "")).scaleb(_SCALES[(bare["scale"] or "").lower()])
        return Figure(amount, amount)
    from factcli.mentions import find_mentions
    from factcli.model import Quantity

    quantities = [mention.value for mention in find_mentions(text) if isinstance(mention.value, Quantity)]
    if not quantities or quantities[0].amount is None:
        return None
    amount = quantities[0].amount
    return _figure(quantities[0], "")._replace(words="", **_exactly(amount, quantities[0].unit))


def _exactly(amount: Decimal, unit: str | None) -> dict[str, Decimal]:
    from factcli.units import to_base

    base = to_base(amount, unit)[0]
    return {"lower": base, "upper": base}
