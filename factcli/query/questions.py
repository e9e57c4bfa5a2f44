"""A question as people ask it comes in; a query for what it asks goes out.

"how many died in the Amia bombing" looks for Amia and bombing with any word for death, and prefers figures.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.english.function_words import ASKED, ASKED_MEASURES, FUNCTION_WORDS, SAYING
from factcli.english.stemming import IRREGULAR, stem
from factcli.english.synonyms import SYNONYMS
from factcli.query.terms import Preferred, Query, Term, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_WORDS_OF_A_BEGINNING = 3


def parse_question(text: str) -> Query:
    """The query for a question: its telling words with their synonyms, and the kind of fact that would answer it."""
    words = text.rstrip(" ?!.").split()
    kind = _kind(words)
    terms = tuple(_terms(words, kind))
    return Query(text, ((*terms, *([Term(Preferred(kind))] if kind else [])),) if terms else ())


def _kind(words: list[str]) -> str:
    for length in range(_MOST_WORDS_OF_A_BEGINNING, 0, -1):
        beginning = " ".join(words[:length]).lower()
        if beginning in ASKED:
            return ASKED[beginning]
    return ""


def _terms(words: list[str], kind: str) -> Iterator[Term]:
    from factcli.query.parse import parse_query

    telling = [word for at, word in enumerate(words) if _is_telling(word, at, kind)]
    for row in parse_query(" ".join(telling)).alternatives if telling else ():
        for term in row:
            yield Term(_with_synonyms(term.atom), term.is_negated) if isinstance(term.atom, Text) else term


def _is_telling(word: str, place: int, kind: str) -> bool:
    lowered = word.lower()
    if place == 0 or (lowered in FUNCTION_WORDS and not word.isupper()):
        return False
    return not (lowered in ASKED_MEASURES and place == 1) and not (kind == "quote" and lowered in SAYING)


def _with_synonyms(text: Text) -> Text:
    meant = _root(text.words.lower())
    row = next((row.split() for row in SYNONYMS if meant in map(_root, row.split())), [])
    forms = (form for form, root in IRREGULAR.items() if _root(root) == meant or root in row)
    return text._replace(others=(*text.others, *dict.fromkeys((*row, *forms))))


def _root(word: str) -> str:
    return stem(IRREGULAR.get(word, word))
