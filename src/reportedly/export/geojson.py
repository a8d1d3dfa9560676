"""Events as GeoJSON after RFC 7946: one FeatureCollection, one Feature an event, for map tools.

`geometry` is a Point where the event has one most exact agreed place, a MultiPoint where it happened at several, null where no place
is known or the gazetteer has no coordinates; positions are longitude, latitude in degrees (WGS 84). A disputed place is drawn where
the most origins put it, and `places` lists all. A point is no more exact than `where_prec` says (UCDP's scale: 1 exact, 2 within about
25 km, 3-4 middle of a unit, 5 middle of a region, 6 middle of a country, 7 at sea or in the air; null without a place). A point of a
province is its middle, not where it happened.

`properties`: `id`, `kind`, `modalities` ("happened", "planned" …: as what the claims speak of it), `when` (`start`, `end`, `precision`,
`basis`, `words`; null when not known), `place` (names of what is drawn), `where_prec`, `country` (ISO code), `places` (each with `name`,
`where_prec`, `role`, `origins`), `origins`, `reports` (how many), `disputed` (names of fields), `counts` (a field's `low`, `best`,
`high` over everybody, null where the end is open or nobody counts everybody, and `values`, all numbers in short words). The member
`attribution` of the collection has to go with what is made from it.

Under another rule than `ucdp` (see `reconcile.rules`) the `counts` of people are as that rule makes them, and the collection has a member
`rule` with its name. `most-origins`, `most-precise` and `latest` also choose the one place and time that is drawn. Under `airwars` each
feature has a `grade`, `{"grade", "why"}` or null, and no `best` number.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from reportedly.export import chosen
from reportedly.export.jsonl import BREAKS
from reportedly.model import COUNT_FIELDS, PEOPLE_FIELDS, Claim, Dataset, Event, Field, FieldView, Stance, Status, When, Where
from reportedly.model.words import in_words, place_in_words
from reportedly.reconcile.grade import NO_GRADES, Graded
from reportedly.reconcile.rules import UCDP, Estimate, Published, Rule, published
from reportedly.reconcile.rules.values import narrowed

ATTRIBUTION = "Places: GeoNames (geonames.org), CC BY 4.0"


def geojson(dataset: Dataset, *, rule: Rule = UCDP, grades: Mapping[str, Graded] = NO_GRADES) -> Iterator[str]:
    """The collection in pieces: joined, they are one JSON text. Features in the casebook's order of events.

    `grades` are those of the events, by their ids, for the rule that shows them.

    Raises:
        KeyError: an event names a claim or a report that is not in the dataset.
    """
    claims = {claim.id: claim for claim in dataset.claims}
    reports = {report.id: report for report in dataset.reports}
    by_rule = "" if rule is UCDP else f'"rule":{_json(rule.name)},'
    yield f'{{"type":"FeatureCollection","attribution":{_json(ATTRIBUTION)},{by_rule}"features":['
    for n, event in enumerate(dataset.views.events):
        members = [claims[i] for i in event.claims]
        feature = _feature(event, members, rule, published(members, reports))
        if rule.name == "airwars":
            feature["properties"]["grade"] = _grade(grades.get(event.id))
        yield ("\n" if n == 0 else ",\n") + _json(feature)
    yield "\n]}\n"


def _json(made: Any) -> str:  # noqa: ANN401  (what json.dumps takes)
    text = json.dumps(made, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return BREAKS.sub(lambda m: f"\\u{ord(m[0]):04x}", text)


def _grade(found: Graded | None) -> dict[str, str] | None:
    return None if found is None else {"grade": found.grade.value, "why": found.why}


def _feature(event: Event, claims: list[Claim], rule: Rule, days: Published) -> dict[str, Any]:
    shown = event if rule.prefer is None else narrowed(event, days, rule.prefer)
    spots = chosen.places(shown)
    countries = {place.country for place in spots}
    return {
        "type": "Feature",
        "id": event.id,
        "geometry": _geometry(spots),
        "properties": {
            "id": event.id,
            "kind": event.kind.value,
            "modalities": list(dict.fromkeys(c.modality.value for c in claims if c.stance is Stance.ASSERTS)),
            "when": _when(chosen.when(shown)),
            "place": ", ".join(place_in_words(place) for place in spots) or None,
            "where_prec": max((place.precision for place in spots), default=None),
            "country": countries.pop() if len(countries) == 1 else None,
            "places": _places(event),
            "origins": event.origins,
            "reports": len(event.reports),
            "disputed": [view.field.value for view in event.fields if view.status is Status.DISPUTED],
            "counts": {view.field.value: _count(event, view, rule, days) for view in event.fields if view.field in COUNT_FIELDS},
        },
    }


def _geometry(spots: tuple[Where, ...]) -> dict[str, Any] | None:
    """A point or points; null as soon as one of several spots has no coordinates, since the others alone would say too much."""
    points = [[place.lon, place.lat] for place in spots if place.lon is not None and place.lat is not None]
    if not points or len(points) < len(spots):
        return None
    return {"type": "Point", "coordinates": points[0]} if len(points) == 1 else {"type": "MultiPoint", "coordinates": points}


def _when(when: When | None) -> dict[str, Any] | None:
    if when is None or when.start is None:
        return None
    return {
        "start": when.start.isoformat(),
        "end": None if when.end is None else when.end.isoformat(),
        "precision": when.precision,
        "basis": when.basis.value,
        "words": in_words(when),
    }


def _count(event: Event, view: FieldView, rule: Rule, days: Published) -> dict[str, Any]:
    numbers = Estimate(low=view.low, best=view.best, high=view.high)
    total = rule.estimate(view, days) if view.field in PEOPLE_FIELDS else numbers
    said = [in_words(value.value) for value in chosen.supported(event, view.field)]
    return {"low": total.low, "best": total.best, "high": total.high, "values": said}


def _places(event: Event) -> list[dict[str, Any]]:
    """Every place that somebody asserts, the best supported first."""
    return [
        {"name": place_in_words(place), "where_prec": place.precision, "role": place.role.value, "origins": value.origins}
        for value in chosen.supported(event, Field.PLACE)
        if isinstance(value.value, tuple)
        for place in value.value
        if isinstance(place, Where)
    ]
