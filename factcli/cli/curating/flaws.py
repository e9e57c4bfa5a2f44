"""A change of the store comes in; what is wrong with the facts that it leaves is said at once, as validate has it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from factcli.cli.output import current_settings, write_note
from factcli.curation.validate import flaws_of
from factcli.model.formatting import counted
from factcli.store.transaction import FACTS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factcli.curation.validation_rules import Flaw, Level
    from factcli.store.transaction import Change, Tables

    LeveledFlaw = tuple[Level, Flaw]

_LEVELS: tuple[Level, ...] = ("error", "warning")


def with_flaws(change: Callable[[Tables], list[Change]], flaws: list[LeveledFlaw]) -> Callable[[Tables], list[Change]]:
    """A change that also puts into ``flaws`` what is wrong with the facts that it adds or changes."""

    def checked(tables: Tables) -> list[Change]:
        changes = change(tables)
        flaws[:] = flaws_of(tables, {each.id for each in changes if (FACTS, each.id) in tables})
        return changes

    return checked


def note_flaws(flaws: Sequence[LeveledFlaw]) -> None:
    """Write a note on the flaws, with the first error, or else warning."""
    if not flaws or current_settings().quiet:
        return
    counts = Counter(level for level, _ in flaws)
    numbers = " and ".join(counted(counts[level], level) for level in _LEVELS if counts[level])
    first = next(flaw for level in _LEVELS for its_level, flaw in flaws if its_level == level)
    such = ", such as " if len(flaws) > 1 else ": "
    write_note(f"fact: {numbers}{such}{first.id}: {first.message}; `fact validate` shows where")
