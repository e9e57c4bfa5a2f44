"""``fact check --since`` runs nothing, whatever a repository configures."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factcli.documents import read_document
from factcli.drafts.changes import Changes
from factcli.drafts.repository import ChangesError

if TYPE_CHECKING:
    from running import Run

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
WRONG = "The bombing of the Amia centre in Buenos Aires killed 87 people.\n"

# Every setting that names a program of which git could be in need here, and the settings by which it comes to run it.
# {run} is a program that leaves a trace.
SETTINGS = {
    "a filter": [("filter.evil.clean", "{run}"), ("filter.evil.smudge", "{run}"), ("filter.evil.required", "true")],
    "a filter that stays": [("filter.evil.process", "{run}"), ("filter.evil.required", "true")],
    "a textconv": [("diff.evil.textconv", "{run}"), ("diff.evil.cachetextconv", "true")],
    "a diff of a kind": [("diff.evil.command", "{run}")],
    "an external diff": [("diff.external", "{run}")],
    "a merge driver": [("merge.evil.driver", "{run}")],
    "a file system monitor": [("core.fsmonitor", "{run}"), ("core.fsmonitorHookVersion", "2")],
    "a pager": [("core.pager", "{run}"), *((f"pager.{name}", "{run}") for name in ("rev-parse", "cat-file", "ls-tree"))],
    "an alias": [(f"alias.{name}", "!{run}") for name in ("rev-parse", "cat-file", "ls-tree", "ls-files", "diff")],
    "hooks": [("core.hooksPath", "{hooks}")],
    "a gpg program": [("gpg.program", "{run}"), ("log.showSignature", "true"), ("gpg.ssh.program", "{run}")],
    "an editor": [("core.editor", "{run}"), ("sequence.editor", "{run}"), ("core.askPass", "{run}")],
    "credentials": [("credential.helper", "!{run}"), ("core.gitProxy", "{run}")],
    "alternates": [("core.alternateRefsCommand", "{run}")],
    "a submodule": [("submodule.evil.update", "!{run}"), ("submodule.recurse", "true")],
    "an interactive filter": [("interactive.diffFilter", "{run}")],
    "packing": [("uploadpack.packObjectsHook", "{run}"), ("gc.auto", "1"), ("maintenance.auto", "true")],
}  # fmt: skip

# Where a partial clone would fetch from what it lacks.
REMOTES = {
    "a program as a remote": [("remote.evil.url", "ext::{run}"), ("protocol.ext.allow", "always")],
    "ssh": [("remote.evil.url", "ssh://localhost/x"), ("core.sshCommand", "{run}")],
    "ssh of another kind": [("remote.evil.url", "localhost:x"), ("core.sshCommand", "{run}"), ("ssh.variant", "ssh")],
    "a path": [("remote.evil.url", "{repository}"), ("remote.evil.uploadpack", "{run}")],
    "a file": [("remote.evil.url", "file://{repository}"), ("remote.evil.uploadpack", "{run}")],
    "a proxy": [("remote.evil.url", "git://localhost/x"), ("core.gitProxy", "{run}")],
    "a helper": [("remote.evil.url", "x"), ("remote.evil.vcs", "ext"), ("protocol.allow", "always")],
    "a web server": [("remote.evil.url", "http://127.0.0.1:9/x"), ("credential.helper", "!{run}"), ("http.proxy", "")],
    "another address": [
        ("remote.evil.url", "http://localhost/x"), ("url.{repository}.insteadOf", "http://localhost/x"),
        ("remote.evil.uploadpack", "{run}"), ("protocol.file.allow", "always"),
    ],
}  # fmt: skip


def git(folder: Path, *arguments: str) -> str:
    """What git prints, with the settings of nobody."""
    environment = os.environ | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    names = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"]
    ended = subprocess.run(
        ["git", *names, *arguments], cwd=folder, env=environment, check=True, capture_output=True, text=True
    )
    return ended.stdout.strip()


@pytest.fixture
def trace(tmp_path: Path) -> Path:
    """What is there once the program of an attack has run."""
    return tmp_path / "trace"


@pytest.fixture
def program(tmp_path: Path, trace: Path) -> Path:
    """The program of an attack."""
    path = tmp_path / "attack"
    path.write_text(f"#!/bin/sh\ntouch {trace}\ncat\n", "utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository of two commits whose draft has changed since the last one, with attributes for every attack."""
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init")
    (folder / "old.md").write_text("It rained.\n" * 9, "utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "-m", "One")
    (folder / "old.md").rename(folder / "draft.md")
    (folder / ".gitattributes").write_text("*.md filter=evil diff=evil merge=evil ident\n", "utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "-m", "Two")
    (folder / "draft.md").write_text("It rained.\n" * 9 + WRONG, "utf-8")
    return folder


def new_in_draft(repository: Path, revision: str) -> list[int]:
    """The lines of the draft that are new since a revision."""
    document = read_document(repository / "draft.md")
    is_new = Changes(revision).changed_lines(document)
    return [line for line in range(1, document.line_count) if is_new(line)]


def configure(repository: Path, program: Path, settings: list[tuple[str, str]]) -> None:
    hooks = repository.parent / "hooks"
    hooks.mkdir(exist_ok=True)
    for hook in ("post-index-change", "reference-transaction", "fsmonitor-watchman", "post-checkout", "pre-auto-gc"):
        shutil.copy(program, hooks / hook)
    for name, value in settings:
        known = {"run": str(program), "hooks": str(hooks), "repository": str(repository)}
        git(repository, "config", name.format_map(known), value.format_map(known))


@pytest.mark.parametrize("attack", SETTINGS)
def test_no_setting_of_a_repository_is_run(repository: Path, program: Path, trace: Path, attack: str) -> None:
    configure(repository, program, SETTINGS[attack])

    assert (new_in_draft(repository, "HEAD"), new_in_draft(repository, "HEAD~1")) == ([10], [10])
    assert not trace.exists()


@pytest.mark.parametrize("revision", ["HEAD", "HEAD~1", "HEAD^{/One}", "main@{0}", ":/Two"])
def test_no_way_to_name_a_revision_runs_a_setting(
    piped: Run, repository: Path, program: Path, trace: Path, revision: str
) -> None:
    configure(repository, program, [pair for pairs in SETTINGS.values() for pair in pairs])

    ended = piped("check", f"--since={revision}", ".", cwd=repository)

    assert not trace.exists()
    assert (ended.status, ended.out.count("87 people")) == (1, 1)


@pytest.mark.parametrize("lacks", ["HEAD:draft.md", "HEAD^{tree}", "HEAD"])
@pytest.mark.parametrize("attack", REMOTES)
def test_what_a_clone_lacks_is_not_fetched(
    repository: Path, program: Path, trace: Path, attack: str, lacks: str
) -> None:
    name = git(repository, "rev-parse", lacks)
    (repository / ".git" / "objects" / name[:2] / name[2:]).unlink()
    partial = [("core.repositoryformatversion", "1"), ("extensions.partialClone", "evil")]
    configure(repository, program, [*partial, ("remote.evil.promisor", "true"), *REMOTES[attack]])

    with pytest.raises(ChangesError):
        new_in_draft(repository, "HEAD")
    assert not trace.exists()


def test_a_repository_among_the_files_of_another_is_not_used(
    piped: Run, repository: Path, program: Path, trace: Path
) -> None:
    inner = repository / "chapters"
    git(repository, "init", "--bare", "chapters")
    git(inner, "config", "core.bare", "false")
    git(inner, "config", "core.worktree", "..")
    git(inner, "config", "core.fsmonitor", str(program))
    git(inner, "config", "filter.evil.clean", str(program))
    (inner / "draft.md").write_text(WRONG, "utf-8")

    ended = piped("check", "--since", "HEAD", "chapters/draft.md", cwd=repository)

    assert not trace.exists()
    assert (ended.status, ended.out.count("87 people")) == (1, 1)


def test_a_bare_repository_alone_is_not_a_repository_of_drafts(piped: Run, tmp_path: Path) -> None:
    git(tmp_path, "init", "--bare", "bare")
    (tmp_path / "bare" / "draft.md").write_text(WRONG, "utf-8")

    ended = piped("check", "--since", "HEAD", "draft.md", cwd=tmp_path / "bare")

    assert (ended.status, "not a git repository" in ended.err) == (2, True)


def test_a_git_file_that_points_to_a_hostile_repository_runs_nothing(
    piped: Run, repository: Path, program: Path, trace: Path
) -> None:
    configure(repository, program, [pair for pairs in SETTINGS.values() for pair in pairs])
    (repository / ".git").rename(repository / "settings")
    (repository / ".git").write_text("gitdir: settings\n", "utf-8")

    ended = piped("check", "--since", "HEAD", "draft.md", cwd=repository)

    assert not trace.exists()
    assert (ended.status, ended.out.count("87 people")) == (1, 1)


def test_a_setting_that_another_file_brings_is_not_run(
    piped: Run, repository: Path, program: Path, trace: Path
) -> None:
    (repository / "more").write_text(f'[core]\n\tfsmonitor = {program}\n[filter "evil"]\n\tclean = {program}\n')
    git(repository, "config", "include.path", "../more")

    assert piped("check", "--since", "HEAD", "draft.md", cwd=repository).status == 1
    assert not trace.exists()


def test_a_program_called_git_in_the_working_folder_is_not_run(
    piped: Run, repository: Path, program: Path, trace: Path
) -> None:
    shutil.copy(program, repository / "git")

    ended = piped("check", "--since", "HEAD", "draft.md", cwd=repository, PATH=f":.:{os.environ['PATH']}")

    assert not trace.exists()
    assert ended.status == 1


def test_an_object_store_elsewhere_is_only_read(piped: Run, repository: Path, tmp_path: Path) -> None:
    shutil.move(repository / ".git" / "objects", tmp_path / "objects")
    (repository / ".git" / "objects" / "info").mkdir(parents=True)
    (repository / ".git" / "objects" / "info" / "alternates").write_text(f"{tmp_path / 'objects'}\n/no/such\n", "utf-8")

    assert piped("check", "--since", "HEAD", "draft.md", cwd=repository).out.count("87 people") == 1
