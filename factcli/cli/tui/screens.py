"""What the full screens share: their look, their keys for help and leaving, and a message that is only text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.theme import BUILTIN_THEMES
from textual.widgets import Static

from factcli.cli.tui.safe_content import shown

if TYPE_CHECKING:
    from textual.binding import BindingType

_LIGHT = BUILTIN_THEMES["ansi-light"]
# The colours of the terminal itself, whether it is light or dark.
TERMINAL_THEME = replace(
    _LIGHT,
    name="terminal",
    variables={
        **_LIGHT.variables,
        "scrollbar-background": "ansi_default",
        "scrollbar-background-hover": "ansi_default",
        "scrollbar-background-active": "ansi_default",
    },
)


class FactApp(App[None]):
    """A full screen of ``fact``: ``q`` leaves it, and its last line says what happened."""

    BINDINGS: ClassVar[list[BindingType]] = [("q", "quit", "Quit")]
    ENABLE_COMMAND_PALETTE = False
    CSS = """
    #message { height: auto; color: $text-warning; padding: 0 1; }
    """

    def __init__(self) -> None:
        """Begin in the colours of the terminal."""
        super().__init__()
        self.register_theme(TERMINAL_THEME)
        self.theme = TERMINAL_THEME.name

    def say(self, message: str) -> None:
        """Show a message until the next one."""
        self.query_one("#message", Static).update(shown(message))


def message_line() -> Static:
    """The line for messages."""
    return Static("", id="message", markup=False)
