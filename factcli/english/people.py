"""Words for people: verbs of speech, offices, bodies, honorifics, relatives, ages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from factcli.english.calendar import CALENDAR_NAMES
from factcli.english.function_words import ARTICLES, SUBJECT_PRONOUNS
from factcli.english.rows import word_set

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

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

# What makes a number one of years of a life, and whose.
AGE_CUES = word_set("aged age ages")
# "Aged between 16 and 24", "aged about 40".
AGE_FILLERS = word_set("between from about around just only roughly nearly almost over under least at most of or below")
# "The median age was 38", "raise the retirement age to 67".
AGE_LINKS = word_set("is was be are were of at to from")
# "He died at 91", "she turned 50".
LIFE_VERBS = word_set("died dies die dead married marries marry retired retires retire retiring divorced widowed")
TURNS = word_set("turned turns turn turning")
# What may follow an age after a verb of life: "died at 91 in Leeds".
AFTER_AGES = word_set("in on from after of when while last and following this yesterday today following but during")
# "People over 18"; only of people is "over" a number an age.
AGED_PEOPLE = word_set(
    "people adults those anyone everyone anybody everybody person children child men women man woman girls boys kids",
    "residents patients citizens voters teenagers pensioners workers drivers males females students individuals",
    "passengers smokers viewers youngsters participants customers applicants americans britons mothers fathers",
)
PERSONAL_PRONOUNS = word_set("he she who")
ANY_PRONOUNS = word_set("he she who i we they you")
FORMS_OF_BE = word_set("is was are were am be")
# "She was only 19", "now 46".
AGE_ADVERBS = word_set("only just still already now then nearly almost about barely")
# "In Texas, 25, were hurt": the name after one of these is a place and has no age.
PLACE_PREPOSITIONS = word_set("in near at across around within outside inside to")
# What may follow the second comma of "Smith, 46, of Leeds".
AFTER_NAME_AND_AGE = word_set("from of who")
# "Over the age of 18".
AGE_BOUNDS: Mapping[str, Literal["<", ">"]] = {"over": ">", "above": ">", "under": "<", "below": "<"}
# Near one of these, the number after a name is not an age: "Leeds, 46, and Hull, 41, have most points".
COUNTS_OF_NAMES = word_set(
    "points point goals scored scores wickets votes seats rebounds assists yards tries medals wins chapter page",
    "verse score scoring polled averaged totalled ranked rank per percent flight room channel",
)
