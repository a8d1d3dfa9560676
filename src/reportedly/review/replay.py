"""Decisions laid over what the casebook's claims say. They hold however often the reports are read again; what no longer fits is told.

The views in the casebook are made without decisions. Here they are taken in their order: claims are corrected or left out, events are
joined and parted, origins shared or made independent, values accepted. Only the events that a decision touches are made anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from reportedly.model import Act, Anchor, Check, Claim, Dataset, Decision, Dispute, Event, Field, Link, Reason, Report, Views, stable_id
from reportedly.reconcile.checks import checks
from reportedly.reconcile.event import event_of
from reportedly.reconcile.origins import Roots
from reportedly.reconcile.ruling import Ruling


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
    """

    dataset: Dataset
    standing: tuple[Decision, ...] = ()
    unfit: tuple[Unfit, ...] = ()
    concerning: Mapping[str, tuple[Decision, ...]] = field(default_factory=dict)
    moved: Mapping[str, str] = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()
    rulings: Mapping[str, Ruling] = field(default_factory=dict)


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


def replay(dataset: Dataset, decisions: Sequence[Decision], roots: Callable[[], Roots]) -> Reviewed:
    """A dataset as its reviewers decided. `roots` gives the roots of its reports' origins; it is asked only if an event is made anew."""
    if not decisions:
        return Reviewed(dataset=dataset)
    replaying = _Replay(dataset)
    holding = standing(decisions)
    for decision in holding:
        replaying.take(decision)
    return replaying.done(decisions, holding, roots)


class _Fitting:
    """Finds the claims that decisions remember: by id, else by where they stand."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self.by_id = {claim.id: claim for claim in claims}
        self._claims = claims
        self._by_report: dict[str, list[Claim]] | None = None

    def find(self, anchors: Iterable[Anchor]) -> list[str]:
        """The ids of the claims that are still there, in order, each once."""
        return list(dict.fromkeys(found for each in anchors if (found := self._one(each)) is not None))

    def _one(self, wanted: Anchor) -> str | None:
        if wanted.claim in self.by_id:
            return wanted.claim
        if self._by_report is None:
            self._by_report = defaultdict(list)
            for claim in self._claims:
                self._by_report[claim.report].append(claim)
        there = [claim for claim in self._by_report.get(wanted.report, ()) if claim.trigger.overlaps(wanted.trigger)]
        alike = [claim for claim in there if claim.kind is wanted.kind] or there
        return alike[0].id if len(alike) == 1 else None


class _Replay:
    """A dataset while decisions are laid over it, one after another."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self.fitting = _Fitting(dataset.claims)
        self.groups: dict[str, list[str]] = {event.id: list(event.claims) for event in dataset.views.events}
        self.group_of = {claim: event for event, claims in self.groups.items() for claim in claims}
        self.ruled: dict[str, Claim] = {}
        self.left_out: set[str] = set()
        self.rested: list[tuple[tuple[str, ...], bool]] = []
        self.accepted: set[tuple[str, Field]] = set()
        self.touched: set[str] = set()
        self.links: list[Link] = []
        self.unfit: list[Unfit] = []

    def take(self, decision: Decision) -> None:
        """Carry one decision out."""
        found = self.fitting.find(decision.claims)
        why = self._carry_out(decision, found) if found else "none of its claims is there any more"
        if why:
            self.unfit.append(Unfit(decision=decision, why=why))

    def _carry_out(self, decision: Decision, found: list[str]) -> str:
        """Why it could not be; "" when it was."""
        match decision.act:
            case Act.SAME_EVENT:
                self._join(decision, found)
            case Act.DIFFERENT_EVENT:
                return self._part(decision, found, self.fitting.find(decision.others))
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
                self.accepted.update((each, wanted) for each in given)
                self._touch(given)
                return "" if given else f"its claim gives no {wanted} any more"
            case _:
                pass
        return ""

    def _claim(self, identity: str) -> Claim:
        return self.ruled.get(identity, self.fitting.by_id[identity])

    def _touch(self, claims: Iterable[str]) -> None:
        self.touched.update(self.group_of[each] for each in claims if each in self.group_of)

    def _restate(self, decision: Decision, found: list[str]) -> str:
        claim, wanted = self._claim(found[0]), decision.field
        if decision.act is Act.REJECT and (wanted is None or claim.get(wanted) is None):
            return f"its claim gives no {wanted} any more"
        kept = [each for each in claim.values if each.field is not wanted]
        if decision.stated is not None:
            kept.append(decision.stated)
        order = list(Field)
        self.ruled[claim.id] = replace(claim, values=tuple(sorted(kept, key=lambda each: order.index(each.field))))
        self.accepted -= {(claim.id, each) for each in (wanted,) if each is not None}
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
        if leaving:
            self._move(leaving, f"decision {decision.number}")
        return ""

    def _move(self, claims: Sequence[str], target: str) -> None:
        for each in claims:
            source = self.group_of[each]
            self.groups[source].remove(each)
            self.touched.add(source)
            self.group_of[each] = target
        self.groups.setdefault(target, []).extend(claims)
        self.touched.add(target)

    def done(self, decisions: Sequence[Decision], holding: tuple[Decision, ...], roots: Callable[[], Roots]) -> Reviewed:
        """What came of all of them."""
        made = self._made(roots) if self.touched else {}
        dataset = replace(self._dataset(made) if self.touched else self.dataset, decisions=tuple(decisions))
        ids = {group: event.id for group, (event, _) in made.items()}
        moved = self._moved(decisions, ids)
        return Reviewed(
            dataset=dataset,
            standing=holding,
            unfit=tuple(self.unfit),
            concerning=self._concerning(decisions, ids, moved),
            moved=moved,
            left_out=frozenset(self.left_out),
            rulings={event.id: self._ruling(set(event.claims)) for event, _ in made.values()},
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
        had: dict[str, Sequence[str]] = {event.id: event.claims for event in self.dataset.views.events if event.id in self.touched}
        had |= {each.event: self.fitting.find(each.claims) for each in reversed(decisions) if each.event not in had}
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
            claims = self.fitting.find((*about.claims, *about.others))
            events = {self._event(claim, ids) for claim in claims}
            if not self.left_out.isdisjoint(claims):
                events.add(moved.get(about.event, about.event))
            for event in sorted(each for each in events if each is not None):
                found[event].append(decision)
        return {event: tuple(some) for event, some in found.items()}

    def _made(self, roots: Callable[[], Roots]) -> dict[str, tuple[Event, list[Dispute]]]:
        """The touched events anew; one that lost all its claims is no more."""
        known, reports = roots(), {report.id: report for report in self.dataset.reports}
        made = {}
        for group in sorted(self.touched):
            claims = sorted((self._claim(each) for each in self.groups[group] if each not in self.left_out), key=lambda claim: claim.place)
            if claims:
                made[group] = event_of(claims, reports, known, self._ruling({claim.id for claim in claims}))
        return made

    def _ruling(self, claims: set[str]) -> Ruling:
        rested = tuple((here, own) for some, own in self.rested if (here := tuple(each for each in some if each in claims)))
        return Ruling(rested=rested, accepted=frozenset(each for each in self.accepted if each[0] in claims))

    def _dataset(self, made: Mapping[str, tuple[Event, list[Dispute]]]) -> Dataset:
        views = self.dataset.views
        claims = tuple(self.ruled.get(claim.id, claim) for claim in self.dataset.claims) if self.ruled else self.dataset.claims
        order = {claim.id: n for n, claim in enumerate(claims)}
        events = [event for event in views.events if event.id not in self.touched] + [event for event, _ in made.values()]
        events.sort(key=lambda event: order[event.claims[0]])
        at = {event.id: n for n, event in enumerate(events)}
        disputes = [each for each in views.disputes if each.event not in self.touched] + [
            each for _, some in made.values() for each in some
        ]
        disputes.sort(key=lambda each: at[each.event])
        anew = {claim for event, _ in made.values() for claim in event.claims}
        tested = [each for each in views.checks if each.claim not in anew and each.claim not in self.left_out]
        tested += _checked(self.dataset.reports, [event for event, _ in made.values()], {c: self._claim(c) for c in anew})
        return replace(
            self.dataset,
            claims=claims,
            views=Views(
                events=tuple(events),
                links=tuple(
                    sorted((*filter(self._holds, views.links), *filter(self._holds, self.links)), key=lambda e: (order[e.a], order[e.b]))
                ),
                lineage=views.lineage,
                disputes=tuple(disputes),
                checks=tuple(sorted(tested, key=lambda c: (c.claim, c.name, c.detail))),
            ),
        )

    def _holds(self, link: Link) -> bool:
        """Whether both ends of a link are still of one event."""
        return not {link.a, link.b} & self.left_out and self.group_of.get(link.a) == self.group_of.get(link.b)


def _checked(reports: Sequence[Report], events: Sequence[Event], claims: Mapping[str, Claim]) -> Iterable[Check]:
    wanted = {claim.report for claim in claims.values()}
    some = [report for report in reports if report.id in wanted]
    return checks(some, sorted(claims.values(), key=lambda claim: claim.place), [event.claims for event in events])


def _link(a: str, b: str, decision: Decision) -> Link:
    why = f"{decision.reviewer} decided that they are of one event" + (f": {decision.reason}" if decision.reason else "")
    return Link(a=a, b=b, score=1.0, reasons=(Reason(rule="decision", likeness=1.0, weight=1.0, why=why),))
