"""What tests of the command share: where it is, and what a run of it leaves."""

from __future__ import annotations

import gc
import importlib
import os
import pkgutil
import sys
import traceback
import warnings
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

import factcli

ROOT = Path(__file__).parent.parent
FACT = str(Path(sys.executable).with_name("fact"))
STREAMS = (("stdin", "r"), ("stdout", "w"), ("stderr", "w"))
# What no command ends with.
NO_STATUS = 70
# These modules need what is not installed everywhere.
_LEFT_OUT = ("__main__", ".spark")


class Ended(NamedTuple):
    """What a run of the command left: its exit status and what it printed."""

    status: int
    out: str
    err: str


Run = Callable[..., Ended]


def forked(work: Callable[[], int]) -> int:
    """The id of a fork of this process, which ends with the status that ``work`` returns there.

    A fork spares a command the start of an interpreter, and its imports.
    """
    _import_everything()
    with warnings.catch_warnings(action="ignore", category=DeprecationWarning):  # The threads of pytest-xdist wait.
        child = os.fork()
    if not child:
        gc.freeze()  # The collector would copy the memory of this process.
        status = NO_STATUS
        try:
            status = work()
        except BaseException:  # noqa: BLE001 - nothing of pytest may run in the child
            traceback.print_exc()
        finally:
            os._exit(status)
    return child


@cache
def _import_everything() -> None:
    """Import here what commands import as they run, once and not in each fork."""
    for module in pkgutil.walk_packages(factcli.__path__, "factcli."):
        if not module.name.endswith(_LEFT_OUT):
            importlib.import_module(module.name)


def use_streams(*descriptors: int) -> None:
    """Make these the standard streams, as in an interpreter that starts with them."""
    for number, descriptor in enumerate(descriptors):
        os.dup2(descriptor, number)
        name, mode = STREAMS[number]
        stream = open(number, mode, 1, encoding="utf-8", closefd=False)  # noqa: SIM115 - until the process ends
        setattr(sys, name, stream)
