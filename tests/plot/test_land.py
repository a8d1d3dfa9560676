"""The land on a picture: inside its frame, with one border between neighbours, no finer than can be seen; and a file that is none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reportedly.plot import NARROW, WIDE
from reportedly.plot.basemap import NoBasemap, basemap, mainland, read
from reportedly.plot.basemap_build import BASEMAP
from reportedly.plot.frame import Frame, frame_of
from reportedly.plot.land import land
from reportedly.plot.svg import _outline

WORLD = frame_of([(-170.0, -50.0, 175.0, 70.0)], width=WIDE, narrow=False)
IBERIA = frame_of([(-9.5, 36.0, 3.3, 43.8)], width=WIDE, narrow=False)


@pytest.mark.parametrize("frame", [WORLD, IBERIA, frame_of([(37.0, 36.0, 37.0, 36.0)], width=NARROW, narrow=True)])
def test_no_land_lies_outside_the_frame(frame: Frame) -> None:
    points = [point for outline in land(frame, frozenset()) for line in outline.lines for point in line]
    assert points
    assert all(0 <= x <= frame.width and 0 <= y <= frame.height for x, y in points)


def test_neighbours_keep_one_border() -> None:
    """What is told apart has the points of the land beside it: nothing gapes between them."""
    rest, told = land(IBERIA, frozenset({"PT"}))
    assert (rest.css, told.css) == ("ground land", "ground told")
    shared = {p for line in rest.lines for p in line} & {p for line in told.lines for p in line}
    assert len(shared) > 50


def test_a_map_of_the_world_has_less_than_half_the_points_of_the_basemap() -> None:
    points = sum(len(line) for outline in land(WORLD, frozenset()) for line in outline.lines)
    assert 5_000 < points < sum(len(ring.lons) for country in basemap().countries for ring in country.rings) / 2
    assert sum(len(_outline(outline)) for outline in land(WORLD, frozenset())) < 250_000


def test_a_country_reaches_as_far_as_its_largest_land() -> None:
    assert mainland("FR") == pytest.approx((-5, 42, 8, 51), abs=0.7)
    assert mainland("XC") is None


def test_a_missing_or_damaged_map_is_told_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NoBasemap, match="Install the package again"):
        read(tmp_path / "nothing.json")
    (tmp_path / "map.json").write_text("{}", "utf-8")
    with pytest.raises(NoBasemap, match="damaged"):
        read(tmp_path / "map.json")
    assert read(BASEMAP).notice == json.loads(BASEMAP.read_text("utf-8"))["notice"]
