"""Word documents: a paragraph is a line."""

from __future__ import annotations

import io
import sys
import zipfile

import docx
import pytest

from factcli.documents import DocumentError, Place, read_document

TYPE_CHECKING = False
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
def test_a_file_that_is_no_word_document_is_refused(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "broken.docx"
    path.write_bytes(data)

    with pytest.raises(DocumentError, match=r"is no \.docx that can be read"):
        read_document(path)


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (70 * 1024 * 1024))
    path = tmp_path / "bomb.docx"
    path.write_bytes(packed.getvalue())

    with pytest.raises(DocumentError, match="unpacks to more than"):
        read_document(path)


def test_without_python_docx_the_hint_names_the_extra(paper: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)

    with pytest.raises(DocumentError) as refusal:
        read_document(paper)

    assert refusal.value.hint == "install it with: pip install 'factcli[docx]'"
