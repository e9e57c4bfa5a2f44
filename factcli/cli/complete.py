"""An incomplete word comes in; ids and words of the store that begin with it go out, each with a description."""

from __future__ import annotations

from factcli.cli.store_choice import chosen_store
from factcli.errors import FactcliError
from factcli.escaping import safe_text
from factcli.index import FactIndex

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
    """The words of the store that begin with ``incomplete``, after a field such as ``keyword:`` if there is one."""
    field, colon, typed = incomplete.rpartition(":")
    found = _found(settings, lambda index: index.words_starting(typed))
    return [(f"{field}{colon}{word}", about) for word, about in found]


def complete_id(ctx: click.Context, _: click.Parameter | None, incomplete: str) -> list[CompletionItem]:
    """As :func:`ids_for`, for click."""
    return _items(ids_for(ctx.find_root().obj, incomplete))


def complete_word(ctx: click.Context, _: click.Parameter | None, incomplete: str) -> list[CompletionItem]:
    """As :func:`words_for`, for click."""
    return _items(words_for(ctx.find_root().obj, incomplete))


def _items(found: Completions) -> list[CompletionItem]:
    from click.shell_completion import CompletionItem

    return [CompletionItem(text, help=about) for text, about in found]


def _found(settings: Settings, ask: Callable[[FactIndex], Completions]) -> Completions:
    try:
        index = FactIndex.at(chosen_store(settings).path)
    except FactcliError:
        # During a completion nothing is written; running the command will show the error.
        return []
    return [(safe_text(text), safe_text(about)) for text, about in ask(index)]
