"""Which files are read as text, and what is said of the others."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from factcli.documents import DocumentError, decode_document, read_document
from factcli.documents.limits import LARGEST_FILE

WORDS = "Déjà vu: 85 lives, “quoted”.\n"


@pytest.mark.parametrize(
    "data",
    [
        WORDS.encode(),
        b"\xef\xbb\xbf" + WORDS.encode(),
        b"\xff\xfe" + WORDS.encode("utf-16-le"),
        b"\xfe\xff" + WORDS.encode("utf-16-be"),
    ],
    ids=["UTF-8", "UTF-8 with a mark", "UTF-16 LE", "UTF-16 BE"],
)
def test_text_is_utf_8_or_utf_16_with_a_mark(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_bytes(data)

    assert read_document(path).source == WORDS


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"one\ntwo caf\xe9 three", "draft.txt:2:8: byte 0xE9 is not UTF-8"),
        ("one\r\ntw\u00f6 ".encode() + b"\xff", "draft.txt:2:5: byte 0xFF is not UTF-8"),
        (b"\xff\xfea", "draft.txt:1:1: byte 0x61 is not UTF-16"),
        (b"\xff\xfe\0\0a\0\0\0", "draft.txt: is UTF-32"),
        (b"one\n\0", "draft.txt:2:1: contains a NUL character, so it is not text"),
        (b"a" * (LARGEST_FILE + 1), "draft.txt: larger than 10 MiB"),
    ],
)
def test_other_bytes_are_refused_at_their_place(data: bytes, message: str) -> None:
    with pytest.raises(DocumentError) as refusal:
        decode_document(data, name="draft.txt")

    assert refusal.value.message == message
    assert refusal.value.hint


def test_a_file_that_is_not_text_may_be_larger() -> None:
    with pytest.raises(DocumentError, match="not a valid PDF"):
        decode_document(b"a" * (LARGEST_FILE + 1), name="a.pdf")


def test_line_ends_stay_as_they_are() -> None:
    document = decode_document(b"one\r\ntwo\rthree\n", name="draft.txt")

    assert (document.text, document.place(9).line) == ("one\r\ntwo\rthree\n", 3)


def test_a_missing_file_is_an_error_with_its_path(tmp_path: Path) -> None:
    path = tmp_path / "no.txt"

    with pytest.raises(DocumentError, match="no such file"):
        read_document(path)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"is a (?:folder|directory)"):
        read_document(tmp_path)


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipe.md"
    os.mkfifo(path)

    with pytest.raises(DocumentError, match="is a pipe"):
        read_document(path)


def test_a_device_is_refused_and_not_read_for_ever() -> None:
    with pytest.raises(DocumentError, match="is a device"):
        read_document(Path("/dev/zero"))


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.md"
    with path.open("wb") as file:
        file.truncate(10**12)

    with pytest.raises(DocumentError, match="larger than 10 MiB"):
        read_document(path)


def test_a_path_that_no_system_allows_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(DocumentError):
        read_document(tmp_path / "a\0b")


def test_markdown_is_read_as_such_by_its_suffix(tmp_path: Path) -> None:
    path = tmp_path / "DRAFT.MD"
    path.write_text("**85** lives", encoding="utf-8")

    assert read_document(path).text == "85 lives"
