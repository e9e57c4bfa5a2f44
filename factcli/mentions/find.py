"""The driver of all recognisers: a text comes in, its mentions go out in order.

Each block of tokens is read twice.  First the dates, which know their own figures best ("5 May 2012" is not a 5), and
the ages that are not plain figures; their tokens are then hidden, and the figures are read from what is left.  Neither
sees what the other has claimed.
"""

from __future__ import annotations

from heapq import merge
from typing import TYPE_CHECKING

from factcli.mentions.ages import as_age, find_ages
from factcli.mentions.amounts.find import find_amounts
from factcli.mentions.dates.words import MAY_HOLD_DATE, classify
from factcli.mentions.lexer import Tokens, lex
from factcli.model.facts import Mention, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from factcli.mentions.match import Match


def find_mentions(text: str, *, anchor: date | None = None, block_quotes: Iterable[Span] = ()) -> list[Mention]:
    """The mentions of any text, in the order in which they start.

    ``anchor`` is the day on which the text was written; without it, relative dates ("last May") are not read.
    ``block_quotes`` are the stretches that the markup of a document sets off as quoted.
    Figures and dates never overlap each other, quotes never overlap quotes; a quote may hold figures and dates, which
    come after it.  Nothing is raised, whatever the text.
    """
    return sorted([*_figures(text, anchor), *_quotes(text, block_quotes)], key=_place)


def iter_mentions(text: str, *, anchor: date | None = None, block_quotes: Iterable[Span] = ()) -> Iterator[Mention]:
    """The mentions as :func:`find_mentions` gives them, each as it is found: a text of megabytes has many."""
    return merge(_figures(text, anchor), _quotes(text, block_quotes), key=_place)


def find_figures(text: str) -> list[Mention]:
    """The figures and dates alone, as :func:`find_mentions` gives them: quicker where quotes are of no use."""
    return list(iter_figures(text))


def iter_figures(text: str) -> Iterator[Mention]:
    """The figures and dates as :func:`find_figures` gives them, each as it is found."""
    return _figures(text, None)


def _figures(text: str, anchor: date | None) -> Iterator[Mention]:
    for tokens in lex(text):
        yield from sorted(_read(tokens, anchor), key=_place)


def _quotes(text: str, block_quotes: Iterable[Span]) -> Iterator[Mention]:
    # A lookup wants figures alone, and need not wait for the import.
    from factcli.mentions.quotes.find import iter_quotes

    return iter_quotes(text, block_quotes)


def _place(mention: Mention) -> tuple[int, int]:
    return mention.span.start, -mention.span.end


def _read(tokens: Tokens, anchor: date | None) -> Iterator[Mention]:
    dates = _dates(tokens, anchor)
    ages = find_ages(tokens)
    for match in (*dates, *ages):
        tokens.hide(match.first, match.after)
    amounts = [as_age(tokens, match) for match in find_amounts(tokens)]
    for match in (*dates, *ages, *amounts):
        yield _mention(tokens, match)


def _dates(tokens: Tokens, anchor: date | None) -> list[Match]:
    classes = classify(tokens)
    if not anchor and not MAY_HOLD_DATE.search(classes):
        return []
    # A figure that is typed alone need not wait for the import.
    from factcli.mentions.dates.find import find_dates

    return find_dates(tokens, classes, anchor)


def _mention(tokens: Tokens, match: Match) -> Mention:
    span = Span(tokens.starts[match.first], tokens.ends[match.after - 1])
    return Mention(
        span=span,
        surface=tokens.text[span.start : span.end],
        kind=match.kind,
        value=match.value,
        modifiers=match.modifiers,
        alternative=match.alternative,
        role=match.role,
        is_possible=match.is_possible,
    )
