"""Tolls as ranges: the numbers are those of the events, and nobody who has one is lost."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from tests.made_casebook import made_book
from tests.plot.pictured import books, deadly, texts

from reportedly.book import BookEvent
from reportedly.model import Field, Stance
from reportedly.plot import WIDE
from reportedly.plot.scales import scale
from reportedly.plot.shapes import Line, Mark
from reportedly.plot.tolls import MOST, tolls


@given(events=books)
@settings(max_examples=60, deadline=None)
def test_the_table_has_the_numbers_of_every_event_with_a_toll(events: Sequence[BookEvent]) -> None:
    picture = tolls(events, width=WIDE)
    told = {row[0]: row[4:7] for row in picture.table.rows}
    assert told == {e.id: (e.killed.low, e.killed.best, e.killed.high) for e in events if e.killed.low is not None}
    (tally,) = picture.tallies
    assert tally.total == len(events)
    assert tally.drawn == sum(row[9] == "yes" for row in picture.table.rows) == sum(isinstance(part, Mark) for part in picture.parts)


def test_the_thirty_largest_are_drawn_and_the_rest_is_told() -> None:
    picture = tolls(deadly(42), width=WIDE)
    (tally,) = picture.tallies
    assert (tally.drawn, [number for number, _ in tally.left_out]) == (MOST, [3, 12])
    assert min(int(row[5] or 0) for row in picture.table.rows if row[9] == "yes") == 12
    assert f"12 with a toll below the {MOST} largest" in " ".join(texts(picture))


def test_an_open_upper_end_is_drawn_as_open() -> None:
    (mark,) = [part for part in tolls(deadly(1), width=WIDE).parts if isinstance(part, Mark)]
    assert "range open" in {shape.css for shape in mark.shapes if isinstance(shape, Line)}
    closed = next(part for part in tolls(deadly(2), width=WIDE).parts if isinstance(part, Mark))
    assert "range open" not in {shape.css for shape in closed.shapes if isinstance(shape, Line)}


def test_the_origins_are_those_that_give_a_number() -> None:
    (event,) = made_book().events(disputed=True)
    assert event.origins_of(Field.KILLED) == 2
    assert event.origins_of(Field.MUNITIONS) == 1
    assert event.origins_of(Field.DISPLACED) == 0
    (row,) = [row for row in tolls([event], width=WIDE).table.rows if row[0] == event.id]
    assert row[8] == 2


@given(events=books)
@settings(max_examples=40, deadline=None)
def test_a_denial_is_no_origin_of_a_field(events: Sequence[BookEvent]) -> None:
    for event in events:
        for field in Field:
            asserting = [c for c in event.claims if c.get(field) is not None and c.stance is Stance.ASSERTS]
            assert 0 <= event.origins_of(field) <= len(asserting)
            assert (event.origins_of(field) > 0) is bool(asserting)


def test_wide_ranges_go_by_powers_of_ten_and_nothing_has_its_own_place() -> None:
    axis = scale([0, 2, 920], start=0, end=300, may_be_steep=True)
    assert axis.ticks == (0, 1, 10, 100, 1000)
    assert [round(axis.at(n)) for n in (0, 1, 1000)] == [0, 28, 300]
    even = scale([0, 12], start=0, end=300, may_be_steep=True)
    assert (even.steep, even.top) == (False, 15)
    assert even.ticks == (0, 5, 10, 15)
