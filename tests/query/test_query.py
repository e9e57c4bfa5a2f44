from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcli.errors import FactcliError
from factcli.query.faults import check_values
from factcli.query.parse import parse_query
from factcli.query.terms import AsOf, DateSpan, Exact, FigureRange, Preferred, Query, Run, Term, Text

WORDS = [
    ("amia", [[Text("amia")]]),
    ("amia victims", [[Text("amia"), Text("victims")]]),
    ('"trusted partner"', [[Text("trusted partner")]]),
    ('"never closed', [[Text("never closed")]]),
    ('a"b', [[Text("a"), Text("b")]]),
    ("amia OR hezbollah", [[Text("amia")], [Text("hezbollah")]]),
    ("amia iran OR hezbollah", [[Text("amia"), Text("iran")], [Text("hezbollah")]]),
    ("amia AND iran", [[Text("amia"), Text("iran")]]),
    ("OR", []),
    ("amia OR", [[Text("amia")]]),
    ("NOT", [[Text("NOT")]]),
    ("AND", [[Text("AND")]]),
    ("or not and", [[Text("or"), Text("not"), Text("and")]]),
    ("", [[]]),
    ("  ", [[]]),
    ("!!!", []),
    ("*", []),
    ("NEAR(", [[Text("NEAR(")]]),
    ("-", []),
    ("col:x", [[Text("col:x")]]),
    ("https://example.org/a", [[Text("https://example.org/a")]]),
]
WORDS += [
    ("hezb*", [[Text("hezb", is_prefix=True)]]),
    ("h*", [[Text("h*")]]),
    ("keyword:terror*", [[Text("terror", "keywords", is_prefix=True)]]),
    ('"hezb*"', [[Text("hezb*")]]),
    ("Bukele's", [[Text("Bukele")]]),
    ("Bukele’s", [[Text("Bukele")]]),
    ("nations'", [[Text("nations")]]),
    ("US", [[Text("US", others=("U S",))]]),
    ("U.S.", [[Text("US", others=("U S",))]]),
    ("u.k.", [[Text("uk", others=("u k",))]]),
    ("N.A.T.O.", [[Text("NATO", others=("N A T O",))]]),
    ("example.org", [[Text("example.org")]]),
    ("人口", [[Run("人口")]]),
    ("subject:東京", [[Run("東京", "subject aliases")]]),
]
QUALIFIERS = [
    ("as-of:2018", [[AsOf(20180101, 20181231)]]),
    ('as-of:"July 2019"', [[AsOf(20190701, 20190731)]]),
    ("as-of:soon", [[Text("soon")]]),
    ("kind:quote", [[Exact("kind", "quote")]]),
    ("rank:deprecated", [[Exact("rank", "deprecated")]]),
    ("id:amia-bombing-deaths", [[Exact("id", "amia-bombing-deaths")]]),
    ("unit:USD", [[Exact("unit", "USD")]]),
    ("unit:hectares", [[Exact("unit", "ha")]]),
    ("unit:soldier", [[Exact("unit", "soldier")]]),
    ("speaker:pompeo", [[Text("pompeo", "speaker")]]),
    ('speaker:"Mike Pompeo"', [[Text("Mike Pompeo", "speaker")]]),
    ("keyword:amia", [[Text("amia", "keywords")]]),
    ("source:pompeo-tour-2019", [[Text("pompeo-tour-2019", "source source_ids")]]),
    ("value:>5m", [[FigureRange(Decimal(5_000_000), None, holds_ends=False)]]),
    ("value:>=5m", [[FigureRange(Decimal(5_000_000), None)]]),
    ("value:<1,000", [[FigureRange(None, Decimal(1000), holds_ends=False)]]),
    ("value:85", [[FigureRange(Decimal(85), Decimal(85))]]),
    ("value:5m..50m", [[FigureRange(Decimal(5_000_000), Decimal(50_000_000))]]),
    ("value:5m..", [[FigureRange(Decimal(5_000_000), None)]]),
    ("value:>5km", [[FigureRange(Decimal(5000), None, "length", holds_ends=False)]]),
    ("value:>US$5m", [[FigureRange(Decimal(5_000_000), None, "money", "USD", holds_ends=False)]]),
    ("value:many", [[Text("many")]]),
    ("date:2019-07", [[DateSpan(20190701, 20190731)]]),
    ("date:2007/2015", [[DateSpan(20070101, 20151231)]]),
    ("date:2007..2015", [[DateSpan(20070101, 20151231)]]),
    ("date:2016/..", [[DateSpan(20160101, None)]]),
    ('date:"18 July 2019"', [[DateSpan(20190718, 20190718, words="18 July 2019")]]),
    ("date:soon", [[Text("soon")]]),
    ("date:2019-99", [[Text("2019-99")]]),
    ("date:1939-45", [[DateSpan(19390101, 19451231, words="1939-45")]]),
    ("date:2015-19", [[DateSpan(20150101, 20191231, words="2015-19")]]),
    ('date:"July 2019 or 2020-99"', [[Text("July 2019 or 2020-99")]]),
    ('date:"in July 2019"', [[DateSpan(20190701, 20190731, words="July 2019")]]),
]
TYPED_VALUES = [
    ("US$7m", Decimal(7_000_000), "money", "USD"),
    ("$7,000,000", Decimal(7_000_000), "money", "USD"),
    ("7 million dollars", Decimal(7_000_000), "money", "USD"),
    ("50,000 ha", Decimal(500_000_000), "area", None),
    ("500 km2", Decimal(500_000_000), "area", None),
    ("85 victims", Decimal(85), "count", None),
    ("85", Decimal(85), None, None),
]
TYPED_DATES = [
    ("January 2015", DateSpan(20150101, 20150131, words="January 2015")),
    ("18 July", DateSpan(718, 718, is_yearless=True, words="18 July")),
    ("18 July 2019", DateSpan(20190718, 20190718, words="18 July 2019")),
]


def atoms(query: Query) -> list[list[object]]:
    return [[term.atom for term in terms] for terms in query.alternatives]


@pytest.mark.parametrize(("text", "expected"), WORDS)
def test_words_and_operators_are_read(text: str, expected: list[list[object]]) -> None:
    assert atoms(parse_query(text)) == expected


@pytest.mark.parametrize(("text", "expected"), QUALIFIERS)
def test_qualifiers_are_read(text: str, expected: list[list[object]]) -> None:
    assert atoms(parse_query(text)) == expected


@pytest.mark.parametrize("text", ["-victims", "NOT victims", '-"victims"'])
def test_a_word_can_be_excluded(text: str) -> None:
    query = parse_query(f"amia {text}")

    assert query.alternatives == ((Term(Text("amia")), Term(Text("victims"), is_negated=True)),)


@pytest.mark.parametrize(("text", "amount", "dimension", "unit"), TYPED_VALUES)
def test_a_figure_is_read_as_a_writer_types_it(text: str, amount: Decimal, dimension: str, unit: str) -> None:
    figure = parse_query(text).alternatives[0][0].atom

    assert isinstance(figure, FigureRange)
    assert figure.lower is not None
    assert figure.upper is not None
    assert figure.lower <= amount <= figure.upper
    assert (figure.dimension, figure.unit) == (dimension, unit)


def test_the_noun_of_a_count_is_looked_up_as_a_word() -> None:
    assert Text("victims") in atoms(parse_query("85 victims"))[0]


def test_a_rounded_figure_finds_what_it_was_rounded_from_but_not_any_neighbour() -> None:
    figure = parse_query("50,000 ha").alternatives[0][0].atom

    assert isinstance(figure, FigureRange)
    assert figure.lower is not None
    assert figure.lower > Decimal(480_000_000)


def test_an_ordinal_is_a_rank_or_else_so_many_of_anything() -> None:
    figure = parse_query("2nd").alternatives[0][0].atom

    assert isinstance(figure, FigureRange)
    assert (figure.exactly, figure.unit) == (2, "rank")
    assert figure.otherwise is not None
    assert (figure.otherwise.exactly, figure.otherwise.unit) == (2, None)


@pytest.mark.parametrize(
    ("text", "amount"),
    [("7m", 7_000_000), ("1.5m", 1_500_000), ("2bn", 2_000_000_000), ("10b", 10_000_000_000), ("40k", 40_000),
     ("7MM", 7_000_000), ("3tn", 3_000_000_000_000), ("7mn", 7_000_000), ("12 million", 12_000_000)],
)  # fmt: skip
def test_a_bare_magnitude_is_one_of_anything(text: str, amount: int) -> None:
    figure = parse_query(text).alternatives[0][0].atom

    assert isinstance(figure, FigureRange)
    assert (figure.exactly, figure.dimension, figure.unit) == (amount, None, None)


def test_a_bare_m_may_also_be_metres() -> None:
    figure = parse_query("7m wall").alternatives[0][0].atom

    assert isinstance(figure, FigureRange)
    assert figure.otherwise is not None
    assert (figure.otherwise.exactly, figure.otherwise.dimension) == (7, "length")


@pytest.mark.parametrize("text", ["7 m", "7 metres", "7mm", "US$7m", "7km", "7 mm"])
def test_a_unit_leaves_one_reading(text: str) -> None:
    figure = parse_query(text).alternatives[0][0].atom

    assert isinstance(figure, FigureRange)
    assert figure.otherwise is None
    assert figure.dimension in {"length", "money"}


@pytest.mark.parametrize("text", ["su30", "a7m", "b737", "q2"])
def test_a_code_is_a_word(text: str) -> None:
    assert atoms(parse_query(text)) == [[Text(text)]]


@pytest.mark.parametrize(("text", "span"), TYPED_DATES)
def test_a_date_is_read_as_a_writer_types_it(text: str, span: DateSpan) -> None:
    assert atoms(parse_query(text)) == [[span]]


def test_words_beside_a_figure_are_words() -> None:
    assert [type(atom) for atom in atoms(parse_query("reward US$7m salman"))[0]] == [Text, FigureRange, Text]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("value:>abc", "'value:>abc' cannot be read as a figure"),
        ("amia OR -value:<=many", "'value:<=many' cannot be read as a figure"),
        ("value:>", "'value:>' cannot be read as a figure"),
        ("value:5m..few", "'value:5m..few' cannot be read as a figure"),
        ("date:2019-99", "'date:2019-99' cannot be read as a date"),
        ("date:2019-02-30", "'date:2019-02-30' cannot be read as a date"),
        ("date:2019..2020-99", "'date:2019..2020-99' cannot be read as a date"),
        ('as-of:"31 June 2019"', "'as-of:31 June 2019' cannot be read as a date"),
    ],
)
def test_a_figure_or_date_that_cannot_be_read_is_an_error(text: str, message: str) -> None:
    with pytest.raises(FactcliError, match=re.escape(message)) as told:
        check_values(text)

    assert told.value.hint


@pytest.mark.parametrize(
    "text",
    ["", "85", "value:many", "date:soon", "value:", "date:../2015", 'date:"18 July"', "value:85", "value:>US$5m",
     "date:2019~", "date:XXXX-07-18", "id:2019-99", "12:30", "as-of:2019", "date:199X", '"date:2019-99"'],
)  # fmt: skip
def test_other_queries_are_no_error(text: str) -> None:
    check_values(text)


@given(st.text(max_size=200))
def test_any_text_is_a_valid_query(text: str) -> None:
    assert parse_query(text).text == text


@pytest.mark.parametrize(
    "text", ["word " * 10_000, '"' * 10_001, "value:" * 5_000, "9" * 32_000, "1," * 20_000, "\0", "\ud800"]
)
def test_a_hostile_query_is_a_query(text: str) -> None:
    assert parse_query(text).text == text


@pytest.mark.parametrize(
    ("question", "words", "kind"),
    [
        ("how many died in the Amia bombing", ["died", "Amia", "bombing"], "figure"),
        ("How much did the bridge cost?", ["bridge", "cost"], "figure"),
        ("when was the treaty signed", ["treaty", "signed"], "date"),
        ("what year did the US leave", ["US", "leave"], "date"),
        ("what did Moreno say about the port", ["Moreno", "port"], "quote"),
        ("who built the lighthouse", ["built", "lighthouse"], ""),
    ],
)
def test_a_question_is_its_telling_words_and_the_kind_of_its_answer(question: str, words: list[str], kind: str) -> None:
    (found,) = atoms(parse_query(question))

    assert [atom.words for atom in found if isinstance(atom, Text)] == words
    assert [atom.kind for atom in found if isinstance(atom, Preferred)] == ([kind] if kind else [])


@pytest.mark.parametrize("text", ["how many", "who", "when pompeo", "amia how many died"])
def test_what_is_no_question_keeps_its_words(text: str) -> None:
    assert [atom.words for atom in atoms(parse_query(text))[0] if isinstance(atom, Text)] == text.split()


def test_a_word_of_a_question_is_found_by_its_synonyms() -> None:
    (died, *_) = atoms(parse_query("how many died there"))[0]

    assert isinstance(died, Text)
    assert {"killed", "kill", "death"} & set(died.others)
