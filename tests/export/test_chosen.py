"""Which one value of a field a flat row shows."""

from __future__ import annotations

import dataclasses

import pytest
from tests.export.small import dataset, only_event
from tests.link.made import (
    ARMY_B,
    FAR,
    FRONT,
    LAND,
    MINISTRY,
    MONITOR,
    NAVY_A,
    PROVINCE,
    QAMAR,
    REED,
    RIVAL,
    SEA,
    STATE_A,
    claim,
    count,
    day,
    report,
)

from reportedly.export import chosen
from reportedly.export.sides import side_of_combatants, sides
from reportedly.export.units import units
from reportedly.model import Claim, Entity, EntityKind, Event, Field, Kind, Stance, VictimClass, When, Where

R1, R2, R3 = report("r1"), report("r2"), report("r3")
DEPOT = Entity(name="depot", kind=EntityKind.OBJECT)
HOMS = Where(
    name="Talkalakh", id="geonames:163532", lat=34.7, lon=36.3, country="SY", precision=3, parents=("geonames:169575", "country:SY")
)


def event(*claims: Claim) -> Event:
    return only_event(dataset((R1, R2, R3), claims))


def table(*claims: Claim) -> dict[str, Claim]:
    return {each.id: each for each in claims}


def names(*claims: Claim) -> list[str]:
    return [place.name for place in chosen.places(event(*claims))]


def test_a_value_that_is_only_denied_is_not_chosen() -> None:
    said = [claim(R1, 10, chain=[MONITOR], killed=count(3)), claim(R1, 20, chain=[MINISTRY], stance=Stance.DENIES, actor=STATE_A)]
    assert chosen.supported(event(*said), Field.ACTOR) == ()


def test_a_value_that_nobody_denies_goes_before_one_that_somebody_denies() -> None:
    said = [
        claim(R1, 10, chain=[MONITOR], killed=count(9)),
        claim(R2, 10, chain=[FRONT], killed=count(9)),
        claim(R2, 20, chain=[MINISTRY], stance=Stance.DENIES, killed=count(9)),
        claim(R3, 10, chain=[RIVAL], killed=count(4)),
    ]
    assert [value.value for value in chosen.supported(event(*said), Field.KILLED)] == [count(4)]
    assert [value.value for value in chosen.supported(event(*said[:3]), Field.KILLED)] == [count(9)]


def test_a_town_goes_before_its_country_and_a_country_as_well_as_a_sea() -> None:
    assert names(claim(R1, 10, place=LAND), claim(R2, 10, place=QAMAR)) == ["Qamar"]
    assert names(claim(R1, 10, chain=[MINISTRY], place=SEA), claim(R2, 10, place=LAND), claim(R3, 10, place=SEA)) == ["Grey Sea"]


def test_one_town_goes_before_two_of_which_it_is_one() -> None:
    assert names(claim(R1, 10, place=(QAMAR, FAR)), claim(R2, 10, place=FAR)) == ["Ostvik"]


def test_a_place_that_contains_another_of_its_list_is_left_out() -> None:
    assert names(claim(R1, 10, place=(LAND, PROVINCE, QAMAR))) == ["Qamar"]


def test_the_shortest_time_is_chosen_and_what_is_named_without_days_is_not() -> None:
    month = day("2031-05-01", "2031-05-31", precision=4)
    early = day("2031-05-01", "2031-05-10", precision=4)
    since = dataclasses.replace(day("2031-05-02", precision=4), end=None)
    assert chosen.when(event(claim(R1, 10, when=month), claim(R1, 20, when=since), claim(R2, 10, when=early))) == early
    assert chosen.when(event(claim(R1, 10, killed=count(3)))) is None


def test_a_window_of_days_goes_before_a_day_that_is_only_a_month() -> None:
    vague, window = day("2031-05-04", precision=4), day("2031-05-03", "2031-05-06", precision=2)
    assert chosen.when(event(claim(R1, 10, when=vague), claim(R2, 10, when=window))) == window


def test_of_disputed_times_the_best_supported_is_chosen() -> None:
    month = day("2031-04-01", "2031-04-30", precision=4)
    said = [claim(R1, 10, when=month), claim(R2, 10, when=month), claim(R3, 10, when=day("2031-05-13"))]
    found = chosen.when(event(*said))
    assert isinstance(found, When)
    assert found == month


def test_disputed_times_with_as_many_origins_are_shown_from_the_first_to_the_last_day() -> None:
    found = chosen.when(event(claim(R1, 10, when=day("2031-05-13")), claim(R2, 10, when=day("2031-05-14"))))
    assert found == day("2031-05-13", "2031-05-14", precision=2)


@pytest.mark.parametrize(
    ("until", "precision"),
    [("2031-05-06", 2), ("2031-05-07", 3), ("2031-05-08", 4), ("2031-05-31", 4), ("2031-06-01", 5)],
)
def test_the_precision_of_such_a_stretch_is_that_of_its_length(until: str, precision: int) -> None:
    found = chosen.when(event(claim(R1, 10, when=day("2031-05-01")), claim(R2, 10, when=day(until))))
    assert found == day("2031-05-01", until, precision=precision)


def test_three_that_clash_are_not_two_sides() -> None:
    said = claim(R1, 10, kind=Kind.ARMED_CLASH, actor=(NAVY_A, ARMY_B, REED))
    assert (sides(event(said), table(said)).violence, sides(event(said), table(said)).b) == (None, ())


@pytest.mark.parametrize(("second", "side"), [(REED, "b"), (DEPOT, None)])
def test_dead_fighters_are_of_the_struck_side_only_if_every_claim_says_so(second: Entity, side: str | None) -> None:
    dead = count(30, of=VictimClass.COMBATANT)
    other = claim(R2, 10, kind=Kind.AIR_STRIKE, actor=NAVY_A, target=second, killed=dead)
    silent = claim(R3, 10, kind=Kind.AIR_STRIKE, actor=NAVY_A, target=REED)
    said = (claim(R1, 10, kind=Kind.AIR_STRIKE, actor=NAVY_A, target=REED, killed=dead), other, silent)
    made = event(*said)
    assert side_of_combatants(made, sides(made, table(*said)), table(*said)) == side


def test_a_district_lies_in_its_province() -> None:
    assert units(HOMS) == ("Homs", "Talkalakh")


def test_a_country_lies_in_no_unit() -> None:
    assert units(LAND) == (None, None)
