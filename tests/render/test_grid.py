"""Rows of any columns, drawn for terminals of several widths."""

from __future__ import annotations

import pytest
from rich.console import Console

from factcli.render.table import render_grid

FIELDS = ("id", "file", "state", "said")
ROWS = [
    ("harbour-ships-2018", "/home/ada/desk/harbour/facts.json", "unchanged", "Leith harbour took in 44 ships in 2018."),
    ("piers", "", "added", "Leith harbour has 6 piers."),
]


def lines(width: int, rows: list[tuple[str, ...]] = ROWS) -> list[str]:
    console = Console(width=width, no_color=True)
    with console.capture() as printed:
        console.print(render_grid(FIELDS, rows, width, keep_empty=False))
    return [line.strip() for line in printed.get().splitlines()]


@pytest.mark.parametrize("width", [42, 60, 80, 100, 140])
def test_no_word_that_fits_is_broken(width: int) -> None:
    words = {word for row in ROWS for text in row for word in text.split()}

    assert words <= set(" ".join(lines(width)).split())


def test_a_wide_terminal_has_a_line_a_row() -> None:
    assert lines(140)[1].split() == list(FIELDS)
    assert [line.split()[0] for line in lines(140)[3:5]] == ["harbour-ships-2018", "piers"]


def test_a_narrow_terminal_has_a_line_a_column() -> None:
    assert lines(60)[:4] == [
        "id     harbour-ships-2018",
        "file   /home/ada/desk/harbour/facts.json",
        "state  unchanged",
        "said   Leith harbour took in 44 ships in 2018.",
    ]
    assert lines(60)[4:] == ["", "id     piers", "state  added", "said   Leith harbour has 6 piers."]


def test_without_rows_nothing_is_drawn() -> None:
    assert all(not line for line in lines(80, []))
