"""Block quotations: which blocks are quotations, what they say, and who says it."""

from __future__ import annotations

import pytest

from factcli.documents import parse_document
from factcli.mentions import find_mentions
from factcli.mentions.quotes.find import find_quotes
from factcli.model.facts import Span

WORDS = "The appeal fails on every ground."
ITO = (WORDS, "Naomi Ito", None)
BLOCKS = {
    f"> {WORDS}\n> — Naomi Ito": ITO,
    f"> {WORDS}\n>\n> -- Naomi Ito, 3 May 2019\n\nIt was the end.": ITO,
    f"> {WORDS}\n\n— Naomi Ito\n": ITO,
    f"Naomi Ito wrote:\n\n> {WORDS}\n\nIt was the end.": ITO,
    f"It was a long day. As Naomi Ito put it:\n> {WORDS}\n": ITO,
    "Naomi Ito ruled:\n\n> The appeal fails\n> on every ground.\n": ITO,
    f"> “{WORDS}”\n>\n> — Naomi Ito": ITO,
    f"Naomi Ito (Leeds):\n\n> {WORDS}\n": ITO,
    f"> {WORDS}\n> — Naomi Ito, judge": (WORDS, "Naomi Ito", "judge"),
    f"<blockquote>\n<p>{WORDS}</p>\n<cite>Naomi Ito</cite>\n</blockquote>\n": ITO,
    f"<blockquote cite='x'>{WORDS}</blockquote>\n— Naomi Ito\n": ITO,
    f"She wrote:\n\n> {WORDS}\n": (WORDS, None, None),
    "> The appeal, a “sham”, fails.\n> — Naomi Ito": ("The appeal, a “sham”, fails.", "Naomi Ito", None),
}
NO_QUOTATIONS = [
    "> **Note:** install 3 pumps before winter.",
    "> The appeal fails on every ground.",
    "Steps:\n\n> Boil 3 litres of water.",
    "> one\n> two\n> three",
    ">",
    "a > b, and b > c",
    "<blockquote></blockquote>",
    "Naomi Ito left.\n\n> The appeal fails on every ground.\n",
    "> The appeal fails — Naomi Ito was late.",
    "> ![a picture](x.png)\n\n— London, 3 May 2019",
]


@pytest.mark.parametrize("text", BLOCKS)
def test_a_block_with_its_speaker_is_a_quotation(text: str) -> None:
    (mention,) = find_quotes(text)

    assert (mention.value.text, mention.value.speaker, mention.value.role) == BLOCKS[text]
    assert text[mention.span.start : mention.span.end] == mention.surface


@pytest.mark.parametrize("text", NO_QUOTATIONS)
def test_a_block_that_nobody_is_said_to_say_is_not(text: str) -> None:
    assert find_quotes(text) == []


def test_figures_in_a_block_are_still_read() -> None:
    mentions = find_mentions("> We lost 40 jobs in May.\n> — Naomi Ito")

    assert [mention.kind for mention in mentions] == ["quote", "quantity", "date"]


def test_a_block_quotation_of_a_markdown_file_keeps_its_speaker() -> None:
    document = parse_document(
        "Naomi Ito ruled:\n\n> The appeal *fails*\n> on every ground.\n\n> A note.\n", name="a.md"
    )

    mentions = find_quotes(document.text, document.block_quotes)

    assert [(each.value.text, each.value.speaker) for each in mentions] == [ITO[:2]]


def test_invisible_characters_do_not_move_a_block_quotation() -> None:
    text = "\u200bShe wrote:\n\nThe ap\u00adpeal fails on\u200b every ground.\u200b\n\nEnd."
    block = Span(text.index("The"), text.index("\n\nEnd"))

    (mention,) = find_quotes(text, [block])

    assert mention.value.text == WORDS
    assert text[mention.span.start : mention.span.end] == mention.surface
