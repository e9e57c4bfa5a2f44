#!/usr/bin/env python3
"""Write the manual pages (docs/man) from the commands of click.

Run it after a change of the help of a command.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import click

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from factcli.cli.click_app import cli  # noqa: E402 - found by the line above
from factcli.cli.options import Settings  # noqa: E402 - found by the line above

TARGET = ROOT / "docs" / "man"


def pages() -> dict[str, str]:
    """Each page by the name of its file."""
    context = click.Context(cli, info_name="fact", obj=Settings(), **cli.context_settings)
    made = {"fact.1": page(context, cli)}
    for command, inner in commands(context, cli):
        made[f"{inner.command_path.replace(' ', '-')}.1"] = page(inner, command)
    return made


def commands(context: click.Context, group: click.Group) -> list[tuple[click.Command, click.Context]]:
    """The commands of a group, and those of the groups among them, each with its context."""
    found: list[tuple[click.Command, click.Context]] = []
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is not None:
            inner = click.Context(command, info_name=name, parent=context)
            found.append((command, inner))
            found += commands(inner, command) if isinstance(command, click.Group) else []
    return found


def page(context: click.Context, command: click.Command) -> str:
    """A page in the macros of man."""
    name = context.command_path.replace(" ", "-")
    text = command.help or ""
    usage = " ".join(command.collect_usage_pieces(context))
    parts = [
        f'.TH {name.upper()} 1 "" "factcli" "User Commands"\n',
        f".SH NAME\n{escaped(name)} \\- {escaped(first_sentence(text))}\n",
        f".SH SYNOPSIS\n.B {escaped(context.command_path)}\n{escaped(usage)}\n",
        ".SH DESCRIPTION\n",
        *map(paragraph, re.split(r"\n\s*\n", text.strip())),
        options(context, command),
    ]
    if isinstance(command, click.Group):
        listed = (inner for _, inner in commands(context, command) if inner.parent is context)
        parts += [".SH COMMANDS\n", *(listed_command(inner) for inner in listed)]
    return "".join(parts)


def listed_command(context: click.Context) -> str:
    """A command with what it does, as an item of a list."""
    name = context.command_path.replace(" ", "\\-")
    return f".TP\n.BR {name} (1)\n{escaped(first_sentence(context.command.help or ''))}\n"


def paragraph(text: str) -> str:
    """A paragraph of a help text; one that click does not wrap is kept in its lines."""
    if not text.lstrip().startswith("\b"):
        return f".PP\n{escaped(' '.join(text.split()))}\n"
    lines = [line for line in text.replace("\b", "").splitlines() if line.strip()]
    margin = min(len(line) - len(line.lstrip()) for line in lines)
    body = "".join(f"{escaped(line[margin:])}\n" for line in lines)
    return f".PP\n.nf\n{body}.fi\n"


def options(context: click.Context, command: click.Command) -> str:
    """The options as a list; empty for none."""
    records = [
        param.get_help_record(context) for param in command.get_params(context) if isinstance(param, click.Option)
    ]
    items = "".join(f".TP\n.B {escaped(names)}\n{escaped(about)}\n" for names, about in filter(None, records))
    return f".SH OPTIONS\n{items}" if items else ""


def first_sentence(text: str) -> str:
    """What the command does, without the full stop."""
    return re.split(r"[.:;](?:\s|$)", " ".join(text.split()), maxsplit=1)[0]


def escaped(text: str) -> str:
    """Text for troff: no line of it is a request, and its hyphens and backslashes are those of a command line."""
    safe = text.replace("\\", r"\e").replace("-", r"\-")
    return rf"\&{safe}" if safe.startswith((".", "'")) else safe


if __name__ == "__main__":
    TARGET.mkdir(exist_ok=True)
    written = pages()
    for path in TARGET.glob("*.1"):
        if path.name not in written:
            path.unlink()
    for name, text in written.items():
        (TARGET / name).write_text(text, encoding="utf-8")
