"""The words by which English says who spoke: verbs of speech, offices, bodies, honorifics; tables only."""

# ruff: noqa: SIM905 - a table of words reads best as words

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_REGULAR = (
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
REPORTING = frozenset("say tell claim add announce declare state insist warn tweet argue write reveal".split())

# What these introduce is told by another, if the sentence names one who reports it.
REPORTED = frozenset("thank recognise recognize acknowledge".split())
# Words that put something before the main clause.
OPENING_WORDS = frozenset(
    "on in at after before since when while as during for with despite shortly against about around some many "
    "later earlier".split()
)

OFFICES = frozenset(
    "minister president secretary spokesman spokeswoman spokesperson director chief head leader chairman chairwoman "
    "chair chairperson governor mayor senator representative ambassador envoy commissioner commander general "
    "colonel captain admiral major sergeant lieutenant officer prosecutor judge justice lawyer attorney professor "
    "economist analyst author founder co-founder owner manager coach captain editor journalist official peer "
    "counterpart predecessor successor chancellor premier congressman congresswoman congressperson lawmaker "
    "legislator deputy activist researcher scientist expert king queen prince princess pope bishop archbishop "
    "cardinal pastor imam rabbi ceo cfo executive treasurer speaker adviser advisor aide negotiator mediator "
    "undersecretary vice-president councillor sheriff detective inspector superintendent engineer doctor historian "
    "critic candidate prime-minister star actor actress singer director player striker goalkeeper teacher resident "
    "neighbour witness father mother brother sister son daughter wife husband widow".split()
)
# What stands beside an office: "foreign minister", "Secretary of State".
OFFICE_FIELDS = frozenset(
    "state defense defence affairs interior treasury energy justice health education commerce labor labour "
    "transport transportation agriculture finance homeland security trade foreign staff veterans prime vice deputy "
    "culture environment police chief press economy planning".split()
)
BODIES = frozenset(
    "ministry government department police army navy court company bank commission committee office agency union "
    "party council court parliament congress senate university institute foundation association federation "
    "administration embassy group team firm authority authorities organisation organization statement report "
    "military treasury study command".split()
)
# "The ministry report said": it is the ministry that speaks.
PAPERS = frozenset("statement report study".split())
HONORIFICS = frozenset("mr mrs ms mx dr sir dame lord lady mr. mrs. ms. dr. prof. prof rev. rev".split())
ARTICLES = frozenset("the a an".split())
PARTICLES = frozenset(
    "de da del di do dos la le las los van von der den bin bint al el ibn y e du des af zu ter".split()
)
PRONOUNS = frozenset("he she they it we i you who".split())
FILLERS = frozenset(
    "has have had did does do would will was is were also later then again recently previously himself herself once "
    "further repeatedly reportedly earlier since even only just simply merely never not today yesterday been".split()
)
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
# Capitalised, and yet no part of a name.
NO_NAMES = (
    ARTICLES
    | PRONOUNS
    | WEEKDAYS
    | frozenset(
        "january february march april may june july august september october november december in on at but and "
        "as when while after before although though if there this that these those about around some many".split()
    )
)
ADJECTIVE_ENDINGS = ("an", "ish", "ese", "ic", "ch")
# Where a noun phrase cannot reach across, besides punctuation.
PHRASE_ENDS = frozenset(
    "the a an this that these those of for in on at by to from with as and or but nor which when while after before "
    "since because if is was were are be been has have had his her its their my our your said says".split()
)
