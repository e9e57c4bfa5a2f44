"""A text that is longer than the screen comes in; the reader's pager shows it, as git and gh have it."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from contextlib import suppress

from factcli.cli.output import PAGER_VARIABLES, write

# Quit if it fits after all, pass colours through, leave the text on the screen: what git sets.
_LESS = "FRX"
# A pager that shows everything at once.
_NONE = "cat"


def page(text: str) -> None:
    """Show a text in the pager of the environment; without one that can be started, write it as it is.

    The pager is a program with its arguments, as the user named it; no shell reads it.
    """
    command = _command()
    if not command or command[0] == _NONE or os.environ.get("TERM") == "dumb":
        write([text])
        return
    sys.stdout.flush()
    environment = {"LESS": _LESS, "LV": "-c", **os.environ}
    try:
        pager = subprocess.Popen(command, stdin=subprocess.PIPE, env=environment, encoding="utf-8")  # noqa: S603
    except OSError:
        write([text])
        return
    # Whoever has read enough closes the pager.
    with suppress(BrokenPipeError):
        pager.communicate(text)


def _command() -> list[str]:
    named = next(filter(None, map(os.environ.get, PAGER_VARIABLES)), "")
    try:
        return shlex.split(named)
    except ValueError:
        return []
