"""The world's money as data: ISO 4217 codes, and the names, signs and parts that writers use for them.

Nothing here guesses a country: a franc, a krone or a peso without an adjective stays what it is called
(``MONEY_NAMES``).
"""

from __future__ import annotations

# ISO 4217, list one (active) with metals and accounting units; then the codes of list three that old texts use.
ISO_4217 = frozenset(
    """
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF
    CHE CHF CHW CLF CLP CNY COP COU CRC CUC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD
    GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR
    LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK
    PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT
    TND TOP TRY TTD TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED VES VND VUV WST XAF XAG XAU XBA XBB XBC XBD XCD XCG
    XDR XOF XPD XPF XPT XSU XTS XUA XXX YER ZAR ZMW ZWG ZWL
    ADP AFA ATS AZM BEF BGL BYR CSD CYP CZK DEM EEK ESP FIM FRF GHC GRD HRK IEP ITL LTL LUF LVL MGF MRO MTL MZM NLG
    PTE ROL SDD SIT SKK STD SUR TRL UYP VEB VEF XEU YUM ZMK ZWD
    """.split()  # noqa: SIM905 - as ISO lists them
)

# What the noun is called in full: code -> (adjectives, noun).  "Lebanese pounds", "US dollar", "dollars US".
NAMED = {
    "AED": ("emirati uae", "dirham"),
    "AFN": ("afghan", "afghani"),
    "ALL": ("albanian", "lek"),
    "AMD": ("armenian", "dram"),
    "AOA": ("angolan", "kwanza"),
    "ARS": ("argentine argentinian argentina", "peso"),
    "ATS": ("austrian", "schilling"),
    "AUD": ("australian aussie", "dollar"),
    "AZN": ("azerbaijani azeri", "manat"),
    "BAM": ("bosnian", "mark"),
    "BBD": ("barbadian barbados", "dollar"),
    "BDT": ("bangladeshi bangladesh", "taka"),
    "BEF": ("belgian", "franc"),
    "BGN": ("bulgarian", "lev"),
    "BHD": ("bahraini bahrain", "dinar"),
    "BIF": ("burundian burundi", "franc"),
    "BND": ("brunei", "dollar"),
    "BOB": ("bolivian", "boliviano"),
    "BRL": ("brazilian brazil", "real"),
    "BSD": ("bahamian", "dollar"),
    "BTN": ("bhutanese", "ngultrum"),
    "BWP": ("botswanan botswana", "pula"),
    "BYN": ("belarusian belarus", "ruble"),
    "BZD": ("belize", "dollar"),
    "CAD": ("canadian canada", "dollar"),
    "CDF": ("congolese", "franc"),
    "CHF": ("swiss", "franc"),
    "CLP": ("chilean chile", "peso"),
    "CNY": ("chinese", "yuan"),
    "COP": ("colombian colombia", "peso"),
    "CRC": ("costarican", "colon"),
    "CUP": ("cuban cuba", "peso"),
    "CYP": ("cypriot cyprus", "pound"),
    "CZK": ("czech", "koruna"),
    "DEM": ("german deutsche", "mark"),
    "DKK": ("danish", "krone"),
    "DOP": ("dominican", "peso"),
    "DZD": ("algerian algeria", "dinar"),
    "EEK": ("estonian", "kroon"),
    "EGP": ("egyptian egypt", "pound"),
    "ESP": ("spanish", "peseta"),
    "ETB": ("ethiopian", "birr"),
    "FIM": ("finnish", "markka"),
    "FJD": ("fijian fiji", "dollar"),
    "FRF": ("french", "franc"),
    "GBP": ("british uk english sterling", "pound"),
    "GEL": ("georgian", "lari"),
    "GHS": ("ghanaian ghana", "cedi"),
    "GMD": ("gambian", "dalasi"),
    "GNF": ("guinean", "franc"),
    "GRD": ("greek", "drachma"),
    "GTQ": ("guatemalan", "quetzal"),
    "GYD": ("guyanese guyana", "dollar"),
    "HNL": ("honduran", "lempira"),
    "HKD": ("hk hongkong", "dollar"),
    "HRK": ("croatian", "kuna"),
    "HTG": ("haitian", "gourde"),
    "HUF": ("hungarian", "forint"),
    "IDR": ("indonesian indonesia", "rupiah"),
    "IEP": ("irish", "punt"),
    "ILS": ("israeli", "shekel"),
    "INR": ("indian india", "rupee"),
    "IQD": ("iraqi iraq", "dinar"),
    "IRR": ("iranian iran", "rial"),
    "ISK": ("icelandic iceland", "krona"),
    "ITL": ("italian", "lira"),
    "JMD": ("jamaican jamaica", "dollar"),
    "JOD": ("jordanian jordan", "dinar"),
    "JPY": ("japanese japan", "yen"),
    "KES": ("kenyan kenya", "shilling"),
    "KGS": ("kyrgyz kyrgyzstani", "som"),
    "KHR": ("cambodian", "riel"),
    "KPW": ("northkorean", "won"),
    "KRW": ("korean southkorean", "won"),
    "KWD": ("kuwaiti kuwait", "dinar"),
    "KZT": ("kazakh kazakhstani", "tenge"),
    "LAK": ("lao laotian", "kip"),
    "LBP": ("lebanese lebanon", "pound"),
    "LKR": ("srilankan lankan", "rupee"),
    "LRD": ("liberian liberia", "dollar"),
    "LTL": ("lithuanian", "litas"),
    "LUF": ("luxembourg", "franc"),
    "LVL": ("latvian", "lat"),
    "LYD": ("libyan libya", "dinar"),
    "MAD": ("moroccan morocco", "dirham"),
    "MDL": ("moldovan", "leu"),
    "MGA": ("malagasy", "ariary"),
    "MKD": ("macedonian", "denar"),
    "MMK": ("burmese myanmar", "kyat"),
    "MNT": ("mongolian", "tugrik"),
    "MTL": ("maltese", "lira"),
    "MUR": ("mauritian mauritius", "rupee"),
    "MVR": ("maldivian", "rufiyaa"),
    "MWK": ("malawian malawi", "kwacha"),
    "MXN": ("mexican mexico", "peso"),
    "MYR": ("malaysian malaysia", "ringgit"),
    "MZN": ("mozambican", "metical"),
    "NAD": ("namibian namibia", "dollar"),
    "NGN": ("nigerian nigeria", "naira"),
    "NIO": ("nicaraguan", "cordoba"),
    "NLG": ("dutch netherlands", "guilder"),
    "NOK": ("norwegian", "krone"),
    "NPR": ("nepalese nepali nepal", "rupee"),
    "NZD": ("nz newzealand kiwi", "dollar"),
    "OMR": ("omani oman", "rial"),
    "PAB": ("panamanian", "balboa"),
    "PEN": ("peruvian", "sol"),
    "PGK": ("papuan", "kina"),
    "PHP": ("philippine filipino", "peso"),
    "PKR": ("pakistani pakistan", "rupee"),
    "PLN": ("polish", "zloty"),
    "PTE": ("portuguese", "escudo"),
    "PYG": ("paraguayan", "guarani"),
    "QAR": ("qatari qatar", "riyal"),
    "RON": ("romanian", "leu"),
    "RSD": ("serbian serbia", "dinar"),
    "RUB": ("russian russia", "ruble"),
    "RWF": ("rwandan rwanda", "franc"),
    "SAR": ("saudi", "riyal"),
    "SDG": ("sudanese sudan", "pound"),
    "SEK": ("swedish", "krona"),
    "SGD": ("singapore singaporean", "dollar"),
    "SIT": ("slovenian", "tolar"),
    "SKK": ("slovak", "koruna"),
    "SOS": ("somali somalia", "shilling"),
    "SYP": ("syrian syria", "pound"),
    "THB": ("thai", "baht"),
    "TJS": ("tajik", "somoni"),
    "TMT": ("turkmen", "manat"),
    "TND": ("tunisian tunisia", "dinar"),
    "TRY": ("turkish turkey", "lira"),
    "TTD": ("trinidad trinidadian", "dollar"),
    "TWD": ("taiwan taiwanese nt", "dollar"),
    "TZS": ("tanzanian tanzania", "shilling"),
    "UAH": ("ukrainian", "hryvnia"),
    "UGX": ("ugandan uganda", "shilling"),
    "USD": ("us american", "dollar"),
    "UYU": ("uruguayan uruguay", "peso"),
    "UZS": ("uzbek uzbekistani", "som"),
    "VES": ("venezuelan venezuela", "bolivar"),
    "VND": ("vietnamese", "dong"),
    "XAF": ("centralafrican", "franc"),
    "XCD": ("eastcaribbean", "dollar"),
    "XOF": ("cfa westafrican", "franc"),
    "YER": ("yemeni yemen", "rial"),
    "ZAR": ("southafrican", "rand"),
    "ZMW": ("zambian zambia", "kwacha"),
    "ZWL": ("zimbabwean zimbabwe", "dollar"),
}

# An adjective of two words, as written, for the ones that NAMED writes as one.
TWO_WORDS = {
    "costarican": "costa rican", "hongkong": "hong kong", "northkorean": "north korean", "southkorean": "south korean",
    "srilankan": "sri lankan", "newzealand": "new zealand", "centralafrican": "central african",
    "eastcaribbean": "east caribbean", "westafrican": "west african", "southafrican": "south african",
}  # fmt: skip

# A noun that means one currency wherever it is printed without an adjective.
PLAIN = {
    "dollar": "USD", "buck": "USD", "greenback": "USD", "u.s. dollar": "USD", "euro": "EUR", "€ur": "EUR",
    "pound": "GBP", "quid": "GBP", "pound sterling": "GBP", "sterling": "GBP",
    "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "rmb": "CNY", "kuai": "CNY", "won": "KRW", "rupee": "INR",
    "rupiah": "IDR", "ringgit": "MYR", "baht": "THB", "shekel": "ILS", "rand": "ZAR", "ruble": "RUB", "rouble": "RUB",
    "zloty": "PLN", "forint": "HUF", "hryvnia": "UAH", "naira": "NGN", "cedi": "GHS", "birr": "ETB", "taka": "BDT",
    "dong": "VND", "kip": "LAK", "kyat": "MMK", "riel": "KHR", "lev": "BGN", "tenge": "KZT", "lari": "GEL",
    "real": "BRL", "boliviano": "BOB", "bolivar": "VES", "guarani": "PYG", "quetzal": "GTQ", "lempira": "HNL",
    "balboa": "PAB", "gourde": "HTG", "hryvnya": "UAH", "kwanza": "AOA", "pula": "BWP", "metical": "MZN",
    "deutschmark": "DEM", "deutschemark": "DEM", "d-mark": "DEM", "markka": "FIM", "guilder": "NLG", "peseta": "ESP",
    "drachma": "GRD", "escudo": "PTE", "kuna": "HRK", "tolar": "SIT", "kroon": "EEK", "litas": "LTL", "punt": "IEP",
    "bitcoin": "BTC", "btc": "BTC", "new shekel": "ILS", "nis": "ILS", "cfa": "XOF", "special drawing right": "XDR",
    "l.e.": "EGP", "nuevo sol": "PEN", "us dollar": "USD", "rs": "INR", "rm": "MYR",
}  # fmt: skip

# Money whose country is not said: the unit is the name.
MONEY_NAMES = frozenset(
    {"franc", "mark", "peso", "riyal", "rial", "krone", "krona", "kr", "dinar", "dirham", "lira", "shilling"}
)

IRREGULAR_PLURALS = {
    "krone": "kroner", "krona": "kronor", "koruna": "koruny", "real": "reais", "leu": "lei", "lev": "leva",
    "lira": "lire", "markka": "markkaa", "sol": "soles", "zloty": "zlotych", "bolivar": "bolivares",
    "quid": "quid", "special drawing right": "special drawing rights", "pound sterling": "pounds sterling",
}  # fmt: skip

# A sign, with the letters that come before it.
SIGNS = {
    "$": "USD", "us$": "USD", "u.s.$": "USD", "usd$": "USD", "a$": "AUD", "au$": "AUD", "aud$": "AUD", "c$": "CAD",
    "ca$": "CAD", "can$": "CAD", "cad$": "CAD", "cdn$": "CAD", "hk$": "HKD", "hkd$": "HKD", "nz$": "NZD", "nzd$": "NZD",
    "s$": "SGD", "sg$": "SGD", "sgd$": "SGD", "nt$": "TWD", "r$": "BRL", "mx$": "MXN", "mex$": "MXN", "mxn$": "MXN",
    "ar$": "ARS", "arg$": "ARS", "cl$": "CLP", "clp$": "CLP", "col$": "COP", "cop$": "COP", "u$s": "USD", "z$": "ZWL",
    "j$": "JMD", "tt$": "TTD", "bds$": "BBD", "bz$": "BZD", "fj$": "FJD", "n$": "NAD", "ec$": "XCD",
    "rd$": "DOP", "g$": "GYD", "aus$": "AUD", "mop$": "MOP", "e£": "EGP", "ir£": "IEP", "ie£": "IEP", "jp¥": "JPY",
    "gh₵": "GHS", "gh¢": "GHS",
    "€": "EUR", "£": "GBP", "₤": "GBP", "¥": "JPY", "￥": "JPY", "cn¥": "CNY", "₹": "INR", "₨": "INR", "₩": "KRW",
    "₪": "ILS", "₽": "RUB", "₺": "TRY", "₫": "VND", "₦": "NGN", "₱": "PHP", "₴": "UAH", "₡": "CRC", "₲": "PYG",
    "₵": "GHS", "₸": "KZT", "₭": "LAK", "₮": "MNT", "฿": "THB", "₿": "BTC", "zł": "PLN", "kč": "CZK",
}  # fmt: skip

# Letters that are a currency only right before its amount: "Rs 20", "RM42".
PREFIXES = {
    "s/": "PEN",
    "ps": "peso",
    "gs": "PYG",
    "rs": "INR",
    "rm": "MYR",
    "rp": "IDR",
    "bs": "VES",
    "ksh": "KES",
    "sfr": "CHF",
    "dm": "DEM",
    "rmb": "CNY",
    "kr": "kr",
    "tk": "BDT",
    "dh": "dirham",
    "dhs": "dirham",
    "kshs": "KES",
    "sh": "shilling",
    "php": "PHP",
    "cfa": "XOF",
    "fcfa": "XOF",
    "fr": "franc",
    "le": "EGP",
    "kd": "KWD",
    "tsh": "TZS",
    "ush": "UGX",
    "kč": "CZK",
    "zł": "PLN",
    "skr": "SEK",
    "nkr": "NOK",
    "dkr": "DKK",
    "ffr": "FRF",
    "bfr": "BEF",
    "nis": "ILS",
    "tl": "TRY",
    "cfaf": "XOF",
    "b/": "PAB",
}
# Capitals before an amount in millions or with its thousands set apart: "R5.5bn", "SR 2 million"; "R500" is a road.
LETTERS = {"r": "ZAR", "n": "NGN", "p": "PHP", "sr": "SAR", "qr": "QAR", "y": "JPY", "w": "KRW"}
# Those that are written without a capital, too.
LOWER_PREFIXES = frozenset({"kr", "kč", "zł"})
# Those that are other words unless they are all capitals.
UPPER_PREFIXES = frozenset({"le", "kd", "rmb", "nis", "tl"})
# Those that are a code in capitals: "Ps 500", but a "PS5".
NO_UPPER_PREFIXES = frozenset({"ps", "gs"})
# In capitals and glued to a short number they name a model: "the RS6", but "Rs6", "RS 500", "RS5,000".
MODEL_PREFIXES = frozenset({"rs", "kr", "tk", "sh", "fr", "bs", "dh"})
# Letters that may have a space before their sign.
SPACED_PREFIXES = frozenset(
    {"hk", "nz", "nt", "au", "aus", "cdn", "can", "mex", "sg", "usd", "aud", "cad", "hkd", "nzd", "sgd", "mxn", "mx"}
)

# A part, the whole it belongs to, and how many parts make one whole.  A cent without a country is one of a dollar.
SUBUNITS = {
    "cent": ("USD", 100), "¢": ("USD", 100), "c": ("USD", 100), "dime": ("USD", 10),
    "penny": ("GBP", 100), "pence": ("GBP", 100), "p": ("GBP", 100), "euro cent": ("EUR", 100),
    "eurocent": ("EUR", 100), "centime": ("EUR", 100), "kopeck": ("RUB", 100), "kopek": ("RUB", 100),
    "paisa": ("INR", 100), "paise": ("INR", 100), "sen": ("MYR", 100), "mao": ("CNY", 10), "jiao": ("CNY", 10),
    "fen": ("CNY", 100),
    "centavo": ("MXN", 100), "satoshi": ("BTC", 100_000_000), "pfennig": ("DEM", 100), "agora": ("ILS", 100),
}  # fmt: skip
