"""No sequence of messages ends the server: they are put to the protocol itself, without the streams around it."""

from __future__ import annotations

import asyncio
import json
import logging
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st
from lsprotocol import types

from factcli.lsp.features import FEATURES
from factcli.lsp.server import FactServer

TEXTS = ("", "The bombing of the Amia centre killed 95 people.\n", "“\ud83d 5%", "# 7\r\n\r\n* 8", "{")
METHODS = (
    types.TEXT_DOCUMENT_DID_OPEN, types.TEXT_DOCUMENT_DID_CHANGE, types.TEXT_DOCUMENT_DID_SAVE,
    types.TEXT_DOCUMENT_DID_CLOSE, types.TEXT_DOCUMENT_DIAGNOSTIC, types.TEXT_DOCUMENT_HOVER,
    types.TEXT_DOCUMENT_CODE_ACTION, types.TEXT_DOCUMENT_COMPLETION, types.TEXT_DOCUMENT_DEFINITION,
    types.TEXT_DOCUMENT_DOCUMENT_LINK, types.TEXT_DOCUMENT_INLAY_HINT, types.WORKSPACE_SYMBOL,
    types.DOCUMENT_LINK_RESOLVE, types.WORKSPACE_EXECUTE_COMMAND, types.INITIALIZE, types.INITIALIZED,
    types.CANCEL_REQUEST, types.SET_TRACE, types.WORKSPACE_DID_CHANGE_CONFIGURATION,
    types.WORKSPACE_DID_CHANGE_WATCHED_FILES, types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS, "no/such",
)  # fmt: skip
PATIENCE = 60.0
uris = st.sampled_from(["draft.md", "facts.json", "other.txt"]).map(lambda name: f"file:///nowhere/{name}")
places = st.fixed_dictionaries({"line": st.integers(-1, 4), "character": st.integers(-1, 60)})
ranges = st.fixed_dictionaries({"start": places, "end": places})
changes = st.fixed_dictionaries({"text": st.sampled_from(TEXTS)}, optional={"range": ranges})
documents = st.fixed_dictionaries(
    {"uri": uris, "version": st.integers(0, 5), "languageId": st.just("markdown"), "text": st.sampled_from(TEXTS)}
)
anything = st.recursive(
    st.none() | st.integers() | st.text(max_size=5), lambda inner: st.lists(inner, max_size=3), max_leaves=4
)
sound = st.fixed_dictionaries(
    {
        "textDocument": documents,
        "contentChanges": st.lists(changes, max_size=3),
        "position": places,
        "range": ranges,
        "context": st.just({"diagnostics": []}),
        "query": st.sampled_from(["amia", '"', "", "NEAR("]),
        "command": st.just("x"),
        "data": st.just(["file:///nowhere/draft.md", "amia-bombing-deaths"]),
        "processId": st.none(),
        "capabilities": st.just({}),
        "id": st.integers(1, 9),
        "value": st.just("verbose"),
        "settings": anything,
        "changes": st.lists(st.fixed_dictionaries({"uri": uris, "type": st.integers(0, 4)}), max_size=2),
        "event": st.just({"added": [], "removed": []}),
    }
)
messages = st.fixed_dictionaries(
    {"jsonrpc": st.just("2.0"), "method": st.sampled_from(METHODS), "params": sound | sound | sound | anything},
    optional={"id": st.integers(1, 9)},
)


class Sink:
    """Where the server writes to."""

    def __init__(self) -> None:
        self.sent: list[bytes] = []

    def write(self, data: bytes) -> None:
        self.sent.append(data)

    def close(self) -> None:
        """Nothing is open."""


class Session:
    """A server that was begun once, and is asked again and again, whatever it was sent before."""

    def __init__(self, store: Path, others: Mapping[str, Any] = MappingProxyType({})) -> None:
        """``others`` are features that the server has besides its own, by their methods."""
        self._server, self._sink = FactServer(str(store)), Sink()
        self._requests = 1000
        for method, answer, options in FEATURES:
            self._server.feature(method, options)(answer)
        for method, answer in others.items():
            self._server.feature(method)(answer)
        self._server.protocol.set_writer(self._sink)
        first = {"jsonrpc": "2.0", "id": 100, "method": "initialize", "params": {"processId": None, "capabilities": {}}}
        self._put(first)

    async def unanswered(self, sequence: list[dict[str, Any]]) -> Counter[int]:
        """Which requests of the sequence, each with an id of its own, and of a last sound one, have no answer."""
        self._sink.sent.clear()
        last = {"id": 0, "method": types.WORKSPACE_SYMBOL, "params": {"query": "amia"}}
        asked: Counter[int] = Counter()
        for message in (*sequence, {"jsonrpc": "2.0", **last}):
            numbered = dict(message)
            if "id" in message:
                self._requests += 1
                numbered["id"] = self._requests
                asked[self._requests] += 1
            self._put(numbered)
        async with asyncio.timeout(PATIENCE):
            while not asked <= self._answered():  # noqa: ASYNC110 - what arrives is seen in several places
                await asyncio.sleep(0)
        return asked - self._answered()

    @property
    def sent(self) -> list[dict[str, Any]]:
        """What the server sent after the last sequence."""
        return [json.loads(data.partition(b"\r\n\r\n")[2]) for data in self._sink.sent]

    def _answered(self) -> Counter[int]:
        return Counter(body["id"] for body in self.sent if "id" in body and "method" not in body)

    def _put(self, message: dict[str, Any]) -> None:
        """Hand a message over as the loop that reads the stream does."""
        self._server.protocol.take(json.dumps(message).encode())


def ask_again_and_again(store: Path, examples: int, number: int) -> None:
    """Ask one server after so many sequences of messages."""
    with asyncio.Runner() as runner:

        async def begun() -> Session:
            return Session(store)

        session = runner.run(begun())

        @seed(number)
        @settings(max_examples=examples, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
        @given(st.lists(messages, max_size=10))
        def each_request_is_answered(sequence: list[dict[str, Any]]) -> None:
            assert not runner.run(session.unanswered(sequence))

        each_request_is_answered()


@pytest.fixture
def _silence() -> Iterator[None]:
    """What pygls logs of a hundred thousand broken messages fills no memory."""
    logging.disable()
    yield
    logging.disable(logging.NOTSET)


@pytest.mark.usefixtures("_silence")
@pytest.mark.parametrize(
    ("examples", "number"),
    [(100, 0), *(pytest.param(2_000, number, marks=pytest.mark.slow) for number in range(1, 51))],
)
def test_each_request_is_answered_whatever_came_before_it(shipped_store: Path, examples: int, number: int) -> None:
    ask_again_and_again(shipped_store, examples, number)
