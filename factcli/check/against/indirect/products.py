"""Figures that a product or a quotient of stated values gives: "12 coaches of 40 seats", £36 a year as £3 a month.

A figure comes in; the two values, or the one for another length of time, that give it go out.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import chain, islice, product
from typing import TYPE_CHECKING

from factcli.check.against.indirect.calculations import Calculation, gives
from factcli.check.against.indirect.sentence_results import EACH_AFTER, joined_pairs
from factcli.check.against.likeness import family_of, in_base
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

_DIVIDED = late_pattern(r"\b(?i:each|every|per|an?)\s(?P<noun>[^\W\d_]{2,30})")
_OF_A_YEAR = frozenset(map(meaning, ("year", "annual")))
# Of more totals or counts, some two give nearly any figure.
_MOST_TOTALS, _MOST_COUNTS = 12, 4


def product_or_quotient(figure: Figure, passage: Passage, sources: SourceIndex) -> Calculation | None:
    """What gives the figure: a count of things that are each of an amount, a rate of other length, or a total."""
    claim = figure.value
    if not isinstance(claim, Quantity) or claim.amount is None or figure.mention.kind == "ordinal":
        return None
    found = chain(_rates(claim, figure, sources), _means(claim, figure, passage, sources), _products(claim, sources))
    return next(found, None)


def _products(claim: Quantity, sources: SourceIndex) -> Iterator[Calculation]:
    """Two counts that one sentence joins as "12 coaches of 40 seats", whose product is the claim."""
    based = in_base(claim.amount, claim)
    for source, text in enumerate(sources.texts) if based else ():
        for sentence in text.products.near(based or Decimal(0), family_of(claim)):
            for here, count, amount in joined_pairs(text.mentions[sentence], text.text):
                if gives(claim, (count.amount or Decimal(0)) * (amount.amount or Decimal(0)), amount.unit):
                    yield Calculation(f"{value_in_words(count)} times {value_in_words(amount)}", source, here.span)


def _rates(claim: Quantity, figure: Figure, sources: SourceIndex) -> Iterator[Calculation]:
    """An amount for another length of time: £36 a year from £3 a month; "in 2019" may stand for "a year"."""
    if claim.per not in TIMES_A_YEAR or claim.amount is None:
        return
    for per, times in TIMES_A_YEAR.items():
        factor = Decimal(times) / TIMES_A_YEAR[claim.per]
        for statement in sources.near(claim.amount / factor, claim) if per != claim.per else ():
            stated = statement.value
            if not isinstance(stated, Quantity) or stated.unit != claim.unit or (stated.per or "year") != per:
                continue
            if not gives(claim, (stated.amount or Decimal(0)) * factor, claim.unit):
                continue
            if stated.per or _is_of_year(figure, statement, sources):
                words = f"{value_in_words(stated)} a {per}"
                yield Calculation(words, statement.source, sources.mention(statement).span)


def _is_of_year(figure: Figure, statement: StatedValue, sources: SourceIndex) -> bool:
    """Whether a sentence is about the same as the figure, and about a year."""
    text = sources.texts[statement.source]
    stems = text.stems(statement.sentence)
    dates = [each.value for each in text.mentions[statement.sentence] if isinstance(each.value, EdtfDate)]
    has_year = any(each.text.isdecimal() for each in dates) or not _OF_A_YEAR.isdisjoint(stems)
    return has_year and bool(figure.context.noun & stems)


def _means(claim: Quantity, figure: Figure, passage: Passage, sources: SourceIndex) -> Iterator[Calculation]:
    """A total over a count of things: 1,700 kg over 85 hives of "20 kg a hive"."""
    nouns = set(_nouns_divided_by(claim, figure, passage))
    counts = islice(_counted(nouns, sources), _MOST_COUNTS)
    totals = list(islice(_totals(claim, sources), _MOST_TOTALS)) if nouns else []
    for count, total in product(counts, totals):
        whole, number = total.value, count.value
        if not isinstance(whole, Quantity) or not isinstance(number, Quantity) or not whole.amount or not number.amount:
            continue
        if number.amount > 1 and gives(claim, whole.amount / number.amount, whole.unit):
            words = f"{value_in_words(whole)} over {value_in_words(number)}"
            yield Calculation(words, total.source, sources.mention(total).span)


def _nouns_divided_by(claim: Quantity, figure: Figure, passage: Passage) -> Iterator[str]:
    """The stems of the nouns of one of which an amount is: "a hive", "each hive", "the hives gave 20 kg each"."""
    end = figure.mention.span.end
    if claim.per:
        yield meaning(claim.per)
    elif EACH_AFTER.match(passage.text, end):
        yield from (word.stem for word in passage.words if word.is_content and word.end <= figure.mention.span.start)
    elif _DIVIDED.match(passage.text, end + 1, passage.span.end) or any(
        word.text in AVERAGES for word in passage.words
    ):
        yield from (meaning(match["noun"].lower()) for match in _DIVIDED.finditer(passage.text, *passage.span))


def _counted(nouns: set[str], sources: SourceIndex) -> Iterator[StatedValue]:
    """The counts of what one of the stems names."""
    counted = sources.in_units(lambda unit: meaning(unit) in nouns)
    return (each for each in counted if isinstance(each.value, Quantity) and each.value.dimension == "count")


def _totals(claim: Quantity, sources: SourceIndex) -> Iterator[StatedValue]:
    """The amounts in the unit of the claim."""
    return sources.in_units(lambda unit: unit == claim.unit)
