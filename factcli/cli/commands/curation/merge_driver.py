"""``fact merge-driver``: merge stores for git."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcli.cli.named import NamedPath
from factcli.cli.options import quiet_options
from factcli.cli.output import current_settings, write_note
from factcli.curation.merge import merge_stores
from factcli.escaping import safe_text
from factcli.store.file import read_store_file, rewrite_file

if TYPE_CHECKING:
    from collections.abc import Iterable


@click.command("merge-driver")
@click.argument("base", metavar="%O", type=NamedPath())
@click.argument("ours", metavar="%A", type=NamedPath())
@click.argument("theirs", metavar="%B", type=NamedPath())
@click.argument("path", metavar="[%P]", required=False)
@quiet_options
def command(*, base: str, ours: str, theirs: str, path: str | None) -> int:
    """Merge two stores by fact and field, as a git merge driver.

    %O is the common ancestor, %B the other side, and %A this side, which receives the result.

    Conflicts are: a field that both sides changed differently, an entry that one side removed and the other changed
    or refers to, and a fact that both sides renamed. They are written to the file between conflict markers. If both
    sides pass `fact validate` but the merged store does not, that is a conflict without markers.

    \b
    Examples:
      git config merge.fact.name 'facts by field'
      git config merge.fact.driver 'fact merge-driver %O %A %B %P'
      echo 'facts.json merge=fact' >> .gitattributes
      fact merge-driver base.json ours.json theirs.json

    Exit status: 0 merged, 1 there are conflicts, 2 an error, and %A is unchanged.
    """
    name = Path(path or ours)
    troubles: list[str] = []
    base_data, their_data = (read_store_file(Path(side)).data for side in (base, theirs))

    def merge(data: bytes) -> bytes:
        merged = merge_stores(base_data, data, their_data, name)
        after = merged.text.encode()
        conflicts = [f"{name}: conflict: {why}" for why in merged.reasons]
        troubles.extend(conflicts or new_problems(after, (data, their_data), name))
        return after

    rewrite_file(Path(ours), merge)
    if not current_settings().quiet:
        for trouble in troubles:
            write_note(f"fact: {safe_text(trouble)}")
    return 1 if troubles else 0


def new_problems(merged: bytes, sides: Iterable[bytes], path: Path) -> list[str]:
    """The problems of a merged store that neither side has, one line each with its place."""
    from factcli.curation.validate import validate_store

    found = validate_store(merged, path)
    if not found.problems:
        return []
    known = {(problem.rule, problem.id) for side in sides for problem in validate_store(side, path).problems}
    new = [problem for problem in found.problems if (problem.rule, problem.id) not in known]
    places = [found.document.source_place(problem.span.start) for problem in new]
    return [
        f"{path}:{place.line}:{place.column}: conflict: the merged store is not valid: {each.message} [{each.rule}]"
        for each, place in zip(new, places, strict=True)
    ]
