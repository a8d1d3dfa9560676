"""Decisions laid over what the casebook's claims say. They hold however often the reports are read again; what no longer fits is told.

The views in the casebook are made without decisions. Here they are taken in their order: claims are corrected or left out, events are
joined and parted, origins shared or made independent, values accepted. Only the events that a decision touches are made anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from reportedly.model import Act, Chain, Check, Claim, Dataset, Decision, Event, Field, Link, Reason, Tie, Views, stable_id
from reportedly.model.claim import ORDER
from reportedly.reconcile.ruling import Ruling
from reportedly.reconcile.ties import Change, renewed
from reportedly.review.ground import Ground, Made, by_claim, merged, without
from reportedly.review.tying import far_ends, standing_signs


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfit:
    """A decision that holds but cannot be carried out on the claims as they now are, and why."""

    decision: Decision
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """A dataset as decisions leave it.

    `standing` are the decisions that hold, `unfit` those of them that no longer fit. `concerning` gives, for an event's id, the decisions
    about it, undone ones and undoings included; `moved`, for the id of an event that is no more, where its first claim is now;
    `left_out` are the claims that were rejected whole, `rulings` what was decided about the origins and values of an event, by its id.
    `restated` are the claims that say something else than their reports were read to say; `gone` the ids of the events that are not as they
    were read, `made` the events in their place.
    """

    dataset: Dataset
    standing: tuple[Decision, ...] = ()
    unfit: tuple[Unfit, ...] = ()
    concerning: Mapping[str, tuple[Decision, ...]] = field(default_factory=dict)
    moved: Mapping[str, str] = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()
    rulings: Mapping[str, Ruling] = field(default_factory=dict)
    restated: Mapping[str, Claim] = field(default_factory=dict)
    gone: frozenset[str] = frozenset()
    made: tuple[Event, ...] = ()

    @property
    def decided(self) -> int:
        """How many decisions it takes account of."""
        return len(self.dataset.decisions)


def undone(decisions: Sequence[Decision]) -> frozenset[int]:
    """The numbers of the decisions and undoings that no longer hold, because an undoing that itself holds has undone them."""
    found: set[int] = set()
    for each in reversed(decisions):
        if each.undoes is not None and each.number not in found:
            found.add(each.undoes)
    return frozenset(found)


def standing(decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """The decisions that hold. Undoings are not among them."""
    gone = undone(decisions)
    return tuple(each for each in decisions if each.act is not Act.UNDO and each.number not in gone)


def state(event: Event, history: Iterable[Decision]) -> str:
    """A short text that changes whenever the claims of an event, or what was decided about it, do."""
    return stable_id("s", event.id, *event.claims, *(str(each.number) for each in history))


def replay(ground: Ground, decisions: Sequence[Decision]) -> Reviewed:
    """What was read, as its reviewers decided: all decisions are taken in their order, so that it does not matter what was shown before."""
    if not decisions:
        return Reviewed(dataset=ground.dataset)
    replaying = _Replay(ground)
    holding = standing(decisions)
    for decision in holding:
        replaying.take(decision)
    return replaying.done(decisions, holding)


class _Replay:
    """A dataset while decisions are laid over it, one after another."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.groups = dict(ground.groups)
        self.group_of = dict(ground.event_of)
        self.ruled: dict[str, Claim] = {}
        self.ruled_by: dict[str, tuple[int, ...]] = {}
        self.left_out: set[str] = set()
        self.moved: set[str] = set()
        self.rested: list[tuple[tuple[str, ...], bool]] = []
        self.accepted: dict[str, set[Field]] = defaultdict(set)
        self.touched: set[str] = set()
        self.links: list[Link] = []
        self.told_apart: list[tuple[list[str], list[str]]] = []
        self.unfit: list[Unfit] = []

    def take(self, decision: Decision) -> None:
        """Carry one decision out."""
        found = self.ground.find(decision.claims)
        why = self._carry_out(decision, found) if found else "none of its claims is there any more"
        if why:
            self.unfit.append(Unfit(decision=decision, why=why))

    def _carry_out(self, decision: Decision, found: list[str]) -> str:
        """Why it could not be; "" when it was."""
        match decision.act:
            case Act.SAME_EVENT:
                self._join(decision, found)
            case Act.DIFFERENT_EVENT:
                return self._part(decision, found, self.ground.find(decision.others))
            case Act.REJECT if decision.field is None:
                self.left_out.update(found)
                self._touch(found)
            case Act.REJECT | Act.CORRECT:
                return self._restate(decision, found)
            case Act.SAME_ORIGIN | Act.INDEPENDENT:
                self.rested.append((tuple(found), decision.act is Act.INDEPENDENT))
                self._touch(found)
            case Act.ACCEPT if decision.field is not None:
                wanted = decision.field
                given = [each for each in found if self._claim(each).get(wanted) is not None]
                for each in given:
                    self.accepted[each].add(wanted)
                self._touch(given)
                return "" if given else f"its claim gives no {wanted} any more"
            case _:
                pass
        return ""

    def _claim(self, identity: str) -> Claim:
        return self.ruled.get(identity, self.ground.claims[identity])

    def _touch(self, claims: Iterable[str]) -> None:
        self.touched.update(self.group_of[each] for each in claims if each in self.group_of)

    def _restate(self, decision: Decision, found: list[str]) -> str:
        claim, wanted = self._claim(found[0]), decision.field
        if decision.act is Act.REJECT and (wanted is None or claim.get(wanted) is None):
            return f"its claim gives no {wanted} any more"
        kept = [each for each in claim.values if each.field is not wanted]
        if decision.stated is not None:
            kept.append(decision.stated)
        chain = _without_stake(claim.chain) if wanted in (Field.ACTOR, Field.TARGET) else claim.chain
        self.ruled[claim.id] = replace(claim, values=tuple(sorted(kept, key=lambda each: ORDER[each.field])), chain=chain)
        self.ruled_by[claim.id] = (*self.ruled_by.get(claim.id, ()), decision.number)
        if wanted is not None:
            self.accepted[claim.id].discard(wanted)
        self._touch([claim.id])
        return ""

    def _join(self, decision: Decision, found: list[str]) -> None:
        """Put the claims into one event; what was not decided on comes along with an event of which at least half was."""
        wanted = set(found)
        target = next((self.group_of[each] for each in found if each in self.group_of), None)
        if target is None:
            return
        first = self.groups[target][0]
        for group in dict.fromkeys(self.group_of[each] for each in found if each in self.group_of):
            members = self.groups[group]
            if group == target:
                continue
            moving = list(members) if 2 * len(wanted.intersection(members)) >= len(members) else [m for m in members if m in wanted]
            self._move(moving, target)
            self.links.append(_link(first, moving[0], decision))
        self.touched.add(target)

    def _part(self, decision: Decision, found: list[str], others: list[str]) -> str:
        """Take the claims out of every event that holds one of the others too, and make one event of them."""
        staying = {self.group_of[each] for each in others if each in self.group_of}
        leaving = [each for each in found if self.group_of.get(each) in staying]
        if not others:
            return "none of the claims that stayed behind is there any more"
        self.told_apart.append((found, others))
        if leaving:
            self._move(leaving, f"decision {decision.number}")
        return ""

    def _move(self, claims: Sequence[str], target: str) -> None:
        leaving = set(claims)
        for source in {self.group_of[each] for each in claims}:
            self.groups[source] = [each for each in self.groups[source] if each not in leaving]
            self.touched.add(source)
        self.group_of.update(dict.fromkeys(claims, target))
        self.groups[target] = [*self.groups.get(target, ()), *claims]
        self.touched.add(target)
        self.moved |= leaving

    def done(self, decisions: Sequence[Decision], holding: tuple[Decision, ...]) -> Reviewed:
        """What came of all of them."""
        self.ground.begin()
        made = self._made()
        dataset = replace(self._dataset(made) if self.touched or self.told_apart else self.ground.dataset, decisions=tuple(decisions))
        ids = {group: each.event.id for group, each in made.items()}
        moved = self._moved(decisions, ids)
        return Reviewed(
            dataset=dataset,
            standing=holding,
            unfit=tuple(self.unfit),
            concerning=self._concerning(decisions, ids, moved),
            moved=moved,
            left_out=frozenset(self.left_out),
            rulings={each.event.id: self._ruling(each.event.claims) for each in made.values()},
            restated=self.ruled,
            gone=frozenset(self.touched & self.ground.events.keys()),
            made=tuple(each.event for each in made.values()),
        )

    def _event(self, claim: str, ids: Mapping[str, str]) -> str | None:
        """The id of the event that a claim is of now."""
        group = self.group_of.get(claim)
        if group is None or claim in self.left_out:
            return None
        return ids.get(group, group)

    def _moved(self, decisions: Sequence[Decision], ids: Mapping[str, str]) -> dict[str, str]:
        """Where the first claim is now that an event had which is no more: of those that were read, and those that decisions made."""
        there = (self.groups.keys() - self.touched) | set(ids.values())
        had: dict[str, Sequence[str]] = {each: self.ground.events[each].claims for each in self.touched if each in self.ground.events}
        had |= {each.event: self.ground.find(each.claims) for each in reversed(decisions) if each.event not in had}
        found = {
            event: now
            for event, claims in had.items()
            if event not in there and (now := next((e for c in claims if (e := self._event(c, ids)) is not None), None)) is not None
        }
        return dict(sorted(found.items()))

    def _concerning(
        self, decisions: Sequence[Decision], ids: Mapping[str, str], moved: Mapping[str, str]
    ) -> dict[str, tuple[Decision, ...]]:
        by_number = {each.number: each for each in decisions}
        found: dict[str, list[Decision]] = defaultdict(list)
        for decision in decisions:
            about = decision
            while about.undoes is not None:
                about = by_number[about.undoes]
            claims = self.ground.find((*about.claims, *about.others))
            events = {self._event(claim, ids) for claim in claims}
            if not self.left_out.isdisjoint(claims):
                events.add(moved.get(about.event, about.event))
            for event in sorted(each for each in events if each is not None):
                found[event].append(decision)
        return {event: tuple(some) for event, some in found.items()}

    def _made(self) -> dict[str, Made]:
        """The touched events anew; one that lost all its claims is no more."""
        made = {}
        for group in sorted(self.touched):
            claims = [self._claim(each) for each in self.groups[group] if each not in self.left_out]
            if claims:
                made[group] = self.ground.make(claims, self.ruled_by, self._ruling([claim.id for claim in claims]))
        return made

    def _ruling(self, claims: Sequence[str]) -> Ruling:
        held = set(claims)
        rested = tuple((here, own) for some, own in self.rested if (here := tuple(each for each in some if each in held)))
        return Ruling(rested=rested, accepted=frozenset((each, field) for each in held for field in self.accepted.get(each, ())))

    def _dataset(self, made: Mapping[str, Made]) -> Dataset:
        read, order = self.ground.dataset, self.ground.order
        claims = list(read.claims)
        for identity, claim in self.ruled.items():
            claims[order[identity]] = claim
        kept = [event for event in read.views.events if event.id not in self.touched]
        events = merged(kept, (each.event for each in made.values()), lambda event: order[event.claims[0]])
        at = {event.id: n for n, event in enumerate(events)}
        disputes = [each for each in read.views.disputes if each.event not in self.touched]
        disputes += [each for some in made.values() for each in some.disputes]
        disputes.sort(key=lambda each: at[each.event])
        views = Views(
            events=tuple(events),
            links=self._linked(),
            lineage=read.views.lineage,
            disputes=tuple(disputes),
            checks=self._checked(made),
            signs=read.views.signs,
            ties=self._retied(made),
        )
        return replace(read, claims=tuple(claims), views=views)

    def _retied(self, made: Mapping[str, Made]) -> tuple[Tie, ...]:
        """The ties between events as they are now."""
        ids = {group: each.event.id for group, each in made.items()}
        moved = {claim for group in self.touched for claim in (*self.ground.groups.get(group, ()), *self.groups.get(group, ()))}
        moved.update(claim for both in self.told_apart for some in both for claim in some)
        apart = [({self._event(c, ids) for c in some}, {self._event(c, ids) for c in others}) for some, others in self.told_apart]
        kept = {group: claims for group, claims in self.groups.items() if group not in self.touched}
        change = Change(
            claims=far_ends(self.ground, moved),
            signs_of=lambda claim: standing_signs(self.ground, claim, self.ruled),
            events=kept | {each.event.id: each.event.claims for each in made.values()},
            event_of=lambda claim: self._event(claim, ids),
            silent=frozenset(frozenset((a, b)) for one, other in apart for a in one for b in other if a and b and a != b),
        )
        return renewed(self.ground.dataset.views.ties, change)

    def _checked(self, made: Mapping[str, Made]) -> tuple[Check, ...]:
        """The checks: those on the claims of touched events anew, none on claims that are left out."""
        at = self.ground.checks_at
        anew = (claim for some in made.values() for claim in some.event.claims)
        gone = {n for claim in chain(self.left_out, anew) for n in at.get(claim, ())}
        kept = without(self.ground.checks, gone)
        return tuple(merged(kept, (each for some in made.values() for each in some.checks), by_claim))

    def _linked(self) -> tuple[Link, ...]:
        """The links whose ends are still of one event."""
        links, at = self.ground.links, self.ground.links_at
        doubtful = self.ground.astray.union(*(at.get(claim, ()) for claim in self.left_out | self.moved))
        kept = without(links, {n for n in doubtful if not self._holds(links[n])})
        return tuple(merged(kept, filter(self._holds, self.links), self.ground.place_of))

    def _holds(self, link: Link) -> bool:
        """Whether both ends of a link are still of one event."""
        return not {link.a, link.b} & self.left_out and self.group_of.get(link.a) == self.group_of.get(link.b)


def _without_stake(chain: Chain) -> Chain:
    """A chain of whose first speaker it is open what it has at stake: that rested on who acts and who suffers."""
    return (replace(chain[0], voice=replace(chain[0].voice, stake=None)), *chain[1:]) if chain else chain


def _link(a: str, b: str, decision: Decision) -> Link:
    why = f"{decision.reviewer} decided that they are of one event" + (f": {decision.reason}" if decision.reason else "")
    return Link(a=a, b=b, score=1.0, reasons=(Reason(rule="decision", likeness=1.0, weight=1.0, why=why),))
