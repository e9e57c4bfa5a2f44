"""The process of ``fact``: a command line comes in, its exit status goes out."""

from __future__ import annotations

import codecs
import io
import os
import sys

from factcli.cli.fast_path import COMPLETION_VARIABLE, plain_lookup
from factcli.cli.lookup import look_up, note_like_command
from factcli.cli.output import wrapped
from factcli.errors import FactcliError, SystemFailureError
from factcli.escaping import safe_text, utf16_escapes

FOUND, ERROR, INTERRUPTED = 0, 2, 130

# The codecs error handler that writes characters missing from an encoding as escapes.
_ESCAPE = "factcli.escape"
# A user sets this variable to get the traceback of an error.
_TRACEBACK = "FACTCLI_TRACEBACK"
_LONGEST_MESSAGE = 200


def main() -> None:
    """Run the command line of this process and exit with its status.

    Everything is written and flushed by then, and an orderly shutdown of the interpreter would take a fifth of a
    lookup.
    """
    os._exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command line and return its exit status; the only place that maps errors to it."""
    _make_streams_robust()
    try:
        status = _run_command(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        return _closed_pipe()
    except FactcliError as error:
        return _report(error.lines())
    except OSError as error:
        return _report(SystemFailureError(error, _unnamed(error)).lines())
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - an exit status of 1 means that nothing was found
        return _report([_internal_error(error)])
    return status


def _run_command(arguments: list[str]) -> int:
    """Run a plain lookup or completion directly, and any other command line through click."""
    shell = os.environ.get(COMPLETION_VARIABLE)
    if shell:
        return _complete(shell, arguments)
    lookup = plain_lookup(arguments)
    if lookup is None:
        from factcli.cli.click_app import answer

        return answer(arguments)
    settings, words = lookup
    status = look_up(settings, words)
    if len(words) == 1 and words[0] == arguments[-1] == arguments[0] and not settings.quiet:
        note_like_command(words[0])
    return status


def _complete(shell: str, arguments: list[str]) -> int:
    """Answer a completion request of a shell."""
    from factcli.cli.fast_completion import plain_completion

    completions = plain_completion(shell, os.environ)
    if completions is None:
        from factcli.cli.click_app import answer

        return answer(arguments)
    # In UTF-8 whatever the locale, as click does.
    sys.stdout.buffer.write(completions.encode())
    return FOUND


def _make_streams_robust() -> None:
    """Escape what an output encoding cannot express, and replace streams that are closed."""
    codecs.register_error(_ESCAPE, _escape_unencodable)
    if sys.stdin is None:
        # Occupy file descriptor 0, so that no other file gets it; reading from this one is an error.
        sys.stdin = open(os.open(os.devnull, os.O_WRONLY), encoding="utf-8")  # noqa: SIM115 - open until exit
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name) or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - open until exit
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=_ESCAPE)
        setattr(sys, name, stream)


def _escape_unencodable(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return utf16_escapes(error.object[error.start : error.end]), error.end


def _closed_pipe() -> int:
    """Exit with success when the reader has closed the pipe; nothing may be flushed into it at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return FOUND


def _unnamed(error: OSError) -> str:
    """What an error without a path is about: only the working folder is asked for without one, and can be missing."""
    return "the working folder" if isinstance(error, FileNotFoundError) else "output"


def _internal_error(error: Exception) -> str:
    """The message for an unexpected exception: its type, where it was raised, and how to report it."""
    if isinstance(error, MemoryError):
        return "out of memory"
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f" ({os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno})" if trace else ""
    what = f"{type(error).__name__}: {error}"[:_LONGEST_MESSAGE]
    return f"internal error: {what}{place}. Hint: report it with the command and the output of {_TRACEBACK}=1"


def _report(lines: list[str]) -> int:
    """Write each line to standard error, after the output so far, and return the exit status of an error.

    During a completion nothing is written: running the command will show the error.
    """
    message = "".join(wrapped(f"fact: error: {safe_text(line)}") + "\n" for line in lines)
    if os.environ.get(_TRACEBACK):
        import traceback

        message = safe_text(traceback.format_exc(), keep="\n") + message
    elif os.environ.get(COMPLETION_VARIABLE):
        message = ""
    for stream, text in ((sys.stdout, ""), (sys.stderr, message)):
        try:
            stream.write(text)
            stream.flush()
        except OSError:
            continue
    return ERROR
