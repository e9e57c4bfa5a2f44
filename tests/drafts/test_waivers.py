"""What a waiver covers, and what is not a waiver."""

from __future__ import annotations

from decimal import Decimal

import pytest
from growth import grows_too_fast

from factcli.check import Checker
from factcli.check.against.checking import SourceChecker
from factcli.documents import parse_document
from factcli.drafts.review import Review, Terms, review_document
from factcli.drafts.waivers import find_waivers
from factcli.model.facts import Fact, Quantity, Reference

WRONG = "The Amia bombing killed 87 people."
RIGHT = "The Amia bombing killed 85 people."
UNKNOWN = "The baker sold 12 ovens."


@pytest.fixture(scope="module")
def checker() -> Checker:
    value = Quantity(amount=Decimal(85), unit="person")
    references = (Reference("a", "1", "85 people"),)
    return Checker(
        [Fact(id="deaths", kind="figure", statement=RIGHT, subject="Amia bombing", value=value, references=references)]
    )


def reasons(review: Review) -> list[str]:
    return [finding.reason for finding in review.findings if finding.verdict not in {"confirmed", "unknown"}]


COVERED = {
    "after it on its line": f"{WRONG} <!-- fact-ignore: disputed -->\n",
    "before it on its line": f"<!--fact-ignore:disputed-->{WRONG}\n",
    "alone on the line before": f"<!-- fact-ignore: disputed -->\n{WRONG}\n",
    "blank lines between": f"<!-- fact-ignore: disputed -->\r\n\r\n \r\n{WRONG}\r\n",
    "indented": f"  <!-- fact-ignore: disputed -->  \n{WRONG}\n",
    "a sentence over lines": "<!-- fact-ignore: disputed -->\nThe Amia\nbombing\nkilled 87 people. More.\n",
    "the second sentence of a line": "<!-- fact-ignore: disputed -->\nWords. The Amia bombing\nkilled 87 people.\n",
    "in a quotation": f"> <!-- fact-ignore: disputed -->\n>\n> {WRONG}\n",
    "in an item of a list": f"- <!-- fact-ignore: disputed -->\n  {WRONG}\n",
    "words that span lines": "The Amia bombing killed 87\npeople. <!-- fact-ignore: disputed -->\n",
}


@pytest.mark.parametrize("name", ["draft.md", "draft.txt"])
@pytest.mark.parametrize("text", COVERED.values(), ids=COVERED.keys())
def test_a_waiver_covers_its_line_or_the_next(checker: Checker, text: str, name: str) -> None:
    review = review_document(parse_document(text, name=name), checker)

    assert reasons(review) == []
    assert (review.summary.seen, review.summary.waived) == (1, 1)


def test_a_waiver_covers_what_no_source_states(checker: Checker) -> None:
    draft = parse_document("The mill has 77 looms. <!-- fact-ignore: counted by us -->\n", name="draft.md")

    review = review_document(draft, checker, sources=SourceChecker(["The mill has a yard."]))

    assert reasons(review) == []
    assert (review.summary.seen, review.summary.waived) == (1, 1)


NOT_COVERED = {
    "the next sentence": f"<!-- fact-ignore: disputed -->\nWords over\ntwo lines. {WRONG}\n",
    "a sentence after a heading": f"<!-- fact-ignore: disputed -->\n# The bombing\n{WRONG}\n",
    "the next item": f"<!-- fact-ignore: disputed -->\n- Words\n- {WRONG}\n",
    "the line after the next": f"<!-- fact-ignore: disputed -->\nWords.\n{WRONG}\n",
    "the line below one that it shares": f"Words. <!-- fact-ignore: disputed -->\n{WRONG}\n",
    "the line above": f"{WRONG}\n<!-- fact-ignore: disputed -->\n",
}


@pytest.mark.parametrize("name", ["draft.md", "draft.txt"])
@pytest.mark.parametrize("text", NOT_COVERED.values(), ids=NOT_COVERED.keys())
def test_a_waiver_covers_nothing_else_and_is_then_unused(checker: Checker, text: str, name: str) -> None:
    review = review_document(parse_document(text, name=name), checker)

    assert sorted(reasons(review)) == ["other-value", "unused-waiver"]


@pytest.mark.parametrize("comment", ["<!-- fact-ignore -->", "<!-- fact-ignore: -->", "<!-- fact-ignore:  -->"])
def test_a_waiver_without_a_reason_covers_nothing(checker: Checker, comment: str) -> None:
    review = review_document(parse_document(f"{WRONG} {comment}", name="draft.md"), checker)

    assert reasons(review) == ["other-value", "waiver-without-reason"]


@pytest.mark.parametrize(
    "text",
    [
        f"{WRONG} `<!-- fact-ignore: shown -->`",
        f"```html\n<!-- fact-ignore: shown -->\n```\n{WRONG}",
        f"~~~~\n~~~\n<!-- fact-ignore: shown -->\n~~~~~\n{WRONG}",
        f"{WRONG} <!-- fact-ignored: no -->",
        f"{WRONG} <!-- fact-ignore-next: no -->",
        f"{WRONG} <!-- please fact-ignore: no -->",
    ],
)
def test_what_is_shown_as_code_or_said_otherwise_is_not_a_waiver(checker: Checker, text: str) -> None:
    assert reasons(review_document(parse_document(text, name="draft.md"), checker)) == ["other-value"]


@pytest.mark.parametrize("text", [RIGHT, UNKNOWN, "Words."])
def test_a_waiver_of_what_is_not_wrong_is_unused(checker: Checker, text: str) -> None:
    review = review_document(parse_document(f"{text} <!-- fact-ignore: why -->", name="draft.md"), checker)

    assert reasons(review) == ["unused-waiver"]


def test_a_strict_check_takes_a_waiver_of_the_unknown(checker: Checker) -> None:
    document = parse_document(f"{UNKNOWN} <!-- fact-ignore: no fact yet -->", name="draft.md")

    review = review_document(document, checker, Terms(strict=True))

    assert (review.findings, review.summary.waived) == ((), 1)


def test_several_waivers_above_one_another_cover_the_same_line(checker: Checker) -> None:
    text = f"<!-- fact-ignore: one -->\n\n<!-- fact-ignore: two -->\n{WRONG}\n"

    assert reasons(review_document(parse_document(text, name="draft.md"), checker)) == []


def test_figures_of_a_reason_are_not_checked(checker: Checker) -> None:
    text = f"{WRONG} <!-- fact-ignore: the Amia bombing killed 99 people, says the mayor -->"

    assert review_document(parse_document(text, name="draft.txt"), checker).summary.seen == 1


def test_a_rule_about_waivers_can_be_switched_off(checker: Checker) -> None:
    document = parse_document(f"{RIGHT} <!-- fact-ignore: why -->", name="draft.md")

    assert reasons(review_document(document, checker, Terms(rules_off=frozenset({"unused-waiver"})))) == []


@pytest.mark.parametrize(
    "unit",
    [
        "<!-- fact-ignore: a -->\n",
        "<!-- fact-ignore: a -->",
        "<!-- fact-ignore:",
        "```\n<!-- fact-ignore: a -->\n",
        "<!--\t",
        "\n",
    ],
)
def test_many_waivers_take_time_in_proportion(unit: str) -> None:
    def find(text: str) -> object:
        return find_waivers(parse_document(f"{text}<!-- fact-ignore: a -->", name="draft.txt"))

    assert not grows_too_fast(find, unit * (20_000 // len(unit)))
