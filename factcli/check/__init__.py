"""Checking: a text and facts come in, a finding for each figure, date and quote of the text goes out."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcli.check.against.checking import check_against
    from factcli.check.alone.draft_reader import check_alone
    from factcli.check.checker import Checker, check_text
    from factcli.check.findings import Finding

__all__ = ["Checker", "Finding", "check_against", "check_alone", "check_text"]

_HOMES = {
    "check_against": "factcli.check.against.checking",
    "Checker": "factcli.check.checker",
    "check_text": "factcli.check.checker",
    "check_alone": "factcli.check.alone.draft_reader",
    "Finding": "factcli.check.findings",
}


def __getattr__(name: str) -> object:
    """The public name from its module, which is imported only now: what a lookup does not use costs it nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
