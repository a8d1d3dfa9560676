"""Values in short words, the same in every table, page and export. Never more exact than the value itself."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterable

from reportedly.model.claim import Value
from reportedly.model.count import Count, VictimClass
from reportedly.model.entity import Entity
from reportedly.model.when import When
from reportedly.model.where import PlaceRole, Where

DAY_NOT_KNOWN = "day not known"
"""How a time is shown that the report names, but that cannot be put on days."""

VAGUE = re.compile(
    r"\b(?:dozens|scores|hundreds|thousands|tens|several|many|some|few|handful|couple|numerous|multiple|number|unknown|most|all)\b",
    re.IGNORECASE,
)
"""Wordings that are shown, because the numbers that they are read as say less than they do."""

UNIT = re.compile(
    r"(?:region|province|governorate|district|oblast|state|county|territory|department|division|prefecture|canton|republic"
    r"|municipality|krai|raion|autonomous|capital)\b",
    re.IGNORECASE,
)
"""Words by which a name tells that it is a unit and not the town of that name."""

OF = {
    VictimClass.CIVILIAN: ("civilian", "civilians"),
    VictimClass.COMBATANT: ("combatant", "combatants"),
    VictimClass.CHILD: ("child", "children"),
    VictimClass.WOMAN: ("woman", "women"),
}

MONTHS = "January February March April May June July August September October November December".split()
"""In English whatever the locale."""

ROLES = {PlaceRole.MOVED_FROM: "from ", PlaceRole.HEADED_TO: "to "}


def in_words(value: Value) -> str:
    """A value in a few words.

    Counts: "4", "0", ">= 80", "12-15", "3 children", "dozens (>= 24)". Times: "31 May 2017", "March 2016", "3-5 May 2017",
    "since 2014", or "day not known". Places: "Palmyra (SY)", "near Palmyra (SY)", "Basra region (IQ)". Entities by their names.

    >>> in_words(Count(low=80, high=None, wording="more than 80"))
    '>= 80'
    """
    if isinstance(value, Count):
        return _count(value)
    if isinstance(value, When):
        return _when(value)
    if isinstance(value, str):
        return value
    return ", ".join(_entity_or_place(each) for each in value)


def _count(count: Count) -> str:
    size = _size(count)
    wording = " ".join(count.wording.split())
    if count.low != count.high and VAGUE.search(wording) and not re.search(r"\d", wording):
        size = f"{wording} ({size})"
    if count.of in OF:
        one, more = OF[count.of]
        size = f"{size} {one if count.low == count.high == 1 else more}"
    return f"of whom {size}" if count.part else size


def _size(count: Count) -> str:
    if count.high is None:
        return f">= {count.low}"
    return str(count.low) if count.low == count.high else f"{count.low}-{count.high}"


def _when(when: When) -> str:
    if when.start is None:
        return DAY_NOT_KNOWN
    if when.end is None:
        return f"since {_start(when.start, when.precision)}"
    if when.start == when.end:
        return _one_day(when.start, when.precision)
    first, last = when.start, when.end
    if first.day == 1 and last.day == _days_in(last):
        return _months(first, last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}-{_day(last)}"
    return _joined(_day(first), _day(last), same_year=first.year == last.year)


def _days_in(day: dt.date) -> int:
    """How many days the month of a day has."""
    return calendar.monthrange(day.year, day.month)[1]


def _months(first: dt.date, last: dt.date) -> str:
    """A stretch of whole months, or of whole years."""
    if (first.month, last.month) == (1, 12):
        return str(first.year) if first.year == last.year else f"{first.year}-{last.year}"
    return _joined(_month(first), _month(last), same_year=first.year == last.year)


def _start(start: dt.date, precision: int | None) -> str:
    """The start of an open stretch: a month or a year where no more is known."""
    if precision == 5:
        return str(start.year) if (start.month, start.day) == (1, 1) else _month(start)
    return _month(start) if precision == 4 and start.day == 1 else _one_day(start, precision)


def _one_day(day: dt.date, precision: int | None) -> str:
    """A day, or less where the value says that it is less exact than a day."""
    if precision == 5:
        return str(day.year)
    if precision == 4:
        return _month(day)
    return _day(day) if precision == 1 else f"about {_day(day)}"


def _day(day: dt.date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _month(day: dt.date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}"


def _joined(first: str, last: str, *, same_year: bool) -> str:
    if first == last:
        return first
    return f"{first.rsplit(' ', 1)[0] if same_year else first} - {last}"


def _entity_or_place(each: Entity | Where) -> str:
    return each.name if isinstance(each, Entity) else ROLES.get(each.role, "") + place_in_words(each)


def place_in_words(place: Where) -> str:
    """A place without its role: its name, what it is where the name alone would say more, and its country's code."""
    name = place.name
    if place.precision == 2:
        name = f"near {name}"
    elif place.precision in (3, 4) and not UNIT.search(name):
        name = f"{name} {'district' if place.precision == 3 else 'region'}"
    return name if place.country is None or place.precision >= 6 else f"{name} ({place.country})"


def listed(names: Iterable[str], most: int) -> str:
    """Names in their order, each once, as a sentence lists them; of more than `most` how many more there are.

    >>> listed(["Asha", "Bram", "Asha", "Cleo"], 3)
    'Asha, Bram and Cleo'
    >>> listed(["Asha", "Bram", "Cleo", "Dima"], 2)
    'Asha, Bram and 2 more'
    """
    known = list(dict.fromkeys(names))
    if len(known) > most:
        return f"{', '.join(known[:most])} and {len(known) - most} more"
    return " and ".join([", ".join(known[:-1]), known[-1]]) if len(known) > 1 else "".join(known)
