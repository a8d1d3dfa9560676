"""How fields and voices read in a line of text, beside `reportedly.model.words`, which has the values."""

from __future__ import annotations

import calendar

from reportedly.model import Claim, Field, Report, Stated, Value, When
from reportedly.model.words import in_words

NAMED = 3
"""Names that a list shows before it says how many more there are."""


def brief(value: Value) -> str:
    """A value for a narrow cell: of a list its first names, and how many more there are; days as ISO dates."""
    if isinstance(value, When):
        return iso_words(value)
    if not isinstance(value, tuple):
        return in_words(value)
    names = list(dict.fromkeys(in_words((each,)) for each in value))  # type: ignore[arg-type]  # one entity or place is a list of one
    more = f" + {len(names) - NAMED} more" if len(names) > NAMED else ""
    return ", ".join(names[:NAMED]) + more


def stated_words(stated: Stated) -> str:
    """What a claim states for one field, in a few words; a time without days keeps the report's words."""
    if isinstance(stated.value, When) and stated.value.start is None:
        return f"“{stated.text}” ({in_words(stated.value)})"
    return in_words(stated.value)


def range_words(low: int, high: int | None) -> str:
    """An interval of numbers, both ends inclusive; `high=None` leaves it open.

    >>> range_words(4, 4), range_words(4, 9), range_words(1200, None), range_words(0, None)
    ('4', '4-9', '>= 1200', '>= 0')
    """
    if high is None:
        return f">= {low}"
    return f"{low}" if low == high else f"{low}-{high}"


def toll_words(low: int, best: int | None, high: int | None) -> str:
    """The low, best and high of a count over all voices.

    >>> toll_words(4, 4, 9), toll_words(4, 7, 9), toll_words(12, 12, None)
    ('4-9', '4-9, best 7', '>= 12')
    """
    words = range_words(low, high)
    return words if best in (None, low, high) else f"{words}, best {best}"


def iso_words(when: When) -> str:
    """Days as ISO dates, which sort; whole months and years shortened; "" for a time without days.

    >>> import datetime as dt
    >>> from reportedly.model import WhenBasis
    >>> days = {"precision": 4, "basis": WhenBasis.STATED}
    >>> iso_words(When(start=dt.date(2031, 5, 1), end=dt.date(2031, 5, 31), **days))
    '2031-05'
    >>> iso_words(When(start=dt.date(2031, 5, 1), end=None, **days))
    'since 2031-05-01'
    """
    if when.start is None:
        return ""
    start, end = when.start, when.end
    if end is None:
        return f"since {start.isoformat()}"
    if start == end:
        return start.isoformat()
    if start.day == 1 and (start.year, start.month) == (end.year, end.month) and end.day == calendar.monthrange(end.year, end.month)[1]:
        return f"{start.year:04d}-{start.month:02d}"
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return f"{start.year}" if start.year == end.year else f"{start.year} to {end.year}"
    return f"{start.isoformat()} to {end.isoformat()}"


def field_words(field: Field) -> str:
    """A field's name for a reader.

    >>> field_words(Field.LAUNCHED_FROM)
    'launched from'
    """
    return field.value.replace("_", " ")


def chain_words(claim: Claim, report: Report) -> str:
    """Who says it, first speaker first; an outlet that speaks in its own voice by its name."""
    if not claim.chain:
        return report.outlet or report.file
    return " → ".join(saying.voice.name for saying in claim.chain)


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """A number with its noun.

    >>> counted(1, "report"), counted(0, "report"), counted(2, "copy", "copies")
    ('1 report', '0 reports', '2 copies')
    """
    return f"{number:,} {noun if number == 1 else plural if plural is not None else noun + 's'}"
