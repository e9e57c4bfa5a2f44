"""Edits, and the diff that shows them."""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path

from growth import grows_too_fast
from hypothesis import given, settings
from hypothesis import strategies as st

from factcli.check import Finding
from factcli.documents import parse_document
from factcli.drafts.fixes import SourceEdit, apply_edits, chosen_edits, edit_of
from factcli.model.facts import Span
from factcli.render.diff import render_diff

IGNORED = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
LINES = st.lists(st.sampled_from(["one\n", "two \t\n", "\n", "ä😀\n", "- x\n", "+\n"]), min_size=1, max_size=30)
SPANS = st.lists(st.tuples(st.integers(0, 120), st.integers(1, 9), st.sampled_from(["", "5", "new\nline", "é"])))


def applied(diff: str, source: str) -> str:
    """What git makes of the source by the diff."""
    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder) / "draft.txt"
        draft.write_bytes(source.encode())
        command = ["git", "apply", "--allow-empty", "-"]
        subprocess.run(command, input=diff.encode(), cwd=folder, env=os.environ | IGNORED, check=True)
        return draft.read_bytes().decode()


@given(surface=st.text("ab 12", min_size=1), suggestion=st.text("ab 12"))
def test_an_edit_makes_the_suggestion_and_is_not_empty(surface: str, suggestion: str) -> None:
    document = parse_document(f"x {surface} y", name="draft.txt")
    finding = Finding(Span(2, 2 + len(surface)), surface, "contradicted", "other-value", suggestion=suggestion)

    edit = edit_of(document, finding)

    assert edit is None or apply_edits(document.source, [edit]) == f"x {suggestion} y"
    assert (edit is None) == (surface == suggestion)
    assert edit is None or edit.span.start < edit.span.end


def test_words_with_a_mark_are_not_put_into_markdown() -> None:
    words = "the old *ferry* sails"
    finding = Finding(Span(0, 16), "the ferry sails!", "contradicted", "word-changed", suggestion=words)

    edits = [edit_of(parse_document("the ferry sails!", name=name), finding) for name in ("draft.md", "draft.txt")]

    assert [edit is None for edit in edits] == [True, False]


@settings(max_examples=40, deadline=None)
@given(lines=LINES, spans=SPANS)
def test_a_diff_makes_of_the_draft_what_the_edits_make(lines: list[str], spans: list[tuple[int, int, str]]) -> None:
    source = "".join(lines) + "end"
    document = parse_document(source, name="draft.txt")
    inside = [(start, start + length, text) for start, length, text in spans if start + length < len(source)]
    edits = chosen_edits(SourceEdit(Span(start, end), text) for start, end, text in inside)

    assert applied("".join(render_diff(document, edits)), source) == apply_edits(source, edits)


def test_a_diff_has_a_hunk_for_each_far_change() -> None:
    source = "".join(f"line {number}\n" for number in range(1, 60)) + "last"
    document = parse_document(source, name="draft.txt")
    wanted = ["line 1\n", "line 7\n", "line 8\nline 9", "line 30", "last"]
    edits = [
        SourceEdit(Span(at := source.index(words), at + len(words)), words.replace("l", "Z\n")) for words in wanted
    ]

    diff = "".join(render_diff(document, edits))

    assert diff.count("\n@@ ") == 3
    assert applied(diff, source) == apply_edits(source, edits)


def test_a_diff_of_many_edits_takes_time_in_proportion() -> None:
    def diff(text: str) -> object:
        document = parse_document(text, name="draft.txt")
        edits = [SourceEdit(Span(at, at + 1), "A") for at in range(0, len(text), 18 * 3)]
        return sum(1 for _ in render_diff(document, edits))

    assert not grows_too_fast(diff, "a line of a draft\n" * 6_000)
