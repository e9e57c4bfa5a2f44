"""Formats that are no text: paragraphs, tables and their places come out; broken and huge files are an error in a line."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from made_pdf import pdf
from packed_files import packed

from factcli.documents import Document, DocumentError, decode_document
from factcli.documents.formats.percent_cells import percent_cells

ODT = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body><office:text>'
    "<text:tracked-changes><text:p>99 trains</text:p></text:tracked-changes><text:h>Rail</text:h>"
    "<text:p>Some <text:span>85</text:span><text:s/>trains<text:note><text:note-citation>1</text:note-citation>"
    "<text:note-body><text:p>Counted twice.</text:p></text:note-body></text:note>.</text:p>"
    "<table:table><table:table-row><table:table-cell><text:p>Line</text:p></table:table-cell>"
    "<table:table-cell><text:p>12</text:p></table:table-cell></table:table-row></table:table>"
    "</office:text></office:body></office:document-content>"
)
SLIDE = (
    '<p:sld xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    "<a:p><a:r><a:t>Some 85 </a:t></a:r><a:r><a:t>trains</a:t></a:r></a:p></p:sld>"
)
CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
)
BOOK = (
    '<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="b" href="two.xhtml"/><item id="a" '
    'href="one.xhtml"/></manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>'
)
MAIL = (
    b"Subject: Rail figures\r\nDate: Fri, 3 May 2019 10:00:00 +0000\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
    b"There were 85 trains.\r\n\r\nBye.\r\n"
)


def workbook(*more: list[object]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Costs"
    for row in (["Year", "US$m"], [2019, 12.5], [2020, 13.0], *more):
        sheet.append(row)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def place(document: Document, words: str) -> str:
    return document.locator(document.text.index(words))


def test_cell_of_a_workbook_has_its_sheet_and_name() -> None:
    document = decode_document(workbook(), name="costs.xlsx")

    assert "| 2019 | 12.5 |" in document.text
    assert place(document, "12.5") == "Costs!B2"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_cell_of_delimited_text_has_its_name(delimiter: str) -> None:
    text = f"year{delimiter}trains\n2019{delimiter}412\n"

    assert place(decode_document(text.encode(), name="a.csv"), "412") == "B2"


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("a;b\nx;12,5\ny;1,250\nz;1.234,5\n", "| z | 1,234.5 |"),
        ("a;b\nx;12,5\ny;1,250\n", "| y | 1.250 |"),
        ("a;b\nx;12.5\ny;1,250\n", "| y | 1,250 |"),
        ("a;b\nx;1,250\n", "| x | 1,250 |"),
        ('a,b\nx,"1,25"\n', "| x | 1,25 |"),
        ("a;b\nin May, 12;12,5 %\n", "| in May, 12 | 12.5 % |"),
    ],
)
def test_decimal_commas_are_known_by_the_file(text: str, row: str) -> None:
    assert row in decode_document(text.encode(), name="a.csv").text


def test_dates_of_a_workbook_are_printed_as_such() -> None:
    data = workbook([datetime(2019, 5, 3), datetime(2019, 5, 3, 12, 30), 0.5, 3.0, None, True])  # noqa: DTZ001

    assert "| 2019-05-03 | 2019-05-03 12:30:00 | 0.5 | 3 |  | TRUE |" in decode_document(data, name="a.xlsx").text


@pytest.mark.parametrize(
    ("number", "form", "shown"),
    [
        (0.12, "0%", "12%"),
        (0.07, "0.00%", "7%"),
        (0.1234, "0.0%;[Red]-0.0%", "12.34%"),
        (-0.05, '"down "0%', "-5%"),
        (1, "0%", "100%"),
        (12, '0"%"', "12%"),
        (12.5, "0.0\\%", "12.5%"),
        (12, '0" m (100%)"', "12"),
        (0.12, "0.00", "0.12"),
        (0.12, "[<1]0.00;0%", "0.12"),
        ("0.12", "0%", "0.12"),
    ],
)
def test_a_percentage_of_a_workbook_is_read_as_it_is_shown(number: float | str, form: str, shown: str) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Share", number])
    sheet["B1"].number_format = form
    data = io.BytesIO()
    book.save(data)

    assert f"| Share | {shown} |" in decode_document(data.getvalue(), name="a.xlsx").text


def test_a_percentage_of_opendocument_is_read_as_it_is_shown() -> None:
    cell = '<table:table-cell office:value-type="{}" office:value="0.12"{}><text:p>-</text:p></table:table-cell>'
    twice = cell.format("percentage", ' table:number-columns-repeated="2"')
    above = f'<table:table-row table:number-rows-repeated="2">{cell.format("float", "")}</table:table-row>'
    sheet = f'<table:table table:name="Shares">{above}<table:table-row>{cell.format("float", "")}{twice}</table:table-row></table:table>'
    content = f"<office:document-content {ODF}><office:body><office:spreadsheet>{sheet}</office:spreadsheet></office:body></office:document-content>"
    manifest = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    parts = {"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": manifest}

    text = decode_document(packed(**parts), name="a.ods").text

    assert "| 0.12 |  |  |\n| 0.12 |  |  |\n| 0.12 | 12% | 12% |" in text


def test_a_table_that_begins_further_down_has_the_places_of_its_cells() -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active["C4"], book.active["D5"] = "Share", 0.5
    book.active["D5"].number_format = "0%"
    data = io.BytesIO()
    book.save(data)

    document = decode_document(data.getvalue(), name="a.xlsx")

    assert (place(document, "Share"), place(document, "50%")) == ("Sheet!C4", "Sheet!D5")


def test_a_binary_workbook_is_refused_as_its_percentages_are_not_known() -> None:
    data = packed(**{"xl/workbook.bin": ""})

    with pytest.raises(DocumentError, match="percentages cannot be told from other numbers"):
        percent_cells(data, "a.xlsb")


@pytest.mark.parametrize("cell", ["XFD1048576", "ZZ9000"])
def test_cells_too_far_apart_are_refused_before_they_take_memory(cell: str) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active["B1"], book.active[cell] = 5, 7
    data = io.BytesIO()
    book.save(data)

    with pytest.raises(DocumentError, match="too far apart"):
        decode_document(data.getvalue(), name="a.xlsx")


def test_a_long_cell_of_csv_is_an_error_in_a_line() -> None:
    with pytest.raises(DocumentError, match="not valid CSV: field larger than field limit"):
        decode_document(b'"' + b"a" * 200_000, name="a.csv")


def test_lines_of_a_pdf_are_paragraphs() -> None:
    lines = [
        "The railway",
        "In the spring of 2019 some 412 trains a day went over the bridge, an in-",
        "crease of 40.",
        "More.",
    ]
    document = decode_document(pdf(*lines), name="a.pdf")

    assert "over the bridge, an increase of 40." in document.text
    assert document.text.startswith("The railway\n\n")
    assert place(document, "412") == "page 1, paragraph 2"


def test_lines_of_a_pdf_from_right_to_left_are_read_so_but_for_their_figures() -> None:
    letters = " ".join(f"/afii{number}" for number in range(57664, 57671))

    document = decode_document(pdf("24 CBA ,7.5% GFED", letters=letters), name="a.pdf")

    assert document.text.strip() == "\u05d3\u05d4\u05d5\u05d6 7.5%, \u05d0\u05d1\u05d2 24"


@pytest.mark.parametrize("place", ["0 -1 1 0 300 700 Tm", "0 1 -1 0 300 100 Tm"])
def test_lines_of_a_turned_table_are_apart(place: str) -> None:
    document = decode_document(pdf("Oriel 412 386", "Tamm 175 224", "Vell 81 72", place=place), name="a.pdf")

    assert {"386", "224", "72"} <= set(document.text.split())


def test_a_pdf_without_text_is_told() -> None:
    with pytest.raises(DocumentError, match="has no text; it may be a scan"):
        decode_document(pdf(), name="a.pdf")


def test_a_pdf_with_a_password_is_told() -> None:
    keys = f"/O <{'41' * 32}> /U <{'42' * 32}>"
    encryption = f"/Encrypt <</Filter /Standard /V 1 /R 2 {keys} /P -4>> /ID [<00> <00>]"

    with pytest.raises(DocumentError, match="is encrypted"):
        decode_document(pdf("85", encryption=encryption), name="a.pdf")


def test_opendocument_is_read_without_tracked_deletions() -> None:
    document = decode_document(packed(**{"content.xml": ODT}), name="a.odt")

    assert document.text.split("\n\n")[:4] == ["Rail", "Some 85 trains.", "Counted twice.", "| Line | 12 |"]


ODF = " ".join(f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for short, name in (
    ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("draw", "drawing"))
)  # fmt: skip
STYLES = (
    '<style:style style:name="up"><style:text-properties style:text-position="super 58%"/></style:style>'
    '<style:style style:name="struck"><style:text-properties style:text-line-through-style="solid"/></style:style>'
    '<style:style style:name="hidden"><style:text-properties text:display="none"/></style:style>'
)
TWO, THREE = ' table:number-columns-spanned="2"', ' table:number-columns-repeated="3"'
CELL = "<table:table-cell{}><text:p>{}</text:p></table:table-cell>"


def span(style: str, words: str) -> str:
    return f'<text:span text:style-name="{style}">{words}</text:span>'


OPEN_TEXTS = {
    f"<text:p>Some 85{span('up', '2')} trains, 5 km{span('up', '2')}</text:p>": "Some 85 trains, 5 km²",
    f"<text:p>Some {span('struck', '87 ')}{span('hidden', '88 ')}{span('plain', '85')} trains</text:p>": "Some 85 trains",
    "<text:p>A <text:change-start/>85<text:change-end/> b</text:p>": "A 85 b",
    "<text:p>One<draw:frame><draw:text-box><text:p>In a box</text:p></draw:text-box></draw:frame> two.</text:p>": "One two.\n\nIn a box",
    "<text:table-of-content><text:p>Trains 17</text:p></text:table-of-content><text:p>One</text:p>": "One",
    f"<table:table><table:table-header-rows><table:table-row>{CELL.format(TWO, 'a|b')}"
    f"<table:covered-table-cell/>{CELL.format('', '85')}</table:table-row></table:table-header-rows></table:table>": "| a/b |  | 85 |",
    f"<table:table><table:table-row>{CELL.format(THREE, '5')}</table:table-row></table:table>": "| 5 | 5 | 5 |",
    f"<table:table><table:table-row><table:table-cell><table:table><table:table-row>{CELL.format('', 'In')}</table:table-row></table:table>"
    f"</table:table-cell>{CELL.format('', '85')}</table:table-row></table:table>": "|  | 85 |\n\n| In |",
    "<text:p>a<text:tab/>b<text:line-break/>c</text:p>": "a b c",
}


@pytest.mark.parametrize(("xml", "text"), OPEN_TEXTS.items())
def test_opendocument_is_read_as_it_is_printed(xml: str, text: str) -> None:
    content = f"<office:document-content {ODF}>{STYLES}<office:body><office:text>{xml}</office:text></office:body></office:document-content>"

    assert decode_document(packed(**{"content.xml": content}), name="a.odt").text.strip() == text


@pytest.mark.parametrize("element", ["text:section", "text:span", "table:table-row-group"])
def test_deep_elements_are_refused_in_a_line(element: str) -> None:
    deep = f"<{element}>" * 5_000 + f"</{element}>" * 5_000
    inner = f"<table:table>{deep}</table:table>" if element.startswith("table") else f"{deep}<text:p>{deep}</text:p>"
    content = f"<office:text {ODF}>{inner}</office:text>"

    with pytest.raises(DocumentError, match="not a valid"):
        decode_document(packed(**{"content.xml": content}), name="a.odt")


def test_a_password_of_opendocument_is_told() -> None:
    parts = {"content.xml": "\x9f\x00garbage", "META-INF/manifest.xml": "<m><encryption-data/></m>"}

    with pytest.raises(DocumentError, match="has a password"):
        decode_document(packed(**parts), name="a.odt")


def test_slides_have_numbers() -> None:
    document = decode_document(
        packed(**{"ppt/slides/slide1.xml": SLIDE, "ppt/slides/slide2.xml": SLIDE}), name="a.pptx"
    )

    assert document.locator(document.text.rindex("85")) == "slide 2, paragraph 1"


DRAWING = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'


def slide(words: str, properties: str = "") -> str:
    return (
        f"<s {DRAWING}><a:p><a:r><a:t>Some 85</a:t></a:r><a:r><a:rPr {properties}/><a:t>{words}</a:t></a:r></a:p></s>"
    )


@pytest.mark.parametrize(
    ("words", "properties", "text"),
    [
        ("2", 'baseline="30000"', "Some 85"),
        (" 87", 'strike="sngStrike"', "Some 85"),
        (" 87", 'strike="noStrike"', "Some 85 87"),
        ("2", 'baseline="-25000"', "Some 852"),
    ],
)
def test_slides_are_read_as_they_are_shown(words: str, properties: str, text: str) -> None:
    data = packed(**{"ppt/slides/slide1.xml": slide(words, properties)})

    assert decode_document(data, name="a.pptx").text.strip() == text


def test_slides_come_in_the_order_of_the_show() -> None:
    relations = "".join(f'<Relationship Id="r{n}" Type="x/slide" Target="slides/slide{n}.xml"/>' for n in (1, 2))
    shown = '<p xmlns:r="http://x/relationships" xmlns:p="http://p"><p:sldId r:id="r2"/><p:sldId r:id="r1"/><p:sldId r:id="r2"/></p>'
    notes = '<R><Relationship Id="a" Type="x/notesSlide" Target="../notesSlides/notesSlide7.xml"/></R>'
    parts = {
        "ppt/slides/slide1.xml": slide(" first"),
        "ppt/slides/slide2.xml": slide(" second"),
        "ppt/slides/_rels/slide2.xml.rels": notes,
        "ppt/notesSlides/notesSlide7.xml": slide(" noted"),
        "ppt/presentation.xml": shown,
        "ppt/_rels/presentation.xml.rels": f"<R>{relations}</R>",
    }
    document = decode_document(packed(**parts), name="a.pptx")

    assert document.text.split("\n\n")[:3] == ["Some 85 second", "Some 85 noted", "Some 85 first"]
    assert place(document, "first") == "slide 2, paragraph 1"


def test_chapters_are_in_the_order_of_reading() -> None:
    parts = {"OEBPS/one.xhtml": "<p>First 85.</p>", "OEBPS/two.xhtml": "<p>Then 86.</p>"}
    data = packed(**{"META-INF/container.xml": CONTAINER, "OEBPS/book.opf": BOOK, **parts})

    document = decode_document(data, name="a.epub")

    assert document.text.split() == ["First", "85.", "Then", "86."]
    assert place(document, "86") == "chapter 2, paragraph 1"


def test_mail_has_subject_date_and_text() -> None:
    document = decode_document(MAIL, name="a.eml")

    assert document.title == "Rail figures"
    assert place(document, "85 trains") == "text, paragraph 1"


@pytest.mark.parametrize("suffix", ["pdf", "xlsx", "ods", "odt", "pptx", "epub", "docx"])
@pytest.mark.parametrize("data", [b"", b"nothing of it", b"PK\x03\x04", b"%PDF-1.7\n", packed(a="b")], ids=range(5))
def test_broken_file_is_an_error_that_names_it(suffix: str, data: bytes) -> None:
    with pytest.raises(DocumentError, match=rf"a\.{suffix}: .*valid") as caught:
        decode_document(data, name=f"a.{suffix}")

    assert caught.value.hint


def test_entities_are_refused() -> None:
    bomb = f'<!DOCTYPE a [<!ENTITY b "{"x" * 50}">]><a>&b;</a>'

    with pytest.raises(DocumentError, match=r"not a valid \.odt"):
        decode_document(packed(**{"content.xml": bomb}), name="a.odt")


@pytest.mark.parametrize("name", ["a.py", "b.json", "c.rtf", "d.ipynb"])
def test_unknown_suffix_is_refused_in_words(name: str) -> None:
    with pytest.raises(DocumentError, match=r"files are not read") as caught:
        decode_document(b"87 people", name=name)

    assert "standard input" in (caught.value.hint or "")


@pytest.mark.parametrize("path", ["/usr/share/doc/libtasn1-doc/libtasn1.pdf"])
def test_real_pdf_has_pages_and_paragraphs(path: str) -> None:
    if not Path(path).exists():
        pytest.skip("the Debian package libtasn1-doc is not installed")

    document = decode_document(Path(path).read_bytes(), name=path)

    assert document.locator(len(document.text) // 2).startswith("page ")
    assert "\ufffe" not in document.text
