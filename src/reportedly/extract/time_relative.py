"""What times told by other times mean ("yesterday", "two days later", "last March"): one small class a form.

They are forms as in `time_forms`.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import ClassVar

from reportedly.extract import time_calendar as cal
from reportedly.extract.time_calendar import Days, Part, Unit
from reportedly.extract.time_forms import Date, Setting


@dataclass(frozen=True, slots=True)
class NamedMonth:
    """A named month ("last March", "this March", "next March"): the nearest before, in, or after the month of publication."""

    point: ClassVar[bool] = True
    which: str
    month: int

    def days(self, setting: Setting) -> Days | None:
        """See Form."""
        day = setting.published
        if day is None:
            return None
        past = self.which == "last" and self.month >= day.month
        to_come = self.which == "next" and self.month <= day.month
        return cal.month(day.year - past + to_come, self.month)


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week: `which` is "", "last", "this", "next", or how far its week is from that of publication."""

    point: ClassVar[bool] = True
    number: int
    which: str | int = ""

    def days(self, setting: Setting) -> Days | None:
        """See Form."""
        day = setting.published
        if day is None:
            return None
        if isinstance(self.which, int):
            return cal.day(cal.week(day).start + dt.timedelta(days=7 * self.which + self.number))
        if self.which == "next" or (setting.future and self.which != "last"):
            return cal.day(cal.latest_weekday(day + dt.timedelta(days=7 if self.which == "next" else 6), self.number))
        return cal.day(cal.latest_weekday(day - dt.timedelta(days=self.which == "last"), self.number))


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """A day by its number alone ("the 15th"): of the month of publication, or of the story."""

    point: ClassVar[bool] = True
    day: int

    def days(self, setting: Setting) -> Days | None:
        """See Form."""
        from_ = setting.near or setting.before
        if from_ is None or from_.unit > Unit.MONTH:
            return None
        return Date(from_.start.year, from_.start.month, self.day).of(from_.start.year)


@dataclass(frozen=True, slots=True)
class Deictic:
    """A unit counted from that of publication: yesterday, last week, this month, or a part of it.

    `side` is -1 for what has passed of it ("earlier this month"), 1 for what is left of it.
    """

    point: ClassVar[bool] = True
    unit: Unit
    offset: int
    part: Part | None = None
    side: int = 0

    def days(self, setting: Setting) -> Days | None:
        """See Form."""
        day = setting.published
        if day is None:
            return None
        whole = cal.unit_around(cal.away(day, self.offset, self.unit), self.unit)
        if self.side == 0 or not whole.start <= day <= whole.last:
            return cal.part_of(whole, self.part)  # "later last month" is counted from something that was told in it
        if day == (whole.start if self.side < 0 else whole.last):
            return None  # nothing of it has passed, or is left
        return replace(whole, end=min(whole.last, day)) if self.side < 0 else replace(whole, start=max(whole.start, day))


@dataclass(frozen=True, slots=True)
class Weekend:
    """Saturday and Sunday: the one that the day of publication is in or comes after, `offset` weekends on."""

    point: ClassVar[bool] = True
    offset: int = 0

    def days(self, setting: Setting) -> Days | None:
        """See Form."""
        if setting.published is None:
            return None
        saturday = cal.latest_weekday(setting.published, 5) + dt.timedelta(days=7 * (self.offset or setting.future))
        return Days(start=saturday, end=saturday + dt.timedelta(days=1), unit=Unit.DAY, stated=False)


@dataclass(frozen=True, slots=True)
class Ago:
    """An amount of units before publication."""

    point: ClassVar[bool] = True
    amount: int
    unit: Unit

    def days(self, setting: Setting) -> Days | None:
        """See Form."""
        return None if setting.published is None else cal.shifted(cal.day(setting.published), -self.amount, self.unit)


@dataclass(frozen=True, slots=True)
class Shifted:
    """An amount of units after (or, negative, before) the last time that the text told, if that is exact enough."""

    point: ClassVar[bool] = True
    amount: int
    unit: Unit

    def days(self, setting: Setting) -> Days | None:
        """See Form."""
        told = setting.before
        if told is None or (told.unit >= Unit.SEASON and self.unit < told.unit):
            return None
        return cal.shifted(told, self.amount, self.unit)


@dataclass(frozen=True, slots=True)
class Same:
    """The same again ("that year", "the same day"): the unit around the last time told; `side` as in Deictic ("later that year")."""

    point: ClassVar[bool] = True
    unit: Unit
    part: Part | None = None
    side: int = 0

    def days(self, setting: Setting) -> Days | None:
        """See Form."""
        told = setting.before
        if told is None or told.unit > self.unit:
            return None
        whole = cal.unit_around(told.start, self.unit)
        if self.side < 0 and whole.start < told.start:
            return replace(whole, end=told.start)
        if self.side > 0 and told.last < whole.last:
            return replace(whole, start=told.last)
        return cal.part_of(whole, self.part)


@dataclass(frozen=True, slots=True)
class PartOfUnit:
    """A part of a unit ("the end of the year"): of publication when it is to come, of the story in a text without a date."""

    point: ClassVar[bool] = True
    unit: Unit
    part: Part | None

    def days(self, setting: Setting) -> Days | None:
        """See Form."""
        if setting.published is None or setting.near is not None:
            return Same(self.unit, self.part).days(setting)
        return Deictic(self.unit, 0, self.part).days(setting) if setting.future else None


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch ("over the past six months", "in the coming days"): up to or from the day of publication."""

    point: ClassVar[bool] = False
    amount: int
    unit: Unit

    def days(self, setting: Setting) -> Days | None:
        """See Form."""
        day = setting.published
        if day is None:
            return None
        if self.unit is Unit.HOUR:
            far = day + dt.timedelta(days=(1 if self.amount > 0 else -1) * -(-abs(self.amount) // 24))
        else:
            far = cal.away(day, self.amount, self.unit)
            far -= dt.timedelta(days=(self.unit > Unit.DAY) * (1 if self.amount > 0 else -1))
        return Days(start=min(day, far), end=max(day, far), unit=self.unit, stated=False)


@dataclass(frozen=True, slots=True)
class Overnight:
    """The night that leads to a day: of publication, or a weekday (`into` the night's second day, else its first)."""

    point: ClassVar[bool] = True
    weekday: int | None = None
    into: bool = True

    def days(self, setting: Setting) -> Days | None:
        """See Form."""
        if setting.published is None:
            return None
        at = setting.published if self.weekday is None else cal.latest_weekday(setting.published, self.weekday)
        first = at - dt.timedelta(days=1) if self.into else at
        return Days(start=first, end=first + dt.timedelta(days=1), unit=Unit.DAY, stated=False)


@dataclass(frozen=True, slots=True)
class Unclear:
    """A time whose days the text does not give: "two days after the attack", Eid, 03/04/2017.

    `side` is -1 where the words tell that it is past ("weeks earlier"), 1 where it is later, 0 where they do not.
    """

    point: ClassVar[bool] = False
    side: int = 0

    def days(self, setting: Setting) -> Days | None:  # noqa: ARG002  (nothing can resolve it)
        """Always None."""
        return None


class Loosely(StrEnum):
    """What words say of a time without any days."""

    PRESENT = "present"
    PAST = "past"
    FUTURE = "future"
    STRETCH = "stretch"
    DAILY = "daily"
    WEEKLY = "weekly"
    YEARLY = "yearly"
    NIGHT = "night"
    DAYTIME = "daytime"
    CLOCK = "clock"
    RATE = "rate"


@dataclass(frozen=True, slots=True)
class Loose:
    """Words of time that tell no days: "now", "former", "daily", "at night", "5:30 p.m.". Never a time mention."""

    point: ClassVar[bool] = False
    kind: Loosely
    unit: Unit | None = None

    def days(self, setting: Setting) -> Days | None:  # noqa: ARG002  (such words have no days)
        """Always None."""
        return None


@dataclass(frozen=True, slots=True)
class Duration:
    """How long, not when. `amount` is None for "weeks", "several days". Never a time mention."""

    point: ClassVar[bool] = False
    amount: int | None
    unit: Unit

    def days(self, setting: Setting) -> Days | None:  # noqa: ARG002  (a length is no date)
        """Always None."""
        return None
