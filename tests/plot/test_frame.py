"""The part of the world that a map shows: all that is to be seen, never nearer than the land is known, and cut at its edges."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.plot.pictured import widths

from reportedly.plot import NARROW, WIDE
from reportedly.plot.frame import EDGE, LEAST, clipped, down, frame_of, latitude

longitudes, latitudes = st.floats(-180, 180), st.floats(-EDGE, EDGE)
boxes = st.builds(
    lambda a, b, c, d: (min(a, b), min(c, d), max(a, b), max(c, d)),
    longitudes,
    longitudes,
    latitudes,
    latitudes,
)
points = st.tuples(st.integers(-50, 150), st.integers(-50, 150)).map(lambda p: (float(p[0]), float(p[1])))


def area(ring: list[tuple[float, float]]) -> float:
    return sum(ring[n - 1][0] * y - x * ring[n - 1][1] for n, (x, y) in enumerate(ring)) / 2


@given(shown=st.lists(boxes, min_size=1, max_size=3), width=widths)
def test_what_is_to_be_seen_is_in_the_frame_which_is_in_the_world(shown: list[tuple[float, float, float, float]], width: float) -> None:
    frame = frame_of(shown, width=width, narrow=width == NARROW)
    for west, south, east, north in shown:
        for lon, lat in ((west, south), (east, north)):
            x, y = frame.at(lon, lat)
            assert -1 <= x <= frame.width + 1
            assert -1 <= y <= frame.height + 1
    west, south, east, north = frame.bounds
    assert -180.001 <= west < east <= 180.001
    assert -EDGE - 0.001 <= south < north <= EDGE + 0.001
    assert east - west >= LEAST
    assert 0 < frame.height <= 1.2 * width


def test_one_town_is_shown_with_the_land_around_it() -> None:
    west, _, east, _ = frame_of([(37.0, 36.0, 37.0, 36.0)], width=WIDE, narrow=False).bounds
    assert east - west == pytest.approx(LEAST / 0.82)


def test_what_is_spread_over_the_world_is_shown_on_all_of_it() -> None:
    frame = frame_of([(-170.0, -20.0, -170.0, -20.0), (170.0, 40.0, 170.0, 40.0)], width=WIDE, narrow=False)
    assert frame.bounds == pytest.approx((-180, -56, 180, 78), abs=0.1)


@given(latitudes)
def test_a_latitude_is_found_again(lat: float) -> None:
    assert latitude(down(lat)) == pytest.approx(lat, abs=1e-9)


def test_a_kilometre_is_longer_on_the_map_far_from_the_equator() -> None:
    frame = frame_of([(-170.0, -20.0, 170.0, 40.0)], width=WIDE, narrow=False)
    assert frame.pixels(1, 60) == pytest.approx(2 * frame.pixels(1, 0))
    assert frame.pixels(40_075, 0) == pytest.approx(WIDE)


@given(st.lists(points, min_size=3, max_size=12))
def test_what_is_cut_lies_inside_and_what_lies_inside_is_not_cut(ring: list[tuple[float, float]]) -> None:
    kept = clipped(ring, 100, 100)
    assert all(-1e-9 <= x <= 100 + 1e-9 and -1e-9 <= y <= 100 + 1e-9 for x, y in kept)
    assert clipped(kept, 100, 100) == kept
    if all(0 <= x <= 100 and 0 <= y <= 100 for x, y in ring):
        assert kept == ring


def test_a_square_over_a_corner_leaves_a_quarter() -> None:
    kept = clipped([(50, 50), (150, 50), (150, 150), (50, 150)], 100, 100)
    assert area(kept) == pytest.approx(2500)
