"""What tests of the command share: where it is, and what a run of it leaves."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
FACT = str(Path(sys.executable).with_name("fact"))


class Ended(NamedTuple):
    """What a run of the command left: its exit status and what it printed."""

    status: int
    out: str
    err: str


Run = Callable[..., Ended]
