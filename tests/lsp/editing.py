"""An editor for tests: it opens and changes texts, and keeps what the server sends."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from lsprotocol import types
from pytest_lsp import LanguageClient

PATIENCE = 60.0


class Editor:
    """One editor with its server, and a folder that holds a store."""

    def __init__(self, client: LanguageClient, folder: Path) -> None:
        self.client = client
        self.folder = folder
        self.process: asyncio.subprocess.Process = client._server  # noqa: SLF001 - pygls shows it nowhere else
        self.versions: dict[str, int] = {}
        self.published: list[types.PublishDiagnosticsParams] = []

    def uri(self, name: str) -> str:
        return (self.folder / name).as_uri()

    def open(self, text: str, name: str = "draft.md", language: str = "markdown") -> str:
        """Open a text that is not saved yet, and say its address."""
        uri = self.uri(name)
        self.versions[uri] = 1
        item = types.TextDocumentItem(uri, language, 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return uri

    def change(self, uri: str, *changes: types.TextDocumentContentChangeEvent, version: int | None = None) -> None:
        self.versions[uri] += 1
        item = types.VersionedTextDocumentIdentifier(version or self.versions[uri], uri)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(item, list(changes)))

    def type_at(self, uri: str, line: int, column: int, text: str, replacing: int = 0) -> None:
        place = types.Range(types.Position(line, column), types.Position(line, column + replacing))
        self.change(uri, types.TextDocumentContentChangePartial(place, text))

    def save(self, uri: str) -> None:
        """Say that a text was saved, which the test has to do itself."""
        item = types.TextDocumentIdentifier(uri)
        self.client.text_document_did_save(types.DidSaveTextDocumentParams(item))

    def close(self, uri: str) -> None:
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))

    @staticmethod
    def applied(text: str, action: types.CodeAction) -> str:
        """The text after the edits of an action, whose columns are those of an ASCII text."""
        assert action.edit
        assert action.edit.changes
        (edits,) = action.edit.changes.values()
        lines = [*text.splitlines(keepends=True), ""]

        def offset(position: types.Position) -> int:
            return len("".join(lines[: position.line])) + position.character

        for edit in sorted(edits, key=lambda edit: offset(edit.range.start), reverse=True):
            text = text[: offset(edit.range.start)] + edit.new_text + text[offset(edit.range.end) :]
        return text

    async def until(self, is_so: Callable[[], bool]) -> None:
        """Wait until something has arrived from the server."""
        async with asyncio.timeout(PATIENCE):
            while not is_so():  # noqa: ASYNC110 - what arrives is seen in several places
                await asyncio.sleep(0.02)

    async def diagnostics(self, uri: str, version: int | None = None) -> list[types.Diagnostic]:
        """What the server sends for the text as it is now, or as it was in a version."""
        wanted = version or self.versions[uri]
        await self.until(lambda: any(sent.uri == uri and sent.version == wanted for sent in self.published))
        return next(list(sent.diagnostics) for sent in reversed(self.published) if sent.uri == uri)

    @property
    def troubles(self) -> list[str]:
        """The messages of the server to the user."""
        return [message.message for message in self.client.messages]

    async def hover(self, uri: str, line: int, column: int) -> types.Hover | None:
        where = types.TextDocumentIdentifier(uri)
        return await self.client.text_document_hover_async(types.HoverParams(where, types.Position(line, column)))

    async def actions(self, uri: str, line: int, column: int) -> dict[str, types.CodeAction]:
        """The actions at a place by their titles."""
        here = types.Position(line, column)
        found = await self.client.text_document_code_action_async(
            types.CodeActionParams(
                types.TextDocumentIdentifier(uri), types.Range(here, here), types.CodeActionContext([])
            )
        )
        return {action.title: action for action in found or []}


Start = Callable[..., Coroutine[Any, Any, Editor]]
