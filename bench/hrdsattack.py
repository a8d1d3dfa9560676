"""Who did what to whom, where and when in articles on attacks on defenders of rights: one event an article.

The event is the happening of the article's main claim. Its time and place come from that happening's claims; the
violence, the side that does it and the victims from all violence that is said to have happened.
"""

from __future__ import annotations

import calendar
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from bench.product import read_rows
from bench.reading import REAL, Read, country_of, finished, main_of, reading, recorded, stated
from reportedly.model import Claim, Entity, EntityKind, Field, Kind, PlaceRole, Stance, When, Where

DATA = "bench/hrdsattack/dev.jsonl"
VIOLATIONS = {
    Kind.ARRESTS: "arbitrary detention",
    Kind.ABDUCTION: "kidnapping",
    Kind.ATTACK: "other",
    Kind.SEXUAL_VIOLENCE: "other",
    Kind.MOB_VIOLENCE: "other",
    Kind.EXCESSIVE_FORCE: "other",
    Kind.THREATEN: "other",
    Kind.LOOTING: "other",
    Kind.ASSAULT: "other",
    Kind.ARMED_CLASH: "other",
    Kind.REMOTE_EXPLOSIVE: "other",
    Kind.GRENADE: "other",
}
"""The set's violations by kind of happening; whoever is killed is a "killing" besides."""

SIDES = {
    EntityKind.STATE_FORCES: "state actor",
    EntityKind.STATE: "state actor",
    EntityKind.EXTERNAL_FORCES: "other state actors",
    EntityKind.REBEL_GROUP: "other non-state actors",
    EntityKind.POLITICAL_MILITIA: "other non-state actors",
    EntityKind.IDENTITY_MILITIA: "other non-state actors",
    EntityKind.RIOTERS: "other actors without permissions",
    EntityKind.PERSON: "other actors without permissions",
    EntityKind.UNKNOWN: "other actors without permissions",
}
"""The set's perpetrators by kind of actor."""


def run(data: Path, out: Path) -> dict[str, float]:
    """Write the event of each article to `out`; the scorer's figures, if it is there."""
    rows = read_rows(data)
    read = reading("hrdsattack", (recorded(record(row)) for row in rows))
    return finished(data, out, rows, [{"id": row["id"], "event": event(each)} for row, each in zip(rows, read, strict=True)])


def record(row: dict[str, Any]) -> dict[str, Any]:
    """An article as a record that the product reads."""
    return {"title": row["title"] or "", "published": (row["published"] or "")[:10], "text": row["text"]}


def event(read: Read) -> dict[str, Any]:
    """What the article's claims answer."""
    harm = [c for c in read.claims if c.kind in VIOLATIONS and c.modality in REAL and c.stance is Stance.ASSERTS]
    main = main_of(harm)
    same = next((list(some) for some in read.events() if main in some), [])
    told = [main, *(c for c in same if c is not main and c in harm)] if main is not None else []
    actors = [e for e in entities(harm, Field.ACTOR) if e.kind in SIDES]
    return {
        "perpetrator_mention": bool(actors),
        "perpetrator_type": SIDES[Counter(e.kind for e in actors).most_common(1)[0][0]] if actors else None,
        "violation_types": sorted({name for claim in harm for name in violations(claim)}) or ["unknown"],
        **where([*told, *harm]),
        **when([*told, *harm]),
        "victims": victims(harm),
    }


def violations(claim: Claim) -> Iterator[str]:
    """The violations that one claim tells."""
    if claim.get(Field.KILLED) is not None:
        yield "killing"
    else:
        yield VIOLATIONS[claim.kind]


def entities(some: Iterable[Claim], field: Field) -> list[Entity]:
    """Everybody that claims name for a field, in their order."""
    return [e for value in stated(some, field) if isinstance(value.value, tuple) for e in value.value if isinstance(e, Entity)]


def victims(harm: Sequence[Claim]) -> list[dict[str, str]]:
    """The persons to whom it was done, each once."""
    people = {e.id or e.name: e for e in entities(harm, Field.TARGET) if e.kind is EntityKind.PERSON and e.id is not None}
    return [{"name": person.name, "population": "individual"} for person in people.values()]


def where(told: Sequence[Claim]) -> dict[str, str | None]:
    """Country, unit and town of the first place where it happened."""
    for value in stated(told, Field.PLACE):
        for place in value.value if isinstance(value.value, tuple) else ():
            if isinstance(place, Where) and place.role is PlaceRole.HAPPENED:
                region = place.name if place.precision == FIRST_ORDER else None
                return {"country": country_of(place), "region": region, "city": place.name if place.precision <= NEAR else None}
    return {"country": None, "region": None, "city": None}


NEAR = 2
"""`where_prec` of towns and spots near them."""

FIRST_ORDER = 4
"""`where_prec` of first-order units."""


def when(told: Sequence[Claim]) -> dict[str, str | None]:
    """Year, month and day of the first time whose days are known, as far as they are known."""
    times = [value.value for value in stated(told, Field.WHEN) if isinstance(value.value, When) and value.value.start is not None]
    first = next(iter(times), None)
    if first is None or first.start is None or first.precision is None:
        return {"year": None, "month": None, "day": None}
    return {
        "year": str(first.start.year),
        "month": calendar.month_name[first.start.month] if first.precision <= MONTH else None,
        "day": f"{first.start.day}.0" if first.precision == 1 else None,
    }


MONTH = 4
"""`date_prec` of months."""
