"""An incomplete word comes in; ids, words and values that begin with it go out, each with a description."""

from __future__ import annotations

from factcli.cli.store_choice import chosen_stores
from factcli.errors import FactcliError
from factcli.escaping import safe_text
from factcli.index import FactIndex
from factcli.index.columns import FIELDS

_FIXED_VALUES = {"kind": ("date", "figure", "quote"), "rank": ("deprecated", "normal", "preferred")}
_VALUES_OF_STORE = ("source", "speaker", "unit")
# The other commands have columns of their own.
_WITH_COLUMNS_OF_FACTS = ("fact", "find", "show", "timeline", "extract")

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    import click
    from click.shell_completion import CompletionItem

    from factcli.cli.options import Settings

    Completions = list[tuple[str, str]]


def ids_for(settings: Settings, incomplete: str) -> Completions:
    """The ids that begin with ``incomplete``, each with the statement of its fact."""
    return _found(settings, lambda index: index.ids_starting(incomplete))


def words_for(settings: Settings, incomplete: str) -> Completions:
    """The words of the store that begin with ``incomplete``; after a qualifier such as ``kind:``, its values."""
    field, colon, typed = incomplete.rpartition(":")
    qualifier = field.removeprefix("-")
    if qualifier in _FIXED_VALUES:
        found = [(value, "") for value in _FIXED_VALUES[qualifier] if value.startswith(typed)]
    elif qualifier in _VALUES_OF_STORE:
        found = _found(settings, lambda index: index.values_starting(qualifier, typed))
    elif qualifier == "id":
        found = ids_for(settings, typed)
    else:
        found = _found(settings, lambda index: index.words_starting(typed))
    return [(f"{field}{colon}{word}", about) for word, about in found]


def complete_id(ctx: click.Context, _: click.Parameter | None, incomplete: str) -> list[CompletionItem]:
    """As :func:`ids_for`, for click."""
    return _items(ids_for(ctx.find_root().obj, incomplete))


def complete_word(ctx: click.Context, _: click.Parameter | None, incomplete: str) -> list[CompletionItem]:
    """As :func:`words_for`, for click."""
    return _items(words_for(ctx.find_root().obj, incomplete))


def complete_source(ctx: click.Context, _: click.Parameter | None, incomplete: str) -> list[CompletionItem]:
    """The ids of sources that begin with ``incomplete``, for click."""
    return _items(_found(ctx.find_root().obj, lambda index: index.values_starting("source", incomplete)))


def complete_field(_ctx: click.Context, _: click.Parameter | None, incomplete: str) -> list[CompletionItem]:
    """The columns that begin with ``incomplete``, for click."""
    return _items([(name, "") for name in FIELDS if name.startswith(incomplete)])


def complete_fields(ctx: click.Context, _: click.Parameter | None, incomplete: str) -> list[CompletionItem]:
    """The columns that begin with what follows the last comma, without those before it, for click."""
    if ctx.info_name not in _WITH_COLUMNS_OF_FACTS:
        return []
    chosen, comma, typed = incomplete.rpartition(",")
    names = [name for name in FIELDS if name.startswith(typed) and name not in chosen.split(",")]
    return _items([(f"{chosen}{comma}{name}", "") for name in names])


def _items(found: Completions) -> list[CompletionItem]:
    from click.shell_completion import CompletionItem

    return [CompletionItem(text, help=about) for text, about in found]


def _found(settings: Settings, ask: Callable[[FactIndex], Completions]) -> Completions:
    try:
        index = _index_of([place.path for place in chosen_stores(settings)])
    except FactcliError:
        # During a completion nothing is written; running the command will show the error.
        return []
    return [(safe_text(text), safe_text(about)) for text, about in ask(index)]


def _index_of(paths: list[str]) -> FactIndex:
    if len(paths) == 1:
        return FactIndex.at(paths[0])
    from factcli.index.joined import index_of_all

    return index_of_all(paths)
