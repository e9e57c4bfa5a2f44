"""The help of every command fits 80 columns, and its examples run."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

import click
import pytest

from factcli.cli.click_app import cli
from factcli.cli.fast_path import COMMANDS
from factcli.cli.options import Settings

if TYPE_CHECKING:
    from running import Run

SUBCOMMANDS = [("source", "add"), ("source", "attach"), ("source", "edit"), ("skill", "install")]
PAGES = [(), *((name,) for name in COMMANDS), *SUBCOMMANDS]


def command_of(page: tuple[str, ...]) -> click.Command:
    command: click.Command = cli
    for name in page:
        assert isinstance(command, click.Group)
        found = command.get_command(click.Context(command), name)
        assert found is not None
        command = found
    return command


def examples_of(page: tuple[str, ...]) -> list[str]:
    """The lines of the help that call fact, joined at a backslash, without their remarks."""
    text = (command_of(page).help or "").partition("Examples:")[2]
    lines = re.sub(r"\\\n\s+", "", text).splitlines()
    return [re.split(r" {2,}", line.strip())[0] for line in lines if line.strip().startswith("fact ")]


def arguments_of(example: str) -> list[str]:
    """The arguments that a shell passes to fact: those before a pipe or a redirection."""
    lexer = shlex.shlex(example, posix=True, punctuation_chars="|>")
    lexer.whitespace_split = True
    words = list(lexer)
    end = next((place for place, word in enumerate(words) if word in ("|", ">")), len(words))
    return words[1:end]


def is_lookup(example: str) -> bool:
    """Whether the example only reads the store in use, and prints what it finds."""
    first = example.split()[1]
    return (COMMANDS.get(first, "lookup") == "lookup" or first == "export") and first not in ("browse", "open", "copy")


EXAMPLES = sorted({example for page in PAGES for example in examples_of(page)})


@pytest.mark.parametrize("page", PAGES, ids=" ".join)
def test_a_help_page_fits_80_columns(piped: Run, page: tuple[str, ...]) -> None:
    ended = piped(*page, "--help", store=None, COLUMNS="80")

    assert [line for line in ended.out.splitlines() if len(line) > 80] == []


@pytest.mark.parametrize("page", PAGES, ids=" ".join)
def test_a_help_page_has_examples_and_the_exit_status(page: tuple[str, ...]) -> None:
    text = command_of(page).help or ""

    assert "Examples:" in text
    assert "Exit status: " in text


def test_each_command_is_listed_on_one_line(piped: Run) -> None:
    listed = piped("--help", store=None, COLUMNS="80").out.partition("Commands:\n")[2].splitlines()

    assert [line.split()[0] for line in listed] == list(COMMANDS)


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_is_a_valid_command_line(example: str) -> None:
    arguments = arguments_of(example)
    page = next((page for page in reversed(PAGES) if page == tuple(arguments[: len(page)])), ())
    command, parent = command_of(page), click.Context(cli, obj=Settings())

    with command.make_context(example, arguments[len(page) :], parent=parent) as context:
        assert context.command is command


@pytest.mark.parametrize("example", [example for example in EXAMPLES if is_lookup(example)])
def test_an_example_of_a_lookup_finds_something(piped: Run, example: str) -> None:
    assert piped(*arguments_of(example)).status == 0
