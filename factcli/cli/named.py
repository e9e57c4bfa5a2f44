"""Values as a command line names them: a path that is never empty, a pipe where it may be one, a form of output."""

from __future__ import annotations

import os
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from factcli.cli.options import Settings, is_template
from factcli.errors import FactcliError
from factcli.pipes import is_pipe, read_pipe

if TYPE_CHECKING:
    from collections.abc import Callable

_LARGEST_STORE = 1024**3


class NamedPath(click.Path):
    """A path that is not empty: ``"$F"`` of a variable without a value must not mean the working folder.

    One that cannot be read is not an error of usage.
    """

    def convert(
        self, value: str | os.PathLike[str], param: click.Parameter | None, ctx: click.Context | None
    ) -> str | bytes | os.PathLike[str]:
        """The path as it was typed."""
        if not str(value):
            self.fail("the path is empty", param, ctx)
        if self.readable and os.path.exists(value) and not os.access(value, os.R_OK):
            raise FactcliError(f"{value!s}: Permission denied", hint="check its permissions")
        return super().convert(value, param, ctx)


class FormatChoice(click.Choice[str]):
    """The name of a form of output, or a template such as ``{id}: {value}``."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ANN401 - as click has it
        """The name or template as it was typed."""
        return str(value) if is_template(str(value)) else str(super().convert(value, param, ctx))


class ManyValues(click.Option):
    """An option that takes all values up to the next option: ``--against a.pdf b.html``; it may be repeated."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - as click has it
        kwargs["multiple"] = True
        super().__init__(*args, **kwargs)

    def add_to_parser(self, parser: Any, ctx: click.Context) -> None:  # noqa: ANN401 - click keeps its parser private
        """Let the parser read on after the first value."""
        super().add_to_parser(parser, ctx)
        for name in self.opts:
            option = parser._long_opt[name]  # noqa: SLF001 - click offers no other way to take several values
            option.process = partial(_take_all, option.process)


def _take_all(process: Callable[[str, Any], None], value: str, state: Any) -> None:  # noqa: ANN401 - as above
    process(value, state)
    while state.rargs and (state.rargs[0] == "-" or not state.rargs[0].startswith("-")):
        process(state.rargs.pop(0), state)


class StorePath(NamedPath):
    """The path of a store that is only read: a pipe is copied into a file, which lasts as long as the command."""

    def convert(
        self, value: str | os.PathLike[str], param: click.Parameter | None, ctx: click.Context | None
    ) -> str | bytes | os.PathLike[str]:
        """The path as it was typed, or that of the copy."""
        path = os.fspath(value)
        if ctx and not ctx.resilient_parsing and is_pipe(path):
            return _copied(path, ctx.find_root())
        return super().convert(value, param, ctx)


def _copied(path: str, root: click.Context) -> str:
    from factcli.index.freshness import index_path
    from factcli.store.temporary import temporary_folder

    data = read_pipe(path, _LARGEST_STORE + 1)
    if len(data) > _LARGEST_STORE:
        raise FactcliError(f"{path}: larger than {_LARGEST_STORE // 1024**2} MiB", hint="write it into a file")
    folder = root.with_resource(temporary_folder())
    copy = str(folder / "facts.json")
    with open(copy, "xb") as file:
        file.write(data)
    root.call_on_close(partial(_remove, index_path(copy)))
    if isinstance(root.obj, Settings):
        root.obj.copies.append(copy)
    return copy


def _remove(index: str) -> None:
    for end in ("", ".seal", ".lock", "-journal", "-wal", "-shm"):
        with suppress(OSError):
            os.unlink(index + end)
