"""Stores of made-up facts for the benchmarks: any size, always the same, with words as frequent as in a language."""

from __future__ import annotations

import json
import random
from itertools import accumulate, product
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

_SYLLABLES = (
    "ba",
    "ce",
    "di",
    "fo",
    "gu",
    "ha",
    "je",
    "ki",
    "lo",
    "mu",
    "na",
    "pe",
    "ri",
    "so",
    "tu",
    "va",
    "we",
    "zi",
)
# By Zipf's law the word of rank n is 1/n as frequent as the first one.
_VOCABULARY = ["".join(parts) for parts in product(_SYLLABLES, repeat=4)]
_FREQUENCIES = list(accumulate(1 / rank for rank in range(1, len(_VOCABULARY) + 1)))
_WORDS_OF_A_STATEMENT = 12
_UNITS = ("ha", "km", "USD", "person", "%", "kg")


def make_store(path: Path, facts: int) -> str:
    """Write a store of so many facts, if there is none yet; returns its path.

    "the" stands in 98 of 100 statements, "fifth" in 20; "district42" in one alone.
    """
    if not path.exists():
        chance = random.Random(facts)  # noqa: S311 - the same store every time
        with path.open("w", encoding="utf-8") as file:
            file.write('{\n  "facts": {')
            for number in range(facts):
                file.write(f"{',' if number else ''}\n    {_entry(number, chance)}")
            file.write('\n  },\n  "sources": {\n    "atlas": {"type": "book", "title": "An atlas of places"}\n  }\n}\n')
    return str(path)


def make_records(store: str) -> str:
    """Write the statements of a store as a file of GNU recutils, if there is none yet; returns its path."""
    path = Path(store).with_suffix(".rec")
    if not path.exists():
        with path.open("w", encoding="utf-8") as file:
            for id_, fact in _facts(store):
                file.write(f"id: {id_}\nstatement: {fact['statement']}\n\n")
    return str(path)


def make_tantivy(store: str) -> str:
    """Index the statements of a store with tantivy, if that is installed and not yet done; returns the folder."""
    folder = Path(store).with_suffix(".tantivy")
    try:
        import tantivy
    except ImportError:
        return ""
    if not folder.exists():
        folder.mkdir()
        schema = tantivy.SchemaBuilder().add_text_field("statement", stored=True).build()
        writer = tantivy.Index(schema, path=str(folder)).writer()
        for _, fact in _facts(store):
            writer.add_document(tantivy.Document(statement=fact["statement"]))
        writer.commit()
        writer.wait_merging_threads()
    return str(folder)


def _facts(store: str) -> Iterable[tuple[str, dict[str, Any]]]:
    facts: dict[str, dict[str, Any]] = json.loads(Path(store).read_bytes())["facts"]
    return facts.items()


def common_words(rank: int, count: int) -> list[str]:
    """So many words of the vocabulary from this rank on, the most frequent first."""
    return _VOCABULARY[rank : rank + count]


def often_beside(word: str, store: str) -> str:
    """The word that the most facts have, but not half of them, of those in the one statement that has ``word``."""
    with Path(store).open(encoding="utf-8") as file:
        statement = next(line for line in file if '"statement"' in line and f" {word} " in line)
    return min(set(statement.split()) & set(_VOCABULARY[2:]), key=_VOCABULARY.index)


def _entry(number: int, chance: random.Random) -> str:
    return f'"place-{number}": {json.dumps(_fact(number, chance), indent=2)}'.replace("\n", "\n    ")


def _fact(number: int, chance: random.Random) -> dict[str, Any]:
    words = chance.choices(_VOCABULARY, cum_weights=_FREQUENCIES, k=_WORDS_OF_A_STATEMENT + 5)
    often = ["the"] * (chance.random() < 0.98) + ["fifth"] * (chance.random() < 0.2)  # noqa: PLR2004 - as it says above
    amount, unit = chance.randrange(1, 10**6), chance.choice(_UNITS)
    statement = " ".join([*often, *words[:_WORDS_OF_A_STATEMENT], f"district{number}", str(amount), unit])
    return {
        "kind": "figure",
        "statement": f"{statement.capitalize()}.",
        "subject": " ".join(words[-2:]).title(),
        "keywords": words[-5:-2],
        "value": {"amount": str(amount), "unit": unit},
        "references": [{"source": "atlas", "locator": f"page {number}"}],
    }
