"""How the work of a function grows with its text: the steps of Python are counted, not seconds."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import FrameType

    from _typeshed import TraceFunction

Work = Callable[[str], object]

# Twice the work is 2; work that grows with the square of the text is 4.
MOST_GROWTH = 2.6
# What is done once, however long the text is.
_ONCE = 500


def grows_in_step(work: Work, part: str, size: int = 600, most: float = MOST_GROWTH) -> bool:
    """Whether twice the text takes about twice the work, for a text of so many characters that repeats a part."""
    text = part * (size // len(part))
    work(text)  # What is read once is not counted.
    return steps(work, text + text) <= most * steps(work, text) + _ONCE


def steps(work: Work, text: str) -> int:
    """How many lines of Python are executed, a line of a loop each time, and how many calls and returns."""
    count = 0

    def see(_frame: FrameType, _event: str, _argument: object) -> TraceFunction:
        nonlocal count
        count += 1
        return see

    traced = sys.gettrace()
    sys.settrace(see)
    try:
        work(text)
    finally:
        sys.settrace(traced)
    return count
