"""A qualifier and the beginning of a value -> the values that the store has, each with what it stands for."""

from __future__ import annotations

from factcli.index.match import clean

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    Values = list[tuple[str, str]]

# Only this many facts are read: a shell waits for the answer.
_MOST_READ = 20_000


def values_starting(connection: sqlite3.Connection, qualifier: str, prefix: str, limit: int) -> Values:
    """The values of ``speaker``, ``unit`` or ``source`` that begin with ``prefix``, whatever its case, in order."""
    return _FINDERS[qualifier](connection, prefix.casefold())[:limit]


def _speakers(connection: sqlite3.Connection, prefix: str) -> Values:
    """Words of names; the last word of each name where nothing is typed."""
    found: dict[str, str] = {}
    for name in _names(connection, prefix):
        words = name.split()
        found |= {word: name for word in (words if prefix else words[-1:]) if word.casefold().startswith(prefix)}
    return sorted(found.items())


def _names(connection: sqlite3.Connection, prefix: str) -> list[str]:
    begin = clean(prefix).replace('"', "")
    if begin:
        sql = "SELECT facts.speaker FROM facts JOIN terms ON terms.rowid = facts.number WHERE terms MATCH ? LIMIT ?"
        rows = connection.execute(sql, (f'speaker : "{begin}" *', _MOST_READ))
    else:
        rows = connection.execute("SELECT speaker FROM facts WHERE number <= ? AND speaker <> ''", (_MOST_READ,))
    return sorted({name for (name,) in rows})


def _units(connection: sqlite3.Connection, prefix: str) -> Values:
    sql = "SELECT unit, count(*) FROM facts WHERE number <= ? AND unit <> '' GROUP BY unit ORDER BY unit"
    rows = connection.execute(sql, (_MOST_READ,))
    return [(unit, f"{facts} facts") for unit, facts in rows if unit.casefold().startswith(prefix)]


def _sources(connection: sqlite3.Connection, prefix: str) -> Values:
    begins = "substr(id, 1, ?) = ? COLLATE NOCASE"
    sql = f"SELECT id, json_extract(record, '$.title') FROM sources WHERE {begins} ORDER BY id LIMIT ?"
    return connection.execute(sql, (len(prefix), prefix, _MOST_READ)).fetchall()


_FINDERS: dict[str, Callable[[sqlite3.Connection, str], Values]] = {
    "speaker": _speakers,
    "unit": _units,
    "source": _sources,
}
