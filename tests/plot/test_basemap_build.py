"""The map under the events: land that closes, nothing across the date line, towns by their usual names."""

from __future__ import annotations

import json
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

import pytest

from reportedly.extract.gazetteer import INDEX
from reportedly.plot.basemap_build import BASEMAP, STEPS, build, is_current


@pytest.fixture(scope="module")
def land() -> dict[str, Any]:
    made: dict[str, Any] = json.loads(BASEMAP.read_text("utf-8"))
    return made


def points(ring: list[int]) -> list[tuple[float, float]]:
    return list(zip((x / STEPS for x in accumulate(ring[0::2])), (y / STEPS for y in accumulate(ring[1::2])), strict=True))


def rings(land: dict[str, Any]) -> list[list[tuple[float, float]]]:
    return [points(ring) for country in land["countries"] for polygon in country["polygons"] for ring in polygon]


def test_it_was_made_of_what_is_installed() -> None:
    assert is_current(BASEMAP)


def test_every_ring_is_closed_and_on_earth(land: dict[str, Any]) -> None:
    for ring in rings(land):
        assert ring[0] == ring[-1]
        assert all(-180 <= lon <= 180 and -90 <= lat <= 90 for lon, lat in ring)


def test_no_ring_jumps_across_the_date_line(land: dict[str, Any]) -> None:
    for ring in rings(land):
        assert all(abs(a[0] - b[0]) < 180 or a[1] == b[1] == -90 for a, b in pairwise(ring))


def test_neighbours_share_their_border(land: dict[str, Any]) -> None:
    """What was made simpler was made simpler on both sides: Spain and Portugal have the same points between them."""
    of = {
        country["code"]: {p for polygon in country["polygons"] for ring in polygon for p in points(ring)} for country in land["countries"]
    }
    assert len(of["ES"] & of["PT"]) > 20


def test_towns_have_the_names_of_the_gazetteer_and_the_larger_come_first(land: dict[str, Any]) -> None:
    people = [town[3] for town in land["towns"]]
    assert people == sorted(people, reverse=True)
    assert {"Cairo", "Aleppo", "Kharkiv"} <= {town[0] for town in land["towns"]}


def test_the_same_inputs_give_the_same_bytes(tmp_path: Path) -> None:
    assert build(tmp_path / "map.json", INDEX) > 200
    assert (tmp_path / "map.json").read_bytes() == BASEMAP.read_bytes()


def test_something_else_in_its_place_is_not_taken_for_it(tmp_path: Path) -> None:
    (tmp_path / "map.json").write_text("{}", "utf-8")
    assert not is_current(tmp_path / "map.json")
    assert not is_current(tmp_path / "nothing.json")
