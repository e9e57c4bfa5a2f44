"""A completion request of a shell comes in; ids or words go out.  Everything else is left to click.

The output has the forms of click's own completion, whose scripts ``fact completion`` prints.
"""

from __future__ import annotations

from factcli.cli.complete import ids_for, words_for
from factcli.cli.fast_path import COMMANDS, DEFAULT_COMMAND, plain_words
from factcli.cli.options import Settings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

# Commands that take the words of a query, any number of ids, or an id as the first argument.
_OF_WORDS = ("keywords", "sources", "timeline", "export")
_OF_IDS = ("show", "remove")
_OF_ONE_ID = ("set", "edit", "deprecate", "rename")
_NEEDS_A_SHELL = "'\"\\"


def plain_completion(shell: str, asked: Mapping[str, str]) -> str | None:
    """The answer to a request such as ``bash_complete``; None if click has to answer it.

    ``asked`` holds ``COMP_WORDS`` and ``COMP_CWORD`` as set by the shell.
    """
    line = _typed(shell, asked)
    if line is None or line[-1].startswith(("-", "=")):
        return None
    *arguments, incomplete = line
    settings = Settings()
    words = plain_words(arguments, settings)
    find = None if words is None else _completer(words, arguments, incomplete)
    if find is None:
        return None
    return "\n".join(_FORMS[shell](text, about) for text, about in find(settings, incomplete)) + "\n"


def _typed(shell: str, asked: Mapping[str, str]) -> list[str] | None:
    """The complete arguments, followed by the incomplete one; None for what only a shell can split."""
    line, current = asked.get("COMP_WORDS", ""), asked.get("COMP_CWORD", "")
    if shell not in _FORMS or any(mark in line + current for mark in _NEEDS_A_SHELL):
        return None
    words = _parts(line)
    if shell == "fish_complete":
        return _typed_in_fish(words[1:], *_parts(current)[:1])
    if not (current.isascii() and current.isdecimal() and int(current)):
        return None
    place = int(current)
    return [*words[1:place], words[place] if place < len(words) else ""]


def _typed_in_fish(arguments: list[str], incomplete: str = "") -> list[str]:
    """Fish passes the incomplete argument twice: by itself and as the last of the arguments."""
    if incomplete and arguments[-1:] == [incomplete]:
        return arguments
    return [*arguments, incomplete]


def _parts(line: str) -> list[str]:
    return [part for part in line.replace("\t", " ").replace("\r", " ").replace("\n", " ").split(" ") if part]


def _completer(
    words: list[str], arguments: list[str], incomplete: str
) -> Callable[[Settings, str], list[tuple[str, str]]] | None:
    """What completes the next word; None if it may be something other than a word or an id."""
    command = words[0] if words else ""
    if not words:
        return None if any(name.startswith(incomplete) for name in COMMANDS) else words_for
    if command not in COMMANDS or command == DEFAULT_COMMAND:
        return words_for
    if arguments != words:
        # Options were given, and not every command takes every option.
        return None
    if command in _OF_IDS or (command in _OF_ONE_ID and len(words) == 1):
        return ids_for
    return words_for if command in _OF_WORDS else None


def _bash(text: str, _about: str) -> str:
    return f"plain,{text}"


def _zsh(text: str, about: str) -> str:
    # In zsh, a colon separates the completion from its description.
    escaped = text.replace(":", r"\:")
    return f"plain\n{escaped}\n{about}" if about else f"plain\n{text}\n_"


def _fish(text: str, about: str) -> str:
    return f"plain,{text}\t{about}" if about else f"plain,{text}"


_FORMS = {"bash_complete": _bash, "zsh_complete": _zsh, "fish_complete": _fish}
