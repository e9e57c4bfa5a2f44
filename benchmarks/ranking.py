"""How much of the ten best facts a limited search of frequent words finds: ``python benchmarks/ranking.py``.

A thousand queries over a made store, the same every time: frequent words alone, two of them, and one with a rarer one.
For each the first ten of ``fact --limit 10`` are held against the first ten by BM25 of all facts that match.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from stores import common_words, make_store

from factcli.index import FactIndex
from factcli.index.match import matching
from factcli.query.parse import parse_query

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factcli.index import Hit

FIRST = 10
# Words of the vocabulary: more than 2,000 of 100,000 facts have one of the first, 100 to 2,000 one of the second.
FREQUENT_WORDS, RARER_WORDS = 70, 900


class Quality(NamedTuple):
    """How a kind of query fared: the share found of the ten best, and milliseconds of a limited and a full search."""

    queries: int
    found: float
    quick: float
    full: float


def queries_by_kind(count: int) -> dict[str, list[str]]:
    """So many queries of made words, by their kind."""
    chance = random.Random(count)  # noqa: S311 - the same queries every time
    frequent, rarer = common_words(0, FREQUENT_WORDS), common_words(FREQUENT_WORDS + 30, RARER_WORDS)
    alone = ["the", "fifth", *frequent]
    half = (count - len(alone)) // 2
    return {
        "a frequent word": alone,
        "two frequent words": [" ".join(chance.sample(alone, 2)) for _ in range(half)],
        "a frequent word and a rarer one": [
            f"{chance.choice(alone)} {chance.choice(rarer)}" for _ in range(count - len(alone) - half)
        ],
    }


def measured(index: FactIndex, queries: list[str]) -> Quality:
    """What a limited search of each query finds of the best by BM25 of all."""
    rows = list(_compared(index, queries))
    share, quick, full = zip(*rows, strict=True)
    return Quality(len(rows), statistics.fmean(share), statistics.median(quick), statistics.median(full))


def _compared(index: FactIndex, queries: list[str]) -> Iterator[tuple[float, float, float]]:
    for number, query in enumerate(queries):
        searches = [partial(index.search, query, FIRST), partial(_full_search, index, query)]
        # Whichever comes second finds the pages of the index read: each comes second as often.
        answers = [_timed(search) for search in (reversed(searches) if number % 2 else searches)]
        (limited, quick), (best, full) = reversed(answers) if number % 2 else answers
        yield len(best & limited) / len(best) if best else 1.0, quick, full


def _full_search(index: FactIndex, query: str) -> list[Hit]:
    return index._hits(matching(parse_query(query)), FIRST)  # noqa: SLF001 - what a search would do without help


def _timed(search: Callable[[], list[Hit]]) -> tuple[set[str], float]:
    began = time.perf_counter()
    hits = search()
    return {hit.id for hit in hits}, 1000 * (time.perf_counter() - began)


def main() -> None:
    """Make the store, measure, and write a table."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--facts", type=int, default=100_000)
    ask.add_argument("--queries", type=int, default=1_000)
    ask.add_argument("--folder", type=Path, help="where store and index are kept for another run")
    given = ask.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.folder or Path(temporary)
        os.environ["XDG_CACHE_HOME"] = str(folder)
        index = FactIndex.at(make_store(folder / f"{given.facts}.json", given.facts))
        print("| | queries | found of the ten best | median ms | ms by BM25 of all |\n|---|---:|---:|---:|---:|")
        for kind, queries in queries_by_kind(given.queries).items():
            quality = measured(index, queries)
            print(
                f"| {kind} | {quality.queries} | {quality.found:.3f} | {quality.quick:.1f} | {quality.full:.1f} |",
                flush=True,
            )


if __name__ == "__main__":
    main()
