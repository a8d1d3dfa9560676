"""The views that grow with a casebook are those that are made from nothing."""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.link.crowd import crowd
from tests.link.made import AGENCY, FRONT, MINISTER, MINISTRY, MONITOR, NAVY_A, QAMAR, REED, SUBURB, claim, count, day, report

from reportedly.model import Claim, Report, Voice, VoiceKind
from reportedly.store.reading import Made
from reportedly.viewing import viewed

WIRE = "The Landis Wire"
NAMED = Voice(name="Ilo Marn, spokesman", id="person:ilo-marn", kind=VoiceKind.PARTY)
"""The minister under another name, and without a word for whom he speaks."""


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


TEXT = "Shells fell on the old harbour of Qamar early on Monday and at least four people lost their lives, several outlets wrote."
SCENE = st.lists(
    st.tuples(
        st.sampled_from([[], [MINISTRY], [MINISTER], [NAMED], [FRONT], [MONITOR, AGENCY], [AGENCY]]),
        st.sampled_from([QAMAR, SUBURB]),
        st.integers(0, 3),
        st.sampled_from([TEXT, f"{TEXT}\n({WIRE})", f"{TEXT} More came later, it said.", ""]),
        st.sampled_from([WIRE, "", "Reuters"]),
    ),
    min_size=2,
    max_size=8,
)


@given(SCENE, st.integers(1, 3), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_copies_credits_and_names_that_a_later_report_tells_change_earlier_events_too(
    rows: list[tuple[list[Voice], object, int, str, str]], step: int, order: random.Random
) -> None:
    reports = [report(f"r{n}", text, outlet=outlet) for n, (_, _, _, text, outlet) in enumerate(rows)]
    claims = [
        claim(each, 10, chain=chain, place=place, killed=count(killed), actor=NAVY_A, target=REED, when=day("2031-05-13"))  # type: ignore[arg-type]
        for each, (chain, place, killed, _, _) in zip(reports, rows, strict=True)
    ]
    order.shuffle(reports)
    assert stepwise(reports, claims, step) == at_once(reports, claims)


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
