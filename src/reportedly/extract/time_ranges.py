"""Join resolved times by the words between and before them: from A to B, since A, until A."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportedly.extract import time_forms as forms
from reportedly.extract import time_relative as relative
from reportedly.extract.time_calendar import Days, Unit
from reportedly.extract.time_forms import Form
from reportedly.model import Document, Token

TO = frozenset("to until till through - – —".split())
SINCE, UNTIL = frozenset({"since"}), frozenset({"until", "till"})
UNBOUNDED = (relative.Duration, relative.Loose, relative.Span, relative.Unclear, relative.Overnight)


@dataclass(frozen=True, slots=True)
class Reading:
    """A time expression as it was understood: tokens `[start, end)`, its form, and its days where they are known."""

    start: int
    end: int
    form: Form
    days: Days | None


def join(document: Document, readings: Sequence[Reading]) -> Iterator[Reading]:
    """The readings, those that make one time together as one, with the word before them that changes it."""
    n = 0
    while n < len(readings):
        one, other = readings[n], readings[n + 1] if n + 1 < len(readings) else None
        pair = _pair(document, one, other) if other is not None else None
        yield pair or _bounded(document, one)
        n += 1 if pair is None else 2


def _pair(document: Document, one: Reading, other: Reading) -> Reading | None:
    if other.start == one.end and _word(document, one.end - 1) in {"before", "after"}:
        return Reading(one.start, other.end, one.form, None)  # "days before Tuesday" is no day that could be told
    if other.start - one.end != 1 or isinstance(one.form, UNBOUNDED) or isinstance(other.form, UNBOUNDED):
        return None
    before, between = _word(document, one.start - 1), document.tokens[one.end]
    opens = before in {"from", "between"}
    if between.lower in TO or (before == "between" and between.lower == "and") or between.lower == "or":
        return Reading(one.start - opens, other.end, one.form, _from_to(one.days, other.days))
    return None


def _from_to(one: Days | None, other: Days | None) -> Days | None:
    if one is None or other is None or other.last < one.start:
        return None
    return Days(start=one.start, end=other.last, unit=max(one.unit, other.unit), stated=one.stated and other.stated)


def _bounded(document: Document, one: Reading) -> Reading:
    if isinstance(one.form, UNBOUNDED):
        return one
    before = _word(document, one.start - 1)
    after = _word(document, one.end)
    if isinstance(one.form, forms.Date) and one.form.last_day is not None:
        return replace(one, start=one.start - (before in {"from", "between"}))
    if before in SINCE or (before == "from" and after in {"on", "onward", "onwards"}):
        return replace(one, start=one.start - 1, days=None if one.days is None else replace(one.days, end=None))
    if before in UNTIL or (before == "to" and _word(document, one.start - 2) in {"prior", "up"}):
        return replace(one, start=one.start - (1 if before in UNTIL else 2), days=None)
    if before in {"before", "after"} and _governs(document, one):
        return replace(one, start=one.start - 1, days=_after(one.days) if before == "after" else None)
    return one


def _after(days: Days | None) -> Days | None:
    if days is None:
        return None
    start = days.start + dt.timedelta(days=days.unit is Unit.DAY)
    return replace(days, start=start, end=None)


def _governs(document: Document, one: Reading) -> bool:
    """Whether the preposition before an expression governs it, and not a noun that it describes."""
    return any(t.head == one.start - 1 for t in _hanging(document, one))


def _hanging(document: Document, one: Reading) -> list[Token]:
    return [t for t in document.tokens[one.start : one.end] if not one.start <= t.head < one.end]


def _word(document: Document, i: int) -> str:
    return document.tokens[i].lower if 0 <= i < len(document.tokens) else ""
