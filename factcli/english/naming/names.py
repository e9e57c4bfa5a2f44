"""Words in and around names: titles, suffixes, institutions, spellings that both are right."""

from __future__ import annotations

from factcli.english.people import HONORIFICS, OFFICE_FIELDS, OFFICES, POSTS_BEFORE_NAMES, RANKS
from factcli.english.rows import word_set

# Before a name, and no part of it.
TITLES_BEFORE_NAMES = (
    (
    OFFICES
    | HONORIFICS
    | RANKS
    | POSTS_BEFORE_NAMES
    | OFFICE_FIELDS
    | word_set("former acting councillor saint brother sister")
    )
    - word_set("king queen prince princess pope star press state trade labour labor police security justice fr st")
)  # fmt: skip
NAME_SUFFIXES = word_set("jr sr ii iii iv phd md mp qc kc obe mbe cbe esq ltd inc plc llc corp co")
# Of one family, these tell apart who has the same name.
GENERATIONS = word_set("jr sr ii iii iv")
# Particles by which a name is known; the others are left out, or written for one another.
KEPT_PARTICLES = word_set("van von bin bint al el ibn")
# Inside the names of places: "Aix-en-Provence", "Stratford-upon-Avon".
JOINTS_OF_PLACES = word_set("en sur sous du de des la le les lès aux am an der upon on by in et y")
# Korean surnames, which come first.
KOREAN_SURNAMES = frozenset(
    "Kim Lee Park Choi Jung Jeong Chung Kang Cho Jo Yoon Yun Jang Chang Lim Han Oh Seo Suh Shin Kwon Hwang Ahn An Song "  # noqa: SIM905 - a table
    "Yoo Yu Hong Moon Ban Son Bae Baek Heo Nam Noh Roh Ryu Koo Ko Ha Cha Joo Min Na Ri Pak Hyun Woo Yang Bong".split()
)
# Before the name of a ship, and often left out.
SHIP_PREFIXES = frozenset({"MV", "MS", "MT", "SS", "HMS", "HMAS", "HMCS", "RMS", "RRS", "RV", "FV", "MY", "SY", "USS"})
# What follows a possessive or a title inside a name: "Governor House", "King's College".
INSTITUTIONS = word_set(
    "college school university hospital church cathedral club house hall park street road avenue square bridge cross "
    "court office department ministry council committee commission association society institute trust foundation bank"
)
# Capitalised where they open a sentence, and rarely in a name.
OPENING_COMMON = word_set(
    "police officials residents critics supporters scientists researchers doctors analysts experts lawyers prosecutors "
    "investigators authorities witnesses voters fans former fellow dear hello hi thanks meanwhile yesterday today "
    "tomorrow tonight manager captain defender midfielder striker goalkeeper winger forward coach boss writer author "
    "actor actress singer father mother brother sister son daughter wife husband about according said asked like"
)
# Words of names that are spelt in two ways on both sides of an ocean.
TWO_SPELLINGS: tuple[frozenset[str], ...] = tuple(
    map(
        word_set,
        (
            "center centre", "theater theatre", "harbor harbour", "labor labour", "defense defence",
            "organization organisation", "organizations organisations", "color colour", "program programme",
            "honor honour", "gray grey", "councilor councillor", "catalog catalogue", "tire tyre", "fiber fibre",
            "license licence", "mold mould", "savior saviour", "armor armour", "favorite favourite",
            "judgment judgement", "acknowledgment acknowledgement", "jewelry jewellery", "plow plough",
            "traveler traveller",
            "womens women", "mens men", "childrens children", "premier premiere",
        ),
    )
)  # fmt: skip
# A doctrine, its followers and its adjective: "Cubism", "Cubist".
DOCTRINE_ENDINGS = ("ism", "ist", "ists", "istic", "ic", "ics")
# First names of two people as often as one name mistyped.
TWO_PEOPLE: tuple[frozenset[str], ...] = tuple(
    map(
        word_set,
        (
            "john joan", "john jon", "francis frances", "marion marian", "jean joan", "jean dean", "terry jerry",
            "terry perry", "jerry gerry", "larry harry", "larry barry", "harry barry", "danny denny", "kerry terry",
            "mario maria marie", "martin martina", "karen karin", "molly polly", "sally wally", "billy willy",
            "andre andrew andrea", "julie julia julian", "daniel danielle", "carl karl", "donna donny", "jenny penny",
            "kenny lenny jenny benny", "robin robyn", "leslie lesley", "aaron baron", "brian bryan", "jason mason",
            "barbara barbra", "antonio antonia", "claudio claudia", "simon simone", "paul paula", "carlo carla carlos",
        ),
    )
)  # fmt: skip
