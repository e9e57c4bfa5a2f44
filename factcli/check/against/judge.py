"""The verdict on a figure or date: first whether a source states the value, then whether it does of the same thing."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from factcli.check.against.indirect.calculated import calculation_of
from factcli.check.against.indirect.products import product_or_quotient
from factcli.check.against.indirect.wholes import part_of_whole
from factcli.check.against.indirect.written_out import word_beside, written_out
from factcli.check.against.judgement import SourceJudgement
from factcli.check.against.kinds_of_names import names_another_of_kind
from factcli.check.against.kinship import closest, kinship, known_around
from factcli.check.against.likeness import Likeness, is_fraction, is_misleading, likeness
from factcli.check.against.own_lists import lists_as_many
from factcli.check.against.said.reporters import other_reporter, reporter_in
from factcli.check.against.swapped.compared import is_base_alone
from factcli.check.against.swapped.doubts import is_of_something_else
from factcli.check.against.swapped.meant import meant_instead
from factcli.check.against.swapped.sections import of_other_section, within_sections
from factcli.check.against.swapped.turned import base_of_difference, is_turned
from factcli.check.compare.quantities import compare
from factcli.check.reasons import Reason
from factcli.mentions.patterns import late_pattern
from factcli.model.edtf import EdtfDate
from factcli.model.facts import Quantity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcli.check.against.kinship import Kinship, Ranked
    from factcli.check.against.source_index import SourceIndex, StatedValue
    from factcli.check.passages import Figure, Passage
    from factcli.check.reasons import Verdict
    from factcli.model.facts import Span, Value

# Counts up to this, "half" and low ordinals are in every text.
_SMALL = 12
# Of many places that state a value, this many are compared by their words.
_MOST_COMPARED = 40


class _Limits(NamedTuple):
    """How much a statement must have in common with a figure; measured on drafts that people judged."""

    # The value is the same: is it of the same thing?
    near: float = 1.0
    date_beside: float = 0.9
    date_known: float = 0.6
    known_around: float = 0.5
    small_near: float = 2.5
    small_known: float = 0.6
    ordinal_beside: float = 1.0
    # The value is another one: is it surely of the same thing?
    other_known: float = 0.7
    other_beside: float = 3.0
    known_without_noun: float = 0.9
    tie: float = 0.8


_LIMITS = _Limits()
_YEAR = re.compile(r"(?:1\d|20)\d\d(?![\d,.]\d|\w)")
_YEAR_BESIDE = late_pattern(r"(?i:after|before)\s(?P<year>(?:1\d|20)\d\d)")


def judge_figure(figure: Figure, passage: Passage, before: Sequence[str], sources: SourceIndex) -> SourceJudgement:
    """Whether the sources state the value of ``figure``, which is in ``passage``, and of the same thing.

    ``before`` are the words of the last sentences, latest first.
    """
    found = sources.stating(figure.value) or _stating_year(figure, sources)
    if not found:
        return _stated_otherwise(figure, passage, before, sources) or _not_stated(figure, passage, before, sources)
    exact = [statement for like, statement in found if like == Likeness.SAME]
    if not exact:
        like, statement = found[0]
        coarse = _coarse(figure, statement, passage, before, sources) if like == Likeness.COARSE else None
        return coarse or _judged("unknown", _NEARLY[like], statement, sources)
    if _ranks_nothing(figure, exact, sources):
        return SourceJudgement("unsupported", Reason.SMALL_NOT_STATED)
    within = within_sections(exact[:_MOST_COMPARED], passage, before, sources)
    if within:
        return _judge_exact(figure, within, passage, sources)
    instead = of_other_section(figure, exact[0], passage, before, sources)
    if instead:
        return _judged("contradicted", Reason.SWAPPED_IN_SOURCE, instead, sources)
    return _calculated(figure, passage, before, sources) or _judged("unknown", Reason.ELSEWHERE, exact[0], sources)


def _judge_exact(figure: Figure, exact: list[StatedValue], passage: Passage, sources: SourceIndex) -> SourceJudgement:
    """The verdict on a value that sources state; contradicted where all of them attribute it to somebody else."""
    best = closest(figure, exact, sources)[0]
    judged = _judge_stated(figure, best, passage, sources)
    if judged.verdict == "contradicted":
        return _calculated(figure, passage, (), sources) or judged
    reporter = reporter_in(passage) if judged.verdict == "confirmed" else None
    other = other_reporter(reporter, best.statement, sources) if reporter else None
    if reporter is None or other is None:
        return judged
    theirs = [each for each in exact if other_reporter(reporter, each, sources) is None]
    again = _judge_stated(figure, closest(figure, theirs, sources)[0], passage, sources) if theirs else judged
    if theirs and again.verdict == "confirmed":
        return again
    return judged._replace(verdict="contradicted", reason=Reason.OTHER_SPEAKER, value=other, claimed=reporter.name)


def _coarse(
    figure: Figure, statement: StatedValue, passage: Passage, before: Sequence[str], sources: SourceIndex
) -> SourceJudgement | None:
    """The verdict on a figure that is a coarse rounding of what is stated; None where it may pass for one."""
    if not is_misleading(figure.value, statement.value):
        return None
    calculated = _calculated(figure, passage, before, sources)
    if calculated:
        return calculated
    judged = _not_stated(figure, passage, before, sources)
    is_rounded = judged.verdict == "contradicted" and judged.value == statement.value
    return _judged("unsupported", Reason.COARSE_ROUNDING, statement, sources) if is_rounded else judged


def _judge_stated(figure: Figure, best: Ranked, passage: Passage, sources: SourceIndex) -> SourceJudgement:
    """The verdict on a figure by the closest of the statements of its value."""
    meant = meant_instead(figure, best, passage, sources)
    if meant:
        return _judged("contradicted", Reason.SWAPPED_IN_SOURCE, meant, sources)
    is_same = _is_same_thing(figure, best, sources)
    if is_same and is_turned(figure, best.statement, passage, sources):
        return _judged("contradicted", Reason.OTHER_DIRECTION, best.statement, sources)
    is_doubtful = is_base_alone(figure, passage, best.statement, sources) or is_of_something_else(
        figure, best.statement, passage, sources
    )
    if is_same and not is_doubtful:
        return _judged("confirmed", Reason.STATED, best.statement, sources)
    return _judged("unknown", Reason.ELSEWHERE, best.statement, sources)


def _stated_otherwise(
    figure: Figure, passage: Passage, before: Sequence[str], sources: SourceIndex
) -> SourceJudgement | None:
    """Unknown where a source has the figure in a name, joined or as a length, or two values give it."""
    place = written_out(figure, passage, sources) or _numbered_length(figure, passage, sources)
    if place:
        return SourceJudgement("unknown", Reason.ELSEWHERE, *place)
    return _calculated(figure, passage, before, sources)


def _numbered_length(figure: Figure, passage: Passage, sources: SourceIndex) -> tuple[int, Span] | None:
    """Where a source states the length of time that an ordinal is right before: "the first six months"."""
    if figure.mention.kind != "ordinal":
        return None
    after = figure.mention.span.end + 1
    lengths = (each.value for each in passage.figures if each.mention.span.start == after)
    lengths = (each for each in lengths if isinstance(each, Quantity) and each.dimension == "duration")
    first = next((stated for length in lengths for _, stated in sources.stating(length)), None)
    return (first.source, sources.mention(first).span) if first else None


def _calculated(
    figure: Figure, passage: Passage, before: Sequence[str], sources: SourceIndex
) -> SourceJudgement | None:
    """Unknown where two values give the figure in the way that its sentence says."""
    found = (
        calculation_of(figure, passage, before, sources)
        or product_or_quotient(figure, passage, sources)
        or part_of_whole(figure, passage, sources)
        or base_of_difference(figure, passage, sources)
    )
    if found is None:
        return None
    return SourceJudgement("unknown", Reason.CALCULATED, found.source, found.span, calculation=found.words)


def _stating_year(figure: Figure, sources: SourceIndex) -> list[tuple[Likeness, StatedValue]]:
    """What states a year that was read as a number, or the other way round: "the London 2012 medallist".

    And the year that an open span is compared with: 2019 of "after 2019".
    """
    year, beside = _YEAR.match(figure.mention.surface), _YEAR_BESIDE.match(figure.mention.surface)
    if beside:
        return [(min(like, Likeness.BOUND), each) for like, each in sources.stating(EdtfDate(beside["year"]))]
    if not year:
        return []
    other = Quantity(Decimal(year[0])) if figure.is_date else EdtfDate(year[0])
    found = sources.stating(other)
    return [(like, statement) for like, statement in found if year[0] in sources.mention(statement).surface]


def _judged(verdict: Verdict, reason: Reason, statement: StatedValue, sources: SourceIndex) -> SourceJudgement:
    return SourceJudgement(verdict, reason, statement.source, sources.mention(statement).span, statement.value)


_NEARLY = {
    Likeness.BOUND: Reason.OTHER_BOUND,
    Likeness.END: Reason.END_OF_RANGE,
    Likeness.COARSE: Reason.COARSE_ROUNDING,
    Likeness.BARE: Reason.ELSEWHERE,
}


def _ranks_nothing(figure: Figure, exact: list[StatedValue], sources: SourceIndex) -> bool:
    """Whether what a low ordinal counts is in no sentence that has the ordinal: "its first win", of a first half."""
    noun = figure.context.noun
    if figure.mention.kind != "ordinal" or not is_small(figure) or not noun:
        return False
    texts = [(sources.texts[each.source], each.sentence) for each in exact]
    if any(text.is_row(sentence) or not noun.isdisjoint(text.stems(sentence)) for text, sentence in texts):
        return False
    return all(kinship(figure, each, sources).beside < _LIMITS.ordinal_beside for each in exact[:_MOST_COMPARED])


def _is_same_thing(figure: Figure, best: Ranked, sources: SourceIndex) -> bool:
    kin, are_ordinals = best.kin, {figure.mention.kind == "ordinal", sources.mention(best.statement).kind == "ordinal"}
    if kin.is_opposed or len(are_ordinals) > 1:
        return False
    if is_small(figure):
        return kin.nearness >= _LIMITS.small_near and (kin.noun > 0 or kin.known >= _LIMITS.small_known)
    if figure.is_date:
        is_beside = kin.beside >= _LIMITS.date_beside or kin.known >= _LIMITS.date_known
        return is_beside and kin.nearness >= _LIMITS.near
    if kin.nearness >= _LIMITS.near:
        return True
    return known_around(figure, best.statement, sources) >= _LIMITS.known_around


def is_small(figure: Figure) -> bool:
    """Whether the figure is one of the small counts that every text has: "three", "half", "second", "a kilo"."""
    value = figure.value
    if not isinstance(value, Quantity) or value.amount is None:
        return False
    if value.dimension not in {"count", "number"}:
        return value.amount == 1 and figure.mention.surface.startswith(("a ", "an "))
    return abs(value.amount) <= _SMALL and (value.amount % 1 == 0 or value.amount == Decimal("0.5"))


def _not_stated(figure: Figure, passage: Passage, before: Sequence[str], sources: SourceIndex) -> SourceJudgement:
    """Contradicted where the sources state another value of surely the same thing, else unsupported.

    Unknown where the sources state both ends of a period, or where the draft itself lists what it counts.
    """
    end = _stated_end(figure.value, sources)
    if end:
        return _judged("unknown", Reason.ELSEWHERE, end, sources)
    if is_small(figure) and lists_as_many(figure, passage):
        return SourceJudgement("unknown", Reason.LISTED_IN_DRAFT)
    ranked = closest(figure, within_sections(sources.comparable(figure), passage, before, sources), sources, 2)
    ranked = [each for each in ranked if _excludes(each.statement.value, figure.value)]
    is_same = ranked and _is_surely_same(figure, ranked[0].kin) and not _is_tie(ranked)
    if is_same and not names_another_of_kind(passage, ranked[0].statement, sources):
        place = word_beside(figure, ranked[0].statement, sources)
        if place:
            return SourceJudgement("unknown", Reason.ELSEWHERE, *place)
        return _judged("contradicted", Reason.OTHER_IN_SOURCE, ranked[0].statement, sources)
    return SourceJudgement("unsupported", Reason.SMALL_NOT_STATED if is_small(figure) else Reason.NOT_STATED)


def _stated_end(value: Value, sources: SourceIndex) -> StatedValue | None:
    """What states one end of a period of which the sources state both; None for everything else."""
    ends = value.text.split("/") if isinstance(value, EdtfDate) and value.is_interval else []
    found = [sources.stating(EdtfDate(end)) for end in ends if end.strip(".")]
    are_all = len(found) > 1 and all(stated and stated[0][0] == Likeness.SAME for stated in found)
    return found[0][0][1] if are_all else None


def _excludes(stated: Value, claim: Value) -> bool:
    """Whether the claim is wrong if the other is right; of two ranges only one can be."""
    fractions = [isinstance(each, Quantity) and is_fraction(each) for each in (stated, claim)]
    if any(fractions) and not all(fractions):
        return False
    ranges = [isinstance(each, Quantity) and each.is_range for each in (stated, claim)]
    return all(ranges) or compare(claim, stated).holds is False


def _is_surely_same(figure: Figure, kin: Kinship) -> bool:
    is_named = kin.noun == 1 or (not figure.context.noun and kin.known >= _LIMITS.known_without_noun)
    return is_named and not kin.is_opposed and kin.known >= _LIMITS.other_known and kin.beside >= _LIMITS.other_beside


def _is_tie(ranked: list[Ranked]) -> bool:
    """Whether two values have as much to do with the figure."""
    first, *others = ranked
    others = [each for each in others if likeness(first.statement.value, each.statement.value) is None]
    return any(each.kin.nearness > _LIMITS.tie * first.kin.nearness for each in others)
