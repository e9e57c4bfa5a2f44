"""``fact validate``: report the problems of a store."""

from __future__ import annotations

from pathlib import Path

import click

from factcli.cli.named import StorePath
from factcli.cli.options import problem_options
from factcli.cli.output import current_settings
from factcli.model.formatting import counted


@click.command("validate")
@click.argument("files", nargs=-1, metavar="[STORE...]", type=StorePath())
@problem_options
def command(*, files: tuple[str, ...]) -> int:
    """Report the problems of a store.

    It checks fields, ids, units and dates, and references to sources and facts that do not exist. It also reports
    deprecated facts without a reason, facts that are due for review, duplicate or contradictory facts, statements and
    cited words with a figure that differs from their fact, names spelt in two ways, and quotes without a locator.
    docs/RULES.md lists the rules.

    \b
    Examples:
      fact validate
      fact validate facts.json other.json
      fact validate --format sarif > facts.sarif

    Exit status: 0 no problems, 1 there are problems, 2 an error.
    """
    from factcli.cli.curating.problems import write_problems
    from factcli.cli.store_choice import chosen_stores
    from factcli.curation.validate import validate_file
    from factcli.curation.validation_rules import ABOUT
    from factcli.render.problems import Report

    paths = [Path(name) for name in files or [place.path for place in chosen_stores(current_settings())]]
    found = [validate_file(path) for path in paths]
    reports = [Report(each.document, each.problems) for each in found]
    errors, warnings = (sum(each.count(level) for each in found) for level in ("error", "warning"))
    verdict = f"{counted(errors, 'error')}, {counted(warnings, 'warning')}" if errors or warnings else "no problems"
    return write_problems(reports, ABOUT, f"{counted(sum(each.facts for each in found), 'fact')}: {verdict}")
