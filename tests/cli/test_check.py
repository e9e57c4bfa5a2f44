"""What ``fact check`` reports of drafts, in a pipe and on a terminal, and what its exit status says."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from running import FACT

if TYPE_CHECKING:
    from collections.abc import Callable

    from running import Run

WRONG = "The bombing of the Amia centre in Buenos Aires killed 87 people.\n"
RIGHT = "The bombing of the Amia centre in Buenos Aires killed 85 people.\n"
ELSEWHERE = "The mayor opened a bakery with 12 ovens in Oslo.\n"
DRAFT = (
    "# The Amia bombing\n\n"
    "The bombing of the Amia centre in Buenos Aires killed **87** people.\n\n"
    "The United States offered a reward of US$8 million for information on where Salman Raouf Salman is.\n\n"
    "It was sunny with 12 degrees. <!-- fact-ignore: the weather -->\n"
)


@pytest.fixture
def draft(tmp_path: Path) -> Callable[..., str]:
    def write(text: str, name: str = "draft.md") -> str:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
        return str(path)

    return write


def test_a_clean_draft_is_silent(piped: Run, draft: Callable[..., str]) -> None:
    ended = piped("check", draft(RIGHT))

    assert (ended.status, ended.out) == (0, "")
    assert ended.err == "fact: 1 seen in 1 draft: 1 confirmed, 0 contradicted, 0 outdated, 0 unknown, 0 waived\n"


def test_a_pipe_gets_path_line_column_level_message_and_rule(piped: Run, draft: Callable[..., str]) -> None:
    path = draft("Déjà vu 😀.\n\n" + WRONG)

    ended = piped("check", path)

    assert ended.status == 1
    assert re.fullmatch(rf"{re.escape(path)}:3:55: error: 87 people: .*85.* \[other-value\]\n", ended.out)


def test_columns_count_code_points(piped: Run, draft: Callable[..., str]) -> None:
    assert ":1:58: error" in piped("check", draft("😀é " + WRONG)).out


def test_places_are_those_of_the_file_not_of_its_prose(piped: Run, draft: Callable[..., str]) -> None:
    marked = "[The **bombing**](https://x.org/1) of the *Amia* centre\nin Buenos Aires killed 87 people.\n"

    assert ":2:24: error" in piped("check", draft(marked)).out


def test_the_lines_of_a_draft_may_end_as_they_like(piped: Run, draft: Callable[..., str]) -> None:
    assert ":3:55: error" in piped("check", draft("One.\r\n\r\n" + WRONG.replace("\n", "\r\n"), "draft.txt")).out


def test_a_superseded_figure_is_a_warning(piped: Run, draft: Callable[..., str]) -> None:
    text = (Path(__file__).parents[1] / "cases" / "a-superseded-figure-is-outdated.md").read_text("utf-8")

    ended = piped("check", draft(text.rpartition("\n---\n")[0]))

    assert (ended.status, ": warning: " in ended.out) == (1, True)


def test_all_shows_what_is_confirmed_and_unknown(piped: Run, draft: Callable[..., str]) -> None:
    ended = piped("check", "--all", draft(RIGHT + "\n" + ELSEWHERE))

    assert re.findall(r": (info|note): (\S+)", ended.out) == [("info", "85"), ("note", "12")]
    assert ended.status == 0


def test_unknown_is_a_finding_when_strict(piped: Run, draft: Callable[..., str]) -> None:
    ended = piped("check", "--strict", draft(RIGHT + "\n" + ELSEWHERE))

    assert (ended.status, ended.out.count(": note: ")) == (1, 1)


def test_nothing_checked_is_said(piped: Run, draft: Callable[..., str]) -> None:
    ended = piped("check", draft(ELSEWHERE))

    assert ended.status == 0
    assert "nothing checked in" in ended.err


@pytest.mark.parametrize("text", [ELSEWHERE, "Words alone.\n"])
def test_nothing_checked_is_an_error_when_strict(piped: Run, draft: Callable[..., str], text: str) -> None:
    assert piped("check", "--strict", draft(text)).status == 2


def test_that_the_store_is_empty_is_said(piped: Run, draft: Callable[..., str], tmp_path: Path) -> None:
    store = tmp_path / "empty.json"
    store.write_text("{}", "utf-8")

    ended = piped("check", draft(ELSEWHERE), store=store)

    assert "nothing checked in" in ended.err
    assert ": the store has no facts; checked by itself alone\n" in ended.err


def test_an_empty_draft_is_clean(piped: Run, draft: Callable[..., str]) -> None:
    ended = piped("check", "--strict", draft(" \n"))

    assert (ended.status, "nothing checked" in ended.err) == (0, False)


def test_one_unreadable_draft_does_not_stop_the_others(piped: Run, draft: Callable[..., str], tmp_path: Path) -> None:
    ended = piped("check", str(tmp_path / "missing.md"), draft(WRONG))

    assert (ended.status, ended.out.count("error: 87 people")) == (2, 1)
    assert re.search(r"fact: error: .*missing\.md: no such file", ended.err)


BROKEN = {
    "a byte that is not UTF-8": b"Caf\xe9 87",
    "a NUL": b"87 people\0",
    "UTF-32": "87".encode("utf-32"),
    "half a UTF-16 character": b"\xff\xfe8",
    "no Word document": b"PK\x03\x04",
}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_draft_is_an_error_of_one_line(piped: Run, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / ("draft.docx" if data.startswith(b"PK") else "draft.md")
    path.write_bytes(data)

    ended = piped("check", str(path))

    assert (ended.status, ended.out, ended.err.count("\n")) == (2, "", 1)
    assert ended.err.startswith(f"fact: error: {path}")


def test_a_pipe_in_place_of_a_draft_is_not_waited_for(piped: Run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "draft.md")

    assert piped("check", str(tmp_path / "draft.md")).status == 2


def test_a_closed_pipe_ends_quietly(draft: Callable[..., str], shipped_store: Path) -> None:
    # The name of the draft, which each finding begins with, makes more of few findings than a pipe holds.
    short, long = draft(WRONG), draft("\n\n".join([WRONG.strip()] * 200), f"{'long' * 60}.md")
    command = f"{FACT} --store {shipped_store} check {short} 2>&1 >&- | head -1; {FACT} check {long} | head -1"

    ended = subprocess.run(["sh", "-c", command], capture_output=True, check=False, cwd=shipped_store.parent)

    assert (ended.stdout.count(b"error: 87 people"), b"Traceback" in ended.stdout + ended.stderr) == (1, False)


def test_an_unreadable_store_is_an_error(piped: Run, draft: Callable[..., str], tmp_path: Path) -> None:
    broken = tmp_path / "facts.json"
    broken.write_text("{", "utf-8")

    ended = piped("check", draft(WRONG), draft(RIGHT, "other.md"), store=broken)

    assert (ended.status, ended.err.count("fact: error: ")) == (2, 1)


def test_a_store_that_is_a_link_to_nothing_is_named_not_the_draft(
    piped: Run, draft: Callable[..., str], tmp_path: Path
) -> None:
    link = tmp_path / "facts.json"
    link.symlink_to("nowhere")

    ended = piped("check", draft(WRONG), store=link)

    assert (ended.status, ended.err) == (2, f"fact: error: {link}: no such file. Hint: check the path\n")


def test_a_folder_means_its_drafts(piped: Run, draft: Callable[..., str], tmp_path: Path) -> None:
    names = ("b.txt", "a.md", "deeper/c.markdown", ".hidden/d.md", "code.py")
    folder = [draft(WRONG, f"folder/{name}") for name in names]

    ended = piped("check", str(tmp_path / "folder"))

    assert [line.split(":")[0] for line in ended.out.splitlines()] == [folder[1], folder[0], folder[2]]
    assert "3 seen in 3 drafts" in ended.err


def test_a_folder_without_drafts_is_an_error(piped: Run, tmp_path: Path) -> None:
    assert piped("check", str(tmp_path)).status == 2


def test_a_draft_may_come_on_standard_input(piped: Run) -> None:
    ended = piped("check", "-", "--stdin-name", "letter.md", typed=WRONG.replace("87", "**87**").encode())

    assert (ended.status, ended.out.startswith("letter.md:1:57: error: 87 people")) == (1, True)


def test_quiet_leaves_it_to_the_exit_status(piped: Run, draft: Callable[..., str]) -> None:
    assert piped("check", "--quiet", draft(WRONG)) == (1, "", "")


def test_count_says_how_many(piped: Run, draft: Callable[..., str]) -> None:
    assert piped("check", "--count", draft(DRAFT.replace(" <!--", "\n<!--"))).out == "3\n"


def test_a_rule_can_be_switched_off(piped: Run, draft: Callable[..., str]) -> None:
    ended = piped("check", "--rule-off", "other-value", draft(WRONG))

    assert (ended.status, ended.out, "1 waived" in ended.err) == (0, "", True)


def test_a_wrong_rule_is_an_error_that_names_those_that_are_near(piped: Run, draft: Callable[..., str]) -> None:
    ended = piped("check", "--rule-off", "wrong-roundin", draft(WRONG))

    assert (ended.status, "wrong-rounding" in ended.err) == (2, True)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--watch", "--fix", "draft.md"],
        ["--fix", "-"],
        ["--since", "HEAD", "-"],
        ["--published", "yesterday", "draft.md"],
        ["--format", "csv", "draft.md"],
        [],
    ],
    ids=" ".join,
)
def test_what_does_not_go_together_is_said(piped: Run, arguments: list[str]) -> None:
    ended = piped("check", *arguments)

    assert (ended.status, ended.err.startswith("fact: error: "), ended.err.count("\n")) == (2, True, 1)


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_a_report_shows_the_words_underlined_and_the_source(
    piped: Run, draft: Callable[..., str], golden: Callable[[str, str], None], columns: int, tmp_path: Path
) -> None:
    draft(DRAFT)

    printed = piped("check", "draft.md", "--format", "report", cwd=tmp_path, COLUMNS=str(columns)).out

    golden(f"check-{columns}.txt", "".join(f"{line.rstrip()}\n" for line in printed.splitlines()))


def test_much_work_has_a_progress_bar_on_a_terminal_alone(
    piped: Run, on_terminal: Run, draft: Callable[..., str], tmp_path: Path
) -> None:
    [draft(RIGHT, f"many/{number}.md") for number in range(3)]

    shown, brief = (on_terminal("check", str(tmp_path / "many"), patience=seconds) for seconds in ("-1", "inf"))
    hidden = piped("check", str(tmp_path / "many"))

    assert "checking drafts" in shown.out
    assert "checking drafts" not in brief.out
    assert hidden.err.startswith("fact: 3 seen in 3 drafts")


REPORTED = {
    "The bombing of the Amia centre in Buenos Aires killed 87 people.": "error  87 people, not 85 people  [other-value]",
    "The reward offered by the United States for Salman is US$9m.": "error  US$9m, not US$7m  [other-value]",
    "The reward offered by the United States for Salman is US$9,000,000.": "US$9,000,000, not US$7,000,000  [other-value]",
    "On Friday, 18 July 2019 the shop closed.": "error  Friday, 18 July 2019 was a Thursday  [wrong-weekday]",
    'Pompeo said that ties with Argentina were "weaker than ever".': "“weaker than ever”: 'weaker' for 'stronger'  [word-changed]",
    "El Salvador would hire an additional 2,000 soldiers, Bukele announced.": "2,000 soldiers: true once, but since revised; the store now has 3,000 soldiers",
}  # fmt: skip


@pytest.mark.parametrize(("text", "said"), REPORTED.items())
def test_a_report_says_first_what_is_wrong(piped: Run, draft: Callable[..., str], text: str, said: str) -> None:
    printed = piped("check", draft(text), "--format", "report", COLUMNS="200").out

    assert said in printed.splitlines()[0]
    assert len(printed.strip().splitlines()) <= 4


@pytest.mark.parametrize("columns", [60, 80, 140])
def test_a_finding_has_four_lines_at_the_most(piped: Run, tmp_path: Path, columns: int) -> None:
    (tmp_path / "a.md").write_text("".join(f"{text}\n\n" for text in list(REPORTED)[:4]), "utf-8")

    printed = piped("check", "a.md", "--format", "report", cwd=tmp_path, COLUMNS=str(columns)).out

    blocks = printed.strip().split("\n\n")
    assert len(blocks) == 4
    assert max(len(block.splitlines()) for block in blocks) <= 4
    assert max(map(len, printed.splitlines())) <= columns


def test_findings_are_grouped_by_file(piped: Run, tmp_path: Path) -> None:
    for name in ("a.md", "b.md", "c.md"):
        (tmp_path / name).write_text(WRONG if name != "c.md" else "Nothing.\n", "utf-8")

    printed = piped("check", ".", "--format", "report", cwd=tmp_path).out.splitlines()

    assert [line for line in printed if line.endswith(".md")] == ["a.md", "b.md"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("San Pedro Masahuat lies 28 miles outside San Salvador.", "28 miles: 45 km, converted"),
        ("The bombing of the Amia centre killed nearly 90 people.", "90 people: near enough to 85 people"),
        ("Sembrando Vida is to plant 124,000 acres in El Salvador.", "124,000 acres: 50,000 ha, converted"),
    ],
)
def test_what_is_not_rounded_is_not_called_rounded(piped: Run, draft: Callable[..., str], text: str, said: str) -> None:
    assert said in piped("check", draft(text), "--all").out


def test_a_terminal_has_a_summary_in_words(on_terminal: Run, draft: Callable[..., str]) -> None:
    wrong, right = on_terminal("check", draft(WRONG)), on_terminal("check", draft("Nothing at all."))

    assert "1 figure, date or quote in" in " ".join(wrong.out.split())
    assert "1 contradicted" in " ".join(wrong.out.split())
    assert "no figures, dates or quotes in" in " ".join(right.out.split())


def test_a_summary_says_how_to_see_what_is_not_shown(on_terminal: Run, draft: Callable[..., str]) -> None:
    path = draft(f"{WRONG} It also broke 12 windows.")
    short, whole = on_terminal("check", path), on_terminal("check", path, "--all")

    assert "(--all shows each)" in " ".join(short.out.split())
    assert "--all" not in whole.out


def test_a_terminal_gets_the_report_and_a_pipe_lines(piped: Run, on_terminal: Run, draft: Callable[..., str]) -> None:
    path = draft(WRONG)

    assert "^^^^^^^^^ 85 people" in on_terminal("check", path, "--color", "never").out
    assert "^" not in piped("check", path).out


@pytest.mark.parametrize("columns", [20, 40, 80])
def test_a_report_fits_its_terminal(on_terminal: Run, draft: Callable[..., str], columns: int) -> None:
    text = "It was übel. " * 20 + WRONG.strip() + " So 東京." * 20 + "\n"

    printed = on_terminal("check", draft(text), "--color", "never", columns=columns).out

    # On a busy machine a progress bar comes before the report.
    report = printed.rpartition("\x1b[2K")[2].partition("fact: ")[0]
    assert max(len(line.rstrip()) + line.count("東") + line.count("京") for line in report.split("\n")) <= columns
    assert "^" * 9 in report


def test_colour_is_used_on_a_terminal_alone(piped: Run, on_terminal: Run, draft: Callable[..., str]) -> None:
    path = draft(WRONG)

    assert "\x1b[1;31m" in on_terminal("check", path).out
    assert "31m" not in on_terminal("check", path, NO_COLOR="1").out
    assert "\x1b" not in piped("check", path, "--format", "report").out


def test_a_word_that_is_a_command_is_found_by_find(piped: Run) -> None:
    assert piped("find", "check").status in {0, 1}
