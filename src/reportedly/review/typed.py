"""Values as a reviewer types them: "12-15 civilians", "2031-05-14", "Qamar; Ostvik"."""

from __future__ import annotations

import re
from dataclasses import replace

from reportedly.errors import BadFilter
from reportedly.extract import gazetteer, time_calendar
from reportedly.extract.places import itself
from reportedly.extract.time_calendar import Days, Unit
from reportedly.model import (
    COUNT_FIELDS,
    ENTITY_FIELDS,
    PLACE_FIELDS,
    Count,
    Entity,
    Field,
    PlaceRole,
    Value,
    VictimClass,
    When,
    Where,
    written_day,
)
from reportedly.review.meant import Meant

COUNT = re.compile(r"(?P<low>\d{1,9})(?:\s*(?:-|–|to)\s*(?P<high>\d{1,9})|(?P<open>\s*\+))?(?:\s+(?P<of>[a-z]+))?", re.IGNORECASE)
CLASSES = {
    **{each.value: each for each in VictimClass},
    "civilians": VictimClass.CIVILIAN,
    "combatants": VictimClass.COMBATANT,
    "children": VictimClass.CHILD,
    "women": VictimClass.WOMAN,
}

DAY = re.compile(r"\d{4}(?:-\d{2}){0,2}")
"""A day, month or year in full: what is decided stands for others to read."""

WANTED = {
    **dict.fromkeys(COUNT_FIELDS, "a number, as 12, 12-15 or 12+, with whom it counts behind it if that is told: 12 civilians"),
    **dict.fromkeys(ENTITY_FIELDS, "one name or several, with ';' between them"),
    **dict.fromkeys(PLACE_FIELDS, "one place or several, with ';' between them, by names or ids that the gazetteer knows"),
    Field.WHEN: "2031-05-14, 2031-05 or 2031, or two of them with '/' between them",
}
"""How a value of each field is written."""


def typed(field: Field, words: str, known: Meant) -> Value:
    """The value that a reviewer means by some words. Names mean what claims mean by them, where one gives them.

    Raises:
        BadFilter: they cannot be read; the message says how to write them.
    """
    words = " ".join(words.split())
    wanted = WANTED.get(field, "some words")
    if not words:
        raise BadFilter(field.value, words, wanted)
    if field in COUNT_FIELDS:
        return _count(field, words, wanted)
    if field is Field.WHEN:
        return _when(words, wanted)
    if field not in ENTITY_FIELDS | PLACE_FIELDS:
        return words
    names = [name for each in words.split(";") if (name := each.strip())]
    if not names:
        raise BadFilter(field.value, words, wanted)
    if field in ENTITY_FIELDS:
        return tuple(known.entities.get(name.casefold(), Entity(name=name)) for name in names)
    return tuple(_where(field, name, known, wanted) for name in names)


def _count(field: Field, words: str, wanted: str) -> Count:
    found = COUNT.fullmatch(words)
    of = None if found is None or found["of"] is None else CLASSES.get(found["of"].casefold())
    if found is None or (found["of"] is not None and of is None):
        raise BadFilter(field.value, words, wanted)
    low = int(found["low"])
    high = None if found["open"] else int(found["high"] or low)
    if high is not None and high < low:
        raise BadFilter(field.value, words, wanted)
    return Count(low=low, high=high, wording=words, of=of)


def _when(words: str, wanted: str) -> When:
    first, _, last = (part.strip() for part in words.partition("/"))
    if not all(DAY.fullmatch(part) for part in (first, last or first)):
        raise BadFilter(Field.WHEN.value, words, wanted)
    try:
        start, end = written_day(first, last=False), written_day(last or first, last=True)
    except ValueError as error:
        raise BadFilter(Field.WHEN.value, words, wanted) from error
    if end < start:
        raise BadFilter(Field.WHEN.value, words, wanted)
    return time_calendar.when(Days(start=start, end=end, unit=Unit.DAY, stated=True))


def _where(field: Field, name: str, known: Meant, wanted: str) -> Where:
    role = PlaceRole.LAUNCHED_FROM if field is Field.LAUNCHED_FROM else PlaceRole.HAPPENED
    found = known.places.get((role, name.casefold()))
    if found is not None:
        return found
    place = next(iter(gazetteer.candidates(name)), None)
    if place is None:
        raise BadFilter(field.value, name, wanted)
    return replace(itself(place), role=role)
