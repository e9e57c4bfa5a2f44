"""Findings as Web Annotations (W3C): what is selected is in the text, and what is said is plain text."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from factcli.documents import parse_document

if TYPE_CHECKING:
    from running import Run

DRAFT = """# Notes

The bombing of the Amia centre in Buenos Aires killed **87** people. <!-- fact-ignore: the count of that night -->

É 😀. A ferry carried 640 cars.
"""


def annotations(run: Run, text: str, *options: str) -> list[dict[str, Any]]:
    ended = run("check", "-", "--stdin-name", "a b.md", "--format", "annotations", *options, typed=text.encode())
    page = json.loads(ended.out)
    assert (page["@context"], page["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage")
    items: list[dict[str, Any]] = page["items"]
    return items


def values(annotation: dict[str, Any], purpose: str) -> list[str]:
    return [body["value"] for body in annotation["body"] if body["purpose"] == purpose]


def test_both_selectors_select_the_words_in_the_text_without_markup(piped: Run) -> None:
    text = parse_document(DRAFT, name="a.md").text
    [waived, unknown] = annotations(piped, DRAFT)

    quote, position = unknown["target"]["selector"]
    assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
    assert text[position["start"] : position["end"]] == quote["exact"] == "640 cars"
    assert text.endswith(quote["prefix"] + quote["exact"] + quote["suffix"])
    assert waived["target"]["selector"][0]["exact"] == "87 people"


def test_an_annotation_has_an_iri_of_its_own_a_target_and_plain_bodies(piped: Run) -> None:
    items = annotations(piped, DRAFT + "\nA ferry carried 640 cars.\n")

    assert len({item["id"] for item in items}) == 3
    assert {item["type"] for item in items} == {"Annotation"}
    assert {item["target"]["source"] for item in items} == {"a%20b.md"}
    assert {body["format"] for item in items for body in item["body"] if "value" in body} == {"text/plain"}


def test_bodies_say_the_verdict_the_fact_and_why_it_is_waived(piped: Run) -> None:
    [waived, unknown] = annotations(piped, DRAFT)

    assert values(waived, "tagging") == ["contradicted", "other-value", "waived: line 3: the count of that night"]
    assert values(waived, "editing") == ["85 people"]
    assert values(waived, "describing")[0].startswith("amia-bombing-deaths: The bombing of")
    assert values(unknown, "tagging")[0] == "unknown"


def test_a_draft_without_mentions_is_an_empty_page(piped: Run) -> None:
    assert annotations(piped, "Nothing.") == []
