"""What somebody speaks of: the names and nouns of a quotation, and neither its verbs nor words that say little."""

from __future__ import annotations

import pytest

from factcli.documents import parse_document
from factcli.extract.proposing.proposals import iter_proposals
from factcli.extract.spoken_of import topics_of
from factcli.model.facts import Fact


def quoted(text: str) -> list[Fact]:
    return [each.fact for each in iter_proposals(parse_document(text, name=""), None, "s")]


@pytest.mark.parametrize(
    ("said", "topics"),
    [
        ("The harbour will pay a high price if we do not stand together.", ["harbour", "price"]),
        ("I think there are six crews who can fight to win the cup.", ["crews", "cup"]),
        ("We are going to rebuild the pier and to open a school.", ["pier", "school"]),
        ("Mutuals, like Upper Lomar, are different from the banks.", ["Upper Lomar", "mutuals", "banks"]),
        ("It was a strong year of mortgage lending and savings.", ["mortgage lending", "savings"]),
        ("The patient died of complications related to the smoke.", ["patient", "complications", "smoke"]),
        ("The council has listened to anglers.", ["council", "anglers"]),
        ("We need help from the county and other bodies.", ["county", "bodies"]),
        ("We sell films for grown-ups, and it's moving the whole industry.", ["films", "grown-ups", "industry"]),
        ("We asked Ana Ruiz-Tamm about Covid-19 and the harbour.", ["Ana Ruiz-Tamm", "Covid-19", "harbour"]),
        ("I’ve had a lot of fun and I’m very excited.", ["fun"]),
        ("We know that they’ll swim.", []),
        ("That is the best way to go about things.", []),
        ("However, on Monday it looked really grim.", []),
    ],
)
def test_it_is_names_and_then_nouns(said: str, topics: list[str]) -> None:
    assert list(topics_of(said)) == topics


def test_a_quote_is_found_and_named_by_its_topics() -> None:
    (fact,) = quoted("“Our teams are small and they lose, so you need the right bowlers,” said Ana Ruiz.")

    assert fact.id == "ana-ruiz-teams-bowlers"
    assert fact.keywords == ("Ana Ruiz", "teams", "bowlers")


def test_the_surname_of_the_speaker_is_no_further_keyword() -> None:
    facts = quoted("Ana Ruiz dives in Vestby. “The reef has lost its corals,” Ruiz told the Lomar Post.")

    assert facts[-1].keywords == ("Ana Ruiz", "reef", "corals", "Lomar Post")
