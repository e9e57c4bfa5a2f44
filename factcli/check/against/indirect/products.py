"""Figures that a product or a quotient of stated values gives: "12 coaches of 40 seats", £36 a year as £3 a month.

A figure comes in; the two values, or the one for another length of time, that give it go out.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import chain, islice, pairwise, product
from typing import TYPE_CHECKING

from factcli.check.against.indirect.calculations import Calculation
from factcli.check.against.likeness import Likeness, family_of, likeness
from factcli.english.measuring.narrowing import TIMES_A_YEAR
from factcli.english.reckoning.rising import AVERAGES
from factcli.english.stemming import meaning
from factcli.mentions.patterns import late_pattern
from factcli.model.edtf import EdtfDate
from factcli.model.facts import Quantity
from factcli.model.formatting import value_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.check.against.source_index import SourceIndex, StatedValue
    from factcli.check.passages import Figure, Passage
    from factcli.model.facts import Mention, Value

_EACH_BETWEEN = late_pattern(
    r",?\s(?:(?:each|every one)\s)?"
    r"(?:(?:of|with|at|for|carrying|holding|containing|seating|costing|weighing)\s|has\s|had\s)"
    r"(?:(?:room|space|places|seats|up to|a|an)\s){0,2}(?:for\s)?"
)
_EACH_AFTER = late_pattern(r"\s(?:each|apiece)\b")
_MOST_BETWEEN = 40
_DIVIDED = late_pattern(r"\b(?i:each|every|per|an?)\s(?P<noun>[^\W\d_]{2,30})")
# Of more totals or counts, some two give nearly any figure.
_MOST_TOTALS, _MOST_COUNTS = 12, 4


def product_or_quotient(figure: Figure, passage: Passage, sources: SourceIndex) -> Calculation | None:
    """What gives the figure: a count of things that are each of an amount, a rate of other length, or a total."""
    claim = figure.value
    if not isinstance(claim, Quantity) or claim.amount is None or figure.mention.kind == "ordinal":
        return None
    found = chain(_rates(claim, figure, sources), _means(claim, figure, passage, sources), _products(claim, sources))
    return next(found, None)


def _gives(claim: Quantity, result: Decimal, unit: str | None) -> bool:
    """Whether a result, as far as the claim shows it, is the claim."""
    plain = Quantity(claim.amount, claim.unit, quantum=claim.quantum, comparator=claim.comparator)
    exact = Quantity(result, unit if claim.unit else None, quantum=Decimal(0) if result % 1 else Decimal(1))
    return likeness(plain, exact) == Likeness.SAME


def _products(claim: Quantity, sources: SourceIndex) -> Iterator[Calculation]:
    """Two counts that one sentence joins as "12 coaches of 40 seats", whose product is the claim."""
    for source, text in enumerate(sources.texts):
        for mentions in text.mentions:
            for count, amount in pairwise(mentions):
                values = _factors(count, amount)
                if values and _gives(claim, *_product(*values)) and _are_joined(count, amount, text.text):
                    yield Calculation(f"{_words(values[0])} times {_words(values[1])}", source, count.span)


def _factors(count: Mention, amount: Mention) -> tuple[Quantity, Quantity] | None:
    values = count.value, amount.value
    if not all(isinstance(each, Quantity) and each.amount for each in values) or count.kind == "ordinal":
        return None
    first, second = (each for each in values if isinstance(each, Quantity))
    return (first, second) if first.dimension == "count" and second.dimension not in {"percent", "number"} else None


def _product(count: Quantity, amount: Quantity) -> tuple[Decimal, str | None]:
    return (count.amount or Decimal(0)) * (amount.amount or Decimal(0)), amount.unit


def _are_joined(count: Mention, amount: Mention, text: str) -> bool:
    """Whether the second amount is of each of the things that the first counts."""
    between = text[count.span.end : amount.span.start]
    if _EACH_BETWEEN.fullmatch(between):
        return True
    return len(between) <= _MOST_BETWEEN and "." not in between and bool(_EACH_AFTER.match(text, amount.span.end))


def _rates(claim: Quantity, figure: Figure, sources: SourceIndex) -> Iterator[Calculation]:
    """An amount for another length of time: £36 a year of £3 a month; of a year that is told, a plain amount too."""
    if claim.per not in TIMES_A_YEAR:
        return
    for statement in sources.where(lambda value: isinstance(value, Quantity) and value.unit == claim.unit):
        stated = statement.value
        if not isinstance(stated, Quantity) or stated.amount is None:
            continue
        per = stated.per or ("year" if _is_of_year(figure, statement, sources) else "")
        factor = TIMES_A_YEAR.get(per)
        if factor and per != claim.per and _gives(claim, stated.amount * factor / TIMES_A_YEAR[claim.per], claim.unit):
            yield Calculation(f"{_words(stated)} a {per}", statement.source, sources.mention(statement).span)


def _is_of_year(figure: Figure, statement: StatedValue, sources: SourceIndex) -> bool:
    """Whether a sentence tells the same as the figure, and of a year."""
    text = sources.texts[statement.source]
    stems = text.stems(statement.sentence)
    dates = [each.value for each in text.mentions[statement.sentence] if isinstance(each.value, EdtfDate)]
    is_of_year = any(each.text.isdecimal() for each in dates) or not {meaning("year"), meaning("annual")}.isdisjoint(
        stems
    )
    return is_of_year and bool(figure.context.noun & stems)


def _means(claim: Quantity, figure: Figure, passage: Passage, sources: SourceIndex) -> Iterator[Calculation]:
    """A total over a count of things: 1,700 kg over 85 hives of "20 kg a hive"."""
    nouns = set(_nouns_divided_by(claim, figure, passage))
    counts = islice(_counted(nouns, sources), _MOST_COUNTS)
    totals = list(islice(_totals(claim, sources), _MOST_TOTALS)) if nouns else []
    for count, total in product(counts, totals):
        whole, number = total.value, count.value
        if not isinstance(whole, Quantity) or not isinstance(number, Quantity) or not whole.amount or not number.amount:
            continue
        if number.amount > 1 and _gives(claim, whole.amount / number.amount, whole.unit):
            words = f"{_words(whole)} over {_words(number)}"
            yield Calculation(words, total.source, sources.mention(total).span)


def _nouns_divided_by(claim: Quantity, figure: Figure, passage: Passage) -> Iterator[str]:
    """The stems of what an amount is told for one of: "a hive", "each hive", "the hives gave 20 kg each"."""
    end = figure.mention.span.end
    if claim.per:
        yield meaning(claim.per)
    elif _EACH_AFTER.match(passage.text, end):
        yield from (word.stem for word in passage.words if word.is_content and word.end <= figure.mention.span.start)
    elif _DIVIDED.match(passage.text, end + 1, passage.span.end) or any(
        word.text in AVERAGES for word in passage.words
    ):
        yield from (meaning(match["noun"].lower()) for match in _DIVIDED.finditer(passage.text, *passage.span))


def _counted(nouns: set[str], sources: SourceIndex) -> Iterator[StatedValue]:
    def counts_one(value: Value) -> bool:
        return isinstance(value, Quantity) and value.dimension == "count" and meaning(value.unit or "") in nouns

    return sources.where(counts_one)


def _totals(claim: Quantity, sources: SourceIndex) -> Iterator[StatedValue]:
    def is_of_unit(value: Value) -> bool:
        return isinstance(value, Quantity) and family_of(value) == family_of(claim) and value.unit == claim.unit

    return sources.where(is_of_unit)


def _words(value: Quantity) -> str:
    return value_in_words(value)
