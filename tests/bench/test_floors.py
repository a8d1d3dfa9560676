"""Floors: figures may only get better."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.floors import Bounds, check, read, updated, write

BOUNDS: Bounds = {"quality": {"f1": {"least": 0.5}, "errors": {"most": 3}}, "speed": {"ratio": {"most": 2.0}}}


def test_a_figure_at_its_floor_holds() -> None:
    assert [c.holds for c in check("quality", BOUNDS, {"f1": 0.5, "errors": 3})] == [True, True]


def test_a_figure_past_its_bound_does_not_hold_and_says_so() -> None:
    low, high = check("quality", BOUNDS, {"f1": 0.499, "errors": 4})
    assert not low.holds
    assert not high.holds
    assert low.line() == "FAIL quality f1: 0.499 (>= 0.5)"
    assert high.line() == "FAIL quality errors: 4 (<= 3)"


def test_a_figure_that_was_not_measured_does_not_hold() -> None:
    (missing, _) = check("quality", BOUNDS, {"errors": 1})
    assert not missing.holds
    assert "not measured" in missing.line()


def test_an_update_raises_floors_and_never_rounds_them_above_what_was_measured() -> None:
    moved = updated(BOUNDS, check("quality", BOUNDS, {"f1": 0.61299, "errors": 2}), lower=False)
    assert moved["quality"] == {"f1": {"least": 0.612}, "errors": {"most": 2.0}}


def test_an_update_does_not_lower_a_floor() -> None:
    assert updated(BOUNDS, check("quality", BOUNDS, {"f1": 0.4, "errors": 9}), lower=False) == BOUNDS


def test_a_floor_is_lowered_when_that_is_asked_for() -> None:
    moved = updated(BOUNDS, check("quality", BOUNDS, {"f1": 0.4, "errors": 9}), lower=True)
    assert moved["quality"] == {"f1": {"least": 0.4}, "errors": {"most": 9.0}}


def test_bounds_on_seconds_are_not_moved_by_an_update() -> None:
    assert updated(BOUNDS, check("speed", BOUNDS, {"ratio": 1.2}), lower=False) == BOUNDS


def test_a_figure_that_was_not_measured_keeps_its_floor() -> None:
    assert updated(BOUNDS, check("quality", BOUNDS, {}), lower=True) == BOUNDS


def test_bounds_are_read_as_they_were_written(tmp_path: Path) -> None:
    write(BOUNDS, tmp_path / "floors.json")
    assert read(tmp_path / "floors.json") == BOUNDS


@pytest.mark.parametrize(("name", "bounds"), read().items(), ids=lambda v: v if isinstance(v, str) else "")
def test_every_kept_bound_is_one_number_on_one_side(name: str, bounds: dict[str, dict[str, float]]) -> None:
    assert name
    assert all(len(bound) == 1 and set(bound) <= {"least", "most"} for bound in bounds.values())
