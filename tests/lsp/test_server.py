"""``fact lsp`` as an editor meets it, over its standard streams."""

from __future__ import annotations

import pytest
from editing import Editor, Start
from lsprotocol import types

WRONG = "The bombing of the Amia centre in Buenos Aires killed 95 people.\n"
RIGHT = "The bombing of the Amia centre in Buenos Aires killed 85 people.\n"
AT = WRONG.index("95")

pytestmark = pytest.mark.asyncio


def place(line: int, first: int, last: int) -> types.Range:
    return types.Range(types.Position(line, first), types.Position(line, last))


async def test_a_wrong_figure_is_underlined_when_a_draft_is_opened(editor: Editor) -> None:
    (found,) = await editor.diagnostics(editor.open(WRONG))

    assert found.range == place(0, AT, AT + len("95 people"))
    assert (found.severity, found.code, found.source) == (types.DiagnosticSeverity.Error, "other-value", "fact")
    assert "85" in found.message


async def test_a_diagnostic_links_the_line_of_its_fact(editor: Editor) -> None:
    (found,) = await editor.diagnostics(editor.open(WRONG))
    (related,) = found.related_information or []
    line = (editor.folder / "facts.json").read_text("utf-8").splitlines()[related.location.range.start.line]

    assert related.location.uri == editor.uri("facts.json")
    assert line.strip() == '"amia-bombing-deaths": {'
    assert "killed 85 people" in related.message


async def test_a_figure_put_right_is_no_longer_underlined(editor: Editor) -> None:
    uri = editor.open(WRONG)
    before = await editor.diagnostics(uri)

    editor.type_at(uri, 0, AT, "8", replacing=1)

    assert len(before) == 1
    assert await editor.diagnostics(uri) == []


async def test_a_closed_draft_has_no_diagnostics(editor: Editor) -> None:
    uri = editor.open(WRONG)
    await editor.diagnostics(uri)

    editor.close(uri)
    await editor.until(lambda: editor.published[-1].version is None)

    assert list(editor.published[-1].diagnostics) == []


@pytest.mark.parametrize(("encoding", "width"), [("utf-8", 4), ("utf-16", 2), ("utf-32", 1)])
async def test_an_emoji_before_the_figure_takes_the_units_that_were_agreed_on(
    start: Start, encoding: str, width: int
) -> None:
    editor = await start(encodings=[encoding])
    (found,) = await editor.diagnostics(editor.open(f"\N{WAVING HAND SIGN} {WRONG}"))

    assert found.range.start.character == AT + 1 + width


async def test_a_change_after_an_emoji_lands_where_it_was_made(editor: Editor) -> None:
    uri = editor.open(f"\N{WAVING HAND SIGN}\N{WAVING HAND SIGN} {WRONG}")

    editor.type_at(uri, 0, AT + 5, "8", replacing=1)

    assert await editor.diagnostics(uri) == []


async def test_an_editor_that_pulls_gets_diagnostics_when_it_asks_and_not_otherwise(start: Start) -> None:
    editor = await start(pulls=True)
    uri = editor.open(WRONG)
    report = await editor.client.text_document_diagnostic_async(
        types.DocumentDiagnosticParams(types.TextDocumentIdentifier(uri))
    )

    assert [found.code for found in report.items] == ["other-value"]
    assert editor.published == []


async def test_the_fact_is_shown_where_the_pointer_rests(editor: Editor) -> None:
    hover = await editor.hover(editor.open(RIGHT), 0, AT)

    assert hover is not None
    assert hover.range == place(0, AT, AT + len("85 people"))
    assert hover.contents.kind == types.MarkupKind.Markdown
    assert "**85 people**" in hover.contents.value
    assert "Pompeo Tour Prioritises" in hover.contents.value


async def test_hovering_also_tells_how_a_figure_was_read_and_what_decided(editor: Editor) -> None:
    hover = await editor.hover(editor.open(RIGHT.replace("85", "87")), 0, AT)

    assert hover is not None
    assert "*value* 87 · *unit* person" in hover.contents.value
    assert "**amia-bombing-deaths**: contradicted" in hover.contents.value


async def test_hovering_over_an_unknown_figure_tells_what_it_was_held_against(editor: Editor) -> None:
    hover = await editor.hover(editor.open("The mayor opened a bakery with 12 ovens in Oslo.\n"), 0, 33)

    assert hover is not None
    assert "*value* 12 · *unit* oven" in hover.contents.value


async def test_nothing_is_shown_where_no_figure_is(editor: Editor) -> None:
    assert await editor.hover(editor.open(RIGHT), 0, 2) is None


async def test_the_right_value_is_one_keystroke_away(editor: Editor) -> None:
    uri = editor.open(WRONG)
    action = (await editor.actions(uri, 0, AT))["Replace '95 people' with '85 people'"]

    assert action.is_preferred
    assert action.kind == types.CodeActionKind.QuickFix
    assert editor.applied(WRONG, action) == RIGHT


async def test_a_footnote_cites_the_source_at_the_end_of_a_markdown_draft(editor: Editor) -> None:
    actions = await editor.actions(editor.open(RIGHT), 0, AT)
    cited = editor.applied(RIGHT, next(actions[title] for title in actions if title.startswith("Cite in a footnote")))

    assert "killed 85 people[^amia-bombing-deaths].\n\n[^amia-bombing-deaths]: Pompeo Tour Prioritises" in cited


async def test_a_plain_text_is_cited_in_brackets_alone(editor: Editor) -> None:
    actions = await editor.actions(editor.open(RIGHT, "draft.txt", "plaintext"), 0, AT)
    (title,) = actions

    assert "killed 85 people (Pompeo Tour Prioritises" in editor.applied(RIGHT, actions[title])


async def test_a_waiver_asks_for_its_reason(editor: Editor) -> None:
    uri = editor.open(WRONG)
    waive = (await editor.actions(uri, 0, AT))["Ignore this line (then add a reason)"]
    waived = editor.applied(WRONG, waive)

    editor.change(uri, types.TextDocumentContentChangeWholeDocument(waived))

    assert waived == WRONG.replace(".\n", ". <!-- fact-ignore:  -->\n")
    assert "waiver-without-reason" in [found.code for found in await editor.diagnostics(uri)]


async def test_a_waiver_with_a_reason_is_heeded(editor: Editor) -> None:
    assert await editor.diagnostics(editor.open(WRONG.replace(".\n", ". <!-- fact-ignore: they say so -->\n"))) == []


@pytest.mark.parametrize(
    ("level", "severity"),
    [("warning", types.DiagnosticSeverity.Warning), ("note", types.DiagnosticSeverity.Information)],
)
async def test_a_level_of_the_settings_is_that_of_the_diagnostic(
    editor: Editor, level: str, severity: types.DiagnosticSeverity
) -> None:
    (editor.folder / ".factcli.toml").write_text(f"levels = {{other-value = '{level}'}}\n", "utf-8")

    (found,) = await editor.diagnostics(editor.open(WRONG))

    assert found.severity == severity
