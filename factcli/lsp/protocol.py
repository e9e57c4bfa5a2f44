"""Messages of an editor, as bytes -> calls of the server; each request has an answer, whatever is wrong with it."""

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
    """pygls without its own copy of the texts, whose lines also end at characters that no editor takes for an end.

    And with an answer to each request: pygls has none where parameters are malformed, nor after ``shutdown``.
    """

    _server: FactServer

    @property
    def has_shut_down(self) -> bool:
        """Whether the editor has said that it will end the server (LSP 3.17, exit)."""
        return self._shutdown

    def take(self, body: bytes) -> None:
        """Do what a message asks for."""
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
        """Answer a request with an error; ``id_`` is None where it is not known which."""
        answer = {"code": error.code, "message": one_line(error.message)}
        # Not as pygls does it: it leaves out an id that is null.
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
        """Why a request is not even looked at; None if it is."""
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
        """Hand a message on as a value of the protocol; one whose parameters are malformed is refused."""
        method = message["method"]
        try:
            structured = self._converter.structure(message, cast("type[Any]", self.get_message_type(method)))
        except Exception as error:  # noqa: BLE001 - cattrs raises what it meets
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
        """Take over a text that was opened."""
        self._server.open(params.text_document)

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        """Take over a change of an open text."""
        self._server.change(params.text_document, params.content_changes)

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        """Forget a text."""
        self._server.close(params.text_document.uri)


def one_line(text: str) -> str:
    """A text for a log: on one line, without what a terminal would obey, and not too long."""
    line = safe_text(" ".join(text.split()))
    return line if len(line) <= _LONGEST_LINE else line[: _LONGEST_LINE - 1] + "…"


def _cause(error: BaseException) -> str:
    """The innermost of nested errors of cattrs: the outer ones say only in which class it was met."""
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return f"{type(error).__name__}: {error}"
