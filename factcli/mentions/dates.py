"""Dates of a text as EDTF: tokens come in, readings go out."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

    from factcli.mentions.lexer import Tokens
    from factcli.mentions.reading import Reading


def find_dates(tokens: Tokens, anchor: date | None) -> list[Reading]:
    """The dates of a block, in order and without overlap; relative dates only where ``anchor`` says what day it is."""
    del tokens, anchor
    return []
