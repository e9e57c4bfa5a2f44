#!/usr/bin/env python3
"""Learn the weights of soft evidence: ``python benchmarks/learn_weights.py FILE... [--write]``.

Each FILE is a bench of labelled drafts.  A JSON line has facts as in a store, each with its id, and drafts to check
against them, each with its marks::

    {"facts": [...], "drafts": [{"text": "...", "marks": [
        {"start": 5, "end": 12, "label": "contradicted", "facts": ["id"]}]}]}

A mark says what its figure is beside ``facts`` (any, where they are not named): contradicted, confirmed, or silent
where no fact is about it.  Where only the whole draft is labelled, its ``label`` takes the place of the marks: of a
contradicted draft the likeliest of the figures that differ is taken to be wrong; undecided means that nothing of it
is.  ``leaving_out`` are facts that do not count for a draft.

Each figure beside each fact that it is held against is an example.  The weights are those of a logistic regression
whose signs are fixed beforehand: evidence only adds, doubts only subtract.  Each bench weighs the same.  For each
bench, what the weights learnt from the others do with it is printed.  With ``--write`` the table
``factcli/check/weighing/learnt.py`` is written; ``--only`` learns one of its two tables, and leaves the other as it is.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import tempfile
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from factcli.check import Checker, guards, verdicts
from factcli.check.guards import SOFT
from factcli.check.reasons import Reason
from factcli.check.verdicts import Judgement
from factcli.check.weighing import learnt as known
from factcli.check.weighing.likelihood import DOUBTS, EVIDENCE, measured
from factcli.store import FactStore

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcli.check.alignment import Alignment
    from factcli.check.guards import Situation
    from factcli.check.passages import Figure
    from factcli.check.verdicts import CheckerContext
    from factcli.model.facts import Fact

TABLE = Path(__file__).parents[1] / "factcli" / "check" / "weighing" / "learnt.py"
NEGATIVE = {*map(str, SOFT), *DOUBTS}
NAMES = sorted({*EVIDENCE, *NEGATIVE, "margin", "undoubted"})
EPOCHS, ROUNDS, BATCH, RATE, SHRINKING = 60, 3, 512, 0.05, 0.0005
LEAST = 0.05
# Above 1, a right verdict that is missed is worse than one that is wrong.
WEIGHT_OF_RIGHT = {"CONFIRMING": 0.45, "CONTRADICTING": 0.9}


class Example(NamedTuple):
    """A figure beside a fact: what was measured, and whether the verdict would be right.

    ``is_right`` is None where at most one of its ``group`` is right.  ``is_open`` says that no hard rule decides.
    """

    bench: str
    group: str
    said: dict[str, float]
    agrees: bool
    is_right: bool | None
    is_open: bool


def examples(path: Path) -> Iterator[Example]:
    """The examples of one bench."""
    for number, line in enumerate(map(json.loads, path.read_text("utf-8").splitlines())):
        facts = facts_of(line["facts"])
        for place, draft in enumerate(line["drafts"]):
            left_out = set(draft.get("leaving_out", ()))
            for situation, said in held(Checker([fact for fact in facts if fact.id not in left_out]), draft["text"]):
                label = label_of(situation.alignment, draft)
                if label is None:
                    continue
                agrees = bool(situation.alignment.agreement.holds)
                rules = guards.CONFIRMATION if agrees else guards.VETOES
                is_open = guards.blocking_guard(situation, rules, frozenset()) is None
                group = f"{path.stem} {number} {place}"
                yield Example(path.stem, group, said, agrees, None if label == "one" else label == "right", is_open)


def facts_of(written: list[dict[str, Any]]) -> list[Fact]:
    """Facts that are written as in a store, each with its id."""
    entries = {fact["id"]: {key: value for key, value in fact.items() if key != "id"} for fact in written}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "facts.json")
        path.write_text(json.dumps({"facts": entries, "sources": {}}), "utf-8")
        return list(FactStore.open(path))


def label_of(alignment: Alignment, draft: dict[str, Any]) -> str | None:
    """Whether the verdict for a figure would be right or wrong, or one of its draft is right; None if unlabelled."""
    agrees, span = bool(alignment.agreement.holds), alignment.claim.mention.span
    if "label" in draft:
        return label_of_draft(draft["label"], agrees=agrees)
    for mark in draft["marks"]:
        if span.start < mark["end"] and mark["start"] < span.end:
            is_meant = "facts" not in mark or alignment.known.fact.id in mark["facts"]
            return "right" if mark["label"] == ("confirmed" if agrees else "contradicted") and is_meant else "wrong"
    return None


def label_of_draft(label: str, *, agrees: bool) -> str | None:
    """The label of a figure of a draft that is labelled as a whole."""
    if label == "confirmed":
        return "right" if agrees else "wrong"
    if agrees:
        return None
    return "one" if label == "contradicted" else "wrong"


def held(checker: Checker, text: str) -> list[tuple[Situation, dict[str, float]]]:
    """Each figure of a text beside each fact that it is held against, with what was measured."""
    found: list[tuple[Situation, dict[str, float]]] = []

    def record(
        alignment: Alignment | None,
        figure: Figure,
        situations: dict[int, Situation],
        context: CheckerContext,  # noqa: ARG001 - takes the place of a function that needs it
        pool: list[Alignment],
    ) -> Judgement:
        if alignment is not None and alignment.agreement.holds is not None:
            said = measured(situations[id(alignment)], verdicts.margin(alignment, pool))
            found.append((situations[id(alignment)], {name: value for name, value in said.items() if value}))
        return Judgement(figure.mention, "unknown", Reason.NO_FACT, alignment)

    kept, verdicts.held_against = verdicts.held_against, record
    try:
        checker.check(text)
    finally:
        verdicts.held_against = kept
    return found


def learn(rows: Sequence[Example], weight_of_right: float) -> dict[str, float]:
    """The weights, and the bias, that tell right examples from others best."""
    weights: dict[str, float] = {}
    for _ in range(ROUNDS):
        weights = fit(balanced(decided(rows, weights or {"bias": 0.0, "overlap": 1.0}), weight_of_right))
    return weights


def decided(rows: Sequence[Example], weights: dict[str, float]) -> list[Example]:
    """The examples, of each group of which one is right only the one that the weights find likeliest."""
    likeliest: dict[str, Example] = {}
    for row in rows:
        if row.is_right is None:
            best = likeliest.get(row.group)
            if best is None or sum_of(weights, row.said) > sum_of(weights, best.said):
                likeliest[row.group] = row
    sure = [row for row in rows if row.is_right is not None]
    return sure + [row._replace(is_right=True) for row in likeliest.values()]


def balanced(rows: Sequence[Example], weight_of_right: float) -> list[tuple[Example, float]]:
    """The examples with their weights, so that each bench weighs the same; 1 on average."""
    sizes = Counter(row.bench for row in rows)
    mean = len(rows) / len(sizes)
    return [(row, (weight_of_right if row.is_right else 1.0) * mean / sizes[row.bench]) for row in rows]


def fit(rows: list[tuple[Example, float]]) -> dict[str, float]:
    """Logistic regression by small batches in a fixed order, its steps getting smaller."""
    order = random.Random(1)  # noqa: S311 - the same at every run
    weights: dict[str, float] = dict.fromkeys(("bias", *NAMES), 0.0)
    moved, steep = dict.fromkeys(weights, 0.0), dict.fromkeys(weights, 0.0)
    step = 0
    for epoch in range(EPOCHS):
        order.shuffle(rows)
        rate = RATE * (1 - epoch / EPOCHS)
        for begin in range(0, len(rows), BATCH):
            step += 1
            for name, tilt in slope(weights, rows[begin : begin + BATCH]).items():
                moved[name] = 0.9 * moved[name] + 0.1 * tilt
                steep[name] = 0.99 * steep[name] + 0.01 * tilt * tilt
                stride = moved[name] / (1 - 0.9**step) / (math.sqrt(steep[name] / (1 - 0.99**step)) + 1e-8)
                weights[name] = signed(name, weights[name] - rate * stride)
    return weights


def slope(weights: dict[str, float], batch: Sequence[tuple[Example, float]]) -> dict[str, float]:
    """By how much the loss of some examples grows with each weight."""
    found = {name: SHRINKING * weight * (name != "bias") for name, weight in weights.items()}
    for row, share in batch:
        missed = share * (1 / (1 + math.exp(-sum_of(weights, row.said))) - bool(row.is_right)) / len(batch)
        found["bias"] += missed
        for name, value in row.said.items():
            found[name] += missed * value
    return found


def signed(name: str, weight: float) -> float:
    """The weight, or 0 where its sign is not the one that is fixed for it."""
    if name == "bias":
        return weight
    return min(weight, 0.0) if name in NEGATIVE else max(weight, 0.0)


def sum_of(weights: dict[str, float], said: dict[str, float]) -> float:
    """The weighed sum of what was measured."""
    return weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in said.items())


def left_out(rows: list[Example], weight_of_right: float) -> None:
    """Print, for each bench, how many right and wrong figures the weights learnt from the other benches take."""
    of_bench: defaultdict[str, list[Example]] = defaultdict(list)
    for row in rows:
        of_bench[row.bench].append(row)
    for bench, own in sorted(of_bench.items()):
        weights = learn([row for row in rows if row.bench != bench], weight_of_right)
        judged = [row for row in decided(own, weights) if row.is_open]
        taken = Counter(row.is_right for row in judged if sum_of(weights, row.said) > 0)
        right = sum(bool(row.is_right) for row in judged)
        print(f"  {bench}: {taken[True]} of {right} right ones, {taken[False]} of {len(judged) - right} others")


def table(learnt: dict[str, dict[str, float]]) -> str:
    """The module with the weights."""
    lines = ['"""Weights of soft evidence, written by ``benchmarks/learn_weights.py``: do not edit by hand."""']
    for name, weights in learnt.items():
        lines += ["", f"{name}: dict[str, float] = {{", f'    "bias": {weights.pop("bias"):.2f},']
        lines += [f'    "{key}": {weight:.2f},' for key, weight in sorted(weights.items()) if abs(weight) >= LEAST]
        lines.append("}")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Read the benches, learn both tables, print what they do and write them."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("files", nargs="+", type=Path)
    ask.add_argument("--write", action="store_true")
    ask.add_argument("--only", choices=WEIGHT_OF_RIGHT)
    given = ask.parse_args()
    rows = [row for path in given.files for row in examples(path)]
    learnt: dict[str, dict[str, float]] = {name: dict(getattr(known, name)) for name in WEIGHT_OF_RIGHT}
    for name in [given.only] if given.only else WEIGHT_OF_RIGHT:
        weight_of_right = WEIGHT_OF_RIGHT[name]
        these = [row for row in rows if row.agrees == (name == "CONFIRMING")]
        print(name)
        if not these:
            ask.error(f"no example is {name.lower()}")
        left_out(these, weight_of_right)
        learnt[name] = learn(these, weight_of_right)
    if given.write:
        TABLE.write_text(table(learnt), "utf-8")


if __name__ == "__main__":
    main()
