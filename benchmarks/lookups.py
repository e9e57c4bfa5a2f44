"""What a lookup costs, beside other tools and at several sizes: ``python benchmarks/lookups.py``.

Each command is run in turns with ``python -c pass``, so that a noisy machine disturbs both alike; the figure is the
ratio of the medians of their CPU time (user and system, of the whole process).  Tools that are not installed are left
out.  Writes a table to standard output, and with ``--picture PATH`` an SVG.
"""

from __future__ import annotations

import argparse
import os
import platform
import pty
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import NamedTuple

from bars import Bar, render_bars
from stores import common_words, make_records, make_store, make_tantivy, often_beside

FACT = str(Path(sys.executable).with_name("fact"))
SQLITE_UTILS = str(Path(sys.executable).with_name("sqlite-utils"))
PASS = [sys.executable, "-c", "pass"]
# A command that has run for so long in all is not run again.
PATIENCE_SECONDS = 8.0
# A store as young as this is digested again by every lookup, since its times do not tell yet whether it changed.
_A_TICK_SECONDS = 2.5
WORD = "district42"
TINYDB = (
    "import sys, tinydb;"
    "facts = tinydb.TinyDB(sys.argv[1], access_mode='r').table('facts');"
    "facts.document_id_class = str;"
    "print(*facts.search(tinydb.where('statement').search(r'\\bdistrict42\\b')))"
)
TANTIVY = (
    "import sys, tantivy;"
    "index = tantivy.Index.open(sys.argv[1]); searcher = index.searcher();"
    "hits = searcher.search(index.parse_query('district42', ['statement']), 10).hits;"
    "print(*[searcher.doc(address)['statement'][0] for _, address in hits])"
)
FOUND = f"SELECT statement FROM facts WHERE number IN (SELECT rowid FROM terms WHERE terms MATCH '{WORD}')"  # noqa: S608 - a word of our own


class Row(NamedTuple):
    """A command to be measured: what it is called, its words, and whether it is ours and runs on a terminal.

    ``typed`` is what a shell asks to be completed instead.
    """

    name: str
    command: list[str]
    is_ours: bool = True
    on_terminal: bool = False
    typed: str = ""

    @property
    def asked(self) -> dict[str, str]:
        """What a shell puts in the environment to have a line completed."""
        if not self.typed:
            return {}
        last = str(len(self.typed.split()) - 1)
        return {"_FACT_COMPLETE": "bash_complete", "COMP_WORDS": self.typed, "COMP_CWORD": last}


def rows_for(store: str, index: str) -> list[Row]:
    """The commands that look something up in one store, as far as they are installed."""
    fact = [FACT, "--store", store]
    frequent = common_words(2, 1)[0]
    jq = f'.facts[] | select(.statement | test("\\\\b{WORD}\\\\b")) | .statement'
    rows = [
        Row("fact WORD", [*fact, WORD]),
        Row("fact --format json WORD", [*fact, "--format", "json", WORD]),
        Row("fact --limit 10 FREQUENT", [*fact, "--limit", "10", frequent]),
        Row("fact --limit 10 the", [*fact, "--limit", "10", "the"]),
        Row("fact --limit 10 FREQUENT FREQUENT", [*fact, "--limit", "10", *common_words(2, 2)]),
        Row("fact --limit 10 OFTEN OFTEN", [*fact, "--limit", "10", *common_words(9, 2)]),
        Row("fact --limit 10 OFTEN WORD", [*fact, "--limit", "10", often_beside(WORD, store), WORD]),
        Row("fact --limit 10 the WORD", [*fact, "--limit", "10", "the", WORD]),
        Row("completion of a word", [FACT], typed="fact district4"),
        Row("completion of an id", [FACT], typed="fact show place-4"),
        Row("fact -- WORD, through click", [*fact, "--", WORD]),
        Row("fact WORD, on a terminal", [*fact, WORD], on_terminal=True),
        Row("sqlite3, on the index", ["sqlite3", index, FOUND], is_ours=False),
        Row("sqlite-utils, on the index", [SQLITE_UTILS, index, FOUND], is_ours=False),
        Row("grep -w", ["grep", "-wF", WORD, store], is_ours=False),
        Row("ripgrep -w", ["rg", "-wF", WORD, store], is_ours=False),
        Row("jq", ["jq", jq, store], is_ours=False),
        Row("recsel", ["recsel", "-e", f"statement ~ '{WORD}[^0-9]'", make_records(store)], is_ours=False),
        Row("tantivy-py, on its index", [sys.executable, "-c", TANTIVY, make_tantivy(store)], is_ours=False),
        Row("TinyDB", [sys.executable, "-c", TINYDB, store], is_ours=False),
    ]
    return [row for row in rows if shutil.which(row.command[0]) and row.command[-1]]


def cpu_seconds(command: list[str], environment: dict[str, str], *, on_terminal: bool = False) -> float:
    """CPU time of one run of ``command``."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    if on_terminal:
        run_on_terminal(command, environment)
    else:
        subprocess.run(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def run_on_terminal(command: list[str], environment: dict[str, str]) -> None:
    """Run ``command`` on a pseudo-terminal of 100 columns and read what it draws."""
    primary, secondary = pty.openpty()
    with subprocess.Popen(command, env=environment | {"COLUMNS": "100"}, stdout=secondary, stdin=secondary) as process:
        os.close(secondary)
        try:
            while os.read(primary, 65536):
                pass
        except OSError:
            pass  # the other end of a pseudo-terminal closes with EIO
        process.wait()
    os.close(primary)


def ratio(row: Row, environment: dict[str, str], runs: int) -> float:
    """Median CPU time of a command over that of ``python -c pass``, run in turns."""
    environment = environment | row.asked
    cpu_seconds(row.command, environment, on_terminal=row.on_terminal)
    ours: list[float] = []
    floor: list[float] = []
    began = time.monotonic()
    while len(ours) < runs and not (ours and time.monotonic() - began > PATIENCE_SECONDS):
        ours.append(cpu_seconds(row.command, environment, on_terminal=row.on_terminal))
        floor.append(cpu_seconds(PASS, environment, on_terminal=row.on_terminal))
    return statistics.median(ours) / statistics.median(floor)


def measured(store: str, environment: dict[str, str], runs: int) -> list[Bar]:
    """A bar for each command on one store; the index is built first."""
    fact = [FACT, "--store", store]
    subprocess.run([*fact, "--count", WORD], env=environment, stdout=subprocess.PIPE, check=False)
    time.sleep(_A_TICK_SECONDS)
    paths = [*fact, "paths", "--fields", "path"]
    index = subprocess.run(paths, env=environment, stdout=subprocess.PIPE, check=True).stdout.decode().splitlines()[1]
    environment = environment | {"FACTCLI_STORE": store}
    return [Bar(row.name, ratio(row, environment, runs), row.is_ours) for row in rows_for(store, index)]


def render_table(groups: dict[str, list[Bar]]) -> str:
    """The figures as a table in Markdown, a column for each size."""
    head = [f"| | {' | '.join(groups)} |", f"|---{'|---:' * len(groups)}|"]
    rows = (
        f"| {bars[0].label} | {' | '.join(f'{bar.figure:.1f}' for bar in bars)} |"
        for bars in zip(*groups.values(), strict=True)
    )
    return "\n".join([*head, *rows])


def main() -> None:
    """Make the stores, measure, and write the table and the picture."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--facts", type=int, nargs="+", default=[1_000, 100_000], help="the sizes of the stores")
    ask.add_argument("--runs", type=int, default=20)
    ask.add_argument("--folder", type=Path, help="where stores and indexes are kept for another run")
    ask.add_argument("--picture", type=Path)
    given = ask.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.folder or Path(temporary)
        environment = os.environ | {"XDG_CACHE_HOME": str(folder)}
        # An installed package has its bytecode; a checkout gets it from the first run, unless that is forbidden.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        groups = {
            f"{facts:,} facts": measured(make_store(folder / f"{facts}.json", facts), environment, given.runs)
            for facts in given.facts
        }
    print(f"Python {platform.python_version()}, {os.cpu_count()} CPUs, {platform.machine()}, {date.today()}\n")  # noqa: DTZ011 - the day where it ran
    print(render_table(groups))
    if given.picture:
        given.picture.write_text(render_bars("CPU time of a lookup; python -c pass is 1", groups), encoding="utf-8")


if __name__ == "__main__":
    main()
