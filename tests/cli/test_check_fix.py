"""``fact check --fix`` writes suggestions and nothing else; ``--diff`` shows them."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from running import Run

WRONG = "# Amia\n\nThe bombing of the Amia centre in Buenos Aires killed **87** people.  \n\n\tCafé…\n\n"
RIGHT = WRONG.replace("87", "85")
ENCODINGS = [
    (b"", "utf-8"),
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(("mark", "encoding"), ENCODINGS)
def test_all_but_the_suggestion_stays_to_the_byte(
    piped: Run, tmp_path: Path, mark: bytes, encoding: str, line_end: str
) -> None:
    path = tmp_path / "draft.md"
    path.write_bytes(mark + WRONG.replace("\n", line_end).encode(encoding))

    ended = piped("check", "--fix", str(path))

    assert path.read_bytes() == mark + RIGHT.replace("\n", line_end).encode(encoding)
    assert (ended.status, ended.out) == (0, "")


def test_what_has_no_suggestion_remains_a_finding_at_its_new_place(piped: Run, tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    text = "The reward for information on Salman Raouf Salman was US$800,000,000. <!-- fact-ignore -->\n"
    path.write_text(text, "utf-8")

    ended = piped("check", "--fix", str(path))

    assert "US$800" not in path.read_text("utf-8")
    assert f":1:{path.read_text('utf-8').index('<!--') + 1}: warning: a waiver needs a reason" in ended.out


def test_mode_and_link_of_a_draft_stay(piped: Run, tmp_path: Path) -> None:
    path, link = tmp_path / "draft.md", tmp_path / "link.md"
    path.write_text(WRONG, "utf-8")
    path.chmod(0o640)
    link.symlink_to(path)

    piped("check", "--fix", str(link))

    assert (path.read_text("utf-8"), path.stat().st_mode & 0o777, link.is_symlink()) == (RIGHT, 0o640, True)
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["draft.md", "link.md"]


def test_a_read_only_draft_is_an_error_and_stays(piped: Run, tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    path.write_text(WRONG, "utf-8")
    path.chmod(0o440)

    ended = piped("check", "--fix", str(path))

    assert (ended.status, path.read_text("utf-8")) == (2, WRONG)
    assert "read-only" in ended.err


def test_words_with_markup_between_them_are_left_to_the_writer(piped: Run, tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    text = "The bombing of the Amia centre in Buenos Aires killed 1<b>0</b>7 people.\n"
    path.write_text(text, "utf-8")

    piped("check", "--fix", str(path))

    assert path.read_text("utf-8") == text


def test_a_diff_changes_nothing_and_can_be_applied(piped: Run, tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    path.write_text(WRONG, "utf-8")

    ended = piped("check", "--diff", "draft.md", cwd=tmp_path)

    assert (ended.status, path.read_text("utf-8")) == (1, WRONG)
    subprocess.run(["git", "apply", "-"], input=ended.out.encode(), cwd=tmp_path, check=True)
    assert path.read_text("utf-8") == RIGHT


def test_a_diff_of_a_draft_without_a_last_line_end_can_be_applied(piped: Run, tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    path.write_bytes(WRONG.strip().replace("\n", "\r\n").encode())

    ended = piped("check", "--diff", "--fix", "draft.md", cwd=tmp_path)

    subprocess.run(["git", "apply", "-"], input=ended.out.encode(), cwd=tmp_path, check=True)
    assert path.read_bytes() == RIGHT.strip().replace("\n", "\r\n").encode()


def test_a_draft_on_standard_input_can_be_shown_as_a_diff(piped: Run) -> None:
    ended = piped("check", "--diff", "-", "--stdin-name", "letter.md", typed=WRONG.encode())

    assert ended.out.startswith("--- a/letter.md\n+++ b/letter.md\n")


AMIA = "The bombing of the Amia centre in Buenos Aires killed {} people.\n"


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("~~87~~ 85", "~~87~~ 85"),
        ("~~87~~ 88", "~~87~~ 85"),
        ("<del>87</del> 88", "<del>87</del> 85"),
        ("8**7**", "8**7**"),
        ("**87**", "**85**"),
        ("four dozen", "eighty-five"),
        ("two hundred", "eighty-five"),
        ("87 million", "85"),
        ("9'000", "85"),
    ],
)
def test_what_is_written_is_the_figure_alone_and_is_clean_when_read_again(
    piped: Run, tmp_path: Path, written: str, right: str
) -> None:
    path = tmp_path / "draft.md"
    path.write_text(AMIA.format(written), "utf-8")

    shown = piped("check", "--diff", str(path)).out
    piped("check", "--fix", str(path))

    assert path.read_text("utf-8") == AMIA.format(right)
    assert bool(shown) == (written != right)
    assert piped("check", "--diff", str(path)).out == ""
