"""Find inline markup in a Markdown paragraph: text in, the spans to cut and their replacements out.

Follows CommonMark 0.31, section 6, in linear time; doubtful markup is kept as prose.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, NamedTuple

from factcli.documents.raised import LONGEST_BASE, raised

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_TARGET = (
    r"\(\s{0,9}+(?:<[^<>\n]{0,2000}+>|(?:[^\s()\\]|\\.|\([^\s()]{0,500}+\)){0,2000}+)"
    r"""(?:\s{1,9}+(?:"[^"]{0,500}+"|'[^']{0,500}+'|\([^()]{0,500}+\)))?+\s{0,9}+\)"""
)
# The first characters of all that is found: most of a text is passed over by them alone.
_MARKUP = re.compile(
    r"(?=[\\`<^$!\[\]&*_~])(?:"
    r"(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<code>`++)"
    r"|(?P<sup><sup\b[^<>]{0,200}+>(?:<(?:a|b|i|em|small|span|strong)\b[^<>]{0,400}+>){0,3}+(?P<raised>[^<>\n]{1,80}+)"
    r"(?:</[a-z]{1,6}>){0,3}?</sup>|\^(?P<caret>[\w*,;()–−-]{1,8}+)\^)"
    r"|(?P<block>\$\$(?P<formula>[^$]{1,4000}+)\$\$)"
    r"|(?P<math>(?<![\w$])\$(?P<figure>[-+−]?\d[\d.,]{0,30}+(?:(?:\{,\}|\\,)\d{3}){0,9}+(?:\\?%)?)\$(?![\w$]))"
    r"|(?P<variables>(?<![\w$])\$(?=[^$\n]{0,200}[A-Za-z\\])"
    r"(?:\\(?:[A-Za-z]{1,30}+|[,;:!% ])|(?<![A-Za-z])[A-Za-z](?![A-Za-z])"
    r"|[\d.,=+*/^_{}()<>|!':;&−-]|(?<!\$) (?!\$)){1,300}+\$(?!\w))"
    r"|(?P<comment><!--)"
    r"|(?P<break><br\s{0,9}+/?>[ \t]{0,99}+\n?)"
    r"|(?P<label></dt\s{0,9}+>\s{0,99}+<dd\b[^<>]{0,400}+>)"
    r"|(?P<tag></?(?P<element>[A-Za-z][\w-]*+)[^<>]{0,1000}+>)"
    r"|(?P<footnote>\[\^[^\]\s]{1,60}+\]:?)"
    r"|(?P<open>!?\[)"
    rf"|(?P<close>\](?:{_TARGET}|\[[^\[\]]{{0,300}}+\]))"
    r"|(?P<entity>&(?:\#[0-9]{1,7}+|\#[xX][0-9a-fA-F]{1,6}+|[A-Za-z][A-Za-z0-9]{1,31}+);)"
    r"|(?P<emphasis>\*++|_++|~~))",
)
_LINKED = re.compile(r"\[(?P<mark>[^\[\]]{1,9})\]\([^()]{0,80}\)")
_FIGURE_MARK = re.compile(r"\{,\}|\\,|\\%")
_OUTER = {"raised": "sup", "caret": "sup", "formula": "block", "figure": "math", "element": "tag"}
_STRUCK_ELEMENTS = frozenset({"del", "s", "strike"})
# Inline elements, which do not separate the words around them.
_CLOSE_ELEMENTS = frozenset(
    {"a", "abbr", "b", "cite", "del", "em", "i", "ins", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "u"}
)


class Cut(NamedTuple):
    """A span of a paragraph that is not prose, and its replacement."""

    start: int
    end: int
    instead: str = ""


def find_markup(text: str, *, in_table: bool = False) -> list[Cut]:
    """The cuts in a paragraph, in order: marks, link targets, code, tags, comments, formulas and struck-out text.

    ``in_table`` says that the text is a row of a table, in which an escaped bar is not the end of a cell.

    >>> find_markup("**85** lives")
    [Cut(start=0, end=2, instead=''), Cut(start=4, end=6, instead='')]
    """
    cuts: list[Cut] = []
    brackets: list[tuple[int, int]] = []
    code_ends = _code_ends(text)
    last_comment_end = text.rfind("-->")
    lasts: dict[str, int] = {}
    place = 0
    while match := _MARKUP.search(text, place):
        kind, start, place = _kind(match), match.start(), match.end()
        if kind == "code":
            place = code_ends.get(start, place)
            cuts += _code_cuts(start, place, match.end())
        elif kind == "comment":
            place = text.index("-->", start) + 3 if last_comment_end >= start else place
            cuts += [Cut(start, place)] if last_comment_end >= start else []
        elif struck_end := _struck_end(kind, match, lasts):
            # Struck-out text is no longer part of what the draft says.
            place = struck_end
            cuts.append(Cut(start, place))
        elif kind == "open":
            brackets.append((start, len(cuts)))
        elif kind == "close":
            _close_bracket(match, brackets, cuts)
        elif in_table and (kind == "break" or match[0] == r"\|"):
            cuts.append(Cut(start, place, "/" if kind == "escape" else " "))
        elif kind in _PRINTED:
            cuts += _PRINTED[kind](match)
        else:
            cuts += _simple_cuts(kind, match)
    return sorted(cuts)


def _kind(match: re.Match[str]) -> str:
    """The name of the markup; the last group that matched may be within it."""
    kind = match.lastgroup or "tag"
    return _OUTER.get(kind, kind)


def _code_ends(text: str) -> dict[int, int]:
    """The end of the code span that each run of backticks opens: after the next run of the same length."""
    runs = [match.span() for match in re.finditer("`++", text)] if "`" in text else []
    following: dict[int, int] = {}
    ends: dict[int, int] = {}
    for start, end in reversed(runs):
        if end - start in following:
            ends[start] = following[end - start]
        following[end - start] = end
    return ends


def _code_cuts(start: int, end: int, opened: int) -> list[Cut]:
    # One backtick stays, because a code span separates the words around it.
    return [Cut(start + 1, end)] if end > opened else []


def _struck_end(kind: str, match: re.Match[str], lasts: dict[str, int]) -> int | None:
    """The end of the struck-out text that a mark opens: after its closing mark; None if it opens none.

    ``lasts`` caches the position of the last closing mark of each kind, which keeps the search linear.
    """
    text, opened = match.string, match.end()
    if kind == "emphasis" and match[0] == "~~":
        closing = "~~"
    elif kind == "tag" and match["element"].lower() in _STRUCK_ELEMENTS and match[0][1] != "/":
        closing = f"</{match['element']}>"
    else:
        return None
    if closing not in lasts:
        lasts[closing] = text.rfind(closing)
    if lasts[closing] < opened or (closing == "~~" and not _opens_struck(text, opened)):
        return None
    return text.index(closing, opened) + len(closing)


def _opens_struck(text: str, opened: int) -> bool:
    """Whether both "~~" are adjacent to words: "~~87~~", not "~~ 87 ~~"."""
    return not text[opened].isspace() and text[opened] != "~" and not text[text.index("~~", opened) - 1].isspace()


def _close_bracket(match: re.Match[str], brackets: list[tuple[int, int]], cuts: list[Cut]) -> None:
    """Cut the marks and the target of a link or an image, whose text stays; an image that is a link goes whole."""
    if not brackets:
        return
    start, count = brackets.pop()
    is_image = match.string[start] == "!"
    if is_image and match.string[start - 1 : start] == "[":
        del cuts[count:]
        cuts.append(Cut(start, match.end()))
    else:
        cuts += [Cut(start, start + 1 + is_image), Cut(match.start(), match.end())]


def _simple_cuts(kind: str, match: re.Match[str]) -> Iterator[Cut]:
    start, end = match.span()
    if kind == "escape":
        yield Cut(start, start + 1)
    elif kind == "footnote":
        yield Cut(start, end)
    elif kind == "tag":
        yield Cut(start, end, _instead_of(match["element"].lower()))
    elif kind == "entity":
        instead = html.unescape(match[0])
        if instead != match[0]:
            yield Cut(start, end, instead)
    elif _is_emphasis(match):
        yield Cut(start, end)


def _instead_of(element: str) -> str:
    """What is printed for a tag: an inline element does not separate words, a term begins a line of its own."""
    return "\n" if element == "dt" else "" if element in _CLOSE_ELEMENTS else " "


def _raised_cuts(match: re.Match[str]) -> Iterator[Cut]:
    """A superscript as it is read: a power as such, the mark of a note not at all."""
    is_caret = match["caret"] is not None
    kind = "caret" if is_caret else "raised"
    mark = _LINKED.sub(r"\g<mark>", match[kind])
    printed = raised(match.string[max(match.start() - LONGEST_BASE, 0) : match.start()], mark)
    if printed != mark:
        yield Cut(match.start(), match.end(), printed)
    else:
        yield Cut(match.start(), match.start(kind))
        yield Cut(match.end(kind), match.end())


def _figure_cuts(match: re.Match[str]) -> Iterator[Cut]:
    r"""A formula that is a plain number, ``$1{,}200$``, without its marks."""
    yield Cut(match.start(), match.start() + 1)
    for mark in _FIGURE_MARK.finditer(match.string, match.start() + 1, match.end() - 1):
        yield Cut(mark.start(), mark.end(), "%" if mark[0].endswith("%") else ",")
    yield Cut(match.end() - 1, match.end())


def _formula_cuts(match: re.Match[str]) -> Iterator[Cut]:
    yield Cut(match.start(), match.end(), " ")


def _break_cuts(match: re.Match[str]) -> Iterator[Cut]:
    yield Cut(match.start(), match.end(), "\n")


def _label_cuts(match: re.Match[str]) -> Iterator[Cut]:
    """The end of a term and the beginning of its definition: the term is a label."""
    is_label = match.string.endswith(":", 0, match.start())
    yield Cut(match.start(), match.end(), " " if is_label else ": ")


_PRINTED: dict[str, Callable[[re.Match[str]], Iterator[Cut]]] = {
    "sup": _raised_cuts,
    "math": _figure_cuts,
    "block": _formula_cuts,
    "variables": _formula_cuts,
    "break": _break_cuts,
    "label": _label_cuts,
}


def _is_emphasis(match: re.Match[str]) -> bool:
    """Whether the run is adjacent to a word: "5 * 3", "2*3" and snake_case are not emphasis."""
    text, (start, end) = match.string, match.span()
    before, after = text[start - 1 : start], text[end : end + 1]
    if text[start] == "_" and before.isalnum() and after.isalnum():
        return False
    return not (before.isdigit() and after.isdigit()) and bool(before.strip() or after.strip())
