"""``fact extract`` as it is called: in a pipe, on a terminal, for a store."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

import pytest

from factcli.store import FactStore

if TYPE_CHECKING:
    from pathlib import Path

Run = Callable[..., NamedTuple]

ARTICLE = """\
# The Ouse Bridge, at Last

Mayor Ana Ruiz opened the **Ouse** bridge on 12 May. It cost [US$7m](https://example.org/9) and carries `9` cars.

She called it “a gift to the city”.
"""


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "article.md"
    path.write_text(ARTICLE, encoding="utf-8")
    return str(path)


def test_candidates_are_rows_for_a_script(piped: Run, article: str) -> None:
    ended = piped("extract", article, "--fields", "id,kind,value,surface")

    assert ended.out.splitlines() == [
        "ana-ruiz-opened\tdate\tXXXX-05-12\t12 May",
        "ouse-bridge-cost\tfigure\t7000000 USD\tUS$7m",
        "ana-ruiz-gift-city\tquote\ta gift to the city\ta gift to the city",
    ]
    assert (ended.status, ended.err) == (0, "")


def test_json_has_the_shape_of_a_store(piped: Run, article: str) -> None:
    ended = piped("extract", article, "--format", "json", "--issued", "2019-07", "--url", "https://example.org")

    content = json.loads(ended.out)
    assert list(content) == ["facts", "sources", "contexts", "passed_over"]
    assert content["facts"]["ana-ruiz-opened"]["value"] == {"edtf": "2019-05-12"}
    assert content["contexts"]["ana-ruiz-opened"]["paragraph"].startswith("Mayor Ana Ruiz opened")
    assert content["sources"] == {
        "the-ouse-bridge-at-last": {
            "type": "article",
            "title": "The Ouse Bridge, at Last",
            "issued": "2019-07",
            "URL": "https://example.org",
        }
    }


def test_the_json_is_a_store_that_opens(piped: Run, article: str, tmp_path: Path) -> None:
    store = tmp_path / "candidates.json"
    store.write_text(piped("extract", article, "--format", "json").out, encoding="utf-8")

    assert [fact.kind for fact in FactStore.open(store).facts()] == ["date", "figure", "quote"]


def test_options_name_the_source_and_the_subject(piped: Run, article: str) -> None:
    ended = piped(
        "extract", article, "--source", "ouse", "--title", "Ouse", "--subject", "Ouse bridge", "--format", "jsonl"
    )

    facts = [json.loads(line) for line in ended.out.splitlines()]
    assert {fact["subject"] for fact in facts} == {"Ouse bridge"}
    assert {fact["references"][0]["source"] for fact in facts} == {"ouse"}
    assert facts[1]["statement"] == "Ouse bridge cost US$7m and carries ` cars."


def test_a_table_shows_values_and_sentences(on_terminal: Run, article: str) -> None:
    ended = on_terminal("extract", article)

    assert "US$7 million" in ended.out
    assert "Ana Ruiz" in ended.out


def test_count_and_quiet_say_less(piped: Run, article: str) -> None:
    assert (piped("extract", article, "--count").out, piped("extract", article, "--quiet").out) == ("3\n", "")


def test_a_limit_says_what_it_leaves_out(piped: Run, article: str) -> None:
    ended = piped("extract", article, "--limit", "2")

    assert (len(ended.out.splitlines()), ended.err) == (2, "2 of 3 candidates; --limit 0 shows all\n")


def test_what_is_passed_over_is_counted(piped: Run, tmp_path: Path) -> None:
    path = tmp_path / "ferry.txt"
    path.write_text("Lomar Lines sold 41 boats. In 2019, three clerks wrote to the port.", encoding="utf-8")

    listed, written = piped("extract", str(path)), piped("extract", str(path), "--format", "json")

    words = "2 figures, dates and quotes of the text passed over: they say too little by themselves\n"
    assert (listed.err, written.err, json.loads(written.out)["passed_over"]) == (words, words, 2)


def test_a_text_without_figures_is_nothing_found(piped: Run, tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("Nothing to see.", encoding="utf-8")

    ended = piped("extract", str(path))

    assert (ended.status, ended.out) == (1, "")
    assert ended.err == f"fact: no figures, dates or quotes worth a fact in {path}\n"


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("draft.txt", b"caf\xe9 85", "draft.txt:1:4: byte 0xE9 is not UTF-8. Hint: save it as UTF-8\n"),
        ("paper.docx", b"85 lives", "paper.docx: not a valid .docx. Hint: save it again as .docx\n"),
    ],
)
def test_a_file_that_is_not_text_is_an_error(piped: Run, tmp_path: Path, name: str, data: bytes, message: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)

    ended = piped("extract", str(path))

    assert (ended.status, ended.out) == (2, "")
    assert ended.err.endswith(message)


def test_a_date_that_is_not_edtf_is_an_error(piped: Run, article: str) -> None:
    ended = piped("extract", article, "--issued", "July 2019")

    assert (ended.status, ended.err.startswith("fact: error: 'July 2019' is not a valid EDTF date")) == (2, True)


def test_what_the_store_cites_already_is_left_out_and_its_ids_are_not_taken(
    piped: Run, article: str, tmp_path: Path
) -> None:
    store = tmp_path / "facts.json"
    candidates = tmp_path / "candidates.json"
    candidates.write_text(piped("extract", article, "--format", "json", store=None, cwd=tmp_path).out, "utf-8")
    piped("add", "--from", str(candidates), "--yes", store=store)

    same = piped("extract", article, store=None, cwd=tmp_path)
    other = piped("extract", article, "--source", "other", "--fields", "id", store=None, cwd=tmp_path)

    assert (same.status, same.out) == (1, "")
    assert same.err.endswith("3 left out: the store cites the same words already\n")
    assert other.out.splitlines()[0] == "ana-ruiz-opened-2"


def test_a_broken_store_nearby_does_not_keep_a_text_from_being_read(piped: Run, article: str, tmp_path: Path) -> None:
    (tmp_path / "facts.json").write_text("{", "utf-8")

    near = piped("extract", article, "--count", store=None, cwd=tmp_path)
    named = piped("extract", article, "--count", store=tmp_path / "facts.json")

    assert (near.status, near.out) == (0, "3\n")
    assert "its ids are not looked at" in near.err
    assert named.status == 2


def test_the_date_line_of_a_text_is_that_of_its_source(piped: Run, tmp_path: Path) -> None:
    path = tmp_path / "news.txt"
    path.write_text("Storm Ada in Marl\n\nPublished 3 May 2021\n\nStorm Ada killed 12 people in Marl.\n", "utf-8")

    content = json.loads(piped("extract", str(path), "--format", "json").out)

    assert content["sources"]["storm-ada-in-marl"]["issued"] == "2021-05-03"
    assert content["facts"]["storm-ada-deaths"]["as_of"] == "2021-05-03"


def test_several_files_are_sources_of_their_own_and_no_id_repeats(piped: Run, tmp_path: Path) -> None:
    for folder, town in (("a", "Marl"), ("b", "Vestby")):
        path = tmp_path / folder / "news.txt"
        path.parent.mkdir()
        path.write_text(f"Storm Ada killed 12 people in {town}.\n", "utf-8")

    ended = piped("extract", "a/news.txt", "b/news.txt", "--format", "json", store=None, cwd=tmp_path)
    content = json.loads(ended.out)

    assert list(content["sources"]) == ["news", "news-2"]
    assert {id_: raw["references"][0]["source"] for id_, raw in content["facts"].items()} == {
        "storm-ada-deaths": "news",
        "storm-ada-deaths-vestby": "news-2",
    }


def test_what_describes_one_file_is_not_taken_for_several(piped: Run, article: str) -> None:
    ended = piped("extract", article, article, "--title", "Ouse")

    assert (ended.status, ended.err) == (
        2,
        "fact: error: --source, --title and --url describe one file. Hint: fact extract --help shows the usage\n",
    )
