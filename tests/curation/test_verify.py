"""Words that facts cite are looked for in the text of their source."""

from __future__ import annotations

import pytest

from factcli.curation.verify import Cited, SourceText, find_cited
from factcli.model.edtf import EdtfDate
from factcli.model.facts import Fact, Quotation, Reference

TEXT = "The bombing\nof the centre  claimed 85 lives. “It’s all-round madness,” she said — twice.\n\nNobody else spoke."


@pytest.mark.parametrize("words", ["85 lives", "bombing of the centre", "the centre claimed", "It’s all-round madness"])
def test_words_that_stand_there_differ_in_nothing(words: str) -> None:
    assert SourceText(TEXT).difference(Cited("x", (), words)) is None


@pytest.mark.parametrize(
    ("words", "printed"),
    [("it's all–round madness", "It’s all-round madness"), ("THE BOMBING OF", "The bombing\nof"), ('"It’s', "“It’s")],
)
def test_other_marks_and_capitals_are_reported(words: str, printed: str) -> None:
    found = SourceText(TEXT).difference(Cited("x", (), words))

    assert found is not None
    assert found.printed is not None
    assert (found.is_form, TEXT[slice(*found.printed)]) == (True, printed)


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("claimed 87 lives", "claimed 85 lives"),
        ("Nobody else ever spoke", "Nobody else spoke"),
        ("of the same centre claimed", "of the centre  claimed 85"),
    ],
)
def test_the_nearest_words_are_shown(words: str, printed: str) -> None:
    found = SourceText(TEXT).difference(Cited("x", (), words))

    assert found is not None
    assert found.printed is not None
    assert (found.is_form, TEXT[slice(*found.printed)]) == (False, printed)


@pytest.mark.parametrize("words", ["a wholly different sentence", "?!", "", " "])
def test_words_that_are_nowhere_have_nothing_near(words: str) -> None:
    found = SourceText("Nothing.").difference(Cited("x", (), words))

    assert found is None or found.printed is None


def test_surfaces_and_quotes_of_that_source_are_looked_for() -> None:
    references = (Reference("a", surface="one"), Reference("b", surface="two"), Reference("a"))
    quote = Fact(id="q", kind="quote", statement="S.", value=Quotation("text"), references=references)
    date = Fact(id="d", kind="date", statement="S.", value=EdtfDate("2019"), references=references)

    assert list(find_cited([quote, date], "a")) == [
        Cited("q", ("references", 0, "surface"), "one"),
        Cited("q", ("value", "text"), "text"),
        Cited("d", ("references", 0, "surface"), "one"),
    ]
    assert list(find_cited([quote], "c")) == []
