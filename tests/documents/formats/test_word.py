"""Word documents: a paragraph is a line."""

from __future__ import annotations

import io
import random
import sys
import zipfile
from contextlib import suppress
from typing import TYPE_CHECKING

import docx
import pytest
from packed_files import WORD, word_file

from factcli.documents import DocumentError, Place, decode_document, read_document

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    word = docx.Document()
    word.add_heading("The bridge", 1)
    word.add_paragraph("It cost ").add_run("US$7m").bold = True
    word.add_paragraph("")
    table = word.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Length", "450 m"
    word.add_paragraph("“It stands”, she said.")
    path = tmp_path / "paper.docx"
    word.save(str(path))
    return path


def test_paragraphs_and_rows_of_tables_are_prose(paper: Path) -> None:
    assert read_document(paper).text == "The bridge\n\nIt cost US$7m\n\n| Length | 450 m |\n\n“It stands”, she said."


def test_a_line_number_counts_paragraphs(paper: Path) -> None:
    document = read_document(paper)

    assert document.place(document.text.index("US$7m")) == Place(line=2, column=9, offset=19)
    assert document.place(document.text.index("stands")).line == 5


def test_headings_are_known_by_their_style(paper: Path) -> None:
    document = read_document(paper)

    assert document.title == "The bridge"
    assert len(document.paragraphs) == 3


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"{\\rtf1}", b"\0" * 100])
def test_a_file_that_is_no_word_document_is_refused(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "broken.docx"
    path.write_bytes(data)

    with pytest.raises(DocumentError, match=r"not a valid \.docx"):
        read_document(path)


def made(tmp_path: Path, body: str, head: str = "", **parts: bytes) -> Path:
    """A .docx with this XML for its body, and other parts besides those that every one has."""
    path = tmp_path / "made.docx"
    path.write_bytes(word_file(body, head, **parts))
    return path


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


@pytest.mark.parametrize(
    "properties",
    [
        '<w:gridSpan w:val="3000000"/>',
        '<w:gridSpan w:val="-3000000"/>',
        '<w:gridSpan w:val="many"/>',
        '<w:vMerge w:val="restart"/>',
        "<w:vMerge/>",
        '<w:vMerge w:val="?"/>',
        '<w:hMerge w:val="restart"/>',
    ],
)
def test_a_cell_is_read_once_whatever_it_spans(tmp_path: Path, properties: str) -> None:
    row = f"<w:tr>{cell('Length', properties)}{cell('450 m')}</w:tr>"

    assert read_document(made(tmp_path, f"<w:tbl>{row}</w:tbl>")).text == "| Length | 450 m |"


@pytest.mark.parametrize("name", ["gridBefore", "gridAfter"])
def test_columns_left_out_of_a_row_are_not_filled(tmp_path: Path, name: str) -> None:
    row = f'<w:tr><w:trPr><w:{name} w:val="3000000"/></w:trPr>{cell("450 m")}</w:tr>'

    assert read_document(made(tmp_path, f"<w:tbl>{row}</w:tbl>")).text == "450 m"


def test_a_cell_may_go_on_over_thousands_of_rows(tmp_path: Path) -> None:
    first, more = cell("Length", '<w:vMerge w:val="restart"/>'), cell("", "<w:vMerge/>")
    rows = f"<w:tr>{first}{cell('450 m')}</w:tr>" + f"<w:tr>{more}{cell('7 m')}</w:tr>" * 3000

    text = read_document(made(tmp_path, f"<w:tbl>{rows}</w:tbl>")).text

    assert text.startswith("| Length | 450 m |\n|  | 7 m |\n")
    assert text.count("7 m") == 3000


REFUSED = {
    "nested tables": ("<w:tbl><w:tr><w:tc>" * 3000 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 3000, ""),
    "nested runs": ("<w:p>" + "<w:r>" * 9000 + "</w:r>" * 9000 + "</w:p>", ""),
    "entities": ("<w:p/>", '<!DOCTYPE x [<!ENTITY a "b">]>'),
    "a file elsewhere": (paragraph("&a;"), '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'),
    "utf-7": ("<w:p/>", '<?xml version="1.0" encoding="UTF-7"?>'),
    "EBCDIC": ("<w:p/>", '<?xml version="1.0" encoding="cp037"?>'),
    "half": ("<w:p>", ""),
}


@pytest.mark.parametrize(("body", "head"), REFUSED.values(), ids=REFUSED)
def test_xml_that_does_harm_is_refused(tmp_path: Path, body: str, head: str) -> None:
    with pytest.raises(DocumentError, match=r"not a valid \.docx"):
        read_document(made(tmp_path, body, head))


@pytest.mark.parametrize(
    ("unit", "times", "sizes", "said"),
    [
        ("<w:p/>", 600_000, {}, "more than 600,000 tags and attributes"),
        ("<w:p w:a='1'/>", 300_000, {}, "more than 600,000 tags and attributes"),
        (paragraph("a" * 9_000), 4_000, {}, "unpacks to more than 32 MiB"),
        (paragraph("a" * 9_000), 2_000, {}, "contains more than 10 MiB of text"),
        ("<w:p/>", 1, {f"a{number}": 4 for number in range(6000)}, "more than 5,000 parts"),
        ("<w:p/>", 1, {"a": 33 * 1024**2}, "unpacks to more than 32 MiB"),
    ],
    ids=["tags", "attributes", "bomb", "text", "parts", "another part"],
)
def test_a_document_that_is_too_large_is_refused_before_it_is_parsed(
    tmp_path: Path, unit: str, times: int, sizes: dict[str, int], said: str
) -> None:
    parts = {name: b" " * size for name, size in sizes.items()}

    with pytest.raises(DocumentError, match=said):
        read_document(made(tmp_path, unit * times, "", **parts))


def test_pictures_are_not_unpacked(tmp_path: Path) -> None:
    path = made(tmp_path, paragraph("450 m"))
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/picture.png", b"<" * (64 * 1024**2))

    assert read_document(path).text == "450 m"


@pytest.mark.parametrize("packing", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_a_packing_that_word_does_not_use_is_refused(tmp_path: Path, packing: int) -> None:
    path, other = made(tmp_path, paragraph("450 m")), tmp_path / "other.docx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(other, "w", packing) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))

    with pytest.raises(DocumentError, match=r"not a valid \.docx"):
        read_document(other)


def test_flipped_bytes_are_an_error_of_one_line_or_another_text(paper: Path) -> None:
    chance = random.Random(7)  # noqa: S311 - the same damage every time
    whole = paper.read_bytes()
    for _ in range(100):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 5)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        with suppress(DocumentError):
            decode_document(bytes(data), name="paper.docx")


DELETED = '<w:rPr><w:del w:id="1"/></w:rPr>'


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def sign(name: str) -> str:
    return f"<w:r><w:{name}/></w:r>"


def field(instruction: str, result: str) -> str:
    kinds = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return f"{kinds[0]}<w:r><w:instrText>{instruction}</w:instrText></w:r>{kinds[1]}{result}{kinds[2]}"


def formula(content: str) -> str:
    return f'<m:oMath xmlns:m="urn:m">{content}</m:oMath>'


def either(choice: str, fallback: str) -> str:
    return f'<mc:AlternateContent xmlns:mc="urn:mc"><mc:Choice>{choice}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>'


RAISED = '<w:vertAlign w:val="superscript"/>'
# What is between "The ferry carried " and " cars." -> how the paragraph reads.
WITHIN = {
    "an insertion": (f"<w:ins>{run('412')}</w:ins>", "412"),
    "an insertion within a figure": (f"{run('4')}<w:ins>{run('12')}</w:ins>", "412"),
    "a deletion": (f"<w:del><w:r><w:delText>409</w:delText></w:r></w:del>{run('412')}", "412"),
    "a deletion in an insertion": (
        f"<w:ins><w:del><w:r><w:delText>9</w:delText></w:r></w:del>{run('412')}</w:ins>",
        "412",
    ),
    "words moved here": (f"<w:moveTo>{run('412')}</w:moveTo>", "412"),
    "words moved away": (f"<w:moveFrom>{run('409 old')}</w:moveFrom>{run('412')}", "412"),
    "a link": (f"<w:hyperlink>{run('412')}</w:hyperlink>", "412"),
    "a control": (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('412')}</w:sdtContent></w:sdt>", "412"),
    "a smart tag": (f"<w:smartTag><w:smartTagPr/>{run('412')}</w:smartTag>", "412"),
    "a simple field": (f'<w:fldSimple w:instr=" REF cars ">{run("412")}</w:fldSimple>', "412"),
    "a field": (field(" REF cars 99 ", run("412")), "412"),
    "a field in the instruction of a field": (field(f"IF {field('REF a', run('9'))}", run("412")), "412"),
    "the number of a page": (run("412") + field(" PAGEREF _Toc1 ", run("17")), "412"),
    "hidden words": (run("409 ", "<w:vanish/>") + run("412"), "412"),
    "words that are not hidden": (run("412", '<w:vanish w:val="0"/>'), "412"),
    "struck words": (
        run("409 ", "<w:strike/>") + run("410 ", "<w:dstrike/>") + run("412", '<w:strike w:val="false"/>'),
        "412",
    ),
    "the mark of a note": (run("412") + run("2", RAISED), "412"),
    "the mark of a note in letters": (run("412") + run("a", RAISED), "412"),
    "marks of two notes in runs": (run("412") + run("2", RAISED) + run(",", RAISED) + run("3", RAISED), "412"),
    "a power": (run("5 × 10") + run("6", RAISED), "5 × 10⁶"),
    "an area": (run("12 km") + run("2", RAISED) + run(" of"), "12 km² of"),
    "an ordinal": (run("the 19") + run("th", RAISED), "the 19th"),
    "a soft hyphen": (run("4") + sign("softHyphen") + run("12"), "412"),
    "a soft hyphen that is a letter": (run("4\u00ad12"), "412"),
    "a hyphen that holds": (run("40") + sign("noBreakHyphen") + run("odd"), "40-odd"),
    "a tab": (run("412") + sign("tab") + run("blue"), "412\tblue"),
    "a line break": (run("412") + sign("br") + run("blue"), "412 blue"),
    "a sign of the font Symbol": (
        run("412 at 5") + '<w:r><w:sym w:font="Symbol" w:char="F0B0"/></w:r>' + run("C"),
        "412 at 5°C",
    ),
    "a sign without a meaning": (
        '<w:r><w:sym w:char="zz"/></w:r><w:r><w:sym w:char="D800"/></w:r>' + run("412"),
        "412",
    ),
    "a number as a formula": (formula("<m:r><m:t>412</m:t></m:r>"), "412"),
    "a formula": (run("some") + formula("<m:r><m:t>x=3</m:t></m:r>"), "some "),
    "a fraction": (run("some") + formula("<m:f><m:num><m:r><m:t>3</m:t></m:r></m:num></m:f>"), "some "),
    "one of two": (either(run("412"), run("412")), "412"),
    "the other of two": (either("", run("412")), "412"),
}


@pytest.mark.parametrize(("xml", "words"), WITHIN.values(), ids=WITHIN)
def test_words_are_read_as_they_are_printed(tmp_path: Path, xml: str, words: str) -> None:
    path = made(tmp_path, f"<w:p>{run('The ferry carried ')}{xml}{run(' cars.')}</w:p>")

    assert read_document(path).text == f"The ferry carried {words} cars."


def text_box(words: str) -> str:
    return f"<w:drawing><wps:txbx xmlns:wps='urn:wps'><w:txbxContent>{paragraph(words)}</w:txbxContent></wps:txbx></w:drawing>"


def outlined(words: str) -> str:
    return f'<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr>{run(words)}</w:p>'


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


BLOCKS = {
    "a control around paragraphs": (f"<w:sdt><w:sdtContent>{paragraph('One.')}</w:sdtContent></w:sdt>{paragraph('Two.')}", "One.\n\nTwo."),
    "a paragraph that is all inserted": (f"<w:p><w:ins>{run('One.')}</w:ins></w:p>", "One."),
    "a paragraph whose end is deleted": (f"<w:p><w:pPr>{DELETED}</w:pPr>{run('One ')}</w:p>{paragraph('two.')}", "One two."),
    "a paragraph that was moved": (f"<w:p><w:moveFrom>{run('One.')}</w:moveFrom></w:p><w:p><w:moveTo>{run('One.')}</w:moveTo></w:p>", "One."),
    "a text box": (f"<w:p>{run('One.')}<w:r>{either(text_box('In a box.'), text_box('In a box.'))}</w:r></w:p>", "One.\n\nIn a box."),
    "a row of which a part is deleted": (table(cell("Cars") + cell("412"), "<w:trPr><w:del/></w:trPr>" + cell("Bikes") + cell("9")), "| Cars | 412 |"),
    "a cell that is deleted": (table(cell("Cars") + cell("9", "<w:cellDel/>") + cell("412")), "| Cars | 412 |"),
    "a cell over two columns": (table(cell("Cars", '<w:gridSpan w:val="2"/>') + cell("412")), "| Cars |  | 412 |"),
    "a bar in a cell": (table(cell("a|b") + cell("412")), "| a/b | 412 |"),
    "two tables": (table(cell("a") + cell("1")) + "<w:p/>" + table(cell("b") + cell("2")), "| a | 1 |\n\n| b | 2 |"),
    "a table in a box of one cell": (table(f"<w:tc>{table(cell('Cars') + cell('412'))}<w:p/></w:tc>"), "| Cars | 412 |"),
    "a table in a cell": (table(f"<w:tc>{paragraph('All')}{table(cell('Cars') + cell('412'))}</w:tc>" + cell("x")), "| All | x |\n\n| Cars | 412 |"),
    "a box of paragraphs": (table(f"<w:tc>{paragraph('One.')}{paragraph('Two.')}</w:tc>"), "One.\n\nTwo."),
    "a row in a control": (f"<w:tbl><w:sdt><w:sdtContent><w:tr>{cell('Cars')}{cell('412')}</w:tr></w:sdtContent></w:sdt></w:tbl>", "| Cars | 412 |"),
    "a heading by its level": (outlined("The ferry") + paragraph("One."), "The ferry\n\nOne."),
    "a field over paragraphs": (f"<w:p>{field('TOC', run('Cars 17') + '</w:p><w:p>' + run('Bikes 18'))}</w:p>{paragraph('One.')}", "One."),
}  # fmt: skip


@pytest.mark.parametrize(("xml", "text"), BLOCKS.values(), ids=BLOCKS)
def test_blocks_are_read_as_they_are_printed(tmp_path: Path, xml: str, text: str) -> None:
    assert read_document(made(tmp_path, xml)).text == text


def with_parts(**parts: str) -> bytes:
    """A .docx of a ferry with these parts besides, and no more than is needed."""
    kinds = {name: f'<Relationship Type="http://x/{name}" Target="{name}.xml"/>' for name in parts}
    body = f'{run("The ferry")}<w:r><w:footnoteReference w:id="2"/></w:r>{run(" sank.")}'
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr(
            "word/document.xml",
            f"<w:document {WORD}><w:body><w:p><w:pPr><w:pStyle w:val='a'/></w:pPr>{body}</w:p></w:body></w:document>",
        )
        archive.writestr("word/_rels/document.xml.rels", f"<Relationships>{''.join(kinds.values())}</Relationships>")
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", f"<w:{name} {WORD}>{content}</w:{name}>")
    return data.getvalue()


def test_a_note_is_a_paragraph_after_that_of_its_mark() -> None:
    note = f'<w:footnote w:id="2"><w:p>{sign("footnoteRef")}{run("It carried 412 cars.")}</w:p></w:footnote>'

    assert decode_document(with_parts(footnotes=note), name="a.docx").text == "The ferry sank.\n\nIt carried 412 cars."


@pytest.mark.parametrize(
    ("style", "text", "headings"),
    [
        ('<w:style w:styleId="a"><w:name w:val="Title"/></w:style>', "The ferry sank.", 1),
        (
            '<w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:name w:val="heading 3"/></w:style>',
            "The ferry sank.",
            1,
        ),
        ('<w:style w:styleId="a"><w:basedOn w:val="a"/></w:style>', "The ferry sank.", 0),
        ('<w:style w:styleId="a"><w:name w:val="toc 1"/></w:style>', "", 0),
        ('<w:style w:styleId="a"><w:rPr><w:vanish/></w:rPr></w:style>', "", 0),
        ("", "The ferry sank.", 0),
    ],
    ids=["title", "based on a heading", "based on itself", "contents", "hidden", "none"],
)
def test_a_style_says_what_a_paragraph_is(style: str, text: str, headings: int) -> None:
    document = decode_document(with_parts(styles=style), name="a.docx")

    assert (document.text, len(document.headings)) == (text, headings)


@pytest.mark.parametrize("suffix", ["docx", "pptx", "odt", "xlsx"])
def test_a_file_with_a_password_is_told(suffix: str) -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
    expected = "not a valid" if suffix == "xlsx" else "has a password"

    with pytest.raises(DocumentError, match=expected):
        decode_document(data, name=f"a.{suffix}")


HOSTILE = {
    "a note that is cited again and again": '<w:r><w:footnoteReference w:id="2"/></w:r>',
    "fields that never end": '<w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/></w:r>',
    "an instruction in many pieces": "<w:r><w:instrText>REF a </w:instrText></w:r>",
    "superscripts": run("x") + run("2", RAISED),
}


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE)
def test_twice_the_runs_are_twice_the_work(tmp_path: Path, unit: str) -> None:
    def calls(times: int) -> int:
        path, seen = made(tmp_path, f"<w:p>{unit * times}</w:p>"), 0

        def see(_frame: object, event: str, _argument: object) -> None:
            nonlocal seen
            seen += event in {"call", "c_call"}

        sys.setprofile(see)
        try:
            with suppress(DocumentError):
                read_document(path)
        finally:
            sys.setprofile(None)
        return seen

    assert calls(800) <= 2.6 * calls(400) + 500
