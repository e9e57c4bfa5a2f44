"""Facts -> a table or a list that fits its terminal: the figure at a glance, what it is of, where it is from."""

from __future__ import annotations

from itertools import compress, groupby
from typing import TYPE_CHECKING, NamedTuple

from rich import box
from rich.cells import cell_len
from rich.console import Group
from rich.style import Style
from rich.table import Table
from rich.text import Text

from factcli.escaping import safe_link, safe_text
from factcli.index.search import MARK_BEGIN, MARK_END

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from rich.console import RenderableType

    from factcli.index import Hit

    Draw = Callable[["Shown", Sequence[Hit]], RenderableType]

# Below this width a value is above its statement instead of beside it.
NARROW = 72
# Nobody follows a longer line of text.
_WIDEST_FACT = 116
_NARROWEST_VALUE, _WIDEST_VALUE = 10, 22
_GAP = 2
# Of any columns: what is not wrapped, what a text needs at least, and what is between two of them.
_SHORT, _NARROWEST_TEXT, _GAP_IN_GRID = 12, 12, 3
_CUT = "…"
# Names of the terminal's own palette, which follow its light or dark background.
VALUE = Style(bold=True)
MATCH = Style(bold=True, color="magenta")
ASIDE = Style(dim=True)
GONE = Style(strike=True, dim=True)
_WARNING = Style(color="yellow")
_HEADING = Style(bold=True, underline=True)
_SAME, _DOT = "same", " · "

Marked = tuple[str, str]


class Shown(NamedTuple):
    """How facts are shown: in how many cells, how many of them are for values, and which words are marked.

    ``marked`` holds the statement and quote of hits, by number, with marks around the matches.
    """

    width: int
    value_width: int
    marked: Mapping[int, Marked]

    def statement(self, hit: Hit) -> str:
        """The statement, with the matches marked."""
        return self.marked.get(hit.number, (hit.statement, ""))[0]

    def quote(self, hit: Hit) -> str:
        """The quoted words, with the matches marked."""
        return self.marked.get(hit.number, ("", hit.quote))[1]


def render_facts(
    hits: Sequence[Hit],
    width: int,
    *,
    is_table: bool,
    marked: Mapping[int, Marked] | None = None,
    group: str | None = None,
) -> RenderableType:
    """The facts for a terminal of ``width`` cells: as a table with all of their statements and sources, or as a list.

    A list has one or two lines for each, and cuts longer statements.  ``marked`` holds the statement and quote of hits
    (by number) with the words that matched marked; ``group`` is the column whose values are the headings.
    """
    shown = Shown(width, _value_width(hits, width), marked or {})
    return _grouped(_table if is_table else _list, shown, hits, group)


def render_grid(
    fields: Sequence[str], rows: Sequence[Sequence[str]], width: int, *, keep_empty: bool
) -> RenderableType:
    """Any named columns as a table for a terminal of ``width`` cells; texts wrap and are never cut.

    The first column, which names the row, and short ones are not wrapped.  Columns without a text are left out, unless
    ``keep_empty`` is true.  Where that leaves no room for the longest word of the others, such as a path, each row is a
    block with a line a column.
    """
    shown = [column for column in range(len(fields)) if keep_empty or any(row[column] for row in rows)]
    names = [safe_text(fields[column]) for column in shown]
    cells = [[plain(row[column]) for column in shown] for row in rows]
    widths = [max([cell_len(name), *(row[at].cell_len for row in cells)]) for at, name in enumerate(names)]
    whole = [at == 0 or each <= _SHORT for at, each in enumerate(widths)]
    left = width - _GAP_IN_GRID * len(names) - sum(compress(widths, whole))
    words = [
        cell_len(word) for row in cells for at, text in enumerate(row) if not whole[at] for word in text.plain.split()
    ]
    if left < max([_NARROWEST_TEXT, *words]) * whole.count(False):
        return _blocks(names, cells)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="dim")
    for name, is_whole in zip(names, whole, strict=True):
        table.add_column(name, overflow="fold", no_wrap=is_whole)
    for row in cells:
        table.add_row(*row)
    return table


def _blocks(names: Sequence[str], rows: Sequence[Sequence[Text]]) -> RenderableType:
    """Each row as lines of a name and a text, with an empty line between rows."""
    table = Table.grid(padding=(0, _GAP, 0, 0), pad_edge=False)
    table.add_column(style=ASIDE, no_wrap=True)
    table.add_column(overflow="fold")
    for number, row in enumerate(rows):
        if number:
            table.add_row()
        for name, text in zip(names, row, strict=True):
            if text.plain:
                table.add_row(name, text)
    return table


def plain(text: str, style: Style | str = "") -> Text:
    """A foreign text as rich text: no markup, no control characters; line breaks stay."""
    return Text(safe_text(text, keep="\n"), style=style)


def _grouped(draw: Draw, shown: Shown, hits: Sequence[Hit], group: str | None) -> RenderableType:
    """The facts under a heading for each group of them; without a group, as they are."""
    if group is None:
        return draw(shown, hits)
    parts: list[RenderableType] = []
    for name, members in groupby(hits, key=lambda hit: str(getattr(hit, group))):
        facts = list(members)
        if parts:
            parts.append(Text())
        heading = Text().append_text(plain(name or f"no {group}", _HEADING)).append(f"  {len(facts)}", ASIDE)
        parts += [heading, Text(), draw(shown, facts)]
    return Group(*parts)


def _table(shown: Shown, hits: Sequence[Hit]) -> RenderableType:
    is_narrow = shown.width < NARROW
    value_width = 0 if is_narrow else shown.value_width + _GAP
    room = min(shown.width - value_width, _WIDEST_FACT)
    table = Table.grid(padding=(0, _GAP, 0, 0), pad_edge=False)
    if not is_narrow:
        table.add_column(width=value_width - _GAP, overflow="fold")
    table.add_column(width=room, overflow="fold")
    before: Hit | None = None
    for hit in hits:
        if before:
            table.add_row()
        about = Text("\n").join([*_lines(shown, hit), _origin(hit, before, room)])
        if is_narrow:
            table.add_row(Text("\n").join((_name_cell(hit), about)))
        else:
            table.add_row(_name_cell(hit), about)
        before = hit
    return table


def _lines(shown: Shown, hit: Hit) -> Iterator[Text]:
    """What is quoted, what it is about, and, of a deprecated fact, what is in force instead."""
    is_gone = hit.rank == "deprecated"
    if hit.kind == "quote":
        quote = Text("“").append_text(_marked(shown.quote(hit))).append("”")
        quote.stylize(GONE if is_gone else VALUE)
        yield quote
    statement = _marked(shown.statement(hit))
    if is_gone:
        statement.stylize(ASIDE)
    yield statement
    if is_gone:
        yield plain(f"superseded by {hit.superseded_by}" if hit.superseded_by else "deprecated", _WARNING)


def _origin(hit: Hit, before: Hit | None, room: int) -> Text:
    """``id · source, place``, in one line if it fits; both are linked to the source."""
    is_same = before is not None and hit.source_ids == before.source_ids and bool(hit.citation)
    name = plain(hit.id, _linked(hit))
    source = plain(", ".join(part for part in (_SAME if is_same else hit.citation, hit.locator) if part), _linked(hit))
    if not source.plain:
        return name
    is_long = name.cell_len + len(_DOT) + source.cell_len > room
    return Text("\n" if is_long else _DOT, ASIDE).join((name, source))


def _name_cell(hit: Hit) -> Text:
    """The figure or date; of a quote, who said it."""
    name = hit.speaker if hit.kind == "quote" else hit.display
    return plain(name, GONE if hit.rank == "deprecated" else VALUE)


def _value_width(hits: Sequence[Hit], width: int) -> int:
    """As wide as the longest figure, date or name, within a third of the terminal, and with room for each id."""
    widest = max((cell_len(_name_cell(hit).plain) for hit in hits), default=0)
    beside_ids = width - _GAP - max((_id_in_list(hit).cell_len for hit in hits), default=0)
    return max(_NARROWEST_VALUE, min(widest, _WIDEST_VALUE, width // 3, beside_ids))


def _list(shown: Shown, hits: Sequence[Hit]) -> RenderableType:
    room = min(shown.width - shown.value_width - _GAP, _WIDEST_FACT)
    table = Table.grid(padding=(0, _GAP, 0, 0))
    table.add_column(width=shown.value_width, overflow="fold")
    table.add_column(width=room)
    for hit in hits:
        table.add_row(_name_cell(hit), _list_cell(shown, hit, room))
    return table


def _list_cell(shown: Shown, hit: Hit, room: int) -> Text:
    """What the fact says, with its id at the right end of the first line that has room for it."""
    said = _marked(shown.quote(hit) if hit.kind == "quote" else shown.statement(hit))
    said = Text(" ").join(said.split())
    if hit.kind == "quote":
        said = Text("“").append_text(said).append("”")
    if hit.rank == "deprecated":
        said.stylize(ASIDE)
    name = _id_in_list(hit)
    if said.cell_len + _GAP + name.cell_len <= room:
        return said.append(" " * (room - said.cell_len - name.cell_len)).append_text(name)
    first, rest = _split(said, room)
    rest = _cut(rest, max(0, room - name.cell_len - _GAP))
    gap = " " * max(0, room - rest.cell_len - name.cell_len)
    return first.append("\n").append_text(rest).append(gap).append_text(name)


def _id_in_list(hit: Hit) -> Text:
    name = plain(hit.id, _linked(hit))
    if hit.rank != "deprecated":
        return name
    return Text().append_text(plain("superseded " if hit.superseded_by else "deprecated ", _WARNING)).append_text(name)


def _linked(hit: Hit) -> Style:
    """The style of an id or source: a link to the address of the source, if it has one that is safe."""
    link = safe_link(hit.url)
    return Style(dim=True, link=link) if link else ASIDE


def _split(text: Text, cells: int) -> tuple[Text, Text]:
    """As many words as fit into so many cells, and the rest."""
    end = _fitting(text, cells)
    first, rest = text.divide([end])
    first.rstrip()
    return first, rest[len(rest.plain) - len(rest.plain.lstrip()) :] if rest.plain.strip() else Text()


def _cut(text: Text, cells: int) -> Text:
    """The text if it fits into so many cells, else as many words as do, and a mark for the rest."""
    if text.cell_len <= cells:
        return text
    head, _ = _split(text, max(0, cells - cell_len(_CUT)))
    return head.append(_CUT) if head.plain else Text(_CUT)


def _fitting(text: Text, cells: int) -> int:
    """The end of the last word that ends within so many cells; of a word that is longer, as much as fits."""
    end = at = 0
    for word in text.plain.split(" "):
        at += cell_len(word)
        if at > cells:
            break
        end += len(word) + 1
        at += 1
    return end or min(len(text.plain), cells)


def _marked(text: str) -> Text:
    """A text in which the matches are marked -> the same with the matches styled."""
    cell = Text()
    for at, part in enumerate(text.split(MARK_BEGIN)):
        matched, end, rest = part.partition(MARK_END) if at else ("", "", part)
        if at and not end:
            matched, rest = "", part
        cell.append_text(plain(matched, MATCH)).append_text(plain(rest))
    return cell
