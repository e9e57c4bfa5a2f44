"""The language server: requests of an editor -> reviews of its open drafts, in the values of the protocol."""

from __future__ import annotations

import asyncio
import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol
from pygls.protocol.language_server import lsp_method
from pygls.uris import to_fs_path

from factcli import __version__
from factcli.errors import FactcliError, StoreError
from factcli.lsp.diagnostics import defects_of, diagnostics_of, problems_of
from factcli.lsp.drafts import Draft
from factcli.lsp.features import FEATURES
from factcli.lsp.shelves import Shelf, Shelves
from factcli.lsp.stream import BoundedInput
from factcli.places import STORE_NAME
from factcli.safetext import safe_text
from factcli.validate import validate_store

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import BinaryIO

    from factcli.drafts.review import PlacedFinding

# Long enough for a word to be typed, short enough to be seen while it is.
_DEBOUNCE_SECONDS = 0.1
_WATCH_SECONDS = 1.0
# An action that adds a fact reads the whole store each time it is offered.
_LARGEST_EDITED_STORE = 2 * 1024 * 1024


class _Protocol(LanguageServerProtocol):
    """pygls without its own copy of the texts, whose lines also end at characters that no editor takes for an end."""

    _server: FactServer

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        self._server.open(params.text_document)

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        self._server.change(params.text_document, params.content_changes)

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        self._server.close(params.text_document.uri)


class FactServer(LanguageServer):
    """The open drafts of one editor, and the shelves that they are held against."""

    def __init__(self, named_store: str | None = None) -> None:
        """``named_store`` is the path of the store to use for every draft; None looks for one as the commands do."""
        super().__init__("fact", __version__, protocol_cls=_Protocol)
        self.shelves = Shelves(named_store, self.tell)
        self.drafts: dict[str, Draft] = {}
        self.options: dict[str, Any] = {}
        self._timers: dict[str, asyncio.TimerHandle] = {}
        self._is_watching = False

    # -- what the editor has open

    def open(self, item: types.TextDocumentItem) -> None:
        """Take over a text that was opened, and check it."""
        self.drafts[item.uri] = Draft(item, types.PositionEncodingKind(self.workspace.position_encoding).value)
        self._start_watching()
        self.publish(item.uri)

    def change(
        self, item: types.VersionedTextDocumentIdentifier, changes: Sequence[types.TextDocumentContentChangeEvent]
    ) -> None:
        """Take over a change, and check once nothing was typed for a moment."""
        draft = self.drafts.get(item.uri)
        if draft and draft.change(item.version, changes):
            self._cancel(item.uri)
            loop = asyncio.get_running_loop()
            self._timers[item.uri] = loop.call_later(_DEBOUNCE_SECONDS, self.publish, item.uri)

    def close(self, uri: str) -> None:
        """Forget a text, and what was said of it."""
        self._cancel(uri)
        if self.drafts.pop(uri, None) and not self._pulls:
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    def _cancel(self, uri: str) -> None:
        timer = self._timers.pop(uri, None)
        if timer:
            timer.cancel()

    # -- diagnostics

    def publish(self, uri: str) -> None:
        """Send the diagnostics of a text, unless the editor asks for them itself."""
        self._cancel(uri)
        draft = self.drafts.get(uri)
        if draft and not self._pulls:
            found = self.diagnostics(draft)
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found, draft.version))

    def diagnostics(self, draft: Draft) -> list[types.Diagnostic]:
        """What is wrong with a draft, or with a store."""
        if draft.is_store:
            return _store_diagnostics(draft)
        shelf = self.shelves.of(draft.folder)
        findings = self.reviewed(draft, shelf)
        locate = shelf.places.location if shelf and self._shows_related else None
        return list(diagnostics_of(findings, draft.lines, locate))

    def reviewed(self, draft: Draft, shelf: Shelf | None) -> tuple[PlacedFinding, ...]:
        """All that was found in a draft; nothing, once that was told, where the facts cannot be read."""
        try:
            return tuple(draft.review(shelf).findings) if shelf else ()
        except FactcliError as error:
            self.tell("; ".join(error.lines()))
            return ()

    def _start_watching(self) -> None:
        if not self._is_watching:
            self._is_watching = True
            loop = asyncio.get_running_loop()
            loop.set_exception_handler(lambda _, context: self.tell(str(context.get("exception", context["message"]))))
            loop.call_later(_WATCH_SECONDS, self._watch_files)

    def _watch_files(self) -> None:
        """Look at the files again and again: not every editor watches files for its servers."""
        asyncio.get_running_loop().call_later(_WATCH_SECONDS, self._watch_files)
        self.refresh()

    def refresh(self) -> bool:
        """Check every text again if a store or a configuration has changed; whether one has."""
        has_changed = self.shelves.refresh()
        if has_changed:
            if self._pulls:
                self.workspace_diagnostic_refresh(None)
            for uri in self.drafts:
                self.publish(uri)
        return has_changed

    # -- what a part of a draft is about

    def draft_and_shelf(self, uri: str) -> tuple[Draft, Shelf] | tuple[None, None]:
        """An open draft with its shelf; None for both where it is none, or there is no store."""
        draft = self.drafts.get(uri)
        shelf = self.shelves.of(draft.folder) if draft and not draft.is_store else None
        return (draft, shelf) if draft and shelf else (None, None)

    def findings(self, uri: str, place: types.Range) -> list[tuple[Draft, Shelf, PlacedFinding]]:
        """The findings of a draft that a range touches, each with its draft and shelf."""
        draft, shelf = self.draft_and_shelf(uri)
        if draft is None or shelf is None:
            return []
        first, last = draft.lines.span(place)
        found = self.reviewed(draft, shelf)
        return [(draft, shelf, one) for one in found if one.start.offset <= last and first <= one.end.offset]

    def finding(self, uri: str, position: types.Position) -> tuple[Draft, Shelf, PlacedFinding] | None:
        """The finding at a position, with its draft and shelf; the shortest where a quote holds others."""
        found = self.findings(uri, types.Range(position, position))
        return min(found, key=lambda one: one[2].end.offset - one[2].start.offset, default=None)

    @property
    def folder(self) -> str:
        """The folder that the editor has open, else that in which the server was started."""
        path = to_fs_path(self.workspace.root_uri or "")
        return path if path and os.path.isdir(path) else os.getcwd()  # noqa: PTH109, PTH112 - as elsewhere

    def store_text(self, shelf: Shelf) -> str:
        """The text of a store as the editor has it, else as it is on the disk; empty for one too large to be edited."""
        opened = next((draft for draft in self.drafts.values() if draft.path == shelf.path), None)
        if opened:
            return opened.text
        try:
            path = Path(shelf.path)
            return path.read_bytes().decode("utf-8") if path.stat().st_size <= _LARGEST_EDITED_STORE else ""
        except (OSError, UnicodeDecodeError):
            return ""

    # -- what the editor can do

    def tell(self, trouble: str) -> None:
        """Show the user a line."""
        self.window_show_message(types.ShowMessageParams(types.MessageType.Error, f"fact: {safe_text(trouble)}"))

    @property
    def _pulls(self) -> bool:
        about = self.client_capabilities.text_document
        return about is not None and about.diagnostic is not None

    @property
    def _shows_related(self) -> bool:
        about = self.client_capabilities.text_document
        published = about.publish_diagnostics if about else None
        pulled = about.diagnostic if about else None
        return bool((published and published.related_information) or (pulled and pulled.related_information))


def _store_diagnostics(draft: Draft) -> list[types.Diagnostic]:
    try:
        validation = validate_store(draft.text.encode("utf-8", "surrogatepass"), Path(draft.path or STORE_NAME))
    except StoreError as error:
        return list(defects_of(error, draft.lines))
    return list(problems_of(validation.problems, draft.lines))


def serve(named_store: str | None = None) -> bool:
    """Serve one editor over standard input and output until it says goodbye; whether it did so as it should."""
    # What goes wrong is told to the editor; a traceback on standard error helps nobody who writes.
    logging.getLogger("pygls").setLevel(logging.CRITICAL + 1)
    server = FactServer(named_store)
    for method, answer, options in FEATURES:
        server.feature(method, options)(answer)
    # pygls closes what it writes to.
    with open(os.dup(sys.stdout.fileno()), "wb") as output:  # noqa: PTH123 - an open file has no path
        server.start_io(cast("BinaryIO", BoundedInput(sys.stdin.buffer)), output)
    return server.protocol._shutdown  # noqa: SLF001 - what the exit status depends on (LSP 3.17, exit)
