"""Words for people: verbs of speech, offices, bodies, honorifics, relatives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.english.calendar import CALENDAR_NAMES
from factcli.english.function_words import ARTICLES, SUBJECT_PRONOUNS
from factcli.english.rows import word_set

if TYPE_CHECKING:
    from collections.abc import Iterable

_REGULAR = (  # noqa: SIM905 - a table of words reads best as words
    "add announce argue assert claim declare state insist warn note tweet respond reply explain stress admit ask quip "
    "remark comment testify conclude reveal recall predict suggest joke vow concede complain observe repeat boast "
    "emphasise emphasize maintain allege contend continue report post shout whisper muse lament urge demand promise "
    "praise denounce describe condemn accuse blame thank criticise criticize label hail acknowledge "
    "protest retort proclaim pledge affirm confirm caution advise opine answer call cite cry exclaim lambast dismiss "
    "recognise recognize"
).split()
_IRREGULAR = {
    "say": "said says saying",
    "tell": "told tells telling",
    "write": "wrote writes writing written",
    "deny": "denied denies denying",
    "reply": "replied replies replying",
    "speak": "spoke speaks speaking",
    "testify": "testified testifies testifying",
    "cry": "cried cries crying",
    "quip": "quipped quips quipping",
    "vow": "vowed vows vowing",
    "admit": "admitted admits admitting",
    "read": "read reads reading",
}


def _forms(verb: str) -> Iterable[str]:
    if verb in _IRREGULAR:
        return (verb, *_IRREGULAR[verb].split())
    stem = verb.removesuffix("e")
    third = f"{verb}es" if verb.endswith(("s", "sh")) else f"{verb}s"
    return verb, third, f"{stem}ed", f"{stem}ing"


VERBS = {form: verb for verb in (*_REGULAR, *_IRREGULAR) for form in _forms(verb)}
"""Every form of a verb of speech -> its base form."""

# To the end of the sentence, their subject speaks: "X said that Y, and that he would ...".
REPORTING = word_set("say tell claim add announce declare state insist warn tweet argue write reveal")

# What these introduce is said by another, if the sentence names one who reports it.
REPORTED = word_set("thank recognise recognize acknowledge")
# Words that put something before the main clause.
OPENING_WORDS = word_set(
    "on in at after before since when while as during for with despite shortly against about around some many "
    "later earlier"
)

_FAMILY = word_set("father mother brother sister son daughter wife husband")
OFFICES = _FAMILY | word_set(
    "minister president secretary spokesman spokeswoman spokesperson director chief head leader chairman chairwoman "
    "chair chairperson governor mayor senator representative ambassador envoy commissioner commander general "
    "colonel captain admiral major sergeant lieutenant officer prosecutor judge justice lawyer attorney professor "
    "economist analyst author founder co-founder owner manager coach captain editor journalist official peer "
    "counterpart predecessor successor chancellor premier congressman congresswoman congressperson lawmaker "
    "legislator deputy activist researcher scientist expert king queen prince princess pope bishop archbishop "
    "cardinal pastor imam rabbi ceo cfo executive treasurer speaker adviser advisor aide negotiator mediator "
    "undersecretary vice-president councillor sheriff detective inspector superintendent engineer doctor historian "
    "critic candidate prime-minister star actor actress singer director player striker goalkeeper teacher resident "
    "neighbour witness widow"
)
# What is named beside an office: "foreign minister", "Secretary of State".
OFFICE_FIELDS = word_set(
    "state defense defence affairs interior treasury energy justice health education commerce labor labour "
    "transport transportation agriculture finance homeland security trade foreign staff veterans prime vice deputy "
    "culture environment police chief press economy planning"
)
BODIES = word_set(
    "ministry government department police army navy court company bank commission committee office agency union "
    "party council court parliament congress senate university institute foundation association federation "
    "administration embassy group team firm authority authorities organisation organization statement report "
    "military treasury study command"
)
# "The ministry report said": it is the ministry that speaks.
PAPERS = word_set("statement report study")
HONORIFICS = word_set("mr mrs ms mx dr sir dame lord lady mr. mrs. ms. dr. prof. prof rev. rev")
PARTICLES = word_set("de da del di do dos la le las los van von der den bin bint al el ibn y e du des af zu ter")
PRONOUNS = SUBJECT_PRONOUNS | {"who"}
FILLERS = word_set(
    "has have had did does do would will was is were also later then again recently previously himself herself once "
    "further repeatedly reportedly earlier since even only just simply merely never not today yesterday been"
)
# Capitalised, and yet not part of a name.
NO_NAMES = (
    ARTICLES
    | PRONOUNS
    | CALENDAR_NAMES
    | word_set("""
    in on at but and as when while after before although though if there this that these those about around some many
    """)
)
ADJECTIVE_ENDINGS = ("an", "ish", "ese", "ic", "ch")

# A noun, not a verb, comes after these: "its claims", "the report".
BEFORE_NOUNS = ARTICLES | {"his", "her", "its", "their", "of", "this"}
# Somebody who is named by somebody else: "Silva's deputy" is not Silva.
RELATED = _FAMILY | word_set("""
    deputy aide adviser advisor assistant predecessor successor rival spouse uncle aunt cousin nephew niece lawyer
    spokesman spokeswoman spokesperson chief boss colleague counterpart vice peer friend ally envoy representative
    secretary
    """)
# Words before a name that are not part of it: "Defence Secretary Silva".
TITLES = OFFICES | HONORIFICS | word_set("prime foreign defence defense former saint")
# With a full stop, and a name after it.
ABBREVIATED_TITLES = word_set("""
    mr mrs ms mx dr prof st sr jr messrs mme gen lt col capt cmdr adm sgt maj brig cpl pte sen rep gov pres hon rev fr
    supt det insp
    """)
# Nouns under which people of any kind are counted.
PERSONS = word_set("person people human individual life resident inhabitant citizen one")
# Names of one word that end like a plural.
NAMES_IN_S = word_set("""
    texas paris brussels athens naples wales cyprus laos honduras maldives philippines netherlands barbados bahamas
    seychelles mauritius kansas arkansas illinois massachusetts orleans lisbon damascus warsaw dallas angeles
    minneapolis
    calais reims cannes versailles tunis algiers sachs
    williams jones davis roberts edwards hughes evans adams
    phillips richards andrews peters stevens rogers hopkins jenkins simmons parsons saunders sanders siemens mercedes
    sainsburys waitrose boris charles james thomas nicholas lucas marcus louis agnes frances doris alps andes himalayas
    thames ganges tigris euphrates indus americans europeans africans asians russians germans italians
    """)
# Bodies and seats of power that a report names in passing.
INSTITUTIONS = word_set("""
    senate congress parliament house commons lords cabinet treasury pentagon kremlin bundestag knesset duma diet
    assembly court courts council government white washington westminster whitehall downing street republican
    republicans democrat democrats labour tories conservatives supreme capitol hill
    """)
