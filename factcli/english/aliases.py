"""Other names of places and things: a name -> the one key that all its names share."""

from __future__ import annotations

# Names parted by bars: short names, and what the people of a place and its things are called.
ALIASES: tuple[str, ...] = (
    "uk|united kingdom|britain|great britain|british",
    "us|usa|united states|america|american|u.s|u.s.a|north america|washington",
    "uae|united arab emirates",
    "eu|european union",
    "un|united nations",
    "netherlands|holland|dutch",
    "germany|german",
    "france|french",
    "spain|spanish",
    "wales|welsh",
    "switzerland|swiss",
    "greece|greek",
    "turkey|turkish",
    "denmark|danish",
    "sweden|swedish",
    "poland|polish",
    "ireland|irish",
    "england|english",
    "scotland|scottish|scots",
    "finland|finnish",
    "norway|norwegian",
    "philippines|filipino|philippine",
    "china|chinese|prc",
    "japan|japanese",
    "new york city|nyc",
    "los angeles|la|l.a",
    "covid-19|coronavirus|covid|sars-cov-2",
    "iraq|iraqi",
    "peru|peruvian",
    "world health organization|who",
)


def alias_of(phrase: str) -> str | None:
    """The key that all names of a place or thing share: "america" and "uk" have one; None for others."""
    return _KEYS.get(phrase)


_KEYS = {name: f"{row.partition('|')[0]}=" for row in ALIASES for name in row.split("|")}
