"""What one report says of one happening, all its claims taken together: the unit that is compared across reports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain
from typing import TypeVar

from reportedly.link.facts import ClaimFacts
from reportedly.model import Count, Field, Kind, VictimClass, When

T = TypeVar("T")

MOST_EVIDENCE = 12
"""Pieces of evidence of one group that are held against those of another."""


def pooled(members: Sequence[ClaimFacts]) -> ClaimFacts:
    """The facts of one report's claims on one happening as if one claim gave them all.

    The claim is the one that speaks for the group: the first of the kind that most give ("attack", which says least, only
    where all do). Of times the most exact counts, of numbers the greatest of everybody.
    """
    if len(members) == 1:
        return members[0]
    kinds = [m.claim.kind for m in members]
    telling = [kind for kind in kinds if kind is not Kind.ATTACK] or kinds
    first = members[kinds.index(min(telling, key=lambda kind: (-telling.count(kind), telling.index(kind))))]
    words = _each(m.words for m in members)[:MOST_EVIDENCE]
    return replace(
        first,
        places=_each(m.places for m in members),
        launched=_each(m.launched for m in members),
        when=_when(members),
        actors=_each(m.actors for m in members),
        targets=_each(m.targets for m in members),
        weapons=_each(m.weapons for m in members),
        platforms=_each(m.platforms for m in members),
        counts={f: _count([m.counts[f] for m in members if f in m.counts]) for f in Field if any(f in m.counts for m in members)},
        speaker=next((m.speaker for m in members if m.speaker is not None), None),
        words=words,
        vocabulary=frozenset().union(*words),
    )


def _each(lists: Iterable[Iterable[T]]) -> tuple[T, ...]:
    """Every item once, in order."""
    return tuple(dict.fromkeys(chain.from_iterable(lists)))


def _when(members: Sequence[ClaimFacts]) -> When | None:
    known = [m.when for m in members if m.when is not None]
    return min(known, key=lambda w: (w.end is None, w.precision or 5), default=None)


def _count(counts: Sequence[Count]) -> Count:
    return min(counts, key=lambda c: (c.part, c.of not in (None, VictimClass.UNKNOWN), -c.low))
