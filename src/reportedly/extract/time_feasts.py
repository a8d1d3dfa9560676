"""Feasts and the fast of the Islamic calendar as days of ours: computed, and no more exact than the moon allows."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import ClassVar

from reportedly.extract.time_calendar import Days, Unit
from reportedly.extract.time_forms import Setting, Year, in_year

FEASTS = {"ramadan": (9, 1, 30), "eid al-fitr": (10, 1, 3), "eid al-adha": (12, 10, 4), "ashura": (1, 10, 1), "arbaeen": (2, 20, 1)}
"""Month and day on which each begins, and how many days it is kept."""

SIGHTING = 1
"""Days by which a month may begin earlier or later than computed: it begins when the new moon is seen."""

EVE_OF_THE_ERA = 227014
"""The day before 1 Muharram of year 1 (19 July 622 of our calendar), as `datetime.date` counts days."""


@dataclass(frozen=True, slots=True)
class Feast:
    """A feast, or the fasting month, of a year of our calendar. A year in which it begins twice does not tell which."""

    point: ClassVar[bool] = True
    year: Year
    name: str

    def days(self, setting: Setting) -> Days | None:
        """See Form. The days are always computed, with the year told too."""
        made = in_year(self.year, self.of, setting)
        return None if made is None else replace(made, stated=False)

    def of(self, year: int) -> Days | None:
        """The days that begin in a year, with a day on either side."""
        month, day, length = FEASTS[self.name]
        around = (year - 622) * 33 // 32
        first = [at for n in range(-1, 3) if around + n > 0 and (at := of_islamic(around + n, month, day)).year == year]
        if len(first) != 1:
            return None
        margin = dt.timedelta(days=SIGHTING)
        unit = Unit.MONTH if length > 4 else Unit.DAY
        return Days(start=first[0] - margin, end=first[0] + dt.timedelta(days=length - 1) + margin, unit=unit, stated=False)


def of_islamic(year: int, month: int, day: int) -> dt.date:
    """The day of our calendar that a day of the tabular Islamic calendar is.

    Ranges: year from 1 on, month 1–12, day 1–30.
    Error: at most a day either way against the days kept in 2011–2024 in Saudi Arabia.
    Source: the civil calendar with 11 leap days in 30 years, N. Dershowitz and E. M. Reingold,
    Calendrical Calculations, 2008, chapter 6.
    """
    days = (year - 1) * 354 + (3 + 11 * year) // 30 + (59 * (month - 1) + 1) // 2 + day
    return dt.date.fromordinal(EVE_OF_THE_ERA + days)
