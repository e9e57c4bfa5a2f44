"""Servers that are forked, which spares each of them the start of an interpreter and the imports: half a second.

One process has imported what ``fact lsp`` needs, and forks for each server.  In the place of the command stands a small
client, which hands its standard streams, folder and environment over, and ends as its server does.
"""

from __future__ import annotations

import atexit
import json
import os
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import NoReturn

from factcli.cli.main import run

_CLIENT = """
import json, os, socket, sys
with socket.socket(socket.AF_UNIX) as server:
    server.connect(sys.argv[1])
    request = json.dumps([sys.argv[2:], os.getcwd(), dict(os.environ)]).encode()
    server.sendall(request[socket.send_fds(server, [request], [0, 1, 2]):])
    server.shutdown(socket.SHUT_WR)
    for descriptor in range(3):
        os.close(descriptor)
    os._exit(int(server.recv(9) or 70))
"""


_STREAMS = (("stdin", "r"), ("stdout", "w"), ("stderr", "w"))


@cache
def forked_fact() -> list[str]:
    """The command that does as ``fact`` does, in a fork; the process that forks ends with this one."""
    folder = Path(tempfile.mkdtemp())
    parent = subprocess.Popen(
        [sys.executable, __file__, folder / "socket"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert parent.stdout
    assert parent.stdout.readline() == "ready\n"
    atexit.register(shutil.rmtree, folder)
    atexit.register(parent.communicate)
    return [sys.executable, "-ISc", _CLIENT, str(folder / "socket")]


def fork_servers(path: str) -> None:
    """Fork for each client at a socket, until standard input ends."""
    import factcli.lsp.server  # noqa: F401 - for the forks

    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(path)
        listener.listen()
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        while sys.stdin not in select.select([sys.stdin, listener], [], [])[0]:
            client, _ = listener.accept()
            if not os.fork():
                listener.close()
                _serve(client)
            client.close()


def _serve(client: socket.socket) -> NoReturn:
    """Run the command of a client, tell it the exit status, and end."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    request, streams, _, _ = socket.recv_fds(client, 1 << 16, 3)
    while part := client.recv(1 << 16):
        request += part
    arguments, folder, environment = json.loads(request)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    for number, descriptor in enumerate(streams):
        os.dup2(descriptor, number)
        os.close(descriptor)
        name, mode = _STREAMS[number]
        setattr(sys, name, open(number, mode, encoding="utf-8", closefd=False))  # noqa: SIM115 - until the end
    try:
        client.send(b"%d" % run(arguments))
    finally:
        os._exit(0)


if __name__ == "__main__":
    fork_servers(sys.argv[1])
