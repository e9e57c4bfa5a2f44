"""A candidate as both pickers show it: rows of labels and texts, its paragraph, and what the store has beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcli.curation.fields import read_field
from factcli.curation.picking.typed_fields import editable_fields, typed_field
from factcli.errors import FactcliError
from factcli.model.formatting import value_in_words
from factcli.store.schema import decode_fact

if TYPE_CHECKING:
    from factcli.curation.picking.duplicates import Duplicate
    from factcli.curation.picking.session import Candidate, PickingSession


class ShownPassage(NamedTuple):
    """The text around a candidate: before its words, its words, and after them."""

    before: str
    words: str
    after: str


def rows_of(session: PickingSession, candidate: Candidate) -> list[tuple[str, str]]:
    """The id that the candidate would get, its fields and its source, each with the name to type for it."""
    rows = [("id", session.free_id(candidate))]
    try:
        rows += [(name, typed_field(candidate.raw, name)) for name in editable_fields(candidate.raw)]
    except FactcliError as error:
        rows.append(("not valid", error.lines()[0]))
    cited = (read_field(candidate.raw, name) for name in ("source", "locator"))
    return [*rows, ("source", ", ".join(each for each in cited if isinstance(each, str)))]


def passage_of(candidate: Candidate) -> ShownPassage:
    """Its paragraph; where the file has none, its statement with the words that it cites."""
    context = candidate.context
    if context and 0 <= context.start < context.end <= len(context.paragraph):
        text, start, end = context
        return ShownPassage(text[:start], text[start:end], text[end:])
    statement = str(candidate.raw.get("statement", ""))
    surface = str(read_field(candidate.raw, "surface") or "")
    before, words, after = statement.partition(surface) if surface else (statement, "", "")
    return ShownPassage(before, words, after)


def comparison(candidate: Candidate, duplicate: Duplicate) -> str:
    """What the store has and the candidate says: "the store has 85 people (amia-bombing-deaths), this says 87 people".

    The candidate is valid.
    """
    stored = f"the store has {value_in_words(duplicate.fact.value)} ({duplicate.fact.id})"
    if duplicate.is_equal:
        return f"{stored}, which this says too"
    return f"{stored}, this says {value_in_words(decode_fact(candidate.id, candidate.raw).value)}"
