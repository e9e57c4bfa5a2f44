"""Facts -> a rich table that fits its terminal: the figure at a glance, the statement, the source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.style import Style
from rich.table import Table
from rich.text import Text

from factcli.safetext import safe_link, safe_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factcli.index import Hit

# Below this width the source stands under its statement instead of beside it.
_NARROW = 72
_MARK_BEGIN, _MARK_END = "\x02", "\x03"
# Names of the terminal's own palette, which follow its light or dark background.
VALUE = Style(bold=True)
MATCH = Style(bold=True, color="red")
ASIDE = Style(dim=True)
GONE = Style(strike=True, dim=True)

Marked = tuple[str, str]


def render_table(hits: Sequence[Hit], width: int, marked: Mapping[int, Marked] | None = None) -> Table:
    """The facts as a table for a terminal of ``width`` cells; ``marked`` holds texts with the matches in them marked."""
    is_narrow = width < _NARROW
    table = Table(box=box.SIMPLE_HEAD, leading=1, pad_edge=False, header_style="dim", expand=False)
    table.add_column("value", max_width=_value_width(hits, width), overflow="fold")
    table.add_column("fact", overflow="fold", ratio=None)
    if not is_narrow:
        table.add_column("source", max_width=max(18, width // 4), overflow="fold")
    for hit in hits:
        statement, quote = (marked or {}).get(hit.number, (hit.statement, hit.display))
        fact = _fact_cell(hit, statement)
        if is_narrow:
            fact.append("\n").append_text(source_text(hit))
            table.add_row(_value_cell(hit, quote), fact)
        else:
            table.add_row(_value_cell(hit, quote), fact, source_text(hit))
    return table


def render_grid(fields: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    """Any named columns as a table; texts wrap and are never cut."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="dim")
    for field in fields:
        table.add_column(safe_text(field), overflow="fold")
    for row in rows:
        table.add_row(*(plain(text) for text in row))
    return table


def plain(text: str, style: Style | str = "") -> Text:
    """A foreign text as rich text: no markup, no control characters; line breaks stay."""
    return Text(safe_text(text, keep="\n"), style=style)


def source_text(hit: Hit) -> Text:
    """Where a fact stands: the title, as a link where it has one, and the place in it."""
    link = safe_link(hit.url)
    title = plain(hit.source, Style(dim=True, link=link) if link else ASIDE)
    return title.append_text(plain(f", {hit.locator}", ASIDE)) if hit.locator else title


def _value_width(hits: Sequence[Hit], width: int) -> int:
    """As wide as the longest figure or date, but a third of the terminal at the most; quotes wrap in it."""
    longest = max((len(hit.display) for hit in hits if hit.kind != "quote"), default=0)
    wanted = max(longest, min(36, width // 3) if any(hit.kind == "quote" for hit in hits) else 5)
    return min(wanted, max(12, width // 3))


def _value_cell(hit: Hit, quote: str) -> Text:
    if hit.kind == "quote":
        cell = Text("“").append_text(_marked(quote.strip("“”"))).append("”")
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
    for at, part in enumerate(text.split(_MARK_BEGIN)):
        matched, end, rest = part.partition(_MARK_END) if at else ("", "", part)
        if at and not end:
            matched, rest = "", part
        cell.append_text(plain(matched, MATCH)).append_text(plain(rest))
    return cell
