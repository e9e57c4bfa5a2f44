"""Propose facts: a source text -> a candidate for each figure, date and quote in it, for a curator to look through."""

from __future__ import annotations

from factcli.extract.candidates import extract_document, extract_facts, iter_facts

__all__ = ["extract_document", "extract_facts", "iter_facts"]
