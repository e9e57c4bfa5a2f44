"""Each request has an answer, and each kind of wrong request its code (LSP 3.17, error codes)."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from test_any_messages import Session
from wire import GOODBYE, HELLO, answers, frame, messages, serve

INVALID_REQUEST, METHOD_NOT_FOUND, INVALID_PARAMS, NOT_INITIALIZED = -32600, -32601, -32602, -32002
HOVER = {"textDocument": {"uri": "file:///nowhere/draft.md"}, "position": {"line": 0, "character": 0}}
OPEN = {"uri": "file:///nowhere/draft.md", "languageId": "markdown", "version": 1, "text": "Nothing."}
QUESTION = frame(id=2, method="workspace/symbol", params={"query": "amia"})


def code_of(printed: bytes, number: object) -> object:
    (code,) = [code for id_, code in answers(printed) if id_ == number]
    return code


MALFORMED: tuple[tuple[str, object], ...] = (
    ("textDocument/hover", {}),
    ("textDocument/hover", []),
    ("textDocument/hover", "text"),
    ("textDocument/hover", None),
    ("textDocument/hover", {**HOVER, "position": {"line": "first", "character": 0}}),
    ("textDocument/hover", {**HOVER, "position": {"line": -1, "character": 0}}),
    ("textDocument/completion", {"textDocument": HOVER["textDocument"]}),
    ("textDocument/codeAction", HOVER),
    ("textDocument/diagnostic", {"textDocument": None}),
    ("textDocument/inlayHint", HOVER),
    ("workspace/symbol", {}),
    ("documentLink/resolve", {"range": 5}),
    ("workspace/executeCommand", {"command": "no-such"}),
)
NOTIFICATIONS: tuple[tuple[str, object], ...] = (
    ("textDocument/didOpen", {}),
    ("textDocument/didChange", {"textDocument": OPEN}),
    ("textDocument/didClose", []),
    ("textDocument/didSave", 5),
    ("$/cancelRequest", {}),
    ("$/setTrace", {"value": 5}),
)
ASKED = ("textDocument/hover", "workspace/symbol", "shutdown", "no/such")
UNKNOWN = ("no/such", "$/no-such", "", "textDocument/rename", "window/showMessage")
QUERIES = (
    "amia", "", "rank:normal amia", '"', "NEAR(", "a\0b", "\ud83d", "x:y", "(" * 500, "word " * 10_000, "* -"
)  # fmt: skip


def test_a_request_with_malformed_parameters_has_an_error_for_an_answer(shipped_store: Path) -> None:
    asked = [frame(id=100 + at, method=method, params=params) for at, (method, params) in enumerate(MALFORMED)]
    without = frame(id=99, method="textDocument/hover")

    ended = serve(shipped_store, HELLO + b"".join(asked) + without + QUESTION + GOODBYE)
    refused = [(99, INVALID_PARAMS), *((100 + at, INVALID_PARAMS) for at in range(len(MALFORMED)))]

    assert (ended.returncode, ended.stderr) == (0, b"")
    assert set(answers(ended.stdout)) == {(1, "ok"), (2, "ok"), (3, "ok"), *refused}


def test_a_notification_with_malformed_parameters_is_logged_in_a_line(shipped_store: Path) -> None:
    sent = b"".join(frame(method=method, params=params) for method, params in NOTIFICATIONS)

    ended = serve(shipped_store, HELLO + sent + QUESTION + GOODBYE)
    logged = [sent["params"]["message"] for sent in messages(ended.stdout) if sent.get("method") == "window/logMessage"]

    assert (ended.returncode, ended.stderr, code_of(ended.stdout, 2)) == (0, b"", "ok")
    assert [line.partition(": malformed parameters: ")[0] for line in logged] == [
        f"fact: {method}" for method, _ in NOTIFICATIONS
    ]
    assert "\n" not in "".join(logged)


def test_an_unknown_method_is_said_to_be_unknown(shipped_store: Path) -> None:
    asked = b"".join(frame(id=100 + at, method=method, params={}) for at, method in enumerate(UNKNOWN))
    sent = b"".join(frame(method=method) for method in UNKNOWN)

    ended = serve(shipped_store, HELLO + asked + sent + GOODBYE)

    assert (ended.returncode, ended.stderr) == (0, b"")
    assert answers(ended.stdout)[1:-1] == [(100 + at, METHOD_NOT_FOUND) for at in range(len(UNKNOWN))]


def test_a_search_for_symbols_is_answered_whatever_is_typed(shipped_store: Path) -> None:
    asked = [frame(id=100 + at, method="workspace/symbol", params={"query": text}) for at, text in enumerate(QUERIES)]

    ended = serve(shipped_store, HELLO + b"".join(asked) + QUESTION + GOODBYE)

    assert (ended.returncode, ended.stderr, code_of(ended.stdout, 2)) == (0, b"", "ok")
    assert [id_ for id_, _ in answers(ended.stdout)] == [1, *range(100, 100 + len(QUERIES)), 2, 3]


def test_a_notification_with_an_id_is_not_taken_for_a_request(shipped_store: Path) -> None:
    ended = serve(shipped_store, HELLO + frame(id=9, method="textDocument/didOpen", params={}) + GOODBYE)

    assert code_of(ended.stdout, 9) == INVALID_REQUEST


def test_a_request_before_the_first_is_refused(shipped_store: Path) -> None:
    early = [frame(id=at, method=method, params=HOVER) for at, method in enumerate(ASKED, 100)]

    ended = serve(shipped_store, b"".join(early) + HELLO + QUESTION + GOODBYE)

    assert answers(ended.stdout) == [
        *((at, NOT_INITIALIZED) for at, _ in enumerate(ASKED, 100)),
        *((at, "ok") for at in (1, 2, 3)),
    ]


def test_a_notification_before_the_first_request_is_dropped(shipped_store: Path) -> None:
    ended = serve(shipped_store, frame(method="textDocument/didOpen", params={"textDocument": OPEN}) + HELLO + GOODBYE)

    assert [sent["id"] for sent in messages(ended.stdout)] == [1, 3]


def test_a_server_is_initialized_once(shipped_store: Path) -> None:
    again = frame(id=9, method="initialize", params={"processId": None, "capabilities": {}})

    assert code_of(serve(shipped_store, HELLO + again + GOODBYE).stdout, 9) == INVALID_REQUEST


def test_malformed_parameters_of_the_first_request_can_be_put_right(shipped_store: Path) -> None:
    ended = serve(shipped_store, frame(id=9, method="initialize", params={"capabilities": 5}) + HELLO + GOODBYE)

    assert (code_of(ended.stdout, 9), code_of(ended.stdout, 1)) == (INVALID_PARAMS, "ok")


def test_a_request_after_shutdown_is_refused(shipped_store: Path) -> None:
    late = [frame(id=at, method=method, params=HOVER) for at, method in enumerate((*ASKED, "initialize"), 100)]

    ended = serve(shipped_store, HELLO + frame(id=3, method="shutdown") + b"".join(late) + frame(method="exit"))

    assert (ended.returncode, ended.stderr) == (0, b"")
    assert answers(ended.stdout)[2:] == [(at, INVALID_REQUEST) for at in range(100, 101 + len(ASKED))]


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (frame(method="exit"), 1),
        (HELLO + frame(method="exit"), 1),
        (HELLO + frame(method="exit", params={}), 1),
        (HELLO + frame(id=3, method="shutdown", params={}) + frame(method="exit", params=[]), 0),
        (HELLO + frame(id=3, method="shutdown", params=None) + frame(method="exit", params=None), 0),
        (HELLO + frame(id=3, method="shutdown"), 0),
    ],
)
def test_the_status_says_whether_the_end_was_announced(shipped_store: Path, sent: bytes, status: int) -> None:
    ended = serve(shipped_store, sent)

    assert (ended.returncode, ended.stderr) == (status, b"")


def test_an_answer_to_nothing_that_was_asked_is_dropped(shipped_store: Path) -> None:
    stray = frame(id=99, result=None) + frame(id=None, error=5) + frame(result={}) + frame(id=[], result=1)

    ended = serve(shipped_store, HELLO + stray + QUESTION + GOODBYE)

    assert [id_ for id_, _ in answers(ended.stdout)] == [1, 2, 3]


def broken(_params: types.FoldingRangeParams) -> None:
    """A feature as it should not be."""
    raise KeyError("two\nlines \x1b[31m")


async def broken_later(_params: types.FoldingRangeParams) -> None:
    """The same of a feature that waits for something."""
    await asyncio.sleep(0)
    broken(_params)


@pytest.mark.parametrize("feature", [broken, broken_later])
def test_what_goes_wrong_within_is_an_error_and_one_line_of_the_log(shipped_store: Path, feature: object) -> None:
    async def sent() -> list[dict[str, Any]]:
        session = Session(shipped_store, {types.TEXT_DOCUMENT_FOLDING_RANGE: feature})
        asked = {"jsonrpc": "2.0", "id": 9, "method": types.TEXT_DOCUMENT_FOLDING_RANGE, "params": HOVER}
        assert not await session.unanswered([asked])
        return session.sent

    messages = asyncio.run(sent())
    (error,) = [message["error"] for message in messages if "error" in message]
    (logged,) = [message["params"] for message in messages if "method" in message]

    assert error == {"code": -32603, "message": "KeyError: 'two\\nlines \\x1b[31m'"}
    assert "KeyError" in logged["message"]
    assert "\n" not in logged["message"]
