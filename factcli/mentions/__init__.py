"""Text in, mentions out: the figures, dates and quotes that a text states, each with its span and its value."""

from factcli.mentions.amounts.figure import sole_figure
from factcli.mentions.find import find_figures, find_mentions, iter_figures, iter_mentions

__all__ = ["find_figures", "find_mentions", "iter_figures", "iter_mentions", "sole_figure"]
