"""A plain lookup does not wait for click, and nobody can tell but by the clock."""

from __future__ import annotations

import io
import json
import os
import sys
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcli.cli import fast_completion as plain_completion
from factcli.cli import main
from factcli.cli.fast_path import plain_lookup
from factcli.cli.options import FORMATS

words = st.sampled_from(
    ["amia", "victims", "soldiers", "find", "show", "paths", "nosuchword", "hezbolah", '"trusted partner"', "kind:quote",
     "speaker:moreno", "amia OR iran", "NOT", "", "-reward", "-", "é", "unit:USD", "85", "\ud800", "a\tb"]
)  # fmt: skip
options = st.sampled_from(
    [["--format", form] for form in FORMATS if form != "table"]
    + [["--fields", names] for names in ("id", "id,value", " id , unit,", "", "nonsense", "id,id")]
    + [["--limit", number] for number in ("0", "2", "-1", "x", "1_0", "٣", "")]
    + [["--count"], ["--header"], ["-q"], ["--quiet"], ["--color", "never"], ["--color", "blue"], ["--format", "xml"]]
    + [["--limit=2"], ["--lim", "2"], ["--nonsense"], ["--"], ["--help"], ["-h"], ["-V"], ["--limit"], ["-qq"]]
)
lines = st.lists(st.one_of(words.map(lambda word: [word]), options), max_size=5).map(
    lambda parts: [*chain.from_iterable(parts)]
)


class Written(NamedTuple):
    """What a command line wrote, and its exit status."""

    status: int
    out: bytes
    err: bytes


def written(arguments: list[str]) -> Written:
    with pytest.MonkeyPatch.context() as patch:
        streams = {name: io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for name in ("stdout", "stderr")}
        patch.setattr(sys, "stdout", streams["stdout"])
        patch.setattr(sys, "stderr", streams["stderr"])
        status = main.run(arguments)
        return Written(status, *(_bytes(stream) for stream in streams.values()))


def _bytes(stream: io.TextIOWrapper) -> bytes:
    stream.flush()
    return stream.buffer.getvalue()  # type: ignore[attr-defined] # a BytesIO


def through_click(arguments: list[str]) -> Written:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(main, "plain_lookup", lambda _: None)
        return written(arguments)


@pytest.mark.slow
@settings(max_examples=1_000, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(line=lines)
def test_both_doors_give_the_same_bytes_and_status(shipped_store: Path, line: list[str]) -> None:
    arguments = ["--store", str(shipped_store), *line]

    assert written(arguments) == through_click(arguments)


@pytest.mark.parametrize(
    "line", ["amia victims", "amia --format json", "-q amia", "find amia", "find", "--limit 2 amia"]
)
def test_a_plain_lookup_needs_no_click(line: str) -> None:
    assert plain_lookup(line.split()) is not None


@pytest.mark.parametrize("line", ["", "show x", "amia --help", "-- amia", "amia --limit -1", "amia --fields nonsense"])
def test_what_is_not_plain_is_left_to_click(line: str) -> None:
    assert plain_lookup(line.split()) is None


typed = st.lists(
    st.sampled_from(
        ["amia", "find", "show", "edit", "remove", "rename", "keywords", "timeline", "export", "set", "paths", "--limit",
         "2", "--count", "--format", "json", "--store", "nowhere.json", "-", "--", "=", "-q", "'amia", "a\\ b", "x=y"]
    ),
    max_size=3,
)  # fmt: skip
begun = st.sampled_from(
    [
        "",
        "a",
        "am",
        "amia-",
        "Hezb",
        "hezb",
        "keyword:am",
        "speaker:",
        "tim",
        "--fo",
        "-",
        "=",
        "=a",
        "é",
        "t",
        '"am',
        "z",
    ]
)


def completed(shell: str, words: list[str], incomplete: str) -> Written:
    line = ["fact", *words, *([incomplete] if incomplete else [])]
    current = incomplete if shell == "fish" else str(len(words) + 1)
    asked = {"_FACT_COMPLETE": f"{shell}_complete", "COMP_WORDS": " ".join(line), "COMP_CWORD": current}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "environ", os.environ | asked)
        return written([])


def completed_by_click(shell: str, words: list[str], incomplete: str) -> Written:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plain_completion, "plain_completion", lambda *_: None)
        return completed(shell, words, incomplete)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(shell=st.sampled_from(["bash", "zsh", "fish"]), words=typed, incomplete=begun)
def test_both_doors_complete_alike(shipped_store: Path, shell: str, words: list[str], incomplete: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FACTCLI_STORE", str(shipped_store))

        assert completed(shell, words, incomplete) == completed_by_click(shell, words, incomplete)


@pytest.mark.parametrize("line", ["fact show amia-", "fact Hezb", "fact find keyword:am", "fact --limit 2 amia vic"])
def test_an_id_and_a_word_are_completed_without_click(line: str) -> None:
    asked = {"COMP_WORDS": line, "COMP_CWORD": str(len(line.split()) - 1)}

    assert plain_completion.plain_completion("bash_complete", asked) is not None


def test_a_shell_completes_from_the_store_that_the_line_names(tmp_path: Path) -> None:
    fact = {
        "kind": "figure",
        "statement": "It began.",
        "value": {"amount": "7", "unit": "day"},
        "references": [{"source": "book"}],
    }
    store = tmp_path / "other.json"
    store.write_text(
        json.dumps({"facts": {"began": fact}, "sources": {"book": {"type": "book", "title": "A book"}}}),
        encoding="utf-8",
    )

    assert completed_by_click("bash", ["--store", str(store), "show"], "be").out == b"plain,began\n"
