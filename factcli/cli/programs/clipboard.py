"""A text comes in; it goes to the clipboard, by the tool of the desktop or by the terminal."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from base64 import b64encode

from factcli.cli.output import write
from factcli.errors import FactcliError

# The tools of desktops, with the variable that is set where they work; empty for any.
_TOOLS = (
    ("WAYLAND_DISPLAY", ("wl-copy",)),
    ("DISPLAY", ("xclip", "-selection", "clipboard")),
    ("DISPLAY", ("xsel", "--clipboard", "--input")),
    ("", ("pbcopy",)),
    ("", ("clip.exe",)),
)
# Terminals refuse longer texts.
_MOST_BYTES = 74_000


def copy_text(text: str) -> None:
    """Put a text on the clipboard; raises :class:`FactcliError` if there is no way to."""
    tool = None if _is_remote() else _tool()
    if tool is not None and _copied_by(tool, text):
        return
    if not sys.stdout.isatty():
        raise FactcliError("no clipboard can be reached", hint="run it on a terminal, or use --print")
    data = b64encode(text.encode()[:_MOST_BYTES]).decode()
    # OSC 52 of xterm: its payload is base64, so nothing in the text can drive the terminal.
    write([f"\x1b]52;c;{data}\x07"])


def _is_remote() -> bool:
    """Whether the desktop of this machine is not that of the user."""
    return bool(os.environ.get("SSH_CONNECTION")) and sys.stdout.isatty()


def _tool() -> list[str] | None:
    for variable, (name, *arguments) in _TOOLS:
        path = shutil.which(name) if not variable or os.environ.get(variable) else None
        if path:
            return [path, *arguments]
    return None


def _copied_by(tool: list[str], text: str) -> bool:
    try:
        ended = subprocess.run(tool, input=text.encode(), stdout=subprocess.DEVNULL, check=False)  # noqa: S603
    except OSError:
        return False
    return ended.returncode == 0
