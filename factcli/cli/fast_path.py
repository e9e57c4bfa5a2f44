"""A command line that is a lookup and nothing else -> its settings and words; click is left to read every other one.

Click takes twice as long to import as the rest of a lookup.  What is read here it reads alike, because both read the
same table of options; whatever is unusual, or wrong, is for click to say.
"""

from __future__ import annotations

from factcli.cli.options import GLOBAL_OPTIONS, Settings
from factcli.index.columns import FIELDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

# Each command, in the order of the help, with the folder below ``cli/commands`` that holds the module of its name.
COMMANDS = {
    **dict.fromkeys(("find", "show"), "lookup"),
    **dict.fromkeys(("check", "archive", "extract"), "drafts"),
    **dict.fromkeys(("keywords", "sources", "timeline"), "lookup"),
    **dict.fromkeys(("add", "set", "edit", "deprecate", "remove", "rename", "source", "undo"), "curation"),
    **dict.fromkeys(("validate", "verify", "format", "import", "export", "diff", "merge-driver"), "curation"),
    **dict.fromkeys(("paths", "schema", "completion"), "lookup"),
    "lsp": "drafts",
}
DEFAULT_COMMAND = "find"
# Under this name a shell asks for completions.
COMPLETION_VARIABLE = "_FACT_COMPLETE"

_OPTIONS = {name: option for option in GLOBAL_OPTIONS for name in option.names}


def plain_lookup(arguments: list[str]) -> tuple[Settings, tuple[str, ...]] | None:
    """The settings and words of a line of words and whole options; None for any other."""
    settings = Settings()
    words = plain_words(arguments, settings)
    if not words or not set(FIELDS).issuperset(settings.fields):
        return None
    if words[0] == DEFAULT_COMMAND:
        return settings, tuple(words[1:])
    return None if words[0] in COMMANDS else (settings, tuple(words))


def plain_words(arguments: list[str], settings: Settings) -> list[str] | None:
    """The words of a line, whose options are kept in ``settings``; None where one of them is not whole."""
    words: list[str] = []
    rest = iter(arguments)
    for argument in rest:
        if not argument.startswith("-"):
            words.append(argument)
        elif not _is_set(settings, argument, rest):
            return None
    return words


def _is_set(settings: Settings, argument: str, rest: Iterator[str]) -> bool:
    """Whether an option and its value, the next argument, could be kept in ``settings``."""
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
    setattr(settings, option.setting, value)
    return True
