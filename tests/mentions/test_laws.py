"""What holds for any text: spans are true, mentions come in order and apart, and nothing is ever raised."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcli.mentions import find_mentions
from factcli.model.facts import Mention, Quantity

if TYPE_CHECKING:
    from decimal import Decimal

WORDS = """
    1 2 12 123 1,234 , . - – / : $ € US$ % million bn k m km feet ft in one two half a third of and to between from
    about over more than ( ) [ ] ' " ½ twenty hundred dozen second per year old USD Rs pence c p soldiers people the ²
    x 10 ^ e 5 ٣ point minus quarter ninety-five 2010 July May 's dollars cents °C C F lb st £ ‘ ’ “ ” + e999999999 U S a . b
"""
PIECES = [*WORDS.split(), "\ud800", "\0", "\n", "\u2028", "İ", "\uff11", "\u200b"]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=20).flatmap(
    lambda words: st.sampled_from(["", " ", "  "]).map(lambda gap: gap.join(words))
)
ANY_TEXT = TEXTS | st.text(max_size=80) | st.text(alphabet="0123456789 ,.-/$%kmbn", max_size=60)


def figures(text: str) -> list[Mention]:
    return [mention for mention in find_mentions(text) if mention.kind != "quote"]


@given(ANY_TEXT)
def test_a_span_holds_its_surface(text: str) -> None:
    assert all(text[mention.span.start : mention.span.end] == mention.surface for mention in find_mentions(text))


@given(ANY_TEXT)
def test_mentions_come_in_order_and_figures_stay_apart(text: str) -> None:
    starts = [mention.span.start for mention in find_mentions(text)]

    assert starts == sorted(starts)
    assert all(first.span.end <= second.span.start for first, second in pairwise(figures(text)))


@given(ANY_TEXT)
def test_no_mention_is_empty_or_starts_or_ends_with_a_space(text: str) -> None:
    assert all(mention.surface and mention.surface == mention.surface.strip() for mention in figures(text))


@given(st.decimals(min_value=0, max_value=10**12, places=2))
def test_a_number_with_groups_is_read_as_itself(number: Decimal) -> None:
    (mention,) = find_mentions(f"US${number:,}")

    assert isinstance(mention.value, Quantity)
    assert mention.value.amount == number


@given(st.integers(min_value=100, max_value=900), st.sampled_from(["million", "bn", "thousand"]))
def test_a_range_has_its_lower_end_below_its_upper_end(lower: int, scale: str) -> None:
    (mention,) = find_mentions(f"{lower}-{lower + 7} {scale} voters")

    assert isinstance(mention.value, Quantity)
    assert mention.value.lower is not None
    assert mention.value.upper is not None
    assert mention.value.lower < mention.value.upper


HOSTILE = {
    "digits": "1" * 32_000,
    "groups": "1," * 20_000,
    "exponents": "1e999999999 " * 500,
    "other digits": "٣٤٥ \uff11\uff12 " * 2_000,
    "vulgar fractions": "½" * 5_000,
    "superscripts": "5²" * 5_000,
    "lone surrogates": "5 \ud800 km " * 1_000,
    "nulls": "\0 5\0km" * 1_000,
    "signs": "$" * 16_000,
    "hyphens": "1-" * 16_000,
    "number words": "one " * 8_000,
    "scales": "million " * 8_000,
    "additions": "two and " * 4_000,
    "compounds": "12 ft " * 4_000,
    "shares": "3 out of " * 5_000,
    "ranges": "between 5 and " * 4_000,
    "stops": "a." * 20_000,
    "at signs": "a@" * 10_000,
    "addresses": "http://" * 5_000,
    "brackets": "(5" * 8_000,
    "one line": "5 km of road and " * 4_000,
    "spaces": " " * 50_000 + "5",
    "loose full stops": "5 U . S . troops . a . b. 6 " * 1_000,
    "combining marks": "e" + "\u0301" * 10_000 + " 5 km",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_text_is_read_without_an_error(text: str) -> None:
    mentions = find_mentions(text)

    assert all(text[mention.span.start : mention.span.end] == mention.surface for mention in mentions)
    assert len(mentions) <= len(text)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_what_is_read_from_a_hostile_text_grows_with_it(text: str) -> None:
    end = text[-3_000:]
    once, twice = len(find_mentions(end)), len(find_mentions(f"{end}\n{end}"))

    assert twice <= 2 * once + 2


def test_a_text_of_several_blocks_keeps_its_offsets() -> None:
    line = "The port cost US$7m, and 2,000 soldiers guard it.\n"

    mentions = find_mentions(line * 8_000)

    assert len(mentions) == 16_000
    assert {mention.surface for mention in mentions} == {"US$7m", "2,000 soldiers"}
