"""What else an editor can ask of ``fact lsp``: completion, links, symbols, hints, new facts, a broken store."""

from __future__ import annotations

import json

import pytest
from editing import Editor, Start
from lsprotocol import types

RIGHT = "The bombing of the Amia centre in Buenos Aires killed 85 people.\n"
WRONG = RIGHT.replace("85", "95")
AT = RIGHT.index("85")

pytestmark = pytest.mark.asyncio


def position(line: int, column: int) -> types.Position:
    return types.Position(line, column)


async def completed(editor: Editor, uri: str, line: int, column: int) -> list[types.CompletionItem]:
    found = await editor.client.text_document_completion_async(
        types.CompletionParams(types.TextDocumentIdentifier(uri), position(line, column))
    )
    return list(found.items)


async def test_words_after_two_brackets_become_the_value_in_prose(editor: Editor) -> None:
    uri = editor.open("It killed [[amia victims")
    items = await completed(editor, uri, 0, len("It killed [[amia victims"))
    edit = items[0].text_edit

    assert items[0].label == "85 people"
    assert edit == types.TextEdit(types.Range(position(0, 10), position(0, 24)), "85 people")


async def test_a_value_is_in_the_style_of_the_house(editor: Editor) -> None:
    (editor.folder / ".factcli.toml").write_text('figures = "letters"\n', "utf-8")
    uri = editor.open("It offered [[salman reward")
    items = await completed(editor, uri, 0, len("It offered [[salman reward"))

    assert items[0].label == "US$7m"


async def test_a_word_that_is_not_finished_finds_its_facts(editor: Editor) -> None:
    uri = editor.open("hezbol")

    assert "Hezbollah" in str([item.detail for item in await completed(editor, uri, 0, 6)])


async def test_nothing_is_offered_after_a_blank(editor: Editor) -> None:
    assert await completed(editor, editor.open("amia "), 0, 5) == []


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ('"source": "pom', "pompeo-tour-2019"),
        ('"superseded_by": "amia-bombing-d', "amia-bombing-deaths"),
        ('"unit": "US', "USD"),
    ],
)
async def test_a_file_of_facts_is_helped_with_ids_and_units(editor: Editor, line: str, value: str) -> None:
    uri = editor.open(line, "facts.json", "json")

    assert value in [item.label for item in await completed(editor, uri, 0, len(line))]


async def test_a_figure_leads_to_its_fact(editor: Editor) -> None:
    uri = editor.open(RIGHT)
    await editor.diagnostics(uri)
    place = await editor.client.text_document_definition_async(
        types.DefinitionParams(types.TextDocumentIdentifier(uri), position(0, AT))
    )
    lines = (editor.folder / "facts.json").read_text("utf-8").splitlines()

    assert isinstance(place, types.Location)
    assert place.uri == editor.uri("facts.json")
    assert '"amia-bombing-deaths"' in lines[place.range.start.line]


async def test_a_link_names_the_line_of_the_fact_when_it_is_followed(editor: Editor) -> None:
    uri = editor.open(RIGHT)
    await editor.diagnostics(uri)
    params = types.DocumentLinkParams(types.TextDocumentIdentifier(uri))
    (link,) = await editor.client.text_document_document_link_async(params) or []
    followed = await editor.client.document_link_resolve_async(link)

    assert link.target is None
    assert str(followed.target).startswith(editor.uri("facts.json") + "#")


async def test_facts_are_the_symbols_of_a_folder(editor: Editor) -> None:
    found = await editor.client.workspace_symbol_async(types.WorkspaceSymbolParams("amia victims"))

    assert [symbol.container_name for symbol in found or []][:1] == ["amia-bombing-deaths"]


@pytest.mark.parametrize(("options", "labels"), [(None, []), ({"inlayHints": True}, ["as of July 2019"])])
async def test_the_time_of_a_fact_is_shown_after_its_figure_only_when_it_is_asked_for(
    start: Start, options: object, labels: list[str]
) -> None:
    editor = await start(options=options)
    uri = editor.open(RIGHT)
    await editor.diagnostics(uri)
    whole = types.Range(position(0, 0), position(1, 0))
    hints = await editor.client.text_document_inlay_hint_async(
        types.InlayHintParams(types.TextDocumentIdentifier(uri), whole)
    )

    assert [hint.label for hint in hints or []] == labels


async def test_an_unknown_figure_can_be_added_as_a_fact(editor: Editor) -> None:
    text = "The footbridge at Selby cost £4.5m.\n"
    store = (editor.folder / "facts.json").read_text("utf-8")
    actions = await editor.actions(editor.open(text), 0, text.index("4.5"))
    changed = json.loads(editor.applied(store, actions["Add '£4.5m' as a fact"]))
    (added,) = changed["facts"].keys() - json.loads(store)["facts"].keys()

    assert changed["facts"][added]["value"]["amount"] == "4500000"
    assert changed["facts"][added]["statement"] == text.strip()
    assert changed["sources"] == json.loads(store)["sources"]


async def test_a_broken_file_of_facts_shows_where_it_is_broken(editor: Editor) -> None:
    (found,) = await editor.diagnostics(editor.open('{"facts": {,}}', "facts.json", "json"))

    assert found.range.start == position(0, 11)


async def test_a_changed_store_is_noticed(editor: Editor) -> None:
    uri = editor.open(WRONG)
    before = await editor.diagnostics(uri)
    store = editor.folder / "facts.json"
    store.write_text(
        store.read_text("utf-8").replace('"amount": "85"', '"amount": "95"').replace("killed 85", "killed 95"), "utf-8"
    )
    await editor.until(lambda: len(editor.published) > 1)

    assert len(before) == 1
    assert list(editor.published[-1].diagnostics) == []


async def test_a_saved_draft_is_checked_again(editor: Editor) -> None:
    uri = editor.open(WRONG)
    await editor.diagnostics(uri)
    editor.published.clear()
    editor.save(uri)

    assert len(await editor.diagnostics(uri)) == 1


async def test_a_saved_store_is_held_against_every_open_draft(editor: Editor) -> None:
    store = editor.folder / "facts.json"
    draft, facts = editor.open(WRONG), editor.open(store.read_text("utf-8"), "facts.json", "json")
    await editor.diagnostics(draft)
    await editor.diagnostics(facts)
    editor.published.clear()
    store.write_text(store.read_text("utf-8").replace('"85"', '"95"'), "utf-8")
    editor.save(facts)

    assert await editor.diagnostics(draft) == []
    assert await editor.diagnostics(facts) == []


async def test_a_broken_store_is_reported_once_and_the_last_good_facts_stay(editor: Editor) -> None:
    uri = editor.open(WRONG)
    await editor.diagnostics(uri)
    (editor.folder / "facts.json").write_text("{", "utf-8")
    await editor.until(lambda: bool(editor.troubles))
    editor.type_at(uri, 0, 0, "Then: ")

    assert len(await editor.diagnostics(uri)) == 1
    assert len(editor.troubles) == 1
    assert "facts.json:1:" in editor.troubles[0]


async def test_a_broken_configuration_is_reported_and_the_last_good_one_stays(editor: Editor) -> None:
    uri = editor.open(WRONG)
    await editor.diagnostics(uri)
    (editor.folder / ".factcli.toml").write_text("colour = 'red'", "utf-8")
    await editor.until(lambda: bool(editor.troubles))
    editor.type_at(uri, 0, 0, "Then: ")

    assert len(await editor.diagnostics(uri)) == 1
    assert "colour" in editor.troubles[0]


async def test_a_rule_that_the_configuration_switches_off_is_not_reported(editor: Editor) -> None:
    (editor.folder / ".factcli.toml").write_text('rules-off = ["other-value"]', "utf-8")

    assert await editor.diagnostics(editor.open(WRONG)) == []


async def test_the_comments_of_a_commit_message_are_not_checked(editor: Editor) -> None:
    uri = editor.open(f"Add a chapter\n\n{WRONG}# {WRONG}", "COMMIT_EDITMSG", "gitcommit")

    assert [found.range.start.line for found in await editor.diagnostics(uri)] == [2]


async def test_latex_is_read_as_text(editor: Editor) -> None:
    uri = editor.open(f"\\section{{Amia}}\n{WRONG}", "draft.tex", "latex")

    assert [found.range.start.line for found in await editor.diagnostics(uri)] == [1]
