"""The stream below the messages: a frame that is broken is passed over where its end can be told, and never a traceback."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

FACT = str(Path(sys.executable).with_name("fact"))
BODY = b'{"jsonrpc": "2.0", "method": "no/such"}'


def frame(**message: object) -> bytes:
    body = json.dumps({"jsonrpc": "2.0", **message}).encode()
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


HELLO = frame(id=1, method="initialize", params={"processId": None, "capabilities": {}})
GOODBYE = frame(id=3, method="shutdown") + frame(method="exit")


def serve(store: Path, sent: bytes) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([FACT, "lsp", "--store", store], input=sent, capture_output=True, timeout=30, check=False)


def answered(printed: bytes) -> set[int]:
    return {number for number in (1, 2, 3) if b'"id": %d,' % number in printed}


@pytest.mark.parametrize(
    "broken",
    [
        b"\r\n\r\n\r\n",
        b"Content-Length: 0\r\n\r\n",
        b"Content-Length: -5\r\n\r\n",
        b"Content-Length: many\r\n\r\n",
        b"Content-Length: " + b"9" * 5000 + b"\r\n",
        b"No-Length: 5\r\n\r\n" + BODY + b"\r\n",
        b"Content-Length: 10\r\n\r\n" + BODY + b"\r\n",
        b"Content-Length: %d\r\nContent-Type: text/x; charset=utf-8\r\n\r\n" % len(BODY) + BODY,
        bytes(range(256)) * 400 + b"\r\n",
    ],
)
def test_what_is_no_frame_is_passed_over(shipped_store: Path, broken: bytes) -> None:
    question = frame(id=2, method="workspace/symbol", params={"query": "amia"})

    ended = serve(shipped_store, HELLO + broken + question + GOODBYE)

    assert (ended.returncode, answered(ended.stdout), ended.stderr) == (0, {1, 2, 3}, b"")


@pytest.mark.parametrize("cut", [b"", b"Content-Le", b"Content-Length: 400\r\n", b"Content-Length: 400\r\n\r\n{"])
def test_an_editor_that_is_gone_ends_the_server(shipped_store: Path, cut: bytes) -> None:
    ended = serve(shipped_store, HELLO + cut)

    assert (ended.returncode, answered(ended.stdout), ended.stderr) == (1, {1}, b"")


@pytest.mark.parametrize("size", [10**12, 10**30])
def test_a_message_of_an_impossible_size_is_an_error_in_a_line(shipped_store: Path, size: int) -> None:
    ended = serve(shipped_store, HELLO + b"Content-Length: %d\r\n\r\n%s" % (size, BODY))

    assert (ended.returncode, ended.stderr.count(b"\n")) == (2, 1)
    assert ended.stderr.startswith(b"fact: error: the editor announced a message of %d bytes. Hint: " % size)
