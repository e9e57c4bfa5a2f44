"""A source with headings: what it states below a heading is of what that heading and those above it name."""

from __future__ import annotations

import pytest

from factcli.check.against.checking import SourceChecker
from factcli.documents import parse_document

SOURCES = {
    "farms": """
# Farms of the valley
## Hallam Farm
It lies by the river.
### Trees
The farm has 3,400 trees.
### Harvest
The harvest was 210 tonnes.
## Orwin Farm
It lies on the hill.
### Trees
The farm has 2,900 trees.
### The old press
It has four mills and was built in 1911.
## Outlook
Prices may rise by 5%.
""",
    "museums": """
# City museums
## Maritime Museum
### Ships and boats
There are 320 models on show.
### Visitors in the last year
The museum had 88,000 visitors.
## Clock Museum
### Movements and dials
There are 540 pieces on show.
### Opening days
It is open on 260 days.
""",
    "ferries": """
# Ferries
## Aurora
### Crew
The ship has a crew of 45.
### Cars
It takes 120 cars.
## Borealis
### Crew
The ship has a crew of 45.
### Cars
It takes 150 cars.
""",
    "report": """
# Annual report
## Finance
Revenue rose to $4.2 million.
## Staff
The company has 310 employees.
### Training
They took 1,250 days of training.
## Sites
It runs 14 sites.
""",
}
CASES = [
    ("farms", "Hallam Farm has 3,400 trees.", "confirmed"),
    ("farms", "Orwin Farm has 2,900 trees.", "confirmed"),
    ("farms", "Orwin Farm has 3,400 trees.", "contradicted 2,900"),
    ("farms", "Hallam Farm has 2,900 trees.", "contradicted 3,400"),
    ("farms", "Orwin Farm lies on the hill. It has 2,900 trees.", "confirmed"),
    ("farms", "Orwin Farm lies on the hill. It has 3,400 trees.", "contradicted 2,900"),
    ("farms", "The harvest of Hallam Farm was 210 tonnes.", "confirmed"),
    ("farms", "The harvest of Orwin Farm was 210 tonnes.", "unknown"),
    ("farms", "Orwin Farm has 3,100 trees.", "contradicted 2,900"),
    ("farms", "The old press of Orwin Farm was built in 1911.", "confirmed"),
    ("farms", "The old press of Hallam Farm was built in 1911.", "unknown"),
    ("farms", "After the harvest, Hallam Farm counted 3,400 trees.", "confirmed"),
    ("farms", "After the harvest, the farm counted 3,400 trees.", "confirmed"),
    ("farms", "Prices may rise by 5%.", "confirmed"),
    ("farms", "At Orwin Farm, prices may rise by 5%.", "unknown"),
    ("museums", "The Maritime Museum had 88,000 visitors.", "confirmed"),
    ("museums", "The Clock Museum had 88,000 visitors.", "unknown"),
    ("museums", "The Clock Museum has 540 pieces on show.", "confirmed"),
    ("museums", "The Maritime Museum has 540 pieces on show.", "unknown"),
    ("museums", "The Clock Museum is open on 260 days.", "confirmed"),
    ("museums", "The Maritime Museum is open on 260 days.", "unknown"),
    ("museums", "The Maritime Museum had 80,000 visitors.", "contradicted 88,000"),
    ("museums", "The Clock Museum had 80,000 visitors.", "unsupported"),
    ("museums", "The Maritime Museum had 88,000 visitors, more than the Clock Museum.", "confirmed"),
    ("ferries", "The Borealis has a crew of 45.", "confirmed"),
    ("ferries", "The Aurora has a crew of 45.", "confirmed"),
    ("ferries", "The Borealis takes 120 cars.", "contradicted 150"),
    ("ferries", "The Aurora takes 120 cars and the Borealis takes 150 cars.", "confirmed"),
    ("report", "Revenue rose to $4.2 million.", "confirmed"),
    ("report", "Staff costs aside, revenue rose to $4.2 million.", "confirmed"),
    ("report", "The finance team said that the company has 310 employees.", "confirmed"),
    ("report", "The company's staff took 1,250 days of training.", "confirmed"),
]


def checker(name: str) -> SourceChecker:
    return SourceChecker([parse_document(SOURCES[name].replace("\n", "\n\n"), name=f"{name}.md")])


@pytest.mark.parametrize(("source", "draft", "expected"), CASES)
def test_a_figure_of_a_source_is_of_the_headings_above_it(source: str, draft: str, expected: str) -> None:
    found = checker(source).check(draft)[-1]

    verdict, _, value = expected.partition(" ")
    assert found.verdict == verdict
    assert value in found.message


def test_of_equal_figures_that_of_the_heading_named_is_shown() -> None:
    found = checker("ferries").check("The Borealis has a crew of 45.")[-1]

    assert found.evidence
    assert found.evidence.span
    assert found.evidence.span.start > len(SOURCES["ferries"]) // 2
