"""A stated distance against the places that it lies between."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.model import PLACE_FIELDS, Check, Claim, Count, Field, Where

SPOT = re.compile(
    r"^(?:about |around |some |roughly |nearly |almost )?(?P<n>\d[\d,]*(?:\.\d+)?)[\s-]*(?P<unit>km|kms|kilomet(?:re|er)s?|miles?)\b"
    r"(?P<direction>[\w\s-]*?)\s*\b(?:of|from)\b\s+(?P<anchor>\S.*)$",
    re.IGNORECASE,
)
"""The name of a spot that is told from another place: "30 km south of Qamar", "10 miles from Qamar"."""

COMPASS = re.compile(r"\b(?:north|south|east|west)", re.IGNORECASE)

KM_A_MILE = 1.609344
"""International yard and pound agreement of 1959."""

TOWN_KM = 10.0
"""A place's point may lie so far from the part of it that is meant."""

LOOSE = 0.25
"""Distances are rounded, and by road as often as by air: they may be off by this share."""

LOOSE_DIRECTION = 0.5
"""With a direction of eight, which by itself may be 22.5° off (2 sin 11.25° = 0.39 of the distance), by this share of it."""

EXACT = 2
"""Only places up to this `where_prec` have a point that a distance can be measured to."""


def distances(claim: Claim) -> Iterator[Check]:
    """Each distance that a claim states between two places which both have a point, against the great circle between them."""
    places = [each for stated in claim.values if stated.field in PLACE_FIELDS and isinstance(stated.value, tuple) for each in stated.value]
    known = [each for each in places if isinstance(each, Where) and each.lat is not None]
    spots = [(each, found) for each in known if (found := SPOT.match(each.name)) is not None]
    named = [each for each in known if each.precision <= EXACT and SPOT.match(each.name) is None]
    for spot, found in spots:
        for place in named:
            if place.role is spot.role and place.name.casefold() != found["anchor"].casefold():
                yield _spot(claim, place, spot, found)
    if not spots:
        yield from _flown(claim, named)


def _spot(claim: Claim, place: Where, spot: Where, found: re.Match[str]) -> Check:
    stated = float(found["n"].replace(",", "")) * (KM_A_MILE if found["unit"].casefold().startswith("mile") else 1.0)
    km = place.km_to(spot) or 0.0
    if COMPASS.search(found["direction"]):
        off, allowed = km, TOWN_KM + LOOSE_DIRECTION * stated
        said = f"{place.name} is {km:.0f} km from where “{spot.name}” is"
    else:
        off, allowed = abs(km - stated), TOWN_KM + LOOSE * stated
        said = f"{place.name} is {km:.0f} km from {found['anchor']}; the report says “{spot.name}”"
    return Check(claim=claim.id, name="distance", passed=off <= allowed, detail=f"{said} (up to {allowed:.0f} km off is let pass).")


def _flown(claim: Claim, named: list[Where]) -> Iterator[Check]:
    """How far something flew against where it was launched from and where it came down."""
    given = claim.get(Field.DISTANCE_KM)
    starts, ends = ([each for each in named if each.role.value == role] for role in ("launched_from", "happened"))
    if given is None or not isinstance(given.value, Count) or given.value.high is None or len(starts) != 1 or len(ends) != 1:
        return
    km = starts[0].km_to(ends[0])
    if km is None:
        return
    low, high = given.value.low * (1 - LOOSE) - 2 * TOWN_KM, given.value.high * (1 + LOOSE) + 2 * TOWN_KM
    said = f"{starts[0].name} and {ends[0].name} are {km:.0f} km apart; the report says “{given.text}”"
    yield Check(
        claim=claim.id, name="distance", passed=low <= km <= high, detail=f"{said} ({max(low, 0.0):.0f} to {high:.0f} km are let pass)."
    )
