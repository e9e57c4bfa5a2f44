"""The server for agents, driven by the client of the official SDK: in memory, and over a pipe."""

from __future__ import annotations

import json
import os
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, TypeVar

import anyio
import pytest
from mcp import Client, MCPError, StdioServerParameters, stdio_client
from running import FACT, Ended, Run

from factcli.mcp.agent_server import server_of
from factcli.mcp.tools import FactTools

CANDIDATE = "The ferry sank off Harwich on 3 May 2019 and 12 passengers drowned."


AnswerT = TypeVar("AnswerT")


def asked(store: Path, ask: Callable[[Client], Awaitable[AnswerT]], *, over_a_pipe: bool = False) -> AnswerT:
    """What ``ask`` gets from a server of its own."""

    async def run() -> AnswerT:
        started = StdioServerParameters(command=FACT, args=["mcp", "--store", str(store)], env=dict(os.environ))
        server = stdio_client(started) if over_a_pipe else server_of(FactTools(str(store)))
        async with Client(server) as client:
            return await ask(client)

    return anyio.run(run)


def called(store: Path, tool: str, **arguments: object) -> dict[str, Any]:
    result = asked(store, lambda client: client.call_tool(tool, arguments))
    assert not result.is_error, result.content
    return result.structured_content


def refused(store: Path, tool: str, **arguments: object) -> str:
    result = asked(store, lambda client: client.call_tool(tool, arguments))
    assert result.is_error
    return result.content[0].text


def test_every_tool_says_that_it_only_reads_and_what_comes_in_and_goes_out(shipped_store: Path) -> None:
    tools = asked(shipped_store, lambda client: client.list_tools()).tools

    assert [tool.name for tool in tools] == ["find", "show", "check", "extract", "keywords"]
    for tool in tools:
        assert tool.title
        assert tool.annotations.read_only_hint
        assert tool.annotations.open_world_hint is False
        assert tool.input_schema["properties"]
        assert tool.output_schema["properties"]


def test_find_returns_facts_with_their_citation(shipped_store: Path) -> None:
    answer = called(shipped_store, "find", query="amia bombing", limit=1)

    assert answer["store"] == str(shipped_store)
    assert answer["total"] > len(answer["facts"])
    assert answer["facts"][0]["value"]
    assert answer["facts"][0]["locator"] == "paragraph 2"


def test_show_returns_whole_facts_and_names_unknown_ids(shipped_store: Path) -> None:
    answer = called(shipped_store, "show", ids=["amia-bombing-deaths", "nobody"])

    assert answer["facts"][0]["references"]
    assert answer["facts"][0]["sources"]
    assert answer["unknown"] == ["nobody"]


def test_check_returns_the_right_value_and_its_source(shipped_store: Path) -> None:
    answer = called(shipped_store, "check", text="The Amia bombing killed 87 people.")

    [finding] = answer["findings"]
    assert answer["fails"]
    assert (finding["surface"], finding["suggestion"], finding["fact"]) == (
        "87 people",
        "85 people",
        "amia-bombing-deaths",
    )
    assert finding["citation"]["statement"].endswith("killed 85 people.")


def test_check_holds_a_text_against_the_sources_that_come_with_it(shipped_store: Path) -> None:
    answer = called(
        shipped_store,
        "check",
        text="The bridge has 14 arches.",
        against={"survey.txt": "The survey of 1911 found that the bridge has 12 arches."},
    )

    [finding] = answer["findings"]
    assert finding["verdict"] == "contradicted"
    assert finding["evidence"]["source"] == "survey.txt"


def test_check_returns_what_is_confirmed_only_when_asked(shipped_store: Path) -> None:
    text = "The Amia bombing killed 85 people."

    assert called(shipped_store, "check", text=text)["findings"] == []
    [finding] = called(shipped_store, "check", text=text, everything=True)["findings"]
    assert finding["verdict"] == "confirmed"


def test_extract_proposes_facts_that_cite_the_source(shipped_store: Path) -> None:
    text = f"{CANDIDATE} Two other ferries saved 31 people."

    answer = called(shipped_store, "extract", text=text, source="harwich-gazette", limit=1)

    assert answer["total"] == 2
    assert answer["facts"][0]["references"][0]["source"] == "harwich-gazette"


def test_keywords_are_counted_most_used_first(shipped_store: Path) -> None:
    counts = list(called(shipped_store, "keywords", limit=5)["keywords"].values())

    assert len(counts) == 5
    assert counts == sorted(counts, reverse=True)


def test_facts_and_sources_are_resources(shipped_store: Path) -> None:
    async def ask(client: Client) -> list[str]:
        addresses = ("fact://facts/amia-bombing-deaths", "fact://sources")
        return [(await client.read_resource(address)).contents[0].text for address in addresses]

    fact, sources = map(json.loads, asked(shipped_store, ask))

    assert fact["id"] == "amia-bombing-deaths"
    assert fact["sources"][0]["id"] in sources


def test_a_resource_that_does_not_exist_is_an_error_in_words(shipped_store: Path) -> None:
    async def ask(client: Client) -> str:
        with pytest.raises(MCPError) as caught:
            await client.read_resource("fact://facts/nobody")
        return str(caught.value)

    assert asked(shipped_store, ask) == "unknown id 'nobody'"


def test_errors_say_what_is_wrong_and_what_to_do(shipped_store: Path, tmp_path: Path) -> None:
    assert "a.pdf: not a text format. Hint: send the text itself" in refused(
        shipped_store, "check", text="x", name="a.pdf"
    )
    assert "less than or equal to 200" in refused(shipped_store, "find", query="x", limit=201)
    assert "at most 1000000 characters" in refused(shipped_store, "extract", text="x" * 1_000_001)
    assert "no such store" in refused(tmp_path / "gone.json", "find", query="x")


def test_a_store_that_changes_is_read_again(tmp_path: Path) -> None:
    store = tmp_path / "facts.json"
    record = {"kind": "figure", "statement": "The pier is 300 m long.", "value": {"amount": "300", "unit": "m"}}

    async def ask(client: Client) -> list[int]:
        counts = []
        for facts in ({}, {"pier": record}):
            store.write_text(json.dumps({"facts": facts}), "utf-8")
            counts.append((await client.call_tool("find", {"query": "pier"})).structured_content["total"])
        return counts

    assert asked(store, ask) == [0, 1]


def test_hostile_text_of_a_store_is_escaped(tmp_path: Path) -> None:
    statement = "The pier\x1b[31m is 300 m\u202e long."
    record = {"kind": "figure", "statement": statement, "value": {"amount": "300", "unit": "m"}}
    (tmp_path / "facts.json").write_text(json.dumps({"facts": {"pier": record}}), "utf-8")

    answer = json.dumps(called(tmp_path / "facts.json", "find", query="pier"), ensure_ascii=False)

    assert r"\\x1b[31m" in answer
    assert r"\\u202e" in answer


def test_the_command_answers_over_a_pipe(shipped_store: Path) -> None:
    answer = asked(shipped_store, lambda client: client.call_tool("find", {"query": "amia"}), over_a_pipe=True)

    assert answer.structured_content["total"]


def test_the_command_ends_with_its_input(spawned: Run) -> None:
    assert spawned("mcp") == Ended(0, "", "")
