"""``fact validate``: whether a store is sound."""

from __future__ import annotations

from pathlib import Path

import click

from factcli.cli.named import StorePath
from factcli.cli.options import report_options
from factcli.cli.output import current_settings


@click.command("validate")
@click.argument("files", nargs=-1, metavar="[STORE...]", type=StorePath())
@report_options
def command(*, files: tuple[str, ...]) -> int:
    """Look for what is wrong with the store in use, or with the stores that are named.

    Fields, ids, units and dates; sources and successors that are not there; deprecated facts that do not say why;
    facts that are there twice or contradict one another; statements that state another figure than their fact; quotes
    without a locator.

    \b
    Examples:
      fact validate
      fact validate facts.json other.json
      fact validate --format sarif > facts.sarif

    Exit status: 0 sound, 1 there are problems, 2 an error.
    """
    from factcli.cli.curating.problems import counted, write_problems
    from factcli.curation.validate import validate_file
    from factcli.curation.validation_rules import ABOUT
    from factcli.render.problems import Report
    from factcli.store.location import find_store

    paths = [Path(name) for name in files or [find_store(current_settings().store).path]]
    found = [validate_file(path) for path in paths]
    reports = [Report(each.document, each.problems) for each in found]
    errors, warnings = (sum(each.count(level) for each in found) for level in ("error", "warning"))
    verdict = f"{counted(errors, 'error')}, {counted(warnings, 'warning')}" if errors or warnings else "sound"
    return write_problems(reports, ABOUT, f"{counted(sum(each.facts for each in found), 'fact')}: {verdict}")
