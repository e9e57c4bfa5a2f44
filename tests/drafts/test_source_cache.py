"""What was read of a source is kept by its bytes; whatever is wrong with an entry, the source says the same."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from factcli.check import Finding
from factcli.drafts import source_cache
from factcli.drafts.source_cache import read_source
from factcli.drafts.source_files import SourceFiles
from factcli.store.location import cache_folder

DRAFT = 'The mill has 412 looms. It opened in May 1877. Its owner said it was "the pride of the whole valley".'
FILLER = "The river runs past the old town and the new bridge without any hurry.\n\n" * 80
MILLS = (("Bresk Mill", 410), ("Tarn Mill", 640))
SOURCE = f"""# The mill

{FILLER}
The mill opened on 3 May 1877, and İzmir bought its cloth. The mill has 412 looms.

“It is the pride of the whole valley,” said its owner, Jane Moss.
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "mill.md"
    path.write_text(SOURCE, "utf-8")
    return path


def entries() -> list[Path]:
    folder = Path(cache_folder(), "sources")
    return sorted(folder.iterdir()) if folder.is_dir() else []


def checked(path: Path) -> list[Finding]:
    return SourceFiles([str(path)]).checker.check(DRAFT)


def test_a_source_from_the_cache_says_the_same(source: Path) -> None:
    first = checked(source)

    assert len(entries()) == 1
    assert checked(source) == first
    assert [finding.verdict for finding in first] == ["confirmed"] * 3
    assert all(finding.evidence and finding.evidence.locator for finding in first)


def test_a_source_from_the_cache_has_the_levels_of_its_headings(tmp_path: Path) -> None:
    path = tmp_path / "mills.md"
    mills = "".join(f"## {name}\n\nIt is old.\n\n### Looms\n\nThere are {looms} looms.\n\n" for name, looms in MILLS)
    path.write_text(f"# Mills\n\n{FILLER}{mills}", "utf-8")

    for _ in range(2):
        found = SourceFiles([str(path)]).checker.check("Bresk Mill has 640 looms. Tarn Mill has 640 looms.")
        assert [finding.verdict for finding in found] == ["contradicted", "confirmed"]
    assert len(entries()) == 1


def test_a_source_that_was_read_before_is_not_read_again(source: Path) -> None:
    first = checked(source)
    entry = entries()[0]
    entry.write_bytes(entry.read_bytes().replace(b"412 looms", b"512 looms"))

    surfaces = [finding.evidence.sentence for finding in checked(source) if finding.evidence]

    assert surfaces != [finding.evidence.sentence for finding in first if finding.evidence]


def test_a_changed_source_is_read_again(source: Path) -> None:
    checked(source)
    source.write_text(SOURCE.replace("412", "413"), "utf-8")

    assert checked(source)[0].verdict != "confirmed"
    assert len(entries()) == 2


def test_the_same_bytes_in_another_format_are_another_source(source: Path, tmp_path: Path) -> None:
    copy = tmp_path / "mill.txt"
    copy.write_bytes(source.read_bytes())
    checked(source)
    checked(copy)

    assert len(entries()) == 2


@pytest.mark.parametrize(
    "broken",
    [b"", b"\x00", b"\x97", b"\xc1" * 5000, b"\x91" * 200_000, "half", "late", "long"],
    ids=["empty", "zero", "short", "invalid", "deep", "half", "late", "long"],
)
def test_a_broken_entry_is_replaced(source: Path, broken: bytes | str) -> None:
    first = checked(source)
    entry = entries()[0]
    whole = entry.read_bytes()
    made = {"half": whole[: len(whole) // 2], "late": whole[1:], "long": whole + whole}
    entry.write_bytes(made[broken] if isinstance(broken, str) else broken)

    assert checked(source) == first
    assert entry.read_bytes() == whole


def test_an_entry_of_another_source_is_not_used(source: Path, tmp_path: Path) -> None:
    first = checked(source)
    entry = entries()[0]
    other = tmp_path / "other.md"
    other.write_text(SOURCE.replace("412", "500"), "utf-8")
    checked(other)
    foreign = next(path for path in entries() if path != entry)
    entry.write_bytes(foreign.read_bytes())

    assert checked(source) == first


def test_what_stands_at_the_place_of_an_entry_is_left_alone(source: Path) -> None:
    first = checked(source)
    entry = entries()[0]
    entry.unlink()
    entry.mkdir()

    assert checked(source) == first
    assert entry.is_dir()


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_a_cache_that_cannot_be_written_only_costs_time(source: Path) -> None:
    Path(cache_folder()).mkdir(parents=True)
    Path(cache_folder()).chmod(0o500)

    assert checked(source)


def test_a_file_in_the_place_of_the_cache_only_costs_time(source: Path) -> None:
    Path(cache_folder()).mkdir(parents=True)
    Path(cache_folder(), "sources").write_text("mine", "utf-8")

    assert checked(source)
    assert Path(cache_folder(), "sources").read_text("utf-8") == "mine"


def test_the_oldest_entries_are_dropped_beyond_a_size(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked(source)
    oldest = entries()[0]
    os.utime(oldest, (1, 1))
    stranger = oldest.with_name("notes.txt")
    stranger.write_text("mine", "utf-8")
    monkeypatch.setattr(source_cache, "_MOST_BYTES", int(1.5 * oldest.stat().st_size))
    other = tmp_path / "other.md"
    other.write_text(SOURCE.replace("412", "500"), "utf-8")

    checked(other)

    assert oldest not in entries()
    assert stranger in entries()
    assert len(entries()) == 2


def test_what_a_killed_writer_left_is_removed(source: Path) -> None:
    folder = Path(cache_folder(), "sources")
    folder.mkdir(parents=True)
    left = folder / ".abc.writing"
    left.write_bytes(b"x")
    os.utime(left, (1, 1))

    checked(source)

    assert left not in entries()


def test_a_short_source_is_not_kept(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("The mill has 412 looms.", "utf-8")

    assert checked(path)[0].verdict == "confirmed"
    assert entries() == []


def test_the_document_is_only_read_when_it_is_needed(source: Path) -> None:
    data = source.read_bytes()
    checked(source)

    def never() -> None:
        raise AssertionError

    assert read_source(data, str(source), never).sentences  # type: ignore[arg-type]
