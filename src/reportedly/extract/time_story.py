"""Which years a text tells its story in, and which it only looks aside to."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.extract import time_forms as forms
from reportedly.extract.time_calendar import Unit
from reportedly.extract.time_scan import Found

BESIDE = 1
"""The most years between two stated years of one stretch of a story."""


def asides(found: Sequence[Found]) -> frozenset[int]:
    """Which expressions state a year that the story leaves at once.

    "In May 2014 the port was shelled, much as in 1987. On 9 July it fell. In January 2015 …": the stated years before
    and after 1987 lie within a year of each other, and 1987 lies further from both; it is an aside, and July is of 2014.
    """
    stated = [(n, year) for n, each in enumerate(found) if (year := _stated_year(each)) is not None]
    following: list[int | None] = [None] * len(stated)
    for k in range(len(stated) - 2, -1, -1):
        following[k] = stated[k + 1][1] if stated[k + 1][1] != stated[k][1] else following[k + 1]
    story: int | None = None
    aside: set[int] = set()
    for (n, year), after in zip(stated, following, strict=True):
        if story is not None and after is not None and abs(after - story) <= BESIDE < min(abs(year - story), abs(year - after)):
            aside.add(n)
        else:
            story = year
    return frozenset(aside)


def _stated_year(found: Found) -> int | None:
    form = found.form
    if isinstance(form, forms.Years):
        return form.first if form.unit is Unit.YEAR else None
    return form.year if isinstance(form, forms.Date | forms.Month | forms.Season) and isinstance(form.year, int) else None
