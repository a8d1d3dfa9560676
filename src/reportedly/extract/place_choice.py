"""Which place a name means in its report: the countries and units that it names, and the places beside it, decide."""

from __future__ import annotations

import functools
import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.extract.countries import CountryForm
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


KNOWN_ABROAD = 60_000
"""Inhabitants of a town that a report may name without naming its country, while it speaks of others."""

LARGE = 3_000_000
"""Inhabitants of a first-order unit that may be meant where a country has the same name."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a report while its names are resolved: its setting, and the units and points of the names that are sure."""

    setting: Setting
    units: frozenset[str] = frozenset()
    points: tuple[tuple[float, float], ...] = ()


def setting(document: Document, towns: Sequence[Candidate] = ()) -> Setting:
    """How much a report speaks of each country, and the last names of the persons in it.

    A country named as a place weighs more than its people, government or capital; `towns` are places already
    found, which speak for their countries. A name that is a large unit of another country too ("Georgia") speaks for neither.
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
    for town in towns:
        if town.country is not None and town.kind != "country":
            countries[town.country] += SPOKEN["place"]
    persons = {
        document.tokens[i].lower
        for name in document.names
        if name.label == "PERSON" and name.end - name.start > 1 and not candidates(document.words(name.start, name.end))
        for i in range(name.start + 1, name.end)
    }
    return Setting(dict(countries), frozenset(persons))


def _weight(document: Document, at: int, form: CountryForm) -> float:
    if form is not CountryForm.NAME:
        return SPOKEN["other word"]
    before = document.tokens[at - 1].lower if at else ""
    return SPOKEN["as a place"] if before in words("locative") or before in words("towards") else SPOKEN["name"]


@functools.cache
def _of_two_countries(text: str, code: str) -> bool:
    return any(c.kind == "admin1" and c.country != code and c.match is Match.ENGLISH and c.population > LARGE for c in candidates(text))


def km_between(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance between two points in degrees, in kilometres.

    Source: haversine form, R. W. Sinnott, Sky & Telescope 68(2), 1984, p. 159. Error: at most 0.57 % against WGS 84.
    """
    (lat1, lon1), (lat2, lon2) = ((math.radians(lat), math.radians(lon)) for lat, lon in (a, b))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH * math.asin(min(1.0, math.sqrt(h)))


def best(document: Document, sighting: Sighting, around: Frame, known: Known) -> Candidate | None:
    """The place that fits best, or None: no place of that name is known, or only by a spelling that nothing else speaks for."""
    container = _container(document, sighting, around)
    found = [c for c in sighting.found if _may_be(c, known.setting, container)]
    if around.settled and not around.unit:
        found = [c for c in found if c.kind not in ("admin1", "admin2")]
    namesakes = frozenset(parent for c in found if c.kind == "city" for parent in c.parents)
    scored = [(score(each, around, known, namesakes, container), -i, each) for i, each in enumerate(found)]
    return max(scored, key=lambda s: s[:2])[2] if scored else None


def _may_be(each: Candidate, setting: Setting, container: Sequence[Candidate]) -> bool:
    """Whether a place is not out of the question: a small town of a country of which the report says nothing is.

    So is one that the report puts into a unit or country where it does not lie.
    """
    if any(c.id in each.parents for c in container) or each.country in setting.countries:
        return True
    if each.match is Match.SKELETON:
        return False
    spoken = sum(setting.countries.values()) >= SPOKEN["enough"] or bool(container)
    return each.kind != "city" or each.population > KNOWN_ABROAD or not spoken


def score(each: Candidate, around: Frame, known: Known, namesakes: frozenset[str], container: Sequence[Candidate]) -> float:
    """The sum of the weights (`WHICH_PLACE`) of what speaks for a place. `namesakes`: units that hold a town of the name."""
    total = sum(WHICH_PLACE[part] for part in _of_the_name(each, namesakes) + _of_the_unit(each, around) + _of_the_report(each, known))
    if container and any(c.id in each.parents for c in container):
        total += WHICH_PLACE["named container"]
    if each.kind == "city" or (each.kind == "admin1" and each.id not in namesakes):
        total += WHICH_PLACE["per power of ten"] * (math.log10(max(each.population, 100)) - 4)
    return total + _of_the_country(each, known.setting)


def _of_the_country(each: Candidate, setting: Setting) -> float:
    total = sum(setting.countries.values())
    if not total or each.country is None:
        return 0.0
    share = setting.countries.get(each.country, 0.0) / total
    if share == 0.0:
        return 0.0 if each.kind == "country" else WHICH_PLACE["other countries named"]
    return WHICH_PLACE["country named"] * math.sqrt(share)


def _of_the_name(each: Candidate, namesakes: frozenset[str]) -> list[str]:
    found = [] if each.match is Match.ENGLISH else [("primary name", "other name", "skeleton")[each.match - 1]]
    if each.kind == "country":
        found.append("country or unit" if _of_two_countries(each.name, each.country or "") else "country")
    elif each.kind in ("continent", "admin2"):
        found.append(each.kind)
    elif each.kind == "admin1":
        found.append("unit of its town" if each.id in namesakes else "admin1")
    elif each.kind in AREAS:
        found.append("water" if each.kind in WATER else "region")
    if each.kind == "city" and _is_capital(each):
        found.append("capital")
    return found


@functools.cache
def _is_capital(each: Candidate) -> bool:
    word = country_word(each.name)
    return word is not None and word.form is CountryForm.CAPITAL and word.code == each.country and each.population > 100_000


def _of_the_unit(each: Candidate, around: Frame) -> list[str]:
    if around.settled and not around.unit:
        return ["settlement word"] if each.kind == "city" else []
    if not around.unit:
        return []
    wanted = "admin2" if around.unit in words("second") else "admin1"
    if each.kind == wanted or (each.kind == "country" and around.unit in ("republic", "state")):
        return ["unit word fits"]
    return [] if each.kind in ("admin1", "admin2") or each.kind in AREAS else ["unit word does not fit"]


def _of_the_report(each: Candidate, known: Known) -> list[str]:
    found = []
    if any(parent in known.units for parent in each.parents):
        found.append("unit named")
    if each.kind == "city" and any(0 < km_between((each.lat, each.lon), point) < BESIDE for point in known.points):
        found.append("beside another place")
    return found


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
        found = [c for c in candidates(text) if c.kind in ("country", "admin1")] if capital(tokens[first]) else []
        if found and (word is None or word.form is not CountryForm.ADJECTIVE):
            return tuple(found)
    return ()
