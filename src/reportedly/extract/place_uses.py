"""What each name of a place in a report is used for: the place itself, those who act for it, its people, or part of a longer name.

Every name is read twice: first by itself, then with the setting, units and towns that the first reading is sure of.
"""

from __future__ import annotations

import dataclasses
import functools
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reportedly.extract.countries import CountryForm
from reportedly.extract.entity_tables import rows
from reportedly.extract.gazetteer import Candidate, Match, candidates, country_place, country_word
from reportedly.extract.place_choice import Known, best, setting, setting_country, spoken_by
from reportedly.extract.place_frame import Frame, frame
from reportedly.extract.place_scan import Sighting, capital, head_of, sightings
from reportedly.extract.place_sense import is_government, is_in_row, is_part, is_place, may_govern
from reportedly.extract.place_standing import stands
from reportedly.model import Document


class Use(StrEnum):
    """What a name of a place stands for."""

    PLACE = "place"
    """The place: something is or happens there."""
    GOVERNMENT = "government"
    """Those who act for it: a government, an army, a team ("Moscow said")."""
    BOTH = "both"
    """The place and those who act for it alike ("shelled Syria", "war against Georgia")."""
    PEOPLE = "people"
    """An adjective or a people's name ("Russian", "Russians")."""
    PART = "part"
    """Part of the name of a body or a building ("University of Aleppo")."""


MOST = 300
"""Places of a report, the first ones, by which its other names are placed."""

SURE = 2.0
"""Log-odds against a government at which the rule is not followed."""

GROUND = frozenset({Use.PLACE, Use.BOTH})
"""Uses in which the place itself is meant."""


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A name at tokens `[start, end)`, what it is used for, and the place; None where the name is all that is known."""

    start: int
    end: int
    use: Use
    place: Candidate | None


@dataclass(frozen=True, slots=True)
class Read:
    """A sighting, what stands around it, the place that fits best, its use (None for no place's name), an unknown one's country."""

    sighting: Sighting
    around: Frame
    place: Candidate | None
    use: Use | None = None
    country: str | None = None


def uses(document: Document) -> tuple[Read, ...]:
    """The sightings that are names of places, in text order, each with its use."""
    seen, sure = first_reading(document)
    again = [Read(one, around, best(document, one, around, sure)) for one, around in seen]
    return tuple(read for read in _used(document, again, sure) if read.use is not None)


def first_reading(document: Document) -> tuple[list[tuple[Sighting, Frame]], Known]:
    """The sightings with what stands around them, and what reading each by itself tells of the report."""
    seen = [(one, frame(document, one)) for one in sightings(document)]
    known = Known(setting(document))
    first = _used(document, [Read(one, around, best(document, one, around, known)) for one, around in seen], known)
    places = [read.place for read in first if read.use in GROUND and read.place is not None]
    distinct = list({place.id: place for place in places}.values())[:MOST]
    towns = [place for place in distinct if place.kind in ("city", "admin2") and place.match is not Match.SKELETON]
    held: defaultdict[str, set[str]] = defaultdict(set)
    for place in distinct:
        if place.kind == "admin1" or (place in towns and len(place.parents) > 1):
            held[place.id if place.kind == "admin1" else place.parents[-2]].add(place.id)
    return seen, Known(
        spoken_by(known.setting, _speaking(places, known)),
        frozenset(place.id for place in places if place.kind in ("admin1", "admin2")),
        {place.id: (place.lat, place.lon) for place in towns if place.kind == "city"},
        {unit: frozenset(ids) for unit, ids in held.items()},
    )


def _speaking(places: Sequence[Candidate], known: Known) -> list[Candidate]:
    """The places that speak for their countries: of a country that the report names, or that has two places here."""
    several = Counter(place.country for place in {place.id: place for place in places}.values())
    named = known.setting.countries
    return [place for place in places if not named or place.country in named or several[place.country] > 1]


def place_names(document: Document) -> tuple[PlaceName, ...]:
    """Every name of a place, whatever it is used for, in text order, without overlap."""
    read = [PlaceName(r.sighting.start, r.sighting.end, r.use, r.place) for r in uses(document) if r.use is not None]
    covered = frozenset(i for name in read for i in range(name.start, name.end))
    return tuple(sorted([*read, *_peoples(document, covered)], key=lambda name: name.start))


def use_of(document: Document, start: int, end: int) -> Use:
    """What the name of a place at tokens `[start, end)` is used for, taken for granted that it is one."""
    one = sighting_of(document, start, end)
    return _standing(document, one, rule=ruled(document, one))


def sighting_of(document: Document, start: int, end: int) -> Sighting:
    """The name at tokens `[start, end)` with every place of that name."""
    return Sighting(start, end, head_of(document, start, end), candidates(document.words(start, end)))


def ruled(document: Document, one: Sighting) -> bool:
    """Whether the rule takes a name, read by itself, for a government."""
    around = frame(document, one)
    return is_government(document, one, around, best(document, one, around, Known(setting(document))))


def _standing(document: Document, one: Sighting, *, rule: bool) -> Use:
    """What the rule and the learned part say together; the rule's word counts unless the learned part is surer of the contrary."""
    odds = stands(document, one, rule=rule)
    if rule:
        return Use.GOVERNMENT if odds > -SURE or document.tokens[one.head].dep == "poss" else Use.PLACE
    return Use.BOTH if odds > 0 else Use.PLACE


def _used(document: Document, reads: Sequence[Read], known: Known) -> list[Read]:
    """The readings with their uses. A name in a row after one that acts, acts too; one after a place is a place."""
    found: list[Read] = []
    acting = standing = None
    for read in reads:
        joined = is_in_row(document, standing, read.around)
        around = dataclasses.replace(read.around, joined=True) if joined else read.around
        use = _use(document, Read(read.sighting, around, read.place), acting, known)
        acting = around if use is Use.GOVERNMENT else acting
        standing = around if use in GROUND else standing
        country = setting_country(known.setting) if read.place is None else None
        found.append(Read(read.sighting, around if use in GROUND else read.around, read.place, use, country))
    return found


def _use(document: Document, read: Read, acting: Frame | None, known: Known) -> Use | None:
    one, around, place = read.sighting, read.around, read.place
    may = place is not None and may_govern(document, one, place)
    acts = is_government(document, one, around, place) or (may and is_in_row(document, acting, around))
    if acts and not may:
        return None
    if acts or is_place(document, one, around, place, known.setting):
        return _standing(document, one, rule=acts) if may else Use.PLACE
    return Use.PART if place is not None and is_part(document, one, around, place, known.setting) else None


def _peoples(document: Document, covered: frozenset[int]) -> Iterator[PlaceName]:
    """Adjectives and names of peoples outside of tokens that are `covered`."""
    free = 0
    for token in document.tokens:
        if token.i < free or not capital(token):
            continue
        for end in (min(token.i + 2, len(document.tokens)), token.i + 1):
            place = people_of(document.words(token.i, end)) if covered.isdisjoint(range(token.i, end)) else None
            if place is not None:
                yield PlaceName(token.i, end, Use.PEOPLE, place)
                free = end
                break


def people_of(word: str) -> Candidate | None:
    """The country, region, unit or town that an adjective or a people's name belongs to; None for any other word."""
    known = country_word(word)
    if known is not None and known.form in (CountryForm.ADJECTIVE, CountryForm.PEOPLE):
        return country_place(known.code)
    listed = _listed().get(word)
    if listed is None:
        return None
    return next((c for c in candidates(listed[0]) if c.country == (listed[1] or None)), None)


@functools.cache
def _listed() -> dict[str, tuple[str, str]]:
    return {word: (place, country) for word, place, country in rows("place_peoples.tsv", 3)}
