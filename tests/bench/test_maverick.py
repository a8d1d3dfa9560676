from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bench import maverick


def row(identity: str, event: str, **told: object) -> dict[str, Any]:
    usual = {
        "source": f"The Vorland Courier ({identity})",
        "date_start": "2031-05-14",
        "date_end": "2031-05-14",
        "latitude": 1.0,
        "longitude": 2.0,
        "geo_precision": 3,
        "actor1": "Vorland guard",
        "actor1_type": "Security forces",
        "deaths": {"low": 3, "best": 3, "high": 3},
    }
    return {"id": identity, "event_id": event, **usual, **told}


def said(rows: list[dict[str, Any]], *, clash: bool) -> dict[str, Any]:
    (line,) = maverick.predictions(rows, clash=clash)
    return {"deaths": line["deaths_status"], **{name: line[name]["status"] for name in ("date", "place", "actor1")}}


def test_one_row_disputes_nothing() -> None:
    assert set(said([row("r1", "E")], clash=False).values()) == {"single"}


def test_the_same_told_twice_is_agreed_upon() -> None:
    assert set(said([row("r1", "E"), row("r2", "E")], clash=False).values()) == {"agreed"}


VAGUER = {
    "deaths": ({"deaths": {"low": 2, "best": 4, "high": 5}}, "deaths"),
    "days": ({"date_start": "2031-05-10", "date_end": "2031-05-20"}, "date"),
    "point": ({"latitude": 1.01}, "place"),
    "actor": ({"actor1": "Unknown actor (Vorland)", "actor1_type": None}, "actor1"),
}


@pytest.mark.parametrize(("told", "field"), VAGUER.values(), ids=list(VAGUER))
def test_what_is_only_vaguer_differs_and_does_not_clash(told: dict[str, Any], field: str) -> None:
    rows = [row("r1", "E"), row("r2", "E", **told)]
    assert said(rows, clash=False)[field] == "disputed"
    assert said(rows, clash=True)[field] == "agreed"


CLASHES = {
    "deaths": ({"deaths": {"low": 7, "best": 9, "high": 9}}, "deaths"),
    "no deaths": ({"deaths": {"low": 0, "best": 0, "high": 0}}, "deaths"),
    "days": ({"date_start": "2031-05-16", "date_end": "2031-05-20"}, "date"),
    "towns": ({"latitude": 1.2}, "place"),
    "actor": ({"actor1": "Tessaly front", "actor1_type": "Non-state armed actor"}, "actor1"),
}


@pytest.mark.parametrize(("told", "field"), CLASHES.values(), ids=list(CLASHES))
def test_what_cannot_both_be_right_clashes(told: dict[str, Any], field: str) -> None:
    rows = [row("r1", "E"), row("r2", "E", **told)]
    assert said(rows, clash=True)[field] == "disputed"
    assert [status for name, status in said(rows, clash=True).items() if name != field] == ["agreed"] * 3


def test_what_a_row_does_not_give_disputes_nothing() -> None:
    silent = row("r2", "E", latitude=None, longitude=None, actor1=None)
    assert set(said([row("r1", "E"), silent], clash=False).values()) == {"agreed"}


def test_the_range_holds_the_best_number_of_every_row() -> None:
    rows = [row("r1", "E", deaths={"low": 1, "best": 2, "high": 9}), row("r2", "E", deaths={"low": 5, "best": 6, "high": 6})]
    (line,) = maverick.predictions(rows, clash=False)
    assert (line["deaths"]["low"], line["deaths"]["high"]) == (2, 6)


def test_days_in_the_wrong_order_are_read_as_the_first(tmp_path: Path) -> None:
    data = tmp_path / "dev.jsonl"
    data.write_text(json.dumps(row("r1", "E", date_end="2031-01-01")) + "\n", encoding="utf-8")
    assert maverick.run(data, tmp_path / "out") == {}
    assert json.loads((tmp_path / "out").read_text(encoding="utf-8"))["event_id"] == "E"
