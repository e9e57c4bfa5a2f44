"""All tables of words are in english/, and a word is in one row of those that must not overlap."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

from factcli.english.aliases import ALIASES
from factcli.english.stemming import meaning, stem
from factcli.english.synonyms import SYNONYMS

PACKAGE = Path(__file__).parent.parent.parent / "factcli"
# Where text is read, compared or printed as English; the other folders hold names of fields, files and options.
READERS = ("mentions", "extract", "check", "query", "model")
TABLES = {"word_set", "frozenset", "set", "tuple", "list"}
FEWEST = 5
# Their rows are sentences for people, or names of evidence, not words to be recognised.
REGISTRIES = {"learnt.py", "likelihood.py", "reasons.py"}
WORD = re.compile(r"[a-z][a-z'’-]*")
# First words of a collection: why it is not a table of words.
ALLOWED = {
    "from beyond short of up": "bounds of a date",
    "of of the for and": "phrases that join the parts of a name",
    "duration length mass angle volume": "dimensions of units",
    "year month week decade century": "units",
    "kg g gal lb oz": "units",
    "mi ft in yd nmi": "units",
    "a e i o u": "letters that begin like a vowel",
    "money percent percentage point number": "kinds of mentions",
    "number quantity money percent ordinal": "kinds of mentions",
    "outside excluding except apart from": "phrases of one rule",
    "weekday day days month year": "pieces of the grammar of dates",
    "q fq qtr h s": "letters of the grammar of dates",
    "to through thru until till": "letters of the grammar of dates",
    "last this next following previous": "one rule for each word",
    "k m mn mm b": "letters that scale a typed figure",
    "keyword speaker subject source statement": "fields of a query",
    "count ends lowered spelled starts": "slots of a class",
    "m km cm mm dm": "units",
    "ft h hr hrs min": "units",
    "pt st ct au pc": "units",
    "iso numeric holiday seasons months": "forms of the grammar of dates",
    "iso numeric months holiday quarters": "forms of the grammar of dates",
    "season decade century centuries years": "forms of the grammar of dates",
    "quarter half quarters halves q": "pieces of the grammar of dates",
    "ck cks fp gj jy": "letters that are written for one another",
}


def words_in(node: ast.AST) -> list[str]:
    """The lower-case words of a collection, of a text that is split, or of a text that is made a set of words."""
    if isinstance(node, ast.Set | ast.List | ast.Tuple):
        texts = [item for item in node.elts if isinstance(item, ast.Constant)]
    elif isinstance(node, ast.Dict):
        keys = [key.elts if isinstance(key, ast.Tuple) else [key] for key in node.keys if key]
        texts = [item for row in keys for item in row if isinstance(item, ast.Constant)]
    elif isinstance(node, ast.Call):
        texts = [item for item in (*node.args, getattr(node.func, "value", None)) if isinstance(item, ast.Constant)]
        called = getattr(node.func, "id", None) or getattr(node.func, "attr", "")
        texts = texts if called in {"word_set", "split"} else []
    else:
        return []
    words = [word for text in texts if isinstance(text.value, str) for word in text.value.split()]
    return [word for word in words if WORD.fullmatch(word)]


def modules(folder: str) -> list[Path]:
    return [path for path in (PACKAGE / folder).rglob("*.py") if path.name not in REGISTRIES]


def tables(path: Path) -> set[str]:
    found = (words_in(node) for node in ast.walk(ast.parse(path.read_text("utf-8"))))
    return {" ".join(words[:FEWEST]) for words in found if len(words) >= FEWEST}


@pytest.mark.parametrize("folder", READERS)
def test_no_other_folder_holds_a_table_of_words(folder: str) -> None:
    found = {table: path.name for path in modules(folder) for table in tables(path) - ALLOWED.keys()}

    assert not found


def test_only_what_is_there_is_allowed() -> None:
    found = {table for folder in READERS for path in modules(folder) for table in tables(path)}

    assert not ALLOWED.keys() - found


def test_a_stem_is_in_one_row_of_the_synonyms() -> None:
    stems = Counter(stem(word) for row in SYNONYMS for word in row.split())

    assert not {word: count for word, count in stems.items() if count > 1}


@pytest.mark.parametrize("row", SYNONYMS)
def test_all_words_of_a_row_mean_the_same(row: str) -> None:
    assert len({meaning(word) for word in row.split()}) == 1


def test_a_name_is_in_one_row_of_the_aliases() -> None:
    names = Counter(name for row in ALIASES for name in row.split("|"))

    assert not {name: count for name, count in names.items() if count > 1}
