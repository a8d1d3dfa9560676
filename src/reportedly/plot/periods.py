"""Weeks, months, years and longer: the stretch of time that a bar stands for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from reportedly.model.words import MONTHS

MOST = 60
"""Bars that can be told apart."""


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `first` to `last`, both included."""

    first: dt.date
    last: dt.date

    def holds(self, start: dt.date, end: dt.date) -> bool:
        """Whether all days of an interval are its days."""
        return self.first <= start and end <= self.last


@dataclass(frozen=True, slots=True)
class Unit:
    """A way to cut time. `of` is the period that a day lies in; `short` its name on an axis, `long` in a sentence."""

    name: str
    of: Callable[[dt.date], Period]
    short: Callable[[dt.date], str]
    long: Callable[[Period], str]


def _week(day: dt.date) -> Period:
    """Monday to Sunday, as ISO 8601 has it; the first and the last week of the calendar are cut."""
    monday = max(dt.date.min.toordinal(), day.toordinal() - day.weekday())
    return Period(dt.date.fromordinal(monday), dt.date.fromordinal(min(dt.date.max.toordinal(), day.toordinal() + 6 - day.weekday())))


def _month(day: dt.date) -> Period:
    later = day.replace(day=28) + dt.timedelta(4) if (day.year, day.month) != (dt.MAXYEAR, 12) else None
    return Period(day.replace(day=1), dt.date.max if later is None else later.replace(day=1) - dt.timedelta(1))


def _years(number: int) -> Callable[[dt.date], Period]:
    def of(day: dt.date) -> Period:
        first = day.year - day.year % number
        return Period(dt.date(max(first, dt.MINYEAR), 1, 1), dt.date(min(first + number - 1, dt.MAXYEAR), 12, 31))

    return of


def _day(day: dt.date) -> str:
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def _year(day: dt.date) -> str:
    return str(day.year)


UNITS = (
    Unit("week", _week, _day, lambda p: f"{_day(p.first)} to {_day(p.last)} {p.last.year}"),
    Unit("month", _month, lambda d: MONTHS[d.month - 1][:3], lambda p: f"{MONTHS[p.first.month - 1]} {p.first.year}"),
    Unit("year", _years(1), _year, lambda p: _year(p.first)),
    Unit("decade", _years(10), _year, lambda p: f"{p.first.year} to {p.last.year}"),
    Unit("century", _years(100), _year, lambda p: f"{p.first.year} to {p.last.year}"),
)


def between(unit: Unit, first: dt.date, last: dt.date) -> Iterator[Period]:
    """All periods from that of one day to that of another, empty ones included."""
    period = unit.of(first)
    while True:
        yield period
        if period.last >= last:
            return
        period = unit.of(period.last + dt.timedelta(1))


def cut(days: Iterable[dt.date]) -> tuple[Unit, tuple[Period, ...]]:
    """The shortest unit that cuts the time from the first to the last of some days into at most 60 periods, and these; none for no days."""
    known = sorted(days)
    if not known:
        return UNITS[0], ()
    for unit in UNITS[:-1]:
        some = []
        for period in between(unit, known[0], known[-1]):
            some.append(period)
            if len(some) > MOST:
                break
        else:
            return unit, tuple(some)
    return UNITS[-1], tuple(between(UNITS[-1], known[0], known[-1]))
