"""How a table of words is written: a running text comes in, a set of its words goes out."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The words of a list of ours that is written as running text."""
    return frozenset(text.split())
