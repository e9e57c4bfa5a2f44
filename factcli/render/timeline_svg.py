"""Dated facts -> a picture as SVG: the same axis, bars and words, for a page; nothing in it runs or loads."""

from __future__ import annotations

from html import escape
from textwrap import wrap
from typing import TYPE_CHECKING

from factcli.escaping import safe_text
from factcli.model.formatting import counted
from factcli.render.time_axis import TimeAxis, dated

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcli.index import Hit
    from factcli.render.time_axis import TimeSpan

_WIDTH, _MARGIN, _DATES, _PICTURE = 960, 16, 150, 320
_LINE, _ROW_GAP, _AXIS_HEIGHT = 18, 10, 40
_LETTERS = 60
_MOST_LINES = 8
_BAR_HEIGHT, _RADIUS = 8, 5
_LEAST_GAP = 0.22
_STYLE = """
  text { font: 13px system-ui, sans-serif; fill: #1f2328; }
  .when { font-weight: 600; text-anchor: end; }
  .id, .tick { fill: #59636e; font-size: 12px; }
  .gone { text-decoration: line-through; opacity: .6; }
  .axis { stroke: #818b98; }
  .mark { fill: #0f7490; }
  .about { fill: none; stroke: #0f7490; stroke-width: 2; }
  stop { stop-color: #0f7490; }
  @media (prefers-color-scheme: dark) {
    text { fill: #f0f6fc; }
    .id, .tick { fill: #9198a1; }
    .mark { fill: #56d4ee; }
    .about { stroke: #56d4ee; }
    stop { stop-color: #56d4ee; }
  }
"""
# The bars fade at their approximate and open ends.
_FADING = {"both": "0 1 1 0", "begin": "0 1 1 1", "end": "1 1 1 0"}


def render_timeline_svg(hits: Sequence[Hit]) -> Iterator[str]:
    """The facts in the order of their days, on one axis of dates."""
    shown = dated(hits)
    axis = TimeAxis(shown)
    rows = [(hit, wrap(_clean(hit.statement), _LETTERS, break_on_hyphens=False)[:_MOST_LINES]) for hit in shown]
    height = 2 * _MARGIN + _AXIS_HEIGHT + sum(_height(lines) for _, lines in rows)
    yield f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" role="img">\n'
    yield f"<title>Timeline of {counted(len(shown), 'date')}</title>\n<style>{_STYLE}</style>\n"
    yield from _gradients()
    yield from _drawn_axis(axis)
    top = _MARGIN + _AXIS_HEIGHT
    for hit, lines in rows:
        yield from _row(hit, axis.span_of(hit), lines, top)
        top += _height(lines)
    yield "</svg>\n"


def _height(lines: list[str]) -> int:
    return (len(lines) + 1) * _LINE + _ROW_GAP


def _gradients() -> Iterator[str]:
    yield "<defs>\n"
    for name, opacities in _FADING.items():
        places = zip((0, 30, 70, 100), opacities.split(), strict=True)
        stops = "".join(f'<stop offset="{place}%" stop-opacity="{opacity}"/>' for place, opacity in places)
        yield f'<linearGradient id="{name}">{stops}</linearGradient>\n'
    yield "</defs>\n"


def _drawn_axis(axis: TimeAxis) -> Iterator[str]:
    left, bottom = _MARGIN + _DATES + _MARGIN, _MARGIN + _AXIS_HEIGHT - _LINE
    yield f'<path class="axis" d="M{left} {bottom}h{_PICTURE}"/>\n'
    for tick in axis.ticks(_LEAST_GAP):
        at = left + round(tick.place * _PICTURE)
        yield f'<path class="axis" d="M{at} {bottom - 4}v8"/>'
        yield f'<text class="tick" x="{at}" y="{bottom - 8}" text-anchor="middle">{escape(tick.label)}</text>\n'


def _row(hit: Hit, span: TimeSpan, lines: list[str], top: int) -> Iterator[str]:
    gone = " gone" if hit.rank == "deprecated" else ""
    base = top + _LINE - 4
    yield f'<text class="when{gone}" x="{_MARGIN + _DATES}" y="{base}">{_escaped(hit.display)}</text>\n'
    yield _drawn(span, _MARGIN + _DATES + _MARGIN, base - 4)
    left = _MARGIN + _DATES + _MARGIN + _PICTURE + _MARGIN
    for number, line in enumerate(lines):
        yield f'<text class="said{gone}" x="{left}" y="{base + number * _LINE}">{escape(line)}</text>\n'
    yield f'<text class="id" x="{left}" y="{base + len(lines) * _LINE}">{_escaped(hit.id)}</text>\n'


def _drawn(span: TimeSpan, left: int, middle: int) -> str:
    """A point, or a bar that fades at ends that are open or approximate."""
    begin = left + round((span.begin or 0) * _PICTURE)
    end = left + round((1 if span.end is None else span.end) * _PICTURE)
    if end - begin <= _BAR_HEIGHT:
        kind = "about" if span.begins_about or span.ends_about else "mark"
        return f'<circle class="{kind}" cx="{(begin + end) // 2}" cy="{middle}" r="{_RADIUS}"/>\n'
    fades = (span.begin is None or span.begins_about, span.end is None or span.ends_about)
    name = {(True, True): "both", (True, False): "begin", (False, True): "end"}.get(fades)
    fill = f'fill="url(#{name})"' if name else 'class="mark"'
    top = middle - _BAR_HEIGHT // 2
    return (
        f'<rect {fill} x="{begin}" y="{top}" width="{end - begin}" height="{_BAR_HEIGHT}" rx="{_BAR_HEIGHT // 2}"/>\n'
    )


def _clean(text: str) -> str:
    return " ".join(safe_text(text, keep="\n").split())


def _escaped(text: str) -> str:
    return escape(_clean(text))
