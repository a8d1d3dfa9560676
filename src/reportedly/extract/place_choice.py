"""Which place a name means in its report: the countries and units that it names, and the places beside it, decide."""

from __future__ import annotations

import functools
import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reportedly.extract.countries import CountryForm
from reportedly.extract.entity_tables import rows
from reportedly.extract.gazetteer import Candidate, Match, candidates, country_word
from reportedly.extract.place_frame import Frame
from reportedly.extract.place_scan import Sighting, capital
from reportedly.extract.place_sense import AREAS, WATER, Setting
from reportedly.extract.place_words import SPOKEN, WHICH_PLACE, words
from reportedly.model import Document

EARTH = 6371.0088
"""Mean radius of the Earth in km (IUGG)."""

BESIDE = 150.0
"""Kilometres within which two places support each other."""


NEAR = 500.0
"""Kilometres within which they still do, less so."""

KNOWN_ABROAD = (250_000, 250_000, 1_000_000)
"""Inhabitants of a town that a report may name without naming its country, while it speaks of others; by how the name stands for it."""

UNCOUNTED = 1_000
"""Inhabitants that a place is taken to have for which GeoNames gives none: it lists it as a seat or for its size."""

A_CITY = 100_000
"""Inhabitants of a city that may be meant where a capital has the same name, and of a capital that is one."""

LARGE = 3_000_000
"""Inhabitants of a first-order unit that may be meant where a country has the same name."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a report while its names are resolved.

    Its setting; the ids of the units that it names; the points of its towns by their ids; and the first-order units that hold towns and
    smaller units of it, with the ids of those.
    """

    setting: Setting
    units: frozenset[str] = frozenset()
    points: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    held: Mapping[str, frozenset[str]] = field(default_factory=dict)


def setting(document: Document) -> Setting:
    """How much a report speaks of each country, and the last names of the persons in it.

    A country named as a place weighs more than its people, government or capital. A name that is a large unit of another country
    too ("Georgia") speaks for neither, nor does a capital that is another's city ("Tripoli").
    """
    countries: defaultdict[str, float] = defaultdict(float)
    for token in document.tokens:
        if capital(token):
            for text in (document.words(token.i, min(token.i + 2, len(document.tokens))), token.text):
                word = country_word(text)
                if word is not None:
                    if not _of_two_countries(text, word.code):
                        countries[word.code] += _weight(document, token.i, word.form)
                    break
    persons = {
        document.tokens[i].lower
        for name in document.names
        if name.label == "PERSON" and name.end - name.start > 1 and not candidates(document.words(name.start, name.end))
        for i in range(name.start + 1, name.end)
    }
    return Setting(dict(countries), frozenset(persons))


def spoken_by(setting: Setting, places: Sequence[Candidate]) -> Setting:
    """The setting with what places that were found say for their countries."""
    countries = dict(setting.countries)
    for place in places:
        if place.country is not None and place.kind != "country":
            countries[place.country] = countries.get(place.country, 0.0) + SPOKEN["place"]
    return Setting(countries, setting.persons)


def setting_country(setting: Setting) -> str | None:
    """The country in which a report is set: it speaks of it enough, and more than of all others together. None where there is none such."""
    total = sum(setting.countries.values())
    code = max(setting.countries, key=lambda each: setting.countries[each], default=None)
    return code if code is not None and total >= SPOKEN["set"] and setting.countries[code] > total / 2 else None


def _weight(document: Document, at: int, form: CountryForm) -> float:
    if form is not CountryForm.NAME:
        return SPOKEN["other word"]
    before = document.tokens[at - 1].lower if at else ""
    return SPOKEN["as a place"] if before in words("locative") or before in words("towards") else SPOKEN["name"]


@functools.cache
def _of_two_countries(text: str, code: str) -> bool:
    """Whether a country has the name of a large unit of another, or a capital that of another's city."""
    word = country_word(text)
    if word is not None and word.form is CountryForm.CAPITAL:
        return any(c.kind == "city" and c.country != code and c.match is Match.ENGLISH and c.population > A_CITY for c in candidates(text))
    return any(c.kind == "admin1" and c.country != code and c.match is Match.ENGLISH and c.population > LARGE for c in candidates(text))


def km_between(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance between two points in degrees, in kilometres.

    Source: haversine form, R. W. Sinnott, Sky & Telescope 68(2), 1984, p. 159. Error: at most 0.57 % against WGS 84.
    """
    (lat1, lon1), (lat2, lon2) = ((math.radians(lat), math.radians(lon)) for lat, lon in (a, b))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH * math.asin(min(1.0, math.sqrt(h)))


def best(document: Document, sighting: Sighting, around: Frame, known: Known) -> Candidate | None:
    """The place that fits best, or None: no place of that name is known, or none that the report may mean."""
    container = _container(document, sighting, around)
    left = _possible(sighting, around, known, container)
    if len(left) < 2:
        return left[0] if left else None
    scored = [
        (sum(WHICH_PLACE[name] * value for name, value in parts.items()), -i, each)
        for i, (each, parts) in enumerate(_weighed(left, sighting, around, known, container))
    ]
    return max(scored, key=lambda s: s[:2])[2]


def rivals(document: Document, sighting: Sighting, around: Frame, known: Known) -> list[tuple[Candidate, dict[str, float]]]:
    """The places that a name may mean in its report, each with what speaks for it, by the names of `WHICH_PLACE`."""
    container = _container(document, sighting, around)
    return _weighed(_possible(sighting, around, known, container), sighting, around, known, container)


def _possible(sighting: Sighting, around: Frame, known: Known, container: Sequence[Candidate]) -> list[Candidate]:
    """The places of a name that are not out of the question."""
    found = [c for c in sighting.found if _may_be(c, known.setting, container)]
    if around.unit in words("second") and known.setting.countries:
        found = [c for c in found if c.country in known.setting.countries]
    if around.settled and not around.unit:
        found = [c for c in found if c.kind not in ("admin1", "admin2")]
    return found


def _weighed(
    found: Sequence[Candidate], sighting: Sighting, around: Frame, known: Known, container: Sequence[Candidate]
) -> list[tuple[Candidate, dict[str, float]]]:
    """Rivals, each with what speaks for it beside the others."""
    rivalry = _Rivalry(
        frozenset(parent for c in found if c.kind == "city" for parent in c.parents),
        max((c.population for c in found if c.kind == "city"), default=0),
        frozenset(c.country for c in found if c.kind == "admin2"),
        frozenset(c.country for c in found if c.kind == "city" and _is_capital(c)),
        ids := frozenset(c.id for c in sighting.found),
        tuple(point for place, point in known.points.items() if place not in ids),
    )
    return [(each, evidence(each, around, known, rivalry, container)) for each in found]


@dataclass(frozen=True, slots=True)
class _Rivalry:
    """Of the places of one name: units that hold a town, the people of the largest, countries with a second-order unit or capital, ids.

    `others` are the points of towns of other names.
    """

    units: frozenset[str]
    most: int
    second: frozenset[str | None]
    capitals: frozenset[str | None]
    ids: frozenset[str]
    others: tuple[tuple[float, float], ...]


def _may_be(each: Candidate, setting: Setting, container: Sequence[Candidate]) -> bool:
    """Whether a place is not out of the question: a small town or unit of a country of which the report says nothing is.

    So is one that the report puts into a unit or country where it does not lie.
    """
    if any(c.id in each.parents for c in container) or each.country in setting.countries:
        return True
    if each.match is Match.SKELETON:
        return False
    spoken = sum(setting.countries.values()) >= (SPOKEN["enough"] if each.match is not Match.OTHER else 1.0) or bool(container)
    known = KNOWN_ABROAD[each.match] if each.kind == "city" else LARGE if each.kind in ("admin1", "admin2") else 0
    return each.population > known or each.kind not in ("city", "admin1", "admin2") or not spoken


def evidence(each: Candidate, around: Frame, known: Known, rivalry: _Rivalry, container: Sequence[Candidate]) -> dict[str, float]:
    """What speaks for and against a place, by the names of `WHICH_PLACE`: 1 for what holds, or how much."""
    parts = dict.fromkeys((*_of_the_name(each, rivalry), *_of_the_unit(each, around, rivalry), *_of_the_report(each, known, rivalry)), 1.0)
    if any(c.id in each.parents for c in container):
        parts["named container"] = 1.0
    if each.kind == "city" or (each.kind == "admin1" and each.id not in rivalry.units):
        size = "per power of ten" if each.kind == "city" else "per power of ten of a unit"
        parts[size] = math.log10(max(each.population or UNCOUNTED, 100)) - 4
    return parts | _of_the_country(each, known.setting) | _of_the_units(each, known, rivalry)


def _of_the_units(each: Candidate, known: Known, rivalry: _Rivalry) -> dict[str, float]:
    """The share of a place's first-order unit in the places of other names of the report."""
    unit = each.parents[-2] if len(each.parents) > 1 else each.id if each.kind == "admin1" else ""
    others = known.held.get(unit, frozenset()) - rivalry.ids
    total = sum(map(len, known.held.values()))
    return {"unit of other places": math.sqrt(len(others) / total)} if others else {}


def _of_the_country(each: Candidate, setting: Setting) -> dict[str, float]:
    total = sum(setting.countries.values())
    if not total or each.country is None:
        return {}
    share = setting.countries.get(each.country, 0.0) / total
    if share == 0.0:
        return {} if each.kind == "country" else {"other countries named": 1.0}
    return {"country named": math.sqrt(share)}


def _of_the_name(each: Candidate, rivalry: _Rivalry) -> list[str]:
    found = [] if each.match is Match.ENGLISH else [("primary name", "other name", "skeleton")[each.match - 1]]
    if each.kind == "country":
        found.append("country or unit" if _of_two_countries(each.name, each.country or "") else "country")
    elif each.kind in ("continent", "admin2"):
        found.append(each.kind)
    elif each.kind == "admin1":
        found.append("unit of its town" if each.id in rivalry.units else "admin1")
        if each.country in rivalry.capitals:
            found.append("unit like the capital")
    elif each.kind in AREAS:
        found.append("water" if each.kind in WATER else "region")
    if each.kind == "admin2" and each.id in rivalry.units:
        found.append("unit of its town")
    if each.kind == "city" and each.population == rivalry.most:
        found.append("largest town")
    return found


@functools.cache
def _is_capital(each: Candidate) -> bool:
    word = country_word(each.name)
    return word is not None and word.form is CountryForm.CAPITAL and word.code == each.country and each.population > A_CITY


def _of_the_unit(each: Candidate, around: Frame, rivalry: _Rivalry) -> list[str]:
    if around.settled and not around.unit:
        return ["settlement word"] if each.kind == "city" else []
    if not around.unit:
        return []
    wanted = "admin2" if around.unit in words("second") and each.country in rivalry.second else "admin1"
    if each.kind == wanted or (each.kind == "country" and around.unit in ("republic", "state")):
        return ["unit word fits"]
    return [] if each.kind in ("admin1", "admin2") or each.kind in AREAS else ["unit word does not fit"]


def _of_the_report(each: Candidate, known: Known, rivalry: _Rivalry) -> list[str]:
    found = []
    if each.kind == "city" and _is_capital(each):
        found.append("capital")
    if any(parent in known.units and parent not in rivalry.ids for parent in each.parents):
        found.append("unit named")
    if each.kind in ("city", "admin2"):
        nearest = _nearest((each.lat, each.lon), rivalry.others)
        if nearest < NEAR:
            found.append("near another place")
        if nearest < BESIDE:
            found.append("beside another place")
    return found


def _nearest(point: tuple[float, float], others: Sequence[tuple[float, float]]) -> float:
    """Kilometres to the nearest of other points that lie within `NEAR`; `NEAR` if none does."""
    degrees = NEAR / 110.0
    near = (km_between(point, other) for other in others if abs(other[0] - point[0]) < degrees)
    return min(near, default=NEAR)


def shortened(text: str) -> tuple[Candidate, ...]:
    """The first-order unit for which a short form stands ("Va.", "NSW"), case and full stops counting; empty for any other text."""
    meant = _short_forms().get(text, ())
    return tuple(c for unit, _ in meant for c in candidates(unit) if c.kind == "admin1" and c.country in {country for _, country in meant})


@functools.cache
def _short_forms() -> dict[str, list[tuple[str, str]]]:
    """The units, each with its country, for which a short form may stand."""
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for unit, country, forms in rows("place_short.tsv", 3):
        for form in forms.split("|"):
            found[form].append((unit, country))
    return dict(found)


def _container(document: Document, sighting: Sighting, around: Frame) -> tuple[Candidate, ...]:
    """What stands after the name and a comma or "in": the unit or country that contains it, if it is one."""
    tokens, end = document.tokens, around.tail
    if end + 1 < len(tokens) and tokens[end].lower in words("settlement"):
        end += 1
    if end + 1 >= len(tokens) or tokens[end].lower not in (",", "in") or tokens[end].sentence != tokens[sighting.start].sentence:
        return ()
    first = end + 1
    while first + 1 < len(tokens) and (tokens[first].lower in words("towards") or tokens[first].lower == "the"):
        first += 1
    for last in range(min(first + 4, len(tokens)), first, -1):
        text = document.words(first, last)
        word = country_word(text)
        found = list(shortened(text)) or [c for c in candidates(text) if c.kind in ("country", "admin1")] if capital(tokens[first]) else []
        if found and (word is None or word.form is not CountryForm.ADJECTIVE):
            return tuple(found)
    return ()
