"""Archives that were made to do harm: each record is read or rejected with a reason, and nothing waits or grows."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from factcli.archive import csv_rows, inputs
from factcli.archive.batch import ArchiveError
from factcli.archive.csv_rows import read_rows
from factcli.archive.input_records import ArchiveDocument, Record, UnreadableError, read_record
from factcli.archive.inputs import find_archive
from factcli.archive.pool import batched

MEMORY = 300 * 1024


def outcomes(path: Path, form: str | None = None) -> list[str]:
    """The id of each record that is a document, and the reason of each that is not."""
    return [outcome(read.record) for read in find_archive([str(path)], form).records()]


def outcome(record: Record) -> str:
    try:
        return read_record(record).id
    except UnreadableError as error:
        return error.reason


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> int:
    """Limits that are quickly reached."""
    monkeypatch.setattr(csv_rows, "LARGEST_ROW", 1000)
    monkeypatch.setattr(csv_rows, "MOST_COMMAS", 300)
    monkeypatch.setattr(csv_rows, "_PIECE", 7)
    monkeypatch.setattr(inputs, "LARGEST_LINE", 1000)
    monkeypatch.setattr(inputs, "_PIECE", 7)
    return 1000


LARGE_ROWS = {
    "a long cell": "x," + "a" * 5000,
    "a long quoted cell": 'x,"' + "a" * 5000 + '"',
    "rows within a quoted cell": 'x,"' + "evil,text\n" * 500 + '"',
    "doubled quotes": 'x,"' + '""' * 2000 + '"',
    "quotes and line ends": 'x,"' + '""\n' * 2000 + '"',
    "quotes within a plain cell": "x," + 'a"b' * 2000,
    "a plain rest after quotes": 'x,"a"' + 'b"' * 2000,
    "many cells": "," * 5000,
    "many quoted cells": '"",' * 2000 + "x",
    "many cells of one line": 'x,"\n' + ",\n" * 800 + '"',
}


@pytest.mark.parametrize("row", LARGE_ROWS.values(), ids=LARGE_ROWS)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.usefixtures("small")
def test_a_large_row_is_rejected_whole_and_the_next_one_is_read(tmp_path: Path, row: str, end: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"id,text\n1,one{end}{row}{end}2,two{end}", encoding="utf-8", newline="")

    first, rejected, last = outcomes(path)

    assert (first, last) == ("1", "2")
    assert rejected.startswith("the row ")


@pytest.mark.usefixtures("small")
def test_a_quote_that_is_never_closed_rejects_the_rest(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text('id,text\n1,one\n2,"' + "evil,text\n" * 500, encoding="utf-8")

    assert outcomes(tmp_path / "a.csv") == ["1", "the row is larger than 1,000 characters"]


@given(st.lists(st.text('ab,"\r\n', max_size=30), max_size=8).map("\n".join))
def test_rows_are_those_of_the_csv_module(text: str) -> None:
    expected = [row for row in csv.reader(io.StringIO(text, newline="")) if row]

    assert [row for _, row in read_rows(io.StringIO(text, newline=""))] == expected


@given(st.text('ab,"\r\n', min_size=1, max_size=40), st.integers(1, 9))
def test_a_row_is_passed_over_to_where_the_csv_module_ends_it(text: str, piece: int) -> None:
    csv.field_size_limit(1000)
    lines = io.StringIO(text, newline="")
    next(csv.reader(lines))
    expected = lines.tell()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(csv_rows, "LARGEST_ROW", 0)
        patch.setattr(csv_rows, "_PIECE", piece)
        passed = io.StringIO(text, newline="")
        rows = read_rows(passed)
        assert isinstance(next(rows)[1], str)

    # A line end of two characters may be cut in two; its second half is an empty row.
    assert passed.tell() == expected or text[passed.tell() : expected] == "\n"


@pytest.mark.usefixtures("small")
def test_a_long_line_is_rejected_for_its_length_and_the_next_one_read(tmp_path: Path) -> None:
    line = json.dumps({"id": "x", "text": "a" * 5000}).encode()
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(line + b'\n{"id": "b", "text": ""}'))

    assert outcomes(tmp_path) == ["the line is larger than 1,000 bytes", "b"]


def test_what_is_no_file_is_rejected_and_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": "a", "text": ""}\n', encoding="utf-8")
    os.mkfifo(tmp_path / "pipe.jsonl")
    (tmp_path / "zero.jsonl").symlink_to("/dev/zero")
    (tmp_path / "nowhere.jsonl").symlink_to(tmp_path / "nothing")
    (tmp_path / "itself.jsonl").symlink_to(tmp_path / "itself.jsonl")
    (tmp_path / "folder.jsonl").mkdir()

    read = {read.record.place: outcome(read.record) for read in find_archive([str(tmp_path)]).records()}

    assert read.pop("a.jsonl:1") == "a"
    assert read.keys() == {"pipe.jsonl", "zero.jsonl", "nowhere.jsonl", "itself.jsonl"}
    assert all(reason.startswith("cannot be read further: ") for reason in read.values())


@pytest.mark.parametrize("end", ["csv", "csv.gz", "jsonl.gz", "parquet", "txt", "docx", "md"])
@pytest.mark.parametrize("target", [None, "/dev/zero"])
def test_no_form_waits_for_what_is_no_file(tmp_path: Path, end: str, target: str | None) -> None:
    if target:
        (tmp_path / f"a.{end}").symlink_to(target)
    else:
        os.mkfifo(tmp_path / f"a.{end}")

    [reason] = outcomes(tmp_path)

    assert "not a regular file" in reason or "is a pipe" in reason or "is a device" in reason


def test_a_pipe_that_is_named_is_an_error(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jsonl")

    with pytest.raises(ArchiveError, match="not a file or folder"):
        find_archive([str(tmp_path / "pipe.jsonl")])


def test_a_name_that_is_not_utf_8_is_told_in_utf_8(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_bytes(b"Words.")

    [document] = [read_record(read.record) for read in find_archive([str(tmp_path)]).records()]

    assert document.id == r"caf\xe9.txt"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"id": "a", "text": "one", "text": "two"}', "duplicate key 'text'"),
        ('{"id": "a", "id": "b", "text": "one"}', "duplicate key 'id'"),
        (r'{"id": "a", "text": "one", "te\u0078t": "two"}', "duplicate key 'text'"),
        ('{"id": "a", "text": "", "by": {"name": "x", "name": "y"}}', "duplicate key 'name'"),
        ('{"id": "a", "text": "", "tags": [1, [{"b": {"c": 1, "c": 1}}]]}', "duplicate key 'c'"),
        ('{"id": "a", "text": "", "x": 1, "x": 2}', "duplicate key 'x'"),
        ("{" + "".join(f'"{n}": 0, ' for n in range(2000)) + '"id": "a", "text": ""}', "more than 1,000 fields"),
        ('{"id": true, "text": ""}', "got `bool`"),
        ('{"id": 1.5, "text": ""}', "got `float`"),
        ('{"id": ["a"], "text": ""}', "got `array`"),
        ('{"id": 1e999, "text": ""}', "out of range"),
        ('{"id": "a", "text": {}}', "got `object`"),
        ('{"id": "a", "text": "", "published": 20190718}', "got `int`"),
        (r'{"id": "a", "text": "x\u0000y"}', "the text contains a NUL character"),
        (r'{"id": "a\u0000", "text": "x"}', "the id contains a NUL character"),
        (r'{"id": "\udcff", "text": "x"}', "surrogate|truncated"),
        ('{"id": "' + "a" * 5000 + '", "text": "x"}', "the id is longer than 4,096 characters"),
        ('{"id": "a", "text": "x", "title": "' + "a" * 5000 + '"}', "the title is longer than"),
        ('{"id": "a", "text": "x", "published": "' + "1" * 5000 + '"}', "the published is longer than"),
    ],
    ids=range(19),
)
def test_a_line_that_two_programs_would_read_differently_is_rejected(line: str, said: str) -> None:
    with pytest.raises(UnreadableError, match=said) as caught:
        read_record(Record("a.jsonl:1", line.encode()))

    assert len(caught.value.reason) < 200
    assert caught.value.id in (None, "a")


def test_a_field_that_is_not_read_may_hold_anything() -> None:
    line = b'{"id": "a", "text": "", "x": [{"y": 1, "z": [[[]]]}], "n": 1e999}'

    assert isinstance(read_record(Record("p", line)), ArchiveDocument)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"id,text,text\na,b,c\n", "duplicate column text"),
        (b"id,text\na\0,b\n", "the id contains a NUL character"),
        (b"id,text,title\na,b,\xff\n", "the title is not UTF-8"),
        (b"id,text,published\na,b,\xff\n", "the published is not UTF-8"),
        (b"\xff,text\na,b\n", "missing required field `id`"),
        (b"", None),
    ],
)
def test_a_table_that_cannot_be_told_is_rejected(tmp_path: Path, content: bytes, said: str | None) -> None:
    (tmp_path / "a.csv").write_bytes(content)

    assert [said in told if said else told for told in outcomes(tmp_path)] == [True] * bool(said)


@pytest.mark.parametrize(
    ("column", "said"),
    [
        (pa.array([["a"]]), "got `array`"),
        (pa.array([{"a": 1}]), "got `object`"),
        (pa.array([1.5]), "got `float`"),
        (pa.array([True]), "got `bool`"),
        (pa.array([b"\xff"]), "text"),
        (pa.array([None], pa.string()), "missing required field `text`"),
        (pa.array(["x\0y"]), "the text contains a NUL character"),
        (
            pa.Array.from_buffers(pa.string(), 1, [None, pa.py_buffer(b"\0\0\0\0\x01\0\0\0"), pa.py_buffer(b"\xff")]),
            "text",
        ),
        (pa.array([2**63 - 1], pa.timestamp("ms")), "text"),
    ],
    ids=range(9),
)
def test_a_column_of_another_kind_rejects_its_rows_alone(tmp_path: Path, column: pa.Array, said: str) -> None:
    table = pa.table({"id": ["a"], "text": column})
    parquet.write_table(table, tmp_path / "a.parquet")

    [reason] = outcomes(tmp_path)

    assert said in reason


def test_a_large_cell_of_parquet_is_rejected_and_the_next_one_read(tmp_path: Path) -> None:
    texts = ["a" * (11 * 1024**2), "two"]
    parquet.write_table(pa.table({"id": ["1", "2"], "text": texts}), tmp_path / "a.parquet")

    assert outcomes(tmp_path) == ["the text is larger than 10,485,760 bytes", "2"]


def test_two_columns_of_one_name_in_parquet_are_rejected(tmp_path: Path) -> None:
    table = pa.Table.from_arrays([pa.array(["a"]), pa.array(["b"]), pa.array(["c"])], ["id", "text", "text"])
    parquet.write_table(table, tmp_path / "a.parquet")

    assert outcomes(tmp_path) == ["cannot be read further: duplicate column text"]


def test_a_batch_of_a_packed_file_is_no_larger_than_another(tmp_path: Path) -> None:
    line = json.dumps({"id": "a", "text": "a" * 200_000}).encode() + b"\n"
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(line * 30))

    batches = list(batched(find_archive([str(tmp_path)]).records()))

    assert max(len(batch.records) for batch in batches) <= 2


def peak(tmp_path: Path, make: str) -> tuple[list[str], int]:
    """What becomes of the records of the file that ``make`` writes at ``path``, and the memory of reading them in kB."""
    (tmp_path / "in").mkdir()
    script = """
        import json, resource, sys
        from factcli.archive.input_records import UnreadableError, read_record
        from factcli.archive.inputs import find_archive
        told = []
        for read in find_archive([sys.argv[1]]).records():
            try:
                told.append(read_record(read.record).id)
            except UnreadableError as error:
                told.append(error.reason)
        print(json.dumps([told, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss]))
    """
    subprocess.run([sys.executable, "-c", textwrap.dedent(make), str(tmp_path / "in")], check=True)
    command = [sys.executable, "-c", textwrap.dedent(script), str(tmp_path / "in")]
    told, memory = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return told, memory


@pytest.mark.slow
@pytest.mark.parametrize(
    "make",
    [
        """
        import sys
        with open(sys.argv[1] + "/a.csv", "w") as file:
            file.write('id,text\\n1,"' + "a" * 1_000_000)
            for _ in range(300):
                file.write(("b, c " * 20 + "\\n") * 10_000)
            file.write('"\\n2,two\\n')
        """,
        """
        import sys
        with open(sys.argv[1] + "/a.csv", "w") as file:
            file.write("id,text\\n")
            for _ in range(100):
                file.write("ab," * 1_000_000)
            file.write("\\n2,two\\n")
        """,
        """
        import sys
        with open(sys.argv[1] + "/a.csv", "w") as file:
            file.write("id,text\\n" + "ab," * 3_000_000 + "\\n2,two\\n")
        """,
        """
        import sys
        with open(sys.argv[1] + "/a.jsonl", "w") as file:
            file.write('{"id": "1", "text": "')
            for _ in range(300):
                file.write("a" * 1_000_000)
            file.write('"}\\n{"id": "2", "text": ""}')
        """,
        """
        import sys
        with open(sys.argv[1] + "/a.jsonl", "w") as file:
            file.write('{"id": "1", "text": "", "x": [' + "[]," * 3_000_000 + "[]]" + ', "x": 1}\\n{"id": "2", "text": ""}')
        """,
        """
        import gzip, sys
        with gzip.open(sys.argv[1] + "/a.jsonl.gz", "wb", 1) as file:
            for _ in range(3_000):
                file.write(b"a" * 1_000_000)
            file.write(b'\\n{"id": "2", "text": ""}')
        """,
        """
        import sys
        import pyarrow as pa
        from pyarrow import parquet
        texts = pa.array(["a" * 300_000_000, "two"])
        parquet.write_table(pa.table({"id": ["1", "2"], "text": texts}), sys.argv[1] + "/a.parquet", row_group_size=1)
        """,
    ],
    ids=["cell", "cells", "commas", "line", "fields", "gzip", "Parquet"],
)
def test_what_is_too_large_is_never_held_whole(tmp_path: Path, make: str) -> None:
    told, memory = peak(tmp_path, make)

    assert told[-1] == "2"
    assert len(told) == 2
    assert memory < MEMORY
