"""What a draft gets to hear: one finding a mention, in order, with the fact, a message and the right words."""

import unicodedata
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcli.check import Checker, check_text
from factcli.check.indexed_evidence import IndexedEvidence
from factcli.index import FactIndex
from factcli.model.edtf import EdtfDate
from factcli.model.facts import Fact, Quantity, Quotation, Reference, Source
from factcli.store import FactStore

REFERENCE = (Reference("gazette-2015", "paragraph 2", "40 people"),)
DEATHS = Fact(
    id="quay-fire-deaths",
    kind="figure",
    statement="The fire at the quay of Lomar killed 40 people.",
    value=Quantity(Decimal(40), "person"),
    subject="Quay fire",
    aliases=("fire at the quay",),
    references=REFERENCE,
)
DAY = Fact(
    id="quay-fire-day",
    kind="date",
    statement="The fire at the quay of Lomar broke out on 3 May 2015.",
    value=EdtfDate("2015-05-03"),
    subject="Quay fire",
    aliases=("fire at the quay",),
    references=REFERENCE,
)
FIRST_TOLL = Fact(
    id="quay-fire-first-toll",
    kind="figure",
    statement="The fire at the quay of Lomar killed 31 people, the harbour office said at first.",
    value=Quantity(Decimal(31), "person"),
    subject="Quay fire",
    aliases=("fire at the quay",),
    rank="deprecated",
    superseded_by="quay-fire-deaths",
    references=REFERENCE,
)
HEIGHT = Fact(
    id="aru-height",
    kind="figure",
    statement="Mount Aru is 2,100 m high.",
    value=Quantity(Decimal(2100), "m"),
    subject="Mount Aru",
    references=REFERENCE,
)
WORDS = Fact(
    id="silva-harbour",
    kind="quote",
    statement="Ana Silva promised to rebuild.",
    value=Quotation("the harbour will not stay closed for another winter", "Ana Silva"),
    subject="Harbour of Lomar",
    references=REFERENCE,
)
FACTS = [DEATHS, DAY, FIRST_TOLL, HEIGHT, WORDS]


def verdicts(draft: str, *, published: date | None = None) -> list[tuple[str, str, str]]:
    return [(each.surface, each.verdict, each.reason) for each in check_text(draft, FACTS, published=published)]


def test_each_mention_gets_a_finding_in_the_order_of_the_draft() -> None:
    draft = "The fire at the quay of Lomar killed 40 people on 4 May 2015. Mount Aru is 2,100 m high."

    findings = check_text(draft, FACTS)

    assert [finding.surface for finding in findings] == ["40 people", "4 May 2015", "2,100 m"]
    assert [finding.surface for finding in findings] == [draft[slice(*finding.span)] for finding in findings]


def test_a_wrong_figure_is_contradicted_with_its_fact_its_place_and_the_right_words() -> None:
    (finding,) = check_text("The quay fire claimed 45 lives.", FACTS)

    assert (finding.verdict, finding.reason) == ("contradicted", "other-value")
    assert finding.fact == DEATHS
    assert finding.message == "45 lives: the store has 40 people (gazette-2015, paragraph 2)"
    assert finding.suggestion == "40 lives"


def test_a_superseded_figure_is_outdated_and_the_present_one_suggested() -> None:
    (finding,) = check_text("The quay fire killed 31 people.", FACTS)

    assert (finding.verdict, finding.fact, finding.suggestion) == ("outdated", FIRST_TOLL, "40 people")
    assert finding.message.endswith("the store now has 40 people (gazette-2015, paragraph 2)")


def test_a_wrong_weekday_is_contradicted_though_the_day_is_right() -> None:
    assert verdicts("The quay fire broke out on Monday 3 May 2015.") == [
        ("Monday 3 May 2015", "contradicted", "wrong-weekday")
    ]


@pytest.mark.parametrize("day", ["31 June 2019", "29 February 2019", "June 31, 2019"])
def test_a_day_that_no_calendar_has_is_an_error_whatever_the_facts_are(day: str) -> None:
    (finding,) = check_text(f"The lido opened on {day}.", [])

    assert (finding.surface, finding.verdict, finding.reason) == (day, "contradicted", "impossible-date")
    assert (finding.fact, finding.suggestion) == (None, None)
    assert finding.message == f"{day}: the calendar has no such day"


@pytest.mark.parametrize("text", ["It got 31 June bids.", "The lido opened on 29 February 2020.", "In April 31 came."])
def test_a_day_that_a_calendar_has_and_a_count_are_no_such_error(text: str) -> None:
    assert "impossible-date" not in {finding.reason for finding in check_text(text, [])}


def test_a_sentence_without_a_name_speaks_of_what_was_named_before() -> None:
    *_, finding = check_text("The quay fire shocked Lomar. It killed 45 people.", FACTS)

    assert finding.verdict == "contradicted"


def test_a_day_without_its_year_is_of_the_time_of_publication() -> None:
    draft = "The quay fire broke out on 3 May."

    assert verdicts(draft) == [("3 May", "confirmed", "same")]
    assert verdicts(draft, published=date(2015, 6, 1)) == [("3 May", "confirmed", "same")]
    assert verdicts(draft, published=date(2021, 6, 1)) == [("3 May", "unknown", "other-year")]


def test_a_quote_is_compared_word_by_word() -> None:
    draft = "“The harbour will stay closed for another winter,” said Ana Silva."

    (finding,) = check_text(draft, FACTS)

    assert (finding.verdict, finding.reason) == ("contradicted", "negation-changed")
    assert "'not' left out" in finding.message


def test_an_empty_draft_and_an_empty_store_find_nothing() -> None:
    assert check_text("", FACTS) == []
    assert [finding.verdict for finding in check_text("40 people.", [])] == ["unknown"]


def test_the_same_facts_serve_many_drafts() -> None:
    checker = Checker(FACTS)

    first = checker.check("The quay fire killed 45 people.")

    assert (
        first
        == checker.check("The quay fire killed 45 people.")
        == check_text("The quay fire killed 45 people.", FACTS)
    )


@pytest.fixture
def store(tmp_path: Path) -> FactStore:
    store = FactStore.create(tmp_path / "facts.json")
    store.insert_source(Source("gazette-2015", "article", "Harbour Gazette"))
    store.insert_all(FACTS)
    return store


DRAFT = "The quay fire killed 45 people on 3 May 2015. Mount Aru is 1,800 m high."


def test_a_store_and_its_index_find_what_its_facts_find(
    store: FactStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))

    indexed = Checker(IndexedEvidence(FactIndex.of(store))).check(DRAFT)

    assert [each.suggestion for each in check_text(DRAFT, FACTS)] == [
        each.suggestion for each in check_text(DRAFT, store)
    ]
    assert indexed == check_text(DRAFT, store)
    assert indexed[0].message == "45 people: the store has 40 people (Harbour Gazette, paragraph 2)"
    assert [(each.span, each.verdict) for each in indexed] == [
        (each.span, each.verdict) for each in check_text(DRAFT, FACTS)
    ]


def test_however_few_facts_are_kept_at_hand_the_findings_are_the_same(
    store: FactStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    index = FactIndex.of(store)
    checker = Checker(IndexedEvidence(index, facts_kept=1))

    assert [checker.check(DRAFT) for _ in range(2)] == [Checker(IndexedEvidence(index)).check(DRAFT)] * 2


def test_a_store_that_changes_is_read_again(store: FactStore) -> None:
    before = check_text("Mount Aru is 1,800 m high.", store)

    store.remove("aru-height")

    assert [finding.verdict for finding in before] == ["contradicted"]
    assert [finding.verdict for finding in check_text("Mount Aru is 1,800 m high.", store)] == ["unknown"]


pieces = st.sampled_from(
    [
        "The quay fire",
        " killed ",
        "45 people",
        " on 3 May",
        " 2015",
        ". ",
        "“",
        "”",
        "Ana Silva said ",
        "…",
        "\n\n",
        "(",
        ")",
        "It ",
    ]
)


@settings(max_examples=60)
@given(st.lists(pieces | st.text(max_size=8), max_size=25).map("".join))
def test_any_draft_can_be_checked_and_its_findings_stand_in_it(draft: str) -> None:
    findings = check_text(draft, FACTS)

    assert [finding.surface for finding in findings] == [draft[slice(*finding.span)] for finding in findings]
    assert findings == sorted(findings, key=lambda finding: finding.span)


def test_accents_written_apart_change_nothing_but_the_places() -> None:
    fact = Fact(
        id="cafe",
        kind="figure",
        statement="The café of Zoë Núñez served 412 guests.",
        value=Quantity(Decimal(412), "guest"),
        subject="café of Zoë Núñez",
    )
    draft = "At noon, the café of Zoë Núñes served 413 guests."
    apart = unicodedata.normalize("NFD", draft)

    whole, parts = check_text(draft, [fact]), check_text(apart, [fact])

    assert [(each.verdict, each.reason) for each in parts] == [(each.verdict, each.reason) for each in whole]
    assert len(whole) == len({"name", "figure"})
    assert all(apart[slice(*each.span)] == each.surface for each in parts)
    assert [unicodedata.normalize("NFC", each.surface) for each in parts] == [each.surface for each in whole]


def test_an_amount_of_more_digits_than_python_divides_is_compared() -> None:
    many = Quantity(Decimal("9" * 40), "pin")
    pins = Fact(id="pins", kind="figure", statement="The Lomar mill holds pins.", value=many, subject="Lomar mill")

    assert [each.surface for each in check_text("The Lomar mill holds 7 pins.", [pins])] == ["7 pins"]
