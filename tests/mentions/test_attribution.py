"""Who is quoted: a corpus of attributions with speaker and role."""

from __future__ import annotations

import pytest

from factcli.mentions.quotes.find import find_quotes

# (speaker, role) -> texts with one quotation each.
SPEAKERS = {
    ("Ana Ruiz", None): [
        "“It rains”, said Ana Ruiz.",
        "“It rains,” Ana Ruiz said.",
        "“It rains?” asked Ana Ruiz.",
        "Ana Ruiz said: “It rains.”",
        "Ana Ruiz told reporters that it was “rain at last”.",
        "Ana Ruiz, who came late, said that it was “rain at last”.",
        "On 3 May Ana Ruiz on Monday also said “it rains”.",
        "According to Ana Ruiz, “it rains”.",
        "“It rains”, according to Ana Ruiz.",
        "Ms. Ana Ruiz has repeatedly warned of “rain at last”.",
        "Ana Ruiz left early, adding that it was “rain at last”.",
        "Ana Ruiz met Bo Li, praising him for his “love of rain”.",
        "Ana Ruiz said that rain would come, and that he would call it “a gift”.",
        "“It rains”, wrote\nAna Ruiz in a letter.",
        "The farmers met. “It rains”, Ana Ruiz (then 40) said.",
        "It was “rain at last” for all the farmers, Ana Ruiz told the radio.",
        "About 20 days later, Ana Ruiz signed a letter saying that it was “rain at last”.",
        "The United States was dry; it was “rain at last”, said Ana Ruiz.",
        "It was “rain”, said Ana Ruiz, and Bo Li replied that he disagreed.",
        "“It rains”, a smiling Ana Ruiz said.",
        "“It rains”, an exhausted Ana Ruiz told the farmers.",
        "“It rains,” bus driver Ana Ruiz said.",
        "“It rains,” the bus driver Ana Ruiz said.",
        "“It rains,” Harbour master Ana Ruiz said.",
        "“It rains,” Leeds bus driver Ana Ruiz told the farmers.",
        "“It rains”, said bus driver Ana Ruiz.",
        "“It rains”, said the bus driver Ana Ruiz on Monday.",
        "“It rains,” is how Ana Ruiz put it.",
        "“It rains” is what Ana Ruiz said.",
        "“The rain” was what Ana Ruiz called it.",
        "“It rains.” So says Ana Ruiz, who has farmed here for years.",
        "Said Ana Ruiz: “It rains.”",
        "Ana Ruiz snapped back: “It rains.”",
        "Ana Ruiz piped up: “It rains.”",
        "Ana Ruiz’s verdict: “It rains.”",
        "Ana Ruiz’s reply was blunt: “It rains.”",
    ],
    ("Ana Ruiz", "water minister"): [
        "“It rains”, said the water minister, Ana Ruiz.",
        "“It rains”, said Ana Ruiz, the water minister.",
        "“It rains”, the water minister, Ana Ruiz, said.",
        "“It rains”, Ana Ruiz, the water minister, said.",
        "The water minister, Ana Ruiz, tweeted that it was “rain at last”.",
        "Ana Ruiz, the water minister, claimed that it was “rain at last”.",
    ],
    ("Ana Ruiz", "spokeswoman"): [
        "“It rains”, said spokeswoman Ana Ruiz.",
        "A spokeswoman, Ana Ruiz, said “it rains”.",
    ],
    ("Ana Ruiz", "President"): ["“It rains”, President Ana Ruiz said.", "President Ana Ruiz said “it rains”."],
    ("Ana Ruiz", "US Secretary of State"): ["“It rains”, said US Secretary of State Ana Ruiz."],
    ("Ana Ruiz", "head of the weather office"): ["“It rains”, said Ana Ruiz, head of the weather office."],
    ("Ana Ruiz", "Peru’s prime minister"): ["“It rains”, said Peru’s prime minister, Ana Ruiz."],
    (None, "water minister"): ["“It rains”, the water minister said.", "The water minister said “it rains”."],
    ("Ana Ruiz", "farm’s director"): [
        "“It rains,” the farm’s director, Ana Ruiz, said.",
        "“It rains,” said the farm’s director, Ana Ruiz.",
    ],
    (None, "farm’s director"): ["“It rains,” the farm’s director said.", "The farm’s director said “it rains”."],
    (None, "spokesman for the harbour"): ["A spokesman for the harbour said “it rains”."],
    (None, "spokeswoman for the rail operator"): ["“It rains,” a spokeswoman for the rail operator said."],
    (None, "Ruiz’s spokesman"): ["“It rains”, said Ruiz’s spokesman."],
    ("J. K. Ruiz", None): ["“It rains”, said J. K. Ruiz.", "J. K. Ruiz said “it rains”."],
    ("Jan van der Meer", None): ["“It rains”, said Jan van der Meer.", "Jan van der Meer wrote: “It rains”."],
    ("Peruvian water ministry", None): [
        "The Peruvian water ministry said that it was “rain at last”.",
        "On the day, the Peruvian water ministry left, claiming that Ruiz had recognised “the rain”.",
        "The Peruvian water ministry report was thin, saying only that Ruiz thanked Li for “the rain”.",
    ],
    ("Peru’s government", None): ["Peru’s government denounced “the rain”."],
    ("Northern Command", None): ["The Northern Command (Norcom) responded that it had been “rain at last”."],
    ("Álvaro Núñez", None): ["“Llueve”, dijo nobody; it was “rain”, said Álvaro Núñez."],
    ("Ruiz", None): ["Ruiz thanked Li for “the rain”.", "“It rains”, Mr. Ruiz said.", "“It rains”, said Mrs Ruiz."],
    (None, None): [
        "“It rains”, he said.",
        "He said: “It rains.”",
        "She called it “rain”.",
        "It was “rain”.",
        "“It rains.”",
        "The rain, which they described as “a gift”, stopped.",
        "Ana Ruiz left. It was “rain”.",
        "“It rains.” Ana Ruiz said no more.",
        "The report on “rain” was thick.",
        "Ana Ruiz saw the “rain” of the report.",
        "Critics of Ana Ruiz’s answer were brief: “It rains.”",
        "Ana Ruiz’s film review: “It rains.”",
        "“It rains”, a council Ana Ruiz led said.",
        "“It rains”, said a man Ana Ruiz knew.",
        "“It rains.” So Ana Ruiz left.",
        "“It rains” is what Ana Ruiz was told.",
        "“It rains”, said a man Ana Ruiz had met.",
        "“It rains”, which Ana Ruiz never said.",
        "“It rains”, people who met Ana Ruiz said.",
        "“It rains.” Farmers Ana Ruiz met said no more.",
        "A friend of the mayor said “it rains”.",
        "The price for the harbour said “it rains”.",
    ],
}


@pytest.mark.parametrize(("said_by", "text"), [(who, text) for who, texts in SPEAKERS.items() for text in texts])
def test_the_speaker_is_the_one_whom_the_text_names(said_by: tuple[str | None, str | None], text: str) -> None:
    value = find_quotes(text)[-1].value

    assert (value.speaker, value.role) == said_by


@pytest.mark.parametrize(
    "text",
    [
        "“It rains”, said Ana Ruiz, “and it pours.”",
        "“It rains,” Ana Ruiz said. “It pours.”",
        "Ana Ruiz said: “It rains.” “It pours.”",
        "Ana Ruiz said that it was “rain” – and that it was “a gift”.",
    ],
)
def test_the_attribution_of_one_part_holds_for_the_other(text: str) -> None:
    assert [mention.value.speaker for mention in find_quotes(text)] == ["Ana Ruiz", "Ana Ruiz"]


def test_each_of_two_speakers_says_their_own_part() -> None:
    mentions = find_quotes("Ana Ruiz said “it rains”, Bo Li replied “it pours”.")

    assert [mention.value.speaker for mention in mentions] == ["Ana Ruiz", "Bo Li"]
