"""What is typed -> a Query: words, phrases, qualifiers, and figures or dates as a writer types them.

Any text is a valid query: what is no qualifier, no figure and no operator is a word to be found.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from factcli.query_terms import Exact, Query, Term, text_atoms

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.query_terms import Atom

# Qualifiers that are looked up as text, and the columns of the index that they look in.
TEXT_FIELDS = {
    "keyword": "keywords",
    "speaker": "speaker",
    "subject": "subject aliases",
    "source": "source source_ids",
    "statement": "statement",
    "quote": "quote",
}
# Qualifiers whose value must be that of the fact.
EXACT_FIELDS = frozenset({"id", "kind", "rank", "unit"})

_TOKEN = re.compile(r'(?P<sign>-?)(?:(?P<field>[a-z]{2,12}):)?(?:"(?P<phrase>[^"]*+)"?|(?P<word>[^\s"]++))')
# Only what may be a figure or a date wakes the reader; a plain word need not wait for its import.
_DIGIT = r"(?<![a-z0-9])\d|[¼-¾⅐-⅞]"
_NUMBER_WORDS = frozenset((
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty",
    "sixty", "seventy", "eighty", "ninety", "hundred", "thousand", "million", "billion", "trillion", "dozen", "half",
    "quarter", "third",
))  # fmt: skip


def parse_query(text: str) -> Query:
    """The query that ``text`` spells; never fails.

    >>> parse_query("amia OR iran").alternatives[1]
    (Term(atom=Text(words='iran', columns=''), is_negated=False),)
    """
    if not text.strip():
        return Query(text, ((),))
    rows = [tuple(_terms(tokens)) for tokens in _alternatives(text)]
    return Query(text, tuple(row for row in rows if row))


class _Token(NamedTuple):
    text: str
    field: str
    is_negated: bool
    is_plain: bool


def _alternatives(text: str) -> Iterator[list[_Token]]:
    """The tokens between one ``OR`` and the next."""
    row: list[_Token] = []
    for token in _tokens(text):
        if token.is_plain and token.text == "OR":
            yield row
            row = []
        else:
            row.append(token)
    yield row


def _tokens(text: str) -> Iterator[_Token]:
    negate_next = False
    for match in _TOKEN.finditer(text):
        sign, field, phrase, word = match.group("sign", "field", "phrase", "word")
        if field and field not in TEXT_FIELDS and field not in EXACT_FIELDS and field not in ("value", "date"):
            field, word, phrase = None, f"{field}:{phrase or word}", None
        is_plain = not (field or sign) and phrase is None
        if is_plain and word in ("NOT", "AND") and match.end() < len(text.rstrip()):
            negate_next = word == "NOT"
            continue
        is_negated = bool(sign) or negate_next
        yield _Token(phrase if word is None else word, field or "", is_negated,
                     is_plain and not negate_next)  # fmt: skip
        negate_next = False


def _terms(tokens: list[_Token]) -> Iterator[Term]:
    plain: list[_Token] = []
    for token in tokens:
        if token.is_plain:
            plain.append(token)
            continue
        yield from _plain_terms(plain)
        plain = []
        yield from (Term(atom, token.is_negated) for atom in _qualified(token))
    yield from _plain_terms(plain)


def _qualified(token: _Token) -> Iterator[Atom]:
    """The condition of a phrase or a qualifier; one whose value cannot be read is looked up as text."""
    if token.field in EXACT_FIELDS:
        yield Exact(token.field, _canonical(token))
    elif token.field in ("value", "date"):
        from factcli.query_values import date_atoms, value_atoms

        yield from (value_atoms if token.field == "value" else date_atoms)(token.text)
    else:
        yield from text_atoms(token.text, TEXT_FIELDS.get(token.field, ""))


def _canonical(token: _Token) -> str:
    if token.field != "unit":
        return token.text
    from factcli.units import parse_unit

    return parse_unit(token.text) or token.text


def _plain_terms(tokens: list[_Token]) -> Iterator[Term]:
    """Words as they are, but for the figures and dates among them."""
    typed = " ".join(token.text for token in tokens)
    if _may_be_figure(typed.lower()):
        from factcli.query_values import typed_atoms

        yield from map(Term, typed_atoms(typed))
    else:
        for token in tokens:
            yield from map(Term, text_atoms(token.text))


def _may_be_figure(typed: str) -> bool:
    return re.search(_DIGIT, typed) is not None or not _NUMBER_WORDS.isdisjoint(re.split(r"[\s-]+", typed))
