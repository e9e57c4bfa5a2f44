"""Regions that follow the name of a place, to say which of that name: "Springfield, Ohio", "Newport, Wales"."""

from __future__ import annotations

from factcli.english.aliases import COUNTRIES

# Each row is a country's; a region is written in the ways that bars part.
_STATES = (
    "alabama|ala", "alaska", "arizona|ariz", "arkansas|ark", "california|calif", "colorado|colo", "connecticut|conn",
    "delaware|del", "florida|fla", "georgia|ga", "hawaii", "idaho", "illinois|ill", "indiana|ind", "iowa",
    "kansas|kan", "kentucky|ky", "louisiana|la", "maine", "maryland|md", "massachusetts|mass", "michigan|mich",
    "minnesota|minn", "mississippi|miss", "missouri|mo", "montana|mont", "nebraska|neb", "nevada|nev",
    "new hampshire|n.h.|nh", "new jersey|n.j.|nj", "new mexico|n.m.|nm", "new york|n.y.|ny",
    "north carolina|n.c.|nc", "north dakota|n.d.|nd", "ohio", "oklahoma|okla", "oregon|ore", "pennsylvania|pa",
    "rhode island|r.i.|ri", "south carolina|s.c.|sc", "south dakota|s.d.|sd", "tennessee|tenn", "texas|tex", "utah",
    "vermont|vt", "virginia|va", "washington|wash", "west virginia|w.va.", "wisconsin|wis", "wyoming|wyo",
)  # fmt: skip
_PROVINCES = (
    "alberta", "british columbia", "manitoba", "new brunswick", "newfoundland", "nova scotia", "ontario",
    "prince edward island", "quebec", "saskatchewan",
)  # fmt: skip
_AUSTRALIAN = ("new south wales|nsw", "queensland", "south australia", "tasmania", "victoria", "western australia")
_COUNTIES = (
    "bedfordshire", "berkshire", "buckinghamshire", "cambridgeshire", "cheshire", "cornwall", "cumbria", "derbyshire",
    "devon", "dorset", "durham", "essex", "gloucestershire", "hampshire", "herefordshire", "hertfordshire", "kent",
    "lancashire", "leicestershire", "lincolnshire", "norfolk", "northamptonshire", "northumberland",
    "nottinghamshire", "oxfordshire", "rutland", "shropshire", "somerset", "staffordshire", "suffolk", "surrey",
    "sussex", "warwickshire", "wiltshire", "worcestershire", "yorkshire", "aberdeenshire", "ayrshire", "fife",
    "lanarkshire", "perthshire", "gwent", "gwynedd", "pembrokeshire", "powys", "antrim", "armagh", "down",
    "fermanagh", "tyrone",
)  # fmt: skip
_KINDS = (_STATES, _PROVINCES, _AUSTRALIAN, _COUNTIES, tuple(row.partition("|")[0].lower() for row in COUNTRIES))
# A name in small letters -> its region, once for each country or kind that has one of the name: Georgia is a state too.
REGIONS = {
    name: frozenset((kind, row) for kind, rows in enumerate(_KINDS) for row in rows if name in row.split("|"))
    for rows in _KINDS
    for row in rows
    for name in row.split("|")
}


def are_two_regions(one: str, other: str) -> bool:
    """Whether two names, in small letters, are of two regions of a kind, so that no place is in both.

    >>> are_two_regions("ohio", "ill"), are_two_regions("ill", "illinois"), are_two_regions("texas", "france")
    (True, False, False)
    """
    here, there = REGIONS[one], REGIONS[other]
    return here.isdisjoint(there) and not {kind for kind, _ in here}.isdisjoint(kind for kind, _ in there)
