"""Findings -> a report for a terminal, like those of compilers: the words underlined, the correction, the source."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from rich.cells import cell_len, set_cell_size
from rich.console import Group
from rich.style import Style
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
# What is right is green, as what is confirmed.
_RIGHT = Style(bold=True, color="green")
_FILE = Style(bold=True, underline=True)
_INDENT = "  "
_GUTTER_END = " │ "
_CUT = "…"
_NARROWEST = 20
# A character may take no cell at all, as accents do; more than these are unreadable.
_CHARACTERS_A_CELL = 4


class Citation(NamedTuple):
    """What a report shows of a fact: its source with and without the date, the place and words there, the address."""

    source: str
    title: str
    locator: str
    surface: str
    url: str


# The path of a draft and the id of a fact -> that fact in the store of the draft.
Cite: TypeAlias = "Callable[[str, str], Citation | None]"


def render_report(reviews: Iterable[Review], width: int, cite: Cite) -> RenderableType:
    """The findings for a terminal of ``width`` cells, by file, each in four lines or few more.

    The lines are the place with what is wrong, the words of the draft, the marks below them with the suggestion, and
    what the fact or source says.
    """
    found = [review for review in reviews if review.findings]
    parts: list[RenderableType] = []
    for review in found:
        if len(found) > 1:
            parts += [plain(review.document.name, _FILE), Text()]
        for finding in review.findings:
            parts += render_finding(finding, review.document, width, cite)
    return Group(*parts)


def render_finding(finding: PlacedFinding, document: Document, width: int, cite: Cite) -> Iterator[RenderableType]:
    """One finding with what it was held against, and an empty line."""
    style = LEVEL_STYLES[finding.level]
    head = _head_line(finding, "  ", style)
    yield head if head.cell_len <= width else _head_line(finding, " ", style)
    gutter = len(_INDENT) + len(str(finding.start.line))
    yield from _quoted_line(finding, document, gutter, width, style)
    basis = _basis(finding, cite, width - gutter - len(_GUTTER_END))
    if basis:
        yield Text(" " * (gutter + 1)).append("= ", ASIDE).append_text(basis)
    yield Text()


def _head_line(finding: PlacedFinding, gap: str, style: Style) -> Text:
    """The place, how bad it is, what is wrong, and the rule."""
    place = f"{finding.path}:{finding.start.line}:{finding.start.column}"
    said = plain(finding.headline or finding.message, VALUE)
    return Text(gap).join((plain(place, ASIDE), plain(finding.level, style), said, plain(f"[{finding.reason}]", ASIDE)))


def _basis(finding: PlacedFinding, cite: Cite, cells: int) -> Text | None:
    """What the finding was held against: the fact in force with its source, or the other place with its sentence."""
    other = finding.evidence
    if other and other.start.line != finding.start.line:
        return _on_a_line(_told_elsewhere(other, cells), cells)
    if finding.fact is None:
        return None
    fact_id = finding.fact.superseded_by or finding.fact.id
    citation = cite(finding.path, fact_id)
    return _cited(fact_id, citation, cells) if citation else None


def _told_elsewhere(other: OtherPlace, cells: int) -> Text:
    """``report.pdf, page 4: …opened on 12 May…``: the place, and of its sentence what is around the words meant."""
    text, sentence = plain(f"{other.place}: ", ASIDE), safe_text(" ".join(other.sentence.split()))
    before, surface, after = sentence.partition(safe_text(other.surface)) if other.surface else (sentence, "", "")
    if surface:
        before, surface, after = _window(before, surface, after, max(cells - text.cell_len, _NARROWEST))
    return Text().append_text(text).append(before).append(surface, VALUE).append(after)


def _cited(fact_id: str, citation: Citation, cells: int) -> Text:
    """``id · source, place: “words there”``, linked to the source, with as much of the source as fits a line."""
    link = safe_link(citation.url)
    style = Style(dim=True, link=link) if link else ASIDE
    words = plain(f": “{' '.join(citation.surface.split())}”" if citation.surface else "")
    for source in (citation.source, citation.title, ""):
        place = ", ".join(part for part in (source, citation.locator) if part)
        text = Text().append_text(plain(f"{fact_id} · {place}" if place else fact_id, style)).append_text(words)
        if text.cell_len <= cells:
            return text
    return _on_a_line(text, cells)


def _on_a_line(text: Text, cells: int) -> Text:
    """As much of a text as fits, cut between words."""
    kept = _head(text.plain, cells)
    if kept == text.plain:
        return text
    return text[: len(kept) - len(_CUT)].append(_CUT)


def _quoted_line(
    finding: PlacedFinding, document: Document, gutter: int, width: int, style: Style
) -> Iterator[RenderableType]:
    """The line of the draft around the words, and the marks below it with the suggestion, within the width."""
    line = document.line_span(finding.start.line)
    end = min(finding.end.offset, line.end)
    room = max(_NARROWEST, width - gutter - len(_GUTTER_END))
    # Only as much of a line is read as could fit: the line may be the whole draft.
    near = _CHARACTERS_A_CELL * room + 1
    words = _shown(document, finding.start.offset, min(end, finding.start.offset + near))
    before = _shown(document, max(line.start, finding.start.offset - near), finding.start.offset)
    before, words, after = _window(before, words, _shown(document, end, min(line.end, end + near)), room)
    shown = Text().append(f"{finding.start.line:>{gutter}}{_GUTTER_END}", ASIDE)
    yield shown.append(before).append(words, style).append(after)
    marks = _marks(cell_len(before), max(1, cell_len(words)), safe_text(finding.suggestion or ""), room, style)
    yield Text().append(" " * gutter + _GUTTER_END, ASIDE).append_text(marks)


def _marks(before: int, length: int, right: str, room: int, style: Style) -> Text:
    """The marks below the words, with what is right after them, or before them where there is room for it."""
    marks = Text("^" * length, style)
    needed = cell_len(right) + 1
    if right and before + length + needed <= room:
        return Text(" " * before).append_text(marks).append(f" {right}", _RIGHT)
    if right and needed <= before:
        return Text(" " * (before - needed)).append(f"{right} ", _RIGHT).append_text(marks)
    return Text(" " * before).append_text(marks)


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
