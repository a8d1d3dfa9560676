"""Units of measure and currencies by the words and marks that reports write for them, each with its singular name."""

from __future__ import annotations


def _table(rows: str) -> dict[str, str]:
    """Lines of "name: written|written" as written → name; the name itself and its plural are always written so."""
    table: dict[str, str] = {}
    for line in rows.strip().splitlines():
        name, _, written = line.strip().partition(":")
        for word in (name, name + "s", *filter(None, written.strip().split("|"))):
            table[word] = name
    return table


MEASURES = _table("""
    kilometre: km|kms|kilometer|kilometers
    metre: m|meter|meters
    centimetre: cm|centimeter|centimeters
    millimetre: mm|millimeter|millimeters
    micrometre: µm|micron|microns
    mile: mi
    nautical mile: nm
    yard: yd|yds
    foot: ft|feet|'|′
    inch: in.|inches|"|″
    hectare: ha
    acre:
    kilogram: kg|kgs|kilo|kilos|kilogramme|kilogrammes
    gram: g|gramme|grammes
    pound-mass: lb|lbs|pound|pounds
    ton: t|tonne|tonnes|tons
    kiloton: kt
    ounce: oz
    litre: l|liter|liters
    millilitre: ml|milliliter|milliliters
    gallon: gal
    pint:
    barrel: bbl
    second: sec|secs
    minute: min|mins
    hour: h|hr|hrs
    day:
    night:
    week:
    month:
    year: yr|yrs
    decade:
    century: centuries
    kilometre per hour: km/h|kmh|kph
    mile per hour: mph|m.p.h.
    knot: kts
    mile per gallon: mpg
    horsepower: hp|bhp|ps
    watt: w
    kilowatt: kw
    megawatt: mw
    gigawatt: gw
    kilowatt hour: kwh
    gigawatt hour: gwh
    hertz: hz
    kilohertz: khz
    megahertz: mhz
    gigahertz: ghz
    volt: v
    megabyte: mb
    gigabyte: gb
    terabyte: tb
    degree: °
    celsius: °c
    fahrenheit: °f
    percentage: %|percent|pc|pct|per-cent
    percentage point: pp
    revolutions per minute: rpm
    parts-per-billion: ppb
    parts-per-million: ppm
    generation wireless:
""")
MONEY = _table("""
    dollar: $|us$|$us|usd|u.s.$
    canadian dollar: c$|ca$|cad
    australian dollar: a$|au$|aud
    hong kong dollar: hk$|hkd
    pound sterling: £|gbp
    euro: €|eur
    japanese yen: ¥|yen|jpy|y
    chinese yuan: yuan|rmb|cny
    rouble: ruble|rubles|rub|₽
    indian rupee: rupee|rupees|rs|inr|₹
    turkish lira: lira|liras|try|₺
    shekel: ils|₪|nis
    malaysian ringgit: ringgit|rm|myr
    rial: irr
    dinar:
    cent: ¢
    penny: p|pence
""")
BEFORE = {written: name for written, name in MONEY.items() if len(written) <= 4}
"""Marks and codes of money that stand before their number."""

WORDS_OF_TWO = {
    ("per", "cent"): "percentage",
    ("miles", "per", "hour"): "mile per hour",
    ("mile", "per", "hour"): "mile per hour",
    ("degrees", "celsius"): "celsius",
    ("degrees", "fahrenheit"): "fahrenheit",
    ("square", "metres"): "square metre",
    ("square", "meters"): "square metre",
    ("square", "kilometres"): "square kilometre",
    ("square", "kilometers"): "square kilometre",
    ("square", "miles"): "square mile",
    ("square", "feet"): "square foot",
    ("sq", "ft"): "square foot",
    ("sq", "m"): "square metre",
    ("cubic", "metres"): "cubic metre",
    ("cubic", "feet"): "cubic foot",
    ("percentage", "points"): "percentage point",
    ("nautical", "miles"): "nautical mile",
    ("years", "old"): "year of age",
    ("year", "old"): "year of age",
    ("year", "-", "old"): "year of age",
    ("years", "of", "age"): "year of age",
}
"""Units that are written in several words."""

SCALE_LETTERS = {"k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12, "trn": 10**12}
"""Letters behind a number that multiply it; "m" and "b" do so only for money."""
