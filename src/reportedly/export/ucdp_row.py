"""One event as the cells of a UCDP-shaped row, by the names of their columns; a column that is not there is empty."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.export import chosen
from reportedly.export.cells import Cell
from reportedly.export.countries import country
from reportedly.export.sides import Sides, names, side_of_combatants, sides
from reportedly.export.units import units
from reportedly.model import Claim, Entity, Event, Field, Report, Stance, Status, Tie, TieKind, When, Where, event_type
from reportedly.model.words import in_words, place_in_words
from reportedly.reconcile.grade import Graded
from reportedly.reconcile.rules import UCDP, Published, Rule, published
from reportedly.reconcile.rules.values import narrowed

Cells = dict[str, Cell]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An event with its claims and its reports, each in the event's order, and what else its row is made of.

    `rule` makes the numbers, `grade` is there where it is shown, `ties` are those that the event is the end (`b`) of.
    """

    event: Event
    claims: tuple[Claim, ...]
    reports: tuple[Report, ...]
    rule: Rule = UCDP
    grade: Graded | None = None
    ties: tuple[Tie, ...] = ()


def row(source: Row) -> Cells:
    """The cells of an event."""
    days = published(source.claims, {report.id: report for report in source.reports})
    event = source.event if source.rule.prefer is None else narrowed(source.event, days, source.rule.prefer)
    found = sides(event, {claim.id: claim for claim in source.claims})
    spots, day = chosen.places(event), chosen.when(event)
    return {
        **_actors(found),
        **_sources(source),
        **_where(spots),
        **_when(day),
        "event_clarity": 1 if len(spots) == 1 and spots[0].precision <= 2 and day is not None and day.precision == 1 else 2,
        **_deaths(source, days, found),
        **_own(source, days, day),
    }


def _actors(found: Sides) -> Cells:
    return {
        "type_of_violence": found.violence,
        "side_a": names(found.a),
        "side_b": "Civilians" if found.violence == 3 else names(found.b),
        "gwnoa": _gw(found.a),
        "gwnob": _gw(found.b),
    }


def _gw(side: Iterable[Entity]) -> str | None:
    """The number of the state that a side is or belongs to; None where it is none, or more than one."""
    owners = {each.owner for each in side if each.owner is not None and each.owner.startswith("state:")}
    found = country(owners.pop().removeprefix("state:")) if len(owners) == 1 else None
    return None if found is None or found.gw is None else str(found.gw)


def _sources(source: Row) -> Cells:
    offices = [_entry(report.outlet) for report in source.reports]
    days = ["" if report.published is None else report.published.isoformat() for report in source.reports]
    heads = [_entry(_headline(report)) for report in source.reports]
    articles = [f'"{office},{day},{head}"' for office, day, head in zip(offices, days, heads, strict=True)]
    speakers = [claim.chain[0].voice.name for claim in source.claims if claim.chain and claim.stance is Stance.ASSERTS]
    return {
        "number_of_sources": len(source.reports),
        "source_article": ";".join(articles),
        "source_office": ";".join(offices),
        "source_date": ";".join(days),
        "source_headline": ";".join(heads),
        "source_original": listed(speakers),
    }


def _headline(report: Report) -> str | None:
    return report.quote(report.headline) if report.title is None and report.headline is not None else report.title


def _entry(text: str | None) -> str:
    """An entry of a list: on one line, and without the mark that separates entries."""
    return " ".join((text or "").replace(";", ",").split())


def listed(texts: Iterable[str]) -> str | None:
    """Different texts as a list in one cell, or None when there is none."""
    return ";".join(dict.fromkeys(_entry(text) for text in texts)) or None


def _where(spots: tuple[Where, ...]) -> Cells:
    """One spot with all that is known of it; of several spots only what they have in common."""
    lands = {place.country for place in spots}
    land = country(lands.pop()) if len(lands) == 1 else None
    common: Cells = {
        "where_description": listed(place_in_words(place) for place in spots),
        "country": None if land is None else land.name,
        "country_id": None if land is None else land.gw,
        "region": None if land is None else land.region,
    }
    if len(spots) != 1:
        return common
    (place,) = spots
    around = units(place)
    one: Cells = {
        **common,
        "where_prec": place.precision,
        "where_coordinates": place.name,
        "adm_1": around.first,
        "adm_2": around.second,
    }
    if place.lat is not None and place.lon is not None:
        point: Cells = {"latitude": place.lat, "longitude": place.lon, "geom_wkt": f"POINT ({place.lon!r} {place.lat!r})"}
        one |= {**point, "priogrid_gid": priogrid(place.lat, place.lon)}
    return one


def priogrid(lat: float, lon: float) -> int:
    """The cell of PRIO-GRID that a point in degrees lies in: half-degree cells, counted from 1 at 90° S 180° W eastwards, 720 a row.

    The north pole and the 180th meridian count to the last row and column.

    Source: A. F. Tollefsen, H. Strand and H. Buhaug, PRIO-GRID, Journal of Peace Research 49(2), 2012.

    >>> priogrid(10.51, 2.29)
    145085
    """
    line, column = min(math.floor((lat + 90) * 2), 359), min(math.floor((lon + 180) * 2), 719)
    return line * 720 + column + 1


def _when(day: When | None) -> Cells:
    if day is None or day.start is None:
        return {}
    one_year = day.end is not None and day.end.year == day.start.year
    return {
        "year": day.start.year if one_year else None,
        "date_prec": day.precision,
        "date_start": day.start.isoformat(),
        "date_end": None if day.end is None else day.end.isoformat(),
    }


def _deaths(source: Row, days: Published, found: Sides) -> Cells:
    toll = source.rule.toll(source.event.get(Field.KILLED), days)
    side = side_of_combatants(source.event, found, {claim.id: claim for claim in source.claims})
    combatants = toll.combatants.best
    unknown = [number for number in (toll.rest, combatants if side is None else None) if number is not None]
    made: Cells = {
        "deaths_civilians": toll.civilians.best,
        "deaths_unknown": sum(unknown) if unknown else None,
        "best": toll.total.best,
        "high": toll.total.high,
        "low": toll.total.low,
        "reportedly_ucdp_event": None if toll.total.best is None else toll.total.best >= 1,
    }
    return made if side is None else {**made, f"deaths_{side}": combatants}


def _own(source: Row, days: Published, day: When | None) -> Cells:
    event = source.event
    injured = source.rule.estimate(event.get(Field.INJURED), days)
    return {
        "reportedly_event": event.id,
        "reportedly_kind": event.kind.value,
        "reportedly_event_type": event_type(event.kind) or None,
        "reportedly_origins": event.origins,
        "reportedly_origin_names": listed(event.origin_names),
        "reportedly_reports": listed(event.reports),
        "reportedly_claims": len(event.claims),
        "reportedly_disputed": listed(view.field.value for view in event.fields if view.status is Status.DISPUTED),
        "reportedly_denied": listed(view.field.value for view in event.fields if any(v.denied_by for v in view.values)),
        "reportedly_date_basis": None if day is None else day.basis.value,
        "reportedly_places": _all(event, Field.PLACE),
        "reportedly_weapon": _all(event, Field.WEAPON),
        "reportedly_target": _all(event, Field.TARGET),
        "reportedly_injured_low": injured.low,
        "reportedly_injured_best": injured.best,
        "reportedly_injured_high": injured.high,
        "reportedly_part_of": listed(tie.a for tie in source.ties if tie.kind is TieKind.PART_OF),
        "reportedly_followed": listed(tie.a for tie in source.ties if tie.kind is TieKind.FOLLOWS),
        "reportedly_rule": source.rule.name,
        "reportedly_grade": None if source.grade is None else source.grade.grade.value,
        "reportedly_grade_why": None if source.grade is None else source.grade.why,
    }


def _all(event: Event, field: Field) -> str | None:
    """Every value that somebody asserts, in short words."""
    return listed(in_words(value.value) for value in chosen.supported(event, field))
