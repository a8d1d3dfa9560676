"""Days, weeks, months and seasons as intervals of whole days, and the arithmetic on them."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum

from reportedly.model import When, WhenBasis


class Unit(IntEnum):
    """How coarse a time is, finest first."""

    HOUR = 0
    DAY = 1
    WEEK = 2
    MONTH = 3
    SEASON = 4
    YEAR = 5
    DECADE = 6
    CENTURY = 7


class Part(StrEnum):
    """A part of a longer time, as words name it."""

    EARLY = "early"
    MID = "mid"
    LATE = "late"
    FIRST_HALF = "first half"
    SECOND_HALF = "second half"
    QUARTER_1 = "first quarter"
    QUARTER_2 = "second quarter"
    QUARTER_3 = "third quarter"
    QUARTER_4 = "fourth quarter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """Whole days, both ends inclusive; `end=None` goes on. `unit` is the unit that the words speak in.

    `stated` tells whether the words alone gave the days.
    """

    start: dt.date
    end: dt.date | None
    unit: Unit
    stated: bool

    @property
    def last(self) -> dt.date:
        """The last day, or the first one of a time that goes on."""
        return self.start if self.end is None else self.end


HALVES = {Part.FIRST_HALF: (0, 2), Part.SECOND_HALF: (1, 2)}
QUARTERS = {Part.QUARTER_1: (0, 4), Part.QUARTER_2: (1, 4), Part.QUARTER_3: (2, 4), Part.QUARTER_4: (3, 4)}
THIRDS = {Part.EARLY: (0, 3), Part.MID: (1, 3), Part.LATE: (2, 3)}
SHARES = THIRDS | HALVES | QUARTERS

SEASON_MONTHS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""First month of each season of three months, as seasons are told in the northern temperate zone."""


def day(at: dt.date, *, stated: bool = False) -> Days:
    """One day."""
    return Days(start=at, end=at, unit=Unit.DAY, stated=stated)


def week(at: dt.date) -> Days:
    """The week, Monday to Sunday (ISO 8601), that a day is in."""
    monday = at - dt.timedelta(days=at.weekday())
    return Days(start=monday, end=monday + dt.timedelta(days=6), unit=Unit.WEEK, stated=False)


def month(year: int, number: int, *, months: int = 1, unit: Unit = Unit.MONTH, stated: bool = False) -> Days:
    """Whole months from month `number`, which may lie outside 1–12 and then counts into other years."""
    first, last = divmod(year * 12 + number - 1, 12), divmod(year * 12 + number + months - 2, 12)
    end = dt.date(last[0], last[1] + 1, calendar.monthrange(last[0], last[1] + 1)[1])
    return Days(start=dt.date(first[0], first[1] + 1, 1), end=end, unit=unit, stated=stated)


def years(first: int, count: int = 1, *, unit: Unit = Unit.YEAR, stated: bool = False) -> Days:
    """Whole years."""
    return Days(start=dt.date(first, 1, 1), end=dt.date(first + count - 1, 12, 31), unit=unit, stated=stated)


def season(year: int, name: str, *, stated: bool = False) -> Days:
    """The season that begins in a year: "winter" of 2015 is December 2015 to February 2016."""
    return month(year, SEASON_MONTHS[name], months=3, unit=Unit.SEASON, stated=stated)


def unit_around(at: dt.date, unit: Unit) -> Days:
    """The day, week, month, year, decade or century that a day is in."""
    if unit <= Unit.DAY:
        return day(at)
    if unit is Unit.WEEK:
        return week(at)
    if unit is Unit.MONTH:
        return month(at.year, at.month)
    if unit is Unit.SEASON:
        name = {0: "winter", 1: "spring", 2: "summer", 3: "autumn"}[at.month % 12 // 3]
        return season(at.year - (at.month < 3), name)
    size = {Unit.YEAR: 1, Unit.DECADE: 10, Unit.CENTURY: 100}[unit]
    return years(at.year // size * size or 1, size, unit=unit)


def part_of(whole: Days, part: Part | None) -> Days:
    """A third, half or quarter of a time, cut at whole months for a year and at whole days otherwise.

    Months are cut after days 10 and 20, years after April and August; no part is the whole.
    """
    if part is None or whole.end is None or whole.unit <= Unit.DAY:
        return whole
    number, parts = SHARES[part]
    if whole.unit in (Unit.SEASON, Unit.YEAR):
        months = (3 if whole.unit is Unit.SEASON else 12) // parts or 1
        cut = month(whole.start.year, whole.start.month + number * months, months=months)
        return replace(whole, start=cut.start, end=cut.end)
    if whole.unit >= Unit.DECADE:
        size = whole.end.year - whole.start.year + 1
        bounds = [round(size * n / parts) for n in (number, number + 1)]
        return replace(whole, start=dt.date(whole.start.year + bounds[0], 1, 1), end=dt.date(whole.start.year + bounds[1] - 1, 12, 31))
    size = 30 if whole.unit is Unit.MONTH else 7
    first = whole.start + dt.timedelta(days=size * number // parts)
    last = whole.end if number + 1 == parts else whole.start + dt.timedelta(days=size * (number + 1) // parts - 1)
    return replace(whole, start=first, end=last)


def months_away(at: dt.date, months: int) -> dt.date:
    """The same day some months away, or that month's last day when it is shorter."""
    year, number = divmod(at.year * 12 + at.month - 1 + months, 12)
    return dt.date(year, number + 1, min(at.day, calendar.monthrange(year, number + 1)[1]))


def away(at: dt.date, amount: int, unit: Unit) -> dt.date:
    """The day that is an amount of units away. Hours count as whole days of 24."""
    if unit >= Unit.MONTH:
        size = {Unit.MONTH: 1, Unit.SEASON: 3, Unit.YEAR: 12, Unit.DECADE: 120, Unit.CENTURY: 1200}[unit]
        return months_away(at, amount * size)
    if unit is Unit.HOUR:
        amount = int(amount / 24)
    return at + dt.timedelta(days=amount * (7 if unit is Unit.WEEK else 1))


def shifted(from_: Days, amount: int, unit: Unit) -> Days:
    """A time so many units away, as coarse as the unit: "two weeks later" is the seven days around that day."""
    first, last = away(from_.start, amount, unit), away(from_.last, amount, unit)
    if unit is Unit.WEEK:
        first, last = first - dt.timedelta(days=3), last + dt.timedelta(days=3)
    elif unit > Unit.WEEK:
        first, last = unit_around(first, unit).start, unit_around(last, unit).last
    return Days(start=first, end=last, unit=max(unit, from_.unit, Unit.DAY), stated=False)


def latest_weekday(at: dt.date, number: int) -> dt.date:
    """The latest day on or before `at` that is weekday `number` (Monday is 0)."""
    return at - dt.timedelta(days=(at.weekday() - number) % 7)


LONGEST_WINDOW = {1: 1, 2: 6, 3: 7, 4: 31}
"""UCDP date_prec and the most days a window of that precision has; longer ones are 5."""


def precision(days: Days) -> int:
    """UCDP `date_prec` of an interval; of a time that goes on, that of the unit in which its start is told."""
    if days.end is None:
        return {Unit.HOUR: 1, Unit.DAY: 1, Unit.WEEK: 3, Unit.MONTH: 4}.get(days.unit, 5)
    length = (days.end - days.start).days + 1
    return next((value for value, most in LONGEST_WINDOW.items() if length <= most), 5)


def when(days: Days | None) -> When:
    """The value of a time; None is a time that nothing resolves."""
    if days is None:
        return When(start=None, end=None, precision=None, basis=WhenBasis.NONE)
    basis = WhenBasis.STATED if days.stated else WhenBasis.COMPUTED
    return When(start=days.start, end=days.end, precision=precision(days), basis=basis)
