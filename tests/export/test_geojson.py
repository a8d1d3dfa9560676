"""Events for map tools."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Sequence
from typing import Any

from hypothesis import given, settings
from tests.export.small import dataset, datasets
from tests.link.made import FAR, FRONT, LAND, MINISTRY, MONITOR, PROVINCE, QAMAR, claim, count, day, report

from reportedly.export.geojson import geojson
from reportedly.model import Claim, Dataset, Modality, Stance, VictimClass, When, WhenBasis, Where
from reportedly.reconcile.grade import Grade, Graded
from reportedly.reconcile.rules import RULES

R1, R2, R3 = report("r1"), report("r2"), report("r3")


def feature(claims: Sequence[Claim]) -> dict[str, Any]:
    (found,) = json.loads("".join(geojson(dataset([R1, R2, R3], claims))))["features"]
    assert isinstance(found, dict)
    return found


@given(datasets())
@settings(max_examples=80, deadline=None)
def test_the_pieces_are_one_collection_with_a_feature_an_event(made: Dataset) -> None:
    found = json.loads("".join(geojson(made)))
    assert (found["type"], [each["id"] for each in found["features"]]) == ("FeatureCollection", [e.id for e in made.views.events])
    for each in found["features"]:
        assert set(each) == {"type", "id", "geometry", "properties"}
        assert each["geometry"] is None or each["properties"]["where_prec"] is not None
        assert "where_prec" in each["properties"]


def test_a_rule_is_named_and_makes_the_numbers_of_people_only() -> None:
    said = [
        claim(R1, 10, chain=[MONITOR], killed=count(9), munitions=count(5)),
        claim(R2, 10, chain=[MINISTRY], killed=count(4), munitions=count(3)),
    ]
    made = dataset([R1, R2, R3], said)
    usual, ruled = (json.loads("".join(geojson(made, rule=RULES[rule]))) for rule in ("ucdp", "acled"))
    assert ("rule" in usual, ruled["rule"]) == (False, "acled")
    one, other = (each["features"][0]["properties"] for each in (usual, ruled))
    assert [one["counts"]["killed"][name] for name in ("low", "best", "high")] == [4, 4, 9]
    assert [other["counts"]["killed"][name] for name in ("low", "best", "high")] == [4, 4, 4]
    assert one["counts"]["munitions"] == other["counts"]["munitions"]
    assert "grade" not in other


def test_a_feature_by_airwars_has_its_grade_or_null() -> None:
    made = dataset([R1, R2, R3], [claim(R1, 10, killed=count(9))])
    grade = Graded(grade=Grade.WEAK, why="One origin.", claims=(made.claims[0].id,))
    for grades, wanted in (({}, None), ({made.views.events[0].id: grade}, {"grade": "weak", "why": "One origin."})):
        found = json.loads("".join(geojson(made, rule=RULES["airwars"], grades=grades)))
        assert found["features"][0]["properties"]["grade"] == wanted


def test_the_one_place_of_a_rule_is_drawn() -> None:
    said = [claim(R1, 10, chain=[MONITOR], place=PROVINCE), claim(R2, 10, chain=[MINISTRY], place=PROVINCE), claim(R3, 10, place=QAMAR)]
    made = dataset([R1, R2, R3], said)
    for rule, where in (("most-origins", "Upper Landis region (XC)"), ("most-precise", "Qamar (XC)")):
        found = json.loads("".join(geojson(made, rule=RULES[rule])))
        assert found["features"][0]["properties"]["place"] == where


def test_nothing_makes_an_empty_collection() -> None:
    assert json.loads("".join(geojson(Dataset(reports=(), claims=()))))["features"] == []


def test_longitude_comes_first() -> None:
    place = dataclasses.replace(QAMAR, lat=10.5, lon=20.25)
    found = feature([claim(R1, 10, place=place)])
    assert found["geometry"] == {"type": "Point", "coordinates": [20.25, 10.5]}
    assert (found["properties"]["place"], found["properties"]["where_prec"]) == ("Qamar (XC)", 1)


def test_a_town_in_its_province_in_its_country_is_one_point() -> None:
    said = [claim(R1, 10, place=(QAMAR, LAND)), claim(R2, 10, place=PROVINCE)]
    assert feature(said)["geometry"] == {"type": "Point", "coordinates": [10.5, 10.5]}


def test_two_towns_are_two_points_and_never_one_of_them() -> None:
    found = feature([claim(R1, 10, place=(QAMAR, FAR))])
    assert found["geometry"] == {"type": "MultiPoint", "coordinates": [[10.5, 10.5], [14.0, 14.0]]}
    assert found["properties"]["place"] == "Qamar (XC), Ostvik (XC)"


def test_a_place_that_no_gazetteer_has_is_not_drawn() -> None:
    spot = Where(name="Hill 40", id=None, lat=None, lon=None, country="XC", precision=1)
    found = feature([claim(R1, 10, place=(spot, QAMAR))])
    assert (found["geometry"], found["properties"]["place"]) == (None, "Hill 40 (XC), Qamar (XC)")


def test_a_disputed_place_is_drawn_where_the_most_origins_put_it_and_all_are_listed() -> None:
    said = [
        claim(R1, 10, chain=[MONITOR], place=FAR),
        claim(R2, 10, chain=[MINISTRY], place=QAMAR),
        claim(R3, 10, chain=[FRONT], place=FAR),
    ]
    found = feature(said)
    assert found["geometry"] == {"type": "Point", "coordinates": [14.0, 14.0]}
    assert [(p["name"], p["origins"]) for p in found["properties"]["places"]] == [("Ostvik (XC)", 2), ("Qamar (XC)", 1)]
    assert found["properties"]["disputed"] == ["place"]


def test_a_plan_says_that_it_is_one() -> None:
    assert feature([claim(R1, 10, modality=Modality.PLANNED)])["properties"]["modalities"] == ["planned"]


def test_counts_and_days_are_as_exact_as_the_reports() -> None:
    said = [claim(R1, 10, when=day("2031-05-01", "2031-05-31", precision=4), killed=count(12, None))]
    properties = feature(said)["properties"]
    assert properties["counts"] == {"killed": {"low": 12, "best": 12, "high": None, "values": [">= 12"]}}
    assert properties["when"] == {"start": "2031-05-01", "end": "2031-05-31", "precision": 4, "basis": "stated", "words": "May 2031"}


def test_no_dead_civilians_is_no_count_of_everybody() -> None:
    said = claim(R1, 10, killed=count(0, of=VictimClass.CIVILIAN), munitions=count(26))
    assert feature([said])["properties"]["counts"] == {
        "killed": {"low": None, "best": None, "high": None, "values": ["0 civilians"]},
        "munitions": {"low": 26, "best": 26, "high": 26, "values": ["26"]},
    }


def test_modalities_are_of_those_who_assert() -> None:
    said = [
        claim(R1, 10, chain=[MONITOR], killed=count(3)),
        claim(R2, 10, chain=[MINISTRY], stance=Stance.DENIES, modality=Modality.PLANNED),
    ]
    assert feature(said)["properties"]["modalities"] == ["happened"]


def test_a_time_without_days_is_null() -> None:
    unresolved = When(start=None, end=None, precision=None, basis=WhenBasis.NONE)
    assert feature([claim(R1, 10, when=unresolved)])["properties"]["when"] is None


def test_the_gazetteer_is_credited() -> None:
    assert "CC BY 4.0" in json.loads("".join(geojson(dataset([R1], []))))["attribution"]
