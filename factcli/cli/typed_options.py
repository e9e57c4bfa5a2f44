"""The options of a command line come in as click collects them; one typed value goes out."""

from __future__ import annotations

import functools
from datetime import date  # noqa: TC003 - msgspec reads the annotations
from typing import TYPE_CHECKING, TypeVar

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
    form = click.DateTime(["%Y-%m-%d"])
    return click.option(name, type=form, metavar="DATE", help=about, callback=_as_day)


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
