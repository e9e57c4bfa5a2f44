"""What stands below a heading is about what the heading names, and not about what came before it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from factcli.check.checker import Checker, Setting
from factcli.check.explaining.explain import explain
from factcli.check.incremental import Rechecker
from factcli.documents import parse_document
from factcli.extract import extract_facts
from factcli.mentions import find_mentions

STATEMENTS = (
    ("Lomar", "Lomar has 4,120 inhabitants."),
    ("Tarn", "Tarn has 5,210 inhabitants."),
    ("Lomar", "The council of Lomar has 31 seats."),
    ("Tarn", "The council of Tarn has 27 seats."),
)
CHECKER = Checker(
    replace(fact, id=f"f{number}")
    for number, (subject, statement) in enumerate(STATEMENTS)
    for fact in extract_facts(statement, subject=subject)
)
LOMAR = "# Towns\n\n## Lomar\n\nThe town of Lomar lies on the coast.\n\n"


def verdict_of_last(draft: str) -> tuple[str, str | None]:
    document = parse_document(draft, name="towns.md")
    found = list(CHECKER.iter_findings(document.text, headings=document.headings))

    assert Rechecker(CHECKER).check(document.text, headings=document.headings) == found
    return found[-1].verdict, found[-1].fact.subject if found[-1].fact else None


@pytest.mark.parametrize(
    ("below", "verdict"),
    [
        ("## Tarn\n\nThe town has 5,210 inhabitants.", "confirmed"),
        ("## Tarn\n\nThe town has 4,120 inhabitants.", "unknown"),
        ("## Tarn\n\nThe town has 5,120 inhabitants.", "contradicted"),
        (
            "## Tarn\n\nThe sea is near. The hills are far. The woods are dark.\n\nThe council has 27 seats.",
            "confirmed",
        ),
        ("## Tarn\n\n### The council\n\nIt has 27 seats in the council.", "confirmed"),
    ],
)
def test_a_figure_below_a_heading_is_of_what_the_heading_names(below: str, verdict: str) -> None:
    assert verdict_of_last(LOMAR + below)[0] == verdict


def test_a_sentence_that_names_its_own_subject_is_about_that() -> None:
    assert verdict_of_last(LOMAR + "## Tarn\n\nThe council of Lomar has 31 seats.") == ("confirmed", "Lomar")


def test_a_figure_below_a_heading_is_never_of_the_subject_before() -> None:
    assert verdict_of_last(LOMAR + "## The town of Bresk\n\nThe town has 7,700 inhabitants.")[0] == "unknown"
    assert verdict_of_last(LOMAR + "The town has 7,700 inhabitants.") == ("contradicted", "Lomar")


@pytest.mark.parametrize("heading", ["Inhabitants", "Key Findings", "History and Growth", "The size of the town"])
def test_a_heading_that_names_no_subject_goes_on_with_the_one_before(heading: str) -> None:
    assert verdict_of_last(LOMAR + f"## {heading}\n\nThe town has 4,210 inhabitants.") == ("contradicted", "Lomar")


@pytest.mark.parametrize("heading", ["Inhabitants", "Tarn"])
def test_the_explanation_knows_what_the_check_knows(heading: str) -> None:
    document = parse_document(LOMAR + f"## {heading}\n\nThe town has 4,210 inhabitants.", name="towns.md")
    found = list(CHECKER.iter_findings(document.text, headings=document.headings))[-1]
    mentions = find_mentions(document.text)

    explained = list(explain(CHECKER, document.text, mentions, found.span, Setting.of(None, document.headings)))

    verdicts = [(each.verdict, each.fact.subject) for each in explained[-1].considered]
    assert found.fact
    assert (found.verdict, found.fact.subject) in verdicts


def test_a_name_in_the_sentence_before_outweighs_the_heading() -> None:
    assert verdict_of_last(LOMAR + "## Tarn\n\nLomar is richer. The town has 4,120 inhabitants.") == (
        "confirmed",
        "Lomar",
    )
