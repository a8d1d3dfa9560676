"""What dates, months, seasons and years mean before it is known when they were written: one small class a form.

Every form answers `days(setting)`: the days it means in a setting, or None when the setting does not tell.
A form with `point=False` cannot serve later expressions ("two days later") as the time they count from.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import ClassVar, Protocol

from reportedly.extract import time_calendar as cal
from reportedly.extract.time_calendar import Days, Part, Unit

LEAP_YEARS_APART = 8
"""The most years between two 29ths of February."""

WRAP_DAYS = 240
"""In a text that tells its story forwards, a month that lies further back than this means the next year's."""

WEEKS_AHEAD = 60
"""The most days from publication to a day without a year that a plan or deadline names ("by 15 November")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What an expression can be counted from.

    `published` is the day of publication; `before` the last time that the text told; `story` the same without
    years that the text only looks aside to; `near` the time that stands in the same sentence and gives its year;
    `future` whether the governing verb speaks of what is to come; `ahead` whether a plan or a deadline is near.
    """

    published: dt.date | None = None
    before: Days | None = None
    story: Days | None = None
    near: Days | None = None
    future: bool = False
    ahead: bool = False


class Form(Protocol):
    """A time expression's meaning."""

    point: ClassVar[bool]

    def days(self, setting: Setting) -> Days | None:
        """The days meant, or None."""
        ...


def placed(make: Callable[[int], Days | None], setting: Setting) -> Days | None:
    """A time without a year, put into the right one; `make` gives it for a year, or None where there is none.

    The latest that began by the day of publication (the earliest that ends from there on, of the future; of a plan
    or deadline, one that begins within weeks); next to a full date in its own sentence, or without a day of
    publication, the year in which the story stands.
    """
    from_ = setting.near or (setting.story if setting.published is None else None)
    if from_ is not None:
        made = make(from_.start.year)
        if made is not None and from_.unit < Unit.YEAR and (from_.start - made.start).days > WRAP_DAYS:
            made = make(from_.start.year + 1)
        return None if made is None else replace(made, stated=False)
    day = setting.published
    if day is None:
        return None
    for year in (day.year, day.year + 1) if setting.ahead and not setting.future else ():
        made = make(year)
        if made is not None and 0 < (made.start - day).days <= WEEKS_AHEAD:
            return replace(made, stated=False)
    for n in range(LEAP_YEARS_APART + 1):
        made = make(day.year + n if setting.future else day.year - n)
        if made is not None and (made.last >= day if setting.future else made.start <= day):
            return replace(made, stated=False)
    return None


@dataclass(frozen=True, slots=True)
class YearRef:
    """A year told by another one: `offset` years from that of publication, or of the story."""

    offset: int
    story: bool

    def year(self, setting: Setting) -> int | None:
        """The year meant, or None."""
        from_ = setting.story.start if self.story and setting.story else None if self.story else setting.published
        return None if from_ is None else from_.year + self.offset


Year = int | YearRef | None


def in_year(year: Year, make: Callable[[int], Days | None], setting: Setting) -> Days | None:
    """A time of a stated, referred or missing year."""
    if year is None:
        return placed(make, setting)
    if isinstance(year, YearRef):
        number = year.year(setting)
        made = None if number is None else make(number)
        return None if made is None else replace(made, stated=False)
    made = make(year)
    return None if made is None else replace(made, stated=True)


@dataclass(frozen=True, slots=True)
class Date:
    """A day of a month, or several from `day` to `last_day`, which is of `last_month` where that is told."""

    point: ClassVar[bool] = True
    year: Year
    month: int
    day: int
    last_day: int | None = None
    last_month: int | None = None

    def days(self, setting: Setting) -> Days | None:
        """See Form."""
        return in_year(self.year, self.of, setting)

    def of(self, year: int) -> Days | None:
        """The days that end in a year; None where the calendar has no such day."""
        last_month = self.last_month or self.month
        try:
            first = dt.date(year - (self.month > last_month), self.month, self.day)
            last = dt.date(year, last_month, self.last_day or self.day)
        except ValueError:
            return None
        return None if last < first else Days(start=first, end=last, unit=Unit.DAY, stated=False)


@dataclass(frozen=True, slots=True)
class Month:
    """A month, or a part of it."""

    point: ClassVar[bool] = True
    year: Year
    month: int
    part: Part | None = None

    def days(self, setting: Setting) -> Days | None:
        """See Form."""
        return in_year(self.year, self.of, setting)

    def of(self, year: int) -> Days:
        """The days in a year."""
        return cal.part_of(cal.month(year, self.month), self.part)


@dataclass(frozen=True, slots=True)
class MonthDays:
    """Some days at the start of a month, from day `first`, or (`first` 0) at its end: "the first week of June"."""

    point: ClassVar[bool] = True
    year: Year
    month: int
    first: int
    length: int

    def days(self, setting: Setting) -> Days | None:
        """See Form."""
        return in_year(self.year, self.of, setting)

    def of(self, year: int) -> Days:
        """The days in a year."""
        whole = cal.month(year, self.month, unit=Unit.WEEK)
        start = whole.start.replace(day=self.first) if self.first else whole.last - dt.timedelta(days=self.length - 1)
        return replace(whole, start=start, end=min(start + dt.timedelta(days=self.length - 1), whole.last))


@dataclass(frozen=True, slots=True)
class Season:
    """A season, or a part of it."""

    point: ClassVar[bool] = True
    year: Year
    name: str
    part: Part | None = None

    def days(self, setting: Setting) -> Days | None:
        """See Form."""
        return in_year(self.year, lambda year: cal.part_of(cal.season(year, self.name), self.part), setting)


@dataclass(frozen=True, slots=True)
class Beside:
    """The month or season before (`side` -1) or after (1) the time told, or (`published`) the day of publication."""

    point: ClassVar[bool] = True
    of: Month | Season
    side: int
    published: bool

    def days(self, setting: Setting) -> Days | None:
        """See Form."""
        told = setting.before
        if self.published:
            first = last = setting.published
        else:
            first, last = (None, None) if told is None else (told.start, told.last)
        if first is None or last is None:
            return None
        tried = [replace(self.of, year=first.year + n).days(setting) for n in (-2, -1, 0, 1, 2)]
        if self.side < 0:
            made = max((d for d in tried if d is not None and d.last < first), key=lambda d: d.start, default=None)
        else:
            made = min((d for d in tried if d is not None and d.start > last), key=lambda d: d.start, default=None)
        return None if made is None else replace(made, stated=False)


@dataclass(frozen=True, slots=True)
class Months:
    """Some months at the start (or, `first` 0, at the end) of a year: "the first ten months of 2015"."""

    point: ClassVar[bool] = True
    year: int
    first: int
    count: int

    def days(self, setting: Setting) -> Days | None:  # noqa: ARG002  (a stated year needs no setting)
        """See Form."""
        if not 1 <= self.count <= 12:
            return None
        return cal.month(self.year, self.first or 13 - self.count, months=self.count, stated=True)


@dataclass(frozen=True, slots=True)
class BeforeChrist:
    """A year before the calendar's first, which no date can hold, or a month or season of it."""

    point: ClassVar[bool] = False
    year: int
    month: int | None = None
    season: str | None = None

    def days(self, setting: Setting) -> Days | None:  # noqa: ARG002  (no calendar date is that old)
        """Always None."""
        return None


@dataclass(frozen=True, slots=True)
class Years:
    """A year, several years, a decade or a century, or a part of it."""

    point: ClassVar[bool] = True
    first: int
    count: int = 1
    unit: Unit = Unit.YEAR
    part: Part | None = None

    def days(self, setting: Setting) -> Days | None:  # noqa: ARG002  (a year needs no setting)
        """See Form."""
        return cal.part_of(cal.years(self.first, self.count, unit=self.unit, stated=True), self.part)
