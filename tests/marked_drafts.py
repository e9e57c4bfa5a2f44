"""Drafts beside facts, read from a page of cases: each fact by its statement, each draft with the figure that is meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from factcli.check import Checker
from factcli.mentions import find_mentions
from factcli.model.edtf import EdtfDate
from factcli.model.facts import Fact, Mention, Reference

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from factcli.check import Finding


class MarkedDraft(NamedTuple):
    """A draft beside facts; the figure meant is ``draft[start:end]``."""

    facts: tuple[Fact, ...]
    draft: str
    start: int
    end: int
    verdict: str


def fact_stated(number: int, line: str, stated: Mention | None = None) -> Fact:
    """The fact of ``subject; alias; alias | statement``; its value is ``stated``, or else the statement's last one."""
    names, statement = line.split(" | ")
    subject, *aliases = names.split("; ")
    mention = stated or find_mentions(statement)[-1]
    kind = "date" if isinstance(mention.value, EdtfDate) else "figure"
    references = (Reference("gazette", surface=mention.surface),)
    return Fact(
        id=f"f{number}",
        kind=kind,
        statement=statement,
        value=mention.value,
        subject=subject,
        aliases=tuple(aliases),
        references=references,
    )


def read_marked_drafts(page: Path) -> Iterator[MarkedDraft]:
    """The drafts of a page: under each heading lines ``fact: subject; alias | statement``, then ``verdict | draft``."""
    for block in page.read_text("utf-8").split("\n## ")[1:]:
        lines = block.splitlines()[1:]
        stated = [line.removeprefix("fact: ") for line in lines if line.startswith("fact: ")]
        facts = tuple(fact_stated(number, line) for number, line in enumerate(stated))
        for verdict, marked in (line.split(" | ") for line in lines if line and not line.startswith("fact: ")):
            match = re.search(r"\[(.+?)\]", marked)
            assert match
            draft = marked.replace("[", "").replace("]", "")
            yield MarkedDraft(facts, draft, match.start(), match.end() - 2, verdict)


def finding_at(facts: tuple[Fact, ...], draft: str, start: int, end: int) -> Finding | None:
    """What the checker finds at a place of the draft."""
    found = Checker(facts).check(draft)
    return next((each for each in found if each.span.start < end and start < each.span.end), None)
