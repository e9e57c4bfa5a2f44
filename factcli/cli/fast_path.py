"""A command line that is a plain lookup comes in; its settings and words go out.  Click parses every other line.

Importing click takes twice as long as the rest of a lookup.  Both use the same table of options, so they agree on what
is read here; anything unusual or wrong is left to click.
"""

from __future__ import annotations

from factcli.cli.options import GLOBAL_OPTIONS, Settings
from factcli.index.columns import FIELDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

# The commands in the order of the help, each with the folder in ``cli/commands`` of its module.
COMMANDS = {
    **dict.fromkeys(("find", "show", "browse", "open", "copy"), "lookup"),
    **dict.fromkeys(("check", "archive", "extract"), "drafts"),
    **dict.fromkeys(("keywords", "names", "sources", "timeline"), "lookup"),
    **dict.fromkeys(("init", "add", "set", "edit", "deprecate", "remove", "rename"), "curation"),
    **dict.fromkeys(("source", "cite", "undo"), "curation"),
    **dict.fromkeys(("stale", "refresh", "trust"), "renewal"),
    **dict.fromkeys(("validate", "verify", "format", "import", "export", "diff", "merge-driver"), "curation"),
    **dict.fromkeys(("stats", "paths", "schema", "completion"), "lookup"),
    **dict.fromkeys(("lsp", "mcp", "skill"), "drafts"),
    "help": "lookup",
}
DEFAULT_COMMAND = "find"
# A shell sets this variable to request completions.
COMPLETION_VARIABLE = "_FACT_COMPLETE"

_OPTIONS = {name: option for option in GLOBAL_OPTIONS for name in option.names}


def plain_lookup(arguments: list[str]) -> tuple[Settings, tuple[str, ...]] | None:
    """The settings and words of a line of words and complete options; None for any other line."""
    settings = Settings()
    words = plain_words(arguments, settings)
    if not words or not set(FIELDS).issuperset(settings.fields):
        return None
    if words[0] == DEFAULT_COMMAND:
        return settings, tuple(words[1:])
    return None if words[0] in COMMANDS else (settings, tuple(words))


def plain_words(arguments: list[str], settings: Settings) -> list[str] | None:
    """The words of a line, with its options stored in ``settings``; None if an option is not complete or not valid."""
    words: list[str] = []
    rest = iter(arguments)
    for argument in rest:
        if not argument.startswith("-"):
            words.append(argument)
        elif not _is_set(settings, argument, rest):
            return None
    return words


def _is_set(settings: Settings, argument: str, rest: Iterator[str]) -> bool:
    """Whether an option, with its value from ``rest``, is valid and was stored in ``settings``."""
    option = _OPTIONS.get(argument)
    if option is None:
        return False
    value: object = True
    if not option.is_flag:
        text = next(rest, "-")
        if text.startswith("-") or (option.choices and text not in option.choices):
            return False
        try:
            value = option.read(text)
        except ValueError:
            return False
    settings.take(option, value)
    return True
