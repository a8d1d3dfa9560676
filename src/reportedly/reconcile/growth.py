"""How a number grew: who gave which, in the order in which it was printed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from reportedly.model import Claim, Count, Event, Field, Report, Stance, VictimClass


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One number of everybody that somebody gave, as it came out.

    `day` is that of publication, None where it is not known. `voices` are those who gave it that day, `claims` the ids of their
    claims. `change` is its distance from what the same voices had given before; None where they had given none or an end is open.
    """

    day: dt.date | None
    count: Count
    voices: tuple[str, ...]
    claims: tuple[str, ...]
    change: int | None


def growth(event: Event, field: Field, claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> tuple[Step, ...]:
    """The numbers of a field of people, by day of publication and then size; undated ones last. Parts and classes are left out.

    What one voice gives twice on one day is one step. Denials and doubts are none.

    Raises:
        KeyError: a claim of the event, or its report, is not given.
    """
    told: dict[tuple[dt.date | None, int, int | None, str], list[Claim]] = {}
    for identity in event.claims:
        claim = claims[identity]
        stated = claim.get(field)
        count = stated.value if stated is not None else None
        if claim.stance is not Stance.ASSERTS or not isinstance(count, Count) or count.part or count.of not in (None, VictimClass.UNKNOWN):
            continue
        key = (reports[claim.report].published, count.low, count.high, voice_of(claim, reports[claim.report]))
        told.setdefault(key, []).append(claim)
    before: dict[str, Count] = {}
    steps: list[Step] = []
    for key in sorted(told, key=lambda k: (k[0] is None, k[0] or dt.date.max, k[1], k[2] is None, k[2] or 0, k[3])):
        day, voice, some = key[0], key[3], told[key]
        count = _count(some[0], field)
        earlier = before.get(voice)
        exact = earlier is not None and earlier.high is not None and count.high is not None
        change = count.low - earlier.low if exact and earlier is not None else None
        steps.append(Step(day=day, count=count, voices=(voice,), claims=tuple(c.id for c in some), change=change))
        before[voice] = count
    return tuple(_together(steps))


def voice_of(claim: Claim, report: Report) -> str:
    """The name of who first says it: an outlet's own where it says so itself."""
    return claim.chain[0].voice.name if claim.chain else report.outlet or report.file


def _count(claim: Claim, field: Field) -> Count:
    stated = claim.get(field)
    if stated is None or not isinstance(stated.value, Count):
        raise KeyError(field)
    return stated.value


def _together(steps: list[Step]) -> list[Step]:
    """Steps of one day, number and change as one, with all who gave it."""
    made: list[Step] = []
    for step in steps:
        last = made[-1] if made else None
        same = last is not None and (last.day, last.count.low, last.count.high, last.change) == (
            step.day,
            step.count.low,
            step.count.high,
            step.change,
        )
        if last is not None and same:
            made[-1] = Step(
                day=last.day,
                count=last.count,
                voices=(*last.voices, *step.voices),
                claims=(*last.claims, *step.claims),
                change=last.change,
            )
        else:
            made.append(step)
    return made
