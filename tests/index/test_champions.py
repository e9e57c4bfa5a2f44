"""The best facts of a word that very many facts have are those that scoring all of them would find."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from factcli.index import FactIndex
from factcli.index.build.builder import _in_memory
from factcli.index.freshness import index_path
from factcli.index.match import matching, words_of_key
from factcli.query.parse import parse_query

WORDS = ["increase", "river", "the", "bridge", "Nicolás", "well-known", "of", "ouse", "2019", "high", "wide", "long"]
RARER_WORDS = ["lake", "canal", "ferry", "harbour", "lock", "weir", "flood", "tide", "swamp", "island"]
PAIRS = ["lake canal", "lakes FERRY", "the lake canal", "harbour weir atlas", "lake lakes"]


def write(path: Path, seed: int, **changed: str) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same facts every time
    facts = {f"fact-{number}": entry(chance, number) for number in range(60)}
    facts |= {id_: entry(chance, 1) | {"statement": text, "keywords": [text]} for id_, text in changed.items()}
    sources = {"book": {"type": "book", "title": "A book of maps"}}
    path.write_text(json.dumps({"facts": facts, "sources": sources}, indent=2), encoding="utf-8")


def entry(chance: random.Random, number: int) -> dict[str, object]:
    return {
        "kind": "figure",
        "statement": " ".join(chance.choices(WORDS + RARER_WORDS, k=chance.randrange(4, 20))),
        "subject": "An atlas of rivers",
        "keywords": chance.sample(WORDS + RARER_WORDS, 2),
        "value": {"amount": str(number), "unit": "thing"},
        "references": [{"source": "book"}],
    }


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("factcli.index.large.champions.FREQUENT", 5)
    path = tmp_path / "facts.json"
    write(path, 1)
    return path


def test_progress_ends_when_the_last_is_noted(store: Path) -> None:
    told: list[tuple[int, int]] = []
    FactIndex.at(str(store), lambda *steps: told.append(steps))

    assert told == sorted(told)
    assert told[-1] == (100, 100)


def best(store: Path, word: str, limit: int | None) -> list[str]:
    return [hit.id for hit in FactIndex.at(str(store)).search(word, limit)][:10]


def noted(store: Path) -> set[str]:
    return {word for (word,) in FactIndex.at(str(store))._rows("SELECT word FROM frequent")}  # noqa: SLF001 - its notes


def test_each_frequent_word_is_noted_in_a_spelling_that_finds_it(store: Path) -> None:
    assert noted(store) >= {"increase", "rivers", "the", "nicolás", "of", "2019", "atlas"}


@pytest.mark.parametrize("word", ["increase", "increasing", "RIVER", "rivers", "the", "nicolas", "2019", "atlas"])
def test_the_best_that_are_noted_are_the_best_of_all(store: Path, word: str) -> None:
    found = FactIndex.at(str(store)).search(word, 10)

    assert [hit.id for hit in found] == best(store, word, None)


@pytest.mark.parametrize("words", PAIRS)
def test_the_best_of_two_words_are_noted_too(store: Path, monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    everything = best(store, words, None)
    monkeypatch.setattr("factcli.index.search.matching_words", None)

    assert best(store, words, 5) == everything[:5]


def test_two_words_that_too_few_facts_have_are_not_noted(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcli.index.large.champions.FREQUENT_PAIR", 0.5)

    assert best(store, "lake canal", 5) == best(store, "lake canal", None)[:5]
    keys = FactIndex.at(str(store))._rows("SELECT DISTINCT words FROM champions")  # noqa: SLF001 - its notes
    assert all(len(words_of_key(key)) == 1 for (key,) in keys)


@pytest.mark.parametrize("word", ["increase", "the", "atlas", "the river", "well-known"])
def test_the_facts_of_a_frequent_word_are_counted_as_all_others(store: Path, word: str) -> None:
    index = FactIndex.at(str(store))

    assert index.count(word) == len(index.search(word))


@pytest.mark.parametrize("share", [0.0, 1.0], ids=["noted anew", "brought up to date"])
def test_a_changed_fact_takes_its_place_among_the_best(
    store: Path, monkeypatch: pytest.MonkeyPatch, share: float
) -> None:
    monkeypatch.setattr("factcli.index.large.champions._LARGE_SHARE", share)
    best(store, "increase", 3)
    best(store, "canal lake", 3)
    first = best(store, "river", 1)[0]
    write(store, 1, **{"fact-7": "increase increase increase", "fact-8": "lake canal", first: "long"})

    assert best(store, "increase", 3)[0] == best(store, "increase", None)[0] == "fact-7"
    assert best(store, "canal lake", 3)[0] == best(store, "canal lake", None)[0] == "fact-8"
    assert first not in best(store, "river", None)[:1] == best(store, "river", 1)
    assert FactIndex.at(str(store)).count("increase") == len(FactIndex.at(str(store)).search("increase"))


def test_where_too_few_are_noted_all_are_scored(store: Path) -> None:
    index = FactIndex(_in_memory(str(store), None), str(store))
    index._rows("DELETE FROM champions WHERE number > 3")  # noqa: SLF001 - its notes

    assert [hit.id for hit in index.search("river", 10)] == best(store, "river", None)


def test_an_index_in_memory_has_its_notes_too(store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))

    assert best(store, "river", 5) == best(store, "river", None)[:5]
    assert not Path(index_path(str(store))).exists()


@pytest.mark.parametrize(
    "query", ["the river", "atlas river", "atlas increase wide", "the atlas", "keyword:river atlas"]
)
def test_words_that_most_facts_have_change_no_order(store: Path, query: str) -> None:
    found = FactIndex.at(str(store)).search(query)
    full = FactIndex.at(str(store))._hits(matching(parse_query(query)), None)  # noqa: SLF001 - every word scored

    assert found
    assert [hit.id for hit in found[:10]] == [hit.id for hit in full[:10]]
    assert best(store, query, 10) == best(store, query, None)
