"""The command ``fact`` as a process: one command line comes in, its exit status goes out."""

from __future__ import annotations

import codecs
import io
import os
import sys

from factcli.cli.fast_path import COMPLETION_VARIABLE, plain_lookup
from factcli.cli.lookup import look_up
from factcli.errors import FactcliError
from factcli.escaping import safe_text, utf16_escapes

FOUND, ERROR, INTERRUPTED = 0, 2, 130

# The name under which Python's codecs know our way with characters that an encoding lacks.
_ESCAPE = "factcli.escape"
# Under this name a user asks for the traceback of an error.
_TRACEBACK = "FACTCLI_TRACEBACK"
_LONGEST_MESSAGE = 200


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
        status = _answer(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        return _closed_pipe()
    except FactcliError as error:
        return _report(error.lines())
    except OSError as error:
        return _report([f"{error.filename or 'output'}: {error.strerror or error}"])
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - an exit status of 1 would say that nothing was found
        return _report([_unexpected(error)])
    return status


def _answer(arguments: list[str]) -> int:
    """Answer a plain lookup and a plain completion at once, and any other line through click."""
    shell = os.environ.get(COMPLETION_VARIABLE)
    if shell:
        return _complete(shell, arguments)
    lookup = plain_lookup(arguments)
    if lookup is None:
        from factcli.cli.click_app import answer

        return answer(arguments)
    return look_up(*lookup)


def _complete(shell: str, arguments: list[str]) -> int:
    """Complete what a shell asks for."""
    from factcli.cli.fast_completion import plain_completion

    answered = plain_completion(shell, os.environ)
    if answered is None:
        from factcli.cli.click_app import answer

        return answer(arguments)
    # In UTF-8 as click answers, whatever the locale.
    sys.stdout.buffer.write(answered.encode())
    return FOUND


def _speak_any_text() -> None:
    """Let no text fail for want of a character, or of a stream: what cannot be shown is written out."""
    codecs.register_error(_ESCAPE, _escape_unencodable)
    if sys.stdin is None:
        # It keeps the place of standard input, so that no file of ours is opened there; to read from it is an error.
        sys.stdin = open(os.open(os.devnull, os.O_WRONLY), encoding="utf-8")  # noqa: SIM115 - for as long as we run
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


def _unexpected(error: Exception) -> str:
    """What to say of an exception that nobody foresaw: its name, its place, and how to report it."""
    if isinstance(error, MemoryError):
        return "not enough memory"
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f" ({os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno})" if trace else ""
    what = f"{type(error).__name__}: {error}"[:_LONGEST_MESSAGE]
    return f"internal error: {what}{place}. Hint: report it with the command and what {_TRACEBACK}=1 shows"


def _report(lines: list[str]) -> int:
    """Say each line on standard error, after what was already written; the exit status says it in any case.

    A shell that completes is no place for an error: the command itself will say it.
    """
    told = "".join(f"fact: error: {safe_text(line)}\n" for line in lines)
    if os.environ.get(_TRACEBACK):
        import traceback

        told = safe_text(traceback.format_exc(), keep="\n") + told
    elif os.environ.get(COMPLETION_VARIABLE):
        told = ""
    for stream, text in ((sys.stdout, ""), (sys.stderr, told)):
        try:
            stream.write(text)
            stream.flush()
        except OSError:
            continue
    return ERROR
