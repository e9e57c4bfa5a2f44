"""PDF: what the places of its characters say: superscripts, and the rows and headers of tables."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from made_pdf import drawn_pdf, pdf

from factcli.check import check_against
from factcli.documents import Document, decode_document


def read(operators: str) -> Document:
    """The document of a page on which text is drawn."""
    return decode_document(drawn_pdf(f"/F 12 Tf 72 720 Td {operators}"), name="a.pdf")


def up(words: str) -> str:
    """Draw words as a superscript."""
    return f"/F 7 Tf 5 Ts ({words}) Tj /F 12 Tf 0 Ts"


def drawn(*cells: tuple[int, int, str]) -> str:
    """Draw cells at places."""
    return " ".join(f"1 0 0 1 {left} {bottom} Tm ({words}) Tj" for left, bottom, words in cells)


@pytest.mark.parametrize(
    ("operators", "text"),
    [
        (f"(Some 85) Tj {up('2')} ( trains) Tj", "Some 85 trains"),
        (f"(Some 85) Tj {up('12')} ( trains) Tj", "Some 85 trains"),
        (f"(Some 85) Tj {up('[3]')} ( trains) Tj", "Some 85 trains"),
        (f"(Some 1,204) Tj {up('a')} ( trains) Tj", "Some 1,204 trains"),
        (f"(Some 85 trains) Tj {up('2,3')} ( a day) Tj", "Some 85 trains a day"),
        (f"{up('4')} (Some 85 trains) Tj", "Some 85 trains"),
        (f"(Some 85 trains a day.) Tj {up('1')} ( In 1987) Tj", "Some 85 trains a day. In 1987"),
    ],
)
def test_the_mark_of_a_note_is_left_out(operators: str, text: str) -> None:
    assert read(operators).text.strip() == text


@pytest.mark.parametrize(
    ("operators", "text"),
    [
        (f"(5 km) Tj {up('2')} ( of moor) Tj", "5 km² of moor"),
        (f"(4.2 x 10) Tj {up('6')} ( t) Tj", "4.2 x 10⁶ t"),
        (f"(the 19) Tj {up('th')} ( mill) Tj", "the 19th mill"),
        (f"(the ) Tj {up('14')} (C date) Tj", "the 14C date"),
        (f"(3 ) Tj {up('1')} (/2 inches) Tj", "3 1 /2 inches"),
        ("(CO) Tj /F 7 Tf -3 Ts (2) Tj /F 12 Tf 0 Ts ( of 85) Tj", "CO2 of 85"),
        ("(Route 852 is 85) Tj /F 7 Tf (2) Tj", "Route 852 is 852"),
        ("/F 24 Tf (A) Tj /F 12 Tf ( 12-year plan) Tj", "A 12-year plan"),
    ],
)
def test_a_superscript_that_is_not_the_mark_of_a_note_stays(operators: str, text: str) -> None:
    assert read(operators).text.strip() == text


ROWS = drawn(
    (72, 700, "The landings of the year are below."),
    (72, 660, "Port"), (200, 660, "Herring"), (300, 660, "Cod"),
    (200, 646, "\\(tonnes\\)"), (300, 646, "\\(tonnes\\)"),
    (72, 628, "Norvik"), (206, 628, "1,204"), (306, 628, "87"),
    (72, 614, "East Quay"), (212, 614, "310"), (300, 614, "1,950"),
    (72, 600, "Haven on the"), (206, 600, "95"), (306, 600, "120"), (72, 586, "northern side"),
    (72, 572, "Total"), (206, 572, "1,609"), (300, 572, "2,157"),
    (72, 540, "The board met in May and was glad of the herring and of the cod."),
)  # fmt: skip


def test_a_table_is_read_by_rows_below_its_header() -> None:
    text = read(ROWS).text

    assert "| Port | Herring (tonnes) | Cod (tonnes) |\n| Norvik | 1,204 | 87 |\n| East Quay | 310 | 1,950 |" in text
    assert "| Haven on the northern side | 95 | 120 |\n| Total | 1,609 | 2,157 |\n\nThe board met" in text


def test_a_header_over_several_columns_is_that_of_each() -> None:
    cells = drawn(
        (230, 660, "Tonnes landed"), (72, 646, "Port"), (200, 646, "Herring"), (300, 646, "Cod"),
        (72, 628, "Norvik"), (206, 628, "1,204"), (306, 628, "87"),
        (72, 614, "East Quay"), (212, 614, "310"), (300, 614, "1,950"),
    )  # fmt: skip

    assert "| Port | Tonnes landed Herring | Tonnes landed Cod |\n| Norvik |" in read(cells).text


def test_years_are_a_header() -> None:
    cells = drawn(
        (72, 646, "Port"), (200, 646, "2019"), (300, 646, "2020"),
        (72, 628, "Norvik"), (206, 628, "1,204"), (306, 628, "87"),
        (72, 614, "East Quay"), (212, 614, "310"), (300, 614, "1,950"),
    )  # fmt: skip

    assert "| Port | 2019 | 2020 |\n| Norvik | 1,204 | 87 |" in read(cells).text


def test_words_in_the_lowest_line_of_a_header_are_each_of_the_column_below() -> None:
    cells = drawn(
        (72, 646, "Port"), (150, 646, "Herring landed"), (236, 646, "Cod landed"),
        (72, 628, "Norvik"), (150, 628, "1,204"), (236, 628, "87"), (72, 614, "Lund"), (150, 614, "310"), (236, 614, "12"),
    )  # fmt: skip

    assert "| Port | Herring landed | Cod landed |" in read(cells).text


def test_a_page_of_a_number_alone_has_no_paragraph() -> None:
    assert read("(12) Tj").text == ""


@pytest.mark.parametrize(
    "lines",
    [
        (
            "The pier was closed in May 2019",
            "and opened again in the summer of 2021",
            "after 14 weeks of work on pier 2",
        ),
        ("Contents . . . . . . . . . . . 3", "Ports . . . . . . . . . . . . . . 12"),
        ("12 18", "14 20"),
    ],
)
def test_lines_that_end_with_numbers_are_not_always_a_table(lines: tuple[str, ...]) -> None:
    text = read(drawn(*((72, 700 - 14 * number, line) for number, line in enumerate(lines)))).text

    assert "|" not in text


def test_a_figure_is_compared_with_the_cell_of_its_row_and_column() -> None:
    found = check_against("East Quay landed 1,950 tonnes of cod. Norvik landed 95 tonnes of herring.", [read(ROWS)])

    assert [(each.surface, each.verdict) for each in found] == [
        ("1,950 tonnes", "confirmed"),
        ("95 tonnes", "contradicted"),
    ]


def test_the_head_of_a_chapter_is_known_by_the_numbers_of_its_pages() -> None:
    heads = [f"Chapter 2: The harbour {number}" if 20 <= number < 24 else "" for number in range(1, 60)]
    book = pypdfium2.PdfDocument.new()
    for number, head in enumerate(heads):
        page = pypdfium2.PdfDocument(pdf(head, f"The pier {'ab'[number % 2] * number} has 85 berths.", "It is old."))
        book.import_pages(page)
    data = io.BytesIO()
    book.save(data)

    assert "Chapter" not in decode_document(data.getvalue(), name="a.pdf").text
