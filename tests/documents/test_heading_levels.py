"""A heading has the level that its markup gives it; 0 where the format does not say."""

from __future__ import annotations

import io
import unicodedata

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from packed_files import packed

from factcli.documents import Document, decode_document, parse_document
from factcli.documents.composing import composed

TEXTS = {
    "a.md": (
        "# Rail\n\n## North\n\nLines.\n\nSouth\n-----\n\n### Tram ###\n\nEnd.",
        "Rail 1, North 2, South 2, Tram 3",
    ),
    "quoted.md": ("> ## Rail\n\n- # North\n\nEnd.", "Rail 2, North 1"),
    "a.html": (
        "<title>Rail</title><h1>North</h1><p>Lines.<h3>Tram <em>A</em></h3>Words<h2>South</h2>End",
        "Rail 1, North 1, Tram A 3, South 2",
    ),
    "a.tex": (
        r"\title{Rail}\part{One}\chapter{North}\section{Tram}Words\subsection*{A}\subsubsection{B}\paragraph{C} End",
        "Rail 1, One 2, North 3, Tram 4, A 5, B 6, C 7",
    ),
    "a.rst": (
        "====\nRail\n====\n\nNorth\n=====\n\nWords.\n\nTram\n----\n\nA\n~\n\nSouth\n=====\n\nEast\n~~~~\n\nEnd.",
        "Rail 1, North 2, Tram 3, South 2, East 4",
    ),
    "a.adoc": (
        "= Rail\n\n== North\n\nWords.\n\n.A block\nWords.\n\n=== Tram\n\nEnd.",
        "Rail 1, North 2, A block 0, Tram 3",
    ),
    "a.org": (
        "#+title: Rail\n* North\nWords.\n#+caption: A table\nWords.\n** TODO Tram\nEnd.",
        "Rail 1, North 2, A table 0, Tram 3",
    ),
    "a.txt": ("Rail\n\nNorth\n\nThe end.", "Rail 0, North 0"),
    "a.eml": ("Subject: Rail\n\nNorth\n\nThe end.", "Rail 1"),
}
TEXT_OF_ODT = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>'
    '<text:h text:outline-level="1">Rail</text:h><text:h text:outline-level="3">Tram</text:h><text:h>Bus</text:h>'
    '<text:h text:outline-level="x">Ship</text:h></office:text></office:body></office:document-content>'
)
CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="b.opf"/>'
    "</rootfiles></container>"
)
BOOK = (
    '<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="a" href="a.xhtml"/></manifest><spine>'
    '<itemref idref="a"/></spine></package>'
)


def levels(document: Document) -> str:
    return ", ".join(f"{document.text[slice(*each.span)]} {each.level}" for each in document.headings)


@pytest.mark.parametrize("name", TEXTS)
def test_text_formats(name: str) -> None:
    text, expected = TEXTS[name]

    assert levels(decode_document(text.encode(), name=name)) == expected


def test_opendocument_has_the_level_of_the_outline() -> None:
    assert (
        levels(decode_document(packed(**{"content.xml": TEXT_OF_ODT}), name="a.odt")) == "Rail 1, Tram 3, Bus 0, Ship 0"
    )


def test_a_book_has_those_of_its_chapters() -> None:
    files = {
        "META-INF/container.xml": CONTAINER,
        "b.opf": BOOK,
        "a.xhtml": "<h1>Rail</h1><p>Words.</p><h2>Tram</h2>End",
    }

    assert levels(decode_document(packed(**files), name="a.epub")) == "Rail 1, Tram 2"


def test_word_has_those_of_its_styles_below_the_title() -> None:
    word = docx.Document()
    own = word.styles.add_style("Chapter", WD_STYLE_TYPE.PARAGRAPH)
    own.base_style = word.styles["Heading 2"]
    unnumbered = word.styles.add_style("Heading", WD_STYLE_TYPE.PARAGRAPH)
    word.add_heading("Rail", 0)
    word.add_heading("North", 1)
    word.add_paragraph("Words.")
    word.add_paragraph("Tram", own)
    word.add_paragraph("Bus", unnumbered)
    outlined = word.add_paragraph("Ship")
    level = docx.oxml.OxmlElement("w:outlineLvl")
    level.set(docx.oxml.ns.qn("w:val"), "3")
    outlined._p.get_or_add_pPr().append(level)  # noqa: SLF001 - python-docx has no name for it
    data = io.BytesIO()
    word.save(data)

    assert levels(decode_document(data.getvalue(), name="a.docx")) == "Rail 1, North 2, Tram 3, Bus 0, Ship 5"


def test_composed_letters_keep_the_levels() -> None:
    text = unicodedata.normalize("NFD", "# Über é\n\nWords é.\n\n### Ärger\n\nEnd.")

    assert levels(composed(parse_document(text, name="a.md"))) == "Über é 1, Ärger 3"
