"""Parse a query: words, phrases, qualifiers, and figures or dates as a writer types them.

Any text is a valid query: whatever is not a qualifier, figure, date or operator is a word.
"""

from __future__ import annotations

from factcli.english.number_names import QUESTION_WORDS, TYPED_NUMBERS
from factcli.query.terms import Exact, Query, Term, text_atoms, word_atoms

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import NamedTuple

    from factcli.query.terms import Atom
else:
    from factcli.tuples import NamedTuple

# Qualifiers that search for text, with the columns of the index that they search.
TEXT_FIELDS = {
    "keyword": "keywords",
    "speaker": "speaker",
    "subject": "subject aliases",
    "source": "source source_ids",
    "statement": "statement",
    "quote": "quote",
}
# Qualifiers that must equal the value of the fact.
EXACT_FIELDS = frozenset({"id", "kind", "rank", "unit"})

# Qualifiers that compare figures and dates.
VALUE_FIELDS = frozenset({"value", "date", "as-of"})

QUALIFIERS = frozenset((*TEXT_FIELDS, *EXACT_FIELDS, *VALUE_FIELDS))
_FEWEST_WORDS_OF_A_QUESTION = 3

# Only text that may hold a figure or date imports the mention finder; plain words stay fast.
_FRACTIONS = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"


def parse_query(text: str) -> Query:
    """Parse ``text`` into a query; never fails.

    >>> parse_query("amia OR iran").alternatives[1]
    (Term(atom=Text(words='iran', columns='', others=(), is_prefix=False), is_negated=False),)
    """
    if not text.strip():
        return Query(text, ((),))
    words = text.split(maxsplit=_FEWEST_WORDS_OF_A_QUESTION)
    if words[0].lower() in QUESTION_WORDS and len(words) >= _FEWEST_WORDS_OF_A_QUESTION:
        from factcli.query.questions import parse_question

        return parse_question(_plain(text))
    rows = [tuple(_terms(tokens)) for tokens in _alternatives(_plain(text))]
    return Query(text, tuple(row for row in rows if row))


def qualified_words(text: str) -> Iterator[tuple[str, str]]:
    """Each qualifier of a query, with what it qualifies.

    >>> list(qualified_words("amia date:2019 -kind:quote"))
    [('date', '2019'), ('kind', 'quote')]
    """
    return ((token.field, token.text) for row in _alternatives(_plain(text)) for token in row if token.field)


def _plain(text: str) -> str:
    """The text with characters that only look like ASCII replaced by ASCII."""
    if text.isascii():
        return text
    from factcli.english.folding import typed_text

    return typed_text(text)


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
    """The words and phrases of a query, without the NOT and AND between them."""
    negate_next = False
    tokens = list(_words_and_phrases(text))
    for token in tokens:
        if token.is_plain and token.text in ("NOT", "AND") and token is not tokens[-1]:
            negate_next = token.text == "NOT"
            continue
        yield token._replace(is_negated=True, is_plain=False) if negate_next else token
        negate_next = False


def _words_and_phrases(text: str) -> Iterator[_Token]:
    """Split into words and quoted phrases; a sign or qualifier directly before a phrase applies to it."""
    prefix = ""
    for number, part in enumerate(text.split('"')):
        if number % 2:
            sign, field, _ = _parted(prefix + "?")
            yield _Token(part, field, is_negated=sign, is_plain=False)
            prefix = ""
        else:
            *words, prefix = part.split() if part[-1:].strip() else [*part.split(), ""]
            if _parted(prefix + "?")[2] != "?":
                words, prefix = [*words, prefix], ""
            yield from map(_word, words)
    yield from map(_word, prefix.split())


def _word(word: str) -> _Token:
    sign, field, rest = _parted(word)
    return _Token(rest, field, is_negated=sign, is_plain=not (sign or field))


def _parted(word: str) -> tuple[bool, str, str]:
    """Split a word into whether it has a minus sign, its qualifier, and the rest, which is never empty."""
    sign = word.startswith("-") and word != "-"
    field, colon, rest = word[sign:].partition(":")
    return (sign, field, rest) if colon and rest and field in QUALIFIERS else (sign, "", word[sign:])


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
    """The atoms of a phrase or qualifier; a value that cannot be parsed is searched as text."""
    if token.field in EXACT_FIELDS:
        yield Exact(token.field, _canonical(token))
    elif token.field in VALUE_FIELDS:
        from factcli.query.values import ATOMS_OF

        yield from ATOMS_OF[token.field](token.text)
    elif " " in token.text or not token.field:
        yield from text_atoms(token.text, TEXT_FIELDS.get(token.field, ""))
    else:
        yield from word_atoms(token.text, TEXT_FIELDS[token.field])


def _canonical(token: _Token) -> str:
    if token.field != "unit":
        return token.text
    from factcli.units.lookup import parse_unit

    return parse_unit(token.text) or token.text


def _plain_terms(tokens: list[_Token]) -> Iterator[Term]:
    """The terms of plain words, with figures and dates among them recognised."""
    typed = " ".join(token.text for token in tokens)
    if _may_be_figure(typed.lower()):
        from factcli.query.values import typed_atoms

        yield from map(Term, typed_atoms(typed))
    else:
        for token in tokens:
            yield from map(Term, word_atoms(token.text))


def _may_be_figure(typed: str) -> bool:
    return _has_figure(typed) or not TYPED_NUMBERS.isdisjoint(typed.replace("-", " ").split())


def _has_figure(typed: str) -> bool:
    """Whether a digit is at the start of a number, rather than within a word such as ``su30``."""
    return any(
        (this.isdecimal() and not (before.isascii() and before.isalnum())) or this in _FRACTIONS
        for before, this in zip(" " + typed, typed, strict=False)
    )
