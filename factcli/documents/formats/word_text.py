"""The words of a Word paragraph as they are printed: tracked changes accepted, fields as their results."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from factcli.documents.formats.packed import DEEPEST
from factcli.documents.formats.word_styles import PLAIN, Look, Style, attribute, child, local, look_of, value
from factcli.documents.raised import raised

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from xml.etree.ElementTree import Element

    from factcli.documents.document import DocumentError

_WRAPPERS = frozenset(
    "ins moveTo hyperlink smartTag sdt sdtContent customXml bdo dir rubyBase ruby fldSimple Choice Fallback".split()  # noqa: SIM905
)
_SIGNS = {"tab": "\t", "ptab": "\t", "br": " ", "cr": " ", "noBreakHyphen": "-", "softHyphen": ""}
_REFERENCES = frozenset({"footnoteReference", "endnoteReference"})
_SHAPES = frozenset({"drawing", "pict", "object", "AlternateContent"})
# The signs of the font "Symbol", which have no code of their own in the file.
_SYMBOLS = {
    0xA0: "€", 0xA2: "′", 0xA3: "≤", 0xA5: "∞", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB7: "•",
    0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xBC: "…", 0xD7: "·", 0x2D: "−", 0x6D: "µ",
}  # fmt: skip
_PRIVATE = 0xF000
_LONGEST_INSTRUCTION = 200
_OPENING = '([“‘"-–/'
_NUMBER = re.compile(r"\s*[-−+]?\d[\d.,  \u2009\u202f]{0,40}\s*%?\s*")
# Fields that say where something is, not what.
_PAGE_FIELDS = re.compile(r"\s*(?:PAGE|PAGEREF|NUMPAGES|SECTIONPAGES|NOTEREF|TOC|INDEX|TOA)\b", re.IGNORECASE)
# LibreOffice writes a reference to a note so, and does not raise it.
_REFERENCE_FIELD = re.compile(r"\s*REF\b", re.IGNORECASE)


class Words(NamedTuple):
    """The words of a paragraph, and what hangs on it: the ids of its notes, with their kind, and its text boxes."""

    text: str
    notes: list[tuple[str, str]]
    boxes: list[Element]


class Field:
    """A field that is open: the beginning of its instruction, and whether what comes now is printed and read."""

    def __init__(self, instruction: str = "") -> None:
        self.instruction = instruction[:_LONGEST_INSTRUCTION]
        self.is_read = bool(instruction) and not _PAGE_FIELDS.match(instruction)

    @property
    def is_reference(self) -> bool:
        """Whether what is printed is that of another place, such as the mark of a note."""
        return _REFERENCE_FIELD.match(self.instruction) is not None


class TextReader:
    """Reads the paragraphs of a text in order: a field may go over several."""

    def __init__(self, styles: Mapping[str, Style], invalid: Callable[[], DocumentError]) -> None:
        self._styles = styles
        self._invalid = invalid
        self._fields: list[Field] = []
        self._look = Look()
        self._words = Words("", [], [])
        self._pieces: list[str] = []
        self._raised: list[str] = []

    def read(self, paragraph: Element, style: Style) -> Words:
        """The words of a paragraph that has ``style``."""
        self._look = style.look._replace(is_raised=None)
        self._words, self._pieces = Words("", [], []), []
        for each in paragraph:
            self._inline(each, 0)
        self._end_raised()
        return self._words._replace(text="".join(self._pieces))

    def _inline(self, element: Element, depth: int) -> None:
        if depth > DEEPEST:
            raise self._invalid()
        name = local(element)
        if name == "r":
            self._run(element, depth)
        elif name == "oMath":
            self._formula(element)
        elif name in {"AlternateContent", "oMathPara"}:
            self._branch(element, depth)
        elif name == "fldSimple":
            self._fields.append(Field(attribute(element, "instr") or " "))
            self._inside(element, depth)
            self._fields.pop()
        elif name in _WRAPPERS:
            self._inside(element, depth)

    def _inside(self, element: Element, depth: int) -> None:
        for each in element:
            self._inline(each, depth + 1)

    def _branch(self, element: Element, depth: int) -> None:
        """Read one branch of alternative content: the first, and the next if it has nothing."""
        for each in element:
            before = len(self._pieces), len(self._words.boxes)
            self._inline(each, depth + 1)
            if (len(self._pieces), len(self._words.boxes)) != before and local(element) == "AlternateContent":
                return

    def _run(self, run: Element, depth: int) -> None:
        look = self._look_of(child(run, "rPr"))
        if look.is_hidden or look.is_struck:
            return
        for each in run:
            self._piece(each, look, depth)
            if local(each) in _REFERENCES and attribute(each, "customMarkFollows"):
                return  # what follows is the mark

    def _look_of(self, properties: Element | None) -> Look:
        if properties is None:
            return self._look
        style = self._styles.get(value(properties, "rStyle") or "", PLAIN)
        return look_of(properties).over(style.look).over(self._look)

    def _piece(self, element: Element, look: Look, depth: int) -> None:
        name = local(element)
        if name == "fldChar":
            self._field(attribute(element, "fldCharType"))
        elif name == "instrText":
            for field in self._fields[-1:]:
                field.instruction = (field.instruction + (element.text or ""))[:_LONGEST_INSTRUCTION]
        elif all(field.is_read for field in self._fields):
            self._read_piece(name, element, look, depth)

    def _read_piece(self, name: str, element: Element, look: Look, depth: int) -> None:
        if name in _SIGNS or name in {"t", "sym"}:
            self._put(_printed(name, element), look)
        elif name in _REFERENCES:
            self._words.notes.append((name.removesuffix("Reference"), attribute(element, "id") or ""))
        elif name in _SHAPES:
            self._shape(element, depth + 1)
        elif name == "r" or name in _WRAPPERS:
            self._inline(element, depth + 1)

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            if len(self._fields) > DEEPEST:
                raise self._invalid()
            self._fields.append(Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].is_read = not _PAGE_FIELDS.match(self._fields[-1].instruction)
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _shape(self, element: Element, depth: int) -> None:
        """Keep the text boxes of a shape, which are read after the paragraph; of alternatives those of one."""
        if depth > DEEPEST:
            raise self._invalid()
        for each in element:
            if local(each) == "txbxContent":
                self._words.boxes.append(each)
                continue
            count = len(self._words.boxes)
            self._shape(each, depth + 1)
            if local(element) == "AlternateContent" and len(self._words.boxes) > count:
                return

    def _formula(self, element: Element) -> None:
        """A formula is passed over, unless it is a plain number."""
        words = "".join(each.text or "" for each in element.iter() if local(each) == "t")
        is_plain = all(local(each) in {"oMath", "r", "t", "rPr", "sty", "rFonts", "ctrlPr"} for each in element.iter())
        self._put(words if is_plain and _NUMBER.fullmatch(words) else " ", self._look)

    def _put(self, words: str, look: Look) -> None:
        if look.is_raised or self._is_mark():
            self._raised.append(words)
            return
        self._end_raised()
        self._pieces.append(words)

    def _is_mark(self) -> bool:
        """Whether what is printed now is a reference without a blank before it, as the mark of a note has none."""
        before = next((piece for piece in reversed(self._pieces) if piece), "")
        return any(field.is_reference for field in self._fields) and before[-1:].strip() not in {"", *_OPENING}

    def _end_raised(self) -> None:
        """Append what a superscript is read as; Word may write one in several runs."""
        if self._raised:
            before = "".join(self._pieces[-3:])
            self._pieces.append(raised(before, "".join(self._raised)))
            self._raised.clear()


def _printed(name: str, element: Element) -> str:
    if name == "t":
        return (element.text or "").replace("\xad", "").replace("\n", " ").replace("\r", " ")
    return _symbol(element) if name == "sym" else _SIGNS[name]


def _symbol(element: Element) -> str:
    code = attribute(element, "char") or ""
    try:
        number = int(code[:6], 16)
    except ValueError:
        return ""
    if number >= _PRIVATE:
        return _SYMBOLS.get(number - _PRIVATE, "")
    is_sign = 0x20 <= number < 0xD800  # noqa: PLR2004 - no control characters and no surrogates
    return chr(number) if is_sign else ""
