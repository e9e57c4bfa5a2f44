"""How a table of words is written: running text comes in, the set of its words goes out."""

from __future__ import annotations


def word_set(*texts: str) -> frozenset[str]:
    """The words of one or more running texts."""
    return frozenset(" ".join(texts).split())
