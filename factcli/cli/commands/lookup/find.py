"""``fact find``: search for facts."""

from __future__ import annotations

import click

from factcli.cli.complete import complete_word
from factcli.cli.lookup import look_up
from factcli.cli.options import global_options
from factcli.cli.output import current_settings
from factcli.query.values import is_date


@click.command("find")
@click.argument("words", nargs=-1, metavar="QUERY", shell_complete=complete_word)
@click.option("--as-of", metavar="DATE", help="Only facts whose value holds for this year, month or day.")
@global_options
def command(words: tuple[str, ...], as_of: str | None) -> int:
    """Search for facts.

    Without a query, all facts are found. All words must match; word endings and accents are ignored. If nothing is
    found, words also match the beginnings of words, and the titles of sources.

    \b
      amia victims                 both words
      amia-bombing-deaths          the id of a fact
      hezb*                        words that begin like this
      how many died in Amia?       a question; figures come first
      '"stronger than ever"'       a phrase
      amia OR hezbollah            either word
      argentina NOT amia           without a word; or -amia in a quoted query
      kind:quote speaker:moreno    a field: kind, speaker, subject, unit, quote,
                                   source, statement, keyword, id or rank
      US\\$7m, 50,000 ha, 28 miles  a figure, matched by value in any unit
      18 July, January 2015        a date
      'value:>5m', value:5m..50m   figures by size
      date:2019-07                 dates in a month, a year or an interval
      as-of:2019                   facts that hold for a time

    \b
    Examples:
      fact find amia victims
      fact find show                           a word that is also a command
      fact find --as-of 2019-07 kind:figure    what held in July 2019
      fact find kind:figure --sort value --format list
      fact find US\\$7m --format json
      fact find amia --format '{id}: {value} ({source})'
      fact find kind:figure --format csv --fields id,amount,unit
      fact find --format jsonl                 every fact, one per line

    Exit status: 0 found, 1 nothing found, 2 an error.
    """
    if as_of is not None and not is_date(as_of):
        raise click.UsageError(f"invalid date '{as_of}' for --as-of: expected one such as 2018, 2019-07 or 'July 2019'")
    asked = () if as_of is None else (f'as-of:"{as_of}"',)
    return look_up(current_settings(), (*words, *asked))
