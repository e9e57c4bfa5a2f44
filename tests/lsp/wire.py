"""The bytes between an editor and ``fact lsp``, for tests of what no library would send."""

from __future__ import annotations

import json
import subprocess
from contextlib import suppress
from pathlib import Path
from typing import Any

from forked import forked_fact

PATIENCE = 60.0


def frame(**message: object) -> bytes:
    """A message as it is sent."""
    return framed(json.dumps({"jsonrpc": "2.0", **message}).encode())


def framed(body: bytes) -> bytes:
    """A body, whatever it is, under a header that fits it."""
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


HELLO = frame(id=1, method="initialize", params={"processId": None, "capabilities": {}})
GOODBYE = frame(id=3, method="shutdown") + frame(method="exit")


def serve(store: Path, sent: bytes, command: list[str] | None = None) -> subprocess.CompletedProcess[bytes]:
    """What a server does that is sent all of this at once, forked unless there is a command to start it."""
    return subprocess.run(
        [*(command or forked_fact()), "lsp", "--store", store],
        input=sent,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )


def messages(printed: bytes) -> list[dict[str, Any]]:
    """What a server sent; each body has to be JSON, and nothing may be between the frames."""
    found = []
    while printed:
        header, _, rest = printed.partition(b"\r\n\r\n")
        length = int(header.split(b"\r\n")[0].removeprefix(b"Content-Length: "))
        found.append(json.loads(rest[:length]))
        printed = rest[length:]
    return found


def answers(printed: bytes) -> list[tuple[object, object]]:
    """For each answer of a server, its request and the code of its error, ``ok`` where it has a result."""
    return [
        (message["id"], message["error"]["code"] if "error" in message else "ok")
        for message in messages(printed)
        if "id" in message and "method" not in message
    ]


class Wire:
    """A server that is spoken to message by message."""

    def __init__(self, folder: Path) -> None:
        self.process = subprocess.Popen(
            [*forked_fact(), "lsp"], cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        self.uri = (folder / "draft.md").as_uri()
        self.send(HELLO)
        self.answer(1)

    def send(self, data: bytes) -> None:
        """Send bytes."""
        assert self.process.stdin
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def read(self) -> dict[str, Any]:
        """The next message of the server."""
        assert self.process.stdout
        length = 0
        while line := self.process.stdout.readline().strip():
            if line.startswith(b"Content-Length: "):
                length = int(line[16:])
        message: dict[str, Any] = json.loads(self.process.stdout.read(length))
        return message

    def answer(self, number: int) -> dict[str, Any]:
        """The answer to a request; what comes before it is passed over."""
        return next(message for message in iter(self.read, None) if message.get("id") == number)

    def diagnostics(self, version: int) -> list[dict[str, Any]]:
        """What is said of a version of the draft; what comes before it is passed over."""
        sent = (message.get("params", {}) for message in iter(self.read, None))
        return next(list(params["diagnostics"]) for params in sent if params.get("version") == version)

    def ask(self, number: int, method: str, line: int = 0, character: int = 0) -> None:
        """Ask about a place in the draft."""
        place = {"line": line, "character": character}
        about = {
            "position": place,
            "range": {"start": place, "end": place},
            "context": {"diagnostics": [], "triggerKind": 1},
        }
        self.send(frame(id=number, method=method, params={"textDocument": {"uri": self.uri}, **about}))

    def open(self, text: str) -> None:
        """Open the draft as version 1."""
        item = {"uri": self.uri, "languageId": "markdown", "version": 1, "text": text}
        self.send(frame(method="textDocument/didOpen", params={"textDocument": item}))

    def change(self, version: int, text: str) -> None:
        """Put a text in the place of the draft."""
        params = {"textDocument": {"uri": self.uri, "version": version}, "contentChanges": [{"text": text}]}
        self.send(frame(method="textDocument/didChange", params=params))

    def end(self) -> tuple[int, bytes]:
        """Say goodbye; returns the exit status and what is on standard error."""
        _, errors = self.process.communicate(GOODBYE, timeout=PATIENCE)
        return self.process.returncode, errors

    def gone(self) -> bytes:
        """Be gone without a word; returns what is on standard error once the server has ended."""
        assert self.process.stdin
        assert self.process.stderr
        with suppress(BrokenPipeError):
            self.process.stdin.close()
        self.process.wait(PATIENCE)
        return self.process.stderr.read()

    def kill(self) -> None:
        """End the server without a word, if it still runs."""
        self.process.kill()
        with suppress(BrokenPipeError), self.process:
            pass
