"""Rewrite dialects of Markdown into CommonMark that has the same lines: what it would take for code becomes prose.

Content tabs and admonitions (MkDocs), definition lists, footnotes, callouts (GitHub, Obsidian), directives (MyST,
Docusaurus, Pandoc), and blocks of mathematics.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcli.english.rows import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

_LINE = re.compile(r"(?P<indent>[ \t]*+)(?P<words>[^\r\n]*+)(?P<end>\r\n|\r|\n|\Z)")
_ANY = re.compile(
    r"^[ \t>]*+(?:===[!+]? |!!!|\?\?\?|[:~][ \t]|\[\^|:::|\$\$|(?:>[ \t]?+)?\[!|[`~]{3,}+\{)", re.MULTILINE
)
# A line that begins otherwise is as it is in CommonMark, unless a block is open.
_SPECIAL = re.compile(r"[ \t>]*+(?:===|!!!|\?\?\?|[:~\[]|```)|[^$]*+\$\$")
_CONTAINER = re.compile(
    r"(?P<lead> {0,3})(?:===[!+]?|(?:!!!|\?\?\?\+?)(?: ?[\w-]{1,40}+){1,5}+)"
    r"(?:[ \t]++[\"“](?P<title>[^\r\n]{0,400}?)[\"”])?[ \t]*+$"
)
_DEFINITION = re.compile(r"^(?P<lead> {0,3})[:~](?=[ \t]+\S)")
_FOOTNOTE = re.compile(r"^(?P<lead> {0,3})\[\^[^\]\s]{1,60}+\]:[ \t]*+(?=\S)")
_CALLOUT = re.compile(r"(?P<quote>(?: {0,3}>[ \t]?+)++)\[![\w-]{1,40}+\][+-]?[ \t]*+(?P<title>[^\r\n]*+)$")
_COLONS = re.compile(
    r" {0,3}:{3,}+[ \t]*+(?:\{[^{}]{0,400}+\}|[\w-]{1,60}+)?+[ \t]*+\[?"
    r"(?P<title>[^\r\n\]{}]*+)\]?(?:\{[^{}]*+\})?[ \t]*+$"
)
_DIRECTIVE = re.compile(r" {0,3}(?P<fence>`{3,}+|~{3,}+)\{(?P<name>[\w-]{1,40}+)\}[ \t]*+(?P<title>[^\r\n]*+)$")
_OPTION = re.compile(r"[ \t]*+:[\w-]{1,40}+:(?:[ \t]|$)")
_FENCE = re.compile(r" {0,3}(?P<fence>`{3,}+|~{3,}+)(?P<rest>[^\r\n]*+)$")
_PROSE_DIRECTIVES = word_set("""
    note warning tip hint important caution danger attention error seealso admonition topic sidebar epigraph margin
    pull-quote highlights versionadded versionchanged deprecated dropdown card tab-item
    """)
_WIDTH = 4


def to_commonmark(text: str) -> str:
    r"""The text in CommonMark, line by line.

    >>> to_commonmark('=== "Tab"\n\n    Some 85\n')
    '###### Tab\n\nSome 85\n'
    """
    return "".join(_Rewriter(text).lines()) if _ANY.search(text) else text


def is_title(line: str) -> bool:
    """Whether a line of the file is one that opens a block of a dialect, whose title is then not a heading."""
    patterns = (_CONTAINER, _CALLOUT, _COLONS, _DIRECTIVE)
    return any(pattern.match(line.strip(" \t") if pattern is not _CALLOUT else line) for pattern in patterns)


class _Rewriter:
    """Goes through the lines; knows the indents of the blocks that are open."""

    def __init__(self, text: str) -> None:
        found = _LINE.finditer(text)
        self._lines = [(match["indent"].expandtabs(_WIDTH) + match["words"], match["end"]) for match in found]
        self._indents: list[int] = []
        self._fence = ""
        self._prose_fences: list[str] = []
        self._is_math = False
        self._last_math = max((at for at, (words, _) in enumerate(self._lines) if "$$" in words), default=-1)

    def lines(self) -> Sequence[str]:
        """The lines of the text, each with its end."""
        return [self._line(number, words) + end for number, (words, end) in enumerate(self._lines)]

    def _line(self, number: int, words: str) -> str:
        is_open = self._indents or self._fence or self._prose_fences or self._is_math
        if not words.strip() or not (is_open or _SPECIAL.match(words)):
            return words
        indent = len(words) - len(words.lstrip())
        while not self._fence and self._indents and indent < self._indents[-1]:
            self._indents.pop()
        body = words[min(self._indents[-1], indent) :] if self._indents else words
        if self._fence:
            self._close_fence(body)
            return body
        return "" if self._is_in_math(number, body) else self._rewritten(number, body)

    def _rewritten(self, number: int, body: str) -> str:
        container, fence, callout = _CONTAINER.match(body), _FENCE.match(body), _CALLOUT.match(body)
        if container and self._holds_lines(number, len(container["lead"])):
            self._indents.append((self._indents[-1] if self._indents else 0) + len(container["lead"]) + _WIDTH)
            return _title(container["title"])
        if callout:
            return callout["quote"] + _title(callout["title"])
        if fence:
            return self._fenced(body, fence)
        if colons := _COLONS.match(body):
            return _title(colons["title"])
        if self._prose_fences and _OPTION.match(body):
            return ""
        return _FOOTNOTE.sub(r"\g<lead>- ", _DEFINITION.sub(r"\g<lead>-", body))

    def _holds_lines(self, number: int, lead: int) -> bool:
        """Whether what follows is indented, as the content of a block is."""
        least = (self._indents[-1] if self._indents else 0) + lead + _WIDTH
        following = next((words for words, _ in self._lines[number + 1 : number + 4] if words.strip()), "")
        return len(following) - len(following.lstrip()) >= least

    def _fenced(self, body: str, fence: re.Match[str]) -> str:
        """A line that opens or closes a block of code, or a directive whose content is prose."""
        directive = _DIRECTIVE.match(body)
        if directive and directive["name"] in _PROSE_DIRECTIVES:
            self._prose_fences.append(directive["fence"])
            return _title(directive["title"])
        if self._prose_fences and fence["fence"].startswith(self._prose_fences[-1]) and not fence["rest"].strip():
            self._prose_fences.pop()
            return ""
        self._fence = fence["fence"]
        return body

    def _close_fence(self, body: str) -> None:
        fence = _FENCE.match(body)
        if fence and fence["fence"].startswith(self._fence) and not fence["rest"].strip():
            self._fence = ""

    def _is_in_math(self, number: int, body: str) -> bool:
        """Whether the line is of a block between two ``$$``, with its marks."""
        is_mark = body.count("$$") % 2 == 1
        if self._is_math:
            self._is_math = not is_mark
            return True
        self._is_math = is_mark and body.lstrip().startswith("$$") and number < self._last_math
        return self._is_math


def _title(words: str | None) -> str:
    """The title of a block as a block of its own; empty for none."""
    return f"###### {words}" if words and words.strip() else ""
