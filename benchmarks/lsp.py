"""What a keystroke costs ``fact lsp``, and its start: server CPU until the diagnostics have arrived.

Run ``python benchmarks/lsp.py [FACTS] [WORDS]`` (default: 100,000 facts, 10,000 words) with factcli[lsp].
"""

from __future__ import annotations

import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

DEFAULTS = ("100000", "10000")
EDITS = 200
MANY_EDITS = 10_000
STARTS = 5
KINDS = ("bridge", "harbour", "school", "tower", "museum", "forest", "stadium", "library", "lighthouse", "canal")
UNITS = ("person", "tree", "room", "ship", "house")
SYLLABLES = ("bal", "dor", "kes", "mir", "tan", "vol", "ash", "ren", "quil", "sor", "pem", "lat", "hov", "jin")
FILLER = "The council met in the old hall and spoke for a long while about the roads and the weather of the season."


class Server:
    """A running ``fact lsp``, spoken to as an editor does."""

    def __init__(self, folder: Path, cache: Path) -> None:
        self.began = time.perf_counter()
        environment = os.environ | {"XDG_CACHE_HOME": str(cache)}
        command = [str(Path(sys.executable).with_name("fact")), "lsp"]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=folder, env=environment
        )
        self.uri = (folder / "draft.txt").as_uri()
        capabilities = {"textDocument": {"publishDiagnostics": {"relatedInformation": True}}}
        self.send("initialize", {"processId": None, "rootUri": folder.as_uri(), "capabilities": capabilities}, 1)
        self.read()
        self.send("initialized", {})

    def send(self, method: str, params: Any, number: int | None = None) -> None:  # noqa: ANN401 - JSON
        """Send a message; one with a number is a request."""
        message = {"jsonrpc": "2.0", "method": method, "params": params} | ({"id": number} if number else {})
        body = json.dumps(message).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))  # type: ignore[union-attr]
        self.process.stdin.flush()  # type: ignore[union-attr]

    def read(self) -> dict[str, Any]:
        """The next message of the server."""
        length = 0
        while line := self.process.stdout.readline().strip():  # type: ignore[union-attr]
            if line.startswith(b"Content-Length:"):
                length = int(line.split(b":")[1])
        message: dict[str, Any] = json.loads(self.process.stdout.read(length))  # type: ignore[union-attr]
        return message

    def open(self, text: str, language: str) -> dict[str, Any]:
        """Open the draft; returns its first diagnostics."""
        item = {"uri": self.uri, "languageId": language, "version": 1, "text": text}
        self.send("textDocument/didOpen", {"textDocument": item})
        return self.read()

    def type(self, version: int, line: int, letter: str = "x", replacing: int = 0) -> None:
        """Type a letter near the beginning of a line, or put it in the place of another."""
        place = {"start": {"line": line, "character": 3}, "end": {"line": line, "character": 3 + replacing}}
        changes = [{"range": place, "text": letter}]
        self.send(
            "textDocument/didChange",
            {"textDocument": {"uri": self.uri, "version": version}, "contentChanges": changes},
        )

    def cpu(self) -> float:
        """The seconds of CPU that its threads have used."""
        fields = Path(f"/proc/{self.process.pid}/schedstat").read_text("ascii").split()
        threads = Path(f"/proc/{self.process.pid}/task").iterdir()
        return (
            sum(int((thread / "schedstat").read_text("ascii").split()[0]) for thread in threads) / 1e9 if fields else 0
        )

    def memory(self) -> int:
        """The memory that it holds, in KiB."""
        status = Path(f"/proc/{self.process.pid}/status").read_text("ascii")
        return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))

    def stop(self) -> None:
        """End it."""
        self.process.kill()
        self.process.wait()


def made_store(folder: Path, count: int, chance: random.Random) -> list[str]:
    """Write a store of so many facts; returns their statements."""
    facts = {}
    for number in range(count):
        name = "".join(chance.choice(SYLLABLES) for _ in range(3)).capitalize()
        kind, unit, amount = chance.choice(KINDS), chance.choice(UNITS), chance.randint(10, 90_000)
        facts[f"fact-{number}"] = {
            "kind": "figure",
            "statement": f"The {name} {kind} had {amount:,} {unit}s in {chance.randint(1950, 2020)}.",
            "subject": f"{name} {kind}",
            "keywords": [name, kind, unit],
            "value": {"amount": str(amount), "unit": unit},
            "references": [{"source": "almanac", "locator": f"page {number}"}],
        }
    store = {"facts": facts, "sources": {"almanac": {"type": "book", "title": "An almanac"}}}
    (folder / "facts.json").write_text(json.dumps(store, indent=2) + "\n", "utf-8")
    return [fact["statement"] for fact in facts.values()]  # type: ignore[misc]


def made_draft(statements: list[str], words: int, chance: random.Random) -> str:
    """A draft of so many words: every third sentence has a figure of the store, every tenth of these a wrong one."""
    paragraphs: list[str] = []
    count = 0
    while count < words:
        sentences = [
            chance.choice(statements).replace("1", "7" if chance.random() < 0.1 else "1")  # noqa: PLR2004
            if chance.random() < 0.33  # noqa: PLR2004
            else FILLER
            for _ in range(chance.randint(3, 7))
        ]
        paragraphs.append(" ".join(sentences))
        count += len(paragraphs[-1].split())
    return "\n\n".join(paragraphs) + "\n"


def seconds_of(command: list[str]) -> float:
    """The seconds that a command takes."""
    began = time.perf_counter()
    subprocess.run(command, check=True)
    return time.perf_counter() - began


def told_memory(server: Server, version: int, lines: list[int], chance: random.Random) -> str:
    """The memory before and after many edits, of which each tenth is checked with those before it."""
    held = [server.memory()]
    for edit in range(MANY_EDITS):
        server.type(version + edit, chance.choice(lines), chance.choice("abcdefgh 0123456789"), replacing=1)
        if not (edit + 1) % 10:
            server.read()
        if edit + 1 in (MANY_EDITS // 10, MANY_EDITS):
            held.append(server.memory())
    before, early, late = (kibibytes / 1024 for kibibytes in held)
    return f"{before:.1f} MiB, {early:.1f} after {MANY_EDITS // 10} edits, {late:.1f} after {MANY_EDITS}"


def main() -> None:
    """Measure and print."""
    facts, words = map(int, [*sys.argv[1:], *DEFAULTS[len(sys.argv) - 1 :]])
    chance = random.Random(7)  # noqa: S311 - the same draft each time
    with tempfile.TemporaryDirectory() as name:
        folder, cache = Path(name, "work"), Path(name, "cache")
        folder.mkdir()
        draft = made_draft(made_store(folder, facts, chance), words, chance)
        for language in ("plaintext", "markdown"):
            server = Server(folder, cache)
            first = server.open(draft, language)
            shown = len(first["params"]["diagnostics"])
            lines = [at for at, line in enumerate(draft.splitlines()) if line]
            costs = []
            for version in range(2, EDITS + 2):
                before = server.cpu()
                server.type(version, chance.choice(lines))
                server.read()
                costs.append((server.cpu() - before) * 1000)
            memory = told_memory(server, EDITS + 2, lines, chance)
            median, worst = statistics.median(costs), statistics.quantiles(costs, n=20)[-1]
            print(f"{language}: {facts} facts, {words} words, {shown} diagnostics: keystroke to diagnostics", end=" ")
            print(f"median {median:.1f} ms, 95th percentile {worst:.1f} ms of CPU; {memory}")
            server.stop()
        starts, imports = [], []
        small = made_draft([FILLER], 100, chance)
        for _ in range(STARTS):
            server = Server(folder, cache)
            server.open(small, "plaintext")
            starts.append(time.perf_counter() - server.began)
            server.stop()
            imports.append(seconds_of([sys.executable, "-c", "import pygls.lsp.server"]))
        cold, bare = statistics.median(starts), statistics.median(imports)
        print(
            f"start to first diagnostics {cold * 1000:.0f} ms, {cold / bare:.2f} times the import of pygls.lsp.server"
        )


if __name__ == "__main__":
    main()
