"""Plain values: facts, mentions, quantities, EDTF dates and quotations, and how a writer prints them; no I/O."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcli.model.edtf import EdtfDate, parse_edtf
    from factcli.model.facts import (
        Fact,
        FactKind,
        Mention,
        MentionKind,
        Quantity,
        Quotation,
        Rank,
        Reference,
        Source,
        Span,
    )

__all__ = [
    "EdtfDate",
    "Fact",
    "FactKind",
    "Mention",
    "MentionKind",
    "Quantity",
    "Quotation",
    "Rank",
    "Reference",
    "Source",
    "Span",
    "parse_edtf",
]

_HOMES = {
    **dict.fromkeys(__all__, "factcli.model.facts"),
    **dict.fromkeys(("EdtfDate", "parse_edtf"), "factcli.model.edtf"),
}


def __getattr__(name: str) -> object:
    """The public name from its module, which is imported only now: what a lookup does not use costs it nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
