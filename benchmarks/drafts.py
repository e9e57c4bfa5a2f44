#!/usr/bin/env python3
"""Measure how much CPU time and memory drafts of any kind take to be read, checked and extracted.

    python benchmarks/drafts.py patterns           the slowest of some 600 made-up texts, each a repeated fragment
    python benchmarks/drafts.py prose              prose dense in figures, and the same at twice the length
    python benchmarks/drafts.py news               prose as newspapers have it: figures in a third of the sentences
    python benchmarks/drafts.py memory             the peak of `fact check` and `fact extract` on 10 MB
    python benchmarks/drafts.py sources            the same for `fact check --against` 10 MB of sources, cold and warm
    python benchmarks/drafts.py digest             a checksum of all results, to compare before and after a change

Rates are in thousands of bytes a second of CPU time.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import subprocess
import sys
import tempfile
import time
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from factcli.check import Checker
from factcli.extract import extract_facts
from factcli.mentions import find_mentions
from factcli.store import FactStore

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    Work = Callable[[str], object]

# Digits, dashes, quotes, currency signs, words, units, scale words, brackets, fractions, apostrophes, dots, slashes.
FRAGMENTS = (
    "1", "12,", "1 ", "½", "1–", "1:2:", "9.", "3/", "-", "2010-", '"', "“", "’", "'a", "$", "€5 ", "one ", "and ",
    "A ", "Lomar ", "may ", " km", "5 ft ", "million ", "two dozen ", "(", ") ", "%", "...", "of ", "said ", ". ", "\n",
    "#", "1st ",
)  # fmt: skip
PATTERNS = 594
SIZE = 12_000
MEGABYTE = 1_000_000
WORDS_1000 = 6_000
TOWNS = ("Lomar", "Bresk", "Tarnow Bay", "Upper Selwick", "Port Hale", "Dunmere")
SENTENCES = (
    "In {year} the ferry of {town} carried {count} passengers, {share}% more than in {ago}.",
    "The {town} council spent ${sum} million on {few} schools and {little} libraries between {ago} and {year}.",
    "“We lost {few} of our {count} trees,” said Ana Silva, the head of the parks of {town}, on {day} May {year}.",
    "Its bridge is {few} metres long, {little} km from the harbour, and cost €{sum}m.",
    "About {count} people, or {share} percent, live within {little} miles of {town}'s old mill.",
)


NAMES = ("Ana Silva", "Tomas Reke", "Ines Hallam", "Joren Brandt", "Maud Okello", "Pavel Lindqvist")
NEWS = (
    "{name}, who has run the ferry company since {year}, said the new boat would not sail before the spring.",
    "The council of {town} met on Tuesday to discuss the repairs.",
    "Nobody was hurt, but the road along the harbour stayed closed for most of the day.",
    "“We had hoped for a quieter season,” said {name}, a fisherman from {town}. “The storms have cost us dearly.”",
    "Residents complained that the buses no longer stop at the hospital, and that the last train leaves too early.",
    "It will cost £{sum}m, half of which comes from the national lottery.",
    "About {count} people live in the valley, most of them in villages that had no doctor until {year}.",
    "The museum in {town} has been closed for repairs after a leak in the roof.",
    "He told the court that he had seen the lights from his kitchen window and called the coastguard.",
    "A spokeswoman for the ministry declined to comment.",
    "Her brother, {name}, had warned the board of the Bresk Institute that the plan would not work.",
    "Prices rose by {share}% last year, the steepest rise in a decade, according to the Bresk Institute.",
)


def patterns() -> Iterator[str]:
    """Fragments by themselves, then a fixed choice of their pairs."""
    pairs = ["".join(pair) for pair in product(FRAGMENTS, repeat=2)]
    random.Random(14).shuffle(pairs)  # noqa: S311 - the same pairs every time is what is wanted
    yield from [*FRAGMENTS, *pairs][:PATTERNS]


def repeated(pattern: str, size: int = SIZE) -> str:
    """A text of so many bytes at most."""
    return pattern * (size // len(pattern.encode()))


def prose(size: int) -> str:
    """Made-up prose of so many characters, with some five figures a sentence, as Markdown."""
    return filled(SENTENCES, size)


def news(size: int) -> str:
    """Made-up prose of so many characters as newspapers have it."""
    return filled(NEWS, size)


def filled(sentences: Sequence[str], size: int) -> str:
    """A text of so many characters of some ``sentences``, their gaps filled in."""
    choose = random.Random(size)  # noqa: S311 - the same text every time is what is wanted
    parts: list[str] = []
    length = 0
    while length < size:
        sentence = choose.choice(sentences).format(
            town=choose.choice(TOWNS), year=choose.randint(1990, 2024), ago=choose.randint(1900, 1989),
            count=f"{choose.randint(1_000, 99_999):,}", few=choose.randint(12, 400), little=choose.randint(2, 11),
            share=choose.randint(1, 99), sum=choose.randint(1, 90), day=choose.randint(1, 28),
            name=NAMES[length % len(NAMES)],
        )  # fmt: skip
        parts += [sentence, "\n\n" if choose.random() < 0.2 else " "]  # noqa: PLR2004 - a fifth ends a paragraph
        length += len(sentence) + 1
    return "".join(parts)


def works() -> dict[str, Work]:
    """What is done to a text: read, checked against the facts of this project, extracted."""
    checker = Checker(FactStore.open(Path(__file__).parent.parent / "facts.json"))
    return {"find_mentions": find_mentions, "check": checker.check, "extract": extract_facts}


def seconds(work: Work, text: str) -> float:
    """How much CPU time the work on a text takes."""
    began = time.process_time()
    work(text)
    return time.process_time() - began


def measure_patterns(shown: int) -> None:
    """The slowest patterns of each work."""
    for name, work in works().items():
        work(repeated("warm "))
        rates = sorted(
            (len(text.encode()) / 1000 / max(seconds(work, text), 1e-6), pattern)
            for pattern in patterns()
            if (text := repeated(pattern))
        )
        print(f"{name}: the slowest of {len(rates)} patterns")
        for rate, pattern in rates[:shown]:
            print(f"{rate:10.1f} kB/s  {pattern!r}")


def measure_rates(text: str) -> None:
    """The rate on a text, and how the time grows with it."""
    half = text[: len(text) // 2]
    for name, work in works().items():
        once, twice = seconds(work, half), seconds(work, text)
        print(f"{name:15} {len(text) / 1000 / twice:10.1f} kB/s  twice the text takes {twice / once:.2f} times as long")


def table(size: int) -> str:
    """A Markdown table of so many characters at most, with a date and a figure in each row."""
    head, row = "| Day | Town | People |\n|---|---|---:|\n", "| {day} May 2019 | {town} | {count:,} |\n"
    choose = random.Random(size)  # noqa: S311 - the same text every time is what is wanted
    rows = (
        row.format(day=choose.randint(1, 28), town=choose.choice(TOWNS), count=choose.randint(1_000, 99_999))
        for _ in range(size // len(row))
    )
    return head + "".join(rows)


def short_lines(size: int) -> str:
    """One paragraph of so many characters, in lines of nine: each has a figure and its end."""
    return "".join(f"{number % 1000:3} tons\n" for number in range(size // len("123 tons\n")))


DRAFTS = (("prose.md", prose), ("prose.txt", prose), ("table.md", table), ("lines.md", short_lines))


def measure_memory(megabytes: float) -> None:
    """CPU time and peak memory of both commands on a file."""
    with tempfile.TemporaryDirectory() as folder:
        for name, make in DRAFTS:
            draft = Path(folder, name)
            draft.write_text(make(int(megabytes * MEGABYTE)), encoding="utf-8")
            for command in ("check", "extract"):
                for form in (
                    (["--format", "json"], []) if command == "check" else (["--format", "json", "--limit", "0"],)
                ):
                    print_run([command, str(draft), *form], folder)


def measure_sources(megabytes: float) -> None:
    """CPU time and peak memory of a check of 1,000 words against prose, read for the first time and from the cache."""
    text = prose(int(megabytes * MEGABYTE))
    with tempfile.TemporaryDirectory() as folder:
        draft, sources = Path(folder, "draft.md"), Path(folder, "sources")
        draft.write_text(text[:WORDS_1000], encoding="utf-8")
        sources.mkdir()
        for start in range(0, len(text), MEGABYTE):
            Path(sources, f"{start}.md").write_text(text[start : start + MEGABYTE], encoding="utf-8")
        for _ in ("cold", "warm"):
            print_run(["check", str(draft), "--against", str(sources)], folder)


def print_run(arguments: list[str], cache: str) -> None:
    """Run a command and print what it took; a child's own peak is asked of the system."""
    environment = os.environ | {"XDG_CACHE_HOME": cache}
    # An installed package has its bytecode; a checkout gets it from the first run, unless that is forbidden.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    started = subprocess.Popen(
        [sys.executable, "-m", "factcli", *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment,
    )
    _, status, used = os.wait4(started.pid, 0)
    started.returncode = os.waitstatus_to_exitcode(status)
    shown = " ".join(Path(argument).name for argument in arguments)
    seconds = used.ru_utime + used.ru_stime
    print(f"{seconds:8.1f} s {used.ru_maxrss / 1024:8.0f} MB  exit {started.returncode}  {shown}", flush=True)


def print_digest() -> None:
    """A checksum of what each work gives for all patterns and for prose."""
    for name, work in works().items():
        digest = hashlib.sha256()
        for text in [*(repeated(pattern, 1_500) for pattern in patterns()), prose(60_000)]:
            digest.update(repr(work(text)).encode())
        print(f"{name:15} {digest.hexdigest()}")


def main() -> None:
    """Read the options and print the measures."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("what", choices=("patterns", "prose", "news", "memory", "sources", "digest"))
    ask.add_argument("--megabytes", type=float, help="default: 1 for prose and news, 10 for memory and sources")
    ask.add_argument("--shown", type=int, default=8, help="how many of the slowest patterns are shown")
    given = ask.parse_args()
    if given.what == "patterns":
        measure_patterns(given.shown)
    elif given.what == "prose":
        measure_rates(prose(int((given.megabytes or 1) * MEGABYTE)))
    elif given.what == "news":
        measure_rates(news(int((given.megabytes or 1) * MEGABYTE)))
    elif given.what == "memory":
        measure_memory(given.megabytes or 10)
    elif given.what == "sources":
        measure_sources(given.megabytes or 10)
    else:
        print_digest()


if __name__ == "__main__":
    main()
