"""Ties between events, from the signs between their claims: gathered, ranked, and no more of a kind than a reader can use."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from reportedly.model import Sign, Tie, TieKind
from reportedly.plugins import stage

MOST: dict[TieKind, tuple[int, int]] = {TieKind.PART_OF: (24, 3), TieKind.FOLLOWS: (12, 6), TieKind.MAY_BE_SAME: (3, 3)}
"""How many ties of a kind an event has at most, as `a` (parts of a whole, what followed) and as `b` (its wholes, what it followed)."""

SHOWN = 8
"""So many claims of a tie are named, the surest first."""

Key = tuple[TieKind, str, str]
"""What a tie is found by: its kind and the ids of its events."""


@stage(version=1, reads={"events", "signs"}, makes={"ties"})
def ties(
    signs: Iterable[Sign], event_of: Callable[[str], str | None], silent: AbstractSet[frozenset[str]] = frozenset()
) -> tuple[Tie, ...]:
    """The ties between events, by the ids of these and kind. The same for the same signs in any order.

    `event_of` gives the event of a claim's id, or None; a sign within one event, or with a claim of none, ties nothing. `silent` are
    pairs of events that a reviewer called different: they may not be the same. Where signs speak both ways, the surer way holds, and
    neither where both are as sure. A tie stands only where it is among the foremost at both of its ends.
    """
    return tuple(sorted(_foremost(list(_made(_gathered(signs, event_of, silent)))), key=order))


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What has changed since ties were made.

    `claims` are those whose event, words or relation to another event changed, and the far ends of their signs. `signs_of` are the signs of
    a claim, `events` and `event_of` the claims of each event and the event of a claim as they are now; `silent` as in `ties`.
    """

    claims: AbstractSet[str]
    signs_of: Callable[[str], Iterable[Sign]]
    events: Mapping[str, Sequence[str]]
    event_of: Callable[[str], str | None]
    silent: AbstractSet[frozenset[str]]


def renewed(before: Sequence[Tie], change: Change) -> tuple[Tie, ...]:
    """What `ties` gives after a change, if `before` is what it gave ahead of it. Only what the change can touch is looked at."""
    events, event_of, signs_of = change.events, change.event_of, change.signs_of
    changed = _events(change.claims, event_of)
    beside = _events((end for each in changed for c in events[each] for s in signs_of(c) for end in (s.a, s.b)), event_of)
    signs = dict.fromkeys(s for each in sorted(changed | beside) for c in events[each] for s in signs_of(c))
    kept = [tie for tie in before if tie.a in events and tie.b in events and changed.isdisjoint((tie.a, tie.b))]
    anew = [tie for tie in ties(signs, event_of, change.silent) if not changed.isdisjoint((tie.a, tie.b))]
    return tuple(sorted((*kept, *anew), key=order))


def _events(claims: Iterable[str], event_of: Callable[[str], str | None]) -> set[str]:
    return {event for claim in claims if (event := event_of(claim)) is not None}


def order(tie: Tie) -> tuple[str, str, str]:
    """What ties are in order of."""
    return tie.a, tie.b, tie.kind.value


def of_event(event: str, some: Iterable[Tie]) -> tuple[Tie, ...]:
    """The ties of an event among some as a reader wants them: wholes, parts, what it followed, what followed, what may be the same."""
    kinds = list(TieKind)
    mine = (tie for tie in some if event in (tie.a, tie.b))
    return tuple(sorted(mine, key=lambda tie: (kinds.index(tie.kind), tie.kind is not TieKind.MAY_BE_SAME and tie.a == event, *_rank(tie))))


def _gathered(signs: Iterable[Sign], event_of: Callable[[str], str | None], silent: AbstractSet[frozenset[str]]) -> dict[Key, list[Sign]]:
    """The signs of each two events, surest first."""
    found: dict[Key, list[Sign]] = defaultdict(list)
    for sign in signs:
        a, b = event_of(sign.a), event_of(sign.b)
        if a is None or b is None or a == b:
            continue
        if sign.kind is TieKind.MAY_BE_SAME:
            a, b = min(a, b), max(a, b)
            if frozenset((a, b)) in silent:
                continue
        found[sign.kind, a, b].append(sign)
    return {key: sorted(set(some), key=lambda s: (-s.weight, s.a, s.b, s.rule, s.why)) for key, some in found.items()}


def _made(gathered: Mapping[Key, Sequence[Sign]]) -> Iterator[Tie]:
    """The ties that signs make: one way, and no question where something is told."""
    for (kind, a, b), signs in gathered.items():
        against = gathered.get((kind, b, a), ())
        if _strength(signs) <= _strength(against):
            continue
        said = ((told, x, y) for told in (TieKind.PART_OF, TieKind.FOLLOWS) for x, y in ((a, b), (b, a)))
        if kind is TieKind.MAY_BE_SAME and any(each in gathered for each in said):
            continue
        if kind is TieKind.FOLLOWS and ((TieKind.PART_OF, a, b) in gathered or (TieKind.PART_OF, b, a) in gathered):
            continue
        claims = dict.fromkeys(claim for sign in signs for claim in (sign.a, sign.b))
        yield Tie(kind=kind, a=a, b=b, claims=tuple(claims)[:SHOWN], weight=signs[0].weight, why=signs[0].why)


def _strength(signs: Sequence[Sign]) -> tuple[bool, float, int]:
    return bool(signs), signs[0].weight if signs else 0.0, len(signs)


def _rank(tie: Tie) -> tuple[float, int, str, str]:
    """What comes first among ties of one kind: the surer, then what more claims show."""
    return -tie.weight, -len(tie.claims), tie.a, tie.b


def _foremost(made: Sequence[Tie]) -> Iterator[Tie]:
    """The ties that are among the first of their kind at both ends."""
    places: dict[tuple[TieKind, str, bool], int] = defaultdict(int)
    for tie in sorted(made, key=_rank):
        ends = [(tie.kind, tie.a, True), (tie.kind, tie.b, tie.kind is TieKind.MAY_BE_SAME)]
        stands = all(places[end] < MOST[tie.kind][0 if end[2] else 1] for end in ends)
        for end in ends:
            places[end] += 1
        if stands:
            yield tie
