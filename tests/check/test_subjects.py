"""A sentence is about a fact when it names its subject, not when it shares a word with it."""

from decimal import Decimal

import pytest

from factcli.check.evidence import MemoryEvidence
from factcli.check.subjects import is_named
from factcli.check.vocabulary import vocabulary_of
from factcli.model.facts import Fact, Quantity


@pytest.mark.parametrize(
    ("subject", "sentence", "named"),
    [
        ("Quay bombing", "The Quay burned.", True),
        ("Quay bombing", "A bombing in Lomar.", False),
        ("Sowing Life", "It cost many lives.", False),
        ("EP-3", "Her EP came out.", False),
        ("EP-3", "An EP-3 took off.", True),
        ("Silva's predecessor", "Silva spoke.", False),
        ("Silva's predecessor", "The predecessor of Silva spoke.", True),
        ("Harbour of Lomar", "Lomar grew.", True),
        ("Karst Dam", "The dam at Pellin is old.", False),
        ("Karst Dam", "Karst holds more water.", True),
        ("Karst Dam", "The dam of Karst is old.", True),
        ("Old Lomar Bridge", "The bridge of Bresk is long.", False),
        ("Castle", "The castle is old.", True),
        ("Ellen Page", "Page spoke.", True),
    ],
)
def test_a_subject_is_named_by_what_tells_it_apart(subject: str, sentence: str, *, named: bool) -> None:
    fact = Fact(id="f", kind="figure", statement="So it is.", value=Quantity(Decimal(1)), subject=subject)
    (known,) = MemoryEvidence([fact]).facts_about(frozenset())

    assert is_named(vocabulary_of(sentence), known) is named
