"""The figures of a text, kept in columns, are those that were read."""

from __future__ import annotations

from array import array
from decimal import Decimal

from factcli.english.sentences import split_sentences
from factcli.mentions import find_figures
from factcli.mentions.figure_columns import FigureColumns, FiguresOfSentences, SpanColumns
from factcli.model.facts import Mention, Quantity
from factcli.spans import Span

TEXT = "The kiln burnt 40 tiles on 3/4/2020. Nobody came. It burnt 40 tiles more, then 7, and aged 12 a boy broke 40 tiles."


def columns_of(text: str) -> FiguresOfSentences:
    sentences = SpanColumns.of(split_sentences(text))
    return FiguresOfSentences(text, FigureColumns.of(find_figures(text)), sentences)


def test_each_sentence_has_its_figures() -> None:
    figures = columns_of(TEXT)

    assert [len(each) for each in figures] == [*figures.counts()] == [2, 0, 4]
    assert [mention for sentence in figures for mention in sentence] == find_figures(TEXT)


def test_a_value_is_kept_once() -> None:
    columns = columns_of(TEXT).columns

    assert len(columns.spans) == 6
    assert len(columns.values) == 4


def test_the_figures_of_a_sentence_are_the_same_objects_each_time() -> None:
    figures = columns_of(TEXT)

    assert figures[0][0] is figures[0][0]


def test_figures_are_found_by_the_numbers_of_their_values() -> None:
    figures = columns_of(TEXT)
    tiles = figures.columns.values.index(figures[0][0].value)
    seven = figures.columns.values.index(figures[2][1].value)

    assert [*figures.stating([tiles])] == [(0, 0, tiles), (2, 0, tiles), (2, 3, tiles)]
    assert [*figures.stating([seven, tiles])] == [(0, 0, tiles), (2, 0, tiles), (2, 1, seven), (2, 3, tiles)]
    assert [*figures.stating([])] == []


def test_equal_amounts_that_are_written_differently_stay_so() -> None:
    written = [Quantity(Decimal(each)) for each in ("2", "2.0", "2")]
    columns = FigureColumns.of(Mention(Span(0, 1), "2", "number", each) for each in written)

    assert [str(columns.mention(number, "2").value) for number in range(3)] == [str(each) for each in written]


def test_columns_of_different_lengths_are_not_sound() -> None:
    columns = FigureColumns.of(find_figures(TEXT))

    assert columns.is_sound
    assert not columns._replace(values=columns.values[:-1]).is_sound
    assert not columns._replace(value_numbers=array("I", [0])).is_sound
    assert not columns._replace(traits=[]).is_sound


def test_a_text_without_figures_has_none() -> None:
    assert [*columns_of("Nobody came. Nobody went.")] == [[], []]
    assert [*columns_of("")] == []
