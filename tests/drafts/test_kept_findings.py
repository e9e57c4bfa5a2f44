"""A draft that was checked against the same sources before says the same, and its sources stay closed."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcli.check import Finding
from factcli.check.against.checking import SourceChecker
from factcli.documents import parse_document
from factcli.drafts import source_files
from factcli.drafts.source_files import SourceFiles, SourcesError
from factcli.store.location import cache_folder

SOURCE = """# The lighthouse

The lighthouse on Skarn has 214 steps. Two keepers lived there until May 1968. Its lamp is seen from 22 miles.

“The lamp never failed us,” said its last keeper, Runa Elvik.
"""
DRAFT = """The lighthouse on Skarn has 241 steps. Two keepers lived there until May 1968.

“The lamp never let us down,” said Runa Elvick, its last keeper. Its lamp is seen from 22 miles.
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "lighthouse.md"
    path.write_text(SOURCE, "utf-8")
    return path


def checked(path: Path, draft: str = DRAFT, name: str = "draft.md") -> list[Finding]:
    with SourceFiles([str(path)]).checker_of(name) as checker:
        return checker.check(draft)


def fresh(draft: str, source: str = SOURCE) -> list[tuple[str, str, str]]:
    return told(SourceChecker([source]).check(draft))


def told(found: list[Finding]) -> list[tuple[str, str, str]]:
    return [(each.surface, each.verdict, each.message) for each in found]


def entries() -> list[Path]:
    return sorted(Path(cache_folder(), "sources").glob("*.findings"))


def test_an_unchanged_draft_says_the_same_and_opens_no_source(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = checked(source)
    monkeypatch.delattr(SourceFiles, "checker")

    assert checked(source) == first
    assert {each.verdict for each in first} == {"confirmed", "contradicted"}


def test_whether_a_source_has_a_name_is_kept(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = {"Runa Elvik": True, "Runa Elvick": False}
    for _ in range(2):
        with SourceFiles([str(source)]).checker_of("draft.md") as checker:
            assert {name: checker.names.has(name) for name in names} == names
        monkeypatch.delattr(SourceFiles, "checker", raising=False)


@pytest.mark.parametrize(
    "edited",
    [
        DRAFT.replace("241", "214"),
        DRAFT.replace("Its keepers left in May 1968.\n\n", "\n\nIts two keepers left.\n\n"),
        DRAFT.replace("Elvick", "Elvik"),
        "It was dark. " + DRAFT,
        DRAFT + DRAFT,
        "",
    ],
)
def test_an_edited_draft_says_what_a_new_one_would(source: Path, edited: str) -> None:
    checked(source)

    for _ in range(2):
        assert told(checked(source, edited)) == fresh(edited)


def test_another_draft_is_checked_by_itself(source: Path) -> None:
    checked(source)
    checked(source, name="other.md")

    assert len(entries()) == 2


def test_a_changed_source_is_opened_again(source: Path) -> None:
    checked(source)
    text = SOURCE.replace("214", "241")
    source.write_text(text, "utf-8")

    assert told(checked(source)) == fresh(DRAFT, text)


def test_evidence_has_the_name_of_the_source_that_is_meant_now(source: Path, tmp_path: Path) -> None:
    checked(source)
    moved = source.rename(tmp_path / "moved.md")

    assert {each.evidence.source for each in checked(moved) if each.evidence} == {str(moved)}


def test_what_is_wrong_with_a_source_is_said_each_time(tmp_path: Path) -> None:
    empty = tmp_path / "empty.md"
    empty.write_text(" \n", "utf-8")

    for _ in range(2):
        with pytest.raises(SourcesError, match="has no text"):
            checked(empty, "Nothing is stated here.")


@pytest.mark.parametrize("broken", [b"", b"\x80", b"\xc1" * 5000, "half", "bit", "foreign"])
def test_a_broken_entry_is_replaced(source: Path, broken: bytes | str) -> None:
    first = checked(source)
    [entry] = entries()
    whole = entry.read_bytes()
    checked(source, "The lighthouse has 9 steps.", "other.md")
    [foreign] = (path.read_bytes() for path in entries() if path != entry)
    made = {
        "half": whole[: len(whole) // 2],
        "bit": whole[:-9] + bytes([whole[-9] ^ 1]) + whole[-8:],
        "foreign": foreign,
    }
    entry.write_bytes(made[broken] if isinstance(broken, str) else broken)

    assert checked(source) == first
    assert entry.read_bytes() == whole


def test_nothing_is_kept_of_a_source_that_changes_while_it_is_read(
    source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seals = iter(["before", "after"])
    monkeypatch.setattr(source_files, "seal_of", lambda *_: next(seals))

    with pytest.raises(SourcesError, match="changed while it was read"):
        checked(source)
    assert not entries()


def test_a_source_that_is_no_file_is_not_kept() -> None:
    files = SourceFiles(["-"], lambda _: parse_document(SOURCE, name="<stdin>"))

    with files.checker_of("draft.md") as checker:
        assert told(checker.check(DRAFT)) == fresh(DRAFT)
    assert not entries()
