"""Which words of a text are quoted: a corpus, a negative corpus, and laws."""

# ruff: noqa: RUF001 - typographic marks are what is read here

from __future__ import annotations

import pytest
from growth import grows_too_fast
from hypothesis import given
from hypothesis import strategies as st

from factcli.mentions.quotes.find import find_quotes

# The words -> texts that quote them.
QUOTED = {
    "We will rebuild the bridge": [
        "“We will rebuild the bridge”, she said.",
        "“We will rebuild the bridge,” she said.",
        '"We will rebuild the bridge" was all she said.',
        "‘We will rebuild the bridge’, she said.",
        "'We will rebuild the bridge', she said.",
        "« We will rebuild the bridge », she said.",
        "„We will rebuild the bridge“, she said.",
        "„We will rebuild the bridge”, she said.",
        "»We will rebuild the bridge«, she said.",
        "»We will rebuild the bridge», she said.",
        "”We will rebuild the bridge”, she said.",
        "``We will rebuild the bridge'' , she said .",
        '" We will rebuild the bridge " , she said .',
        "(“We will rebuild the bridge”)",
        "“We will rebuild the bridge”",
        "The mayor—“We will rebuild the bridge”—was cheered.",
    ],
    "The workers’ rights matter": ["‘The workers’ rights matter’, he said.", "“The workers’ rights matter”, he said."],
    "The workers' rights matter": ["'The workers' rights matter', he said.", '"The workers\' rights matter", he said.'],
    "rock 'n' roll is dead": ["He wrote: 'rock 'n' roll is dead'."],
    "Goin' home": ["'Goin' home', he said."],
    "He told me “no” twice": ["‘He told me “no” twice’, she said."],
    "He told me 'no' twice": ["\"He told me 'no' twice\", she said."],
    "the bridge…must be rebuilt": ["It was said that “the bridge…must be rebuilt”."],
    "the bridge [over the Ouse] must … go": ["She said “the bridge [over the Ouse] must … go”."],
    "We did it.": ["“We did it.” Then she left.", 'He wrote: "We did it."'],
    "a": ["the letter “a” was missing"],
    "clear and present danger": ["He spoke of a “clear and present danger” and of ‘Paradise Lost’."],
    "One long line and its end": ["She wrote: “One long line\nand its end”."],
    "First part. Second part.": [
        "“First part.\n\n“Second part.”",
        '"First part.\n\n"Second part."',
        "‘First part.\n  ‘Second part.’",
        # Paragraphs that were joined where the text was copied.
        "“First part. “Second part.”",
        '"First part. "Second part."',
    ],
    "He said »no« twice": ["«He said »no« twice», she wrote.", "“He said »no« twice”, she wrote."],
    "It is so": ["“It is so ”—that was all.", "« It is so »: that was all.", "“It is so ” , she said."],
    "the second": ["A stray “ mark.\n\nThen came “the second” one.", "A stray “ mark; then came “the second” one."],
    "He left. “Stop,” she cried. I ran": ["“He left. “Stop,” she cried. I ran” was all she wrote."],
    "Yes, Minister": ["“Yes, Minister”, said Bernard."],
    "Terror": ["“Terror”, said Bo Li."],
}

NOTHING_QUOTED = [
    "",
    "The film ‘The Great Escape’ was shown.",
    "The project ‘Sembra Vida’ began in 2019.",
    'She wrote "The Return of the King" for the stage.',
    "They read 'Emma' and “War and Peace” at school.",
    "Don't, won't, it's: the dogs' bowls and James’ book.",
    "In the '90s and the ’80s, 'twas rock 'n' roll.",
    'He is 6\' 2" tall, 5\'11" in the morning, and the board is 12" wide.',
    "The workers' union met the farmers' league.",
    "O'Neill and D’Arcy fished in Land's End.",
    "His single, “Panini”, followed “Into the Wild.”",
    "The “19” of “1999”.",
    "A stray “ opens and nothing closes it.",
    'A stray " opens and nothing closes it.',
    "A stray ” closes what nobody opened.",
    "A stray” closes what nobody opened, a 12” and a 7” record too.",
    "The next page » and the last one »» follow « these.",
    "“” and \"\" and '' hold nothing; “...” neither.",
    "“One paragraph\n\nand another” are not one quotation.",
    "5 o’clock, ma’am; the Joneses’.",
]


@pytest.mark.parametrize(("words", "text"), [(words, text) for words, texts in QUOTED.items() for text in texts])
def test_quoted_words_are_found_without_their_marks(words: str, text: str) -> None:
    assert [mention.value.text for mention in find_quotes(text)] == [words]


@pytest.mark.parametrize("text", NOTHING_QUOTED)
def test_apostrophes_titles_inches_and_stray_marks_quote_nothing(text: str) -> None:
    assert find_quotes(text) == []


def test_two_quotations_of_a_sentence_are_two_mentions() -> None:
    mentions = find_quotes("It was “a start”, he said, and “not an end”.")

    assert [(mention.span, mention.surface) for mention in mentions] == [((8, 15), "a start"), ((32, 42), "not an end")]


def test_the_surface_of_a_quotation_over_paragraphs_is_what_is_printed() -> None:
    (mention,) = find_quotes("“One.\n\n“Two.”")

    assert mention.surface == "One.\n\n“Two."


marks_and_words = st.lists(
    st.sampled_from([*"“”„«»‘’‚\"'`.,?\n -", "s", " a ", "Bo Li", " said ", "n’t", "90s", "\n\n", "``", "''"]),
    max_size=60,
).map("".join)


@given(marks_and_words)
def test_a_span_points_at_its_surface(text: str) -> None:
    mentions = find_quotes(text)

    assert [text[mention.span.start : mention.span.end] for mention in mentions] == [m.surface for m in mentions]


@given(marks_and_words)
def test_quotations_come_in_order_and_do_not_overlap(text: str) -> None:
    places = [place for mention in find_quotes(text) for place in mention.span]

    assert places == sorted(places)


@pytest.mark.parametrize(
    "unit",
    ['"', "“", "‘", "'", "” ”a", "» »a «", '" ', "' a", "a' ", "“”", "“ “", '"\n\n', "‘s’ a", "„“", '"a" said X, '],
)
def test_the_time_of_reading_grows_with_the_text_and_not_with_its_square(unit: str) -> None:
    assert not grows_too_fast(find_quotes, unit * (6_000 // len(unit)))
