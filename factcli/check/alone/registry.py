"""The rules in the order of their worth: where two find fault with the same words, the first one says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.check.alone.rules.averages import find_means_outside
from factcli.check.alone.rules.calendar_days import find_impossible_days
from factcli.check.alone.rules.conversions import find_wrong_conversions
from factcli.check.alone.rules.event_order import find_wrong_orders
from factcli.check.alone.rules.lifetimes import find_wrong_ages
from factcli.check.alone.rules.list_counts import find_wrong_list_counts
from factcli.check.alone.rules.multiples import find_wrong_multiples
from factcli.check.alone.rules.rises import find_wrong_changes, find_wrong_directions
from factcli.check.alone.rules.shares import find_wrong_shares
from factcli.check.alone.rules.shares_of_all import find_wrong_shares_of_all
from factcli.check.alone.rules.spans_of_time import find_wrong_durations
from factcli.check.alone.rules.spellings import find_names_spelt_two_ways
from factcli.check.alone.rules.sums import find_wrong_sums
from factcli.check.alone.rules.superlatives import find_wrong_ranks
from factcli.check.alone.rules.table_totals import find_wrong_table_totals
from factcli.check.alone.rules.twice.figures_twice import find_inconsistent_figures
from factcli.check.alone.rules.twice.headlines import find_other_figures_in_headlines
from factcli.check.alone.rules.twice.requoted import find_quotes_in_two_ways
from factcli.check.alone.rules.twice.retold import find_figures_retold
from factcli.check.alone.rules.weekday_dates import find_wrong_weekdays

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from factcli.check.alone.disagreements import Disagreement
    from factcli.check.alone.reading import Reading

# Each looks at a part of a text.
RULES: tuple[Callable[[Reading], Iterable[Disagreement]], ...] = (
    find_impossible_days,
    find_wrong_weekdays,
    find_wrong_conversions,
    find_wrong_changes,
    find_wrong_directions,
    find_wrong_multiples,
    find_wrong_shares,
    find_wrong_shares_of_all,
    find_wrong_sums,
    find_wrong_table_totals,
    find_wrong_ages,
    find_wrong_durations,
    find_wrong_orders,
    find_other_figures_in_headlines,
    find_inconsistent_figures,
    find_figures_retold,
    find_wrong_list_counts,
    find_means_outside,
    find_wrong_ranks,
    find_quotes_in_two_ways,
)
# Each looks at the whole text.
TEXT_RULES: tuple[Callable[[str], Iterable[Disagreement]], ...] = (find_names_spelt_two_ways,)
