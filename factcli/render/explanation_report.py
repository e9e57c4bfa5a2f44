"""Explained findings -> a report for a terminal: the finding, how it was read, and what decided on each fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from factcli.check.reasons import REASONS
from factcli.render.report import LEVEL_STYLES, render_finding
from factcli.render.table import ASIDE, VALUE, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import RenderableType

    from factcli.check.explaining.explanation import Considered, Explanation, Slot
    from factcli.check.reasons import Reason
    from factcli.documents import Document
    from factcli.drafts.explained_findings import ExplainedFinding
    from factcli.drafts.review import PlacedFinding
    from factcli.render.report import Cite

_STYLE_OF = {"contradicted": LEVEL_STYLES["error"], "confirmed": LEVEL_STYLES["info"]}
_BETWEEN = " · "


def render_explanations(
    explained: Iterable[ExplainedFinding], document: Document, width: int, cite: Cite
) -> RenderableType:
    """The findings of a line for a terminal of ``width`` cells, each with its explanation."""
    parts: list[RenderableType] = []
    for finding, explanation in explained:
        parts += render_finding(finding, document, width, cite)
        parts += _explanation(explanation, finding) if explanation else ()
    return Group(*parts)


def _explanation(explanation: Explanation, finding: PlacedFinding) -> Iterator[RenderableType]:
    yield _rows([("read", _slots(explanation.slots))], indent=2)
    if not explanation.considered:
        yield Padding(plain("no fact is close enough to be compared with it", ASIDE), (0, 0, 0, 2))
    for considered in explanation.considered:
        yield _verdict(considered.fact.id, considered.verdict, considered.reason)
        yield _rows(_about(considered), indent=4)
    if explanation.considered and finding.reason not in {each.reason for each in explanation.considered}:
        yield _verdict("in the end", finding.verdict, REASONS[finding.reason])
    if explanation.considered and explanation.further:
        facts = "1 more fact shares" if explanation.further == 1 else f"{explanation.further} more facts share"
        yield Padding(plain(f"{facts} less with it", ASIDE), (0, 0, 0, 2))
    yield Text()


def _verdict(name: str, verdict: str, reason: Reason) -> RenderableType:
    """``id: contradicted. The store has a different amount. [other-value]``."""
    line = plain(name, VALUE).append(": ").append(verdict, _STYLE_OF.get(verdict, LEVEL_STYLES["note"]))
    line.append_text(plain(f". {reason.about} ")).append_text(plain(f"[{reason}]", ASIDE))
    return Padding(line, (0, 0, 0, 2))


def _about(considered: Considered) -> Iterator[tuple[str, Text]]:
    yield "read", _slots(considered.slots)
    others = [rule for rule in considered.rules if rule != considered.reason]
    if others:
        yield "also" if considered.decider == "rule" else "doubts", plain(", ".join(others))
    if considered.decider == "weight":
        yield "for", _weighed(considered, 1)
        yield "against", _weighed(considered, -1)
        yield "sum", plain(_sum_in_words(considered))


def _sum_in_words(considered: Considered) -> str:
    """``0.32, above 0: the same thing is meant``."""
    is_meant = considered.total > considered.least
    compared = f"{'above' if is_meant else 'not above'} {considered.least:g}"
    meant = "the same thing is meant" if is_meant else "not sure that the same thing is meant"
    return f"{considered.total:.2f}, {compared}: {meant}"


def _weighed(considered: Considered, sign: int) -> Text:
    pieces = [f"{each.name} {each.weight:+.2f}" for each in considered.evidence if each.weight * sign > 0]
    return plain(", ".join(pieces) or "nothing")


def _slots(slots: Iterable[Slot]) -> Text:
    text = Text()
    for number, slot in enumerate(slots):
        text.append(_BETWEEN if number else "", ASIDE).append_text(plain(f"{slot.name} ", ASIDE))
        text.append_text(plain(slot.words))
    return text


def _rows(rows: Iterable[tuple[str, Text]], *, indent: int) -> RenderableType:
    table = Table.grid(padding=(0, 1))
    table.add_column(style=ASIDE, no_wrap=True)
    table.add_column(overflow="fold")
    for name, text in rows:
        table.add_row(name, text)
    return Padding(table, (0, 0, 0, indent), expand=False)
