"""``fact find``: search for facts."""

from __future__ import annotations

import click

from factcli.cli.complete import complete_word
from factcli.cli.lookup import look_up
from factcli.cli.options import global_options
from factcli.cli.output import current_settings


@click.command("find")
@click.argument("words", nargs=-1, metavar="QUERY", shell_complete=complete_word)
@global_options
def command(words: tuple[str, ...]) -> int:
    """Search for facts.

    Without a query, all facts are found. All words must match; word endings and accents are ignored.

    \b
      amia victims                 both words
      '"stronger than ever"'       a phrase
      amia OR hezbollah            either word
      argentina NOT amia           without a word; or -amia in a quoted query
      kind:quote speaker:moreno    a field: kind, speaker, subject, unit,
                                   source, keyword, id or rank
      US\\$7m, 50,000 ha, 28 miles  a figure, matched by value in any unit
      18 July, January 2015        a date
      'value:>5m', value:5m..50m   figures by size
      date:2019-07                 dates in a month, a year or an interval

    \b
    Examples:
      fact find amia victims
      fact find show                           a word that is also a command
      fact find US\\$7m --format json
      fact find kind:figure --format csv --fields id,amount,unit
      fact find --format jsonl                 every fact, one per line

    Exit status: 0 found, 1 nothing found, 2 an error.
    """
    return look_up(current_settings(), words)
