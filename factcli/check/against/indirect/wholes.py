"""Figures that are a part of a stated whole: the rest of it, a stated share of it, or a share that two values give.

A figure comes in whose sentence claims such a part ("of the 620, 190 work ashore"); what gives it goes out.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import chain, islice, product
from typing import TYPE_CHECKING

from factcli.check.against.indirect.calculations import Calculation, gives, is_share
from factcli.check.against.indirect.sentence_results import is_part, parts_of, sum_and_rest
from factcli.check.against.kinship import figure_of
from factcli.check.against.likeness import Likeness, family_of
from factcli.check.against.source_index import StatedValue
from factcli.english.reckoning.rising import REST, TAKEN_TOGETHER
from factcli.english.stemming import meaning
from factcli.mentions.patterns import late_pattern
from factcli.model.facts import Quantity
from factcli.model.formatting import value_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from factcli.check.against.source_index import SourceIndex
    from factcli.check.passages import Figure, Passage
    from factcli.model.facts import Mention, Value

_HUNDRED = Decimal(100)
_OF_BEFORE = late_pattern(r"(?:\b(?i:of|among)\s(?:(?:the|its|all|these|those|their|our)\s){1,2}|\b(?:Of|Among)\s)$")
_OF_NOUN = late_pattern(r"\sof\s(?:(?:the|its|all|these|those|their|our)\s){0,2}(?P<noun>[^\W\d_]{2,30})")
_OF_THEM = late_pattern(r"(?:\s[^\W\d_]{1,20})?\sof\s(?:them|these|those|which|whom)\b")
_LONGEST_OF = 30
# Of more parts or wholes, some two give nearly any share.
_MOST = 2
# Of many sentences that have a word, this many are read.
_MOST_COMPARED = 40


def part_of_whole(figure: Figure, passage: Passage, sources: SourceIndex) -> Calculation | None:
    """What gives the figure as a part that its sentence claims; None where nothing does."""
    claim = figure.value
    if not isinstance(claim, Quantity) or claim.amount is None or figure.mention.kind == "ordinal":
        return None
    if is_share(claim):
        return next(_shares(claim, figure, passage, sources), None)
    wholes = _wholes_told(claim, figure, passage)
    return next((found for whole in wholes for found in _parts(claim, whole, sources)), None) or next(
        _of_several(claim, passage, sources), None
    )


def is_whole(text: str, start: int) -> bool:
    """Whether the figure that begins at ``start`` is told as a whole with parts: "of the 40 teachers"."""
    return bool(_OF_BEFORE.search(text, max(start - _LONGEST_OF, 0), start))


def _wholes_told(claim: Quantity, figure: Figure, passage: Passage) -> Iterator[Quantity]:
    """The figures of the sentence of which it says that the claim is a part."""
    is_of_them = bool(_OF_THEM.match(passage.text, figure.mention.span.end))
    for other in passage.figures:
        start, value = other.mention.span.start, other.value
        if not isinstance(value, Quantity) or value.amount is None or value.amount <= (claim.amount or 0):
            continue
        if is_whole(passage.text, start) or (is_of_them and start < figure.mention.span.start):
            yield value


def _parts(claim: Quantity, whole: Quantity, sources: SourceIndex) -> Iterator[Calculation]:
    """The rest of a whole, by the sentences that state it and one part; or a stated share of what is counted."""
    family = family_of(claim) if claim.unit else None
    for like, statement in sources.stating(whole):
        if like == Likeness.SAME:
            for mention in sources.texts[statement.source].mentions[statement.sentence]:
                part = mention.value
                rest = _rest(whole, part) if is_part(part, family) else None
                if rest is not None and gives(claim, rest, claim.unit):
                    words = f"{value_in_words(whole)} less {value_in_words(part)}"
                    yield Calculation(words, statement.source, mention.span)
    for statement, mention, share in _shares_stated(claim, whole, sources):
        if gives(claim, (whole.amount or 0) * share, claim.unit):
            words = f"{value_in_words(mention.value)} of {value_in_words(whole)}"
            yield Calculation(words, statement.source, mention.span)


def _rest(whole: Quantity, part: Value) -> Decimal | None:
    """What is left of a whole without a part; None where one of the two is not a single amount."""
    if not isinstance(part, Quantity) or whole.amount is None or part.amount is None:
        return None
    return whole.amount - part.amount


def _shares_stated(
    claim: Quantity, whole: Quantity, sources: SourceIndex
) -> Iterator[tuple[StatedValue, Mention, Decimal]]:
    """The shares that are stated "of the" things that the whole counts, and may give the claim."""
    wanted = (claim.amount or Decimal(0)) / whole.amount if whole.unit and whole.amount else Decimal(0)
    of_hundred = sources.near(wanted * _HUNDRED, Quantity(wanted, "%"))
    for statement in chain(of_hundred, sources.near(wanted, Quantity(wanted))) if wanted else ():
        value, end = statement.value, sources.span(statement).end
        if isinstance(value, Quantity) and value.amount is not None and is_share(value):
            of = _OF_NOUN.match(sources.texts[statement.source].text, end)
            if of and meaning(of["noun"].lower()) == meaning(whole.unit or ""):
                share = value.amount / _HUNDRED if value.unit == "%" else value.amount
                yield statement, sources.mention(statement), share


def _of_several(claim: Quantity, passage: Passage, sources: SourceIndex) -> Iterator[Calculation]:
    """The sum of all amounts of a sentence, or what is left of the greatest, where the draft claims that."""
    near = {word.text for word in passage.words}
    is_rest, is_sum = not near.isdisjoint(REST), not near.isdisjoint(TAKEN_TOGETHER)
    for source, text in enumerate(sources.texts) if is_rest or is_sum else ():
        for family in [family_of(claim)] if claim.unit else text.sums_and_rests.families:
            for sentence in text.sums_and_rests.near(claim.amount or Decimal(0), family):
                parts = parts_of(text.mentions[sentence], family)
                total, rest = sum_and_rest(parts)
                if (is_sum and gives(claim, total, claim.unit)) or (is_rest and gives(claim, rest, claim.unit)):
                    yield Calculation(", ".join(each.surface for each in parts), source, parts[0].span)


def _shares(claim: Quantity, figure: Figure, passage: Passage, sources: SourceIndex) -> Iterator[Calculation]:
    """Two amounts, of what the sentence names before and after "per cent of": "profit was 12 per cent of revenue"."""
    of = _OF_NOUN.match(passage.text, figure.mention.span.end)
    if of is None:
        return
    noun = of["noun"].lower()
    before = {
        word.stem: word.text for word in passage.words if word.is_content and word.end <= figure.mention.span.start
    }
    parts = islice(_named(before, sources), _MOST)
    for part, whole in product(parts, list(islice(_named({meaning(noun): noun}, sources), _MOST))):
        ours, theirs = part.value, whole.value
        if not isinstance(ours, Quantity) or not isinstance(theirs, Quantity) or family_of(ours) != family_of(theirs):
            continue
        if ours.amount and theirs.amount and ours.amount < theirs.amount:
            share = ours.amount / theirs.amount
            if gives(claim, share * _HUNDRED if claim.unit == "%" else share, claim.unit):
                words = f"{value_in_words(ours)} of {value_in_words(theirs)}"
                yield Calculation(words, part.source, sources.mention(part).span)


def _named(names: Mapping[str, str], sources: SourceIndex) -> Iterator[StatedValue]:
    """The first amounts that a sentence states of what one of the stems names: as their noun, or as its subject.

    ``names`` has a word for each stem.
    """
    for source, sentence in islice(sources.sentences_with({*names, *names.values()}), _MOST_COMPARED):
        text = sources.texts[source]
        mentions = [] if names.keys().isdisjoint(text.stems(sentence)) else text.mentions[sentence]
        for number, mention in enumerate(mentions):
            statement = StatedValue(source, sentence, number, mention.value)
            if is_part(mention.value, None) and _is_of(names.keys(), statement, sources):
                yield statement


def _is_of(stems: AbstractSet[str], statement: StatedValue, sources: SourceIndex) -> bool:
    passage = sources.texts[statement.source].passage(statement.sentence)
    figure, first = figure_of(passage, statement), passage.mentions[0].span.start
    subject = {word.stem for word in passage.words if word.is_content and word.end <= first}
    return figure is not None and not stems.isdisjoint(figure.context.noun | subject)
