"""Explain a verdict: a text, its mentions and a place in; an explanation for each mention there, out.

The figures are held against the same facts in the same order as in a check; a check itself keeps no record.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from factcli.check.antecedents.before import SENTENCES_BEFORE, Before
from factcli.check.antecedents.told import told_by
from factcli.check.checker import Setting, after_passage, iter_passages
from factcli.check.explaining.explanation import Considered, Explanation, Slot, Weighed
from factcli.check.explaining.quotes_explained import explain_quote
from factcli.check.explaining.slots_in_words import slots_of_fact, slots_of_figure
from factcli.check.guards import CONFIRMATION, SOFT, VETOES, Background, blocking_guard
from factcli.check.pairing import facts_found, likeliest
from factcli.check.tabular.labelled_values import is_laid_out
from factcli.check.tabular.tabular_findings import TabularReader, passage_of
from factcli.check.verdicts import confirmed_unnamed, considered, held_against, margin
from factcli.check.weighing.learnt import CONFIRMING, CONTRADICTING
from factcli.check.weighing.leniency import leniency
from factcli.check.weighing.likelihood import likelihood, measured
from factcli.english.sentences import iter_sentences
from factcli.model.facts import Quotation, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcli.check.alignment import Alignment
    from factcli.check.checker import Checker
    from factcli.check.guards import Situation
    from factcli.check.pairing import FactsFound
    from factcli.check.passages import Figure, Passage
    from factcli.check.verdicts import CheckerContext, Judgement
    from factcli.model.facts import Mention

# A text without headings, for no day.
NO_SETTING = Setting()
# Of a figure, this many facts are shown.
MOST_SHOWN = 5


def explain(
    checker: Checker,
    text: str,
    mentions: Iterable[Mention],
    place: Span,
    setting: Setting = NO_SETTING,
) -> Iterator[Explanation]:
    """An explanation for each of the ``mentions`` of ``text`` that overlap a place in it, in the order of the text."""
    known = Before()
    tables = TabularReader(text, checker.context.evidence)
    for passage in iter_passages(text, _sentences_until(text, place, setting), mentions):
        told = told_by(passage)
        if place.overlaps(passage.span):
            background = Background(known.meant_in(told), setting.published)
            values = list(_explain_values(passage, tables, background, checker.context))
            found = _explain_passage(passage, background, checker.context)
            others = [each for each in found if not any(each.span.overlaps(value.span) for value in values)]
            yield from sorted(
                (each for each in [*others, *values] if each.span.overlaps(place)), key=lambda each: each.span
            )
        known = after_passage(known, passage, told, setting, checker.context.evidence)


def _explain_values(
    passage: Passage, tables: TabularReader, background: Background, context: CheckerContext
) -> Iterator[Explanation]:
    """The values of a table's row or of labelled lines, by the sentences that say the same."""
    for labelled, restated in tables.values(passage):
        headers = Slot("headers", ", ".join(labelled.headers))
        if restated is None:
            yield Explanation(labelled.mention.span, (Slot("value", labelled.mention.surface), headers))
            continue
        found = _explain_passage(passage_of(restated), background, context)
        meant = next((each for each in found if each.span.overlaps(restated.value)), None)
        if meant:
            slots = (headers, Slot("says", restated.text), *meant.slots)
            yield meant._replace(span=labelled.mention.span, slots=slots)


def _sentences_until(text: str, place: Span, setting: Setting) -> Iterator[Span]:
    """The sentences that overlap a place, and of those before them each heading with the last ones below it.

    These say what it may be about; rows of tables and lines with labels, which say nothing of that, are passed over.
    """
    above, before = list[Span](), deque[Span](maxlen=SENTENCES_BEFORE)
    for sentence in iter_sentences(text):
        if sentence.start >= place.end:
            return
        if sentence.end > place.start:
            yield from (*above, *before, sentence)
            above.clear()
            before.clear()
        elif sentence.start in setting.headings:
            above += [*before, sentence]
            before.clear()
        elif not is_laid_out(text, sentence):
            before.append(sentence)


def _explain_passage(passage: Passage, background: Background, context: CheckerContext) -> Iterator[Explanation]:
    for mention in passage.mentions:
        if isinstance(mention.value, Quotation):
            yield explain_quote(mention, mention.value, passage, context.evidence)
    facts = facts_found(passage, background.before, context.evidence)
    for figure in passage.figures:
        found, situations = considered(passage, figure, facts.meant, background, context)
        slots = slots_of_figure(passage, figure)
        shown = tuple(_tried(found, figure, situations, context))
        if context.evidence.has_many_subjects and all(each.verdict == "unknown" for each in shown):
            shown = (*_unnamed(passage, figure, facts, background, context), *shown)[:MOST_SHOWN]
        further = len({alignment.known for alignment in found}) - len({each.fact.id for each in shown})
        yield Explanation(figure.mention.span, slots, shown, max(further, 0))


def _unnamed(
    passage: Passage, figure: Figure, facts: FactsFound, background: Background, context: CheckerContext
) -> Iterator[Considered]:
    """The fact that confirms a figure though its subject is not named, if any."""
    confirmed = confirmed_unnamed(passage, figure, facts, background, context)
    if confirmed:
        judgement, situation = confirmed
        clearness = margin(situation.alignment, situation.rivals.found)
        yield _considered(judgement, situation.alignment, situation, clearness, context)


def _tried(
    found: list[Alignment], figure: Figure, situations: dict[int, Situation], context: CheckerContext
) -> Iterator[Considered]:
    """The likeliest facts in the order in which they are tried; each of them once."""

    def may_agree(alignment: Alignment) -> bool:
        return blocking_guard(situations[id(alignment)], CONFIRMATION, context.without) is None

    pool, shown = list(found), set[str]()
    while pool and len(shown) < MOST_SHOWN:
        alignment = likeliest(pool, may_agree)
        if alignment is None or (shown and not alignment.score and not alignment.agreement.holds):
            return
        judgement = held_against(alignment, figure, situations, context, pool)
        if alignment.known.fact.id not in shown:
            shown.add(alignment.known.fact.id)
            yield _considered(judgement, alignment, situations[id(alignment)], margin(alignment, pool), context)
        pool = [each for each in pool if each is not alignment]


def _considered(
    judgement: Judgement, alignment: Alignment, situation: Situation, clearness: float, context: CheckerContext
) -> Considered:
    holds = alignment.agreement.holds
    slots = slots_of_fact(alignment.known, alignment.figure)
    fact = alignment.known.fact
    if holds is None:
        return Considered(fact, judgement.verdict, judgement.reason, "values", slots)
    hard = CONFIRMATION if holds else VETOES
    rules = tuple(name for name, rule in {**hard, **SOFT}.items() if name not in context.without and rule(situation))
    decider = "rule" if blocking_guard(situation, hard, context.without) else "weight"
    said = measured(situation, clearness, context.without)
    return Considered(
        fact,
        judgement.verdict,
        judgement.reason,
        "rule" if decider == "rule" else "weight",
        slots,
        rules,
        _evidence(said, agrees=holds),
        round(likelihood(said, agrees=holds), 2),
        leniency(situation, said, agrees=holds),
    )


def _evidence(said: dict[str, float], *, agrees: bool) -> tuple[Weighed, ...]:
    """What was said for and against, the weightiest first; the start of the sum is a piece like any other."""
    weights = CONFIRMING if agrees else CONTRADICTING
    found = {name: round(weights.get(name, 0.0) * value, 2) for name, value in said.items()}
    found["bias"] = weights["bias"]
    weighty = sorted(found.items(), key=lambda item: -abs(item[1]))
    return tuple(Weighed(name, weight) for name, weight in weighty if weight)
