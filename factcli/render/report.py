"""Findings -> a report for a terminal, like those of compilers: the words underlined, the correction, the source."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from rich.cells import cell_len, set_cell_size
from rich.console import Group
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text

from factcli.escaping import safe_link, safe_text
from factcli.render.table import ASIDE, VALUE, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from rich.console import RenderableType

    from factcli.check.reasons import Level
    from factcli.documents import Document
    from factcli.drafts.review import OtherPlace, PlacedFinding, Review

LEVEL_STYLES: dict[Level, Style] = {
    "error": Style(bold=True, color="red"),
    "warning": Style(bold=True, color="yellow"),
    "note": Style(bold=True, color="cyan"),
    "info": Style(bold=True, color="green"),
}
_GUTTER_END = " │ "
_CUT = "…"
_NARROWEST = 20
# A character may take no cell at all, as accents do; more than these are unreadable.
_CHARACTERS_A_CELL = 4


class Citation(NamedTuple):
    """What a report shows of a fact: its statement, and its source."""

    statement: str
    source: str
    locator: str
    url: str


# The path of a draft and the id of a fact -> that fact in the store of the draft.
Cite: TypeAlias = "Callable[[str, str], Citation | None]"


def render_report(reviews: Iterable[Review], width: int, cite: Cite) -> RenderableType:
    """The findings for a terminal of ``width`` cells, each with what the draft's store says."""
    parts = [
        part
        for review in reviews
        for finding in review.findings
        for part in render_finding(finding, review.document, width, cite)
    ]
    return Group(*parts)


def render_finding(finding: PlacedFinding, document: Document, width: int, cite: Cite) -> Iterator[RenderableType]:
    """One finding, with what the draft's store says, and an empty line."""
    style = LEVEL_STYLES[finding.level]
    head = Text().append_text(plain(f"{finding.path}:{finding.start.line}:{finding.start.column}: ", ASIDE))
    head.append_text(plain(f"{finding.level}: ", style)).append_text(plain(finding.message, VALUE))
    yield head.append_text(plain(f" [{finding.reason}]", ASIDE))
    gutter = str(finding.start.line)
    yield from _quoted_line(finding, document, gutter, width, style)
    if finding.evidence and finding.evidence.start.line != finding.start.line:
        yield _other_place(finding.evidence)
    about = [finding.fact.id, finding.fact.superseded_by] if finding.fact else []
    for fact_id in about:
        citation = cite(finding.path, fact_id) if fact_id else None
        if fact_id and citation:
            yield _cited(fact_id, citation)
    yield Text()


def _quoted_line(
    finding: PlacedFinding, document: Document, gutter: str, width: int, style: Style
) -> Iterator[RenderableType]:
    """The line of the draft around the words, and the marks below it, within the width."""
    line = document.line_span(finding.start.line)
    end = min(finding.end.offset, line.end)
    room = max(_NARROWEST, width - len(gutter) - len(_GUTTER_END))
    # Only as much of a line is read as could fit: the line may be the whole draft.
    near = _CHARACTERS_A_CELL * room + 1
    words = _shown(document, finding.start.offset, min(end, finding.start.offset + near))
    before = _shown(document, max(line.start, finding.start.offset - near), finding.start.offset)
    before, words, after = _window(before, words, _shown(document, end, min(line.end, end + near)), room)
    shown = Text().append(f"{gutter}{_GUTTER_END}", ASIDE)
    yield shown.append(before).append(words, style).append(after)
    marks = Text().append(" " * len(gutter) + _GUTTER_END, ASIDE).append(" " * cell_len(before))
    marks.append("^" * max(1, cell_len(words)), style)
    right = finding.suggestion
    fits = right and cell_len(marks.plain) + cell_len(safe_text(right)) < width
    yield marks.append(f" {safe_text(right or '')}", style) if fits else marks
    if right and not fits:
        yield plain(f"  = write: {right}", style)


def _shown(document: Document, start: int, end: int) -> str:
    return safe_text(document.source[start:end].replace("\t", " "))


def _window(before: str, words: str, after: str, width: int) -> tuple[str, str, str]:
    """As much of a line as fits ``width`` cells, with the words in it; what is cut off is marked."""
    words = _head(words, width)
    room = width - cell_len(words)
    left = room - min(room // 3, cell_len(after[:width]))
    before = _tail(before, left)
    return before, words, _head(after, room - cell_len(before))


def _head(text: str, cells: int) -> str:
    """The beginning of a text, cut at a blank where one is near."""
    if len(text) <= _CHARACTERS_A_CELL * cells and cell_len(text) <= cells:
        return text
    if cells <= 0:
        return ""
    kept = set_cell_size(text[: _CHARACTERS_A_CELL * cells], cells - 1).rstrip()
    return (kept.rpartition(" ")[0] or kept) + _CUT


def _tail(text: str, cells: int) -> str:
    return _head(text[::-1], cells)[::-1]


def _other_place(other: OtherPlace) -> RenderableType:
    """``= line 3: the sentence``, what the finding was held against."""
    table = Table.grid(padding=(0, 1))
    where = f"{other.place}: "
    sentence = safe_text(" ".join(other.sentence.split()))
    table.add_row(Text("=", ASIDE), Text().append_text(plain(where, ASIDE)).append_text(plain(sentence)))
    return Padding(table, (0, 0, 0, 2), expand=False)


def _cited(fact_id: str, citation: Citation) -> RenderableType:
    """``= id: statement``, and below it the source, as a link where the terminal supports links."""
    cited = Table.grid(padding=(0, 1))
    statement = Text().append_text(plain(f"{fact_id}: ", ASIDE)).append_text(plain(citation.statement))
    cited.add_row(Text("=", ASIDE), statement)
    if citation.source:
        link = safe_link(citation.url)
        source = plain(citation.source, Style(dim=True, link=link) if link else ASIDE)
        source.append_text(plain(f", {citation.locator}" if citation.locator else "", ASIDE))
        cited.add_row("", source.append_text(plain(f"  {citation.url}" if citation.url else "", ASIDE)))
    return Padding(cited, (0, 0, 0, 2), expand=False)
