#!/usr/bin/env python3
"""Learn the weights of soft evidence: ``python benchmarks/learn_weights.py FILE... [--write]``.

Each FILE is a bench of labelled figures, a JSON line each::

    {"facts": [...], "text": "...", "start": 5, "end": 12, "label": "contradicted", "fact": "id"}

``facts`` are as in a store, with their id; ``label`` says what the figure at ``start`` is beside
``fact``: contradicted, confirmed, or silent where no fact is about it.  A figure
that is held against a fact is an example: a right one where the label is its verdict and the fact the one named.
The weights are those of a logistic regression whose signs are fixed beforehand: evidence only adds, doubts only
subtract.  Each bench weighs the same.  For each bench, what the weights learnt from the others do with it is printed.
With ``--write`` the table ``factcli/check/weighing/learnt.py`` is written.
"""

from __future__ import annotations

import argparse
import json
import math
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from factcli.check import Checker, verdicts
from factcli.check import checker as checking
from factcli.check.guards import SOFT
from factcli.check.weighing.likelihood import DOUBTS, measured
from factcli.store import FactStore

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from factcli.check.guards import Situation

TABLE = Path(__file__).parents[1] / "factcli" / "check" / "weighing" / "learnt.py"
NEGATIVE = {*map(str, SOFT), *DOUBTS}
STEPS, RATE, SHRINKING = 1_500, 0.03, 0.0005
# An alarm that is false is worse than one that is missed.
WEIGHT_OF_RIGHT = {"CONFIRMING": 0.6, "CONTRADICTING": 0.7}
LEAST = 0.05


class Example(NamedTuple):
    """A figure beside a fact: what was measured, whether the verdict would be right, and how much it weighs."""

    bench: str
    said: dict[str, float]
    agrees: bool
    is_right: bool
    weight: float = 1.0


def examples(path: Path) -> list[Example]:
    """The examples of one bench: every figure that is labelled, beside the fact that it is held against last."""
    found: list[Example] = []
    for row in map(json.loads, path.read_text("utf-8").splitlines()):
        for situation, said in held(checker_of(row["facts"]), row["text"]):
            alignment = situation.alignment
            span = alignment.claim.mention.span
            if span.start < row["end"] and row["start"] < span.end:
                agrees = bool(alignment.agreement.holds)
                is_wanted = row["label"] == ("confirmed" if agrees else "contradicted")
                is_right = is_wanted and alignment.known.fact.id == row.get("fact")
                found.append(Example(path.stem, said, agrees=agrees, is_right=is_right))
    return found


def checker_of(facts: list[dict[str, str]]) -> Checker:
    """A checker of facts that are written as in a store, each with its id."""
    entries = {fact["id"]: {key: value for key, value in fact.items() if key != "id"} for fact in facts}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "facts.json")
        path.write_text(json.dumps({"facts": entries, "sources": {}}), "utf-8")
        return Checker(list(FactStore.open(path)))


def held(checker: Checker, text: str) -> list[tuple[Situation, dict[str, float]]]:
    """Each figure of a text with what was measured, where every figure that no hard rule stops would have a verdict."""
    seen: dict[int, tuple[Situation, dict[str, float]]] = {}

    def record(situation: Situation, margin: float, without: Container[str]) -> dict[str, float]:
        said = measured(situation, margin, without)
        seen[situation.alignment.claim.mention.span.start] = situation, said
        return said

    kept = verdicts.measured, verdicts.likelihood, checking.suggestions
    verdicts.measured, verdicts.likelihood = record, lambda _said, *, agrees: 1.0  # noqa: ARG005
    checking.suggestions = lambda *_: {}
    try:
        checker.check(text)
    finally:
        verdicts.measured, verdicts.likelihood, checking.suggestions = kept
    return list(seen.values())


def balanced(rows: Sequence[Example], weight_of_right: float) -> list[tuple[Example, float]]:
    """The examples with their weights, so that each bench weighs the same."""
    sizes = Counter(row.bench for row in rows)
    return [(row, (weight_of_right if row.is_right else 1.0) / sizes[row.bench] / len(sizes)) for row in rows]


def fit(rows: list[tuple[Example, float]]) -> dict[str, float]:
    """The weights, and the bias, that tell right examples from others best."""
    weights: dict[str, float] = dict.fromkeys(("bias", *rows[0][0].said), 0.0)
    moved, steep = dict.fromkeys(weights, 0.0), dict.fromkeys(weights, 0.0)
    for step in range(1, STEPS + 1):
        slope = {name: SHRINKING * weight * (name != "bias") for name, weight in weights.items()}
        for row, share in rows:
            missed = share * (1 / (1 + math.exp(-sum_of(weights, row.said))) - row.is_right)
            slope["bias"] += missed
            for name, value in row.said.items():
                slope[name] += missed * value
        for name, tilt in slope.items():
            moved[name] = 0.9 * moved[name] + 0.1 * tilt
            steep[name] = 0.99 * steep[name] + 0.01 * tilt * tilt
            stride = moved[name] / (1 - 0.9**step) / (math.sqrt(steep[name] / (1 - 0.99**step)) + 1e-8)
            weights[name] = signed(name, weights[name] - RATE * stride)
    return weights


def signed(name: str, weight: float) -> float:
    """The weight, or 0 where its sign is not the one that is fixed for it."""
    if name == "bias":
        return weight
    return min(weight, 0.0) if name in NEGATIVE else max(weight, 0.0)


def sum_of(weights: dict[str, float], said: dict[str, float]) -> float:
    """The weighed sum of what was measured."""
    return weights["bias"] + sum(weights[name] * value for name, value in said.items())


def left_out(rows: list[Example], weight_of_right: float) -> None:
    """Print, for each bench, how many right and wrong figures the weights learnt from the other benches take."""
    for bench in sorted({row.bench for row in rows}):
        weights = fit(balanced([row for row in rows if row.bench != bench], weight_of_right))
        own = [row for row in rows if row.bench == bench]
        taken = Counter(row.is_right for row in own if sum_of(weights, row.said) > 0)
        right = sum(row.is_right for row in own)
        print(f"  {bench}: {taken[True]} of {right} right ones, {taken[False]} of {len(own) - right} others")


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
    given = ask.parse_args()
    rows = [row for path in given.files for row in examples(path)]
    learnt: dict[str, dict[str, float]] = {}
    for name, weight_of_right in WEIGHT_OF_RIGHT.items():
        these = [row for row in rows if row.agrees == (name == "CONFIRMING")]
        print(name)
        if not these:
            ask.error(f"no example is {name.lower()}")
        left_out(these, weight_of_right)
        learnt[name] = fit(balanced(these, weight_of_right))
    if given.write:
        TABLE.write_text(table(learnt), "utf-8")


if __name__ == "__main__":
    main()
