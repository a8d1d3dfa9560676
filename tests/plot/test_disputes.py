"""Disputes by field: as many squares as disputes."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Sequence

from hypothesis import given, settings
from tests.made_casebook import made_book
from tests.plot.pictured import books

from reportedly.book import BookEvent
from reportedly.model import RelationKind
from reportedly.plot import NARROW, WIDE
from reportedly.plot.disputes import disputes
from reportedly.plot.shapes import Box, Mark


@given(events=books)
@settings(max_examples=60, deadline=None)
def test_the_table_counts_every_dispute_by_its_field_and_kind(events: Sequence[BookEvent]) -> None:
    picture = disputes(events, width=WIDE)
    every = Counter((d.field.value, d.kind) for event in events for d in event.disputes)
    told = {(row[0], kind): row[at] for row in picture.table.rows for at, kind in ((1, RelationKind.CONTRADICTS), (2, RelationKind.DENIES))}
    assert {pair: number for pair, number in told.items() if number} == every
    assert picture.tallies[0].total == every.total() == sum(isinstance(part, Mark) for part in picture.parts)


def test_a_square_leads_to_its_event() -> None:
    (event,) = made_book().events(disputed=True)
    marks = [part for part in disputes([event], width=WIDE).parts if isinstance(part, Mark)]
    assert {mark.target.event for mark in marks if mark.target} == {event.id}


def test_many_disputes_are_bars_and_none_is_lost() -> None:
    (event,) = made_book().events(disputed=True)
    crowded = dataclasses.replace(event, index=dataclasses.replace(event.index, disputes={event.id: event.disputes * 200}))
    for width in (NARROW, WIDE):
        picture = disputes([crowded], width=width)
        marks = [part for part in picture.parts if isinstance(part, Mark)]
        assert sum(int(mark.title.rpartition(" ")[2].replace(",", "")) for mark in marks) == picture.tallies[0].total == 600
        assert len(marks) < 10
        assert all(shape.x + shape.width <= width for mark in marks for shape in mark.shapes if isinstance(shape, Box))
