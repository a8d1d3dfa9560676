"""A row of happenings holds a single one by days, places and sides; and what keeps it from doing so."""

from __future__ import annotations

from typing import Any

import pytest
from tests.link.made import ARMY_B, FAR, LAND, NAVY_A, PROVINCE, QAMAR, REED, STATE_A, claim, count, day, report, since

from reportedly.link.facts import ClaimFacts, facts
from reportedly.link.whole import holds, refuted
from reportedly.model import Kind, Modality

REPORT = report("r1")
LATER = report("r2")

WHOLE: dict[str, Any] = {"kind": Kind.AIR_STRIKE, "actor": NAVY_A, "place": PROVINCE, "when": since("2031-03-01")}
PART: dict[str, Any] = {"kind": Kind.AIR_STRIKE, "actor": NAVY_A, "place": QAMAR, "when": day("2031-05-13")}


def told(values: dict[str, Any], *, at: int = 10, **other: Any) -> ClaimFacts:  # noqa: ANN401  (fields by name)
    given = {name: value for name, value in (values | other).items() if value is not None}
    return facts([REPORT], [claim(REPORT, at, **given)])[0]


def test_a_strike_of_the_days_the_province_and_the_side_of_a_campaign_is_part_of_it() -> None:
    found = holds(told(WHOLE), told(PART))
    assert found is not None
    assert found.why == "2031-05-13 is of the days since 2031-03-01, Qamar lies in Upper Landis, both by Xanadian Navy"
    assert holds(told(PART), told(WHOLE)) is None


def test_a_shorter_whole_holds_it_more_surely() -> None:
    long, short = holds(told(WHOLE), told(PART)), holds(told(WHOLE, when=since("2031-05-10")), told(PART))
    assert long is not None
    assert short is not None
    assert short.weight > long.weight


@pytest.mark.parametrize("side", [STATE_A, None], ids=["of one owner", "not told"])
def test_it_is_so_where_the_side_is_of_one_owner_or_not_told(side: Any) -> None:  # noqa: ANN401
    assert holds(told(WHOLE, actor=side), told(PART)) is not None


REFUTING: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "a day before it": ({}, {"when": day("2031-02-01")}),
    "a day that the whole's report cannot know": ({}, {"when": day("2031-06-20")}),
    "a place elsewhere": ({}, {"place": FAR}),
    "another side": ({}, {"actor": ARMY_B}),
    "more dead than all of it": ({"killed": count(10)}, {"killed": count(12)}),
    "something that was only planned": ({}, {"modality": Modality.PLANNED}),
    "another sort of thing": ({}, {"kind": Kind.PEACEFUL_PROTEST}),
}


@pytest.mark.parametrize("name", REFUTING)
def test_it_is_refuted_by(name: str) -> None:
    whole, part = REFUTING[name]
    assert refuted(told(WHOLE, **whole), told(PART, **part))
    assert holds(told(WHOLE, **whole), told(PART, **part)) is None


TOO_LITTLE: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "no days of the part": ({}, {"when": None}),
    "no place of the whole": ({"place": None}, {}),
    "a whole country, and no side": ({"place": LAND, "actor": None}, {}),
    "another kind, and no side": ({"kind": Kind.SHELLING, "actor": None}, {}),
    "two single happenings": ({"when": day("2031-05-13")}, {}),
    "two rows": ({}, {"when": since("2031-04-01")}),
}


@pytest.mark.parametrize("name", TOO_LITTLE)
def test_too_little_speaks_for_it(name: str) -> None:
    whole, part = TOO_LITTLE[name]
    assert holds(told(WHOLE, **whole), told(PART, **part)) is None


def test_a_country_holds_it_where_the_side_is_the_same() -> None:
    assert holds(told(WHOLE, place=LAND), told(PART)) is not None
    assert holds(told(WHOLE, place=LAND, actor=REED), told(PART)) is None
