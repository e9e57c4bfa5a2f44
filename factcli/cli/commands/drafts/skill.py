"""``fact skill``: give an agent the instructions for using factcli."""

from __future__ import annotations

import os
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcli.cli.named import NamedPath
from factcli.cli.output import write
from factcli.errors import FactcliError
from factcli.escaping import safe_text
from factcli.store.file import locked

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME = "factcli"


@click.group("skill", no_args_is_help=False)
def command() -> None:
    """Install the skill for agents: when to use factcli, and how.

    \b
    Examples:
      fact skill install
      fact skill install --agent ~/.claude

    Exit status: 0 written, 2 an error.
    """


@command.command("install")
@click.option(
    "--agent", metavar="FOLDER", type=NamedPath(), default=".agents", help="The agent's folder. Default: .agents."
)
@click.option("--force", is_flag=True, help="Replace files that differ.")
def install(agent: str, *, force: bool) -> int:
    """Write the skill to FOLDER/skills/factcli.

    The folder then has SKILL.md in the form of agentskills.io, and an example of a hook that checks each file that an
    agent writes. Claude Code reads .claude, most other agents .agents.

    \b
    Examples:
      fact skill install
      fact skill install --agent .claude

    Exit status: 0 written, or there already, 2 an error.
    """
    target = Path(agent).expanduser() / "skills" / _NAME
    # The folder of the agent may be a link; what is in it may not.
    place = Path(os.path.realpath(Path(agent).expanduser()), "skills", _NAME)
    with as_file(files("factcli.mcp") / "skill") as source:
        contents = {target / path.relative_to(source): path.read_bytes() for path in _files(source)}
    differing = [path for path, content in contents.items() if path.exists() and path.read_bytes() != content]
    if differing and not force:
        raise FactcliError(f"{differing[0]}: already exists and differs", hint="replace it with --force")
    for path, content in contents.items():
        _write(path, place / path.relative_to(target), content)
    write(f"{safe_text(str(path))}\n" for path in contents)
    return 0


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file() and "__pycache__" not in path.parts)


def _write(path: Path, place: Path, content: bytes) -> None:
    """Write a file of the skill to its ``place`` in one step; what a link leads to is never written."""
    try:
        if os.path.realpath(place.parent) != str(place.parent):
            raise FactcliError(f"{path.parent}: is a link, or is in one", hint="remove the link")
        place.parent.mkdir(parents=True, exist_ok=True)
        if place.is_symlink():
            place.unlink()
        with locked(place, follow=False) as file:
            file.replace(content, expected=file.read())
    except OSError as error:
        raise FactcliError(
            f"{path}: cannot be written: {error.strerror}", hint="check the folder of --agent"
        ) from error
