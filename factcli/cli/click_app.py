"""The click application: a command line comes in, one command runs, and its exit status goes out."""

from __future__ import annotations

import os
import re
from importlib import import_module

import click
from click.exceptions import Exit
from click.shell_completion import shell_complete

from factcli import __version__
from factcli.cli.fast_path import COMMANDS, COMPLETION_VARIABLE, DEFAULT_COMMAND
from factcli.cli.options import Settings, global_options
from factcli.errors import FactcliError

_NAME = "fact"
# How a usage line marks an argument that may be left out, or repeated: an error names the argument alone.
_BRACKETS = re.compile(r"'\[?([A-Z]+(?:\|[A-Z-]+)*)(?:\.\.\.)?\]?(?:\.\.\.)?'")
# What click puts after the sentence with the error: "No such option '--cout'. Did you mean '--count'?"
_OTHER_OPTIONS = re.compile(r"\. \(?Did you mean (.*)\?\)?$")


class WrongLineError(FactcliError):
    """A command line that click rejects."""


def answer(arguments: list[str]) -> int:
    """Run one command line and return its exit status; raises :class:`FactcliError` if click rejects it."""
    asked = os.environ.get(COMPLETION_VARIABLE)
    if asked:
        return shell_complete(cli, {"obj": Settings()}, _NAME, COMPLETION_VARIABLE, asked)
    try:
        with cli.make_context(_NAME, list(arguments), obj=Settings()) as context:
            status = cli.invoke(context)
    except Exit as end:
        return end.exit_code
    except click.Abort as error:
        # End the line of the unanswered question.
        click.echo(err=True)
        raise KeyboardInterrupt from error
    except click.ClickException as error:
        raise _wrong_line(error, arguments) from error
    return status if isinstance(status, int) else 0


def _wrong_line(error: click.ClickException, arguments: list[str]) -> WrongLineError:
    """The error of click in a line; its parser does not say of which command an option lacks its value."""
    named = next((f"{_NAME} {word}" for word in arguments if word in COMMANDS), _NAME)
    command = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else named
    message = " ".join(_BRACKETS.sub(r"'\1'", error.format_message()).split()).rstrip(".")
    message = _OTHER_OPTIONS.sub(r"; did you mean \1?", message)
    return WrongLineError(f"{message[:1].lower()}{message[1:]}", hint=f"{command} --help shows the usage")


class FactGroup(click.Group):
    """Commands that are imported when they run; anything else is a query."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The commands in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """The command of this name, or None if it is a word to look up."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(_module_of(cmd_name)).command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command named by the first word, else ``find`` with all words."""
        if args[0] not in COMMANDS:
            args = [DEFAULT_COMMAND, *args]
        return super().resolve_command(ctx, args)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Treat words after ``--`` as a query, and keep the ``--`` for the command that parses it."""
        if "--" in args:
            rest = self.make_parser(ctx).parse_args(list(args))[1]
            if rest and args[-len(rest) - 1 : -len(rest)] == ["--"]:
                args = [*args[: -len(rest) - 1], DEFAULT_COMMAND, "--", *rest]
        return super().parse_args(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List each command with the first sentence of its help."""
        commands = ((name, self.get_command(ctx, name)) for name in COMMANDS)
        with formatter.section("Commands"):
            formatter.write_dl([(name, _first_sentence(command.help or "")) for name, command in commands if command])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[click.shell_completion.CompletionItem]:
        """Commands and, as a query needs no command, the words of the store."""
        from factcli.cli.complete import complete_word

        return [*super().shell_complete(ctx, incomplete), *complete_word(ctx, None, incomplete)]


def _first_sentence(text: str) -> str:
    return re.split(r"[.:;](?:\s|$)", " ".join(text.split()), maxsplit=1)[0]


def _module_of(command: str) -> str:
    """The module of a command; an underscore is added to a keyword or module of Python."""
    name = f"{command}_" if command in ("import", "copy") else command.replace("-", "_")
    return f"factcli.cli.commands.{COMMANDS[command]}.{name}"


@click.group(cls=FactGroup, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", message="fact %(version)s")
@global_options
@click.pass_context
def cli(ctx: click.Context) -> int:
    """Look up curated facts: figures, dates and quotes, each with its source.

    A query needs no command: `fact amia victims` is `fact find amia victims`.

    \b
    Examples:
      fact amia victims                     facts with all these words
      fact '"trusted partner" OR lies'      a phrase or a word
      fact US\\$7m                           a figure, however it is written
      fact 500 km2                          a figure, in any unit
      fact kind:quote speaker:pompeo        the quotes of a speaker
      fact 'value:>5m' unit:USD             figures by size
      fact date:2019-07                     dates in a month
      fact how many died in Amia            a question
      fact show amia-bombing-deaths         one fact, ready to cite
      fact check draft.md                   the figures of a draft
      fact amia --format json | jq .facts   output for scripts

    \b
    Exit status: 0 found, 1 nothing found, 2 an error.
    """
    if ctx.invoked_subcommand is None:
        from factcli.cli.overview import write_overview

        write_overview()
    return 0
