"""``fact archive``: whole archives against the store, on this machine or on Spark."""

from __future__ import annotations

import click

from factcli.cli.named import NamedPath
from factcli.cli.options import row_options
from factcli.cli.typed_options import ArchiveOptions, day_option, takes

_INPUT_FORMATS = ("jsonl", "csv", "parquet", "text")
_OUTPUT_FORMATS = ("jsonl", "parquet")
_ENGINES = ("local", "spark")
_ABOUT_OUTPUT = "Folder for the findings; an unfinished run resumes."


@click.command("archive")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...", type=NamedPath())
@click.option("--output", required=True, metavar="FOLDER", type=NamedPath(), help=_ABOUT_OUTPUT)
@click.option("--fact", "facts", multiple=True, metavar="ID", help="Check only this fact; may be repeated.")
@day_option("--since", about="Only documents published on this day or later.")
@day_option("--until", about="Only documents published on this day or earlier.")
@click.option("--all", "show_all", is_flag=True, help="Also write what is confirmed.")
@click.option("--rule-off", "rules_off", multiple=True, metavar="NAME", help="Disable this rule; may be repeated.")
@click.option("--input-format", type=click.Choice(_INPUT_FORMATS), help="Default: from the file names.")
@click.option("--output-format", type=click.Choice(_OUTPUT_FORMATS), default="jsonl", help="Default: jsonl.")
@click.option("--jobs", "-j", type=click.IntRange(1), metavar="N", help="Worker processes; default: one per core.")
@click.option("--engine", type=click.Choice(_ENGINES), default="local", help="Default: local.")
@click.option("--master", metavar="URL", help="Spark master; default: from Spark's configuration, else local[*].")
@row_options
@takes(ArchiveOptions)
def command(options: ArchiveOptions) -> int:
    """Check an archive of documents for wrong figures and names.

    INPUT is a JSON Lines, CSV (both also .gz) or Parquet file with the columns id and text, and optionally published,
    title and url. It can also be a folder of such files, or of text, Markdown and Word files.

    FOLDER receives one row per wrong figure in findings/, the records that could not be read in rejected.jsonl, and
    summary.json. The figures that are wrong in most documents are printed. To resume an interrupted run, repeat the
    command.

    Documents are checked against the store alone; the setting `sources` is ignored.

    \b
    Examples:
      fact archive articles.jsonl --output corrections
      fact archive archive/ --output amia --fact amia-bombing-deaths \\
        --since 2015-01-01
      fact archive articles.parquet --output corrections \\
        --output-format parquet
      fact archive hdfs:///archive --engine spark --input-format parquet \\
        --output hdfs:///corrections

    Exit status: 0 nothing is wrong, 1 something is, 2 an error.
    """
    from factcli.cli.checking.archiving import run_archive

    return run_archive(options)
