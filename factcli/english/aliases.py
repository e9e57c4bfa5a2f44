"""Other names of places and things: a name -> the one key that all its names share.

Letters alone do not join a place and its people: Austria is not Australia, and Iran is not Iraq.
"""

from __future__ import annotations

from functools import lru_cache

from factcli.english.nouns import singular

# Words that are other words of English, or parts of other names, unless they are written in capitals.  As a name they
# are kept in capitals: ``US``, ``WHO``, ``LA``.
ACRONYMS = frozenset({"us", "who", "la", "un", "eu"})

# Names parted by bars: a place, its other names, and what its people and things are called.
COUNTRIES = (
    "afghanistan|afghan", "albania|albanian", "algeria|algerian", "angola|angolan", "argentina|argentine|argentinian",
    "armenia|armenian", "australia|australian|aussie", "austria|austrian", "azerbaijan|azerbaijani|azeri",
    "bahrain|bahraini", "bangladesh|bangladeshi", "belarus|belarusian", "belgium|belgian", "bolivia|bolivian",
    "bosnia|bosnian|bosnia and herzegovina", "botswana|botswanan", "brazil|brazilian", "bulgaria|bulgarian",
    "burkina faso|burkinabe", "burundi|burundian", "cambodia|cambodian", "cameroon|cameroonian", "canada|canadian",
    "chad|chadian", "chile|chilean", "china|chinese|prc", "colombia|colombian", "congo|congolese|drc",
    "costa rica|costa rican", "croatia|croatian|croat", "cuba|cuban", "cyprus|cypriot",
    "czech republic|czech|czechia", "denmark|danish|dane", "dominican republic|dominican", "ecuador|ecuadorian",
    "egypt|egyptian", "el salvador|salvadoran", "england|english", "eritrea|eritrean", "estonia|estonian",
    "ethiopia|ethiopian", "fiji|fijian", "finland|finnish|finn", "france|french", "gabon|gabonese", "gambia|gambian",
    "georgia|georgian", "germany|german", "ghana|ghanaian", "greece|greek", "guatemala|guatemalan", "guinea|guinean",
    "guyana|guyanese", "haiti|haitian", "honduras|honduran", "hong kong|hongkonger", "hungary|hungarian",
    "iceland|icelandic", "india|indian", "indonesia|indonesian", "iran|iranian|persian", "iraq|iraqi", "ireland|irish",
    "israel|israeli", "italy|italian", "ivory coast|ivorian|cote d'ivoire", "jamaica|jamaican", "japan|japanese",
    "jordan|jordanian", "kazakhstan|kazakh", "kenya|kenyan", "korea|korean", "kosovo|kosovan|kosovar",
    "kuwait|kuwaiti", "kyrgyzstan|kyrgyz", "laos|laotian", "latvia|latvian", "lebanon|lebanese", "liberia|liberian",
    "libya|libyan", "lithuania|lithuanian", "luxembourg|luxembourgish", "macedonia|macedonian", "madagascar|malagasy",
    "malawi|malawian", "malaysia|malaysian", "maldives|maldivian", "mali|malian", "malta|maltese",
    "mauritania|mauritanian", "mauritius|mauritian", "mexico|mexican", "moldova|moldovan", "mongolia|mongolian",
    "montenegro|montenegrin", "morocco|moroccan", "mozambique|mozambican", "myanmar|burma|burmese",
    "namibia|namibian", "nepal|nepali|nepalese", "netherlands|holland|dutch", "new zealand|new zealander",
    "nicaragua|nicaraguan", "niger|nigerien", "nigeria|nigerian", "norway|norwegian", "oman|omani",
    "pakistan|pakistani", "palestine|palestinian", "panama|panamanian", "paraguay|paraguayan", "peru|peruvian",
    "philippines|filipino|philippine", "poland|polish|pole", "portugal|portuguese", "qatar|qatari",
    "romania|romanian", "russia|russian|russian federation", "rwanda|rwandan", "samoa|samoan",
    "saudi arabia|saudi", "scotland|scottish|scots", "senegal|senegalese", "serbia|serbian|serb",
    "sierra leone|sierra leonean", "singapore|singaporean", "slovakia|slovak", "slovenia|slovenian|slovene",
    "somalia|somali", "south africa|south african", "south korea|south korean", "north korea|north korean",
    "spain|spanish|spaniard", "sri lanka|sri lankan", "sudan|sudanese", "sweden|swedish|swede",
    "switzerland|swiss", "syria|syrian", "taiwan|taiwanese", "tajikistan|tajik", "tanzania|tanzanian",
    "thailand|thai", "togo|togolese", "trinidad|trinidadian", "tunisia|tunisian", "turkey|turkish|turk|turkiye",
    "turkmenistan|turkmen", "uganda|ugandan", "ukraine|ukrainian", "uruguay|uruguayan", "uzbekistan|uzbek",
    "venezuela|venezuelan", "vietnam|vietnamese", "wales|welsh", "yemen|yemeni", "zambia|zambian",
    "zimbabwe|zimbabwean",
    "uk|united kingdom|britain|great britain|british|briton",
    # The one capital that is more often a government than a city.
    "US|usa|united states|united states of america|america|american|washington",
    "uae|united arab emirates|emirati",
)  # fmt: skip
_PLACES = (
    "africa|african", "asia|asian", "europe|european", "soviet union|soviet|ussr",
    "catalonia|catalan", "paris|parisian", "london|londoner", "rome|roman", "vienna|viennese", "venice|venetian",
    "california|californian", "texas|texan", "florida|floridian", "hawaii|hawaiian", "quebec|quebecer|quebecois",
    "sicily|sicilian", "bavaria|bavarian", "siberia|siberian", "tibet|tibetan", "crimea|crimean", "kurdistan|kurdish",
    "EU|european union",
    "new york city|nyc",
    "LA|los angeles",
)  # fmt: skip
_BODIES = ("UN|united nations", "WHO|world health organization|world health organisation")
_DISEASES = ("covid-19|coronavirus|covid|sars-cov-2",)
ALIASES = COUNTRIES + _PLACES + _BODIES + _DISEASES


@lru_cache(maxsize=4_096)
def alias_of(phrase: str) -> str | None:
    """The key that all names of a place or thing share, in the singular or plural; None for other words.

    >>> alias_of("moroccans") == alias_of("morocco")
    True
    """
    return _KEYS.get(phrase) or _KEYS.get(singular(phrase))


@lru_cache(maxsize=4_096)
def country_of(name: str) -> str | None:
    """The country that a name, adjective or people in the singular or plural belongs to, None for other words.

    >>> country_of("Iraqis"), country_of("UK"), country_of("Leeds")
    ('Iraq', 'UK', None)
    """
    low = name.lower()
    return _COUNTRY_OF.get(low) or _COUNTRY_OF.get(singular(low))


def _shown(name: str) -> str:
    return name.upper() if name in {"uk", "uae"} else name if name.isupper() else name.title()


_COUNTRY_OF = {name.lower(): _shown(row.partition("|")[0]) for row in COUNTRIES for name in row.split("|")}
_KEYS = {name: f"{row.partition('|')[0]}=" for row in ALIASES for name in row.split("|")}
# The first words of the names of several words.
OPENINGS = frozenset(name.partition(" ")[0] for name in _KEYS if " " in name)
