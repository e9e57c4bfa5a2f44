"""The styles of a Word document: which are headings or lists of pages, and what they hide, strike or raise."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_OFF = frozenset({"0", "false", "off", "none"})
_HEADINGS = ("heading", "title")
# A table of contents and an index repeat what the text says, with numbers of pages.
_LISTINGS = ("toc ", "table of figures", "index ", "table of authorities")
# The title of a document is above its headings of level 1.
_TITLE_LEVEL, _LAST_LEVEL = 1, 9
_LONGEST_CHAIN = 20
# Half points by which LibreOffice raises the mark of a note; less only puts words in line.
_RAISED_BY = 4
_MARKS_OF_NOTES = frozenset({"footnote reference", "endnote reference", "footnote characters", "endnote characters"})


class Look(NamedTuple):
    """How words look, as far as it says whether they are read; None where nothing is said."""

    is_hidden: bool | None = None
    is_struck: bool | None = None
    is_raised: bool | None = None

    def over(self, below: Look) -> Look:
        """This look, with that of ``below`` where it says nothing."""
        return Look(*(mine if mine is not None else other for mine, other in zip(self, below, strict=True)))


class Style(NamedTuple):
    """A style of paragraphs or words; ``level`` is that of a heading."""

    name: str
    look: Look
    level: int | None = None

    @property
    def is_listing(self) -> bool:
        """Whether its paragraphs are the lines of a table of contents or an index."""
        return self.name.startswith(_LISTINGS)


PLAIN = Style("", Look())


def local(element: Element) -> str:
    """The name of an element without its namespace, which strict and transitional files have each their own of."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute(element: Element, name: str) -> str | None:
    """The value of an attribute by its name without a namespace."""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), None)


def child(element: Element | None, name: str) -> Element | None:
    """The first child with a name; None for none."""
    return next((each for each in element if local(each) == name), None) if element is not None else None


def value(element: Element | None, name: str) -> str | None:
    """The ``val`` of the child with a name."""
    found = child(element, name)
    return attribute(found, "val") if found is not None else None


def look_of(properties: Element | None) -> Look:
    """The look that the properties of a run, of a paragraph's mark, or of a style give."""
    said: dict[str, bool] = {}
    for each in properties if properties is not None else ():
        name = local(each)
        is_on = (attribute(each, "val") or "1").lower() not in _OFF
        if name == "vanish":
            said["is_hidden"] = is_on
        elif name in {"strike", "dstrike"}:
            said["is_struck"] = is_on or said.get("is_struck", False)
        elif name == "vertAlign":
            said["is_raised"] = attribute(each, "val") == "superscript"
        elif name == "position":
            said["is_raised"] = _half_points(each) >= _RAISED_BY
    return Look(**said)


def _half_points(element: Element) -> int:
    number = (attribute(element, "val") or "")[:5]
    return int(number) if number.isdecimal() else 0


def level_of(properties: Element | None) -> int | None:
    """The level of a heading by the outline that the properties of a paragraph give it; None where they give none."""
    outline = value(properties, "outlineLvl")
    if outline is None or not outline.isdecimal() or int(outline[:4]) >= _LAST_LEVEL:
        return None
    return _TITLE_LEVEL + 1 + int(outline[:4])


def _level_in_name(name: str) -> int | None:
    """The level of the style "heading 2"; 0 where it has no number, None for a style that is not of headings."""
    if not name.startswith(_HEADINGS):
        return None
    number = name.removeprefix("heading ")
    if name.startswith("title"):
        return _TITLE_LEVEL
    return _TITLE_LEVEL + int(number) if number.isdecimal() and len(number) == 1 else 0


def read_styles(root: Element | None) -> dict[str, Style]:
    """The styles by id; each has what the style says that it is based on."""
    found = {
        attribute(each, "styleId") or "": each for each in (root if root is not None else ()) if local(each) == "style"
    }
    return {name: _style(name, found) for name in found}


def _style(name: str, found: dict[str, Element]) -> Style:
    printed, look, levels = (value(found[name], "name") or "").lower(), Look(), list[int | None]()
    for _ in range(_LONGEST_CHAIN):
        element = found.get(name)
        if element is None:
            break
        look = look.over(look_of(child(element, "rPr")))
        levels += [level_of(child(element, "pPr")), _level_in_name((value(element, "name") or "").lower())]
        name = value(element, "basedOn") or ""
    if printed in _MARKS_OF_NOTES:
        look = look._replace(is_raised=True)
    return Style(printed, look, next(filter(None, levels), 0 if 0 in levels else None))
