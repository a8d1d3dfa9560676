"""Cannot-link facts: what keeps two claims from ever being of one event, whatever else is alike."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable
from typing import NamedTuple

from reportedly.link.facts import ClaimFacts
from reportedly.link.likeness import RELATED, points_back, same_speaker, told_apart
from reportedly.link.likeness_names import counts_meet
from reportedly.model import Family, Field, Where, weapon_family

FAR_KM = 100
"""Places further apart, neither within the other, are not of one happening."""

SLACK_DAYS = 1
"""Two reports may be a day apart about one happening: then the date is disputed."""

ONE_KIND_ONLY = frozenset({Family.VERBAL, Family.STRATEGIC})
"""Families whose kinds are different acts, so that two kinds are never one happening."""

WAR_DEAD, EVENT_DEAD = 10_000, 1_000
"""From the first number up it is the dead of a war, below the second those of one happening."""

SENTENCE_END = re.compile(r"[.!?][\"”’)]*\s|\n")
"""Where a sentence ends."""

THINGS = (Field.MUNITIONS, Field.TARGETS, Field.PLATFORM_COUNT)


def apart_in_report(a: ClaimFacts, b: ClaimFacts) -> str | None:
    """Why two claims of one report cannot be of one event, or None: a report tells its happenings apart by day, number and weapon."""
    if a.claim.trigger.overlaps(b.claim.trigger):
        return None
    if a.when is not None and b.when is not None and a.when.precision == b.when.precision == 1 and a.when.days_apart(b.when):
        return "one report dates them on different days"
    if (said := _told_as_two(a, b)) is not None:
        return said
    if not same_speaker(a, b):
        return None
    for field in THINGS:
        one, other = a.counts.get(field), b.counts.get(field)
        if one is not None and other is not None and one.part == other.part and not counts_meet(one, other):
            return f"one voice of one report gives “{one.wording}” and “{other.wording}”"
    mine = {f for name in a.weapons if (f := weapon_family(name))}
    yours = {f for name in b.weapons if (f := weapon_family(name))}
    return "one voice of one report names different weapons" if mine and yours and not mine & yours else None


def _told_as_two(a: ClaimFacts, b: ClaimFacts) -> str | None:
    """That the words of one report set two happenings off from each other, or None."""
    if (later := told_apart(a, b)) is not None:
        return f"one report tells “{later.report.quote(later.claim.trigger)}” as another one"
    if (first := _same_doer(a, b)) is not None:
        return f"one report tells “{first.report.quote(first.claim.trigger)}” as what the same ones did another time"
    return None


def _same_doer(a: ClaimFacts, b: ClaimFacts) -> ClaimFacts | None:
    """Of two claims of a report the one that only tells who did something else ("the same ships that struck the port … fired …").

    Claims that point to each other's words, and those of other sentences that give its day, may still speak of it.
    """
    if a.aside is b.aside or points_back(a, b) or points_back(b, a):
        return None
    dated = a.when is not None and b.when is not None and a.when.days_apart(b.when) == 0
    return None if dated and not _in_one_sentence(a, b) else a if a.aside else b


def _in_one_sentence(a: ClaimFacts, b: ClaimFacts) -> bool:
    first, later = sorted((a.claim.trigger, b.claim.trigger))
    return SENTENCE_END.search(a.report.text[first.end : later.start]) is None


def _sort(a: ClaimFacts) -> Hashable:
    owners = tuple(sorted(str(e.owner) for e in a.actors)) if a.family is Family.TERRITORY else ()
    return (a.claim.kind, a.burial, a.modal, a.series, a.single, owners, _scale(a))


def _sorts(a: ClaimFacts, b: ClaimFacts) -> str | None:
    if a.modal != b.modal:
        return f"one is {a.claim.modality.value}, the other {b.claim.modality.value}"
    if a.burial is not b.burial:
        return "one is a burial, the other is not"
    return _kinds(a, b) or _whole(a, b) or _war(a, b)


def _kinds(a: ClaimFacts, b: ClaimFacts) -> str | None:
    if a.family is not b.family:
        if (a.family, b.family) in RELATED:
            return None
        return f"{a.claim.kind.value} and {b.claim.kind.value} are different things"
    if a.family in ONE_KIND_ONLY and a.claim.kind is not b.claim.kind:
        return f"{a.claim.kind.value} and {b.claim.kind.value} are different acts"
    if a.family is not Family.TERRITORY:
        return None
    mine, yours = {e.owner for e in a.actors if e.owner}, {e.owner for e in b.actors if e.owner}
    if mine and yours:
        return None if mine & yours else "the place was taken by different sides"
    return None if a.claim.kind is b.claim.kind else f"{a.claim.kind.value} against {b.claim.kind.value}"


def _whole(a: ClaimFacts, b: ClaimFacts) -> str | None:
    if a.series is b.series or not (a.single or b.single):
        return None
    return "one speaks of a row of happenings, the other of a single one"


def _war(a: ClaimFacts, b: ClaimFacts) -> str | None:
    if Field.KILLED not in a.counts or Field.KILLED not in b.counts:
        return None
    scales = _scale(a), _scale(b)
    return "one counts the dead of a war" if True in scales and False in scales else None


def _scale(a: ClaimFacts) -> bool | None:
    """Whether a number of dead is that of a war, or surely not; None in between and without a number."""
    killed = a.counts.get(Field.KILLED)
    if killed is None or EVENT_DEAD <= killed.low < WAR_DEAD:
        return None
    return killed.low >= WAR_DEAD


def _days(a: ClaimFacts, b: ClaimFacts) -> str | None:
    if a.when is None or b.when is None:
        return None
    gap = a.when.days_apart(b.when)
    open_ended = None in (a.when.end, b.when.end)
    if Family.TERRITORY in (a.family, b.family) and open_ended and a.when.start is not None and b.when.start is not None:
        gap = abs((a.when.start - b.when.start).days)
    return f"they are {gap} days apart" if gap is not None and gap > SLACK_DAYS else None


def _places(a: ClaimFacts, b: ClaimFacts) -> str | None:
    if not a.places or not b.places:
        return None
    for x in a.places:
        for y in b.places:
            if x is y or not disjoint(x, y):
                return None
    return f"{a.places[0].name} and {b.places[0].name} are different places"


def disjoint(x: Where, y: Where) -> bool:
    """Whether two places are surely not one: far apart or in two countries, and neither within the other."""
    if (x.id is not None and x.id == y.id) or x.lies_in(y) or y.lies_in(x) or x.name.casefold() == y.name.casefold():
        return False
    if max(x.precision, y.precision) == 7:
        return False
    if max(x.precision, y.precision) <= 4 and (km := x.km_to(y)) is not None:
        return km > FAR_KM
    return x.country is not None and y.country is not None and x.country != y.country


def _numbers(a: ClaimFacts, b: ClaimFacts) -> str | None:
    """Different numbers of munitions in reports a week or more apart, where no date ties the two."""
    one, other = a.counts.get(Field.MUNITIONS), b.counts.get(Field.MUNITIONS)
    if one is None or other is None or counts_meet(one, other) or (a.when is not None and b.when is not None):
        return None
    if a.report.published is None or b.report.published is None or abs((a.report.published - b.report.published).days) < 7:
        return None
    return f"“{one.wording}” and “{other.wording}”, in reports more than a week apart"


def _salvo(a: ClaimFacts) -> Hashable:
    fired = a.counts.get(Field.MUNITIONS)
    return fired and (fired.low, fired.high, a.when is None, a.report.published)


class Trait(NamedTuple):
    """Something by which two claims can be told apart: what a claim has of it, and why two claims are apart by it, or None.

    Two claims that have the same of it are never apart by it, and are apart by it from the same claims.
    """

    value: Callable[[ClaimFacts], Hashable]
    apart: Callable[[ClaimFacts, ClaimFacts], str | None]


TRAITS = (
    Trait(_sort, _sorts),
    Trait(lambda a: (a.when, a.family is Family.TERRITORY), _days),
    Trait(lambda a: a.places, _places),
    Trait(_salvo, _numbers),
)
"""All that keeps claims apart, whichever reports they stand in."""


def apart(a: ClaimFacts, b: ClaimFacts) -> str | None:
    """Why two claims cannot be of one event, or None. Looks at nothing that depends on which report they stand in."""
    return next((why for trait in TRAITS if (why := trait.apart(a, b)) is not None), None)
