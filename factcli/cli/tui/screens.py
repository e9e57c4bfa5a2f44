"""What the full screens share: their look, their keys for help and leaving, and a message that is only text."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.widgets import Static

from factcli.cli.tui.safe_content import shown

if TYPE_CHECKING:
    from textual.binding import BindingType


class FactApp(App[None]):
    """A full screen of ``fact``: ``q`` leaves it, and its last line says what happened."""

    BINDINGS: ClassVar[list[BindingType]] = [("q", "quit", "Quit")]
    ENABLE_COMMAND_PALETTE = False
    CSS = """
    #message { height: auto; color: $text-warning; padding: 0 1; }
    """

    def say(self, message: str) -> None:
        """Show a message until the next one."""
        self.query_one("#message", Static).update(shown(message))


def message_line() -> Static:
    """The line for messages."""
    return Static("", id="message", markup=False)
