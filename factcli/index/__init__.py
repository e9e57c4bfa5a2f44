"""Search: a Query in, ranked hits out, from an SQLite file that can be deleted at any time."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from factcli.index.hit import Hit
    from factcli.index.search import FactIndex

__all__ = ["FactIndex", "Hit"]

_HOMES = {"FactIndex": "factcli.index.search", "Hit": "factcli.index.hit"}


def __getattr__(name: str) -> object:
    """Import a public name on first use, so that a lookup does not load what it does not use."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
