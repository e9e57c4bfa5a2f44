"""The options of a command line come in as click collects them; one typed value goes out."""

from __future__ import annotations

import functools
from datetime import date  # noqa: TC003 - msgspec reads the annotations
from typing import TYPE_CHECKING, Any, TypeVar

import click
import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

OptionsT = TypeVar("OptionsT", bound=msgspec.Struct)


class CheckOptions(msgspec.Struct, frozen=True, kw_only=True):
    """The options of ``fact check``."""

    drafts: tuple[str, ...]
    stdin_name: str | None = None
    show_all: bool = False
    strict: bool = False
    fix: bool = False
    diff: bool = False
    since: str | None = None
    watch: bool = False
    explain: str | None = None
    published: date | None = None
    rules_off: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    baseline: str | None = None
    write_baseline: bool = False
    ticks: str | None = None


class ArchiveOptions(msgspec.Struct, frozen=True, kw_only=True):
    """The options of ``fact archive``."""

    inputs: tuple[str, ...]
    output: str
    facts: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    show_all: bool = False
    rules_off: tuple[str, ...] = ()
    input_format: str | None = None
    output_format: str = "jsonl"
    jobs: int | None = None
    engine: str = "local"
    master: str | None = None


def day_option(name: str, *, about: str) -> Callable[[Callable[..., int]], Callable[..., int]]:
    """An option whose value is a day written as 2019-07-18; the command receives a :class:`datetime.date`."""
    return click.option(name, type=_Day(["%Y-%m-%d"]), metavar="DATE", help=about, callback=_as_day)


class _Day(click.DateTime):
    """A day whose error shows an example, where click would show the format of strptime."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:  # noqa: ANN401 - as click has it
        """The day that was typed."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(f"'{value}' is not a day such as 2019-07-18", param, ctx)


def _as_day(_ctx: click.Context, _param: click.Parameter, value: datetime | None) -> date | None:
    return value.date() if value else None


def takes(form: type[OptionsT]) -> Callable[[Callable[[OptionsT], int]], Callable[..., int]]:
    """Pass a command its arguments and options as one value of ``form``, whose fields have their names."""

    def decorate(command: Callable[[OptionsT], int]) -> Callable[..., int]:
        @functools.wraps(command)
        def with_struct(**values: object) -> int:
            return command(msgspec.convert(values, form))

        return with_struct

    return decorate
