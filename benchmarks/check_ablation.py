#!/usr/bin/env python3
"""What each rule of the checker buys: every rule is switched off in turn, and pairs of evidence and claim are scored.

    python benchmarks/check_ablation.py FOLDER                      all rules, all *.jsonl of the folder
    python benchmarks/check_ablation.py FOLDER --rule other-name    one rule
    python benchmarks/check_ablation.py FOLDER --set least_near_known=0.5

Each line of a file is ``{"evidence": ..., "claim": ..., "label": "supports" | "refutes" | "nei", "subject": ...}``.
Columns: share of refuted claims called contradicted, of supported and of undecided ones called so falsely, and of
supported and refuted ones called confirmed, in percent.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from factcli.check import Checker
from factcli.check.guards import DIFFERENCE
from factcli.check.weighing.weights import DEFAULT, Weights
from factcli.extract import extract_facts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcli.model.facts import Fact

RULES = (*DIFFERENCE, "time-anchor", "sentence-in-doubt")
COLUMNS = (
    ("refutes", "contradicted"),
    ("supports", "contradicted"),
    ("nei", "contradicted"),
    ("supports", "confirmed"),
    ("refutes", "confirmed"),
)


class Pair(NamedTuple):
    """A claim, the facts of its evidence, and what is true of it."""

    claim: str
    facts: list[Fact]
    label: str


def read_pairs(path: Path) -> list[Pair]:
    """The pairs of one file, their evidence read."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return [
        Pair(row["claim"], list(extract_facts(row["evidence"], subject=row.get("subject"))), row["label"])
        for row in rows
    ]


def verdict(pair: Pair, weights: Weights, without: Iterable[str]) -> str:
    """What is said of the claim as a whole: contradicted by any finding, else confirmed by any, else unknown."""
    said = {finding.verdict for finding in Checker(pair.facts, weights=weights, without=without).check(pair.claim)}
    return next((word for word in ("contradicted", "confirmed") if word in said), "unknown")


def score(pairs: list[Pair], weights: Weights, without: Iterable[str]) -> str:
    """One line of shares, in the order of the columns."""
    counted = Counter((pair.label, verdict(pair, weights, without)) for pair in pairs)
    labels = Counter(pair.label for pair in pairs)
    shares = (
        f"{100 * counted[column] / labels[column[0]]:7.1f}" if labels[column[0]] else "      -" for column in COLUMNS
    )
    return "".join(shares)


def adjusted(settings: list[str]) -> Weights:
    """The weights with what ``NAME=VALUE`` sets."""
    pairs = (setting.partition("=") for setting in settings)
    changes = {name: type(getattr(DEFAULT, name))(float(value)) for name, _, value in pairs}
    return msgspec.structs.replace(DEFAULT, **changes)


def main() -> None:
    """Score the folder with all rules, then without each."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("folder", type=Path)
    ask.add_argument("--rule", action="append", choices=RULES)
    ask.add_argument("--set", action="append", default=[], metavar="NAME=VALUE")
    given = ask.parse_args()
    weights = adjusted(given.set)
    for path in sorted(given.folder.glob("*.jsonl")):
        pairs = read_pairs(path)
        print(f"{path.stem} ({len(pairs)} pairs)\n{'':24}  refut   supp    nei | conf R refut")
        print(f"{'all rules':24}{score(pairs, weights, ())}")
        for rule in given.rule or RULES:
            print(f"{'- ' + rule:24}{score(pairs, weights, [rule])}")


if __name__ == "__main__":
    main()
