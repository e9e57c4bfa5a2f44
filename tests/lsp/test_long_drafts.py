"""A text that takes long to check: the editor is answered meanwhile, and what is stale is not checked to its end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from wire import Wire, frame

from factcli.lsp.diagnostics import MOST_SHOWN
from factcli.lsp.open_draft import LARGEST_DRAFT

WRONG = "The bombing of the Amia centre in Buenos Aires killed 95 people.\n"
AT = WRONG.index("95")
DENSE = "The lighthouse of Dunmore had {:,} visitors in 1987, and 40% of its 212 steps are of granite. "
# A minute's work of the checker, were it not stopped: no two paragraphs are the same.
LONG = "\n\n".join(4 * DENSE.format(number) for number in range(12_500, 16_500))
CANCELLED, CONTENT_MODIFIED = -32800, -32801


@pytest.fixture
def wire(folder: Path) -> Iterator[Wire]:
    """A server, and an editor that gets diagnostics as they come."""
    begun = Wire(folder)
    yield begun
    begun.kill()


def test_requests_are_answered_while_a_long_draft_is_checked(wire: Wire) -> None:
    wire.open(WRONG + LONG)
    wire.ask(10, "textDocument/hover", character=AT)
    wire.ask(11, "textDocument/codeAction", character=AT)
    wire.ask(12, "textDocument/completion", character=3)
    wire.send(frame(id=13, method="workspace/symbol", params={"query": "amia"}))
    found = [wire.read() for _ in range(4)]

    assert {message.get("id") for message in found} == {10, 11, 12, 13}
    assert [message for message in found if "result" not in message] == []


def test_a_change_stops_the_check_of_what_was_there_before(wire: Wire) -> None:
    wire.open("Nothing.\n")
    wire.diagnostics(1)
    wire.change(2, LONG)
    wire.ask(10, "textDocument/documentLink")
    wire.change(3, WRONG)

    assert wire.answer(10)["error"]["code"] == CONTENT_MODIFIED
    assert [found["code"] for found in wire.diagnostics(3)] == ["other-value"]


def test_another_draft_does_not_wait_for_a_long_one(wire: Wire) -> None:
    wire.open(LONG)
    wire.uri = wire.uri.replace("draft", "other")
    wire.open(WRONG)

    assert [found["code"] for found in wire.diagnostics(1)] == ["other-value"]


def test_a_request_can_be_cancelled(wire: Wire) -> None:
    wire.open(LONG)
    wire.ask(10, "textDocument/documentLink")
    wire.send(frame(method="$/cancelRequest", params={"id": 10}))
    wire.send(frame(method="$/cancelRequest", params={"id": 10}))
    wire.send(frame(method="$/cancelRequest", params={"id": 11}))

    assert wire.answer(10)["error"]["code"] == CANCELLED
    assert wire.end() == (0, b"")


def test_a_server_ends_in_the_midst_of_a_check(wire: Wire) -> None:
    wire.open(LONG)
    wire.ask(10, "textDocument/documentLink")

    assert wire.end() == (0, b"")


def test_an_editor_that_does_not_read_any_more_ends_the_server(wire: Wire) -> None:
    assert wire.process.stdout
    wire.process.stdout.close()
    wire.open(WRONG)
    wire.ask(10, "textDocument/documentLink")

    assert wire.gone() == b""


def test_a_text_that_is_too_large_is_said_to_be(wire: Wire) -> None:
    wire.open("Nothing.\n")
    wire.change(2, WRONG + "x" * LARGEST_DRAFT)
    (found,) = wire.diagnostics(2)

    assert (found["code"], found["severity"], found["range"]["end"]["character"]) == ("too-large", 3, len(WRONG) - 1)
    assert "too large to check in the editor (more than 2,097,152 characters): run fact check" in found["message"]


def test_a_text_that_was_too_large_is_checked_again(wire: Wire) -> None:
    wire.open("x" * 5_000_000)
    wire.diagnostics(1)
    wire.change(2, WRONG)

    assert [found["code"] for found in wire.diagnostics(2)] == ["other-value"]


def test_as_many_problems_are_shown_as_an_editor_lists(wire: Wire) -> None:
    wire.open((WRONG + "\n") * (MOST_SHOWN + 1))
    first, *others = wire.diagnostics(1)

    assert (first["code"], first["range"]["start"]["line"], len(others)) == ("too-many", 0, MOST_SHOWN)


def test_all_problems_are_shown_where_they_are_few_enough(wire: Wire) -> None:
    wire.open((WRONG + "\n") * MOST_SHOWN)

    assert {found["code"] for found in wire.diagnostics(1)} == {"other-value"}
