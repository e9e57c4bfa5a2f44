"""Completion in real shells on a pseudo-terminal: a line is typed, Tab is pressed, and the shell says what it then has."""

from __future__ import annotations

import contextlib
import json
import os
import pty
import re
import select
import shutil
import subprocess
import typing
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path

import pytest
from running import FACT, ROOT, Run

from factcli.cli import complete
from factcli.model.facts import FactKind, Rank

_PATIENCE_SECONDS = 60
_START_OF_LINE = "\x01"
_SHELLS = {
    "bash": ["bash", "--noprofile", "--norc", "-i"],
    "zsh": ["zsh", "-f", "-i"],
    "fish": ["fish", "--no-config", "-i"],
}
# The prompt shows when a line can be typed; a line of one's own ends what a shell says of itself before.
_SET_UP = {
    "bash": "PS1='READY> '; bind 'set enable-bracketed-paste off'; source {script}\n",
    "zsh": "unsetopt zle_bracketed_paste; autoload -U compinit; compinit -u -D; PS1='READY> '; source {script}\n",
    "fish": "function fish_prompt; echo 'READY> '; end; source {script}\n",
}
Completed = Callable[[str, str], list[str]]


class Terminal:
    """A shell on a pseudo-terminal."""

    def __init__(self, command: list[str], folder: Path, environment: dict[str, str]) -> None:
        self._primary, secondary = pty.openpty()
        self._process = subprocess.Popen(
            ["setsid", "--ctty", *command], stdin=secondary, stdout=secondary, stderr=secondary, cwd=folder,
            env=environment,
        )  # fmt: skip
        os.close(secondary)

    def type(self, text: str) -> None:
        os.write(self._primary, text.encode())

    def read_until(self, pattern: str) -> str:
        printed = b""
        while not re.search(pattern, printed.decode(errors="replace"), re.DOTALL):
            ready, _, _ = select.select([self._primary], [], [], _PATIENCE_SECONDS)
            assert ready, f"the shell is silent after {printed[-2_000:]!r}"
            printed += os.read(self._primary, 65_536)
        return printed.decode(errors="replace")

    def close(self) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._primary)


@pytest.fixture(scope="module")
def tab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Completed]:
    """Press Tab after a line in a shell; the words of the line that the shell then has."""
    folder = tmp_path_factory.mktemp("shells")
    for name in ("my-facts.json", "my-draft.md"):
        (folder / name).touch()
    with contextlib.ExitStack() as stack:
        shells: dict[str, Terminal] = {}

        def press(shell: str, line: str) -> list[str]:
            if not shutil.which(shell):
                pytest.skip(f"needs {shell}")
            if shell not in shells:
                shells[shell] = started(shell, folder)
                stack.callback(shells[shell].close)
            shells[shell].type(f"{line}\t{_START_OF_LINE}printf '<%s>\\n' \r")
            printed = shells[shell].read_until(r"[\r\n]<fact>(\r?\n<[^\n]*>)*\r?\n.*READY> ")
            return re.findall(r"[\r\n]<([^\r\n]*)>", printed)[1:]

        yield press


def started(shell: str, folder: Path) -> Terminal:
    """A shell that has read the script of fact."""
    script = folder / f"fact.{shell}"
    script.write_bytes(subprocess.run([FACT, "completion", shell], capture_output=True, check=True).stdout)
    path = os.pathsep.join([str(Path(FACT).parent), os.environ["PATH"]])
    own = {"HOME": str(folder), "XDG_CACHE_HOME": str(folder), "PATH": path, "FACTCLI_STORE": str(ROOT / "facts.json")}
    terminal = Terminal(_SHELLS[shell], folder, os.environ | own | {"TERM": "xterm"})
    terminal.type(_SET_UP[shell].format(script=script))
    terminal.read_until(r"\n[^\n']*READY> ")
    return terminal


LINES = [
    ("fact timel", ["timeline"]),
    ("fact kind:fi", ["kind:figure"]),
    ("fact find speaker:buke", ["find", "speaker:Bukele"]),
    ("fact rank:dep", ["rank:deprecated"]),
    ("fact unit:US", ["unit:USD"]),
    ("fact id:amia-bombing-de", ["id:amia-bombing-deaths"]),
    ("fact keyword:hezb", ["keyword:Hezbollah"]),
    ("fact show amia-bombing-de", ["show", "amia-bombing-deaths"]),
    ("fact show x --field sta", ["show", "x", "--field", "statement"]),
    ("fact amia --fields id,sta", ["amia", "--fields", "id,statement"]),
    ("fact set salman-rew", ["set", "salman-reward"]),
    ("fact verify pompeo-t", ["verify", "pompeo-tour-2019"]),
    ("fact extract text.txt --source pompeo-t", ["extract", "text.txt", "--source", "pompeo-tour-2019"]),
    ("fact --store my-fa", ["--store", "my-facts.json"]),
    ("fact check my-dr", ["check", "my-draft.md"]),
]


@pytest.mark.parametrize("shell", _SHELLS)
@pytest.mark.parametrize(("line", "expected"), LINES, ids=[line for line, _ in LINES])
def test_tab_completes_the_word(tab: Completed, shell: str, line: str, expected: list[str]) -> None:
    assert tab(shell, line) == expected


def test_bash_completes_within_quotes(tab: Completed) -> None:
    assert tab("bash", "fact 'speaker:buke") == ["speaker:Bukele"]


def test_a_word_after_a_blank_is_not_the_value_of_the_qualifier_before(tab: Completed) -> None:
    assert tab("bash", "fact speaker: salman-promi") == ["speaker:", "salman-promi"]


def asked(run: Run, *words: str, store: Path | None = None) -> list[str]:
    """What bash is offered for the last of the words."""
    named = {"store": None} | ({"FACTCLI_STORE": str(store)} if store else {})
    line = ["fact", *words]
    place = str(len(words))
    out = run(_FACT_COMPLETE="bash_complete", COMP_WORDS="\n".join(line), COMP_CWORD=place, **named).out
    return [row.partition(",")[2] for row in out.splitlines() if row]


def test_a_qualifier_alone_offers_all_of_its_values(piped: Run, shipped_store: Path) -> None:
    assert asked(piped, "find", "kind:", store=shipped_store) == ["kind:date", "kind:figure", "kind:quote"]
    assert "speaker:Bukele" in asked(piped, "find", "speaker:", store=shipped_store)
    assert "source:pompeo-tour-2019" in asked(piped, "find", "source:", store=shipped_store)


def test_the_values_of_kind_and_rank_are_those_of_the_model() -> None:
    values = {"kind": sorted(typing.get_args(FactKind)), "rank": sorted(typing.get_args(Rank))}

    assert {name: sorted(each) for name, each in complete._FIXED_VALUES.items()} == values  # noqa: SLF001 - one home


def test_a_column_is_offered_once(piped: Run, shipped_store: Path) -> None:
    offered = asked(piped, "find", "--fields", "id,kind,", store=shipped_store)

    assert "id,kind,value" in offered
    assert not {"id,kind,id", "id,kind,kind"} & set(offered)
    assert asked(piped, "paths", "--fields", "", store=shipped_store) == []


def test_values_of_a_store_are_escaped_for_the_terminal(piped: Run, tmp_path: Path) -> None:
    quote = {"text": "We go.", "speaker": "Ana \x1b[2JRuiz"}
    fact = {"kind": "quote", "statement": "Ana.", "value": quote, "references": [{"source": "book"}]}
    sources = {"book": {"type": "book", "title": "T\x07"}}
    path = tmp_path / "facts.json"
    path.write_text(json.dumps({"facts": {"a": fact}, "sources": sources}))

    offered = [asked(piped, "find", typed, store=path) for typed in ("speaker:", "speaker:a", "source:", 'speaker:"*')]

    assert "speaker:Ana" in offered[1]
    assert not re.search("[\x00-\x1f]", "".join(chain.from_iterable(offered)))


def test_the_scripts_are_in_the_package() -> None:
    assert {path.name for path in (ROOT / "factcli" / "cli" / "shells").iterdir()} == {
        "fact.bash",
        "fact.fish",
        "fact.zsh",
    }
