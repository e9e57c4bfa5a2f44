"""The pictures of the README are what the commands print: made by rich, light and dark, rewritten with --update-golden."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from pictures import PICTURES, words
from rich.ansi import AnsiDecoder
from rich.console import Console
from rich.terminal_theme import DEFAULT_TERMINAL_THEME, SVG_EXPORT_THEME, TerminalTheme

if TYPE_CHECKING:
    from pathlib import Path

    from running import Run

WIDTH = 88
DRAFT = "The bombing of the Amia centre in Buenos Aires killed **87** people.\n"
COMMANDS = {
    "lookup": ["amia", "victims", "--format", "table"],
    "check": ["check", "draft.md", "--format", "report"],
    "explain": ["check", "draft.md", "--explain", "1", "--format", "report"],
}
THEMES = {"light": DEFAULT_TERMINAL_THEME, "dark": SVG_EXPORT_THEME}


def drawn(printed: str, title: str, theme: TerminalTheme) -> str:
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    for line in AnsiDecoder().decode(printed):
        console.print(line)
    return console.export_svg(title=title, theme=theme, unique_id="fact")


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", COMMANDS)
def test_a_picture_shows_what_the_command_prints(
    piped: Run, tmp_path: Path, name: str, theme: str, request: pytest.FixtureRequest
) -> None:
    (tmp_path / "draft.md").write_text(DRAFT)
    arguments = COMMANDS[name]
    printed = piped(*arguments, "--color", "always", cwd=tmp_path, COLUMNS=str(WIDTH), TERM="xterm-256color").out
    svg = drawn(printed, " ".join(["fact", *arguments[:-2]]), THEMES[theme])
    path = PICTURES / f"{name}-{theme}.svg"
    if request.config.getoption("--update-golden"):
        path.write_text(svg, "utf-8")

    assert words(path.read_text("utf-8")) == words(svg)
