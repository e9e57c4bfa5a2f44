"""Convert a fact to its row in the index, and extract the words for suggestions."""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property
from operator import itemgetter
from typing import TYPE_CHECKING, Any

import msgspec

from factcli.english.folding import folded_text
from factcli.index.columns import SEPARATOR
from factcli.index.hit import Hit
from factcli.index.keys import sort_key
from factcli.model import formatting as prose
from factcli.model.citation import short_citation
from factcli.model.edtf import EdtfDate, yearless_days
from factcli.model.facts import Fact, Quantity, Quotation, Source
from factcli.store.schema import encode_fact, encode_source
from factcli.units.lookup import to_base

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from factcli.store.scanner import KeptNumber
    from factcli.store.schema import Raw

_WORD = re.compile(r"[^\W\d_][\w’'-]{2,40}")
# The same for ASCII text, but faster.
_ASCII_WORD = re.compile(r"[A-Za-z][\w'-]{2,40}", re.ASCII)
_WORD_COLUMNS = ("keywords", "subject", "aliases", "speaker", "statement", "quote")
_of_words = itemgetter(*map(Hit._fields.index, _WORD_COLUMNS))
_KEYS = ("dimension", "low", "high", "base_low", "base_high")
_DAYS = ("first_day", "last_day", "first_month_day", "last_month_day")
_YEAR = 10_000


class Sources(dict[str, Source]):
    """The sources of a store by id, with their JSON cached."""

    def record(self, id_: str) -> msgspec.Raw:
        """A source as JSON, with its id."""
        record = self._records.get(id_)
        if record is None:
            record = self._records[id_] = msgspec.Raw(encoded_source(self[id_]))
        return record

    @cached_property
    def _records(self) -> dict[str, msgspec.Raw]:
        return {}


def row_of(fact: Fact, sources: Sources, raw: Raw | None = None) -> Hit:
    """The row of a fact, with number 0; ``sources`` are those of its store, ``raw`` is its JSON object there."""
    cited = [sources[id_] for id_ in _cited_ids(fact, sources)]
    first = fact.references[0] if fact.references else None
    columns = dict(
        number=0,
        id=fact.id,
        kind=fact.kind,
        value=prose.plain_value(fact.value),
        display=prose.fact_in_words(fact),
        as_of=str(fact.as_of or ""),
        **_as_of_days(fact.as_of),
        rank=fact.rank,
        superseded_by=fact.superseded_by or "",
        source=cited[0].title if cited else (first.source if first else ""),
        citation=short_citation(cited[0]) if cited else (first.source if first else ""),
        source_ids=SEPARATOR.join(reference.source for reference in fact.references),
        url=(cited[0].url or "") if cited else "",
        locator=(first.locator or "") if first else "",
        surface=(first.surface or "") if first else "",
        **searched_texts(fact),
        **_amounts(fact.value),
        **_days(fact.value),
        record=record_of(fact, sources, raw),
    )
    return Hit._make(map(columns.__getitem__, Hit._fields))


def searched_texts(fact: Fact) -> dict[str, str]:
    """What a fact itself says, by the columns in which words are looked up; its sources have columns of their own."""
    value = fact.value
    return {
        "keywords": SEPARATOR.join(fact.keywords),
        "subject": fact.subject or "",
        "aliases": SEPARATOR.join(fact.aliases),
        "statement": fact.statement,
        "quote": value.text if isinstance(value, Quotation) else "",
        "speaker": (value.speaker or "") if isinstance(value, Quotation) else "",
        "unit": (value.unit or "") if isinstance(value, Quantity) else "",
    }


def words_of(row: Sequence[Any]) -> set[str]:
    """The words of a row that can be suggested for a query, as written."""
    text = " ".join(_of_words(row))
    return set((_ASCII_WORD if text.isascii() else _WORD).findall(text))


def folded(word: str) -> str:
    """A word without case and accents, as the index compares it: ``Nicolás`` becomes ``nicolas``."""
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFD", folded_text(word).casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def encoded_source(source: Source) -> bytes:
    """A source as JSON, with its id."""
    return msgspec.json.encode({"id": source.id, **encode_source(source)})


def record_of(fact: Fact, sources: Sources, raw: Raw | None = None) -> str:
    """The fact with its sources as JSON, as in every JSON output.  Arguments as for row_of."""
    fields = {name: value for name, value in (raw or encode_fact(fact)).items() if value is not None}
    cited = [sources.record(id_) for id_ in _cited_ids(fact, sources)]
    record = {"id": fact.id, **fields, "rank": fact.rank, "sources": cited}
    return msgspec.json.encode(record, enc_hook=_as_written).decode()


def _cited_ids(fact: Fact, sources: Sources) -> list[str]:
    ids = dict.fromkeys([reference.source for reference in fact.references])
    return [id_ for id_ in ids if id_ in sources]


def _as_written(number: KeptNumber) -> msgspec.Raw:
    """A number as written in the store: ``1.10`` stays ``1.10``."""
    return msgspec.Raw(number.text.encode())


def _amounts(value: object) -> dict[str, Any]:
    if not isinstance(value, Quantity):
        return {"amount": "", **dict.fromkeys(_KEYS)}
    low, base_low = _keys(value.amount if value.lower is None else value.lower, value.unit)
    if value.upper is None:
        high, base_high = low, base_low
    else:
        high, base_high = _keys(value.upper, value.unit)
    return {
        "amount": prose.plain_amount(value.amount),
        "dimension": value.dimension,
        "low": low,
        "high": high,
        "base_low": base_low,
        "base_high": base_high,
    }


def _as_of_days(as_of: EdtfDate | None) -> dict[str, int | None]:
    first, last = (as_of.earliest, as_of.latest) if as_of else (None, None)
    return {"first_as_of": first and first.number, "last_as_of": last and last.number}


def _keys(amount: Decimal | None, unit: str | None) -> tuple[str | None, str | None]:
    """The sort keys of an amount, as written and in its base unit."""
    if amount is None:
        return None, None
    key, base = sort_key(amount), to_base(amount, unit)[0]
    return key, key if base is amount else sort_key(base)


def _days(value: object) -> dict[str, Any]:
    if not isinstance(value, EdtfDate):
        return dict.fromkeys(_DAYS)
    if value.is_yearless:
        first, last = yearless_days(value)
        return {"first_day": None, "last_day": None, "first_month_day": first, "last_month_day": last}
    first_day, last_day = value.earliest, value.latest
    within_a_year = first_day is not None and last_day is not None and first_day.year == last_day.year
    return {
        "first_day": first_day and first_day.number,
        "last_day": last_day and last_day.number,
        "first_month_day": first_day.number % _YEAR if first_day and within_a_year else None,
        "last_month_day": last_day.number % _YEAR if last_day and within_a_year else None,
    }
