"""Regular expressions that few texts need: each is compiled when it is first used.

A lookup of a typed figure imports every recogniser, and compiling what it does not use would take a sixth of its time.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable


def late_pattern(source: str | Callable[[], str], flags: int = 0) -> re.Pattern[str]:
    """The regular expression ``source``, or the one that it returns, compiled when it is first used.

    >>> late_pattern("[0-9]+").match("12 km")[0]
    '12'
    """
    return cast("re.Pattern[str]", _LatePattern(source, flags))


class _LatePattern:
    """Takes the place of a pattern; the methods that it has used become its own, so that the next use costs no more."""

    def __init__(self, source: str | Callable[[], str], flags: int) -> None:
        self._source = source
        self._flags = flags
        self._compiled: re.Pattern[str] | None = None

    def __getattr__(self, name: str) -> object:
        if self._compiled is None:
            source = self._source if isinstance(self._source, str) else self._source()
            self._compiled = re.compile(source, self._flags)
        attribute = getattr(self._compiled, name)
        setattr(self, name, attribute)
        return attribute
