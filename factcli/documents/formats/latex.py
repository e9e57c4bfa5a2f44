r"""Read LaTeX: its prose, without commands, comments, mathematics and listings; ``\num{50000}`` is a figure."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from factcli.documents.building import DocumentBuilder
from factcli.documents.raised import LONGEST_BASE, raised
from factcli.english.rows import word_set

if TYPE_CHECKING:
    from factcli.documents.document import Document

_TOKEN = re.compile(
    r"(?P<comment>(?<!\\)%[^\n]*+(?:\n[ \t]*+)?)"
    r"|(?P<gap>\n[ \t]*+\n\s*+)"
    r"|(?P<thin>\\,|\\[;:!]|\{,\})"
    r"|(?P<tie>~)"
    r"|\\(?P<escaped>[$%&#_{}])"
    r"|\\(?P<line>\\)(?:\*?\[[^\]\n]{0,40}+\])?"
    r"|\\(?P<display>[\[(])"
    r"|\\(?P<accent>[\"'`^~=.])\{?(?P<letter>[A-Za-z])\}?"
    r"|\\(?P<command>[A-Za-z@]{1,40}+)\*?[ \t]*+"
    r"|(?P<math>\${1,2})"
    r"|(?P<dash>-{2,3})"
    r"|(?P<quote>``|'')"
    r"|(?P<brace>[{}])"
    r"|(?P<cell>&)"
)
_GROUP = re.compile(r"\s*+\{(?P<words>[^{}]{0,4000}+)\}")
_OPTION = re.compile(r"\s*+\[[^\[\]]{0,2000}+\]")
_ENVIRONMENT = re.compile(r"\s*+\{(?P<name>[A-Za-z]{1,40}+\*?)\}")
# Only a plain number of a formula is a figure of the text: "$85$ people".
_NUMBER = re.compile(r"\s*+(?P<number>[-+]?\d[\d.,]*+(?:\{,\}\d++)*+)\s*+")
# "87$^2$" has the mark of a note, "5\\,km$^2$" and "$10^6$" have powers.
_RAISED = re.compile(
    r"\s*+(?P<base>10)?\^\s*+(?:\{\s*+(?P<group>[^{}]{1,20}+)\}|(?P<words>\d|[a-z*]|\\circ|\\dagger))\s*+"
)
_RAISED_GROUP = re.compile(r"\s*+(?P<base>(?!.))?(?P<words>(?!.))?\{(?P<group>[^{}\\]{1,20}+)\}")
_LONGEST_NOTE = 4_000
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
_OPENING = re.compile(r"\s*+\{")
_ACCENTS = {'"': "\u0308", "'": "\u0301", "`": "\u0300", "^": "\u0302", "~": "\u0303", "=": "\u0304", ".": "\u0307"}

_UNREAD_ENVIRONMENTS = word_set(
    "equation align gather multline displaymath math eqnarray verbatim lstlisting minted tikzpicture comment "
    "thebibliography filecontents algorithm algorithmic"
)
# Commands whose argument in braces is not prose.
_UNREAD = word_set(
    "label ref eqref pageref autoref cref Cref cite citep citet parencite textcite autocite footcite nocite input "
    "include includegraphics usepackage documentclass bibliography bibliographystyle url href hspace vspace setlength "
    "newcommand renewcommand providecommand def pagestyle thispagestyle graphicspath hypersetup color textcolor "
    "fontsize selectfont index addbibresource geometry footnotemark sout st vskip hskip RequirePackage "
    "PassOptionsToPackage endnotemark footref tnote"
)
_TWO_UNREAD = word_set("setlength newcommand renewcommand providecommand multicolumn multirow")
_NOTES = word_set("footnote thanks endnote sidenote marginpar marginnote tablefootnote footnotetext endnotetext")
_RAISING = word_set("textsuperscript sups up")
_HEADINGS = {
    "title": 1, "part": 2, "chapter": 3, "section": 4, "subsection": 5, "subsubsection": 6, "paragraph": 7,
}  # fmt: skip
_BREAKS = word_set("item par newpage clearpage maketitle caption")
_SYMBOLS = {
    "pounds": "£", "euro": "€", "texteuro": "€", "EUR": "€", "textsterling": "£", "textdollar": "$", "dots": "…",
    "ldots": "…", "textendash": "–", "textemdash": "—", "textquoteleft": "‘", "textquoteright": "’", "ss": "ß",
    "textdegree": "°", "degree": "°", "quad": " ", "qquad": " ", "times": "×", "pm": "±", "textperiodcentered": "·",
    "LaTeX": "LaTeX", "TeX": "TeX", "S": "§", "percent": "%", "o": "ø", "O": "Ø", "aa": "å", "AA": "Å", "ae": "æ",
    "AE": "Æ", "l": "ł", "L": "Ł", "i": "i", "j": "j", "textasciitilde": "~",
}  # fmt: skip
_UNITS = {
    "percent": "%", "kilo": "k", "mega": "M", "giga": "G", "milli": "m", "micro": "µ", "centi": "c", "metre": "m",
    "meter": "m", "gram": "g", "second": "s", "litre": "L", "liter": "L", "hectare": "ha", "hour": "h", "minute": "min",
    "day": "d", "tonne": "t", "celsius": "°C", "degreeCelsius": "°C", "watt": "W", "joule": "J", "volt": "V",
    "ampere": "A", "kelvin": "K", "pascal": "Pa", "hertz": "Hz", "per": "/", "squared": "²", "cubed": "³", "square": "",
    "kilogram": "kg", "kilometre": "km", "kilometer": "km", "centimetre": "cm", "millimetre": "mm", "kg": "kg",
    "km": "km", "cm": "cm", "mm": "mm", "m": "m", "s": "s", "g": "g", "h": "h", "ha": "ha",
}  # fmt: skip
_TABLES, _WIDE_TABLES = word_set("tabular tabularx tabulary longtable array tblr"), word_set("tabularx tabulary")
_MACRO = re.compile(r"\\(?P<name>[A-Za-z]++)\s*+")


def parse_latex(text: str, *, name: str) -> Document:
    r"""The document of a LaTeX text; any text is valid.  What precedes ``\begin{document}`` is not read."""
    return _Reader(text, name).read()


class _Reader:
    """Feeds what is prose to a builder."""

    def __init__(self, source: str, name: str) -> None:
        self._source = source
        self._builder = DocumentBuilder(name, source)
        self._heading_depth = self._level = 0
        self._depth = 0
        self._notes: list[tuple[int, int]] = []
        # None outside of tables; else whether a row is open.
        self._row: bool | None = None

    def read(self) -> Document:
        """The document of the whole source."""
        begin = self._source.find("\\begin{document}")
        self._read(begin + len("\\begin{document}") if begin >= 0 else 0, len(self._source))
        self._end_block(len(self._source))
        return self._builder.document()

    def _read(self, place: int, end: int) -> None:
        """Read the source from ``place`` to ``end``."""
        while match := _TOKEN.search(self._source, place, end):
            self._add(place, match.start())
            place = self._take(match)
        if place < end:
            self._add(place, end)

    def _add(self, start: int, end: int) -> None:
        """Append words of the source; in a table they open a row."""
        words = self._source[start:end]
        if self._row is False and words.strip():
            self._builder.replace("|", start, 0)
            self._builder.add_blank(start)
            self._row = True
        self._builder.add(words, start)

    def _end_row(self, place: int) -> None:
        """End the row of a table."""
        if self._row:
            self._builder.end_row(place)
            self._row = False

    def _take(self, match: re.Match[str]) -> int:
        """Handle one piece of markup; returns where the text after it begins."""
        kind = match.lastgroup or ""
        start, end = match.span()
        if kind == "command":
            return self._command(match)
        if kind in {"math", "display"}:
            return self._formula(match)
        if kind == "line" and self._row is not None:
            self._end_row(start)
        elif kind == "gap" and self._row is not None:
            self._builder.add_blank(start)
        elif kind == "gap":
            self._end_block(start)
        elif kind == "letter":
            self._builder.replace(_composed(match["letter"], match["accent"]), start, end - start)
        elif kind == "brace":
            self._brace(match)
        else:
            self._builder.replace(*self._symbol(kind, match), end - start)
        return end

    def _symbol(self, kind: str, match: re.Match[str]) -> tuple[str, int]:
        """What a mark is printed as, and its place."""
        if kind == "thin" and match[0] in {r"\,", "{,}"} and self._is_between_digits(match):
            return ",", match.start()
        words = {"tie": " ", "thin": " ", "line": " ", "comment": "", "cell": " | "}
        if kind == "dash":
            return ("–" if len(match[0]) == 2 else "—"), match.start()  # noqa: PLR2004 - "--" is an en dash
        if kind == "quote":
            return ("“" if match[0] == "``" else "”"), match.start()
        return match["escaped"] or words.get(kind, ""), match.start()

    def _is_between_digits(self, match: re.Match[str]) -> bool:
        before, after = self._source[match.start() - 1 : match.start()], self._source[match.end() : match.end() + 3]
        return before.isdigit() and after.isdigit() and len(after) == 3  # noqa: PLR2004 - thousands

    def _brace(self, match: re.Match[str]) -> None:
        self._depth += 1 if match[0] == "{" else -1
        if self._heading_depth and self._depth < self._heading_depth:
            self._builder.end_block(match.start(), level=self._level)
            self._heading_depth = 0

    def _end_block(self, place: int) -> None:
        self._builder.end_block(place, level=self._level if self._heading_depth else None)
        self._heading_depth = 0
        notes, self._notes = self._notes, []
        for start, end in notes:
            self._read(start, end)
            self._end_block(place)

    def _formula(self, match: re.Match[str]) -> int:
        """A formula is passed over, unless it is a plain number; an opening mark alone is a sign of money."""
        closing = {"$": "$", "$$": "$$", "[": "\\]", "(": "\\)"}[match["math"] or match["display"]]
        end = self._source.find(closing, match.end(), match.end() + 4_000)
        if end < 0 or "\n\n" in self._source[match.end() : end]:
            self._builder.add(match["math"] or "", match.start())
            return match.end()
        number = _NUMBER.fullmatch(self._source, match.end(), end)
        mark = _RAISED.fullmatch(self._source, match.end(), end)
        if number:
            self._builder.add(number["number"].replace("{,}", ","), number.start("number"))
        elif mark:
            self._builder.replace(self._raised(mark, match.start()), match.start(), end - match.start())
        else:
            self._builder.add_blank(match.start(), end - match.start())
        return end + len(closing)

    def _raised(self, mark: re.Match[str], place: int) -> str:
        """What a superscript at ``place`` is read as."""
        before = self._source[max(place - LONGEST_BASE, 0) : place] + (mark["base"] or "")
        words = mark["words"] or mark["group"]
        return (mark["base"] or "") + ("°" if "circ" in words else raised(before, words))

    def _command(self, match: re.Match[str]) -> int:
        name, end = match["command"], match.end()
        if name in {"begin", "end"}:
            return self._environment(match)
        if name in {"num", "SI", "qty", "si", "unit", "SIrange", "numrange"}:
            return self._quantity(match)
        if name in _SYMBOLS:
            self._builder.replace(_SYMBOLS[name], match.start(), end - match.start())
            empty = self._source.startswith("{}", end)
            return end + 2 * empty
        if name in _NOTES and (note := self._balanced(self._after(_OPTION, end))):
            self._notes.append(note)
            return note[1] + 1
        if name in _RAISING and (mark := _RAISED_GROUP.match(self._source, end)):
            self._builder.replace(self._raised(mark, match.start()), match.start(), mark.end() - match.start())
            return mark.end()
        if name in _HEADINGS:
            self._end_block(match.start())
            self._heading_depth, self._level = self._depth + 1, _HEADINGS[name]
        elif name in _BREAKS:
            self._end_block(match.start())
        end = self._after(_OPTION, end)
        for _ in range(1 + (name in _TWO_UNREAD) if name in _UNREAD or name in _TWO_UNREAD else 0):
            end = self._after(_GROUP, end)
        return end

    def _balanced(self, place: int) -> tuple[int, int] | None:
        """Where the words of an argument in braces, which may have others in it, begin and end."""
        brace = _OPENING.match(self._source, place)
        end = self._closing.get(brace.end() - 1, len(self._source)) if brace else 0
        return (brace.end(), end) if brace and end < place + _LONGEST_NOTE else None

    @cached_property
    def _closing(self) -> dict[int, int]:
        """Where each brace that is closed is closed."""
        closing: dict[int, int] = {}
        opened: list[int] = []
        for brace in _BRACE.finditer(self._source):
            if brace[0] == "{":
                opened.append(brace.start())
            elif brace[0] == "}" and opened:
                closing[opened.pop()] = brace.start()
        return closing

    def _after(self, pattern: re.Pattern[str], place: int) -> int:
        match = pattern.match(self._source, place)
        return match.end() if match else place

    def _environment(self, match: re.Match[str]) -> int:
        named = _ENVIRONMENT.match(self._source, match.end())
        self._end_row(match.start())
        self._row = None
        self._end_block(match.start())
        if not named:
            return match.end()
        if match["command"] == "begin" and named["name"].rstrip("*") in _UNREAD_ENVIRONMENTS:
            closing = f"\\end{{{named['name']}}}"
            end = self._source.find(closing, named.end())
            return end + len(closing) if end >= 0 else len(self._source)
        end = self._after(_OPTION, named.end())
        if named["name"].rstrip("*") not in _TABLES:
            return end
        self._row = False if match["command"] == "begin" else None
        for _ in range(1 + (named["name"].rstrip("*") in _WIDE_TABLES) if self._row is False else 0):
            columns = self._balanced(end)
            end = columns[1] + 1 if columns else end
        return end

    def _quantity(self, match: re.Match[str]) -> int:
        r"""``\num{50000}`` and ``\SI{5}{\kilo\metre}`` as they are printed."""
        end = self._after(_OPTION, match.end())
        words: list[str] = []
        while group := _GROUP.match(self._source, end):
            words.append(group["words"].strip())
            end = group.end()
        is_unit_only = match["command"] in {"si", "unit"}
        printed = [_unit(word) if is_unit_only or "\\" in word or number else word for number, word in enumerate(words)]
        self._builder.replace(" ".join(printed) or " ", match.start(), end - match.start())
        return end


def _unit(words: str) -> str:
    r"""A unit as siunitx writes it, with symbols: ``\kilo\metre`` is km."""
    return _MACRO.sub(lambda macro: _UNITS.get(macro["name"], macro["name"]), words).replace("~", "").replace(".", "")


def _composed(letter: str, accent: str) -> str:
    import unicodedata

    return unicodedata.normalize("NFC", letter + _ACCENTS[accent])
