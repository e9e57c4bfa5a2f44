"""A query comes in; where it finds nothing, wider readings of it go out, the nearest first."""

from __future__ import annotations

from factcli.index.columns import WEIGHTS
from factcli.query.terms import Exact, Preferred, Query, Term, Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# Shorter beginnings of words find too much.
_SHORTEST_PREFIX = 3
_EVERYWHERE = " ".join(WEIGHTS)


def ids_named(query: Query, is_id: Callable[[str], bool]) -> Query | None:
    """The query for the facts whose ids were typed; None if anything else was."""
    words = query.text.split()
    if not words or not all("-" in word and is_id(word) for word in words):
        return None
    return query._replace(alternatives=tuple((Term(Exact("id", word)),) for word in words))


def wider(query: Query) -> Iterator[Query]:
    """Its words as beginnings of words; then some of the words of a question; then words of titles of sources."""
    yield from _different(query, lambda row: tuple(map(_begun, row)))
    yield from _any_of_question(query)
    yield from _different(query, lambda row: tuple(map(_anywhere, row)))


def _different(query: Query, change: Callable[[tuple[Term, ...]], tuple[Term, ...]]) -> Iterator[Query]:
    changed = query._replace(alternatives=tuple(map(change, query.alternatives)))
    if changed != query:
        yield changed


def _begun(term: Term) -> Term:
    atom = term.atom
    if isinstance(atom, Text) and not term.is_negated and atom.words.isalpha() and len(atom.words) >= _SHORTEST_PREFIX:
        return term._replace(atom=atom._replace(is_prefix=True))
    return term


def _anywhere(term: Term) -> Term:
    atom = term.atom
    return term._replace(atom=atom._replace(columns=atom.columns or _EVERYWHERE)) if isinstance(atom, Text) else term


def _any_of_question(query: Query) -> Iterator[Query]:
    """Each telling word of a question by itself."""
    for row in query.alternatives:
        preferred = tuple(term for term in row if isinstance(term.atom, Preferred))
        if preferred:
            rest = (term for term in row if term not in preferred)
            yield query._replace(alternatives=tuple((term, *preferred) for term in rest))
