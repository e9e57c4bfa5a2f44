"""A list of facts, a store in memory and the index of a store give the same findings for the same facts."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcli.check import Checker, check_text
from factcli.check.evidence import MemoryEvidence
from factcli.check.indexed_evidence import IndexedEvidence
from factcli.documents import parse_document
from factcli.index import FactIndex
from factcli.model.edtf import EdtfDate
from factcli.model.facts import Fact, Quantity, Quotation, Reference, Source
from factcli.store import FactStore

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.check import Finding

CURATED = Path(__file__).parents[2] / "facts.json"
CASES = Path(__file__).parents[1] / "cases"
TOWNS = ("Lomar", "Brisk", "Old Harn", "Tevel", "Quorra", "Sant Ilo", "Mirova")
THINGS = (("bridge", "m"), ("tunnel", "km"), ("orchard", "tree"), ("library", "book"), ("ferry", "passenger"))
VERBS = ("measures", "holds", "lost", "counted", "sold")
MADE_UP_SIZES = (50, 3_000)


def made_up(number: int) -> Fact:
    town, (thing, unit) = f"{TOWNS[number % 7]} {number // 35}", THINGS[number % 5]
    subject, year = f"{town} {thing}", 1900 + number % 120
    common = {
        "id": f"made-{number}",
        "subject": subject,
        "aliases": (f"{thing} of {town}",),
        "keywords": (thing, "region"),
        "references": (Reference("harbour-gazette", f"page {number}", None),),
    }
    if number % 3 == 0:
        return Fact(
            kind="date",
            statement=f"The {subject} was opened on 3 May {year}.",
            value=EdtfDate(f"{year}-05-03"),
            **common,  # type: ignore[arg-type]
        )
    if number % 7 == 0:
        words = f"we shall never again close the {thing} {number} before winter comes"
        return Fact(
            kind="quote",
            statement=f"Mayor Ana Silva {number} spoke of the {subject}.",
            value=Quotation(words, "Ana Silva"),
            **common,  # type: ignore[arg-type]
        )
    amount = 100 + 17 * number
    return Fact(
        kind="figure",
        statement=f"The {subject} {VERBS[number % 5]} {amount} {unit}s in {year}.",
        value=Quantity(Decimal(amount), unit),
        **common,  # type: ignore[arg-type]
    )


class Kept:
    """The same facts as a list, as a store in memory, and as the index of a store."""

    def __init__(self, facts: list[Fact], sources: list[Source], folder: Path) -> None:
        folder.mkdir(exist_ok=True)
        store = FactStore.create(folder / "facts.json")
        for source in sources:
            store.insert_source(source)
        store.insert_all(facts)
        titles = {source.id: source.title for source in sources}
        self.facts = facts
        self.listed = Checker(facts)
        self.titled = Checker(MemoryEvidence(facts, titles))
        self.indexed = Checker(IndexedEvidence(FactIndex.of(store)))
        self.store = store

    def findings(self, draft: str) -> tuple[list[Finding], list[Finding], list[Finding]]:
        """What the list and the index find, and what the store itself does."""
        return self.titled.check(draft), self.indexed.check(draft), check_text(draft, self.store)


def without_message(findings: list[Finding]) -> list[Finding]:
    return [msgspec.structs.replace(finding, message="") for finding in findings]


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder))
        yield folder


@pytest.fixture(scope="module")
def curated(cache: Path) -> Kept:
    store = FactStore.open(CURATED)
    return Kept(list(store.facts()), list(store.sources().values()), cache / "curated")


@pytest.fixture(scope="module", params=MADE_UP_SIZES)
def invented(request: pytest.FixtureRequest, cache: Path) -> Kept:
    sources = [Source("harbour-gazette", "article", "The Lomar bridge and ferry gazette")]
    return Kept([made_up(number) for number in range(request.param)], sources, cache / f"invented-{request.param}")


@pytest.fixture(scope="module")
def crowded(cache: Path) -> Kept:
    """The curated facts among so many others that words have to find them."""
    store = FactStore.open(CURATED)
    sources = [*store.sources().values(), Source("harbour-gazette", "article", "The Lomar bridge and ferry gazette")]
    facts = [*store.facts(), *(made_up(number) for number in range(600))]
    return Kept(facts, sources, cache / "crowded")


every_case = pytest.mark.parametrize("path", sorted(CASES.glob("*.md")), ids=lambda path: path.stem)


def draft_of(path: Path) -> str:
    return parse_document(path.read_text("utf-8").rpartition("\n---\n")[0], name=path.name).text


def assert_alike(kept: Kept, draft: str) -> None:
    listed, indexed, of_store = kept.findings(draft)
    untitled = kept.listed.check(draft)

    assert listed == indexed == of_store
    # The titles of sources are part of the message alone.
    assert without_message(untitled) == without_message(listed)


@every_case
def test_the_curated_store_is_searched_as_a_list_of_its_facts(path: Path, curated: Kept) -> None:
    assert_alike(curated, draft_of(path))


@every_case
def test_a_store_of_many_facts_is_searched_as_a_list_of_them(path: Path, crowded: Kept) -> None:
    assert_alike(crowded, draft_of(path))


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_any_draft_gets_the_same_findings_from_a_list_and_a_store(invented: Kept, data: st.DataObject) -> None:
    numbers = data.draw(st.lists(st.integers(0, len(invented.facts) - 1), min_size=1, max_size=4))
    wrong = data.draw(st.sampled_from(("", "1", "7")))
    statements = [invented.facts[number].statement for number in numbers]
    quotes = [f"“{value.text}”, said Ana Silva." for number in numbers
              if isinstance(value := invented.facts[number].value, Quotation)]  # fmt: skip

    assert_alike(invented, " ".join([*statements, *quotes]).replace("7", wrong or "7"))


def test_a_made_up_store_decides_its_own_statements(invented: Kept) -> None:
    verdicts = {finding.verdict for fact in invented.facts[:60] for finding in invented.listed.check(fact.statement)}

    assert "confirmed" in verdicts


@pytest.mark.usefixtures("cache")
def test_a_fact_is_not_found_by_the_title_of_its_source(tmp_path: Path) -> None:
    sources = [Source("harbour-gazette", "article", "Zeppelin")]
    kept = Kept([made_up(number) for number in range(300)], sources, tmp_path)

    met = [IndexedEvidence(FactIndex.of(kept.store)), MemoryEvidence(kept.facts, {"harbour-gazette": "Zeppelin"})]

    assert [evidence.facts_about(frozenset({"zeppelin", "gazette"})) for evidence in met] == [[], []]


@pytest.mark.parametrize("word", ["region", "silva", "orchard", "opened", "died", "passenger", "1901"])
def test_both_find_the_same_facts_by_a_word(word: str, crowded: Kept) -> None:
    met = [IndexedEvidence(FactIndex.of(crowded.store)), MemoryEvidence(crowded.facts)]

    found, listed = ([known.fact for known in each.facts_about(frozenset({word}))] for each in met)

    assert found == listed != []


def test_both_say_alike_whether_a_text_may_meet_a_fact(crowded: Kept) -> None:
    met = [IndexedEvidence(FactIndex.of(crowded.store)), MemoryEvidence(crowded.facts)]
    texts = [draft_of(path) for path in sorted(CASES.glob("*.md"))[:40]]

    here, there = ([each.may_meet(text, frozenset({number})) for text in texts for number in (1, 5)] for each in met)

    assert here == there


def test_of_two_facts_with_one_id_the_first_counts_and_both_are_met() -> None:
    facts = [made_up(number) for number in range(300)]
    twins = [*facts, msgspec.structs.replace(made_up(1), statement="The Brisk 0 tunnel measures 5 kilometres.")]

    evidence = MemoryEvidence(twins)

    assert evidence.fact("made-1") == facts[1]
    assert twins[-1] in [known.fact for known in evidence.facts_about(frozenset({"brisk", "tunnel", "kilometres"}))]


def test_text_that_no_store_could_hold_is_searched_all_the_same() -> None:
    odd = msgspec.structs.replace(made_up(1), id="odd", statement="The \ud800 wharf\0 measures 5 kilometres.")
    facts = [*(made_up(number) for number in range(300)), odd]

    assert [known.fact for known in MemoryEvidence(facts).facts_about(frozenset({"wharf"}))] == [odd]
