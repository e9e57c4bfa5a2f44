"""Facts -> a rich table that fits its terminal: the figure at a glance, the statement, the source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.cells import cell_len
from rich.console import Group
from rich.style import Style
from rich.table import Table
from rich.text import Text

from factcli.escaping import safe_link, safe_text
from factcli.index.search import MARK_BEGIN, MARK_END

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rich.console import RenderableType

    from factcli.index import Hit

# Below this width the source is under its statement instead of beside it.
NARROW = 72
# Names of the terminal's own palette, which follow its light or dark background.
VALUE = Style(bold=True)
MATCH = Style(bold=True, color="red")
ASIDE = Style(dim=True)
GONE = Style(strike=True, dim=True)

Marked = tuple[str, str]


def render_table(hits: Sequence[Hit], width: int, marked: Mapping[int, Marked] | None = None) -> RenderableType:
    """The facts as a table for a terminal of ``width`` cells, its sources numbered and listed below.

    ``marked`` holds the statement and quote of hits (by number) with the words that matched marked.
    """
    notes = {source: number for number, source in enumerate(dict.fromkeys(map(_cited, hits)), start=1)}
    is_narrow = width < NARROW
    table = Table(box=box.SIMPLE_HEAD, leading=1, pad_edge=False, header_style="dim")
    table.add_column("value", width=_value_width(hits, width), overflow="fold")
    table.add_column("fact", overflow="fold")
    if not is_narrow:
        table.add_column("source", overflow="fold", max_width=max(16, width // 5))
    for hit in hits:
        statement, quote = (marked or {}).get(hit.number, (hit.statement, hit.quote))
        place = plain(f"[{notes[_cited(hit)]}] {hit.locator}".rstrip(), ASIDE)
        fact = _fact_cell(hit, statement)
        if is_narrow:
            table.add_row(_value_cell(hit, quote), fact.append("  ").append_text(place))
        else:
            table.add_row(_value_cell(hit, quote), fact, place)
    return Group(table, *(_note(number, *source) for source, number in notes.items()))


def render_grid(fields: Sequence[str], rows: Sequence[Sequence[str]], width: int, *, keep_empty: bool) -> Table:
    """Any named columns as a table for a terminal of ``width`` cells; texts wrap and are never cut.

    The first column, which names the row, is not wrapped if it is narrow.  Columns without a text are left out, unless
    ``keep_empty`` is true.
    """
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="dim")
    shown = [column for column in range(len(fields)) if keep_empty or any(row[column] for row in rows)]
    for column in shown:
        is_name = column == 0 and max((cell_len(safe_text(row[0])) for row in rows), default=0) <= width // 3
        table.add_column(safe_text(fields[column]), overflow="fold", no_wrap=is_name)
    for row in rows:
        table.add_row(*(plain(row[column]) for column in shown))
    return table


def plain(text: str, style: Style | str = "") -> Text:
    """A foreign text as rich text: no markup, no control characters; line breaks stay."""
    return Text(safe_text(text, keep="\n"), style=style)


def _cited(hit: Hit) -> tuple[str, str]:
    return hit.source, hit.url


def _note(number: int, title: str, url: str) -> Text:
    """``[1] Title``, as a link where the terminal can; the address is written out where it is one."""
    link = safe_link(url)
    note = plain(f"[{number}] ", ASIDE).append_text(plain(title, Style(dim=True, link=link) if link else ASIDE))
    return note.append_text(plain(f"  {url}", ASIDE)) if url else note


def _value_width(hits: Sequence[Hit], width: int) -> int:
    """As wide as the longest figure or date, a quarter for quotes, but a third of the terminal at the most."""
    widest = max(12, width // 3)
    return min(widest, max(width // 4 if hit.kind == "quote" else cell_len(safe_text(hit.display)) for hit in hits))


def _value_cell(hit: Hit, quote: str) -> Text:
    if hit.kind == "quote":
        cell = Text("“").append_text(_marked(quote)).append("”")
        cell.justify = "left"
    else:
        cell = plain(hit.display, VALUE)
        cell.justify = "right"
    if hit.rank == "deprecated":
        cell.stylize(GONE)
    return cell


def _fact_cell(hit: Hit, statement: str) -> Text:
    cell = _marked(statement)
    if hit.rank == "deprecated":
        cell.stylize(GONE)
        successor = f"superseded by {hit.superseded_by}" if hit.superseded_by else "deprecated"
        cell.append("\n").append_text(plain(successor, "yellow"))
    if hit.speaker:
        cell.append("\n").append_text(plain(f"— {hit.speaker}"))
    return cell.append("\n").append_text(plain(hit.id, ASIDE))


def _marked(text: str) -> Text:
    """A text in which the matches are marked -> the same with the matches styled."""
    cell = Text()
    for at, part in enumerate(text.split(MARK_BEGIN)):
        matched, end, rest = part.partition(MARK_END) if at else ("", "", part)
        if at and not end:
            matched, rest = "", part
        cell.append_text(plain(matched, MATCH)).append_text(plain(rest))
    return cell
