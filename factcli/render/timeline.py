"""Dated facts -> a picture: one row a fact, with a mark or a bar at its time."""

from __future__ import annotations

import math
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from rich import box
from rich.table import Table
from rich.text import Text

from factcli.render.table import ASIDE, GONE, NARROW, VALUE, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcli.index import Hit

# As wide as its heading.
_NARROWEST_PICTURE = len("earlier later")
_POINT, _BAR, _OPEN_BEGIN, _OPEN_END = "●", "━", "◀", "▶"


def render_timeline(hits: Sequence[Hit], width: int) -> Table:
    """The facts in the order of their days, drawn on one axis: a third of ``width`` cells, a fifth if they are few.

    The axis is drawn to the logarithm of its gaps: days in a row are visibly apart, even where others are
    years apart.
    """
    dated = sorted((hit for hit in hits if _ends(hit)), key=lambda hit: (_ends(hit), hit.id))
    cells = max(_NARROWEST_PICTURE, width // (5 if width < NARROW else 3))
    axis = _axis((number for hit in dated for number in _ends(hit)), cells)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="dim")
    table.add_column("when", justify="right", overflow="fold", max_width=max(12, width // 4))
    table.add_column("earlier" + "later".rjust(cells - 7), no_wrap=True, width=cells)
    table.add_column("fact", overflow="fold")
    for hit in dated:
        style = GONE if hit.rank == "deprecated" else VALUE
        what = plain(hit.statement).append("\n").append_text(plain(hit.id, ASIDE))
        table.add_row(plain(hit.display, style), _drawn(hit, axis, cells), what)
    return table


def _ends(hit: Hit) -> tuple[int, ...]:
    """First and last day as numbers; empty where no year is known."""
    known = [number for number in (hit.first_day, hit.last_day) if number is not None]
    return (known[0], known[-1]) if known else ()


def _axis(numbers: Iterable[int], cells: int) -> dict[int, int]:
    """Each day that begins or ends something -> its cell, from 0 to ``cells`` - 1."""
    days = sorted(set(numbers))
    gaps = [1 + math.log10(_days_between(early, late)) for early, late in pairwise(days)]
    at, places = 0.0, [0.0]
    for gap in gaps:
        at += gap
        places.append(at)
    return {day: round(place / (at or 1) * (cells - 1)) for day, place in zip(days, places, strict=False)}


def _days_between(early: int, late: int) -> int:
    return max(1, _ordinal(late) - _ordinal(early))


def _ordinal(number: int) -> int:
    """A day number -> days since year 1; exact within the calendar of ``datetime``, close enough beyond it."""
    year, rest = divmod(number, 10_000)
    if 1 <= year <= date.max.year:
        return date(year, rest // 100, rest % 100).toordinal()
    return int(year * 365.2425) + rest // 100 * 30 + rest % 100


def _drawn(hit: Hit, axis: dict[int, int], cells: int) -> Text:
    first, last = _ends(hit)
    begin = 0 if hit.first_day is None else axis[first]
    end = cells - 1 if hit.last_day is None else axis[last]
    if begin == end:
        mark = _POINT
    else:
        left = _OPEN_BEGIN if hit.first_day is None else _BAR
        right = _OPEN_END if hit.last_day is None else _BAR
        mark = left + _BAR * (end - begin - 1) + right
    return Text(" " * begin + mark, style="cyan")
