"""A label before a sentence, and whoever it is told by, are not what the sentence is about."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factcli.check import check_text
from factcli.model.facts import Fact, Quantity

MILL = Fact(
    id="mill",
    kind="figure",
    statement="The fire at the Lomar mill destroyed 85 looms.",
    value=Quantity(Decimal(85), "loom"),
    subject="fire at the Lomar mill",
)
SAID = "the fire at the Lomar mill destroyed 87 looms."


@pytest.mark.parametrize(
    "lead_in",
    [
        "Editor's note: The",
        "EDITOR’S NOTE: The",
        "Correction: The",
        "Author's Note — The",
        "Fact box: The",
        "Update - The",
        "According to Le Monde, the",
        "According to the Bresk Courier, the",
        "According to Ana Ruiz, the",
        "As the Bresk Courier reported, the",
        "As reported by Le Monde, the",
        "Police said, according to the Bresk Courier, that the",
    ],
)
def test_a_lead_in_does_not_hide_a_wrong_figure(lead_in: str) -> None:
    (finding,) = check_text(f"{lead_in} {SAID.removeprefix('the ')}", [MILL])

    assert (finding.surface, finding.verdict) == ("87 looms", "contradicted")


def test_whoever_tells_a_sentence_in_its_midst_or_end_does_not_hide_it() -> None:
    (finding,) = check_text("The fire at the Lomar mill destroyed 87 looms, according to Le Monde.", [MILL])

    assert finding.verdict == "contradicted"


@pytest.mark.parametrize(
    "draft",
    [
        "Bresk: A fire at the mill destroyed 87 looms.",
        "In Bresk, according to Le Monde, a fire at the mill destroyed 87 looms.",
        "As Bresk burned, a fire at the mill destroyed 87 looms.",
        "According to Bresk, a fire destroyed 87 looms.",
    ],
)
def test_a_name_that_may_be_what_is_meant_still_counts(draft: str) -> None:
    (finding,) = check_text(draft, [MILL])

    assert finding.verdict == "unknown"
