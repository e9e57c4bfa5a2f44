"""``fact skill``: give an agent the instructions for using factcli."""

from __future__ import annotations

import os
from contextlib import ExitStack, contextmanager
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcli.cli.named import NamedPath
from factcli.cli.output import write
from factcli.errors import FactcliError
from factcli.escaping import safe_text
from factcli.store.file import locked
from factcli.store.lock import held_folder

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

    Exit status: 0 written, or already there, 2 an error.
    """
    folder = Path(agent).expanduser()
    with as_file(files("factcli.mcp") / "skill") as source:
        contents = {Path("skills", _NAME, path.relative_to(source)): path.read_bytes() for path in _files(source)}
    try:
        if not force:
            _check_same(folder, contents)
        _write_all(folder, contents)
    except OSError as error:
        what = f"{folder}: cannot be written: {error.strerror}"
        raise FactcliError(what, hint="check the folder of --agent") from error
    write(f"{safe_text(str(folder / name))}\n" for name in contents)
    return 0


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file() and "__pycache__" not in path.parts)


def _check_same(agent: Path, contents: dict[Path, bytes]) -> None:
    """Raise :class:`FactcliError` where a file of the skill exists and differs."""
    for name, content in contents.items():
        path = agent / name
        if path.is_file() and path.read_bytes() != content:
            raise FactcliError(f"{path}: already exists and differs", hint="replace it with --force")


def _write_all(agent: Path, contents: dict[Path, bytes]) -> None:
    """Write files into the folder of an agent, which may be a link; no other link is followed.  Raises OSError."""
    agent.mkdir(parents=True, exist_ok=True)
    with held_folder(agent) as held:
        for name, content in contents.items():
            with _held_parent(agent, held, name) as folder:
                if (folder / name.name).is_symlink():
                    (folder / name.name).unlink()
                with locked(Path(os.path.realpath(folder), name.name), follow=False) as file:
                    file.replace(content, expected=file.read())


@contextmanager
def _held_parent(agent: Path, held: Path, name: Path) -> Iterator[Path]:
    """Hold the folder of ``name`` below the ``held`` folder of an agent; makes what is missing."""
    with ExitStack() as stack:
        for part in name.parts[:-1]:
            agent, held = agent / part, held / part
            if held.is_symlink():
                raise FactcliError(f"{agent}: is a link", hint="remove the link")
            held.mkdir(exist_ok=True)
            # A link that was put in its place in the meantime could lead anywhere.
            held = stack.enter_context(held_folder(held, follow=False))
        yield held
