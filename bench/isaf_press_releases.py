"""What a military press release tells: date, province, kind, group, and the least numbers killed and captured.

A count is the highest number that a claim of what happened gives as its least: a release tells its total, then how it came about.
The product does not tell leaders from others, nor whether a raid was for a certain person or a shot was fired.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from bench.product import read_rows
from bench.reading import REAL, Read, finished, reading, recorded, stated
from reportedly.export.units import units
from reportedly.extract.entity_names import matches
from reportedly.extract.time_dateline import date_line
from reportedly.extract.time_scan import scan
from reportedly.model import Claim, Count, Field, Kind, PlaceRole, Stance, VictimClass, When, Where

DATA = "bench/isaf_press_releases/dev.jsonl"
GROUPS = {
    "group:taliban": "taliban",
    "group:haqqani-network": "haqqani",
    "group:al-qaeda": "aq",
    "group:hizb-i-islami": "hig",
    "group:lashkar-e-taiba": "let",
    "group:imu": "imu",
}
"""The coder's names of armed groups."""

FIRST_ORDER, SECOND_ORDER = 4, 3
"""`where_prec` of provinces and of districts."""

SPELLED = {"paktia": "paktya"}
"""The coder's spelling of provinces, where it is not the gazetteer's."""


def run(data: Path, out: Path) -> dict[str, float]:
    """Write the fields of each release to `out`; the scorer's figures, if it is there."""
    rows = read_rows(data)
    read = reading("isaf_press_releases", (recorded({"text": row["text"]}) for row in rows))
    return finished(data, out, rows, [{"id": row["id"], "labels": labels(each)} for row, each in zip(rows, read, strict=True)])


def labels(read: Read) -> dict[str, Any]:
    """The fields that the release's claims answer."""
    real = [claim for event in read.events() for claim in event if claim.modality in REAL and claim.stance is Stance.ASSERTS]
    told = sorted(real, key=lambda c: (c.spans[0], c.trigger))
    killed, captured = most(real, Field.KILLED), most(real, Field.CAPTURED)
    struck = any(c.kind is Kind.AIR_STRIKE for c in real)
    return {
        "start_date": first_day(told) or released(read),
        "event_type": event_types(real, killed, captured, struck=struck),
        "province": provinces(told),
        "target_group": sorted({GROUPS[m.known.entity.id] for m in matches(read.document) if m.known.entity.id in GROUPS}),
        "min_killed": killed,
        "min_captured": captured,
        "min_leaders_killed": 0,
        "min_leaders_captured": 0,
        "killq": killed > 0,
        "captureq": captured > 0,
        "killcaptureraid": any(c.kind is Kind.ARRESTS for c in real) or captured > 0,
        "airstrike": struck,
        "noshotsfired": False,
    }


def most(real: Iterable[Claim], field: Field) -> int:
    """The highest least number that claims give."""
    return max((value.value.low for value in stated(real, field) if isinstance(value.value, Count)), default=0)


def first_day(told: Sequence[Claim]) -> str | None:
    """The first time that is known to the day, or to a night: then the day on which it began."""
    for value in stated(told, Field.WHEN):
        when = value.value
        if isinstance(when, When) and when.start is not None and (when.start == when.end or "night" in value.text.lower()):
            return when.start.isoformat()
    return None


def released(read: Read) -> str | None:
    """The day that the release gives itself, which is the coder's where it tells no other."""
    day = date_line(read.report, read.document, tuple(scan(read.document)))
    return None if day is None else day.isoformat()


def provinces(told: Sequence[Claim]) -> list[str]:
    """The first-order units of the first places where something happened.

    A row is of one deed, and has one province: a place in one goes before a summary of several.
    """
    found = [names for value in stated(told, Field.PLACE) if (names := units_of(value.value))]
    return sorted(next((names for names in found if len(names) == 1), found[0] if found else ()))


def units_of(value: object) -> frozenset[str]:
    """The first-order units of places where something happened, by the coder's names; of a district with its province, the one named."""
    places = [p for p in value if isinstance(p, Where) and p.role is PlaceRole.HAPPENED] if isinstance(value, tuple) else []
    named = any(p.precision == FIRST_ORDER for p in places)
    found = [unit for p in places if not (named and p.precision == SECOND_ORDER) and (unit := units(p).first) is not None]
    names = {name.lower().replace("-", "_").replace(" ", "_") for name in found}
    return frozenset(SPELLED.get(name, name) for name in names)


def event_types(real: Sequence[Claim], killed: int, captured: int, *, struck: bool) -> list[str]:
    """The coder's kinds: a strike, else who was killed or taken, else a fight; and harm to civilians."""
    hurt = [value.value for field in (Field.KILLED, Field.INJURED) for value in stated(real, field)]
    civilians = any(isinstance(c, Count) and c.of is VictimClass.CIVILIAN and c.low > 0 for c in hurt)
    if struck:
        return ["airstrike"]
    if killed and captured:
        return ["captureandkill"]
    if killed or captured:
        return ["insurgentskilled" if killed else "detention"]
    if civilians:
        return ["civiliancasualty"]
    return ["exchangeoffire"] if any(c.kind is Kind.ARMED_CLASH for c in real) else []
