"""What stands below a heading is about what the heading names, and not about what came before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from factcli.check.checker import Checker, Setting
from factcli.check.explaining.explain import explain
from factcli.check.incremental import Rechecker
from factcli.documents import parse_document
from factcli.documents.document import Heading
from factcli.extract import extract_facts
from factcli.mentions import find_mentions
from factcli.model.facts import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

STATEMENTS = (
    ("Lomar", "Lomar has 4,120 inhabitants."),
    ("Tarn", "Tarn has 5,210 inhabitants."),
    ("Lomar", "The council of Lomar has 31 seats."),
    ("Tarn", "The council of Tarn has 27 seats."),
)


def checker_of(statements: Iterable[tuple[str, str]]) -> Checker:
    return Checker(
        replace(fact, id=f"f{number}")
        for number, (subject, statement) in enumerate(statements)
        for fact in extract_facts(statement, subject=subject)
    )


CHECKER = checker_of(STATEMENTS)
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


LIGHTS = (
    ("Skerry Light", "Skerry Light is 41 metres tall."),
    ("Skerry Light", "The keepers of Skerry Light climb 190 steps."),
    ("Farne Point", "Farne Point is 36 metres tall."),
    ("Farne Point", "The keepers of Farne Point climb 165 steps."),
    ("Lomar", "Lomar has 4,120 inhabitants."),
    ("Lomar North Station", "Lomar North Station has 8 platforms."),
    ("Tarn North Station", "Tarn North Station has 5 platforms."),
    ("Karst Dam", "Karst Dam is 118 metres high."),
    ("Karst Dam", "The lake of Karst Dam holds 340 million litres."),
    ("Sova Dam", "Sova Dam is 94 metres high."),
)
COAST = checker_of(LIGHTS)
# The levels and words of headings, and sentences without a name of what they are about.
LEVELS = [
    # What a heading names goes on below deeper headings that name nothing.
    ("1 Lights|2 Skerry Light|It warns ships.|3 Height|The tower is 41 metres tall.", "confirmed Skerry Light"),
    ("1 Lights|2 Skerry Light|It warns ships.|3 Height|The tower is 43 metres tall.", "contradicted Skerry Light"),
    ("1 Skerry Light|2 Work|3 Stairs|4 Steps|The keepers climb 196 steps.", "contradicted Skerry Light"),
    # A deeper heading that names another subject has figures of its own.
    ("1 Skerry Light|It is old.|2 Farne Point|The tower is 36 metres tall.", "confirmed Farne Point"),
    ("1 Skerry Light|2 Farne Point|The tower is 38 metres tall.", "contradicted Farne Point"),
    ("1 Skerry Light|2 Farne Point|The tower is 41 metres tall.", "unknown"),
    ("1 Skerry Light|It is old.|2 The tower of Bresk Head|The tower is 52 metres tall.", "unknown"),
    ("1 Skerry Light|2 The tower of Bresk Head|The tower is 43 metres tall.", "unknown"),
    ("1 Lomar|2 Skerry Light|There are 4,120 inhabitants.", "unknown"),
    # What the subjects of two headings have in common is the name of neither.
    ("1 Karst Dam|It is old.|1 Sova Dam|2 Lake|The lake holds 210 million litres.", "unknown"),
    ("1 Karst Dam|It is old.|2 The older dam at Pellin|The dam is 61 metres high.", "unknown"),
    ("1 Karst Dam|It is old.|1 Dams|The dam is 61 metres high.", "contradicted Karst Dam"),
    ("1 Dams|2 Karst Dam|It is old.|1 Outlook|The dam is 61 metres high.", "unknown"),
    # A heading that names nothing ends only deeper sections.
    ("1 Skerry Light|2 Farne Point|It is new.|1 Upkeep|The tower is 43 metres tall.", "contradicted Skerry Light"),
    ("1 Skerry Light|2 Farne Point|It is new.|1 Upkeep|The tower is 36 metres tall.", "unknown"),
    ("2 Skerry Light|3 Farne Point|It is new.|2 Upkeep|The tower is 41 metres tall.", "confirmed Skerry Light"),
    ("2 Skerry Light|3 Farne Point|Farne Point is new.|2 Work|The keepers climb 190 steps.", "confirmed Skerry Light"),
    ("2 Skerry Light|3 Farne Point|It is new.|3 Upkeep|The tower is 36 metres tall.", "confirmed Farne Point"),
    ("2 Skerry Light|It is old.|1 Outlook|The tower is 52 metres tall.", "unknown"),
    ("2 Skerry Light|It is old.|1 Outlook|2 Upkeep|The tower is 43 metres tall.", "unknown"),
    # A heading is read with those above it.
    ("1 Lomar|It lies on the coast.|2 North Station|The station has 8 platforms.", "confirmed Lomar North Station"),
    ("1 Skerry Light|It is old.|2 The keepers of Skerry|They climb 190 steps.", "confirmed Skerry Light"),
    # Where levels are not known, what stood before is another matter, but for a heading right above.
    ("0 Skerry Light|It is old.|0 The tower of Bresk Head|The tower is 52 metres tall.", "unknown"),
    ("0 Lomar|0 North Station|The station has 8 platforms.", "confirmed Lomar North Station"),
    ("0 Skerry Light|It is old.|0 Upkeep|The tower is 41 metres tall.", "confirmed Skerry Light"),
]


@pytest.mark.parametrize(("draft", "expected"), LEVELS)
def test_a_figure_is_of_the_heading_above_it_by_level(draft: str, expected: str) -> None:
    text, headings = "", []
    for block in draft.split("|"):
        words = block[2:] if block[0].isdigit() else block
        if words != block:
            headings.append(Heading(Span(len(text), len(text) + len(words)), int(block[0])))
        text += f"{words}\n\n"
    found = list(COAST.iter_findings(text, headings=headings))

    assert Rechecker(COAST).check(text, headings=headings) == found
    [explained] = explain(COAST, text, find_mentions(text), found[-1].span, Setting.of(None, headings))
    about = found[-1].fact if found[-1].verdict != "unknown" else None
    assert about is None or about in [each.fact for each in explained.considered]
    assert f"{found[-1].verdict} {about.subject if about else ''}".strip() == expected
