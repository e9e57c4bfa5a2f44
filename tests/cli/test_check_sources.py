"""The sources of drafts, by the option and by the settings: which files they are, and what is no source."""

from __future__ import annotations

from pathlib import Path

import pytest
from running import Run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "draft.md").write_text("The mill has 412 looms.\n", "utf-8")
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes/guide.md").write_text("The mill has 412 looms and a yard.\n", "utf-8")
    (tmp_path / "notes/picture.png").write_bytes(b"\x89PNG")
    (tmp_path / "notes/.hidden.md").write_text("The mill has 500 looms.\n", "utf-8")
    (tmp_path / "notes/empty").mkdir()
    return tmp_path


def checked(piped: Run, folder: Path, *patterns: str) -> str:
    written = ", ".join(f"'{pattern}'" for pattern in patterns)
    (folder / ".factcli.toml").write_text(f"sources = [{written}]\n", "utf-8")
    ended = piped("check", "draft.md", "--all", cwd=folder)
    return ended.out + ended.err


@pytest.mark.parametrize("pattern", ["notes/*", "notes", "notes/", "**/*.md", "**/*", "notes/guide.md", "notes/[g]*"])
def test_a_pattern_names_what_is_read_as_a_source(piped: Run, folder: Path, pattern: str) -> None:
    told = checked(piped, folder, pattern)

    assert "info: 412 looms: as in the source" in told
    assert "guide.md, paragraph 1" in told
    assert ".hidden.md" not in told


def test_a_pattern_may_be_absolute(piped: Run, folder: Path) -> None:
    assert "1 confirmed" in checked(piped, folder, f"{folder}/notes/*.md")


def test_a_draft_is_not_a_source_of_its_own(piped: Run, folder: Path) -> None:
    (folder / "other.md").write_text("The mill has a yard.\n", "utf-8")

    assert "1 unsupported" in checked(piped, folder, "*.md")


@pytest.mark.parametrize("pattern", ["nowhere/*", "[", "**x", "notes/*.exe", "*/*/*/*"])
def test_a_pattern_that_matches_nothing_names_nothing(piped: Run, folder: Path, pattern: str) -> None:
    told = checked(piped, folder, pattern)

    assert "1 unknown" in told
    assert "unsupported" not in told


def test_a_folder_without_sources_is_told(piped: Run, folder: Path) -> None:
    assert "no sources in this folder" in checked(piped, folder, "notes/empty")


def test_sources_without_any_text_are_told(piped: Run, folder: Path) -> None:
    (folder / "empty.md").write_text("\n \n", "utf-8")

    ended = piped("check", "draft.md", "--against", "empty.md", cwd=folder)

    assert ended.err == "fact: error: empty.md: has no text. Hint: name a source that has some\n"


def test_a_report_shows_of_a_sentence_what_is_around_its_value(piped: Run, folder: Path) -> None:
    words = "After many years of talk among its owners the mill, which is on the river, has 421 looms and a yard.\n"
    (folder / "guide.txt").write_text(words, "utf-8")

    ended = piped("check", "draft.md", "--against", "guide.txt", "--format", "report", cwd=folder, COLUMNS="60")

    assert "= guide.txt, paragraph 1: …" in ended.out
    assert "421 looms" in ended.out.partition("= guide.txt")[2]


def test_a_source_comes_from_standard_input(piped: Run, folder: Path) -> None:
    ended = piped("check", "draft.md", "--against", "-", "--all", cwd=folder, typed=b"The mill has 412 looms.")

    assert "412 looms: as in the source (<stdin>, paragraph 1)" in ended.out
