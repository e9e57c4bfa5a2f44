"""Editors of Debian, run without a screen: each opens a draft and prints what the server said of it."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from running import FACT

EXTENSION = Path(__file__).parents[2] / "editors" / "vscode"
WRONG = "The bombing of the Amia centre in Buenos Aires killed 95 people.\n"

# The set-up is that of the README; what follows it waits for the diagnostics and prints them.
NEOVIM = """
vim.cmd('edit draft.md')
local client = vim.lsp.start_client({name = 'fact', cmd = {'%s', 'lsp'}, root_dir = vim.fn.getcwd()})
vim.lsp.buf_attach_client(0, client)
vim.wait(60000, function() return #vim.diagnostic.get(0) > 0 end, 50)
for _, found in ipairs(vim.diagnostic.get(0)) do
  io.stdout:write(('%%d:%%d-%%d %%s\\n'):format(found.lnum, found.col, found.end_col, found.message))
end
vim.cmd('qall!')
"""
EMACS = """
(require 'package)
(package-initialize)
(unless (require 'eglot nil t) (princ "no eglot") (kill-emacs 0))
(add-to-list 'eglot-server-programs '((markdown-mode text-mode) . ("%s" "lsp")))
(find-file "draft.md")
(text-mode)
(call-interactively #'eglot)
(let ((end (+ (float-time) 60)))
  (while (and (< (float-time) end) (null (flymake-diagnostics)))
    (accept-process-output nil 0.1)
    (flymake-start)))
(dolist (found (flymake-diagnostics))
  (princ (format "0:%%d-%%d %%s\\n" (1- (flymake-diagnostic-beg found)) (1- (flymake-diagnostic-end found))
                 (flymake-diagnostic-text found))))
(kill-emacs 0)
"""
VIM = """
set nocompatible
packadd ale
let g:ale_linters = {'markdown': ['fact']}
call ale#linter#Define('markdown', {'name': 'fact', 'lsp': 'stdio', 'executable': '%s', 'command': '%%e lsp',
  \\ 'project_root': {_ -> getcwd()}})
edit draft.md
set filetype=markdown
call ale#Queue(0)
let s:waited = 0
while empty(ale#engine#GetLoclist(bufnr(''))) && s:waited < 1200
  sleep 50m
  let s:waited += 1
endwhile
let s:found = map(copy(ale#engine#GetLoclist(bufnr(''))), {_, one -> printf('%%d:%%d-%%d %%s', one.lnum - 1, one.col - 1, one.end_col, one.text)})
call writefile(s:found, 'found.txt')
qall!
"""
COMMANDS = {
    "nvim": (NEOVIM, "set-up.lua", ["--headless", "-u", "NONE", "-i", "NONE", "-c", "luafile set-up.lua"]),
    "emacs": (EMACS, "set-up.el", ["--batch", "-l", "set-up.el"]),
    "vim": (VIM, "set-up.vim", ["-N", "-u", "NONE", "-i", "NONE", "-n", "-S", "set-up.vim"]),
}


@pytest.mark.parametrize("name", COMMANDS)
def test_an_editor_underlines_the_wrong_figure(name: str, folder: Path) -> None:
    script, file, arguments = COMMANDS[name]
    program = shutil.which(name) or pytest.skip(
        f"{name} is not installed: apt-get install neovim emacs-nox elpa-eglot vim-ale"
    )
    (folder / "draft.md").write_text(WRONG, "utf-8")
    (folder / file).write_text(script % FACT, "utf-8")
    printed = printed_by(program, arguments, folder)

    assert f"0:{WRONG.index('95')}-{WRONG.index('95') + len('95 people')}" in printed
    assert "the store has 85 people" in printed


def printed_by(program: str, arguments: list[str], folder: Path) -> str:
    """What the editor printed, or left in a file; skips where it has no client for language servers."""
    environment = os.environ | {"HOME": str(folder), "TERM": "xterm"}
    ended = subprocess.run(
        [program, *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        timeout=90,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    left = folder / "found.txt"
    printed = ended.stdout.decode("utf-8", "replace") + (left.read_text("utf-8") if left.exists() else "")
    if "no eglot" in printed or b"E919" in ended.stderr + ended.stdout or b"E117" in ended.stderr + ended.stdout:
        pytest.skip("the editor has no client: apt-get install elpa-eglot vim-ale")
    return printed


def test_the_extension_of_vscode_shows_the_wrong_figure(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The extension with its real language client; only the window around it is a stand-in."""
    extension = tmp_path_factory.mktemp("extension") / "vscode"
    shutil.copytree(EXTENSION, extension, ignore=shutil.ignore_patterns("node_modules"))
    node, npm = shutil.which("node"), shutil.which("npm")
    install = [npm or "", "install", "--no-audit", "--no-fund", "--no-package-lock"]
    if not node or not npm or subprocess.run(install, cwd=extension, capture_output=True, check=False).returncode:
        pytest.skip("node or its packages cannot be installed here")
    (folder / "draft.md").write_text(WRONG, "utf-8")

    ended = subprocess.run(
        [node, Path(__file__).with_name("vscode.js"), extension / "extension.js", folder / "draft.md", FACT],
        cwd=folder,
        capture_output=True,
        timeout=60,
        check=False,
    )

    at = WRONG.index("95")
    assert ended.returncode == 0
    assert ended.stdout.decode().startswith(f"0:{at}-{at + len('95 people')} 95 people: the store has 85 people")
