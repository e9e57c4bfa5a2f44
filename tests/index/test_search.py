"""What a query finds in the shipped store."""

# ruff: noqa: RUF001 - letters and digits as other programs print them

from __future__ import annotations

import json
import sqlite3
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcli.errors import UnwrittenDatabaseError
from factcli.index import FactIndex
from factcli.store import FactStore
from factcli.store.location import curated_store

FIRST_HITS = [
    ("amia victims", "amia-bombing-deaths"),
    ("AMIA VICTIM", "amia-bombing-deaths"),
    ("people killed amia", "amia-bombing-deaths"),
    ("US$7m", "salman-reward"),
    ("$7,000,000", "salman-reward"),
    ("7 million dollars", "salman-reward"),
    ("seven million dollars", "salman-reward"),
    ("reward US$7m", "salman-reward"),
    ("50,000 ha", "sembrando-vida-area"),
    ("500 km2", "sembrando-vida-area"),
    ("45km", "san-pedro-masahuat-distance"),
    ("28 miles", "san-pedro-masahuat-distance"),
    ("85 victims", "amia-bombing-deaths"),
    ("20,000 jobs", "sembrando-vida-jobs"),
    ("January 2015", "nisman-death"),
    ("keyword:amia unit:person", "amia-bombing-deaths"),
    ("id:salman-reward", "salman-reward"),
    ('"stronger than ever"', "pompeo-argentina-stronger-than-ever"),
    ("rank:deprecated", "bukele-new-soldiers-first-figure"),
    ("value:>1bn unit:USD", "us-el-salvador-investment-urged"),
    ("value:6m..8m", "salman-reward"),
    ("7m", "salman-reward"),
    ("2bn", "us-el-salvador-investment-urged"),
    ("2b", "us-el-salvador-investment-urged"),
]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> FactIndex:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        return FactIndex.of(FactStore.open(Path(curated_store())))


def ids(index: FactIndex, query: str) -> list[str]:
    return [hit.id for hit in index.search(query)]


@pytest.mark.parametrize(("query", "first"), FIRST_HITS)
def test_the_best_hit_comes_first(index: FactIndex, query: str, first: str) -> None:
    assert ids(index, query)[0] == first


def test_money_comes_before_metres_for_a_bare_m(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    facts = {
        name: {"kind": "figure", "statement": f"The {name} has a value.", "value": {"amount": amount, "unit": unit}}
        for name, amount, unit in (("wall", "7", "m"), ("grant", "7000000", "GBP"), ("crowd", "7000000", "person"))
    }
    path = tmp_path / "facts.json"
    path.write_text(json.dumps({"facts": facts, "sources": {}}), "utf-8")

    found = ids(FactIndex.of(FactStore.open(path)), "7m")

    assert (set(found[:2]), found[2:]) == ({"grant", "crowd"}, ["wall"])


def test_all_words_must_match(index: FactIndex) -> None:
    assert set(ids(index, "amia reward")) < set(ids(index, "amia"))


def test_accents_and_endings_do_not_matter(index: FactIndex) -> None:
    assert ids(index, "fernandez governed") == ids(index, "Fernández governing")


def test_one_alternative_is_enough(index: FactIndex) -> None:
    assert set(ids(index, "hectares OR soldiers")) == set(ids(index, "hectares")) | set(ids(index, "soldiers"))


def test_an_excluded_word_takes_its_facts_away(index: FactIndex) -> None:
    assert set(ids(index, "amia -victims")) == set(ids(index, "amia")) - set(ids(index, "victims"))


def test_a_fact_of_another_currency_is_not_found_by_value(index: FactIndex) -> None:
    assert "salman-reward" not in ids(index, "€7m")


def test_a_figure_of_another_size_is_not_found(index: FactIndex) -> None:
    assert "salman-reward" not in ids(index, "US$8m")


def test_a_month_holds_its_days_and_a_day_its_span(index: FactIndex) -> None:
    assert {"hezbollah-terrorist-designation", "pompeo-tour-dates"} <= set(ids(index, "date:2019-07"))
    assert "pompeo-tour-dates" in ids(index, "20 July")
    assert "nisman-death" not in ids(index, "date:2019-07")


def test_a_day_without_its_year_is_found(index: FactIndex) -> None:
    assert "hezbollah-terrorist-designation" in ids(index, "18 July")
    assert "hezbollah-terrorist-designation" not in ids(index, "18 June")


def test_only_the_quotes_of_a_speaker_are_found(index: FactIndex) -> None:
    hits = index.search("kind:quote speaker:moreno")

    assert [(hit.kind, hit.speaker) for hit in hits] == [("quote", "Lenín Moreno")]


def test_a_deprecated_fact_comes_last(index: FactIndex) -> None:
    assert ids(index, "soldiers")[-1] == "bukele-new-soldiers-first-figure"


def test_an_empty_query_finds_every_fact(index: FactIndex) -> None:
    assert len(ids(index, "")) == index.count("") == len(FactStore.open(curated_store()))


def test_a_limit_keeps_the_best(index: FactIndex) -> None:
    assert [hit.id for hit in index.search("amia", limit=2)] == ids(index, "amia")[:2]


def test_a_hit_gives_its_fact_back(index: FactIndex) -> None:
    store = FactStore.open(curated_store())

    assert {hit.id: hit.fact for hit in index.search("")} == {fact.id: fact for fact in store}


def test_a_misspelt_word_is_near_to_one_of_the_store(index: FactIndex) -> None:
    from factcli.query.parse import parse_query

    assert index.suggestions(parse_query("hezbolah")) == ["Hezbollah"]
    assert index.suggestions(parse_query("xyzzyplugh")) == []


@pytest.mark.parametrize(
    "query",
    ['"', 'a"b', "NEAR(", "col:x", "-x", "*", "AND", "a* b^", "{x} : y", "word " * 10_000, "nul\0nul", "\ud800", "9" * 32_000,
     "1," * 20_000, "value:>1e999999999", "value:" + "9" * 5_000, "½", "²", "١٢", "id:\ud800", "kind:x OR " * 400],
)  # fmt: skip
def test_a_hostile_query_raises_no_sqlite_error(index: FactIndex, query: str) -> None:
    assert index.count(query) == len(index.search(query))


CONDITIONS = [
    "rank:normal", "kind:figure", "id:amia-bombing-deaths", "unit:person", "keyword:amia", "speaker:pompeo", "subject:amia",
    "source:pompeo", "statement:amia", "quote:stronger", "value:>5", "value:5m..50m", "value:>5km", "value:>US$5m", "date:2019",
    "date:2007..2015", 'date:"18 July"', "85", "US$7m", "45 km", "18 July 2019", '"stronger than ever"', "amia",
]  # fmt: skip


@pytest.mark.parametrize("condition", CONDITIONS)
@pytest.mark.parametrize(
    "query",
    ["{}", "NOT {}", "argentina {}", "{} argentina", "argentina NOT {}", "argentina OR {}", '"buenos aires" {}', "{} NOT amia",
     "argentina rank:normal {}", "value:>5 {}", "July {}", "rank:preferred OR argentina {}"],
)  # fmt: skip
def test_every_condition_goes_with_every_other(index: FactIndex, query: str, condition: str) -> None:
    typed = query.format(condition)

    assert index.count(typed) == len(index.search(typed))
    assert [hit.id for hit in index.search(typed, limit=1)] == ids(index, typed)[:1]


def test_words_and_a_rank_must_both_match(index: FactIndex) -> None:
    assert set(ids(index, "soldiers rank:deprecated")) == set(ids(index, "soldiers")) & set(
        ids(index, "rank:deprecated")
    )
    assert set(ids(index, "soldiers -rank:deprecated")) == set(ids(index, "soldiers")) - set(
        ids(index, "rank:deprecated")
    )


@pytest.mark.parametrize("limit", [2**31, 2**63 - 1, 2**63, 2**64, 10**30])
def test_a_limit_of_any_size_is_one(index: FactIndex, limit: int) -> None:
    assert index.search("amia", limit) == index.search("amia")
    assert index.ids_starting("amia", limit) == index.ids_starting("amia", 1000)
    assert index.of_subject("AMIA", limit) == index.of_subject("AMIA", 1000)
    assert sorted(index.numbers_with(["amia"], limit)) == sorted(index.numbers_with(["amia"], 1000))


@pytest.mark.parametrize("query", ["caf\udce9qqq", "\ud800hezbolah", "\udce9", "kind:\udcff amia", '"amia \udc80"', "unit:\udc80",
                                   "value:\udc80", "date:\udc80", "85 \udc80", "-\udc80x", "speaker:\udc80lenin"])  # fmt: skip
def test_what_cannot_be_decoded_is_searched_for_and_suggested_by(index: FactIndex, query: str) -> None:
    from factcli.query.parse import parse_query

    assert index.count(query) == len(index.search(query))
    assert len(index.suggestions(parse_query(query))) <= 3
    assert index.words_starting(query) == index.ids_starting(query) == []


@given(query=st.text(st.characters(exclude_categories=()), max_size=20))
def test_any_text_has_suggestions(index: FactIndex, query: str) -> None:
    from factcli.query.parse import parse_query

    assert len(index.suggestions(parse_query(query))) <= 3


@given(query=st.text(max_size=60))
def test_any_text_can_be_searched(index: FactIndex, query: str) -> None:
    assert index.count(query) == len(index.search(query))


@pytest.mark.parametrize(
    "typed", ["ezbollah", "hezbollahh", "hezbolalh", "hezblolah", "hzebollah", "jezbollah", "hezbillah", "hezbollag"]
)
def test_a_slip_anywhere_in_a_word_is_forgiven(index: FactIndex, typed: str) -> None:
    from factcli.query.parse import parse_query

    assert index.suggestions(parse_query(typed))[0] == "Hezbollah"


@pytest.mark.parametrize("query", ["amia", "argentina", "amia argentina", '"Buenos Aires"', "soldiers"])
def test_the_best_of_many_is_the_best_of_all(index: FactIndex, monkeypatch: pytest.MonkeyPatch, query: str) -> None:
    best = ids(index, query)[0]
    monkeypatch.setattr("factcli.index.search.MOST_SCORED", 1)
    monkeypatch.setattr("factcli.index.match.CANDIDATES", 4)

    assert [hit.id for hit in index.search(query, limit=1)] == [best]


def test_a_limit_finds_no_fact_that_the_query_does_not_hold_for(
    index: FactIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factcli.index.search.MOST_SCORED", 0)
    monkeypatch.setattr("factcli.index.match.CANDIDATES", 2)

    assert {hit.id for hit in index.search("amia argentina", limit=50)} <= set(ids(index, "amia argentina"))


@pytest.mark.parametrize("query", ["a*", "ami*", "mad*", "hezb* argentina", "vene* kind:figure"])
def test_the_best_of_many_that_a_beginning_finds_hold_for_it(
    index: FactIndex, monkeypatch: pytest.MonkeyPatch, query: str
) -> None:
    found = ids(index, query)
    monkeypatch.setattr("factcli.index.search.MOST_SCORED", 0)
    monkeypatch.setattr("factcli.index.match._MOST_COUNTED", 0)

    some = [hit.id for hit in index.search(query, limit=3)]
    assert some
    assert set(some) <= set(found)


def test_a_beginning_of_many_facts_finds_first_what_has_it_as_a_keyword(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = {f"f{number}": ("Barley is sown.", "crop") for number in range(5)} | {"key": ("A field.", "barn")}
    facts = {
        id_: {"kind": "date", "statement": statement, "keywords": [keyword], "value": {"edtf": "2019"}}
        for id_, (statement, keyword) in said.items()
    }
    path = tmp_path / "facts.json"
    path.write_text(json.dumps({"facts": facts, "sources": {}}))
    monkeypatch.setattr("factcli.index.search.MOST_SCORED", 0)
    monkeypatch.setattr("factcli.index.match._MOST_COUNTED", 0)

    assert [hit.id for hit in FactIndex.at(str(path)).search("bar*", limit=2)] == ["key", "f0"]


_ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT count(*) FROM n"


def test_a_search_can_be_stopped_and_the_index_goes_on(shipped_store: Path) -> None:
    index = FactIndex.at(str(shipped_store))
    stop = threading.Timer(0.2, index.interrupt)
    stop.start()

    with pytest.raises(sqlite3.OperationalError, match="interrupted"):
        index._rows(_ENDLESS)  # noqa: SLF001 - a query that takes for ever

    assert index.get("amia-bombing-deaths")


PRINTED = {
    "strasse": ["Straße", "STRASSE", "straße", "STRAẞE", "Ｓｔｒａｓｓｅ"],
    "finances": ["ﬁnances", "FINANCES", "ﬁnance", "ｆｉｎａｎｃｅｓ", "𝐟𝐢𝐧𝐚𝐧𝐜𝐞𝐬"],
    "odos": ["ΟΔΌΣ", "οδός", "οδόσ"],
    "flats": ["４２ ﬂats", "４２", "42 flats", "٤٢", "𝟒𝟐"],
    "kana": ["カタカナ", "ｶﾀｶﾅ"],
}
STATEMENTS = {
    "strasse": ["The Straße runs along the harbour.", "THE STRASSE RUNS ALONG THE HARBOUR."],
    "finances": ["Its ﬁnances were audited.", "Its finances were audited.", "Its ｆｉｎａｎｃｅｓ were audited."],
    "odos": ["The sign says ΟΔΌΣ here.", "The sign says οδός here."],
    "flats": ["The tower has ４２ ﬂats.", "The tower has 42 flats.", "The tower has ٤٢ flats."],
    "kana": ["A form in カタカナ only.", "A form in ｶﾀｶﾅ only."],
}


def index_of(tmp_path: Path, statement: str) -> FactIndex:
    quote = {"kind": "quote", "statement": statement, "value": {"text": "A word.", "speaker": "A. Speaker"}}
    store = {
        "facts": {"a": quote | {"references": [{"source": "s"}]}},
        "sources": {"s": {"type": "book", "title": "A book"}},
    }
    (tmp_path / "facts.json").write_text(json.dumps(store, ensure_ascii=False), encoding="utf-8")
    return FactIndex.at(str(tmp_path / "facts.json"))


@pytest.mark.parametrize(
    ("statement", "typed"),
    [
        (statement, typed)
        for word, statements in STATEMENTS.items()
        for statement in statements
        for typed in PRINTED[word]
    ],
)
def test_a_word_is_found_however_it_is_printed(tmp_path: Path, statement: str, typed: str) -> None:
    index = index_of(tmp_path, statement)

    assert ids(index, typed) == ids(index, f'"{typed}"') == ids(index, f"statement:{typed}") == ["a"]


@pytest.mark.parametrize(
    ("statement", "typed", "marked"),
    [
        ("Brand™ names of a Straße: ½ ﬁnances, 4²", "finances", "ﬁnances"),
        ("Die Großstraße, die STRASSE ﬀ.", "straße", "STRASSE"),
        ("Ｆｕｌｌ ｗｉｄｔｈ", "width", "ｗｉｄｔｈ"),
    ],
)
def test_a_word_is_marked_as_it_is_printed(tmp_path: Path, statement: str, typed: str, marked: str) -> None:
    from factcli.index.search import MARK_BEGIN, MARK_END
    from factcli.query.parse import parse_query

    index = index_of(tmp_path, statement)
    (shown,) = index.marked(parse_query(typed), index.search(typed)).values()

    assert shown[0] == statement.replace(marked, f"{MARK_BEGIN}{marked}{MARK_END}")


def test_full_width_qualifiers_and_signs_are_those_of_ascii(index: FactIndex) -> None:
    assert ids(index, "ｒａｎｋ：deprecated") == ids(index, "rank:deprecated")
    assert ids(index, "ＵＳ＄７ｍ") == ids(index, "US$7m")
    assert ids(index, "amia　ＯＲ　soldiers") == ids(index, "amia OR soldiers")


def test_other_letters_stay_apart(tmp_path: Path) -> None:
    index = index_of(tmp_path, "The Strase of 4½ ohms.")

    assert ids(index, "Straße") == ids(index, "41") == ids(index, "412") == []


def test_a_changed_word_of_any_print_is_gone(tmp_path: Path) -> None:
    index_of(tmp_path, "The Straße of ﬁnances.")
    index = index_of(tmp_path, "The way of ﬁnances.")

    assert (ids(index, "strasse"), ids(index, "finances")) == ([], ["a"])


def test_a_copy_that_cannot_be_written_is_an_error_of_one_line(tmp_path: Path) -> None:
    index = FactIndex.at(curated_store())

    with pytest.raises(UnwrittenDatabaseError, match=r"^the database cannot be written: unable to open database file$"):
        index.pack(str(tmp_path / "missing" / "facts"))
