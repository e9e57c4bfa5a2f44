"""The one law for what is put in place of a fault: read again with it, the sentence says there what the fact says.

A sentence with its faults comes in; out goes, for each fault that has one, the first way to say the right value
(:mod:`factcli.checking.rewriting`) that obeys the law:

* the sentence, read again with it, has at that place one mention, just as long, of the fact's value;
* nothing is left over beside it, and every other mention is read as before;
* that mention is not contradicted or outdated, nor is anything else that was not before;
* and both hold together with the suggestions already made in the sentence, as all of them may be put in at once.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from factcli.check.compare.dates import compare_dates, weekday_differs
from factcli.check.compare.quantities import compare_quantities
from factcli.check.compare.quotes import align
from factcli.check.passages import read_passage
from factcli.check.reasons import FAULTS
from factcli.check.suggestions.leftovers import is_alone
from factcli.check.suggestions.rewriting import ways_to_say
from factcli.mentions import find_mentions
from factcli.model.edtf import EdtfDate
from factcli.model.facts import Quantity, Quotation, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from factcli.check.passages import Passage
    from factcli.check.quotations import QuoteJudgement
    from factcli.check.verdicts import Judgement
    from factcli.model.facts import Mention, Value

    Judge = Callable[[Passage], Iterable[Judgement | QuoteJudgement]]

# How many characters on either side decide what a figure means; a relative date may depend on one further back.
_REACH = 400
_REACH_OF_DATES = 2_000
# Limits: characters reread for the suggestions of one sentence, and rewordings tried for one fault.
_MOST_REREAD = 16_000
_MOST_WAYS = 4
_CLOSING_MARK = 2

_PLAIN = frozenset({"count", "number"})


class WrongMention(NamedTuple):
    """A mention of a sentence that says what is not so, and the value that is right."""

    mention: Mention
    right: Value


class _Put(NamedTuple):
    """A text in place of the surface of a fault."""

    fault: WrongMention
    text: str

    @property
    def span(self) -> Span:
        """What it takes the place of."""
        return self.fault.mention.span


class _Reading(NamedTuple):
    """A sentence with texts put in, read again: the stretches put in, all mentions, and those called wrong."""

    placed: tuple[Span, ...]
    mentions: list[Mention]
    wrong: set[Span]


def suggestions(
    passage: Passage, faults: Sequence[WrongMention], published: date | None, judge: Judge
) -> dict[Mention, str]:
    """For each fault of ``passage`` the text to put in its place, where there is one that obeys the law.

    ``judge`` says what the facts have to say of a sentence; ``published`` is the day for which the draft is written.
    """
    sentence = _Sentence(passage, published, judge)
    made: list[_Put] = []
    for mention, right in faults:
        fault = WrongMention(sentence.local(mention), right)
        put = next(filter(sentence.allows(made), _ways(sentence, fault)), None)
        if put:
            made.append(put)
    return {sentence.given(put.fault.mention): put.text for put in made}


def _ways(sentence: _Sentence, fault: WrongMention) -> Iterable[_Put]:
    if not is_alone(fault.mention, sentence.text, sentence.mentions):
        return ()
    return (_Put(fault, text) for text in islice(ways_to_say(fault.mention, fault.right), _MOST_WAYS))


class _Sentence:
    """A sentence with as much of the text around it as reading it takes; places in it count from where that begins."""

    def __init__(self, passage: Passage, published: date | None, judge: Judge) -> None:
        self._published, self._judge = published, judge
        self._budget = _MOST_REREAD
        self._left, right = _reach(passage, published)
        self.text = passage.text[self._left : right]
        self.span = passage.span.shifted(-self._left)
        self.mentions = [self.local(mention) for mention in passage.mentions]
        self._wrong: set[Span] | None = None

    def local(self, mention: Mention) -> Mention:
        """The mention at its place in this text."""
        return replace(mention, span=mention.span.shifted(-self._left))

    def given(self, mention: Mention) -> Mention:
        """The mention at its place in the text as given."""
        return replace(mention, span=mention.span.shifted(self._left))

    def allows(self, made: list[_Put]) -> Callable[[_Put], bool]:
        """Whether a text may be put in, alone and together with those that are made."""
        return lambda put: (
            self._obeys([put])
            and all(not put.span.overlaps(other.span) for other in made)
            and (not made or self._obeys([*made, put]))
        )

    def _obeys(self, puts: list[_Put]) -> bool:
        self._budget -= len(self.text)
        if self._budget < 0:
            return False
        again = self._read(sorted(puts, key=lambda put: put.span))
        rest = _apart_from([put.span for put in puts], self.mentions)
        return (
            all(_says_right(put, span, again.mentions) for put, span in _with_places(puts))
            and _apart_from(again.placed, again.mentions) == [(_moved(puts, span), *read) for span, *read in rest]
            and not any(wrong.overlaps(span) for wrong in again.wrong for span in again.placed)
            and (not again.wrong or again.wrong <= {_moved(puts, span) for span in self._wrong_before()})
        )

    def _wrong_before(self) -> set[Span]:
        if self._wrong is None:
            self._wrong = self._called_wrong(self.text, self.span, self.mentions)
        return self._wrong

    def _read(self, puts: list[_Put]) -> _Reading:
        text = _with(self.text, puts)
        span = _moved(puts, self.span)
        found = find_mentions(text, anchor=self._published)
        mentions = [mention for mention in found if span.start <= mention.span.start < span.end]
        mentions = _with_speakers_of(self.mentions, mentions)
        placed = tuple(span for _, span in _with_places(puts))
        return _Reading(placed, mentions, self._called_wrong(text, span, mentions))

    def _called_wrong(self, text: str, span: Span, mentions: list[Mention]) -> set[Span]:
        judged = self._judge(read_passage(text, span, mentions))
        return {each.mention.span for each in judged if each.verdict in FAULTS}


def _reach(passage: Passage, published: date | None) -> Span:
    """The part of the text that decides what the sentence means.

    Where it quotes, that begins with the sentence: a mark further off could be taken for the first of a pair.
    """
    start, end = passage.span
    if any(mention.kind == "quote" for mention in passage.mentions):
        return Span(start, max(end, *(mention.span.end + _CLOSING_MARK for mention in passage.mentions)))
    return Span(max(start - (_REACH_OF_DATES if published else _REACH), 0), end + _REACH)


def _says_right(put: _Put, place: Span, mentions: list[Mention]) -> bool:
    """Whether at the place there is one mention, just as long, of the right value."""
    was, right = put.fault
    there = [each for each in mentions if each.span.overlaps(place) and (each.kind == "quote") == (was.kind == "quote")]
    return len(there) == 1 and there[0].span == place and _is_value(there[0], was, right)


def _is_value(said: Mention, was: Mention, right: Value) -> bool:
    """Whether what is said is the right value, at the precision at which it is written."""
    value = said.value
    if isinstance(value, Quotation) and isinstance(right, Quotation):
        return align(value.text, right.text).holds is True
    if isinstance(value, EdtfDate) and isinstance(right, EdtfDate):
        is_clear = said.alternative is None and not weekday_differs(said.surface, value)
        return is_clear and compare_dates(value, right).holds is True
    if isinstance(value, Quantity) and isinstance(right, Quantity) and isinstance(was.value, Quantity):
        return said.modifiers == was.modifiers and _is_amount(value, was.value, right)
    return False


def _is_amount(said: Quantity, was: Quantity, right: Quantity) -> bool:
    # "About" would forgive a slip of the one who suggests.
    exact = replace(said, comparator="=") if said.comparator == "~" else said
    if {said.dimension, right.dimension} <= _PLAIN:
        # Whether the same is counted is the checker's question: here the noun is the draft's.
        agreement = compare_quantities(replace(exact, unit=None), replace(right, unit=None))
        return said.unit == was.unit and agreement.holds is True
    return said.unit in {was.unit, right.unit} and compare_quantities(exact, right).holds is True


def _apart_from(placed: Sequence[Span], mentions: Iterable[Mention]) -> list[tuple[Span, str, Value | str]]:
    """The mentions elsewhere; of a quote only its words, as the speaker may be named in another sentence."""
    outside = [each for each in mentions if not any(_is_within(each.span, span) for span in placed)]
    return [
        (each.span, each.kind, each.value.text if isinstance(each.value, Quotation) else each.value) for each in outside
    ]


def _with_speakers_of(originals: Iterable[Mention], mentions: list[Mention]) -> list[Mention]:
    """The mentions, their quotes by those who spoke them in the text as given: they may be named out of sight."""
    quotes = [mention.value for mention in originals if isinstance(mention.value, Quotation)]
    known = iter(quotes)
    return [
        replace(each, value=replace(each.value, speaker=said.speaker, role=said.role))
        if isinstance(each.value, Quotation) and (said := next(known, None))
        else each
        for each in mentions
    ]


def _with(text: str, puts: Sequence[_Put]) -> str:
    for put in sorted(puts, key=lambda put: put.span, reverse=True):
        text = text[: put.span.start] + put.text + text[put.span.end :]
    return text


def _with_places(puts: Iterable[_Put]) -> list[tuple[_Put, Span]]:
    """The texts, each with the stretch that it takes once all of them are put in."""
    puts = list(puts)
    starts = [(put, _moved_place(puts, put.span.start)) for put in puts]
    return [(put, Span(start, start + len(put.text))) for put, start in starts]


def _moved(puts: Sequence[_Put], span: Span) -> Span:
    return Span(_moved_place(puts, span.start), _moved_place(puts, span.end))


def _moved_place(puts: Sequence[_Put], place: int) -> int:
    """Where a place of the sentence is after the replacements."""
    before = (put for put in puts if put.span.end <= place and put.span.start < place)
    return place + sum(len(put.text) - (put.span.end - put.span.start) for put in before)


def _is_within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
