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
        "Bo Li called the rain “late”, while Ana Ruiz described it as “a gift”.",
        "Ana Ruiz denied the claim, saying it was “a gift”.",
        "Ana Ruiz declined to comment, but said that it was “a gift”.",
        "Ana Ruiz denied that she was late, calling it “a gift”.",
        "Ana Ruiz called the rain “late” and Leeds “a gift”.",
        "Ana Ruiz farms in Leeds. “It rains”, she said.",
        "Ana Ruiz farms in Leeds. It was May. She told reporters: “It rains.”",
        "“It rains,” said Ana Ruiz of the council. Then she left. “It pours,” she added.",
        "“It rains,” her former pupil Ana Ruiz said.",
        "“It rains,” the defendant, Ana Ruiz, told the court.",
        "The court read a letter from Ana Ruiz, who wrote that it was “a gift”.",
        "“It rains”, said a man who knew Ana Ruiz, who said that it was “a gift”.",
        "Ana Ruiz left early and called it “a gift”.",
        "Ana Ruiz refused to stay but said that it was “a gift”.",
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
    ("Ilse Brandt", None): [
        "“It rains,” said Ilse Brandt. “It pours,” she added.",
        "Ilse Brandt, 54, farms near Leeds. “It rains,” she said.",
        "Ilse Brandt, who farms near Leeds, was glad. “It rains,” said she.",
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
    (None, "son of Ana Ruiz"): ["The son of Ana Ruiz, who said “it rains”, left."],
    (None, "neighbour"): ["“It rains”, said a neighbour Ana Ruiz knew."],
    ("Ana Ruiz", "Violinist"): [
        "Violinist Ana Ruiz said: “It rains.”",
        "Violinist Ana Ruiz farms in Leeds. “It rains,” she said.",
    ],
    ("Dean Martin Smith", None): ["Dean Martin Smith said: “It rains.”"],
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
        "Leeds United lost again. “It rains,” he said.",
        "Burnley lost again. “It rains,” he said.",
        "Ana Ruiz left.\n\n“It rains,” she said.",
        "Ana Ruiz left. Her brother stayed. “It rains,” he said.",
        "Ana Ruiz’s farm was lost. “It rains,” he said.",
        "The officers arrested Ana Ruiz. “It rains,” she said.",
        "Mr Ruiz bought the farm in May. “It rains,” she said.",
        "Ana Ruiz farms in Leeds. “It rains”, they said.",
        "Ana Ruiz farms in Leeds. “It rains”, said a man who knew her.",
        "“It rains,” said Ana Ruiz. Bo Li laughed. “It pours,” he added.",
        "“It rains,” said Norvik Bank. “It pours,” she added.",
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
        "Nobody at the farm said “it rains”.",
        "Ana Ruiz met a man who laughed and called it “a gift”.",
        "Ana Ruiz left and Bo Li stayed and called it “a gift”.",
        "Ana Ruiz left while her brother stayed and called it “a gift”.",
        "Grant Motors lost again. “It rains,” he said.",
        "“It rains.” So Ana Ruiz left.",
        "“It rains” is what Ana Ruiz was told.",
        "Ana Ruiz denied calling the rain “a gift”.",
        "Ana Ruiz denies ever having called the rain “a gift”.",
        "Ana Ruiz denied that Bo Li had called the rain “a gift”.",
        "Ana Ruiz refused to call the rain “a gift”.",
        "Ana Ruiz stopped short of calling the rain “a gift”.",
        "Ana Ruiz left without saying that it was “a gift”.",
        "“It rains”, Ana Ruiz did not say.",
        "Ana Ruiz called the rain “late”, while Bo Li found it “a curse”.",
        "Ana Ruiz described the rain as “late” but Bo Li thought it “a curse”.",
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
        "Ana Ruiz farms in Leeds. “It rains,” she said, “and it pours.”",
        "Ana Ruiz said: “It rains.” “It pours.”",
        "Ana Ruiz said that it was “rain” – and that it was “a gift”.",
    ],
)
def test_the_attribution_of_one_part_holds_for_the_other(text: str) -> None:
    assert [mention.value.speaker for mention in find_quotes(text)] == ["Ana Ruiz", "Ana Ruiz"]


def test_each_of_two_speakers_says_their_own_part() -> None:
    mentions = find_quotes("Ana Ruiz said “it rains”, Bo Li replied “it pours”.")

    assert [mention.value.speaker for mention in mentions] == ["Ana Ruiz", "Bo Li"]


def test_each_of_two_names_something_differently() -> None:
    mentions = find_quotes("While Ana Ruiz called it “a gift”, Bo Li described it as “a curse”.")

    assert [mention.value.speaker for mention in mentions] == ["Ana Ruiz", "Bo Li"]
