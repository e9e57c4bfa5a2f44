"""Tables as spreadsheets write them are read: delimiters, decimal commas, dates, workbooks, columns of other names."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from factcli.errors import FactcliError
from factcli.exchange.import_formats import ImportChoices, parse_batch

if TYPE_CHECKING:
    from running import Run

HEADER = ["id", "amount", "unit", "statement", "source", "source_title", "as_of"]
ROW = ["weir", "12,5", "m", "The weir is long.", "s", "Weirs", "2019"]


def facts(text: str, mapping: dict[str, str] | None = None) -> list[dict[str, Any]]:
    batch = parse_batch(text, "csv", "f.csv", ImportChoices(mapping or {}))
    return [{"id": fact.id, **fact.raw} for fact in batch.facts]


def column(name: str, *cells: str) -> list[Any]:
    """What is read of a column with these cells: amounts, or dates."""
    rows = [f"x{at};{cell};S;s" for at, cell in enumerate(cells)]
    found = facts("\n".join([f"id;{name};statement;source", *rows]))
    return [fact["value"]["amount"] if name == "amount" else fact["as_of"] for fact in found]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_any_usual_delimiter_is_read(delimiter: str, mark: str) -> None:
    quoted = [f'"{cell}"' for cell in ROW]

    (fact,) = facts(f"{mark}{delimiter.join(HEADER)}\r\n{delimiter.join(quoted)}\r\n")

    assert (fact["id"], fact["value"], fact["as_of"]) == ("weir", {"amount": "12.5", "unit": "m"}, "2019")


@pytest.mark.parametrize(
    ("cells", "expected"),
    [(["12,5", "1.250"], ["12.5", "1250"]), (["1.250,75", "3"], ["1250.75", "3"]), (["1,250", "3.5"], ["1250", "3.5"]), (["1,250"], ["1250"]),
     (["-2,5", "0,25"], ["-2.5", "0.25"]), (["12.5", "1250"], ["12.5", "1250"])],
)  # fmt: skip
def test_a_column_has_one_rule_for_decimals(cells: list[str], expected: list[str]) -> None:
    assert column("amount", *cells) == expected


@pytest.mark.parametrize(
    ("cells", "expected"),
    [(["18/07/2019", "03/04/2019"], ["2019-07-18", "2019-04-03"]), (["07/18/2019", "03/04/2019"], ["2019-07-18", "2019-03-04"]),
     (["3.4.2019"], ["2019-04-03"]), (["2019/7/8"], ["2019-07-08"]), (["43664"], ["2019-07-18"]), (["2019-07-18 00:00:00"], ["2019-07-18"]),
     (["2019", "2019-07", "2007/2015"], ["2019", "2019-07", "2007/2015"])],
)  # fmt: skip
def test_dates_of_spreadsheets_are_read_by_one_rule_a_column(cells: list[str], expected: list[str]) -> None:
    rows = [f"x{at};1;S;s;{cell}" for at, cell in enumerate(cells)]
    assert [fact["as_of"] for fact in facts("\n".join(["id;amount;statement;source;as_of", *rows]))] == expected


@pytest.mark.parametrize(
    ("cells", "told"),
    [(["03/04/2019"], "'03/04/2019' may have the day or the month first"), (["18/07/2019", "07/18/2019"], "with the day first and with the month first")],
)  # fmt: skip
def test_dates_that_may_be_two_days_are_refused(cells: list[str], told: str) -> None:
    rows = [f"x{at};1;S;s;{cell}" for at, cell in enumerate(cells)]

    with pytest.raises(FactcliError, match=told):
        facts("\n".join(["id;amount;statement;source;as_of", *rows]))


def test_columns_are_mapped_or_left_out() -> None:
    text = "Id,Amount,Statement,Source,Title,Remark\nx,1,S.,s,Weirs,?\n"

    batch = parse_batch(text, "csv", "f.csv", ImportChoices({"Title": "source_title", "Remark": "-"}))

    assert batch.sources == {"s": {"type": "article", "title": "Weirs"}}
    assert batch.facts[0].raw == {
        "value": {"amount": "1"},
        "statement": "S.",
        "references": [{"source": "s"}],
        "kind": "figure",
    }


@pytest.mark.parametrize(
    ("mapping", "told"),
    [({}, "f.csv:1: unknown column 'Title'"), ({"Title": "colour"}, "f.csv:1: unknown column 'colour'"), ({"Nowhere": "-"}, "f.csv:1: there is no column 'Nowhere'"),
     ({"Title": "id"}, "f.csv:1: duplicate column 'id'")],
)  # fmt: skip
def test_a_wrong_mapping_is_an_error(mapping: dict[str, str], told: str) -> None:
    with pytest.raises(FactcliError, match=told):
        facts("id,Title\nx,1\n", mapping)


def test_a_new_fact_without_a_source_is_taken_in_and_that_is_said(piped: Run, tmp_path: Path) -> None:
    (tmp_path / "f.csv").write_text("id,amount,statement,source_title\nx,5,S.,Weirs\ny,6,T.,\n", "utf-8")

    ended = piped("import", str(tmp_path / "f.csv"), store=tmp_path / "facts.json")

    assert ended.err.startswith(
        "fact: 1 error: y: the fact has no reference to a source; `fact validate` shows where\n"
    )


def test_empty_lines_before_the_names_of_the_columns_are_passed_over() -> None:
    rows = facts("\n\n;;;\nid;amount;statement;source\nx;5;S.;s\n")

    assert [fact["value"]["amount"] for fact in rows] == ["5"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "f.csv:1: no columns. Hint: name the columns in the first row"),
        ("\n\n", "f.csv:1: no columns. Hint: name the columns in the first row"),
        ("weir\tfigure\t5 m\nlock\tfigure\t7 m\n", "f.csv:1: the first row does not name the columns. Hint: name the columns in it, or "),
        ("id,amount\nx\n", "f.csv:2: 1 cell for 2 columns. Hint: write one cell for each column"),
        ('id,amount\n"x,1\n', "f.csv:2: unexpected end of data. Hint: end each cell with a quotation mark"),
    ],
)  # fmt: skip
def test_a_table_that_cannot_be_read_comes_with_what_to_do(text: str, told: str) -> None:
    with pytest.raises(FactcliError) as raised:
        facts(text, {})

    assert raised.value.lines()[0].startswith(told)


def test_an_unknown_column_comes_with_the_field_that_it_most_likely_is() -> None:
    with pytest.raises(FactcliError) as raised:
        facts("id,value\nx,1\n", {})

    assert "use --map 'value=amount', or leave it out with --map 'value=-'" in str(raised.value.hint)


def test_ids_are_made_where_there_are_none() -> None:
    text = (
        "subject,amount,unit,as_of,statement,source_title\n"
        + "Ouse weir,5,m,2019,S.,Weirs of York\n" * 2
        + ",7,m,,The old mill is tall.,Mills\n"
    )

    batch = parse_batch(text, "csv", "f.csv")

    assert [fact.id for fact in batch.facts] == ["ouse-weir-m-2019", "ouse-weir-m-2019-2", "old-mill-tall-m"]
    assert list(batch.sources) == ["weirs-of-york", "mills"]


def workbook(*rows: list[object]) -> bytes:
    book = openpyxl.Workbook()
    book.active.title = "Empty"
    sheet = book.create_sheet("Facts")
    for row in rows:
        sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def test_a_workbook_is_imported(piped: Run, tmp_path: Path) -> None:
    row = ["weir", 12.5, "m", "The weir is 12.5 m long.", "s", "Weirs", datetime(2019, 7, 18)]  # noqa: DTZ001 - cells have no zone
    (tmp_path / "facts.xlsx").write_bytes(workbook(list(HEADER), row))

    ended = piped("import", str(tmp_path / "facts.xlsx"), store=tmp_path / "facts.json")

    assert (ended.status, ended.out) == (0, "imported 1 fact and 1 source: 2 added\n")
    assert piped("show", "weir", "--fields", "value,as_of", store=tmp_path / "facts.json").out == "12.5 m\t2019-07-18\n"


@pytest.mark.parametrize(("unit", "value"), [("", "12 %"), ("percent", "12 %"), ("pp", "12 pp")])
def test_a_percentage_of_a_workbook_is_imported_as_it_is_shown(
    piped: Run, tmp_path: Path, unit: str, value: str
) -> None:
    book = openpyxl.load_workbook(
        io.BytesIO(workbook(list(HEADER), ["reeds", 0.12, unit, "Reeds cover it.", "s", "Weirs"]))
    )
    book["Facts"]["B2"].number_format = "0%"
    book.save(tmp_path / "facts.xlsx")

    assert piped("import", str(tmp_path / "facts.xlsx"), store=tmp_path / "facts.json").status == 0
    assert piped("show", "reeds", "--fields", "value", store=tmp_path / "facts.json").out == f"{value}\n"


@pytest.mark.parametrize("name", ["amount", "lower"])
def test_a_percentage_with_another_unit_is_refused(name: str) -> None:
    with pytest.raises(FactcliError, match=r"f.csv:2: '12%' is a percentage, but its unit is 'm'"):
        facts(f"id,{name},unit,statement,source\nreeds,12%,m,Reeds.,s\n")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"\x00" * 100, workbook()])
def test_a_broken_or_empty_workbook_is_refused_in_a_line(piped: Run, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "facts.xlsx").write_bytes(data)

    ended = piped("import", str(tmp_path / "facts.xlsx"), store=tmp_path / "facts.json")

    assert (ended.status, ended.err.count("\n")) == (2, 1)
    assert not (tmp_path / "facts.json").exists()


def test_on_a_terminal_columns_are_asked_for_and_a_dry_run_is_a_table(on_terminal: Run, tmp_path: Path) -> None:
    table = tmp_path / "weirs.csv"
    table.write_text("id;Metres;statement;source;Title;Evil \x1b[2J\nweir;12,5;The weir.;s;Weirs;x\x1b[2J\n", "utf-8")

    ended = on_terminal(
        "import",
        str(table),
        "--dry-run",
        store=tmp_path / "facts.json",
        typed=b"colour\n?\namount\n\n\n",
        columns=120,
    )

    assert ended.status == 0, ended.out
    assert "'colour' is not a field; fields: id, " in ended.out
    assert "? lists them, - leaves it out [source_title]: " in ended.out
    assert "12.5" in ended.out
    assert "\x1b[2J" not in ended.out
    assert not (tmp_path / "facts.json").exists()


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("weir,12,m,The weir is 15 m long.,s,Weirs,", "1 error: weir: the statement says '15 m', the value 12 m"),
        ("Weir,12,m,The weir is 15 m long.,s,Weirs,\nlock,9,m,It is 8 m wide.,s,,", "2 errors and 1 warning, such as Weir: the statement says '15 m'"),
        ("Weir,12,m,The weir is 12 m long.,s,Weirs,", "1 warning: Weir: the id 'Weir' is not made of"),
        ("weir,12,m,The weir is 12 m long.,s,Weirs,", ""),
    ],
)  # fmt: skip
@pytest.mark.parametrize("option", [[], ["--dry-run"]])
def test_what_is_wrong_with_imported_facts_is_said_at_once(
    piped: Run, tmp_path: Path, rows: str, said: str, option: list[str]
) -> None:
    (tmp_path / "f.csv").write_text(f"{','.join(HEADER)}\n{rows}\n", "utf-8")

    ended = piped("import", str(tmp_path / "f.csv"), *option, store=tmp_path / "facts.json")

    told = [line for line in ended.err.splitlines() if "new store" not in line]
    assert ended.status == 0
    assert [line[: len(f"fact: {said}")] for line in told] == ([f"fact: {said}"] if said else [])


def test_a_fact_is_imported_beside_those_of_its_subject(piped: Run, tmp_path: Path) -> None:
    for at, amount in enumerate((12, 14)):
        text = f"id,subject,amount,unit,statement,source,source_title\nw{at},Ouse weir,{amount},m,Ouse weir is {amount} m long.,s,Weirs\n"
        (tmp_path / "f.csv").write_text(text, "utf-8")
        ended = piped("import", str(tmp_path / "f.csv"), store=tmp_path / "facts.json")

    assert ended.err.startswith("fact: 1 error: w1: 'w0' says 12 m of the same")
