"""Whatever happens to the files of an index, what is answered is what the store says."""

from __future__ import annotations

import json
import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from factcli.index import FactIndex
from factcli.index.freshness import index_path
from factcli.query.parse import parse_query

NAMES = ["Ada", "Bering", "Cabot", "Drake", "Eirik", "Franklin", "Gama", "Hudson"]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "facts.json"
    facts = {
        f"voyage-{number}": {
            "kind": "figure",
            "statement": f"Captain {NAMES[number % 8]} sailed {number * 7} leagues in {number} days.",
            "keywords": [NAMES[number % 8], "voyage"],
            "value": {"amount": str(number * 7), "unit": "league"},
            "references": [{"source": "log"}],
        }
        for number in range(1, 60)
    }
    sources = {"log": {"type": "book", "title": "The logs of captains"}}
    path.write_text(json.dumps({"facts": facts, "sources": sources}, indent=2), encoding="utf-8")
    return path


def answers(store: Path) -> object:
    index = FactIndex.at(str(store))
    found = [
        index.search(query, limit) for query in ("", "hudson", "captain drake", "value:>300") for limit in (None, 3)
    ]
    counted = [index.count(query) for query in ("", "voyage", "value:70", "NOT gama")]
    return found, counted, index.suggestions(parse_query("huddson")), index.ids_starting("voyage-1"), index.sources()


def flip(path: Path, chance: random.Random) -> None:
    content = bytearray(path.read_bytes())
    for _ in range(chance.choice([1, 1, 1, 4, 64])):
        content[chance.randrange(len(content))] ^= chance.randrange(1, 256)
    path.write_bytes(content)


@pytest.mark.parametrize("seed", range(25))
@pytest.mark.parametrize("ending", ["", ".seal"])
def test_flipped_bytes_change_no_answer(store: Path, ending: str, seed: int) -> None:
    right = answers(store)
    path = Path(index_path(str(store)) + ending)
    times = path.stat()
    flip(path, random.Random(seed))  # noqa: S311 - the same bytes every time
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))

    assert answers(store) == right


@pytest.mark.slow
def test_of_500_flips_none_changes_an_answer(store: Path) -> None:
    right = answers(store)
    chance = random.Random(5)  # noqa: S311 - the same bytes every time
    wrong = 0
    for _ in range(500):
        flip(Path(index_path(str(store))), chance)
        wrong += answers(store) != right

    assert wrong == 0


@pytest.mark.parametrize(
    "harm",
    [
        lambda place, _seal: place.unlink(),
        lambda _place, seal: seal.unlink(),
        lambda _place, seal: seal.write_bytes(b""),
        lambda _place, seal: seal.write_bytes(b"8 \xff 1\n"),
        lambda _place, seal: (seal.unlink(), seal.mkdir()),
        lambda place, _seal: (place.unlink(), place.mkdir()),
        lambda place, _seal: os.truncate(place, 4096),
    ],
    ids=["no index", "no seal", "empty seal", "no text", "a folder as seal", "a folder as index", "cut short"],
)
def test_a_missing_part_changes_no_answer(store: Path, harm: Callable[[Path, Path], object]) -> None:
    right = answers(store)
    place = index_path(str(store))
    harm(Path(place), Path(place + ".seal"))

    assert answers(store) == right


def test_what_turns_out_broken_while_it_is_read_is_made_anew(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    right = answers(store)
    place = Path(index_path(str(store)))
    signature = place.stat()
    place.write_bytes(place.read_bytes()[:4096] + b"\xff" * (signature.st_size - 4096))
    # As a disk would do it: nothing tells that the file changed.
    with monkeypatch.context() as patch:
        patch.setattr("factcli.index.freshness.signature_of", told_as(place, signature))
        found = answers(store)

    assert found == answers(store) == right


def told_as(place: Path, status: os.stat_result) -> Callable[[str], tuple[int, int, int, int] | None]:
    def signature_of(path: str) -> tuple[int, int, int, int]:
        found = status if path == str(place) and os.stat(path).st_ino == status.st_ino else os.stat(path)  # noqa: PTH116
        return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino

    return signature_of
