"""Templates of attacks in wire reports of the years around 1990: one for each violent happening that a report's claims tell of.

Strings are the report's own words. The product tells neither what sort of building was hit, nor who among those that act is a
person and who the organisation behind; named groups and bodies are taken for organisations, all others for individuals.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from bench import scorer
from bench.muc4_slots import Side, Target, certainty, instrument, sides, targets
from bench.product import read_rows, write_rows
from bench.reading import REAL, Line, Read, country_of, reading, recorded, stated
from reportedly.model import Claim, EntityKind, Field, Kind, Modality, PlaceRole, Stance, When, Where

DATA = "bench/muc4/dev.jsonl"
INCIDENTS = {
    Kind.ATTACK: "ATTACK",
    Kind.MOB_VIOLENCE: "ATTACK",
    Kind.SHELLING: "ATTACK",
    Kind.AIR_STRIKE: "BOMBING",
    Kind.GRENADE: "BOMBING",
    Kind.REMOTE_EXPLOSIVE: "BOMBING",
    Kind.SUICIDE_BOMB: "BOMBING",
    Kind.ABDUCTION: "KIDNAPPING",
    Kind.LOOTING: "ARSON",
}
"""The task's incidents by kind."""

STAGES = {Modality.PLANNED: "THREATENED", Modality.THREATENED: "THREATENED"}
"""The task's stages of what did not happen; all else is accomplished."""

STATES = frozenset({EntityKind.STATE, EntityKind.STATE_FORCES})
ROLES = {
    "PerpInd": "perp_individual_id",
    "PerpOrg": "perp_organization_id",
    "Target": "phys_tgt_id",
    "Victim": "hum_tgt_name",
    "Weapon": "incident_instrument_id",
}
"""The slots of the five roles; a victim without a name is one by description."""

Template = dict[str, list[dict[str, list[str]]]]


def run(data: Path, out: Path) -> dict[str, float]:
    """Write the templates of each report to `out`; the scorer's figures of its three views, if it is there."""
    rows = read_rows(data)
    read = reading("muc4", (recorded(record(row)) for row in rows))
    predictions = [{"id": row["id"], **views(templates(one))} for row, one in zip(rows, read, strict=True)]
    write_rows(out, predictions)
    module = scorer.beside(data)
    if module is None:
        return {}
    gold, predicted = {row["id"]: row for row in rows}, {row["id"]: row for row in predictions}
    views_ = {"ree": module.score_ree, "templates": module.score_templates, "full": module.score_full}
    return dict(scorer.flat({name: score(gold, predicted) for name, score in views_.items()}))


def record(row: Line) -> Line:
    """A report as a record that the product reads."""
    day = (row["dateline"] or {}).get("date_iso")
    return {"text": row["text"]} | ({"published": day} if day else {})


def views(some: Sequence[Template]) -> Line:
    """The three forms in which the scorer wants templates."""
    simple = [five_roles(template) for template in some]
    fillers = {role: distinct([entity for each in simple for entity in each[role]]) for role in ROLES}
    return {"templates_full": list(some), "templates_gtt": simple, "role_fillers": fillers}


def five_roles(template: Template) -> Line:
    """The type and the five roles of a template."""
    found: Line = {"incident_type": template["incident_type"][0]["opts"][0].lower()}
    for role, slot in ROLES.items():
        fillers = [*template.get(slot, ())]
        if role == "Victim":
            named = {filler["ref"][0] for filler in template.get("hum_tgt_description", ()) if "ref" in filler}
            fillers += [f for f in template.get("hum_tgt_description", ()) if f["opts"][0] not in named]
        found[role] = distinct([[filler["opts"][0].lower()] for filler in fillers])
    return found


def distinct(entities: Sequence[list[str]]) -> list[list[str]]:
    """Each entity once, in order."""
    return [list(names) for names in dict.fromkeys(tuple(names) for names in entities)]


def templates(read: Read) -> list[Template]:
    """A template for each happening of violence that somebody or something is harmed in."""
    found = []
    for event in read.events():
        told = [c for c in event if c.kind in INCIDENTS and c.stance is not Stance.DENIES]
        likely = [c for c in told if c.modality in REAL or c.modality in STAGES]
        if likely and (template := filled(read, likely)) is not None:
            found.append(template)
    return found


def filled(read: Read, told: Sequence[Claim]) -> Template | None:
    """The template of one happening; None where nobody and nothing is said to be its target."""
    hit, acting = targets(read, told), sides(read, told)
    if not hit:
        return None
    real = [c for c in told if c.modality in REAL]
    kinds = [c.kind for c in (real or told)]
    state = any(side.kind in STATES for side in acting)
    template: Template = {
        "incident_date": plain(day(read, told)),
        "incident_location": plain(location(told) or country(read.claims)),
        "incident_type": plain(INCIDENTS[max(kinds, key=kinds.count)]),
        "incident_stage": plain("ACCOMPLISHED" if real else STAGES[told[0].modality]),
        "perp_incident_category": plain(("STATE-SPONSORED VIOLENCE" if state else "TERRORIST ACT") if acting else None),
        **weapons(told),
        **behind(told, acting),
        **harmed(hit),
    }
    return {slot: fillers for slot, fillers in template.items() if fillers}


def plain(value: str | None) -> list[dict[str, list[str]]]:
    """A slot of one value, or an empty one."""
    return [] if value is None else [{"opts": [value]}]


def weapons(told: Sequence[Claim]) -> Template:
    """Instruments and their types."""
    names = dict.fromkeys(e.name for value in stated(told, Field.WEAPON) if isinstance(value.value, tuple) for e in value.value)
    kinds = [{"opts": [kind], "ref": [name]} for name in names if (kind := instrument(name)) is not None]
    return {"incident_instrument_id": [{"opts": [name.upper()]} for name in names], "incident_instrument_type": kinds}


def behind(told: Sequence[Claim], acting: Sequence[Side]) -> Template:
    """Who did it, and how surely that is told of organisations."""
    bodies = [side for side in acting if side.body]
    sure = [{"opts": [level], "ref": [side.words]} for side in bodies if (level := certainty(told, side)) is not None]
    return {
        "perp_individual_id": [{"opts": [side.words]} for side in acting if not side.body],
        "perp_organization_id": [{"opts": [side.words]} for side in bodies],
        "perp_organization_confidence": sure,
    }


def harmed(hit: Sequence[Target]) -> Template:
    """The slots of people and things."""
    people, things = [t for t in hit if t.human], [t for t in hit if not t.human]
    return {
        "hum_tgt_name": [{"opts": [t.words]} for t in people if t.named],
        "hum_tgt_description": [{"opts": [t.words]} for t in people if not t.named],
        "hum_tgt_type": [{"opts": [t.sort], "ref": [t.words]} for t in people if t.sort is not None],
        "hum_tgt_number": [{"opts": [t.number], "ref": [t.words]} for t in people if t.number is not None],
        "hum_tgt_effect": [{"opts": [t.effect], "ref": [t.words]} for t in people if t.effect is not None],
        "phys_tgt_id": [{"opts": [t.words]} for t in things],
        "phys_tgt_number": [{"opts": [t.number], "ref": [t.words]} for t in things if t.number is not None],
        "phys_tgt_effect": [{"opts": [t.effect], "ref": [t.words]} for t in things if t.effect is not None],
    }


def day(read: Read, told: Sequence[Claim]) -> str | None:
    """The day or days; by the task's rule "up to the report's own date" where the report tells none."""
    times = [v.value for v in stated(told, Field.WHEN) if isinstance(v.value, When)]
    known = next((t for t in times if t.start is not None and t.precision is not None), None)
    if known is None or known.start is None:
        return None if read.report.published is None else f"- {written(read.report.published)}"
    if known.end is None or known.end == known.start:
        return written(known.start)
    return f"{written(known.start)} - {written(known.end)}"


def written(date: dt.date) -> str:
    """A date as the task writes it."""
    return f"{date:%d %b %y}".upper()


def location(told: Sequence[Claim]) -> str | None:
    """The country, and the most exact place in it."""
    places = [p for v in stated(told, Field.PLACE) if isinstance(v.value, tuple) for p in v.value if isinstance(p, Where)]
    exact = min((p for p in places if p.role is PlaceRole.HAPPENED and p.country), key=lambda p: p.precision, default=None)
    country = None if exact is None else country_of(exact)
    if exact is None or country is None:
        return None
    names = dict.fromkeys((country, exact.name))
    return ": ".join(unaccented(name).upper() for name in names)


def country(told: Sequence[Claim]) -> str | None:
    """The country that most places of the report's claims lie in: the task wants one for every attack."""
    places = [p for v in stated(told, Field.PLACE) if isinstance(v.value, tuple) for p in v.value if isinstance(p, Where)]
    names = [name for place in places if (name := country_of(place)) is not None]
    return unaccented(max(names, key=names.count)).upper() if names else None


def unaccented(name: str) -> str:
    """A name in the letters of a telex."""
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
