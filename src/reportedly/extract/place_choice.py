"""Which place a name means in its report: the countries and units that it names, and the places beside it, decide."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.extract.countries import CountryForm
from reportedly.extract.gazetteer import Candidate, Match, candidates, country_word
from reportedly.extract.place_frame import Frame
from reportedly.extract.place_scan import Sighting, capital
from reportedly.extract.place_sense import AREAS, Setting
from reportedly.extract.place_words import WHICH_PLACE, words
from reportedly.model import Document

EARTH = 6371.0088
"""Mean radius of the Earth in km (IUGG)."""

BESIDE = 150.0
"""Kilometres within which two places support each other."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a report while its names are resolved: its setting, and the units and points of the names that are sure."""

    setting: Setting
    units: frozenset[str] = frozenset()
    points: tuple[tuple[float, float], ...] = ()


def setting(document: Document) -> Setting:
    """Countries that a report names in any way, by how often, and the last names of the persons in it."""
    countries: Counter[str] = Counter()
    for token in document.tokens:
        if capital(token):
            for text in (document.words(token.i, min(token.i + 2, len(document.tokens))), token.text):
                word = country_word(text)
                if word is not None:
                    countries[word.code] += 1
                    break
    persons = {
        document.tokens[i].lower
        for name in document.names
        if name.label == "PERSON" and name.end - name.start > 1 and not candidates(document.words(name.start, name.end))
        for i in range(name.start + 1, name.end)
    }
    return Setting(dict(countries), frozenset(persons))


def km_between(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance between two points in degrees, in kilometres.

    Source: haversine form, R. W. Sinnott, Sky & Telescope 68(2), 1984, p. 159. Error: at most 0.57 % against WGS 84.
    """
    (lat1, lon1), (lat2, lon2) = ((math.radians(lat), math.radians(lon)) for lat, lon in (a, b))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH * math.asin(min(1.0, math.sqrt(h)))


def best(document: Document, sighting: Sighting, around: Frame, known: Known) -> Candidate | None:
    """The place that fits best, or None: no place of that name is known, or only by a spelling that nothing else speaks for."""
    found = [c for c in sighting.found if c.match is not Match.SKELETON or c.country in known.setting.countries]
    if around.settled and not around.unit:
        found = [c for c in found if c.kind == "city"]
    container = _container(document, sighting)
    scored = [(score(each, around, known, container), -i, each) for i, each in enumerate(found)]
    return max(scored, key=lambda s: s[:2])[2] if scored else None


def score(each: Candidate, around: Frame, known: Known, container: Sequence[Candidate]) -> float:
    """The sum of the weights (`WHICH_PLACE`) of what speaks for a place."""
    total = sum(WHICH_PLACE[part] for part in _of_the_name(each) + _of_the_unit(each, around) + _of_the_report(each, known))
    if container and any(c.id in each.parents for c in container):
        total += WHICH_PLACE["named container"]
    if each.kind == "city":
        total += WHICH_PLACE["per power of ten"] * (math.log10(max(each.population, 100)) - 4)
    return total


def _of_the_name(each: Candidate) -> list[str]:
    found = [] if each.match is Match.ENGLISH else [("primary name", "other name", "skeleton")[each.match - 1]]
    if each.kind in ("country", "continent", "admin1", "admin2"):
        found.append(each.kind)
    elif each.kind in AREAS:
        found.append("region")
    return found


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
    named = known.setting.countries
    found = []
    if each.country in named:
        found.append("country named")
        if named[each.country] == max(named.values()):
            found.append("country named most")
    elif named and each.kind != "country":
        found.append("other countries named")
    if any(parent in known.units for parent in each.parents):
        found.append("unit named")
    if any(0 < km_between((each.lat, each.lon), point) < BESIDE for point in known.points):
        found.append("beside another place")
    return found


def _container(document: Document, sighting: Sighting) -> tuple[Candidate, ...]:
    """What stands after the name and a comma: the unit or country that contains it, if it is one."""
    tokens, end = document.tokens, sighting.end
    if end + 1 >= len(tokens) or tokens[end].text != "," or not capital(tokens[end + 1]):
        return ()
    for last in (end + 4, end + 3, end + 2):
        if last <= len(tokens):
            found = [c for c in candidates(document.words(end + 1, last)) if c.kind in ("country", "admin1")]
            word = country_word(document.words(end + 1, last))
            if found and (word is None or word.form is CountryForm.NAME):
                return tuple(found)
    return ()
