"""Figures -> a picture in SVG: a bar for each, on a logarithmic axis, in groups."""

from __future__ import annotations

import math
from html import escape
from typing import NamedTuple

_WIDTH, _LABELS, _LINE, _MARGIN = 760, 300, 22, 12
_OURS, _OTHERS = "#2f6fb5", "#b9bec5"
_STYLE = "text{font:13px system-ui,sans-serif;fill:#333}.group{font-weight:600}.axis{stroke:#ddd}"


class Bar(NamedTuple):
    """A figure with its name; ``is_ours`` colours it."""

    label: str
    figure: float
    is_ours: bool


def render_bars(title: str, groups: dict[str, list[Bar]]) -> str:
    """The picture of all groups, each bar as long as the logarithm of its figure, which stands at its end."""
    largest = max(bar.figure for bars in groups.values() for bar in bars)
    scale = (_WIDTH - _LABELS - 80) / math.log10(max(10.0, largest))
    parts = [f'<text x="{_MARGIN}" y="{_LINE}" class="group">{escape(title)}</text>']
    top = 2 * _LINE
    for group, bars in groups.items():
        parts.append(f'<text x="{_MARGIN}" y="{top + 15}" class="group">{escape(group)}</text>')
        for place, bar in enumerate(bars, start=1):
            parts.append(_bar(bar, top + place * _LINE, scale))
        top += (len(bars) + 2) * _LINE
    size = f'width="{_WIDTH}" height="{top}" viewBox="0 0 {_WIDTH} {top}"'
    ground = f'<rect width="{_WIDTH}" height="{top}" fill="#fff"/>'
    axis = f'<line x1="{_LABELS}" y1="{2 * _LINE}" x2="{_LABELS}" y2="{top - _LINE}" class="axis"/>'
    body = "\n".join([f"<style>{_STYLE}</style>", ground, axis, *parts])
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>\n{body}\n</svg>\n'


def _bar(bar: Bar, top: int, scale: float) -> str:
    length = max(1.0, math.log10(max(1.0, bar.figure)) * scale)
    color = _OURS if bar.is_ours else _OTHERS
    return (
        f'<text x="{_LABELS - 8}" y="{top + 15}" text-anchor="end">{escape(bar.label)}</text>'
        f'<rect x="{_LABELS}" y="{top + 4}" width="{length:.1f}" height="{_LINE - 7}" fill="{color}"/>'
        f'<text x="{_LABELS + length + 6:.1f}" y="{top + 15}">{bar.figure:.1f}</text>'
    )
