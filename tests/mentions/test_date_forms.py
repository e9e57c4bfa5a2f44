"""Each form of date is found: a row of the grammar, an example of it, and what that says."""

from __future__ import annotations

import re
from itertools import product

import pytest

from factcli.mentions import find_mentions
from factcli.mentions.dates.beginnings import beginnings, lookahead
from factcli.mentions.dates.days import DAYS
from factcli.mentions.dates.grammar import FORMS, GRAMMAR
from factcli.mentions.dates.periods import PERIODS
from factcli.mentions.dates.points import page_of
from factcli.mentions.dates.words import classify
from factcli.mentions.lexer import lex

# Form: an example, which ⟦ ⟧ mark in its sentence, and its EDTF value; ⟨ marks where a form begins before its date.
EXAMPLES = {
    "iso": ("The weir closed on ⟦2021-03-14⟧ for good.", "2021-03-14"),
    "numeric": ("The weir closed on ⟦25/3/2021⟧ for good.", "2021-03-25"),
    "day_month_era": ("The weir closed on ⟦15 March 44 BC⟧ for good.", "-0043-03-15"),
    "month_day_era": ("The weir closed on ⟦March 15, 44 BC⟧ for good.", "-0043-03-15"),
    "day_month_digits": ("The weir closed on ⟦14-Mar-21⟧ for good.", "2021-03-14"),
    "month_era": ("The weir closed in ⟦March 44 BC⟧ for good.", "-0043-03"),
    "days_numeric": ("The weir closed on ⟦14-16/3/2021⟧ for good.", "2021-03-14/2021-03-16"),
    "month_days": ("The weir closed on ⟦March 14-16, 2021⟧ for good.", "2021-03-14/2021-03-16"),
    "days_month": ("The weir closed on ⟦14-16 March 2021⟧ for good.", "2021-03-14/2021-03-16"),
    "day_month": ("The weir closed on ⟦14 March 2021⟧ for good.", "2021-03-14"),
    "month_day": ("The weir closed on ⟦March 14, 2021⟧ for good.", "2021-03-14"),
    "year_month_day": ("The weir closed on ⟦2021 March 14⟧ for good.", "2021-03-14"),
    "month_year_day": ("The weir closed on ⟦March-2021-14⟧ for good.", "2021-03-14"),
    "day_year_month": ("The weir closed on ⟦14-2021-March⟧ for good.", "2021-03-14"),
    "year_day_month": ("The weir closed on ⟦2021/14/Mar⟧ for good.", "2021-03-14"),
    "late_day": ("The weir closed on ⟦32 March 2021⟧ for good.", "2021-03"),
    "month_late_day": ("The weir closed on ⟦March 32, 2021⟧ for good.", "2021-03"),
    "months": ("The weir leaked in ⟦March, April and May 2021⟧ for good.", "2021-03/2021-05"),
    "month_year": ("The weir closed in ⟦March 2021⟧ for good.", "2021-03"),
    "year_month": ("The weir closed in ⟦2021 July⟧ for good.", "2021-07"),
    "holiday": ("The weir closed on ⟦Christmas Day 2021⟧ for good.", "2021-12-25"),
    "half_month": ("The weir closed in ⟦the first half of March 2021⟧ for good.", "2021-03-01/2021-03-15"),
    "quarter_fiscal": ("The weir closed in ⟨Q1 ⟦FY21⟧ for good.", "2021"),
    "fiscal_quarter": ("The weir closed in ⟨fiscal Q1 ⟦2021⟧ for good.", "2021"),
    "fiscal_first": ("The weir closed in ⟨fiscal ⟦2021⟧ Q1 for good.", "2021"),
    "quarters": ("The weir leaked in ⟦Q1 and Q2 2021⟧ for good.", "2021-01/2021-06"),
    "quarters_listed": ("The weir leaked in ⟦the first and second quarters of 2021⟧ for good.", "2021-01/2021-06"),
    "part_of_years": ("The weir leaked in ⟦the second half of the 1990s⟧ for good.", "1995/1999"),
    "decades_of_century": ("The weir leaked in ⟦the first decade of the 20th century⟧ for good.", "1901/1910"),
    "quarter_digits": ("The weir closed in ⟦1Q21⟧ for good.", "2021-01/2021-03"),
    "quarter": ("The weir closed in ⟦the first quarter of 2021⟧ for good.", "2021-01/2021-03"),
    "year_quarter": ("The weir closed in ⟦2021 Q1⟧ for good.", "2021-01/2021-03"),
    "nth_weekday": ("The weir closed on ⟦the second Sunday of March 2021⟧ for good.", "2021-03-14"),
    "nth_day": ("The weir closed on ⟦the last day of March 2021⟧ for good.", "2021-03-31"),
    "nth_unit": ("The weir closed in ⟦the third month of 2021⟧ for good.", "2021-03"),
    "week_number": ("The weir closed in ⟦week 12 of 2016⟧ for good.", "2016-03-21/2016-03-27"),
    "first_days": ("The weir closed in ⟦the first ten days of March 2021⟧ for good.", "2021-03-01/2021-03-10"),
    "first_months": ("The weir closed in ⟦the first nine months of 2021⟧ for good.", "2021-01/2021-09"),
    "season": ("The weir closed in ⟦spring 2021⟧ for good.", "2021-21"),
    "decade": ("The weir closed in ⟦the 1990s⟧ for good.", "1990/1999"),
    "early_decade": ("The weir closed in ⟦the 830s⟧ for good.", "0830/0839"),
    "short_decade": ("The weir closed in ⟦the '90s⟧ for good.", "1990/1999"),
    "fiscal": ("The weir closed in ⟦FY2021⟧ for good.", "2021"),
    "spoken_decade": ("The weir closed in ⟦the sixties⟧ for good.", "1960/1969"),
    "centuries": ("The weir leaked in ⟦the 16th to 18th centuries⟧ for good.", "1501/1800"),
    "century": ("The weir closed in ⟦the 18th century⟧ for good.", "1701/1800"),
    "years_era": ("The weir closed in ⟦447–432 BC⟧ for good.", "-0446/-0431"),
    "year_era": ("The weir closed in ⟦44 BC⟧ for good.", "-0043"),
    "era_years": ("The weir closed in ⟦AD 250–267⟧ for good.", "0250/0267"),
    "era_first": ("The weir closed in ⟦AD 267⟧ for good.", "0267"),
    "years": ("The weir closed in ⟦2007-2015⟧ for good.", "2007/2015"),
    "short_years": ("The weir leaked in ⟦'98-'99⟧ for good.", "1998/1999"),
    "digits_month": ("The weir closed in ⟦03/2021⟧ for good.", "2021-03"),
    "year_digits": ("The weir closed for good in ⟦2021 / 03⟧.", "2021-03"),
    "slash": ("The weir closed on ⟦25/3⟧ for good.", "XXXX-03-25"),
    "seasons": ("The weir leaked in the ⟦98-99⟧ season for good.", "1998/1999"),
    "year": ("The weir closed in ⟦2021⟧ for good.", "2021"),
    "short_year": ("The weir closed in ⟦'98⟧ for good.", "1998"),
    "early_year": ("The weir leaked in the ⟨year ⟦800⟧ for good.", "0800"),
    "month": ("The weir closed in ⟦March⟧ for good.", "XXXX-03"),
}


def test_each_form_has_an_example_and_a_meaning() -> None:
    assert list(EXAMPLES) == list(FORMS)
    assert FORMS.keys() == DAYS.keys() | PERIODS.keys()


@pytest.mark.parametrize(("example", "value"), EXAMPLES.values(), ids=EXAMPLES)
def test_a_form_is_found(example: str, value: str) -> None:
    surface = example[example.index("⟦") + 1 : example.index("⟧")]

    (found,) = find_mentions(re.sub("[⟦⟧⟨]", "", example))

    assert (found.surface, str(found.value)) == (surface, value)


@pytest.mark.parametrize(("form", "example"), [(form, row[0]) for form, row in EXAMPLES.items()])
def test_the_example_of_a_form_is_in_that_form(form: str, example: str) -> None:
    before, _, rest = example.partition("⟨" if "⟨" in example else "⟦")
    tokens = next(lex(before + re.sub("[⟦⟧]", "", rest)))
    page = page_of(tokens, classify(tokens))

    match = GRAMMAR.match(page.classes, page.tokens.starts.index(len(before)))

    assert match is not None
    assert match.lastgroup == form


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("y", {"y"}),
        ("yd", {"yd"}),
        ("y?d", {"yd", "d"}),
        ("y+", {"y", "yy"}),
        ("y*d", {"yy", "yd", "d"}),
        ("(?:W[.p]?,?)?+d", {"W.", "Wp", "W,", "Wd", "d"}),
        ("(?P<day>d|O)(?=[)|])(?!x)M", {"dM", "OM"}),
        ("(?P<a>y)(?P<b>[-/])d(?P=b)d", {"y-", "y/"}),
        ("yd|M", {"yd", "M"}),
        ("d{0,8}M", {"dd", "dM", "M"}),
    ],
)
def test_a_form_begins_with_these_letters(expression: str, expected: set[str]) -> None:
    assert beginnings(expression) == expected


@pytest.mark.parametrize("expression", ["[^y]d", "(?P=sign)d", "y.", "$", "y\\d"])
def test_what_is_not_understood_is_refused(expression: str) -> None:
    with pytest.raises(ValueError, match="not understood"):
        beginnings(expression + "y")


@pytest.mark.parametrize("expression", ["y?d", "(?:W[.p]?,?)?+d", "-?X|T(?:d|O)", "w?y{1,3}"])
def test_whatever_an_expression_matches_begins_so(expression: str) -> None:
    matched = ["".join(letters) for size in (1, 2, 3) for letters in product("WTwydOX.,p-", repeat=size)]
    begin = re.compile(lookahead(beginnings(expression)))

    missed = [text for text in matched if re.fullmatch(expression, text) and not begin.match(text)]

    assert not missed
