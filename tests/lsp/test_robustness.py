"""What an editor should not do, and what a server must live through."""

from __future__ import annotations

import asyncio

import pytest
from editing import PATIENCE, Editor
from lsprotocol import types

WRONG = "The bombing of the Amia centre in Buenos Aires killed 95 people.\n"
AT = WRONG.index("95")

pytestmark = pytest.mark.asyncio


def raw(editor: Editor, *messages: bytes) -> None:
    """Send bytes as messages, whatever they are."""
    assert editor.process.stdin is not None
    for message in messages:
        editor.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(message), message))


MALFORMED = [
    b"{",
    b"[]",
    b"null",
    b'"text"',
    b"\xff\xfe",
    b'{"jsonrpc": "2.0"}',
    b'{"jsonrpc": "1.0", "method": "x"}',
    b'{"jsonrpc": "2.0", "id": 7, "method": "no/such"}',
    b'{"jsonrpc": "2.0", "id": 7, "method": "textDocument/hover", "params": []}',
    b'{"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {}}',
    b'{"jsonrpc": "2.0", "method": "textDocument/didClose", "params": {"textDocument": {"uri": "file:///none"}}}',
    b'{"jsonrpc": "2.0", "id": 99, "result": null}',
    b"[" * 50_000,
]


async def test_a_malformed_message_leaves_the_server_at_work(editor: Editor) -> None:
    for number, message in enumerate(MALFORMED):
        raw(editor, message)

        assert len(await editor.diagnostics(editor.open(WRONG, f"draft-{number}.md"))) == 1, message
        assert editor.process.returncode is None


async def test_a_state_older_than_the_one_that_is_known_is_not_taken_over(editor: Editor) -> None:
    uri = editor.open(WRONG)
    await editor.diagnostics(uri)
    editor.change(uri, types.TextDocumentContentChangeWholeDocument("Nothing.\n"), version=5)
    editor.change(uri, types.TextDocumentContentChangeWholeDocument(WRONG), version=4)

    assert await editor.diagnostics(uri, version=5) == []


async def test_a_state_is_taken_over_once(editor: Editor) -> None:
    uri = editor.open(WRONG)
    editor.change(uri, types.TextDocumentContentChangeWholeDocument("Nothing.\n"), version=2)
    editor.change(uri, types.TextDocumentContentChangeWholeDocument(WRONG), version=2)

    assert await editor.diagnostics(uri, version=2) == []


async def test_a_text_that_is_not_open_is_not_changed(editor: Editor) -> None:
    uri = editor.uri("other.md")
    editor.versions[uri] = 1
    editor.change(uri, types.TextDocumentContentChangeWholeDocument(WRONG))

    assert await editor.hover(uri, 0, AT) is None
    assert len(await editor.diagnostics(editor.open(WRONG))) == 1
    assert [sent.uri for sent in editor.published] == [editor.uri("draft.md")]


async def test_a_text_may_be_closed_twice_and_opened_again(editor: Editor) -> None:
    uri = editor.open(WRONG)
    await editor.diagnostics(uri)
    editor.close(uri)
    editor.close(uri)
    editor.published.clear()
    editor.open(WRONG)

    assert len(await editor.diagnostics(uri)) == 1
    assert [sent.version for sent in editor.published] == [None, 1]


async def test_a_text_that_is_opened_twice_is_what_it_was_last(editor: Editor) -> None:
    uri = editor.open(WRONG)
    await editor.diagnostics(uri)
    editor.published.clear()
    editor.open("Nothing.\n")

    assert await editor.diagnostics(uri) == []


async def test_a_change_that_runs_backwards_is_made_forwards(editor: Editor) -> None:
    uri = editor.open(WRONG)
    place = types.Range(types.Position(0, AT + 1), types.Position(0, AT))
    editor.change(uri, types.TextDocumentContentChangePartial(place, "8"))

    assert await editor.diagnostics(uri) == []


async def test_a_burst_of_changes_is_checked_once_it_is_over(editor: Editor) -> None:
    uri = editor.open(WRONG)
    await editor.diagnostics(uri)
    for _ in range(1000):
        editor.type_at(uri, 0, 0, "x")
    (found,) = await editor.diagnostics(uri)

    assert found.range.start.character == AT + 1000
    assert len(editor.published) < 20


async def test_a_change_beyond_the_text_is_made_at_its_end(editor: Editor) -> None:
    uri = editor.open("Nothing.\n")
    editor.type_at(uri, 900, 900, WRONG)

    assert [found.range.start.line for found in await editor.diagnostics(uri)] == [1]


async def test_a_separator_that_is_not_a_line_end_to_editors_moves_nothing(editor: Editor) -> None:
    uri = editor.open("One\u2028two\x0bthree\x85four.\n" + WRONG)

    assert [found.range.start.line for found in await editor.diagnostics(uri)] == [1]


async def test_a_lone_surrogate_is_no_obstacle(editor: Editor) -> None:
    raw(editor, b'{"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {"textDocument": {"uri": "%s", '
        b'"languageId": "markdown", "version": 1, "text": "\\ud83d %s"}}}'
        % (editor.uri("draft.md").encode(), WRONG.strip().encode()))  # fmt: skip
    editor.versions[editor.uri("draft.md")] = 1

    assert len(await editor.diagnostics(editor.uri("draft.md"))) == 1


async def test_a_server_that_was_asked_to_stop_ends_well(editor: Editor) -> None:
    async with asyncio.timeout(PATIENCE):
        await editor.client.shutdown_session()

    assert editor.process.returncode == 0
