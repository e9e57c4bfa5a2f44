"""Search: a Query comes in, hits go out, best first, from an SQLite file that can be deleted at any time."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from factcli.index.hit import Hit
    from factcli.index.search import FactIndex

__all__ = ["FactIndex", "Hit"]

_HOMES = {"FactIndex": "factcli.index.search", "Hit": "factcli.index.hit"}


def __getattr__(name: str) -> object:
    """The public name from its module, which is imported only now: what a lookup does not use costs it nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
