"""Explained findings -> JSON: the record of each finding, with its claim and the facts that were considered."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from factcli.escaping import safe_json
from factcli.model.formatting import fact_in_words
from factcli.render.findings import finding_record
from factcli.render.records import JSON_VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcli.check.explaining.explanation import Considered, Slot
    from factcli.drafts.explained_findings import ExplainedFinding


def render_explanations_json(explained: Iterable[ExplainedFinding]) -> Iterator[str]:
    """One object: ``schema_version`` and the ``findings`` of the line, each with ``claim`` and ``considered``."""
    records = [_record(each) for each in explained]
    text = json.dumps({"schema_version": JSON_VERSION, "findings": records}, ensure_ascii=False, indent=1)
    yield safe_json(text) + "\n"


def _record(explained: ExplainedFinding) -> dict[str, Any]:
    finding, explanation = explained
    return finding_record(finding) | {
        "claim": _slots(explanation.slots) if explanation else None,
        "considered": [_considered(each) for each in explanation.considered] if explanation else [],
        "further": explanation.further if explanation else 0,
    }


def _considered(considered: Considered) -> dict[str, Any]:
    is_weighed = considered.decider == "weight"
    return {
        "fact": considered.fact.id,
        "statement": considered.fact.statement,
        "value": fact_in_words(considered.fact),
        "verdict": considered.verdict,
        "reason": str(considered.reason),
        "decided_by": considered.decider,
        "rules": list(map(str, considered.rules)),
        "evidence": {each.name: each.weight for each in considered.evidence} if is_weighed else {},
        "sum": considered.total if is_weighed else None,
        "least": considered.least if is_weighed else None,
        "claim": _slots(considered.slots),
    }


def _slots(slots: Iterable[Slot]) -> dict[str, str]:
    return {slot.name.replace(" ", "_"): slot.words for slot in slots}
