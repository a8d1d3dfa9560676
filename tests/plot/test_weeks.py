"""Events over time: each in one period, or told to be in none."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.plot.pictured import books, dated, on, texts

from reportedly.book import BookEvent
from reportedly.model import Kind, When, WhenBasis
from reportedly.plot import WIDE
from reportedly.plot.periods import MOST, UNITS, Unit, between, cut
from reportedly.plot.shapes import Mark
from reportedly.plot.weeks import SERIES, weeks


@given(events=books)
@settings(max_examples=60, deadline=None)
def test_every_event_is_in_one_row_of_the_table_under_its_kind(events: Sequence[BookEvent]) -> None:
    picture = weeks(events, width=WIDE)
    told: Counter[str] = Counter()
    for _, _, kind, number, _ in picture.table.rows:
        told[str(kind)] += int(number or 0)
    assert told == Counter(event.kind.value for event in events)
    assert sum(int(row[3] or 0) for row in picture.table.rows if not row[4]) == picture.tallies[0].drawn


def test_an_event_stands_in_its_week() -> None:
    picture = weeks(dated(on("2031-05-14"), on("2031-05-12", "2031-05-18", precision=3), on("2031-05-19")), width=WIDE)
    assert [row[:4] for row in picture.table.rows] == [
        ("2031-05-12", "2031-05-18", Kind.SHELLING.value, 2),
        ("2031-05-19", "2031-05-25", Kind.SHELLING.value, 1),
    ]


def test_what_may_lie_in_two_weeks_is_undated_or_goes_on_is_told_and_not_drawn() -> None:
    endless = When(start=dt.date(2031, 5, 1), end=None, precision=1, basis=WhenBasis.STATED)
    picture = weeks(dated(on("2031-05-14"), on("2031-05-01", "2031-05-31", precision=4), endless, None), width=WIDE)
    (tally,) = picture.tallies
    assert (tally.drawn, tally.left_out) == (1, ((1, "undated"), (2, "whose days may lie in more than one week")))
    assert "Not drawn: 1 undated, 2 whose days may lie in more than one week." in " ".join(texts(picture))


@pytest.mark.parametrize(
    ("last", "unit"),
    [("2031-06-30", "week"), ("2033-01-01", "month"), ("2070-01-01", "year"), ("2400-01-01", "decade"), ("3999-01-01", "century")],
)
def test_long_times_are_cut_into_longer_periods(last: str, unit: str) -> None:
    picture = weeks(dated(on("2031-05-14"), on(last)), width=WIDE)
    assert picture.title.startswith(f"Events per {unit},")
    assert picture.tallies[0].drawn == 2


def test_the_first_and_the_last_day_of_the_calendar_have_a_period() -> None:
    assert weeks(dated(on("0001-01-01"), on("9999-12-31")), width=WIDE).tallies[0].drawn == 2


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
@given(day=st.dates(), number=st.integers(0, 400))
def test_periods_follow_each_other_without_a_gap(unit: Unit, day: dt.date, number: int) -> None:
    last = min(dt.date.max.toordinal(), day.toordinal() + number)
    periods = list(between(unit, day, dt.date.fromordinal(last)))
    assert periods[0].first <= day <= periods[0].last
    assert all(a.last.toordinal() + 1 == b.first.toordinal() for a, b in pairwise(periods))


@given(st.lists(st.dates(), min_size=1, max_size=4))
def test_at_most_sixty_periods_unless_they_are_centuries(days: list[dt.date]) -> None:
    unit, periods = cut(days)
    assert unit.name == "century" or len(periods) <= MOST


def test_kinds_beyond_the_seventh_share_the_last_filling_and_none_is_lost() -> None:
    kinds = list(Kind)[:12]
    picture = weeks(dated(*[on("2031-05-14")] * 14, kinds=kinds), width=WIDE)
    marks = [part for part in picture.parts if isinstance(part, Mark)]
    assert len(marks) == SERIES
    assert sum(int(mark.title.rpartition(" ")[2]) for mark in marks) == 14
    assert len(picture.table.rows) == 12
