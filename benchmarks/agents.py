"""How long ``fact mcp`` takes from its start to the answer to ``initialize``, beside the smallest server of the SDK.

    python benchmarks/agents.py [PAIRS]

Prints the medians of the CPU time in milliseconds, and their ratio.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from pathlib import Path

SMALLEST = "from mcp.server.mcpserver import MCPServer; MCPServer('smallest').run()"
BIN = Path(sys.executable).parent
REQUEST = {
    "jsonrpc": "2.0",
    "id": 1,
    "method": "initialize",
    "params": {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "bench", "version": "1"}},
}


def milliseconds(command: list[str]) -> float:
    """CPU time of a server that answers ``initialize`` and ends."""
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as server:
        assert server.stdin  # noqa: S101 - a pipe was asked for
        assert server.stdout  # noqa: S101 - a pipe was asked for
        server.stdin.write(json.dumps(REQUEST).encode() + b"\n")
        server.stdin.flush()
        assert b'"result"' in server.stdout.readline()  # noqa: S101 - a server that fails is not measured
        server.stdin.close()
        usage = os.wait4(server.pid, 0)[2]
        server.returncode = 0
    return (usage.ru_utime + usage.ru_stime) * 1000


def main() -> None:
    """Alternate the two servers."""
    pairs = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    commands = {"smallest": [sys.executable, "-c", SMALLEST], "fact mcp": [str(BIN / "fact"), "mcp"]}
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(pairs):
        for name, command in commands.items():
            times[name].append(milliseconds(command))
    medians = {name: statistics.median(each) for name, each in times.items()}
    for name, median in medians.items():
        print(f"{name:10} {median:7.1f} ms")
    print(f"ratio      {medians['fact mcp'] / medians['smallest']:7.2f}")


if __name__ == "__main__":
    main()
