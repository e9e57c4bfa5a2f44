"""What is named as an archive -> its records; each becomes a document, or is rejected with its reason."""

from __future__ import annotations

import gzip
import json
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from factcli.archive.batch import ArchiveError
from factcli.archive.input_records import ArchiveDocument, Record, UnreadableError, read_record
from factcli.archive.inputs import find_archive

LINE = {
    "id": "a",
    "text": "It cost US$3m.",
    "published": "2019-07-18",
    "title": "News",
    "url": "https://news.example/a",
}


def read(path: Path, form: str | None = None) -> list[ArchiveDocument]:
    return [read_record(read.record) for read in find_archive([str(path)], form).records()]


def reason(record: Record) -> str:
    with pytest.raises(UnreadableError) as caught:
        read_record(record)
    return caught.value.reason


def test_a_line_of_json_is_a_document(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(LINE) + "\n\n  \n", encoding="utf-8")

    [document] = read(path)

    assert (document.id, document.published, document.title, document.url, document.document.text) == (
        "a", date(2019, 7, 18), "News", "https://news.example/a", "It cost US$3m.",
    )  # fmt: skip


def test_a_packed_file_is_read_like_a_plain_one(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(json.dumps(LINE).encode()))

    assert [document.id for document in read(path)] == ["a"]


def test_a_row_of_csv_is_a_document_and_may_span_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('id,text,published,other\r\n1,"It cost\r\n""US$3m"".",,x\r\n2,,2019-07-18,\r\n', encoding="utf-8")

    first, second = read(path)

    assert (first.id, first.document.text, first.published) == ("1", 'It cost\r\n"US$3m".', None)
    assert (second.id, second.document.text, second.published) == ("2", "", date(2019, 7, 18))


def test_a_row_of_parquet_is_a_document_whatever_its_types(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    parquet.write_table(pa.table({"id": [7], "text": ["Words."], "published": [date(2019, 7, 18)], "n": [1.5]}), path)

    [document] = read(path)

    assert (document.id, document.published) == ("7", date(2019, 7, 18))


def test_a_folder_of_texts_is_read_by_their_names_and_hidden_ones_are_not(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "b.md").write_text("# Bridges\n\nIt **cost** US$3m.\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text("Words.", encoding="utf-8")
    (tmp_path / ".hidden.txt").write_text("Words.", encoding="utf-8")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")

    documents = read(tmp_path)

    assert [(document.id, document.title) for document in documents] == [("a.txt", None), ("in/b.md", "Bridges")]


def test_positions_end_with_the_size_of_the_archive(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps(LINE) * 1 + "\n", encoding="utf-8")
    (tmp_path / "b.jsonl").write_text(json.dumps(LINE), encoding="utf-8")
    archive = find_archive([str(tmp_path)])

    positions = [read.position for read in archive.records()]

    assert positions == [(tmp_path / "a.jsonl").stat().st_size, archive.size]


def test_several_forms_in_one_folder_need_a_choice(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps(LINE), encoding="utf-8")
    (tmp_path / "b.txt").write_text("Words.", encoding="utf-8")

    with pytest.raises(ArchiveError, match="mixed file formats: jsonl, text"):
        find_archive([str(tmp_path)])

    assert [document.id for document in read(tmp_path, "text")] == ["b.txt"]


@pytest.mark.parametrize("name", ["missing.jsonl", "empty"])
def test_what_holds_no_documents_is_an_error(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()

    with pytest.raises(ArchiveError):
        find_archive([str(tmp_path / name)])


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b"no json", "malformed"),
        (b"null", "got `null`"),
        (b"[" * 100_000, "array"),
        (b'{"id": "a"}', "missing required field `text`"),
        (b'{"id": "a", "text": null}', "got `null`"),
        (b'{"id": "", "text": "a"}', "the id is empty"),
        (b'{"id": "a", "text": "caf\xe9"}', "utf-8"),
        (b'{"id": "a", "text": "\\ud800"}', "truncated"),
        (b'{"id": "a", "text": "a", "published": "yesterday"}', "invalid published 'yesterday'"),
        (b'{"id": "a", "text": "' + b"a" * (10 * 1024**2) + b'"}', "larger than 10 MiB"),
    ],
    ids=["no json", "null", "brackets", "no text", "text null", "no id", "latin-1", "surrogate", "no day", "large"],
)
def test_a_line_that_is_no_document_says_why(line: bytes, said: str) -> None:
    assert said in reason(Record("a.jsonl:1", line))


def test_a_rejected_record_keeps_its_id_where_it_has_one() -> None:
    with pytest.raises(UnreadableError) as caught:
        read_record(Record("a.jsonl:1", b'{"id": "a", "text": 5}'))

    assert caught.value.id == "a"


@pytest.mark.parametrize("published", ["2019-07-18", "2019-07-18T23:59:00Z", "2019-07-18 10:00:00", "20190718"])
def test_a_day_is_read_from_every_form_of_iso(published: str) -> None:
    assert read_record(Record("p", {"id": "a", "text": "", "published": published})).published == date(2019, 7, 18)


def test_a_line_longer_than_a_document_is_rejected_and_the_next_one_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"id": "a", "text": "' + b"a" * (11 * 1024**2) + b'"}\n' + json.dumps(LINE).encode())

    first, second = (read.record for read in find_archive([str(path)]).records())

    assert "larger" in reason(first)
    assert read_record(second).id == "a"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.csv", b"id,text\n1\n", "expected 2 cells, found 1"),
        ("a.csv", b"id,text\n1,caf\xe9\n", "not UTF-8"),
        ("a.csv", b"id,text\n1," + b"a" * (11 * 1024**2), "the row is larger than"),
        ("a.jsonl.gz", gzip.compress(b"x" * 5000, mtime=0)[:20], "cannot be read further"),
        ("a.parquet", b"PAR1 and no more", "cannot be read further"),
        ("a.txt", b"caf\xe9", "not UTF-8"),
        ("a.docx", b"no zip", "not a valid .docx"),
    ],
    ids=["few cells", "latin-1 in CSV", "long cell", "half a gzip", "half a Parquet", "latin-1", "no docx"],
)
def test_a_broken_file_is_rejected_and_stops_nothing(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(content)

    records = [read.record for read in find_archive([str(tmp_path)]).records()]

    assert said in reason(records[-1])
