"""The exceptions of factcli: what went wrong, where, and what to do next."""

from __future__ import annotations

import errno

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from typing import NamedTuple
else:
    from factcli.tuples import NamedTuple

_SYSTEM_HINTS = {
    errno.EACCES: "check its permissions",
    errno.EPERM: "check its permissions",
    errno.EROFS: "name a place that can be written",
    errno.ENOSPC: "free some space",
    errno.EDQUOT: "free some space",
}


class FactcliError(Exception):
    """An error that is shown to the user in a line: ``message``, and in ``hint`` what to do next.

    Every command maps this tree to exit status 2 in one place, ``factcli.cli.main``.
    """

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def lines(self) -> list[str]:
        """The error as one line for each thing that is wrong, without a prefix."""
        stop = "" if self.message.endswith("?") else "."
        return [f"{self.message}{stop} Hint: {self.hint}" if self.hint else self.message]


class UnwrittenDatabaseError(FactcliError):
    """A database that cannot be written to the folder for temporary files, with what SQLite says of it."""

    def __init__(self, reason: object) -> None:
        hint = "check the free space for temporary files, or set $TMPDIR"
        super().__init__(f"the database cannot be written: {reason}", hint=hint)


def system_hint(error: OSError) -> str:
    """What to do about an error of the operating system."""
    return _SYSTEM_HINTS.get(error.errno or 0, "check the path")


class SystemFailureError(FactcliError):
    """An error of the operating system, with the path that it names, or else the one that was ``named``."""

    def __init__(self, error: OSError, named: str) -> None:
        super().__init__(f"{error.filename or named}: {error.strerror or error}", hint=system_hint(error))


class Defect(NamedTuple):
    """One thing that is wrong with a store: what, and where.

    ``line`` and ``column`` count from 1, in code points; 0 means that the defect has no place in
    the text. ``path`` is the JSON path (``$.facts.x.value``), empty where JSON itself is broken.
    """

    what: str
    line: int = 0
    column: int = 0
    path: str = ""

    def __str__(self) -> str:
        return f"{self.path}: {self.what}" if self.path else self.what


class StoreError(FactcliError):
    """A store that cannot be read, or may not be written: all of its defects in one go."""

    def __init__(self, path: Path, defects: Iterable[Defect], *, hint: str | None = None) -> None:
        self.path = path
        self.defects = sorted(defects, key=lambda defect: (defect.line, defect.column))
        super().__init__("; ".join(map(str, self.defects)), hint=hint)

    def lines(self) -> list[str]:
        """One line a defect, ``PATH:LINE:COLUMN: what``; the hint comes after the last one."""
        lines = [f"{self._place(defect)}: {defect}" for defect in self.defects]
        if self.hint:
            lines[-1] += f". Hint: {self.hint}"
        return lines

    def _place(self, defect: Defect) -> str:
        return f"{self.path}:{defect.line}:{defect.column}" if defect.line else str(self.path)
