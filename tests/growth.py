"""How the time of the processor grows with a text: what counts where the steps of a call in C cannot be counted."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

_TIMES = 4
# Four times the text is 4 where the time is linear, and 16 where it grows with the square.
_MOST_GROWTH = 9
# Work on a short text that takes less is not measured well enough.
_LEAST_SECONDS = 0.01
# Other work on the machine slows one measurement, not all of them.
_MEASUREMENTS = 4


def grows_too_fast(
    work: Callable[[Any], object],
    text: Any,  # noqa: ANN401 - text or bytes
    *,
    least_seconds: float = _LEAST_SECONDS,
    measurements: int = _MEASUREMENTS,
) -> bool:
    """Whether ``work`` takes far more than four times as long for four times the text, however often it is measured.

    Less than ``least_seconds`` for the text itself is no more than linear work takes.
    """
    return all(
        (once := _seconds(work, text)) > least_seconds and _seconds(work, text * _TIMES) > _MOST_GROWTH * once
        for _ in range(measurements)
    )


def _seconds(work: Callable[[Any], object], text: Any) -> float:  # noqa: ANN401 - text or bytes
    began = time.process_time()
    work(text)
    return time.process_time() - began
