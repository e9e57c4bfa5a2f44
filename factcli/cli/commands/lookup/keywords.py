"""``fact keywords``: list the keywords of the store, with the number of facts of each."""

from __future__ import annotations

from collections import Counter

import click

from factcli.cli.complete import complete_word
from factcli.cli.listing import list_records
from factcli.cli.lookup import opened_index, typed_query
from factcli.cli.options import row_options
from factcli.index.columns import SEPARATOR


@click.command("keywords")
@click.argument("words", nargs=-1, metavar="[QUERY]", shell_complete=complete_word)
@row_options
def command(words: tuple[str, ...]) -> int:
    """List the keywords, most used first.

    With a query, only those of the facts found.

    \b
    Examples:
      fact keywords
      fact keywords kind:quote
      fact keywords --format json --limit 20

    Exit status: 0 found, 1 nothing found, 2 an error.
    """
    index, query = opened_index(), typed_query(words)
    hits = index.search(query)
    counted = Counter(keyword for hit in hits for keyword in hit.keywords.split(SEPARATOR) if keyword)
    ranked = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0].casefold()))
    records = ({"keyword": keyword, "facts": str(facts)} for keyword, facts in ranked)
    return list_records("keywords", ("keyword", "facts"), records, index, query)
