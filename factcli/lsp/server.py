"""The language server: keeps the open documents, checks them in the background and publishes diagnostics."""

from __future__ import annotations

import asyncio
import logging
import os
import sys
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.exceptions import JsonRpcContentModified, JsonRpcException, JsonRpcInternalError, JsonRpcParseError
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from factcli import __version__
from factcli.errors import FactcliError
from factcli.escaping import safe_text
from factcli.lsp.features import FEATURES
from factcli.lsp.frames import FrameError, Frames, FrameWriter
from factcli.lsp.open_draft import Draft, Found
from factcli.lsp.protocol import Protocol, one_line
from factcli.lsp.worker_thread import StaleError, Task, Worker
from factcli.lsp.workspace import ReviewSetup, Workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factcli.check.explaining.explanation import Explanation
    from factcli.drafts.review import PlacedFinding

# Long enough not to check after every key, short enough to show results while typing.
_DEBOUNCE_SECONDS = 0.1
_WATCH_SECONDS = 1.0
# A later response to a hover is useless.
_PATIENCE_SECONDS = 1.0
# Offering to add a fact parses the whole store each time.
_LARGEST_EDITED_STORE = 2 * 1024 * 1024


class FactServer(LanguageServer):
    """The open documents of one editor, and the setups that they are checked with."""

    protocol: Protocol

    def __init__(self, named_store: str | None = None) -> None:
        """``named_store`` is the path of the store for every draft; None finds one as the commands do."""
        super().__init__("fact", __version__, protocol_cls=Protocol)
        self._worker = Worker("fact-checks")
        self.setups = Workspace(named_store, self.show_error, self._worker.pause)
        self.drafts: dict[str, Draft] = {}
        self.options: dict[str, Any] = {}
        self._timers: dict[str, asyncio.TimerHandle] = {}
        self._is_watching = False
        self._has_ended = False

    async def listen(self, frames: Frames) -> None:
        """Dispatch messages one by one until the editor sends ``exit`` or disconnects."""
        asyncio.get_running_loop().set_exception_handler(self._report)
        reader = Worker("fact-messages")
        while not self._has_ended:
            try:
                body = await reader.submit(frames.next).future
            except FrameError as error:
                self.protocol.refuse(None, JsonRpcParseError(f"Parse Error: {error}"))
                continue
            if body is None:
                return
            self.protocol.take(body)

    def stop(self) -> None:
        """Stop after the current message."""
        self._has_ended = True

    # -- open documents

    def open(self, item: types.TextDocumentItem) -> None:
        """Open a document, and check it."""
        if item.uri in self.drafts:
            self.drafts[item.uri].drop()
        self.drafts[item.uri] = Draft(item, types.PositionEncodingKind(self.workspace.position_encoding).value)
        self._start_watching()
        self.publish(item.uri)

    def change(
        self, item: types.VersionedTextDocumentIdentifier, changes: Sequence[types.TextDocumentContentChangeEvent]
    ) -> None:
        """Change a document, and check it after a pause in typing."""
        draft = self.drafts.get(item.uri)
        if draft and draft.change(item.version, changes):
            self._cancel(item.uri)
            loop = asyncio.get_running_loop()
            self._timers[item.uri] = loop.call_later(_DEBOUNCE_SECONDS, self.publish, item.uri)

    def close(self, uri: str) -> None:
        """Close a document, and clear its diagnostics."""
        self._cancel(uri)
        draft = self.drafts.pop(uri, None)
        if draft:
            draft.drop()
        if draft and not self._pulls:
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    def _cancel(self, uri: str) -> None:
        timer = self._timers.pop(uri, None)
        if timer:
            timer.cancel()

    # -- diagnostics

    def publish(self, uri: str) -> None:
        """Publish the diagnostics of a document, unless the editor pulls them."""
        self._cancel(uri)
        draft = self.drafts.get(uri)
        if draft and not self._pulls:
            self.check(draft).future.add_done_callback(partial(self._send, draft, draft.version))

    def _send(self, draft: Draft, version: int, future: asyncio.Future[Found]) -> None:
        """Publish the result of a check, empty if it failed, unless the document has changed since."""
        if self.drafts.get(draft.uri) is draft and draft.version == version:
            shown = [] if future.exception() else list(future.result().diagnostics)
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(draft.uri, shown, version))

    def check(self, draft: Draft) -> Task[Found]:
        """The check of the current version of a draft or store, started if necessary."""
        setup = None if draft.is_store else self.setups.of(draft.folder)
        return draft.check(setup, self._begin, shows_related=self._shows_related)

    def _begin(self, find: Callable[[], Found]) -> Task[Found]:
        task = self._worker.submit(find)
        task.future.add_done_callback(self._report_failure)
        return task

    def _report_failure(self, future: asyncio.Future[Found]) -> None:
        error = future.exception()
        if isinstance(error, FactcliError):
            self.show_error("; ".join(error.lines()))
        elif error and not isinstance(error, StaleError):
            self.log(f"a check failed: {type(error).__name__}: {error}")

    async def found(self, draft: Draft, patience: float | None = None) -> Found:
        """The findings in the current version of a draft; empty if that takes longer than ``patience`` (seconds).

        Raises :class:`JsonRpcContentModified` if the draft changes meanwhile.
        """
        version = draft.version
        try:
            async with asyncio.timeout(patience):
                found = await asyncio.shield(self.check(draft).future)
        except (TimeoutError, FactcliError):
            found = Found()
        except StaleError as error:
            raise JsonRpcContentModified from error
        if draft.version != version:
            raise JsonRpcContentModified
        return found

    def _start_watching(self) -> None:
        if not self._is_watching:
            self._is_watching = True
            asyncio.get_running_loop().call_later(_WATCH_SECONDS, self._watch_files)

    def _watch_files(self) -> None:
        """Poll the files: not every editor watches files for its servers."""
        asyncio.get_running_loop().call_later(_WATCH_SECONDS, self._watch_files)
        self.refresh()

    def refresh(self) -> bool:
        """Check every document again if a store or configuration has changed; returns whether one has."""
        has_changed = self.setups.refresh()
        if has_changed:
            if self._pulls:
                self.workspace_diagnostic_refresh(None)
            for uri in self.drafts:
                self.publish(uri)
        return has_changed

    # -- findings at a position

    def draft_and_setup(self, uri: str) -> tuple[Draft, ReviewSetup] | tuple[None, None]:
        """An open draft with its setup; None for both if it is not open, is a store, or has no store."""
        draft = self.drafts.get(uri)
        setup = self.setups.of(draft.folder) if draft and not draft.is_store else None
        return (draft, setup) if draft and setup else (None, None)

    async def findings(
        self, uri: str, place: types.Range, patience: float | None = _PATIENCE_SECONDS
    ) -> list[tuple[Draft, ReviewSetup, PlacedFinding]]:
        """The findings of a draft that overlap a range, each with its draft and setup."""
        draft, setup = self.draft_and_setup(uri)
        if draft is None or setup is None:
            return []
        first, last = draft.lines.span(place)
        found = (await self.found(draft, patience)).findings
        return [(draft, setup, one) for one in found if one.start.offset <= last and first <= one.end.offset]

    async def finding(self, uri: str, position: types.Position) -> tuple[Draft, ReviewSetup, PlacedFinding] | None:
        """The finding at a position, with its draft and setup; the shortest if a quote contains others."""
        found = await self.findings(uri, types.Range(position, position))
        return min(found, key=lambda one: one[2].end.offset - one[2].start.offset, default=None)

    async def explanation(self, draft: Draft, setup: ReviewSetup, finding: PlacedFinding) -> Explanation | None:
        """How the verdict on a finding came about; None if that takes too long or fails."""
        try:
            async with asyncio.timeout(_PATIENCE_SECONDS):
                return await draft.explain(setup, finding, self._worker.submit).future
        except (TimeoutError, FactcliError, StaleError):
            return None

    @property
    def folder(self) -> str:
        """The root folder of the editor, else the working directory of the server."""
        path = to_fs_path(self.workspace.root_uri or "")
        return path if path and os.path.isdir(path) else os.getcwd()  # noqa: PTH109, PTH112 - as elsewhere

    def store_text(self, setup: ReviewSetup) -> str:
        """The text of a store in the editor, else on the disk; empty if it is too large or cannot be read."""
        opened = next((draft for draft in self.drafts.values() if draft.path == setup.path), None)
        if opened:
            return opened.text
        try:
            path = Path(setup.path)
            return path.read_bytes().decode("utf-8") if path.stat().st_size <= _LARGEST_EDITED_STORE else ""
        except (OSError, UnicodeDecodeError):
            return ""

    # -- the editor

    def show_error(self, trouble: str) -> None:
        """Show the user an error message."""
        self.window_show_message(types.ShowMessageParams(types.MessageType.Error, f"fact: {safe_text(trouble)}"))

    def log(self, line: str) -> None:
        """Write a line to the editor's log, without a notification."""
        params = types.LogMessageParams(types.MessageType.Warning, f"fact: {one_line(line)}")
        self.window_log_message(params)

    def report_server_error(self, error: Exception, source: object) -> None:  # noqa: ARG002 - the signature of pygls
        """Log internal errors; errors in a message were sent as the response."""
        if isinstance(error, JsonRpcInternalError) or not isinstance(error, JsonRpcException):
            self.log(f"{type(error).__name__}: {error}")

    def _report(self, _loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        self.log(str(context.get("exception") or context["message"]))

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


def serve(named_store: str | None = None) -> bool:
    """Serve one editor over standard input and output; returns whether it shut the server down properly."""
    # Errors go to the editor's log; a traceback on standard error helps no writer.
    logging.getLogger("pygls").setLevel(logging.CRITICAL + 1)
    server = FactServer(named_store)
    for method, answer, options in FEATURES:
        server.feature(method, options)(answer)
    with (
        suppress(BrokenPipeError, KeyboardInterrupt),
        open(os.dup(sys.stdout.fileno()), "wb") as output,  # noqa: PTH123 - an open file has no path
    ):
        server.protocol.set_writer(FrameWriter(output, server.stop))
        asyncio.run(server.listen(Frames(sys.stdin.buffer)))
    return server.protocol.has_shut_down
