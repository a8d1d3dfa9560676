"""When something happened, as far as the report tells."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum

from reportedly.errors import ModelError


class WhenBasis(StrEnum):
    """How the days of a `When` are known."""

    STATED = "stated"
    """The words alone give the days ("31 May 2017")."""
    COMPUTED = "computed"
    """Worked out from the publication date or another date of the text ("Tuesday", "last March")."""
    NONE = "none"
    """A time is named, but nothing says which days it means."""


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """An interval of whole days, both ends inclusive, in which something happened.

    `end=None` with a `start` means that it goes on ("since March").
    `start=None` means unresolved: "Tuesday" in a report of unknown date. Such a
    value keeps its words and is never guessed; its basis is `none`.

    `precision` is UCDP's `date_prec`: 1 the day is known, 2 a window of 2–6
    days, 3 only the week, 4 only the month, 5 only the year or longer.
    It is None exactly when `start` is.

    Raises:
        ModelError: the parts do not go together.
    """

    start: dt.date | None
    end: dt.date | None
    precision: int | None
    basis: WhenBasis

    def __post_init__(self) -> None:
        unresolved = self.start is None
        if unresolved != (self.basis is WhenBasis.NONE) or unresolved != (self.precision is None):
            raise ModelError(f"An unresolved time has no days and no precision: {self!r}.")
        if self.start is None and self.end is not None:
            raise ModelError(f"A time that ends must start: {self!r}.")
        if self.start is not None and self.end is not None and self.end < self.start:
            raise ModelError(f"A time ends before it starts: {self!r}.")
        if self.precision is not None and not 1 <= self.precision <= 5:
            raise ModelError(f"date_prec is 1 to 5, not {self.precision}.")

    def days_apart(self, other: When) -> int | None:
        """Whole days from the end of the earlier interval to the start of the later; 0 when they meet, None when one is unresolved."""
        if self.start is None or other.start is None:
            return None
        before = (other.start - self.end).days if self.end is not None else 0
        after = (self.start - other.end).days if other.end is not None else 0
        return max(0, before, after)

    def lies_in(self, other: When) -> bool:
        """Whether every day of this interval is one of the other's. False when one is unresolved."""
        if self.start is None or other.start is None or self.start < other.start:
            return False
        return other.end is None or (self.end is not None and self.end <= other.end)


WRITTEN = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


def written_day(text: str, *, last: bool) -> dt.date:
    """The day of "2031-05-14"; the `last` or first day of "2031-05" or "2031".

    Raises:
        ValueError: it is written otherwise, or in no calendar.
    """
    found = WRITTEN.fullmatch(text.strip())
    if found is None:
        raise ValueError(text)
    year, month, number = (None if part is None else int(part) for part in found.groups())
    month = (12 if last else 1) if month is None else month
    first = dt.date(year or 0, month, 1)
    if number is None:
        number = calendar.monthrange(first.year, month)[1] if last else 1
    return first.replace(day=number)
