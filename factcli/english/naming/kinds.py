"""Words of names that say what sort of thing is named: courts, cups, cities, rivers; and words for relatives."""

from __future__ import annotations

from factcli.english.naming.names import INSTITUTIONS, NAME_SUFFIXES
from factcli.english.rows import word_set

# The last word of a name: names that share only this are names of two things.
KINDS = (
    INSTITUTIONS
    | NAME_SUFFIXES
    | word_set("""
    united city town county state states republic kingdom province district region island islands isle isles village
    court cup league award awards prize medal championship championships open trophy series games olympics final
    party movement front alliance union federation confederation congress parliament senate assembly coalition
    company group holdings motors airlines airways railway railways bank capital partners media news times post
    journal gazette herald tribune telegraph guardian independent mail express star sun magazine press books records
    studios pictures films entertainment theatre theater museum gallery galleries library stadium arena airport
    station line river lake sea bay gulf ocean mountain mountains mount hill hills valley desert forest park beach
    reef shoal atoll lagoon peninsula strait glacier plateau peak fjord archipelago canyon volcano
    coast cape point falls creek canal dam bridge tunnel tower palace castle fort airbase base port harbour harbor
    act bill law treaty agreement accord accords pact plan project programme program agency authority board bureau
    centre center service services force forces army navy corps guard police department division brigade regiment
    infantry cavalry artillery battalion squadron fleet dragoons lancers hussars fusiliers grenadiers rifles engineers
    day week month year war wars battle revolution crisis massacre bombing attack attacks disaster
    festival show fair week conference summit forum convention orchestra choir band quartet ballet opera
    rovers wanderers athletic albion rangers celtic giants tigers lions bears eagles
    avenue boulevard lane drive terrace gardens estate airport square heights rights affairs
    speedway raceway racecourse index guest room science sciences arts studies cricket football rugby sport sports
    administration secretariat institution corporation observatory laboratory university
    experience experiences singles albums chart charts
    officer page men women boys girls president minister director manager team squad family
    zoo aquarium reserve sanctuary marsh abbey priory monastery convent cathedral minster lighthouse cemetery mine
    quarry colliery shipyard dockyard refinery reservoir aqueduct viaduct telescope
    road trail tour sound section series edition volume chapter episode season
    i ii iii iv one two three
    """)
)
# By themselves they name nothing, and with their owner one thing: "Haugen's College".
OWNED = word_set("""
    college school hospital church chapel hall house park street road avenue square bridge cross club university index
    union society day arms wharf quay pier market farm point island committee association
    """)
# The last word of the name of a business or body, where a person has a surname.
TRADES = word_set("""
    shipping mining trading engineering manufacturing printing publishing banking brewery breweries foods energy steel
    oil petroleum pharmaceuticals therapeutics technologies technology solutions systems networks labs laboratories
    software logistics insurance electronics industries enterprises ventures ferries ports retail brands rail marine
    aviation dairy dairies farms homes
    """)
# Nobody says the last word of "Lomar Shipping plc".
LEGAL_FORMS = word_set("inc plc ltd llc llp gmbh nv spa")
# Public bodies have one of these in their names, and one is easily written for another.
BODIES = word_set("""
    administration agency association authority board bureau commission committee council department institute
    institution office organisation organization service services society
    """)
# The last word of the name of a place.
PLACE_KINDS = word_set("""
    city town county state province region district island islands village river lake mountains valley bay sea coast
    republic kingdom governorate peninsula
    """)
# "Latin America", "Asia Pacific".
CONTINENTS = word_set("america africa asia europe pacific australasia antarctica")
# By themselves they name nothing, even with a capital: "the Government", "the Governorate".
GENERIC = PLACE_KINDS | word_set(
    "government ministry department council committee commission authority authorities company"
)
# Kinds only in numbered names: "Richard III", but not "Phase III".
NUMERALS = word_set("i ii iii iv one two three")
# The first word of a name of a place or of a thing, where a person has a first name.
OPENING_KINDS = word_set("""
    north south east west northern southern eastern western central upper lower new old great greater little big
    fort lake mount mt port cape san santa santo sao saint st los las el la le les st. mt. ft ft. point
    university college bank ministry department church cathedral royal national international federal american
    british general red blue black white green golden first second third fourth fifth
    hrh trh hm majesty majesties highness
    king queen prince princess emperor sultan sheikh pope
    """)
# The name of one of these goes on with what it is for: "Office for Rivers".
FOR_A_PURPOSE = word_set("""
    office department ministry council committee commission association society institute trust foundation centre center
    agency campaign fund federation alliance coalition organisation organization network academy transport college
    school union administration initiative
    """)
# A name that one of these opens is that of a place or body.
DIRECTIONS = word_set("north south east west northern southern eastern western central upper lower greater mid")
# A name that "of" does not end: "Bank of England", "Duke of York".
HEADS_OF_NAMES = (
    KINDS
    | OPENING_KINDS
    | word_set("""
    bishop archbishop duke duchess earl king queen prince princess lord lady house chamber ministry minister secretary
    secretariat office institution order knights sons daughters friends children brothers sisters declaration bill
    statue temple academy faculty school department gulf strait straits tropic sea people women men council society
    game lords master masters doctor bachelor head board court centre history art arts journal book tales song
    """)
)
# Words of a relation: whoever is named beside one may have the name of another.
KIN = word_set("""
    brother brothers sister sisters twin twins son sons daughter daughters father mother parent parents cousin
    cousins uncle aunt nephew niece grandson granddaughter grandfather grandmother husband wife widow widower
    stepson mum mom mummy mommy dad daddy fiance fiancee fiancé fiancée ex-husband ex-wife stepdaughter stepfather
    stepmother siblings sibling namesake unrelated relation ancestor descendant heir
    """)

# "General Motors", "Major League Baseball": the first word is not a rank.
NO_RANKS = frozenset({"motors", "electric", "league", "mills", "dynamics", "assembly", "election", "elections"})
