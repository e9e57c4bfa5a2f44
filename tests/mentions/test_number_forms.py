"""Forms of numbers and of money that journals, accounts and other countries use, and what only looks like them."""

from __future__ import annotations

import pytest

from factcli.mentions import find_mentions
from factcli.model.facts import Quantity


def figures(text: str) -> list[str]:
    """The figures of a text as lines: comparator, amount or range, unit, what it is a rate of."""
    values = [mention.value for mention in find_mentions(text) if isinstance(mention.value, Quantity)]
    return [line(value) for value in values]


def line(value: Quantity) -> str:
    amount = "..".join(f"{end.normalize():f}" for end in (value.amount, value.lower, value.upper) if end is not None)
    parts = ("" if value.comparator == "=" else value.comparator, amount, value.unit, value.per and f"per {value.per}")
    return " ".join(part for part in parts if part)


FORMS = {
    "apostrophes": {
        "The lake holds 48'900'000 litres.": ["48900000 L"],
        "The canton counts 735’500 residents.": ["735500 resident"],
        "Rent is CHF 2'150.80 a month.": ["2150.8 CHF per month"],
        "A pass costs Fr. 1'040.": ["1040 franc"],
        "The glacier lost 3'600 m3.": ["3600 m³"],
        "It printed 25\u02bc000 leaflets.": ["25000 leaflet"],
        "Summits above 4'000 metres draw climbers.": ["> 4000 m"],
        "Between 1'200 and 1'500 bees lived there.": ["1200..1500 bee"],
        "The herd of '98 had 6'4 calves.": ["6", "4 calf"],
    },
    "powers of ten": {
        "Each gram holds 10⁹ spores.": ["1000000000 spore"],
        "The jar had 10^5 seeds.": ["100000 seed"],
        "A drop weighs 5 × 10−5 kg.": ["0.00005 kg"],
        "The bar moved 2.5 × 10⁻³ m.": ["0.0025 m"],
        "The star is 4.1 × 10^13 km off.": ["41000000000000 km"],
        "It counted 3·10⁴ photons.": ["30000 photon"],
        "The layer is 10⁻⁶ m thick.": ["0.000001 m"],
        "It sent 6 x 10**3 packets.": ["6000 packet"],
        "The soil held 10³–10⁵ worms.": ["1000..100000 worm"],
        "It fired 1.5e3 pulses.": ["1500 pulse"],
        "Slabs of 4 × 10-12 cm were cut.": ["4", "10..12 cm"],
        "The board is a 3 x 10-6 grid.": ["3", "10", "6"],
        "The choir had 10¹ members.": ["10"],
        "The password has 2^10 states.": ["1024 state"],
        "The squad has 85² members.": ["85"],
    },
    "margins": {
        "The pendulum swings in 2.01 ± 0.05 s.": ["2.01 s"],
        "Trout of 30 ± 4 cm were caught.": ["30 cm"],
        "Humidity was 64 ± 3%.": ["64 %"],
        "Humidity was 64% ± 3%.": ["64 %"],
        "The neutron lives 878.4(5) seconds.": ["878.4 s"],
        "The boats weigh 70±5 kg.": ["70 kg"],
        "The fibre is (12.5 ± 0.3) mm thick.": ["12.5 mm"],
        "The pond held (4 ± 1) × 10³ snails.": ["4000 snail"],
        "The bolt is 8 +/- 0.1 mm wide.": ["8 mm"],
        "The trip took 40 plus or minus 5 minutes.": ["40 min"],
        "The survey has a margin of plus or minus 2 percentage points.": ["2 pp"],
        "The pipe is 3.2 m ± 0.1 m long.": ["3.2 m"],
    },
    "negatives in accounts": {
        "The brewery posted $(8.2) million.": ["-8200000 USD"],
        "Operating profit was £(0.9)bn.": ["-900000000 GBP"],
        "Free cash flow: (21.5) million.": ["-21500000"],
        "The fund returned (3.4)% in May.": ["-3.4 %"],
        "It earned $(0.45) per share.": ["-0.45 USD per share"],
        "The result was EUR (7) million.": ["-7000000 EUR"],
        "Its margin (12%) is thin.": ["12 %"],
        "The club (founded by 9 men) owns a boat (40 feet).": ["9 man", "40 ft"],
        "It raised a sum ($4 million) at once.": ["4000000 USD"],
        "The buyer pays three (3) million dollars.": ["3", "3"],
        "The crews (25) met.": ["25"],
    },
    "scale letters of money": {
        "The plant cost $3.4mm.": ["3400000 USD"],
        "The plant cost $3.4 MM.": ["3400000 USD"],
        "The bank holds $2.5T.": ["2500000000000 USD"],
        "The budget is £1.3tr.": ["1300000000000 GBP"],
        "The tunnel cost €12 Mrd.": ["12000000000 EUR"],
        "A loan of 12 Mrd euros was signed.": ["12000000000 EUR"],
        "The yacht cost $9 mil.": ["9000000 USD"],
        "The yacht cost 9 mil dollars.": ["9000000 USD"],
        "A $4mill farm burnt down.": ["4000000 USD"],
        "The dam cost $6 bil.": ["6000000000 USD"],
        "The nail is 5mm long.": ["5 mm"],
        "The lorry carries 5 t of sand.": ["5 t"],
        "A stall sells $5 T-shirts.": ["5 USD"],
        "A stall sells $5T-shirts.": ["5 USD"],
    },
    "currency prefixes": {
        "The museum charges E£200.": ["200 EGP"],
        "The museum charges LE 200.": ["200 EGP"],
        "The ferry costs Aus$45.": ["45 AUD"],
        "The ferry costs HK $45.": ["45 HKD"],
        "The ferry costs NZ $45.": ["45 NZD"],
        "The ferry costs U$S45.": ["45 USD"],
        "The ferry costs $US45.": ["45 USD"],
        "The stake is RMB 80m.": ["80000000 CNY"],
        "The toll is kr 60.": ["60 kr"],
        "The toll is Kr. 60.": ["60 kr"],
        "The toll is 60 kr.": ["60 kr"],
        "The shop owes CFA 9,000.": ["9000 XOF"],
        "The shop owes Dhs 900.": ["900 dirham"],
        "A stand in Fresno, CA $5 a box.": ["5 USD per box"],
        "Le 5 restaurants du port.": ["5 restaurant"],
    },
    "minus with a space": {
        "The slope was b = − 0.32.": ["-0.32"],
        "The slope was b = – 0.32.": ["-0.32"],
        "The freezer reached − 18 °C.": ["-18 °C"],
        "It warmed from − 12 to − 9 °C.": ["-12..-9 °C"],
        "The odds fell (95% CI − 0.4 to 1.2).": ["95 %", "-0.4..1.2"],
        "The shift was of − 4 mm.": ["-4 mm"],
        "The z-score was > − 1.5.": ["> -1.5"],
        "The goalkeeper left − 3 goals later they lost.": ["3 goal"],
        "The team had a plan – 3 players stayed back.": ["3 player"],
        "She took the bus - 5 stops to go.": ["5 stop"],
        "It fell to minus-5 degrees.": ["-5 °"],
    },
    "figures without a zero": {
        "Wages rose (p < .001).": ["< 0.001"],
        "Wages rose (p<.05).": ["< 0.05"],
        "Wages rose, P = .032.": ["0.032"],
        "The gap was at the .01 level.": ["0.01"],
        "Agent 007 came.": [],
    },
    "figures after abbreviations": {
        "Sleep lengthened (95% CI 12 to 31).": ["95 %", "12..31"],
        "The age was 41 (SD 6.3).": ["41 year", "6.3"],
        "The classifier had an AUC 0.87 on new birds.": ["0.87"],
        "Their IQR 3 to 8 is narrow.": ["3..8"],
        "Smokers had HR 1.42 for stroke.": ["1.42"],
        "A kappa with MCC 0.61 was found.": ["0.61"],
        "They debated HR 40 for hours.": [],
        "The port is USB 3.0 only.": [],
        "The flight was by Boeing 737.": [],
    },
    "arguments of a test": {
        "The crops differed, F(2,57)=4.1.": ["2", "57", "4.1"],
        "The crops differed, χ²(3,210) = 9.5.": ["3", "210", "9.5"],
        "The tank holds 1,23 m3 of oil.": ["1.23 m³"],
        "Some staff (1,234) left.": ["1234"],
    },
    "parts": {
        "A hair is one thousandth of the rope.": ["0.001"],
        "It kept one millionth of the light.": ["0.000001"],
        "It is the one hundredth of his plays.": ["100"],
        "On the one thousandth day it rained.": ["1000"],
        "Only 3 in 4, she noted, came.": ["0.75"],
        "Some 9 of 10 dentists agree.": ["~ 0.9"],
        "He scored 4 in 6, then rested.": ["4", "6"],
        "They won 5 of 10 games.": ["5", "10 game"],
        "The party lost 27 of 61 seats.": ["27", "61 seat"],
    },
    "scales alone": {
        "Some hundred and fifty goats escaped.": ["~ 150 goat"],
        "A choir of hundred and ten singers sang.": ["110 singer"],
        "The thousand and one lamps shone.": ["1001 lamp"],
        "He read the Thousand and One Nights.": [],
        "Several hundred marched.": [],
    },
    "per cent and prefixes": {
        "Turnout fell by 24pc.": ["24 %"],
        "A 12pc set of knives was sold.": [],
        "She ran a sub-3-hour race.": ["< 3 h"],
        "It bought sub-$1bn firms.": ["< 1000000000 USD"],
        "Hikers met sub-zero winds.": [],
        "The room costs £80 plus £6 tax.": ["80 GBP", "6 GBP"],
        "The room costs £80 plus.": [">= 80 GBP"],
    },
    "full stops that group": {
        "The park covers 50.000 hectares.": ["50000 ha"],
        "Some 12.500 people marched.": ["~ 12500 person"],
        "The flat costs €340.000.": ["340000 EUR"],
        "The flask holds 50.000 mL.": [],
        "Fuel cost €1.599 a litre.": ["1.599 EUR per L"],
        "He averaged 1.500 points.": ["1.5 point"],
        "The ingot weighs 12.345 kg.": ["12.345 kg"],
        "Pi is about 3.142.": ["~ 3.142"],
    },
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [row for rows in FORMS.values() for row in rows.items()])
def test_each_form_is_read_as_what_it_is(text: str, expected: list[str]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("a loss of $(8.2) million in all", "$(8.2) million"),
        ("it takes 2.01 ± 0.05 s to swing", "2.01 ± 0.05 s"),
        ("it fell to − 18 °C at night", "− 18 °C"),
        ("a toll of kr 60 each way", "kr 60"),
        ("it has 10⁹ spores per gram", "10⁹ spores"),
    ],
)
def test_the_surface_is_the_whole_form(text: str, surface: str) -> None:
    assert [mention.surface for mention in find_mentions(text)] == [surface]


@pytest.mark.parametrize("text", ["{} 5 of them", "{}-{} trains", "{} km", "{} 1/2"])
def test_a_number_of_more_digits_than_decimals_have_is_no_error(text: str) -> None:
    find_mentions(text.replace("{}", "1" * 40))
