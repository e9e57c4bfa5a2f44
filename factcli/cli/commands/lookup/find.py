"""``fact find``: the facts that a query holds for."""

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
    """Look facts up. Without a query: all of them.

    All words must match; endings and accents do not matter.

    \b
      amia victims                 both words
      '"stronger than ever"'       a phrase
      amia OR hezbollah            one or the other
      argentina NOT amia           without a word; also '-amia' in a quoted query
      kind:quote speaker:moreno    kind, speaker, subject, unit, source, keyword, id, rank
      US\\$7m, 50,000 ha, 28 miles  a figure, found by its value in any unit
      18 July, January 2015        a date
      'value:>5m', value:5m..50m   figures by size
      date:2019-07                 dates that fall into a month, a year, a span

    \b
    Examples:
      fact find amia victims
      fact find check                           a word that is also a command
      fact find US\\$7m --format json
      fact find kind:figure --format csv --fields id,amount,unit
      fact find --format jsonl                  every fact, one a line

    Exit status: 0 found, 1 nothing found, 2 an error.
    """
    return look_up(current_settings(), words)
