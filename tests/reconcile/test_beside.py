"""An event's sentences about others."""

from __future__ import annotations

import pytest
from tests.made_ties import ends, tied_dataset

from reportedly.model import TieKind
from reportedly.reconcile.beside import called, remarks_on_ties
from reportedly.reconcile.ties import of_event

SAID = {
    TieKind.PART_OF: ("Part of it: {}.", "It is part of {}."),
    TieKind.FOLLOWS: ("What followed: {}.", "It followed {}."),
    TieKind.MAY_BE_SAME: ("It may be the same as {}: a reviewer can tell.",) * 2,
}


@pytest.mark.parametrize("kind", list(TieKind))
def test_each_end_says_what_the_other_is_to_it(kind: TieKind) -> None:
    made = tied_dataset(kind)
    events = {event.id: event for event in made.views.events}
    (tie,) = made.views.ties
    pair = [made.views.events[n] for n in ends(made)]
    for event, other, words in zip(pair, reversed(pair), SAID[kind], strict=True):
        (remark,) = remarks_on_ties(event, of_event(event.id, made.views.ties), events)
        assert remark.text == words.format(f"“{called(other)}”")
        assert remark.claims == tie.claims


def test_an_event_is_called_by_its_kind_place_and_day() -> None:
    made = tied_dataset()
    assert called(made.views.events[ends(made)[0]]) == "Shelling/artillery/missile attack, Qamar (XC), 14 May 2031"
