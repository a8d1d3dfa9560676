"""What reviewers decided about one event, laid over what its claims say: which claims share an origin, which values are accepted."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from reportedly.model import Claim, Count, Field, FieldView, Report
from reportedly.reconcile.held import WHOLE, is_part
from reportedly.reconcile.origins import Origins


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """Decisions about one event.

    `rested` are, in the order of the decisions, claim ids that rest on one origin: that of the first of them, or, where the flag is
    true, one of their own. `accepted` are claim ids with the field for which their value is accepted.
    """

    rested: tuple[tuple[tuple[str, ...], bool], ...] = ()
    accepted: frozenset[tuple[str, Field]] = frozenset()


NONE = Ruling()


def ruled_origins(found: Origins, ruling: Ruling, claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> Origins:
    """The origins as decided. What a decision says last holds."""
    may_be, names = dict(found.may_be), dict(found.names)
    for some, own in ruling.rested:
        there = [each for each in some if each in may_be]
        if not there:
            continue
        key = f"decided:{there[0]}" if own else may_be[there[0]][0]
        if own:
            names[key] = _speaker(claims[there[0]], reports)
        may_be |= dict.fromkeys(there, (key,))
    return Origins(may_be=may_be, names=names)


def _speaker(claim: Claim, reports: Mapping[str, Report]) -> str:
    outlet = reports[claim.report].outlet or f"report {claim.report}"
    return f"{claim.chain[0].voice.name} ({outlet})" if claim.chain else outlet


def ruled_view(view: FieldView, accepted: Collection[tuple[str, Field]]) -> FieldView:
    """A field in which the accepted values are marked, and the best number is an accepted one.

    A number of some only ("including three children") is accepted as what it is: where somebody gives the number of all, it does
    not take its place.
    """
    values = tuple(
        replace(value, accepted=True) if any((claim, view.field) in accepted for claim in value.claims) else value for value in view.values
    )
    ranks = [_rank(value.value) for value in values if isinstance(value.value, Count) and value.origins]
    counts = [value.value for value in values if value.accepted and isinstance(value.value, Count)]
    counts = [count for count in counts if _rank(count) <= min(ranks, default=_rank(count))]
    if not counts:
        return replace(view, values=values)
    best = counts[0].low
    low = best if view.low is None else min(view.low, best)
    return replace(view, values=values, low=low, best=best, high=None if view.high is None else max(view.high, best))


def _rank(count: Count) -> int:
    """How near a number comes to that of all: 0 of everybody, 1 of a class, 2 of a part."""
    if not is_part(count):
        return 0
    return 2 if count.part or count.of in WHOLE else 1
