"""The corpus of figures: what a text states, then every way of printing it."""

from __future__ import annotations

import pytest

from factcli.mentions import find_mentions
from factcli.model.facts import Mention, Quantity


def plain(mention: Mention) -> str:
    """A figure as one line: comparator, amount or range, unit, what it is a rate of."""
    value = mention.value
    assert isinstance(value, Quantity)
    amount = "..".join(f"{end.normalize():f}" for end in (value.amount, value.lower, value.upper) if end is not None)
    sign = "" if value.comparator == "=" else f"{value.comparator} "
    unit = f" {value.unit}" if value.unit else ""
    return f"{sign}{amount}{unit}" + (f" per {value.per}" if value.per else "")


def figures(text: str) -> list[Mention]:
    return [mention for mention in find_mentions(text) if isinstance(mention.value, Quantity)]


CORPUS = {
    # numbers
    "1234.5": ["1,234.5", "1 234.5", "1234.5", "1.234,5"],
    "12300000": ["12.3 million", "12,300,000", "12.3mn", "12 300 000", "12\u00a0300\u00a0000", "1.23e7", "1.23 x 10^7"],
    "1400000": ["1.4 million", "one point four million", "1,400,000", "14 lakh"],
    "2000000000": ["2bn", "two billion", "2 billion", "2,000 million", "2-billion", "two thousand million"],
    "10000": ["10k", "10,000", "ten thousand", "10 thousand"],
    "-4": ["-4", "minus four", "minus 4", "−4", "negative four"],
    "42": ["forty-two", "forty two", "fortytwo", "42"],
    "300000": ["three hundred thousand", "300,000", "0.3 million", "300k"],
    "500000": ["half a million", "half-a-million", "500,000", "half million"],
    "2500000": ["two and a half million", "two-and-a-half million", "2.5 million", "2 1/2 million", "2½ million"],
    "12": ["a dozen", "twelve", "12"],
    "0.5": ["½", "1/2", "one half", "a half", "one-half"],
    "0.75": ["3/4", "three quarters", "three-quarters", "¾", ".75"],
    "2.5": ["two and a half", "2½", "2 1/2", "2.5"],
    "0.125": ["one in eight", "1 in 8", "one out of eight", "an eighth", "one-eighth"],
    "0.8": ["8 in 10", "eight out of ten", "four-fifths", "four fifths"],
    "125000": ["a hundred and twenty-five thousand", "one hundred and twenty five thousand", "125,000"],
    # money
    "7000000 USD": [
        "US$7m", "$7m", "$7 million", "7 million dollars", "USD 7 million", "USD7m", "7m USD", "$7,000,000", "$US7m",
        "seven million US dollars", "7 million U.S. dollars", "US$ 7 million", "$7-million", "7 USD million",
    ],
    "3000000000 EUR": ["€3bn", "3bn euros", "EUR 3 billion", "three billion euros", "€3 billion", "3 billion €"],
    "420000000 FIM": ["420 million Finnish markka", "FIM 420m"],
    "0.05 GBP": ["5 pence", "5p", "five pence", "five-pence", "£0.05"],
    "250000": ["a quarter of a million", "quarter of a million", "250,000"],
    "12500000 PEN": ["S/12.5m", "PEN 12.5m"],
    "217 lb": ["15st 7lb"],
    "5.5 year": ["five-and-a-half years", "5 1/2 years", "five and a half years"],
    "12..15 year": ["12- to 15-year", "12 to 15 years", "12-15 years"],
    "0.11 USD": ["11 cents", "11c", "11¢", "eleven cents", "$0.11"],
    "15.5 USD": ["$15.50", "15 dollars and 50 cents", "15.50 dollars", "fifteen dollars fifty"],
    "4500000 BRL": ["R$4.5m", "4.5 million reais", "BRL 4.5m", "4.5m Brazilian reais"],
    "20000 INR": ["Rs 20,000", "Rs. 20,000", "₹20,000", "20,000 rupees", "20,000 Indian rupees"],
    "600000 peso": ["600,000 pesos", "Ps600,000"],
    "600000 ARS": ["600,000 Argentine pesos", "ARS600,000"],
    "800 KRW": ["800 won", "₩800", "800 South Korean won"],
    "2000000000 USD per year": ["US$2bn a year", "$2bn annually", "$2 billion per year", "2bn dollars per annum"],
    "70 USD per share": ["$70 a share", "$70-a-share", "$70 per share"],
    "15 EUR per h": ["15 euros an hour", "€15/hour", "€15 per hour"],
    # measures
    "45 km": ["45km", "45 km", "45 kilometres", "45 kilometers", "forty-five kilometres", "45-kilometre", "45-km"],
    "500 km²": ["500 km2", "500 km²", "500 sq km", "500 square kilometres", "500 km^2", "500 sq. km"],
    "50000 ha": ["50,000 hectares", "50,000ha", "fifty thousand hectares", "50,000 ha"],
    "38.2 °C": ["38.2°C", "38.2 °C", "38.2 degrees Celsius", "38.2C"],
    "-5 °C": ["minus 5C", "-5°C", "minus five degrees Celsius"],
    "890 km/h": ["890 km/h", "890kph", "890 kilometres per hour", "890 kilometres an hour"],
    "71 in": ["5 ft 11 in", "5ft 11in", "5'11\"", "5 feet 11 inches", "five feet eleven inches"],
    "2 day": ["two-day", "two days", "2 days"],
    "12 year": ["12 years", "twelve years", "12-year", "12 yrs", "a 12-year-old", "12 years old", "aged 12"],
    "0.5 h": ["half an hour", "half-hour", "½ hour"],
    "1.5 h": ["an hour and a half", "one and a half hours", "1.5 hours"],
    "40 t": ["40 tonnes", "40-tonne", "40 metric tons"],
    "6 lb": ["six pounds of flour", "6 lbs", "6lb"],
    "1900000 bbl per day": ["1.9m b/d", "1.9m barrels a day", "1.9 million barrels per day", "1.9 million bpd"],
    "3000000 m": ["3,000,000 metres"],
    "10000000 RUB": ["10m roubles", "10 million Russian roubles", "10m rubles", "₽10m"],
    "3 m": ["3m", "3 m", "three metres"],
    "61.4 %": ["61.4%", "61.4 per cent", "61.4 percent", "61.4 pct"],
    "3.2 pp": ["3.2 percentage points", "3.2-percentage-point"],
    "50 bp": ["50 basis points", "50-basis-point"],
    "60 per 100000": ["60 per 100,000"],
    "60 death per 100000 person": ["60 deaths per 100,000 people"],
    "0.6 mm per year": ["0.6 mm yr−1", "0.6 mm yr-1", "0.6 mm yr⁻¹", "0.6 mm/yr", "0.6 mm per year", "0.6 mm / yr"],
    "12 m/s": ["12 m s−1", "12 m s-1", "12 m·s⁻¹", "12 m/s", "12 m / s", "12 m per second", "12 metres per second"],
    "1.6 m/s²": ["1.6 m s−2", "1.6 m s-2", "1.6 m s⁻²", "1.6 m/s²", "1.6 m/s/s"],
    "9 mg/L": ["9 mg L−1", "9 mg/L", "9 mg / L", "9 mg per litre", "9 milligrams per litre"],
    "340 W per m²": ["340 W m−2", "340 W m⁻²", "340W/m2", "340 watts per square metre"],
    "1650 per cm": ["1650 cm−1", "1650 cm⁻¹"],
    "80 km/h": ["80 km / h", "80 km h−1", "80 km/h"],
    "9 USD per month": ["$9 / month", "$9/month", "$9 a month", "$9 per month"],
    "90 person per mi²": ["90 people per square mile", "90 people per sq mi", "90 people/sq mi", "90 people per sq. mile"],
    "40 tree per ha": ["40 trees/ha", "40 trees per hectare", "40 trees / ha", "40 trees per ha"],
    "700 kg/m³": ["700 kg per cubic metre", "700 kg m−3", "700 kg/m³", "700 kg / m3"],
    "4 kg per ha·year": ["4 kg/ha/yr", "4 kg per hectare per year", "4 kg ha−1 yr−1", "4 kg/ha per year"],
    "7 g per m²·day": ["7 g/m²/day", "7 g m−2 day−1", "7 g per square metre per day", "7 g/m2/day"],
    "12 mg per kg·day": ["12 mg/kg/day", "12 mg per kg per day", "12 mg/kg per day", "12 mg per kilogram a day"],
    "8 L per 100 km": ["8 L per 100 km", "8 L/100 km", "8 litres per 100 kilometres", "8 l / 100 km"],
    "4.5 % per year": ["4.5% p.a.", "4.5% pa", "4.5 per cent per annum", "4.5% a year", "4.5% p.a"],
    "900 GBP per month": ["£900 pcm", "£900 a month", "£900 per month"],
    "4.2 K": ["4.2 K", "4.2 kelvin", "4.2 kelvins"],
    "27 in": ["27 inches", "27-inch", "27 in", "27 in wide"],
    "41200000 share": ["41.2m shares", "41.2 m shares", "41.2 million shares", "41.2M shares"],
    "10..12 lb": ["10-12 pound hams", "10 to 12 pound hams", "10-12 lb"],
    "205 min": ["3h 25m", "3h25m", "3h25min", "3h25", "3 h 25 min", "3 hours, 25 minutes", "3 hours and 25 minutes"],
    "200 s": ["3 min, 20 sec", "3 min 20 sec", "3 minutes, 20 seconds"],
    "3903 s": ["1 hour, 5 minutes, and 3 seconds", "1h 5m 3s", "1h5m3s"],
    "9.8 s": ["9.8s", "9.8 s", "9.8 seconds"],
    "100 s": ["a one hundred second clip", "a 100 second clip", "a 100-second clip"],
    "0.25 tsp": ["a quarter of a teaspoon", "quarter-teaspoon", "¼ of a teaspoon", "¼ teaspoon"],
    "0.7 mi": ["seven tenths of a mile", "0.7 miles"],
    "300 K": ["cooled to 300K", "heated to 300 K"],
    "50000": ["50k", "50 k", "50K"],
    # counts
    "85 life": ["85 lives", "eighty-five lives"],
    "1200 officer": ["1,200 police officers", "1,200 U.S. Army officers"],
    "5 run-out": ["five run-outs"],
    "2000 soldier": ["2,000 soldiers", "an additional 2,000 soldiers", "2,000 Salvadoran soldiers", "2k soldiers"],
    "3000000 person": ["3m people", "three million people", "3 million people", "3M people"],
    "193 member": ["193 members", "the 193-member assembly"],
    "17 aircraft": ["17 aircraft", "seventeen aircraft"],
    "1400000 venezuelan": ["1.4m Venezuelans", "1.4 million Venezuelans"],
    "35 woman": ["35 women", "35 elderly women"],
    "1 soldier": ["one soldier", "1 soldier"],
    # hedges
    "~ 4000 firefighter": ["some 4,000 firefighters", "about 4,000 firefighters", "an estimated 4,000 firefighters",
                           "roughly 4,000 firefighters", "~4,000 firefighters", "4,000 firefighters or so"],
    "> 80 person": ["more than 80 people", "over 80 people", "upwards of 80 people", "in excess of 80 people"],
    ">= 12 ship": ["at least 12 ships", "no fewer than 12 ships", "12 ships or more"],
    "<= 3000 job": ["up to 3,000 jobs", "as many as 3,000 jobs", "no more than 3,000 jobs", "at most 3,000 jobs"],
    "<= 40 %": ["not to exceed 40%", "shall not exceed 40%", "must not exceed 40%", "may not exceed 40%",
                "did not exceed 40%", "doesn't exceed 40%", "cannot exceed 40%", "never exceeded 40%",
                "never more than 40%", "not above 40%", "no higher than 40%", "capped at 40%", "up to 40%"],
    ">= 3 °C": ["not below 3 °C", "never below 3 °C", "never less than 3 °C", "no lower than 3 °C", "3 °C or more",
                "3 °C and above", "3 °C or higher", "must not be less than 3 °C", "never fell below 3 °C"],
    "> 5000000 USD": ["north of $5m", "in excess of $5m", "well over $5m", "more than $5m", "upwards of $5m"],
    "~ 900 km": ["just under 900 km", "close to 900 km", "just over 900 km", "slightly more than 900 km"],
    ">= 60 year": ["aged 60 and over", "aged 60 or over", "60 years and older", "60 years or more", "aged 60 or older"],
    "< 100 job": ["fewer than 100 jobs", "less than 100 jobs", "under 100 jobs"],
    "~ 50 %": ["nearly 50%", "almost 50 per cent", "close to 50%", "around 50 percent"],
    "> 0.5": ["more than half"],
    # ranges
    "3..5 km": ["3-5 km", "3 to 5 km", "3–5km", "three to five kilometres", "3 km to 5 km", "between 3 and 5 km", "3―5 km",
                "3—5 km", "3−5 km", "3 -- 5 km", "3--5 km"],
    "3.4..8.6": ["3.4 to 8.6", "3.4–8.6"],
    "40..50 %": ["between 40 and 50 per cent", "40-50%", "40% to 50%", "from 40 to 50 percent"],
    "2000000..3000000 USD": ["from US$2m to US$3m", "US$2m-US$3m", "$2m-3m", "$2-3m", "between $2m and $3m"],
    "1500000000..2000000000 EUR": ["€1.5bn-€2bn", "€1.5-2bn", "1.5 to 2 billion euros"],
    "300..400 protester": ["300 to 400 protesters", "between 300 and 400 protesters", "300-400 protesters"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("figure", "text"), [(figure, text) for figure, spellings in CORPUS.items() for text in spellings]
)
def test_a_figure_is_read_from_every_spelling(figure: str, text: str) -> None:
    assert [plain(mention) for mention in figures(text)] == [figure]


SENTENCES = {
    "The trade gap widened to US$12.3bn, 23.5% more than a year earlier.": ["12300000000 USD", "23.5 %"],
    "The 47-year-old won 52% of the vote.": ["47 year", "52 %"],
    "They planted 50,000 hectares (ha) and created 20,000 jobs.": ["50000 ha", "20000 job"],
    "The bridge is 1,650 feet (503 metres) long.": ["1650 ft", "503 m"],
    "Two hundred fled, 30 armed men among them.": ["200", "30 man"],
    "Fuel rose from 3 to 5 euros a litre.": ["3 EUR per L", "5 EUR per L"],
    "Rovers won 3-1 after a 2-2 draw.": ["3", "1", "2", "2"],
    "Pay rose 3% to $5 a day.": ["3 %", "5 USD per day"],
    "The party lost 27 of its 61 seats.": ["27", "61 seat"],
    "Doses of 45 and 50 mg were given.": ["45 mg", "50 mg"],
    "Two or three people saw it.": ["2 person", "3 person"],
    "It stood 6 feet tall and cost £40.": ["6 ft", "40 GBP"],
    "He served 3 years, 2 months and 5 days.": ["3 year", "2 month", "5 day"],
    "Hiring began with 2,000 soldiers, a figure revised up to 3,000.": ["2000 soldier", "3000"],
    "Over three days, over 300 rallies were held.": ["3 day", "> 300 rally"],
    "Sales rose from 3m to 5m units.": ["3000000", "5000000 unit"],
    "A 3m wall cost £3m.": ["3 m", "3000000 GBP"],
    "Output fell by 500 barrels daily, in 60 monthly steps.": ["500 bbl per day", "60 step"],
    "Eight in ten voters paid $500 each.": ["0.8", "500 USD"],
    "He earns $10 - $12 per hour.": ["10..12 USD per h"],
    "The poll has a margin of plus or minus 3 percentage points.": ["3 pp"],
    "The 500-odd delegates and the 1,000-strong force met.": ["~ 500 delegate", "1000"],
    "Two in three people ran 4 x 100m.": ["0.6666666666666666666666666667", "4", "100 m"],
    "In Gaza 45 were killed; in Iraq 3,596 in all.": ["45", "3596"],
    "A ticket costs 500 won; 12 won prizes and 3 won a car.": ["500 KRW", "12", "3"],
    "Pupils aged 4, 6 and 8 came with those aged 11 or 12.": ["4 year", "6 year", "8 year", "11 year", "12 year"],
    "Seats are for the ages of 3 and 7.": ["3 year", "7 year"],
    "The tray is 20 × 35 cm, the crate 2 x 3 x 4 m.": ["20 cm", "35 cm", "2 m", "3 m", "4 m"],
    "The rug is 6 by 8 feet.": ["6 ft", "8 ft"],
    "She won the 4 x 50 m relay.": ["4", "50 m"],
    "The shop sold 30 kettles and over 5 stoves.": ["30 kettle", "> 5 stove"],
    "The farm sold 300 in 2015, up from 280 in 2014.": ["300", "280"],
    "They had 12 in June.": ["12"],
    "The choir sang 40 in all.": ["40"],
    "The siege took one day; one day of rest followed.": ["1 day", "1 day"],
    "The lodge is 5 km north of 10 barns.": ["5 km", "10 barn"],
    "Plates were dried for 2 h at 60 °C.": ["2 h", "60 °C"],
    "He earns 50 K a year.": ["50000 per year"],
    "The rope is 2 h away and 3 m long.": ["2 h", "3 m"],
    "The mare is the 5-1 second favourite.": ["5", "1", "2"],
    "A tyre at 30 pounds per square inch.": ["30 psi"],
    "The parcel holds 5 kg / 11 lb.": ["5 kg", "11 lb"],
    "He read 20 km / A. Berg, and 3 m / Tom.": ["20 km", "3 m"],
    "The twenty second guest paid a 20 pound fee.": ["22", "20 GBP"],
    "Class A-1 took 5 km A-1 and 4 t B-2.": ["5 km", "4 t"],
    "Bottles of 3 litres and 12 second homes.": ["3 L", "12", "2"],
    "The boxer, six pounds lighter, spent six pounds.": ["6 lb", "6 GBP"],
}


@pytest.mark.parametrize(("text", "expected"), SENTENCES.items())
def test_each_figure_of_a_sentence_is_read(text: str, expected: list[str]) -> None:
    assert [plain(mention) for mention in figures(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("US$8.8 million", "100000"),
        ("8.80 million people", "10000"),
        ("US$7m", "1000000"),
        ("20 million", "1000000"),
        ("50,000 hectares", "10000"),
        ("50,123 hectares", "1"),
        ("85 lives", "1"),
        ("20 seats", "1"),
        ("4.10%", "0.01"),
        ("three hundred thousand", "100000"),
        ("5p", "0.01"),
        ("half a million", "None"),
        ("a dozen", "None"),
        ("two-thirds", "None"),
        ("3-5 km", "1"),
    ],
)
def test_the_quantum_is_the_last_place_that_was_written(text: str, expected: str) -> None:
    (mention,) = figures(text)

    assert isinstance(mention.value, Quantity)
    assert f"{mention.value.quantum}" == expected


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("about US$7m in all", "US$7m"),
        ("an additional 2,000 Salvadoran soldiers came", "2,000 Salvadoran soldiers"),
        ("a two-day summit", "two-day"),
        ("US$2bn a year", "US$2bn"),
        ("between 3 and 5 km off", "3 and 5 km"),
        ("a 12-year-old girl", "12-year-old"),
        ("half a million voters", "half a million voters"),
        ("it fell by -4.5 points.", "-4.5 points"),
        ("(US$31m)", "US$31m"),
    ],
)
def test_the_surface_is_the_figure_without_its_hedge(text: str, surface: str) -> None:
    assert [mention.surface for mention in figures(text)] == [surface]


@pytest.mark.parametrize(
    ("text", "modifiers"),
    [
        ("an additional 2,000 Salvadoran soldiers", ("additional", "Salvadoran")),
        ("150 Kurdish fighters", ("Kurdish",)),
        ("30 armed young men", ("armed", "young")),
        ("five community-owned radio stations", ("community-owned", "radio")),
        ("85 lives", ()),
    ],
)
def test_the_words_before_a_noun_are_its_modifiers(text: str, modifiers: tuple[str, ...]) -> None:
    assert [mention.modifiers for mention in figures(text)] == [modifiers]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("25th", "ordinal"),
        ("the second round", "ordinal"),
        ("twenty-first", "ordinal"),
        ("US$7m", "money"),
        ("61%", "percent"),
        ("2 percentage points", "percent"),
        ("85 lives", "quantity"),
        ("45km", "quantity"),
        ("42", "number"),
        ("two-thirds", "number"),
    ],
)
def test_each_figure_has_its_kind(text: str, kind: str) -> None:
    assert [mention.kind for mention in figures(text)] == [kind]
