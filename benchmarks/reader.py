#!/usr/bin/env python3
"""Measure how fast texts are read: news prose beside other libraries that are installed, then hostile texts.

    python benchmarks/reader.py              the news sentences of the tests, repeated
    python benchmarks/reader.py draft.txt    a text of your own
    python benchmarks/reader.py --hostile    hostile texts as well, of growing size

The libraries are quantulum3, recognizers-text-suite and dateparser; one that is not installed is left out.
"""

from __future__ import annotations

import argparse
import importlib
import json
import time
from pathlib import Path
from typing import TYPE_CHECKING

from factcli.mentions import find_mentions

if TYPE_CHECKING:
    from collections.abc import Callable

    Reader = Callable[[str], object]

SENTENCES = Path(__file__).parent.parent / "tests" / "mentions" / "news.jsonl"
NEWS_SIZE = 400_000
# The other libraries are slower by two to four orders of magnitude: they get the beginning of the text only.
OTHERS_SIZE = 4_000

HOSTILE = {
    "digits": "1", "groups": "1,", "hyphens": "1-", "number words": "one ", "additions": "two and ",
    "compounds": "12 ft ", "metres or millions": "1m ", "signs": "$", "brackets": "(5", "years": "2010-",
    "months": "may 1 to ", "quotes": '"a" ', "spaces": " ", "ranges": "between 5 and ", "shares": "3 out of ",
}  # fmt: skip
HOSTILE_SIZE = 100_000


def main() -> None:
    """Read the options and print the measures."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("text", nargs="?", type=Path)
    ask.add_argument("--hostile", action="store_true")
    given = ask.parse_args()
    text = given.text.read_text(encoding="utf-8") if given.text else news()
    print(f"{'factcli':24} {rate(find_mentions, text):12.1f} KB/s   {len(find_mentions(text))} mentions")
    for name, reader in other_readers().items():
        print(f"{name:24} {rate(reader, text[:OTHERS_SIZE]):12.1f} KB/s")
    if given.hostile:
        print_hostile()


def news() -> str:
    """The news sentences of the tests, often enough to be measured."""
    rows = map(json.loads, SENTENCES.read_text(encoding="utf-8").splitlines())
    page = "\n".join(row["text"] for row in rows)
    return "\n".join([page] * (NEWS_SIZE // len(page) + 1))


def rate(reader: Reader, text: str, rounds: int = 3) -> float:
    """Thousands of characters a second, the best of some rounds."""
    return len(text) / 1000 / min(seconds(reader, text) for _ in range(rounds))


def seconds(reader: Reader, text: str) -> float:
    """How much processor time one reading takes."""
    began = time.process_time()
    reader(text)
    return time.process_time() - began


def other_readers() -> dict[str, Reader]:
    """The libraries that are installed, each as a function of a text."""
    readers: dict[str, Reader] = {}
    for name, load in (("quantulum3", quantulum), ("recognizers-text-suite", recognizers), ("dateparser", dateparser)):
        try:
            readers[name] = load()
        except ImportError:
            print(f"{name:24} is not installed")
    return readers


def quantulum() -> Reader:
    """The quantities of a text by quantulum3."""
    parser = importlib.import_module("quantulum3.parser")
    parse: Reader = parser.parse
    return parse


def recognizers() -> Reader:
    """The numbers, money, measures and dates of a text by recognizers-text-suite."""
    suite = importlib.import_module("recognizers_suite")
    kinds = (suite.recognize_number, suite.recognize_currency, suite.recognize_dimension, suite.recognize_datetime)
    return lambda text: [recognize(text, "en-us") for recognize in kinds]


def dateparser() -> Reader:
    """The dates of a text by dateparser."""
    search = importlib.import_module("dateparser.search")
    return lambda text: search.search_dates(text, languages=["en"])


def print_hostile() -> None:
    """Each hostile text at one size and at twice the size: linear means a ratio near 2."""
    for name, piece in HOSTILE.items():
        text = piece * (HOSTILE_SIZE // len(piece))
        once, twice = seconds(find_mentions, text), seconds(find_mentions, text * 2)
        print(f"{name:24} {len(text) / 1000 / once:12.1f} KB/s   x2 text takes x{twice / once:.1f} time")


if __name__ == "__main__":
    main()
