"""Decode JSON-RPC messages and dispatch them; every request gets a response, even if it is malformed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, cast

from lsprotocol import types
from pygls.exceptions import (
    JsonRpcException,
    JsonRpcInvalidParams,
    JsonRpcInvalidRequest,
    JsonRpcMethodNotFound,
    JsonRpcParseError,
    JsonRpcServerNotInitialized,
)
from pygls.protocol import LanguageServerProtocol
from pygls.protocol.language_server import lsp_method

from factcli.escaping import safe_text

if TYPE_CHECKING:
    from factcli.lsp.server import FactServer

_LONGEST_LINE = 300
_VERSION = "2.0"


class Protocol(LanguageServerProtocol):
    """The protocol of pygls, without its own document store and with a response to every request.

    The store of pygls splits lines at characters that are not line ends in LSP.  And pygls does not respond to
    malformed parameters, nor after ``shutdown``.
    """

    _server: FactServer

    @property
    def has_shut_down(self) -> bool:
        """Whether the editor has sent ``shutdown`` (LSP 3.17, exit)."""
        return self._shutdown

    def take(self, body: bytes) -> None:
        """Decode and dispatch a message."""
        try:
            message = json.loads(body)
        except (ValueError, RecursionError):
            self.refuse(None, JsonRpcParseError())
            return
        if not isinstance(message, dict) or message.get("jsonrpc") != _VERSION:
            self.refuse(None, JsonRpcInvalidRequest())
        elif "method" not in message and ("result" in message or "error" in message):
            self._take_response(message)
        elif "id" in message:
            self._take_request(message)
        else:
            self._take_notification(message)

    def refuse(self, id_: int | str | None, error: JsonRpcException) -> None:
        """Respond with an error; ``id_`` is None if the id of the request is unknown."""
        answer = {"code": error.code, "message": one_line(error.message)}
        # Not through pygls, which omits an id of null.
        self._send_data({"jsonrpc": _VERSION, "id": id_, "error": answer})

    def _take_request(self, message: dict[str, Any]) -> None:
        id_, method = message["id"], message.get("method")
        if not isinstance(id_, int | str) or isinstance(id_, bool):
            self.refuse(None, JsonRpcInvalidRequest("Invalid Request: an id is a number or a text"))
        elif error := self._refusal(method):
            self.refuse(id_, error)
        else:
            self._structured(message)

    def _refusal(self, method: object) -> JsonRpcException | None:
        """The error for a request that cannot be dispatched; None if it can."""
        if not isinstance(method, str):
            return JsonRpcInvalidRequest()
        if self._shutdown:
            return JsonRpcInvalidRequest("Invalid Request: the server is shutting down")
        if self._workspace is None and method != types.INITIALIZE:
            return JsonRpcServerNotInitialized()
        if self._workspace is not None and method == types.INITIALIZE:
            return JsonRpcInvalidRequest("Invalid Request: the server is initialized already")
        kind = self.get_message_type(method)
        if kind is None or not self._knows(method):
            return cast("JsonRpcException", JsonRpcMethodNotFound.of(method))
        return None if "id" in kind.__annotations__ else JsonRpcInvalidRequest(f"{method} is a notification")

    def _take_notification(self, message: dict[str, Any]) -> None:
        method = message.get("method")
        if not isinstance(method, str):
            self.refuse(None, JsonRpcInvalidRequest())
            return
        is_due = self._workspace is not None and not self._shutdown
        is_known = method == types.CANCEL_REQUEST or self._knows(method)
        if method == types.EXIT or (is_due and is_known):
            self._structured(message)

    def _structured(self, message: dict[str, Any]) -> None:
        """Convert a message to its protocol type and dispatch it; malformed parameters are an error."""
        method = message["method"]
        try:
            structured = self._converter.structure(message, cast("type[Any]", self.get_message_type(method)))
        except Exception as error:  # noqa: BLE001 - cattrs raises many types
            if "id" in message:
                self.refuse(message["id"], JsonRpcInvalidParams(f"Invalid Params: {_cause(error)}"))
            self._server.log(f"{method}: malformed parameters: {_cause(error)}")
        else:
            self.handle_message(structured)

    def _take_response(self, message: dict[str, Any]) -> None:
        try:
            self.handle_message(self.structure_message(message))
        except Exception as error:  # noqa: BLE001 - as above
            self._server.log(f"malformed response: {_cause(error)}")

    def _knows(self, method: str) -> bool:
        return method in self.fm.builtin_features or method in self.fm.features

    def _send_response(
        self, msg_id: int | str, result: object = None, error: types.ResponseError | None = None
    ) -> None:
        if error is None:
            super()._send_response(msg_id, result)
        else:
            self.refuse(msg_id, JsonRpcException(error.message, error.code))

    @lsp_method(types.EXIT)
    def lsp_exit(self, *_params: object) -> None:  # type: ignore[override]
        """End the server."""
        self._server.stop()

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        """Open a document."""
        self._server.open(params.text_document)

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        """Change an open document."""
        self._server.change(params.text_document, params.content_changes)

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        """Close a document."""
        self._server.close(params.text_document.uri)


def one_line(text: str) -> str:
    """Text for a log: on one line, without control characters, shortened to the limit."""
    line = safe_text(" ".join(text.split()))
    return line if len(line) <= _LONGEST_LINE else line[: _LONGEST_LINE - 1] + "…"


def _cause(error: BaseException) -> str:
    """The innermost of nested cattrs errors; the outer ones only name the class."""
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return f"{type(error).__name__}: {error}"
