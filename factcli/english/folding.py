"""A text -> the form in which its words are compared, however they are printed.

The letters of a PDF's ligature, full-width letters and digits, those of other scripts' digits, ``STRASSE`` and
``Straße`` come out alike.  ASCII, and the accents of other letters, are left to the index.
"""

from __future__ import annotations

_FULL_WIDTH = range(0xFF01, 0xFF5F)
_FULL_TO_ASCII = 0xFEE0
CAPITALS = "".join(filter(str.isupper, map(chr, range(0x530))))
"""The capital letters of the Latin, Greek and Cyrillic scripts, for patterns of names."""


class _Plain(dict[int, str]):
    """What each character is replaced by, found when it is first met."""

    def __missing__(self, code: int) -> str:
        plain = self[code] = _plain_letters(chr(code))
        return plain


def folded_text(text: str) -> str:
    """The text with each letter and digit in its plain form: as many words as before, in the same order."""
    return text if text.isascii() else text.translate(_PLAIN)


def typed_text(text: str) -> str:
    """What is typed, with full-width signs and the digits of any script in ASCII, and nothing that has no UTF-8."""
    if text.isascii():
        return text
    return "".join(map(_typed_sign, text)).encode("utf-8", "replace").decode()


def _plain_letters(character: str) -> str:
    import unicodedata

    if character.isdecimal():
        return str(int(character))
    plain = unicodedata.normalize("NFKC", character).casefold()
    # A sign such as ™ or ½ parts words, or would, and stays: the place of each word in its text is counted.
    return plain if character.isalnum() and plain.isalnum() else character


def _typed_sign(character: str) -> str:
    if ord(character) in _FULL_WIDTH:
        return chr(ord(character) - _FULL_TO_ASCII)
    return str(int(character)) if character.isdecimal() else character


_PLAIN = _Plain()
