"""Words that mean the same where figures are concerned."""

from __future__ import annotations

# A row for each meaning; a stem is in one row only, and its first word represents the row.  Plurals and tenses are cut
# by the stemmer and need no mention.
SYNONYMS: tuple[str, ...] = (
    # Deaths, injuries and disease: any report of an accident, an attack or an outbreak.
    "death die dead kill fatality victim life perish casualty",
    "injure injury wound hurt",
    "case infection infected",
    "recover recovery",
    "confirm positive",
    "coronavirus covid corona",
    # What happens to people, firms and things.
    "begin start commence commencement open kick",
    "end finish conclude finale close stop",
    "found establish form create founder foundation formation establishment set",
    "build construct construction erect complete completion",
    "marry wed spouse wife husband marriage",
    "meet talk",
    "visit trip tour travel",
    "win victory winner",
    "elect election vote poll",
    "sign contract deal join agreement",
    "attack bombing assault",
    "theft thief steal stole stolen rob robbery robber burglar burglary heist",
    "strike walkout stoppage",
    "sue sued suit lawsuit litigation",
    "temperature mercury thermometer",
    "hire recruit recruitment enlist",
    # Money and trade.
    "gross earn collect collection",
    "revenue turnover income",
    "finance fund pay budget cost",
    "invest investment pledge",
    "buy acquire purchase acquisition",
    "sell sale",
    "reward bounty",
    "award prize honour honor",
    # People by what they do.
    "population inhabitant resident people populous citizen",
    "job employment work post worker employ employee",
    "soldier troop military army",
    "president presidency govern office term rule reign",
    "student pupil",
    "child kid",
    "user member",
    "subscriber follower subscription",
    "passenger traveller traveler aboard board",
    "company firm business corporation",
    # Places and things.
    "worldwide global world",
    "overseas foreign abroad elsewhere international territory",
    "country nation state",
    "district county province region",
    "city town",
    "house home household dwelling",
    "hospital clinic",
    "storey story floor",
    "ship vessel boat",
    "car vehicle automobile",
    "aircraft airplane jet",
    "plant reforest reforestation",
    # Culture and sport.
    "review critic reviewer critique",
    "rate score approval",
    "view watch viewer viewership",
    "film movie",
    "television tv",
    "match game fixture",
    "club team side squad",
    # Measures.
    "tall height high",
    "long length",
    "wide width",
    "large big size",
    "annual yearly year",
)

# Two words that mean one.
PHRASES: dict[tuple[str, str], str] = {
    ("tested", "positive"): "case",
    ("tests", "positive"): "case",
    ("positive", "tests"): "case",
    ("passed", "away"): "died",
    ("lost", "lives"): "died",
    ("took", "office"): "became",
    ("took", "place"): "held",
    ("stepped", "down"): "resigned",
    ("chief", "executive"): "ceo",
}

# Nouns that count the same things.  "Injured", "arrested" or "missing" are in no row with the dead.
SAME_COUNT: tuple[frozenset[str], ...] = (
    frozenset({"life", "person", "victim", "dead", "death", "fatality"}),
    frozenset({"person", "people", "inhabitant", "resident", "citizen", "human"}),
    frozenset({"injured", "wounded", "injury", "casualty"}),
    frozenset({"job", "post", "position"}),
    frozenset({"soldier", "troop", "serviceman"}),
    frozenset({"employee", "worker", "staff"}),
    frozenset({"home", "house", "household"}),
    frozenset({"film", "movie"}),
    frozenset({"child", "kid"}),
    frozenset({"review", "critic", "reviewer"}),
    frozenset({"nation", "country", "state"}),
    frozenset({"seat", "deputy", "lawmaker", "legislator", "mp"}),
    frozenset({"sailing", "crossing"}),
    frozenset({"visitor", "guest"}),
    frozenset({"book", "volume"}),
    frozenset({"shop", "store", "outlet", "branch"}),
    frozenset({"flat", "apartment"}),
    frozenset({"lorry", "truck"}),
    frozenset({"prisoner", "inmate", "detainee"}),
    frozenset({"object", "item", "artefact", "artifact"}),
    frozenset({"space", "bay"}),
)
