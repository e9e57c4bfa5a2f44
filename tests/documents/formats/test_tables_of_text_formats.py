"""A table is a row of bars and cells on a line, whatever format it is written in, so that figures have their headers."""

from __future__ import annotations

import pytest

from factcli.documents import Document, decode_document

READ = ["| Hall | Seats |", "| Lyric | 380 |", "| Rialto | 410 |"]


def document(name: str, source: str) -> Document:
    return decode_document(source.encode(), name=name)


def rows(name: str, source: str) -> list[str]:
    """The rows that are read, their blanks as one."""
    lines = (" ".join(line.split()) for line in document(name, source).text.split("\n"))
    return [line for line in lines if line.startswith("|")]


ORG = "| Hall | Seats |\n|------+-------|\n| Lyric | 380 |\n| Rialto | 410 |\n"
ADOC = "[cols=2]\n|===\n|Hall |Seats\n|Lyric |380\n|Rialto |410\n|===\n"
ADOC_LINE_BY_LINE = "|===\n|Hall |Seats\n\n|Lyric\n|380\n\n|*Rialto*\n>|410\n|===\n"
RST = "======  =====\nHall    Seats\n======  =====\nLyric   380\nRialto  410\n======  =====\n"
RST_GRID = (
    "+------+-----+\n|Hall  |Seats|\n+======+=====+\n|Lyric |380  |\n+------+-----+\n|Rialto|410  |\n+------+-----+\n"
)
LATEX = (
    "\\begin{document}\\begin{tabular}{@{}l>{\\bfseries}r@{}}\\toprule\nHall & Seats \\\\ \\midrule\n"
    "Lyric\\footnote{Shut.} & 380 \\\\\n\nRialto & $410$ \\\\ \\bottomrule\n\\end{tabular}\\end{document}"
)


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("a.org", ORG),
        ("a.adoc", ADOC),
        ("a.adoc", ADOC_LINE_BY_LINE),
        ("a.rst", RST),
        ("a.rst", RST_GRID),
        ("a.tex", LATEX),
    ],
)
def test_rows_are_lines(name: str, source: str) -> None:
    assert rows(name, source) == READ


@pytest.mark.parametrize(("name", "source"), [("a.org", ORG), ("a.adoc", ADOC), ("a.rst", RST_GRID), ("a.tex", LATEX)])
def test_a_cell_is_at_its_place_in_the_source(name: str, source: str) -> None:
    read = document(name, source)

    assert read.place(read.text.index("410")).offset == source.index("410")


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("a.org", f"Before 12.\n{ORG}After 13.\n"),
        ("a.adoc", f"Before 12.\n{ADOC}After 13.\n"),
        ("a.rst", f"Before 12.\n\n{RST}\nAfter 13.\n"),
        (
            "a.tex",
            LATEX.replace("\\begin{tab", "Before 12.\\begin{tab").replace("\\end{doc", "After \\\\ 13.\\end{doc"),
        ),
    ],
)
def test_prose_around_a_table_is_prose(name: str, source: str) -> None:
    lines = [" ".join(line.split()) for line in document(name, source).text.split("\n") if line.strip()]

    assert (lines[0], lines[-1] if "Shut." not in lines[-1] else lines[-2]) == ("Before 12.", "After 13.")


def test_a_row_of_several_lines_is_one_in_a_grid() -> None:
    grid = RST_GRID.replace("|Rialto|410  |\n", "|Rialto|410  |\n|hall  |     |\n")

    assert rows("a.rst", grid)[-1] == "| Rialto hall | 410 |"


def test_a_cell_over_columns_in_latex_has_its_words_alone() -> None:
    latex = "\\begin{document}\\begin{tabular}{ll}\\multicolumn{2}{c}{Both} \\\\ Lyric & 380 \\\\ \\end{tabular}\\end{document}"

    assert rows("a.tex", latex) == ["| Both |", "| Lyric | 380 |"]
