"""Read HTML: the main text, tables, captions and block quotations, without navigation, scripts and comments.

Parsers of HTML do not say where in the file a word is, so the few rules that matter for prose are kept here; the places
are exact.  Text that a browser would not show is not read.
"""

from __future__ import annotations

import html
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from factcli.documents.building import DocumentBuilder
from factcli.documents.masking import masked
from factcli.documents.raised import raised
from factcli.english.rows import word_set

if TYPE_CHECKING:
    from factcli.documents.document import Document

_TOKEN = re.compile(
    r"(?P<comment><!--)"
    r"|<(?P<close>/)?(?P<tag>[A-Za-z][\w:-]{0,40}+)(?P<attributes>(?:[^<>\"']++|\"[^\"<]{0,4000}+\"|'[^'<]{0,4000}+')*+)>"
    r"|(?P<other><[!?/][^<>]{0,4000}+>)"
    r"|(?P<entity>&(?:\#[0-9]{1,7}+|\#[xX][0-9a-fA-F]{1,6}+|[A-Za-z][A-Za-z0-9]{1,31}+);)"
)
_HIDDEN = re.compile(
    r"\s(?:hidden(?=[\s=/]|$)|aria-hidden\s*=\s*[\"']?true|style\s*=\s*[\"'][^\"']{0,400}display\s*:\s*none"
    r"|role\s*=\s*[\"']?(?:navigation|search|banner|contentinfo)\b"
    r"|class\s*=\s*[\"']?[^\"'=<>]{0,200}\b(?:headerlink|footnote-backref|sr-only|visually-hidden|mw-editsection|noprint"
    r"|(?:sd)?(?:footnote|endnote)(?:-?ref|sym|anc)|note-?ref)\b|(?:role|epub:type)\s*=\s*[\"']?(?:doc-)?noteref\b)",
    re.IGNORECASE,
)
_RAISED_WORDS = re.compile(
    r"\s*(?:<(?:a|b|i|em|font|small|span|strong)\b[^<>]{0,400}>\s*){0,3}(?P<words>[^<>]{1,20})<", re.IGNORECASE
)
_SUPER = r"(?:vertical-align\s*:\s*(?:super|text-top)|top\s*:\s*-\s*0?\.\d{1,3}\s*em)"
_RAISED_STYLE = re.compile(rf"\sstyle\s*=\s*[\"'][^\"']{{0,400}}{_SUPER}", re.IGNORECASE)
_RAISED_RULE = re.compile(rf"\.(?P<name>[A-Za-z_][\w-]{{0,60}}+)\s*\{{[^{{}}]{{0,1000}}?{_SUPER}", re.IGNORECASE)
_STYLE_SHEET = re.compile(r"<style\b[^<>]{0,400}>(?P<rules>[^<]{0,200000}+)", re.IGNORECASE)
_CLASSES = re.compile(r"\sclass\s*=\s*[\"']?(?P<names>[^\"'=<>]{1,200})")
_TAG = re.compile(r"<[^<>]*+>?")
_BEFORE = 200
_SPAN = re.compile(r"\scolspan\s{0,9}=\s{0,9}[\"']?(?P<columns>\d{1,3})(?!\d)", re.IGNORECASE)
_MOST_COLUMNS = 100

_LEVELS = {"title": 1} | {f"h{level}": level for level in range(1, 7)}
_CELLS = word_set("td th")
_ROWS = word_set("tr td th thead tbody tfoot")
_MAINS = word_set("main article")
_RAISED = str.maketrans("0123456789-−+", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁺")
_BLOCKS = _LEVELS.keys() | word_set(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer head "
    "header hgroup hr html li main nav ol p section summary table tbody td tfoot th thead tr ul br"
)
# What is not prose, or not of this text: it is passed over with all that is in it.
_UNREAD = word_set(
    "noscript template svg math canvas object iframe select option button nav aside footer form del s strike code pre "
    "kbd samp var audio video map dialog menu"
)
_RAW = re.compile(r"</(?P<tag>script|style|textarea|title|xmp)", re.IGNORECASE)
_RAW_TAGS = word_set("script style textarea xmp")
_VOID = word_set("area base br col embed hr img input link meta param source track wbr")
# Elements that a new one of the same kind closes.
_SELF_CLOSING = word_set("p li dt dd tr td th option")
# A page with more of it than this in its main part or article is read from there only.
_LEAST_MAIN = 400
_MAIN = re.compile(r"<(?:main|article)\b", re.IGNORECASE)
_DEEPEST = 2_000


def parse_html(text: str, *, name: str, style_sheet: str = "") -> Document:
    """The document of an HTML text; any text is valid.  ``style_sheet`` are the rules that apply besides its own."""
    document = None
    sheets = [style_sheet, *(sheet["rules"] for sheet in _STYLE_SHEET.finditer(text))]
    raising = frozenset(rule["name"] for sheet in sheets for rule in _RAISED_RULE.finditer(sheet))
    if _MAIN.search(text):
        document = _Reader(masked(text), name, raising, only_main=True).read()
    if document is None or len(document.text) < _LEAST_MAIN:
        document = _Reader(masked(text), name, raising, only_main=False).read()
    return replace(document, source=text)


def _columns(attributes: str) -> int:
    """How many columns a cell covers."""
    found = _SPAN.search(attributes)
    return max(min(int(found["columns"]), _MOST_COLUMNS), 1) if found else 1


class _Reader:
    """Feeds what is prose to a builder; elements of the classes ``raising`` are superscripts."""

    def __init__(self, source: str, name: str, raising: frozenset[str], *, only_main: bool) -> None:
        self._raising = raising
        self._source = source
        self._builder = DocumentBuilder(name, source)
        self._only_main = only_main
        self._open: list[tuple[str, bool, bool]] = []
        self._unread = self._mains = self._more_columns = 0
        # The levels of the headings that are open.
        self._levels: list[int] = []
        self._cells: list[list[tuple[str, int, int]]] | None = None

    def read(self) -> Document:
        """The document of the whole source."""
        source, place = self._source, 0
        while match := _TOKEN.search(source, place):
            self._add_text(place, match.start())
            place = self._take(match)
        self._add_text(place, len(source))
        self._end_row(len(source))
        self._builder.end_block(len(source))
        return self._builder.document()

    def _take(self, match: re.Match[str]) -> int:
        """Handle one piece of markup; returns where the text after it begins."""
        if match["comment"]:
            end = self._source.find("-->", match.end())
            return end + 3 if end >= 0 else len(self._source)
        if match["entity"]:
            self._put(html.unescape(match[0]), match.start(), len(match[0]))
        elif match["tag"]:
            tag = match["tag"].lower()
            if match["close"]:
                self._close(tag, match.end())
            elif tag in _RAW_TAGS:
                return self._after_raw(tag, match.end())
            else:
                self._start(tag, match)
        return match.end()

    def _after_raw(self, tag: str, place: int) -> int:
        """Where a script or a style sheet ends; what looks like markup in it is not markup."""
        for closing in _RAW.finditer(self._source, place):
            if closing["tag"].lower() == tag:
                end = self._source.find(">", closing.end())
                return end + 1 if end >= 0 else len(self._source)
        return len(self._source)

    def _start(self, tag: str, match: re.Match[str]) -> None:
        if tag in _SELF_CLOSING and any(name == tag for name, *_ in self._open[-3:]):
            self._close(tag, match.start())
        if tag in _BLOCKS and not (tag == "dd" and self._builder.is_labelled):
            self._break(tag, match.start())
        if tag in _VOID or match["attributes"].endswith("/") or len(self._open) >= _DEEPEST:
            return
        is_raised = tag == "sup" or self._is_raised(match["attributes"])
        is_unread = tag in _UNREAD or bool(_HIDDEN.search(match["attributes"]))
        is_unread = is_unread or (is_raised and self._is_note(match.end()))
        self._open.append((tag, is_unread, is_raised))
        self._unread += is_unread
        self._mains += tag in _MAINS
        self._levels += [_LEVELS[tag]] if tag in _LEVELS else []
        if tag == "tr":
            self._cells, self._more_columns = [], 0
        elif tag in _CELLS and self._cells is not None:
            self._cells += [[] for _ in range(self._more_columns)]
            self._cells.append([])
            self._more_columns = _columns(match["attributes"]) - 1

    def _is_raised(self, attributes: str) -> bool:
        """Whether the style of an element raises its words."""
        classes = _CLASSES.search(attributes) if self._raising else None
        if classes and not self._raising.isdisjoint(classes["names"].split()):
            return True
        return bool(attributes) and bool(_RAISED_STYLE.search(attributes))

    def _is_note(self, place: int) -> bool:
        """Whether a superscript is the mark of a note: "85<sup>2</sup>"; "10<sup>6</sup>" is a power."""
        mark = _RAISED_WORDS.match(self._source, place)
        if not mark:
            return False
        before = _TAG.sub("", self._source[max(place - _BEFORE, 0) : place].rpartition("<")[0])
        return not raised(html.unescape(before), html.unescape(mark["words"]))

    def _close(self, tag: str, place: int) -> None:
        """End an element and those that are open in it; a closing tag without an element is passed over."""
        if all(name != tag for name, *_ in self._open):
            return
        while self._open:
            name, is_unread, _ = self._open.pop()
            if name == "dt" and self._cells is None and not self._unread:
                self._builder.add_label(place)
            elif name in _BLOCKS:
                self._break(name, place)
            if name == "tr":
                self._end_row(place)
            self._unread -= is_unread
            self._mains -= name in _MAINS
            if name in _LEVELS:
                self._levels.pop()
            if name == tag:
                return

    def _break(self, tag: str, place: int) -> None:
        """End the block of prose; in a cell of a table, only separate the words."""
        if self._cells is not None:
            if self._cells and self._cells[-1]:
                self._cells[-1].append((" ", place, 0))
        elif tag == "br" and self._levels:
            self._builder.add_blank(place)
        elif tag == "br":
            self._builder.break_line(place)
        elif tag not in _ROWS:
            self._builder.end_block(place, level=self._levels[-1] if self._levels else None)

    def _end_row(self, place: int) -> None:
        if self._cells:
            self._builder.add_row([*self._cells, *([] for _ in range(self._more_columns))], place)
        self._cells = None

    def _add_text(self, start: int, end: int) -> None:
        if start < end:
            self._put(self._source[start:end], start, end - start)

    def _put(self, words: str, start: int, length: int) -> None:
        """Append words of the source, or the character that an entity is for."""
        if self._unread or (self._only_main and not self._mains and not self._levels):
            return
        if any(is_raised for _, _, is_raised in self._open[-3:]):
            words = words.translate(_RAISED)
        if self._cells is not None:
            if self._cells:
                self._cells[-1].append((words, start, length))
        elif len(words) == length:
            self._builder.add(words, start)
        else:
            self._builder.replace(words, start, length)
