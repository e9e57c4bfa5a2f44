"""Foreign text for a screen: control characters are written out, and nothing in it is markup."""

from __future__ import annotations

from typing import Any

from textual.content import Content

from factcli.escaping import safe_text

# Some pages.  A field of a hundred thousand characters takes seconds to lay out, at every key.
_LONGEST = 10_000


def shown(text: str, most: int = _LONGEST) -> Content:
    """A text as it is to be read, on its lines; of one with more than ``most`` characters, the beginning."""
    return Content(safe_text(beginning(text, most), keep="\n"))


def beginning(value: Any, most: int = _LONGEST) -> Any:  # noqa: ANN401 - JSON
    """A text, or each text of a JSON value, up to ``most`` characters, and how many are left out."""
    if isinstance(value, dict):
        return {name: beginning(each, most) for name, each in value.items()}
    if isinstance(value, list):
        return [beginning(each, most) for each in value]
    if isinstance(value, str) and len(value) > most:
        return f"{value[:most]} ... ({len(value) - most:,} more characters)"
    return value


def passage(before: str, words: str, after: str) -> Content:
    """A text with the words in the middle set off."""
    return Content.assemble(shown(before[-_LONGEST:]), (shown(words).plain, "reverse bold"), shown(after))


def labelled(rows: list[tuple[str, str]], width: int = 12) -> Content:
    """Rows of a label and a text."""
    lines = [Content.assemble((f"{name:<{width}} ", "bold"), shown(text)) for name, text in rows]
    return Content("\n").join(lines)
