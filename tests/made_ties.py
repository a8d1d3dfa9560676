"""The small made-up casebook with ties: the strike is part of a campaign, the clash came of the strike, and something may be the same."""

from __future__ import annotations

import dataclasses

from tests.made_casebook import made_dataset

from reportedly.model import Dataset, Kind, Sign, SignRule, Tie, TieKind
from reportedly.reconcile.ties import ties


def tied_dataset(*kinds: TieKind) -> Dataset:
    """The made casebook in which the first event is tied to the second in some ways; by default it may be the same."""
    made = made_dataset()
    strike, other = ends(made)
    signs = tuple(
        Sign(
            kind=kind,
            a=made.views.events[strike].claims[0],
            b=made.views.events[other].claims[0],
            rule=SignRule.EVIDENCE if kind is TieKind.MAY_BE_SAME else SignRule.WORDING,
            weight=-1.0 if kind is TieKind.MAY_BE_SAME else 1.0,
            why="alike: both at <Qamar>; but little else is told"
            if kind is TieKind.MAY_BE_SAME
            else "“clash” is told as what came of “hit”",
        )
        for kind in kinds or (TieKind.MAY_BE_SAME,)
    )
    event_of = {claim: event.id for event in made.views.events for claim in event.claims}
    return dataclasses.replace(made, views=dataclasses.replace(made.views, signs=signs, ties=ties(signs, event_of.get)))


def ends(made: Dataset) -> tuple[int, int]:
    """Where the strike stands among the events, and where something else does."""
    kinds = [event.kind for event in made.views.events]
    strike = kinds.index(Kind.SHELLING)
    return strike, next(n for n, kind in enumerate(kinds) if kind is Kind.ARMED_CLASH)


def the_tie(made: Dataset) -> Tie:
    """Its only tie."""
    (tie,) = made.views.ties
    return tie
