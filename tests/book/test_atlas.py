"""Where and when events are shown: never more exactly than the reports say."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest
from tests.link.made import QAMAR, claim, day, report

from reportedly.book.atlas import Shown, shown
from reportedly.model import Value, When, WhenBasis, Where
from reportedly.reconcile.event import reconcile

ALEPPO = Where(name="Aleppo", id="geonames:170062", lat=36.2, lon=37.6, country="SY", precision=4)
SYRIA = Where(name="Syria", id="country:SY", lat=35.0, lon=38.0, country="SY", precision=6)
NEAR = dataclasses.replace(QAMAR, precision=2)
NOWHERE = Where(name="the old mill", id=None, lat=None, lon=None, country=None, precision=2)


def seen(**values: Value | Where) -> Shown:
    made = report("r1000000000a", "A strike hit the town and killed four people.")
    said = claim(made, 0, **values)  # type: ignore[arg-type]
    (event,), _ = reconcile([made], [said], [[said.id]], [])
    return shown(event)


@pytest.mark.parametrize(("place", "km"), [(QAMAR, 0.0), (NEAR, 25.0)])
def test_an_exact_place_is_a_point_and_one_near_it_a_ring_of_25_km(place: Where, km: float) -> None:
    (spot,) = seen(place=place).spots
    assert (spot.km, spot.precision, spot.country, spot.whole) == (km, place.precision, "XC", False)


def test_a_province_reaches_as_far_as_its_towns() -> None:
    (spot,) = seen(place=ALEPPO).spots
    assert spot.km is not None
    assert 50 < spot.km < 150


def test_a_whole_country_is_a_country_and_no_ring() -> None:
    (spot,) = seen(place=SYRIA).spots
    assert (spot.country, spot.whole, spot.km) == ("SY", True, None)


def test_a_place_without_coordinates_is_not_shown() -> None:
    assert seen(place=NOWHERE).spots == ()


def test_of_several_places_all_are_shown_or_none() -> None:
    other = dataclasses.replace(QAMAR, name="Ostvik", id="geonames:77", lat=1.0)
    assert len(seen(place=(QAMAR, other)).spots) == 2
    assert seen(place=(QAMAR, dataclasses.replace(NOWHERE, precision=1))).spots == ()


def test_days_are_counted_from_1970() -> None:
    assert (seen(when=day("1970-01-02")).start, seen(when=day("1970-01-02")).end) == (1, 1)
    assert seen(when=day("1969-12-31")).start == -1


def test_what_goes_on_has_no_end_and_what_is_not_resolved_no_start() -> None:
    since = When(start=dt.date(1970, 1, 2), end=None, precision=5, basis=WhenBasis.STATED)
    assert (seen(when=since).start, seen(when=since).end) == (1, None)
    sometime = When(start=None, end=None, precision=None, basis=WhenBasis.NONE)
    assert seen(when=sometime).start is None
