"""The command ``fact``: which subcommand is meant, and what its end means for the exit status."""

from __future__ import annotations

import codecs
import io
import os
import sys
from contextlib import suppress
from importlib import import_module

import click

from factcli import __version__
from factcli.cli.options import Settings, global_options
from factcli.errors import FactcliError
from factcli.safetext import safe_text, utf16_escapes

FOUND, NOTHING, ERROR, INTERRUPTED = 0, 1, 2, 130

# Every command stands in the module of its name, and is imported when it is called.
COMMANDS = (
    "find", "show", "check", "extract", "keywords", "sources", "timeline",
    "add", "set", "edit", "deprecate", "remove", "rename", "source", "undo",
    "validate", "verify", "format", "import", "export", "diff", "merge-driver",
    "paths", "schema", "completion", "lsp",
)  # fmt: skip
DEFAULT_COMMAND = "find"
# The name under which Python's codecs know our way with characters that an encoding lacks.
_ESCAPE = "factcli.escape"


class FactGroup(click.Group):
    """Commands that are imported when called; what is no command is a query."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The commands in the order in which the help shows them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """The command of this name, or None where it is a word to look up."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"factcli.cli.{_module_of(cmd_name)}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The first word's command; ``find`` with all the words where it is none."""
        if args[0] not in COMMANDS:
            args = [DEFAULT_COMMAND, *args]
        return super().resolve_command(ctx, args)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Words behind a ``--`` are a query, and stay words where the query is read."""
        if "--" in args:
            rest = self.make_parser(ctx).parse_args(list(args))[1]
            if rest and args[-len(rest) - 1 : -len(rest)] == ["--"]:
                args = [*args[: -len(rest) - 1], DEFAULT_COMMAND, "--", *rest]
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[click.shell_completion.CompletionItem]:
        """Commands, and the words of the store: a word is a query."""
        from factcli.cli.complete import complete_word

        return [*super().shell_complete(ctx, incomplete), *complete_word(ctx, None, incomplete)]


def _module_of(command: str) -> str:
    """The module of a command; one that Python has as a keyword has an underscore behind it."""
    return "import_" if command == "import" else command.replace("-", "_")


@click.group(cls=FactGroup, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", message="fact %(version)s")
@global_options
@click.pass_context
def cli(ctx: click.Context) -> int:
    """Look up curated facts: figures, dates and quotes, each with its source.

    A query needs no command: `fact amia victims` is `fact find amia victims`.

    \b
    Examples:
      fact amia victims                     all words must match
      fact '"trusted partner" OR lies'      a phrase, or a word
      fact US\\$7m                           a figure, as you would write it
      fact 500 km2                          ... in any unit
      fact kind:quote speaker:pompeo        every quote of a speaker
      fact 'value:>5m' unit:USD             figures by size
      fact date:2019-07                     what a month holds
      fact show amia-bombing-deaths         one fact, ready to cite
      fact amia --format json | jq .facts   for scripts

    \b
    Exit status: 0 found, 1 nothing found, 2 an error.
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())
    return FOUND


def main() -> None:
    """Run the command line of this process and end it with its exit status.

    Once everything is written there is nothing to tidy up that the system does not: taking the interpreter down in
    order would be a fifth of a lookup.
    """
    os._exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command line and return its exit status; the only place that maps errors to it."""
    _speak_any_text()
    try:
        status = cli.main(arguments, prog_name="fact", standalone_mode=False, obj=Settings())
        sys.stdout.flush()
    except BrokenPipeError:
        return _closed_pipe()
    except (FactcliError, click.ClickException, OSError) as error:
        return _report(_told(error))
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    return status if isinstance(status, int) else FOUND


def _speak_any_text() -> None:
    """Let no text fail for want of a character, or of a stream: what cannot be shown is written out."""
    codecs.register_error(_ESCAPE, _escape_unencodable)
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name) or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - for as long as we run
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=_ESCAPE)
        setattr(sys, name, stream)


def _escape_unencodable(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return utf16_escapes(error.object[error.start : error.end]), error.end


def _closed_pipe() -> int:
    """A reader that has read enough is no error; nothing may be flushed into its closed pipe."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return FOUND


def _report(lines: list[str]) -> int:
    """Say each line on standard error, behind what was already written; the exit status says it in any case."""
    with suppress(OSError):
        sys.stdout.flush()
    with suppress(OSError):
        sys.stderr.writelines(f"fact: error: {safe_text(line)}\n" for line in lines)
        sys.stderr.flush()
    return ERROR


def _told(error: Exception) -> list[str]:
    if isinstance(error, FactcliError):
        return error.lines()
    if isinstance(error, click.ClickException):
        command = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else "fact"
        message = error.format_message().rstrip(".")
        stop = "" if message.endswith("?") else "."
        return [f"{message[:1].lower()}{message[1:]}{stop} Hint: {command} --help shows what it takes"]
    return [f"{error.filename or 'output'}: {error.strerror or error}" if isinstance(error, OSError) else str(error)]
