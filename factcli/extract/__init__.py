"""Propose facts: a source text -> candidates for a curator to look through.

``extract_facts`` gives all that a text states, a fact for each figure, date and quote; ``iter_proposals`` what is worth
keeping of it, as a curator would write it.
"""

from __future__ import annotations

from factcli.extract.candidates import extract_document, extract_facts, iter_facts
from factcli.extract.proposing.proposals import Proposal, issue_date, iter_proposals

__all__ = ["Proposal", "extract_document", "extract_facts", "issue_date", "iter_facts", "iter_proposals"]
