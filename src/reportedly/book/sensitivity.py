"""What the choice of a rule changes: the killed over all events under each, and the events on which the rules differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reportedly.book.event import BookEvent
from reportedly.model import Field
from reportedly.reconcile.rules import RULES, UCDP, Estimate


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """The killed of all events under one rule.

    `total` sums the numbers of the `events` for which the rule gives any. As in one event, its `high` is None where one of them has no
    upper end: `open` is how many have none, and `top` the sum of the greatest numbers that the rule gives of each event, which the killed
    may exceed if any is open. `best` is None for a rule without a best number (`airwars`), and so is `differing`: on how many events the
    best number is not that of `ucdp`.
    """

    rule: str
    total: Estimate
    top: int | None
    events: int
    open: int
    differing: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """An event on which rules differ, with the estimate of each rule by its name; `spread` is the greatest best number less the least."""

    event: BookEvent
    estimates: Mapping[str, Estimate]
    spread: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sensitivity:
    """A total for each rule, in the order of `RULES`, and the events on which best numbers differ, those that differ most first."""

    totals: tuple[Total, ...]
    differences: tuple[Difference, ...]


def sensitivity(events: Sequence[BookEvent]) -> Sensitivity:
    """What each rule makes of the killed of some events."""
    made = {event.id: {name: event.estimate(Field.KILLED, name) for name in RULES} for event in events if event.killed.given}
    totals = tuple(_total(name, made.values()) for name in RULES)
    found = [Difference(event=event, estimates=made[event.id], spread=_spread(made[event.id])) for event in events if event.id in made]
    differing = sorted((each for each in found if each.spread > 0), key=lambda each: (-each.spread, each.event.id))
    return Sensitivity(totals=totals, differences=tuple(differing))


def _spread(estimates: Mapping[str, Estimate]) -> int:
    best = [each.best for each in estimates.values() if each.best is not None]
    return max(best) - min(best) if best else 0


def _total(rule: str, made: Iterable[Mapping[str, Estimate]]) -> Total:
    pairs = [(each[rule], each[UCDP.name]) for each in made]
    given = [mine for mine, _ in pairs if mine.low is not None]
    low, best, high = ([n for n in numbers if n is not None] for numbers in zip(*map(_ends, given), strict=True)) if given else ([], [], [])
    return Total(
        rule=rule,
        total=Estimate(
            low=sum(low) if low else None, best=sum(best) if best else None, high=sum(high) if high and len(high) == len(given) else None
        ),
        top=sum(max(n for n in _ends(mine) if n is not None) for mine in given) if given else None,
        events=len(given),
        open=len(given) - len(high),
        differing=sum(mine.best != other.best for mine, other in pairs) if best or not given else None,
    )


def _ends(estimate: Estimate) -> tuple[int | None, int | None, int | None]:
    return estimate.low, estimate.best, estimate.high
