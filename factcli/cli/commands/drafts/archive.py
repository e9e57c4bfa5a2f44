"""``fact archive``: whole archives against the store, on this machine or on Spark."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcli.cli.named import NamedPath
from factcli.cli.options import global_options

if TYPE_CHECKING:
    from datetime import datetime

_DAY = click.DateTime(["%Y-%m-%d"])


@click.command("archive")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...", type=NamedPath())
@click.option(
    "--output",
    required=True,
    metavar="FOLDER",
    type=NamedPath(),
    help="Where findings go: a new folder, or one to go on in.",
)
@click.option("--fact", "facts", multiple=True, metavar="ID", help="Ask only about this fact; may be repeated.")
@click.option("--since", type=_DAY, metavar="DATE", help="Only documents published on this day or later.")
@click.option("--until", type=_DAY, metavar="DATE", help="Only documents published on this day or earlier.")
@click.option("--all", "show_all", is_flag=True, help="Write what is confirmed too.")
@click.option(
    "--rule-off", "rules_off", multiple=True, metavar="NAME", help="Do not report this rule; may be repeated."
)
@click.option(
    "--input-format", type=click.Choice(("jsonl", "csv", "parquet", "text")), help="Default: as the files' names tell."
)
@click.option("--output-format", type=click.Choice(("jsonl", "parquet")), default="jsonl", help="Default: jsonl.")
@click.option("--jobs", "-j", type=click.IntRange(1), metavar="N", help="Worker processes; default: one for each core.")
@click.option("--engine", type=click.Choice(("local", "spark")), default="local", help="Default: local.")
@click.option("--master", metavar="URL", help="The Spark master; default: what Spark is configured for, else local[*].")
@global_options
def command(*, since: datetime | None, until: datetime | None, **wished: object) -> int:
    """Check an archive of documents, and write a row for each figure that is wrong.

    INPUT is a file of JSON Lines, CSV (both also .gz) or Parquet with the columns id and text, and published, title
    and url where there are any; or a folder of such files, or of texts, Markdown and Word files.

    FOLDER gets findings/ in parts, rejected.jsonl with what could not be read, and summary.json. Printed is what
    was wrong most often. The same command again goes on where it was stopped, and is quick when all is done.

    \b
    Examples:
      fact archive articles.jsonl --output corrections
      fact archive archive/ --output amia --fact amia-bombing-deaths --since 2015-01-01
      fact archive articles.parquet --output corrections --output-format parquet
      fact archive hdfs:///archive --engine spark --input-format parquet --output hdfs:///corrections

    Exit status: 0 nothing is wrong, 1 something is, 2 an error.
    """
    from factcli.cli.checking.archiving import ArchiveOptions, run_archive

    days = {name: day and day.date() for name, day in (("since", since), ("until", until))}
    return run_archive(ArchiveOptions(**days, **wished))  # type: ignore[arg-type] # its fields are options
