"""Sources that the settings name are held against the open draft, too: as it is written, and again when they change."""

from __future__ import annotations

from pathlib import Path

import pytest
from editing import Editor, Start
from lsprotocol import types

DRAFT = "The mill has 412 looms.\n\nIt was sold for £7 million.\n"
SOURCE = "# The mill\n\nA guide.\n\nThe mill has 412 looms. It was sold to the town.\n"

pytestmark = pytest.mark.asyncio


@pytest.fixture
def source(folder: Path) -> Path:
    (folder / ".factcli.toml").write_text('sources = ["sources/*"]\n', "utf-8")
    path = folder / "sources" / "guide.md"
    path.parent.mkdir()
    path.write_text(SOURCE, "utf-8")
    return path


def write(path: Path, text: str) -> None:
    path.write_text(text, "utf-8")


async def test_what_no_source_states_is_shown(start: Start, source: Path) -> None:  # noqa: ARG001 - it is there
    editor = await start()

    found = await editor.diagnostics(editor.open(DRAFT))

    assert [(each.code, each.range.start.line) for each in found] == [("not-stated", 2)]
    assert found[0].related_information is None


async def test_a_hover_shows_the_place_and_the_sentence(start: Start, source: Path) -> None:  # noqa: ARG001 - it is there
    editor = await start()

    uri = editor.open(DRAFT)
    await editor.diagnostics(uri)
    hover = await editor.hover(uri, 0, DRAFT.index("412"))

    assert hover is not None
    assert isinstance(hover.contents, types.MarkupContent)
    assert "guide.md, paragraph 2: “The mill has 412 looms.”" in hover.contents.value.replace("\\", "")


async def test_a_misspelt_name_is_shown_with_the_right_one_and_its_sentence(start: Start, source: Path) -> None:
    write(source, SOURCE + "\nIts manager is Marguerite Delvaux.\n")
    editor = await start()
    draft = "The manager of the mill, Marguerite Delvaus, sold it.\n"
    uri = editor.open(draft)

    found = await editor.diagnostics(uri)
    hover = await editor.hover(uri, 0, draft.index("Delvaus"))
    actions = await editor.actions(uri, 0, draft.index("Delvaus"))

    assert [each.code for each in found] == ["name-spelling"]
    fix = actions["Replace 'Marguerite Delvaus' with 'Marguerite Delvaux'"]
    assert (editor.applied(draft, fix), fix.is_preferred) == (draft.replace("Delvaus", "Delvaux"), True)
    assert hover is not None
    assert isinstance(hover.contents, types.MarkupContent)
    assert "“Its manager is Marguerite Delvaux.”" in hover.contents.value.replace("\\", "")


async def test_a_changed_source_is_read_again(start: Start, source: Path) -> None:
    editor = await start()
    uri = editor.open(DRAFT)
    before = await editor.diagnostics(uri)
    write(source, SOURCE + "\nThe town paid £7 million when the mill was sold.\n")

    await editor.until(lambda: len(editor.published) > 1)

    assert (len(before), editor.published[-1].diagnostics) == (1, ())


async def test_a_new_source_is_read(start: Start, source: Path) -> None:
    editor = await start()
    await editor.diagnostics(editor.open(DRAFT))
    write(source.parent / "deed.txt", "The mill was sold for £7 million.\n")

    await editor.until(lambda: len(editor.published) > 1)

    assert editor.published[-1].diagnostics == ()


async def test_a_source_that_cannot_be_read_is_told_and_the_others_count(start: Start, source: Path) -> None:
    (source.parent / "broken.docx").write_bytes(b"no zip")
    editor = await start()

    found = await editor.diagnostics(editor.open(DRAFT))

    assert [each.code for each in found] == ["source", "not-stated"]
    assert "broken.docx" in found[0].message


async def test_typing_is_checked_as_a_whole_check_is(start: Start, source: Path) -> None:  # noqa: ARG001 - it is there
    editor = await start()
    uri = editor.open(DRAFT)
    await editor.diagnostics(uri)
    editor.type_at(uri, 0, DRAFT.index("412"), "512", replacing=3)

    found = await editor.diagnostics(uri)

    assert [each.range.start.line for each in found] == [0, 2]


async def test_without_sources_nothing_is_unsupported(editor: Editor) -> None:
    assert await editor.diagnostics(editor.open(DRAFT)) == []
