"""The conditions of a query other than wanted words: exact columns, figures, dates and runs of letters, as SQL."""

from __future__ import annotations

from factcli.index.match import Statement, clean, expression_of, found_by, in_own_text, quoted
from factcli.query.terms import AsOf, DateSpan, Exact, FigureRange, Preferred, Run, Term, Text, is_searchable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# A fact with the typed value ranks above any match of words alone.
_VALUE_BONUS = -1000.0
_KIND_BONUS = -500.0
_OF_RUNS = "statement || ' ' || quote || ' ' || subject || ' ' || aliases || ' ' || keywords || ' ' || speaker"
_LAST_DAY, _FIRST_DAY = 10**12, -(10**12)


def bonuses_of(terms: Iterable[Term]) -> Iterator[Statement]:
    """For each typed figure or date: a bonus for matching its range, and another for an exact match."""
    for term in terms:
        atom = term.atom
        if isinstance(atom, Preferred):
            yield Statement(f"CASE WHEN kind = ? THEN {_KIND_BONUS} ELSE 0.0 END", (atom.kind,))
        elif isinstance(atom, FigureRange | DateSpan) and atom.words and not term.is_negated:
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


def condition_of(term: Term) -> Statement | None:
    """What a term other than wanted words asks of a fact; None for a preference, which asks nothing."""
    atom = term.atom
    if isinstance(atom, Preferred):
        return None
    if isinstance(atom, Text):
        found = found_by(in_own_text(expression_of(atom)))
    elif isinstance(atom, Run):
        found = _run_condition(atom)
    elif isinstance(atom, Exact):
        found = Statement(f"{_EXACT_COLUMNS[atom.column]} = ? COLLATE NOCASE", (clean(atom.value),))
    elif isinstance(atom, AsOf):
        found = _as_of_condition(atom)
    else:
        found = _value_condition(atom)
        if _can_be_printed(atom.words):
            printed = found_by(in_own_text(quoted(atom.words)))
            found = Statement(f"({found.sql} OR {printed.sql})", found.parameters + printed.parameters)
    return Statement(f"NOT ({found.sql})", found.parameters) if term.is_negated else found


def _run_condition(run: Run) -> Statement:
    """Facts with the run of letters as a word, or within a longer run."""
    words = found_by(in_own_text(expression_of(Text(run.words, run.columns))))
    columns = " || ' ' || ".join(run.columns.split()) if run.columns else _OF_RUNS
    within = f"number IN (SELECT number FROM facts WHERE instr({columns}, ?))"
    return Statement(f"({words.sql} OR {within})", (*words.parameters, clean(run.words)))


def _as_of_condition(time: AsOf) -> Statement:
    """Facts whose value holds for a time that overlaps; of a date without one, the date itself."""
    first = _FIRST_DAY if time.first is None else time.first
    last = _LAST_DAY if time.last is None else time.last
    begin, end = "coalesce(first_as_of, first_day)", "coalesce(last_as_of, last_day)"
    return Statement(
        f"(coalesce({begin}, {end}) IS NOT NULL AND coalesce({begin}, {_FIRST_DAY}) <= ?"
        f" AND coalesce({end}, {_LAST_DAY}) >= ?)",
        (last, first),
    )


def _can_be_printed(words: str) -> bool:
    """Whether the index can tell a figure from other digits: the sign of ``50%`` is not in it."""
    has_lost_sign = any(not (this.isalnum() or this in " .,-–") for this in words)
    return is_searchable(words) and not (has_lost_sign and not any(map(str.isalpha, words)))


# Column names come from this table only, never from user input; qualified, because ``terms`` shares some names.
_EXACT_COLUMNS = {"id": "facts.id", "kind": "facts.kind", "rank": "facts.rank", "unit": "facts.unit"}


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
