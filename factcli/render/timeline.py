"""Dated facts -> a picture on a terminal: an axis of dates, and below it a mark or a bar for each fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.style import Style
from rich.table import Table
from rich.text import Text

from factcli.render.table import ASIDE, GONE, NARROW, VALUE, plain
from factcli.render.time_axis import TimeAxis, dated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcli.index import Hit
    from factcli.render.time_axis import TimeSpan

_NARROWEST_PICTURE, _WIDEST_PICTURE = 16, 80
_WIDEST_DATE = 24
_GAP = 2
# As long as the longest date along the axis, and a blank.
_LONGEST_LABEL = len("Jul 2019 ")
_POINT, _ABOUT, _BAR, _OPEN_BEGIN, _OPEN_END = "●", "○", "━", "◀", "▶"
# The end of an approximate bar, from the outside in.
_FADING = "┄╍"
_AXIS, _TICK = "─", "┬"
_MARK = Style(color="cyan")


def render_timeline(hits: Sequence[Hit], width: int) -> Table:
    """The facts in the order of their days, on one axis of dates, for a terminal of ``width`` cells.

    Beside the picture is what each fact says; on a narrow terminal, below it.
    """
    shown = dated(hits)
    axis = TimeAxis(shown)
    is_narrow = width < NARROW
    when = min(_WIDEST_DATE, width // 3, max(cell_len(plain(hit.display).plain) for hit in shown))
    room = width - when - _GAP
    cells = max(_NARROWEST_PICTURE, min(_WIDEST_PICTURE, room if is_narrow else room * 2 // 5))
    table = Table.grid(padding=(0, _GAP, 0, 0), pad_edge=False)
    table.add_column(width=when, justify="right", overflow="fold")
    table.add_column(width=cells, overflow="fold")
    if not is_narrow:
        table.add_column(overflow="fold")
    table.add_row("", _drawn_axis(axis, cells))
    for hit in shown:
        said = plain(hit.statement, ASIDE if hit.rank == "deprecated" else "")
        about = said.append("\n").append_text(plain(hit.id, ASIDE))
        drawn = _drawn(axis.span_of(hit), cells)
        name = plain(hit.display, GONE if hit.rank == "deprecated" else VALUE)
        table.add_row(name, *([drawn.append("\n").append_text(about)] if is_narrow else [drawn, about]))
    return table


def _drawn_axis(axis: TimeAxis, cells: int) -> Text:
    """The dates along the axis, and below them its line."""
    labels, line = "", _AXIS * cells
    for tick in axis.ticks(_LONGEST_LABEL / cells):
        at = round(tick.place * (cells - 1))
        start = max(len(labels), min(at, cells - len(tick.label)))
        if start + len(tick.label) <= cells:
            labels = f"{labels:<{start}}{tick.label} "
            line = line[:at] + _TICK + line[at + 1 :]
    return Text(f"{labels.rstrip()}\n{line}", ASIDE)


def _drawn(span: TimeSpan, cells: int) -> Text:
    """A point, or a bar whose ends are open, exact or fading."""
    begin = 0 if span.begin is None else round(span.begin * (cells - 1))
    end = cells - 1 if span.end is None else round(span.end * (cells - 1))
    if begin == end:
        bar = _ABOUT if span.begins_about or span.ends_about else _POINT
    else:
        half = (end - begin + 1) // 2
        left = _OPEN_BEGIN if span.begin is None else _FADING[:half] if span.begins_about else _BAR
        right = _OPEN_END if span.end is None else _FADING[:half][::-1] if span.ends_about else _BAR
        bar = left + _BAR * (end - begin + 1 - len(left) - len(right)) + right
    return Text(" " * begin).append(bar, _MARK)
