"""Translate a Query into SQL: FTS5 expressions and conditions on columns, with all user input as parameters."""

from __future__ import annotations

from factcli.index.columns import WEIGHTS
from factcli.query.terms import DateSpan, FigureRange, Query, Run, Term, Text, is_searchable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

RANK = f"bm25(terms, {', '.join(map(str, WEIGHTS.values()))})"
# Plain words are searched in what a fact says itself, not in the titles of its sources.
_OWN = "- {source source_ids} : "
# If more facts than this contain all words, only some candidates of each kind are scored: a million takes seconds.
MOST_SCORED = 15_000
CANDIDATES = 2_000
# So many words that are as good as a typed one are each counted in all facts, which bm25 needs.
_MOST_COUNTED = 8
_BITS_OF_A_NUMBER = 31
_NUMBER = (1 << _BITS_OF_A_NUMBER) - 1
_COLUMNS_THAT_COUNT = ("keywords", "subject aliases speaker")


class Statement:
    """An SQL statement with its parameters."""

    __slots__ = ("parameters", "sql")

    def __init__(self, sql: str, parameters: tuple[object, ...] = ()) -> None:
        self.sql = sql
        self.parameters = parameters


def matching(query: Query) -> Statement:
    """The numbers and scores of the facts that match ``query``; the lowest score is the best."""
    if not query.alternatives:
        return Statement("SELECT number, 0.0 AS score FROM facts WHERE 0")
    rows = [_conjunction(terms) for terms in query.alternatives]
    if len(rows) == 1:
        return rows[0]
    union = " UNION ALL ".join(row.sql for row in rows)
    parameters = tuple(parameter for row in rows for parameter in row.parameters)
    return Statement(f"SELECT number, min(score) AS score FROM ({union}) GROUP BY number", parameters)


def words_of(query: Query) -> list[str]:
    """The FTS5 expressions of a query of words and phrases only; empty for any other query."""
    if len(query.alternatives) != 1 or not all(_is_wanted_text(term) for term in query.alternatives[0]):
        return []
    return _expressions(query.alternatives[0])


def in_words_begun(query: Query) -> Query:
    """The query with the words of the store that a typed beginning may mean in place of the beginning.

    SQLite reads all facts that have any word with a beginning before it gives the first of them.
    """
    return query._replace(alternatives=tuple(tuple(map(_in_words_begun, terms)) for terms in query.alternatives))


def _in_words_begun(term: Term) -> Term:
    atom = term.atom
    if not (isinstance(atom, Text) and atom.is_prefix and atom.others):
        return term
    first, *others = atom.others
    return term._replace(atom=atom._replace(words=first, others=tuple(others), is_prefix=False))


def matching_words(words: list[str], distinctive: list[str]) -> Statement:
    """Like :func:`matching`, but scores only the ``distinctive`` words."""
    if distinctive == words:
        return Statement(f"SELECT rowid AS number, {RANK} AS score FROM terms WHERE terms MATCH ?", (all_of(words),))
    sql = (
        f"SELECT rowid AS number, {RANK} AS score FROM terms WHERE terms MATCH ?"
        " AND +rowid IN (SELECT rowid FROM terms WHERE terms MATCH ?)"
    )
    return Statement(sql, (all_of(distinctive), all_of(words)))


def champion_key(frequent: set[int]) -> int:
    """The key of the champion list of one frequent term, or of two together, from the numbers of the terms."""
    key = 0
    for number in sorted(frequent):
        key = key << _BITS_OF_A_NUMBER | number
    return key


def words_of_key(key: int) -> list[int]:
    """The numbers of the frequent terms of a champion list."""
    return [number for number in (key >> _BITS_OF_A_NUMBER, key & _NUMBER) if number]


def champions_matching(words: list[str], distinctive: list[str], key: int) -> Statement:
    """Like :func:`matching_words`, limited to the champions of the ``distinctive`` words."""
    sql = "SELECT number, score FROM champions WHERE words = ?"
    if words == distinctive:
        return Statement(sql, (key,))
    has_all = "EXISTS (SELECT 1 FROM terms WHERE terms MATCH ? AND rowid = champions.number)"
    return Statement(f"{sql} AND {has_all}", (key, all_of(words)))


def best_matching(query: Query, distinctive: list[str]) -> Statement:
    """Like :func:`matching_words`, for words in more than ``MOST_SCORED`` facts: scores some candidates only.

    Candidates are the first facts with all words, or one of them, in the columns with the highest weights, and the
    first with all words anywhere.  Their bm25 scores are the same as for all hits; but where a word is only begun, each
    of its endings would be counted in all facts, so the candidates are scored by the column that they are from.
    """
    everywhere = all_of(_expressions(query.alternatives[0]))
    terms = [term for term in query.alternatives[0] if _expressions([term])[0] in distinctive]
    in_keywords = all_of(expression_of(_within(term, "keywords")) for term in terms)
    expressions = [f"{in_keywords} AND {everywhere}"]
    for columns in _COLUMNS_THAT_COUNT:
        one = " OR ".join(expression_of(_within(term, columns)) for term in terms)
        expressions.append(f"({one}) AND {everywhere}")
    expressions.append(everywhere)
    if any(_has_many_words(term) for term in terms):
        return _by_column(expressions)
    some = f"SELECT number FROM (SELECT rowid AS number FROM terms WHERE terms MATCH ? LIMIT {CANDIDATES})"
    # "+" keeps SQLite from querying FTS5 once per candidate, which would count all hits each time.
    sql = (
        f"WITH candidates AS MATERIALIZED ({' UNION '.join([some] * len(expressions))})"
        f" SELECT rowid AS number, {RANK} AS score FROM terms WHERE terms MATCH ?"
        " AND rowid <= (SELECT max(number) FROM candidates) AND +rowid IN candidates"
    )
    return Statement(sql, (*expressions, all_of(distinctive)))


def _by_column(expressions: list[str]) -> Statement:
    """The first facts that match each expression; those of the first expression are the best."""
    some = f"(SELECT rowid AS number FROM terms WHERE terms MATCH ? LIMIT {CANDIDATES})"
    scores = range(-len(expressions), 0)
    found = " UNION ALL ".join(f"SELECT number, {score}.0 AS score FROM {some}" for score in scores)
    return Statement(f"SELECT number, min(score) AS score FROM ({found}) GROUP BY number", tuple(expressions))


def words_to_mark(query: Query) -> str:
    """The FTS5 expression of all words and phrases to highlight; empty for none."""
    wanted = [term.atom for terms in query.alternatives for term in terms if not term.is_negated]
    texts = (_alternatives(atom) for atom in wanted if isinstance(atom, Text))
    printed = (
        quoted(atom.words)
        for atom in wanted
        if isinstance(atom, Run | FigureRange | DateSpan) and is_searchable(atom.words)
    )
    return " OR ".join(dict.fromkeys((*texts, *printed)))


_NUMBERS = "SELECT rowid FROM terms WHERE terms MATCH ? LIMIT ?"
# What may come between the words of a name: a middle name, an initial, "de la".
_MOST_BETWEEN = 3


def facts_with(words: Iterable[str], limit: int) -> Statement:
    """The numbers of at most ``limit`` facts that themselves have one of ``words``, wherever they are from.

    A list of facts has no titles of sources, and must be found by the same words as a store.
    """
    return Statement(_NUMBERS, (f"{_OWN}({any_of(words)})", limit))


def facts_named(names: Iterable[Iterable[str]], limit: int) -> Statement:
    """The numbers of at most ``limit`` facts in which all words of one of ``names`` are close together."""
    together = " OR ".join(f"NEAR({' '.join(map(quoted, words))}, {_MOST_BETWEEN})" for words in names)
    return Statement(_NUMBERS, (f"{_OWN}({together})", limit))


def facts_with_word(word: str, others: Iterable[str], limit: int) -> Statement:
    """The numbers of at most ``limit`` facts that have ``word``, and one of ``others``."""
    return Statement(_NUMBERS, (f"{_OWN}({quoted(word)} AND ({any_of(others)}))", limit))


def any_of(words: Iterable[str]) -> str:
    """The FTS5 expression that matches any of ``words``."""
    return " OR ".join(map(quoted, words))


def _conjunction(terms: Iterable[Term]) -> Statement:
    terms = tuple(terms)
    wanted = [term for term in terms if _is_wanted_text(term)]
    conditions, bonuses = _further(terms)
    score = " + ".join([RANK if wanted else "0.0", *(bonus.sql for bonus in bonuses)])
    where = " AND ".join(condition.sql for condition in conditions) or "1"
    values = [parameter for condition in conditions for parameter in condition.parameters]
    gains = [parameter for bonus in bonuses for parameter in bonus.parameters]
    if not wanted:
        return Statement(f"SELECT number, {score} AS score FROM facts WHERE {where}", (*gains, *values))
    match = all_of(_expressions(wanted))
    if not (conditions or bonuses):
        return Statement(f"SELECT rowid AS number, {score} AS score FROM terms WHERE terms MATCH ?", (match,))
    sql = (
        f"SELECT number, {score} AS score FROM terms JOIN facts ON number = terms.rowid WHERE terms MATCH ? AND {where}"
    )
    return Statement(sql, (*gains, match, *values))


def _further(terms: tuple[Term, ...]) -> tuple[list[Statement], list[Statement]]:
    """The conditions and bonuses of the terms that are not wanted words; most queries have none."""
    if all(map(_is_wanted_text, terms)):
        return [], []
    from factcli.index.conditions import bonuses_of, condition_of

    conditions = [condition_of(term) for term in terms if not _is_wanted_text(term)]
    return [condition for condition in conditions if condition], list(bonuses_of(terms))


def found_by(expression: str) -> Statement:
    """The condition that an FTS5 expression matches."""
    return Statement("number IN (SELECT rowid FROM terms WHERE terms MATCH ?)", (expression,))


def _is_wanted_text(term: Term) -> bool:
    return isinstance(term.atom, Text) and not term.is_negated


def all_of(expressions: Iterable[str]) -> str:
    """The FTS5 expression that matches all of the expressions; those without columns, in what facts say themselves."""
    return " AND ".join(map(in_own_text, expressions))


def in_own_text(expression: str) -> str:
    """An FTS5 expression, limited to what facts say themselves unless it has columns."""
    return expression if expression.startswith("{") else f"{_OWN}{expression}"


def _expressions(terms: Iterable[Term]) -> list[str]:
    return list(dict.fromkeys(expression_of(term.atom) for term in terms if isinstance(term.atom, Text)))


def _has_many_words(term: Term) -> bool:
    return isinstance(term.atom, Text) and len(term.atom.others) > _MOST_COUNTED


def _within(term: Term, columns: str) -> Text:
    """The words of a term, limited to these columns unless it has its own."""
    return term.atom._replace(columns=term.atom.columns or columns) if isinstance(term.atom, Text) else Text("")


def expression_of(text: Text) -> str:
    """The FTS5 expression of words, in their columns."""
    return f"{{{text.columns}}} : {_alternatives(text)}" if text.columns else _alternatives(text)


def _alternatives(text: Text) -> str:
    """The words, or the other words that are as good, as one FTS5 expression."""
    words = quoted(text.words) + (" *" if text.is_prefix else "")
    return f"({' OR '.join((words, *map(quoted, text.others)))})" if text.others else words


def quoted(words: str) -> str:
    """Quote words as an FTS5 string, which matches them as a phrase."""
    return '"' + _plain(clean(words)).replace('"', '""') + '"'


def _plain(text: str) -> str:
    """Text normalised as in the index."""
    if text.isascii():
        return text
    from factcli.english.folding import folded_text

    return folded_text(text)


def json_array(numbers: Iterable[int]) -> str:
    """Numbers as the JSON array that ``json_each`` takes as one parameter."""
    return f"[{','.join(map(str, numbers))}]"


def clean(text: str) -> str:
    """Replace NUL, which ends a text in FTS5, and lone surrogates from an undecodable argument."""
    return text.replace("\0", " ").encode("utf-8", "replace").decode()
