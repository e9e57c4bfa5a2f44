"""Stores: the bytes of a facts.json come in, facts and sources go out, and changed text goes back safely."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from factcli.store.facts import FactStore

__all__ = ["FactStore"]

_HOMES = {"FactStore": "factcli.store.facts"}


def __getattr__(name: str) -> object:
    """The public name from its module, which is imported only now: what a lookup does not use costs it nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
