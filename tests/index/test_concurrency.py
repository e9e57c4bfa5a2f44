"""While one lookup brings an index up to date, is stopped or killed, no other answers from the old one.

A few answers are asked for in every run, and a thousand, which takes minutes, by
``pytest -m slow tests/index/test_concurrency.py``.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from factcli.index import FactIndex
from factcli.index.freshness import index_path
from factcli.index.publishing import index_lock


def write(path: Path, facts: int, amount: int) -> None:
    entries = {
        f"lamp-{number}": {
            "kind": "figure",
            "statement": f"Lighthouse {number} of the coast has {amount} lamps, which the keepers light at dusk.",
            "keywords": ["lighthouse", f"coast{number}"],
            "value": {"amount": str(amount), "unit": "lamp"},
            "references": [{"source": "pilot"}],
        }
        for number in range(facts)
    }
    sources = {"pilot": {"type": "book", "title": "A pilot of the coast"}}
    path.write_text(json.dumps({"facts": entries, "sources": sources}, indent=2), encoding="utf-8")


def look_up(store: Path, amount: int) -> subprocess.Popen[bytes]:
    """Count the facts with this amount: all of a store as it is now, or of an old one none."""
    command = [sys.executable, "-m", "factcli", "--store", str(store), f"value:{amount}", "--count"]
    return subprocess.Popen(command, stdout=subprocess.PIPE)


def answers(store: Path, amount: int, gaps: list[float], killed_after: float | None) -> list[bytes]:
    """What lookups answer that begin one after another; where the first is killed, what the others do."""
    lookups = [look_up(store, amount)]
    if killed_after is not None:
        time.sleep(killed_after)
        lookups[0].kill()
    for gap in gaps:
        time.sleep(gap)
        lookups.append(look_up(store, amount))
    found = [lookup.communicate()[0] for lookup in lookups]
    return found if killed_after is None else found[1:]


def wrong_answers(store: Path, facts: int, wanted: int, seed: int) -> list[tuple[int, bytes]]:
    """Of so many answers or more those that are wrong; every two to eight of them are asked for after a new change.

    Most gaps are short: a lookup that begins two seconds after the change finds the work done.
    """
    chance = random.Random(seed)  # noqa: S311 - the same lookups every time
    wrong = []
    amount = answered = 0
    while answered < wanted:
        amount += 1
        write(store, facts, amount)
        longest = chance.choice([0, 0, 0.1, 0.1, 0.3, 0.3, 2])
        gaps = [longest * chance.random() for _ in range(chance.randrange(2, 8))]
        killed_after = chance.choice([None, chance.random()])
        found = answers(store, amount, gaps, killed_after)
        answered += len(found)
        wrong += [(amount, answer) for answer in found if answer != b"%d\n" % facts]
    return wrong


def test_lookups_at_once_never_answer_from_an_older_store(tmp_path: Path) -> None:
    assert wrong_answers(tmp_path / "facts.json", facts=1_500, wanted=20, seed=7) == []


@pytest.mark.slow
def test_of_a_thousand_answers_none_is_from_an_older_store(tmp_path: Path) -> None:
    assert wrong_answers(tmp_path / "facts.json", facts=3_000, wanted=1_000, seed=11) == []


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "facts.json"
    write(path, 30, 1)
    FactIndex.at(str(path))
    return path


def test_who_does_not_get_a_turn_answers_from_memory(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = Path(index_path(str(store)))
    before = place.stat()
    monkeypatch.setattr("factcli.index.publishing.PATIENCE_SECONDS", 0)
    write(store, 30, 2)
    with index_lock(str(place), 0) as is_ours:
        found = FactIndex.at(str(store)).count("value:2")

    assert is_ours
    assert found == 30
    assert place.stat() == before


def test_who_waited_takes_the_index_that_was_made_meanwhile(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(store, 30, 2)
    first = FactIndex.at(str(store))
    # As if it had looked before the other was done.
    monkeypatch.setattr(FactIndex, "fresh", lambda _path: None)
    monkeypatch.setattr("factcli.index.build.builder._renewed", None)

    assert FactIndex.at(str(store)).count("value:2") == first.count("value:2") == 30


def test_an_index_that_is_read_stays_as_it_is(store: Path) -> None:
    reader = FactIndex.at(str(store))
    write(store, 30, 2)
    FactIndex.at(str(store))

    assert (reader.count("value:1"), reader.count("value:2")) == (30, 0)


def test_a_journal_of_an_index_that_is_gone_changes_no_answer(store: Path) -> None:
    place = Path(index_path(str(store)))
    journal = place.with_name(place.name + "-journal")
    writer = (
        "import os, sqlite3, sys; index = sqlite3.connect(sys.argv[1], isolation_level=None);"
        "index.executescript('PRAGMA cache_size = 1; BEGIN; UPDATE facts SET value = 7, statement = 7, low = 7');"
        "os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", writer, str(place)], check=False)
    assert journal.exists()
    write(store, 30, 2)

    assert FactIndex.at(str(store)).count("value:2") == 30
    assert FactIndex.at(str(store)).count("value:2") == 30
    assert not journal.exists()


def test_a_journal_beside_a_sealed_index_is_never_rolled_into_it(store: Path) -> None:
    place = Path(index_path(str(store)))
    before = place.read_bytes()
    copy = store.with_name("copy.sqlite3")
    copy.write_bytes(before)
    killed = (
        "import os, sqlite3, sys; index = sqlite3.connect(sys.argv[1], isolation_level=None);"
        "index.executescript('PRAGMA cache_size = 1; BEGIN; UPDATE facts SET value = 7, statement = 7, low = 7');"
        "os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", killed, str(copy)], check=False)
    journal = place.with_name(place.name + "-journal")
    journal.write_bytes(copy.with_name("copy.sqlite3-journal").read_bytes())

    assert FactIndex.at(str(store)).count("value:1") == 30
    assert place.read_bytes() == before
    write(store, 30, 2)
    assert FactIndex.at(str(store)).count("value:2") == 30
    assert not journal.exists()


def test_a_killed_builder_lets_go_of_its_turn(store: Path) -> None:
    write(store, 3_000, 2)
    builder = look_up(store, 2)
    time.sleep(0.3)
    builder.kill()
    builder.communicate()

    with index_lock(index_path(str(store)), 5) as is_ours:
        assert is_ours


def test_a_lookup_with_a_fresh_index_neither_waits_nor_imports_the_lock(store: Path) -> None:
    place = index_path(str(store))
    program = (
        "import os, sys; from factcli.cli.main import run; status = run(sys.argv[1:]);"
        "sys.stderr.write(' '.join({'filelock', 'sqlite3'} & sys.modules.keys())); sys.exit(status)"
    )
    command = [sys.executable, "-c", program, "--store", str(store), "lighthouse", "--limit", "1", "--fields", "value"]
    time.sleep(2.1)
    # The first finds that the times of the store tell enough by now.
    subprocess.run(command, capture_output=True, check=True)
    with index_lock(place, 0) as is_ours:
        ended = subprocess.run(command, capture_output=True, check=True)

    assert is_ours
    assert (ended.stdout, ended.stderr) == (b"1 lamp\n", b"")


def test_few_changes_bring_an_index_up_to_date_and_many_build_it_anew(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factcli.index.build.builder._FEW", 0)
    built: list[str] = []
    monkeypatch.setattr("factcli.index.build.builder._built", lambda *_: built.append("anew") or "")
    text = store.read_text("utf-8")
    store.write_text(text.replace("has 1 lamps", "has 2 lamps", 10), encoding="utf-8")
    FactIndex.at(str(store))
    assert built == []
    store.write_text(text.replace("has 1 lamps", "has 3 lamps", 21), encoding="utf-8")
    FactIndex.at(str(store))

    assert built == ["anew"]


def test_an_index_of_another_user_is_not_opened(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = Path(index_path(str(store)))
    before = place.stat(), sorted(place.parent.iterdir())
    monkeypatch.setattr("factcli.index.freshness._user", lambda: place.stat().st_uid + 1)
    monkeypatch.setattr("factcli.index.freshness.connected", None)

    assert FactIndex.at(str(store)).count("value:1") == 30
    assert (place.stat(), sorted(place.parent.iterdir())) == before
