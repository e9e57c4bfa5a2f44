"""How the verdict on a finding came about, for a hover: the explanation, and its Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.check.paragraph_reader import moved, place_of
from factcli.drafts.explained_findings import explain_findings
from factcli.lsp.hover import escaped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcli.check import Checker
    from factcli.check.explaining.explanation import Considered, Explanation, Slot
    from factcli.check.paragraph_reader import ParagraphReader
    from factcli.documents import Document
    from factcli.drafts.review import PlacedFinding, Terms

_MOST_FACTS = 3
_MOST_EVIDENCE = 6


def explanation_of(
    document: Document, finding: PlacedFinding, checker: Checker, reader: ParagraphReader, terms: Terms
) -> Explanation | None:
    """The explanation of one finding; None for names and for what a draft says against itself."""
    paragraphs = reader.read(document.text, terms.published, document.block_quotes)
    placed = (sorted((moved(each, span.start) for each in found), key=place_of) for span, found in paragraphs)
    mentions = (mention for paragraph in placed for mention in paragraph)
    explained = explain_findings(document, [finding], checker, mentions, terms.published)
    return next((each.explanation for each in explained), None)


def render_explanation(explanation: Explanation) -> str:
    """What was read, and below it the likeliest facts with what decided on each."""
    parts = [f"*read* {_slots(explanation.slots)}"]
    parts += ["  \n".join(_considered(each)) for each in explanation.considered[:_MOST_FACTS]]
    return "\n\n".join(parts)


def _considered(considered: Considered) -> Iterator[str]:
    about = escaped(f"{considered.reason.about} [{considered.reason}]")
    yield f"**{escaped(considered.fact.id)}**: {considered.verdict}. {about}"
    yield f"*read* {_slots(considered.slots)}"
    doubts = [str(rule) for rule in considered.rules if rule != considered.reason]
    if doubts:
        yield f"*also against* {', '.join(doubts)}"
    if considered.decider == "weight":
        weighed = ", ".join(f"{each.name} {each.weight:+.2f}" for each in considered.evidence[:_MOST_EVIDENCE])
        yield f"*weighed* {escaped(weighed)}: {considered.total:.2f}"


def _slots(slots: Iterable[Slot]) -> str:
    return " · ".join(f"*{slot.name}* {escaped(slot.words)}" for slot in slots)
