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

from factcli.documents import DocumentError, Place, decode_document, read_document

if TYPE_CHECKING:
    from pathlib import Path


WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


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
    assert read_document(paper).text == "The bridge\n\nIt cost US$7m\n\nLength\t450 m\n\n“It stands”, she said."


def test_a_line_number_counts_paragraphs(paper: Path) -> None:
    document = read_document(paper)

    assert document.place(document.text.index("US$7m")) == Place(line=2, column=9, offset=19)
    assert document.place(document.text.index("stands")).line == 5


def test_headings_are_known_by_their_style(paper: Path) -> None:
    document = read_document(paper)

    assert document.title == "The bridge"
    assert [heading for _, heading in document.paragraphs] == ["The bridge"] * 3


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"{\\rtf1}", b"\0" * 100])
def test_a_file_that_is_not_a_word_document_is_refused(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "broken.docx"
    path.write_bytes(data)

    with pytest.raises(DocumentError, match=r"not a valid \.docx"):
        read_document(path)


def made(tmp_path: Path, body: str, head: str = "", **parts: bytes) -> Path:
    """A .docx with this XML for its body, and other parts besides those that every one has."""
    usual, changed = io.BytesIO(), tmp_path / "made.docx"
    docx.Document().save(usual)
    with zipfile.ZipFile(usual) as old, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = f"{head}<w:document {WORD}><w:body>{body}</w:body></w:document>".encode()
            new.writestr(name, content if name == "word/document.xml" else old.read(name))
        for name, data in parts.items():
            new.writestr(f"word/{name}.xml", data)
    return changed


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

    assert read_document(made(tmp_path, f"<w:tbl>{row}</w:tbl>")).text == "Length\t450 m"


@pytest.mark.parametrize("name", ["gridBefore", "gridAfter"])
def test_columns_left_out_of_a_row_are_not_filled(tmp_path: Path, name: str) -> None:
    row = f'<w:tr><w:trPr><w:{name} w:val="3000000"/></w:trPr>{cell("450 m")}</w:tr>'

    assert read_document(made(tmp_path, f"<w:tbl>{row}</w:tbl>")).text == "450 m"


def test_a_cell_may_go_on_over_thousands_of_rows(tmp_path: Path) -> None:
    first, more = cell("Length", '<w:vMerge w:val="restart"/>'), cell("", "<w:vMerge/>")
    rows = f"<w:tr>{first}{cell('450 m')}</w:tr>" + f"<w:tr>{more}{cell('7 m')}</w:tr>" * 3000

    text = read_document(made(tmp_path, f"<w:tbl>{rows}</w:tbl>")).text

    assert text.startswith("Length\t450 m\n\n\t7 m\n\n")
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
    ("body", "parts", "said"),
    [
        ("<w:p/>" * 600_000, {}, "more than 600,000 tags and attributes"),
        ("<w:p w:a='1'/>" * 300_000, {}, "more than 600,000 tags and attributes"),
        (paragraph("a" * 9_000_000) * 4, {}, "unpacks to more than 32 MiB"),
        (paragraph("a" * 9_000_000) * 2, {}, "contains more than 10 MiB of text"),
        ("<w:p/>", {f"a{number}": b"<a/>" for number in range(6000)}, "more than 5,000 parts"),
        ("<w:p/>", {"a": b" " * (33 * 1024**2)}, "unpacks to more than 32 MiB"),
    ],
    ids=["tags", "attributes", "bomb", "text", "parts", "another part"],
)
def test_a_document_that_is_too_large_is_refused_before_it_is_parsed(
    tmp_path: Path, body: str, parts: dict[str, bytes], said: str
) -> None:
    with pytest.raises(DocumentError, match=said):
        read_document(made(tmp_path, body, "", **parts))


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


def test_without_python_docx_the_hint_names_the_extra(paper: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)

    with pytest.raises(DocumentError) as refusal:
        read_document(paper)

    assert refusal.value.hint == "install it with: pip install 'factcli[docx]'"
