"""How well civilian harm is reported, in the grades of Airwars, as far as reports can tell.

Airwars grades an incident by judgements of which some cannot be made from reports alone. What stands here for them, and what is not known:

* *confirmed*: a belligerent accepted responsibility for civilian harm. Known where one voice says, in one claim, that its own side acted
  and that civilians came to harm. What a belligerent admits outside the reports is not known.
* *contested*: rival claims of responsibility. Known where independent origins name different sides as acting.
* *fair*: two or more credible sources, and a belligerent that was likely or certainly acting nearby. Known are independent origins and
  whether anybody names a belligerent as acting. Whether a source is credible, and whether anything else shows that the belligerent acted
  there, is not known.
* *weak*: one source only. Also given where several origins report harm and nobody names a belligerent.
* *discounted*: those harmed were combatants. Known where everybody who counts them says so. That another party is most likely responsible
  is a judgement, and is not made.

Where nobody reports anybody killed or injured there is no grade. People of whom no report says what they were are graded as if they may
have been civilians, and the reason says so. A denial changes no grade; the reason names who denies.

Source: Airwars, Methodology (airwars.org/about/methodology), its five grades in our own words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reportedly.model import Claim, Count, Dispute, Event, Field, RelationKind, Stance, VictimClass
from reportedly.model.words import listed
from reportedly.reconcile.interest import HARMED, belligerents, harmed, of_civilians, owns_harm, side_of
from reportedly.reconcile.origins import Origins


class Grade(StrEnum):
    """One of Airwars' five grades of civilian harm."""

    CONFIRMED = "confirmed"
    FAIR = "fair"
    WEAK = "weak"
    CONTESTED = "contested"
    DISCOUNTED = "discounted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Graded:
    """The grade of an event, the reason in a sentence or two, and the ids of the claims that it rests on: never none."""

    grade: Grade
    why: str
    claims: tuple[str, ...]


NO_GRADES: Mapping[str, Graded] = {}
"""The grades of events, by their ids, where none is shown."""

SHOWN = 3
"""Names that a reason lists before it says how many more there are."""


def graded(event: Event, claims: Sequence[Claim], disputes: Iterable[Dispute], behind: Origins) -> Graded | None:
    """The grade of an event, None where nobody reports anybody killed or injured.

    `claims` are those of the event, in its order; `disputes` may be of all events; `behind` are the origins of its claims.
    """
    told = [claim for claim in claims if claim.stance is Stance.ASSERTS and claim.modality.is_real]
    harm = [claim for claim in told if any(_hurt(count) for count in harmed(claim))]
    if not harm:
        return None
    fighters = [claim for claim in harm if all(count.of is VictimClass.COMBATANT for count in harmed(claim) if _hurt(count))]
    if len(fighters) == len(harm):
        return _made(Grade.DISCOUNTED, "Everybody who is reported harmed is called a combatant.", fighters)
    of_others = [claim for claim in harm if claim not in fighters]
    found = _confirmed(of_others) or _contested(event, told, disputes) or _by_origins(event, of_others, told, behind)
    more = [_unspoken(of_others), _denied(event, claims)]
    return Graded(grade=found.grade, why=" ".join([found.why, *filter(None, more)]), claims=found.claims)


def _made(grade: Grade, why: str, claims: Iterable[Claim]) -> Graded:
    return Graded(grade=grade, why=why, claims=tuple(dict.fromkeys(claim.id for claim in claims)))


def _hurt(count: Count) -> bool:
    return count.low > 0


def _confirmed(harm: Sequence[Claim]) -> Graded | None:
    """By the word of the only side that says of itself that it harmed civilians."""
    owning = [claim for claim in harm if owns_harm(claim)]
    sides = {side_of(claim): claim.chain[0].voice.name for claim in owning}
    if len(sides) != 1:
        return None
    (name,) = sides.values()
    return _made(Grade.CONFIRMED, f"{name} says that its own side acted and that civilians were harmed.", owning)


def _contested(event: Event, told: Sequence[Claim], disputes: Iterable[Dispute]) -> Graded | None:
    """By origins that name different sides as acting, unless a reviewer accepted one."""
    view = event.get(Field.ACTOR)
    if view is None or any(value.accepted for value in view.values):
        return None
    rival = {
        claim
        for dispute in disputes
        if dispute.event == event.id and dispute.field is Field.ACTOR and dispute.kind is RelationKind.CONTRADICTS
        for claim in dispute.claims
    }
    naming = [claim for claim in told if claim.id in rival and belligerents(claim)]
    names = dict(each for claim in naming for each in belligerents(claim).items())
    if len(names) < 2:
        return None
    return _made(Grade.CONTESTED, f"Independent origins name different sides as acting: {listed(names.values(), SHOWN)}.", naming)


def _by_origins(event: Event, harm: Sequence[Claim], told: Sequence[Claim], behind: Origins) -> Graded:
    """By how many independent origins report harm, and whether anybody names a belligerent."""
    keys = behind.behind(harm)
    called = listed(behind.called(keys), SHOWN)
    view = event.get(Field.ACTOR)
    taken = {claim for value in view.values if value.accepted for claim in value.claims} if view is not None else set()
    naming = [claim for claim in told if belligerents(claim) and (not taken or claim.id in taken)]
    if len(keys) < 2:
        return _made(Grade.WEAK, f"One origin reports harm: {called}.", harm)
    if not naming:
        return _made(Grade.WEAK, f"{len(keys)} independent origins report harm ({called}), but nobody names a belligerent as acting.", harm)
    names = listed(dict(each for claim in naming for each in belligerents(claim).items()).values(), SHOWN)
    why = f"{len(keys)} independent origins report harm ({called}), and a belligerent is named as acting: {names}."
    return _made(Grade.FAIR, why, [*harm, *naming])


def _unspoken(harm: Sequence[Claim]) -> str:
    return "" if any(of_civilians(claim) for claim in harm) else "No report says whether those harmed were civilians."


def _denied(event: Event, claims: Sequence[Claim]) -> str:
    """Who denies a number of the harmed or who is said to have acted."""
    views = [view for field in (*HARMED, Field.ACTOR) if (view := event.get(field)) is not None]
    denials = {claim for view in views for value in view.values for claim in value.denied_by}
    who = [each.chain[0].voice.name for each in claims if each.id in denials and each.stance is Stance.DENIES and each.chain]
    return f"Denied by {listed(who, SHOWN)}." if who else ""
