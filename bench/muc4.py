"""Templates of attacks in wire reports of the years around 1990: one for each violent happening that a report's claims tell of.

Strings are the report's own words. Who and what takes which part is what the product's learned reader of parts finds likely
(`bench.muc4_parts`); what happened, when, where and how surely is what the claims say (`bench.muc4_slots`).
"""

from __future__ import annotations

import bisect
import datetime as dt
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench import muc4_parts, scorer
from bench.muc4_parts import Filler, calling, fillers, fold_weights, of_part, sentences, weights_of
from bench.muc4_slots import certainty, damage, effect, instrument, number, sort_of
from bench.product import read_rows, write_rows
from bench.reading import REAL, Line, Read, country_of, reading, recorded, stated
from reportedly.extract.assemble import part_ground
from reportedly.extract.parts import Part, Weights, takings
from reportedly.extract.places import places
from reportedly.model import Claim, EntityKind, Field, Kind, Modality, PlaceRole, Stance, When, Where

DATA = "bench/muc4/dev.jsonl"
FOLD_WEIGHTS = muc4_parts.FOLD_WEIGHTS
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

BOMBS = frozenset({"BOMB", "DYNAMITE", "EXPLOSIVE", "MINE", "VEHICLE BOMB"})
HARMED = frozenset({Part.PERSON, Part.THING, Part.WEAPON})

STATES = frozenset({EntityKind.STATE, EntityKind.STATE_FORCES})
ROLES = {
    "PerpInd": "perp_individual_id",
    "PerpOrg": "perp_organization_id",
    "Target": "phys_tgt_id",
    "Victim": "hum_tgt_name",
    "Weapon": "incident_instrument_id",
}
"""The slots of the five roles."""

Template = dict[str, list[dict[str, list[str]]]]


def run(data: Path, out: Path) -> dict[str, float]:
    """Write the templates of each report to `out`; the scorer's figures of its three views, if it is there."""
    rows = read_rows(data)
    folds = fold_weights()
    weights = [weights_of(row, folds) for row in rows]
    read = reading("muc4", (recorded(record(row)) for row in rows), part_weights=weights)
    predictions = [{"id": row["id"], **views(templates(one, named(one, own)))} for row, one, own in zip(rows, read, weights, strict=True)]
    write_rows(out, predictions)
    module = scorer.beside(data)
    if module is None:
        return {}
    gold, predicted = {row["id"]: row for row in rows}, {row["id"]: row for row in predictions}
    views_ = {"ree": module.score_ree, "templates": module.score_templates, "full": module.score_full}
    return dict(scorer.flat({name: score(gold, predicted) for name, score in views_.items()}))


def named(read: Read, weights: Weights | None) -> list[Filler]:
    """Whom and what a report names as taking part in violence."""
    return fillers(read.document, takings(part_ground(read.report, read.document), weights=weights))


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
    """The type and the five roles of a template; of victims those with a name, as the task has it."""
    found: Line = {"incident_type": template["incident_type"][0]["opts"][0].lower()}
    for role, slot in ROLES.items():
        found[role] = distinct([[filler["opts"][0].lower()] for filler in template.get(slot, ())])
    return found


def distinct(entities: Sequence[list[str]]) -> list[list[str]]:
    """Each entity once, in order."""
    return [list(names) for names in dict.fromkeys(tuple(names) for names in entities)]


def templates(read: Read, some: Sequence[Filler]) -> list[Template]:
    """A template for each happening of violence with somebody or something that is harmed, or a weapon."""
    told = [likely for event in read.events() if (likely := coded(event))]
    by_event = placed(read, told, some)
    if not told and any(filler.part in HARMED for filler in some):
        return [filled(read, (), some)]
    return [filled(read, told[n], own) for n, own in shared(by_event).items()]


def shared(by_event: Mapping[int, Sequence[Filler]]) -> dict[int, list[Filler]]:
    """The events in which somebody or something is harmed, by number, with the fillers of the others in the one that has most.

    Where the report lays it all on one organisation, that is behind each of them.
    """
    kept = {n: list(own) for n, own in sorted(by_event.items()) if any(filler.part in HARMED for filler in own)}
    if not kept:
        return {}
    kept[max(kept, key=lambda n: (len(kept[n]), -n))].extend(filler for n, own in by_event.items() if n not in kept for filler in own)
    bodies = {filler.best.entity.name: filler for own in by_event.values() for filler in of_part(own, Part.BODY)}
    if len(bodies) == 1:
        for own in kept.values():
            own.extend(bodies.values() if not of_part(own, Part.BODY) else ())
    return kept


def coded(event: Sequence[Claim]) -> list[Claim]:
    """The claims of an event that tell of an incident of the task."""
    told = [c for c in event if c.kind in INCIDENTS and c.stance is not Stance.DENIES]
    return [c for c in told if c.modality in REAL or c.modality in STAGES]


def placed(read: Read, told: Sequence[Sequence[Claim]], some: Sequence[Filler]) -> dict[int, list[Filler]]:
    """Each filler with the event in whose sentences it is named most; failing that, with the event that has most of the others."""
    starts = [read.document.tokens[sentence.start].start for sentence in read.document.sentences]
    where = [{bisect.bisect_right(starts, claim.trigger.start) - 1 for claim in event} for event in told]
    by_event: dict[int, list[Filler]] = {}
    left = []
    for filler in some:
        named = sentences(read.document, filler)
        shared = [sum(times for number, times in named.items() if number in here) for here in where]
        if any(shared):
            by_event.setdefault(shared.index(max(shared)), []).append(filler)
        else:
            left.append(filler)
    if told and left:
        main = max(by_event, key=lambda n: (len(by_event[n]), -n), default=0)
        by_event.setdefault(main, []).extend(left)
    return by_event


def filled(read: Read, told: Sequence[Claim], own: Sequence[Filler]) -> Template:
    """The template of one happening."""
    real = [c for c in told if c.modality in REAL]
    state = any(f.best.entity.kind in STATES for f in own if f.part in (Part.BODY, Part.INDIVIDUAL))
    template: Template = {
        "incident_date": plain(day(read, told)),
        "incident_location": plain(location(told) or country(read)),
        "incident_type": plain(incident(real or told, own)),
        "incident_stage": plain("ACCOMPLISHED" if real or not told else STAGES[told[0].modality]),
        "perp_incident_category": plain("STATE-SPONSORED VIOLENCE" if state else "TERRORIST ACT"),
        **weapons(of_part(own, Part.WEAPON)),
        **behind(read, told, own),
        **people(read, of_part(own, Part.PERSON)),
        **things(read, of_part(own, Part.THING)),
    }
    return {slot: fillers for slot, fillers in template.items() if fillers}


def incident(told: Sequence[Claim], own: Sequence[Filler]) -> str:
    """The task's sort of incident: that of most claims; an attack with a bomb is a bombing."""
    kinds = [INCIDENTS[claim.kind] for claim in told]
    found = max(kinds, key=kinds.count, default="ATTACK")
    bombed = any(instrument(filler.words) in BOMBS for filler in of_part(own, Part.WEAPON))
    return "BOMBING" if found == "ATTACK" and bombed else found


def plain(value: str | None) -> list[dict[str, list[str]]]:
    """A slot of one value, or an empty one."""
    return [] if value is None else [{"opts": [value]}]


def weapons(some: Sequence[Filler]) -> Template:
    """Instruments and their types."""
    codes = [{"opts": [code], "ref": [each.words]} for each in some if (code := instrument(each.words)) is not None]
    return {"incident_instrument_id": [{"opts": [each.words]} for each in some], "incident_instrument_type": codes}


def behind(read: Read, told: Sequence[Claim], own: Sequence[Filler]) -> Template:
    """Who did it, and how surely that is told of organisations."""
    bodies = of_part(own, Part.BODY)
    return {
        "perp_individual_id": [{"opts": [each.words]} for each in of_part(own, Part.INDIVIDUAL)],
        "perp_organization_id": [{"opts": [each.words]} for each in bodies],
        "perp_organization_confidence": [{"opts": [certainty(read, told, each)], "ref": [each.words]} for each in bodies],
    }


def people(read: Read, some: Sequence[Filler]) -> Template:
    """The slots of people harmed: the named with what they are called, and those who are only called something."""
    called = [(each.words, found) for each in some if (found := calling(read.document, each)) is not None]
    covered = {i for _, found in called for i in range(found.start, found.end)}
    own = [each for each in some if each.named or each.best.head not in covered]
    unnamed: list[dict[str, list[str]]] = [{"opts": [each.words]} for each in own if not each.named]
    return {
        "hum_tgt_name": [{"opts": [each.words]} for each in own if each.named],
        "hum_tgt_description": unnamed + [{"opts": [found.words], "ref": [name]} for name, found in called],
        "hum_tgt_type": [{"opts": [sort_of(read.document, each)], "ref": [each.words]} for each in own],
        "hum_tgt_number": [{"opts": [number(read.document, each)], "ref": [each.words]} for each in own],
        "hum_tgt_effect": [{"opts": [came], "ref": [each.words]} for each in own if (came := effect(read, each)) is not None],
    }


def things(read: Read, some: Sequence[Filler]) -> Template:
    """The slots of things harmed."""
    return {
        "phys_tgt_id": [{"opts": [each.words]} for each in some],
        "phys_tgt_type": [{"opts": [sort_of(read.document, each)], "ref": [each.words]} for each in some],
        "phys_tgt_number": [{"opts": [number(read.document, each)], "ref": [each.words]} for each in some],
        "phys_tgt_effect": [{"opts": [damage(read, each)], "ref": [each.words]} for each in some],
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


def country(read: Read) -> str | None:
    """The country that most places of the report lie in: the task wants one for every incident."""
    names = [name for place in places(read.report, read.document) if (name := country_of(place.where)) is not None]
    return unaccented(max(names, key=names.count)).upper() if names else None


def unaccented(name: str) -> str:
    """A name in the letters of a telex."""
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
