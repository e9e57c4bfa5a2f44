"""A search result: a fact with the columns of the table ``facts`` of the index."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, NamedTuple

    from factcli.model.facts import Fact
    from factcli.model.figure_style import FigureStyle
else:
    from factcli.tuples import NamedTuple


class Hit(NamedTuple):
    """A fact with its output fields and search keys.

    ``value`` is for scripts, ``display`` for people; ``citation`` is the source as people name it in short; ``record``
    is the whole fact with its sources as JSON.  ``low`` and ``high`` are sort keys of the amount as written,
    ``base_low`` and ``base_high`` in the base unit of ``dimension``.  ``first_day`` and ``last_day`` are numbers such
    as 20190718, ``first_month_day`` and ``last_month_day`` such as 718; ``first_as_of`` and ``last_as_of`` are the days
    of the time for which the value holds.
    """

    number: int
    id: str
    kind: str
    value: str
    display: str
    statement: str
    subject: str
    aliases: str
    keywords: str
    quote: str
    speaker: str
    as_of: str
    first_as_of: int | None
    last_as_of: int | None
    rank: str
    superseded_by: str
    source: str
    citation: str
    source_ids: str
    url: str
    locator: str
    surface: str
    amount: str
    unit: str
    dimension: str | None
    low: str | None
    high: str | None
    base_low: str | None
    base_high: str | None
    first_day: int | None
    last_day: int | None
    first_month_day: int | None
    last_month_day: int | None
    record: str

    @property
    def fact(self) -> Fact:
        """The fact itself, as in the store."""
        import msgspec

        from factcli.store.schema import decode_fact

        raw = msgspec.json.decode(self.record)
        del raw["sources"]
        return decode_fact(raw.pop("id"), raw)

    @property
    def sources(self) -> list[dict[str, Any]]:
        """The sources that the fact cites, as CSL-JSON, in the order of its references."""
        import msgspec

        return list(msgspec.json.decode(self.record)["sources"])

    def in_style(self, style: FigureStyle) -> Hit:
        """The same with its ``display`` in another style of figures."""
        from factcli.model.figure_style import STANDARD
        from factcli.model.formatting import fact_in_words

        return self if style == STANDARD else self._replace(display=fact_in_words(self.fact, style))
