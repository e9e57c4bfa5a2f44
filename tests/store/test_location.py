from __future__ import annotations

from pathlib import Path

import pytest

from factcli.store.location import MissingStoreError, cache_folder, curated_store, find_store, user_store


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    deep = tmp_path / "draft" / "part"
    deep.mkdir(parents=True)
    return deep


def test_a_named_store_comes_before_all_others(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    named, other = folder / "named.json", folder / "other.json"
    named.touch()
    other.touch()
    monkeypatch.setenv("FACTCLI_STORE", str(other))

    assert find_store(str(named)).path == str(named)


def test_the_environment_comes_before_the_nearest_store(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    named = folder / "named.json"
    named.touch()
    (folder / "facts.json").touch()
    monkeypatch.setenv("FACTCLI_STORE", str(named))

    assert find_store(folder=str(folder)).path == str(named)


def test_the_nearest_store_upward_is_found(folder: Path) -> None:
    near = folder.parent / "facts.json"
    near.touch()

    assert find_store(folder=str(folder)) == (str(near), "the nearest facts.json upward from the working folder")


def test_the_users_own_store_comes_before_the_curated_one(folder: Path) -> None:
    own = Path(user_store())
    own.parent.mkdir(parents=True)
    own.touch()

    assert find_store(folder=str(folder)).path == str(own)


def test_without_any_other_the_curated_store_answers(folder: Path) -> None:
    assert find_store(folder=str(folder)).path == curated_store()
    assert Path(curated_store()).is_file()


@pytest.mark.parametrize("variable", [None, "FACTCLI_STORE"])
def test_a_named_store_that_is_not_there_is_an_error(
    variable: str | None, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    missing = str(folder / "missing.json")
    monkeypatch.setenv(variable or "UNUSED", missing)

    with pytest.raises(MissingStoreError, match="no such store"):
        find_store(None if variable else missing)
    assert not Path(missing).exists()


def test_a_base_folder_that_is_not_absolute_is_ignored(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")

    assert Path(cache_folder()).is_absolute()


def test_an_empty_name_is_an_error_and_not_the_nearest_store(folder: Path) -> None:
    (folder / "facts.json").touch()

    with pytest.raises(MissingStoreError, match="is empty"):
        find_store("", str(folder))


def test_an_empty_variable_is_as_one_that_is_not_set(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "facts.json").touch()
    monkeypatch.setenv("FACTCLI_STORE", "")

    assert find_store(folder=str(folder)).path == str(folder / "facts.json")
