"""Who says what, in texts that try to mislead: each text with its quotations, their speakers and their offices."""

from __future__ import annotations

import pytest

from factcli.mentions.quotes.find import find_quotes

VERBS = [
    "grumbled",
    "muttered",
    "growled",
    "countered",
    "sighed",
    "snapped",
    "chuckled",
    "enthused",
    "mused",
    "lamented",
    "bristled",
    "insisted",
    "thundered",
    "chimed",
    "fumed",
    "scoffed",
    "gushed",
    "reflected",
    "reiterated",
    "confided",
    "recounted",
    "recalled",
    "interjected",
    "pleaded",
    "begged",
    "rejoined",
    "drawled",
    "barked",
    "bellowed",
    "screamed",
    "yelled",
    "murmured",
    "mumbled",
    "laughed",
    "joked",
    "ventured",
    "reasoned",
    "ruled",
    "wrote",
    "blogged",
    "texted",
    "posted",
    "opined",
    "contended",
    "shrugged",
    "cautioned",
    "volunteered",
    "stammered",
    "hissed",
]

SAID: dict[str, list[tuple[str, str | None, str | None]]] = {
    "A note in “the evening paper” praised Ellen Brandt for her wit.": [("the evening paper", None, None)],
    "A man of “The Evening Wire” deemed it a success.": [],
    "College of Nursing director Ellen Brandt said: “It is over.”": [
        ("It is over.", "Ellen Brandt", "Nursing director")
    ],
    "The Times quoted police as saying it was “over”.": [("over", "police", None)],
    "“Is it safe?” Ms Zhang replied: “It is.”": [("Is it safe?", None, None), ("It is.", "Zhang", None)],
    "“It is,” Ms Zhang replied: “Quite.”": [("It is", "Zhang", None), ("Quite.", "Zhang", None)],
    "“It is over,” said Harvard law professor Ellen Brandt.": [("It is over", "Ellen Brandt", "Harvard law professor")],
    "Interpol's Ellen Brandt said it was “over”.": [("over", "Ellen Brandt", None)],
    "“It is over,” said Ellen Brandt of Vestby.": [("It is over", "Ellen Brandt", None)],
    "“It is over,” said Sweden's Foreign Ministry.": [("It is over", "Sweden's Foreign Ministry", None)],
    "“How long?” Ms Park asked. “Two years,” the clerk said.": [
        ("How long?", "Park", None),
        ("Two years", None, None),
    ],
    "“Yes,” both men replied.": [("Yes", None, None)],
    "“We won,” Okoye beamed.": [("We won", "Okoye", None)],
    "“You lost!” Okoye was grinning.": [("You lost!", None, None)],
    "Garcia: “We lost the midfield.”": [("We lost the midfield.", "Garcia", None)],
    'Maria Okafor: "The court erred."': [("The court erred.", "Maria Okafor", None)],
    "**Priya Nair:** “Sales were soft.”": [("Sales were soft.", "Priya Nair", None)],
    "Justice Halloran: “The statute is clear.”": [("The statute is clear.", "Halloran", "Justice")],
    "Fans were angry. Coach Lee Park: “We go again.”": [("We go again.", "Lee Park", "Coach")],
    "The verdict: “Not guilty.”": [("Not guilty.", None, None)],
    "Question: “Will you resign?”": [("Will you resign?", None, None)],
    "One sign read: “Save our pier.”": [("Save our pier.", None, None)],
    "Dr Omar Haddad (University of Leeds): “The cells divide.”": [("The cells divide.", "Omar Haddad", None)],
    "Ellen Brandt, finance director: “Margins held.”": [("Margins held.", "Ellen Brandt", "finance director")],
    "“The market always wins.” — Ellen Brandt": [("The market always wins.", "Ellen Brandt", None)],
    "“The market always wins”\n— Ellen Brandt, economist": [("The market always wins", "Ellen Brandt", "economist")],
    '"We shall rebuild." – Mayor Tom Reyes': [("We shall rebuild.", "Tom Reyes", "Mayor")],
    '"We shall rebuild." -- Tom Reyes': [("We shall rebuild.", "Tom Reyes", None)],
    "“The market always wins” — a view that Brandt rejects.": [("The market always wins", None, None)],
    "“We were late” — London was closed.": [("We were late", None, None)],
    "“The appeal fails.” (Judge Ito)": [("The appeal fails.", "Ito", "Judge")],
    "“The appeal fails” (Naomi Ito).": [("The appeal fails", "Naomi Ito", None)],
    "“The appeal fails” (see page 4).": [("The appeal fails", None, None)],
    "“The appeal fails” (London).": [("The appeal fails", None, None)],
    "“The appeal fails” (Ito, 2019).": [("The appeal fails", None, None)],
    "In Naomi Ito’s words, “the appeal fails on every ground”.": [
        ("the appeal fails on every ground", "Naomi Ito", None)
    ],
    "It was, in the words of Naomi Ito, “a poor appeal”.": [("a poor appeal", "Naomi Ito", None)],
    'The plan is, in Brandt\'s words, "dead on arrival".': [("dead on arrival", "Brandt", None)],
    "In his words, “a poor appeal”.": [("a poor appeal", None, None)],
    "The plan was “dead on arrival”, in the words of the chancellor, Eva Stein.": [
        ("dead on arrival", "Eva Stein", "chancellor")
    ],
    "To quote Naomi Ito: “a poor appeal”.": [("a poor appeal", "Naomi Ito", None)],
    "To borrow Brandt’s phrase, “money never sleeps here”.": [("money never sleeps here", "Brandt", None)],
    "As Naomi Ito put it, “the appeal was hopeless”.": [("the appeal was hopeless", "Naomi Ito", None)],
    "“The appeal was hopeless”, as Naomi Ito put it.": [("The appeal was hopeless", "Naomi Ito", None)],
    "Brandt put it bluntly: “We are broke.”": [("We are broke.", "Brandt", None)],
    "As the coach, Lee Park, puts it: “We go again.”": [("We go again.", "Lee Park", "coach")],
    "The scheme is what Ellen Brandt called “a tax on thrift”.": [("a tax on thrift", "Ellen Brandt", None)],
    "It followed what Lee Park has called a “painful rebuild”.": [("painful rebuild", "Lee Park", None)],
    "What the union describes as “a betrayal” began in May.": [("a betrayal", "union", None)],
    "The so-called “painful rebuild” began.": [("painful rebuild", None, None)],
    "The storm was called “the worst in memory”.": [("the worst in memory", None, None)],
    "The plan was dubbed “a tax on thrift” by Ellen Brandt.": [("a tax on thrift", "Ellen Brandt", None)],
    "The plan was described as “reckless” by the mayor, Tom Reyes.": [("reckless", "Tom Reyes", "mayor")],
    "Ellen Brandt was described as “reckless” by critics.": [("reckless", None, None)],
    "Ellen Brandt was described by Tom Reyes as “reckless”.": [("reckless", "Tom Reyes", None)],
    "Ellen Brandt was accused of “reckless lending”.": [("reckless lending", None, None)],
    "Ellen Brandt was told that “the job is gone”.": [("the job is gone", None, None)],
    "“It is over”, Ellen Brandt chimed in.": [("It is over", "Ellen Brandt", None)],
    "“It is over”, Brandt shot back.": [("It is over", "Brandt", None)],
    "“It is over”, Brandt went on.": [("It is over", "Brandt", None)],
    "“It is over,” she sighed.": [("It is over", None, None)],
    "“First we cut.\n\n“Then we grew”, said Ellen Brandt.": [("First we cut. Then we grew", "Ellen Brandt", None)],
    "Ellen Brandt said: “First we cut.\n\n“Then we grew.\n\n“Then we sold.”": [
        ("First we cut. Then we grew. Then we sold.", "Ellen Brandt", None)
    ],
    '"First we cut.\n\n"Then we grew," Ellen Brandt said.': [("First we cut. Then we grew", "Ellen Brandt", None)],
    "“He told me ‘go home’ and I went”, said Ellen Brandt.": [
        ("He told me ‘go home’ and I went", "Ellen Brandt", None)
    ],
    "Ellen Brandt said: “My father, Tom Reyes, said ‘never borrow’.”": [
        ("My father, Tom Reyes, said ‘never borrow’.", "Ellen Brandt", None)
    ],
    "\u201cThe ap\xadpeal fails\u201d, said Naomi I\xadto.": [("The appeal fails", "Naomi Ito", None)],
    "\u201cThe appeal\u200b fails\u201d, said Naomi\u200b Ito.": [("The appeal fails", "Naomi Ito", None)],
    "\ufeff\u201cThe appeal fails\u201d, said Naomi Ito.": [("The appeal fails", "Naomi Ito", None)],
    '\u200b"The appeal fails"\u200b, said Naomi Ito.': [("The appeal fails", "Naomi Ito", None)],
    "> The appeal fails on every ground.\n> — Naomi Ito": [("The appeal fails on every ground.", "Naomi Ito", None)],
    "Naomi Ito wrote:\n\n> The appeal fails on every ground.\n\nIt was the end.": [
        ("The appeal fails on every ground.", "Naomi Ito", None)
    ],
    "> “The appeal fails on every ground.”\n>\n> — Naomi Ito, judge": [
        ("The appeal fails on every ground.", "Naomi Ito", "judge")
    ],
    "Ellen Brandt met Tom Reyes. “It is over”, he said.": [("It is over", None, None)],
    "Ellen Brandt listened as he said “it is over”.": [("it is over", None, None)],
    "“It is over”, said a man who knows Ellen Brandt.": [("It is over", None, None)],
    "“It is over”, a friend of Ellen Brandt said.": [("It is over", None, None)],
    "“It is over”, Ellen Brandt’s lawyer said.": [("It is over", None, "Ellen Brandt’s lawyer")],
    "Asked whether Ellen Brandt had said “it is over”, Tom Reyes laughed.": [("it is over", "Ellen Brandt", None)],
    "Tom Reyes denied that he had said “it is over”.": [("it is over", None, None)],
    "Ellen Brandt never said “it is over”.": [("it is over", None, None)],
    "“It is over.” Ellen Brandt was tired.": [("It is over.", None, None)],
    "Brandt, whom Reyes called “a snob”, left.": [("a snob", "Reyes", None)],
    "Brandt, called “a snob” by Reyes, left.": [("a snob", "Reyes", None)],
    "“It is over”, she told Tom Reyes.": [("It is over", None, None)],
    "“It is over”, the BBC reported.": [("It is over", "BBC", None)],
    "Voters said “enough”.": [("enough", None, None)],
    "Analysts said the deal was “a steal at the price”.": [("a steal at the price", None, None)],
    "The song “Purple Rain” played.": [],
    "He is 5'10\" tall and she is 5'4\" tall.": [],
    'A 27" screen and a 32" screen.': [],
    "The 5’10” guard and the 6’2” forward.": [],
    "The “Inception” director left.": [],
    "The 12″ and 7″ versions.": [],
    "The brother of Ellen Brandt said that it was “over”.": [("over", None, "brother of Ellen Brandt")],
    "A friend of Ellen Brandt called it “a scandal”.": [("a scandal", None, None)],
    "Ellen Brandt of the Lakeside Bank said “it is over”.": [("it is over", "Ellen Brandt", None)],
    "Ellen Brandt asked Tom Reyes to say “it is over”.": [("it is over", None, None)],
    "The Times quoted Ellen Brandt as saying “it is over”.": [("it is over", "Ellen Brandt", None)],
    "Ellen Brandt was quoted by The Times as saying: “It is over.”": [("It is over.", "Ellen Brandt", None)],
    "“It is over”, Ellen Brandt was quoted as saying.": [("It is over", "Ellen Brandt", None)],
    "Brandt laughed at the “plan” of Reyes.": [("plan", None, None)],
    "The results reflected “strong demand”, the bank said.": [("strong demand", "bank", None)],
    "Judge Ito ruled that the search was “unreasonable”.": [("unreasonable", "Ito", "Judge")],
    "The share price echoed “the old days”.": [("the old days", None, None)],
    "“The old days are gone”, said Boston native Ellen Brandt.": [("The old days are gone", "Ellen Brandt", None)],
    "“The old days are gone”, said a Boston native.": [("The old days are gone", None, None)],
    "“The old days are gone”, according to government sources.": [("The old days are gone", None, None)],
    "“The old days are gone”, said Ellen Brandt late Tuesday.": [("The old days are gone", "Ellen Brandt", None)],
    "“The old days are gone”, said Ellen Brandt outside Leeds Crown Court.": [
        ("The old days are gone", "Ellen Brandt", None)
    ],
    "Tom Reyes, quoting Ellen Brandt, said “it is over”.": [("it is over", "Tom Reyes", None)],
    "Speaking after the match, Lee Park said: “We were poor.”": [("We were poor.", "Lee Park", None)],
    "Lee Park, speaking after the match: “We were poor.”": [("We were poor.", "Lee Park", None)],
    "After the match Lee Park was blunt: “We were poor.”": [("We were poor.", None, None)],
    "Read more: “How we lost the midfield”": [("How we lost the midfield", None, None)],
    "See also: “how we lost the midfield”": [("how we lost the midfield", None, None)],
    "Photo: “the midfield is lost”": [("the midfield is lost", None, None)],
    "Sir Tom Reyes (Labour): “The House must decide.”": [("The House must decide.", "Tom Reyes", None)],
    "Q: “Will you resign?” A: “I will not.”": [("Will you resign?", None, None), ("I will not.", None, None)],
    "PARK: “We were poor.” BRANDT: “You were.”": [("We were poor.", "PARK", None), ("You were.", "BRANDT", None)],
    "Tom Reyes, who beat Ellen Brandt in May, called it “a fresh start”.": [("a fresh start", "Tom Reyes", None)],
    "In the words of one voter, “enough is enough”.": [("enough is enough", None, None)],
    "In other words, “enough is enough”.": [("enough is enough", None, None)],
    "In plain words, Brandt wanted “a clean break”.": [("a clean break", None, None)],
    "Enough, as the saying goes, is “as good as a feast”.": [("as good as a feast", None, None)],
    "“A feast”, as Brandt’s mother used to say.": [("A feast", None, "Brandt’s mother")],
    "Reyes’s plan is what critics called “a feast for lawyers”.": [("a feast for lawyers", None, None)],
    "The plan, which Brandt’s office called “bold”, failed.": [("bold", "Brandt’s office", None)],
    "“It is over.” – Reuters": [("It is over.", None, None)],
    "“It is over now” – London, 3 May 2019": [("It is over now", None, None)],
    "Brandt said the judge had told Reyes “to sit down”.": [("to sit down", None, "judge")],
    "Naomi Ito was asked by Tom Reyes whether she felt “let down”.": [("let down", "Tom Reyes", None)],
    "Naomi Ito said she had not said “never”.": [("never", None, None)],
    "Brandt did not rule out “a further cut”.": [("a further cut", None, None)],
    "No one called it “a further cut”.": [("a further cut", None, None)],
    "It is, to borrow a phrase of Brandt’s, “a further cut to the bone”.": [("a further cut to the bone", None, None)],
    '"It was a fair race," sighed Okoye, 29.': [("It was a fair race", "Okoye", None)],
    '"It was a fair race," Okoye, 29, sighed.': [("It was a fair race", "Okoye", None)],
    '"It was a fair race," Okoye countered: "You lost."': [
        ("It was a fair race", "Okoye", None),
        ("You lost.", "Okoye", None),
    ],
    "Okoye muttered something about “a fair race”.": [("a fair race", None, None)],
    "Okoye, muttering “a fair race”, left.": [("a fair race", "Okoye", None)],
    "Asked about Okoye, Park grumbled: “A fair race.”": [("A fair race.", "Park", None)],
    "Okoye told Park: “You lost.” Park replied: “We did not.”": [
        ("You lost.", "Okoye", None),
        ("We did not.", "Park", None),
    ],
    "“You lost.” “We did not.” Okoye and Park argued.": [("You lost.", None, None), ("We did not.", None, None)],
    "“You lost,” said Okoye. “We did not,” said Park.": [("You lost", "Okoye", None), ("We did not", "Park", None)],
    "“You lost!” Okoye said. “We did not!” Park said.": [("You lost!", "Okoye", None), ("We did not!", "Park", None)],
    "“You lost!” Okoye was beaming.": [("You lost!", None, None)],
    "His old school friend, Bo Li, said: “It rains.”": [("It rains.", "Bo Li", None)],
    "A spokeswoman for the state ministry of culture, Ana Ruiz, said: “It rains.”": [
        ("It rains.", "Ana Ruiz", "spokeswoman for the state ministry of culture")
    ],
}


@pytest.mark.parametrize("text", SAID)
def test_the_speaker_is_right_or_absent(text: str) -> None:
    read = [(each.value.text, each.value.speaker, each.value.role) for each in find_quotes(text)]

    assert read == SAID[text]


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize(
    "frame", ["“It is over”, {} Ellen Brandt.", "“It is over”, Ellen Brandt {}.", "Ellen Brandt {}: “It is over.”"]
)
def test_any_verb_of_saying_names_its_speaker(verb: str, frame: str) -> None:
    (mention,) = find_quotes(frame.format(verb))

    assert mention.value.speaker == "Ellen Brandt"


@pytest.mark.parametrize("verb", ["laughed at", "sighed over", "sang", "reflected", "growled about"])
def test_what_is_only_done_is_not_said(verb: str) -> None:
    (mention,) = find_quotes(f"Ellen Brandt {verb} the “good old days” again.")

    assert mention.value.speaker is None
