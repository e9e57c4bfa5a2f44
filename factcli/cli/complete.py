"""What a shell completes: ids and words of the store in use."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    import click
    from click.shell_completion import CompletionItem


def complete_id(ctx: click.Context, _: click.Parameter | None, incomplete: str) -> list[CompletionItem]:
    """The ids that begin with what is typed."""
    return _complete(ctx, "ids_starting", incomplete)


def complete_word(ctx: click.Context, _: click.Parameter | None, incomplete: str) -> list[CompletionItem]:
    """The words of the store that begin with what is typed; keyword by keyword behind ``keyword:``."""
    from click.shell_completion import CompletionItem

    field, colon, typed = incomplete.rpartition(":")
    items = _complete(ctx, "words_starting", typed)
    return [CompletionItem(f"{field}{colon}{item.value}", help=item.help) for item in items]


def _complete(ctx: click.Context, what: str, incomplete: str) -> list[CompletionItem]:
    from click.shell_completion import CompletionItem

    from factcli.errors import FactcliError
    from factcli.index import FactIndex
    from factcli.places import find_store
    from factcli.safetext import safe_text

    settings = ctx.find_root().obj
    try:
        index = FactIndex.at(find_store(getattr(settings, "store", None)).path)
    except FactcliError:
        # A shell that completes is no place for an error; the command itself will say it.
        return []
    return [CompletionItem(safe_text(text), help=safe_text(about)) for text, about in getattr(index, what)(incomplete)]
