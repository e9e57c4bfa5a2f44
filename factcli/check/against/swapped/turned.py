"""Changes that a source states otherwise: a rise as a fall, a profit as a loss, and a level as a change."""

from __future__ import annotations

from decimal import Decimal
from itertools import dropwhile, islice, takewhile
from typing import TYPE_CHECKING

from factcli.check.against.indirect.calculations import Calculation
from factcli.check.against.kinship import figure_of
from factcli.check.against.likeness import Likeness, likeness
from factcli.english.reckoning.rising import (
    DEFICITS,
    FALLS,
    LESS_THAN,
    MORE_THAN,
    NOUNS_DOWN,
    NOUNS_UP,
    RISES,
    SURPLUSES,
)
from factcli.model.facts import Quantity
from factcli.model.formatting import value_in_words

if TYPE_CHECKING:
    from factcli.check.against.source_index import SourceIndex, StatedValue
    from factcli.check.passages import Figure, Passage

# This many words before a figure may say which way it goes.
_WORDS_BEFORE = 3
# This many after it may say what it is compared with.
_WORDS_AFTER = 6
# Of many sentences that have a word, this many are read.
_MOST_READ = 40
_UP, _DOWN = RISES | NOUNS_UP | {"up", "added"}, FALLS | NOUNS_DOWN | {"down", "lost", "shed"}
_AXES = ((SURPLUSES, DEFICITS), (_UP, _DOWN))
_AFTER = ((MORE_THAN | {"up", "above"}, LESS_THAN | {"down", "below"}),)


def is_turned(figure: Figure, statement: StatedValue, passage: Passage, sources: SourceIndex) -> bool:
    """Whether the source states the value of a figure of a change the other way: "fell by 3%" for "rose by 3%"."""
    theirs = sources.texts[statement.source].passage(statement.sentence)
    their_figure = figure_of(theirs, statement)
    if figure.is_date or figure.mention.kind == "ordinal" or their_figure is None:
        return False
    compared = {_compared_with(figure, passage), _compared_with(their_figure, theirs)}
    if len(compared) > 1 and None not in compared:
        return False  # The old is "3 metres less than the new", and the new "3 metres more than the old".
    ours, others = _direction(figure, passage), _direction(their_figure, theirs)
    return ours is not None and others is not None and (ours[0], -ours[1]) == others


def is_change(figure: Figure, passage: Passage) -> bool:
    """Whether a figure is by how much something has changed: "rose by 3", "3 more than"."""
    direction = None if figure.is_date else _direction(figure, passage)
    return direction is not None and direction[0] == "by"


def is_difference(figure: Figure, passage: Passage) -> bool:
    """Whether the word right after an amount makes it a difference: "30p dearer", "300 kg more"."""
    after = next((word.text for word in passage.words if word.start >= figure.mention.span.end), "")
    return after in MORE_THAN | LESS_THAN


def of_change(figure: Figure, own: StatedValue, passage: Passage, sources: SourceIndex) -> StatedValue | None:
    """The only change that a source's sentence states, where the draft gives another of its values as a change."""
    theirs = sources.texts[own.source].passage(own.sentence)
    if figure.mention.kind == "ordinal" or not is_change(figure, passage) or not theirs.mentions:
        return None
    own_figure = figure_of(theirs, own)
    others = dict(sources.of_family(figure.value, own.source, own.sentence, is_ordinal=False))
    changes = [each.mention for each in theirs.figures if is_change(each, theirs)]
    found = [number for number, each in others.items() if any(each is change for change in changes)]
    if own_figure is None or is_change(own_figure, theirs) or len(found) != 1:
        return None
    value = others[found[0]].value
    are_alike = isinstance(value, Quantity) and isinstance(own.value, Quantity) and value.unit == own.value.unit
    return own._replace(number=found[0], value=value) if are_alike else None


def base_of_difference(figure: Figure, passage: Passage, sources: SourceIndex) -> Calculation | None:
    """What a stated difference is from: £8,000 of "£9,600, which was £1,600 more than the estimate"."""
    before = {
        word.stem: word.text for word in passage.words if word.is_content and word.end <= figure.mention.span.start
    }
    claim = figure.value
    if not before or not isinstance(claim, Quantity) or claim.amount is None or figure.mention.kind == "ordinal":
        return None
    for source, sentence in islice(sources.sentences_with({*before, *before.values()}), _MOST_READ):
        theirs = sources.texts[source].passage(sentence)
        for change in theirs.figures if "than" in [word.text for word in theirs.words] else ():
            direction = _direction(change, theirs)
            if direction and direction[0] == "by" and _compared_with(change, theirs) in before:
                words = _difference(claim, change, direction[1], theirs)
                if words:
                    return Calculation(words, source, change.mention.span)
    return None


def _difference(claim: Quantity, change: Figure, direction: int, passage: Passage) -> str | None:
    """The level and the change of a sentence that give the claim, in words."""
    levels = (each.value for each in passage.figures if each is not change and not is_change(each, passage))
    for level in levels:
        amounts = (level, change.value)
        units = {each.unit for each in (*amounts, claim) if isinstance(each, Quantity)}
        if len(units) > 1 or not isinstance(level, Quantity) or not isinstance(change.value, Quantity):
            continue
        if level.amount is not None and change.value.amount is not None:
            result = Quantity(level.amount - direction * change.value.amount, claim.unit, quantum=Decimal(1))
            if likeness(claim, result) == Likeness.SAME:
                sign = "less" if direction > 0 else "plus"
                return f"{value_in_words(level)} {sign} {value_in_words(change.value)}"
    return None


def _compared_with(figure: Figure, passage: Passage) -> str | None:
    """The stem of what is after "more than", soon after a figure; None where nothing is compared."""
    after = [word for word in passage.words if word.start >= figure.mention.span.end][:_WORDS_AFTER]
    from_than = dropwhile(lambda word: word.text != "than", after)
    return next((word.stem for word in from_than if word.is_content), None)


def _direction(figure: Figure, passage: Passage) -> tuple[str, int] | None:
    """What a change gives ("to" for its end), with 1 up and -1 down; None where the words beside it say nothing."""
    span = figure.mention.span
    before = [word for word in passage.words if word.end <= span.start]
    near = [word.text for word in takewhile(lambda word: not word.is_mark, reversed(before))][:_WORDS_BEFORE]
    after = [word.text for word in passage.words if word.start >= span.end][:1]
    if near[:2] == ["to", "up"]:
        return None  # "up to 3%" is a bound
    role = near[0] if near[:1] in (["to"], ["from"]) else "by"
    for words, axes in ((after if role == "by" else [], _AFTER), (near, _AXES)):
        for word in words:
            for up, down in axes:
                if word in up | down:
                    return ("sum" if up is SURPLUSES else role), (1 if word in up else -1)
    return None
