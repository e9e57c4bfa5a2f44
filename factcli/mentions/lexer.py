"""The words of a text: one regular expression cuts it into tokens, which every recogniser looks up by index.

A token is a run of ASCII digits, a run of letters (``²`` and ``³`` count as such), one vulgar fraction, or any other
single character that is not white space.  "US$7.5m" is ``us $ 7 . 5 m``; "km²" is one token.
"""

from __future__ import annotations

import re
from itertools import accumulate
from operator import add
from typing import TYPE_CHECKING

from factcli.mentions.markup import read_markup
from factcli.mentions.patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

VULGAR_FRACTIONS = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"

# Looking a few tokens to either side of any index needs no test of the bounds: the columns end in this many
# empty words, and a small negative index lands on them too.
MARGIN = 16

# A text is read in blocks, so that 10 MB of "1-" do not have to be in memory as tokens.
_BLOCK = 1 << 18
_BREAK = 1 << 12

# The third and fourth cut the mark of a note off a word: "million¹" is not a unit, "km²" is.
_TOKEN = (
    rf"[a-z]++(?![^\W0-9_{VULGAR_FRACTIONS}])|[0-9]++|[a-z]++(?=[¹⁰⁴-⁹])|[a-z]{{4,}}+(?=[²³])"
    rf"|[^\W\d_{VULGAR_FRACTIONS}]++|\S"
)
_PIECE = re.compile(rf"(?:{_TOKEN})\s*+")

# What no recogniser may look into.  Every run is possessive or bounded: the text is not ours.
_OPAQUE = late_pattern(
    r"""
    \b(?:https?|ftp|file|mailto|doi|tel):/{0,2}+[^\s<>"”]++            # addresses
    | \bwww\.[^\s<>"”]++
    | (?<![\w.+-])[\w.+-]{1,64}+@[\w-]{1,63}+(?:\.[\w-]{1,63}+){0,8}+    # e-mail
    | (?<![\w&])[@\#][a-z_]\w{0,139}+                                  # @handles, #tags
    | (?<![\w./\\-])[\w-]{1,80}+\.(?:pdf|txt|md|csv|tsv|json|jsonl|xml|html?|docx?|xlsx?|pptx?|zip|gz|png
        |jpe?g|gif|svg|mp[34]|py|js|ts|c|h|cpp|rs|go|java|sh|ya?ml|toml|ini|cfg|log|exe|dll)\b(?!\.\w)
        (?<!\bb\.c)                                                    # file names, but not "500 B.C."
    """,
    re.VERBOSE,
)
# What any of these has in it.  A pattern that begins with one set of characters is searched quickly.
_OPAQUE_CUE = re.compile(
    r"[@#:w.](?:(?<=[@#])|(?<=:)(?=\S)|(?<=w)ww\.|(?<=\.)(?=[a-z])(?:pdf|txt|md|csv|tsv|json|xml|htm|doc|xls|ppt|zip|gz"
    r"|png|jpe?g|gif|svg|mp[34]|py|js|ts|c|h|rs|go|java|sh|ya?ml|toml|ini|cfg|log|exe|dll))"
)
_RUN = re.compile(r"\S*+")
# The most letters before the cue in a file name or an address.
_MOST_BEFORE = 100


class Tokens:
    """The tokens of one block of a text, as columns of equal length.

    ``words`` holds each token in lower case, ``starts`` and ``ends`` its offsets in the text as given (in the whole
    text, also in a later block).  ``count`` is the number of tokens; after them come ``MARGIN`` empty words, so
    ``words[i + 3]`` and ``words[i - 3]`` are always allowed and are ``""`` outside of the block.  A hidden token is
    ``""`` as well: it lies in an address or a file name, or a recogniser has already claimed it.  ``spelled`` holds
    the words that the text prints otherwise, with markup between their letters.
    """

    __slots__ = ("count", "ends", "lowered", "spelled", "starts", "stop", "text", "words")

    def __init__(self, text: str, lowered: str, start: int, stop: int) -> None:
        # Each piece is a token with the white space after it, so that their lengths add up to the offsets.
        pieces = _PIECE.findall(lowered, start, stop)
        starts = list(accumulate(map(len, pieces), initial=stop - sum(map(len, pieces))))
        words = list(map(str.rstrip, pieces))
        self.text, self.lowered, self.stop = text, lowered, stop
        self.spelled: dict[int, str] = {}
        self.replace(words, starts[: len(words)], list(map(add, starts, map(len, words))))

    def replace(self, words: list[str], starts: list[int], ends: list[int]) -> None:
        """Take other columns for the tokens, of equal length and without the margin."""
        self.count = len(words)
        self.words = words + [""] * MARGIN
        self.starts = starts + [self.stop] * MARGIN
        self.ends = ends + [self.stop] * MARGIN

    def surface(self, first: int, after: int) -> str:
        """The text from token ``first`` up to the end of the token before ``after``, as given."""
        return self.text[self.starts[first] : self.ends[after - 1]]

    def glued(self, index: int) -> bool:
        """Whether there is no white space between this token and the one before it."""
        return 0 < index < self.count and self.starts[index] == self.ends[index - 1]

    def is_capitalised(self, index: int) -> bool:
        """Whether the token starts with a capital letter; False outside of the block."""
        return self.text[self.starts[index] : self.starts[index] + 1].isupper()

    def hide(self, first: int, after: int) -> None:
        """Make the tokens from ``first`` to before ``after`` invisible to whoever reads next."""
        self.words[first:after] = [""] * (after - first)


def lex(text: str) -> Iterator[Tokens]:
    """Cut any text into blocks of tokens, in order; a block ends at a line, a sentence or a space if it can."""
    lowered = _lower(text)
    start = 0
    while start < len(text):
        stop = _block_end(lowered, start)
        tokens = Tokens(text, lowered, start, stop)
        _hide_opaque(tokens, lowered, start, stop)
        read_markup(tokens)
        yield tokens
        start = stop


def split_words(phrase: str) -> list[str]:
    """The tokens of a phrase of ours, such as a row of a table."""
    return phrase.split() if phrase.replace(" ", "").isalpha() else list(map(str.rstrip, _PIECE.findall(phrase)))


def _lower(text: str) -> str:
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    # "İ" alone is two code points in lower case; offsets have to stay those of the text.
    return "İ".join(map(str.lower, text.split("İ")))


def _block_end(text: str, start: int) -> int:
    stop = start + _BLOCK
    if stop >= len(text):
        return len(text)
    for border in ("\n", ". ", " "):
        found = text.rfind(border, stop - _BREAK, stop)
        if found >= 0:
            return found + len(border)
    return stop


def _hide_opaque(tokens: Tokens, lowered: str, start: int, stop: int) -> None:
    index, starts = 0, tokens.starts
    for match in _opaque(lowered, start, stop):
        first, after = match.span()
        while index < tokens.count and starts[index] < first:
            index += 1
        begin = index
        while index < tokens.count and starts[index] < after:
            index += 1
        tokens.hide(begin, index)


def _opaque(lowered: str, start: int, stop: int) -> Iterator[re.Match[str]]:
    """The addresses, file names and tags, looked for around what each has in it: an "@", a "#", a colon, an ending."""
    while cue := _OPAQUE_CUE.search(lowered, start, stop):
        run = _RUN.match(lowered, cue.end(), stop)
        end = run.end() if run else cue.end()
        yield from _OPAQUE.finditer(lowered, max(start, cue.start() - _MOST_BEFORE), end)
        start = end
