"""The language server: requests of an editor -> reviews of its open drafts, in the values of the protocol."""

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
from factcli.lsp.frames import FrameError, Frames, Output
from factcli.lsp.open_draft import Draft, Found
from factcli.lsp.protocol import Protocol, one_line
from factcli.lsp.worker_thread import StaleError, Task, Worker
from factcli.lsp.workspace import ReviewSetup, Workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factcli.drafts.review import PlacedFinding

# Long enough for a word to be typed, short enough to be seen while it is.
_DEBOUNCE_SECONDS = 0.1
_WATCH_SECONDS = 1.0
# A hover that comes later than this is not looked at.
_PATIENCE_SECONDS = 1.0
# An action that adds a fact reads the whole store each time it is offered.
_LARGEST_EDITED_STORE = 2 * 1024 * 1024


class FactServer(LanguageServer):
    """The open drafts of one editor, and the setups that they are held against."""

    protocol: Protocol

    def __init__(self, named_store: str | None = None) -> None:
        """``named_store`` is the path of the store to use for every draft; None looks for one as the commands do."""
        super().__init__("fact", __version__, protocol_cls=Protocol)
        self._worker = Worker("fact-checks")
        self.setups = Workspace(named_store, self.show_error, self._worker.pause)
        self.drafts: dict[str, Draft] = {}
        self.options: dict[str, Any] = {}
        self._timers: dict[str, asyncio.TimerHandle] = {}
        self._is_watching = False
        self._has_ended = False

    async def listen(self, frames: Frames) -> None:
        """Do what the messages ask for, one after another, until the editor says goodbye or is gone."""
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
        """End once the message that asks for it is dealt with."""
        self._has_ended = True

    # -- what the editor has open

    def open(self, item: types.TextDocumentItem) -> None:
        """Take over a text that was opened, and check it."""
        if item.uri in self.drafts:
            self.drafts[item.uri].drop()
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
        """Send the diagnostics of a text, unless the editor asks for them itself."""
        self._cancel(uri)
        draft = self.drafts.get(uri)
        if draft and not self._pulls:
            self.check(draft).future.add_done_callback(partial(self._send, draft, draft.version))

    def _send(self, draft: Draft, version: int, future: asyncio.Future[Found]) -> None:
        """Send what was found in a text, nothing where the check failed, unless it is another one by now."""
        if self.drafts.get(draft.uri) is draft and draft.version == version:
            shown = [] if future.exception() else list(future.result().diagnostics)
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(draft.uri, shown, version))

    def check(self, draft: Draft) -> Task[Found]:
        """The check of a draft, or of a store, as it is now; it is begun if it was not."""
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
        """What is found in a draft as it is now; nothing where that takes longer than ``patience`` (seconds).

        Raises :class:`JsonRpcContentModified` once the draft is another one.
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
        """Look at the files again and again: not every editor watches files for its servers."""
        asyncio.get_running_loop().call_later(_WATCH_SECONDS, self._watch_files)
        self.refresh()

    def refresh(self) -> bool:
        """Check every text again if a store or a configuration has changed; whether one has."""
        has_changed = self.setups.refresh()
        if has_changed:
            if self._pulls:
                self.workspace_diagnostic_refresh(None)
            for uri in self.drafts:
                self.publish(uri)
        return has_changed

    # -- what a part of a draft is about

    def draft_and_setup(self, uri: str) -> tuple[Draft, ReviewSetup] | tuple[None, None]:
        """An open draft with its setup; None for both where it is none, or there is no store."""
        draft = self.drafts.get(uri)
        setup = self.setups.of(draft.folder) if draft and not draft.is_store else None
        return (draft, setup) if draft and setup else (None, None)

    async def findings(
        self, uri: str, place: types.Range, patience: float | None = _PATIENCE_SECONDS
    ) -> list[tuple[Draft, ReviewSetup, PlacedFinding]]:
        """The findings of a draft that a range touches, each with its draft and setup."""
        draft, setup = self.draft_and_setup(uri)
        if draft is None or setup is None:
            return []
        first, last = draft.lines.span(place)
        found = (await self.found(draft, patience)).findings
        return [(draft, setup, one) for one in found if one.start.offset <= last and first <= one.end.offset]

    async def finding(self, uri: str, position: types.Position) -> tuple[Draft, ReviewSetup, PlacedFinding] | None:
        """The finding at a position, with its draft and setup; the shortest where a quote holds others."""
        found = await self.findings(uri, types.Range(position, position))
        return min(found, key=lambda one: one[2].end.offset - one[2].start.offset, default=None)

    @property
    def folder(self) -> str:
        """The folder that the editor has open, else that in which the server was started."""
        path = to_fs_path(self.workspace.root_uri or "")
        return path if path and os.path.isdir(path) else os.getcwd()  # noqa: PTH109, PTH112 - as elsewhere

    def store_text(self, setup: ReviewSetup) -> str:
        """The text of a store as the editor has it, else as it is on the disk; empty for one too large to be edited."""
        opened = next((draft for draft in self.drafts.values() if draft.path == setup.path), None)
        if opened:
            return opened.text
        try:
            path = Path(setup.path)
            return path.read_bytes().decode("utf-8") if path.stat().st_size <= _LARGEST_EDITED_STORE else ""
        except (OSError, UnicodeDecodeError):
            return ""

    # -- what the editor can do

    def show_error(self, trouble: str) -> None:
        """Show the user a line."""
        self.window_show_message(types.ShowMessageParams(types.MessageType.Error, f"fact: {safe_text(trouble)}"))

    def log(self, line: str) -> None:
        """Write a line to the log of the editor, which nobody is bothered with."""
        params = types.LogMessageParams(types.MessageType.Warning, f"fact: {one_line(line)}")
        self.window_log_message(params)

    def report_server_error(self, error: Exception, source: object) -> None:  # noqa: ARG002 - the signature of pygls
        """Log what went wrong within the server; what is wrong with a message was answered."""
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
    """Serve one editor over standard input and output until it says goodbye; whether it did so as it should."""
    # What goes wrong is told to the editor; a traceback on standard error helps nobody who writes.
    logging.getLogger("pygls").setLevel(logging.CRITICAL + 1)
    server = FactServer(named_store)
    for method, answer, options in FEATURES:
        server.feature(method, options)(answer)
    with (
        suppress(BrokenPipeError, KeyboardInterrupt),
        open(os.dup(sys.stdout.fileno()), "wb") as output,  # noqa: PTH123 - an open file has no path
    ):
        server.protocol.set_writer(Output(output, server.stop))
        asyncio.run(server.listen(Frames(sys.stdin.buffer)))
    return server.protocol.has_shut_down
