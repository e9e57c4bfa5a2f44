"""The shapes of what the tools return, from which the SDK makes the output schemas of the protocol.

Where there is a ``total``, it counts those beyond the limit too.
"""

from __future__ import annotations

from typing import Any, TypedDict


class FindAnswer(TypedDict):
    """The facts found in short, best first, each with its citation."""

    store: str
    total: int
    facts: list[dict[str, str]]


class ShowAnswer(TypedDict):
    """Whole facts as in facts.json, each with its sources, and the ids that the store does not have."""

    facts: list[dict[str, Any]]
    unknown: list[str]


class CheckAnswer(TypedDict):
    """The findings as in ``fact check --format json``, each with the ``citation`` of its fact; counts by verdict."""

    store: str
    fails: bool
    summary: dict[str, int]
    findings: list[dict[str, Any]]


class ExtractAnswer(TypedDict):
    """Candidates as in facts.json."""

    total: int
    facts: list[dict[str, Any]]


class KeywordsAnswer(TypedDict):
    """Keywords with the number of their facts, most used first."""

    total: int
    keywords: dict[str, int]
