"""The views that grow with a casebook are those that are made from nothing."""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Sequence
from typing import Any

import pytest
from tests.link.crowd import crowd
from tests.link.made import FAR, MINISTER, MINISTRY, NAVY_A, QAMAR, REED, claim, count, day, report

from reportedly.model import Claim, Report, Voice, VoiceKind, Where
from reportedly.store.reading import Made
from reportedly.viewing import viewed

NAMED = Voice(name="Ilo Marn", id="person:ilo-marn", kind=VoiceKind.PARTY)
"""The minister, without a word for whom he speaks."""


def unheard(stage: str, total: int) -> None:
    """Nobody wants to know how far it is."""


def stepwise(reports: Sequence[Report], claims: Sequence[Claim], step: int) -> Made:
    """The views after the last of several steps, each of which adds some reports."""
    made: Made | None = None
    for end in range(step, len(reports) + step, step):
        some = reports[:end]
        names = {each.id for each in some}
        now = viewed(some, [each for each in claims if each.report in names], made, unheard)
        made = Made(views=now.views, groupings={**(made.groupings if made else {}), **now.groupings})
    assert made is not None
    return made


def at_once(reports: Sequence[Report], claims: Sequence[Claim]) -> Made:
    return viewed(reports, claims, None, unheard)


@pytest.mark.parametrize("step", [1, 6])
def test_a_crowd_that_comes_bit_by_bit(step: int) -> None:
    reports, claims, _ = crowd(30, 4)
    random.Random(2).shuffle(reports)  # noqa: S311  (a fixed order, no secret)
    assert stepwise(reports, claims, step) == at_once(reports, claims)


TEXT = "Shells fell on the old harbour of Qamar early on Monday and at least four people lost their lives, several people wrote. " * 3
WIRED = f"{TEXT}\n(Reuters)"
AGENCY_BY_ANOTHER_NAME = Voice(name="The Reuters Agency", id="org:reuters", kind=VoiceKind.MEDIA)
SHELLING: dict[str, Any] = {"killed": count(4), "actor": NAVY_A, "target": REED}


def told(name: str, chain: Sequence[Voice], *, text: str = "", place: Where = QAMAR, published: str = "2031-05-15") -> tuple[Report, Claim]:
    """A report of a shelling, of May in Qamar and of March elsewhere."""
    made = report(name, text, published=day(published).start)
    when = day("2031-05-13" if place is QAMAR else "2031-03-01")
    return made, claim(made, 10, chain=chain, place=place, when=when, **SHELLING)


EARLIER = [told("r1", [NAMED]), told("r2", [MINISTRY])]
LATER = {
    "for whom a voice speaks": (EARLIER, told("r3", [MINISTER], place=FAR)),
    "from whom two texts are": (
        [told("r1", [], text=f"{TEXT} Nobody knows more."), told("r2", [], text=f"It was told here. {TEXT}")],
        told("r3", [], text=TEXT, place=FAR, published="2031-05-01"),
    ),
    "what an agency is called": ([told("r1", [], text=WIRED)], told("r3", [AGENCY_BY_ANOTHER_NAME], place=FAR)),
}


@pytest.mark.parametrize("known", LATER)
def test_what_a_report_of_another_happening_tells_changes_earlier_events(known: str) -> None:
    earlier, later = LATER[known]
    before = at_once([each for each, _ in earlier], [each for _, each in earlier])
    reports, claims = [each for each, _ in (*earlier, later)], [each for _, each in (*earlier, later)]
    now = at_once(reports, claims)
    assert {event.claims for event in before.views.events} < {event.claims for event in now.views.events}
    assert not set(before.views.events) < set(now.views.events)
    assert stepwise(reports, claims, len(earlier)) == now


def test_events_that_nothing_touches_are_the_same_objects() -> None:
    reports, claims, _ = crowd(30, 4)
    first = at_once(reports[:-1], [each for each in claims if each.report != reports[-1].id])
    second = viewed(reports, claims, first, unheard)
    old = {id(event) for event in first.views.events}
    assert sum(id(event) not in old for event in second.views.events) <= 4
    assert set(second.groupings) == {reports[-1].id}


def test_a_report_without_claims_is_remembered_too() -> None:
    found = at_once([report("r1")], [])
    assert found.groupings == {"r1": []}
    assert viewed([report("r1")], [], found, unheard) == dataclasses.replace(found, groupings={})
