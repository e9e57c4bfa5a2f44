"""``fact verify`` holds the curated store against the article that it is from."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from running import Run

ROOT = Path(__file__).parents[2]
SOURCE = "pompeo-tour-2019"


@pytest.fixture
def article() -> str:
    named = [Path(path) for path in [os.environ.get("FACTCLI_SOURCE_TEXT")] if path]
    paths = named or sorted(ROOT.parent.glob("shared/source/*.txt"))
    if not paths:
        pytest.skip("the source's text is not at hand; name it in FACTCLI_SOURCE_TEXT")
    return str(paths[0])


@pytest.fixture
def excerpt(tmp_path: Path) -> Path:
    path = tmp_path / "excerpt.md"
    path.write_text("# Excerpt\n\nThe attack claimed **87 lives**.\n\nReward of US$7 Million.\n", "utf-8")
    return path


def test_all_cited_words_stand_in_the_article(piped: Run, article: str) -> None:
    ended = piped("verify", SOURCE, "--text", article)

    assert (ended.status, ended.out) == (0, "")
    assert ended.err.startswith("fact: 59 of 59 ")


def test_what_is_printed_instead_is_shown(piped: Run, excerpt: Path, shipped_store: Path) -> None:
    ended = piped("verify", SOURCE, "--text", str(excerpt))
    line = next(line for line in ended.out.splitlines() if "85 lives" in line)

    assert ended.status == 1
    assert line.startswith(f"{shipped_store}:")
    assert line.endswith(
        f"error: “85 lives” is not in {excerpt}; the nearest words are “87 lives” in {excerpt}:3 [not-printed]"
    )


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["nowhere", "--text", "x"], "unknown source 'nowhere'"),
        ([SOURCE], "--text"),
        ([SOURCE, "--text", "nosuch.txt"], "nosuch.txt"),
    ],
)
def test_nothing_to_verify_is_an_error(piped: Run, arguments: list[str], told: str) -> None:
    ended = piped("verify", *arguments)

    assert ended.status == 2
    assert told in ended.err
