"""Offices and professions: which of them are one, which exclude one another, and which words change them."""

from __future__ import annotations

from factcli.english.rows import word_set

# Several words -> the one head that they are.
PHRASES = {
    phrase: "-".join(phrase.split())
    for phrase in (
        "prime minister", "executive chairman", "executive chairwoman", "non-executive chairman", "managing director",
        "managing editor", "executive editor", "deputy editor", "editor in chief", "executive director",
        "artistic director", "general secretary", "secretary general", "director general", "attorney general",
        "solicitor general", "surgeon general", "inspector general", "auditor general", "governor general",
        "chief of staff", "petty officer", "warrant officer", "flight lieutenant", "police officer",
        "first lady", "first minister", "head coach", "assistant coach", "goalkeeping coach", "head teacher",
        "lord mayor", "crown prince", "crown princess", "chief justice", "vice president", "vice chairman",
        "lieutenant general", "major general", "brigadier general", "lieutenant colonel", "rear admiral",
        "vice admiral", "chief operating officer", "chief technology officer", "chief information officer",
        "chief marketing officer",
        "sporting director", "technical director", "marketing director", "sales director", "creative director",
        "chief economist", "chief scientist", "chief engineer", "chief conductor", "chief curator",
        "commercial director", "operations director", "chief constable", "chief inspector",
        "music director", "poet laureate", "district attorney", "city manager", "news editor",
        "state senator", "state representative",
    )
}  # fmt: skip
PHRASES |= dict.fromkeys(
    ("chief executive officer", "chief executive", "ceo"), "chief-executive"
) | dict.fromkeys(
    ("chief financial officer", "finance chief", "finance director", "financial director", "cfo"),
    "chief-financial-officer",
)  # fmt: skip
PHRASES |= {
    "coo": "chief-operating-officer",
    "cto": "chief-technology-officer",
    "lt gen": "lieutenant-general",
    "maj gen": "major-general",
    "brig gen": "brigadier-general",
    "lt col": "lieutenant-colonel",
    "state sen": "state-senator",
    "state rep": "state-representative",
}
# Words for one office.
_ONE = (
    "prime-minister premier", "chairman chairwoman chair chairperson chairs", "spokesman spokeswoman spokesperson",
    "congressman congresswoman congressperson representative rep", "senator sen", "governor gov", "professor prof",
    "reverend rev", "general gen", "colonel col", "captain capt", "lieutenant lt", "sergeant sgt", "admiral adm",
    "commander cmdr", "major maj", "president pres", "secretary minister",
    "councillor councilor councilman councilwoman cllr", "policeman policewoman police-officer",
    "fireman firefighter", "actor actress", "doctor physician dr", "lawyer attorney",
    "director-general secretary-general general-secretary", "editor-in-chief executive-editor",
    "head-teacher headteacher principal", "head-coach coach manager", "adviser advisor aide", "councillor alderman",
    "film-maker filmmaker", "vice-chairman deputy-chairman", "novelist author writer",
    "journalist reporter correspondent", "fellow member", "businessman businesswoman entrepreneur",
)  # fmt: skip
SAME = {word: row.split()[0] for row in _ONE for word in row.split()}
# Who holds one office of a group does not hold another one of it.
_GROUPS = {
    "government": "director-general prime-minister secretary commissioner chancellor president governor mayor "
    "senator congressman ambassador councillor lord-mayor attorney-general first-minister chief-of-staff chief-justice "
    "envoy state-senator state-representative "
    "chief-economist chief-scientist vice-president treasurer speaker sheriff undersecretary",
    "company": "chief-executive chief-financial-officer chief-operating-officer chief-technology-officer "
    "chief-information-officer chief-marketing-officer executive-chairman chairman managing-director treasurer "
    "vice-chairman vice-president president marketing-director sales-director creative-director commercial-director "
    "operations-director technical-director",
    "newspaper": "managing-editor editor-in-chief deputy-editor news-editor publisher columnist",
    "church": "bishop archbishop primate cardinal pope priest pastor vicar curate deacon imam rabbi dean abbot canon "
    "archdeacon chaplain provost prior abbess nuncio verger rector",
    "navy": "rear-admiral vice-admiral petty-officer warrant-officer lieutenant commander captain admiral ensign "
    "sailor midshipman",
    "army": "general lieutenant-general major-general brigadier-general lieutenant-colonel colonel "
    "major captain lieutenant sergeant corporal private brigadier",
    "police": "policeman detective sergeant inspector superintendent sheriff constable commissioner",
    "science": "economist psychologist physicist chemist biologist sociologist anthropologist historian geologist "
    "astronomer mathematician philosopher linguist archaeologist botanist zoologist psychiatrist neurologist "
    "cardiologist epidemiologist virologist climatologist meteorologist oceanographer political-scientist",
    "health": "nurse doctor surgeon dentist pharmacist paramedic midwife physiotherapist psychiatrist vet optician",
    "law": "judge prosecutor coroner lawyer solicitor barrister magistrate district-attorney clerk",
    "sport": "goalkeeper defender midfielder striker referee head-coach quarterback pitcher",
    "peerage": "duke duchess marquess earl count countess viscount viscountess baron baroness",
    "music": "conductor pianist violinist cellist drummer bassist guitarist trumpeter saxophonist soprano tenor "
    "baritone flautist organist trombonist violist harpist percussionist clarinettist oboist bassoonist",
    "parliament": "mp mep msp mla senator congressman state-senator state-representative",
}
GROUPS = {
    word: frozenset(name for name, words in _GROUPS.items() if word in words.split())
    for words in _GROUPS.values()
    for word in words.split()
}
# On one paper, one film or one stage, whoever does one of these does not do another.
TRADES = word_set("""
    editor journalist columnist critic novelist photographer cartoonist publisher designer producer director
    """)
# These say little: their holder may hold any of the offices above.
GENERAL = word_set("""
    head leader boss chief director official executive-director executive founder co-founder owner politician lawmaker
    legislator expert star figure veteran candidate campaigner activist peer member host presenter guest resident
    analyst officer artistic-director
    """)
# Whoever leads a body does not do this for it.
LEADING = word_set("leader boss chairman president chief-executive executive-director general-secretary")
SERVING = word_set("treasurer spokesman clerk archivist caretaker receptionist")
# An office of one of the states is not one of the whole country: "US Senator", "state senator".
FEDERAL = ("US ", "United States ")
# Whoever studies a part of one of these may be called by the whole of it.
WHOLE_SCIENCES = word_set("biologist geologist ecologist psychologist technologist")
# A professor of one of these may be one of something in it.
WHOLE_FIELDS = word_set("medicine science engineering arts humanities studies law")
# What a minister is for, in the words of one of them.
FIELDS = {
    word: row.split()[0]
    for row in (
        "foreign external", "defence defense", "interior home", "finance treasury", "health", "education", "justice",
        "agriculture farming", "transport transportation", "energy", "trade commerce", "labour labor employment",
        "culture", "environment", "economy economic", "planning", "housing", "tourism", "fisheries", "immigration",
    )
    for word in row.split()
}  # fmt: skip
# Whoever helps is not the one who is helped.
HELPERS = word_set("assistant intern trainee apprentice understudy secretary-assistant")
_OTHERS = word_set("""
    academic scholar lecturer researcher scientist engineer architect designer producer director screenwriter
    playwright poet painter sculptor photographer film-maker singer rapper composer musician dancer model comedian
    chef farmer miner teacher student pupil nun monk soldier pilot driver banker broker trader accountant businessman
    socialite socialist liberal conservative communist anarchist feminist environmentalist republican democrat
    editor author novelist writer journalist critic historian spokesman prosecutor magnate heir widow actor
    registrar organizer organiser consultant lobbyist investor collector curator librarian publisher translator
    player forward winger cyclist runner swimmer boxer golfer sprinter jockey wrestler astronaut explorer mountaineer
    minister prince princess king queen count countess duke duchess earl baron baroness
    """)
ROLE_NOUNS = frozenset(GROUPS) | GENERAL | HELPERS | _OTHERS | frozenset(SAME) | frozenset(PHRASES.values())
_PROFESSIONS = frozenset().union(*(_GROUPS[name].split() for name in ("science", "health", "law", "music"))) | _OTHERS


def is_profession(word: str) -> bool:
    """Whether a word in small letters says what somebody does: "zoologist"."""
    return word in _PROFESSIONS or word.endswith(("ologist", "ographer"))


# Left out or added, they make another office of it.
RANKS = word_set("""
    deputy vice assistant associate acting practical lieutenant chief second third fourth petty
    honorary emeritus shadow student trainee junior
    """)
# Left out, they are still understood.
UNDERSTOOD = word_set("associate chief second third fourth emeritus honorary junior acting")
PARTIES = word_set("""
    labour conservative liberal republican democratic green crossbench independent socialist communist
    unionist nationalist libertarian
    """)
# Words before an office for one rank, or one party.
SAME_BEFORE = {
    "interim": "acting", "caretaker": "acting", "tory": "conservative", "labor": "labour", "democrat": "democratic",
}  # fmt: skip
FORMER = word_set("former ex then late onetime one-time erstwhile retired ousted outgoing past previous")
CURRENT = word_set("current now present incumbent")
COMING = word_set("future incoming next new aspiring would-be designate elect prospective potential")
# Groups whose titles are kept after the office has ended: "President Hale" of a former president.
KEPT_TITLES = frozenset({"government", "army", "navy", "church", "police"})
# Whoever holds one of these of one body seldom holds it of another: a director may have made many films.
OF_ONE_BODY = (
    frozenset(
        word
        for word, groups in GROUPS.items()
        if groups & {"government", "company", "newspaper", "church", "police", "army", "navy"}
    )
    | word_set("head leader boss chief executive-director spokesman editor prosecutor head-coach head-teacher owner")
    | word_set("mp mep msp mla")
) - word_set("treasurer columnist publisher")

# Titles that are surnames and parts of places too.
MAYBE_TITLES = frozenset({"justice", "king", "queen", "prince", "princess", "pope", "st", "saint", "state"})

# "Minister of", "chair at": what joins an office to its body.
OFFICE_PREPOSITIONS = frozenset({"of", "at", "for", "to", "in", "with", "on", "from"})
# "Candidate for mayor": what is sought.
SOUGHT = {f"{word} for ": "prospective " for word in ("candidate", "nominee", "contender")}
# Parts of an office that a hyphen joins to it.
JOINED_TO_OFFICES = frozenset({"ex", "then", "co", "elect", "designate"})

# What may come before an office.
OFFICE_DETERMINERS = word_set("a an the his her their our its")

# Words that nearly every sentence may have: they show nothing of whom it is about.
COMMON_WORDS = word_set(
    "year day week month time new make take get go come people man woman one two first last include"
)
# A description of a person ends with one of these.
ENDS_OF_OFFICES = word_set("who whose when that said")
