"""Escaping of foreign text for every output: characters that could control a terminal are written out."""

from __future__ import annotations

# C0 and C1 controls and DEL; marks that turn the writing direction (CVE-2021-42574) or separate lines; invisible
# tags and annotations; the byte order mark; lone surrogates, which no encoding can carry.
# Patterns are compiled when first needed (re keeps them), and re is imported then: most texts are printable.
_UNSAFE = (
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e"
    "\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
_LINKABLE = r"(?i:https?://|mailto:)[^\s\x00-\x1f\x7f-\x9f]{1,2000}"
# Spreadsheets run cells that start like this as formulas (OWASP, CSV injection).
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_FIGURE = (
    r"[+-]?[0-9][0-9.,]*+(?: to [+-]?[0-9][0-9.,]*+)?"
    r"(?: ?[%°](?:[^\W\d_]{0,3}+)| [^\W\d_][^\W_]{0,40}+(?:/[^\W\d_][^\W_]{0,40}+)?)?(?: [^\W\d_]{1,40}+){0,9}+"
)
_SHORT = {"\n": r"\n", "\r": r"\r", "\t": r"\t", "\x00": r"\0"}


def safe_text(text: str, *, keep: str = "") -> str:
    r"""``text`` with all characters that could control a terminal written out; characters in ``keep`` stay.

    >>> safe_text("red \x1b[31m alert")
    'red \\x1b[31m alert'
    """
    if text.isprintable():
        # Printable text has no unsafe characters, and importing re would take a quarter of a lookup.
        return text
    import re

    return re.sub(_UNSAFE, lambda match: match[0] if match[0] in keep else _escaped(match[0]), text)


def safe_json(text: str) -> str:
    r"""JSON text with such characters as ``\uXXXX``; between tokens only the newline is kept."""
    if text.isprintable():
        return text
    import re

    return re.sub(_UNSAFE, lambda match: match[0] if match[0] == "\n" else utf16_escapes(match[0]), text)


def json_line(value: object) -> str:
    r"""A value as JSON in one line, with such characters as ``\uXXXX`` and all others as they are."""
    import json

    return safe_json(json.dumps(value, ensure_ascii=False))


def safe_html(text: str) -> str:
    r"""``text`` for a page, in an element or a quoted attribute, in ASCII: the page is read right in any encoding.

    >>> safe_html('<b title="x">\x1b é')
    '&lt;b title=&quot;x&quot;&gt;\\x1b &#233;'
    """
    from html import escape

    return escape(safe_text(text, keep="\n\t")).encode("ascii", "xmlcharrefreplace").decode()


def json_text(text: str) -> str:
    r"""``text`` as a JSON text (RFC 8259, 7) with such characters as ``\uXXXX``."""
    escaped = text.replace("\\", "\\\\").replace('"', r"\"").replace("\n", r"\n")
    return f'"{safe_json(escaped)}"'


def defused_cell(text: str) -> str:
    """A CSV cell that no spreadsheet runs: a text that looks like a formula gets a leading quote mark."""
    # A text that already begins with such marks gets another one, so that it can be removed again.
    bare = text.lstrip("'") if text.startswith("'") else text
    return "'" + text if bare.startswith(_FORMULA_STARTS) and not _is_figure(bare) else text


def utf16_escapes(text: str) -> str:
    r"""Every character of ``text`` as JSON escapes it (RFC 8259): ``é`` is ``\u00e9``."""
    units = text.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


def safe_link(url: str | None) -> str | None:
    """``url`` if a terminal may link it (http, https, mailto), else None."""
    import re

    return url if url and re.fullmatch(_LINKABLE, url) and safe_text(url) == url else None


def _escaped(character: str) -> str:
    if character in _SHORT:
        return _SHORT[character]
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"  # noqa: PLR2004


def _is_figure(text: str) -> bool:
    """Whether a text is a number or range, alone or with words for its unit: no spreadsheet calculates with these."""
    import re

    return re.fullmatch(_FIGURE, text) is not None
