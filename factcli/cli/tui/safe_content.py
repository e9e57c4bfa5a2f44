"""Foreign text for a screen: control characters are written out, and nothing in it is markup."""

from __future__ import annotations

from textual.content import Content

from factcli.escaping import safe_text

# Some pages.  A field of a hundred thousand characters takes seconds to lay out, at every key.
_LONGEST = 10_000


def shown(text: str) -> Content:
    """A text as it is to be read, on its lines; of a very long one, the beginning."""
    rest = len(text) - _LONGEST
    more = f" ... ({rest:,} more characters)" if rest > 0 else ""
    return Content(safe_text(text[:_LONGEST], keep="\n") + more)


def passage(before: str, words: str, after: str) -> Content:
    """A text with the words in the middle set off."""
    return Content.assemble(shown(before[-_LONGEST:]), (shown(words).plain, "reverse bold"), shown(after))


def labelled(rows: list[tuple[str, str]], width: int = 12) -> Content:
    """Rows of a label and a text."""
    lines = [Content.assemble((f"{name:<{width}} ", "bold"), shown(text)) for name, text in rows]
    return Content("\n").join(lines)
