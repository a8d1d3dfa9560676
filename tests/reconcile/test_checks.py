"""Arithmetic and sense."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Sequence

import pytest
from tests.link.made import (
    FAR,
    LAND,
    MINISTRY,
    MONITOR,
    QAMAR,
    RIVAL,
    SEA,
    SUBURB,
    WITNESSES,
    claim,
    count,
    day,
    launched,
    report,
)

from reportedly.model import Claim, Count, Modality, Report, Span, Where
from reportedly.model import VictimClass as Of
from reportedly.reconcile.checks import checks

R1 = report("r1")


@pytest.mark.parametrize(
    ("words", "passed"),
    [("Tuesday, 13 May 2031", True), ("Wednesday, 13 May", False), ("tuesday 13 May", True)],
)
def test_a_weekday_beside_a_date_is_checked(words: str, *, passed: bool) -> None:
    found = checks([R1], [claim(R1, 10, when=day("2031-05-13"), texts={"when": words})])
    assert [(c.name, c.passed) for c in found] == [("published", True), ("weekday", passed)]
    assert "a Tuesday" in found[1].detail


def test_a_weekday_alone_is_what_the_day_was_worked_out_from() -> None:
    found = checks([R1], [claim(R1, 10, when=day("2031-05-13"), texts={"when": "Tuesday"})])
    assert [c.name for c in found] == ["published"]


def test_what_happened_cannot_be_after_publication() -> None:
    (found,) = checks([R1], [claim(R1, 10, when=day("2031-05-20"))])
    assert (found.name, found.passed) == ("published", False)
    assert "2031-05-15" in found.detail


def test_what_is_planned_may_be_after_publication() -> None:
    assert checks([R1], [claim(R1, 10, modality=Modality.PLANNED, when=day("2031-05-20"))]) == ()


@pytest.mark.parametrize(
    ("text", "passed"),
    [
        ("fired from 1,500km (930 miles) away", True),
        ("fired from 1,500 kilometres (about 630 miles) away", False),
        ("fell 300 feet (91 metres) short", True),
    ],
)
def test_a_length_in_two_units_is_checked(text: str, *, passed: bool) -> None:
    r = report("r2", text)
    (found,) = checks([r], [claim(r, 0, evidence=Span(0, len(text)))])
    assert (found.name, found.passed) == ("units", passed)


def test_two_lengths_side_by_side_are_not_one_length() -> None:
    text = "The road is 40 km long and the pass 3 miles."
    r = report("r2", text)
    assert checks([r], [claim(r, 0, evidence=Span(0, len(text)))]) == ()


def test_a_part_is_compared_with_its_whole_within_one_report_and_event() -> None:
    whole = claim(R1, 10, chain=[MONITOR], killed=count(2))
    part = claim(R1, 30, chain=[MONITOR], killed=count(3, of=Of.CHILD, part=True))
    assert checks([R1], [whole, part]) == ()
    assert checks([R1], [whole, part], [[whole.id], [part.id]]) == ()
    (found,) = checks([R1], [whole, part], [[whole.id, part.id]])
    assert (found.claim, found.name, found.passed) == (part.id, "part of whole", False)


def test_an_open_whole_holds_every_part() -> None:
    whole, part = claim(R1, 10, killed=count(2, None)), claim(R1, 10, killed=count(3, of=Of.CHILD, part=True))
    assert [c.passed for c in checks([R1], [whole, part])] == [True]


def spot(name: str, place: Where, precision: int) -> Where:
    """A spot that is told from a place, as the reader of places makes it."""
    return dataclasses.replace(place, name=name, precision=precision)


@pytest.mark.parametrize(
    ("stated", "passed"),
    [("8 km from Qamar", True), ("10 miles from Qamar", True), ("60 km from Qamar", False), ("about 1,000 km from Qamar", False)],
)
def test_a_distance_from_another_place_is_held_against_the_map(stated: str, *, passed: bool) -> None:
    """Qamar Gardens lies 8 km from Qamar."""
    (found,) = checks([R1], [claim(R1, 10, place=(SUBURB, spot(stated, QAMAR, 5)))])
    assert (found.name, found.passed) == ("distance", passed)
    assert stated in found.detail


@pytest.mark.parametrize(("lat", "passed"), [(10.48, True), (9.5, False)])
def test_a_spot_with_a_direction_is_held_against_where_it_comes_to_lie(lat: float, *, passed: bool) -> None:
    there = dataclasses.replace(spot("8 km north of Qamar", QAMAR, 2), lat=lat)
    (found,) = checks([R1], [claim(R1, 10, place=(SUBURB, there))])
    assert (found.name, found.passed) == ("distance", passed)


@pytest.mark.parametrize(("km", "passed"), [(550, True), (500, True), (1500, False), (100, False)])
def test_how_far_a_missile_flew_is_held_against_both_places(km: int, *, passed: bool) -> None:
    """Qamar and Ostvik lie 545 km apart."""
    (found,) = checks([R1], [claim(R1, 10, place=FAR, launched_from=launched(QAMAR), distance_km=count(km))])
    assert (found.name, found.passed) == ("distance", passed)


def test_a_distance_from_a_sea_or_a_country_is_not_checked() -> None:
    assert checks([R1], [claim(R1, 10, place=FAR, launched_from=launched(SEA), distance_km=count(5000))]) == ()
    assert checks([R1], [claim(R1, 10, place=LAND, launched_from=launched(QAMAR), distance_km=count(5000))]) == ()


def added(low: int) -> Count:
    return dataclasses.replace(count(low), wording=f"{low} more")


def failing(some: Sequence[Claim], *, reports: Sequence[Report] = (R1,)) -> list[tuple[str, str, str]]:
    found = checks(reports, some, [[each.id for each in some]])
    return [(c.claim, c.name, c.detail) for c in found if not c.passed]


def running(report: Report, plus: int, total: int) -> list[Claim]:
    """'Two more died, bringing the toll to 12.'"""
    words = Span(40, 70)
    return [
        claim(report, 40, chain=[MONITOR], evidence=words, killed=added(plus)),
        claim(report, 41, chain=[MONITOR], evidence=words, killed=count(total)),
    ]


@pytest.mark.parametrize(("before", "passed"), [(10, True), (11, False), (9, False)])
def test_in_one_report_the_old_toll_and_the_new_dead_make_the_running_total(before: int, *, passed: bool) -> None:
    some = [claim(R1, 10, chain=[MONITOR], killed=count(before)), *running(R1, 2, 12)]
    found = [c for c in checks([R1], some, [[c.id for c in some]]) if c.name == "running total"]
    assert [(c.claim, c.passed) for c in found] == [(some[2].id, passed)]
    assert f"make {before + 2}" in found[0].detail


@pytest.mark.parametrize(("before", "passed"), [(10, True), (11, False), (9, True)])
def test_against_an_earlier_report_the_running_total_may_not_be_less_than_the_sum(before: int, *, passed: bool) -> None:
    earlier = report("r0", published=dt.date(2031, 5, 12))
    some = [claim(earlier, 10, chain=[MONITOR], killed=count(before)), *running(R1, 2, 12)]
    found = [c for c in checks([earlier, R1], some, [[c.id for c in some]]) if c.name == "running total"]
    assert [c.passed for c in found] == [passed]


def test_the_toll_of_another_voice_is_no_earlier_toll() -> None:
    earlier = report("r0", published=dt.date(2031, 5, 12))
    some = [claim(earlier, 10, chain=[MINISTRY], killed=count(11)), *running(R1, 2, 12)]
    assert not [c for c in checks([earlier, R1], some, [[c.id for c in some]]) if c.name == "running total"]


def test_a_voice_that_gives_two_numbers_on_one_day_contradicts_itself() -> None:
    other = report("r2")
    some = [claim(R1, 10, chain=[MINISTRY], killed=count(4)), claim(other, 10, chain=[MINISTRY], killed=count(7))]
    ((at, name, detail),) = failing(some, reports=[R1, other])
    assert (at, name) == (some[1].id, "one voice")
    assert "Xanadian Ministry of Defence" in detail
    assert "“4” and “7”" in detail


@pytest.mark.parametrize("number", [count(4), count(3, None), count(2, of=Of.CHILD), count(2, part=True)])
def test_a_voice_may_give_a_vaguer_number_or_a_part(number: Count) -> None:
    other = report("r2")
    some = [claim(R1, 10, chain=[MINISTRY], killed=count(4)), claim(other, 10, chain=[MINISTRY], killed=number)]
    assert failing(some, reports=[R1, other]) == []


def test_a_later_number_of_a_voice_is_an_update_and_two_voices_are_a_dispute() -> None:
    later = report("r2", published=dt.date(2031, 5, 16))
    some = [claim(R1, 10, chain=[MINISTRY], killed=count(4)), claim(later, 10, chain=[MINISTRY], killed=count(7))]
    assert failing(some, reports=[R1, later]) == []
    other = report("r2")
    some = [claim(R1, 10, chain=[MINISTRY], killed=count(4)), claim(other, 10, chain=[RIVAL], killed=count(7))]
    assert failing(some, reports=[R1, other]) == []
    some = [claim(R1, 10, chain=[WITNESSES], killed=count(4)), claim(other, 10, chain=[WITNESSES], killed=count(7))]
    assert failing(some, reports=[R1, other]) == []


def test_a_voice_that_gives_two_days_in_one_outlet_contradicts_itself() -> None:
    some = [claim(R1, 10, chain=[MINISTRY], when=day("2031-05-12")), claim(R1, 30, chain=[MINISTRY], when=day("2031-05-14"))]
    ((at, name, detail),) = failing(some)
    assert (at, name) == (some[1].id, "one voice")
    assert "2031-05-12 and 2031-05-14" in detail


@pytest.mark.parametrize(("below", "passed"), [((12,), True), ((10,), False), ((10, 12), True)])
def test_a_headline_must_give_a_number_that_the_text_gives(below: tuple[int, ...], *, passed: bool) -> None:
    r = dataclasses.replace(R1, headline=Span(0, 20))
    some = [claim(r, 10, killed=count(12)), *(claim(r, 30 + 10 * n, killed=count(each)) for n, each in enumerate(below))]
    found = [c for c in checks([r], some, [[c.id for c in some]]) if c.name == "headline"]
    assert [(c.claim, c.passed) for c in found] == [(some[0].id, passed)]
