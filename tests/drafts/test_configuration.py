"""Settings are found upward, told apart from what is none, and cannot run anything."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factcli.drafts.configuration import Configuration, ConfigurationError, find_configuration
from factcli.model.figure_style import FigureStyle

if TYPE_CHECKING:
    from running import Run

WRONG = "The bombing of the Amia centre in Buenos Aires killed 87 people.\n"
ALL = (
    'store = "../facts/our.json"\nexclude = ["old/*"]\nrules-off = ["wrong-weekday"]\npublished = 2019-07-28\n'
    'levels = {outdated = "error"}\n'
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    deep = tmp_path / "book" / "chapters"
    deep.mkdir(parents=True)
    return deep


def test_all_settings_are_read(folder: Path) -> None:
    (folder.parent / ".factcli.toml").write_text(ALL, "utf-8")

    assert find_configuration(str(folder)) == Configuration(
        path=str(folder.parent / ".factcli.toml"),
        folder=str(folder.parent),
        store=str(folder.parent / "../facts/our.json"),
        exclude=("old/*",),
        rules_off=("wrong-weekday",),
        levels=(("outdated", "error"),),
        published=date(2019, 7, 28),
    )


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("", FigureStyle()),
        ('figures = "letters"', FigureStyle("letters")),
        ('figures = "digits"\nthousands = "thin space"', FigureStyle("digits", "\u202f")),
    ],
)
def test_the_house_says_how_it_prints_figures(folder: Path, text: str, style: FigureStyle) -> None:
    (folder / ".factcli.toml").write_text(text, "utf-8")

    assert find_configuration(str(folder)).figure_style == style


def test_a_date_may_be_a_text(folder: Path) -> None:
    (folder / ".factcli.toml").write_text('published = "2019-07-28"\n', "utf-8")

    assert find_configuration(str(folder)).published == date(2019, 7, 28)


def test_a_pyproject_without_settings_is_passed_over(folder: Path) -> None:
    (folder / "pyproject.toml").write_text("[tool.other]\nstore = 1\n", "utf-8")
    (folder.parent / "pyproject.toml").write_text("[tool.factcli]\nexclude = []\n", "utf-8")

    assert find_configuration(str(folder)).path == str(folder.parent / "pyproject.toml")


def test_its_own_file_comes_before_pyproject(folder: Path) -> None:
    (folder / ".factcli.toml").write_text("", "utf-8")
    (folder / "pyproject.toml").write_text("[tool.factcli]\nstore = 'a.json'\n", "utf-8")

    assert find_configuration(str(folder)).store is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('stor = "x"', "unknown setting 'stor'. Hint: known settings: store, stores, exclude, rules-off, levels, pub"),
        ('figures = "roman"', "'figures' is not one of words, letters, digits"),
        ('figures = ["words"]', "'figures' is not one of words, letters, digits"),
        ('thousands = ";"', "'thousands' is not one of comma, thin space, none"),
        ('command = "rm"', "unknown setting 'command'"),
        ("store = 3", "'store' is not a path"),
        ('store = ""', "'store' is not a path"),
        ('exclude = "a"', "'exclude' is not a list of globs"),
        ("exclude = [1]", "'exclude' is not a list of globs"),
        ('levels = ["error"]', "'levels' is not a table"),
        ('levels = {outdated = "fatal"}', "levels: invalid level 'fatal' for 'outdated'. Hint: known levels: error, "),
        ("levels = {outdated = 1}", "levels: invalid level 1 for 'outdated'"),
        ('published = "soon"', "'published' is not a date"),
        ("published = 2019", "'published' is not a date"),
        ("store = ", "not valid TOML"),
        ("a = " + "[" * 5000, "not valid TOML: nested too deeply"),
        ("a = " + "{a=" * 5000, "not valid TOML: nested too deeply"),
        ("a = " + "1" * 10_000, "not valid TOML: a number with too many digits"),
        ("a = 1979-05-27T07:32:00+99:99", "not valid TOML: "),
        ("levels = {outdated = 0x" + "f" * 9_000 + "}", "levels: invalid level for 'outdated'"),
        ("levels = {outdated = [[[1]]]}", "levels: invalid level for 'outdated'"),
        ("levels = {outdated = '" + "x" * 9_000 + "'}", "levels: invalid level 'xxx"),
        ("x" * 9_000 + " = 1", "unknown setting 'xxx"),
        (r'store = "a\u0000b"', "'store' is not a path"),
        ("a." * 90_000 + "a = 1", "larger than 64 kB. Hint: remove what is not a setting"),
        ("store = 'x'\n" + "a." * 30_000 + "a = 1", "2:1: key with too many dotted parts. Hint: "),
        ("[ 'a' . " + '"b\\"".c . ' * 9 + "a]", "1:1: key with too many dotted parts. Hint: "),
    ],
)
def test_a_wrong_setting_is_an_error_that_says_what_is_right(folder: Path, text: str, said: str) -> None:
    (folder / ".factcli.toml").write_text(text, "utf-8")

    with pytest.raises(ConfigurationError) as raised:
        find_configuration(str(folder))

    assert raised.value.lines()[0].startswith(f"{folder / '.factcli.toml'}:")
    assert said in raised.value.lines()[0]
    assert len(raised.value.lines()[0]) < 500


@pytest.mark.parametrize(
    "text",
    ["x = [" * 5000, "x = " + "1" * 5000, "store = ", "x" * 200_000, "a." * 60_000 + "a = 1"],
)
def test_a_pyproject_that_does_not_speak_of_it_is_not_read(folder: Path, text: str) -> None:
    (folder / "pyproject.toml").write_text(text, "utf-8")
    (folder.parent / ".factcli.toml").write_text(ALL, "utf-8")

    assert find_configuration(str(folder)).folder == str(folder.parent)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("# " + "x" * 300_000, "larger than 256 kB. Hint: move the settings to .factcli.toml"),
        ("[tool.factcli]\n" + "a." * 60_000 + "a = 1", ":2:1: key with too many dotted parts. Hint: "),
        ("[tool.factcli]\na = " + "1" * 10_000, "not valid TOML: a number with too many digits"),
    ],
)
def test_a_pyproject_that_takes_too_long_to_read_is_an_error(folder: Path, text: str, said: str) -> None:
    (folder / "pyproject.toml").write_text(text, "utf-8")

    with pytest.raises(ConfigurationError) as raised:
        find_configuration(str(folder))

    assert said in raised.value.lines()[0]


def test_dots_in_texts_are_not_parts_of_a_key(folder: Path) -> None:
    dotted = ".".join(["a"] * 40)
    text = f'# {dotted}\nexclude = [\'{dotted}\', \'{dotted}\']\nstore = """{dotted}"""\n'
    (folder / ".factcli.toml").write_text(text, "utf-8")

    assert find_configuration(str(folder)).exclude == (dotted, dotted)


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        (".factcli.toml", "# store = 1\nexclude = ['a']\n  store = 3", "3:3: 'store'"),
        (".factcli.toml", "exclude = ['eror']\n[levels]\ncontradicted = 'eror'", "3:1: levels: invalid level 'eror'"),
        (
            ".factcli.toml",
            "levels = {outdated = 'note', \"contradicted\" = 'eror'}",
            "1:31: levels: invalid level 'eror'",
        ),
        (".factcli.toml", "store = 'x'\nrules-off = x", "2:13: not valid TOML: Invalid value"),
        (".factcli.toml", "store = ", " not valid TOML: Invalid value (at end of document)"),
        (".factcli.toml", '"st\\u006Fre" = 3', " 'store' is not a path"),
        ("pyproject.toml", "stor = 1\n[tool.factcli]\nstor = 2", "3:1: unknown setting 'stor'"),
        ("pyproject.toml", "[tool]\nfactcli = 1", "2:1: tool.factcli is not a table"),
    ],
)
def test_a_wrong_setting_is_reported_with_its_place(folder: Path, name: str, text: str, place: str) -> None:
    (folder / name).write_text(text, "utf-8")

    with pytest.raises(ConfigurationError) as raised:
        find_configuration(str(folder))

    assert raised.value.lines()[0].startswith(f"{folder / name}:{place}")


def test_a_table_is_wanted_in_pyproject(folder: Path) -> None:
    (folder / "pyproject.toml").write_text("[tool]\nfactcli = 1\n", "utf-8")

    with pytest.raises(ConfigurationError, match=r"tool\.factcli is not a table"):
        find_configuration(str(folder))


def test_bytes_that_are_not_text_are_an_error(folder: Path) -> None:
    (folder / ".factcli.toml").write_bytes(b"store = '\xff'")

    with pytest.raises(ConfigurationError, match="not valid TOML"):
        find_configuration(str(folder))


def test_a_draft_is_checked_against_the_store_of_its_settings(piped: Run, folder: Path, shipped_store: Path) -> None:
    (folder / "draft.md").write_text(WRONG, "utf-8")
    (folder / ".factcli.toml").write_text('store = "empty.json"\n', "utf-8")
    (folder / "empty.json").write_text('{"facts": {}, "sources": {}}', "utf-8")

    configured = piped("check", "draft.md", store=None, cwd=folder)
    from_environment = piped("check", "draft.md", store=None, cwd=folder, FACTCLI_STORE=str(shipped_store))
    named = piped("check", "draft.md", cwd=folder)

    assert (configured.status, from_environment.status, named.status) == (0, 1, 1)


def test_a_missing_store_of_the_settings_is_an_error(piped: Run, folder: Path) -> None:
    (folder / "draft.md").write_text(WRONG, "utf-8")
    (folder / ".factcli.toml").write_text('store = "missing.json"\n', "utf-8")

    ended = piped("check", str(folder / "draft.md"), store=None)

    assert ended.status == 2
    assert f"missing.json: no such store (named by {folder / '.factcli.toml'})" in ended.err


@pytest.mark.parametrize("pattern", ["old", "old/", "old/*", "*/draft.md", "*.md", "ol?"])
def test_excluded_drafts_are_left_out_and_said(piped: Run, folder: Path, pattern: str) -> None:
    (folder / "old").mkdir()
    (folder / "old" / "draft.md").write_text(WRONG, "utf-8")
    (folder / "new.txt").write_text(WRONG, "utf-8")
    (folder / ".factcli.toml").write_text(f'exclude = ["{pattern}"]\n', "utf-8")

    ended = piped("check", ".", cwd=folder)

    assert [line.split(":")[0] for line in ended.out.splitlines()] == ["new.txt"]
    assert "old/draft.md: skipped" in ended.err


def test_rules_can_be_switched_off_in_the_settings(piped: Run, folder: Path) -> None:
    (folder / "draft.md").write_text(WRONG, "utf-8")
    (folder.parent / "pyproject.toml").write_text('[tool.factcli]\nrules-off = ["other-value"]\n', "utf-8")

    assert piped("check", "chapters/draft.md", cwd=folder.parent).status == 0


def test_a_wrong_rule_in_the_settings_is_an_error(piped: Run, folder: Path) -> None:
    (folder / "draft.md").write_text(WRONG, "utf-8")
    (folder / ".factcli.toml").write_text('rules-off = ["other-valu"]\n', "utf-8")

    ended = piped("check", "draft.md", cwd=folder)

    assert (ended.status, "unknown rule 'other-valu'" in ended.err) == (2, True)


@pytest.mark.parametrize(
    ("levels", "line", "status"),
    [
        ("contradicted = 'warning'", "warning: 87 people", 1),
        ("other-value = 'note'", "note: 87 people", 0),
        ("other-value = 'error', contradicted = 'note'", "error: 87 people", 1),
        ("other-value = 'info', contradicted = 'off'", "info: 87 people", 0),
    ],
)
def test_a_level_is_that_of_the_rule_before_that_of_the_verdict(
    piped: Run, folder: Path, levels: str, line: str, status: int
) -> None:
    (folder / "draft.md").write_text(WRONG, "utf-8")
    (folder / ".factcli.toml").write_text(f"levels = {{{levels}}}\n", "utf-8")

    ended = piped("check", "draft.md", cwd=folder)

    assert (ended.status, line in ended.out) == (status, True)


@pytest.mark.parametrize("name", ["other-value", "contradicted"])
def test_what_is_off_is_not_reported(piped: Run, folder: Path, name: str) -> None:
    (folder / "draft.md").write_text(WRONG, "utf-8")
    (folder / ".factcli.toml").write_text(f"levels = {{{name} = 'off'}}\n", "utf-8")

    ended = piped("check", "draft.md", cwd=folder)

    assert (ended.status, ended.out) == (0, "")


@pytest.mark.parametrize("name", ["other-valu", "unknown"])
def test_a_level_of_what_is_not_a_rule_is_an_error(piped: Run, folder: Path, name: str) -> None:
    (folder / "draft.md").write_text(WRONG, "utf-8")
    (folder / ".factcli.toml").write_text(f"levels = {{{name} = 'note'}}\n", "utf-8")

    ended = piped("check", "draft.md", cwd=folder)

    told = f".factcli.toml:1:11: levels: unknown rule or verdict '{name}'"
    assert (ended.status, told in ended.err) == (2, True)


@pytest.mark.parametrize(
    ("typed", "hint"),
    [("other-valu", "did you mean: other-value"), ("zzzzqqq", "Hint: known rules: ")],
)
def test_an_unknown_rule_is_answered_with_the_near_ones(piped: Run, folder: Path, typed: str, hint: str) -> None:
    (folder / "draft.md").write_text(WRONG, "utf-8")

    ended = piped("check", "draft.md", "--rule-off", typed, cwd=folder)

    assert (ended.status, f"unknown rule '{typed}'" in ended.err, hint in ended.err) == (2, True, True)
    assert ended.err.count("\n") == 1
