"""What nobody foresaw is an error in one line with status 2, never a traceback and never "nothing found"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

import pytest

from factcli.cli import click_app as commands
from factcli.cli import fast_completion as plain_completion
from factcli.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

SERVER = "factcli.lsp.server.serve"
# Where each door leads to: a quick lookup, a line that click reads, the start of the language server.
DOORS = [("look_up", ["lake"]), ("answer", ["show", "lake"]), (SERVER, ["lsp"])]
FAULTS = [
    (ValueError("one\ntwo \x1b[31m \udcff"), r"internal error: ValueError: one\ntwo \x1b[31m \udcff (test_last_resort.py:"),
    (RecursionError("maximum recursion depth exceeded"), "internal error: RecursionError: maximum recursion depth"),
    (MemoryError(), "out of memory"),
    (UnicodeEncodeError("utf-8", "\udcff", 0, 1, "surrogates not allowed"), "internal error: UnicodeEncodeError: "),
    (KeyError("x" * 10_000), "internal error: KeyError: 'xxx"),
]  # fmt: skip


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Callable[[str, BaseException], None]]:
    """Let the function behind a door fail."""

    def break_down(door: str, fault: BaseException) -> None:
        def fail(*_: object) -> NoReturn:
            raise fault

        place = {"look_up": main, "answer": commands}.get(door)
        if place:
            monkeypatch.setattr(place, door, fail)
        else:
            monkeypatch.setattr(door, fail)

    with (tmp_path / "input").open("w+") as typed:
        monkeypatch.setattr("sys.stdin", typed)
        yield break_down


@pytest.mark.parametrize(("door", "line"), DOORS)
@pytest.mark.parametrize(("fault", "said"), FAULTS)
def test_a_fault_is_an_error_in_one_line(  # noqa: PLR0913, PLR0917 - two tables
    broken: Callable[[str, BaseException], None], capsys: pytest.CaptureFixture[str],
    door: str, line: list[str], fault: Exception, said: str,
) -> None:  # fmt: skip
    broken(door, fault)

    status = main.run(line)
    told = capsys.readouterr()

    assert (status, told.out, told.err.count("\n")) == (2, "", 1)
    assert told.err.startswith(f"fact: error: {said}")
    assert len(told.err) < 500


def test_a_fault_says_how_to_report_it(
    broken: Callable[[str, BaseException], None], capsys: pytest.CaptureFixture[str]
) -> None:
    broken("look_up", ValueError("v"))

    main.run(["lake"])

    assert capsys.readouterr().err.endswith(
        ". Hint: report it with the command and the output of FACTCLI_TRACEBACK=1\n"
    )


def test_the_traceback_is_shown_when_asked_for_and_safe(
    broken: Callable[[str, BaseException], None], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    broken("look_up", ValueError("\x1b[31m"))
    monkeypatch.setenv("FACTCLI_TRACEBACK", "1")

    status = main.run(["lake"])
    told = capsys.readouterr().err.splitlines()

    assert (status, told[0]) == (2, "Traceback (most recent call last):")
    assert told[-1].startswith("fact: error: internal error: ValueError: \\x1b[31m")
    assert "\x1b" not in "".join(told)


def test_a_working_folder_that_was_removed_is_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()

    assert main.run(["lake"]) == 2
    assert capsys.readouterr().err.startswith("fact: error: the working folder: No such file or directory. Hint: ")


@pytest.mark.parametrize("fault", [KeyboardInterrupt(), BrokenPipeError()])
def test_an_interrupt_and_a_closed_pipe_go_their_own_ways(
    broken: Callable[[str, BaseException], None], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, fault: BaseException
) -> None:
    broken("look_up", fault)
    with (tmp_path / "output").open("w") as printed:
        monkeypatch.setattr("sys.stdout", printed)

        assert main.run(["lake"]) == (130 if isinstance(fault, KeyboardInterrupt) else 0)


def test_a_fault_while_a_shell_completes_says_nothing(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> NoReturn:
        raise ValueError("v")

    monkeypatch.setenv("_FACT_COMPLETE", "bash_complete")
    monkeypatch.setattr(plain_completion, "plain_completion", fail)

    assert main.run([]) == 2
    assert capsys.readouterr() == ("", "")
