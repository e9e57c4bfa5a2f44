"""Translate a Query into SQL: FTS5 expressions and conditions on columns, with all user input as parameters."""

from __future__ import annotations

from factcli.index.columns import WEIGHTS
from factcli.query.terms import DateSpan, Exact, FigureRange, Query, Term, Text, is_searchable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

RANK = f"bm25(terms, {', '.join(map(str, WEIGHTS.values()))})"
# A fact with the typed value ranks above any match of words alone.
_VALUE_BONUS = -1000.0
# If more facts than this contain all words, only some candidates of each kind are scored: a million takes seconds.
MOST_SCORED = 15_000
CANDIDATES = 2_000
_BITS_OF_A_NUMBER = 31
_NUMBER = (1 << _BITS_OF_A_NUMBER) - 1
_COLUMNS_THAT_COUNT = ("keywords", "subject aliases speaker")
_LAST_DAY, _FIRST_DAY = 10**12, -(10**12)
_LAST_KEY, _FIRST_KEY = "3", ""


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

    The bm25 scores are the same as for all hits.  Candidates are the first facts with all words, or one of them, in the
    columns with the highest weights, and the first with all words anywhere.
    """
    everywhere = all_of(_expressions(query.alternatives[0]))
    terms = [term for term in query.alternatives[0] if _expressions([term])[0] in distinctive]
    in_keywords = all_of(_expression(_within(term, "keywords")) for term in terms)
    expressions = [f"{in_keywords} AND {everywhere}"]
    for columns in _COLUMNS_THAT_COUNT:
        one = " OR ".join(_expression(_within(term, columns)) for term in terms)
        expressions.append(f"({one}) AND {everywhere}")
    expressions.append(everywhere)
    some = f"SELECT number FROM (SELECT rowid AS number FROM terms WHERE terms MATCH ? LIMIT {CANDIDATES})"
    # "+" keeps SQLite from querying FTS5 once per candidate, which would count all hits each time.
    sql = (
        f"WITH candidates AS MATERIALIZED ({' UNION '.join([some] * len(expressions))})"
        f" SELECT rowid AS number, {RANK} AS score FROM terms WHERE terms MATCH ?"
        " AND rowid <= (SELECT max(number) FROM candidates) AND +rowid IN candidates"
    )
    return Statement(sql, (*expressions, all_of(distinctive)))


def words_to_mark(query: Query) -> str:
    """The FTS5 expression of all words and phrases to highlight; empty for none."""
    wanted = [term.atom for terms in query.alternatives for term in terms if not term.is_negated]
    texts = [atom.words for atom in wanted if isinstance(atom, Text | FigureRange | DateSpan)]
    return " OR ".join(dict.fromkeys(quoted(words) for words in texts if is_searchable(words)))


_NUMBERS = "SELECT rowid FROM terms WHERE terms MATCH ? LIMIT ?"
# Between the words of a name stand a middle name, an initial, "de la".
_MOST_BETWEEN = 3


def facts_with(words: Iterable[str], limit: int) -> Statement:
    """The numbers of at most ``limit`` facts that themselves have one of ``words``, wherever they are from.

    A list of facts has no titles of sources, and must be found by the same words as a store.
    """
    return Statement(_NUMBERS, (f"- {{source source_ids}} : ({any_of(words)})", limit))


def facts_named(names: Iterable[Iterable[str]], limit: int) -> Statement:
    """The numbers of at most ``limit`` facts in which all words of one of ``names`` stand close together."""
    together = " OR ".join(f"NEAR({' '.join(map(quoted, words))}, {_MOST_BETWEEN})" for words in names)
    return Statement(_NUMBERS, (f"- {{source source_ids}} : ({together})", limit))


def facts_with_word(word: str, others: Iterable[str], limit: int) -> Statement:
    """The numbers of at most ``limit`` facts that have ``word``, and one of ``others``."""
    return Statement(_NUMBERS, (f"- {{source source_ids}} : ({quoted(word)} AND ({any_of(others)}))", limit))


def any_of(words: Iterable[str]) -> str:
    """The FTS5 expression that matches any of ``words``."""
    return " OR ".join(map(quoted, words))


def _conjunction(terms: Iterable[Term]) -> Statement:
    terms = tuple(terms)
    wanted = [term for term in terms if _is_wanted_text(term)]
    conditions = [_condition(term) for term in terms if not _is_wanted_text(term)]
    bonuses = list(_bonuses(terms))
    score = " + ".join([RANK if wanted else "0.0", *(bonus.sql for bonus in bonuses)])
    where = " AND ".join(condition.sql for condition in conditions) or "1"
    values = [parameter for condition in conditions for parameter in condition.parameters]
    gains = [parameter for bonus in bonuses for parameter in bonus.parameters]
    if not wanted:
        return Statement(f"SELECT number, {score} AS score FROM facts WHERE {where}", (*gains, *values))
    match = all_of(_expressions(wanted))
    if not conditions:
        return Statement(f"SELECT rowid AS number, {score} AS score FROM terms WHERE terms MATCH ?", (match,))
    sql = (
        f"SELECT number, {score} AS score FROM terms JOIN facts ON number = terms.rowid WHERE terms MATCH ? AND {where}"
    )
    return Statement(sql, (*gains, match, *values))


def _bonuses(terms: Iterable[Term]) -> Iterator[Statement]:
    """For each typed figure or date: a bonus for matching its range, and another for an exact match."""
    for term in terms:
        atom = term.atom
        if isinstance(atom, FigureRange | DateSpan) and atom.words and not term.is_negated:
            for condition in (_value_condition(atom), _exact_condition(atom), *_first_reading(atom)):
                yield Statement(f"CASE WHEN {condition.sql} THEN {_VALUE_BONUS} ELSE 0.0 END", condition.parameters)


def _first_reading(atom: FigureRange | DateSpan) -> Iterator[Statement]:
    """The condition for the likelier of two readings."""
    if isinstance(atom, FigureRange) and atom.otherwise is not None:
        yield _amount_condition(atom)


def _exact_condition(atom: FigureRange | DateSpan) -> Statement:
    if isinstance(atom, FigureRange):
        return _amount_condition(atom._replace(lower=atom.exactly, upper=atom.exactly, holds_ends=True))
    first, last = ("first_month_day", "last_month_day") if atom.is_yearless else ("first_day", "last_day")
    return Statement(f"({first} >= ? AND {last} <= ?)", (atom.first, atom.last))


def _condition(term: Term) -> Statement:
    atom = term.atom
    if isinstance(atom, Text):
        found = _found(_expression(atom))
    elif isinstance(atom, Exact):
        found = Statement(f"{_EXACT_COLUMNS[atom.column]} = ? COLLATE NOCASE", (clean(atom.value),))
    else:
        found = _value_condition(atom)
        if is_searchable(atom.words):
            printed = _found(quoted(atom.words))
            found = Statement(f"({found.sql} OR {printed.sql})", found.parameters + printed.parameters)
    return Statement(f"NOT ({found.sql})", found.parameters) if term.is_negated else found


# Column names come from this table only, never from user input; qualified, because ``terms`` shares some names.
_EXACT_COLUMNS = {"id": "facts.id", "kind": "facts.kind", "rank": "facts.rank", "unit": "facts.unit"}


def _found(expression: str) -> Statement:
    return Statement("number IN (SELECT rowid FROM terms WHERE terms MATCH ?)", (expression,))


def _value_condition(atom: FigureRange | DateSpan) -> Statement:
    if not isinstance(atom, FigureRange):
        return _day_condition(atom)
    found = _amount_condition(atom)
    if atom.otherwise is None:
        return found
    other = _value_condition(atom.otherwise)
    return Statement(f"({found.sql} OR {other.sql})", found.parameters + other.parameters)


def _amount_condition(figure: FigureRange) -> Statement:
    """Facts whose amount or range overlaps the bounds; compared in the base unit if a dimension is given."""
    from factcli.index.keys import sort_key

    low, high = ("low", "high") if figure.dimension in (None, "count") else ("base_low", "base_high")
    at_least, at_most = (">=", "<=") if figure.holds_ends else (">", "<")
    parts = [f"{low} IS NOT NULL"]
    parameters: list[object] = []
    if figure.dimension is not None:
        parts.append("dimension = ?")
        parameters.append(figure.dimension)
    if figure.unit is not None:
        parts.append("facts.unit = ?")
        parameters.append(figure.unit)
    if figure.upper is not None:
        parts.append(f"{low} {at_most} ?")
        parameters.append(sort_key(figure.upper))
    if figure.lower is not None:
        parts.append(f"{high} {at_least} ?")
        parameters.append(sort_key(figure.lower))
    return Statement(f"({' AND '.join(parts)})", tuple(parameters))


def _day_condition(span: DateSpan) -> Statement:
    """Dates that overlap the span."""
    first = _FIRST_DAY if span.first is None else span.first
    last = _LAST_DAY if span.last is None else span.last
    if span.is_yearless:
        return Statement("(first_month_day <= ? AND last_month_day >= ?)", (last, first))
    return Statement(
        f"(kind = 'date' AND coalesce(first_day, {_FIRST_DAY}) <= ? AND coalesce(last_day, {_LAST_DAY}) >= ?"
        " AND (first_day IS NOT NULL OR last_day IS NOT NULL))",
        (last, first),
    )


def _is_wanted_text(term: Term) -> bool:
    return isinstance(term.atom, Text) and not term.is_negated


def all_of(expressions: Iterable[str]) -> str:
    """The FTS5 expression that matches all of the expressions."""
    return " AND ".join(expressions)


def _expressions(terms: Iterable[Term]) -> list[str]:
    return list(dict.fromkeys(_expression(term.atom) for term in terms if isinstance(term.atom, Text)))


def _within(term: Term, columns: str) -> Text:
    """The words of a term, limited to these columns unless it has its own."""
    return Text(term.atom.words, term.atom.columns or columns) if isinstance(term.atom, Text) else Text("")


def _expression(text: Text) -> str:
    return f"{{{text.columns}}} : {quoted(text.words)}" if text.columns else quoted(text.words)


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
