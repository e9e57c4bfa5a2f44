"""What is proposed of reports of matches, results of businesses, obituaries, captions, listings and press releases."""

from __future__ import annotations

import pytest

from factcli.documents import parse_document
from factcli.extract.proposing.proposals import issue_date, iter_proposals
from factcli.model.facts import Fact


def facts(text: str, name: str = "a.md") -> list[Fact]:
    return [each.fact for each in iter_proposals(parse_document(text, name=name))]


def ids(text: str) -> list[str]:
    return [fact.id for fact in facts(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # Yards by how they were gained.
        ("Ana Ruiz threw for 287 yards and three touchdowns.", ["ana-ruiz-passing-yards"]),
        ("Bo Tamm ran for 142 yards, including a 64-yard score.", ["bo-tamm-rushing-yards"]),
        ("Bo Tamm caught eight passes for 96 yards.", ["bo-tamm-receiving-yards"]),
        ("Bo Tamm had 310 passing yards.", ["bo-tamm-passing-yards"]),
        ("Vestby was penalized 11 times for 96 yards.", ["vestby-penalty-yards"]),
        ("Vestby bought 310 yards of cloth.", ["vestby-cloth"]),
        # Means of a game.
        ("Ana Ruiz averaged 8.4 points and 6.1 rebounds per game.", ["ana-ruiz-points-game", "ana-ruiz-rebounds-game"]),
        # Who is told of in a relative clause.
        ("Vestby hosts Coldwater, which has lost 12 straight matches.", ["coldwater-matches"]),
        ("The oldest was Ana Ruiz, of Perth, who sold 31 boats.", ["ana-ruiz-boats"]),
        ("Bo Tamm led Vestby with 36 points.", ["bo-tamm-points"]),
        ("Two goals from Bo Tamm saw Vestby beat Orla.", ["bo-tamm-goals"]),
        ("Ana Ruiz added 27 points and 11 assists.", ["ana-ruiz-points", "ana-ruiz-assists"]),
        ("The Orla index added 27 points.", ["orla-index-change"]),
        ("Ana Ruiz, averaging 24.6 points, left.", ["ana-ruiz-average-points"]),
        ("Nineteen-year-old Ana Ruiz came. Teenager Ana Ruiz has 31 boats.", ["ana-ruiz-age", "ana-ruiz-boats"]),
        ("Receiver Ana Ruiz had 38 winners.", ["ana-ruiz-winners"]),
        ("Qualifier Ruiz came. Ana Ruiz rowed. Ruiz had 31 points in a match.", ["ana-ruiz-points"]),
        ("Ana Ruiz rowed. She won three Orla Awards.", ["ana-ruiz-awards"]),
        ("Ana Ruiz added 19 points for Vestby (11-0 Orla Conference).", ["ana-ruiz-points"]),
        # Where a crowd was.
        ("Attendance was 17,654, the most at Orla Ice Arena.", ["orla-ice-arena-attendance"]),
        ("Ana Ruiz won before a crowd of 3,104 at the Oval.", ["oval-crowd"]),
        # How high or far.
        ("Ana Ruiz cleared 2.31m.", ["ana-ruiz-height"]),
        ("Ana Ruiz threw 71.20m.", ["ana-ruiz-throw"]),
        # Those of one play, scores and places in a list.
        ("Ana Ruiz returned it 30 yards to Vestby's 3-yard line.", []),
        ("Vestby won on Ana Ruiz's 32-yard field goal.", []),
        ("Those who lead an Orla series 3-0 have a record of 186-4.", []),
        ("Women: 1. Ana Ruiz (Orla) 2:24:11", []),
        ("Ana Ruiz won the 800m.", []),
        ("Ana Ruiz broke the Orla 60m record.", []),
        ("Ana Ruiz won by six centimetres.", []),
        ("Ana Ruiz led with five races left.", []),
        ("Ana Ruiz has not dropped a set in her last 22 innings.", []),
    ],
)
def test_of_a_match(text: str, names: list[str]) -> None:
    assert ids(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Lomar had a profit of £41m, or £1.08 per diluted share.", ["lomar-profit", "lomar-earnings-share"]),
        ("Lomar had earnings per diluted share of £1.87.", ["lomar-earnings-share"]),
        ("Shares of Lomar closed at £37.15.", ["lomar-share-price"]),
        ("Shares of Lomar rose 9.4% to 187p.", ["lomar-shares-change", "lomar-share-price"]),
        ("The net debt of Lomar fell to £61m from £88m.", ["lomar-net-debt"]),
        ("Lomar had revenue of £212m, down 11% on the year.", ["lomar-revenue", "lomar-revenue-change"]),
        ("Quillon shares of Lomar were up 6.8% at 31.42 euros.", ["lomar-quillon-shares-change", "lomar-share-price"]),
        ("Lomar made £184m, beating the £171m expected by bakers.", ["lomar-amount"]),
        ("Lomar made £184m, or £2 a share, compared with £99m, or £1 a share.", ["lomar-amount", "lomar-amount-share"]),
        ("Lomar Salmon grew. Revenue of Lomar Salmon rose to NOK 1,156 million.", ["lomar-salmon-revenue"]),
        ("GAAP gross margin of Lomar was 58%.", ["lomar-gross-margin"]),
        ("Lomar has closed a £48m Orla loan.", ["lomar-loan"]),
        ("Lomar repurchased 650,000 shares for £29m.", ["lomar-shares", "lomar-buyback"]),
        ("Lomar cut fuel use by 45%.", ["lomar-fuel-use-change"]),
        ("The backlog of Lomar stood at 2,970 boats.", ["lomar-backlog"]),
        ("The club of Lomar rose to 31 points.", ["lomar-points"]),
        # What it was before, and when a quarter ended.
        ("Lomar had a profit of £41m, compared with £52m a year earlier.", ["lomar-profit"]),
        ("Lomar had a profit of £41m (2022: £52m).", ["lomar-profit"]),
        ("Lomar Shipping sold 31 boats in the quarter ended 30 June 2023.", ["lomar-shipping-boats-2023"]),
        ("Lomar sold 31 boats, compared with 12 cars.", ["lomar-boats", "lomar-cars"]),
    ],
)
def test_of_results(text: str, names: list[str]) -> None:
    assert ids(text) == names


def test_a_line_of_a_list_needs_no_verb_where_its_measure_went_up() -> None:
    (change, level) = facts("# Lomar Mills\n\n- Revenue up 6% to £148m (2022: £139m)")

    assert (change.subject, change.id) == ("Lomar Mills", "lomar-mills-revenue-change")
    assert (level.subject, level.id) == ("Lomar Mills", "lomar-mills-revenue")


def test_a_measure_at_the_head_of_a_sentence_is_not_a_name() -> None:
    text = "Lomar Mills grows\n\nLomar Mills hired.\n\nRevenue fell to £611m.\n\nAdjusted profit rose to £31m."

    assert [fact.subject for fact in facts(text, "")] == ["Lomar Mills", "Lomar Mills"]


@pytest.mark.parametrize(
    ("text", "subject", "statement"),
    [
        (
            "Ana Ruiz left. Born in Vestby on 3 June 1929, she rowed.",
            "Ana Ruiz",
            "Born in Vestby on 3 June 1929, Ana Ruiz rowed.",
        ),
        (
            "Ana Ruiz was born in Vestby on 9 May 1938.",
            "Ana Ruiz",
            "Ana Ruiz was born in Vestby on 9 May 1938.",
        ),
        (
            "Ana Ruiz, botanist, born 3 June 1929; died 8 March 2021",
            "Ana Ruiz",
            "Ana Ruiz, botanist, born 3 June 1929; died 8 March 2021",
        ),
        (
            "Bo Tamm dies\n\nBo Tamm died. Ana Ruiz rowed with Carl Haugen. He is survived by two daughters.",
            "Bo Tamm",
            "Bo Tamm is survived by two daughters.",
        ),
    ],
)
def test_of_an_obituary(text: str, subject: str, statement: str) -> None:
    fact = facts(text, "")[-1]

    assert (fact.subject, fact.statement) == (subject, statement)


def test_years_of_life_are_no_part_of_a_title() -> None:
    text = (
        "# Ana Ruiz, 1931-2022\n\nIt rained.\n\nShe sold boats.\n\nThe hospice has cared for more than 2,400 children."
    )

    assert facts(text)[-1].subject == "Ana Ruiz"


def test_the_year_of_a_label_is_a_date() -> None:
    (fact,) = facts("# Vestby Rowers\n\nFounded: 1967")

    assert (fact.kind, fact.statement) == ("date", "Vestby Rowers: Founded: 1967")


def test_a_day_in_a_table_is_not_that_of_the_text() -> None:
    text = "# Vestby Rowers\n\nMembers: 84\n\n| Boat | Day | Crowd |\n|---|---|---|\n| Orla | 12 May 2017 | 118 |"
    document = parse_document(text, name="a.md")

    assert issue_date(document, None) is None


def test_it_after_a_name_in_other_words_is_what_that_names() -> None:
    text = "Lomar Council opened Orla Park. The park has 31 oaks. It was paid for by a £9m bond of the voters."

    assert facts(text)[-1].statement == "Orla Park was paid for by a £9m bond of the voters."


def test_who_is_called_by_age_and_trade_is_named() -> None:
    (_, fact) = facts("Ana Ruiz, 26, rowed. The 26-year-old Norwegian striker joined Lomar for a fee of £9m.")

    assert fact.statement == "Ana Ruiz joined Lomar for a fee of £9m."


def test_who_survives_somebody_was_not_rescued() -> None:
    (fact,) = facts("Ana Ruiz is survived by five grandchildren.")

    assert fact.id == "ana-ruiz-grandchildren"


def test_a_date_in_what_opens_a_sentence_is_not_that_of_its_figure() -> None:
    opened, aside = facts("Founded in 1964, Lomar Shipping has 31 boats.") + facts(
        "Lomar Shipping, which was founded in 1964 by Ana Ruiz, has 31 boats."
    )

    assert (opened.as_of, aside.as_of) == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "TORONTO, ON (August 22, 2017) - Lomar Shipping has 31 boats.",
        "AUSTIN, Texas, May 2, 2023 /PRNewswire/ -- Lomar Shipping has 31 boats.",
        "BOISE, Idaho – June 6, 2023 – Lomar Shipping has 31 boats.",
        "ALDERTON, Oregon, Oct. 3, 2022 — Lomar Shipping has 31 boats.",
        "CEDAR POINT, S.C. -- Lomar Shipping has 31 boats.",
        "1. Lomar Shipping has 31 boats.",
    ],
)
def test_what_opens_a_press_release_is_left_out(text: str) -> None:
    assert [fact.statement for fact in facts(text, "")] == ["Lomar Shipping has 31 boats."]


def test_of_a_table_with_years_a_row_is_the_measure() -> None:
    (old, new) = facts("# Vestby Regatta 2023\n\n| | 2021 | 2022 |\n|---|---|---|\n| Visitors | 31,000 | 46,000 |")

    assert (old.subject, old.id, str(old.as_of)) == ("Vestby Regatta 2023", "vestby-regatta-2023-visitors-2021", "2021")
    assert (new.statement, str(new.as_of)) == ("Vestby Regatta 2023: Visitors, 2022: 46,000", "2022")


def test_lines_of_a_list_are_apart_however_long_one_is() -> None:
    text = (
        "Lomar Shipping grew. It rained.\n\nRevenue of £212m\nCash of £31m\n"
        "Earnings per diluted share of £0.52, more than anybody had thought that they could be\nDebt of £640m"
    )

    assert len(facts(text, "")) == 4


def test_a_report_that_a_person_opens_is_not_about_the_person_where_it_tells_of_the_tournament() -> None:
    text = "Ruiz leads\n\nAna Ruiz leads at the Orla Classic.\n\nThe tournament has a purse of £8m."

    assert facts(text, "")[-1].subject == "Orla Classic"


@pytest.mark.parametrize(
    "text",
    [
        "A day to remember: Ana Ruiz won 31 races.",
        "Photo: Ana Ruiz won 31 races.",
    ],
)
def test_what_opens_a_caption_is_left_out(text: str) -> None:
    assert [fact.statement for fact in facts(text)] == ["Ana Ruiz won 31 races."]


@pytest.mark.parametrize(
    ("text", "subject", "statement"),
    [
        (
            "# Vestby Masters Rowing Gala 2022\n\nIt rained.\n\n## Team standings\n\n| Club | Points |\n|---|---|\n| Orla | 342 |",
            "Orla points",
            "Vestby Masters Rowing Gala 2022, Team standings: Orla, Points: 342",
        ),
        (
            "# Vestby Jazz Weekend\n\nAna Ruiz won the Orla Jazz Prize.\n\nCamping: £18",
            "Vestby Jazz Weekend",
            "Vestby Jazz Weekend: Camping: £18",
        ),
        (
            "# Vestby Jazz Weekend\n\nConcert: The Grant Quintet, Orla Hall, 8pm, £16",
            "Vestby Jazz Weekend",
            "Vestby Jazz Weekend: Concert: The Grant Quintet, Orla Hall, 8pm, £16",
        ),
        (
            "FOR IMMEDIATE RELEASE\n\nLomar Shipping Orders Boats\n\nEach boat will carry 320 passengers. Lomar Shipping grew.",
            "Lomar Shipping",
            "Lomar Shipping: Each boat will carry 320 passengers.",
        ),
        (
            "# Vestby Lecture Series 2024-25\n\nIt rained.\n\n## About the society\n\nSome 1,340 people came.",
            "Vestby Lecture Series 2024-25",
            "Vestby Lecture Series 2024-25: Some 1,340 people came.",
        ),
        (
            "Lomar Dairy Co-operative will build a dock, creating 85 jobs.",
            "Lomar Dairy Co-operative",
            "Lomar Dairy Co-operative will build a dock, creating 85 jobs.",
        ),
        (
            "Lomar Brands, Inc. grew. Lomar Brands left. Lomar Brands came. Net sales rose 14%.",
            "Lomar Brands",
            "Lomar Brands: Net sales rose 14%.",
        ),
        ("Vestby\n\nVolunteers: 1,150", "Vestby", "Vestby: Volunteers: 1,150"),
        (
            "# The Vestby Book Festival\n\nIt rained. Ana Ruiz will open the festival at Orla Hall with 31 boats.",
            "The Vestby Book Festival",
            "Ana Ruiz will open the festival at Orla Hall with 31 boats.",
        ),
    ],
)
def test_of_an_occasion_or_a_press_release(text: str, subject: str, statement: str) -> None:
    fact = facts(text, "a.md" if text.startswith("#") else "")[-1]

    assert (fact.subject, fact.statement) == (subject, statement)


def test_a_value_under_a_line_with_a_value_is_not_below_it() -> None:
    assert [fact.statement for fact in facts("Lomar Mills\n\nOccupancy: 87%\n\nDebt: £112m", "")] == [
        "Lomar Mills: Occupancy: 87%",
        "Lomar Mills: Debt: £112m",
    ]
