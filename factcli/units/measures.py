# ruff: noqa: E501 - rows of a table
"""The units of measure as rows: an addition is one line here, then ``python .ci/make_unit_table.py`` for its factor."""

from __future__ import annotations

# The base unit of each dimension: what ``factcli.units.to_base`` converts to.
BASES = {
    "length": "m", "area": "m²", "volume": "m³", "mass": "kg", "speed": "m/s", "temperature": "K", "duration": "s",
    "energy": "J", "power": "W", "data": "B", "data rate": "bit/s", "pressure": "Pa", "frequency": "Hz", "angle": "°",
    "force": "N", "voltage": "V", "current": "A", "charge": "Ah", "resistance": "Ω", "percent": "%",
    "percentage point": "pp", "concentration": "ppm", "density": "kg/m³", "mass concentration": "g/L",
    "absorbed dose": "Gy", "dose equivalent": "Sv", "radioactivity": "Bq", "sound level": "dB",
    "acceleration": "m/s²", "torque": "N·m", "flow": "m³/s", "fuel economy": "mpg", "luminous flux": "lm",
    "amount of substance": "mol", "rotation": "rpm", "molar concentration": "M", "biological activity": "IU",
    "colonies": "CFU", "illuminance": "lx", "container volume": "TEU",
    "magnetic flux density": "T", "capacitance": "µF", "action": "J·s", "impulse": "N·s", "luminous intensity": "cd",
    "image resolution": "megapixel", "integrated luminosity": "fb⁻¹",
}  # fmt: skip

# The canonical symbol of a unit | its dimension | what Pint calls it, or a plain factor | other spellings of the
# symbol, as cased | its names in the singular, in British spelling.  One text loads faster than many small ones.
_ROWS = """
m         | length                | meter                  |            | metre
km        | length                | kilometer              | kms; Km; KM | kilometre
dm        | length                | decimeter              |            | decimetre
cm        | length                | centimeter             | cms        | centimetre
mm        | length                | millimeter             | mms        | millimetre
µm        | length                | micrometer             | μm; um     | micrometre; micron
nm        | length                | nanometer              |            | nanometre
Å         | length                | angstrom               | Å          | angstrom; ångström
pm        | length                | picometer              |            | picometre
mi        | length                | mile                   |            | mile; statute mile
nmi       | length                | nautical_mile          | NM         | nautical mile; sea mile
yd        | length                | yard                   | yds        | yard
ft        | length                | foot                   | ′; '       | foot
in        | length                | inch                   | ″; "; ''; ins | inch
fathom    | length                | 6*foot                 |            | fathom
furlong   | length                | 220*yard               |            | furlong
au        | length                | astronomical_unit      | AU         | astronomical unit
ly        | length                | light_year             |            | light year; lightyear
pc        | length                | parsec                 |            | parsec
kpc       | length                | kiloparsec             |            | kiloparsec
Mpc       | length                | megaparsec             |            | megaparsec
Gpc       | length                | gigaparsec             |            | gigaparsec
m²        | area                  | meter**2               | m2; m^2; sq m; sq. m; sqm; sq.m; sq.m. | square metre
km²       | area                  | kilometer**2           | km2; km^2; sq km; sq. km; sqkm; sq.km | square kilometre
cm²       | area                  | centimeter**2          | cm2; cm^2; sq cm | square centimetre
mm²       | area                  | millimeter**2          | mm2; mm^2; sq mm | square millimetre
ha        | area                  | hectare                |            | hectare
acre      | area                  | international_acre     | ac         | acre
mi²       | area                  | mile**2                | mi2; mi^2; sq mi; sq. mi; sq. mile; sq. miles | square mile
ft²       | area                  | foot**2                | ft2; ft^2; sq ft; sq. ft; sqft; sq feet | square foot
yd²       | area                  | yard**2                | yd2; sq yd | square yard
in²       | area                  | inch**2                | in2; sq in | square inch
m³        | volume                | meter**3               | m3; m^3; cu m; cu. m; cbm | cubic metre
km³       | volume                | kilometer**3           | km3; km^3; cu km; km cubed | cubic kilometre
bcm       | volume                | 1000000000*meter**3    |            |
mcm       | volume                | 1000000*meter**3       |            |
bcf       | volume                | 1000000000*foot**3     | Bcf        |
tcf       | volume                | 1000000000000*foot**3  | Tcf        |
cm³       | volume                | centimeter**3          | cm3; cm^3; cc; ccm | cubic centimetre
in³       | volume                | inch**3                | in3; cu in; cu. in. | cubic inch
mm³       | volume                | millimeter**3          | mm3; mm^3  | cubic millimetre
ft³       | volume                | foot**3                | ft3; ft^3; cu ft; cu. ft | cubic foot
yd³       | volume                | yard**3                | yd3; cu yd | cubic yard
L         | volume                | liter                  | l; lt; ltr; ltrs | litre
hL        | volume                | hectoliter             | hl         | hectolitre
dL        | volume                | deciliter              | dl         | decilitre
cL        | volume                | centiliter             | cl         | centilitre
mL        | volume                | milliliter             | ml         | millilitre
µL        | volume                | microliter             | μL; uL; µl; μl | microlitre
nL        | volume                | nanoliter              |            | nanolitre
kL        | volume                | kiloliter              | kl         | kilolitre
ML        | volume                | megaliter              |            | megalitre
GL        | volume                | gigaliter              |            | gigalitre
gal       | volume                | gallon                 | gals       | gallon; us gallon
imp gal   | volume                | imperial_gallon        |            | imperial gallon
qt        | volume                | quart                  | qts        | quart
pt        | volume                | pint                   |            | pint
cup       | volume                | cup                    |            | cup
fl oz     | volume                | fluid_ounce            | fl. oz; fl. oz. | fluid ounce
tbsp      | volume                | tablespoon             | tbsps; tbs | tablespoon
tsp       | volume                | teaspoon               | tsps       | teaspoon
bbl       | volume                | oil_barrel             | bbls       | barrel
bushel    | volume                | bushel                 | bu         | bushel
acre-foot | volume                | international_acre*foot |            | acre foot
kg        | mass                  | kilogram               | kgs; Kg; KG | kilogram; kilogramme; kilo
g         | mass                  | gram                   | gs; gr     | gram; gramme
mg        | mass                  | milligram              | mgs        | milligram; milligramme
µg        | mass                  | microgram              | μg; ug; mcg | microgram
ng        | mass                  | nanogram               |            | nanogram
kDa       | mass                  | kilodalton             |            | kilodalton
pg        | mass                  | picogram               |            | picogram
t         | mass                  | tonne                  | MT; dwt; DWT; tCO2; tCO2e | deadweight tonne; deadweight ton; tonne; metric ton; metric tonne
kt        | mass                  | kilotonne              |            | kilotonne; kiloton
Mt        | mass                  | megatonne              | MtCO2; MtCO2e | megatonne; megaton
Gt        | mass                  | gigatonne              | GtCO2; GtCO2e | gigatonne; gigaton
ton       | mass                  | ton                    |            | ton; short ton
long ton  | mass                  | long_ton               |            | long ton
lb        | mass                  | pound                  | lbs        | pound
oz        | mass                  | ounce                  | ozs        | ounce
oz t      | mass                  | troy_ounce             |            | troy ounce
st        | mass                  | stone                  |            | stone
ct        | mass                  | carat                  |            | carat
quintal   | mass                  | 100*kilogram           |            | quintal
m/s       | speed                 | meter/second           | mps; ms−1; ms-1; ms⁻¹; ms^-1 | metre per second
km/h      | speed                 | kilometer/hour         | kmh; kph; kmph; km/hr; KPH; kms/h | kilometre per hour; km per hour
mph       | speed                 | mile/hour              | MPH; mi/h  | mile per hour
ft/s      | speed                 | foot/second            | fps        | foot per second
km/s      | speed                 | kilometer/second       |            | kilometre per second
kn        | speed                 | knot                   | kts        | knot
°C        | temperature           | degC                   | ºC; degC; ° C | celsius; celcius; centigrade; centigrate
°F        | temperature           | degF                   | ºF; degF; ° F | fahrenheit; farenheit
K         | temperature           | kelvin                 |            | kelvin; degree kelvin
mK        | temperature           | millikelvin            |            | millikelvin
ns        | duration              | nanosecond             |            | nanosecond
ps        | duration              | picosecond             |            | picosecond
fs        | duration              | femtosecond            |            | femtosecond
µs        | duration              | microsecond            | μs         | microsecond
ms        | duration              | millisecond            | msec       | millisecond
s         | duration              | second                 | sec; secs  | second
min       | duration              | minute                 | mins       | minute
h         | duration              | hour                   | hr; hrs    | hour
day       | duration              | day                    |            | day; calendar day
week      | duration              | week                   | wk; wks    | week
fortnight | duration              | 14*day                 |            | fortnight
month     | duration              | month                  | mos; mths  | month; calendar month
year      | duration              | year                   | yr; yrs    | year; calendar year
decade    | duration              | 10*year                |            | decade
century   | duration              | 100*year               |            | century
millennium | duration              | 1000*year              |            | millennium
kyr       | duration              | 1000*year              | kya; ka    | kiloyear
Myr       | duration              | 1000000*year           | Mya; mya; Ma | megayear; megaannum
Gyr       | duration              | 1000000000*year        | Ga         | gigayear; gigaannum
J         | energy                | joule                  |            | joule
kJ        | energy                | kilojoule              |            | kilojoule
MJ        | energy                | megajoule              |            | megajoule
GJ        | energy                | gigajoule              |            | gigajoule
TJ        | energy                | terajoule              |            | terajoule
PJ        | energy                | petajoule              |            | petajoule
EJ        | energy                | exajoule               |            | exajoule
kcal      | energy                | kilocalorie            |            | kilocalorie; calorie
Wh        | energy                | watt*hour              |            | watt hour
kWh       | energy                | kilowatt*hour          | KWh; kwh; kW h | kilowatt hour
MWh       | energy                | megawatt*hour          |            | megawatt hour
GWh       | energy                | gigawatt*hour          |            | gigawatt hour
TWh       | energy                | terawatt*hour          |            | terawatt hour
Btu       | energy                | Btu                    | BTU; BTUs  | british thermal unit
MMBtu     | energy                | 1000000*Btu            | mmbtu; MMBTU; mmBtu | million british thermal unit
therm     | energy                | 100000*Btu             |            | therm
boe       | energy                | 5800000*Btu            | BOE        | barrel of oil equivalent; barrels of oil equivalent
eV        | energy                | electron_volt          |            | electronvolt; electron volt
keV       | energy                | kiloelectron_volt      |            |
MeV       | energy                | megaelectron_volt      |            |
GeV       | energy                | gigaelectron_volt      |            |
TeV       | energy                | teraelectron_volt      |            |
W         | power                 | watt                   |            | watt
mW        | power                 | milliwatt              |            | milliwatt
kW        | power                 | kilowatt               | KW         | kilowatt
MW        | power                 | megawatt               | MWe; MWp; MWth | megawatt
GW        | power                 | gigawatt               |            | gigawatt
TW        | power                 | terawatt               |            | terawatt
hp        | power                 | horsepower             | bhp; HP    | horsepower; brake horsepower
PS        | power                 | metric_horsepower      |            | metric horsepower
bit       | data                  | bit                    |            | bit
kbit      | data                  | kilobit                | Kbit       | kilobit
Mbit      | data                  | megabit                |            | megabit
Gbit      | data                  | gigabit                |            | gigabit
Tbit      | data                  | terabit                |            | terabit
B         | data                  | byte                   |            | byte
kB        | data                  | kilobyte               | KB         | kilobyte
MB        | data                  | megabyte               | Mb         | megabyte
GB        | data                  | gigabyte               |            | gigabyte; gig
TB        | data                  | terabyte               |            | terabyte
PB        | data                  | petabyte               |            | petabyte
EB        | data                  | exabyte                |            | exabyte
ZB        | data                  | zettabyte              |            | zettabyte
KiB       | data                  | kibibyte               |            | kibibyte
MiB       | data                  | mebibyte               |            | mebibyte
GiB       | data                  | gibibyte               |            | gibibyte
bit/s     | data rate             | bit/second             | bps        | bit per second
kbit/s    | data rate             | kilobit/second         | kbps; Kbps; kb/s | kilobit per second
Mbit/s    | data rate             | megabit/second         | Mbps; mbps; Mb/s | megabit per second
Gbit/s    | data rate             | gigabit/second         | Gbps; Gb/s | gigabit per second
MB/s      | data rate             | megabyte/second        | MBps       | megabyte per second
GB/s      | data rate             | gigabyte/second        |            | gigabyte per second
Pa        | pressure              | pascal                 |            | pascal
hPa       | pressure              | hectopascal            |            | hectopascal
kPa       | pressure              | kilopascal             |            | kilopascal
MPa       | pressure              | megapascal             |            | megapascal
GPa       | pressure              | gigapascal             |            | gigapascal
bar       | pressure              | bar                    |            |
mbar      | pressure              | millibar               | mb         | millibar
psi       | pressure              | psi                    | PSI        | pound per square inch
atm       | pressure              | atmosphere             |            |
torr      | pressure              | torr                   | Torr       | torr
mmHg      | pressure              | mmHg                   | mm Hg      |
Hz        | frequency             | hertz                  | hz         | hertz
kHz       | frequency             | kilohertz              |            | kilohertz
MHz       | frequency             | megahertz              |            | megahertz
GHz       | frequency             | gigahertz              | Ghz        | gigahertz
THz       | frequency             | terahertz              |            | terahertz
rpm       | rotation              |                        | RPM        | revolution per minute
°         | angle                 | degree                 | º          | degree; deg
arcsec    | angle                 | arcsecond              |            | arcsecond; arc second
arcmin    | angle                 | arcminute              |            | arcminute; arc minute
rad       | angle                 | radian                 |            | radian
N         | force                 | newton                 |            | newton
kN        | force                 | kilonewton             |            | kilonewton
N·m       | torque                | newton*meter           | Nm; N m    | newton metre
lb·ft     | torque                | foot*force_pound       | lb-ft; lb ft; ft-lb; ft lb | pound foot; foot pound
V         | voltage               | volt                   |            | volt
mV        | voltage               | millivolt              |            | millivolt
µV        | voltage               | microvolt              | μV; uV     | microvolt
kV        | voltage               | kilovolt               |            | kilovolt
A         | current               | ampere                 |            | ampere; amp
mA        | current               | milliampere            |            | milliampere; milliamp
µA        | current               | microampere            | μA; uA     | microampere; microamp
Ah        | charge                | ampere*hour            |            | ampere hour; amp hour
mAh       | charge                | milliampere*hour       |            | milliamp hour; milliampere hour
Ω         | resistance            | ohm                    | Ω          | ohm
kΩ        | resistance            | kiloohm                | kΩ         | kiloohm
MΩ        | resistance            | megaohm                | MΩ         | megaohm
%         | percent               |                        | pct; pct.; ٪; ％ | per cent; percent; percentage; pct; procent
‰         | percent               | 0.1                    |            | per mille; permille; per mil
pp        | percentage point      |                        | %-point; % points | percentage point; per cent point; percent point
bp        | percentage point      | 0.01                   | bps        | basis point
ppm       | concentration         |                        |            | part per million
ppb       | concentration         | 0.001                  |            | part per billion
kg/m³     | density               | kilogram/meter**3      | kg/m3; kg/m^3 | kilogram per cubic metre
g/cm³     | density               | gram/centimeter**3     | g/cm3; g/cm^3; g/cc | gram per cubic centimetre
µg/m³     | density               | microgram/meter**3     | μg/m³; μg/m3; µg/m3; ug/m3 | microgram per cubic metre
g/L       | mass concentration    | gram/liter             | g/l        | gram per litre
mg/L      | mass concentration    | milligram/liter        | mg/l       | milligram per litre
mg/dL     | mass concentration    | milligram/deciliter    | mg/dl      | milligram per decilitre
Gy        | absorbed dose         | gray                   |            | gray
mGy       | absorbed dose         | milligray              |            | milligray
Sv        | dose equivalent       | sievert                |            | sievert
mSv       | dose equivalent       | millisievert           |            | millisievert
µSv       | dose equivalent       | microsievert           | μSv        | microsievert
Bq        | radioactivity         | becquerel              |            | becquerel
kBq       | radioactivity         | kilobecquerel          |            | kilobecquerel
MBq       | radioactivity         | megabecquerel          |            | megabecquerel
GBq       | radioactivity         | gigabecquerel          |            | gigabecquerel
T         | magnetic flux density | tesla                  |            | tesla
mT        | magnetic flux density | millitesla             |            | millitesla
µT        | magnetic flux density | microtesla             | μT; uT     | microtesla
G         | magnetic flux density | tesla/10000            |            | gauss
µF        | capacitance           | microfarad             | μF; uF     | microfarad
nF        | capacitance           | nanofarad              |            | nanofarad
pF        | capacitance           | picofarad              |            | picofarad
J·s       | action                | joule*second           | Js; J s    | joule second
N·s       | impulse               | newton*second          | N s        | newton second
cd        | luminous intensity    | candela                |            | candela
megapixel | image resolution      |                        | MP; Mpx    | megapixel
dB        | sound level           |                        | dBA; db    | decibel
g-force   | acceleration          | 9.80665*meter/second**2 |           | g force
m/s²      | acceleration          | meter/second**2        | m/s2; m/s^2; m/s/s | metre per second squared
km/s²     | acceleration          | kilometer/second**2    | km/s2; km/s^2 | kilometre per second squared
cm/s²     | acceleration          | centimeter/second**2   | cm/s2; cm/s^2 | centimetre per second squared
m³/s      | flow                  | meter**3/second        | m3/s; cumecs | cubic metre per second
cu ft/s   | flow                  | foot**3/second         | cfs        | cubic foot per second
gpm       | flow                  | gallon/minute          |            | gallon per minute
mpg       | fuel economy          |                        | MPG        | mile per gallon; mile to the gallon
lm        | luminous flux         | lumen                  |            | lumen
lx        | illuminance           | lux                    | lux        |
TEU       | container volume      |                        | TEUs; teu  |
fb⁻¹      | integrated luminosity | 1/femtobarn | fb−1; fb-1; fb–1; fb^-1; fb^−1 | inverse femtobarn
pb⁻¹      | integrated luminosity | 1/picobarn | pb−1; pb-1; pb–1; pb^-1; pb^−1 | inverse picobarn
ab⁻¹      | integrated luminosity | 1/attobarn | ab−1; ab-1; ab–1; ab^-1; ab^−1 | inverse attobarn
mol       | amount of substance   | mole                   |            |
mmol      | amount of substance   | millimole              |            | millimole
µmol      | amount of substance   | micromole              | μmol; umol | micromole
nmol      | amount of substance   | nanomole               |            | nanomole
M         | molar concentration   |                        |            | molar
mM        | molar concentration   | 0.001                  |            | millimolar
µM        | molar concentration   | 0.000001               | μM; uM     | micromolar
nM        | molar concentration   | 0.000000001            |            | nanomolar
IU        | biological activity   |                        |            | international unit
CFU       | colonies              |                        | cfu        | colony forming unit
"""


def _cells(row: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in row.split(" | "))


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("; ")) if cell else ()


_TABLE = [_cells(f"{row} ") for row in _ROWS.strip().splitlines()]
DIMENSIONS = {symbol: dimension for symbol, dimension, *_ in _TABLE}
PINT_NAMES = {symbol: pint for symbol, _, pint, *_ in _TABLE}
SYMBOLS = {symbol: _listed(symbols) for symbol, _, _, symbols, _ in _TABLE}
NAMES = {symbol: _listed(names) for symbol, _, _, _, names in _TABLE}

# Names of scales, with the degrees that may come before them.
SCALES = {
    "celsius": "°C", "celcius": "°C", "centigrade": "°C", "c": "°C", "fahrenheit": "°F", "farenheit": "°F", "f": "°F",
}  # fmt: skip

# Other spellings of a part of a name.
VARIANTS = (
    ("metre", "meter"), ("litre", "liter"), ("square ", "sq "), (" per hour", " an hour"), (" per second", " a second"),
    (" per minute", " a minute"),
)  # fmt: skip

# A plural that is not made with an s.
IRREGULAR_PLURALS = {
    "foot": "feet", "inch": "inches", "century": "centuries", "millennium": "millennia", "hertz": "hertz",
    "kilohertz": "kilohertz", "megahertz": "megahertz", "gigahertz": "gigahertz", "terahertz": "terahertz",
    "gauss": "gauss", "horsepower": "horsepower", "stone": "stone", "celsius": "celsius", "celcius": "celcius",
    "centigrade": "centigrade", "fahrenheit": "fahrenheit", "farenheit": "farenheit", "percent": "percent",
    "cent": "cent", "percentage": "percentage", "pct": "pct", "procent": "procent", "mille": "mille",
    "permille": "permille", "mil": "mil", "deg": "deg", "centigrate": "centigrate",
}  # fmt: skip

# One symbol for a unit and what it is a rate of.
ABBREVIATED_RATES = {
    "b/d": ("bbl", "day"), "bpd": ("bbl", "day"), "bbl/d": ("bbl", "day"), "boe/d": ("boe", "day"), "boepd": ("boe", "day"),
    "tpd": ("t", "day"), "tpa": ("t", "year"), "ktpa": ("kt", "year"), "mtpa": ("Mt", "year"), "Mtpa": ("Mt", "year"),
    "MTPA": ("Mt", "year"), "bpm": ("beat", "min"), "fps": ("frame", "s"),
    "dpi": ("dot", "in"), "ppi": ("pixel", "in"),
}  # fmt: skip
