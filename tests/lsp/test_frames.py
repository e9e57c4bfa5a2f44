"""The stream below the messages: a frame that is broken is passed over where its end can be told, and never a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest
from running import FACT
from wire import GOODBYE, HELLO, answers, frame, framed, messages, serve

BODY = b'{"jsonrpc": "2.0", "method": "no/such"}'
QUESTION = frame(id=2, method="workspace/symbol", params={"query": "amia"})
PARSE_ERROR, INVALID_REQUEST = -32700, -32600
ALL_ANSWERED = {(1, "ok"), (2, "ok"), (3, "ok")}


# What is sent, and how many errors are answered.
BROKEN = [
    (b"\r\n\r\n\r\n", 0),
    (b"Content-Length: 0\r\n\r\n", 1),
    (b"Content-Length: -5\r\n\r\n", 1),
    (b"Content-Length: abc\r\n\r\n", 1),
    (b"Content-Length: abc\r\n\r\n" + BODY, 1),
    (b"Content-Length: 5.0\r\n\r\n" + BODY, 1),
    (b"Content-Length: \xd9\xa5\r\n\r\n" + BODY, 1),
    (b"Content-Length:\r\n\r\n" + BODY, 1),
    (b"Content-Length: " + b"9" * 5000 + b"\r\n", 1),
    (b"Content-Length: 1000000000000\r\n\r\n" + BODY, 1),
    (b"Content-Length: 1" + b"0" * 30 + b"\r\n\r\n" + BODY, 1),
    (b"Content-Length: 39\r\nContent-Length: 40\r\n\r\n" + BODY, 1),
    (b"Content-Length: 39\r\n" + BODY, 1),
    (b"Content-Length: 39" + BODY, 1),
    (b"Content-Length: 39\r\n\r\n\r\n" + BODY, 2),
    (b"No-Length: 5\r\n\r\n" + BODY + b"\r\n", 1),
    (BODY, 1),
    (BODY * 100, 1),
    (b"Content-Length: 10\r\n\r\n" + BODY + b"\r\n", 2),
    (bytes(range(256)) * 400 + b"\r\n", 1),
]


def test_whatever_is_no_frame_is_passed_over_by_one_server(shipped_store: Path) -> None:
    questions = [
        frame(id=10 + number, method="workspace/symbol", params={"query": "amia"}) for number in range(len(BROKEN))
    ]
    sent = b"".join(broken + question for (broken, _), question in zip(BROKEN, questions, strict=True))

    ended = serve(shipped_store, HELLO + sent + GOODBYE)

    answered: list[tuple[object, object]] = [(1, "ok")]
    for number, (_, errors) in enumerate(BROKEN, start=10):
        answered += [*[(None, PARSE_ERROR)] * errors, (number, "ok")]
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert answers(ended.stdout) == [*answered, (3, "ok")]


@pytest.mark.slow
@pytest.mark.parametrize(("broken", "errors"), BROKEN)
def test_what_is_no_frame_is_passed_over(shipped_store: Path, broken: bytes, errors: int) -> None:
    ended = serve(shipped_store, HELLO + broken + QUESTION + GOODBYE)
    found = answers(ended.stdout)

    assert (ended.returncode, ended.stderr) == (0, b"")
    assert set(found) - {(None, PARSE_ERROR)} == ALL_ANSWERED
    assert found.count((None, PARSE_ERROR)) == errors


HEADERS = (
    b"content-length: %d\r\n\r\n",
    b"CONTENT-LENGTH:%d\r\n\r\n",
    b"Content-Length: %d\n\n",
    b"Content-Length: 0%d\r\n\r\n",
    b"Content-Length: %d  \r\n\r\n",
    b"Content-Length: %d\r\nContent-Length: %d\r\n\r\n",
    b"Content-Length: %d\r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n",
    b"Content-Type: text/x\r\nX-Other: 5\r\nContent-Length: %d\r\n\r\n",
    b"X-Content-Length: 5\r\nContent-Length: %d\r\n\r\n",
)


def test_a_header_may_be_written_as_headers_are(shipped_store: Path) -> None:
    _, _, body = QUESTION.partition(b"\r\n\r\n")
    asked = [header.replace(b"%d", b"%d" % len(body)) + body for header in HEADERS]

    ended = serve(shipped_store, HELLO + b"".join(asked) + GOODBYE)

    assert answers(ended.stdout) == [(1, "ok"), *[(2, "ok")] * len(HEADERS), (3, "ok")]


BODIES: tuple[tuple[bytes, object, int], ...] = (
    (b"{", None, PARSE_ERROR),
    (b"\xff\xfe", None, PARSE_ERROR),
    (b"[" * 50_000, None, PARSE_ERROR),
    (b"1" * 5_000, None, PARSE_ERROR),
    (b"null", None, INVALID_REQUEST),
    (b'"text"', None, INVALID_REQUEST),
    (b"[]", None, INVALID_REQUEST),
    (b"[%s, %s]" % (BODY, BODY), None, INVALID_REQUEST),
    (b"{}", None, INVALID_REQUEST),
    (b'{"jsonrpc": "2.0"}', None, INVALID_REQUEST),
    (b'{"jsonrpc": "1.0", "id": 9, "method": "shutdown"}', None, INVALID_REQUEST),
    (b'{"jsonrpc": "2.0", "id": 9}', 9, INVALID_REQUEST),
    (b'{"jsonrpc": "2.0", "id": "a", "method": 5}', "a", INVALID_REQUEST),
    (b'{"jsonrpc": "2.0", "id": null, "method": "shutdown"}', None, INVALID_REQUEST),
    (b'{"jsonrpc": "2.0", "id": true, "method": "shutdown"}', None, INVALID_REQUEST),
    (b'{"jsonrpc": "2.0", "id": [1], "method": "shutdown"}', None, INVALID_REQUEST),
    (b'{"jsonrpc": "2.0", "id": 1.5, "method": "shutdown"}', None, INVALID_REQUEST),
)


def test_a_body_that_is_not_a_message_is_refused(shipped_store: Path) -> None:
    sent = b"".join(framed(body) for body, _, _ in BODIES)

    ended = serve(shipped_store, HELLO + sent + QUESTION + GOODBYE)

    assert (ended.returncode, ended.stderr) == (0, b"")
    assert answers(ended.stdout) == [(1, "ok"), *((id_, code) for _, id_, code in BODIES), (2, "ok"), (3, "ok")]


def test_a_refusal_says_the_limit(shipped_store: Path) -> None:
    ended = serve(shipped_store, HELLO + b"Content-Length: 300000000\r\n\r\n" + BODY + GOODBYE)
    (refusal,) = [message["error"]["message"] for message in messages(ended.stdout) if "error" in message]

    assert refusal == "Parse Error: message of 300000000 bytes exceeds the limit of 268435456"


@pytest.mark.parametrize("cut", [b"", b"Content-Le", b"Content-Length: 400\r\n", b"Content-Length: 400\r\n\r\n{"])
def test_an_editor_that_is_gone_ends_the_server(shipped_store: Path, cut: bytes) -> None:
    ended = serve(shipped_store, HELLO + cut)

    assert (ended.returncode, set(answers(ended.stdout)), ended.stderr) == (1, {(1, "ok")}, b"")


@pytest.mark.parametrize("sent", [HELLO + QUESTION + GOODBYE, HELLO + BODY + QUESTION, HELLO + b"Content-Le"])
def test_a_server_in_a_process_of_its_own_does_as_a_forked_one(shipped_store: Path, sent: bytes) -> None:
    forked, started = serve(shipped_store, sent), serve(shipped_store, sent, [FACT])

    assert (started.returncode, started.stdout, started.stderr) == (forked.returncode, forked.stdout, forked.stderr)
