"""An unknown figure in a draft -> the edit that adds it to facts.json as a new fact."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lsprotocol import types
from msgspec.structs import replace

from factcli.english.sentences import split_sentences
from factcli.extract import extract_facts
from factcli.lsp.positions import Lines
from factcli.model.facts import Reference
from factcli.store.file import Snapshot
from factcli.store.location import STORE_NAME
from factcli.store.parse import parse_store
from factcli.store.schema import encode_fact
from factcli.store.splice import read_tables, splice

if TYPE_CHECKING:
    from factcli.drafts.review import PlacedFinding
    from factcli.model.facts import Fact

SOURCE_TO_NAME = "name-the-source"
"""A placeholder for the id of the source, which ``fact validate`` reports as missing."""


def fact_of(finding: PlacedFinding, text: str) -> Fact | None:
    """The fact stated by the sentence of the finding in ``text``; None if none can be extracted."""
    # A sentence never spans an empty line, so only the paragraph is read.
    left = text.rfind("\n\n", 0, finding.start.offset) + 1
    right = text.find("\n\n", finding.end.offset)
    paragraph = text[left : right if right >= 0 else len(text)]
    at = finding.start.offset - left
    around = (span for span in split_sentences(paragraph) if span.start <= at < span.end)
    sentence = next((paragraph[span.start : span.end] for span in around), "")
    proposed = extract_facts(sentence, source=SOURCE_TO_NAME)
    surface = " ".join(finding.surface.split())
    return next((fact for fact in proposed if fact.references[0].surface == surface), None)


def edit_that_adds(fact: Fact, store: str, encoding: str) -> types.TextEdit:
    """The edit that appends ``fact`` to the text of a store; a number is added to an id that is taken.

    Raises :class:`StoreError` if the store is broken.
    """
    source = parse_store(Snapshot.of(store.encode("utf-8", "surrogatepass")), Path(STORE_NAME))
    tables = read_tables(source)
    facts = tables.get("facts", {})
    names = (fact.id, *(f"{fact.id}-{number}" for number in range(2, len(facts) + 3)))
    name = next(name for name in names if name not in facts)
    # The locator is dropped: it would name a paragraph of the draft, not of the source.
    references = (Reference(SOURCE_TO_NAME, surface=fact.references[0].surface),)
    tables["facts"] = {**facts, name: encode_fact(replace(fact, references=references))}
    return _difference(store, splice(source, tables), encoding)


def _difference(old: str, new: str, encoding: str) -> types.TextEdit:
    """The smallest single edit that turns the old text into the new one."""
    most = min(len(old), len(new))
    first = next((at for at in range(most) if old[at] != new[at]), most)
    last = next((at for at in range(most - first) if old[-1 - at] != new[-1 - at]), most - first)
    place = Lines(old, encoding).range((first, len(old) - last))
    return types.TextEdit(place, new[first : len(new) - last])
