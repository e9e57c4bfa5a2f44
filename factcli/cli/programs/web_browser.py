"""An address comes in; the web browser of the user opens it."""

from __future__ import annotations

import webbrowser


def is_opened(address: str) -> bool:
    """Open an address in the browser that $BROWSER names, or another; whether one could be started."""
    try:
        return webbrowser.open(address)
    except (OSError, ValueError, IndexError, webbrowser.Error):
        # $BROWSER is blank, or not the command line of a program.
        return False
