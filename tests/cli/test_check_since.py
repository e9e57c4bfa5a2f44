"""``fact check --since REV`` looks at the lines that changed, in a real repository."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from docx import Document as WordDocument

from factcli.drafts.changes import new_lines

if TYPE_CHECKING:
    from running import Run

WRONG = "The bombing of the Amia centre in Buenos Aires killed {} people.\n"


NOBODY = 65534


def write_docx(path: Path, paragraphs: list[str]) -> None:
    document = WordDocument()
    for words in paragraphs:
        document.add_paragraph(words.strip())
    document.save(str(path))


def git(folder: Path, *arguments: str) -> None:
    identity = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    names = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"]
    subprocess.run(["git", *names, *arguments], cwd=folder, env=os.environ | identity, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "repository"
    (folder / "chapters").mkdir(parents=True)
    git(folder, "init")
    (folder / "chapters" / "one.md").write_text(WRONG.format(81) + "\nMore.\n\n" + WRONG.format(82), "utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "-m", "One")
    return folder


def test_only_changed_lines_are_reported(piped: Run, repository: Path) -> None:
    draft = repository / "chapters" / "one.md"
    draft.write_text(WRONG.format(81) + "\nMore.\n\n" + WRONG.format(83), "utf-8")

    ended = piped("check", "--since", "HEAD", "chapters/one.md", cwd=repository)

    assert (ended.status, ended.out.count("error: "), ended.out.count("error: 83 people")) == (1, 1, 1)
    assert ended.err.startswith("fact: 1 seen in 1 draft")


def test_an_unchanged_draft_is_clean(piped: Run, repository: Path) -> None:
    ended = piped("check", "--since", "HEAD", "chapters", cwd=repository)

    assert (ended.status, ended.out) == (0, "")


def test_a_new_draft_is_new_in_every_line(piped: Run, repository: Path) -> None:
    (repository / "chapters" / ":(top)two.md").write_text(WRONG.format(84), "utf-8")

    assert piped("check", "--since", "HEAD", "chapters", cwd=repository).out.count("error: 84 people") == 1


def test_a_waiver_on_an_old_line_still_covers_a_new_one(piped: Run, repository: Path) -> None:
    draft = repository / "chapters" / "one.md"
    draft.write_text("<!-- fact-ignore: disputed -->\n" + WRONG.format(81), "utf-8")
    git(repository, "commit", "-am", "Waive")
    draft.write_text("<!-- fact-ignore: disputed -->\n" + WRONG.format(83), "utf-8")

    ended = piped("check", "--since", "HEAD", str(draft))

    assert (ended.status, ended.out) == (0, "")


def test_a_hook_of_git_may_run_it(piped: Run, repository: Path) -> None:
    (repository / "chapters" / "one.md").write_text(WRONG.format(83), "utf-8")

    ended = piped("check", "--since", "HEAD", "chapters", cwd=repository, GIT_DIR=".git", GIT_INDEX_FILE=".git/index")

    assert ended.status == 1


@pytest.mark.parametrize("revision", ["nonsense", "--output=/tmp/x", "", "HEAD:chapters/one.md"])
def test_an_unknown_revision_is_an_error(piped: Run, repository: Path, revision: str) -> None:
    ended = piped("check", f"--since={revision}", "chapters", cwd=repository)

    assert (ended.status, ended.err.startswith("fact: error: unknown git revision")) == (2, True)


def test_outside_a_repository_it_is_an_error(piped: Run, tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text(WRONG.format(81), "utf-8")

    ended = piped("check", "--since", "HEAD", "draft.md", cwd=tmp_path, GIT_CEILING_DIRECTORIES=str(tmp_path.parent))

    assert (ended.status, "not a git repository" in ended.err) == (2, True)


def test_without_git_it_is_an_error(piped: Run, repository: Path) -> None:
    ended = piped("check", "--since", "HEAD", "chapters", cwd=repository, PATH="")

    assert (ended.status, "git cannot be run" in ended.err) == (2, True)


def test_a_renamed_draft_keeps_its_history(piped: Run, repository: Path) -> None:
    git(repository, "mv", "chapters/one.md", "chapters/two.txt")
    with (repository / "chapters" / "two.txt").open("a", encoding="utf-8") as draft:
        draft.write(WRONG.format(83))

    ended = piped("check", "--since", "HEAD", ".", cwd=repository)

    assert (ended.status, ended.out.count("error: "), ended.out.count("error: 83 people")) == (1, 1, 1)


def test_a_new_draft_beside_the_old_one_is_not_a_renamed_one(piped: Run, repository: Path) -> None:
    shutil.copy(repository / "chapters" / "one.md", repository / "chapters" / "two.md")

    assert piped("check", "--since", "HEAD", ".", cwd=repository).out.count("two.md:") == 2


def test_only_changed_paragraphs_of_a_word_file_are_reported(piped: Run, repository: Path) -> None:
    word = repository / "a.docx"
    write_docx(word, [WRONG.format(81), "More."])
    git(repository, "add", ".")
    git(repository, "commit", "-m", "Word")
    write_docx(word, ["New.", WRONG.format(81), "More.", WRONG.format(83)])

    ended = piped("check", "--since", "HEAD", "a.docx", cwd=repository)

    assert (ended.status, ended.out.count("error: "), ended.out.count("a.docx:4:")) == (1, 1, 1)


@pytest.mark.parametrize(
    "attributes", ["*.md -diff", "*.md binary", "* -text -diff", "*.md working-tree-encoding=UTF-16"]
)
def test_no_attribute_hides_a_draft(piped: Run, repository: Path, attributes: str) -> None:
    (repository / ".gitattributes").write_text(attributes + "\n", "utf-8")
    (repository / "chapters" / "one.md").write_text(WRONG.format(81) + "\n" + WRONG.format(83), "utf-8")

    ended = piped("check", "--since", "HEAD", "chapters", cwd=repository)

    assert (ended.status, ended.out.count("error: "), ended.out.count("error: 83 people")) == (1, 1, 1)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_and_encodings_are_not_a_change(piped: Run, repository: Path, end: str, encoding: str) -> None:
    text = WRONG.format(81) + "\nMore.\n\n" + WRONG.format(82) + WRONG.format(83)
    (repository / "chapters" / "one.md").write_bytes(text.replace("\n", end).encode(encoding))

    ended = piped("check", "--since", "HEAD", "chapters", cwd=repository)

    assert (ended.status, ended.out.count("error: "), ended.out.count("error: 83 people")) == (1, 1, 1)


@pytest.mark.parametrize(
    "name", ["-n.md", "a b.md", "a\tb\n.md", 'a"b\\.md', "Déjà.md", "e\u0301.md", "[a]*.md", "🧨.md"]
)
def test_a_path_may_have_any_characters(piped: Run, repository: Path, name: str) -> None:
    draft = repository / "chapters" / name
    draft.write_text(WRONG.format(81), "utf-8")
    git(repository, "add", ".")
    git(repository, "commit", "-m", "Two")
    draft.write_text(WRONG.format(81) + "\n" + WRONG.format(84), "utf-8")

    ended = piped("check", "--since", "HEAD", "chapters", cwd=repository)

    assert (ended.status, ended.out.count("error: "), ended.out.count("error: 84 people")) == (1, 1, 1)


def test_a_draft_is_found_from_its_folder_and_through_a_link(piped: Run, repository: Path, tmp_path: Path) -> None:
    (tmp_path / "link.md").symlink_to(repository / "chapters" / "one.md")
    (tmp_path / "linked").symlink_to(repository / "chapters")

    assert piped("check", "--since", "HEAD", "one.md", cwd=repository / "chapters").status == 0
    assert piped("check", "--since", "HEAD", "link.md", "linked/one.md", cwd=tmp_path).status == 0


def test_drafts_of_two_repositories_are_each_compared_in_their_own(
    piped: Run, repository: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    git(repository, "worktree", "add", str(other))
    (other / "chapters" / "one.md").write_text(WRONG.format(83), "utf-8")

    ended = piped("check", "--since", "HEAD", "repository", "other", cwd=tmp_path)

    assert (ended.status, ended.out.count("error: "), ended.out.count("other/chapters/one.md:1:")) == (1, 1, 1)


def test_a_shallow_clone_says_what_it_lacks(piped: Run, repository: Path, tmp_path: Path) -> None:
    git(repository, "commit", "--allow-empty", "-m", "Two")
    git(tmp_path, "clone", "--depth=1", f"file://{repository}", "shallow")

    assert piped("check", "--since", "HEAD", "shallow", cwd=tmp_path).status == 0
    ended = piped("check", "--since", "HEAD~1", "shallow", cwd=tmp_path)
    assert (ended.status, "the clone is shallow" in ended.err) == (2, True)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give a folder away")
def test_a_repository_of_another_user_is_refused_as_that(piped: Run, repository: Path) -> None:
    for folder in (repository, repository / ".git"):
        os.chown(folder, NOBODY, NOBODY)

    ended = piped("check", "--since", "HEAD", "chapters", cwd=repository, GIT_CONFIG_GLOBAL=os.devnull)

    assert (ended.status, "dubious ownership" in ended.err, "safe.directory" in ended.err) == (2, True, True)


def test_a_draft_of_git_lfs_is_an_error(piped: Run, repository: Path) -> None:
    draft = repository / "chapters" / "one.md"
    draft.write_text("version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n", "utf-8")
    git(repository, "commit", "-am", "Two")
    draft.write_text(WRONG.format(83), "utf-8")

    ended = piped("check", "--since", "HEAD", "chapters", cwd=repository)

    assert (ended.status, "Git LFS" in ended.err) == (2, True)


def test_without_any_commit_no_revision_is_known(piped: Run, tmp_path: Path) -> None:
    git(tmp_path, "init")
    (tmp_path / "draft.md").write_text(WRONG.format(81), "utf-8")

    ended = piped("check", "--since", "HEAD", "draft.md", cwd=tmp_path)

    assert (ended.status, ended.err.startswith("fact: error: unknown git revision 'HEAD'")) == (2, True)


def test_a_git_folder_that_is_none_is_an_error(piped: Run, tmp_path: Path) -> None:
    (tmp_path / ".git").write_text("gitdir: /no/such/folder\n", "utf-8")
    (tmp_path / "draft.md").write_text(WRONG.format(81), "utf-8")

    ended = piped("check", "--since", "HEAD", "draft.md", cwd=tmp_path)

    assert (ended.status, "git cannot read this repository: not a git repository" in ended.err) == (2, True)


def test_a_large_draft_is_compared_in_bounded_time() -> None:
    before = [f"line {number}" for number in range(30_000)]
    after = sorted(before, key=lambda line: line[::-1])

    assert list(new_lines(before, after)) == []
    assert list(new_lines(before, [*after, "more"])) == [30_001]
